"""How computed values of a card are rounded: in page, Word and Excel by the digits of its own.

What is computed from published values knows no more digits than they show. The path is rounded so
before it is compared, so that no verdict rests on a digit that nobody can see.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from groundwork.subject.metrics.card import MetricCard

MINUS = "\N{MINUS SIGN}"
MOST = 4
"""Decimals that are looked for; values with more are taken as having these."""


def of_card(card: MetricCard) -> int:
    """Return how many decimals the values and limits of a card show: the most of any."""
    values = (
        *(card.baseline_value, card.baseline_low, card.baseline_high, card.target_value),
        *(card.latest_value, card.latest_low, card.latest_high),
    )
    known = [value for value in values if value is not None]
    for places in range(MOST):
        if all(round(value, places) == value for value in known):
            return places
    return MOST


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
