"""The true figures give the worked answers of the lessons, and each row can be traced."""

from pathlib import Path

import pandas as pd
import pytest

from groundwork.learner import datasets

FOLDER = Path(__file__).parents[2] / "datasets"
TRUE = [name for name in datasets.names(FOLDER) if not datasets.describe(name, FOLDER).invented]


def read(name: str) -> pd.DataFrame:
    return datasets.read(name, FOLDER)


RATE = "infant mortality rate"


def by_group(name: str, period: str, **where: str) -> pd.Series:
    """The values of one period by group."""
    rows = read(name)
    rows = rows[rows["period"] == period]
    for column, value in where.items():
        rows = rows[rows[column] == value]
    assert rows["group"].is_unique
    return rows.set_index("group")["value"]


@pytest.mark.parametrize("name", TRUE)
def test_each_row_names_its_source_its_year_and_how_it_was_checked(name: str) -> None:
    rows = read(name)
    assert (
        rows[["source", "publisher", "where_read", "year", "period", "checked"]]
        .notna()
        .all(axis=None)
    )
    assert rows["year"].between(1978, 2027).all()


@pytest.mark.parametrize("name", [name for name in TRUE if "lower" in read(name)])
def test_limits_hold_their_value_unless_a_note_says_why_not(name: str) -> None:
    rows = read(name)
    outside = (rows["value"] < rows["lower"]) | (rows["value"] > rows["upper"])
    if "note" in rows:
        assert rows.loc[outside, "note"].str.contains("does not hold the printed value").all()
        assert outside.sum() == 2
    else:
        assert not outside.any()


def test_nothing_comes_from_memory() -> None:
    for name in TRUE:
        text = datasets.describe(name, FOLDER).path.read_text(encoding="utf-8")
        assert "memory" not in text
        assert "unverified" not in text


def test_uninsured_gap_narrows_while_its_ratio_widens() -> None:
    native, white = "American Indian or Alaska Native, non-Hispanic", "White, non-Hispanic"
    then, now = by_group("uninsured", "2010"), by_group("uninsured", "2019")
    assert round(then[native] - then[white], 1) == 18.3
    assert round(now[native] - now[white], 1) == 12.8
    assert round(then[native] / then[white], 2) == 2.68
    assert round(now[native] / now[white], 2) == 3.03


def test_infant_mortality_ratio_did_not_move_in_twenty_years() -> None:
    black, white = "Black, non-Hispanic", "White, non-Hispanic"
    old = by_group("infant_mortality_other", "2002", series="older_coding")
    assert (round(old[black] - old[white], 1), round(old[black] / old[white], 2)) == (8.1, 2.40)
    for year, difference, ratio in (("2021", 6.1, 2.39), ("2022", 6.38, 2.41)):
        rates = by_group("infant_mortality", year)
        assert round(rates[black] - rates[white], 2) == difference
        assert round(rates[black] / rates[white], 2) == ratio


def test_rates_with_two_decimals_round_to_those_with_one() -> None:
    fine = by_group("infant_mortality_other", "2021", series="two_decimals", measure=RATE)
    coarse = by_group("infant_mortality", "2021")
    for group in fine.index:
        assert abs(fine[group] - coarse[group]) <= 0.0501, group


def test_infant_mortality_has_every_group_in_every_year() -> None:
    rows = read("infant_mortality")
    assert rows.groupby("group")["year"].apply(list).map(lambda y: y == [*range(2017, 2023)]).all()
    assert rows["group"].nunique() == 7


def test_maternal_deaths_fall_while_the_gap_grows() -> None:
    black, white = "Black, non-Hispanic", "White, non-Hispanic"
    for year, difference, ratio, total in (("2022", 30.5, 2.61, 22.3), ("2023", 35.8, 3.47, 18.6)):
        rates = by_group("maternal_mortality", year, measure="maternal mortality rate")
        assert round(rates[black] - rates[white], 1) == difference
        assert round(rates[black] / rates[white], 2) == ratio
        assert rates["All"] == total


