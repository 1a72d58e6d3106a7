"""Days and fiscal years in the many forms people write them.

``03/04/2026`` is 4 March to some and 3 April to others. Which of the two is decided for a whole
column, by the cells of it that can be read in one way only, and never by a guess.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MONTH_FIRST, DAY_FIRST = "month-first", "day-first"
FIRST_YEAR, LAST_YEAR = 1950, 2150
# What Excel counts days from, on any computer but the oldest Macintosh. Its day 1 is 1900-01-01,
# and it believes in a February 29 in 1900: so real days are counted from here.
_EXCEL_ZERO = date(1899, 12, 30)

_MONTHS = {
    name[:length].lower(): number
    for number, name in enumerate(calendar.month_name)
    if number
    for length in (3, len(name))
} | {"sept": 9}
_WORD = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MIDNIGHT = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?P<time>{_MIDNIGHT})", re.I)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_NUMBERS = re.compile(
    rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?P<time>{_MIDNIGHT})", re.I
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +", re.I)
_DAY_WORD = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[-/ .]*(?:of )?({_WORD})\.?[-/ ,]*(\d{{4}}|\d{{2}})", re.I
)
_WORD_DAY = re.compile(rf"({_WORD})\.?[- ]*(\d{{1,2}})(?:st|nd|rd|th)?(?:, *| +|-)(\d{{4}})", re.I)
_WORD_YEAR = re.compile(rf"({_WORD})\.?(?:[-/ ,]*(\d{{4}})|(?:-| ?['’])(\d{{2}}))", re.I)
_YEAR_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")

_OF_WHOM = r"(?:federal|fed\.?|state|county|city|local|agency) "
_FISCAL_WORD = rf"(?:{_OF_WHOM})?(?:[SF]?FY|fiscal year|fiscal yr\.?)"
_FISCAL = re.compile(
    rf"(?:(?P<word>{_FISCAL_WORD})[ .:\-'’]*)?(?P<first>\d{{4}}|\d{{2}})(?:\.0)?"
    r"(?: ?[-/–] ?(?:FY ?)?(?P<second>\d{4}|\d{2}))?(?P<behind> ?S?FY)?",
    re.I,
)
# A year that is named by its last day: FYE 6/30/2026, fiscal year ended June 30, 2026.
_FISCAL_END = re.compile(
    rf"(?:{_FISCAL_WORD}|year) ?(?:E|end(?:s|ed|ing)?)[ :.]+(?:on )?(?P<day>.*\b(?P<year>\d{{4}}))",
    re.I,
)
_FEDERAL = re.compile(r"FFY|fed", re.I)


@dataclass(frozen=True)
class Day:
    """A day as understood; ``how`` says what was read past and is empty for an ISO day."""

    day: date
    how: str = ""


def order(texts: Iterable[str]) -> str:
    """Say in which order a column writes days: "month-first", "day-first", "mixed" or ""."""
    orders = set()
    for text in texts:
        found = _NUMBERS.fullmatch(text)
        if found:
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                orders.add(DAY_FIRST)
            elif second > 12 >= first:
                orders.add(MONTH_FIRST)
    return "mixed" if len(orders) == 2 else "".join(orders)


def read_day(value: object, in_order: str, month: str) -> Day | str:
    """Read one day, or give the sentence that says why it cannot be read ("" when it is none).

    Parameters
    ----------
    value
        A text, a date, or a number as Excel stores days.
    in_order
        The order of the column, as `order` gives it.
    month
        "first" or "last": the day that is meant when only a month is named; "" when none is.
    """
    if isinstance(value, datetime):
        how = "a time of day was left out" if value.time() != datetime.min.time() else ""
        return _in_range(value.date(), how)
    if isinstance(value, date):
        return _in_range(value, "")
    text = str(value)
    if isinstance(value, int | float) or _SERIAL.fullmatch(text):
        return _serial(float(text))
    text = _WEEKDAY.sub("", text, count=1)
    for read in (_iso, _by_numbers, _in_words):
        found = read(text, in_order)
        if found != "":
            return found
    return _month(text, month)


def may_be_day(text: str) -> bool:
    """Say whether a text is a day in one order or the other."""
    return any(isinstance(read_day(text, way, "first"), Day) for way in (MONTH_FIRST, DAY_FIRST))


def read_fiscal_year(value: object) -> str | None:
    """Read a fiscal year as ``FY2026``, or give None.

    >>> read_fiscal_year("2025-26"), read_fiscal_year("FY 26"), read_fiscal_year("26")
    ('FY2026', 'FY2026', None)
    """
    text = str(value).strip()
    if found := _FISCAL_END.fullmatch(text):
        said = read_day(found["day"], MONTH_FIRST, "last")
        year = said.day.year if isinstance(said, Day) else int(found["year"])
        plain = isinstance(said, Day) or found["day"] == found["year"]
        return f"FY{year}" if plain and FIRST_YEAR <= year <= LAST_YEAR else None
    found = _FISCAL.fullmatch(text)
    if not found:
        return None
    first, second = found["first"], found["second"]
    if len(first) == 2 and not (found["word"] or found["behind"]):
        return None
    year = int(first) if len(first) == 4 else 2000 + int(first)
    if second:
        end = int(second) if len(second) == 4 else year - year % 100 + int(second)
        end += 100 * (len(second) == 2 and end < year)  # 1999-00
        if end != year + 1:
            return None
        year = end
    return f"FY{year}" if FIRST_YEAR <= year <= LAST_YEAR else None


def is_federal(text: str) -> bool:
    """Say whether a fiscal year is one of the federal government, from October 1.

    >>> is_federal("FFY2026"), is_federal("Federal FY 2026"), is_federal("SFY2026")
    (True, True, False)
    """
    return bool(_FEDERAL.match(text.strip()))


def _serial(number: float) -> Day | str:
    if not 18_264 <= number <= 91_677:  # 1950 to 2150: other numbers are not meant as days
        return ""
    how = "Excel's count of days since 1900 was turned into a day"
    return Day(_EXCEL_ZERO + timedelta(days=int(number)), how)


def _iso(text: str, _: str) -> Day | str:
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if not found:
        return ""
    plain = re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)
    how = "" if plain else "written another way"
    if "time" in found.re.groupindex and found["time"]:
        how = "a time of day was left out"
    return _made(int(found[1]), int(found[2]), int(found[3]), how)


def _by_numbers(text: str, in_order: str) -> Day | str:
    found = _NUMBERS.fullmatch(text)
    if not found:
        return ""
    first, second, year = int(found[1]), int(found[3]), _full_year(found[4])
    if (
        first != second
        and first <= 12
        and second <= 12
        and in_order not in (DAY_FIRST, MONTH_FIRST)
    ):
        return "it can be read in two ways: month first or day first"
    day_first = first > 12 or (second <= 12 and in_order == DAY_FIRST)
    how = "read with the day first" if day_first else "read with the month first"
    if found["time"]:
        how += ", a time of day was left out"
    return _made(year, *((second, first) if day_first else (first, second)), how)


def _in_words(text: str, _: str) -> Day | str:
    how = "written with the month in words"
    if found := _WORD_DAY.fullmatch(text):
        return _made(int(found[3]), _MONTHS[found[1].lower()], int(found[2]), how)
    if found := _DAY_WORD.fullmatch(text):
        return _made(_full_year(found[3]), _MONTHS[found[2].lower()], int(found[1]), how)
    return ""


def _month(text: str, which: str) -> Day | str:
    if found := _WORD_YEAR.fullmatch(text):
        year, month = _full_year(found[2] or found[3]), _MONTHS[found[1].lower()]
    elif found := _YEAR_MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
    elif found := _MONTH_YEAR.fullmatch(text):
        year, month = int(found[2]), int(found[1])
    else:
        return ""
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:
        return "there is no such day between 1950 and 2150"
    if not which:
        return "it names a month and no day"
    day = 1 if which == "first" else calendar.monthrange(year, month)[1]
    return _made(year, month, day, f"a month was read as its {which} day")


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _made(year: int, month: int, day: int, how: str) -> Day | str:
    try:
        return _in_range(date(year, month, day), how)
    except ValueError:
        return "there is no such day"


def _in_range(day: date, how: str) -> Day | str:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return Day(day, how)
    return "there is no such day between 1950 and 2150"
