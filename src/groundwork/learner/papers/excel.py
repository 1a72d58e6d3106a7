"""A workbook as an Excel file.

Each formula is written with its value beside it, so that a preview, or a program that computes
nothing, shows no blanks. A column may offer a list to choose from. What a person typed is always
written as text: no cell of theirs becomes a formula.
"""

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import Any

from groundwork.learner.papers.workbook import (
    FORMATS,
    MOST_PLACES,
    SPARE,
    TEXT,
    Column,
    Formula,
    Sheet,
    Value,
    Workbook,
    column_letter,
)
from groundwork.learner.typed import printable
from groundwork.subject.errors import UserError

LISTS = "Lists"
FONT, ACCENT = "Calibri", "#0B3D6B"
LINE, MOST_LINES = 15.0, 25  # points, and lines of text in a row; Excel ends a row at 409 points
LETTER, TABLOID = 1, 3  # sizes of paper, as Excel numbers them
WIDE = {LETTER: 210, TABLOID: 330}  # letters that one printed page is wide and still easy to read
MARGIN = 0.4  # inches
LARGE = 0.7  # of the letters of a line, so many of a title
NOTE = 120  # letters that a line of a note is wide


def write(workbook: Workbook) -> bytes:
    """Return the content of an .xlsx file.

    Raises
    ------
    UserError
        When a text is longer than a cell may be.
    """
    import xlsxwriter  # imported here: only who asks for a workbook waits for it

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": workbook.title, "comments": workbook.above})
    looks = _Looks(book)
    lists = _lists(workbook.sheets)
    for sheet in workbook.sheets:
        _sheet(book.add_worksheet(sheet.name), sheet, workbook.above, looks, lists)
    if lists:
        page = book.add_worksheet(LISTS)
        _write_lists(page, lists, looks)
        page.hide()  # the cells offer it; as a printed sheet it says nothing
    book.close()
    return file.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, bool], Any] = {}
        self._places: dict[int, Any] = {}
        base = {"font_name": FONT, "font_size": 11}
        title = {"bold": True, "font_size": 14, "font_color": ACCENT, "valign": "top"}
        self.title = book.add_format({**base, **title})
        self.title_in_lines = book.add_format({**base, **title, "text_wrap": True})
        self.note = book.add_format({**base, "italic": True, "text_wrap": True, "valign": "top"})
        self.head = book.add_format(
            {
                **base,
                **{"bold": True, "text_wrap": True, "valign": "top", "border": 1},
                **{"font_color": "#FFFFFF", "bg_color": ACCENT},
            }
        )

    def of(self, kind: str, bold: bool = False, border: bool = True) -> Any:
        """Return the format of a cell of this kind."""
        if (kind, bold, border) not in self._made:
            said = {"font_name": FONT, "font_size": 11, "num_format": FORMATS[kind], "bold": bold}
            said |= {"text_wrap": kind == TEXT, "valign": "top", "border": int(border)}
            self._made[kind, bold, border] = self._book.add_format(said)
        return self._made[kind, bold, border]

    def with_places(self, places: int) -> Any:
        """Return what shows a number with so many decimals, whatever else a cell looks like."""
        if places not in self._places:
            shown = "0." + "0" * places if places else "0"
            self._places[places] = self._book.add_format({"num_format": shown})
        return self._places[places]


def _lists(sheets: Sequence[Sheet]) -> dict[tuple[str, ...], int]:
    """Return each different list with the column of the sheet of lists that holds it."""
    every = [column.choices for sheet in sheets for column in sheet.columns if column.choices]
    return {choices: at for at, choices in enumerate(dict.fromkeys(every))}


def _sheet(
    page: Any, sheet: Sheet, above: str, looks: _Looks, lists: dict[tuple[str, ...], int]
) -> None:
    widths = [each.width for each in sheet.columns]
    paper = LETTER if sum(widths) <= WIDE[LETTER] else TABLOID  # 11 by 17 inches
    pages = ceil(sum(widths) / WIDE[paper])
    # What runs out of columns that stand on every page is cut on the second.
    repeated = sheet.named if pages > 1 else 0
    _title(page, sheet.title, widths[:repeated], looks)
    notes = (*sheet.notes, above)
    for row, note in enumerate(notes, start=1):
        if note:
            _note(page, row, note, repeated, widths, looks)
    head = sheet.first_row - 2
    for row, cells in enumerate(sheet.totals, start=head - len(sheet.totals)):
        texts = zip(cells, sheet.columns, strict=True)
        page.set_row(row, _height([(_words(cell), each.width) for cell, each in texts]))
        for at, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            _cell(page, row, at, cell, looks.of(column.kind, bold=True))
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(head, at, column.label, looks.head)
        if column.choices:
            rows = (head + 1, head + len(sheet.rows) + SPARE)
            _offer(page, rows, at, column, lists[column.choices])
    page.set_row(head, _height([(each.label, each.width) for each in sheet.columns]))
    for row, cells in enumerate((*sheet.rows, *sheet.last), start=head + 1):
        bold = row > head + len(sheet.rows)
        texts = zip(cells, sheet.columns, strict=True)
        page.set_row(row, _height([(_words(cell), each.width) for cell, each in texts]))
        for at, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            value = _computed(column, row, cell) if not bold else cell
            _cell(page, row, at, value, looks.of(column.kind, bold))
    used = head + len(sheet.rows) + len(sheet.last)
    for row in range(used + 1, used + 1 + sheet.spare):
        for at, column in enumerate(sheet.columns):
            _cell(page, row, at, _computed(column, row, ""), looks.of(column.kind, border=False))
    for at, column in enumerate(sheet.columns):
        if column.digits:
            _show_digits(page, (head + 1, used + sheet.spare), at, column, looks)
    page.print_area(0, 0, used, len(sheet.columns) - 1)  # spare rows would print as empty pages
    page.freeze_panes(head + 1, sheet.named)
    page.repeat_rows(head)
    page.repeat_columns(0, sheet.named - 1)
    page.set_landscape()
    page.set_paper(paper)
    page.set_margins(left=MARGIN, right=MARGIN)
    page.fit_to_pages(pages, 0)
    page.set_footer("&L&F · &A&RPage &P of &N")


