"""One JupyterLab for this folder: the real lessons, and one that holds every kind of widget."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from acts_on_every_kind import REFUSED
from browser_tools import Lab, code, free_port, markdown, write_notebook
from every_kind import box_of, cells, open_all, open_page, settled, write_lesson
from learner_lab import extension_for, learner_home, learner_lab
from playwright.sync_api import Browser, Page

from groundwork.cohort.release import release

OTHER = [markdown("# The other lesson\n\n" + "Read on. " * 600), code("print(1)")]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A learner's workspace, and the extension that knows its lessons as the course's own."""
    folder = tmp_path_factory.mktemp("page")
    workspace = folder / "work"
    shutil.copytree(ROOT / "modules", workspace / "modules", ignore=lambda *_: ["my_work"])
    shutil.copytree(ROOT / "datasets", workspace / "datasets")
    write_lesson(workspace)
    about = {"lesson": "91_other", "title": "The other lesson"}
    minutes = {"read": 1, "do": 1, "reflect": 1}
    other = workspace / "modules/91_other.ipynb"
    write_notebook(other, OTHER, groundwork={**about, "minutes": minutes})
    # Not the course's: it lies elsewhere, and nobody has trusted it.
    write_notebook(workspace / "mine" / "foreign.ipynb", cells())
    shutil.copytree(ROOT / "exercises", workspace / "exercises")
    extension = extension_for(workspace, folder / "labextension")
    for exercise in (ROOT / "exercises").iterdir():
        shutil.rmtree(workspace / "exercises" / exercise.name)
        release(exercise, workspace / "exercises" / exercise.name)
    return workspace, extension


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose JupyterLab has the learner's view."""
    return learner_home(tmp_path_factory.mktemp("home"))


class Course:
    """The course's server, which can be stopped and started again at the same address."""

    def __init__(self, course: tuple[Path, Path], home: Path) -> None:
        self._where, self._home = course, home
        self._port = free_port()
        self._running = contextlib.ExitStack()

    def start(self) -> Lab:
        server = learner_lab(*self._where, self._home, self._port)
        return self._running.enter_context(server)

    def stop(self) -> None:
        self._running.close()


@pytest.fixture(scope="session")
def server(course: tuple[Path, Path], home: Path) -> Iterator[Course]:
    """The course as the learner starts and stops it."""
    server = Course(course, home)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def lab(server: Course) -> Lab:
    """JupyterLab as the learner sees it."""
    return server.start()


@pytest.fixture(scope="module")
def refused(browser: Browser, lab: Lab) -> Iterator[Page]:
    """Every kind of widget in a page of its own, with its form open and a mistake told."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    open_page(page, lab)
    settled(page)
    for kind, controls in REFUSED.items():
        for find in controls:
            find(box_of(page, kind)).click()
            settled(page)
    open_all(page)
    yield page
    page.close()
