"""``groundwork doctor``: say what is in order and what is not, each with its fix."""

import argparse
import getpass
import importlib.metadata
import os
import platform
import re
import socket
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from groundwork import __version__
from groundwork.learner.course import LESSONS
from groundwork.learner.workspace import START
from groundwork.subject.errors import UserError

EARLIER = "GROUNDWORK_DOCTOR"  # what start.py found, one line each
MARKS = {True: "OK   ", False: "FAIL ", None: "NOTE "}
Check = tuple[bool | None, str, str]
CHANGED = f"Delete the folder .venv and type: {START}"


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser(
        "doctor",
        help="check that everything the course needs is there",
        description="Check each thing the course needs, and make a block to send to a facilitator.",
    )
    parser.add_argument("--workspace", type=Path, metavar="FOLDER", help="your folder")
    parser.add_argument(
        "--cohort", type=Path, metavar="FOLDER", help="for facilitators: a cohort's folder"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one line for each requirement, then all of them as a block to be sent.

    No line names the person, the computer or the folder: above the block they may be sent as well.
    """
    earlier = os.environ.get(EARLIER, "")
    lines = earlier.splitlines()
    for fine, what, fix in checks(args.workspace, args.cohort):
        lines.append(
            without_person(f"{MARKS[fine]} {what}{f'. {fix}' if fix and not fine else ''}")
        )
        print(lines[-1], flush=True)
    print("\nTo ask for help, send this to your facilitator (your name and folder are left out):\n")
    print(f"Groundwork {__version__}, Python {platform.python_version()}, {platform.platform()}")
    for line in lines:
        print(line)
    return int(any(line.startswith("FAIL") for line in lines))


def without_person(text: str) -> str:
    """Replace the home folder by ``~`` and the user's and the computer's name by dots."""
    text = text.replace(str(Path.home()), "~")
    for name in (_user(), socket.gethostname()):
        if name:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", text, flags=re.IGNORECASE)
    return text


def checks(named: Path | None, cohort: Path | None = None) -> Iterator[Check]:
    """Give each requirement: whether it is met, what it is, and what to do when it is not.

    None instead of yes or no is for what a learner should know and cannot mend here.
    """
    from groundwork.authoring import course_index
    from groundwork.learner import workspace
    from groundwork.screen.lab import learner_page, server

    try:
        source = workspace.course()
    except UserError as error:
        yield False, error.problem.rstrip("."), error.fix
        return
    wrong = _wrong_versions(source)
    yield not wrong, f"Packages are at the locked versions{_named(wrong)}", CHANGED
    answers, keeps = _kernel_answers()
    yield answers, "Code of a lesson can run", CHANGED
    if answers:
        fix = f"Type: {START}. If it stays, your own settings of IPython ask for a history."
        yield not keeps, "The code that runs leaves no history", fix
    lessons = len(list(source.glob(LESSONS)))
    yield lessons > 0, f"Lessons are there ({lessons})", "Download the whole course again."
    extension = learner_page.EXTENSIONS / "groundwork" / "package.json"
    yield extension.is_file(), "The learner's view is there", "Download the whole course again."
    yield (
        course_index.is_installed(),
        "JupyterLab knows the lessons as they are",
        f"Type: {START}. On a server, ask who installed the course to prepare it again.",
    )
    folder = named or Path(os.environ.get(workspace.VARIABLE) or workspace.default(source))
    elsewhere = f'Choose another: {START} --workspace "FOLDER"'
    yield _writable(folder), "Your folder can be written", elsewhere
    yield from _privacy(folder)
    if cohort:
        yield from _of_cohort(cohort)
    free = _is_free(server.PORT)
    state = "free" if free else "in use; the course takes the next free one"
    note = f"Port {server.PORT} is {state}"
    yield True, note, ""
    found = server.has_browser()
    yield True, "A browser was found" if found else "No browser here; the address is printed", ""


def _privacy(folder: Path) -> Iterator[Check]:
    """Check each store of the table of who can see what you write."""
    from groundwork.learner import privacy

    for store in privacy.STORES:
        where = store.where.replace("`", "")
        if store.unchecked:
            yield None, store.unchecked, ""
        elif store.paths and os.name == "nt":
            yield None, f"Who can open {where} is set in Windows; this was not checked", ""
        elif store.paths and not any(privacy.private_paths(folder, (store,))):
            yield True, f"Nothing of yours is in {where} yet", ""
        elif store.paths:
            others = privacy.open_to_others(folder, store)
            inside = others[0].relative_to(folder).as_posix() if others else ""
            fix = f'In your folder, type: chmod -R go= "{inside}"' if inside else ""
            yield not others, privacy.CLOSED.format(where), fix
    yield None, privacy.EMPLOYER, ""
    yield from _copied(folder, "Your folder", f'{START} --workspace "FOLDER"')


def _of_cohort(folder: Path) -> Iterator[Check]:
    """Check who can open a cohort's folder: it holds names, and the work of people."""
    from groundwork.cohort.course_folder import Cohort
    from groundwork.learner import privacy

    try:
        Cohort(folder).about()
    except UserError:
        fix = "Give the folder that holds cohort.json."
        yield False, "The folder after --cohort is a cohort's", fix
        return
    if os.name == "nt":
        yield None, "Who can open the cohort's folder is set in Windows; this was not checked", ""
    else:
        closed = privacy.CLOSED.format("the cohort's folder")
        yield not privacy.is_open(folder), closed, "In it, type: chmod go= ."
    yield from _copied(
        folder, "The cohort's folder", "move the folder, while no page of it is open"
    )


def _copied(folder: Path, whose: str, way: str) -> Iterator[Check]:
    """Say where a service or a server has a second copy of a folder."""
    from groundwork.learner import cloud

    kinds = cloud.kinds_of(folder)
    for kind in kinds:
        what = f"{whose} is in {kind}, so a second copy of what you keep is there"
        yield None, what, f"To keep it on this computer: {way}"
    if not kinds:
        yield True, f"{whose} was not found in {cloud.NAMED}", ""


def _wrong_versions(source: Path) -> list[str]:
    """Name the packages that are missing or of another version than the lock's."""
    from packaging.requirements import Requirement

    from groundwork.authoring.lock import BASE, pins

    wrong = []
    for pin in pins((source / BASE).read_text(encoding="utf-8")):
        requirement = Requirement(pin.line)
        if requirement.marker and not requirement.marker.evaluate():
            continue
        try:
            installed = importlib.metadata.version(pin.name)
        except importlib.metadata.PackageNotFoundError:
            installed = "missing"
        if installed != pin.version:
            wrong.append(f"{pin.name} {installed}")
    return wrong


def _named(wrong: list[str]) -> str:
    if not wrong:
        return ""
    rest = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
    return f"; not these: {', '.join(wrong[:3])}{rest}"


def _kernel_answers() -> tuple[bool, bool]:
    """Start a kernel as JupyterLab would: whether it runs a line, and keeps a history of it."""
    from jupyter_client.manager import start_new_kernel

    # zmq warns of Windows' usual event loop, which is no fault of the learner's.
    warnings.simplefilter("ignore", RuntimeWarning)
    try:
        manager, client = start_new_kernel(
            kernel_name="python3", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except Exception:  # whatever hinders a kernel, the advice is the same
        return False, False
    try:
        asked = {"keeps": "get_ipython().history_manager.enabled"}
        reply = client.execute_interactive(
            "import groundwork, pandas", timeout=60, silent=True, user_expressions=asked
        )["content"]
        fine = reply["status"] == "ok"
        keeps = reply["user_expressions"]["keeps"]["data"]["text/plain"] if fine else "False"
        return fine, keeps == "True"
    except (TimeoutError, RuntimeError):  # it hangs, or it died
        return False, False
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _writable(folder: Path) -> bool:
    """Whether files can be made in a folder, or the folder itself where it will be."""
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    probe = nearest / f".groundwork-{os.getpid()}"  # os.access knows nothing of Windows' rights
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError:
        return False
    return True


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
