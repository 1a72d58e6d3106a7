"""One JupyterLab for this folder: the real lessons, and one that holds every kind of widget."""

import contextlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import (
    LABEXTENSIONS,
    Lab,
    code,
    free_port,
    markdown,
    running_lab,
    write_notebook,
)
from every_kind import NAME, cells

from groundwork.authoring import course_index
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
    for name, title in ((NAME, "Every kind"), ("91_other", "The other lesson")):
        path = workspace / "modules" / f"{name}.ipynb"
        about = {"lesson": name, "title": title, "minutes": {"read": 1, "do": 1, "reflect": 1}}
        write_notebook(path, cells() if name == NAME else OTHER, groundwork=about)
    # Not the course's: it lies elsewhere, and nobody has trusted it.
    write_notebook(workspace / "mine" / "foreign.ipynb", cells())
    extension = folder / "labextension"
    shutil.copytree(LABEXTENSIONS, extension)
    shutil.copytree(ROOT / "exercises", workspace / "exercises")
    index = json.dumps(course_index.index(workspace))
    (extension / "groundwork/static/course.json").write_text(index, encoding="utf-8")
    for exercise in (ROOT / "exercises").iterdir():
        shutil.rmtree(workspace / "exercises" / exercise.name)
        release(exercise, workspace / "exercises" / exercise.name)
    return workspace, extension


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose JupyterLab has the learner's view."""
    home = tmp_path_factory.mktemp("home")
    config = home / "learner" / "labconfig"
    config.mkdir(parents=True)
    shutil.copy(LABEXTENSIONS / "learner_page_config.json", config / "page_config.json")
    overrides = config / "default_setting_overrides.json"
    shutil.copy(LABEXTENSIONS / "learner_overrides.json", overrides)
    return home


class Course:
    """The course's server, which can be stopped and started again at the same address."""

    def __init__(self, course: tuple[Path, Path], home: Path) -> None:
        self._where, self._home = course, home
        self._port = free_port()
        self._running = contextlib.ExitStack()

    def start(self) -> Lab:
        workspace, extension = self._where
        server = running_lab(
            workspace,
            self._home,
            labextensions=extension,
            arguments=("--LabApp.expose_app_in_browser=True",),
            environment={"JUPYTER_CONFIG_PATH": str(self._home / "learner")},
            port=self._port,
        )
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
