"""Sums in another currency than US dollars are asked about, wherever the file says it."""

import csv
import time
from pathlib import Path

import openpyxl
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.errors import UserError
from groundwork.subject.own_data import currencies
from groundwork.subject.own_data.cell import Shown
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

HEAD = "line_id,fiscal_year,program,{heading}\n"
NAME = "currency of amount"


def look(cells: list[str], heading: str = "amount", title: str = "", **said: str) -> Result:
    lines = [f'L{at},FY2026,Clinics,"{cell}"' for at, cell in enumerate(cells)]
    text = (f'"{title}"\n' if title else "") + HEAD.format(heading=heading) + "\n".join(lines)
    rows = list(csv.reader(text.splitlines()))
    return check(Sheet("b.csv", rows), contract_of("budget_lines"), answers=Answers({}, said))


def names(result: Result) -> list[str]:
    return [question.name for question in result.questions]


@pytest.mark.parametrize(
    ("cells", "means"),
    [
        (["€1,200", "€ 500.50"], 1700.5), (["1.200,50 €", "500,25 €"], 1700.75),
        (["£1,200", "(£200)"], 1000), (["CAD 100", "CAD 20"], 120), (["CA$100", "-CA$20"], 80),
        (["C$100", "C$20.50"], 120.5), (["100 EUR", "20 EUR"], 120), (["A$5", "A$6"], 11),
        (["¥1,000", "¥2,000"], 3000), (["100 GBP", ""], 100),
    ],
)  # fmt: skip
def test_signs_and_codes_in_cells_are_asked_about(cells: list[str], means: float) -> None:
    cells = [cell for cell in cells if cell]
    result = look(cells)
    assert not result.problems, as_text(result)
    assert names(result) == [NAME]
    for answer in ("dollars", "keep"):
        again = look(cells, **{NAME: answer})
        assert again.table is not None, as_text(again)
        assert again.table["amount"].sum() == means
        assert "as you said" in as_text(again)
    assert any(
        "never add" in note.text and note.look for note in look(cells, **{NAME: "keep"}).notes
    )


def test_two_currencies_in_one_column_are_never_kept_together() -> None:
    for cells in (["€1,200", "$500"], ["€1,200", "£500"], ["€1,200", "500"]):
        (question,) = look(cells).questions
        assert [choice.answer for choice in question.choices] == ["dollars"]
        assert question.rows[0] == 2


@pytest.mark.parametrize(
    ("heading", "title", "asked"),
    [
        ("Amount (EUR)", "", True), ("Amount €", "", True), ("Budget amount CAD", "", True),
        ("amount", "All amounts in Canadian dollars", True), ("amount", "Budget in euros", True),
        ("amount", "Figures in GBP", True), ("amount", "Budget 2026 (£)", True),
        ("Amount (USD)", "", False), ("amount", "Amounts in US dollars", False),
        ("amount", "Computer-aided dispatch (CAD), FY2026", False),
        ("amount", "Care for AUD and CHF patients", False),
        ("amount", "City of Sterling Heights Health Budget", False),
        ("amount", "Spending in AUD and OUD treatment", False),
        ("amount", "Programs in CAD prevention", False),
        ("amount", "All amounts are in CAD", True), ("amount", "Pounds sterling", True),
        ("amount", "Budget shown in AUD", True), ("amount", "Amounts in sterling", True),
        ("amount", "Dollars in CAD", True), ("amount", "(in EUR)", True),
        ("amount", "Expenditures in CAD", True), ("amount", "Costs in EUR, FY2026", True),
        ("amount", "Costs in EUR thousands", True), ("amount", "Sterling figures", True),
        ("amount", "Europe trip", False),
    ],
)  # fmt: skip
def test_headings_and_titles_are_asked_about(heading: str, title: str, asked: bool) -> None:
    result = look(["100", "250"], heading, title)
    assert (NAME in names(result)) is asked, as_text(result)


