"""Whether a time that a text sets is over: "by June 2026", "by Q2 2026", "on 6/30/2026"."""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from groundwork.subject.days import DAY, FORMS, MONTH, month_of

_YEAR = r"(?P<year>20[2-9]\d)\b(?![-–/]\d)"
_SHORT_YEAR = r"['’]?(?P<year>(?:20)?[2-9]\d)(?:[-–/](?P<ends>(?:20)?[2-9]\d))?\b(?![-–/]\d)"
_FISCAL = r"(?:FY|fiscal\s+year)\s*"
_DAYS = (
    r"(?P<year>20[2-9]\d)-(?P<month>0\d|1[0-2])-(?P<day>\d\d)\b(?![-/])",
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:20)?[2-9]\d)\b(?![-/])",
    rf"{MONTH}\s+{DAY},?\s+(?:of\s+)?{_YEAR}",
    rf"{DAY}\s+(?:of\s+)?{MONTH},?\s+{_YEAR}",
)
_SPANS = (
    rf"{MONTH}\s+(?:of\s+)?{_YEAR}",
    r"(?P<month>0?[1-9]|1[0-2])/(?P<year>20[2-9]\d)\b(?!/)",
    r"(?P<year>20[2-9]\d)-(?P<month>0[1-9]|1[0-2])\b(?!-)",
    r"(?:Q(?P<quarter>[1-4])|(?P<which>first|second|third|fourth|last)\s+quarter)"
    rf"(?:\s+of)?,?\s+(?:{_FISCAL})?{_SHORT_YEAR}",
    rf"{_FISCAL}{_SHORT_YEAR}",
)
_YEARS = (
    rf"(?:(?:calendar|school)\s+year\s+|year\s+|mid-?\s?|year[- ]end\s+)?{_YEAR}",
    r"(?:school\s+year\s+)?(?P<year>20[2-9]\d)[-–/](?P<ends>(?:20)?[2-9]\d)\b(?![-–/]\d)",
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_PART = r"\s+(?:the\s+)?(?:(?:end|middle|start|close)\s+of\s+(?:the\s+)?)?"
_SET = rf"\b(?:by|until|till|before|(?:no|not)\s+later\s+than){_PART}"
_AT = rf"\b(?:in|on|at){_PART}"
# Words before a time that make it the time of what was, or where something begins.
_OF_WHAT_WAS = re.compile(
    r"\b(?:since|from|after|of|as|than|to|through|and|between|was|were|had|been|dated|signed|adopted"
    r"|approved|issued|revised|updated|effective|began|started|opened)(?:\s+\w+ed)?\W*$",
    re.IGNORECASE,
)
_DUE = tuple(
    (re.compile(lead + form, re.IGNORECASE), lead == _SET)
    for lead, forms in (
        (_SET, (*_DAYS, *_SPANS, *_YEARS)),
        (_AT, _SPANS),
        (rf"(?:{_AT}|(?<![\w/-]))", _DAYS),
    )
    for form in forms
)
_BEFORE = rf"(?:\b(?:in|by|on|at|for|after|before|from|until|till|since|during|through){_PART})?"
_NAMED = tuple(
    (re.compile(_BEFORE + rf"(?<![\w/-]){form}", re.IGNORECASE), form in (_SPANS[-1], *_YEARS))
    for form in (*_DAYS, *_SPANS, *_YEARS)
)
_END_OF = re.compile(r"\b(?:end|close) of|\byear[- ]end\b", re.IGNORECASE)
_FISCAL_WORD = re.compile(rf"\b{_FISCAL}", re.IGNORECASE)

_TIMES = re.compile(
    "|".join(
        re.sub(r"\?P<\w+>", "?:", form)
        for form in (*(each.pattern for each in FORMS), *_SPANS, *_YEARS, rf"\bin\s+{MONTH}\b")
    ),
    re.IGNORECASE,
)


class Time(NamedTuple):
    """A time that a text names.

    Attributes
    ----------
    last_day
        The last day that it can mean.
    whole_year
        Whether it is a year from its first day to its last, and no day, month or quarter of it.
    """

    words: str
    last_day: date
    whole_year: bool


def time_in(text: str) -> Time | None:
    """Return the first time with its year that a text names, or None.

    The end of a calendar year is a day. A fiscal year ends on a day that its name does not say.

    >>> time_in("over 35 days by December 31, 2026")
    Time(words='by December 31, 2026', last_day=datetime.date(2026, 12, 31), whole_year=False)
    >>> time_in("under 64 in FY26").whole_year, time_in("by the end of 2026").whole_year
    (True, False)
    """
    return next(iter(_times_in(text)), None)


def _times_in(text: str) -> list[Time]:
    """Return the times with their years that a text names, in its order, none inside another."""
    matches = [(each, year) for form, year in _NAMED for each in form.finditer(text)]
    found, end = list[Time](), 0
    for match, year in sorted(matches, key=lambda each: (each[0].start(), -each[0].end())):
        if match.start() >= end:
            ends = _END_OF.search(match[0]) and not _FISCAL_WORD.search(match[0])
            found.append(
                Time(match[0].strip(), _last_day(match.groupdict()), bool(year and not ends))
            )
            end = match.end()
    return found


def without_times(text: str, instead: str = "") -> str:
    """Return a text with something else instead of each day, month, quarter and year.

    >>> without_times("asked Nov 21, and by Q1 2027")
    'asked , and by '
    """
    return _TIMES.sub(instead, text)


def passed(text: str, today: date) -> str:
    """Return the first words that set a time which is over, or ""; without a year none is known.

    A fiscal year, or a quarter of it, bears the year in which it ends: it is over for certain when
    the calendar's is. 6/7/2026 is June 7.

    >>> passed("moves two hours by June 2026", date(2026, 11, 27))
    'by June 2026'
    >>> passed("by Q4 2026, by 2027, and since June 2024", date(2026, 11, 27))
    ''
    """
    over = [
        (found.start(), -len(found[0]), found[0])
        for form, is_set in _DUE
        for found in form.finditer(text)
        if _last_day(found.groupdict()) < today
        and (is_set or not _OF_WHAT_WAS.search(text[: found.start()]))
    ]
    return min(over)[2] if over else ""


def last_passed(text: str, today: date) -> str:
    """Return the last time that a text names where it is over, or "", whatever words lead to it.

    A whole year counts where nothing nearer is named.

    >>> last_passed("from July 1, 2025 to June 30, 2026", date(2026, 11, 27))
    'June 30, 2026'
    >>> last_passed("FY2027; first paid July 1, 2026", date(2026, 11, 27))
    'July 1, 2026'
    >>> last_passed("asked June 15, 2026; again in June 2027", date(2026, 11, 27))
    ''
    """
    named = _times_in(text)
    nearer = [each for each in named if not each.whole_year]
    last = max(nearer or named, key=lambda each: each.last_day, default=None)
    return last.words if last and last.last_day < today else ""


def _last_day(found: Mapping[str, str | None]) -> date:
    """Return the last day that a time can mean."""
    year = int((found.get("ends") or found["year"] or "")[-2:]) + 2000
    month, day = _month(found), int(found.get("day") or 31)
    if month > 12 >= day:
        month, day = day, month
    month = min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))


def _month(found: Mapping[str, str | None]) -> int:
    if named := found.get("month"):
        return month_of(named)
    quarter = _QUARTERS.get((found.get("which") or "").casefold()) or found.get("quarter") or 4
    return 3 * int(quarter)
