"""The workbooks of the baseline and of the request: the course's cents, whatever row is added."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from papers import full_request
from papers.budget_rows import HORIZON, ITEMS, RECORDS, YEAR, YEARS, line
from papers.recalculating import Office, differences, numbers, stored

from groundwork.learner.papers import (
    allocation_book,
    baseline_book,
    budget_baseline,
    budget_request,
    excel,
    request_book,
)
from groundwork.learner.papers import text as plain
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.cliff import fiscal_cliff
from groundwork.subject.budget.money import to_cents
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.request import request_item, request_options
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.budget.sharing import Place, Weights, share

pytestmark = pytest.mark.lesson("06_budget_baseline")


@pytest.fixture
def table() -> pd.DataFrame:
    return table_of(RECORDS, YEAR)


def cents(value: Any) -> int:
    return to_cents(round(float(value), 2))


def test_each_sheet_prints_one_landscape_page_wide_with_its_heading_on_each(
    table: pd.DataFrame,
) -> None:
    places, weights = [Place("North", 62_080, 5_127)], Weights(300_000, 50, 10_000)
    books = (
        baseline_book.workbook(table, YEAR, 7, ""),
        request_book.workbook(full_request.items(8), full_request.YEARS, ""),
        allocation_book.workbook({}, places, weights, share(places, weights)),
    )
    for book in books:
        opened = openpyxl.load_workbook(io.BytesIO(excel.write(book)))
        for sheet in opened.worksheets:
            if sheet.sheet_state == "hidden":
                continue
            assert sheet.page_setup.fitToWidth in (None, 1)  # 1 where a file does not say
            assert sheet.page_setup.fitToHeight == 0
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.page_setup.orientation == "landscape"
            assert sheet.print_title_rows


def test_the_workbook_sets_what_is_asked_for_beside_the_line_that_it_takes_over(
    office: Office, tmp_path: Path
) -> None:
    book = request_book.workbook(full_request.items(3), full_request.YEARS, "")
    for sheet in (stored(book)["Request"], office.recalculated(book, tmp_path)["Request"]):
        rows = [[sheet[f"{letter}{row}"].value for letter in "LMN"] for row in (6, 7, 8)]
        assert rows[0][1:] == [79_875.5, 30_000] and rows[1][2] == 0
        assert rows[2][0] == "none" and not rows[2][2]


OLD = line("Outreach", 78_497, ends="2025-06-30", fte=1.0)


def test_the_workbooks_formulas_give_the_cents_of_the_course(
    office: Office, table: pd.DataFrame, tmp_path: Path
) -> None:
    book = baseline_book.workbook(table, YEAR, 7, "")
    found = numbers(office.recalculated(book, tmp_path)["Baseline"])
    right = baseline(table, HORIZON).loc[YEAR].to_dict()
    for name, front in (("Strict baseline", "strict_"), ("Broad baseline", "broad_")):
        for column in ("Direct", "Embedded"):
            assert cents(found[name, column]) == right[f"{front}{column.lower()}_cents"], name
        assert cents(found[name, "Equity work"]) == right[f"{front}cents"]
        share = found[name, "Share of equity work"]
        assert share == pytest.approx(right[f"{front}share"], abs=1e-12)
    assert cents(found["All lines of this year", "Equity work"]) == right["equity_cents"]


def test_values_beside_the_formulas_are_those_that_are_computed(
    office: Office, table: pd.DataFrame, tmp_path: Path
) -> None:
    books = [baseline_book.workbook(table, YEAR, 7, ""), request_book.workbook(ITEMS, YEARS, "")]
    for book in books:
        assert differences(stored(book), office.recalculated(book, tmp_path)) == []


def test_no_cell_of_a_person_becomes_a_formula(table: pd.DataFrame) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(excel.write(baseline_book.workbook(table, YEAR, 7, "")))
    )
    typed = [row[0] for row in book["Lines"].iter_rows(min_row=6)]
    assert "=HYPERLINK(1)" in [cell.value for cell in typed]
    assert all(cell.data_type == "s" for cell in typed if cell.value is not None)


def test_empty_workbooks_open() -> None:
    for book in (
        baseline_book.workbook(table_of([], YEAR), YEAR, 7, "invented"),
        request_book.workbook([], YEARS, "invented"),
    ):
        assert stored(book).sheetnames


def test_a_raise_of_its_own_for_contracts_is_in_memo_and_workbook_alike(
    office: Office, tmp_path: Path
) -> None:
    apart = RequestYears("FY2027", "FY2026", "4", "2.5")
    items = [
        request_item("Coordinator", 101_840, 1, "panels end", positions=1, is_staff=True),
        request_item("Interpretation", 37_960.35, stops="calls end", is_staff=False),
    ]
    words = plain.write(budget_request.paper(items, {}, apart, raise_asked=True))
    assert "escalation of pay and benefits is 4 % a year" in words
    assert "of services, contracts and purchases 2.5 %" in words
    book = request_book.workbook(items, apart, "")
    theirs = office.recalculated(book, tmp_path)
    assert differences(stored(book), theirs) == []
    found = numbers(theirs["Request"], head=5)
    for item in items:
        for number in (1, 2, 3):
            assert cents(found[item.name, apart.name(number)]) == item.year(number, apart)


def test_a_line_that_ended_before_the_year_is_pointed_at_and_not_counted(
    office: Office, tmp_path: Path
) -> None:
    rows = [*RECORDS, OLD]
    both, without = table_of(rows, YEAR), table_of(RECORDS, YEAR)
    said = "1 line has a last day before FY2026 and is not counted: Outreach."
    assert budget_baseline.summary(both, YEAR, 3) == (
        f"{budget_baseline.summary(without, YEAR, 3)} {said}"
    )
    words = plain.write(budget_baseline.paper(both, rows, YEAR))
    assert "Outreach: its last day lies before FY2026. Was it renewed, or is it gone?" in words
    assert "Lines whose money ended before FY2026" in words
    found = numbers(
        office.recalculated(baseline_book.workbook(both, YEAR, 7, ""), tmp_path)["Baseline"]
    )
    plainly = numbers(stored(baseline_book.workbook(without, YEAR, 7, ""))["Baseline"])
    assert found["All lines of this year", "All dollars"] == pytest.approx(
        plainly["All lines of this year", "All dollars"]
    )
    assert found["Not counted: ended before the year", "All dollars"] == 78_497
    only = budget_baseline.paper(table_of([OLD], YEAR), [OLD], YEAR)
    assert "Outreach" in plain.write(only)


def test_a_last_day_after_the_plan_is_shown_and_in_neither_baseline(
    office: Office, tmp_path: Path
) -> None:
    rows = [*RECORDS, line("Rides", 50_000.0, ends="2038-06-30", use="restricted", positions=2)]
    table = table_of(rows, YEAR)
    before = baseline(table_of(RECORDS, YEAR), HORIZON).loc[YEAR]
    after = baseline(table, HORIZON).loc[YEAR]
    assert after["broad_cents"] == before["broad_cents"]
    assert after["later_cents"] == 50_000_00
    words = plain.write(budget_baseline.paper(table, rows, YEAR))
    assert "$50,000 more has a last day after the years that are planned." in words
    assert "After the plan: June 30, 2038" in words
    book = office.recalculated(baseline_book.workbook(table, YEAR, 7, ""), tmp_path)
    ends = numbers(book["What ends"])
    assert (ends["after the plan", "Equity work"], ends["after the plan", "Positions"]) == (
        50_000,
        2,
    )
    assert ends["All in the years planned", "Equity work"] == pytest.approx(
        fiscal_cliff(table, YEAR, HORIZON)["ending_cents"].sum() / 100
    )


def test_a_row_that_a_person_adds_is_classed_and_counted(
    office: Office, table: pd.DataFrame, tmp_path: Path
) -> None:
    content = excel.write(baseline_book.workbook(table, YEAR, 7, ""))
    edited = openpyxl.load_workbook(io.BytesIO(content))
    sheet = edited["Lines"]
    rules = [each for rule in sheet.data_validations.dataValidation for each in rule.sqref.ranges]
    last = max(cells.max_row for cells in rules)
    for row in (len(RECORDS) + 6, last):
        assert str(sheet[f"G{row}"].value).startswith("="), "a row that offers a list computes too"
        typed = {"A": "New", "C": 100_000, "D": "recurring", "F": "unrestricted", "H": 1, "I": "x"}
        for letter, value in typed.items():
            sheet[f"{letter}{row}"] = value
    assert sheet[f"G{last + 1}"].value is None
    path, out = tmp_path / "edited.xlsx", tmp_path / "new"
    edited.save(path)
    book = office.converted(path, out)
    assert book["Lines"][f"J{last}"].value == "direct"
    before = int(baseline(table, HORIZON).loc[YEAR].to_dict()["strict_cents"])
    assert cents(numbers(book["Baseline"])["Strict baseline", "Equity work"]) == (
        before + 2 * 100_000_00
    )


def test_levels_follow_an_item_that_a_person_adds(office: Office, tmp_path: Path) -> None:
    content = excel.write(request_book.workbook(ITEMS, YEARS, ""))
    edited = openpyxl.load_workbook(io.BytesIO(content))
    edited["Request"]["A10"], edited["Request"]["B10"] = "Radio", 1_000
    edited.save(tmp_path / "edited.xlsx")
    book = office.converted(tmp_path / "edited.xlsx", tmp_path / "new")
    more = [*ITEMS, request_item("Radio", 1_000)]
    for option in request_options(more):
        head = f"At {option.percent} %"
        column = "CDE"[(100, 75, 50).index(option.percent)]
        kept = [
            book["Levels"][f"A{row}"].value
            for row in range(12, 17)
            if book["Levels"][f"{column}{row}"].value == "kept"
        ]
        assert kept == [item.name for item in option.kept], head
