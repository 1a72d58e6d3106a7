"""Money whose last day is behind us: a budget still holds it, and it pays nobody any more."""

from datetime import date

import numpy as np
import pandas as pd

from groundwork.subject.budget.years import first_day
from groundwork.subject.counts import counted


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
    """Say how long ago a day was: in days, in whole months, or in whole years from the second.

    >>> ago(date(2026, 7, 31), date(2026, 11, 30)), ago(date(2026, 11, 20), date(2026, 11, 27))
    ('4 months ago', '7 days ago')
    """
    # The last day of a month is a month after the last day of the one before, whatever its length.
    after, until = pd.Timestamp(day) + pd.Timedelta(days=1), pd.Timestamp(today)
    until += pd.Timedelta(days=1)
    months = 12 * (until.year - after.year) + until.month - after.month - (until.day < after.day)
    if months < 1:
        return f"{counted((today - day).days, 'day')} ago"
    if months < 24:
        return f"{counted(months, 'month')} ago"
    return f"{counted(months // 12, 'year')} ago"
