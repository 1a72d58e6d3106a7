"""Checks of a card's own values: limits around each, years that stand behind two of them (M21)."""

import math
import re
from collections.abc import Iterator
from datetime import date

from groundwork.subject.counts import counted
from groundwork.subject.errors import UserError
from groundwork.subject.metrics import one_scale, pace
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import MOMENTS
from groundwork.subject.metrics.digits import EXACT, rounded
from groundwork.subject.remark import ERROR, WARNING, Remark
from groundwork.subject.states import one_number

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_NUMBER = rf"(?P<number>{'|'.join(_NUMBERS)}|[2-9]|10)"
_SEVERAL_YEARS = re.compile(
    rf"\b{_NUMBER}[ -]+(?:(?:calendar|fiscal|school|whole)[ -]+)*years?\b"
    rf"|\b{_NUMBER.replace('number', 'pooled')}[ -]+pooled\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?i:\b(?:(?:confidence )?intervals?(?! (?:between|of time|in time)\b)"
    r"|(?:confidence|upper|lower|95 ?%) (?:limits?|bounds?)|margins?(?: of error)?"
    r"|standard errors?|error bars?|plus or minus)\b)|±|\+ ?/ ?[-−–]|\b(?:CI|MOE|SE)s?\b"
)
_DENIED_BEFORE = re.compile(r"\b(?:no|nor|not|none|never|neither|without)\b[^.;:,]{0,40}$", re.I)
_DENIED_AFTER = re.compile(
    r"[^\w.;]*(?:(?:of|for|beside) (?:it|each|every|the)(?: \w+)? )?"
    r"(?:(?:is|are|was|were|has|have|had|could|can)(?: been)? ?)?"
    r"(?:not\b|none\b|never\b|cannot\b|missing\b|open\b|unknown\b|will\b|to (?:be|come|follow)\b"
    r"|omitted\b|left (?:out|off)\b|dropped\b)",
    re.I,
)


def interval_of(card: MetricCard, moment: str) -> tuple[float, float] | None:
    """Give the 95 % limits of a value, or None when they are not both there or cannot be right.

    Parameters
    ----------
    moment
        ``baseline`` or ``latest``. Limits that are in the wrong order, or that leave the value
        outside, are no interval: nothing may be decided with them.
    """
    value, low, high = (
        one_number(getattr(card, f"{moment}_{part}"), "values of a card")
        for part in ("value", "low", "high")
    )
    if not all(map(math.isfinite, (value, low, high))):
        return None
    return (low, high) if low <= value <= high else None


def interval_of_change(
    first: float, before: tuple[float, float], last: float, now: tuple[float, float]
) -> tuple[float, float]:
    """Give the limits of the change between two independent values from the limits of each.

    Each side of the change is made of the two arms of the intervals that reach to it, squared and
    added (Newcombe 1998, Statistics in Medicine 17:873-890, for proportions; in general Zou and
    Donner 2008, Statistics in Medicine 27:1693-1702). Limits need not be even on both sides, and
    where they are this is the normal test of two estimates.

    Parameters
    ----------
    first, last
        The two values, in one unit.
    before, now
        The lower and the upper limit of each, at one level, which the change's limits have too.

    Raises
    ------
    UserError
        When a number is missing, or a value does not lie between its limits.
    """
    first, last = one_number(first, "values"), one_number(last, "values")
    (low, high), (low_now, high_now) = (
        tuple(one_number(limit, "limits") for limit in limits) for limits in (before, now)
    )
    if not all(map(math.isfinite, (low, first, high, low_now, last, high_now))):
        raise UserError("A value or a limit is missing.", "Give both values and all four limits.")
    for value, lower, upper in ((first, low, high), (last, low_now, high_now)):
        if not lower <= value <= upper:
            raise UserError(
                f"The value is {value:g}, and its interval runs from {lower:g} to {upper:g}.",
                "Put the lower limit first; a value lies inside its own interval.",
            )
    change = last - first
    return (
        rounded(change - math.hypot(last - low_now, high - first), EXACT),
        rounded(change + math.hypot(high_now - last, first - low), EXACT),
    )


