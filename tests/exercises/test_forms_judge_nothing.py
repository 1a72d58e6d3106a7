"""A check of form is worth no points and stands apart from those that find an answer right."""

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from course_exercises import NOTEBOOKS as PATHS
from course_exercises import asked

from groundwork.learner.questions import Write

MARKS = Path(__file__).with_name("graded_cells.json")
NOTEBOOKS = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)


@NOTEBOOKS
def test_a_check_of_form_has_no_points_and_every_other_check_has(path: Any) -> None:
    """The line above an exercise tells the two apart by this (checks.js)."""
    forms = 0
    written = {each.id for each in asked(path) if isinstance(each, Write)}
    for cell in nbformat.read(path, as_version=4).cells:
        about = cell.metadata.get("nbgrader", {})
        if not about.get("grade") or cell.cell_type != "code":
            continue
        (checked,) = re.findall(r'^check\("(\w+)"\)$', cell.source, re.MULTILINE)
        is_form = checked in written
        forms += is_form
        assert (about.points == 0) == is_form, cell.id
    assert forms


@NOTEBOOKS
def test_no_graded_step_of_a_release_is_lost(path: Any) -> None:
    """A hand-in with a step that the source no longer has cannot be graded at all (KeyError)."""
    before = json.loads(MARKS.read_text(encoding="utf-8"))[path.stem]
    cells = nbformat.read(path, as_version=4).cells
    now = [cell.metadata.nbgrader.grade_id for cell in cells if "nbgrader" in cell.metadata]
    assert set(before) <= set(now), "Keep the grade_id; a question's id may change without it."
    assert now == before, f"Write the new steps into {MARKS.name}."


@NOTEBOOKS
def test_a_person_gives_every_point_of_a_written_answer(path: Any) -> None:
    cells = nbformat.read(path, as_version=4).cells
    tasks = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("task")]
    assert sum(cell.metadata.nbgrader.points for cell in tasks) > 0
    said = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert "gives no points" in said
    (number,) = [at for at, each in enumerate(asked(path), 1) if isinstance(each, Write)]
    assert f"Question {number} is written, and no program can judge it." in said
