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

    An amount a month, a year or a visit is no total, with or without an end.

    >>> spent_in("$4,000 for overtime and $4,000 for interpreters")
    Named(total=8000, words='$8,000')
    >>> spent_in("pays $4,800 a month until June 2028")
    Named(total=None, words='$4,800 a month')
    """
    matches = list(_AMOUNT.finditer(text))
    between = (text[a.end() : b.start()] for a, b in pairwise(matches))
    is_sum = all(map(_JOINS.fullmatch, between)) and not any(map(_rate, matches))
    if is_sum:
        total = sum(map(_whole, matches))
        return Named(total, f"${total:,}")
    return Named(None, " and ".join(match[0] + (_rate(match) or "") for match in matches))


def _rate(match: re.Match[str]) -> str | None:
    """Return the words that make an amount one of many, or None where it is a total."""
    if after := _EACH_AFTER.match(match.string, match.end()):
        return after[0]
    before = _EACH_BEFORE.search(match.string[: match.start()])
    return f" ({before[0].split()[0]})" if before else None


def _whole(match: re.Match[str]) -> int:
    whole, _, part = (match["signed"] or match["said"]).replace(",", "").partition(".")
    unit = (match["many"] or match["more"] or "").strip(" -").lower()
    number, of = int(whole + part) * _MANY.get(unit, 1), 10 ** len(part)
    return (2 * number + of) // (2 * of)  # exact for any length
