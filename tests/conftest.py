"""What tests of many folders share: a browser, an empty workspace, a fresh start for each file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import afresh
import pytest
from browser_tools import running_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A headless Chromium. Playwright can run only once at a time in a process."""
    with running_chromium() as browser:
        from playwright.sync_api import expect

        expect.set_options(timeout=90_000)  # a loaded machine is slow, and only a failure waits
        yield browser


@pytest.fixture(scope="module", autouse=True)
def _nothing_of_another_file() -> None:
    """Let no file meet what another one kept, left running or left open."""
    afresh.begin()


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which nothing is kept, seen from the folder of its lessons."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "datasets").symlink_to(Path(__file__).parents[1] / "datasets")
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    return tmp_path
