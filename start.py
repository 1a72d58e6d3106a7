#!/usr/bin/env python3
"""Open the course: install what is missing into .venv, then run the groundwork command.

Uses the standard library alone. An older Python must be able to read this file to the end, so
that it can say which Python is needed: nothing here is newer than the syntax of Python 3.6.
"""

import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import platform
import queue
import re
import runpy
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "groundwork.json"  # what was installed; written last, so its lack means "not done"
LOG = VENV / "install.log"
LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"  # holds everything that LOCK holds
BUSY = ".installing"  # locked by the start that installs
MB = 1_000_000
LONGEST = 160  # letters of the longest path in .venv
WINDOWS = os.name == "nt"
# On Windows the launcher `py` finds every Python, and `python3` opens the Microsoft Store.
PYTHON = "python3" if not WINDOWS else "py" if shutil.which("py") else "python"
START = PYTHON + " start.py"

HELP = """\
python3 start.py                open the course (installs it first, when needed)
python3 start.py 01_root_causes open one lesson
python3 start.py doctor         check that everything is in order
python3 start.py test           run all tests of the course (for authors)
python3 start.py test --quick   run those that a change touches, in under 90 seconds
python3 start.py COMMAND --help how to use one command

Options of the first two: --workspace FOLDER, --port NUMBER, --no-browser, --full
Every other command is passed on; `python3 start.py commands` lists them."""

BLOCKED = (
    "This computer does not let the course's own Python run: ask your IT service to allow the "
    "programs in {venv}."
)
# What pip says, and what a person can do about it. The first that fits is told.
REASONS = [
    (
        r"No space left|Errno 28|WinError 112|quota exceeded",
        "The disk is full: free about 1 GB and start again; it goes on where it ended.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification",
        "A secure connection was refused, which is common on an agency's network: ask your IT "
        "service which certificate file pip should use, and set PIP_CERT to it.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded package is not the one that the course expects, so nothing was installed: "
        "try another network, and tell the course's maintainers if it happens again.",
    ),
    (
        r"Retrying \(|ConnectionError|getaddrinfo|ReadTimeout|ProxyError|Network is unreachable",
        "The packages cannot be reached: connect to the internet (only the first start needs it; "
        "behind a proxy set HTTPS_PROXY) and start again.",
    ),
    (
        r"Filename too long|WinError 206|No such file or directory: '[^']{230,}'|Long Path support",
        "This folder's path is too long for Windows: move it to a short folder of your own and "
        "start again.",
    ),
    (
        r"WinError (1260|4551)|blocked by group policy|Application Control policy",
        BLOCKED,
    ),
    (
        r"Permission denied|Errno 13|Errno 30|Read-only file system|Access is denied"
        r"|WinError (5|32)\b",
        "A file in .venv cannot be written: close other windows that use the course, or move its "
        "folder to {home}, and start again.",
    ),
    (
        r"No matching distribution|Could not find a version",
        "A package is not to be had for this computer with this Python ({python}): install the "
        "64-bit Python 3.12 from python.org, delete the folder .venv, and start again.",
    ),
]


class TroubleError(Exception):
    """Something a person can mend, told in one sentence."""


