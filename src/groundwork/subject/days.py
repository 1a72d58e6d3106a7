"""A day as it is read by people: June 30, 2027. Files keep it as 2027-06-30."""

import datetime
from collections.abc import Sequence

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
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