@pytest.mark.parametrize("code", ["[$€-407] #,##0.00", '#,##0.00 "EUR"', "[$£-809]#,##0"])
def test_a_format_of_excel_is_asked_about_in_one_sentence(tmp_path: Path, code: str) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["line_id", "fiscal_year", "program", "amount"])
    for at in range(1, 40):
        book.active.append([f"L{at}", "FY2026", "Clinics", 100 * at])
        book.active.cell(at + 1, 4).number_format = code
    path = tmp_path / "b.xlsx"
    book.save(path)
    result = check_file(path, "budget_lines")
    assert names(result) == [NAME]
    assert len(as_text(result).splitlines()) < 20
    kept = check_file(path, "budget_lines", answers=Answers({}, {NAME: "keep"}))
    assert kept.table is not None
    assert kept.table["amount"].sum() == 100 * sum(range(1, 40))


def test_a_large_column_with_signs_is_read_in_a_moment() -> None:
    cells = [f"€ {at:,}" for at in range(1, 20_001)]
    column = Column(0, "amount", contract_of("budget_lines").field("amount"), cells)
    begun = time.process_time()
    currencies.settle(column, [], range(1, 20_001), Answers())
    assert time.process_time() - begun < 3  # each row against each other takes far longer
    assert column.cells[-1] == "20,000"


@pytest.mark.parametrize(
    ("heading", "asked"),
    [("Budget (CAD)", True), ("Adopted Budget GBP", True), ("Budget (USD)", False)],
)
def test_a_code_in_the_heading_of_money_is_asked_about(heading: str, asked: bool) -> None:
    text = HEAD.format(heading=heading) + "L1,FY2026,Clinics,100\nL2,FY2026,Clinics,20\n"
    result = check(
        Sheet("b.csv", list(csv.reader(text.splitlines()))),
        contract_of("budget_lines"),
        answers=Answers({heading: "amount"}),
    )
    assert (NAME in names(result)) is asked, as_text(result)


def with_codes(codes: list[str], heading: str = "Currency") -> Result:
    rows = [["line_id", "fiscal_year", "program", "amount", heading]]
    rows += [[f"L{at}", "FY2026", "Clinics", str(10**at), code] for at, code in enumerate(codes)]
    return check(Sheet("b.csv", rows), contract_of("budget_lines"))


@pytest.mark.parametrize("heading", ["Currency", "Currency code"])
@pytest.mark.parametrize("code", ["CAD", "eur", "Euro", "€"])
def test_a_column_of_currencies_is_asked_about(heading: str, code: str) -> None:
    result = with_codes([code, code], heading)
    assert names(result) == [NAME], as_text(result)
    assert not result.problems
    assert with_codes(["USD", "USD"]).fine


@pytest.mark.parametrize("codes", [["CAD", "USD"], ["CAD", "EUR"], ["CAD", ""]])
def test_rows_in_different_currencies_are_refused(codes: list[str]) -> None:
    (problem,) = with_codes(codes).problems
    assert "Currency" in problem.column
    assert "different" in problem.found


def side_by_side(title: str, *rows: list[object], **said: str) -> Result:
    head: list[object] = ["line_id", "program", "FY2024", "FY2025"]
    given = {"amount": "years", **said}
    sheet = Sheet("b.xlsx", [[title, "", "", ""], head, *rows])
    return check(sheet, contract_of("budget_lines"), answers=Answers({}, given))


def test_years_side_by_side_are_asked_about_once() -> None:
    rows: list[list[object]] = [["L1", "Clinics", 100, 200], ["L2", "Clinics", 20, 30]]
    assert names(side_by_side("Amounts in euros", *rows)) == [NAME]
    table = side_by_side("Amounts in euros", *rows, **{NAME: "keep"}).table
    assert table is not None
    assert table["amount"].sum() == 350


def test_a_year_in_two_currencies_beside_one_in_euros_is_asked_about_again() -> None:
    rows: list[list[object]] = [
        ["L1", "Clinics", 100, Shown(200, "0", text="€200")],
        ["L2", "Clinics", 20, 30],
    ]
    kept = side_by_side("Budget in euros", *rows, **{NAME: "keep"})
    (question,) = (each for each in kept.questions if each.name == NAME)
    assert [choice.answer for choice in question.choices] == ["dollars"]
    assert side_by_side("Budget in euros", *rows, **{NAME: "dollars"}).table is not None
    with pytest.raises(UserError):
        side_by_side("Budget in euros", *rows, **{NAME: "pesos"})
