"""Export where a cohort stands, for a spreadsheet or a learning-management system.

Who could not be read, handed in nothing, or waits for a reader has an empty cell. An empty cell is
never 0: a system that imports the file leaves what it has.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from groundwork.cohort import page
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.grading import Standing
from groundwork.subject.errors import UserError
from groundwork.subject.safe_cell import safe_cell

BEGINNINGS = ("id,first name,", "Student,ID,", "ID number,Email", "question,points,")
FEWEST = 10  # people behind a count


def plain(exercise: Frozen, standings: Sequence[Standing]) -> str:
    """Return a row a learner: what came of it, points of program and reader, and each question."""
    ids = [each.id for each in exercise.checks.values() if each.points]
    head = ["id", "first name", "last name", "email", "state", "what came of it"]
    head += [
        "practice",
        "points by the program",
        "of",
        "points by a reader",
        "of",
        "together",
        *ids,
    ]
    rows = [
        [
            *(one.person.id, one.person.first, one.person.last, one.person.email),
            *(one.stands(), one.line),
            one.practiced(),
            *(_number(one.points), _number(one.most) if one.points is not None else ""),
            *(_number(one.read), _number(one.read_most) if one.points is not None else ""),
            _number(together(one)),
            *(_number(one.by_question.get(id)) for id in ids),
        ]
        for one in standings
    ]
    return _text([head, *rows])


def canvas(exercise: Frozen, standings: Sequence[Standing]) -> str:
    """Return a file that Canvas imports into its gradebook, by login id."""
    rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", exercise.name]]
    most = next((one.most + one.read_most for one in standings if one.points is not None), None)
    rows.append(["    Points Possible", "", "", "", "", _number(most)])
    for one in standings:
        name = ", ".join(filter(None, [one.person.last, one.person.first])) or one.person.id
        rows.append([name, "", "", one.person.id, "", _number(together(one))])
    return _text(rows)


def moodle(exercise: Frozen, standings: Sequence[Standing]) -> str:
    """Return a file that Moodle imports into its gradebook, by e-mail address or ID number."""
    rows = [["ID number", "Email address", exercise.name, "Feedback"]]
    for one in standings:
        rows.append([one.person.id, one.person.email, _number(together(one)), one.line])
    return _text(rows)


def questions(exercise: Frozen, standings: Sequence[Standing]) -> str:
    """Return a row a question: how many of those who were graded have its points.

    Raises
    ------
    UserError
        When fewer than 10 were graded: a count of so few people tells about each of them.
    """
    rows = [["question", "points", "graded", "right", "not right", "waits for a person"]]
    graded = [one for one in standings if one.points is not None]
    if len(graded) < FEWEST:
        raise UserError(
            f"{len(graded)} were graded, and nothing is counted where fewer than {FEWEST} stand "
            "behind a number.",
            "Read the pages in formgrader, question by question, to see who is stuck on what.",
        )
    for question in exercise.checks.values():
        if not question.points:
            continue
        given = [one.by_question.get(question.id) for one in graded]
        right = sum(each is not None and each >= question.points for each in given)
        waits = sum(each is None for each in given)
        counts = [len(graded), right, len(graded) - right - waits, waits]
        rows.append([question.id, str(question.points), *map(str, counts)])
    return _text(rows)


def together(one: Standing) -> float | None:
    """Return all points, or None until all of them are given."""
    if one.points is None or one.waits or (one.read is None and one.read_most):
        return None
    return one.points + (one.read or 0.0)


WRITERS: Mapping[str, Callable[[Frozen, Sequence[Standing]], str]] = {
    "plain": plain,
    "canvas": canvas,
    "moodle": moodle,
    "questions": questions,
}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _text(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[safe_cell(_one_cell(cell)) for cell in row] for row in rows])
    return out.getvalue()


def _one_cell(text: str) -> str:
    """Return text that is one cell wherever it is opened: a semicolon or tab may begin another."""
    cell = re.sub(r"[\r\n\t]", " ", page.plain(text)) if text.strip() else text
    return cell.replace(";", ",")


def is_one(path: Path) -> bool:
    """Whether a file is a table that was written here, which may be written again."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.readline().startswith(BEGINNINGS)
    except (OSError, ValueError):
        return False
