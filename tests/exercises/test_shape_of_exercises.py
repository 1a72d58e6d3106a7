"""Every exercise has the shape that an exercise has."""

import re
from pathlib import Path

import nbformat
import pytest
from course_exercises import NOTEBOOKS, judged

from groundwork.learner.questions import Choose, Computed, Flaw, Guess, Match, Number, Sort


@pytest.mark.parametrize("path", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_an_exercise_has_the_shape_that_every_exercise_has(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    assert stored.metadata.groundwork.exercise == path.stem
    assert stored.metadata.groundwork.title == stored.cells[0].source.splitlines()[0].strip("# ")
    assert stored.metadata.groundwork.minutes.do > 0
    assert stored.metadata.kernelspec.name == "python3"
    assert stored.metadata.language_info.name == "python"
    questions = judged(path)
    assert len(questions) >= 8
    without_code = [one for one in questions.values() if not isinstance(one, Number | Computed)]
    assert len(without_code) * 2 >= len(questions)
    for cell in stored.cells:
        if cell.cell_type == "code":
            assert cell.execution_count is None
            assert cell.outputs == []
            collapsed = cell.metadata.get("jupyter", {}).get("source_hidden", False)
            assert collapsed != ("code-path" in cell.metadata.get("tags", [])), cell.id
            assert not cell.source.rstrip().endswith(";")


@pytest.mark.parametrize("path", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_no_code_stands_open(path: Path) -> None:
    """Code is folded by its cell, or under a heading that is closed at first."""
    head = None
    places = 0
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown" and re.match("#{2,3} ", cell.source):
            head = cell
        if cell.cell_type == "code" and not cell.metadata.get("jupyter", {}).get("source_hidden"):
            assert head is not None and "closed" in head.metadata.get("tags", []), cell.id
            assert head.source.startswith("### The same in code: question "), cell.id
            places += 1
    asked = [each for each in judged(path).values() if getattr(each, "codes", ())]
    assert places == len(asked) > 0


# Kinds whose answer is chosen among answers that are shown.
RECOGNIZED = (Choose, Guess, Sort, Flaw)


@pytest.mark.parametrize("path", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_at_least_half_of_the_points_are_for_what_a_learner_makes(path: Path) -> None:
    questions = [each for each in judged(path).values() if each.points]
    chosen = sum(each.points for each in questions if isinstance(each, RECOGNIZED))
    assert 2 * chosen <= sum(each.points for each in questions)


@pytest.mark.parametrize("path", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_no_last_item_of_a_sorting_falls_out_by_itself(path: Path) -> None:
    for question in judged(path).values():
        if isinstance(question, Sort) and not isinstance(question, Match):
            used = [item.category for item in question.items]
            assert len(set(used)) < len(used), question.id


def test_there_are_exercises() -> None:
    assert NOTEBOOKS
