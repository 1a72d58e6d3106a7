"""Which column says the group of people: one, or several together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.questions import Answers, Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wholes import is_everybody

_TELL_PEOPLE_APART = {
    "race", "ethnicity", "hispanic", "sex", "gender", "age", "education", "income", "insurance",
    "disability", "nativity", "language", "payer", "subgroup", "stratum", "stratification",
}  # fmt: skip

_NO_GROUP = {"code", "id", "adjusted", "rate", "percent"}


@dataclass
class Grouping:
    """The columns that make the group, a question about them, and the rows to leave out."""

    together: list[Column] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    only_where: list[tuple[Column, str]] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)


def find_grouping(
    columns: Sequence[Column], contract: Contract, answers: Answers, header: int
) -> Grouping:
    """Ask which of several columns that tell people apart is the group."""
    out = Grouping()
    fields = {each.name for each in contract.fields}
    if "group" not in fields or "measure" not in fields or "group" in answers.columns.values():
        return out
    found = [column for column in columns if _groups(column)]
    group = next((column for column in columns if column.words == "group"), None)
    if group and any(column.words == "subgroup" for column in found):
        found = [column for column in columns if column in found or column is group]
    elif group:
        return out
    if len(found) == 1 and (same := [c for c in columns if _tells_apart(c) and c is not found[0]]):
        parts = [c for c in same if c.texts and not is_everybody(c.texts[0])]
        out.together, out.aside = [*found, *parts], {column.at for column in (*found, *same)}
        letters = " and ".join(column.name for column in out.together)
        told = " and ".join(column.name for column in same)
        out.notes.append(Note(f"the group is {letters}: {told} says the same in every row"))
    if len(found) < 2:
        return out
    named = [column.heading for column in found]
    together = " and ".join(named)
    choices = [Choice(together, f"{together} together, such as {_example(found)}")]
    for column in found:
        rest = [each for each in found if each is not column]
        totals = [_everybody_of(each) for each in rest]
        if all(totals):
            where = " and ".join(
                f'{each.heading} is "{total}"' for each, total in zip(rest, totals, strict=True)
            )
            choices.append(Choice(column.heading, f"{column.heading}, from the rows where {where}"))
    text = (
        "Several columns tell groups of people apart: "
        + ", ".join(column.name for column in found)
        + ". Which one is the group?"
    )
    where = " and ".join(column.name for column in found)
    question = Question("group", text, tuple(choices), rows=(header + 1,), column=where)
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
        said = together
    out.together = found if said == together else [c for c in found if c.heading == said]
    for column in found:
        if column not in out.together:
            out.only_where.append((column, _everybody_of(column)))
    out.aside = {column.at for column in found}
    letters = " and ".join(column.name for column in out.together)
    out.notes.append(Note(f"the group is {letters}"))
    return out


QUARTER = re.compile(r"(?:(20\d\d)[ -]?(Q[1-4])|(Q[1-4])[ -,]*(20\d\d))", re.IGNORECASE)


def with_quarters(columns: Sequence[Column], contract: Contract) -> Column | None:
    """Find the column that says year and quarter together (2021 Q1), where none is the year."""
    names = {each.name for each in contract.fields}
    if not {"year", "quarter"} <= names or any(c.words == "year" for c in columns):
        return None
    for column in columns:
        if column.texts and all(map(QUARTER.fullmatch, column.texts)):
            return column
    return None


def _groups(column: Column) -> bool:
    return _tells_apart(column) and len(set(column.said)) > 1


def _tells_apart(column: Column) -> bool:
    """Whether a heading speaks of groups of people."""
    words = set(column.words.split())
    return bool(words & _TELL_PEOPLE_APART) and not words & _NO_GROUP


def _everybody_of(column: Column) -> str:
    return next((text for text in column.texts if is_everybody(text)), "")


def _example(columns: Sequence[Column]) -> str:
    return '"' + ", ".join(column.shown[0] for column in columns) + '"'
