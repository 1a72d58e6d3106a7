# mypy: disable-error-code="arg-type, operator"
"""A number is there, hidden or missing: no function of the subject takes one for another.

Every function that a lesson, exercise or command computes with is called with each of the things
that stand for a missing number, with words, and with parameters that mean nothing. It answers with
a missing value or says what to do; it never takes the number for zero, and never breaks.
"""

import math
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from groundwork.subject.disclosure import audit
from groundwork.subject.disparity.groups import groups
from groundwork.subject.disparity.summary import all_measures, summary_table
from groundwork.subject.errors import UserError
from groundwork.subject.gaps import gap_table, rate_difference, rate_ratio
from groundwork.subject.intervals import check_counts, poisson_interval, student_quantile
from groundwork.subject.metrics.progress import (
    percent_of_targeted_change,
    progress,
    standard_error,
)
from groundwork.subject.rates import (
    age_standardized_rate,
    crude_rate,
    difference_of_rates,
    rate_interval,
    rate_table,
    ratio_of_rates,
    relative_standard_error,
)
from groundwork.subject.selection import (
    compare_selection,
    fisher_exact_test,
    impact_ratio,
    selection_table,
    two_proportion_test,
)
from groundwork.subject.small_numbers import (
    WASHINGTON_DOH_2018,
    flag_small_numbers,
    pool_years,
)
from groundwork.subject.suppression import suppress

RULE = WASHINGTON_DOH_2018
STANDARD = pd.Series([0.5, 0.5], index=["young", "old"], name="made up")


def table(value: object, name: str = "events", other: str = "population") -> pd.DataFrame:
    column = pd.Series([12, value, 30], dtype="object")
    return pd.DataFrame({"group": ["a", "b", "c"], name: column, other: [100, 200, 300]})


def nullable(value: object) -> pd.DataFrame:
    made = table(value)
    if value is None or value is pd.NA or value != value:
        made["events"] = pd.array([12, None, 30], dtype="Int64")
    return made


def yearly(value: object) -> pd.DataFrame:
    return pd.DataFrame(
        {"group": ["a", "a"], "year": [2023, 2024], "events": pd.Series([5, value], dtype="object"),
         "population": [400, 400]}
    )  # fmt: skip


def summary(value: object) -> object:
    made = table(value, "estimate").rename(columns={"population": "population"})
    return summary_table(made, favorable=False)["note"]


