"""Crude and age-standardized rates, and their intervals."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.errors import UserError
from groundwork.subject.rates import (
    US_2000_STANDARD,
    age_standardized_rate,
    crude_rate,
    difference_of_rates,
    rate_interval,
    rate_table,
    ratio_of_rates,
    relative_standard_error,
)

AGES = ["under 20", "20-24", "25-29", "30-34", "35-39", "40 and over"]
# Down syndrome by mother's age, Michigan 1950-1964 (Stark and Mantel 1966; table 14.4 in Fleiss
# 1981): the example of Fay and Feuer 1997, with birth orders five and over.
CASES = pd.Series([0, 8, 63, 112, 262, 295], AGES)
BIRTHS = pd.Series([327, 30_666, 123_419, 149_919, 104_088, 34_392], AGES)
ALL_BIRTHS = pd.Series(
    [319_933, 931_318, 786_511, 488_235, 237_863, 61_313], AGES, name="All births in Michigan"
)


def test_north_carolinas_anson_county_has_the_published_rate() -> None:
    """15 SIDS deaths in 1,570 births 1974-78; the state had 667 in 329,962 (Cressie 1993)."""
    assert crude_rate([15, 667], [1570, 329_962], per=1000).round(2).tolist() == [9.55, 2.02]


@pytest.mark.parametrize(("events", "percent"), [(20, 22.4), (12, 28.9), (11, 30.2), (1, 100.0)])
def test_relative_standard_error_is_one_over_the_root(events: int, percent: float) -> None:
    assert round(float(relative_standard_error(events)), 1) == percent


def test_no_event_has_no_relative_error_and_no_log_interval() -> None:
    assert math.isnan(relative_standard_error(0))
    lower, upper = rate_interval(0, 1000, method="log")
    assert math.isnan(lower)
    assert math.isnan(upper)
    lower, upper = rate_interval(0, 1000, per=1000)
    assert lower == 0
    assert round(float(upper), 3) == 3.689


def test_exact_and_log_intervals_give_known_values() -> None:
    lower, upper = rate_interval(10, 1000, per=1000)
    assert (round(float(lower), 3), round(float(upper), 3)) == (4.795, 18.390)
    lower, upper = rate_interval(100, 1000, per=1000, method="log")
    assert float(lower) == pytest.approx(100 / math.exp(0.1959964))
    assert float(upper) == pytest.approx(100 * math.exp(0.1959964))


def test_difference_and_ratio_use_the_stated_standard_errors() -> None:
    value, lower, upper = difference_of_rates(30, 1000, 20, 2000, per=1000)
    assert value == pytest.approx(20)
    assert (upper - lower) / 2 == pytest.approx(1.959964 * 1000 * math.sqrt(30e-6 + 5e-6))
    value, lower, upper = ratio_of_rates(30, 1000, 20, 2000)
    assert value == pytest.approx(3)
    assert upper / value == pytest.approx(math.exp(1.959964 * math.sqrt(1 / 30 + 1 / 20)))
    assert lower * upper == pytest.approx(value**2)


def test_a_ratio_without_events_has_no_limits_and_without_reference_events_no_value() -> None:
    value, lower, _ = ratio_of_rates(0, 1000, 20, 2000)
    assert value == 0
    assert math.isnan(lower)
    with pytest.raises(UserError, match="reference group has no events"):
        ratio_of_rates(3, 1000, 0, 2000)


def test_standardizing_gives_the_published_example_of_fay_and_feuer() -> None:
    found = age_standardized_rate(CASES, BIRTHS, ALL_BIRTHS)
    assert round(found.rate, 5) == 75.52901
    assert round(found.lower, 5) == 67.70212
    assert round(found.upper, 5) == 188.30017
    assert found.standard == "All births in Michigan"
    assert found.events == 740


def test_the_us_standard_adds_up_to_one() -> None:
    assert US_2000_STANDARD.sum() == pytest.approx(1, abs=1e-9)
    assert len(US_2000_STANDARD) == 11


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(500, 90_000)), min_size=2, max_size=6))
def test_a_population_of_the_standards_ages_has_its_crude_rate(
    groups: list[tuple[int, int]],
) -> None:
    names = [f"age {i}" for i in range(len(groups))]
    events = pd.Series([d for d, _ in groups], names)
    people = pd.Series([n for _, n in groups], names)
    found = age_standardized_rate(events, people, people.rename("itself"))
    assert found.rate == pytest.approx(found.crude_rate)
    lower, upper = rate_interval(events.sum(), people.sum())
    assert found.lower == pytest.approx(float(lower))
    assert found.upper == pytest.approx(float(upper))


def test_age_groups_are_matched_by_name_and_must_agree() -> None:
    mixed = CASES.sample(frac=1, random_state=1)
    assert age_standardized_rate(mixed, BIRTHS, ALL_BIRTHS).rate == pytest.approx(75.52901)
    with pytest.raises(UserError, match=r"differ \(40 and over\)"):
        age_standardized_rate(CASES[:-1], BIRTHS, ALL_BIRTHS)
    with pytest.raises(UserError, match="has no name"):
        age_standardized_rate(CASES, BIRTHS, ALL_BIRTHS.rename(None))


def test_a_table_gets_its_rates_and_a_missing_column_is_named() -> None:
    data = pd.DataFrame({"county": ["Anson"], "events": [15], "population": [1570]})
    table = rate_table(data, per=1000)
    assert round(table.loc[0, "rate"], 2) == 9.55  # type: ignore[arg-type]
    assert round(table.loc[0, "relative_standard_error"], 1) == 25.8  # type: ignore[arg-type]
    assert table.loc[0, "lower"] < 9.55 < table.loc[0, "upper"]  # type: ignore[operator]
    with pytest.raises(UserError, match="no column 'deaths'"):
        rate_table(data, events="deaths")


@pytest.mark.parametrize("people", [0, -5, math.inf])
def test_a_population_must_be_above_zero(people: float) -> None:
    with pytest.raises(UserError, match="population"):
        crude_rate(3, people)
