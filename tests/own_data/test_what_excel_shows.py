"""What a person sees in Excel is what is read, or it is asked about."""

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from groundwork.learner.excel_formats import for_number, sections_of, shown_day, shown_number
from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text

HEADER = ["line_id", "fiscal_year", "fund", "amount", "equity_share", "fte", "ends"]
BUDGET = ["A1", "FY2026", "F1", 100, 0.5, 1, None]
OUTCOME_HEADER = ["measure", "year", "group", "events", "value"]
OUTCOME = ["death", 2024, "Black", 55, 3.5]


Cells = Mapping[str, tuple[object, str]]


def workbook(to: Path, kind: str, cells: Cells) -> Path:
    """Write two lines of a kind; the cells of the first are as given, with their formats."""
    header, line = (HEADER, BUDGET) if kind == "budget_lines" else (OUTCOME_HEADER, OUTCOME)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(header)
    sheet.append(list(line))
    sheet.append(["A2" if kind == "budget_lines" else "birth", *line[1:]])
    for name, (value, code) in cells.items():
        cell = sheet.cell(2, header.index(name) + 1, value)
        cell.number_format = code
    path = to / "x.xlsx"
    book.save(path)
    return path


def look(
    to: Path, kind: str, cells: Cells | None = None, said: dict[str, str] | None = None, **more: Any
) -> Result:
    cells = {**(cells or {}), **more}
    return check_file(workbook(to, kind, cells), kind, answers=Answers({}, said or {}))


