"""The funds that can end: what each is called, its last days, and what a whole year of it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from groundwork.screen.activities import whose_budget
from groundwork.screen.activities.whose_budget import MONTHS, Budget
from groundwork.subject.budget.ending import unpaid_share, whole_year
from groundwork.subject.budget.line_kinds import ONE_OFF, line_kinds
from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.years import first_day, horizon_after
from groundwork.subject.days import from_to

FUNDS = ("F410", "F330", "F320", "F360")
SOON = 4  # years: money that goes on for longer is no grant that ends now
MOST_FUNDS = 12  # of a file of the learner's own
EACH = "each"
"""The choice of no day for all: each line ends on its own."""


@dataclass(frozen=True)
class EndingFund:
    """A fund with the last days of its lines, the first one first: it may hold several awards."""

    label: str
    days: tuple[pd.Timestamp, ...]

    @property
    def start(self) -> str:
        """The choice of a last day to begin with."""
        return EACH if len(self.days) > 1 else f"{self.days[0]:%Y-%m-%d}"

    @property
    def when(self) -> str:
        """When it ends, in words."""
        return from_to(self.days)


def budget_with_ends() -> Budget:
    """Return the budget of now; Riverbend's where a file gives no fund a last day."""
    budget = whose_budget.now()
    return budget if ending_funds(budget) else replace(whose_budget.of(None), work=budget.work)


def ending_funds(budget: Budget) -> dict[str, EndingFund]:
    """Return the funds that can end, the largest first."""
    lines = budget.lines
    # Money that ended before the year is not of this year, here as in the horizon.
    ending = lines[
        lines["fund"].notna() & (lines["ends"] >= first_day(budget.year, budget.first_month))
    ]
    chosen: Sequence[str] = FUNDS
    if budget.own:
        soon = ending["ends"] <= horizon_after(budget.year, SOON, budget.first_month)
        sums = (ending[soon] if soon.any() else ending).groupby("fund", sort=False)["amount"].sum()
        chosen = list(sums.sort_values(ascending=False, kind="stable").index[:MOST_FUNDS])
    found = {}
    for fund in chosen:
        here = lines[lines["fund"] == fund]
        label = here["fund_label"].iloc[0]
        days = ending.loc[ending["fund"] == fund, "ends"]
        found[str(fund)] = EndingFund("" if pd.isna(label) else str(label), tuple(sorted({*days})))
    return found


def lines_of(
    budget: Budget, fund: str, values: Mapping[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a fund's lines with a whole year of each, and those whose money ended before."""
    here = budget.lines[budget.lines["fund"] == fund]
    gone = here["ends"] < first_day(budget.year, budget.first_month)
    return in_whole_years(here[~gone], budget, values), here[gone]


def in_whole_years(lines: pd.DataFrame, budget: Budget, values: Mapping[str, str]) -> pd.DataFrame:
    """Return the lines with what each costs in a whole year, as the learner says it is meant."""
    if values.get("covers") != MONTHS:
        return lines
    found = lines.copy()
    found["amount"] = [
        whole_year(round(100 * amount), day, budget.year, budget.first_month) / 100
        if pd.notna(day) and kind != ONE_OFF
        else amount
        for amount, day, kind in zip(
            found["amount"], found["ends"], line_kinds(as_lines(found)), strict=True
        )
    ]
    return found


def inside(budget: Budget, days: Sequence[pd.Timestamp]) -> list[pd.Timestamp]:
    """Return the last days that lie inside the budget's year."""
    return [day for day in days if 0 < unpaid_share(day, budget.year, budget.first_month) < 1]
