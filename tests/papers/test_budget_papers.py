"""The baseline and the request: whole dollars in the paper, the same cents in the workbook."""

import io
import os
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from papers import reading

from groundwork.learner.papers import budget_baseline, budget_request, word, workbook
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.model import Paper
from groundwork.learner.papers.workbook import Workbook
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.money import show_dollars, to_cents
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.request import request_item

YEAR, HORIZON = "FY2026", "2029-06-30"


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


def recalculated(book: Workbook, folder: Path) -> Any:
    """Return the workbook after LibreOffice computed every formula anew."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("CI"):
        pytest.fail("soffice is missing: .ci/run installs libreoffice-calc")
    if program is None:
        pytest.skip("no soffice here, so nothing computes the formulas again")
    content = workbook.write(book)
    # Without the stored values, nothing but LibreOffice can have filled them in.
    bare = openpyxl.load_workbook(io.BytesIO(content))
    path = folder / "book.xlsx"
    bare.save(path)
    out = folder / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    return openpyxl.load_workbook(out / "book.xlsx", data_only=True)


def stored(book: Workbook) -> Any:
    """Return the workbook with the values that we wrote beside the formulas."""
    return openpyxl.load_workbook(io.BytesIO(workbook.write(book)), data_only=True)


def numbers(sheet: Any) -> dict[tuple[str, str], Any]:
    """Return the cells of a sheet by its row's first cell and its column's heading."""
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    head = rows[0]
    return {
        (str(row[0]), str(name)): cell
        for row in rows[1:]
        for name, cell in zip(head[1:], row[1:], strict=True)
    }


def cents(value: Any) -> int:
    return to_cents(round(float(value), 2))


def test_the_workbooks_formulas_give_the_cents_of_the_course(
    table: pd.DataFrame, tmp_path: Path
) -> None:
    book = budget_baseline.workbook(table, YEAR, 7, "")
    found = numbers(recalculated(book, tmp_path)["Baseline"])
    right = baseline(table, HORIZON).loc[YEAR].to_dict()
    for name, front in (("Strict baseline", "strict_"), ("Broad baseline", "broad_")):
        for column in ("Direct", "Embedded"):
            assert cents(found[name, column]) == right[f"{front}{column.lower()}_cents"], name
        assert cents(found[name, "Equity work"]) == right[f"{front}cents"]
        share = found[name, "Share of equity work"]
        assert share == pytest.approx(right[f"{front}share"], abs=1e-12)
    assert cents(found["All equity work", "Equity work"]) == right["equity_cents"]


def test_values_beside_the_formulas_are_those_that_are_computed(
    table: pd.DataFrame, tmp_path: Path
) -> None:
    for at, book in enumerate(
        (budget_baseline.workbook(table, YEAR, 7, ""), budget_request.workbook(ITEMS, ""))
    ):
        folder = tmp_path / str(at)
        folder.mkdir()
        ours, theirs = stored(book), recalculated(book, folder)
        for sheet in ours.sheetnames:
            for mine, other in zip(
                ours[sheet].iter_rows(values_only=True),
                theirs[sheet].iter_rows(values_only=True),
                strict=False,
            ):
                for one, two in zip(mine, other, strict=False):
                    if isinstance(one, int | float):
                        assert two == pytest.approx(one, abs=1e-9), (sheet, mine)
                    else:
                        assert (one or None) == (two or None), (sheet, mine)


def test_no_cell_of_a_person_becomes_a_formula(table: pd.DataFrame) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook.write(budget_baseline.workbook(table, YEAR, 7, "")))
    )
    typed = [row[0] for row in book["Lines"].iter_rows(min_row=5)]
    assert "=HYPERLINK(1)" in [cell.value for cell in typed]
    assert all(cell.data_type == "s" for cell in typed)


def test_the_paper_says_in_whole_dollars_what_the_course_computes(table: pd.DataFrame) -> None:
    words = plain.write(budget_baseline.paper(table, RECORDS, YEAR))
    right = baseline(table, HORIZON).loc[YEAR].to_dict()
    for name in ("equity_cents", "strict_cents", "broad_cents"):
        assert show_dollars(right[name]) in words
    assert "time-limited. Ends on 2027-06-30" in words
    assert "Educators: a job description, time study or contract that shows 60 %" in words


def test_the_memo_gives_years_levels_and_what_is_passed_over() -> None:
    words = plain.write(budget_request.paper(ITEMS, {"ask": "One coordinator from December 1"}))
    rise = Fraction(3, 100)
    for number in (1, 2, 3):
        total = sum(item.year(number, rise) for item in ITEMS)
        assert show_dollars(total) in words
    assert "a higher priority is passed over because it does not fit: Panels" in words
    assert "Keeping it, and all before it, takes $189,840" in words
    assert "what stops without “Translation”" in words


EMPTY = (
    lambda: budget_baseline.paper(table_of([], YEAR), [], YEAR),
    lambda: budget_request.paper([], {}),
)


@pytest.mark.parametrize("make", EMPTY)
def test_an_empty_paper_is_one_too(make: Any) -> None:
    paper: Paper = make()
    assert plain.write(paper)
    assert reading.word(word.write(paper))


def test_empty_workbooks_open() -> None:
    for book in (
        budget_baseline.workbook(table_of([], YEAR), YEAR, 7, "invented"),
        budget_request.workbook([], "invented"),
    ):
        assert stored(book).sheetnames
