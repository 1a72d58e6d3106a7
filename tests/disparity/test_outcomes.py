"""An outcome by group and year: what can be compared, and what a move is worth."""

import math

import pandas as pd
import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.outcomes import NO_ERRORS, decimals_of, outcome, ratio_decimals


def figures(rows: list[tuple[str, int, float]], unit: str = "percent") -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["group", "year", "value"])
    return table.assign(measure="uninsured rate", unit=unit)


UNINSURED = figures(
    [
        ("White", 2010, 10.9),
        ("American Indian or Alaska Native", 2010, 29.2),
        ("White", 2019, 6.3),
        ("American Indian or Alaska Native", 2019, 19.1),
    ]
)


def test_a_year_lists_its_groups_highest_first() -> None:
    rates = outcome(UNINSURED).in_year(2010)
    assert list(rates.index) == ["American Indian or Alaska Native", "White"]


def test_a_year_without_figures_is_named_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"no uninsured rate for 2015\. Choose one of: 2010, 2019"):
        outcome(UNINSURED).in_year(2015)


def test_two_units_cannot_be_compared() -> None:
    mixed = pd.concat([UNINSURED, figures([("White", 2020, 63.0)], unit="people per 1,000")])
    with pytest.raises(UserError, match="column unit holds people per 1,000, percent"):
        outcome(mixed)


def test_two_figures_for_one_group_and_year_are_refused() -> None:
    twice = pd.concat([UNINSURED, figures([("White", 2010, 11.0)])])
    with pytest.raises(UserError, match="two figures for White in 2010"):
        outcome(twice)


def test_a_real_disagreement_of_the_two_gaps_is_said() -> None:
    (told,) = outcome(UNINSURED.assign(standard_error=0.1)).change(2019, "White")
    assert "narrowed from 18.3 to 12.8 percentage points" in told
    assert "widened from 2.7 to 3.0" in told
    assert told.endswith("Report both.")


def test_without_standard_errors_no_move_is_claimed_and_why_is_said() -> None:
    told, why = outcome(UNINSURED).change(2019, "White")
    assert "rate difference 18.3 and 12.8 percentage points; rate ratio 2.7 and 3.0." in told
    assert why == NO_ERRORS


def test_a_move_that_rounding_could_make_is_none_however_sure_the_figures() -> None:
    rates = figures([("A", 2017, 9.4), ("B", 2017, 4.7), ("A", 2022, 9.32), ("B", 2022, 4.52)])
    (told,) = outcome(rates.assign(standard_error=1e-6)).change(2022, "B")
    assert "rate difference 4.7 and 4.8 percentage points (chance or rounding alone" in told
    assert "rate ratio 2.00 and 2.06 (chance or rounding alone" not in told


def test_decimals_are_those_of_the_finest_published_rate() -> None:
    assert decimals_of(pd.Series([10.0, 4.4])) == 1
    assert decimals_of(pd.Series([10.9, 4.52])) == 2


def test_a_ratio_has_no_digit_that_rounding_makes() -> None:
    narrow = pd.Series({"Asian": 6.6, "White": 6.3, "Other": math.nan})
    assert ratio_decimals(narrow, "White") == 1  # 1.03 to 1.06
    assert ratio_decimals(narrow * 10 + 0.1, "White") == 2
    assert ratio_decimals(pd.Series({"a": 9.06, "b": 4.52}), "b") == 2
    assert ratio_decimals(pd.Series({"a": 9.0, "b": 2.0}), "b") == 0  # whole numbers
    assert ratio_decimals(pd.Series({"a": 1.0, "b": 0.0}), "b") == 0