def _title(page: Any, title: str, widths: Sequence[float], looks: _Looks) -> None:
    """Write a title, in lines where it has to stay within columns that stand on every page."""
    look = looks.title_in_lines if widths else looks.title
    if len(widths) > 1:
        page.merge_range(0, 0, 0, len(widths) - 1, "", look)
    page.write_string(0, 0, title, look)
    if widths:
        page.set_row(0, _height([(title, sum(widths) * LARGE)]) / LARGE)


def _note(
    page: Any, row: int, note: str, first: int, widths: Sequence[float], looks: _Looks
) -> None:
    """Write a note over several columns, in lines: one long line is cut where it is printed."""
    last, wide = first, widths[first]
    while last + 1 < len(widths) and wide + widths[last + 1] <= NOTE:
        last += 1
        wide += widths[last]
    if last > first:
        page.merge_range(row, first, row, last, "", looks.note)
    page.write_string(row, first, note, looks.note)
    page.set_row(row, _height([(note, wide)]))


def _computed(column: Column, row: int, value: Value) -> Value:
    """Return a cell's value with its column's formula; `row` counts from 0."""
    if not column.formula:
        return value
    assert value is None or isinstance(value, str | int | float | Decimal)
    text = column.formula.replace("{row}", str(row + 1)).replace("{above}", str(row))
    return Formula(text, "" if value is None else value)


def _show_digits(page: Any, rows: tuple[int, int], at: int, column: Column, looks: _Looks) -> None:
    """Let each cell show as many decimals as its row needs, also after a value is changed."""
    for places in range(MOST_PLACES + 1):
        rule = column.digits.replace("{places}", str(places)).replace("{row}", str(rows[0] + 1))
        said = {"type": "formula", "criteria": f"={rule}", "stop_if_true": True}
        page.conditional_format(
            rows[0], at, rows[1], at, {**said, "format": looks.with_places(places)}
        )


def _height(texts: list[tuple[str, float]]) -> float:
    """Return the height of a row in points: programs do not agree on who makes room for a text."""
    lines = [
        sum(ceil(max(len(line), 1) / max(width - 2, 1)) for line in text.splitlines() or [""])
        for text, width in texts
    ]
    return min(max(lines), MOST_LINES) * LINE


def _words(cell: Value) -> str:
    value = cell.value if isinstance(cell, Formula) else cell
    return value if isinstance(value, str) else ""


def _offer(page: Any, rows: tuple[int, int], at: int, column: Column, place: int) -> None:
    letter = column_letter(place)
    source = f"={LISTS}!${letter}$2:${letter}${len(column.choices) + 1}"
    page.data_validation(
        rows[0],
        at,
        rows[1],
        at,
        {
            "validate": "list",
            "source": source,
            "error_type": "warning",
            "error_title": "Not in the list",
            "error_message": "Choose one of the list that the arrow beside the cell opens.",
        },
    )


def _write_lists(page: Any, lists: dict[tuple[str, ...], int], looks: _Looks) -> None:
    for choices, at in lists.items():
        page.set_column(at, at, 34)
        page.write_string(0, at, f"List {at + 1}", looks.head)
        for row, choice in enumerate(choices, start=1):
            page.write_string(row, at, choice, looks.of(TEXT))


def _cell(page: Any, row: int, at: int, value: Value, look: Any) -> None:
    if value is None or value == "":
        page.write_blank(row, at, None, look)
    elif isinstance(value, Formula):
        known = float(value.value) if isinstance(value.value, Decimal) else value.value
        page.write_formula(row, at, value.text, look, known)
    elif isinstance(value, datetime.date):
        page.write_datetime(row, at, datetime.datetime(value.year, value.month, value.day), look)
    elif isinstance(value, str):
        # A cell holds 32,767 letters; XlsxWriter answers a longer text with a number below zero.
        if page.write_string(row, at, printable(value), look) < 0:
            raise UserError(
                f"A text of {len(value):,} letters does not fit into a cell of Excel.",
                "Shorten it to 32,000 letters.",
            )
    else:
        page.write_number(row, at, float(value), look)
