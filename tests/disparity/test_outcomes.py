"""An outcome by group and year: what can be compared, and what a move is worth."""

import pandas as pd
import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.outcomes import decimals_of, outcome


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
    (told,) = outcome(UNINSURED).change(2019, "White")
    assert told.startswith("The two gaps disagree.")
    assert "narrowed from 18.3 to 12.8" in told
    assert "widened from 2.68 to 3.03" in told


def test_a_move_that_rounding_could_make_is_about_the_same() -> None:
    rates = figures([("A", 2017, 9.4), ("B", 2017, 4.7), ("A", 2022, 9.25), ("B", 2022, 4.52)])
    (told,) = outcome(rates).change(2022, "B")
    assert "rate difference stayed about the same (4.7 and 4.7 percent)" in told or (
        "rate difference did not change" in told
    )
    assert "rate ratio stayed about the same (2.00 and 2.05)" in told


def test_decimals_are_those_of_the_finest_published_rate() -> None:
    assert decimals_of(pd.Series([10.0, 4.4])) == 1
    assert decimals_of(pd.Series([10.9, 4.52])) == 2
