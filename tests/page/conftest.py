"""One JupyterLab for this folder: the real lessons, and one that holds every kind of widget."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import Lab, code, free_port, markdown, write_notebook
from every_kind import CELLS, write_lesson
from learner_lab import extension_for, learner_home, learner_lab

from groundwork.cohort.release import release

OTHER = [markdown("# The other lesson\n\n" + "Read on. " * 600), code("print(1)")]
# A page with one widget, which is open sooner than one with every kind.
TO_WRITE_IN = [markdown("# Words"), code(CELLS["reflection"].strip())]
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
    about = {"lesson": "93_words", "title": "Words"}
    write_notebook(
        workspace / "modules/93_words.ipynb", TO_WRITE_IN, groundwork={**about, "minutes": minutes}
    )
    # Not the course's: it lies elsewhere, and nobody has trusted it.
    write_notebook(workspace / "mine" / "foreign.ipynb", TO_WRITE_IN)
    for exercise in (ROOT / "exercises").iterdir():
        release(exercise, workspace / "exercises" / exercise.name)
    return workspace, extension_for(workspace, folder / "labextension", released=True)


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
