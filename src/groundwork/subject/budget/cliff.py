"""The fiscal cliff: which equity work ends when, and with which roles."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import numpy as np
import pandas as pd

from groundwork.subject.budget.baseline import budget_cells
from groundwork.subject.budget.equity import counted_shares, equity_codes
from groundwork.subject.budget.funding import ENDING, FUNDING, LATER, funding_codes
from groundwork.subject.budget.lines import ONE, as_lines
from groundwork.subject.budget.money import half_up, settle
from groundwork.subject.budget.past import ended_by
from groundwork.subject.budget.years import as_day, first_day, year_number, years_of_days
from groundwork.subject.days import in_words
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class WithLastDays:
    """The equity work of a year on money of some last days, such as those after the horizon.

    In cents, whole positions, their whole FTE, and the FTE that is equity work; `days` are the
    last days, the first one first.
    """

    cents: int
    positions: int
    whole_fte: float
    fte: float
    days: tuple[pd.Timestamp, ...]


def after_the_plan(
    table: pd.DataFrame,
    fiscal_year: str,
    horizon: str | date | pd.Timestamp,
    first_month: int = 7,
) -> WithLastDays:
    """Say what ends later than one plans: no year of the cliff holds it, and it does not recur."""
    day = as_day(horizon)
    lines, found = _lines_on(table, fiscal_year, day, first_month, (LATER,))
    cells = budget_cells(lines, day)
    cells = cells[(cells["funding"] == LATER) & (cells["equity"] != "none")]
    return _of_days(found, int(cells["cents"].sum()))


def already_ended(
    table: pd.DataFrame,
    fiscal_year: str,
    horizon: str | date | pd.Timestamp,
    first_month: int,
    today: date | None,
) -> WithLastDays:
    """Say what of the cliff's equity work is on money whose last day came before today.

    It stands in the cliff's years too, since the budget holds it; its cents are rounded by
    themselves.
    """
    _, ending = _lines_on(table, fiscal_year, as_day(horizon), first_month, ENDING)
    found = ending[ended_by(ending["ends"], fiscal_year, first_month, today)]
    exact = int((found["amount_cents"] * found["share"]).sum())
    return _of_days(found, half_up(Fraction(exact, ONE)))


def _of_days(found: pd.DataFrame, cents: int) -> WithLastDays:
    staff = found[_pays_staff(found)]
    return WithLastDays(
        cents=cents,
        positions=int(staff["positions"].sum()),
        whole_fte=int(staff["fte_e4"].sum()) / ONE,
        fte=int((found["fte_e4"] * found["share"]).sum()) / ONE**2,
        days=tuple(sorted(found["ends"].unique())),
    )


def fiscal_cliff(
    table: pd.DataFrame,
    fiscal_year: str,
    horizon: str | date | pd.Timestamp,
    first_month: int = 7,
) -> pd.DataFrame:
    """Take one year's equity work and let each line go when its money ends.

    One-time money goes with the budget year. So does time-limited money whose end nobody knows,
    to be on the safe side; ``unknown_end_cents`` says how much that is. Money whose last day lies
    before the budget year is not of this year and is left out (`own_lines.ended_before` lists it).
    Nothing is assumed to be renewed, and prices are those of the budget year.

    Parameters
    ----------
    table
        Budget lines; only those of ``fiscal_year`` count.
    fiscal_year
        The budget year to start from.
    horizon
        The last day you plan for; the table runs to its fiscal year.
    first_month
        The month in which your fiscal year starts (7 is July).

    Returns
    -------
    DataFrame
        One row a fiscal year (the index), years without an end included. ``ending_cents`` and
        ``ending_fte`` are the equity work that ends during the year, ``unknown_end_cents`` the part
        of it whose end is not known. ``ending_positions`` and ``ending_whole_fte`` are the whole
        positions on those lines and their whole FTE: people lose whole positions. ``roles`` names
        them, with how many of each (text). ``remaining_cents`` and ``remaining_fte`` are what is
        still paid for in the year after, ``remaining_share`` (0 to 1) its share of the budget
        year's equity work. The cents agree with `baseline`.

    Raises
    ------
    UserError
        If there are no lines for the year, or the horizon comes before its end.
    """
    day = as_day(horizon)
    final = _final_year(day, fiscal_year, first_month)
    lines, ending = _lines_on(table, fiscal_year, day, first_month, ENDING)
    cells = budget_cells(lines, day)
    equity = cells[cells["equity"] != "none"]
    left, left_fte = int(equity["cents"].sum()), float(equity["fte"].sum())
    start, ends = left, _settled(ending, equity)
    rows = []
    for year in range(year_number(fiscal_year), final + 1):
        now = ends[ends["year"] == year]
        roles = ending[(ending["year"] == year) & _pays_staff(ending)]
        left -= int(now["cents"].sum())
        left_fte -= float(now["fte"].sum())
        rows.append(
            {
                "fiscal_year": f"FY{year}",
                "ending_cents": int(now["cents"].sum()),
                "unknown_end_cents": int(now.loc[now["unknown"], "cents"].sum()),
                "ending_fte": float(now["fte"].sum()),
                "ending_positions": int(roles["positions"].sum()),
                "ending_whole_fte": int(roles["fte_e4"].sum()) / ONE,
                "roles": _names(roles),
                "remaining_cents": left,
                "remaining_fte": round(left_fte, 8),
                "remaining_share": left / start if start > 0 else np.nan,
            }
        )
    return pd.DataFrame(rows).set_index("fiscal_year")


def roles_that_go(
    table: pd.DataFrame,
    fiscal_year: str,
    horizon: str | date | pd.Timestamp,
    first_month: int = 7,
) -> pd.DataFrame:
    """List each line with staff whose equity work ends inside the horizon, the soonest first.

    Returns
    -------
    DataFrame
        ``line_id``, ``program``, ``role`` (the line's purpose), ``funding``, ``ends_in`` (fiscal
        year), ``end_known``, ``positions``, ``fte`` and ``amount_cents`` of the whole line,
        ``equity_share``.
    """
    day = as_day(horizon)
    final = _final_year(day, fiscal_year, first_month)
    _, ending = _lines_on(table, fiscal_year, day, first_month, ENDING)
    staff = ending[_pays_staff(ending) & (ending["year"] <= final)]
    staff = staff.sort_values(["year", "line_id"], kind="stable")
    return pd.DataFrame(
        {
            "line_id": staff["line_id"],
            "program": staff["program"].astype(object),
            "role": staff["role"],
            "funding": staff["funding"],
            "ends_in": [f"FY{year}" for year in staff["year"]],
            "end_known": ~staff["unknown"],
            "positions": staff["positions"],
            "fte": staff["fte_e4"] / ONE,
            "amount_cents": staff["amount_cents"],
            "equity_share": staff["share"] / ONE,
        }
    ).reset_index(drop=True)


def years_of_cover(cliff: pd.DataFrame, at_least: float = 1.0) -> int:
    """Count the whole fiscal years, from the budget year on, that are paid for.

    A year counts when at least the share ``at_least`` of the budget year's equity work still has
    money through the end of it. If that holds to the horizon, the answer is every year in the
    table, and the true number may be larger.
    """
    if not 0 < at_least <= 1:
        raise UserError(f"A share of {at_least} makes no sense here.", "Give one from 0 to 1.")
    paid_during = cliff["remaining_share"].shift(1, fill_value=1.0)
    short = np.flatnonzero(~(paid_during >= at_least))
    return int(short[0]) if len(short) else len(cliff)


def _lines_on(
    table: pd.DataFrame,
    fiscal_year: str,
    horizon: pd.Timestamp,
    first_month: int,
    kinds: tuple[str, ...],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the year's lines, and those with equity work on some kinds of money, with its end."""
    first = year_number(fiscal_year)
    lines = as_lines(table)
    lines = lines[(lines["fiscal_year"] == fiscal_year).to_numpy()]
    if lines.empty:
        raise UserError(
            f"No budget line is for {fiscal_year}.", "Choose a fiscal year that the table has."
        )
    lines = lines.assign(fiscal_year=lines["fiscal_year"].cat.remove_unused_categories())
    lines = lines[~(lines["ends"] < first_day(fiscal_year, first_month)).to_numpy(bool)]
    share = counted_shares(lines, equity_codes(lines))
    funding = np.array(FUNDING, object)[funding_codes(lines, horizon)]
    year = np.maximum(years_of_days(lines["ends"], first_month), first)  # no day has the year 0
    year[funding == "one-time"] = first
    purpose, line_id = lines["purpose"].astype(object), lines["line_id"].astype(str)
    found = lines.assign(
        share=share,
        funding=funding,
        year=year,
        unknown=lines["ends"].isna() & (funding == "time-limited"),
        role=purpose.where(purpose.notna(), line_id).astype(str),
    )
    return lines, found[np.isin(funding, kinds) & (share > 0)]


