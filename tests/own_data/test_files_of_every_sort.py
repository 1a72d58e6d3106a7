"""Files as they come: wrong endings, locked, damaged, hidden parts, formulas, other letters."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text

HEADER = ["line_id", "fiscal_year", "amount", "ends", "restriction", "recurrence"]
ROW = ["A-1", "FY2026", 100.25, datetime(2027, 6, 30), "restricted", "recurring"]
GOOD = "line_id,fiscal_year,amount,ends,restriction,recurrence\nA-1,FY2026,100.25,,,recurring\n"


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


def workbook(**cells: object) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.append(ROW)
    for place, value in cells.items():
        book.active[place] = value
    return book


def saved(book: openpyxl.Workbook, folder: Path) -> Path:
    path = folder / "Büdget 2026.xlsx"
    book.save(path)
    return path


def look(path: Path, **more: Any) -> Result:
    return check_file(path, "budget_lines", **more)


OTHER_KINDS = {
    "a.xlsx": (b"%PDF-1.7 ...", "is a PDF"),
    "b.xlsx": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, r"old Excel file \(.xls\)"),
    "c.xlsx": (
        b"\xd0\xcf\x11\xe0" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "locked with a password",
    ),
    "d.csv": (zipped("Index/Document.iwa"), "a Numbers file"),
    "e.xlsx": (zipped("xl/workbook.bin"), "binary form"),
    "f.xlsx": (zipped("word/document.xml"), "a Word document"),
    "g.xlsx": (zipped("readme.txt"), "a packed file"),
    "h.xlsx": (zipped("xl/workbook.xml")[:60], "damaged or unfinished"),
    "i.xls": (b"<html><table><tr><td>line_id</td></tr></table></html>", "a web page"),
    "j.csv": (b"\x89PNG\r\n\x1a\n....", "a picture"),
    "k.csv": (b"\x1f\x8b\x08\x00....", "gzip"),
    "l.csv": (bytes(range(256)) * 4, "no text file"),
    "m.csv": (b"", "is empty"),
    "n.csv": (b"\r\n \r\n", "is empty"),
    "o.csv": (b"\x00" * 500, "is empty"),
    "p.csv": (b"{\\rtf1 text}", "RTF"),
    "q.csv": (GOOD.encode() + b'A-2,FY2026,"5,,,\nA-3,FY2026,1,,,\n', "row 3: the text cannot be"),
    "r.csv": (b"SQLite format 3\x00...", "a database"),
    "s.csv": (b"\xff\xfe\x00\xd8\x00", "no text file"),
}


@pytest.mark.parametrize("name", OTHER_KINDS)
def test_what_is_no_table_is_named_for_what_it_is(name: str, tmp_path: Path) -> None:
    data, expected = OTHER_KINDS[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match=expected) as caught:
        look(path)
    assert caught.value.fix
    assert path.read_bytes() == data


def test_folders_and_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        look(tmp_path)
    with pytest.raises(UserError, match="There is no file"):
        look(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (GOOD.encode("utf-16-le"), "UTF-16, two bytes a letter"),
        (GOOD.encode("utf-16-be"), "UTF-16, two bytes a letter"),
        (GOOD.encode("utf-16"), "UTF-16, as the byte-order mark"),
        (GOOD.encode("utf-32"), "UTF-32"),
        (GOOD.replace(",", ";").encode(), "semicolons"),
        (GOOD.replace(",", "\t").encode(), "tabs"),
        (GOOD.replace(",", "|").encode(), "upright bars"),
        (b"sep=;\r\n" + GOOD.replace(",", ";").encode(), "as Excel takes it"),
    ],
)
def test_letters_and_separators_are_found_and_said(data: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_bytes(data)
    result = look(path)
    assert result.problems == ()
    assert result.table is not None
    assert result.table["amount"].tolist() == [100.25]
    assert told in as_text(result)


def test_a_line_break_inside_a_cell_is_one_row_as_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text(GOOD + 'A-2,FY2026,5,,,"two\nlines"\n\nA-3,FY2026,x,,,\n', encoding="utf-8")
    assert [problem.rows for problem in look(path).problems] == [(5,)]


def test_a_sep_line_does_not_count_as_a_row_because_excel_hides_it(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text("sep=,\n" + GOOD.replace("100.25", "x"), encoding="utf-8")
    assert [problem.rows for problem in look(path).problems] == [(2,)]


def test_a_workbook_as_it_should_be(tmp_path: Path) -> None:
    result = look(saved(workbook(), tmp_path))
    assert result.problems == ()
    assert result.table is not None
    assert result.table["amount"].tolist() == [100.25]
    assert str(result.table["ends"][0].date()) == "2027-06-30"


def test_a_formula_without_its_result_is_a_problem_in_its_own_cell(tmp_path: Path) -> None:
    result = look(saved(workbook(C2='=SUM(A1:B1)&"<"'), tmp_path))
    assert [(problem.rows, problem.column) for problem in result.problems] == [((2,), 'C "amount"')]
    assert "a formula without its result" in result.problems[0].found


def test_a_failed_formula_is_a_problem_even_in_words(tmp_path: Path) -> None:
    result = look(saved(workbook(F2="#REF!"), tmp_path))
    assert [problem.column for problem in result.problems] == ['F "recurrence"']


def test_hidden_rows_columns_and_sheets_are_said(tmp_path: Path) -> None:
    book = workbook()
    book.active.append(["A-2", "FY2026", 1, None, None, None])
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["D"].hidden = True
    book.create_sheet("Old").sheet_state = "hidden"
    result = look(saved(book, tmp_path))
    assert result.rows == 2
    text = as_text(result)
    assert [(each.name, each.rows) for each in result.questions] == [("hidden rows", (3,))]
    path = saved(book, tmp_path)
    for answer, rows in (("read", 2), ("leave out", 1)):
        table = look(path, answers=Answers({}, {"hidden rows": answer})).table
        assert table is not None
        assert len(table) == rows
    assert "hidden in Excel were read too: D" in text
    assert 'not read: "Old" (hidden)' in text


def test_several_sheets_that_could_be_meant_are_asked_about(tmp_path: Path) -> None:
    book = workbook()
    book.active.title = "FY26"
    second = book.create_sheet("FY27 (draft)")
    second.append(HEADER)
    second.append(["B-1", *ROW[1:]])
    path = saved(book, tmp_path)
    with pytest.raises(UserError, match=r'"FY26", "FY27 \(draft\)".*--sheet NAME'):
        look(path)
    table = look(path, sheet="fy27 (draft)").table
    assert table is not None
    assert table["line_id"].tolist() == ["B-1"]
    with pytest.raises(UserError, match='no sheet "FY28"'):
        look(path, sheet="FY28")


def test_the_only_sheet_with_a_header_is_taken_and_said(tmp_path: Path) -> None:
    book = workbook()
    cover = book.create_sheet("Cover", 0)
    cover["A1"] = "Budget book"
    result = look(saved(book, tmp_path))
    assert result.sheet == "Sheet"
    assert 'not read: "Cover"' in as_text(result)


def test_a_cell_says_what_the_screen_shows(tmp_path: Path) -> None:
    book = workbook(A1="line_id", A2=101, D2=datetime(2027, 6, 1), G1="equity_share", G2=0.35)
    book.active["A2"].number_format = "00000"
    book.active["D2"].number_format = "mmm-yy"
    book.active["G2"].number_format = "0%"
    table = look(saved(book, tmp_path)).table
    assert table is not None
    assert table["line_id"].tolist() == ["00101"]
    assert str(table["ends"][0].date()) == "2027-06-30"
    assert table["equity_share"].tolist() == [0.35]


def test_a_date_that_excel_made_of_a_code_is_a_problem(tmp_path: Path) -> None:
    result = look(saved(workbook(A2=datetime(2026, 10, 12)), tmp_path))
    assert "a date" in result.problems[0].found
    assert "format the column as Text" in result.problems[0].fix


def test_merged_cells_and_a_table_that_starts_further_down_and_to_the_right(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"] = "Adopted budget"
    sheet.merge_cells("B2:F2")
    for number, cells in enumerate((["program", *HEADER], ["WIC", *ROW], ["", "A-2", *ROW[1:]])):
        for place, value in enumerate(cells):  # type: ignore[arg-type, var-annotated]
            sheet.cell(5 + number, 3 + place, value or None)
    sheet.merge_cells("C6:C7")
    sheet["E7"] = "x"
    result = look(saved(book, tmp_path))
    assert [(each.rows, each.column) for each in result.problems] == [((7,), 'E "fiscal_year"')]
    assert any("filled down" in note.text and note.rows == (7,) for note in result.notes)


def test_letters_of_an_old_encoding_are_asked_about_with_the_words_in_question(
    tmp_path: Path,
) -> None:
    path = tmp_path / "budget.csv"
    path.write_bytes(GOOD.replace("recurring", "café").encode("cp1252"))
    (question,) = look(path).questions
    assert '"café"' in question.choices[0].words
    table = look(path, answers=Answers({}, {"letters": "windows"})).table
    assert table is not None
    assert table["recurrence"].tolist() == ["café"]
    path.write_bytes(GOOD.replace("recurring", "café").encode("mac_roman"))
    table = look(path, answers=Answers({}, {"letters": "mac"})).table
    assert table is not None
    assert table["recurrence"].tolist() == ["café"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old Excel"),
        (zipped("xl/workbook.bin"), "binary form"),
        (zipped("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
    ],
)
def test_other_spreadsheets_get_a_sentence_on_how_to_save_them(
    data: bytes, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "budget.any"
    path.write_bytes(data)
    with pytest.raises(UserError, match=told) as caught:
        look(path)
    assert "Save As" in caught.value.fix
    assert ".xlsx" in caught.value.fix


def test_the_strict_form_of_excel_gets_a_sentence_too(tmp_path: Path) -> None:
    path = saved(workbook(), tmp_path)
    strict = tmp_path / "strict.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(
                    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
                ),
            )
    with pytest.raises(UserError, match="strict form") as caught:
        look(strict)
    assert "Save As" in caught.value.fix
