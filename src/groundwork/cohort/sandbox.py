"""Run what a learner wrote, behind walls, and hand back values: data that nobody has to trust.

The walls are those of bubblewrap (:mod:`groundwork.cohort.walls`), where it works; where it does
not, nothing is run. Time, memory, files and output have limits, no process can start another, and
what a run gives is looked at once its process is gone.
"""

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from groundwork.cohort import system_calls, walls

LONGEST = 20.0  # seconds by the clock
STARTS_IN = 20.0  # seconds for bubblewrap itself
LEAVES_IN = 1.0  # seconds from the end of the output to the end of the process
MOST_OUTPUT = 500_000  # bytes of lines, of all cells together
LARGEST_VALUE = 20_000  # characters as JSON
LIMITS = {  # as the `resource` module names them; bytes, seconds, counts
    "RLIMIT_AS": 2**30,
    "RLIMIT_CPU": 5,
    "RLIMIT_FSIZE": 8 * 2**20,
    "RLIMIT_NOFILE": 64,
    "RLIMIT_NPROC": 1,
    "RLIMIT_MSGQUEUE": 0,
    "RLIMIT_CORE": 0,
}
INSTALL = (
    "Install it (on Debian or Ubuntu: sudo apt install bubblewrap; on Fedora: sudo dnf install "
    "bubblewrap), then grade again"
)


@dataclass(frozen=True)
class Job:
    """What is to be run.

    Parameters
    ----------
    cells
        The text of each cell of code, in the order of the page.
    names
        The variables whose values are wanted.
    given
        Question id to the numbers that its code may begin with.
    """

    cells: tuple[str, ...]
    names: tuple[str, ...]
    given: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Ran:
    """What came of a job.

    Parameters
    ----------
    values
        Variable to value after each cell that ended; None where it has none.
    printed, errors
        What each of those cells printed, and the error that ended it, "" for none.
    stopped
        Why it was stopped before its end, "" when it was not.
    not_run
        Why nothing was run and what to do, "" when it was.
    """

    values: tuple[Mapping[str, Any], ...] = ()
    printed: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    stopped: str = ""
    not_run: str = ""

    @property
    def ended(self) -> bool:
        """Whether every cell was run to its end or its error."""
        return not self.stopped and not self.not_run


def run(job: Job, longest: float | None = None) -> Ran:
    """Run a job where this computer has walls for it; else say why it was not run.

    Parameters
    ----------
    longest
        After how many seconds it is stopped; `LONGEST` by default.
    """
    problem = why_not()
    return Ran(not_run=problem) if problem else _behind_walls(job, longest or LONGEST)


@cache
def why_not() -> str:
    """Return why code is not run on this computer and what to do; "" where the walls hold.

    They are tried: code that reaches for what is outside must get nothing.
    """
    if not sys.platform.startswith("linux"):
        return (
            "There is no bubblewrap, which keeps learners' code apart, for this system. Grade on "
            "Linux to have it run"
        )
    if not walls.tool("bwrap"):
        return f"bubblewrap, which keeps learners' code apart, is not installed here. {INSTALL}"
    if os.geteuid() == 0 and not walls.tool("setpriv"):
        return "Code is not run as root, and there is no setpriv here to become somebody else with"
    if not system_calls.program():
        return "The sandbox does not know this kind of processor. Grade on another computer"
    if walls.shown_in(Path.home()):
        return "Python is installed around your home folder, which code could read then"
    with socket.create_server(("127.0.0.1", 0)) as server:
        reaching_out = REACHING_OUT.replace("PORT", str(server.getsockname()[1]))
        ran = _behind_walls(Job((reaching_out,), ("reached",)), LONGEST)
    if ran.not_run or ran.stopped:
        return ran.not_run or f"The sandbox does not work on this computer: {ran.stopped}"
    reached = ran.values[0]["reached"]
    if reached != []:
        return f"The walls of the sandbox do not hold on this computer ({reached}{ran.errors[0]})"
    return ""


def _behind_walls(job: Job, longest: float) -> Ran:
    told, tell = os.pipe()
    refused, refuse = os.pipe()
    os.write(refuse, system_calls.program())
    os.close(refuse)
    line = walls.command(bwrap := walls.tool("bwrap"), tell, refused)
    if os.geteuid() == 0:
        line = walls.as_nobody(bwrap, walls.tool("setpriv"), line)
    content = json.dumps({**asdict(job), "limits": LIMITS}).encode()
    with (
        os.fdopen(told) as info,
        subprocess.Popen(
            line,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={},
            cwd="/",
            pass_fds=(tell, refused),
            start_new_session=True,
        ) as process,
    ):
        os.close(tell)
        os.close(refused)
        first = _first_inside(info.fileno())
        if first is None:
            _kill_group(process)
            return Ran(not_run=_does_not_work(_last_line(process)))
        output, why = b"", ""
        try:
            output, why = _read(process, content, longest)
        finally:
            _end(process, first, 0 if why else LEAVES_IN)
        return _ran(job, output, why or _how_it_ended(process))


def _first_inside(info: int) -> int | None:
    """Return a handle of the first process inside, whose end is the end of all; None for none."""
    said, until = b"", time.monotonic() + STARTS_IN
    with selectors.DefaultSelector() as selector:
        selector.register(info, selectors.EVENT_READ)
        while selector.select(max(until - time.monotonic(), 0)):
            piece = os.read(info, 4096)
            said += piece
            if not piece or said.rstrip().endswith(b"}"):
                break
    try:
        return os.pidfd_open(json.loads(said)["child-pid"])
    except (ValueError, KeyError, OSError):
        return None