def _pays_staff(lines: pd.DataFrame) -> pd.Series:
    """Whether a line pays people: its FTE or its positions are given."""
    return (lines["fte_e4"] != 0) | (lines["positions"] > 0)


def _settled(ending: pd.DataFrame, equity: pd.DataFrame) -> pd.DataFrame:
    """Sum what ends by year, in cents that agree with the cells of the baseline."""
    rows = []
    for kind in ENDING:
        groups = list(ending[ending["funding"] == kind].groupby(["year", "unknown"], sort=True))
        parts = [int((group["amount_cents"] * group["share"]).sum()) for _, group in groups]
        total = int(equity.loc[equity["funding"] == kind, "cents"].sum())
        for (when, group), cents in zip(groups, settle(parts, ONE, total), strict=True):
            fte = int((group["fte_e4"] * group["share"]).sum()) / ONE**2
            rows.append({"year": when[0], "unknown": when[1], "cents": cents, "fte": fte})
    return pd.DataFrame(rows, columns=["year", "unknown", "cents", "fte"])


def _names(lines: pd.DataFrame) -> str:
    """List roles once each, with how many positions there are of one that several people hold."""
    counts = lines.groupby("role", sort=False)["positions"].sum()
    return "; ".join(str(role) if n <= 1 else f"{role} ({n})" for role, n in counts.items())


def _final_year(horizon: pd.Timestamp, fiscal_year: str, first_month: int) -> int:
    """Give the number of the horizon's fiscal year, which may not come before the budget's."""
    final = int(years_of_days(pd.Series([horizon]), first_month)[0])
    if final < year_number(fiscal_year):
        raise UserError(
            f"The horizon {in_words(horizon)} comes before {fiscal_year} starts.",
            "Give a later day.",
        )
    return final
