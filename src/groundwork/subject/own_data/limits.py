"""Of which level the limits of a register are: a test of change rests on 95 percent.

Margins of error of the Census Bureau are of 90 percent. Taken for 95, they call too much a change,
so the person is asked wherever neither a heading nor a column of levels says it.
"""

import re
from collections.abc import Mapping, Sequence
from statistics import NormalDist

from groundwork.subject.intervals import Z95
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.contracts_people import LOWER, UPPER
from groundwork.subject.own_data.percents import Rows
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wording import simple

NAME = "level of limits"
LEVEL = "confidence_level"
VALUES = ("baseline_value", "latest_value")
FIELDS = tuple(f"{moment}_{end}" for moment in ("baseline", "latest") for end in ("low", "high"))
_IN_HEADING = re.compile(r"(?<!\d)(90|95|99)(?!\d)")
_IN_CELL = re.compile(r"\d+(?:\.\d+)?")


def name_limits(
    columns: Sequence[Column], contract: Contract, fixed: Mapping[int, Spec | None]
) -> None:
    """Take a heading that says only which limit it is, such as LCL, for the value before it."""
    fields = {each.name: each for each in contract.fields if each.name in FIELDS}
    if not fields:
        return
    ends = {simple(words): "low" for words in LOWER} | {simple(words): "high" for words in UPPER}
    taken = {column.field.name for column in columns if column.field}
    moment = ""
    for column in columns:
        if column.field and column.field.name in VALUES:
            moment = column.field.name.partition("_")[0]
        name = f"{moment}_{ends.get(column.words, '')}"
        free = column.field is None and column.at not in fixed
        if free and name in fields and name not in taken:
            column.field = fields[name]
            taken.add(name)


def settle(
    kept: dict[str, Column], answers: Answers, rows: Rows
) -> tuple[list[Question], list[Note]]:
    """Make limits of another level those of 95 percent, and ask where nobody says the level.

    A column of levels says it row by row, and a heading for its own column. That column is used
    here, and is no part of a card.
    """
    by_row = kept.pop(LEVEL, None)
    given = [kept[name] for name in FIELDS if name in kept and any(_there(kept[name]))]
    if not given:
        return [], []
    if by_row is None and all(_is_ours(column) for column in given):
        words = "limits are taken as those of 95 % intervals, as the course's own headings say"
        return [], [Note(words, column=given[0].name, look=True)]
    levels = {column.name: _levels(column, by_row) for column in given}
    open_rows = [at for at in range(len(given[0].values)) if _lacks(given, levels, at)]
    question = _question(given[0].name, rows(open_rows), by_row is not None)
    said = answers.chosen(question) if open_rows else ""
    if open_rows and not said:
        return [question], []
    notes = []
    if said == "leave":
        for column in given:
            column.put_values(
                [None if at in open_rows else limit for at, limit in enumerate(column.values)]
            )
        notes.append(Note("limits were left aside, as you said", rows(open_rows), given[0].name))
    for column in given:
        assert column.field is not None
        value = kept.get(f"{column.field.name.partition('_')[0]}_value")
        if value is not None:
            notes += _to_95(column, value, levels[column.name], said, rows)
    return [], notes


def _question(name: str, rows: tuple[int, ...], by_row: bool) -> Question:
    holds = f"Column {name} holds limits of intervals."
    if by_row:
        holds = "In these rows the level of the limits is missing, or said twice and not alike."
    return choose(
        NAME,
        f"{holds} Of which level are they? The Census Bureau's margins of error are of 90 percent; "
        "the register tests changes with 95.",
        [
            ("95", "95 percent intervals: take them as they are"),
            (
                "90",
                f"90 percent: make each side {_wider(90):.2f} times as long, which is 95 percent",
            ),
            ("leave", "Nobody knows, or another level: leave the limits aside"),
        ],
        rows=rows,
        column=name,
    )


def _levels(column: Column, by_row: Column | None) -> list[float | None]:
    """Return the level of each limit of a column; None where nobody says it, or two differ."""
    found = _IN_HEADING.search(column.heading)
    heading = {float(found[0])} if found else set()
    cells = by_row.values if by_row else [None] * len(column.values)
    said = [heading | _level_in(cell) for cell in cells]
    return [each.pop() if len(each) == 1 else None for each in said]


def _level_in(cell: object) -> set[float]:
    """Return the level that a cell says, as "90%", "95 CI" or 0.95; nothing where it says none."""
    found = _IN_CELL.search(str(cell or ""))
    level = float(found[0]) if found else 0.0
    level = 100 * level if level < 1 else level
    return {level} if 50 <= level < 100 else set()


def _lacks(given: Sequence[Column], levels: Mapping[str, list[float | None]], at: int) -> bool:
    return any(_there(column)[at] and levels[column.name][at] is None for column in given)


def _there(column: Column) -> list[bool]:
    return [value is not None for value in column.values]


def _is_ours(column: Column) -> bool:
    """Whether a heading is the course's own name or label of the field, which mean 95 percent."""
    field = column.field
    return field is not None and column.words in map(simple, (field.name, field.called[0]))


def _wider(level: float) -> float:
    """Return how many times as long the sides of a 95 % interval are as those of another level."""
    return Z95 / NormalDist().inv_cdf(0.5 + level / 200)


def _to_95(
    limits: Column, values: Column, levels: Sequence[float | None], said: str, rows: Rows
) -> list[Note]:
    """Move limits of another level, and say so; rounded, whole ones might not move at all."""
    answered = float(said) if said.isdigit() else None
    moved: dict[tuple[float, bool], list[int]] = {}
    new = list(limits.values)
    for at, (limit, value, level) in enumerate(zip(new, values.values, levels, strict=True)):
        known = level or answered
        if limit is None or value is None or known in (None, 95):
            continue
        assert known is not None
        new[at] = float(str(value)) + (float(str(limit)) - float(str(value))) * _wider(known)
        moved.setdefault((known, level is None), []).append(at)
    limits.put_values(new)
    return [
        Note(
            f"limits of {level:g} % were made {_wider(level):.2f} times as far from their value, "
            f"as {'you said' if by_answer else 'the file says'}",
            rows(places),
            limits.name,
        )
        for (level, by_answer), places in moved.items()
    ]
