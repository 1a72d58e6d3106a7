"""One learner a file: each has a folder and a home of their own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def learner(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A learner whose workspace is empty; the tests of a file use it one after the other."""
    from learner import Learner

    learner = Learner(browser, tmp_path_factory.mktemp("journey"))
    yield learner
    learner.leave()
