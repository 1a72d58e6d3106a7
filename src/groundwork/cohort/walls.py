"""The walls of the sandbox: what code inside sees, as the command line of bubblewrap.

Inside are Python, the course's library and the system's shared libraries, all of them read-only,
two small temporary folders, and nothing else: no home, no cohort, no keys, no network, no other
process. The environment is empty for bubblewrap too, whose own a process inside could read.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import groundwork

PROGRAM = Path(__file__).with_name("sandboxed.py")
WHERE_PROGRAMS_ARE = "/usr/bin:/bin:/usr/local/bin"
SYSTEM = ("/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib32", "/lib64")
TEMPORARY = 16 * 2**20  # bytes in each temporary folder
NOBODY = "65534"


def tool(name: str) -> str:
    """Return the path of a program of the system, "" where there is none."""
    return shutil.which(name, path=WHERE_PROGRAMS_ARE) or ""


def inside() -> list[Path]:
    """Return the folders that code inside can read beside the system's, each once, outer first."""
    library = Path(groundwork.__file__).parent
    found: list[Path] = []
    for path in sorted({Path(sys.base_prefix), Path(sys.prefix), library, PROGRAM.parent}):
        if not shown_in(path, found):
            found.append(path)
    program = Path(os.path.realpath(sys.executable))
    return found if shown_in(program, found) else [*found, program]


def shown_in(path: Path, folders: Iterable[Path] | None = None) -> bool:
    """Whether code inside could see a path, or something below it."""
    known = inside() if folders is None else folders
    return any(path.is_relative_to(each) for each in known)


def command(bwrap: str, info: int, calls: int) -> list[str]:
    """Return what starts Python in the sandbox.

    Parameters
    ----------
    bwrap
        Where bubblewrap is.
    info, calls
        The open files that bubblewrap says its process in, and reads the filter of calls from.
    """
    return [
        bwrap,
        *("--unshare-all", "--unshare-user", "--disable-userns", "--cap-drop", "ALL"),
        *("--die-with-parent", "--new-session", "--as-pid-1", "--clearenv"),
        *("--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/tmp", "--setenv", "TZ", "UTC"),
        *("--setenv", "OPENBLAS_NUM_THREADS", "1", "--setenv", "PYTHONDONTWRITEBYTECODE", "1"),
        *("--proc", "/proc", "--dev", "/dev"),
        *("--size", str(TEMPORARY), "--tmpfs", "/dev/shm"),
        *("--size", str(TEMPORARY), "--tmpfs", "/tmp"),
        # After the temporary folders, which would cover a course that lies in one of them. Code
        # begins in the other one, which is empty wherever the course lies.
        *_read_only([*_system(), *inside()]),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/dev/shm"),
        *("--info-fd", str(info), "--seccomp", str(calls)),
        *("--", sys.executable, "-I", str(PROGRAM)),
    ]


def as_nobody(bwrap: str, setpriv: str, command: list[str]) -> list[str]:
    """Return the same for who grades as root: as a user who owns nothing.

    Root's folders are closed to that user, so what goes inside is laid out for it first.
    """
    paths = [Path("/usr"), *_system(), *inside(), Path(bwrap), Path(setpriv)]
    return [
        *(bwrap, "--die-with-parent"),
        *_open_parents(inside()),
        *_read_only(paths),
        *("--perms", "0755", "--dir", "/tmp", "--bind", "/proc", "/proc"),
        *("--dev-bind", "/dev", "/dev", "--"),
        *(setpriv, "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"),
        *("--bounding-set", "-all", "--no-new-privs", "--"),
        *command,
    ]


def _system() -> list[Path]:
    return [Path(each) for each in SYSTEM if os.path.lexists(each)]


def _read_only(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the words that show paths inside; a link stays one, and nothing is shown twice."""
    shown: list[Path] = []
    for path in sorted(paths, key=lambda each: len(each.parts)):
        if any(path.is_relative_to(other) for other in shown):
            continue
        if path.is_symlink() and path.parent in (Path("/"), Path("/usr")):
            yield from ("--symlink", str(path.readlink()), str(path))
            continue
        shown.append(path)
        yield from ("--ro-bind", str(path), str(path))


def _open_parents(paths: Iterable[Path]) -> Iterator[str]:
    parents = {parent for path in paths for parent in path.parents} - {Path("/"), Path("/usr")}
    for parent in sorted(parents):
        yield from ("--perms", "0755", "--dir", str(parent))
