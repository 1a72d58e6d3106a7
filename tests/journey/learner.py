"""A learner at their computer: the real command, a real browser, and what was seen of both."""

import importlib.util
import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from browser_tools import VIEWPORT, free_port, own_environment
from playwright.sync_api import Browser, Locator, Page, expect

ROOT = Path(__file__).parents[2]
READY = "Ready. You can answer now."
READY_EXERCISE = "Ready. Check each answer as you go."
# JupyterLab itself asks for language servers, which the course's server does not offer.
NOT_OURS = "/lsp/status"


def command() -> list[str]:
    """Return what a learner types; past start.py where that would install something first."""
    found = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert found and found.loader
    start = importlib.util.module_from_spec(found)
    found.loader.exec_module(start)
    # Whether start.py finds the course installed, as it does when it started these tests.
    if Path(sys.prefix) == start.VENV and start.is_installed(start.LOCK):
        return [sys.executable, str(ROOT / "start.py")]
    return [sys.executable, "-P", "-m", "groundwork", "open"]


class Learner:
    """Starts and stops the course, opens its page, and remembers what went wrong.

    Attributes
    ----------
    page
        The browser's page, open between `start` and `stop`.
    abroad
        Every address that the browser asked for outside this computer.
    errors
        Every error in the browser's console.
    """

    page: Page

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.workspace = folder / "Ünï wörk"
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self.abroad: list[str] = []
        self.errors: list[str] = []
        self._context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        self._context.on("request", lambda request: self._asked(request.url))
        self._server: subprocess.Popen[str] | None = None

    def start(self, *arguments: str) -> str:
        """Type the command, open the address that it prints, and return that address."""
        typed = [*command(), *arguments, "--no-browser", "--port", str(free_port())]
        self._server = subprocess.Popen(
            [*typed, "--workspace", str(self.workspace)],
            cwd=self.home,
            env=own_environment(self.home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._server.stdout
        said = ""
        for line in self._server.stdout:
            said += line
            if "To stop, press Ctrl-C" in line:
                break
        address = re.search(r"http://localhost:\d+/\S+", said)
        assert address, said
        self.page = self._context.new_page()
        self.page.on("websocket", lambda socket: self._asked(socket.url))
        self.page.on("console", lambda message: self._told(message))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(address.group())
        return address.group()

    def save(self) -> None:
        """Save the notebook by key, and wait until the server has done all that belongs to it."""
        with self.page.expect_response(
            lambda answer: answer.request.method == "POST" and "/checkpoints" in answer.url
        ):
            self.page.keyboard.press("Control+s")

    def stop(self) -> tuple[int, str]:
        """Press Ctrl-C; return the command's exit status and its last words."""
        assert self._server
        before = list(self.errors)
        self._server.send_signal(signal.SIGINT)
        try:
            said, _ = self._server.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self._server.kill()  # or the next start would only point to this one
            raise
        self.page.close()
        self.errors = before  # a page whose server has gone says so
        return self._server.returncode, said

    def leave(self) -> None:
        """End whatever still runs."""
        self._context.close()
        if self._server and self._server.poll() is None:
            self._server.kill()
            self._server.wait()

    def read(self, path: str) -> dict:
        """Read a JSON file of the workspace."""
        return json.loads((self.workspace / path).read_text(encoding="utf-8"))

    def files_with(self, text: str) -> set[str]:
        """Name every file of the learner's that holds a text: kept work, logs, Jupyter's own."""
        return {
            path.name
            for folder in (self.workspace, self.home)
            for path in folder.rglob("*")
            if path.is_file() and text.encode() in path.read_bytes()
        }

    def _asked(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob") and parts.hostname not in (
            "localhost",
            "127.0.0.1",
        ):
            self.abroad.append(address)

    def _told(self, message: Any) -> None:
        where = message.location.get("url", "")
        if message.type == "error" and NOT_OURS not in where:
            self.errors.append(f"{message.text} ({where})")


def is_ready(page: Page, words: str = READY) -> None:
    """Wait for the line above the notebook on the screen to say that it is live."""
    expect(page.locator(".gwlab-status:visible")).to_have_text(words, timeout=60_000)


def widget(page: Page, selector: str) -> Locator:
    return page.locator(f".gw{selector}:visible")


def says(box: Locator, text: str) -> None:
    """Wait until a widget's live region says something."""
    expect(box.locator("[role=status]", has_text=text).first).to_be_attached()


def go_to(page: Page, name: str, words: str = READY) -> None:
    """Follow the path at the left to a lesson or an exercise."""
    path = page.get_by_role("navigation", name="Lessons and exercises")
    path.get_by_role("link", name=name).click()
    is_ready(page, words)


def turn_dark(page: Page) -> None:
    """Choose the dark theme in the menu."""
    page.keyboard.press("Escape")
    page.locator(".lm-MenuBar-item", has_text="Settings").click()
    page.locator(".lm-Menu-item:visible", has_text="Theme").click()
    page.locator(".lm-Menu-item:visible", has_text=re.compile("^JupyterLab Dark$")).click()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
