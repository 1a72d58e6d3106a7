"""Write what the judge gives into nbgrader's gradebook, and the page beside it.

What a person wrote is never undone: points and comments that somebody gave stay when a hand-in is
graded again, and so does what is read. Where the text has changed since, it waits for a second
look.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from groundwork.cohort import page
from groundwork.cohort.course_folder import AS_HANDED_IN, TIMESTAMP, Cohort, whole_folder
from groundwork.cohort.judge import Result
from groundwork.learner.files import write_text
from groundwork.learner.shipping import EXERCISE, shipped

if TYPE_CHECKING:
    from nbgrader.api import Comment, Grade, Gradebook, SubmittedNotebook

READ_ONLY = 0o444
CHANGED = "The written answer was changed after somebody had read it: read it again."


@dataclass(frozen=True)
class CellNames:
    """The cells that nbgrader has rows for, by the id that its rows carry; the same for everybody.

    Parameters
    ----------
    graded
        Cells that a program grades.
    by_a_person
        Cells whose points a person gives.
    commented
        Cells that have a comment: for code, and whose points a person gives.
    assignment, notebook
        The ids of the exercise and of its notebook.
    due
        When it is due (UTC), None for at no time.
    """

    graded: Mapping[str, str]
    by_a_person: Mapping[str, str]
    commented: Mapping[str, str]
    assignment: str
    notebook: str
    due: datetime | None


def cell_names(book: "Gradebook", name: str) -> CellNames:
    """Read the cells of an exercise once, so that no hand-in has to ask for them again."""
    notebook = book.find_notebook(name, name)
    graded, tasks, solutions = (
        {cell.id: cell.name for cell in cells}
        for cells in (notebook.grade_cells, notebook.task_cells, notebook.solution_cells)
    )
    about, due = notebook.assignment_id, notebook.assignment.duedate
    return CellNames(graded, tasks, {**solutions, **tasks}, about, notebook.id, due)


def record(
    book: "Gradebook", cohort: Cohort, name: str, student: str, result: Result, cells: CellNames
) -> bool:
    """Write all of one hand-in: its row, its points, then its page; return whether it is late.

    Killed at any moment it can be done again: the points are written in one step, and so is the
    page after them.
    """
    from nbgrader.api import MissingEntry

    when = timestamp(cohort, student, name)
    with book.db.no_autoflush:
        try:
            submission = book.find_submission(name, student)
            submission.timestamp = when
            late = submission.total_seconds_late > 0
            rows = _rows(book, submission.id)
        except MissingEntry:
            rows = _new_rows(book, student, when, cells)
            late = bool(when and cells.due and when > cells.due)
        _save(book, cohort, name, student, result, cells, rows)
    lay_page(cohort, name, student, result)
    return bool(late)


class Rows(NamedTuple):
    """The rows of one hand-in's notebook."""

    notebook: "SubmittedNotebook"
    grades: "list[Grade]"
    comments: "list[Comment]"


def _rows(book: "Gradebook", submission: str) -> Rows:
    from nbgrader.api import Comment, Grade, SubmittedNotebook

    found = book.db.query(SubmittedNotebook).filter(SubmittedNotebook.assignment_id == submission)
    notebook = found.one()
    grades, comments = (
        book.db.query(kind).filter(kind.notebook_id == notebook.id).all()
        for kind in (Grade, Comment)
    )
    return Rows(notebook, grades, comments)


def _new_rows(book: "Gradebook", student: str, when: datetime | None, cells: CellNames) -> Rows:
    """Add the rows that nbgrader's `add_submission` adds, without reading the cells for each."""
    from nbgrader.api import Comment, Grade, SubmittedAssignment, SubmittedNotebook

    submission = SubmittedAssignment(
        assignment_id=cells.assignment, student_id=student, timestamp=when
    )
    notebook = SubmittedNotebook(notebook_id=cells.notebook, assignment=submission)
    grades = [Grade(cell_id=id, notebook=notebook) for id in (*cells.graded, *cells.by_a_person)]
    comments = [Comment(cell_id=id, notebook=notebook) for id in cells.commented]
    book.db.add(submission)
    return Rows(notebook, grades, comments)


