"""A day as it is read by people: June 30, 2027. Files keep it as 2027-06-30."""

import calendar
import datetime
import re
from collections.abc import Sequence

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DUE = re.compile(
    r"\b(?:by|until|before|no later than)\s+(?:the\s+)?(?:(?:end|middle|start)\s+of\s+)?"
    r"(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?:of\s+)?)?(?P<year>20[2-9]\d)\b(?![-–/]\d)",
    re.IGNORECASE,
)


def in_words(day: datetime.date) -> str:
    """Write a day as in a letter: November 25, 2026; months in English on every computer."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def from_to(days: Sequence[datetime.date]) -> str:
    """Write days in words, the first one first: the one, or from the first to the last."""
    first, last = in_words(days[0]), in_words(days[-1])
    return first if first == last else f"{first} to {last}"


def day_of(kept: str) -> str:
    """Write a kept day as in a letter; what is no date stays as it was typed.

    >>> day_of("2027-03-01"), day_of("in spring")
    ('March 1, 2027', 'in spring')
    """
    try:
        return in_words(datetime.date.fromisoformat(kept.strip()))
    except ValueError:
        return kept.strip()


def passed(text: str, today: datetime.date) -> str:
    """Return the first words that set a time which is over, or ""; without a year none is known.

    >>> passed("moves two hours by June 2026", datetime.date(2026, 11, 27))
    'by June 2026'
    >>> passed("by November 2026, and by 2027", datetime.date(2026, 11, 27))
    ''
    """
    for found in _DUE.finditer(text):
        year = int(found["year"])
        month = _month(found["month"]) if found["month"] else 12
        last = calendar.monthrange(year, month)[1]
        day = min(int(found["day"] or last) or last, last)
        if datetime.date(year, month, day) < today:
            return found[0]
    return ""


def _month(begins: str) -> int:
    return next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(begins.capitalize()))
