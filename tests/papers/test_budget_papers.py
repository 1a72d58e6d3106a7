"""The baseline and the request: whole dollars in the paper, the same cents in the workbook."""

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import pytest
from papers import reading
from papers.recalculating import Office, differences, numbers, stored

from groundwork.learner.papers import (
    baseline_book,
    budget_baseline,
    budget_request,
    excel,
    request_book,
    word,
    workbook,
)
from groundwork.learner.papers import print as print_page
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.model import LETTERS, Paper, Table
from groundwork.learner.papers.workbook import Workbook
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.cliff import fiscal_cliff
from groundwork.subject.budget.money import show_dollars, to_cents
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.request import request_item, request_options
from groundwork.subject.budget.request_years import RequestYears

pytestmark = pytest.mark.lesson("06_budget_baseline")

YEAR, HORIZON = "FY2026", "2029-06-30"
YEARS = RequestYears("FY2027", "FY2026")


def line(name: str, amount: float, **said: Any) -> dict[str, Any]:
    usual = {
        "line": name,
        "amount": amount,
        "fund": "F1",
        "fte": None,
        "positions": None,
        "ends": "",
        "use": "unrestricted",
        "label": "recurring",
        "share": 100,
        "paper": "work plan",
        "serves": "",
        "record": "",
    }
    return {**usual, **said}


RECORDS = [
    line("Coordinator", 90_000.01, fte=1.0),
    line("Panels", 60_000.5, ends="2027-06-30"),
    # Half cents in two classes of money: 33.33 percent of 100.05 is 33.346665 dollars.
    line("Interpreters", 100.05, share=33.33, use="restricted", fte=1.5, positions=3),
    line("Nurses", 120_000.1, share=25, fte=2.0),
    line("Educators", 80_000.9, share=60, paper="", label=""),
    line("Fair", 19_500.3, label="one-time", ends="2026-06-30"),
    line("Rent", 40_000.0, share=0, paper=""),
    line("=HYPERLINK(1)", 0.01, share=50),
]
ITEMS = [
    request_item("Coordinator", 101_840, 1, "panels end", once=5_000, months=7, positions=1),
    request_item("Panels", 88_000, 0, "residents stop being paid"),
    request_item("Translation", "37960.35", 0, ""),
    request_item("Training", 20_000, 0, "new staff get none"),
]


@pytest.fixture
def table() -> pd.DataFrame:
    return table_of(RECORDS, YEAR)


def cents(value: Any) -> int:
    return to_cents(round(float(value), 2))


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


def test_the_paper_says_in_whole_dollars_what_the_course_computes(table: pd.DataFrame) -> None:
    words = plain.write(budget_baseline.paper(table, RECORDS, YEAR))
    right = baseline(table, HORIZON).loc[YEAR].to_dict()
    for name in ("equity_cents", "strict_cents", "broad_cents"):
        assert show_dollars(right[name]) in words
    assert "Time-limited. Ends on June 30, 2027" in words
    assert "Educators: a job description, time study or contract that shows 60 %" in words


def test_the_memo_gives_years_levels_and_what_is_passed_over() -> None:
    words = plain.write(
        budget_request.paper(ITEMS, {"ask": "One coordinator from December 1"}, YEARS)
    )
    for number in (1, 2, 3):
        total = sum(item.year(number, YEARS) for item in ITEMS)
        assert show_dollars(total) in words
    assert "a higher priority is unfunded out of order, because it does not fit: Panels" in words
    assert "Keeping it, and all before it, takes $189,840" in words
    assert "what stops without “Translation”" in words


EMPTY = (
    lambda: budget_baseline.paper(table_of([], YEAR), [], YEAR),
    lambda: budget_request.paper([], {}, YEARS),
)


@pytest.mark.parametrize("make", EMPTY)
def test_an_empty_paper_is_one_too(make: Any) -> None:
    paper: Paper = make()
    assert plain.write(paper)
    assert reading.word(word.write(paper))


def test_empty_workbooks_open() -> None:
    for book in (
        baseline_book.workbook(table_of([], YEAR), YEAR, 7, "invented"),
        request_book.workbook([], YEARS, "invented"),
    ):
        assert stored(book).sheetnames


ITEM_OPEN = request_item("Rides", 40_000, 0.5, "rides end", months=9)


def test_the_memo_names_its_years_its_prices_and_whose_raise_it_is() -> None:
    words = plain.write(budget_request.paper(ITEMS, {}, YEARS))
    assert "Year 1 is FY2027. Dollars a year are FY2026 dollars" in words
    assert (
        "escalation of pay and prices is 3 % a year (3 % stands in until finance names its own)"
        in words
    )
    assert "the escalation of pay and of prices that it plans with" in words
    own = RequestYears("FY2028", "FY2028", "2.5")
    asked = plain.write(budget_request.paper(ITEMS, {}, own, raise_asked=True))
    assert "escalation of pay and prices is 2.5 % a year." in asked
    assert "stands in" not in asked
    # Prices of year 1 are not raised in it: 101,840 x 7/12 + 5,000.
    assert "FY2028: $64,407" in asked


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


LAST = "2025-12-31"


