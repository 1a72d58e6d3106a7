"""An outcome by group and year: which figures can be compared, and the gaps in one year."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.gaps import Year, change_in_words, gap_table
from groundwork.subject.states import as_numbers

EVERYBODY = "All"
NO_ERRORS = (
    "No more is said, because no standard errors are used here. That does not make such a step "
    "chance: look for what the source itself has tested."
)


@dataclass(frozen=True, eq=False)
class Outcome:
    """One measure for several groups and years.

    Attributes
    ----------
    name
        What is measured, for example "infant mortality rate".
    unit
        The unit of every figure.
    rates
        One row a year, one column a group; missing where no figure is published.
    errors
        The standard error of each figure in `rates`; missing where the source gives none.
    """

    name: str
    unit: str
    rates: pd.DataFrame
    errors: pd.DataFrame

    @property
    def years(self) -> list[int]:
        """The years that have figures, oldest first."""
        return [int(year) for year in self.rates.index]

    def in_year(self, year: int) -> pd.Series:
        """Return the rates of one year, highest first, without groups that have none."""
        if year not in self.rates.index:
            raise UserError(
                f"There is no {self.name} for {year}.",
                f"Choose one of: {', '.join(map(str, self.years))}.",
            )
        return self.rates.T[year].dropna().sort_values(ascending=False)

    def gaps(self, year: int, reference: str) -> pd.DataFrame:
        """Return the gaps of one year against a reference group: see `gaps.gap_table`."""
        return gap_table(self.in_year(year), reference)

    def change(self, year: int, reference: str) -> list[str]:
        """Say for each group how both gaps stood in the first year and in `year`.

        A move is told only where the source gives standard errors and it is more than rounding
        and chance: see `gaps.change_in_words`.
        """
        first = self.years[0]
        if year == first:
            return []
        before, after = self.in_year(first), self.in_year(year)
        groups = [g for g in after.index if g in before.index and g not in (reference, EVERYBODY)]
        if reference not in before.index:
            return []
        decimals = (
            min(decimals_of(before), decimals_of(after)),
            min(ratio_decimals(before, reference), ratio_decimals(after, reference)),
        )
        then, now = (
            Year(rates, self.errors.T[when], 0.5 * 10.0 ** -decimals_of(rates))
            for when, rates in ((first, before), (year, after))
        )
        told = [
            change_in_words(then, now, group, reference, (first, year), self.unit, decimals)
            for group in groups
        ]
        return told if self.errors.loc[[first, year]].notna().any(axis=None) else [*told, NO_ERRORS]


def outcome(figures: pd.DataFrame) -> Outcome:
    """Collect published figures into one outcome.

    Parameters
    ----------
    figures
        One row a group and year, with the columns ``measure``, ``group``, ``year``, ``value`` and
        ``unit``, and ``standard_error`` where the source gives it; one measure and one unit, so
        that every figure can be compared.

    Raises
    ------
    UserError
        When there is more than one measure or unit, or a group has two figures in one year.
    """
    for column in ("measure", "unit"):
        if figures[column].nunique() != 1:
            found = ", ".join(sorted(figures[column].unique()))
            raise UserError(
                f"These figures cannot be compared: the column {column} holds {found}.",
                f"Keep the rows of one {column}.",
            )
    twice = figures[figures.duplicated(["group", "year"])]
    if not twice.empty:
        row = twice.iloc[0]
        raise UserError(
            f"There are two figures for {row['group']} in {row['year']}.",
            "Keep the rows of one series.",
        )
    values = as_numbers(figures["value"], "figures")
    if np.isinf(values).any():
        raise UserError("A figure is endless.", "Check the figures.")
    figures = figures.assign(value=values)
    known = figures if "standard_error" in figures else figures.assign(standard_error=math.nan)
    rates, errors = (
        known.pivot(index="year", columns="group", values=column).sort_index()
        for column in ("value", "standard_error")
    )
    return Outcome(figures["measure"].iloc[0], figures["unit"].iloc[0], rates, errors)


def decimals_of(rates: pd.Series) -> int:
    """Return how many decimals published rates have: the most that any of them shows."""
    known = [rate for rate in as_numbers(rates, "rates") if math.isfinite(rate)]
    return max((len(f"{rate:.9g}".partition(".")[2]) for rate in known), default=0)


def ratio_decimals(rates: pd.Series, reference: str) -> int:
    """Return how many decimals, two at most, the ratios to a reference can be given with.

    A decimal is given only where the rounding of the published rates moves no ratio by more than
    half of it: 6.6 and 6.3 may be anything from 1.03 to 1.06 times each other.

    Parameters
    ----------
    rates
        One rate a group as published; a missing one has no ratio.
    reference
        The name of the group that the others are divided by.
    """
    known = pd.Series(as_numbers(rates, "rates"), rates.index).dropna()
    slack, base = 0.5 * 10.0 ** -decimals_of(known), known.get(reference, 0.0)
    if base <= slack:
        return 0
    moved = float(((known + slack) / (base - slack) - known / base).max())
    return sum(moved <= 0.5 * 10.0**-places for places in (1, 2))
