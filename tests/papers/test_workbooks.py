"""A workbook shows its values everywhere, offers its lists, and lets no typed text compute."""

import datetime
import io
from decimal import Decimal

import openpyxl
import pytest

from groundwork.learner.papers.excel import LISTS, write
from groundwork.learner.papers.workbook import (
    CENTS,
    DATE,
    NUMBER,
    WHOLE,
    Column,
    Formula,
    Sheet,
    Value,
    Workbook,
)
from groundwork.subject.errors import UserError

WORDS = ("improving", "getting worse")
COLUMNS = (
    Column("Line", 30),
    Column("Word", choices=WORDS),
    Column("Dollars", kind=CENTS),
    Column("Due", kind=DATE),
)
ROWS: tuple[tuple[Value, ...], ...] = (
    ("=cmd|' /C calc'!A0", "improving", Decimal("10.50"), datetime.date(2026, 11, 25)),
    ("http://example.org", "", 4, None),
)
TOTAL = ("All", None, Formula("=SUM(C5:C6)", Decimal("14.50")), None)
SHEET = Sheet("Register", "The register", COLUMNS, ROWS, ("Made for practice.",), (TOTAL,))
BOOK = Workbook("Register", (SHEET,), "Riverbend County (invented)", "November 25, 2026.")


def opened(formulas: bool = False, book: Workbook = BOOK) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write(book)), data_only=not formulas)


def test_a_formula_has_its_value_beside_it() -> None:
    assert SHEET.first_row == 5
    assert opened(formulas=True)["Register"]["C7"].value == "=SUM(C5:C6)"
    assert opened()["Register"]["C7"].value == 14.5


def test_what_a_person_typed_is_text_and_neither_computes_nor_links() -> None:
    page = opened(formulas=True)["Register"]
    assert page["A5"].data_type == "s"
    assert page["A5"].value == "=cmd|' /C calc'!A0"
    assert page["A6"].hyperlink is None


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    page = opened()["Register"]
    assert page["C5"].value == 10.5
    assert page["D5"].value == datetime.datetime(2026, 11, 25)
    assert page["D6"].value is None


def test_a_column_offers_its_list_also_in_rows_that_are_added() -> None:
    book = opened(formulas=True)
    (rule,) = book["Register"].data_validations.dataValidation
    assert rule.formula1 == f"{LISTS}!$A$2:$A$3"
    assert [cell.value for cell in book[LISTS]["A"]] == ["List 1", *WORDS]
    (cells,) = rule.sqref.ranges
    assert (cells.min_row, cells.min_col, cells.max_col) == (5, 2, 2)
    assert cells.max_row > 100


def test_the_sheet_says_what_is_invented_and_where_its_head_is() -> None:
    page = opened()["Register"]
    assert [page[f"A{row}"].value for row in (1, 2, 3, 4)] == [
        "The register",
        "Made for practice.",
        "Riverbend County (invented) November 25, 2026.",
        "Line",
    ]
    assert page.freeze_panes == "B5"
    assert (page.print_title_rows, page.print_title_cols) == ("$4:$4", "$A:$A")


@pytest.mark.parametrize("name", ["", "a" * 32, "Cards: all", "a/b"])
def test_a_name_that_excel_refuses_is_refused_here(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        Sheet(name, "x", (Column("A", kind=WHOLE),), ())


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="too few or too many"):
        Sheet("A", "x", (Column("A"),), ((1, 2),))


def test_a_text_too_long_for_a_cell_is_refused_in_a_sentence() -> None:
    long = Workbook("x", (Sheet("A", "x", (Column("A"),), (("x" * 40_000,),)),))
    with pytest.raises(UserError, match="does not fit into a cell"):
        write(long)


def test_a_number_is_shown_without_a_point_that_says_nothing() -> None:
    columns = (Column("A"), Column("B", kind=NUMBER))
    sheet = Sheet("One", "x", columns, (("two", 2.0), ("more", 2.5)))
    formats = [cell.number_format for cell in opened(book=Workbook("x", (sheet,)))["One"]["B"][3:]]
    assert formats == ["General"] * 2  # Excel writes 2 as "2." in a format such as #,##0.##


def test_a_note_of_a_workbook_is_written_in_lines_over_several_columns() -> None:
    columns = (Column("A", 20), Column("B", 20))
    sheet = Sheet("One", "x", columns, (("a", "b"),), ("word " * 60,))
    page = opened(book=Workbook("x", (sheet,)))["One"]
    assert [str(each) for each in page.merged_cells.ranges] == ["A2:B2"]
    assert page["A2"].alignment.wrap_text and page.row_dimensions[2].height >= 8 * 15


def test_a_long_word_of_a_total_has_room_for_its_lines() -> None:
    columns = (Column("A", 20), Column("B", 20))
    sheet = Sheet("One", "x", columns, (("a", "b"),), totals=(("word " * 12, None),))
    page = opened(book=Workbook("x", (sheet,)))["One"]
    assert page["A3"].value == "word " * 12
    assert page.row_dimensions[3].height >= 4 * 15


@pytest.mark.parametrize("named", [1, 2])
def test_what_stands_above_a_table_of_several_pages_is_cut_on_none(named: int) -> None:
    columns = tuple(Column(str(at), 20) for at in range(40))
    wide = Sheet("Wide", "What is counted, " * 3, columns, (), ("A note. " * 30,), named=named)
    page = opened(book=Workbook("Wide", (wide,), sender="November 25, 2026."))["Wide"]
    assert page.page_setup.fitToWidth > 1
    assert page["A1"].value == wide.title and page["A1"].alignment.wrap_text
    assert page.row_dimensions[1].height > 60 / named
    for row in (2, 3):
        assert [cell.column - 1 for cell in page[row] if cell.value] == [named]
    first = [area for area in page.merged_cells.ranges if area.min_col == 1]
    assert [(area.min_row, area.max_col) for area in first] == ([(1, named)] if named > 1 else [])


def test_a_table_of_one_page_has_title_and_notes_in_its_first_column() -> None:
    page = opened()["Register"]
    assert [page[f"A{row}"].value for row in (1, 2)] == [SHEET.title, "Made for practice."]
