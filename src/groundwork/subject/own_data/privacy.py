"""Keep personal data out: what is certain is refused, what is likely is asked about."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject import names
from groundwork.subject.own_data import personal
from groundwork.subject.own_data.cells import Shown, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Problem
from groundwork.subject.own_data.shape import Shape

# Columns that name positions or organizations, and so may name people.
_MAY_NAME = ("title", "partner", "owner", "deputy")
_MOST_LOOKED_AT = 5000
NO_PERSONAL_DATA = "no personal data"
"""What a problem expects that refuses a column for the people in it."""


@dataclass
class Private:
    """What was refused and asked; ``refused`` are the places of columns that are not read."""

    refused: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def refuse(found: Shape, contract: Contract, answers: Answers) -> Private:
    """Look through every column, also those that are not needed."""
    out = Private()
    for column in found.columns:
        problem = _certain(column, found.data)
        if problem:
            out.refused.add(column.at)
            out.problems.append(problem)
            continue
        name = column.field.name if column.field else ""
        if (name in _MAY_NAME and column.at >= 0) or (column.field and column.field.positions):
            _look_for_names(column, name, found.data, answers, out)
        if column.field and column.field.code:
            _nine_digits(column, found.data, answers, out)
    return out


def _rows(places: Sequence[int], data: Sequence[int]) -> tuple[int, ...]:
    return tuple(data[at] + 1 for at in places)


def _certain(column: Column, data: Sequence[int]) -> Problem | None:
    """Refuse a column of personal data, without a word of what stands in it."""
    one = column.field
    what, places = "" if one else personal.by_heading(column.heading), []
    if not what:
        hits = {}
        if personal.may_hold(column.forms, column.letters):
            hits = personal.among(column.texts, bool(one and one.code))
        if hits:
            what = " and ".join(sorted(set(hits.values())))
            places = [at for at, cell in enumerate(column.cells) if _text(cell) in hits]
    if not what:
        return None
    where = column.name
    if personal.by_value(column.heading):
        where = f"{column.letter} (its name is not shown)"
    return Problem(
        _rows(places, data), where, f"{what} (not shown)", NO_PERSONAL_DATA, _fix(bool(one))
    )


def _fix(needed: bool) -> str:
    if needed:
        return f"Take them out in a copy of the file, and check the copy. {personal.REASON}"
    return f"Delete the column in a copy of the file, and check the copy. {personal.REASON}"


def _text(cell: object) -> str:
    return text_of(cell) if isinstance(cell, str | Shown) else ""


def _look_for_names(
    column: Column, name: str, data: Sequence[int], answers: Answers, out: Private
) -> None:
    """Refuse a column in which most texts name people for sure; ask about others that may."""
    texts = column.texts[:_MOST_LOOKED_AT]
    likely = {text for text in texts if names.names_somebody(text)}
    if not likely:
        return
    # Organizations bear people's names; titles of positions do not.
    sure = likely
    if name == "partner" or len(likely) == 1:
        sure = {text for text in likely if names.surely_names_somebody(text)}
    places = [at for at, cell in enumerate(column.cells) if _text(cell) in likely]
    if 2 * len(sure) >= len(texts) and (len(sure) > 1 or len(texts) == 1):
        out.refused.add(column.at)
        out.problems.append(
            Problem(
                _rows(places, data),
                column.name,
                f"{personal.NAMES} (not shown)",
                NO_PERSONAL_DATA,
                _fix(True),
            )
        )
        return
    what = "organizations" if name == "partner" else "positions or work"
    question = choose(
        f"names in {name}",
        f"Column {column.name} may name people in {len(likely):,} of {len(texts):,} different "
        f"texts (not shown here). Are they {what}, and no people? If they are people, take the "
        "names out in a copy of the file, and check the copy.",
        [("no people", f"They are {what}: no people are named")],
        rows=_rows(places, data),
        column=column.name,
    )
    if not answers.chosen(question):
        out.questions.append(question)


def _nine_digits(column: Column, data: Sequence[int], answers: Answers, out: Private) -> None:
    """Ask about ids of nine digits that could all be Social Security numbers."""
    if not any(personal.could_be_social(text_of(cell)) for cell in column.different[:200]):
        return
    texts = [text_of(cell) for cell in column.different if cell not in column.blanks]
    hits = {text for text in texts if personal.could_be_social(text)}
    if not hits or 2 * len(hits) < len(texts) or not column.field:
        return
    places = [at for at, cell in enumerate(column.cells) if text_of(cell) in hits]
    question = choose(
        f"nine digits in {column.field.name}",
        f"Column {column.name} holds numbers of nine digits (not shown here), as Social Security "
        "numbers have. Are they numbers of another kind? If not, take the column out in a copy of "
        "the file, and check the copy.",
        [("no people", "They are ids of lines, positions or payments, and lead to nobody")],
        rows=_rows(places, data),
        column=column.name,
    )
    if not answers.chosen(question):
        out.questions.append(question)
