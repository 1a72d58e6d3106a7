"""Fiscal years: FY2026 is named for the calendar year in which it ends."""

import re
from datetime import date

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.states import whole

MOST_YEARS = 100  # a plan for longer is a slip
PATTERN = re.compile(r"FY(\d{4})")
YEAR_FIX = "Write the fiscal year as FY and four digits, for example FY2026."


def year_number(fiscal_year: str) -> int:
    """Give 2026 for ``FY2026``; raise UserError for anything else."""
    found = PATTERN.fullmatch(str(fiscal_year))
    if not found:
        raise UserError(f"{fiscal_year!r} is not a fiscal year.", YEAR_FIX)
    return int(found.group(1))


def last_day(fiscal_year: str, first_month: int = 7) -> pd.Timestamp:
    """Give the last day of a fiscal year that starts in month ``first_month`` (7 is July)."""
    year = year_number(fiscal_year)
    first_month = whole(first_month, 1, 12, "first month of the fiscal year")
    following = pd.Timestamp(year=year + (first_month == 1), month=first_month, day=1)
    return following - pd.Timedelta(days=1)


def first_day(fiscal_year: str, first_month: int = 7) -> pd.Timestamp:
    """Give the first day of a fiscal year."""
    before = last_day(f"FY{year_number(fiscal_year) - 1}", first_month)
    return before + pd.Timedelta(days=1)


def months_after(day: pd.Timestamp, months: int) -> pd.Timestamp:
    """Give the day so many months later; the end of a month leads to the end of a month."""
    later = day + pd.DateOffset(months=whole(months, 0, 12 * MOST_YEARS, "number of months"))
    return later + pd.offsets.MonthEnd(0) if day.is_month_end else later


def horizon_after(fiscal_year: str, years: int, first_month: int = 7) -> pd.Timestamp:
    """Give the last day of planning: the end of the fiscal year ``years`` after this one."""
    years = whole(years, 0, MOST_YEARS, "number of years to plan")
    return last_day(f"FY{year_number(fiscal_year) + years}", first_month)


def as_day(when: str | date | pd.Timestamp) -> pd.Timestamp:
    """Read one day, for example ``2028-06-30``; raise UserError when it is none."""
    problem = UserError(
        f"{when!r} is not a day.", "Write year, month and day, for example 2028-06-30."
    )
    if not isinstance(when, (str, date)):
        raise problem
    try:
        day = pd.Timestamp(when)
    except (ValueError, TypeError):
        raise problem from None
    if pd.isna(day):
        raise problem
    return day.normalize()


def years_of_days(days: pd.Series, first_month: int = 7) -> np.ndarray:
    """Give the number of the fiscal year that holds each day (0 where there is no day)."""
    later = (days.dt.month >= first_month) & (first_month > 1)
    return (days.dt.year + later).fillna(0).to_numpy(np.int64)
