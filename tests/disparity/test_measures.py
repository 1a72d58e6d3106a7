# mypy: disable-error-code="arg-type"
"""The 21 summary measures against published values, and when they have no value."""

import math

import numpy as np
import pytest
from scipy import optimize

from groundwork.subject.disparity.catalog import MEASURES, applicable
from groundwork.subject.disparity.groups import Groups, groups
from groundwork.subject.disparity.regression import (
    fit,
    relative_index_interval,
    slope_index_interval,
)
from groundwork.subject.errors import UserError

# The test data that WHO's R package publishes with its answers: five ordered groups, percent.
POPULATION = [78, 91, 162, 103, 105]
ESTIMATES = [20, 30, 40, 50, 60]
ORDERED = groups(ESTIMATES, POPULATION, favorable=True, ordered=True, maximum=100)
LINEAR = groups(ESTIMATES, POPULATION, favorable=True, ordered=True)
UNORDERED = groups(ESTIMATES, POPULATION, favorable=True, maximum=100)
UNORDERED_TO_FIRST = groups(ESTIMATES, POPULATION, favorable=True, reference=0)

PUBLISHED = [
    (ORDERED, "d", 40.0),
    (ORDERED, "r", 3.0),
    (ORDERED, "aci", 7.32842),
    (ORDERED, "rci", 0.177769),
    (ORDERED, "sii", 44.8905),
    (ORDERED, "rii", 3.2363),
    (ORDERED, "parisk", 18.77551),
    (ORDERED, "paf", 45.54455),
    (LINEAR, "sii", 46.2538),
    (UNORDERED, "bgv", 170.3003),
    (UNORDERED, "bgsd", 13.0499),
    (UNORDERED, "covar", 31.6557),
    (UNORDERED, "mdmu", 12.2449),
    (UNORDERED, "mdmw", 10.6690),
    (UNORDERED, "mdbu", 20.0),
    (UNORDERED, "mdbw", 18.7755),
    (UNORDERED, "idisu", 29.7030),
    (UNORDERED, "idisw", 25.8803),
    (UNORDERED, "ti", 52.5174),
    (UNORDERED, "mld", 57.4015),
    (UNORDERED_TO_FIRST, "mdru", 20.0),
    (UNORDERED_TO_FIRST, "mdrw", 21.2245),
]


def value(data: Groups, code: str) -> float:
    return float(MEASURES[code].value(data)[0])


@pytest.mark.parametrize(("data", "code", "expected"), PUBLISHED, ids=lambda v: str(v)[:5])
def test_a_measure_gives_the_published_value(data: Groups, code: str, expected: float) -> None:
    decimals = len(str(expected).split(".")[1])
    assert round(value(data, code), decimals) == expected


def test_the_published_values_cover_all_21_measures() -> None:
    assert {code for _, code, _ in PUBLISHED} == set(MEASURES)
    assert len(MEASURES) == 21


def test_weighting_by_population_twice_is_what_gives_other_software_its_values() -> None:
    """Its published 44.44502 and 3.159506 need squared people and counts rounded to whole ones."""
    people = np.array(POPULATION, dtype=float)
    rank = (np.cumsum(people) - people / 2) / people.sum()
    y = np.round(people * ESTIMATES / 100) / people
    share_squared = (people / people.sum()) ** 2

    def loss(b: np.ndarray) -> float:
        eta = b[0] + b[1] * rank
        return float((share_squared * (np.logaddexp(0, eta) - y * eta)).sum())

    b0, b1 = optimize.minimize(loss, [0.0, 0.0], tol=1e-12).x
    bottom, top = 1 / (1 + math.exp(-b0)), 1 / (1 + math.exp(-b0 - b1))
    assert 100 * (top - bottom) == pytest.approx(44.44502, abs=5e-4)
    assert top / bottom == pytest.approx(3.159506, abs=5e-5)
    assert value(ORDERED, "sii") == pytest.approx(44.8905, abs=5e-5)


def test_the_logit_fit_maximizes_the_weighted_quasi_likelihood() -> None:
    """Independent search by scipy for awkward data."""
    people = np.array([5.0, 900, 30, 1, 60])
    y = np.array([0.5, 2, 1, 99, 0])
    ends = fit(groups(y, people, favorable=False, ordered=True, maximum=100))
    share = people / people.sum()
    rank = np.cumsum(share) - share / 2

    def loss(b: np.ndarray) -> float:
        eta = b[0] + b[1] * rank
        return float((share * (np.logaddexp(0, eta) - y / 100 * eta)).sum())

    b0, b1 = optimize.minimize(loss, [-4.0, 0.0], method="Nelder-Mead", tol=1e-13).x
    assert ends.bottom[0] == pytest.approx(100 / (1 + math.exp(-b0)), rel=1e-4)
    assert ends.top[0] == pytest.approx(100 / (1 + math.exp(-b0 - b1)), rel=1e-4)


def test_difference_and_ratio_turn_with_the_outcome() -> None:
    """Uninsured: the worse-off group has the higher rate, and the gap is still positive."""
    adverse = groups([10.9, 18.2, 29.2], [200, 40, 3], favorable=False)
    assert value(adverse, "d") == pytest.approx(18.3)
    assert round(value(adverse, "r"), 2) == 2.68
    against_second = groups([10.9, 18.2, 29.2], [200, 40, 3], favorable=False, reference=1)
    assert value(against_second, "d") == pytest.approx(11.0)
    gradient = groups([29.2, 18.2, 10.9], [3, 40, 200], favorable=False, ordered=True)
    assert value(gradient, "d") == pytest.approx(18.3)
    reversed_gradient = groups([10.9, 18.2, 29.2], [3, 40, 200], favorable=False, ordered=True)
    assert value(reversed_gradient, "d") == pytest.approx(-18.3)


