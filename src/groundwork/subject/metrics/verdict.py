"""What a register says of a measure in two words, and how each was decided.

"Changed?" and "Path" are said here once, for the page, the paper and the workbook alike. "Changed?"
is tested where both values have an interval; else the rule for data without standard errors holds
(:mod:`groundwork.subject.metrics.progress`). One rule for every word: where no interval was looked
at, the word is told as printed, and chance is not ruled out.
"""

from dataclasses import dataclass

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import BASELINE, LATEST
from groundwork.subject.metrics.digits import in_decimals, not_zero, of_card, of_change
from groundwork.subject.metrics.interval import interval_of, interval_of_change, years_shared
from groundwork.subject.metrics.path import (
    NO_WAY,
    places_of_path,
    standing_of,
    why_no_standing,
)
from groundwork.subject.metrics.progress import TARGET_MET, progress_of

NO_LATEST = "no later value on the card"
UNKNOWN = "cannot be said"
MISSING = "a value or the direction is missing"
REACHED = "the latest value reaches the target"
REACHED_ACROSS = "the latest value reaches the target, its interval reaches to both sides of it"
BY_CHANCE = "; the change may be chance"
BY_INTERVALS = "tested with both intervals"
BY_RULE = "10 percent rule"
PRINTED = ", as printed"
AS_PRINTED = f"{PRINTED}: no usable interval, chance not ruled out"
AT_THE_EDGE = "; at the edge: rounding of the values could turn it"
SHARED = "; some years are in both values"


@dataclass(frozen=True)
class Verdict:
    """A word for a measure, and how it was decided, or why it cannot be said.

    `brief` is what a reader needs with the word in a table that is read in one look.
    """

    word: str
    how: str = ""
    brief: str = ""

    @property
    def told(self) -> str:
        """The word, and how it was decided in brackets."""
        return f"{self.word} ({self.how})" if self.how else self.word

    @property
    def short(self) -> str:
        """The word with the least that it needs; “as printed” is said without its reason."""
        word = self.word.replace(AS_PRINTED, PRINTED)
        return f"{word} ({self.brief})" if self.brief else word


def changed(card: MetricCard) -> Verdict:
    """Say in one of the four words of Healthy People whether a card's measure has changed."""
    if card.latest_value is None:
        return Verdict(NO_LATEST)
    found = progress_of(card)
    if found is None:
        return Verdict(UNKNOWN, MISSING)
    if found.percent is None:
        return Verdict(UNKNOWN, NO_WAY)
    word = found.word if found.tested else found.word + AS_PRINTED
    if found.word == TARGET_MET and not found.may_be_chance:
        how = _reached(card)
        return Verdict(word, how, "" if how == REACHED else how)
    if found.word == TARGET_MET:
        word += BY_CHANCE
    shared = SHARED if years_shared(card) else ""
    how, numbers = _tested(card) or (BY_RULE, "")
    return Verdict(word, how + shared, f"{numbers}{shared}".removeprefix("; "))


def _reached(card: MetricCard) -> str:
    """Say what it is worth that the latest value reaches the target, beyond chance or untested."""
    now, target = interval_of(card, LATEST), card.target_value
    across = now is not None and target is not None and now[0] < target < now[1]
    return REACHED_ACROSS if across else REACHED


def _tested(card: MetricCard) -> tuple[str, str] | None:
    """Say that both intervals tested a change: the difference, its interval, and a close call.

    The second of both says it in numbers alone; None where an interval is missing.
    """
    before, now = interval_of(card, BASELINE), interval_of(card, LATEST)
    first, last = card.baseline_value, card.latest_value
    if before is None or now is None or first is None or last is None:
        return None
    low, high = interval_of_change(first, before, last, now)
    places = of_card(card)
    moved = in_decimals(last - first, places)
    shown = not_zero((low, high), of_change(card))  # a limit of 0 would deny the word beside it
    least, most = (in_decimals(each, shown) for each in (low, high))
    close = min(abs(low), abs(high)) <= 10**-places + 1e-9
    said = f"{BY_INTERVALS}: difference {moved}, 95 % interval {least} to {most}"
    numbers = f"{moved}; {least} to {most}"
    return (said + AT_THE_EDGE, f"{numbers}; at the edge") if close else (said, numbers)


def on_path(card: MetricCard) -> Verdict:
    """Say where the latest value stands on the straight line from the baseline to the target."""
    if card.latest_value is None:
        return Verdict(NO_LATEST)
    now = standing_of(card)
    if now is None:
        return Verdict(f"{UNKNOWN}: {why_no_standing(card)}")
    word = now.word if interval_of(card, LATEST) else now.word + AS_PRINTED
    expected = in_decimals(now.expected, places_of_path(card, now.expected))
    return Verdict(word, f"{expected} was expected in {now.year}", f"{expected} expected")