def asked(result: Result) -> list[str]:
    return [question.name for question in result.questions]


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ('"FFY"0', 2026, "FFY2026"), ('"F"0000', 100, "F0100"), ("00-00", 200, "02-00"),
        ("000-00-0000", 123456789, "123-45-6789"), ("000\\.00\\.0000", 123456789, "123.45.6789"),
        ("#,##0", 32666.6667, "32,667"), ("$#,##0_);($#,##0)", -1234, "($1,234)"),
        ('[<10]"<10";0', 5, "<10"), ('[<10]"<10";0', 55, "55"), ('#,##0,"K"', 98000, "98K"),
        ('0.0,,"M"', 98_500_000, "98.5M"), ("0%", 0.54, "54%"), ("0\\%", 12, "12%"),
        ('[>=1000]#,##0,"K";0', 980, "980"), ("(000) 000-0000", 6175550142, "(617) 555-0142"),
        ('_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 0, "$-"), ("0.##", 2.5, "2.5"),
        ("[$€-407] #,##0", 5, "€ 5"), ("General", 3.5, "3.5"), ("#", 0, ""),
        ("#,##0,", 98000, "98"),
        ("# ?/?", 0.5, "0.5"), ("0;0", -5, "5"), (";;;", 5, ""), ("[Red]-0;0", 5, "-5"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_excel_shows_it(code: str, value: float, shown: str) -> None:
    section, unsigned = for_number(sections_of(code), value)
    said = shown_number(section, value, unsigned) if section.has_digits else section.words.strip()
    assert said == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [("yyyy", "2024"), ('"FY"yyyy', "FY2024"), ("mmm-yy", "Jan-24"), ("d-mmm", "1-Jan"),
     ("[$-409]mmmm yyyy", "January 2024"), ("dddd, mmmm dd, yyyy", "Monday, January 01, 2024")],
)  # fmt: skip
def test_a_day_is_written_as_excel_shows_it(code: str, shown: str) -> None:
    assert shown_day(sections_of(code)[0], date(2024, 1, 1)) == shown


@pytest.mark.parametrize(
    ("field", "value", "code", "read"),
    [
        ("fund", 100, '"F"0000', "F0100"), ("fund", 101, "0000", "0101"),
        ("fund", 12, "0-0", "1-2"),
        ("fiscal_year", 2026, '"FY"0', "FY2026"), ("fiscal_year", 26, '"FY"00', "FY2026"),
        ("fiscal_year", datetime(2026, 1, 1), "yyyy", "FY2026"),
        ("fiscal_year", datetime(2026, 1, 1), '"FY"yyyy', "FY2026"),
        ("fund", "100", '"F"@', "F100"), ("equity_share", 12, "0\\%", 0.12),
        ("equity_share", 12, '0"%"', 0.12), ("equity_share", 0.12, "0%", 0.12),
        ("equity_share", 0.125, "0%", 0.125), ("amount", 98000, '#,##0,"K"', 98000),
        ("amount", 98_500_000, '0.0,,"M"', 98_500_000), ("amount", 98000, "#,##0,", 98000),
        ("amount", 0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 0), ("amount", 0, "0;-0;", 0),
        ("amount", 32666.666666667, "#,##0", 32666.67),
        ("amount", 32666.666666667, "0.00", 32666.67),
        ("amount", -5, "0;[Red]0", -5), ("amount", -5, "0;0", -5), ("amount", 5, '0" USD"', 5),
        ("fte", 2, '0.0" FTE"', 2), ("fte", 0.3333, "0", 0.3333), ("fte", 0.5, "# ?/?", 0.5),
        ("amount", 1234567, "0.00E+00", 1234567), ("amount", 7, '0"*"', 7),
    ],
)  # fmt: skip
def test_a_format_is_read_as_it_shows(
    field: str, value: object, code: str, read: object, tmp_path: Path
) -> None:
    result = look(tmp_path, "budget_lines", {field: (value, code)})
    assert result.table is not None, as_text(result)
    assert result.table[field].iloc[0] == read


@pytest.mark.parametrize(
    ("field", "value", "code", "read"),
    [
        ("value", 12, "0\\%", 12), ("value", 12, '0.0"%"', 12), ("value", 0.12, "0%", 12),
        ("value", 5.4567, "0", 5.4567), ("year", datetime(2024, 1, 1), "yyyy", 2024),
        ("events", 561, '0"¹"', 561), ("events", 0, '_(* #,##0_);_(* (#,##0);_(* "-"??_)', 0),
    ],
)  # fmt: skip
def test_counts_and_rates_are_read_as_they_are_shown(
    field: str, value: object, code: str, read: object, tmp_path: Path
) -> None:
    table = look(tmp_path, "outcomes", {field: (value, code)}).table
    assert table is not None
    assert table[field].iloc[0] == read


@pytest.mark.parametrize("code", ['[<10]"<10";0', '[<=9]"suppressed";0', '"*"', '"<10"', "0;0;0;@"])
def test_a_count_that_a_format_hides_is_hidden_and_is_not_told(code: str, tmp_path: Path) -> None:
    result = look(tmp_path, "outcomes", events=(5, code))
    assert result.table is not None
    if code.startswith("0"):
        assert result.table["events"].iloc[0] == 5
        return
    assert result.table["events"].isna().tolist() == [True, False]
    assert result.table["events_hidden"].tolist() == [True, False]
    assert not re.search(r"\b5\b(?! cells)", " ".join(map(str, result.notes)))


@pytest.mark.parametrize(
    ("kind", "field", "value", "code"),
    [("budget_lines", "amount", 100, ";;;"), ("budget_lines", "amount", 100, "[White]0"),
     ("budget_lines", "fund", "F1", ";;;"), ("outcomes", "events", 5, ";;;"),
     ("outcomes", "events", 0, "0;-0;"), ("outcomes", "events", 5, '""'),
     ("budget_lines", "ends", datetime(2027, 6, 30), ";;;")],
)  # fmt: skip
def test_a_cell_that_shows_nothing_is_asked_about(
    kind: str, field: str, value: object, code: str, tmp_path: Path
) -> None:
    result = look(tmp_path, kind, {field: (value, code)})
    assert [(each.name, each.rows) for each in result.questions] == [(f"unseen {field}", (2,))]
    said = {f"unseen {field}": "read"}
    table = look(tmp_path, kind, {field: (value, code)}, said).table
    assert table is not None
    assert not table[field].isna().iloc[0]
    if kind == "outcomes":
        said[f"unseen {field}"] = "hidden"
        table = look(tmp_path, kind, {field: (value, code)}, said).table
        assert table is not None
        assert table["events_hidden"].iloc[0]


def test_a_format_that_says_thousands_of_small_numbers_is_asked_about(tmp_path: Path) -> None:
    assert asked(look(tmp_path, "budget_lines", amount=(98, '0"K"'))) == ["units of amount"]
    result = look(tmp_path, "budget_lines", amount=(98000, '0,"K"'))
    assert not result.questions
    assert any("Excel shows 98K where it stores 98,000" in str(note) for note in result.notes)


def test_what_is_said_of_rounding_is_true(tmp_path: Path) -> None:
    notes = " ".join(map(str, look(tmp_path, "budget_lines", amount=(1.23456, "#,##0")).notes))
    assert "rounded to cents; Excel shows 1, and stores more exactly" in notes
    (problem,) = look(tmp_path, "outcomes", events=(12.333333, "0")).problems
    assert "12.333333; Excel shows 12" in problem.found


def test_state_and_federal_years_that_a_format_shows_are_kept_apart(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook(tmp_path, "budget_lines", {}))
    for row, code in ((2, '"FFY"0'), (3, '"SFY"0')):
        book.active.cell(row, 2, 2026).number_format = code
    book.save(tmp_path / "x.xlsx")
    assert asked(check_file(tmp_path / "x.xlsx", "budget_lines")) == ["fiscal years"]


def edited(path: Path, old: bytes, new: bytes) -> Path:
    """Change the bytes of the first sheet of a workbook."""
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as archive:
        for each, data in parts.items():
            archive.writestr(each, data)
    return path


@pytest.mark.parametrize(
    "hidden", ['hidden="1"', "hidden='1'", 'hidden="true"', 'ht="0" customHeight="1"', 'ht="1E-3"',
               'ht="0.75"', 'ht = "0.0"', 'collapsed="1" hidden = "1"']
)  # fmt: skip
def test_a_row_that_nobody_sees_is_asked_about(hidden: str, tmp_path: Path) -> None:
    path = workbook(tmp_path, "budget_lines", {})
    edited(path, b'<row r="3"', f"<row {hidden} r='3'".encode())
    result = check_file(path, "budget_lines")
    assert [(each.name, each.rows) for each in result.questions] == [("hidden rows", (3,))]


@pytest.mark.parametrize(
    "hidden", ['hidden="1"', "hidden='true'", 'width="0" customWidth="1"', "width='1E-2'"]
)
def test_a_column_that_nobody_sees_is_told(hidden: str, tmp_path: Path) -> None:
    path = workbook(tmp_path, "budget_lines", {})
    edited(
        path, b"<sheetData>", f"<cols><col {hidden} max='4' min='4'/></cols><sheetData>".encode()
    )
    notes = [str(note) for note in check_file(path, "budget_lines").notes if note.look]
    assert any("hidden in Excel were read too: D" in note for note in notes)


def test_a_comment_beside_a_heading_that_says_a_unit_is_asked_about(tmp_path: Path) -> None:
    path = workbook(tmp_path, "budget_lines", {})
    book = openpyxl.load_workbook(path)
    book.active["D1"].comment = Comment("Maria Lopez:\nDollars in thousands", "Maria Lopez")
    book.save(path)
    result = check_file(path, "budget_lines")
    assert asked(result) == ["units of amount"]
    assert '"Dollars in thousands"' in result.questions[0].text
    assert "Lopez" not in as_text(result)


def test_a_count_of_days_in_an_old_macintosh_workbook_may_stand_as_text(tmp_path: Path) -> None:
    path = workbook(tmp_path, "budget_lines", {"ends": ("45106", "@")})
    book = openpyxl.load_workbook(path)
    book.epoch = datetime(1904, 1, 1)
    book.save(path)
    table = check_file(path, "budget_lines").table
    assert table is not None
    assert str(table["ends"].iloc[0])[:10] == "2027-06-30"


def _lines(path: Path, change: Callable[[Any], None]) -> Result:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Fiscal Year", "Program", "Purpose", "Amount"],
        ["FY2026", "Clinic", "Nurses", 1000.5],
        ["FY2026", "Clinic", "Rent", 200],
    ):
        sheet.append(row)
    change(sheet["D3"])
    book.save(path)
    return check_file(path, "budget_lines")


def test_a_line_that_is_struck_through_is_pointed_at(tmp_path: Path) -> None:
    def strike(cell: Any) -> None:
        cell.font = Font(strike=True)

    result = _lines(tmp_path / "lines.xlsx", strike)
    (note,) = [note for note in result.notes if "struck through" in note.text]
    assert note.look
    assert note.rows == (3,)
    assert result.table is not None


@pytest.mark.parametrize("filled", [False, True])
def test_white_letters_on_white_are_asked_about_and_on_a_color_read(
    filled: bool, tmp_path: Path
) -> None:
    def whiten(cell: Any) -> None:
        cell.font = Font(color="FFFFFFFF")
        if filled:
            cell.fill = PatternFill("solid", fgColor="FF003366")

    result = _lines(tmp_path / "lines.xlsx", whiten)
    asked = [question.name for question in result.questions]
    assert asked == ([] if filled else ["unseen amount"])
