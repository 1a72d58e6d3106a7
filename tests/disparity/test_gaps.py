"""The rate difference, the rate ratio, and what is said when they disagree."""

import pandas as pd
import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.gaps import (
    disagreement,
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


def test_gaps_that_move_apart_are_told() -> None:
    told = disagreement(
        UNINSURED_2010, UNINSURED_2019, "AIAN", "White", (2010, 2019), "percentage points"
    )
    assert told == (
        "The two gaps disagree. Between 2010 and 2019, AIAN compared with White: the rate "
        "difference narrowed from 18.3 to 12.8 percentage points, but the rate ratio widened "
        "from 2.68 to 3.03. Report both."
    )
    assert gaps_disagree(UNINSURED_2010, UNINSURED_2019, "AIAN", "White")
    assert gaps_disagree(UNINSURED_2010, UNINSURED_2019, "Hispanic", "White")


def test_gaps_that_move_together_are_told_without_alarm() -> None:
    told = disagreement(UNINSURED_2010, UNINSURED_2019, "Black", "White", (2010, 2019))
    assert "disagree" not in told
    assert told.endswith("narrowed from 7.3 to 3.8 and the rate ratio narrowed from 1.67 to 1.60.")
    assert not gaps_disagree(UNINSURED_2010, UNINSURED_2019, "Black", "White")


def test_a_gap_below_the_reference_is_measured_from_no_gap() -> None:
    """Life expectancy: more is better, so a wider gap is a more negative difference."""
    before, after = pd.Series({"a": 71.8, "b": 78.8}), pd.Series({"a": 65.6, "b": 76.7})
    told = disagreement(before, after, "a", "b", (2019, 2021), "years")
    assert "rate difference widened from -7.0 to -11.1 years" in told
    assert "rate ratio widened from 0.91 to 0.86" in told


def test_a_gap_that_does_not_move_is_told() -> None:
    told = disagreement(UNINSURED_2010, UNINSURED_2010, "Black", "White")
    assert "did not change (7.3)" in told
