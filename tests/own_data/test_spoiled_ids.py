"""Ids and labels that a spreadsheet spoiled are refused or asked about, in every dress."""

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.dates import read_fiscal_year
from groundwork.subject.own_data.garbled import is_garbled
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result
from groundwork.subject.own_data.sheet import Sheet

BUDGET = ["line_id", "fiscal_year", "object", "fund", "amount"]
OUTCOMES = ["measure", "year", "group", "events", "denominator", "district"]


def look(kind: str, field: str, cells: list[object], said: dict[str, str] | None = None) -> Result:
    """Check a file that has these cells in one column."""
    header = BUDGET if kind == "budget_lines" else OUTCOMES
    rows: list[list[object]] = [list(header)]
    for at, cell in enumerate(cells):
        line: list[object] = (
            [f"A{at}", "FY2026", "staff", "F1", "10"]
            if kind == "budget_lines"
            else ["death", "2024", f"group {at}", "12", "100", f"place {at}"]
        )
        line[header.index(field)] = cell
        rows.append(line)
    return check(Sheet("x.csv", rows), contract_of(kind), answers=Answers({}, said or {}))


@pytest.mark.parametrize(
    "text", ["1.23457E+11", "1,23457E+11", "1.2E+5", "5E+10", "1.00e+03", "1.2E11"]
)
@pytest.mark.parametrize("field", ["line_id", "fund"])
def test_an_id_in_short_form_is_refused(field: str, text: str) -> None:
    assert [problem.rows for problem in look("budget_lines", field, ["F9", text]).problems] == [
        (3,)
    ]


@pytest.mark.parametrize(
    "text",
    ["1-Mar", "01-Mar", "Mar-01", "1-Mar-26", "Mar-2026", "3/1", "3/1/26", "3/1/2026", "2026-03-01",
     "2026-03-01 00:00:00", "3/1/2026 0:00", "1:02", "1:02:00 AM", "1-March", "March-26"],
)  # fmt: skip
@pytest.mark.parametrize("field", ["line_id", "fund"])
def test_an_id_that_became_a_day_is_asked_about(field: str, text: str) -> None:
    result = look("budget_lines", field, ["F9", text])
    assert [(each.name, each.rows) for each in result.questions] == [(f"dates in {field}", (3,))]
    table = look("budget_lines", field, ["F9", text], {f"dates in {field}": "keep"}).table
    assert table is not None
    assert table[field].tolist() == ["F9", text]


@pytest.mark.parametrize(
    ("kind", "field", "texts"),
    [
        ("budget_lines", "object", ["Staff", "2-Jan"]),
        ("outcomes", "group", ["0-4", "9-May", "14-Oct"]),
        ("outcomes", "group", ["1-4", "5-9", "45213"]),
        ("outcomes", "district", ["Mill Flats", "2-Jan"]),
    ],
)
def test_a_label_that_became_a_day_is_asked_about(
    kind: str, field: str, texts: list[object]
) -> None:
    result = look(kind, field, texts)
    assert f"dates in {field}" in [each.name for each in result.questions]


@pytest.mark.parametrize(
    "cells",
    [["123456789012345000", "223456789012345000"], [123456789012345000, 223456789012345000]],
)
def test_ids_that_were_cut_to_15_digits_are_asked_about(cells: list[object]) -> None:
    names = [question.name for question in look("budget_lines", "line_id", cells).questions]
    assert names == ["cut digits in line_id"]
    true: list[object] = ["1234567890123450", "1234567890123457"]
    assert not look("budget_lines", "line_id", true).questions


@pytest.mark.parametrize(
    "cells",
    [["F100", "B-12"], ["5-9", "10-14"], ["101", "202"], ["90/10 match", "M-1"], ["3E10", "5E3"]],
)
def test_true_codes_ask_nothing(cells: list[object]) -> None:
    assert not look("budget_lines", "fund", cells).questions


@pytest.mark.parametrize("cells", [['="0100"', '="0200"'], ["'0100", "'0200"]])
def test_a_code_that_an_export_kept_as_text_is_read(cells: list[object]) -> None:
    table = look("budget_lines", "fund", cells).table
    assert table is not None
    assert table["fund"].tolist() == ["0100", "0200"]


