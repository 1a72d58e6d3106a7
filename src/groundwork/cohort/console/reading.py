"""Read what was written: the answer, the rubric, two answers to compare with; keep the points.

Points and comment go where nbgrader's own page for reading puts them, so `groundwork cohort read`
shows what was given here, and the other way round.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from groundwork.cohort.console.rubric import Rubric, rubrics
from groundwork.cohort.console.words import said
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.gradebook import as_graded
from groundwork.cohort.grading import Standing
from groundwork.cohort.handed_in import read_answers
from groundwork.cohort.judge import name_of
from groundwork.cohort.place import Cohort
from groundwork.learner.files import write_text
from groundwork.learner.questions import Write
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbgrader.api import Grade, Gradebook

FORMAT = 1
LONGEST = 10_000  # letters of a comment


def to_read(standings: Sequence[Standing]) -> list[dict[str, str]]:
    """Return whose written answers can be read, who waits first, in the order of the roster."""
    can = [one for one in standings if one.points is not None and one.read_most]
    ordered = [*(one for one in can if _waits(one)), *(one for one in can if not _waits(one))]
    return [
        {
            "id": one.person.id,
            "who": one.person.shown(),
            "waits": "yes" if _waits(one) else "",
        }
        for one in ordered
    ]


def _waits(one: Standing) -> bool:
    return one.read is None or one.waits


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
        questions = [
            {
                **_asked(exercise, rubric, given),
                "points": rows[rubric.cell].manual_score,
                "ticked": _ticked(cohort, name, student, rubric, rows[rubric.cell].manual_score),
                "comment": _comment(book, name, student, rubric.cell) or "",
            }
            for rubric in rubrics(exercise)
        ]
    return {"id": student, "read": token, "questions": questions}


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
    kept = {**_kept(cohort, name, student), cell: dict(ticked or {})}
    path = cohort.own("read", name, f"{student}.json")
    text = json.dumps({"format": FORMAT, "ticked": kept}, indent=1)
    write_text(path, f"{text}\n", owner_only=True)


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


def _ticked(
    cohort: Cohort, name: str, student: str, rubric: Rubric, points: float | None
) -> dict[str, int]:
    """Return what was ticked here, unless other points were given elsewhere since."""
    found = _kept(cohort, name, student).get(rubric.cell, {})
    return found if points is not None and sum(found.values()) == points else {}


def _kept(cohort: Cohort, name: str, student: str) -> dict[str, dict[str, int]]:
    path = cohort.own("read", name, f"{student}.json")
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["ticked"]
        return {
            str(cell): {str(each): int(level) for each, level in levels.items()}
            for cell, levels in found.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