def main(arguments):
    """Do what the command line asks and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a Windows console may lack a letter of a path
    try:
        status = run(arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader, such as `head`, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains
        return 1
    except TroubleError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"{error.filename or HERE} could not be read or written ({error.strerror}): download "
            "the whole course again into a folder of your own, and start there.",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start again to go on from here.", file=sys.stderr)
        return 130


def run(arguments):
    """Install what is needed, then hand over."""
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help"):
        print(HELP.replace("python3 start.py", START))
        return 0
    asks_how = "-h" in arguments or "--help" in arguments or first == "commands"
    if first == "commands":
        arguments = ["--help"]
    elif first != "--version" and (first.startswith("-") or first[:1].isdigit() or not first):
        arguments = ["open", *arguments]
    if asks_how:
        return explain(arguments)
    if first == "doctor":
        return doctor(arguments[1:])
    if first == "test":
        install(TEST_LOCK)
        os.chdir(HERE)
        # In our own order: xdist's begins with the files of many tests, which are the quick ones.
        pytest = ["-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
        return hand_over(pytest + arguments[1:])
    # Authors build lessons from texts; what reads those is in no learner's installation.
    install(TEST_LOCK if first == "write" else LOCK)
    # -P: a file called pandas.py in the current folder must not stand in for pandas.
    return hand_over(["-P", "-m", "groundwork", *arguments])


def explain(arguments):
    """Tell how a command is used; its parser needs no package, so nothing is installed for it."""
    if arguments[0] == "test":
        print(f"{START} test: run all tests; with --quick those near to what you changed.")
        print("What follows goes to pytest: tests/start -k lock")
        return 0
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(HERE / "src"))
    os.environ["GROUNDWORK_START"] = START
    sys.argv[1:] = arguments
    runpy.run_module("groundwork", run_name="__main__")  # ends with its own exit status
    return 0


def hand_over(arguments):
    """Let the environment's own Python go on in our place."""
    sys.stdout.flush()
    os.environ["GROUNDWORK_START"] = START  # how the course's own sentences name this command
    command = [str(venv_python()), *arguments]
    try:
        if not WINDOWS:
            os.execv(command[0], command)
        child = subprocess.Popen(command)  # Windows has no true exec: the console would not wait
    except OSError as error:
        raise TroubleError(BLOCKED.format(venv=VENV)) from error
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child has the same console, gets Ctrl-C too, and stops by itself


def install(lock):
    """Make .venv hold exactly the locked packages and this course, unless it does already."""
    if not (HERE / lock).is_file():
        raise TroubleError(f"{lock} is missing from {HERE}: download the whole course again.")
    if not is_installed(lock):
        check_writable()
        with alone():
            if not is_installed(lock):  # another start may have done it meanwhile
                install_now(lock)


def is_installed(lock):
    """Whether .venv holds the locked packages and the course as it is now."""
    stamp = read_stamp()
    return stamp.get(lock) == digest([HERE / lock]) and stamp.get("course") == course_here()


@contextlib.contextmanager
def alone():
    """Let one start install at a time, and another wait for it.

    The system holds the lock, and lets it go when the start ends, however it ends. The file stays:
    who removed it could remove the one that somebody else has just locked.
    """
    told = False
    with (HERE / BUSY).open("a") as file:
        while not locked(file):
            if not told:
                print("Another window is installing the course. This one waits, then goes on.")
                sys.stdout.flush()
            told = True
            time.sleep(0.3)
        yield


def locked(file):
    """Try to lock an open file; a disk that knows no locks, as some servers', never refuses."""
    try:
        if WINDOWS:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def install_now(lock):
    """Bring .venv from whatever state it is in to the one that the lock describes."""
    stamp = read_stamp()
    packages, course = digest([HERE / lock]), course_here()
    if not venv_usable():
        make_venv(count_packages(lock))
    if stamp.get(lock) != packages:
        write_stamp({})
        forget_half_installed()
        print("Installing the course. This happens once and takes a few minutes.", flush=True)
        pip(["--require-hashes", "--only-binary", ":all:", "-r", str(HERE / lock)], lock)
        compile_all()
        # What a former lock had and this one lacks stays: it may be the person's own by now.
        stamp = {lock: packages}
        if lock == TEST_LOCK:
            stamp[LOCK] = digest([HERE / LOCK])
    stamp.pop("course", None)
    write_stamp(stamp)
    pip(["--no-build-isolation", "--editable", str(HERE)], None)
    write_stamp(dict(stamp, course=course))
    print("Installed.", flush=True)


# --- the environment ---------------------------------------------------------------------------


