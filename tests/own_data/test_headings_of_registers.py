"""A register is read by the headings that departments publish, with the years that they name."""

from typing import Any

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

CONTRACT = contract_of("metrics_register")
BESIDE = ("id", "name", "consequence")


def look(head: list[str], *rows: list[object], **said: str) -> Result:
    sheet: list[Any] = [list(head), *rows]
    return check(Sheet("register.csv", sheet), CONTRACT, answers=Answers({}, said))


def read(heading: str, cell: object) -> dict[str, Any]:
    """Return what one column beside the name of a measure and what follows is read as."""
    head = ["Measure", "If off track", heading]
    result = look(head, ["Visits", "then", cell], ["Calls", "then", cell])
    assert result.table is not None, as_text(result)
    (row, _) = result.table.to_dict("records")
    return {str(name): value for name, value in row.items() if name not in BESIDE}


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Baseline FY24", {"baseline_value": 54, "baseline_year": 2024}),
        ("2024 baseline", {"baseline_value": 54, "baseline_year": 2024}),
        ("Baseline (2019)", {"baseline_value": 54, "baseline_year": 2019}),
        ("Baseline Value, CY2023", {"baseline_value": 54, "baseline_year": 2023}),
        ("Baseline 2023-24", {"baseline_value": 54, "baseline_year": 2024}),
        ("Baseline 2018-2022", {"baseline_value": 54}),
        ("Starting point", {"baseline_value": 54}),
        ("Current FY26", {"latest_value": 54, "latest_year": 2026}),
        ("FY26 actual", {"latest_value": 54, "latest_year": 2026}),
        ("FY26", {"latest_value": 54, "latest_year": 2026}),
        ("2025", {"latest_value": 54, "latest_year": 2025}),
        ("FY 2025-26", {"latest_value": 54, "latest_year": 2026}),
        ("2028 Goal", {"target_value": 54, "target_year": 2028}),
        ("FY 2025 YTD", {"latest_value": 54, "latest_year": 2025}),
        ("Most recent data (2023)", {"latest_value": 54, "latest_year": 2023}),
        ("Current Actual Value", {"latest_value": 54}),
        ("Current rate", {"latest_value": 54}),
        ("Goal", {"target_value": 54}),
        ("Target by 2030", {"target_value": 54, "target_year": 2030}),
        ("FY27 Target", {"target_value": 54, "target_year": 2027}),
        ("2029 goal", {"target_value": 54, "target_year": 2029}),
    ],
)
def test_a_value_is_read_with_the_year_of_its_heading(
    heading: str, fields: dict[str, float]
) -> None:
    assert read(heading, "54") == fields


@pytest.mark.parametrize(
    ("heading", "field", "cell"),
    [
        ("Goal year", "target_year", "2029"),
        ("Lead", "owner", "Nurse Manager"),
        ("Lead Partner", "owner", "Harbor Health Alliance"),
        ("Responsible Party", "owner", "Nurse Manager"),
        ("Accountable", "owner", "Nurse Manager"),
        ("Source", "data_source", "State registry"),
        ("Data System", "data_source", "State registry"),
        ("Unit of Measure", "unit", "percent"),
        ("Out of", "denominator", "All who asked"),
        ("Review frequency", "frequency", "quarterly"),
        ("Update Frequency", "data_frequency", "quarterly"),
        ("How often", "frequency", "quarterly"),
        ("Which way is better", "direction", "higher is better"),
        ("Backup", "deputy", "Home Visiting Supervisor"),
        ("Priority Population", "focus_group", "East district"),
    ],
)
def test_a_field_is_read_by_the_words_of_a_department(heading: str, field: str, cell: str) -> None:
    found = read(heading, cell)
    assert {name: str(value) for name, value in found.items()} == {field: cell}


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Goal", "Healthy births"),
        ("Current status", "On track"),
        ("Status", "On track"),
        ("Actual hours FY26", "12"),
        ("Goal number", "3"),
        ("HP2030 target", "80"),
        ("FY26", "On track"),
    ],
)
def test_what_means_something_else_is_left_aside(heading: str, cell: str) -> None:
    assert read(heading, cell) == {}


