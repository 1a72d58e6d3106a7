# mypy: disable-error-code="operator"
"""The rate difference, the rate ratio, and when a step of theirs is told as a move."""

import math

import pandas as pd
import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.gaps import (
    Year,
    change_in_words,
    gap_table,
    gaps_disagree,
    rate_difference,
    rate_ratio,
)

# Percent uninsured, American Community Survey, Economic Policy Institute from Census HIC-9_ACS.
UNINSURED_2010 = pd.Series({"White": 10.9, "Black": 18.2, "Hispanic": 30.9, "AIAN": 29.2})
UNINSURED_2019 = pd.Series({"White": 6.3, "Black": 10.1, "Hispanic": 18.7, "AIAN": 19.1})


def test_the_table_gives_the_published_uninsured_gaps() -> None:
    first = gap_table(UNINSURED_2010, "White").round(2)
    last = gap_table(UNINSURED_2019, "White").round(2)
    assert list(first.columns) == ["rate", "rate_difference", "rate_ratio"]
    assert first.index.name == "group"
    assert first.loc["AIAN"].tolist() == [29.2, 18.3, 2.68]
    assert last.loc["AIAN"].tolist() == [19.1, 12.8, 3.03]
    assert first.loc["Hispanic"].tolist() == [30.9, 20.0, 2.83]
    assert last.loc["Hispanic"].tolist() == [18.7, 12.4, 2.97]
    assert first.loc["Black"].tolist() == [18.2, 7.3, 1.67]
    assert last.loc["Black"].tolist() == [10.1, 3.8, 1.60]
    assert first.loc["White"].tolist() == [10.9, 0.0, 1.0]


@pytest.mark.parametrize(
    ("rate", "reference", "difference", "ratio"),
    [
        (13.9, 5.8, 8.1, 2.40),  # infant mortality 2002, Black and White
        (10.5, 4.4, 6.1, 2.39),  # 2021
        (10.90, 4.52, 6.38, 2.41),  # 2022
        (49.5, 19.0, 30.5, 2.61),  # maternal mortality 2022
        (50.3, 14.5, 35.8, 3.47),  # 2023
        (80.9, 93.7, -12.8, 0.86),  # percent insured: the same people as the next row
        (19.1, 6.3, 12.8, 3.03),  # percent uninsured
    ],
)
def test_published_rates_give_the_known_gaps(
    rate: float, reference: float, difference: float, ratio: float
) -> None:
    assert round(rate_difference(rate, reference), 2) == difference
    assert round(rate_ratio(rate, reference), 2) == ratio


def test_a_missing_rate_stays_missing() -> None:
    table = gap_table(pd.Series({"a": 2.0, "b": None}), "a")
    assert table.loc["b"].isna().all()


def test_a_reference_that_cannot_serve_is_refused_with_the_choices() -> None:
    with pytest.raises(UserError, match=r"no group 'Whit'.*White, Black"):
        gap_table(UNINSURED_2010, "Whit")
    with pytest.raises(UserError, match="'a' is zero"):
        gap_table(pd.Series({"a": 0.0, "b": 1.0}), "a")
    with pytest.raises(UserError, match="'a' is missing"):
        gap_table(pd.Series({"a": None, "b": 1.0}), "a")
    with pytest.raises(UserError, match="'a' appears more than once"):
        gap_table(pd.Series([1.0, 2.0], index=["a", "a"]), "a")
    with pytest.raises(UserError, match="reference rate is zero"):
        rate_ratio(3.0, 0.0)


def sure(rates: pd.Series, error: float = 0.05) -> Year:
    """The rates of one year with the same small standard error for every group."""
    return Year(rates, pd.Series(error, rates.index), rounding=0.05)


PERCENT = "percent of people"


def test_gaps_that_move_apart_beyond_chance_and_rounding_are_told() -> None:
    then, now = sure(UNINSURED_2010), sure(UNINSURED_2019)
    told = change_in_words(then, now, "AIAN", "White", (2010, 2019), PERCENT)
    assert told == (
        "AIAN compared with White, 2010 and 2019: rate difference narrowed from 18.3 to 12.8 "
        "percentage points; rate ratio widened from 2.68 to 3.03 (1 is no gap). Report both."
    )
    assert gaps_disagree(then, now, "AIAN", "White")
    assert gaps_disagree(then, now, "Hispanic", "White")


def test_gaps_that_move_together_are_told_without_alarm() -> None:
    then, now = sure(UNINSURED_2010), sure(UNINSURED_2019)
    told = change_in_words(then, now, "Black", "White", (2010, 2019), PERCENT)
    assert "rate difference narrowed from 7.3 to 3.8 percentage points" in told
    assert not told.endswith("Report both.")
    assert not gaps_disagree(then, now, "Black", "White")


def test_without_standard_errors_both_years_are_told_and_no_move() -> None:
    then, now = Year(UNINSURED_2010, rounding=0.05), Year(UNINSURED_2019, rounding=0.05)
    told = change_in_words(then, now, "AIAN", "White", (2010, 2019), PERCENT)
    assert told == (
        "AIAN compared with White, 2010 and 2019: rate difference 18.3 and 12.8 percentage "
        "points; rate ratio 2.68 and 3.03."
    )
    assert not gaps_disagree(then, now, "AIAN", "White")


@pytest.mark.parametrize(
    ("error", "moved"),
    [
        (0.10, True),  # 0.7 apart; the limit is 0.2 for rounding + 1.96 * 2 * 0.1 = 0.592
        (0.15, False),  # 0.2 + 1.96 * 2 * 0.15 = 0.788
    ],
)
def test_a_move_is_more_than_rounding_and_chance_together(error: float, moved: bool) -> None:
    before, after = pd.Series({"a": 20.0, "b": 10.0}), pd.Series({"a": 20.7, "b": 10.0})
    told = change_in_words(sure(before, error), sure(after, error), "a", "b")
    assert ("rate difference widened from 10.0 to 10.7" in told) == moved
    assert ("chance or rounding alone could make that step" in told.split(";")[0]) != moved


def test_the_test_of_a_move_is_the_one_of_two_independent_estimates() -> None:
    """Homeownership 1994 and 1998, Black and White: 27.7 and 27.0, standard error 0.45."""
    then = Year(pd.Series({"b": 42.3, "w": 70.0}), pd.Series({"b": 0.3, "w": 0.1}))
    now = Year(pd.Series({"b": 45.6, "w": 72.6}), pd.Series({"b": 0.3, "w": 0.1}))
    assert 0.7 / (2 * (0.3**2 + 0.1**2)) ** 0.5 < 1.96
    difference, ratio = change_in_words(then, now, "b", "w").split(";")
    assert "−27.7 and −27.0 (chance or rounding alone" in difference
    step = math.log(45.6 / 72.6) - math.log(42.3 / 70.0)
    error = sum((e / x) ** 2 for e, x in ((0.3, 42.3), (0.1, 70.0), (0.3, 45.6), (0.1, 72.6)))
    assert step / error**0.5 > 1.96
    assert "narrowed from 0.60 to 0.63" in ratio


def test_years_of_life_have_a_difference_and_neither_rate_nor_ratio() -> None:
    """More is better, so a wider gap is a more negative difference."""
    before, after = pd.Series({"a": 71.8, "b": 78.8}), pd.Series({"a": 65.6, "b": 76.7})
    told = change_in_words(sure(before), sure(after), "a", "b", (2019, 2021), "years")
    assert told == (
        "a compared with b, 2019 and 2021: difference widened from −7.0 to −11.1 years."
    )
