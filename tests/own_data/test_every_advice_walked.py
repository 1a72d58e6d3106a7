# mypy: ignore-errors
"""Whoever follows an advice passes, and the table means what the file meant.

Every fix of the spoiled files and of the cases is followed as it is worded, through the whole
check. An advice that nobody here knows how to follow fails, so that none is written untried.
"""

import csv
import dataclasses
import re
from datetime import date, time
from pathlib import Path

import hostile_files as hostile
import openpyxl
import pandas as pd
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers, parsed
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

CASES = Path(__file__).parent / "cases"
KINDS = {
    "d03e": "partner_payments", "d04b": "outcomes", "d15c": "outcomes", "d35": "outcomes",
    "d36": "outcomes", "r01": "positions", "r07": "survey_answers", "f1_": "positions",
    "nchs": "outcomes",
}  # fmt: skip
ONCE = [(kind, spoil) for kind in hostile.FILES for spoil in hostile.CELLS]


def look(rows: list[list[str]], kind: str, answers: Answers | None = None) -> Result:
    return check(Sheet("file.csv", rows), contract_of(kind), answers=answers)


def follow(problem, rows: list[list[str]], meant) -> tuple[list[list[str]], Answers]:
    """Do what a fix says; ``meant`` gives what a cell was before it was spoiled."""
    rows = [list(row) for row in rows]
    answers = Answers()
    letters = re.findall(r'(?:^| and )([A-Z]{1,2})(?= "| \()', problem.column)
    places = [number_of(letter) for letter in letters]
    fix = problem.fix
    if found := re.search(r'--map "([^"]+)=(\w+)"', fix):
        return rows, parsed([f"{found[1]}={found[2]}"], [])
    if re.match(r"Delete the column", fix):
        for row in rows:
            for place in sorted(places, reverse=True):
                del row[place : place + 1]
        return rows, answers
    if fix.startswith("Delete the copy"):
        gone = [rows[number - 1] for number in problem.rows]
        assert all(rows.count(row) > 1 for row in gone), "what is to be deleted is no copy"
        return [row for at, row in enumerate(rows, 1) if at not in problem.rows], answers
    if found := re.search(r"[Ww]rite (?:.* as )?(-?[\d.]*\d)\.?$|: (-?\d[\d.]*\d)\.$", fix):
        write(rows, problem, places, lambda at, place: found[1] or found[2])
    elif re.match(
        r"Fill it in|Write it in digits|Write year, month|Mend the formula|Open the file in Excel"
        r"|Export (?:it|the file) anew|A spreadsheet cut|Write |Check |Say which|Type |Format "
        r"|Give each fund|Mend or empty",
        fix,
    ):
        write(rows, problem, places, meant)
    elif found := re.match(r'Add a column "(\w+)" to a copy', fix):
        header = problem.rows[0] - 1
        place = next(k for k in range(len(rows[header]) + 1) if meant(header, k) == found[1])
        for at in range(header, len(rows)):
            rows[at].append(meant(at, place))
    elif fix.startswith("Take them out"):
        write(rows, problem, places, lambda at, place: "")
    else:
        pytest.fail(f"nobody here knows how to follow: {fix}")
    return rows, answers


def number_of(letter: str) -> int:
    at = 0
    for each in letter:
        at = 26 * at + ord(each) - 64
    return at - 1


def write(rows, problem, places, what) -> None:
    for number in problem.rows:
        for place in places[:1]:
            rows[number - 1][place] = what(number - 1, place)


def name_of(problem) -> tuple[str, tuple[int, ...], str]:
    return problem.column, problem.rows, problem.fix


SPOILED = pytest.mark.parametrize(
    ("kind", "spoil"), ONCE, ids=[f"{kind}-{spoil.__name__}" for kind, spoil in ONCE]
)


@SPOILED
def test_each_advice_of_a_spoiled_file_passes_and_means_what_it_meant(kind, spoil) -> None:
    table, clean = hostile.good(kind), hostile.good(kind)
    if spoil(table) is not False:
        walk(table, clean, kind, look)


