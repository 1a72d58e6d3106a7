"""One JupyterLab and one browser for all tests of this folder, over a course of small notebooks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from acts import (
    EXERCISE,
    GUESS_CELLS,
    LESSON_CELLS,
    MAPS,
    PARTS_CELLS,
    PROFILE,
    QUICK,
    RATE_ALL,
    RATE_CELLS,
    RATINGS,
    new_page,
    write_exercise,
    write_lesson,
)
from browser_tools import Lab, code, markdown
from learner_lab import extension_for, learner_home, learner_lab
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learner's folder, with a space and an umlaut in its name."""
    folder = tmp_path_factory.mktemp("lab") / "Übung work"
    write_lesson(folder, "00_start_here", LESSON_CELLS, work=RATINGS)
    write_lesson(folder, "01_root_causes", LESSON_CELLS, work=MAPS)
    write_lesson(folder, "02_reading_inequity", LESSON_CELLS)
    write_lesson(folder, "03_stops", [markdown("# Stops"), code("1 / 0"), code("print('never')")])
    write_lesson(folder, "04_guess", GUESS_CELLS)
    write_lesson(folder, "05_parts", PARTS_CELLS, work=RATINGS, quick=QUICK)
    write_lesson(folder, "06_rate", RATE_CELLS, work=PROFILE, quick=RATE_ALL)
    write_exercise(folder, "01_root_causes")
    (folder / "datasets").mkdir()
    return folder


@pytest.fixture(scope="session")
def extension(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension as it is, but installed with this small course."""
    folder = tmp_path_factory.mktemp("extension") / "labextension"
    extension_for(workspace, folder, released=True)
    # A lesson that the course has and this workspace has not.
    (workspace / "modules" / "02_reading_inequity.ipynb").unlink()
    return folder


@pytest.fixture(scope="session")
def lab(
    workspace: Path, extension: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lab]:
    """JupyterLab as the learner sees it."""
    # The command as it is said on Windows.
    home = learner_home(tmp_path_factory.mktemp("home"), groundworkStart="py start.py")
    with learner_lab(workspace, extension, home) as lab:
        yield lab


@pytest.fixture
def nothing_kept(workspace: Path) -> Iterator[None]:
    """For files whose tests keep what the next test of the same file must not meet."""
    yield
    shutil.rmtree(workspace / "my_work", ignore_errors=True)
    (workspace / EXERCISE).with_name("answers.json").unlink(missing_ok=True)


@pytest.fixture
def page(browser: Browser, lab: Lab) -> Iterator[Page]:
    """A page of one test's own."""
    with new_page(browser, lab) as page:
        yield page


@pytest.fixture(scope="module")
def window(browser: Browser, lab: Lab) -> Iterator[Page]:
    """A page that the tests of a file share, each of which opens a notebook alone in it."""
    with new_page(browser, lab) as page:
        yield page
