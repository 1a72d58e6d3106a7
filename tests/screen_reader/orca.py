"""The screen reader Orca beside a real Chromium on a screen of its own, and what it said."""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import CHROMIUM_FLAGS, find_chromium
from playwright.sync_api import Browser, Locator, Page

PROGRAMS = ("orca", "Xvfb", "dbus-daemon", "xdotool", "pgrep")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SAID = re.compile(r"SPEECH OUTPUT: '(.*)'\s*\{")
# Run by Orca as it starts. It writes what it says only when 8 KB are full, and it would read all
# of a page that opens, and each key, before it hears of anything else.
CUSTOMIZED = """from orca import debug, settings
debug.debugFile.reconfigure(line_buffering=True)
settings.sayAllOnLoad = settings.pageSummaryOnLoad = settings.enableKeyEcho = False
"""
PATIENCE = 20  # seconds until words count as never said


class Orca:
    """Presses keys as a person does, and waits for words to be spoken."""

    def __init__(self, page: Page, log: Path, environment: dict[str, str], end: float) -> None:
        self.page = page
        self._log = log
        self._environment = environment
        self._end = end
        self._heard = 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X names them."""
        for key in keys:
            self._heard = len(self._words())
            subprocess.run(["xdotool", "key", key], env=self._environment, check=True)
            time.sleep(0.4)

    def begin_at(self, control: Locator) -> None:
        """Put the focus on a control, as a person who came so far has it."""
        self._heard = len(self._words())
        control.focus()

    def hears(self, *wanted: str) -> str:
        """Wait until all of these are said since the last key; return everything said since."""
        end = min(time.monotonic() + PATIENCE, self._end)
        said = ""
        while time.monotonic() < end:
            said = " | ".join(self._words()[self._heard :])
            if all(words.lower() in said.lower() for words in wanted):
                return said
            time.sleep(0.2)
        raise AssertionError(f"Orca did not say {wanted}; it said: {said}")

    def _words(self) -> list[str]:
        return SAID.findall(self._log.read_text(encoding="utf-8", errors="replace"))


def find_orca() -> None:
    """Without a screen reader to start, skip on a laptop and fail in CI."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if not LAUNCHER.exists():
        missing.append("at-spi2-core")
    if missing:
        problem = f"No screen reader to drive: {', '.join(missing)} not found."
        if os.environ.get("CI"):
            pytest.fail(problem)
        pytest.skip(problem)
    if subprocess.run(["pgrep", "-x", "orca"], stdout=subprocess.DEVNULL).returncode == 0:
        pytest.skip("Orca runs already, and would not start a second time.")


@contextlib.contextmanager
def reading(browser: Browser, folder: Path, end: float) -> Iterator[Orca]:
    """Start a screen, the accessibility bus, Orca and a browser that it reads; end them after."""
    find_orca()
    home = folder / "home"
    own_code = home / ".local/share/orca/orca-customizations.py"
    own_code.parent.mkdir(parents=True)
    own_code.write_text(CUSTOMIZED, encoding="utf-8")
    with contextlib.ExitStack() as stack:
        # The bus's socket lies in it, and the name of a socket may have no more than 107 letters.
        runtime = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        environment = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": runtime}

        def start(*command: str, **more: object) -> subprocess.Popen:
            process = subprocess.Popen(  # type: ignore[call-overload]
                command, env=environment, stdin=subprocess.DEVNULL, text=True, **more
            )
            stack.callback(_end, process)
            return process

        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        screen = start(
            *("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert screen.stdout
        environment["DISPLAY"] = f":{screen.stdout.readline().strip()}"
        bus = start(
            *("dbus-daemon", "--session", "--nofork", "--print-address=1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert bus.stdout
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        start(str(LAUNCHER), "--launch-immediately", **quiet)
        time.sleep(1)
        log = folder / "orca.log"
        said = folder / "orca.out"
        with said.open("w") as output:
            speaker = start("orca", f"--debug-file={log}", stdout=output, stderr=output)
        begun = min(time.monotonic() + 2 * PATIENCE, end)
        while "SPEECH OUTPUT" not in (log.read_text(errors="replace") if log.exists() else ""):
            assert speaker.poll() is None, f"Orca ended: {said.read_text()}"
            assert time.monotonic() < begun, "Orca did not begin to speak."
            time.sleep(0.5)
        seen = browser.browser_type.launch(
            executable_path=find_chromium(windows=True),
            headless=False,
            args=[*CHROMIUM_FLAGS, "--force-renderer-accessibility", "--window-size=1280,900"],
            env={name: str(value) for name, value in environment.items()},
        )
        stack.callback(seen.close)
        page = seen.new_page(no_viewport=True)
        subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--class", "chrom", "windowfocus"],
            env=environment,
            stdout=subprocess.DEVNULL,
            timeout=30,
            check=False,
        )
        yield Orca(page, log, environment, end)


def _end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
