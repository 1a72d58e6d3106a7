"""Each stored notebook keeps the rules that nbval cannot see."""

from pathlib import Path

import pytest

from groundwork.authoring.lint import lint

LESSONS = sorted((Path(__file__).parents[2] / "modules").glob("[0-9]*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_keeps_the_rules(path: Path) -> None:
    assert lint(path) == []


def test_there_are_lessons_to_check() -> None:
    assert LESSONS