@SPOILED
def test_each_advice_of_a_spoiled_workbook_passes_and_means_what_it_meant(
    kind, spoil, tmp_path: Path
) -> None:
    """The same in Excel, where numbers, days and truths are stored as such."""
    table, clean = hostile.good(kind), hostile.good(kind)
    if spoil(table) is False or table.text_only:
        return

    def in_excel(rows, kind: str, answers: Answers | None = None) -> Result:
        again = dataclasses.replace(table, rows=rows)
        return check_file(hostile.excel(again, tmp_path / "file.xlsx"), kind, answers=answers)

    walk(table, clean, kind, in_excel)


def walk(table, clean, kind: str, look) -> None:
    """Follow each advice of a spoiled file, one by one, and look again."""
    before = {id(row): list(old) for row, old in zip(table.data, clean.data, strict=False)}
    before[id(table.header)] = list(clean.header)

    def meant(at: int, place: int) -> str:
        old = before.get(id(table.rows[at]))
        return old[place] if old and place < len(old) else table.rows[at][place]

    result = look(table.rows, kind)
    for problem in result.problems:
        rows, answers = follow(problem, table.rows, meant)
        again = look(rows, kind, answers)
        assert name_of(problem) not in map(name_of, again.problems), f"{problem}\n{as_text(again)}"
        new = [p for p in again.problems if p.fix not in {each.fix for each in result.problems}]
        assert not new, f"who follows {problem} is told:\n{as_text(again)}"
        if len(result.problems) == 1 and not again.questions:
            assert again.table is not None, f"{problem}\n{as_text(again)}"
            means_the_same(again, look(clean.rows, kind).table, kind, problem)


def means_the_same(again: Result, fresh, kind: str, problem) -> None:
    name = hostile.NUMBER[kind]
    if "Take them out" in problem.fix or name not in again.table:
        return
    if "Delete" in problem.fix or "--map" in problem.fix or "Fill" in problem.fix:
        assert again.table[name].tolist() == fresh[name].tolist()
    else:
        assert len(again.table) == len(fresh)
        same = again.table[name].fillna(-1) == fresh[name].fillna(-1)
        assert same.all(), f"{problem}: {again.table[name].tolist()}"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.csv")), ids=lambda path: path.name)
def test_each_advice_of_a_case_passes(path: Path) -> None:
    kind = next((k for start, k in KINDS.items() if path.name.startswith(start)), "budget_lines")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [list(row) for row in csv.reader(file)]
    result = look(rows, kind)
    for problem in result.problems:
        examples = {each.name: each.example for each in contract_of(kind).fields}
        example = examples.get(_field(result, problem), "")

        def meant(at: int, place: int, example: str = example) -> str:
            return RIGHT.get((path.name, at, place), example)

        mended, answers = follow(problem, rows, meant)
        again = look(mended, kind, answers)
        assert name_of(problem) not in map(name_of, again.problems), as_text(again)


CELLS_OF_EXCEL = {
    "amount": (time(12, 30), date(2026, 3, 1), "=B2*2", "#REF!", True, "12k", 1234.567, "€ abc"),
    "fund": (date(2026, 3, 1), time(1, 0), "=A2", "#N/A", "1.23457E+11", 123456789012.0),
    "fiscal_year": (date(2026, 3, 1), "=A2", "FY26-27x", True, 12.5),
    "ends": (time(1, 0), "#VALUE!", "13/13/2026", True, -5),
    "equity_share": (2.5, "half", True, "#DIV/0!", date(2026, 1, 1)),
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, each in CELLS_OF_EXCEL.items() for value in each]
)
def test_each_advice_of_a_cell_of_excel_passes(name: str, value, tmp_path: Path) -> None:
    """Times, days, truths, formulas and errors, each as Excel stores it, in a column of Excel."""
    table = hostile.good("budget_lines")
    path = hostile.excel(table, tmp_path / "file.xlsx")
    fresh = check_file(path, "budget_lines")
    assert fresh.table is not None
    book = openpyxl.load_workbook(path)
    row, place = table.number_of(table.data[1]), table.place(name)
    cell = book.active.cell(row, place + 1)
    was, cell.value = cell.value, value
    if not isinstance(value, date | time):
        cell.number_format = "General"
    book.save(path)
    result = check_file(path, "budget_lines")
    for problem in result.problems:
        assert problem.rows == (row,)
        written = re.search(r"(?:[Ww]rite|decimals.*:) (-?\d[\d.]*\d)\.$", problem.fix)
        cell.number_format = "General"
        cell.value = float(written[1]) if written else was
        if re.search("[Ff]ormat the column as Text", problem.fix):
            cell.number_format, cell.value = "@", str(was)
        book.save(path)
        again = check_file(path, "budget_lines")
        assert again.table is not None, f"{problem}\n{as_text(again)}"
        if not written:
            pd.testing.assert_series_equal(again.table[name], fresh.table[name])