def venv_python():
    """Return the environment's Python, whether it exists or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_usable():
    """Whether .venv has a pip that runs: not half made, and its Python not removed since."""
    if not venv_python().exists():
        return False
    command = [str(venv_python()), "-m", "pip", "--version"]
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def make_venv(packages):
    """Make an empty .venv, after a look at what it needs."""
    for name in ("venv", "ensurepip"):
        if importlib.util.find_spec(name) is None:
            raise TroubleError(
                f"This Python lacks its {name} part: {complete_python()} and start again."
            )
    check_writable()
    check_path_length()
    needed = space_needed(packages)
    free = shutil.disk_usage(HERE).free
    if free < needed:
        raise TroubleError(
            f"The disk is too full: the course needs {needed // MB} MB and {free // MB} MB are "
            "free; free some space and start again."
        )
    print(f"Making a place for the course in {VENV}", flush=True)
    # The Python that runs this may be the very one in .venv that is to be made anew.
    python = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run(
        [python, "-m", "venv", "--clear", str(VENV)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if made.returncode:
        with contextlib.suppress(OSError):
            LOG.write_bytes(made.stdout)
        raise failure(made.stdout.decode("utf-8", "replace"), logged=LOG.exists())


def complete_python():
    """Tell how to get a Python that has all its parts."""
    if sys.platform.startswith("linux"):
        return (
            "on Debian or Ubuntu type `sudo apt install python3-venv`, elsewhere install Python "
            "from python.org,"
        )
    return "install Python from python.org"


def check_writable():
    """Say so when this folder cannot be written."""
    try:
        make_and_remove(HERE / f".groundwork-{os.getpid()}")
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise TroubleError("The disk is full: free about 1 GB and start again.") from error
        raise TroubleError(
            f"The folder {HERE} cannot be written: copy it to a folder of your own, such as "
            f"{Path.home() / 'course'}, and start there."
        ) from error


def check_path_length():
    """Say so when Windows would refuse the longest path of .venv, before anything is fetched.

    It does from 260 letters on, unless whoever manages the computer has allowed long paths.
    """
    letters = len(str(VENV)) + 1 + LONGEST
    if not WINDOWS or letters < 260:
        return
    try:
        make_and_remove(HERE / ("g" * (letters - len(str(HERE)) - 1)))
    except OSError as error:
        raise TroubleError(
            f"The path of this folder is too long for Windows ({len(str(HERE))} letters): move "
            f"the folder to {Path.home() / 'course'} and start there."
        ) from error


def make_and_remove(path):
    """Make an empty file, and remove it.

    Not with `tempfile`: on Windows, in a folder that cannot be written, it tries two thousand
    million names before it gives up.
    """
    path.touch(exist_ok=False)
    path.unlink()


def space_needed(packages):
    """Return the bytes that the environment takes: its pip, and some MB for each package."""
    return 30 * MB + 5 * MB * packages


def forget_half_installed():
    """Remove the records of packages whose installation was cut off.

    pip writes RECORD last. Without it pip would not install the package, nor remove it.
    """
    for record in site_packages().glob("*.dist-info"):
        if not (record / "RECORD").is_file():
            shutil.rmtree(record, ignore_errors=True)


def site_packages():
    """Return the folder that packages are installed to."""
    if os.name == "nt":
        return VENV / "Lib" / "site-packages"
    return next((VENV / "lib").glob("python*/site-packages"))


# --- what is installed -------------------------------------------------------------------------


def read_stamp():
    """Return what was installed completely; nothing when the environment's Python is gone."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        settings = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return {}
    # The real Python behind .venv: gone after the system took a newer one.
    base = re.search(r"(?m)^executable = (.+)$", settings)
    gone = not venv_python().exists() or (base and not Path(base.group(1).strip()).exists())
    return {} if gone or not isinstance(stamp, dict) else stamp


def write_stamp(stamp):
    """Write down what is installed, in one step."""
    part = STAMP.with_suffix(".part")
    try:
        part.write_text(json.dumps(stamp), encoding="utf-8")
        part.replace(STAMP)
    except OSError as error:
        raise failure(str(error)) from error


def course_here():
    """Tell one editable installation from another: what it read, and from which folder.

    A folder that was moved, renamed or copied runs nothing, or the code of the other folder.
    """
    return digest([HERE / "pyproject.toml"]) + " " + str(HERE)


def digest(paths):
    """Hash some files, names included."""
    content = hashlib.sha256()
    for path in paths:
        content.update(path.relative_to(HERE).as_posix().encode("utf-8") + b"\0")
        content.update(path.read_bytes())
    return content.hexdigest()


def count_packages(lock):
    """Count the packages of a lock, those of other systems included."""
    return len(re.findall(r"(?m)^[A-Za-z0-9]", (HERE / lock).read_text(encoding="utf-8")))


