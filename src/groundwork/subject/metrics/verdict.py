"""What a register says of a measure in two words, and how each was decided.

"Changed?" and "Path" are said here once, for the paper and for the workbook alike. "Changed?" is
tested where both values have an interval; else the rule for data without standard errors holds
(:mod:`groundwork.subject.metrics.progress`). Where no interval was looked at, the word says so in
its own cell: a value without an interval is never surer than one with it.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.interval import BASELINE, LATEST, interval_of, years_shared
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
AT_THE_EDGE = "; at the edge: rounding of the values could turn it"
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
    return Verdict(word, (_tested(card) or BY_RULE) + shared)


def _tested(card: MetricCard) -> str:
    """Say that both intervals tested a change: the difference, its interval, and a close call."""
    before, now = interval_of(card, BASELINE), interval_of(card, LATEST)
    first, last = card.baseline_value, card.latest_value
    if before is None or now is None or first is None or last is None:
        return ""
    moved, margin = last - first, math.hypot(before[1] - before[0], now[1] - now[0]) / 2
    numbers = (_in_decimals(each, 2) for each in (moved, moved - margin, moved + margin))
    said = BY_INTERVALS + ": difference {}, 95 % interval {} to {}".format(*numbers)
    step = next(
        (10**-at for at in (0, 1) if first == round(first, at) and last == round(last, at)), 0.01
    )
    close = abs(abs(moved) - margin) <= step + 1e-9
    return said + (AT_THE_EDGE if close else "")


def on_path(card: MetricCard) -> Verdict:
    """Say where the latest value stands on the straight line from the baseline to the target."""
    now = standing_of(card)
    if now is None:
        return Verdict(NO_LATEST if card.latest_value is None else NOT_YET)
    word = now.word if interval_of(card, LATEST) else now.word + NO_INTERVAL
    return Verdict(word, f"{_rounded(now.expected, card)} was expected in {now.year}")


def _rounded(expected: float, card: MetricCard) -> str:
    """Round a computed value to one decimal more than the values that it comes from have."""
    given = [value for value in (card.baseline_value, card.target_value) if value is not None]
    most = max((len(f"{value:.6f}".rstrip("0").split(".")[1]) for value in given), default=0)
    return _in_decimals(expected, min(most + 1, 6))


def _in_decimals(number: float, places: int) -> str:
    """Round a half up, after 15 digits, as a workbook does: both papers print one number."""
    step, any_size = Decimal(1).scaleb(-places), Context(prec=400, traps=[])
    rounded = Decimal(f"{number:.15g}").quantize(step, ROUND_HALF_UP, any_size)
    return f"{rounded + 0:,f}"
