"""Progress is a percent of the way, told in one of four words."""

import math
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import Z95
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.interval import interval_of_change
from groundwork.subject.metrics.progress import (
    IMPROVING,
    NO_CHANGE,
    TARGET_MET,
    WORSE,
    percent_of_targeted_change,
    progress,
    progress_of,
)

UP, DOWN = "higher is better", "lower is better"


def around(value: float, error: float | None) -> tuple[float, float] | None:
    """The 95 % limits of a value with this standard error."""
    return None if error is None else (value - Z95 * error, value + Z95 * error)


values = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@settings(deadline=None)
@given(values, values)
def test_the_baseline_is_nought_and_the_target_a_hundred(baseline: float, target: float) -> None:
    assume(baseline != target)
    assert percent_of_targeted_change(baseline, baseline, target) == 0
    assert percent_of_targeted_change(baseline, target, target) == 100


@settings(deadline=None)
@given(values, values, values, st.none() | st.floats(0, 1e3))
def test_turning_the_sign_and_the_direction_changes_nothing(
    baseline: float, latest: float, target: float, error: float | None
) -> None:
    one = progress(
        baseline, latest, target, UP,
        baseline_limits=around(baseline, error), latest_limits=around(latest, error),
    )  # fmt: skip
    other = progress(
        -baseline, -latest, -target, DOWN,
        baseline_limits=around(-baseline, error), latest_limits=around(-latest, error),
    )  # fmt: skip
    assert (one.word, one.percent, one.tested) == (other.word, other.percent, other.tested)


@settings(deadline=None)
@given(values, values, values, st.floats(0.01, 100))
def test_the_unit_changes_neither_word_nor_percent(
    baseline: float, latest: float, target: float, unit: float
) -> None:
    assume(abs(target - baseline) > 1 and abs(latest - target) > 1 and abs(latest - baseline) > 1)
    one = progress(
        baseline, latest, target, UP,
        baseline_limits=around(baseline, 3), latest_limits=around(latest, 4),
    )  # fmt: skip
    other = progress(
        baseline * unit,
        latest * unit,
        target * unit,
        UP,
        baseline_limits=around(baseline * unit, 3 * unit),
        latest_limits=around(latest * unit, 4 * unit),
    )
    # Just at the 95 % line rounding may fall either way.
    assume(abs(abs(latest - baseline) / 5 - 1.96) > 0.01)
    assert one.word == other.word
    if one.percent is not None and other.percent is not None:
        assert math.isclose(one.percent, other.percent, rel_tol=1e-6, abs_tol=1e-6)


@pytest.mark.parametrize(
    ("baseline", "latest", "target", "direction", "word"),
    [
        (54, 81, 81, UP, TARGET_MET),
        (54, 85, 81, UP, TARGET_MET),
        (20, 9, 10, DOWN, TARGET_MET),
        (20, 19, 10, DOWN, IMPROVING),  # just 10 % of the way
        (20, 19.1, 10, DOWN, NO_CHANGE),  # 9 %
        (20, 20, 10, DOWN, NO_CHANGE),
        (20, 21.9, 10, DOWN, NO_CHANGE),  # 9.5 % of the baseline
        (20, 22, 10, DOWN, WORSE),  # 10 % of the baseline
        (0, -1, 10, UP, WORSE),  # nothing can be divided by zero
        (90, 70, 80, UP, WORSE),  # the target was met at the start
        (90, 80, 80, UP, TARGET_MET),
    ],
)
def test_without_uncertainty_a_tenth_is_the_least_that_counts(
    baseline: float, latest: float, target: float, direction: str, word: str
) -> None:
    found = progress(baseline, latest, target, direction)
    assert found.word == word and not found.tested


@pytest.mark.parametrize(
    ("latest", "error", "word"),
    [(63, 3.0, IMPROVING), (63, 4.0, NO_CHANGE), (45, 3.0, WORSE), (45, 4.0, NO_CHANGE)],
)
def test_with_uncertainty_a_change_has_to_beat_chance(
    latest: float, error: float, word: str
) -> None:
    found = progress(
        54, latest, 81, UP,
        baseline_limits=around(54, error), latest_limits=around(latest, error),
    )  # fmt: skip
    assert found.word == word and found.tested


def test_a_target_met_within_chance_says_so() -> None:
    found = progress(54, 82, 81, UP, baseline_limits=(14, 94), latest_limits=(42, 122))
    assert found.word == TARGET_MET and "could be chance" in found.reason


def test_one_interval_alone_is_no_test() -> None:
    assert not progress(54, 63, 81, UP, baseline_limits=(48, 60)).tested


def test_a_known_percent() -> None:
    found = progress(54, 63, 81, UP)
    assert found.percent == pytest.approx(100 / 3) and found.change == pytest.approx(100 / 6)


def test_even_limits_give_the_normal_test_of_two_estimates() -> None:
    low, high = interval_of_change(54, (48, 60), 63, (57, 69))
    assert (low, high) == pytest.approx((9 - 6 * math.sqrt(2), 9 + 6 * math.sqrt(2)))


def test_limits_of_a_difference_of_proportions_are_those_of_newcombe() -> None:
    # 56 of 70 and 48 of 80, with Wilson's limits: Newcombe 1998, table II, method 10.
    low, high = interval_of_change(0.6, (0.4904, 0.7004), 0.8, (0.6918, 0.8772))
    assert (low, high) == pytest.approx((0.0524, 0.3339), abs=5e-4)


def test_the_arm_that_reaches_to_the_other_value_decides() -> None:
    """Exact limits of few events reach farther up: a rise to them is open, a fall from them not."""
    few, many = (9.1, (5.2, 14.8)), (15.0, (14.0, 16.0))
    rise = progress(9.1, 15.0, 20.0, UP, baseline_limits=few[1], latest_limits=many[1])
    assert rise.word == IMPROVING  # the arm upward is 5.7, the change 5.9
    assert interval_of_change(*few, *many) == pytest.approx((0.113, 9.926), abs=1e-3)
    low, high = interval_of_change(*many, *few)
    assert (low, high) == pytest.approx((-9.926, -0.113), abs=1e-3)
    nearly = progress(9.1, 14.7, 20.0, UP, baseline_limits=few[1], latest_limits=(13.7, 15.7))
    assert nearly.word == NO_CHANGE  # by the width of the interval, 4.8 to each side, it was more


def test_a_card_is_judged_by_its_own_intervals() -> None:
    card = MetricCard(
        direction=UP, baseline_value=54, latest_value=63, target_value=81,
        baseline_low=40, baseline_high=68, latest_low=50, latest_high=76,
    )  # fmt: skip
    found = progress_of(card)
    assert found is not None and found.tested and found.word == NO_CHANGE


def test_a_card_without_a_latest_value_has_no_progress() -> None:
    assert progress_of(MetricCard(direction=UP, baseline_value=54, target_value=81)) is None


@pytest.mark.parametrize(
    "call",
    [
        lambda: percent_of_targeted_change(5, 6, 5),
        lambda: progress(1, 2, 3, "up"),
        lambda: progress(1, float("nan"), 3, UP),
        lambda: interval_of_change(2, (3, 1), 2, (1, 3)),
        lambda: interval_of_change(9, (1, 3), 2, (1, 3)),
        lambda: interval_of_change(2, (1, float("nan")), 2, (1, 3)),
    ],
)
def test_what_cannot_be_judged_is_told_in_words(call: Any) -> None:
    with pytest.raises(UserError):
        call()
