"""`groundwork cohort open`, as a facilitator starts it, and a page of it."""

import contextlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
from browser_tools import free_port, own_environment, until
from playwright.sync_api import Locator, Page

ADDRESS = re.compile(r"http://\S+")


@dataclass
class Served:
    """A console that runs: its process, and the address that it printed."""

    process: subprocess.Popen
    address: str

    def kill(self) -> None:
        """End it and all that it started, at once and in the middle of whatever they do."""
        everything = psutil.Process(self.process.pid).children(recursive=True)
        for each in [self.process, *everything]:
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
        self.process.wait(10)


def start(folder: Path, home: Path, port: int, *words: str) -> Served:
    """Type the command, `open` or the one that is named, and wait for the address."""
    home.mkdir(parents=True, exist_ok=True)
    log = home / "console.log"
    part, *more = words or ("open",)
    command = ["cohort", part, str(folder), *more, "--no-browser", f"--port={port}"]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "groundwork", *command],
            env=own_environment(home),
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
    until(lambda: bool(ADDRESS.search(log.read_text())) or process.poll() is not None, 120)
    found = ADDRESS.search(log.read_text())
    assert found, log.read_text()
    return Served(process, found[0])


@contextlib.contextmanager
def served(folder: Path, home: Path, *words: str) -> Iterator[Served]:
    """Serve a cohort's folder, and end it."""
    found = start(folder, home, free_port(), *words)
    try:
        yield found
    finally:
        if found.process.poll() is None:
            found.kill()


def go_to(page: Page, control: Locator) -> None:
    """Come to a control with Tab alone."""
    for _ in range(300):
        if control.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not lead there")