# --- pip, with something to look at ------------------------------------------------------------


def pip(arguments, lock):
    """Run `pip install` quietly into the log and show how far it is."""
    command = [str(venv_python()), "-m", "pip", "install", "--no-deps", "--no-input"]
    command += ["--no-compile"]  # `compile_all` does it on all cores, and leaves out tests
    command += ["--progress-bar", "off", "--retries", "3"]
    command += ["--disable-pip-version-check", "--no-warn-script-location", *arguments]
    surroundings = dict(os.environ, PYTHONUNBUFFERED="1", PYTHONIOENCODING="utf-8", PIP_USER="0")
    try:
        log = LOG.open("wb" if lock else "ab", buffering=0)  # nothing is left to write at the end
    except OSError as error:
        raise failure(str(error)) from error
    with log:
        child = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=HERE,
            env=surroundings,
        )
        try:
            said = follow(child, log, Progress(count_packages(lock)) if lock else None)
        except BaseException:
            child.kill()
            child.wait()
            raise
    if child.returncode:
        raise failure(said, logged=True)


def follow(child, log, progress):
    """Read what pip says as it says it, and return all of it."""
    lines = queue.Queue()

    def read():
        for line in child.stdout:
            with contextlib.suppress(OSError):  # a full disk, which pip will say itself
                log.write(line)
            lines.put(line.decode("utf-8", "replace"))
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    said = []
    while True:
        try:
            line = lines.get(timeout=0.3)
        except queue.Empty:
            line = ""
        if line is None:
            break
        if line:
            said.append(line)
        if progress:
            progress.heard(line)
    child.wait()
    if progress:
        progress.done()
    return "".join(said)


