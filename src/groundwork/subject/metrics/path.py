"""The path from baseline to target, and whether a measure is on it.

Two questions that are easily taken for one. The four words of Healthy People
(:mod:`groundwork.subject.metrics.progress`) say whether a measure has *changed* by more than
chance. *On track* compares the latest value with where a straight path from the baseline to the
target says it should be by now. A measure may have improved and be behind. Where the
interval of its latest value reaches the path, it is too uncertain to say: a path that touches a
limit counts as reached, and the path is not rounded before it is compared.
"""

import math
from dataclasses import dataclass

from groundwork.subject.errors import UserError
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import DIRECTIONS, HIGHER, LATEST
from groundwork.subject.metrics.digits import EXACT, of_card, rounded, telling
from groundwork.subject.metrics.interval import interval_of
from groundwork.subject.states import finite, one_number

ON_PATH, BEHIND, UNSURE = "on the path", "behind the path", "too uncertain to say"
MISSING = "a value, a year or the direction is missing"
NO_TIME = "the target's year is not after the baseline's"
TOO_EARLY = "the latest value is not of a later year than the baseline"
NO_WAY = "the target is no better than the baseline"


@dataclass(frozen=True)
class Standing:
    """Where a measure stands on its path.

    Attributes
    ----------
    word
        One of `ON_PATH`, `BEHIND` and `UNSURE`; the last when the interval reaches the path.
    expected
        Where the path is in that year, in the measure's unit, not rounded.
    year
        The year of the latest value.
    ahead_by
        How far the latest value is on the better side of the path; below 0 when it is behind.
    """

    word: str
    expected: float
    year: int
    ahead_by: float


def path_value(
    baseline: float, baseline_year: int, target: float, target_year: int, year: int
) -> float:
    """Give where a straight path is in a year; after the target's year it stays at the target.

    Raises
    ------
    UserError
        When the target's year is not after the baseline's, or the year is before the baseline's.
    """
    baseline, target = finite(baseline, "baseline"), finite(target, "target")
    if target_year <= baseline_year:
        raise UserError(
            f"The target is for {target_year}, the baseline from {baseline_year}.",
            "Give the target a later year.",
        )
    if year < baseline_year:
        raise UserError(f"{year} is before the baseline of {baseline_year}.", "Give a later year.")
    share = min(1.0, (year - baseline_year) / (target_year - baseline_year))
    return baseline + share * (target - baseline)


def standing(
    latest: float,
    expected: float,
    year: int,
    direction: str,
    interval: tuple[float, float] | None = None,
) -> Standing:
    """Compare a value with its path.

    Parameters
    ----------
    interval
        The 95 % limits of the latest value. When the path is between them, or at one of them,
        nobody can say on which side the measure is.
    """
    if direction not in DIRECTIONS:
        raise UserError(
            f"The direction is {direction!r}.", f"Write {DIRECTIONS[0]!r} or {DIRECTIONS[1]!r}."
        )
    latest, expected = one_number(latest, "latest value"), one_number(expected, "expected value")
    if not (math.isfinite(latest) and math.isfinite(expected)):
        raise UserError("The latest value is not known.", "Give a number, or leave it out.")
    ahead = (latest - expected) if direction == HIGHER else (expected - latest)
    across = interval is not None and interval[0] <= expected <= interval[1]
    word = UNSURE if across else ON_PATH if ahead >= 0 else BEHIND
    return Standing(word, expected, year, ahead)


def why_no_standing(card: MetricCard) -> str:
    """Say why nobody can say where a card's latest value stands on its path; "" when it can be."""
    values = (card.baseline_value, card.target_value, card.latest_value)
    years = (card.baseline_year, card.target_year, card.latest_year)
    baseline, target, latest = (one_number(value, "values of a card") for value in values)
    known = all(map(math.isfinite, (baseline, target, latest)))
    if not known or card.direction not in DIRECTIONS:
        return MISSING
    start, end, now = years
    if start is None or end is None or now is None:
        return MISSING
    better = (target > baseline) if card.direction == HIGHER else (target < baseline)
    if not better:
        return NO_WAY
    if end <= start:
        return NO_TIME
    return TOO_EARLY if now <= start else ""


def standing_of(card: MetricCard) -> Standing | None:
    """Say where a card's latest value stands, or None where `why_no_standing` has a reason."""
    if why_no_standing(card):
        return None
    baseline, target, latest = card.baseline_value, card.target_value, card.latest_value
    start, end, now = card.baseline_year, card.target_year, card.latest_year
    assert baseline is not None and target is not None and latest is not None
    assert start is not None and end is not None and now is not None
    expected = rounded(path_value(baseline, start, target, end, now), EXACT)
    return standing(latest, expected, now, card.direction, interval_of(card, LATEST))


def path_shown(card: MetricCard) -> float | None:
    """Return the path in the year of the latest value, rounded as it is shown."""
    now = standing_of(card)
    return rounded(now.expected, places_of_path(card, now.expected)) if now else None


def places_of_path(card: MetricCard, expected: float) -> int:
    """Return with how many decimals the path is shown: those of the card, or more.

    So many that it stands on its own side of the latest value and of each of its limits.
    """
    latest, limits = card.latest_value, interval_of(card, LATEST) or ()
    assert latest is not None
    return telling(expected, (latest, *limits), of_card(card))