def test_life_expectancy_gap_grows_and_narrows() -> None:
    native, white = "American Indian or Alaska Native, non-Hispanic", "White, non-Hispanic"
    gaps = [
        round(years[white] - years[native], 1)
        for years in (
            by_group("life_expectancy", year, series="final") for year in ("2019", "2021", "2022")
        )
    ]
    assert gaps == [7.0, 11.1, 9.7]


def test_selection_rates_come_from_their_counts() -> None:
    rows = read("selection_rates")
    assert (100 * rows["events"] / rows["out_of"]).round(2).tolist() == rows["value"].tolist()
    calls = rows.set_index("group")["value"]
    ratio = calls["Names employers read as Black"] / calls["Names employers read as White"]
    assert round(ratio, 3) == 0.668
    shares = (1 - rows["events"] / rows["out_of"])[rows["measure"].str.contains("denied")]
    assert round(shares.iloc[0] / shares.iloc[1], 2) == 0.79


def test_standard_errors_give_the_printed_limits() -> None:
    rows = read("homeownership").dropna(subset="standard_error")
    assert len(rows) == 20
    assert ((rows["value"] - 1.96 * rows["standard_error"]).sub(rows["lower"]).abs() < 0.006).all()
    assert ((rows["value"] + 1.96 * rows["standard_error"]).sub(rows["upper"]).abs() < 0.006).all()


def test_redlining_counts_and_ratio() -> None:
    tracts = by_group("redlining", "2010 census tracts")
    assert tracts.tolist() == [64, 241, 719, 407]
    assert tracts.sum() == 1431
    visits = by_group("redlining", "2011-2013")
    assert round(visits["HOLC grade D"] / visits["HOLC grade A"], 1) == 2.4
    adjusted = read("redlining").query("unit == 'times'").iloc[0]
    assert adjusted[["value", "lower", "upper"]].tolist() == [1.39, 1.21, 1.57]


def test_the_second_redlining_study_finds_one_difference_of_three_after_weighting() -> None:
    rows = read("redlining_studies").query("study == 'Wei 2024' and adjusted_for != 'region only'")
    higher = rows[rows["finding"] == "higher in the lower grade"]
    assert set(higher["comparison"]) == {"C against B"}
    assert len(rows) == 9
    assert len(higher) == 3


def test_the_california_and_county_budgets_add_up() -> None:
    money = read("need_weighted_allocation").set_index(["measure", "group"])["value"]
    weights = money.loc["Weight on the remainder after base"]
    assert weights.sum() == 100
    county = read("budget_examples").query("place.str.startswith('Orange')")
    value = county.set_index("measure")["value"]
    assert (
        value["Proposed total expenditure budget"] - value["Proposed total revenue budget"]
        == value["County General Fund request"]
        == 7_641_686
    )


def test_north_carolina_totals_and_small_counts() -> None:
    rows = read("north_carolina_sids")
    totals = rows.groupby("period")[["births", "sids_deaths", "nonwhite_births"]].sum()
    assert totals.loc["1974-78"].tolist() == [329_962, 667, 105_081]  # type: ignore[operator]
    assert totals.loc["1979-84"].tolist() == [422_392, 836, 135_281]  # type: ignore[operator]
    assert rows.groupby("period")["county"].nunique().tolist() == [100, 100]
    deaths = rows[rows["period"] == "1974-78"]["sids_deaths"]
    assert ((deaths == 0).sum(), deaths.between(1, 9).sum(), (deaths < 20).sum()) == (13, 64, 95)
    assert (deaths < 12).sum() == 83
    anson = rows.query("county == 'Anson' and period == '1974-78'").iloc[0]
    assert (anson["sids_deaths"], anson["births"]) == (15, 1570)


def test_north_carolina_says_that_it_holds_no_deaths_by_race() -> None:
    assert any(
        "no deaths by race" in limit
        for limit in datasets.describe("north_carolina_sids", FOLDER).limits
    )
