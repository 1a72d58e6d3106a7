# mypy: disable-error-code="arg-type, operator"
"""One call gives every measure that applies, with limits, notes and words."""

import math

import numpy as np
import pandas as pd
import pytest

from groundwork.subject.disparity.groups import groups
from groundwork.subject.disparity.summary import (
    COLUMNS,
    all_intervals,
    all_measures,
    change_in_words,
    summary_table,
)
from groundwork.subject.errors import UserError

WEALTH = pd.DataFrame(
    {
        "group": ["poorest", "second", "third", "fourth", "richest"],
        "place": [1, 2, 3, 4, 5],
        "population": [78, 91, 162, 103, 105],
        "estimate": [20, 30, 40, 50, 60],
        "se": [2.0] * 5,
    }
)


def uninsured(rates: list[float]) -> pd.DataFrame:
    names = ["White", "Black", "American Indian or Alaska Native"]
    return pd.DataFrame({"group": names, "estimate": rates, "population": [200, 40, 3]})


def test_the_table_is_tidy_and_finds_its_order_in_a_column() -> None:
    mixed = WEALTH.sample(frac=1, random_state=3)
    table = summary_table(mixed, favorable=True, order="place", maximum=100, error="se")
    assert list(table.columns) == COLUMNS
    values = table.set_index("measure")["value"]
    assert round(values["sii"], 4) == 44.8905
    assert round(values["aci"], 5) == 7.32842
    assert (table["lower"] < table["value"]).all()
    assert (table["value"] < table["upper"]).all()
    assert table["null_value"].tolist() == [0, 1, 0, 0, 0, 1, 0, 0]


def test_simulated_limits_are_the_same_every_time() -> None:
    first = summary_table(WEALTH, favorable=True, error="se")
    pd.testing.assert_frame_equal(first, summary_table(WEALTH, favorable=True, error="se"))
    other = summary_table(WEALTH, favorable=True, error="se", seed=1)
    assert not first["lower"].equals(other["lower"])


def test_simulated_limits_find_the_known_error_of_a_mean_difference() -> None:
    """With one group far ahead the distance from the best is linear in the estimates."""
    data = groups([10, 20, 90], favorable=True, errors=[1, 1, 1])
    low, high = all_intervals(data, draws=20_000)["mdbu"]
    by_hand = 1.96 * math.sqrt((2 / 3) ** 2 + 2 * (1 / 3) ** 2)
    assert (high[0] - low[0]) / 2 == pytest.approx(by_hand, rel=0.03)


def test_the_limits_of_difference_and_ratio_are_the_published_formulas() -> None:
    data = groups([50.0, 40.0], favorable=True, errors=[3, 4])
    limits = all_intervals(data)
    assert limits["d"][0][0] == pytest.approx(10 - 1.959964 * 5)
    spread = math.exp(1.959964 * math.sqrt((3 / 50) ** 2 + (4 / 40) ** 2))
    assert limits["r"][1][0] == pytest.approx(1.25 * spread)


def test_without_standard_errors_the_table_says_why_there_are_no_limits() -> None:
    table = summary_table(WEALTH, favorable=True, order="place").set_index("measure")
    assert math.isnan(table.loc["aci", "lower"])
    assert "no standard errors" in table.loc["aci", "note"]
    assert table.loc["sii", "lower"] < table.loc["sii", "value"]
    assert "scatter of the groups" in table.loc["sii", "note"]


def test_a_missing_group_and_an_undefined_measure_are_told() -> None:
    data = uninsured([0.0, 18.2, 29.2])
    table = summary_table(data, favorable=False).set_index("measure")
    assert math.isnan(table.loc["mld", "value"])
    assert "zero has no log" in table.loc["mld", "note"]
    data = uninsured([10.9, 18.2, math.nan])
    table = summary_table(data, favorable=False).set_index("measure")
    assert table.loc["d", "value"] == pytest.approx(7.3)
    assert "1 of 3 groups has no estimate" in table.loc["d", "note"]
    assert math.isnan(table.loc["bgv", "value"])
    assert "at least 3 groups" in table.loc["bgv", "note"]


def test_many_indicators_at_once_give_what_each_gives_alone() -> None:
    random = np.random.default_rng(0)
    estimates = random.uniform(1, 99, (40, 6))
    estimates[random.random((40, 6)) < 0.1] = np.nan
    population = random.integers(1, 1000, (40, 6))
    options = {"favorable": False, "ordered": True, "maximum": 100.0}
    together = all_measures(groups(estimates, population, **options))
    alone = [
        all_measures(groups(y, n, **options)) for y, n in zip(estimates, population, strict=True)
    ]
    pd.testing.assert_frame_equal(together, pd.concat(alone, ignore_index=True))


def test_a_long_table_of_indicators_gets_a_row_for_each_indicator_and_measure() -> None:
    both = pd.concat(
        [
            uninsured([10.9, 18.2, 29.2]).assign(year=2010),
            uninsured([6.3, 10.1, 19.1]).assign(year=2019),
        ]
    )
    table = summary_table(both, favorable=False, indicator="year")
    assert list(table.columns) == ["year", *COLUMNS]
    gaps = table[table["measure"] == "d"].set_index("year")["value"]
    assert round(gaps[2010], 1) == 18.3
    assert round(gaps[2019], 1) == 12.8


def test_a_disagreement_between_absolute_and_relative_measures_is_told() -> None:
    first = summary_table(uninsured([10.9, 18.2, 29.2]), favorable=False)
    last = summary_table(uninsured([6.3, 10.1, 19.1]), favorable=False)
    told = change_in_words(first, last, (2010, 2019))
    assert told.startswith("From 2010 to 2019, absolute and relative measures of the gap point in")
    assert "Absolute measures that are smaller: Difference (18.30 to 12.80)" in told
    assert "Relative measures that are larger: Ratio (2.68 to 3.03)" in told


def test_measures_that_move_together_are_told_without_alarm() -> None:
    first = summary_table(uninsured([10.0, 20.0, 30.0]), favorable=False)
    last = summary_table(uninsured([10.0, 15.0, 20.0]), favorable=False)
    told = change_in_words(first, last)
    assert "do not point in opposite directions" in told
    assert "are larger" not in told


@pytest.mark.parametrize(
    ("change", "options", "told"),
    [
        ({}, {"estimate": "rate"}, "no column 'rate'"),
        ({}, {"reference": "top"}, "no group 'top'"),
        ({"group": "same"}, {}, "more than once"),
        ({"place": 1}, {"order": "place"}, "share one place"),
        ({"place": None}, {"order": "place"}, "no place in the order"),
    ],
)
def test_a_data_set_that_cannot_be_read_is_refused(change: dict, options: dict, told: str) -> None:
    with pytest.raises(UserError) as refusal:
        summary_table(WEALTH.assign(**change), favorable=True, **options)
    assert told in str(refusal.value)
