"""Every exercise has the shape that an exercise has."""

from pathlib import Path

import nbformat
import pytest
from course_exercises import NOTEBOOKS, judged

from groundwork.learner.questions import Computed, Number


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


def test_there_are_exercises() -> None:
    assert NOTEBOOKS
