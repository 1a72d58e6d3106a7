"""One learner a file: each has a folder, a home and a browser profile of their own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser_tools import running_chromium


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A learner whose workspace is empty; the tests of a file use it one after the other."""
    with running_chromium() as browser:
        from learner import Learner
        from playwright.sync_api import expect

        expect.set_options(timeout=20_000)
        learner = Learner(browser, tmp_path_factory.mktemp("journey"))
        yield learner
        learner.leave()
