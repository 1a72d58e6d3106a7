"""Read what a field of a form takes: an amount in the unit that its label names, or a day.

A field says what it counts. What was typed with another unit, or lies outside what can be, is asked
about and never taken as the number that stands in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from groundwork.learner.numerals import EXAMPLE, SCALES, ask_about_point, plain, read_number
from groundwork.subject.days import in_words
from groundwork.subject.errors import UserError
from groundwork.subject.own_data import dates

DAY_EXAMPLE = "Write it like June 30, 2027, or 6/30/2027."


@dataclass(frozen=True)
class Unit:
    """What a field counts.

    Attributes
    ----------
    name
        As it is said: "dollars".
    words
        What may stand with the number, in small letters.
    example
        A number as it may be written.
    least, most
        The smallest and the largest that can be; None for no end.
    """

    name: str
    words: frozenset[str]
    example: str
    least: float | None = 0
    most: float | None = None


def _unit(
    name: str, words: str, example: str, least: float | None = 0, most: float | None = None
) -> Unit:
    return Unit(name, frozenset(words.split()), example, least, most)


MONEY = "$ us dollars dollar usd"
UNITS: Mapping[str, Unit] = {
    "dollars": _unit("dollars", MONEY, "1,250"),
    # A line of a budget may give money back.
    "dollars of a line": _unit("dollars", MONEY, "1,250", least=None),
    "percent": _unit("percent", "% percent per cent pct", "35", most=100),
    "FTE": _unit("FTE", "fte ftes", "0.75"),
    "people": _unit("positions", "positions position people persons", "2"),
    "working days": _unit("working days", "working days day", "10"),
    "hours a month": _unit("hours a month", "hours hour hrs h a per month", "6"),
    "hours a year": _unit("hours a year", "hours hour hrs h a per year", "42"),
    "months": _unit("months", "months month", "9", most=12),
}
_IN_BRACKETS = re.compile(r"\(\s*(\$?\s*[\d,.]+)\s*\)")


def read_amount(text: str, unit: Unit) -> float:
    """Read an amount of a unit; a number in brackets is one below 0, as accounts write it.

    Raises
    ------
    UserError
        When it cannot be read, stands with another unit, or lies outside what can be.
    """
    write = f"Write the {unit.name} as a number, such as {unit.example}."
    brackets = _IN_BRACKETS.fullmatch(text.strip())
    try:
        numeral = read_number(f"-{brackets[1]}" if brackets else text)
    except UserError as error:
        raise UserError(error.problem, write if error.fix == EXAMPLE else error.fix) from None
    ask_about_point(numeral, unit.name)
    written = set(re.findall(r"[$%]|[^\W\d_]+", numeral.unit.lower()))
    if any(SCALES.fullmatch(word) for word in written - unit.words):
        raise UserError(f"“{text}” leaves digits out.", "Write them all, for example 10,000.")
    if not written <= unit.words:
        raise UserError(f"“{text}” is not in {unit.name}.", write)
    value = float(numeral.value)
    if unit.least is not None and value < unit.least:
        raise UserError(f"{plain(numeral.value)} is less than {unit.least:g}.", write)
    if unit.most is not None and value > unit.most:
        raise UserError(f"{plain(numeral.value)} is more than {unit.most:g} {unit.name}.", write)
    if unit.name == "percent" and 0 < value < 1 and "%" not in written:
        hundredfold = plain(numeral.value * 100)
        raise UserError(
            f"{text} percent is less than one of a hundred.",
            f"Write {hundredfold} if you mean {hundredfold} percent, or {text}% if you mean that.",
        )
    return value


def read_day(text: str) -> str:
    """Read a day as people in the United States write it, and return it as 2027-06-30.

    Raises
    ------
    UserError
        When it is no day.
    """
    typed = " ".join(text.split())
    found = dates.read_day(typed, dates.MONTH_FIRST, "")
    if isinstance(found, str):
        why = f": {found}" if found else ""
        raise UserError(f"“{text}” cannot be read as a day{why}.", _day_to_write(typed))
    return found.day.isoformat()


def _day_to_write(typed: str) -> str:
    """Return how to write a day: of a month that was typed without one, its last day."""
    last = dates.read_day(typed, dates.MONTH_FIRST, "last")
    if isinstance(last, str):
        return DAY_EXAMPLE
    return f"Write it like {in_words(last.day)}, or with the day that you mean."
