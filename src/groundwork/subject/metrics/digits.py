"""How computed values of a card are rounded: in page, Word and Excel by the digits of its own.

What is computed from published values knows no more digits than they show. Everything is decided
before it is rounded; where rounding would hide on which side a number is, more digits are shown.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.units import MINUS

MOST = 4
"""Decimals that are looked for; values with more are taken as having these."""
EXACT = 9
"""Decimals with which a path and a change are compared: what lies behind is a computer's noise."""


def of_card(card: MetricCard) -> int:
    """Return how many decimals the values and limits of a card show: the most of any.

    Limits with more than `MOST` are computed, such as those made wider, and show nothing of it.
    """
    printed = (limit for limit in _limits(card) if not is_computed(limit))
    known = [value for value in (*_values(card), *printed) if value is not None]
    for places in range(MOST):
        if all(round(value, places) == value for value in known):
            return places
    return MOST


def has_numbers(card: MetricCard) -> bool:
    """Whether a card has any value or limit whose decimals can be counted."""
    return any(number is not None for number in (*_values(card), *_limits(card)))


def of_change(card: MetricCard) -> int:
    """Return with how many decimals limits of a change are shown: one more if any is computed."""
    return of_card(card) + any(map(is_computed, _limits(card)))


def is_computed(limit: float | None) -> bool:
    """Whether a limit has more decimals than any that is printed."""
    return limit is not None and round(limit, MOST) != limit


def limit_in_words(card: MetricCard, limit: float) -> str:
    """Write a limit as it was given; a computed one with one decimal more than the card."""
    return in_decimals(limit, of_change(card)) if is_computed(limit) else f"{limit:,.6g}"


def ends_in_words(card: MetricCard, low: float, high: float) -> str:
    """Write the two ends of an interval."""
    return f"{limit_in_words(card, low)} to {limit_in_words(card, high)}"


def telling(number: float, beside: Iterable[float], places: int) -> int:
    """Return how many decimals keep a number on its side of each other one: `places` or more."""
    others = list(beside)
    for more in range(places, MOST + 1):
        shown = rounded(number, more)
        if all(_side(shown, each) == _side(number, each) for each in others):
            return more
    return EXACT


def not_zero(numbers: Iterable[float], places: int) -> int:
    """Return how many decimals show no number as 0 that is another: `places` or more."""
    others = [number for number in numbers if number]
    for more in range(places, EXACT):
        if all(rounded(number, more) for number in others):
            return more
    return EXACT


def _values(card: MetricCard) -> tuple[float | None, ...]:
    return (card.baseline_value, card.target_value, card.latest_value)


def _limits(card: MetricCard) -> tuple[float | None, ...]:
    return (card.baseline_low, card.baseline_high, card.latest_low, card.latest_high)


def _side(number: float, other: float) -> int:
    return (number > other) - (number < other)


def rounded(number: float, places: int) -> float:
    """Round a half away from zero, after 15 digits, as a workbook does."""
    return float(_rounded(number, places))


def in_decimals(number: float, places: int) -> str:
    """Write a number with so many decimals, rounded as `rounded` does.

    Its minus is no hyphen, at which a line may break.
    """
    return f"{_rounded(number, places) + 0:,f}".replace("-", MINUS)


def _rounded(number: float, places: int) -> Decimal:
    step, any_size = Decimal(1).scaleb(-places), Context(prec=400, traps=[])
    return Decimal(f"{number:.15g}").quantize(step, ROUND_HALF_UP, any_size)
