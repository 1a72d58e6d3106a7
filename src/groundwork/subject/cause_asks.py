"""What a root-cause map still has to find out, and who can tell: never an office by guess."""

import re
from collections.abc import Iterator

from groundwork.subject.asks import Ask
from groundwork.subject.causes import Cause, CauseMap, walk

OWNER_UNKNOWN = "whoever made this rule or decision (nobody is named yet)"
FIGURE_UNKNOWN = "whoever keeps this figure (nobody is named yet)"

WHO_KNOWS = {
    "policy": OWNER_UNKNOWN,
    "institution": OWNER_UNKNOWN,
    "neighborhood": "the residents",
    "service": "the people who are served, and the staff who serve them",
    "individual": "the people it is said of",
}
"""Whom to ask about a cause of each level where the cause names no organization."""

NAME_IT = {
    "data": ("whoever keeps the data", "which data show it, of which {year}place"),
    "study": ("the library, or a university nearby", "which study shows it, and where it was done"),
    "people": ("those who said it", "who said it, when, and whether it may be quoted"),
}
"""Evidence that is not named yet: whom to ask, and for what."""

_KINDS = (
    "agency|authority|board|city|clinic|college|commission|company|council|county|court|department"
    "|district|employer|foundation|government|health plan|health system|hospital|housing authority"
    "|insurer|landlord|legislature|nursing home|office|pharmacy|school|shelter|state|union"
    "|university"
)
_SMALL = "a|an|and|at|by|for|from|in|no|of|on|or|our|that|the|to|which|who|with"
_NAMED = (
    rf"(?:the|our)\s+(?:(?!(?:{_SMALL})\b)[\w’'-]+\s+){{0,2}}?(?:{_KINDS})"
    rf"(?:\s+(?:{_KINDS}))*\b"
)
# Whose rule it is: who the sentence is about, or "by", "of" or "at" whom; not who is merely in it.
_OWNER = re.compile(
    rf"^(?:…|\.|\s)*(?:because\s+)?(?:at\s+)?({_NAMED})|\b(?:by|of|at)\s+({_NAMED})",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|%|\b(?:twice|double|triple|half|times as|times more)\b", re.IGNORECASE)
_NUMBER = r"\d+(?:[.,]\d+)*"
_BASE = r"(?:(?:of|out of|per)\s+(?:every\s+|each\s+)?(?:10{1,6}|10{0,2}(?:,000)+))(?![\w%]|[.,]\d)"
_BETWEEN = r"\s+(?:against|versus|vs\.?|compared (?:with|to))\s+"
# A figure surely: a share or a rate with its base, alone or against another, where a sentence
# begins to tell it. After another word it can be a week, an age, a law or a "fewer than".
_SURELY = re.compile(
    rf"(?:^|[:;,]\s+|\b(?:is|was|are|were)\s+)"
    rf"({_NUMBER}(?:{_BETWEEN}{_NUMBER})?\s+{_BASE}|{_NUMBER}%{_BETWEEN}{_NUMBER}%)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"%|\d\s+(?:of|out of|in|per)\b|\d\)?\s+(?:against|versus|vs)\b", re.IGNORECASE
)
# "2024", "FY2024", "FY 24", "2023–24", "the 1930s", "’24".
_YEAR = re.compile(
    r"(?<![\d.,])(?:19|20)\d\d(?:s\b|(?![\d.,]\d|\d))|\bFY ?[’']?\d\d\b|[’']\d\d\b", re.IGNORECASE
)
_SOURCE = re.compile(
    r"\b(?i:sources?|according to|reported by|data (?:from|of))\b"
    r"|\((?=[^)]*(?:\b[A-Z]{2,}|\b(?i:log|report|survey|records?|book|data|census|certificates?"
    r"|registry|registers?|dashboard|files?|statistics)\b))[^)]*(?:19|20)\d\d[^)]*\)"
)


def asks(map: CauseMap) -> list[Ask]:
    """List what is still to be asked, the source of the outcome's figure first."""
    return [*_figure(map), *_causes(map)]


def owner_of(text: str) -> str:
    """Return the organization whose rule a cause is, as the text names it, or "".

    >>> owner_of("the hospital has no rule for pain"), owner_of("nurses call the hospital late")
    ('the hospital', '')
    """
    found = _OWNER.search(text)
    return "" if found is None else " ".join((found[1] or found[2]).split())


def says_year(text: str) -> bool:
    """Whether a year stands in a text, so that nobody has to be asked for it.

    >>> says_year("In FY2024, 12%"), says_year("the map of the 1930s"), says_year("of 2,024 births")
    (True, True, False)
    """
    return _YEAR.search(text) is not None


def _figure(map: CauseMap) -> Iterator[Ask]:
    if _FIGURE.search(map.outcome) and not _SOURCE.search(map.outcome):
        year = "" if says_year(map.outcome) else ", the year"
        what = f"the source{year} and who is counted, for: “{_quoted(map.outcome)}”"
        yield Ask(FIGURE_UNKNOWN, what, "the outcome")


def _quoted(outcome: str) -> str:
    """Return the one figure of an outcome where it is one surely, or else the whole outcome.

    A bare number is none: cut at the 13 of "week 13", a sentence says what nobody wrote.
    """
    found = _SURELY.search(outcome)
    if found is None or _ANOTHER.search(outcome[: found.start(1)] + "|" + outcome[found.end() :]):
        return outcome
    return found[1]


def _causes(map: CauseMap) -> Iterator[Ask]:
    for _, cause in walk(map):
        why = f"the cause “{cause.text}”"
        if cause.evidence == "guess":
            yield Ask(_who_knows(cause), "what shows it, or shows otherwise", why)
        elif not cause.source.strip():
            whom, what = NAME_IT[cause.evidence]
            year = "" if says_year(cause.text) else "year and "
            yield Ask(whom, what.format(year=year), why)


def _who_knows(cause: Cause) -> str:
    """Return who can tell: people speak for themselves, a rule's owner for the rule."""
    owner = "" if cause.level == "individual" else owner_of(cause.text)
    return owner or WHO_KNOWS[cause.level]
