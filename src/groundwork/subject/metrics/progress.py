"""Say how far a measure has come, in the four words of Healthy People 2030.

Sources: National Center for Health Statistics, Healthy People 2030 progress measures (the two
measures and the four classes); the rule for data without standard errors, 10 percent of the way,
is the published one of the Healthy People 2020 final progress table. The words are ours to apply to
one card: Healthy People applies them to the whole population of the country.
"""

import math
from dataclasses import dataclass
from typing import TypeGuard

from groundwork.subject.errors import UserError
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import BASELINE, DIRECTIONS, HIGHER, LATEST, PROGRESS
from groundwork.subject.metrics.interval import interval_of, interval_of_change
from groundwork.subject.states import finite, one_number

TARGET_MET, IMPROVING, NO_CHANGE, WORSE = PROGRESS

LEAST_CHANGE = 10.0
"""Percent that must have moved when no uncertainty is known."""


@dataclass(frozen=True)
class Progress:
    """How far a measure has come.

    Attributes
    ----------
    word
        One of the four of `PROGRESS` in `groundwork.subject.metrics.choices`.
    percent
        Percent of targeted change achieved; None when the baseline already met the target.
    change
        Percent change from the baseline; None when the baseline is zero.
    tested
        Whether uncertainty was known, so that the change could be tested at the 95 % level.
    reason
        Why this word, in one or two sentences.
    may_be_chance
        Whether the change was tested and is no more than chance could explain.
    """

    word: str
    percent: float | None
    change: float | None
    tested: bool
    reason: str
    may_be_chance: bool = False


def percent_of_targeted_change(baseline: float, latest: float, target: float) -> float:
    """Give 100 × (latest - baseline) / (target - baseline): 0 at the baseline, 100 at the target.

    Raises
    ------
    UserError
        When target and baseline are equal: no change was targeted.
    """
    baseline, latest, target = (
        finite(value, "baseline, latest or target") for value in (baseline, latest, target)
    )
    if target == baseline:
        raise UserError(
            f"Target and baseline are both {baseline:g}, so no change was targeted.",
            "Set a target that is better than the baseline.",
        )
    return 100 * (
        (latest - baseline) / (target - baseline)
    )  # so ordered, the target is exactly 100


def progress(
    baseline: float,
    latest: float,
    target: float,
    direction: str,
    *,
    baseline_limits: tuple[float, float] | None = None,
    latest_limits: tuple[float, float] | None = None,
) -> Progress:
    """Choose the word for a measure.

    With the 95 % limits of both values the interval of the change must leave zero out: see
    :func:`groundwork.subject.metrics.interval.interval_of_change`. Without them the change must be
    10 % or more of the targeted change, or, when the measure moved away from the target, 10 % or
    more of the baseline.

    Parameters
    ----------
    baseline, latest, target
        In one unit.
    direction
        ``higher is better`` or ``lower is better``.
    baseline_limits, latest_limits
        The lower and the upper 95 % limit of each, in the same unit.
    """
    if direction not in DIRECTIONS:
        raise UserError(
            f"The direction is {direction!r}.", f"Write {DIRECTIONS[0]!r} or {DIRECTIONS[1]!r}."
        )
    baseline, latest, target = (
        one_number(value, "baseline, latest and target") for value in (baseline, latest, target)
    )
    if not all(map(math.isfinite, (baseline, latest, target))):
        raise UserError(
            f"Baseline, latest and target are {baseline:g}, {latest:g} and {target:g}.",
            "Give three numbers.",
        )
    sign = 1.0 if direction == HIGHER else -1.0
    moved = sign * (latest - baseline)
    percent = (
        percent_of_targeted_change(baseline, latest, target)
        if sign * (target - baseline) > 0
        else None
    )
    change = 100 * (latest - baseline) / abs(baseline) if baseline else None
    sure = None
    if _known(baseline_limits) and _known(latest_limits):
        low, high = interval_of_change(baseline, baseline_limits, latest, latest_limits)
        sure = low > 0 or high < 0
    word, reason = _word(moved, sign * (latest - target), percent, change, sure)
    by_chance = sure is False and moved != 0
    return Progress(word, percent, change, sure is not None, reason, by_chance)


def _known(limits: tuple[float, float] | None) -> TypeGuard[tuple[float, float]]:
    """Whether both limits of a value are there."""
    return limits is not None and not any(
        math.isnan(one_number(limit, "limits")) for limit in limits
    )


def _word(
    moved: float,
    past_target: float,
    percent: float | None,
    change: float | None,
    sure: bool | None,
) -> tuple[str, str]:
    """Choose the word; `sure` says whether a change is more than chance, None when not tested."""
    if past_target >= 0:
        if sure is False and moved > 0:
            return TARGET_MET, (
                "The latest value reaches the target, yet the change since the baseline could be "
                "chance. Wait for another period before you celebrate."
            )
        return TARGET_MET, "The latest value reaches the target."
    away = "toward the target" if moved > 0 else "away from the target"
    if moved == 0:
        return NO_CHANGE, "The latest value equals the baseline."
    if sure is not None:
        if sure:
            return _moved_word(moved), f"It moved {away}, by more than chance explains."
        return NO_CHANGE, f"It moved {away}, but no more than chance could explain."
    if moved > 0 and percent is not None:
        part, whole = percent, "of the way to the target"
    elif change is None:
        return _moved_word(moved), f"It moved {away} from zero. No uncertainty was given."
    else:
        part, whole = abs(change), "of the baseline"
    enough = part >= LEAST_CHANGE - 1e-9  # 0.1 of a decimal fraction is seldom exact
    return _moved_word(moved) if enough else NO_CHANGE, (
        f"It moved {away}, by {part:.0f} % {whole}. No uncertainty was given, so "
        f"{LEAST_CHANGE:.0f} % is the least that counts."
    )


def _moved_word(moved: float) -> str:
    return IMPROVING if moved > 0 else WORSE


def progress_of(card: MetricCard) -> Progress | None:
    """Choose the word for a card, or None when a value or the direction is missing or no number.

    The change is tested with the intervals on the card when both are there and can be right.
    """
    values = (card.baseline_value, card.latest_value, card.target_value)
    baseline, latest, target = (one_number(value, "values of a card") for value in values)
    if card.direction not in DIRECTIONS:
        return None
    if not all(map(math.isfinite, (baseline, latest, target))):
        return None
    return progress(
        baseline,
        latest,
        target,
        card.direction,
        baseline_limits=interval_of(card, BASELINE),
        latest_limits=interval_of(card, LATEST),
    )