@pytest.mark.parametrize(
    ("heading", "cells", "told"),
    [
        ("county_fips", ["1001", "1003"], True), ("county fips", ["1001", "1003"], True),
        ("FIPS", ["1001", "53033"], True), ("zip", ["2134", "1002"], True),
        ("ZIP code", ["2134", "98101"], True), ("census tract", ["1001020100", "1001020200"], True),
        ("county_fips", ["01001", "53033"], False), ("zip", ["02134", "98101"], False),
    ],
)  # fmt: skip
def test_places_whose_codes_lost_their_zero_are_told_and_not_called_copies(
    heading: str, cells: list[str], told: bool
) -> None:
    rows: list[list[object]] = [["measure", "year", "group", "events", "denominator", heading]]
    rows += [["death", "2024", "Black", "12", "100", cell] for cell in cells]
    result = check(
        Sheet("x.csv", rows), contract_of("outcomes"), answers=Answers({}, {"map": "yes"})
    )
    assert not result.problems
    notes = [str(note) for note in result.notes if note.look]
    assert any("zero" in note for note in notes) is told


@pytest.mark.parametrize(
    ("text", "garbled"),
    [("ClÃ\u00adnica", True), ("PeÃ±a", True), ("voilÃ\u00a0", True), ("“ClÃ\u00adnica”", True),
     ("â€œIn Personâ€\u009d", True), ("Pe√±a", True), ("Pe├▒a", True), ("Clínica", False),
     ("“MENÚ”", False), ("São Paulo", False), ("Âme", False), ("Đặng", False), ("北京", False)],
)  # fmt: skip
def test_garbled_letters_are_seen_before_unseen_ones_are_taken_out(
    text: str, garbled: bool
) -> None:
    assert is_garbled(text) is garbled
    result = look("outcomes", "district", ["Mill Flats", text])
    assert bool(result.problems) is garbled


@pytest.mark.parametrize(
    ("cells", "read"),
    [(["０１００", "0100"], ["0100", "0100"]), (["Ｆ１００", "F100"], ["F100", "F100"])],
)
def test_codes_in_wide_letters_are_the_same_codes(cells: list[object], read: list[str]) -> None:
    table = look("budget_lines", "fund", cells).table
    assert table is not None
    assert table["fund"].tolist() == read


@pytest.mark.parametrize(
    ("text", "number"),
    [("１２．５０", 12.5), ("١٬٠٠٠", 1000), ("١٢٫٥", 12.5), ("－５", -5), ("१२.५", 12.5)],
)
def test_marks_of_other_scripts_are_read_with_their_digits(text: str, number: float) -> None:
    table = look("budget_lines", "amount", [text, "3.25"]).table
    assert table is not None
    assert table["amount"].tolist() == [number, 3.25]


@pytest.mark.parametrize(
    ("text", "year"),
    [("FY'26", "FY2026"), ("FY’26", "FY2026"), ("2026FY", "FY2026"), ("FYE 6/30/2026", "FY2026"),
     ("FYE 2026", "FY2026"), ("Fiscal year ended June 30, 2026", "FY2026"), ("FFY2026", "FY2026"),
     ("Federal FY 2026", "FY2026"), ("State fiscal year 2026", "FY2026"), ("CY2024", None),
     ("2021-23", None), ("7/1/2025", None), ("26", None), ("FYE 6/31/2026", None)],
)  # fmt: skip
def test_a_fiscal_year_is_read_in_its_many_forms(text: str, year: str | None) -> None:
    assert read_fiscal_year(text) == year


@pytest.mark.parametrize(
    "years",
    [("FFY2026", "2026"), ("FFY2026", "FY2026"), ("FFY 26", "SFY 26"), ("FFY2026", 2026),
     ("Federal FY 2026", "State FY 2026"), ("Fed. fiscal year 2026", "2025-26")],
)  # fmt: skip
def test_federal_years_beside_others_are_asked_about(years: tuple[object, object]) -> None:
    result = look("budget_lines", "fiscal_year", list(years))
    assert [(each.name, each.rows) for each in result.questions] == [("fiscal years", (2,))]
    for answer, row in (("federal", "A0"), ("state", "A1")):
        table = look("budget_lines", "fiscal_year", list(years), {"fiscal years": answer}).table
        assert table is not None
        assert table["line_id"].tolist() == [row]


def test_federal_years_alone_are_told_as_federal() -> None:
    result = look("budget_lines", "fiscal_year", ["FFY2026", "FFY2027"])
    assert any("federal fiscal years" in str(note) for note in result.notes if note.look)


def test_codes_that_a_program_read_as_numbers_are_told() -> None:
    notes = look("budget_lines", "fund", ["100.0", "200.0"]).notes
    assert any("read these codes as numbers" in str(note) for note in notes if note.look)
