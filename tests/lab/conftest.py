"""One JupyterLab and one browser for all tests of this folder, over a course of small notebooks."""

import contextlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser_tools import (
    LABEXTENSIONS,
    VIEWPORT,
    Lab,
    code,
    markdown,
    running_chromium,
    running_lab,
    write_notebook,
)

from groundwork.authoring import course_index

WAIT = 40_000  # milliseconds: a kernel starts in one second, or in twenty on a busy machine
FOLDED = {"jupyter": {"source_hidden": True}}
LESSON = [
    markdown("# Root causes\n\nWhy: see the system before the gap.\n\n" + "Read on. " * 200),
    code("import ipywidgets\nslider = ipywidgets.IntSlider(description='Year')\nslider", **FOLDED),
    code(
        "said = ipywidgets.HTML('nothing moved – yet')\n"
        "slider.observe(lambda change: setattr(said, 'value', f'moved to {change.new}'), 'value')\n"
        "said",
        **FOLDED,
    ),
    markdown("## Key points\n\n" + "One more line. " * 200),
]


def graded(grade: bool, solution: bool, **more: object) -> dict:
    """Return the metadata that nbgrader keeps for a cell."""
    return {"nbgrader": {"grade": grade, "solution": solution, "schema_version": 3, **more}}


EXERCISE = [
    markdown("# Exercise: root causes"),
    code("rate = None", **graded(grade=False, solution=True, grade_id="rate")),
    code("print('kept', 1)", **FOLDED),
    code(
        "open('checked.txt', 'a').write('x')\nassert rate == 2, 'Divide by the births.'",
        **graded(grade=True, solution=False, grade_id="check-rate", points=1),
    ),
]


def write_lesson(workspace: Path, name: str, cells: list[dict]) -> None:
    about = {"lesson": name, "title": name[3:].replace("_", " ").capitalize()}
    minutes = {"read": 20, "do": 25, "reflect": 10}
    path = workspace / "modules" / f"{name}.ipynb"
    write_notebook(path, cells, groundwork={**about, "minutes": minutes})


def write_exercise(workspace: Path, name: str) -> None:
    path = workspace / "exercises" / name / f"{name}.ipynb"
    about = {"exercise": name, "title": "Root causes", "minutes": {"do": 25}}
    write_notebook(path, EXERCISE, groundwork=about)


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learner's folder, with a space and an umlaut in its name."""
    folder = tmp_path_factory.mktemp("lab") / "Übung work"
    write_lesson(folder, "00_start_here", LESSON)
    write_lesson(folder, "01_root_causes", LESSON)
    write_lesson(folder, "02_reading_inequity", LESSON)
    write_lesson(folder, "03_stops", [markdown("# Stops"), code("1 / 0"), code("print('never')")])
    write_exercise(folder, "01_root_causes")
    (folder / "datasets").mkdir()
    return folder


@pytest.fixture(scope="session")
def extension(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension as it is, but installed with this small course."""
    folder = tmp_path_factory.mktemp("extension") / "labextension"
    shutil.copytree(LABEXTENSIONS, folder)
    course = folder / "groundwork" / "static" / "course.json"
    # The test's exercise is in its released form already, so nbgrader has nothing to do.
    index = pytest.MonkeyPatch()
    index.setattr(course_index, "_released", lambda root, page, _folder: root / page.path)
    course.write_text(json.dumps(course_index.index(workspace)), encoding="utf-8")
    index.undo()
    # A lesson that the course has and this workspace has not.
    (workspace / "modules" / "02_reading_inequity.ipynb").unlink()
    return folder


@pytest.fixture(scope="session")
def lab(
    workspace: Path, extension: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lab]:
    """JupyterLab as the learner sees it."""
    home = tmp_path_factory.mktemp("home")
    config = home / "learner" / "labconfig"
    config.mkdir(parents=True)
    shutil.copy(LABEXTENSIONS / "learner_page_config.json", config / "page_config.json")
    overrides = config / "default_setting_overrides.json"
    shutil.copy(LABEXTENSIONS / "learner_overrides.json", overrides)
    with running_lab(
        workspace,
        home,
        labextensions=extension,
        arguments=("--LabApp.expose_app_in_browser=True",),
        environment={"JUPYTER_CONFIG_PATH": str(home / "learner")},
    ) as lab:
        yield lab


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    with running_chromium() as browser:
        from playwright.sync_api import expect

        expect.set_options(timeout=WAIT)
        yield browser


@contextlib.contextmanager
def new_page(browser, lab: Lab) -> Iterator[object]:
    """Give an empty browser profile; the kernels started meanwhile are ended afterwards."""
    context = browser.new_context(viewport=VIEWPORT)
    page = context.new_page()
    page.set_default_timeout(WAIT)
    yield page
    for session in context.request.get(f"{lab.url}api/sessions").json():
        context.request.delete(f"{lab.url}api/sessions/{session['id']}")
    context.close()


@pytest.fixture
def page(browser, lab: Lab) -> Iterator[object]:
    """A page of one test's own."""
    with new_page(browser, lab) as page:
        yield page
