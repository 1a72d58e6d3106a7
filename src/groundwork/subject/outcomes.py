"""An outcome by group and year: which figures can be compared, and the gaps in one year."""

from dataclasses import dataclass

import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.gaps import disagreement, gap_table

EVERYBODY = "All"


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
    """

    name: str
    unit: str
    rates: pd.DataFrame

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
        """Say for each group how both gaps moved between the first year and `year`."""
        first = self.years[0]
        if year == first:
            return []
        before, after = self.in_year(first), self.in_year(year)
        groups = [g for g in after.index if g in before.index and g not in (reference, EVERYBODY)]
        if reference not in before.index:
            return []
        rounding = 0.5 * 10.0 ** -min(decimals_of(before), decimals_of(after))
        return [
            disagreement(
                before, after, group, reference, (first, year), self.unit, rounding=rounding
            )
            for group in groups
        ]


def outcome(figures: pd.DataFrame) -> Outcome:
    """Collect published figures into one outcome.

    Parameters
    ----------
    figures
        One row a group and year, with the columns ``measure``, ``group``, ``year``, ``value`` and
        ``unit``; one measure and one unit, so that every figure can be compared.

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
    rates = figures.pivot(index="year", columns="group", values="value").sort_index()
    return Outcome(figures["measure"].iloc[0], figures["unit"].iloc[0], rates)


def decimals_of(rates: pd.Series) -> int:
    """Return how many decimals published rates have: the most that any of them shows."""
    return max(len(f"{rate:.9g}".partition(".")[2]) for rate in rates)
