"""The one browser that all browser tests of a worker share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from browser_tools import running_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A headless Chromium. Playwright can run only once at a time in a process."""
    with running_chromium() as browser:
        from playwright.sync_api import expect

        expect.set_options(timeout=40_000)  # a loaded machine is slow, and only a failure waits
        yield browser
