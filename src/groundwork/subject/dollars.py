"""Dollars as a text names them: $1,200.50, $12K, $1.2 million, 12,000 dollars."""

import re
from itertools import pairwise
from typing import NamedTuple

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MANY = {"thousand": 10**3, "k": 10**3, "million": 10**6, "mil": 10**6, "mm": 10**6, "m": 10**6}
_UNIT = rf"[ -]?(?:{'|'.join(_MANY)})(?!\w)"
_AMOUNT = re.compile(
    rf"(?:\$|\bUSD)\s?(?P<signed>{_NUMBER})(?P<many>{_UNIT})?(?:\s+dollars?\b)?"
    rf"|(?<![\w$.,])(?P<said>{_NUMBER})(?P<more>{_UNIT})?[ -](?:US )?dollars?\b",
    re.IGNORECASE,
)
_TIMES = r"(?:hour|day|week|month|quarter|year|visit|session|meeting|shift)"
_EACH_AFTER = re.compile(
    rf"\s*/\s*\w+|\s+per\s+\w+|(?:\s+[\w’'-]+){{0,3}}?"
    rf"(?<!\bwithin)(?<!\bin)(?<!\bafter)(?<!\bfor)(?<!\bof)(?<!\bonce)\s+(?:an?|each|every)\s+{_TIMES}\b"
    r"|\s+(?:hourly|daily|weekly|monthly|quarterly|yearly|annually|each|apiece)\b",
    re.IGNORECASE,
)
_EACH_BEFORE = re.compile(
    r"\b(?:hourly|daily|weekly|monthly|quarterly|yearly|annual)\s+(?:\w+\s+of\s+)?$", re.IGNORECASE
)
_COUNTS = {
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
    **{"ten": 10, "eleven": 11, "twelve": 12, "twenty": 20},
}
_NO_SHARE = r"(?![\w.,]*%|\s+percent\b|[\w.]*\d)"
_COUNT = rf"(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_COUNTS)}){_NO_SHARE}\b"
_THINGS = rf"(?!\s+{_TIMES}s?\b)"
_BY = r"\s*(?:x|×|\*|times)\s*"
_SOME_WORDS = r"(?:\s+(?!(?:and|or|then|plus)\b)[\w’'-]+){0,4}?"
_THE = r"(?:(?:the|its|our)\s+)?"
_NAME = r"\w\w+?)(?:s|y|ies)?"  # one family, 40 families
# An amount with how many get it, or how often: behind it and before it.
_MANY_AFTER = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_BY}{_COUNT}",
        rf"{_SOME_WORDS}\s+(?:each|every(?:\s+one)?)\s+of\s+{_THE}{_COUNT}{_THINGS}",
        rf"\s+(?:each|apiece)\s+(?:to|for|at|in)\s+{_THE}{_COUNT}{_THINGS}",
        rf"(?:\s*/\s*|\s+(?:per|an?|(?:(?:to|for|at)\s+)?(?:each|every))\s+)(?P<one>{_NAME}"
        rf"(?:\s+(?:for|to|over|at|in)\s+|{_BY}){_COUNT}\s+(?P=one)(?:s|y|ies)?\b",
    )
)
_MANY_BEFORE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_COUNT}{_BY}$",
        rf"{_COUNT}{_THINGS}\s+(?:[\w’'-]+\s+)?(?!points\b|dollars\b)[\w’'-]+s"
        r"\s+(?:of|at|worth)\s+$",
    )
)
_IN_ALL = re.compile(r"\s*(?:dollars\s+)?(?:in (?:all|total)|altogether)\b", re.IGNORECASE)
_EACH_ONE = re.compile(
    rf"(?:{_SOME_WORDS}\s+each|(?:\s+(?!for\b)[\w’'-]+){{0,2}}?\s+(?:to|for|at|in)\s+every)"
    rf"\s+(?!{_TIMES}s?\b)\w+",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?!.*\b(?:or|to|of|from|instead|between|rather|than|under|below|over|above|until)\s*$)"
    r"(?:(?!\b(?:or|then|if|when)\b)[^.;])*?(?:,|\band\b|\bplus\b|&|\+)"
    r"(?:(?!\b(?:or|then|if|when)\b)[^.;])*",
    re.IGNORECASE | re.DOTALL,
)


class Named(NamedTuple):
    """What a text spends: its dollars in all, None where no sum can be made; and its own words."""

    total: int | None
    words: str


def amounts_in(text: str, *, bare: bool = False) -> list[int]:
    """Return the amounts of dollars that a text names, in whole dollars, rounded half up.

    With `bare`, a text that is a number and nothing else is one too.

    >>> amounts_in("$1.2 million, $12K and 12,000 dollars")
    [1200000, 12000, 12000]
    """
    if bare and re.fullmatch(_NUMBER, text.strip()):
        text = f"${text.strip()}"
    return [_whole(match) for match in _AMOUNT.finditer(text)]


def spent_in(text: str) -> Named:
    """Return what a text spends: amounts are added where “and”, “plus” or a comma joins them.

    An amount for each of a number is taken so many times. One a month, a year or a visit is no
    total without that number; where a text says what it comes to in all, that is it.

    >>> spent_in("$2,500 to each of 3 clinics")
    Named(total=7500, words='$7,500')
    >>> spent_in("$4,000 for overtime and $4,000 for interpreters")
    Named(total=8000, words='$8,000')
    >>> spent_in("pays $4,800 a month until June 2028")
    Named(total=None, words='$4,800 a month')
    """
    matches = list(_AMOUNT.finditer(text))
    in_all = [match for match in matches if _IN_ALL.match(text, match.end())]
    matches = in_all if len(in_all) == 1 else matches
    between = (text[a.end() : b.start()] for a, b in pairwise(matches))
    is_sum = all(map(_JOINS.fullmatch, between)) and not any(map(_rate, matches))
    if is_sum:
        total = sum(_whole(match) * (_times(match) or 1) for match in matches)
        return Named(total, f"${total:,}")
    return Named(None, " and ".join(match[0] + (_rate(match) or "") for match in matches))


def _times(match: re.Match[str]) -> int | None:
    """Return how many times an amount is spent, where its text says so."""
    before = match.string[: match.start()]
    found = next(
        filter(None, (each.match(match.string, match.end()) for each in _MANY_AFTER)), None
    )
    found = found or next(filter(None, (each.search(before) for each in _MANY_BEFORE)), None)
    if found is None:
        return None
    said = found["count"].casefold().replace(",", "")
    return _COUNTS.get(said) or int(said)


def _rate(match: re.Match[str]) -> str | None:
    """Return the words that make an amount one of many, or None where its total is known."""
    if _times(match) is not None:
        return None
    for form in (_EACH_AFTER, _EACH_ONE):
        if after := form.match(match.string, match.end()):
            return after[0]
    before = _EACH_BEFORE.search(match.string[: match.start()])
    return f" ({before[0].split()[0]})" if before else None


def _whole(match: re.Match[str]) -> int:
    whole, _, part = (match["signed"] or match["said"]).replace(",", "").partition(".")
    unit = (match["many"] or match["more"] or "").strip(" -").lower()
    number, of = int(whole + part) * _MANY.get(unit, 1), 10 ** len(part)
    return (2 * number + of) // (2 * of)  # exact for any length
