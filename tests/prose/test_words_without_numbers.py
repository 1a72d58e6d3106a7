# mypy: disable-error-code="index"
"""What lessons and the exercise say of data in words alone is so, and their steps are the course's.

A figure is checked where it is filled in. Here are the claims that have none to fill in: who has
more, which position it is, which meeting. A claim that stops being true fails with its place.
"""

import re
from pathlib import Path

import pandas as pd
import pytest

from groundwork.learner import datasets
from groundwork.subject.readiness_statements import LEVELS, STATEMENTS

ROOT = Path(__file__).parents[2]
START = ROOT / "modules/00_start_here.md"
CAUSES = ROOT / "modules/01_root_causes.md"
EXERCISE = ROOT / "exercises/01_root_causes/01_root_causes.md"


def read(name: str) -> pd.DataFrame:
    return datasets.read(name, ROOT / "datasets")


def riverbend(name: str) -> pd.DataFrame:
    return read(f"riverbend_invented_{name}")


def says(text: Path, words: str) -> None:
    """Hold that a claim still stands in its text; one that is gone takes its check along."""
    flat = " ".join(re.sub(r"\{\{[^}]*\}\}", "▢", text.read_text(encoding="utf-8")).split())
    assert words in flat, f"{text.name} no longer says {words!r}: mend the check below"


def test_fewer_are_confident_of_each_idea_than_are_aware_of_it() -> None:
    says(START, "For each idea, fewer people are confident to address it than are aware of it.")
    rows = read("workforce_confidence").query("group == 'All'").set_index("measure")["value"]
    ideas = [name.removeprefix("aware of ") for name in rows.index if name.startswith("aware of ")]
    assert len(ideas) == 3
    for idea in ideas:
        assert rows[f"confident to address {idea}"] < rows[f"aware of {idea}"]


def test_the_group_called_most_confident_is() -> None:
    says(START, "Of the racial groups in the report, Black or African American staff were the most")
    rows = read("workforce_confidence").query("measure == 'confident to address health equity'")
    others = rows[~rows["group"].isin(["All", "Staff with a public health degree"])]
    most = others.loc[others["value"].idxmax(), "group"]
    assert most == "Black or African American staff"


def test_two_printed_intervals_do_not_hold_their_figure_and_one_of_them_the_chart_needs() -> None:
    says(START, "Two of its printed intervals do not hold their own figure. The one that this")
    rows = read("workforce_confidence").dropna(subset=["value", "lower"])
    odd = rows[~rows["value"].between(rows["lower"], rows["upper"])]
    assert len(odd) == 2
    assert (odd["group"] == "All").sum() == 1


@pytest.mark.parametrize("statement", ["roles_1", "accountability_2"])
def test_the_steps_of_a_statement_are_those_that_the_profile_shows(statement: str) -> None:
    for level, step in zip(LEVELS, STATEMENTS[statement].steps, strict=True):
        says(START, f"| {{{level.number}}} {level.name} | {step} |")
    says(START, f"> {STATEMENTS[statement].text}")


def test_there_are_as_many_statements_as_the_lesson_says() -> None:
    says(START, f"There are {{{len(STATEMENTS)}}} statements")


def test_the_positions_of_the_worked_example_are_what_it_says_of_them() -> None:
    says(START, "The Equity Officer's job is equity work.")
    says(START, "The job description of the Partnerships Manager names equity work too.")
    positions = riverbend("positions").set_index("title")
    assert positions.loc["Equity Officer", "role_in_equity"] == "whole job"
    written = "written in the job description"
    assert positions.loc["Partnerships Manager", "role_in_equity"] == written
    says(START, 'a federal grant that the budget labels "ongoing"')
    lines = riverbend("budget_lines").query("fiscal_year == 'FY2026'").set_index("fund")
    fund = positions.loc["Equity Officer", "fund"]
    assert lines.loc[fund, "recurrence"].eq("ongoing").all()
    assert lines.loc[fund, "fund_label"].str.startswith("Federal").all()
    assert lines.loc[positions.loc["Partnerships Manager", "fund"], "ends"].isna().all()


def test_the_office_and_its_advisers_are_as_the_lesson_tells_them() -> None:
    says(START, "full-time positions. ▢ are vacant: the Tribal Liaison and the Language Access")
    office = riverbend("positions").query("unit == 'Health Equity Office'")
    # Two half positions are one person's full-time position, paid by two funds.
    assert office["position_id"].nunique() == office["fte"].sum()
    vacant = office[office["filled"].eq("no")]["title"].to_list()
    assert vacant == ["Tribal Liaison", "Language Access Coordinator"]
    says(START, "Advisers get four rates")
    paid = riverbend("partner_payments").query("fiscal_year == 'FY2026' and kind == 'stipend'")
    assert paid["purpose"].nunique() == 4
    funds = paid.groupby("purpose")["fund"].unique()
    assert list(funds["Resident panels"]) == ["F330"]
    assert list(funds["Birth equity advisers"]) == ["F410"]
    advisers = paid.query("purpose == 'Community advisers, gift cards'")
    says(START, "two community advisers ▢ an hour, in gift cards")
    assert set(advisers["people"]) == {2}


def test_the_register_says_what_the_lesson_tells_of_it() -> None:
    cards = riverbend("metrics_register")
    says(START, "such as the Finance Manager")
    assert "Finance Manager" in set(cards["owner"])
    says(START, "The Health Equity Committee meets over lunch")
    committee = cards[cards["owner"].eq("Health Equity Committee")]
    assert committee["authority"].isna().all()
    assert committee["review_forum"].str.contains("over lunch").all()
    says(START, "The register of measures mentions a stipend rule.")
    assert cards["community_paid"].eq("yes, by the stipend rule").any()


def test_the_chain_of_the_invented_county_fits_its_files() -> None:
    says(CAUSES, "Black mothers are born before {37 weeks} more often than babies of White mothers")
    births = riverbend("outcomes").query("measure == 'births before 37 weeks'")
    sums = births.groupby("group")[["events", "denominator"]].sum()
    early = sums["events"] / sums["denominator"]
    assert early["Black, non-Hispanic"] > early["White, non-Hispanic"]
    says(CAUSES, "the east side (Mill Flats and Old Harbor), where most Black mothers")
    black = births[births["group"].eq("Black, non-Hispanic")]
    districts = black.groupby("district")["denominator"].sum()
    assert districts[["Mill Flats", "Old Harbor"]].sum() > 0.5 * districts.sum()


def test_the_table_of_districts_is_that_of_the_files_and_its_first_row_has_most() -> None:
    says(EXERCISE, "the district with most poverty has most visits")
    people = riverbend("population").groupby("district")[["people", "people_in_poverty"]].sum()
    poor = people["people_in_poverty"] / people["people"]
    visits = riverbend("outcomes").query("fiscal_year == 'FY2026'")
    visits = visits[visits["measure"].str.startswith("emergency visits for asthma")]
    quarters = visits.groupby(["district", "quarter"])[["events", "denominator"]].sum()
    year = quarters.groupby("district").agg({"events": "sum", "denominator": "mean"})
    rate = year["events"] / year["denominator"]  # of the same children in each quarter
    assert poor.idxmax() == rate.idxmax() == "Mill Flats"
    for district in rate.index:
        row = (f"{{{value:.1f}}}" for value in (poor[district] * 100, rate[district] * 10_000))
        says(EXERCISE, f"| {district} | {' | '.join(row)} |")
    says(EXERCISE, f"[{rate['Mill Flats'] / rate['Ridgeview']:.2f} times] times")
