"""A day as it is read by people: June 30, 2027. Files keep it as 2027-06-30."""

import datetime
import re
from collections.abc import Sequence
from contextlib import suppress

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# How a day is written, as parts of patterns: in a text, 6/7 is June 7.
MONTH = rf"(?P<month>{'|'.join(f'{each[:3]}(?:{each[3:]})?' for each in MONTHS)}|Sept)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!,?\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})-(?P<month>0\d|1[0-2])-(?P<day>\d\d)\b",
        r"(?<![\w/])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?\b(?!/)",
        rf"\b{MONTH}\s+{DAY}(?:,?\s+(?:of\s+)?(?P<year>\d{{4}})\b)?",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+(?P<year>\d{{4}})\b)?(?!\w)",
    )
)


def in_words(day: datetime.date) -> str:
    """Write a day as in a letter: November 25, 2026; months in English on every computer."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


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


def month_of(said: str) -> int:
    """Return the number of a month that is said by its name, its first letters or its number."""
    if said.isdigit():
        return int(said)
    return next(at for at, name in enumerate(MONTHS, 1) if name[:3] == said[:3].capitalize())


def days_in(text: str, near: datetime.date | None = None) -> list[datetime.date]:
    """Return the days that a text names, in its order.

    One without its year is in the year nearest to a day, and left out where there is no such day.

    >>> days_in("from 30 June to 2027-06-30", datetime.date(2026, 11, 27))
    [datetime.date(2026, 6, 30), datetime.date(2027, 6, 30)]
    """
    matches = [match for form in FORMS for match in form.finditer(text)]
    found, end = [], 0
    for match in sorted(matches, key=lambda each: (each.start(), -each.end())):
        if match.start() >= end and (day := _day_of(match, near)):
            found.append(day)
            end = match.end()
    return found


def _day_of(match: re.Match[str], near: datetime.date | None) -> datetime.date | None:
    """Return the day that a match names, None where its month has no such day."""
    days = []
    if match["year"]:
        years = [int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)]
    else:
        years = [near.year - 1, near.year, near.year + 1] if near else []
    for year in years:
        with suppress(ValueError):
            days.append(datetime.date(year, month_of(match["month"]), int(match["day"])))
    return min(days, key=lambda each: abs(each - near) if near else 0, default=None)
