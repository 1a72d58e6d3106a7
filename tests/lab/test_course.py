"""What the course says of itself, and what the extension is told of it."""

import hashlib
import json
from pathlib import Path

import pytest
from browser_tools import LABEXTENSIONS, code, markdown, write_notebook

from groundwork.authoring import course_index
from groundwork.authoring.work import exercise_work
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


def test_a_changed_lesson_makes_the_index_stale_until_it_is_made_anew(tmp_path: Path) -> None:
    write_lesson(tmp_path, "00_start_here", code("1"))
    assert course_index.generate(False, tmp_path)
    assert course_index.generate(True, tmp_path) == []
    write_lesson(tmp_path, "00_start_here", code("2"))
    before = (tmp_path / course_index.INDEX).read_text()
    assert course_index.generate(True, tmp_path)
    assert (tmp_path / course_index.INDEX).read_text() == before


def test_the_index_in_the_repository_is_up_to_date() -> None:
    assert course_index.generate(True) == [], "run: python3 start.py build"


def test_what_jupyterlab_loads_is_there_and_named_alike() -> None:
    extension = LABEXTENSIONS / "groundwork"
    about = json.loads((extension / "package.json").read_text())
    assert about["name"] == extension.name
    assert (extension / about["jupyterlab"]["_build"]["load"]).is_file()
    version = json.loads((extension / "package.json").read_text())["version"]
    pyproject = (course() / "pyproject.toml").read_text()
    assert f'\nversion = "{version}"\n' in pyproject
