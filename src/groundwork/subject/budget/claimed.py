"""Lines that end and claim a share that no document shows: they are in no number of what ends."""

from datetime import date

import numpy as np
import pandas as pd

from groundwork.subject.budget.equity import shares_without_evidence
from groundwork.subject.budget.funding import ENDING, FUNDING, funding_codes
from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import this_year
from groundwork.subject.budget.years import as_day
from groundwork.subject.counts import counted
from groundwork.subject.days import from_to


def claimed_ends(
    table: pd.DataFrame,
    fiscal_year: str,
    horizon: str | date | pd.Timestamp,
    first_month: int = 7,
) -> str:
    """Say of the lines that end inside the horizon, and only claim a share, when they end; or "".

    Parameters
    ----------
    table
        Budget lines of one fiscal year.
    """
    now, _ = this_year(table, fiscal_year, first_month)
    if now.empty:
        return ""
    lines = as_lines(now)
    ending = np.isin(np.array(FUNDING)[funding_codes(lines, as_day(horizon))], ENDING)
    found = lines[ending & lines["line_id"].isin(shares_without_evidence(lines)["line_id"])]
    if found.empty:
        return ""
    one = len(found) == 1
    days = sorted(pd.Timestamp(day).date() for day in found["ends"].dropna().unique())
    when = [f"on {from_to(days)}" if len(days) == 1 else f"from {from_to(days)}"] if days else []
    when += ["on a day that nobody has given"] if found["ends"].isna().any() else []
    return (
        f"{counted(len(found), 'line')} of {show_dollars(int(found['amount_cents'].sum()))} "
        f"{'ends' if one else 'end'} {', or '.join(when)}; "
        f"{'it does not count' if one else 'none counts'} yet, since no document shows the share."
    )
