"""Money of one year in the prices of another, by a deflator with a name, and per person."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from groundwork.subject.budget.money import exact_units, half_up, known_cents
from groundwork.subject.budget.years import year_number
from groundwork.subject.errors import UserError
from groundwork.subject.states import one_level, one_number


@dataclass(frozen=True)
class Deflator:
    """A published price index: its name, its source, and its value for each fiscal year.

    No index is built in. Give the one your finance office uses, so that a reader can look it up;
    write values as text or Decimal, ``{"FY2025": "310.3", "FY2026": "318.9"}``.
    """

    name: str
    source: str
    index: Mapping[str, str | int | float | Decimal]

    def __post_init__(self) -> None:
        """Refuse an index without a name, a source or values above zero."""
        if not self.name.strip() or not self.source.strip():
            raise UserError(
                "The deflator has no name or no source.",
                'Name both, for example "CPI-U, all items" and who publishes it.',
            )
        for year, value in self.index.items():
            year_number(year)
            if (exact_units(value, 12) or 0) <= 0:
                raise UserError(
                    f"{self.name} is {value!r} in {year}.", "An index is a number above zero."
                )

    def factor(self, from_year: str, to_year: str) -> Fraction:
        """Give what a dollar of ``from_year`` is worth in the prices of ``to_year``, exactly."""
        for year in (from_year, to_year):
            if year not in self.index:
                raise UserError(
                    f"{self.name} has no value for {year}.",
                    f"It has {', '.join(sorted(self.index)) or 'no years'}. Add {year}.",
                )
        return Fraction(str(self.index[to_year])) / Fraction(str(self.index[from_year]))


def in_prices_of(cents: pd.Series, to_year: str, deflator: Deflator) -> pd.Series:
    """Put yearly totals into the prices of one year.

    Parameters
    ----------
    cents
        Whole cents, indexed by fiscal year.
    to_year
        The year whose prices to use.
    deflator
        The index, with its name and source.

    Returns
    -------
    Series
        Whole cents (int64), rounded half up, named after the year and the deflator.

    Raises
    ------
    UserError
        If the deflator lacks a year, an amount is not known, or a year comes twice.
    """
    years = [str(year) for year in one_level(cents.index, "amounts")]
    adjusted = [
        half_up(known_cents(amount) * deflator.factor(year, to_year))
        for year, amount in zip(years, cents, strict=True)
    ]
    name = f"cents in {to_year} prices ({deflator.name}, {deflator.source})"
    return pd.Series(adjusted, index=cents.index, dtype="int64", name=name)


def per_person(
    cents: pd.Series,
    population: Mapping[str, int],
    priority_population: Mapping[str, int],
    to_year: str | None = None,
    deflator: Deflator | None = None,
) -> pd.DataFrame:
    """Divide yearly totals by everyone who lives here, and by those in the priority area.

    Both are shown because neither is the truth alone: money divided by fewer people looks larger
    without being more money.

    Parameters
    ----------
    cents
        Whole cents, indexed by fiscal year.
    population, priority_population
        People in the whole place and in the priority area, by fiscal year.
    to_year, deflator
        Give both to see the money in one year's prices as well.

    Returns
    -------
    DataFrame
        By fiscal year, in whole cents rounded half up: ``cents``, ``per_person_cents``,
        ``per_priority_person_cents``, and the same with ``real_`` in front when adjusted.
        ``attrs["prices"]`` names the deflator.

    Raises
    ------
    UserError
        If a year has no population or comes twice, the priority area has more people than the
        whole, or only one of ``to_year`` and ``deflator`` is given.
    """
    if (to_year is None) != (deflator is None):
        raise UserError(
            "To adjust for prices, a year and a deflator are both needed.",
            "Give to_year and deflator, or neither.",
        )
    one_level(cents.index, "amounts")
    cents = pd.Series([known_cents(each) for each in cents], index=cents.index, dtype="int64")
    out = pd.DataFrame({"cents": cents})
    people = [_people(population, str(year), "the population") for year in cents.index]
    priority = [
        _people(priority_population, str(year), "the priority area") for year in cents.index
    ]
    for year, everyone, some in zip(cents.index, people, priority, strict=True):
        if some > everyone:
            raise UserError(
                f"In {year} the priority area has {some:,} people and the whole place "
                f"{everyone:,}.",
                "Check the two numbers: a part cannot be larger than the whole.",
            )
    versions = {"": cents}
    if to_year is not None and deflator is not None:
        versions["real_"] = in_prices_of(cents, to_year, deflator)
        out["real_cents"] = versions["real_"]
        out.attrs["prices"] = versions["real_"].name
    for front, amounts in versions.items():
        out[f"{front}per_person_cents"] = _divide(amounts, people)
        out[f"{front}per_priority_person_cents"] = _divide(amounts, priority)
    return out


def _people(counts: Mapping[str, int], year: str, who: str) -> int:
    """Look up a number of people above zero."""
    found = counts.get(year)
    number = one_number(found, f"people in {who}")
    if not math.isfinite(number) or found is None or number != int(number) or number <= 0:
        raise UserError(
            f"There is no number of people in {who} for {year}: found {found!r}.",
            "Give a whole number above zero for each fiscal year.",
        )
    return int(found)


def _divide(cents: pd.Series, people: list[int]) -> list[int]:
    """Divide each amount by its people, to the cent."""
    return [half_up(Fraction(int(c), p)) for c, p in zip(cents, people, strict=True)]