def test_only_measures_that_apply_are_chosen() -> None:
    def codes(data: Groups) -> list[str]:
        return [measure.code for measure in applicable(data)]

    assert codes(ORDERED) == ["d", "r", "aci", "rci", "sii", "rii", "parisk", "paf"]
    assert set(codes(UNORDERED_TO_FIRST)) == set(MEASURES) - {"aci", "rci", "sii", "rii"}
    assert set(codes(UNORDERED_TO_FIRST)) - set(codes(UNORDERED)) == {"mdru", "mdrw"}
    assert codes(groups(ESTIMATES, favorable=True)) == ["d", "r", "mdbu"]


def test_no_tiny_number_stands_in_for_a_zero_rate() -> None:
    with_zero = groups([0, 30, 40], [10, 20, 30], favorable=False)
    assert math.isnan(value(with_zero, "mld"))
    assert value(with_zero, "ti") > 0
    assert math.isnan(value(with_zero, "r"))
    assert value(with_zero, "d") == 40


def test_relative_measures_of_nothing_are_undefined() -> None:
    nothing = groups([0, 0, 0], [10, 20, 30], favorable=False)
    for code in ("r", "covar", "idisu", "idisw", "ti", "mld", "paf"):
        assert math.isnan(value(nothing, code)), code
    for code in ("d", "bgv", "mdmu", "parisk"):
        assert value(nothing, code) == 0, code


def test_a_missing_group_takes_no_part() -> None:
    with_gap = groups([20, np.nan, 40, 60], [78, 91, 162, 105], favorable=True)
    without = groups([20, 40, 60], [78, 162, 105], favorable=True)
    for measure in applicable(without):
        assert value(with_gap, measure.code) == pytest.approx(value(without, measure.code))


def test_a_fit_that_cannot_settle_has_no_value() -> None:
    separated = groups([0, 0, 100, 100], [1, 1, 1, 1], favorable=True, ordered=True, maximum=100)
    assert math.isnan(value(separated, "sii"))
    assert math.isnan(value(separated, "rii"))


def test_regression_intervals_carry_the_groups_standard_errors() -> None:
    """The slope is a weighted sum of the estimates, so its error can be found by hand."""
    errors = np.array([1.0, 2, 3, 2, 1])
    data = groups(ESTIMATES, POPULATION, favorable=True, ordered=True, errors=errors)
    low, high = slope_index_interval(data)
    share = np.array(POPULATION) / sum(POPULATION)
    away = np.cumsum(share) - share / 2 - 0.5
    part = share * away / (share * away**2).sum()
    by_hand = 1.959964 * math.sqrt(((part * errors) ** 2).sum())
    assert (high[0] - low[0]) / 2 == pytest.approx(by_hand, rel=1e-6)


@pytest.mark.parametrize("maximum", [None, 100.0])
def test_regression_intervals_agree_with_a_simulation_of_the_fit(maximum: float | None) -> None:
    errors = np.array([1.0, 2, 1.5, 2, 1])
    options = {"favorable": True, "ordered": True, "maximum": maximum}
    data = groups(ESTIMATES, POPULATION, errors=errors, **options)
    random = np.random.default_rng(1)
    drawn = groups(
        np.array(ESTIMATES) + errors * random.standard_normal((20_000, 5)), POPULATION, **options
    )
    for code, interval in (("sii", slope_index_interval), ("rii", relative_index_interval)):
        simulated = np.quantile(MEASURES[code].value(drawn), [0.025, 0.975])
        assert np.array(interval(data))[:, 0] == pytest.approx(simulated, rel=0.02)


def test_without_standard_errors_the_scatter_about_the_line_is_used() -> None:
    straight = groups([10, 20, 30], [1, 1, 1], favorable=True, ordered=True)
    low, high = slope_index_interval(straight)
    assert high[0] - low[0] == pytest.approx(0, abs=1e-6)
    bent = groups([10, 20, 60], [1, 1, 1], favorable=True, ordered=True)
    low, high = slope_index_interval(bent)
    # By hand: residuals 5, -10, 5 each with weight 1/3, one degree of freedom, t = 12.706.
    by_hand = 12.7062 * math.sqrt(50 / (2 / 27))
    assert (high[0] - low[0]) / 2 == pytest.approx(by_hand, rel=1e-5)


@pytest.mark.parametrize(
    ("estimates", "options", "told"),
    [
        ([1, -2], {}, "-2 for group b"),
        ([1, float("inf")], {}, "inf for group b"),
        ([1, 120], {"maximum": 100.0}, "above the largest possible value, 100"),
        ([1, 2], {"population": [1, 2, 3]}, "2 groups and 1 indicator"),
        ([1, 2], {"reference": 2}, "no group number 2"),
        ([1], {}, "1 group"),
        (["a", "b"], {}, "not all numbers"),
    ],
)
def test_data_that_cannot_be_measured_are_refused(
    estimates: list[float], options: dict, told: str
) -> None:
    with pytest.raises(UserError) as refusal:
        groups(estimates, favorable=True, names=["a", "b"], **options)
    assert told in str(refusal.value)
