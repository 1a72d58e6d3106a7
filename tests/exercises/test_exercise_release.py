"""A released exercise holds no key, and is the same each time."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from course_exercises import NOTEBOOKS as PATHS
from course_exercises import judged
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from groundwork.cohort.release import release
from groundwork.cohort.steps import STUB
from groundwork.learner import former
from groundwork.subject.errors import UserError

NOTEBOOKS = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def hidden_lines(source: nbformat.NotebookNode) -> set[str]:
    """Every line between a BEGIN and an END mark, of solutions, checks and mark schemes."""
    lines = set()
    for cell in source.cells:
        for region in re.findall(r"BEGIN [A-Z ]+\n?(.*?)END [A-Z ]+", cell.source, re.DOTALL):
            lines |= {line.strip(" #=") for line in region.splitlines()}
    return {line for line in lines if len(line) > 12}


@NOTEBOOKS
def test_no_released_file_holds_a_readable_key(path: Path, tmp_path: Path) -> None:
    release(path.parent, tmp_path)
    released = files(tmp_path)
    assert set(released) - {former.FILE} == {path.name, "catalog.json"}
    # What JSON writes as an escape is read back, so that a quote or a dash hides nothing.
    told = "\n".join(
        content.decode() + json.dumps(json.loads(content), ensure_ascii=False)
        for content in released.values()
    )
    notebook = nbformat.reads(released[path.name].decode(), as_version=4)
    told += "\n".join(cell.source for cell in notebook.cells)
    secrets = hidden_lines(nbformat.read(path, as_version=4))
    assert secrets
    for question in judged(path).values():
        secrets |= {hint for _, hint in question.wrong_answers()}
        secrets.add(question.judge(question.right_answer).text)
    for secret in secrets | {"HIDDEN TESTS", "MARK SCHEME", "SOLUTION", "right=", "grade("}:
        assert secret not in told


@NOTEBOOKS
def test_the_same_source_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    release(path.parent, tmp_path / "one")
    release(path.parent, tmp_path / "two with a space and an ü")
    assert files(tmp_path / "one") == files(tmp_path / "two with a space and an ü")


@NOTEBOOKS
def test_a_learner_s_answers_are_left_alone(path: Path, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text("mine", encoding="utf-8")
    release(path.parent, tmp_path)
    assert (tmp_path / "answers.json").read_text(encoding="utf-8") == "mine"


def source(tmp_path: Path, *cells: nbformat.NotebookNode) -> Path:
    folder = tmp_path / "source" / "ex"
    folder.mkdir(parents=True)
    metadata = {"kernelspec": {"name": "python3", "language": "python", "display_name": "P"}}
    nbformat.write(new_notebook(cells=list(cells), metadata=metadata), folder / "ex.ipynb")
    return folder


def nbgrader(**changes: object) -> dict[str, object]:
    cell = {"grade": False, "solution": False, "task": False, "locked": True}
    return {"nbgrader": cell | {"schema_version": 3, "grade_id": "one"} | changes}


def test_the_place_for_code_does_not_raise(tmp_path: Path) -> None:
    text = "rate = None\n### BEGIN SOLUTION\nrate = 6.1\n### END SOLUTION"
    cell = new_code_cell(text, metadata=nbgrader(solution=True, locked=False))
    release(source(tmp_path, cell), tmp_path / "out")
    released = nbformat.read(tmp_path / "out" / "ex.ipynb", as_version=4).cells[0].source
    assert released == f"rate = None\n{STUB}"
    exec(compile(released, "cell", "exec"), {})


def test_an_author_s_own_answers_and_left_overs_are_not_released(tmp_path: Path) -> None:
    folder = source(tmp_path, new_markdown_cell("# Title"))
    for name in ("answers.json", ".hidden", "data.csv", "__pycache__/x.py", ".ipynb_checkpoints/a"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    release(folder, tmp_path / "out")
    assert set(files(tmp_path / "out")) == {"ex.ipynb", "data.csv"}


def test_a_key_outside_a_hidden_region_stops_the_release(tmp_path: Path) -> None:
    folder = source(tmp_path, new_code_cell('grade("q1", right="b")'))
    with pytest.raises(UserError, match=r"right="):
        release(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_without_an_exercise_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no exercise"):
        release(tmp_path, tmp_path / "out")
