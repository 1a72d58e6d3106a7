# mypy: disable-error-code="arg-type, operator"
"""A number is there, hidden or missing, and the words beside it say which.

That no function takes one for another is tried of all of them, over one list of calls, in
`test_no_function_takes_a_missing_number_for_zero`. Here stands what only some functions can say.
"""

from collections.abc import Callable

import pandas as pd
import pytest

from groundwork.subject.disparity.summary import summary_table
from groundwork.subject.errors import UserError
from groundwork.subject.gaps import gap_table
from groundwork.subject.metrics.interval import interval_of_change
from groundwork.subject.rates import (
    age_standardized_rate,
    difference_of_rates,
    rate_table,
)
from groundwork.subject.selection import (
    selection_table,
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


def yearly(value: object) -> pd.DataFrame:
    return pd.DataFrame(
        {"group": ["a", "a"], "year": [2023, 2024], "events": pd.Series([5, value], dtype="object"),
         "population": [400, 400]}
    )  # fmt: skip


NONSENSE: dict[str, Callable[[], object]] = {
    "a rate for NaN people": lambda: difference_of_rates(5, 10, 5, 10, per=float("nan")),
    "weights that are negative": lambda: age_standardized_rate(
        pd.Series([1, 9], index=STANDARD.index), pd.Series([10, 10], index=STANDARD.index),
        pd.Series([2.0, -1.0], index=STANDARD.index, name="x")),
    "a period of half a year": lambda: pool_years(yearly(5), "group", 0.5),
    "an interval turned around": lambda: interval_of_change(2, (3, 1), 2, (1, 3)),
    "words as an order": lambda: summary_table(
        table(5, "estimate").assign(place=["low", "middle", "high"]), favorable=True,
        order="place"),
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
