"""A trigger that counts quarters or months can be read only where new figures come as often (M13).

Quarters are counted wherever a trigger names them. Weeks, months and years stand in what is counted
too ("breastfed for six months"), so they are taken for turns only behind a limit or in a row.
"""

import re
from collections.abc import Iterator

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import FREQUENCIES
from groundwork.subject.metrics.limit_words import limit_in
from groundwork.subject.metrics.trigger import clauses
from groundwork.subject.remark import WARNING, Remark

_UNITS = {"week": 52, "month": 12, "quarter": 4, "half-year": 2, "year": 1}
"""How many of each there are in a year."""
_NUMBERS = {
    word: at
    for at, words in enumerate(
        ("a an one any each every", "two", "three", "four", "five", "six", "seven", "eight"), 1
    )
    for word in words.split()
}
_TURNS = re.compile(
    rf"\b(?P<number>{'|'.join(_NUMBERS)}|[1-9]\d?)[ -]+"
    r"(?P<row>(?:consecutive|successive|straight)\s+)?(?:(?:calendar|fiscal|whole|full)\s+)?"
    rf"(?P<unit>{'|'.join(_UNITS)})s?\b(?!\s+of\s+(?!20))"
    r"(?P<running>\s+(?:in a row|in succession|running|straight|one after (?:the other|another)))?",
    re.IGNORECASE,
)
_AIM = re.compile(r"\b(?:path|target|goal|track|line)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:%|percent|points?|per\s+[\d,]+)?\s*(?:for|over|during|through|in)?\s*", re.IGNORECASE
)
_WITHIN = re.compile(r"\b(?:within|after)\s+$", re.IGNORECASE)


def can_be_seen(card: MetricCard) -> Iterator[Remark]:
    """M13, too: the turns that a trigger counts are no shorter than the time between figures."""
    words = unseen(card.consequence, FREQUENCIES.get(card.data_frequency))
    if words:
        come = f"figures come {card.data_frequency}: “{words}” cannot be seen"
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=f"New {come}.",
            try_instead="Count new values: “if the next value is under …”. Or let the trigger "
            "watch a paired measure of the work that has figures as often.",
            question=f"new {come}; from how many new values the step follows",
        )


def unseen(consequence: str, often: float | None) -> str:
    """Return the first turns of a trigger for which figures come too seldom, or "".

    Parameters
    ----------
    often
        How many times a year new figures come; where nobody knows, nothing can be said.

    >>> unseen("If under 60 for two quarters, then …", 1), unseen("If under 60 for a year, …", 1)
    ('two quarters', '')
    """
    if not often:
        return ""
    found = (turns for each in clauses(consequence) for turns in _counted(each["clause"]))
    return next((turns[0].strip() for turns in found if _is_too_short(turns, often)), "")


def _counted(clause: str) -> Iterator[re.Match[str]]:
    """Yield the turns that a trigger counts."""
    limit = limit_in(clause)
    ends = [*([limit.end] if limit else []), *(aim.end() for aim in _AIM.finditer(clause))]
    for turns in _TURNS.finditer(clause):
        in_a_row = turns["row"] or turns["running"]
        behind = any(_BETWEEN.fullmatch(clause, end, turns.start()) for end in ends)
        quarters = turns["unit"].casefold() in ("quarter", "half-year")
        if not _WITHIN.search(clause[: turns.start()]) and (quarters or in_a_row or behind):
            yield turns


def _is_too_short(turns: re.Match[str], often: float) -> bool:
    """Whether figures come more seldom than the turns, each of them where they are in a row."""
    a_year = _UNITS[turns["unit"].casefold()]
    number = _NUMBERS.get(turns["number"].casefold()) or int(turns["number"])
    if turns["row"] or turns["running"]:
        number = 1
    return number * often < a_year
