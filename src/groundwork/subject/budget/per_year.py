"""What somebody's own equity money is per person, year by year, from numbers that they type."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from groundwork.subject.budget.deflate import Deflator, in_prices_of
from groundwork.subject.budget.money import half_up
from groundwork.subject.budget.years import year_number
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class MoneyOfYear:
    """One fiscal year: its dollars in cents, and what is known beside them.

    `people` are all who live in the place, `recurring_cents` the part that recurs, `index` the
    value of a price index; each is None where nobody knows it.
    """

    year: str
    cents: int
    people: int | None = None
    recurring_cents: int | None = None
    index: float | None = None


def in_order(rows: Sequence[MoneyOfYear]) -> list[MoneyOfYear]:
    """Sort years, and refuse what cannot be.

    Raises
    ------
    UserError
        When a year is no fiscal year or comes twice, nobody lives there, or more recurs than there
        is.
    """
    years = [row.year for row in rows]
    for row in rows:
        year_number(row.year)
        if years.count(row.year) > 1:
            raise UserError(f"{row.year} is there twice.", "Keep one row a year.")
        if row.people is not None and row.people <= 0:
            raise UserError(f"Nobody lives there in {row.year}.", "Give all residents.")
        if row.index is not None and row.index <= 0:
            raise UserError(f"The index of {row.year} is {row.index:g}.", "It is above zero.")
        if row.recurring_cents is not None and not 0 <= row.recurring_cents <= row.cents:
            raise UserError(
                f"In {row.year} the part that recurs is not between 0 and the whole.",
                "Give the part of these dollars that recurs.",
            )
    return sorted(rows, key=lambda row: year_number(row.year))


def each_person(cents: int, people: int | None) -> int | None:
    """Divide cents by people, to the cent; None where nobody knows how many there are."""
    return None if people is None else half_up(Fraction(cents, people))


def in_last_prices(rows: Sequence[MoneyOfYear]) -> list[int] | None:
    """Give the cents of each year in the prices of the last; None unless each has an index."""
    index = {row.year: row.index for row in rows if row.index is not None}
    if len(index) < len(rows) or len(rows) < 2:
        return None
    money = pd.Series([row.cents for row in rows], index=[row.year for row in rows], dtype="int64")
    deflator = Deflator(
        "your index", "your list", {year: str(each) for year, each in index.items()}
    )
    return [int(each) for each in in_prices_of(money, rows[-1].year, deflator)]
