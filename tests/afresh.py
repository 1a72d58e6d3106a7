"""Each file of tests begins as if it were the first: nothing kept, no kernel, no window.

The tests of a folder share one JupyterLab, and workers take the files in an order that changes.
"""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_folders: dict[Path, dict[Path, bytes | None]] = {}  # as they were before anybody used them
_labs: list[str] = []  # the addresses of those that run now
_browsers: list["Browser"] = []


@contextmanager
def in_use(url: str, *folders: Path) -> Iterator[None]:
    """Name a JupyterLab that runs meanwhile, and the folders in which it keeps things.

    What a folder holds when it is named for the first time is what it is to hold again.
    """
    for folder in folders:
        _folders.setdefault(folder, _content(folder))
    _labs.append(url)
    try:
        yield
    finally:
        _labs.remove(url)


@contextmanager
def seen_by(browser: "Browser") -> Iterator[None]:
    """Name a browser that runs meanwhile."""
    _browsers.append(browser)
    try:
        yield
    finally:
        _browsers.remove(browser)


def begin() -> None:
    """Close every window, end every kernel, and leave in each folder only what it began with."""
    for browser in _browsers:
        for context in browser.contexts:
            context.close()
    for url in _labs:
        _end_kernels(url)
    for folder, content in _folders.items():
        if folder.exists():
            _restore(folder, content)


def _content(folder: Path) -> dict[Path, bytes | None]:
    """Return what a folder holds: the bytes of each file, nothing for a folder in it."""
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def _restore(folder: Path, before: dict[Path, bytes | None]) -> None:
    now = _content(folder)
    for path in sorted(now.keys() - before.keys(), reverse=True):  # the inner ones first
        path.unlink() if path.is_file() or path.is_symlink() else path.rmdir()
    for path, content in before.items():  # the outer ones first
        if content is None:
            path.mkdir(exist_ok=True)
        elif now.get(path) != content:
            path.write_bytes(content)


def _end_kernels(url: str) -> None:
    for kind in ("sessions", "kernels"):
        with urllib.request.urlopen(f"{url}api/{kind}", timeout=30) as answer:
            living = json.load(answer)
        for one in living:
            request = urllib.request.Request(f"{url}api/{kind}/{one['id']}", method="DELETE")
            urllib.request.urlopen(request, timeout=30).close()
