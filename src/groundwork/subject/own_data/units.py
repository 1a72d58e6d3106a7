"""What a number is counted in: thousands, cents, percent, months. What a file says is asked about.

Files say it in a title, a heading, a remark below the table, the name of a sheet, a column of
units, a comment or the format of a cell. One list of words is looked for in all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from groundwork.subject.names import names_somebody
from groundwork.subject.own_data import personal
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.numbers import plainly
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.unit_words import (
    HUNDREDTHS,
    OF_PEOPLE,
    OF_POSITIONS,
    OF_SUMS,
    PERCENT,
    scale_of,
    time_of,
)

AS_WRITTEN = "as written"
_TIMES = {
    "billions": Decimal(1_000_000_000), "millions": Decimal(1_000_000), "thousands": Decimal(1000),
    "ten thousands": Decimal(10_000), "hundreds": Decimal(100), "cents": Decimal("0.01"),
    "hundredths": Decimal("0.01"),
    "percent": Decimal("0.01"), "monthly": Decimal(12), "semi-monthly": Decimal(24),
    "biweekly": Decimal(26), "weekly": Decimal(52), "hourly": Decimal(2080),
    "quarterly": Decimal(4), AS_WRITTEN: Decimal(1),
}  # fmt: skip
_UNIT_HEADINGS = {
    "unit", "unit of measure", "unit of measurement", "measured in", "scale", "multiplier",
    "denomination", "currency unit", "amount unit", "number in", "amount in", "unit multiplier",
    "dollar unit", "in",
}  # fmt: skip


@dataclass(frozen=True)
class Saying:
    """Words of a file that may speak of units: where they stand, and of which column they speak.

    ``rows`` are rows of the file, from 1. ``own`` says that they speak of the one column.
    """

    words: str
    rows: tuple[int, ...] = ()
    own: bool = False

    @property
    def quoted(self) -> str:
        """The words, unless they may name a person, as the author of a comment."""
        if personal.by_value(self.words) or names_somebody(self.words):
            return "what its unit is, beside what may be a name (not shown)"
        return f'"{self.words}"'


def in_columns(columns: Sequence[Column]) -> tuple[list[Saying], list[Column]]:
    """Give what columns of units say of the whole file, and those whose rows say different things.

    Such a column is headed "units" or the like and holds words such as thousands in every row.
    """
    out, mixed = [], []
    for column in columns:
        if column.words not in _UNIT_HEADINGS or not 0 < len(column.texts) <= 40:
            continue
        scales = {scale_of(text, True) for text in column.texts}
        if scales == {""}:
            continue
        if len(scales) > 1 or column.blanks:
            mixed.append(column)
        else:
            out.append(Saying(column.texts[0], (), True))
    return out, mixed


def question_of(column: Column, sayings: Sequence[Saying]) -> Question | None:
    """Ask what a column of numbers is counted in, where the file says something about it.

    Parameters
    ----------
    column
        A column with its field.
    sayings
        What the file says elsewhere than in the heading; what speaks of the column comes first.
    """
    one = column.field
    assert one
    own = [Saying(personal.folded(column.heading), (), True), *sayings]
    if one.kind == "money":
        return _about_money(column, own)
    if one.kind == "whole" and one.name in _COUNTS:
        return _about_counts(column, own)
    if one.parts:
        return _about_positions(column, own)
    if one.kind == "share":
        return _about_shares(column, own)
    return None


def _about_money(column: Column, sayings: Sequence[Saying]) -> Question | None:
    for each in sayings:
        scale = scale_of(each.words, each.own)
        if scale and (each.own or not _of_others(each.words)):
            return _scaled(column, each, scale, "dollars")
    yearly = column.field and column.field.name in ("salary", "benefits", "amount")
    for each in sayings if yearly else ():
        if each.own and (time := time_of(each.words)):
            by = plainly(_TIMES[time])
            hours = " (40 hours in 52 weeks)" if time == "hourly" else ""
            return _choose(
                column,
                f'The file says {each.quoted}. Are the numbers of column {column.name} to be '
                f"multiplied by {by}{hours}, which makes them sums of a year?",
                [(time, f"Yes, they are {time}: multiply by {by}"),
                 (AS_WRITTEN, "No, they are sums of a year")],
                each.rows,
            )  # fmt: skip
    return None


def _of_others(words: str) -> bool:
    """Whether a title speaks of people or positions, and not of money."""
    return bool(
        (OF_PEOPLE.search(words) or OF_POSITIONS.search(words)) and not OF_SUMS.search(words)
    )


_COUNTS = {
    "events": re.compile(r"\b(?:deaths?|births?|cases|events?|visits|counts?|all)\b", re.I),
    "denominator": re.compile(r"\b(?:populations?|people|persons|residents|counts?|all)\b", re.I),
}  # fmt: skip


def _about_counts(column: Column, sayings: Sequence[Saying]) -> Question | None:
    assert column.field
    for each in sayings:
        scale = scale_of(each.words, each.own)
        if not scale or scale == "cents" or (OF_SUMS.search(each.words) and not each.own):
            continue
        others = [name for name, names in _COUNTS.items() if names.search(each.words)]
        if each.own or not others or column.field.name in others:
            return _scaled(column, each, scale, "people or events")
    return None


def _about_positions(column: Column, sayings: Sequence[Saying]) -> Question | None:
    for each in sayings:
        if not HUNDREDTHS.search(each.words) and not PERCENT.search(each.words):
            continue
        if each.own or OF_POSITIONS.search(each.words):
            return _choose(
                column,
                f'The file says {each.quoted}: column {column.name} may count hundredths of a '
                "full-time position. Does 100 stand for one full-time position?",
                [("hundredths", "Yes: 100 is one position"),
                 (AS_WRITTEN, "No: 1 is one position")],
                each.rows,
            )  # fmt: skip
    return None


def _about_shares(column: Column, sayings: Sequence[Saying]) -> Question | None:
    for each in sayings:
        speaks = each.own or re.search(r"\b(?:equity|shares?|parts?)\b", each.words, re.IGNORECASE)
        if speaks and PERCENT.search(each.words) and _in_two_ways(column):
            return _choose(
                column,
                f'The file says {each.quoted}. Is 1 in column {column.name} 1 percent, or the '
                "whole?",
                [("percent", "1 is 1 percent, and 100 the whole"),
                 ("share", "1 is the whole, and 0.5 the half")],
                each.rows,
            )  # fmt: skip
    return None


def _scaled(column: Column, said: Saying, scale: str, whole: str) -> Question:
    first = column.sample[0] if column.sample else "98"
    by = _TIMES[scale]
    how = f"multiplied by {by:,.0f}" if by > 1 else "divided by 100"
    return _choose(
        column,
        f'The file says {said.quoted}. Are the numbers of column {column.name} to be {how}?',
        [(scale, f"Yes, they are {scale}: {first} stands for {first} {scale}"),
         (AS_WRITTEN, f"No, whole {whole}: {first} stands for {first} {whole}")],
        said.rows,
    )  # fmt: skip


def _choose(
    column: Column, text: str, choices: Sequence[tuple[str, str]], rows: tuple[int, ...]
) -> Question:
    assert column.field
    name = f"units of {column.field.name}"
    return choose(name, text, choices, rows=rows, column=column.name)


def times(question: Question | None, answers: Answers) -> Decimal:
    """Give the number to multiply by, as the person answered; 1 when nothing was said."""
    said = answers.chosen(question) if question else ""
    return _TIMES.get(said, Decimal(1))


def _in_two_ways(column: Column) -> bool:
    """Whether no cell says by its sign or size which way it is meant."""
    return bool(column.said) and not all(text.endswith("%") for text in column.said)


def scale_values(column: Column, by: Decimal, note: str) -> None:
    """Multiply what was read, exactly, and say so; counts stay whole numbers."""
    whole = bool(column.field and column.field.kind == "whole")
    values: list[object] = []
    for value in column.values:
        exact = None if value is None else Decimal(repr(value)) * by
        values.append(None if exact is None else round(exact) if whole else float(exact))
    column.put_values(values)
    column.times *= by
    places = [at for at, value in enumerate(column.values) if value is not None]
    column.notes.setdefault(note, []).extend(places)
