"""The limit that words set to a value: "under 60", "exceeds 60", "drops to 61 or less"."""

import re
from typing import NamedTuple

UNDER, OVER = "under", "over"
OTHER = {UNDER: OVER, OVER: UNDER}
"""The other side of each."""

_NUMBER = re.compile(r"(?<![\w.,$])\d+(?:\.\d+)?(?!\w|[.,]\d)")
# A number of these, or a year, is a time or a count of what was held, and no value.
_NO_VALUE = re.compile(
    r"20[2-9]\d(?!\s*(?:%|percent))|\d+\s+(?:(?:half-)?years?|quarters?|times|reviews?|meetings?)\b",
    re.IGNORECASE,
)
_FALLS = (
    r"(?:drop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell|(?:sink|slip|shrink|declin|decreas|dip)\w*)"
)
_RISES = r"(?:ris(?:es?|en|ing)|rose|grow(?:s|n|ing)?|grew|(?:climb|increas|jump)\w*)"
_GOES = r"(?:go(?:es|ing|ne)?|went|gets?|got(?:ten)?|getting|comes?|came)"
_ENDS = r"(?:s|es|ed|ing)?"
_AT_MOST = rf"at most|at or (?:under|below)|(?:{_FALLS}|{_GOES} down)(?: back)? to|<=|≤"
_AT_LEAST = rf"at least|at or (?:over|above)|(?:{_RISES}|{_GOES} up)(?: back)? to|>=|≥"
_UNDER = r"under|below|beneath|(?:less|fewer|lower|smaller) than|short of|<"
_OVER = (
    r"over|above|beyond|(?<!the )past|(?:more|greater|higher|larger) than|in excess of"
    rf"|exceed{_ENDS}|surpass{_ENDS}|top(?:s|ped)|>"
)
_MEETS = rf"reach{_ENDS}|hit(?:s|ting)?|(?:gets?|got(?:ten)?|getting) to"


def _before_a_number(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})\s*(?:\s(?:only|just|about)\s+)?$", re.IGNORECASE)


# Words before a number: on which side, whether the number too, whether it is only met.
_LEADS = (
    (_before_a_number(_AT_MOST), UNDER, True, False),
    (_before_a_number(_AT_LEAST), OVER, True, False),
    (_before_a_number(_MEETS), OVER, True, True),
    (_before_a_number(_UNDER), UNDER, False, False),
    (_before_a_number(_OVER), OVER, False, False),
)
_TURN = re.compile(
    r"(?:\s*%|\s+(?:percent|points?|days?|weeks?|hours?|minutes?))?\s+or\s+"
    r"(?:(?P<less>less|fewer|lower|below|under)|more|higher|above|over)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s*%|[\s-]+(?:percent|per cent|pct)\b(?![\s-]+points?\b)", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\b(?:not|never|no(?: longer)?|cannot|fail(?:s|ed)? to)|n[’']t)\s+(?:(?:yet|be|been)\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_CHANGES = re.compile(rf"\b(?:{_FALLS}|{_RISES}|(?:chang|mov|improv|worsen)\w*)\s+$", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:than|at (?:least|most))\b", re.IGNORECASE)


class Limit(NamedTuple):
    """A side and a value, and where the words stand.

    Attributes
    ----------
    reached
        Whether the value itself is on that side, as in "60 or less".
    meets
        Whether the words say only that the value is met ("reaches 60"): then `side` holds for one
        that comes from below.
    percent
        Whether the number is written as a percentage.
    behind
        Where the number itself ends.
    """

    side: str
    value: float
    reached: bool
    meets: bool
    start: int
    end: int
    percent: bool = False
    behind: int = 0

    def turned(self) -> "Limit":
        """Return the limit of what is on no side of this one."""
        return self._replace(side=OTHER[self.side], reached=not self.reached)


def limit_in(text: str) -> Limit | None:
    """Return the first limit that a text sets with a number, or None.

    By how much a value changes is no limit of it: "falls by more than 5 points".

    >>> limit_in("the share drops to 61 percent or less")[:3]
    ('under', 61.0, True)
    >>> limit_in("it falls by more than 5 points")
    """
    for number in _NUMBER.finditer(text):
        if not _NO_VALUE.match(text, number.start()) and (limit := _at(text, number)):
            return limit
    return None


def _at(text: str, number: re.Match[str]) -> Limit | None:
    turn = _TURN.match(text, number.end())
    lead, side, reached, meets = _lead(text[: number.start()])
    if not lead and not turn:
        return None
    start = number.start() - len(lead)
    before = text[:start]
    if _BY.search(before) or (_AMOUNT.search(lead) and _CHANGES.search(before)):
        return None
    if turn:
        side, reached, meets = (UNDER if turn["less"] else OVER), True, False
    end = turn.end() if turn else number.end()
    percent = bool(_PERCENT.match(text, number.end()))
    limit = Limit(side, float(number[0]), reached, meets, start, end, percent, number.end())
    return limit.turned() if _NOT.search(before) else limit


def _lead(head: str) -> tuple[str, str, bool, bool]:
    """Return the words of a limit that a text ends with, or "", and what they mean."""
    for words, side, reached, meets in _LEADS:
        if found := words.search(head):
            return found[0], side, reached, meets
    return "", UNDER, True, False
