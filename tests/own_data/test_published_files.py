# mypy: disable-error-code="arg-type"
"""Published budgets and counts, as they are published, need at most two answers; sums are exact."""

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from public_answers import kind_of, needed

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import as_text

FOLDER = Path(__file__).parent / "published"
FILES = sorted(path.name for path in FOLDER.iterdir())
# The column of money, and what tells expenses: by the publisher's own words.
MONEY = {
    "oakland_FY13-14_adopted.csv": ("amount", "account_type", "Expense"),
    "oakland_FY15-16_adopted.csv": ("amount", "account_type", "Expense"),
    "oakland_FY16-17_midcycle.xlsx": ("AMT", "Account Type", "Expense"),
    "sacramento_approved.csv": ("Amount", "ExpenseRevenue", "E"),
    "sacramento_flow_FY13.csv": ("Amount", "ExpenseRevenue", "E"),
    "sacramento_flow_FY19.csv": ("Amount", "ExpenseRevenue", "E"),
}


def raw_rows(path: Path) -> list[dict[str, str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    head, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return [dict(zip(head, map(str, row), strict=True)) for row in rows]


def test_every_file_is_here() -> None:
    assert len(FILES) == 8


@pytest.mark.parametrize("name", FILES)
def test_at_most_two_answers_are_needed(name: str) -> None:
    found = needed(FOLDER / name, kind_of(FOLDER / name))
    print(f"{name}: {len(found.questions)} answers ({', '.join(found.questions)})")
    assert found.result.table is not None, as_text(found.result)
    assert 1 <= len(found.questions) <= 2


@pytest.mark.parametrize("name", MONEY)
def test_the_sum_of_the_expenses_is_exact(name: str) -> None:
    money, side, word = MONEY[name]
    rows = raw_rows(FOLDER / name)
    expected = sum(Decimal(row[money]) for row in rows if row[side] == word)
    table = needed(FOLDER / name, "budget_lines").result.table
    assert table is not None
    assert sum(map(Decimal, map(str, table["amount"]))) == expected
    assert set(table["side"]) == {"expense"}


def test_years_side_by_side_add_up_year_by_year() -> None:
    expected: dict[str, Decimal] = defaultdict(Decimal)
    years = {"FY22 Actual Expense": "FY2022", "FY23 Actual Expense": "FY2023",
             "FY24 Appropriation": "FY2024", "FY25 Budget": "FY2025"}  # fmt: skip
    for row in raw_rows(FOLDER / "boston_operating.csv"):
        for heading, year in years.items():
            if row[heading] != "#Missing":
                expected[year] += round(Decimal(row[heading]), 2)
    table = needed(FOLDER / "boston_operating.csv", "budget_lines").result.table
    assert table is not None
    found = {
        year: sum(map(Decimal, map(str, part)), Decimal(0))
        for year, part in table.groupby("fiscal_year")["amount"]
    }
    assert found == expected


def test_counts_that_a_footnote_hides_are_hidden_and_others_exact() -> None:
    rows = raw_rows(FOLDER / "nchs_provisional_deaths.csv")
    table = needed(FOLDER / "nchs_provisional_deaths.csv", "outcomes").result.table
    assert table is not None
    for measure in ("COVID-19 Deaths", "Total Deaths", "Influenza Deaths"):
        part = table[table["measure"] == measure]
        known = [int(row[measure]) for row in rows if row[measure]]
        hidden = sum(1 for row in rows if not row[measure] and "suppressed" in row["Footnote"])
        assert (int(part["events"].sum()), int(part["events_hidden"].sum())) == (
            sum(known),
            hidden,
        )


def test_revenue_and_expense_are_never_added() -> None:
    name = "sacramento_flow_FY13.csv"
    result = check_file(FOLDER / name, "budget_lines", answers=Answers({}, {"side": "both"}))
    assert result.table is not None
    assert set(result.table["side"]) == {"expense", "revenue"}
    for each in result.sums:
        if each.column == "Amount":
            assert any(label in ("expense", "revenue") for _, label in each.where)


def write(folder: Path, head: list[str], *rows: list[object]) -> Path:
    path = folder / "file.csv"
    pd.DataFrame(rows, columns=head).to_csv(path, index=False)
    return path


def test_places_estimates_keep_their_interval_and_their_way_of_counting(tmp_path: Path) -> None:
    head = ["Year", "StateAbbr", "LocationName", "Category", "Measure", "Data_Value_Unit",
            "Data_Value_Type", "Data_Value", "Low_Confidence_Limit", "High_Confidence_Limit",
            "TotalPopulation", "LocationID", "Short_Question_Text"]  # fmt: skip
    rows: list[list[object]] = [
        [2022, "WA", place, "Health Outcomes", "Current asthma among adults", "%", way, value,
         value - 1, value + 1, 90000, code, "Asthma"]
        for place, code in (("Adams", "53001"), ("Asotin", "53003"))
        for way, value in (("Crude prevalence", 10.1), ("Age-adjusted prevalence", 10.4))
    ]  # fmt: skip
    path = write(tmp_path, head, *rows)
    assert [q.name for q in check_file(path, "outcomes").questions] == ["rates"]
    said = Answers({}, {"rates": "Crude prevalence"})
    table = check_file(path, "outcomes", answers=said).table
    assert table is not None
    assert table["value"].tolist() == [10.1, 10.1]
    assert table["district"].tolist() == ["Adams", "Asotin"]


def test_county_health_rankings_give_one_measure_with_its_counts(tmp_path: Path) -> None:
    head = ["State FIPS Code", "County FIPS Code", "5-digit FIPS Code", "State Abbreviation",
            "Name", "Release Year", "Preterm births raw value", "Preterm births numerator",
            "Preterm births denominator", "Preterm births CI low", "Preterm births CI high",
            "Adult smoking raw value"]  # fmt: skip
    codes = ["statecode", "countycode", "fipscode", "state", "county", "year", "v1_rawvalue",
             "v1_numerator", "v1_denominator", "v1_cilow", "v1_cihigh", "v2_rawvalue"]  # fmt: skip
    rows = [codes, ["53", "001", "53001", "WA", "Adams County", "2024", "0.1", "10", "100", "0.05",
                    "0.15", "0.2"]]  # fmt: skip
    path = write(tmp_path, head, *rows)
    (question,) = check_file(path, "outcomes").questions
    assert [choice.answer for choice in question.choices] == ["Preterm births", "Adult smoking"]
    said = Answers({}, {"measure": "Preterm births"})
    table = check_file(path, "outcomes", answers=said).table
    assert table is not None
    assert table[["events", "denominator", "value"]].to_numpy().tolist() == [[10, 100, 0.1]]


def test_a_census_table_becomes_one_row_a_place_and_label(tmp_path: Path) -> None:
    head = ["GEO_ID", "NAME", "B03002_001E", "B03002_001M", "B03002_003E"]
    labels = ["Geography", "Geographic Area Name", "Estimate!!Total:", "Margin of Error!!Total:",
              "Estimate!!Total:!!Not Hispanic or Latino:!!White alone"]  # fmt: skip
    path = write(tmp_path, head, labels, ["0500000US53001", "Adams County", "20613", "0", "6800"])
    named = path.rename(tmp_path / "ACSDT5Y2022.B03002-Data.csv")
    (question,) = check_file(named, "outcomes").questions
    assert question.choices[0].answer == "2018-2022"  # five years counted together
    table = check_file(named, "outcomes", answers=Answers({}, {"year": "2018-2022"})).table
    assert table is not None
    assert table["value"].tolist() == [20613, 6800]
    assert table["group"].tolist()[1].endswith("White alone")