def test_money_that_ends_inside_the_year_is_asked_whether_it_is_for_the_whole_year() -> None:
    row = line("Doulas", 60_000.0, ends=LAST)
    asked = plain.write(budget_baseline.paper(table_of([row], YEAR), [row], YEAR))
    assert "Doulas: whether its amount is for the whole year, or for the months until" in asked
    part = {**row, "covers": "months"}
    told = plain.write(budget_baseline.paper(table_of([part], YEAR), [part], YEAR))
    assert (
        "$60,000 is for the months until December 31, 2025 only; a whole year of it is $120,000"
        in told
    )
    assert "whether its amount is for the whole year" not in told
    whole = {**row, "covers": "year"}
    quiet = plain.write(budget_baseline.paper(table_of([whole], YEAR), [whole], YEAR))
    assert "whole year" not in quiet.replace("a whole year of it", "")


def test_each_level_says_its_one_time_dollars_and_its_part_of_a_year() -> None:
    words = plain.write(budget_request.paper(ITEMS, {}, YEARS))
    assert "One-time dollars come on top: they are in no level's percent." in words
    assert "FY2027 is no whole year for: Coordinator, 7 of 12 months." in words
    for option in request_options(ITEMS):
        first = sum(item.year(1, YEARS) for item in option.kept)
        assert (
            f"{option.percent} %\n   Recurring, a whole year: {show_dollars(option.cents)}" in words
        )
        assert f"FY2027: {show_dollars(first)}" in words


def test_a_blank_is_not_given_and_never_zero() -> None:
    words = plain.write(budget_request.paper([ITEMS[1], ITEM_OPEN], {}, YEARS))
    assert "FTE / positions: 0 / not given" in words
    assert "FTE / positions: 0.5 / not given" in words
    assert "One-time: not given" in words
    assert "Months paid in FY2027: 12 (not given)" in words
    sheet = stored(request_book.workbook([ITEMS[1], ITEM_OPEN], YEARS, ""))["Request"]
    assert [sheet[f"{letter}6"].value for letter in "CDF"] == [None, None, None]
    lines = stored(baseline_book.workbook(table_of(RECORDS, YEAR), YEAR, 7, ""))["Lines"]
    assert (lines["L6"].value, lines["L7"].value) == (1, None)


OLD = line("Outreach", 78_497, ends="2025-06-30", fte=1.0)


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


def test_a_number_is_shown_without_a_point_that_says_nothing(tmp_path: Path) -> None:
    columns = (workbook.Column("A"), workbook.Column("B", kind=workbook.NUMBER))
    sheet = workbook.Sheet("One", "x", columns, (("two", 2.0), ("more", 2.5)))
    path = tmp_path / "one.xlsx"
    path.write_bytes(excel.write(Workbook("x", (sheet,))))
    formats = [cell.number_format for cell in openpyxl.load_workbook(path)["One"]["B"][3:]]
    assert formats == ["General"] * 2  # Excel writes 2 as "2." in a format such as #,##0.##


def test_amounts_stand_flush_right_and_words_do_not() -> None:
    table = Table(
        "t", ("a", "b", "c", "d"), (("x", "$1", "$2 (3.0 %)", "two"), ("y", "not given", "1", "2"))
    )
    assert table.amounts == (False, True, True, False)
    paper = Paper("T", "s", "r", (table,))
    assert '<td class="amount" dir="auto">$1</td>' in print_page.write(paper)
    cells = docx.Document(io.BytesIO(word.write(paper))).tables[0].rows[1].cells
    assert [cell.paragraphs[0].alignment for cell in cells] == [None, 2, 2, None]


def test_a_column_of_numbers_is_as_wide_as_its_longest_number() -> None:
    long = ("Item", "$18,200", "$1,262,067")
    table = Table("t", ("a", "b", "c"), (long,), (20, 1, 1))
    assert sum(table.shares) == pytest.approx(1)
    assert all(
        share * LETTERS >= len(cell) for share, cell in zip(table.shares[1:], long[1:], strict=True)
    )
    assert Table("t", ("a", "b"), (("x", "$1"),), (3, 1)).shares == (0.75, 0.25)


def test_a_rounded_sum_has_its_note_where_it_stands(table: pd.DataFrame) -> None:
    for paper, first in (
        (budget_baseline.paper(table, RECORDS, YEAR), budget_baseline.summary(table, YEAR, 3)),
        (budget_request.paper(ITEMS, {}, YEARS, "The listed lines hold $3."), "The listed lines"),
    ):
        said = [getattr(block, "text", "") for block in paper.blocks]
        at = next(place for place, text in enumerate(said) if text.startswith(first))
        assert said[at + 1] == budget_baseline.ROUNDED
        assert said.count(budget_baseline.ROUNDED) == 1


def test_a_note_of_a_workbook_is_written_in_lines_over_several_columns(tmp_path: Path) -> None:
    columns = (workbook.Column("A", 20), workbook.Column("B", 20))
    sheet = workbook.Sheet("One", "x", columns, (("a", "b"),), ("word " * 60,))
    path = tmp_path / "one.xlsx"
    path.write_bytes(excel.write(Workbook("x", (sheet,))))
    page = openpyxl.load_workbook(path)["One"]
    assert [str(each) for each in page.merged_cells.ranges] == ["A2:B2"]
    assert page["A2"].alignment.wrap_text and page.row_dimensions[2].height >= 8 * 15


def test_a_long_word_of_a_total_has_room_for_its_lines(tmp_path: Path) -> None:
    columns = (workbook.Column("A", 20), workbook.Column("B", 20))
    sheet = workbook.Sheet("One", "x", columns, (("a", "b"),), totals=(("word " * 12, None),))
    path = tmp_path / "one.xlsx"
    path.write_bytes(excel.write(Workbook("x", (sheet,))))
    page = openpyxl.load_workbook(path)["One"]
    assert page["A3"].value == "word " * 12
    assert page.row_dimensions[3].height >= 4 * 15
