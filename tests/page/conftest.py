"""One JupyterLab for this folder: the real lessons, and one that holds every kind of widget."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import LABEXTENSIONS, Lab, running_lab, write_notebook
from every_kind import cells

from groundwork.authoring import course_index
from groundwork.cohort.release import release

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A learner's workspace, and the extension that knows its lessons as the course's own."""
    folder = tmp_path_factory.mktemp("page")
    workspace = folder / "work"
    shutil.copytree(ROOT / "modules", workspace / "modules", ignore=lambda *_: ["my_work"])
    shutil.copytree(ROOT / "datasets", workspace / "datasets")
    for name, title in (("90_every_kind", "Every kind"), ("91_other", "The other lesson")):
        path = workspace / "modules" / f"{name}.ipynb"
        about = {"lesson": name, "title": title, "minutes": {"read": 1, "do": 1, "reflect": 1}}
        write_notebook(path, cells(), groundwork=about)
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


@pytest.fixture(scope="session")
def lab(course: tuple[Path, Path], home: Path) -> Iterator[Lab]:
    """JupyterLab as the learner sees it."""
    workspace, extension = course
    with running_lab(
        workspace,
        home,
        labextensions=extension,
        arguments=("--LabApp.expose_app_in_browser=True",),
        environment={"JUPYTER_CONFIG_PATH": str(home / "learner")},
    ) as lab:
        yield lab