def test_a_column_of_years_goes_before_the_year_of_a_heading() -> None:
    result = look(["Measure", "Baseline FY24", "Baseline year"], ["Visits", "54", "2023"])
    assert result.table is not None
    assert result.table["baseline_year"].tolist() == [2023]


def test_which_of_several_years_is_meant_is_asked() -> None:
    head = ["Measure", "FY24 Actual", "FY25 Actual", "FY26 Target"]
    row: list[object] = ["Visits", "54", "61", "70"]
    (asked,) = look(head, row).questions
    assert asked.name == "latest_value"
    table = look(head, row, latest_value="FY25 Actual").table
    assert table is not None
    assert table[["latest_value", "latest_year"]].iloc[0].tolist() == [61, 2025]
    assert table[["target_value", "target_year"]].iloc[0].tolist() == [70, 2026]
    none = look(head, row, latest_value="nothing").table
    assert none is not None and "latest_value" not in none


def test_of_two_columns_of_owners_the_first_kind_of_heading_wins() -> None:
    head = ["Measure", "Lead agency", "Lead"]
    table = look(head, ["Visits", "Harbor Health Alliance", "Nurse Manager"]).table
    assert table is not None
    assert table["owner"].tolist() == ["Nurse Manager"]


def test_nothing_is_called_not_in_the_file_that_a_column_may_hold() -> None:
    told = as_text(look(["Measure", "Unit", "Chief"], ["Visits", "count", "Manager"]))
    assert "Not in the file" not in told
    assert "No column was read as these" in told


@pytest.mark.parametrize("written", ["2028", "FY2028", "FY 28", "fy28", "SFY 2028"])
def test_a_fiscal_year_in_a_column_of_years_is_its_digits(written: str) -> None:
    assert read("Goal year", written) == {"target_year": 2028}


@pytest.mark.parametrize("unit", ["percent", "%", ""])
def test_a_percent_sign_is_taken_off_and_says_the_unit(unit: str) -> None:
    head = ["Measure", "Unit", "Baseline FY24", "Goal"]
    table = look(head, ["Visits", unit, "52%", "70%"], ["Doors", "count", "3", "5"]).table
    assert table is not None
    assert table["baseline_value"].tolist() == [52, 3]
    assert table["target_value"].tolist() == [70, 5]
    assert table["unit"].tolist() == [unit or "percent", "count"]


def test_a_percent_sign_says_the_unit_of_a_register_that_has_none() -> None:
    table = look(["Measure", "Lead", "Goal"], ["Visits", "Nurse", "70%"], ["Doors", "", "5"]).table
    assert table is not None
    assert table["unit"].fillna("").tolist() == ["percent", ""]


def test_a_percent_sign_beside_another_unit_is_told_with_its_row() -> None:
    (problem,) = look(["Measure", "Unit", "Goal"], ["Visits", "days", "70%"]).problems
    assert "row 2" in str(problem) and 'the unit is "days"' in str(problem)


@pytest.mark.parametrize(
    "heading", ["Action if off target", "If off target", "If not met", "What happens if off track"]
)
def test_what_follows_is_read_by_the_words_of_a_department(heading: str) -> None:
    table = look(["Measure", heading], ["Visits", "If under 60, then a second clinic"]).table
    assert table is not None
    assert table["consequence"].tolist() == ["If under 60, then a second clinic"]


def test_which_of_several_bare_years_is_the_latest_is_asked() -> None:
    head = ["Measure", "FY24 Baseline", "FY25", "FY26", "2028 Goal"]
    row: list[object] = ["Visits", "54", "60", "61", "70"]
    (asked,) = look(head, row).questions
    assert asked.name == "latest_value"
    table = look(head, row, latest_value="FY26").table
    assert table is not None
    assert table[["latest_value", "latest_year"]].iloc[0].tolist() == [61, 2026]
    assert table[["baseline_year", "target_year"]].iloc[0].tolist() == [2024, 2028]
