# mypy: disable-error-code="arg-type"
"""What the course says of itself, and what the extension is told of it."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from browser_tools import LABEXTENSIONS, code, markdown, write_notebook

from groundwork.authoring import course_index
from groundwork.authoring.work import exercise_work
from groundwork.command.main import main
from groundwork.learner.course import HELP, Page, Step, fingerprint, steps
from groundwork.learner.workspace import course
from groundwork.subject.errors import UserError

ABOUT = {"title": "Root causes", "minutes": {"read": 20, "do": 25, "reflect": 10}}


def write_lesson(root: Path, name: str, *cells: dict) -> None:
    write_notebook(root / f"modules/{name}.ipynb", [*cells], groundwork={"lesson": name, **ABOUT})


def test_the_steps_come_in_order_with_their_minutes(tmp_path: Path) -> None:
    write_lesson(tmp_path, "01_root_causes")
    write_lesson(tmp_path, "00_start_here")
    write_notebook(tmp_path / "modules/notes.ipynb", [])
    path = "exercises/01_root_causes/01_root_causes.ipynb"
    about = {"exercise": "01_root_causes", "title": "Root causes", "minutes": {"do": 25}}
    write_notebook(tmp_path / path, [], groundwork=about)
    first, second = steps(tmp_path)
    assert first == Step("00_start_here", Page("modules/00_start_here.ipynb", **ABOUT))
    assert second.lesson.total_minutes == 55
    assert second.exercise == Page(path, "Root causes", {"do": 25})


def test_a_lesson_that_does_not_say_its_name_is_refused_with_an_example(tmp_path: Path) -> None:
    write_notebook(tmp_path / "modules/01_root_causes.ipynb", [], groundwork={"lesson": "01_other"})
    with pytest.raises(UserError, match=r'metadata needs .*"lesson": "01_root_causes"'):
        steps(tmp_path)


def test_only_code_counts_and_every_sign_of_it(tmp_path: Path) -> None:
    notebook = {"cells": [markdown("# A"), code("x = 1\ny = 2"), code("é–")]}
    expected = hashlib.sha256("x = 1\ny = 2\0é–".encode()).hexdigest()
    assert fingerprint(notebook) == expected
    notebook["cells"][0]["source"] = "# Another title"
    notebook["cells"][1] |= {"source": ["x = 1\n", "y = 2"], "execution_count": 7}
    assert fingerprint(notebook) == expected
    notebook["cells"][1]["source"] = "x = 1\ny = 3"
    assert fingerprint(notebook) != expected


@pytest.mark.parametrize("source", ["a\0b", "half \ud800 a pair"])
def test_code_that_could_pass_for_other_code_has_no_fingerprint(source: str) -> None:
    assert fingerprint({"cells": [code(source)]}) is None


def test_the_index_counts_an_exercise_in_its_released_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lesson(tmp_path, "01_root_causes", code("1"))
    path = "exercises/01_root_causes/01_root_causes.ipynb"
    about = {"exercise": "01_root_causes", **ABOUT}
    write_notebook(tmp_path / path, [code("choose('q1', 2)")], groundwork=about)

    def release(source: Path, destination: Path) -> None:
        write_notebook(destination / f"{source.name}.ipynb", [code("# yours")])

    monkeypatch.setattr("groundwork.cohort.release.release", release)
    found = course_index.index(tmp_path)
    assert found["fingerprints"][path] == fingerprint({"cells": [code("# yours")]})
    assert found["course"] == [
        {
            "name": "01_root_causes",
            "title": "Root causes",
            "minutes": {"lesson": 55, "exercise": 55},
            "work": {"lesson": [], "exercise": exercise_work(tmp_path / path)},
            "lesson": "modules/01_root_causes.ipynb",
            "exercise": path,
            "exercise_title": "Root causes",
        }
    ]


def test_the_page_of_help_is_known_and_is_no_lesson(tmp_path: Path) -> None:
    write_lesson(tmp_path, "00_start_here", code("1"))
    assert course_index.index(tmp_path)["help"] is None
    about = {"help": "how_it_works", "title": "How it works"}
    write_notebook(tmp_path / HELP, [markdown("# How it works")], groundwork=about)
    found = course_index.index(tmp_path)
    assert found["help"] == {"path": HELP, "title": "How it works"}
    assert found["fingerprints"][HELP] == hashlib.sha256(b"").hexdigest()
    assert [step["name"] for step in found["course"]] == ["00_start_here"]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small repository with a lesson and an exercise, whose releases are written down."""
    root = tmp_path / "repository"
    write_lesson(root, "01_root_causes", code("1"))
    write_exercise(root, "choose('q1', 2)")
    for name in course_index.RELEASED_BY:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")

    def release(source: Path, destination: Path) -> None:
        with (tmp_path / "releases").open("a") as file:
            file.write("one\n")
        destination.mkdir(parents=True)
        shutil.copy(source / f"{source.name}.ipynb", destination)

    monkeypatch.setattr("groundwork.cohort.release.release", release)
    return root