def years_pooled(card: MetricCard) -> int:
    """Give how many years stand behind one value, as the period says it; 1 when it says nothing."""
    found = _SEVERAL_YEARS.search(card.period)
    if found is None:
        return 1
    word = (found["number"] or found["pooled"]).casefold()
    return _NUMBERS.get(word) or int(word)


def years_shared(card: MetricCard) -> int:
    """Give how many years stand behind both the baseline and the latest value."""
    if card.baseline_year is None or card.latest_year is None:
        return 0
    apart = abs(card.latest_year - card.baseline_year)
    return max(0, years_pooled(card) - apart)


def values_can_be_compared(card: MetricCard, today: date) -> Iterator[Remark]:
    """M21: values are on one scale, limits in order around them, and no year is in both values."""
    for moment in MOMENTS:
        yield from _limits(card, moment)
    yield from one_scale.are_on_one_scale(card)
    yield from _promised(card)
    yield from pace.is_of_a_year_to_come(card, today)
    if None not in (card.baseline_year, card.latest_year):
        yield from _years(card)


def _limits(card: MetricCard, moment: str) -> Iterator[Remark]:
    value, low, high = (getattr(card, f"{moment}_{part}") for part in ("value", "low", "high"))
    if low is None and high is None:
        return
    if low is None or high is None:
        missing = "low" if low is None else "high"
        yield Remark(
            severity=WARNING,
            part=f"{moment}_{missing}",
            what=f"Of the interval at the {moment} only one limit is given.",
            try_instead="Give both limits, or neither: with one, no change can be tested.",
        )
    elif low > high:
        yield Remark(
            severity=ERROR,
            part=f"{moment}_low",
            what=f"The interval at the {moment} runs from {low:g} down to {high:g}.",
            try_instead="Put the lower limit first. Until then nothing is decided with it.",
        )
    elif value is not None and not low <= value <= high:
        yield Remark(
            severity=ERROR,
            part=f"{moment}_low" if value < low else f"{moment}_high",
            what=f"The {moment} is {value:g}, and its interval runs from {low:g} to {high:g}.",
            try_instead="A value lies inside its own interval: look both up again. Until then "
            "nothing is decided with it.",
        )


def interval_named(uncertainty: str) -> str:
    """Return the first words by which a text says that an interval is shown, or "".

    >>> [interval_named(each) for each in ("95 % interval beside each value", "no interval")]
    ['interval', '']
    """
    return next(
        (
            found[0]
            for found in _NAMED.finditer(uncertainty)
            if not _DENIED_BEFORE.search(uncertainty[: found.start()])
            and not _DENIED_AFTER.match(uncertainty[found.end() :])
        ),
        "",
    )


def _promised(card: MetricCard) -> Iterator[Remark]:
    """A card that says it shows intervals gives the limits of each value."""
    bare = [
        moment
        for moment in MOMENTS
        if getattr(card, f"{moment}_value") is not None
        and getattr(card, f"{moment}_low") is getattr(card, f"{moment}_high") is None
    ]
    named = interval_named(card.uncertainty)
    if named and bare:
        values = " and ".join(f"the {moment} value" for moment in bare)
        yield Remark(
            severity=WARNING,
            part="uncertainty",
            what=f"Uncertainty is to be shown by “{named}”, and no limits are given for {values}.",
            try_instead="Write the lower and the upper limit, or that no interval was computed, "
            "and why.",
            question=f"the 95 % limits of {values}, or why none were computed",
        )


def _years(card: MetricCard) -> Iterator[Remark]:
    assert card.baseline_year is not None and card.latest_year is not None
    if card.latest_year < card.baseline_year:
        yield Remark(
            severity=ERROR,
            part="latest_year",
            what=f"The latest value is of {card.latest_year}, before the baseline of "
            f"{card.baseline_year}.",
            try_instead="Give the newest value, or turn the two.",
        )
    if card.latest_value is not None and (shared := years_shared(card)):
        years = counted(shared, "year is", "years are")
        pooled = years_pooled(card)
        yield Remark(
            severity=WARNING,
            part="latest_year",
            what=f"One value holds {pooled} years, so {years} in both {card.baseline_year} and "
            f"{card.latest_year}.",
            try_instead=f"Take values that are {pooled} years apart or more. What both share hides "
            "a change.",
        )
