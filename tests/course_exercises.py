"""The exercises of the course, and what their catalogs ask."""

from pathlib import Path
from typing import Any

from groundwork.authoring.source import course
from groundwork.learner.questions import Question, Write, catalog

ROOT = Path(__file__).parents[1]
NOTEBOOKS = {
    path.stem: course.notebook_of(path)
    for path, kind in course.texts(ROOT).items()
    if kind == "exercise"
}


def asked(notebook: Path) -> tuple[Question, ...]:
    """Every question of an exercise."""
    return catalog.read(notebook.with_name(catalog.FILE)).questions


def judged(notebook: Path) -> dict[str, Question]:
    """The questions that a program judges, by id."""
    return {each.id: each for each in asked(notebook) if not isinstance(each, Write)}


def solution(notebook: Path) -> dict[str, Any]:
    """Answers that earn every point a program can give: right ones, and sample texts."""
    written = [part for each in asked(notebook) if isinstance(each, Write) for part in each.parts]
    right = {id: question.right_answer for id, question in judged(notebook).items()}
    return right | {
        part.id: f"A sample text of a few words for the part {part.id}." for part in written
    }
