"""End one fund on one day: the positions and services that stop, and what it costs to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from groundwork.subject.budget.equity import counted_shares, equity_codes
from groundwork.subject.budget.line_kinds import (
    BENEFITS,
    INDIRECT,
    ONE_OFF,
    SERVICE,
    STAFF,
    line_kinds,
)
from groundwork.subject.budget.lines import ONE, as_lines
from groundwork.subject.budget.money import exact_units, half_up, known_cents
from groundwork.subject.budget.own_lines import fiscal_year_of
from groundwork.subject.budget.years import as_day, last_day, year_number
from groundwork.subject.days import in_words
from groundwork.subject.errors import UserError
from groundwork.subject.states import at_least

Percent = int | str | Decimal
YEARS = 3


@dataclass(frozen=True)
class EndedFund:
    """What a year's budget holds on one fund, all of which stops when the fund ends.

    `positions` are whole positions, `fte` their full-time equivalents, `equity_fte` the part of
    them that is equity work; all three are said together, since one position of which half is
    equity work is still one person. `days` are the last days of its lines, the first one first:
    a fund may hold several awards. `staff_cents` are salaries and benefits, on one line or on
    lines of their own. `services` are neither, nor indirect cost, nor what is paid once
    (`once_cents`). `indirect_cents` is what the fund pays a year toward offices, payroll and
    accounting, by its own lines or else in percent of the staff lines, and is lost with it.
    """

    fund: str
    days: tuple[pd.Timestamp, ...]
    cents: int
    staff_cents: int
    positions: int
    fte: float
    equity_fte: float
    roles: tuple[tuple[str, int], ...]
    services: tuple[tuple[str, int], ...]
    indirect_cents: int
    once_cents: int = 0
    indirect_has_lines: bool = False

    @property
    def service_cents(self) -> int:
        """What the services come to, a year."""
        return sum(cents for _, cents in self.services)


def end_fund(
    table: pd.DataFrame,
    fund: str,
    fiscal_year: str,
    ends: str | date | pd.Timestamp | None = None,
    indirect_percent: Percent = 0,
) -> EndedFund:
    """Say what stops when a fund ends.

    Parameters
    ----------
    table
        Budget lines; those of `fiscal_year` on `fund` count.
    ends
        The last day of the money, whatever the table says; without it each line ends on its own.
    indirect_percent
        What the fund pays for indirect cost, in percent of its staff lines; where indirect cost has
        lines of its own, these count and not the percent.

    Raises
    ------
    UserError
        When no line of that year is on the fund, or the day or the percent is not possible.
    """
    lines = as_lines(table)
    here = (lines["fund"].astype(object) == fund) & (lines["fiscal_year"] == fiscal_year)
    found = lines[here.to_numpy(bool)]
    if found.empty:
        raise UserError(f"No line of {fiscal_year} is on the fund {fund}.", "Choose another fund.")
    equity = counted_shares(found, equity_codes(found))
    kinds = line_kinds(found)
    staff, paid = kinds == STAFF, (kinds == STAFF) | (kinds == BENEFITS)
    services, indirect = kinds == SERVICE, kinds == INDIRECT
    cents = found["amount_cents"].to_numpy()
    purpose = found["purpose"].astype(object).fillna(found["line_id"]).astype(str)
    positions = found["positions"].to_numpy()
    fte = found["fte_e4"].to_numpy()
    staff_cents = int(cents[paid].sum())
    return EndedFund(
        fund=fund,
        days=tuple(sorted(set(line_ends(found, ends)))),
        cents=int(cents.sum()),
        staff_cents=staff_cents,
        positions=int(positions[staff].sum()),
        fte=int(fte.sum()) / ONE,
        equity_fte=int((fte * equity).sum()) / ONE**2,
        roles=_named(purpose[staff], positions[staff].tolist()),
        services=_named(purpose[services], cents[services].tolist()),
        indirect_cents=int(cents[indirect].sum())
        if indirect.any()
        else half_up(Fraction(staff_cents) * _percent(indirect_percent)),
        once_cents=int(cents[kinds == ONE_OFF].sum()),
        indirect_has_lines=bool(indirect.any()),
    )


def line_ends(
    lines: pd.DataFrame, ends: str | date | pd.Timestamp | None = None
) -> list[pd.Timestamp]:
    """Give the last day of the money of each line: one day for all, or each line's own.

    A line that has none ends with the latest of the others, since the fund pays nothing after it.

    Raises
    ------
    UserError
        When no day is given and no line has one.
    """
    if ends is not None:
        return [as_day(ends)] * len(lines)
    days = pd.to_datetime(lines["ends"])
    if not days.notna().any():
        raise UserError("No line has a last day.", "Give the last day of the money.")
    return [pd.Timestamp(day) for day in days.fillna(days.max())]


def first_unpaid_year(ends: str | date | pd.Timestamp, first_month: int = 7) -> str:
    """Give the first fiscal year of which the money leaves a part unpaid."""
    return fiscal_year_of(as_day(ends) + pd.Timedelta(days=1), first_month)


def unpaid_share(
    ends: str | date | pd.Timestamp, fiscal_year: str, first_month: int = 7
) -> Fraction:
    """Give the part of a fiscal year, 0 to 1, that lies after the last day of the money.

    Counted in months, a month that is cut by its days.
    """
    day = as_day(ends)
    last = last_day(fiscal_year, first_month)
    start = last_day(f"FY{year_number(fiscal_year) - 1}", first_month)  # the last day before it
    if day >= last:
        return Fraction(0)
    if day <= start:
        return Fraction(1)
    whole = (last.year - day.year) * 12 + last.month - day.month
    rest = Fraction(day.days_in_month - day.day, day.days_in_month)
    return (whole + rest) / 12


def whole_year(
    cents: int,
    ends: str | date | pd.Timestamp,
    fiscal_year: str,
    first_month: int = 7,
) -> int:
    """Return a whole year of an amount that was adopted for the months until its last day only.

    Money that ends after the year, or before it, was adopted for no part of it: nothing changes.
    """
    cents = known_cents(cents)
    paid = 1 - unpaid_share(ends, fiscal_year, first_month)
    return half_up(Fraction(cents) / paid) if 0 < paid < 1 else cents


def pick_up(
    cents_a_year: int,
    ends: str | date | pd.Timestamp,
    priced_in: str,
    rise_percent: Percent = 3,
    years: int = YEARS,
    first_month: int = 7,
    until: str | date | pd.Timestamp | None = None,
    first_year: str = "",
) -> dict[str, int]:
    """Say what the department pays in each fiscal year when it takes a cost over.

    The first year is the one in which the money ends, so that a grant that ends in the middle
    shows its half. Each year is what the cost was in `priced_in`, raised by `rise_percent` a year,
    for the months that nobody else pays, rounded half up to the cent.

    Parameters
    ----------
    cents_a_year
        Cents of a whole year in the prices of `priced_in`.
    until
        With a bridge, its last day: nothing is paid after it.
    first_year
        The first of the years, where costs that end on several days stand side by side.

    Raises
    ------
    UserError
        When a day or a percent is not possible, or the bridge ends before the money.
    """
    cents_a_year = known_cents(cents_a_year)
    day = as_day(ends)
    years = at_least(years, 1, "The number of years")
    raised = 1 + _percent(rise_percent)
    first = year_number(first_year or first_unpaid_year(day, first_month))
    if until is not None and as_day(until) <= day:
        raise UserError(
            f"The bridge ends on {in_words(as_day(until))}, and the money on {in_words(day)}.",
            "Give a later day for the end of the bridge.",
        )
    paid: dict[str, int] = {}
    for year in range(first, first + years):
        name = f"FY{year}"
        share = unpaid_share(day, name, first_month)
        if until is not None:
            share -= unpaid_share(until, name, first_month)
        factor = raised ** (year - year_number(priced_in))
        paid[name] = half_up(cents_a_year * share * factor)
    return paid


def pick_up_in_all(costs: Sequence[dict[str, int]]) -> dict[str, int]:
    """Add costs up year by year, in cents."""
    years = sorted({year for cost in costs for year in cost})
    return {year: sum(known_cents(cost.get(year, 0)) for cost in costs) for year in years}


def _percent(percent: Percent) -> Fraction:
    """Return a percent from 0 to 100 as a part of 1."""
    units = exact_units(percent, 6)
    if units is None or not 0 <= units <= 100 * 10**6:
        raise UserError(f"{percent!r} is no percent.", "Give a number from 0 to 100.")
    return Fraction(units, 100 * 10**6)


def _named(names: pd.Series, numbers: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Add numbers up by name, in the order of the lines."""
    found: dict[str, int] = {}
    for name, number in zip(names, numbers, strict=True):
        found[name] = found.get(name, 0) + int(number)
    return tuple(found.items())
