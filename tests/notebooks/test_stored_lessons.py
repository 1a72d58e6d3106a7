"""Each stored notebook keeps the rules that nbval cannot see."""

from pathlib import Path

import pytest

from groundwork.authoring.lint import lint
from groundwork.learner.course import HELP

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "modules").glob("[0-9]*.ipynb"))
EXERCISES = sorted((ROOT / "exercises").glob("*/*.ipynb"))


def test_there_are_lessons_and_exercises_to_check() -> None:
    assert LESSONS
    assert EXERCISES


def test_the_page_of_help_keeps_the_rules() -> None:
    assert lint(ROOT / HELP, "help") == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_keeps_the_rules(path: Path) -> None:
    assert lint(path, "lesson") == []


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_keeps_the_rules(path: Path) -> None:
    assert lint(path, "exercise") == []
