"""Learners who answer an exercise in different ways, and what each of them hands in."""

import functools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat
from course_exercises import judged
from course_exercises import solution as solution_of
from nbformat import NotebookNode
from version_0_1.work_of_0_1 import FILES as OF_0_1

from groundwork.cohort.steps import STUB
from groundwork.learner import answers
from groundwork.learner.questions import Choose, Computed, Number, Question
from groundwork.learner.questions.catalog import FILE, read, text_of

AT = "2026-11-20T08:00:00Z"


def leave_as_it_is(notebook: NotebookNode) -> None:
    """Change nothing."""


@dataclass
class Learner:
    """What one learner hands in: answers (or a file's raw text) and changes to the notebook."""

    answers: dict[str, Any] | str
    edit: Callable[[NotebookNode], None] = leave_as_it_is
    catalog: str = ""  # what lies in place of the catalog that was released


def check_of(source: Path, question: str) -> str:
    """The check cell of a question: its name stays when the question gets a new id."""
    return next(name for name, code in _graded_cells(source) if f'\ncheck("{question}")' in code)


@functools.cache
def _graded_cells(source: Path) -> list[tuple[str, str]]:
    """Name and code of the cells that nbgrader knows."""
    return [
        (cell.metadata.nbgrader.grade_id, cell.source)
        for cell in nbformat.read(source, as_version=4).cells
        if "nbgrader" in cell.metadata
    ]


def in_another_form(value: Any, units: Sequence[str] = ()) -> Any:
    """The same answer as a person or a widget may also give it."""
    if isinstance(value, float | int):
        return f" {value:.4f} {units[0]} "
    if isinstance(value, list):
        return [*reversed(value), value[0]]
    if isinstance(value, dict):
        return dict(reversed(value.items()))
    return f" {value} " if isinstance(value, str) else value


def put_in_the_solution_code(source: Path) -> Callable[[NotebookNode], None]:
    """Write into each code cell what the author wrote there."""
    solved = {cell.id: cell.source for cell in nbformat.read(source, as_version=4).cells}

    def edit(notebook: NotebookNode) -> None:
        for cell in notebook.cells:
            if cell.cell_type == "code" and STUB in cell.source:
                cell.source = solved[cell.id]

    return edit


def delete_checks_and_code(notebook: NotebookNode) -> None:
    """Delete the first check; empty the code cells, so that no computed name is defined."""
    checks = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    notebook.cells.remove(checks[0])
    for cell in notebook.cells:
        if STUB in cell.source:
            cell.source = ""


def in_the_notebook_of_0_1(notebook: NotebookNode) -> None:
    """Hand in the cells of version 0.1, in which prompts and options stand."""
    name = f"exercises/{notebook.metadata.groundwork.exercise}"
    found = OF_0_1.get(f"{name}/{Path(name).name}.ipynb")
    if found:
        notebook.cells = nbformat.reads(found, as_version=4).cells


def in_the_first_format(solution: dict[str, Any]) -> str:
    """An answers file as version 0.1 wrote it."""
    kept = {name: {"value": value, "at": AT} for name, value in solution.items()}
    return json.dumps({"version": 1, "answers": kept})


def forged(source: Path, chosen: str) -> str:
    """A learner's own catalog, which says that the option they chose is the right one."""
    published = read(source.with_name(FILE))
    asked = first_choice(source)
    options = tuple(replace(each, right=each.name == chosen) for each in asked.options)
    questions = tuple(
        replace(asked, options=options) if each.id == asked.id else each
        for each in published.questions
    )
    return text_of(replace(published, questions=questions))


def first_choice(source: Path) -> Choose:
    """The first question that asks for one option."""
    found = (each for each in judged(source).values() if isinstance(each, Choose))
    return next(each for each in found if not each.several)


def learners(source: Path, questions: dict[str, Question]) -> dict[str, Learner]:
    solution = solution_of(source)
    shown = {
        name: each.at() if isinstance(each, Computed) else each for name, each in questions.items()
    }
    units = {name: each.units for name, each in shown.items() if isinstance(each, Number)}
    others = {name: in_another_form(value, units.get(name, ())) for name, value in solution.items()}
    found = {
        "solution": Learner(solution),
        "untouched": Learner({}),
        "otherforms": Learner(others),
        "bycode": Learner(
            {name: value for name, value in solution.items() if name not in units},
            put_in_the_solution_code(source),
        ),
        "old": Learner(in_the_first_format(solution), in_the_notebook_of_0_1),
        "damaged": Learner('{"version": 1, "answers": {"q1": '),
    }
    most = max(len(question.wrong_answers()) for question in questions.values())
    for number in range(most):
        wrong = {
            name: question.wrong_answers()[number][0]
            for name, question in questions.items()
            if number < len(question.wrong_answers())
        }
        found[f"wrong{number:02}"] = Learner(solution | wrong)
        if number == 0:
            chosen = forged(source, wrong[first_choice(source).id])
            found["wrong00"] = Learner(solution | wrong, delete_checks_and_code, chosen)
    return found


def hand_in(folder: Path, learner: Learner) -> NotebookNode:
    """Lay into a folder what a learner hands in, and return the notebook of it."""
    if isinstance(learner.answers, str):
        (folder / answers.FILE).write_text(learner.answers, encoding="utf-8")
    else:
        for question, value in learner.answers.items():
            answers.keep(question, value, folder)
    if learner.catalog:
        (folder / FILE).write_text(learner.catalog, encoding="utf-8")
    path = folder / f"{folder.name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    learner.edit(notebook)
    nbformat.write(notebook, path)
    return notebook