def compile_all():
    """Compile what was installed, so that the first start is as quick as the next ones.

    Not left to the first import: where PYTHONDONTWRITEBYTECODE is set, that never keeps anything.
    """
    print("Preparing quick starts", flush=True)
    command = [str(venv_python()), "-m", "compileall", "-q", "-j", "0", "-x", r"[/\\]tests[/\\]"]
    folders = [str(site_packages()), str(HERE / "src")]
    # Its exit status tells of files for other Pythons that some packages carry.
    subprocess.run(command + folders, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Progress:
    """Shows `Fetching 37 of 117 numpy`, then `Installing 37 of 117 numpy`."""

    def __init__(self, total):
        self.total = total
        self.fetched = 0
        self.installing = False
        self.terminal = sys.stdout.isatty()
        self.shown = ""
        self.at = 0.0

    def heard(self, line):
        """Take note of one line of pip's, or of a moment without one."""
        # A wheel that lies on this computer is not collected but processed.
        name = re.match(
            r"(?:Collecting|Requirement already satisfied:) ([\w.]+)"
            r"|Processing .*?[/\\]([\w.]+)-[^/\\]*\.whl",
            line,
        )
        if line.startswith("Ignoring "):
            self.total -= 1
        elif line.startswith("Installing collected packages"):
            self.installing = True
        elif name:
            self.fetched += 1
            self.show(f"Fetching {self.fetched} of {self.total} {name.group(1) or name.group(2)}")
        if self.installing and not line:
            # pip says nothing while it unpacks, so look at what has arrived.
            there = list(site_packages().glob("*.dist-info/RECORD"))
            last = max(there, key=lambda record: record.stat().st_mtime, default=None)
            name = last.parent.name.partition("-")[0] if last else ""
            self.show(f"Installing {min(len(there), self.total)} of {self.total} {name}")

    def show(self, text):
        """Write over the last line of a terminal; elsewhere write a line every few seconds."""
        if self.terminal:
            print("\r" + text.ljust(60)[:79], end="", flush=True)
        elif text != self.shown and time.monotonic() - self.at > 5:
            print(text, flush=True)
            self.at = time.monotonic()
        self.shown = text

    def done(self):
        """End the line."""
        if self.terminal:
            print("\r" + " " * 79 + "\r", end="", flush=True)


def failure(said, logged=False):
    """Turn what pip or the system said into one sentence, with the place of the rest."""
    sentence = "The installation did not finish: delete the folder .venv and start again."
    for pattern, words in REASONS:
        if re.search(pattern, said, re.IGNORECASE):
            python = platform.python_version() + (", 64-bit" if sys.maxsize > 2**32 else ", 32-bit")
            sentence = words.format(python=python, venv=VENV, home=Path.home())
            break
    return TroubleError(sentence + (f" Details: {LOG}" if logged else ""))


# --- doctor ------------------------------------------------------------------------------------


def doctor(arguments):
    """Check what can be checked without the course's library, then let it check the rest.

    No line holds a path or a name: the block at the end may be sent to somebody.
    """
    lines = []
    for fine, what, fix in checks():
        lines.append(f"OK    {what}" if fine else f"FAIL  {what}. {fix}")
        print(lines[-1], flush=True)
    if venv_python().exists():
        os.environ["GROUNDWORK_DOCTOR"] = "\n".join(lines)
        loads = [str(venv_python()), "-P", "-c", "import groundwork.command.main"]
        if not subprocess.run(loads, stderr=subprocess.DEVNULL).returncode:
            return hand_over(["-P", "-m", "groundwork", "doctor", *arguments])
        print(f"FAIL  The course's own code loads. Delete the folder .venv and type: {START}")
    print("\nTo ask for help, send the lines above. They hold no name and no folder of yours.")
    return 1


def checks():
    """Give each requirement: whether it is met, what it is, and what to do when it is not."""
    yield True, f"Python {platform.python_version()}, {platform.system()}", ""
    parts = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    advice = complete_python()
    yield not parts, "Python can make environments", f"{advice[0].upper()}{advice[1:].rstrip(',')}."
    writable = holds(check_writable)
    yield writable, "The course's folder can be written", "Copy it to a folder of your own."
    if writable and not holds(check_path_length):
        yield False, "The path of the course's folder is short", "Move it to a shorter folder."
    stamp, whole = read_stamp(), (HERE / LOCK).is_file() and (HERE / "modules").is_dir()
    yield whole, "The course's files are there", "Download the whole course again."
    installed = whole and stamp.get(LOCK) == digest([HERE / LOCK])
    installed = installed and stamp.get("course") == course_here()
    enough = (
        installed
        or not whole
        or (shutil.disk_usage(HERE).free > space_needed(count_packages(LOCK)))
    )
    yield enough, "The disk has enough space", "Free about 1 GB."
    yield installed, "The course is installed", f"Type: {START}"


def holds(check):
    """Whether a check finds nothing to tell."""
    try:
        check()
    except TroubleError:
        return False
    return True


def too_old():
    """Say which Python is needed, and which of them is already here."""
    found = newer_pythons()
    advice = (
        f"type `{found[0]} start.py`"
        if found
        else "install a newer one from python.org and start again"
    )
    return (
        f"The course needs Python {OLDEST[0]}.{OLDEST[1]} or newer and this is "
        f"{platform.python_version()}: {advice}."
    )


def newer_pythons():
    """Name what starts each Python here that is new enough, the newest first."""
    if not WINDOWS:
        newer = [f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1)]
        return [name for name in newer if shutil.which(name)]
    if PYTHON != "py":
        return []
    listed = subprocess.run(["py", "-0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return in_launchers_list(listed.stdout.decode("utf-8", "replace"))


def in_launchers_list(said):
    """Read ` -V:3.12 *  Python 3.12 (64-bit)`, or ` -3.12-64 *` of an older launcher."""
    minors = {int(minor) for minor in re.findall(r"(?m)^ *-(?:V:)?3\.(\d+)", said)}
    return [f"py -3.{minor}" for minor in sorted(minors, reverse=True) if minor >= OLDEST[1]]


def window_of_our_own():
    """Whether a double click may have opened this window, which then closes at the end.

    PROMPT is set in a window where people type; PowerShell's looks like one of our own.
    """
    typed = len(sys.argv) > 1 or "PROMPT" in os.environ
    return WINDOWS and not typed and sys.stdin.isatty()


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        print(too_old(), file=sys.stderr)
        status = 1
    else:
        status = main(sys.argv[1:])
    if status == 1 and window_of_our_own():
        input("Press Enter to end.")  # or nobody could read what was said
    sys.exit(status)