def write_exercise(root: Path, source: str) -> None:
    path = "exercises/01_root_causes/01_root_causes.ipynb"
    write_notebook(root / path, [code(source)], groundwork={"exercise": "01_root_causes", **ABOUT})


def releases(repository: Path) -> int:
    return len((repository.parent / "releases").read_text().splitlines())


def installed(prefix: Path) -> dict:
    found: dict = json.loads((prefix / course_index.INDEX).read_text(encoding="utf-8"))
    return found


def test_the_index_is_written_into_the_environment_and_only_when_it_is_stale(
    tmp_path: Path, repository: Path
) -> None:
    prefix = tmp_path / "environment"
    assert not course_index.is_installed(prefix, repository)
    assert course_index.install(prefix, repository)
    assert course_index.is_installed(prefix, repository)
    assert not course_index.install(prefix, repository)
    assert {path.suffix for path in prefix.rglob("*") if path.is_file()} == {".json"}
    before = installed(prefix)
    write_lesson(repository, "01_root_causes", code("2"))
    assert not course_index.is_installed(prefix, repository)
    assert course_index.install(prefix, repository)
    after = installed(prefix)["fingerprints"]
    assert after["modules/01_root_causes.ipynb"] == fingerprint({"cells": [code("2")]})
    assert after != before["fingerprints"]
    assert releases(repository) == 1, "the exercise is as it was"


def test_a_changed_exercise_is_released_again(tmp_path: Path, repository: Path) -> None:
    prefix = tmp_path / "environment"
    course_index.install(prefix, repository)
    write_exercise(repository, "choose('q1', 3)")
    assert course_index.install(prefix, repository)
    assert releases(repository) == 2
    (repository / course_index.RELEASED_BY[0]).write_text("# another way\n")
    assert course_index.install(prefix, repository)
    assert releases(repository) == 3


@pytest.mark.parametrize("text", ["", "[]", "{", '{"made_from": {"all": "x"}}'])
def test_a_damaged_index_is_made_anew(tmp_path: Path, repository: Path, text: str) -> None:
    path = tmp_path / course_index.INDEX
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert course_index.install(tmp_path, repository)
    assert course_index.is_installed(tmp_path, repository)


def test_nothing_of_the_package_and_nothing_of_a_workspace_holds_an_index(tmp_path: Path) -> None:
    assert not list((course() / "src").rglob("course.json"))
    assert main(["prepare", "--workspace", str(tmp_path), "--view", str(tmp_path / "view")]) == 0
    assert [each.relative_to(tmp_path) for each in tmp_path.rglob("course.json")] == [
        Path("view") / course_index.INDEX
    ]
    there = installed(tmp_path / "view")["fingerprints"]
    assert there == course_index.index(course())["fingerprints"]
    assert course_index.is_installed(), "the environment that runs knows the course too"


def test_what_jupyterlab_loads_is_there_and_named_alike() -> None:
    extension = LABEXTENSIONS / "groundwork"
    about = json.loads((extension / "package.json").read_text())
    assert about["name"] == extension.name
    assert (extension / about["jupyterlab"]["_build"]["load"]).is_file()
    version = json.loads((extension / "package.json").read_text())["version"]
    pyproject = (course() / "pyproject.toml").read_text()
    assert f'\nversion = "{version}"\n' in pyproject