def save(book: "Gradebook", cohort: Cohort, name: str, student: str, result: Result) -> None:
    """Write points and comments of one hand-in, whose row is there already."""
    submission = book.find_submission(name, student)
    rows = _rows(book, submission.id)
    _save(book, cohort, name, student, result, cell_names(book, name), rows)


def _save(
    book: "Gradebook",
    cohort: Cohort,
    name: str,
    student: str,
    result: Result,
    cells: CellNames,
    rows: Rows,
) -> None:
    rows.notebook.late_submission_penalty = (
        None  # whoever grades late hand-ins asks nbgrader's plug-in
    )
    before, _ = as_graded(cohort, student, name)
    for grade in rows.grades:
        if grade.cell_id in cells.graded:
            grade.auto_score = result.points.get(cells.graded[grade.cell_id])
            by_a_person = grade.manual_score is not None
            grade.needs_manual_grade = by_a_person or grade.auto_score is None
        elif before not in ("", result.texts) and grade.manual_score is not None:
            grade.needs_manual_grade = True
    for comment in rows.comments:
        same = cells.commented[comment.cell_id] in result.unanswered
        comment.auto_comment = "No response." if same else None
    book.db.commit()
    write_text(graded_note(cohort, student, name), f"{result.texts} {result.hand_in}\n")


def waits_again(grades: "list[Grade]") -> bool:
    """Whether a text that somebody has read was changed after that."""
    from nbgrader.api import TaskCell

    return any(
        isinstance(grade.cell, TaskCell)
        and grade.manual_score is not None
        and grade.needs_manual_grade
        for grade in grades
    )


def lay_page(cohort: Cohort, name: str, student: str, result: Result) -> None:
    """Write the folder under ``autograded``, as nbgrader's own step does."""
    handed_in = cohort.step("submitted", student, name)
    with whole_folder(cohort, cohort.step("autograded", student, name)) as making:
        for path in handed_in.iterdir():
            if path.is_file() and path.suffix != ".ipynb" and path.name != AS_HANDED_IN:
                shutil.copyfile(path, making / path.name)
        for inner in shipped(cohort.source(name), EXERCISE):
            if inner.suffix != ".ipynb":
                target = making / inner
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(cohort.source(name) / inner, target)
        text = page.text_of(result.notebook)
        (making / f"{name}.ipynb").write_text(text, encoding="utf-8")
        for path in making.rglob("*"):
            if path.is_file():
                path.chmod(READ_ONLY)


def timestamp(cohort: Cohort, student: str, name: str) -> datetime | None:
    """Return when something was handed in (UTC), as the file beside it says; None if none does."""
    from nbgrader.utils import parse_utc

    path = cohort.step("submitted", student, name) / TIMESTAMP
    try:
        found: Any = parse_utc(path.read_text(encoding="utf-8").strip() or None)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, datetime) else None


def as_graded(cohort: Cohort, student: str, name: str) -> tuple[str, str]:
    """Return the short names of texts and files as they were last graded; "" for not at all."""
    try:
        texts, hand_in = graded_note(cohort, student, name).read_text(encoding="utf-8").split()
        return texts, hand_in
    except (OSError, ValueError):
        return "", ""


def is_graded(cohort: Cohort, student: str, name: str, result: Result) -> bool:
    """Whether what lies in the cohort's folder is what was graded last."""
    there = (cohort.step("autograded", student, name) / f"{name}.ipynb").is_file()
    return there and as_graded(cohort, student, name)[1] == result.hand_in


def graded_note(cohort: Cohort, student: str, name: str) -> Path:
    """Return the file that says which texts and files of somebody were graded last."""
    return cohort.own("graded", name, f"{student}.txt")


def points_of(grade: object) -> float | None:
    """Return what a cell was given: a person's points before a program's."""
    given = grade.manual_score  # type: ignore[attr-defined]
    points = grade.auto_score if given is None else given  # type: ignore[attr-defined]
    extra = grade.extra_credit or 0.0  # type: ignore[attr-defined]
    return None if points is None else float(points) + extra