@pytest.mark.parametrize("path", sorted(CASES.glob("*.xlsx")), ids=lambda path: path.name)
def test_each_advice_and_each_answer_of_a_case_in_excel_passes(path: Path, tmp_path: Path) -> None:
    kind = {"d31": "positions", "d15": "outcomes"}.get(path.name[:3], "budget_lines")
    result = check_file(path, kind)
    for question in result.questions:
        for choice in question.choices:
            said = Answers().with_answer(question, choice.answer)
            again = check_file(path, kind, answers=said)
            assert question.name not in [each.name for each in again.questions]
    for problem in result.problems:
        assert problem.fix.startswith("Take them out in a copy"), problem
        book = openpyxl.load_workbook(path)
        for number in problem.rows:
            book.active.cell(number, number_of(problem.column[0]) + 1).value = f"P{number}"
        book.save(tmp_path / path.name)
        again = check_file(tmp_path / path.name, kind)
        assert not again.problems, as_text(again)


# What the cells of the cases meant, by file, row and column from 0.
RIGHT = {
    ("d05_scientific_ids.csv", 1, 0): "123457000000",
    ("d05_scientific_ids.csv", 2, 0): "123458000001",
    ("r07_scale04.csv", 1, 2): "",
    ("d36_events_over_denominator.csv", 1, 3): "34", ("d36_events_over_denominator.csv", 2, 3): "0",
}  # fmt: skip


def _field(result: Result, problem) -> str:
    for seen in result.seen:
        if problem.column.startswith(f"{seen.letter} ") and seen.field != "nothing":
            return seen.field
    return contract_of(result.kind).fields[0].name


@pytest.mark.parametrize(
    ("mark", "hidden"),
    [*((mark, True) for mark in (
        "≤5", "< 10", "<=5", "Fewer than 11", "less than 10", "under 10", "below 20", "5 or fewer",
        "1 - 9", "1 to 4", "not shown", "Not displayed", "Confidential", "Data suppressed", "supp.",
        "withheld", "too small to show", "low count", "Suppressed (n<10)", "at most 4")),
     *((mark, False) for mark in ("NR", "†", "~", "^", "X", "(b)", "LNE", "see note"))],
)  # fmt: skip
def test_a_hidden_number_never_becomes_a_missing_one_by_an_advice(mark: str, hidden: bool) -> None:
    head = ["measure", "year", "group", "events", "denominator"]
    rows = [head, ["births", "2024", "a", mark, "100"], ["births", "2024", "b", "12", "100"]]
    result = look(rows, "outcomes")
    if hidden:
        assert result.table is not None, as_text(result)
        assert result.table["events_hidden"].tolist() == [True, False]
        return
    (problem,) = result.problems
    assert "write * where it is hidden" in problem.fix
    assert "leave it empty where nobody knows" in problem.fix
    for instead, hides in (("*", True), ("", False)):
        rows[1][3] = instead
        table = look(rows, "outcomes").table
        assert table["events"].isna().tolist() == [True, False]
        assert ("events_hidden" in table) is hides


def test_a_row_that_differs_where_nobody_looks_is_no_copy() -> None:
    head = ["measure", "year", "group", "events", "GNIS"]
    rows = [head, ["births", "2024", "a", "12", "x1"], ["births", "2024", "a", "12", "x2"]]
    (problem,) = look(rows, "outcomes").problems
    assert "Delete" not in problem.fix
    assert '"GNIS"' in problem.fix
    assert look(rows, "outcomes", parsed(["GNIS=district"], [])).fine
    other = [head[:4], ["births", "2024", "a", "12"], ["births", "2024", "a", "13"]]
    (problem,) = look(other, "outcomes").problems
    assert "Delete" not in problem.fix
    same = [head[:4], ["births", "2024", "a", "12"], ["births", "2024", "a", "12"]]
    (problem,) = look(same, "outcomes").problems
    assert problem.fix.startswith("Delete the copy")
    assert look(same[:2], "outcomes").fine
