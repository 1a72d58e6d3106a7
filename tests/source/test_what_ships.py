"""No byte that reaches a learner holds a text, a mark scheme, or what a second reader confirmed."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from small_texts import EXERCISE, write_course

from groundwork.authoring import write
from groundwork.authoring.source import course
from groundwork.cohort.release import release
from groundwork.cohort.settings import settings
from groundwork.learner import answers, workspace
from groundwork.learner.shipping import DATASETS, LESSONS, shipped

ROOT = Path(__file__).parents[2]
NAME = "01_job"
# Beside the exercise, and nobody's but the authors'.
STAY = {
    "confirmed.json": '{"q1": "a second reader said 3.3"}',
    "es.po": 'msgid "a second reader"',
    "notes.txt": "a second reader",
    ".hidden": "a second reader",
    "drafts/old.md": "a second reader",
}
# How a text, a mark scheme or a record of a second reader begins.
SECRETS = (":::{", "- [x]", "Read for the thinking", "MARK SCHEME", "SOLUTION", "a second reader")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course, written, with what authors keep beside an exercise."""
    root = tmp_path_factory.mktemp("course")
    write_course(root)
    text = root / f"exercises/{NAME}/{NAME}.md"
    assert not next(write.write_texts({text: "exercise"}, root)).faults
    for name, content in STAY.items():
        path = text.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    answers.keep("q1", "an author's own try", text.parent)
    (text.parent / "figures.csv").write_text("a\n1\n", encoding="utf-8")
    return root


def told(folder: Path) -> set[str]:
    """The secrets that some file below a folder holds, in its bytes or in its name."""
    found = set()
    for path in folder.rglob("*"):
        held = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        found |= {secret for secret in SECRETS if secret.encode() in held}
    return found


def names(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found}


SHIPPED = {f"{NAME}.ipynb", "catalog.json", "figures.csv"}


def test_the_search_finds_what_must_stay(root: Path) -> None:
    assert told(root / "exercises") == set(SECRETS)


def test_our_release_holds_the_list_and_no_secret(root: Path, tmp_path: Path) -> None:
    release(root / "exercises" / NAME, tmp_path / NAME)
    assert names(tmp_path / NAME) == SHIPPED
    assert told(tmp_path) == set()


def test_a_prepared_workspace_holds_the_list_and_no_secret(root: Path, tmp_path: Path) -> None:
    release(root / "exercises" / NAME, tmp_path / "released")
    lesson = root / "modules" / f"{NAME}.ipynb"
    shutil.copy(root / "exercises" / NAME / f"{NAME}.ipynb", lesson)
    (root / "modules" / "catalogs").mkdir(exist_ok=True)
    (root / "modules" / "catalogs" / f"{NAME}.json").write_text("{}", encoding="utf-8")
    shutil.copy(tmp_path / "released" / f"{NAME}.ipynb", lesson)
    workspace.prepare(root, tmp_path / "work", {NAME: tmp_path / "released"})
    assert {name for name in names(tmp_path / "work") if not name.startswith(".groundwork")} == {
        *(f"exercises/{NAME}/{name}" for name in SHIPPED),
        "datasets/README.md",
        f"modules/{NAME}.ipynb",
        f"modules/catalogs/{NAME}.json",
    }
    assert told(tmp_path / "work") == set()


def test_nbgrader_by_itself_releases_no_secret_either(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "exercises" / NAME, tmp_path / "source" / NAME)
    config = settings([tmp_path / "source" / NAME])
    config.CourseDirectory.course_id = "course"
    config.CourseDirectory.root = str(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        # nbgrader makes its gradebook with the `alembic` that it finds on the PATH.
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        directory = CourseDirectory(config=config)
        api = NbGraderAPI(config=config, coursedir=directory, log_level="ERROR")
        assert api.generate_assignment(NAME)["success"]
    released = names(tmp_path / "release" / NAME) - {"answers.json"}
    assert released == SHIPPED
    assert told(tmp_path / "release") == set()


def test_a_learner_s_answers_are_never_left_out_of_what_is_collected(root: Path) -> None:
    ignored = settings([root / "exercises" / NAME]).CourseDirectory.ignore
    assert f"{NAME}.md" in ignored
    assert not set(ignored) & {"answers.json", "catalog.json", f"{NAME}.ipynb"}


def test_no_text_of_the_course_itself_ships(tmp_path: Path) -> None:
    texts = course.texts(ROOT)
    sent = [
        *(f"modules/{path}" for path in shipped(ROOT / "modules", LESSONS)),
        *(f"datasets/{path}" for path in shipped(ROOT / "datasets", DATASETS)),
    ]
    for text, kind in texts.items():
        assert text.relative_to(ROOT).as_posix() not in sent
        if kind == "exercise":
            release(text.parent, tmp_path / text.stem)
    assert told(tmp_path) == set()
    assert EXERCISE.count("- [x]") == 2


def test_the_package_holds_no_text() -> None:
    """What is installed comes from src/groundwork alone."""
    texts = [*(ROOT / "src").rglob("*.md"), *(ROOT / "src").rglob("*.po")]
    assert texts == []
