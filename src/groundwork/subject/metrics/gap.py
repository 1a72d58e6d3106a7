"""The two gaps between a card's focus group and the group it is compared with (M09).

Both are computed from the four values and never typed. The difference is in the card's unit (in
percentage points between percents), the ratio has none: the focus group's value divided by the
other's.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groundwork.subject.gaps import rate_difference, rate_ratio
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import BASELINE, DIFFERENCE, LATEST, MOMENTS, RATIO
from groundwork.subject.metrics.digits import in_decimals
from groundwork.subject.remark import ERROR, WARNING, Remark
from groundwork.subject.states import one_number
from groundwork.subject.units import difference_unit


@dataclass(frozen=True)
class Gap:
    """The gap at one time.

    Attributes
    ----------
    year
        Of the value, or None when the card does not say.
    difference
        Focus group minus the other group, in the card's unit.
    ratio
        Focus group divided by the other group; None when a value is below zero or the divisor 0.
    """

    year: int | None
    difference: float
    ratio: float | None


def gap_at(card: MetricCard, moment: str) -> Gap | None:
    """Give the gap at ``baseline`` or ``latest``, or None when one of its two values is missing."""
    value, other = getattr(card, f"{moment}_value"), getattr(card, f"reference_{moment}")
    value, other = _number(value), _number(other)
    if not (math.isfinite(value) and math.isfinite(other)):
        return None
    ratio = rate_ratio(value, other) if value >= 0 and other > 0 else None
    difference = round(rate_difference(value, other), 9)
    return Gap(getattr(card, f"{moment}_year"), difference, ratio)


def _number(value: float | None) -> float:
    return one_number(value, "values of the card")


def gap_in_words(card: MetricCard, moment: str) -> str:
    """Say the gap at a time with its unit, or "" when a value is missing."""
    found = gap_at(card, moment)
    if found is None:
        return ""
    side = "above" if found.difference >= 0 else "below"
    unit = difference_unit(card.unit.strip().casefold()) or "(no unit given)"
    when = f"{found.year}: " if found.year else f"{moment}: "
    ratio = "" if found.ratio is None else f", ratio {in_decimals(found.ratio, 2)}"
    return f"{when}{abs(found.difference):,.6g} {unit} {side} the other group{ratio}"


def told(card: MetricCard) -> str:
    """Say both gaps at both times and how each moved, or "" when no gap can be computed."""
    known = [text for moment in MOMENTS if (text := gap_in_words(card, moment))]
    moves = gap_moves(card)
    if moves is None:
        return "; ".join(known)
    absolute, relative = moves
    return (
        f"{'; '.join(known)}. The difference {_moved(absolute, 'smaller', 'larger')}, the ratio "
        f"{_moved(relative, 'nearer to 1', 'farther from 1')}. Whether chance could have moved "
        "them, these values alone do not say."
    )


def _moved(by: float, narrower: str, wider: str) -> str:
    return "is unchanged" if by == 0 else f"is {narrower if by < 0 else wider}"


def gap_moves(card: MetricCard) -> tuple[float, float] | None:
    """Give how the absolute and the relative gap changed since the baseline: below 0 is narrower.

    The relative gap is taken on the log scale, so it does not matter which group stands on top.
    None when a value is missing or is not above zero.
    """
    given = (
        card.baseline_value,
        card.reference_baseline,
        card.latest_value,
        card.reference_latest,
    )
    known = [value for value in map(_number, given) if 0 < value < math.inf]
    if len(known) < len(given):
        return None
    before, before_reference, now, now_reference = known
    absolute = abs(now - now_reference) - abs(before - before_reference)
    relative = abs(math.log(now) - math.log(now_reference))
    relative -= abs(math.log(before) - math.log(before_reference))
    return round(absolute, 9), round(relative, 9)


def both_gaps_are_reported(card: MetricCard, today: date) -> Iterator[Remark]:
    """M09: both gaps can be computed; when they part, the card says how to read that."""
    missing = [gap for gap in (DIFFERENCE, RATIO) if gap not in card.gaps_reported]
    if card.gaps_reported and missing:
        yield Remark(
            severity=ERROR,
            part="gaps_reported",
            what=f"The card does not report the {' and the '.join(missing)}.",
            try_instead="Report the difference and the ratio. Each alone can hide what the other "
            "shows.",
        )
    for moment, when in ((BASELINE, "at the baseline"), (LATEST, "now")):
        asked = moment == BASELINE or getattr(card, f"{moment}_value") is not None
        if asked and getattr(card, f"reference_{moment}") is None:
            yield Remark(
                severity=ERROR,
                part=f"reference_{moment}",
                what=f"The value of the other group {when} is missing, so no gap can be computed.",
                try_instead="Write it in the same unit: the register computes the difference and "
                "the ratio.",
            )
    moves = gap_moves(card)
    if moves and moves[0] * moves[1] < 0 and not card.gap_reading.strip():
        words = ("smaller", "larger") if moves[0] < 0 else ("larger", "smaller")
        yield Remark(
            severity=WARNING,
            part="gap_reading",
            what=f"The difference is {words[0]} than at the baseline and the ratio {words[1]}.",
            try_instead="Say both, which one you act on and why, and whether chance could have "
            "made it.",
        )
