"""Read what was written: the answer, the rubric, two answers to compare with; keep the points.

Points and comment go where nbgrader's own page for reading puts them, so `groundwork cohort read`
shows what was given here, and the other way round.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from groundwork.cohort import written
from groundwork.cohort.console.words import said
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.gradebook import as_graded, points_of
from groundwork.cohort.grading import Standing
from groundwork.cohort.handed_in import read_answers
from groundwork.cohort.handed_page import read_page
from groundwork.cohort.judge import name_of
from groundwork.cohort.page import answer_in_words, plain
from groundwork.cohort.rubric import Rubric, keep_ticked, rubrics, ticked_for
from groundwork.learner.questions import Write
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbgrader.api import Grade, Gradebook

LONGEST = 10_000  # letters of a comment


def to_read(standings: Sequence[Standing]) -> list[dict[str, str]]:
    """Return whose written answers can be read, who waits first, in the order of the roster."""
    can = [one for one in standings if one.points is not None and one.read_most]
    ordered = sorted(can, key=lambda one: not one.is_to_be_read())
    return [
        {
            "id": one.person.id,
            "who": one.person.shown(),
            "waits": "yes" if one.is_to_be_read() else "",
        }
        for one in ordered
    ]


def hand_in(cohort: Cohort, name: str, student: str) -> dict[str, Any]:
    """Return what one person wrote, with all that whoever reads it needs.

    Raises
    ------
    UserError
        When it was not graded, so that nothing can be kept of it yet.
    """
    exercise = cohort.frozen(name)
    files = cohort.handed_in(student, name)
    token = _graded_as(cohort, name, student)
    if token != name_of(files):
        raise UserError(said("reading.not_graded"))
    given = read_answers(files).kept
    with cohort.gradebook() as book:
        rows = _rows(book, cohort, name, student)
        questions = []
        for rubric in rubrics(exercise):
            points = rows[rubric.cell].manual_score
            own = {
                "points": points,
                "ticked": ticked_for(cohort, name, student, rubric.cell, points),
                "comment": _comment(book, name, student, rubric.cell) or "",
            }
            questions.append({**_asked(exercise, rubric, given), **own})
        undecided = [_undecided(exercise, cell, given) for cell in _open(exercise, rows)]
    return {
        "id": student,
        "read": token,
        "questions": questions,
        "undecided": undecided,
        "beside": _beside(exercise, files),
    }


def fields(cohort: Cohort) -> list[tuple[str, str]]:
    """Return each exercise and cell for which the page may hold words that are not saved."""
    exercises = [cohort.frozen(name) for name in cohort.exercises()]
    return [
        (each.name, cell)
        for each in exercises
        for cell in (*each.checks, *(rubric.cell for rubric in rubrics(each)))
    ]


def _beside(exercise: Frozen, files: Mapping[str, bytes]) -> list[str]:
    """Return what somebody wrote into the notebook beside the answers: code, and other text."""
    page = read_page(files, exercise.name, exercise.catalog.name)
    found = written.find(exercise, page.cells, page.whole)
    return [plain(each) for each in dict.fromkeys([*found.programs, *found.odd])]


def give(
    cohort: Cohort,
    name: str,
    student: str,
    cell: str,
    *,
    read: str,
    comment: str,
    ticked: Mapping[str, int] | None = None,
    points: float | None = None,
) -> None:
    """Keep what a person gives for a written answer.

    Parameters
    ----------
    cell
        What nbgrader calls the cell that holds the points.
    read
        The short name of the hand-in that was read, as :func:`hand_in` returned it.
    ticked
        Criterion to points; their sum is given.
    points
        Given as such, where the rubric cannot be ticked.

    Raises
    ------
    UserError
        When a criterion is not ticked, points are not possible, or it was handed in anew meanwhile.
    """
    rubric = next((each for each in rubrics(cohort.frozen(name)) if each.cell == cell), None)
    if rubric is None:
        raise UserError(f"{name} has no question {cell} that a person reads.")
    if len(comment) > LONGEST:
        raise UserError(f"The comment is longer than {LONGEST:,} letters.", "Shorten it.")
    total = _total(rubric, ticked or {}, points)
    files = cohort.handed_in(student, name)
    with cohort.gradebook() as book:
        rows = _rows(book, cohort, name, student)
        if not read == _graded_as(cohort, name, student) == name_of(files):
            raise UserError(said("reading.changed"))
        row = rows[cell]
        row.manual_score = total
        row.needs_manual_grade = False
        book.find_comment(cell, name, name, student).manual_comment = comment.strip() or None
        book.db.commit()
    keep_ticked(cohort, name, student, cell, ticked or {})


def decide(
    cohort: Cohort, name: str, student: str, cell: str, points: float | None, *, read: str
) -> None:
    """Keep the points that a person gives for a question which a program could not judge.

    Raises
    ------
    UserError
        When the points are not possible, or it was handed in anew meanwhile.
    """
    question = cohort.frozen(name).checks.get(cell)
    if question is None:
        raise UserError(f"{name} has no question {cell} that a program checks.")
    if points is None or not 0 <= points <= question.points:
        raise UserError(f"Give points from 0 to {question.points}.")
    with cohort.gradebook() as book:
        rows = _rows(book, cohort, name, student)
        now = name_of(cohort.handed_in(student, name))
        if not read == _graded_as(cohort, name, student) == now:
            raise UserError(said("reading.changed"))
        rows[cell].manual_score = float(points)
        rows[cell].needs_manual_grade = False
        book.db.commit()


def _open(exercise: Frozen, rows: "Mapping[str, Grade]") -> list[str]:
    """Return the check cells whose points nobody has given yet."""
    return [
        cell
        for cell, question in exercise.checks.items()
        if question.points and cell in rows and points_of(rows[cell]) is None
    ]


def _undecided(
    exercise: Frozen, cell: str, given: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    question = exercise.checks[cell]
    entry = given.get(question.id)
    return {
        "cell": cell,
        "title": exercise.told([question.id]).capitalize(),
        "asked": question.prompt,
        "answer": answer_in_words(question, entry) if entry else "",
        "most": question.points,
    }


def _total(rubric: Rubric, ticked: Mapping[str, int], points: float | None) -> float:
    if not rubric.scales:
        if points is None or not 0 <= points <= rubric.most:
            raise UserError(f"Give points from 0 to {rubric.most}.")
        return float(points)
    for scale in rubric.scales:
        if ticked.get(scale.name) not in [level for level, _ in scale.levels]:
            raise UserError(f"Nothing is ticked for “{scale.title}”.", "Tick one of its lines.")
    return float(sum(ticked[scale.name] for scale in rubric.scales))


def _asked(exercise: Frozen, rubric: Rubric, given: Mapping[str, Mapping[str, Any]]) -> Any:
    question: Write = rubric.question
    return {
        "cell": rubric.cell,
        "prompt": question.prompt,
        "parts": [
            {"prompt": part.prompt, "text": _text(given.get(part.id))} for part in question.parts
        ],
        "weak": question.weak,
        "strong": question.strong,
        "before": rubric.before.replace("**", ""),
        "after": rubric.after,
        "most": rubric.most,
        "scales": [
            {"name": each.name, "title": each.title, "ask": each.ask, "levels": list(each.levels)}
            for each in rubric.scales
        ],
    }


def _text(entry: Mapping[str, Any] | None) -> str:
    value = entry["value"] if entry else ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _rows(book: "Gradebook", cohort: Cohort, name: str, student: str) -> "dict[str, Grade]":
    from nbgrader.api import MissingEntry

    try:
        notebook = book.find_submission_notebook(name, name, student)
    except MissingEntry:
        raise UserError(said("reading.not_graded")) from None
    return {grade.name: grade for grade in notebook.grades}


def _comment(book: "Gradebook", name: str, student: str, cell: str) -> str | None:
    from nbgrader.api import MissingEntry

    with suppress(MissingEntry):
        found: str | None = book.find_comment(cell, name, name, student).comment
        return found
    return None


def _graded_as(cohort: Cohort, name: str, student: str) -> str:
    return as_graded(cohort, student, name)[1]
