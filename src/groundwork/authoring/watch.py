"""Write texts anew whenever somebody saves one of them, or what they are built from."""

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

EVERY = 0.8  # seconds
FOLDERS = ("modules", "exercises", "facilitator_guide/text", "datasets", "src")
ENDINGS = (".md", ".csv", ".yaml", ".py", ".js")


def watch(
    root: Path, write: Callable[[set[Path]], object], sleep: Callable[[float], object] = time.sleep
) -> None:
    """Call `write` with the files that were saved since the last look, until Ctrl-C.

    It also ends with the process that started it: nobody is left who could press Ctrl-C.
    """
    known, parent = saved(root), os.getppid()
    while os.getppid() == parent:
        sleep(EVERY)
        now = saved(root)
        changed = {path for path in now if known.get(path) != now[path]} | (known.keys() - now)
        known = now
        if changed:
            write(changed)


def saved(root: Path) -> dict[Path, int]:
    """Return when each file was saved that a page may be built from."""
    found = {}
    for path in _files(root):
        try:
            found[path] = path.stat().st_mtime_ns
        except OSError:  # an editor is just replacing it
            continue
    return found


def _files(root: Path) -> Iterable[Path]:
    for folder in FOLDERS:
        for path in (root / folder).rglob("*"):
            if path.suffix in ENDINGS and "__pycache__" not in path.parts:
                yield path
