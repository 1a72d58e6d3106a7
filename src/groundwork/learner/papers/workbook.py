"""A workbook as data, and its writer: the Excel file that goes with a paper.

Each formula is written with its value beside it, so that a preview, or a program that computes
nothing, shows no blanks. A column may offer a list to choose from. What a person typed is always
written as text: no cell of theirs becomes a formula.
"""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any

from groundwork.learner.typed import printable
from groundwork.subject.errors import UserError

TEXT, NUMBER, WHOLE, DOLLARS, CENTS, PERCENT, DATE = (
    *("text", "number", "whole number", "dollars", "cents"),
    *("percent", "date"),
)
FORMATS = {
    TEXT: "@",
    NUMBER: "#,##0.##",
    WHOLE: "0",
    DOLLARS: "$#,##0",
    CENTS: "$#,##0.00",
    PERCENT: "0.0%",
    DATE: "yyyy-mm-dd",
}
LISTS = "Lists"
LONGEST_NAME = 31  # letters of a sheet's name
FORBIDDEN = set("[]:*?/\\")
FONT, ACCENT = "Calibri", "#0B3D6B"
LINE, MOST_LINES = 15.0, 25  # points, and lines of text in a row; Excel ends a row at 409 points
PAGE = 180  # letters that one printed page is wide
MOST_ROWS = 200  # rows below the last that still offer the list: people add some


@dataclass(frozen=True)
class Formula:
    """A formula with the value that it has now, computed by us.

    `text` is the formula in the names of Excel in English, beginning with "=".
    """

    text: str
    value: float | int | str | Decimal


Value = str | int | float | Decimal | datetime.date | Formula | None


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Attributes
    ----------
    label
        Its heading.
    width
        In letters.
    kind
        What its cells hold: one of `FORMATS`.
    choices
        The list that its cells offer; an entry of another kind is warned about, not refused.
    """

    label: str
    width: float = 16
    kind: str = TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A table with a title and a note above it.

    Attributes
    ----------
    name
        On the tab; at most 31 letters.
    title, notes
        What the table is, and sentences below that title.
    columns, rows
        Every row has as many cells as there are columns.
    last
        Rows that stand apart below the table, such as totals, in the same columns.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    last: tuple[tuple[Value, ...], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a sheet that Excel would not open."""
        if len(self.name) > LONGEST_NAME or FORBIDDEN & set(self.name) or not self.name.strip():
            raise ValueError(f"{self.name!r} cannot be the name of a sheet.")
        if any(len(row) != len(self.columns) for row in (*self.rows, *self.last)):
            raise ValueError(f"A row of the sheet {self.name!r} has too few or too many cells.")

    @property
    def first_row(self) -> int:
        """The row of the first record as Excel counts it, for those who write formulas."""
        return len(self.notes) + 4


@dataclass(frozen=True)
class Workbook:
    """The sheets of a file, and what stands above each: what is invented, from whom, of which day.

    `title` stands in the file's properties.
    """

    title: str
    sheets: tuple[Sheet, ...]
    invented: str = ""
    sender: str = ""

    @property
    def above(self) -> str:
        """What stands above the table of each sheet."""
        return " ".join(filter(None, (self.invented, self.sender)))


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
        _write_lists(book.add_worksheet(LISTS), lists, looks)
    book.close()
    return file.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}
        base = {"font_name": FONT, "font_size": 11}
        self.title = book.add_format({**base, "bold": True, "font_size": 14, "font_color": ACCENT})
        self.note = book.add_format({**base, "italic": True})
        self.head = book.add_format(
            {
                **base,
                **{"bold": True, "text_wrap": True, "valign": "top", "border": 1},
                **{"font_color": "#FFFFFF", "bg_color": ACCENT},
            }
        )

    def of(self, kind: str, bold: bool = False) -> Any:
        """Return the format of a cell of this kind."""
        if (kind, bold) not in self._made:
            said = {"font_name": FONT, "font_size": 11, "num_format": FORMATS[kind], "bold": bold}
            said |= {"text_wrap": kind == TEXT, "valign": "top", "border": 1}
            self._made[kind, bold] = self._book.add_format(said)
        return self._made[kind, bold]


def _lists(sheets: Sequence[Sheet]) -> dict[tuple[str, ...], int]:
    """Return each different list with the column of the sheet of lists that holds it."""
    every = [column.choices for sheet in sheets for column in sheet.columns if column.choices]
    return {choices: at for at, choices in enumerate(dict.fromkeys(every))}


def _sheet(
    page: Any, sheet: Sheet, above: str, looks: _Looks, lists: dict[tuple[str, ...], int]
) -> None:
    page.write_string(0, 0, sheet.title, looks.title)
    notes = (*sheet.notes, above)
    for row, note in enumerate(notes, start=1):
        if note:
            page.write_string(row, 0, note, looks.note)
    head = sheet.first_row - 2
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(head, at, column.label, looks.head)
        if column.choices:
            _offer(page, head + 1, at, len(sheet.rows), column, lists[column.choices])
    page.set_row(head, _height([(each.label, each.width) for each in sheet.columns]))
    for row, cells in enumerate((*sheet.rows, *sheet.last), start=head + 1):
        bold = row > head + len(sheet.rows)
        texts = zip(cells, sheet.columns, strict=True)
        page.set_row(row, _height([(_words(cell), each.width) for cell, each in texts]))
        for at, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            _cell(page, row, at, cell, looks.of(column.kind, bold))
    page.freeze_panes(head + 1, 1)
    page.repeat_rows(head)
    page.repeat_columns(0)
    page.set_landscape()
    page.set_paper(1)  # Letter
    page.fit_to_pages(ceil(sum(each.width for each in sheet.columns) / PAGE), 0)
    page.set_footer("&L&F · &A&RPage &P of &N")


def _height(texts: list[tuple[str, float]]) -> float:
    """Return the height of a row in points: programs do not agree on who makes room for a text."""
    lines = [
        sum(ceil(max(len(line), 1) / max(width - 2, 1)) for line in text.splitlines() or [""])
        for text, width in texts
    ]
    return min(max(lines), MOST_LINES) * LINE


def _words(cell: Value) -> str:
    return cell if isinstance(cell, str) else ""


def _offer(page: Any, row: int, at: int, rows: int, column: Column, place: int) -> None:
    letter = _letter(place)
    source = f"={LISTS}!${letter}$2:${letter}${len(column.choices) + 1}"
    page.data_validation(
        row,
        at,
        row + rows + MOST_ROWS,
        at,
        {
            "validate": "list",
            "source": source,
            "error_type": "warning",
            "error_title": "Not in the list",
            "error_message": f"“{column.label}” is one of the list on the sheet “{LISTS}”.",
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


def _letter(at: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
