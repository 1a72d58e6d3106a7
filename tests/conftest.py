"""The one browser that all browser tests of a worker share, and a fresh start for each file."""

from collections.abc import Iterator
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
