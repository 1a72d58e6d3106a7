"""Money whose last day is behind us: a budget still holds it, and it pays nobody any more."""

from datetime import date

import numpy as np
import pandas as pd

from groundwork.subject.budget.years import first_day
from groundwork.subject.counts import counted

FEW_DAYS = 60  # that are said as days
DAYS_OF_A_YEAR = 365.25
DAYS_OF_A_MONTH = DAYS_OF_A_YEAR / 12


def ended_by(ends: pd.Series, fiscal_year: str, first_month: int, today: date | None) -> np.ndarray:
    """Say of each last day whether it came in this budget's years, and before today.

    Money that ended before the year is not of it, and is told apart. Without a day of today
    nothing has ended, as in a county that is invented.
    """
    days = pd.to_datetime(ends.replace("", None))
    if today is None:
        return np.zeros(len(days), bool)
    here = (days < pd.Timestamp(today)) & (days >= first_day(fiscal_year, first_month))
    return here.to_numpy(bool)


def ago(day: date, today: date) -> str:
    """Say how long ago a day was: in days, from the 60th in months, from two years on in years.

    >>> ago(date(2026, 7, 31), date(2026, 11, 30)), ago(date(2026, 9, 29), date(2026, 11, 27))
    ('about 4 months ago', '59 days ago')
    """
    days = (today - day).days
    months = round(days / DAYS_OF_A_MONTH)
    if days < FEW_DAYS:
        return f"{counted(days, 'day')} ago"
    if months < 24:
        return f"about {counted(months, 'month')} ago"
    return f"about {counted(round(days / DAYS_OF_A_YEAR), 'year')} ago"
