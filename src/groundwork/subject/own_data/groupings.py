"""Which column says the group of people: one, or several together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.questions import Answers, Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wholes import is_everybody, is_whole_place

_TELL_PEOPLE_APART = {
    "race", "ethnicity", "hispanic", "sex", "gender", "age", "education", "income", "insurance",
    "disability", "nativity", "language", "payer", "subgroup", "stratum", "stratification",
}  # fmt: skip


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
    if any(column.words == "group" for column in columns) or len(found) < 2:
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


def _joined(columns: Sequence[Column]) -> Column:
    """Make one column of several, their words joined by a comma."""
    first = columns[0]
    if len(columns) == 1:
        return Column(first.at, first.heading, first.field, first.cells)
    cells = [
        ", ".join(filter(None, parts))
        for parts in zip(*(column.shown for column in columns), strict=True)
    ]
    return Column(first.at, " and ".join(c.heading for c in columns), first.field, cells)


_QUARTER = re.compile(r"(?:(20\d\d)[ -]?(Q[1-4])|(Q[1-4])[ -,]*(20\d\d))", re.IGNORECASE)


def with_quarters(columns: Sequence[Column], contract: Contract) -> Column | None:
    """Find the column that says year and quarter together (2021 Q1), where none is the year."""
    names = {each.name for each in contract.fields}
    if not {"year", "quarter"} <= names or any(c.words == "year" for c in columns):
        return None
    for column in columns:
        if column.texts and all(map(_QUARTER.fullmatch, column.texts)):
            return column
    return None


def _years_of(column: Column, contract: Contract) -> Column:
    """Make the column of years of one that says year and quarter."""
    found = [_QUARTER.fullmatch(text) for text in column.shown]
    years = [(each[1] or each[4]) if each else None for each in found]
    return Column(column.at, column.heading, contract.field("year"), years, made=True)


def finish(
    columns: list[Column], quarters: Column | None, out: Grouping, contract: Contract
) -> list[Note]:
    """Add the columns that are made of others: the years of quarters, the group of several."""
    notes = _with_state(columns) if contract.values == "events" else []
    if quarters:
        columns.append(_years_of(quarters, contract))
    if out.together:
        group = _joined(out.together)
        group.field = contract.field("group")
        columns.append(group)
    return notes


def _is_named(place: str) -> bool:
    return bool(place) and not (is_whole_place(place) and place.casefold() != "statewide")


_STATES = {"state", "state abbreviation", "state abbr", "state name", "state desc", "st"}


def _with_state(columns: Sequence[Column]) -> list[Note]:
    """Join a place with its state where places of several states bear one name."""
    place = next((c for c in columns if c.field and c.field.name == "district"), None)
    state = next((c for c in columns if c.words in _STATES and c is not place), None)
    if place is None or state is None or len(state.texts) < 2:
        return []
    pairs = set(zip(place.shown, state.shown, strict=True))
    if len(pairs) == len({name for name, _ in pairs}):
        return []
    place.put(
        [
            f"{name}, {of}" if _is_named(name) and of else cell
            for cell, name, of in zip(place.cells, place.shown, state.shown, strict=True)
        ]
    )
    return [
        Note(f"{place.name} was joined with {state.name}: places of several states bear one name")
    ]


def _groups(column: Column) -> bool:
    words = set(column.words.split())
    if not words & _TELL_PEOPLE_APART or words & {"code", "id", "adjusted", "rate", "percent"}:
        return False
    return len(set(column.said)) > 1


def _everybody_of(column: Column) -> str:
    return next((text for text in column.texts if is_everybody(text)), "")


def _example(columns: Sequence[Column]) -> str:
    return '"' + ", ".join(column.shown[0] for column in columns) + '"'
