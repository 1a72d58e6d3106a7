"""What a register says of a measure in two words, and how each was decided.

"Changed?" and "Path" are said here once, for the paper and for the workbook alike. "Changed?" is
tested where both values have an interval; else the rule for data without standard errors holds
(:mod:`groundwork.subject.metrics.progress`). Where no interval was looked at, the word says so in
its own cell: a value without an interval is never surer than one with it.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.interval import LATEST, interval_of, years_shared
from groundwork.subject.metrics.path import standing_of
from groundwork.subject.metrics.progress import TARGET_MET, progress_of

NO_LATEST = "no later value yet"
UNKNOWN = "cannot be said"
NOT_YET = "cannot be said yet"
MISSING = "a value or the direction is missing"
NO_WAY = "the target is no better than the baseline"
REACHED = "the latest value reaches the target"
BY_CHANCE = "it reaches the target, but the change may be chance"
BY_INTERVALS = "tested with both intervals"
BY_RULE = "10 percent rule, since a usable interval is missing"
UNTESTED = ", chance not tested"
NO_INTERVAL = " as far as the value tells; no usable interval given, so chance was not looked at"
SHARED = "; some years are in both values"


@dataclass(frozen=True)
class Verdict:
    """A word for a measure, and how it was decided, or why it cannot be said."""

    word: str
    how: str = ""

    @property
    def told(self) -> str:
        """The word, and how it was decided in brackets."""
        return f"{self.word} ({self.how})" if self.how else self.word


def changed(card: MetricCard) -> Verdict:
    """Say in one of the four words of Healthy People whether a card's measure has changed."""
    if card.latest_value is None:
        return Verdict(NO_LATEST)
    found = progress_of(card)
    if found is None:
        return Verdict(UNKNOWN, MISSING)
    if found.percent is None:
        return Verdict(UNKNOWN, NO_WAY)
    word = found.word if found.tested else found.word + UNTESTED
    if found.word == TARGET_MET:
        return Verdict(word, BY_CHANCE if found.may_be_chance else REACHED)
    shared = SHARED if years_shared(card) else ""
    return Verdict(word, (BY_INTERVALS if found.tested else BY_RULE) + shared)


def on_path(card: MetricCard) -> Verdict:
    """Say where the latest value stands on the straight line from the baseline to the target."""
    now = standing_of(card)
    if now is None:
        return Verdict(NO_LATEST if card.latest_value is None else NOT_YET)
    word = now.word if interval_of(card, LATEST) else now.word + NO_INTERVAL
    return Verdict(word, f"{_rounded(now.expected, card)} was expected in {now.year}")


def _rounded(expected: float, card: MetricCard) -> str:
    """Round a computed value to one decimal more than the values that it comes from have.

    A half is rounded up, after 15 digits, as a workbook does: both papers print one number.
    """
    given = [value for value in (card.baseline_value, card.target_value) if value is not None]
    most = max((len(f"{value:.6f}".rstrip("0").split(".")[1]) for value in given), default=0)
    step = Decimal(1).scaleb(-min(most + 1, 6))
    return f"{Decimal(f'{expected:.15g}').quantize(step, ROUND_HALF_UP):,f}"