# Each takes one number that may not be there, and gives what depends on it.
ONE_NUMBER: dict[str, Callable[[object], object]] = {
    "crude_rate": lambda v: crude_rate([v], [100])[0],
    "crude_rate of people": lambda v: crude_rate([5], [v])[0],
    "rate_interval": lambda v: rate_interval([v], [100])[1][0],
    "rate_interval by logs": lambda v: rate_interval([v], [100], method="log")[1][0],
    "relative_standard_error": lambda v: relative_standard_error([v])[0],
    "rate_table": lambda v: rate_table(table(v))["rate"][1],
    "rate_table, nullable": lambda v: rate_table(nullable(v))["rate"][1],
    "rate_table of people": lambda v: rate_table(table(v, "population", "events"))["rate"][1],
    "difference_of_rates": lambda v: difference_of_rates(v, 100, 5, 100)[0],
    "ratio_of_rates": lambda v: ratio_of_rates(v, 100, 5, 100)[0],
    "age_standardized_rate": lambda v: age_standardized_rate(
        pd.Series([v, 5], index=STANDARD.index, dtype="object"),
        pd.Series([100, 100], index=STANDARD.index), STANDARD).rate,
    "a weight of a standard": lambda v: age_standardized_rate(
        pd.Series([4, 5], index=STANDARD.index), pd.Series([100, 100], index=STANDARD.index),
        pd.Series([v, 0.5], index=STANDARD.index, name="x", dtype="object")).rate,
    "poisson_interval": lambda v: poisson_interval([v])[1][0],
    "check_counts": lambda v: check_counts([v], "counts")[0],
    "flag_small_numbers": lambda v: flag_small_numbers(table(v), RULE)["flag"][1],
    "flag_small_numbers, nullable": lambda v: flag_small_numbers(nullable(v), RULE)["flag"][1],
    "pool_years": lambda v: pool_years(yearly(v), "group", 2)["events"][0],
    "compare_selection": lambda v: compare_selection(v, 10, 4, 10).rate,
    "impact_ratio": lambda v: impact_ratio(v, 0.5),
    "selection_table": lambda v: selection_table(
        table(v, "selected", "applied"))["impact_ratio"].iloc[1],
    "two_proportion_test": lambda v: two_proportion_test(v, 10, 4, 10),
    "fisher_exact_test": lambda v: fisher_exact_test(v, 10, 4, 10),
    "suppress": lambda v: suppress(pd.DataFrame({"x": pd.Series([v, 20], dtype="object")}), RULE),
    "rate_difference": lambda v: rate_difference(v, 4.0),
    "rate_ratio": lambda v: rate_ratio(v, 4.0),
    "rate_ratio of a reference": lambda v: rate_ratio(4.0, v),
    "gap_table": lambda v: gap_table(
        pd.Series([4.0, v], index=["a", "b"], dtype="object"), "a")["rate_ratio"].iloc[1],
    "all_measures": lambda v: all_measures(groups([[v, 5.0]], [1, 1], favorable=False))["d"][0],
    "percent_of_targeted_change": lambda v: percent_of_targeted_change(1, v, 3),
    "progress": lambda v: progress(v, 2, 3, "higher is better"),
}  # fmt: skip
MISSING = {
    "None": None, "NaN": float("nan"), "NA": pd.NA, "NaT": pd.NaT, "numpy NaN": np.float64("nan"),
}  # fmt: skip


def is_missing(answer: object) -> bool:
    return answer is None or answer is pd.NA or answer == "missing" or answer != answer


@pytest.mark.parametrize("what", MISSING)
@pytest.mark.parametrize("name", ONE_NUMBER)
def test_a_missing_number_gives_a_missing_answer_or_a_sentence(name: str, what: str) -> None:
    try:
        answer = ONE_NUMBER[name](MISSING[what])
    except UserError as error:
        assert error.fix
    else:
        assert is_missing(answer), f"{name} takes {what} for {answer}"


@pytest.mark.parametrize("name", ONE_NUMBER)
@pytest.mark.parametrize("value", ["about 12", -3, math.inf, "12"])
def test_what_is_no_number_of_its_kind_gets_a_sentence(name: str, value: object) -> None:
    signed = (
        "rate_difference",
        "rate_ratio",
        "percent_of_targeted_change",
        "progress",
        "gap_table",
    )
    if name.startswith(signed) and not isinstance(value, str):
        return  # a rate of change may well be below zero
    with pytest.raises(UserError) as caught:
        ONE_NUMBER[name](value)
    assert caught.value.fix


NONSENSE: dict[str, Callable[[], object]] = {
    "a rate for -1 people": lambda: crude_rate([5], [100], per=-1),
    "a rate for no people": lambda: rate_interval([5], [100], per=0),
    "a rate for NaN people": lambda: difference_of_rates(5, 10, 5, 10, per=float("nan")),
    "weights that are negative": lambda: age_standardized_rate(
        pd.Series([1, 9], index=STANDARD.index), pd.Series([10, 10], index=STANDARD.index),
        pd.Series([2.0, -1.0], index=STANDARD.index, name="x")),
    "fewer than no values": lambda: suppress(pd.DataFrame({"x": [3, 20]}), RULE, least_values=-3),
    "no values": lambda: audit(pd.DataFrame([[1, 1], [1, 1]]), least_values=0),
    "a period of no years": lambda: pool_years(yearly(5), "group", 0),
    "a period of half a year": lambda: pool_years(yearly(5), "group", 0.5),
    "a standard error below zero": lambda: progress(
        1, 2, 3, "higher is better", baseline_se=-1, latest_se=0.1),
    "an interval turned around": lambda: standard_error(3, 1),
    "no degrees of freedom": lambda: student_quantile(0),
    "words as an order": lambda: summary_table(
        table(5, "estimate").assign(place=["low", "middle", "high"]), favorable=True,
        order="place"),
    "no draws": lambda: summary_table(table(5, "estimate"), favorable=True, draws=0),
    "a largest value below zero": lambda: groups([[1, 2]], favorable=True, maximum=-5),
    "a rate below nothing": lambda: impact_ratio(-0.1, 0.5),
}  # fmt: skip