def _does_not_work(said: str) -> str:
    return (
        f"bubblewrap, which keeps learners' code apart, does not work here ({said}). On Ubuntu IT "
        "has to allow it by an AppArmor profile, in a container by its settings; then grade again"
    )


def _read(process: subprocess.Popen[bytes], content: bytes, longest: float) -> tuple[bytes, str]:
    """Hand the job in; return what comes out, and which limit stopped it."""
    assert process.stdin and process.stdout
    until, output = time.monotonic() + longest, b""
    with selectors.DefaultSelector() as selector:
        os.set_blocking(process.stdin.fileno(), False)
        selector.register(process.stdin, selectors.EVENT_WRITE)
        selector.register(process.stdout, selectors.EVENT_READ)
        while (left := until - time.monotonic()) > 0:
            for key, _ in selector.select(left):
                if key.fileobj is process.stdin:
                    content = content[_written(key.fd, content) :]
                    if not content:
                        selector.unregister(process.stdin)
                        process.stdin.close()
                    continue
                piece = os.read(key.fd, 65_536)
                output += piece
                if not piece:
                    return output, ""
                if len(output) > MOST_OUTPUT:
                    return output, f"it gave out more than {MOST_OUTPUT // 1000:,} kB"
    return output, f"it ran longer than {longest:g} seconds"


def _written(descriptor: int, content: bytes) -> int:
    try:
        return os.write(descriptor, content)
    except BrokenPipeError:
        return len(content)  # nobody reads it any more


def _end(process: subprocess.Popen[bytes], first: int, leaves_in: float) -> None:
    """End all that is inside, and return once nothing of it is left.

    The kernel ends every process of a namespace before its first one counts as gone.
    """
    try:
        with selectors.DefaultSelector() as selector:
            selector.register(first, selectors.EVENT_READ)
            if not selector.select(leaves_in):
                signal.pidfd_send_signal(first, signal.SIGKILL)
                selector.select(STARTS_IN)
        process.wait(STARTS_IN)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        pass
    finally:
        os.close(first)
        _kill_group(process)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _how_it_ended(process: subprocess.Popen[bytes]) -> str:
    if process.returncode in (128 + signal.SIGKILL, 128 + signal.SIGXCPU):
        most = LIMITS["RLIMIT_CPU"]
        return f"it computed for more than {most} seconds, or took too much memory"
    said = _last_line(process)
    return f"it ended itself ({said})" if said else "it ended itself"


def _last_line(process: subprocess.Popen[bytes]) -> str:
    """Return the last line that bubblewrap or Python wrote; what was run inside cannot write it."""
    assert process.stderr
    said = process.stderr.read(2_000).decode("utf-8", "replace").strip().splitlines()
    return said[-1] if said else ""


def _ran(job: Job, output: bytes, why: str) -> Ran:
    """Return what lines say; a line that is not as the program writes it counts as none."""
    lines: dict[int, dict[str, Any]] = {}
    for text in output.split(b"\n"):
        try:
            line = json.loads(text)
            at = line["cell"]
            values = {name: _small(line["values"].get(name)) for name in job.names}
            said = {name: str(line[name])[:2_000] for name in ("printed", "error")}
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            continue
        if type(at) is int:
            lines.setdefault(at, {"values": values, **said})
    whole = [
        lines[at]
        for at in range(len(job.cells))
        if all(one in lines for one in range(at)) and at in lines
    ]
    return Ran(
        tuple(line["values"] for line in whole),
        tuple(line["printed"] for line in whole),
        tuple(line["error"] for line in whole),
        stopped=why if len(whole) < len(job.cells) else "",
    )


def _small(value: object) -> object:
    return value if len(json.dumps(value)) <= LARGEST_VALUE else None


# What must give nothing inside: others' files, places to write, the network, another process,
# memory that no limit counts, sockets that no space for the network holds (vsock, netlink).
REACHING_OUT = """
import ctypes, os, socket
reached = []
def reach(what, call):
    try:
        if call() != -1:
            reached.append(what)
    except Exception:
        pass
c = ctypes.CDLL(None)
reach("a file", lambda: open("/etc/passwd").read())
reach("a place to write", lambda: open(os.__file__, "a"))
reach("a place to write", lambda: open("/left", "w"))
reach("another process", os.fork)
reach("other memory", lambda: c.shmget(0, 4096, 0o1600))
reach("another space", lambda: c.unshare(0x10000000))
reach("the network", lambda: socket.create_connection(("127.0.0.1", PORT), 0.5))
for family in (40, 16):
    reach("a socket to the host or the kernel", lambda: socket.socket(family, socket.SOCK_DGRAM))
if [line for line in open("/proc/net/dev") if ":" in line and line.split(":")[0].strip() != "lo"]:
    reached.append("the network")
if os.geteuid() == 0 or os.environ.keys() - {"PATH", "HOME", "TZ", "OPENBLAS_NUM_THREADS",
        "PYTHONDONTWRITEBYTECODE", "PWD", "LC_CTYPE"}:
    reached.append("the environment")
if len([each for each in os.listdir("/proc") if each.isdigit()]) > 1:
    reached.append("other processes")
"""