@pytest.mark.parametrize("name", NONSENSE)
def test_parameters_that_mean_nothing_are_refused(name: str) -> None:
    with pytest.raises(UserError) as caught:
        NONSENSE[name]()
    assert caught.value.fix


def test_a_pooled_sum_with_a_hidden_year_is_hidden_and_never_the_rest() -> None:
    data = yearly(None).assign(events_hidden=[False, True])
    pooled = pool_years(data, "group", 2)
    assert pooled["events"].isna().all()
    assert pooled["events_hidden"].tolist() == [True]
    assert pooled["population"].tolist() == [800]
    missing = pool_years(yearly(None).assign(events_hidden=[False, False]), "group", 2)
    assert missing["events"].isna().all()
    assert missing["events_hidden"].tolist() == [False]


def test_hidden_and_missing_counts_have_flags_of_their_own() -> None:
    data = pd.DataFrame(
        {"events": pd.array([30, None, None], dtype="Int64"), "population": [900] * 3,
         "events_hidden": [False, True, False]}
    )  # fmt: skip
    flagged = flag_small_numbers(data, RULE)
    assert flagged["flag"].tolist() == ["shown", "hidden", "missing"]
    assert flagged["reason"].tolist() == ["", "hidden in the source", "no count"]


def test_labels_that_come_twice_or_in_levels_are_refused_or_kept_apart() -> None:
    twice = pd.Series([1.0, 2.0], index=["a", "a"])
    levels = pd.Series([1.0, 2.0], index=pd.MultiIndex.from_tuples([("a", 1), ("a", 2)]))
    for rates in (twice, levels):
        with pytest.raises(UserError):
            gap_table(rates, "a")
    with pytest.raises(UserError, match="several levels"):
        suppress(pd.DataFrame({"x": levels}), RULE)
    with pytest.raises(UserError, match="more than once"):
        selection_table(pd.DataFrame({"group": ["a", "a"], "selected": [1, 2], "applied": [5, 5]}))
    index = pd.DataFrame({"events": [5, 6], "population": [100, 200]}, index=[7, 7])
    assert rate_table(index)["rate"].tolist() == [5000.0, 3000.0]
    assert flag_small_numbers(index, RULE)["flag"].tolist() == ["hidden", "hidden"]
    years = yearly(7).set_index(pd.Index([3, 3]))
    assert pool_years(years, "group", 2)["events"].tolist() == [12]


def test_a_value_outside_its_own_interval_says_so() -> None:
    data = pd.DataFrame(
        {"group": list("abcd"), "estimate": [10.0, 10.0, 10.0, 10.1], "population": [1, 1, 1, 1],
         "error": [5.0] * 4}
    )  # fmt: skip
    made = summary_table(data, favorable=False, error="error").set_index("measure")
    inside = (made["lower"] <= made["value"]) & (made["value"] <= made["upper"])
    said = made["note"].str.contains("outside its own interval")
    assert (~inside[made["lower"].notna()]).any()
    assert said[made["lower"].notna()].equals(~inside[made["lower"].notna()])


def test_what_departs_from_the_published_package_says_so() -> None:
    data = table(5.0, "estimate").assign(error=0.5)
    made = summary_table(data, favorable=False, error="error", reference="c").set_index("measure")
    assert "WHO's package takes the best-off group" in made.loc["paf", "note"]
    assert "WHO's package gives other limits" in made.loc["bgv", "note"]
