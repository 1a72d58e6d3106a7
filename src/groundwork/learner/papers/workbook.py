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

TEXT, NUMBER, ROUNDED, WHOLE, DOLLARS, CENTS, PERCENT, DATE = (
    *("text", "number", "computed, two decimals", "whole number", "dollars", "cents"),
    *("percent", "date"),
)
FORMATS = {
    TEXT: "@",
    NUMBER: "General",  # #,##0.## would show 2 as "2."
    ROUNDED: "0.00",
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
NOTE = 120  # letters that a line of a note is wide
SPARE = 100  # rows below the last that offer the lists and compute: people add some


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
    formula
        What every cell of the column computes, with {row} for the number of its row and {above} for
        that of the one before. The rows then hold its values; the spare rows below compute it too,
        from what a person writes there.
    """

    label: str
    width: float = 16
    kind: str = TEXT
    choices: tuple[str, ...] = ()
    formula: str = ""


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
    totals
        Rows that stand above the heading: below it there is room for rows that a person adds.
    named
        How many first columns say what a row is about: they stay in sight and stand on every page.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    last: tuple[tuple[Value, ...], ...] = ()
    totals: tuple[tuple[Value, ...], ...] = ()
    named: int = 1

    def __post_init__(self) -> None:
        """Refuse a sheet that Excel would not open."""
        if len(self.name) > LONGEST_NAME or FORBIDDEN & set(self.name) or not self.name.strip():
            raise ValueError(f"{self.name!r} cannot be the name of a sheet.")
        every = (*self.totals, *self.rows, *self.last)
        if any(len(row) != len(self.columns) for row in every):
            raise ValueError(f"A row of the sheet {self.name!r} has too few or too many cells.")
        if self.last and self.spare:
            raise ValueError(f"Rows are added to the sheet {self.name!r}: put totals above it.")

    @property
    def first_row(self) -> int:
        """The row of the first record as Excel counts it, for those who write formulas."""
        return len(self.notes) + len(self.totals) + 4

    @property
    def spare(self) -> int:
        """How many rows below the last offer the lists and compute."""
        return SPARE if any(each.formula for each in self.columns) else 0

    @property
    def last_row(self) -> int:
        """The last row that is a record or may become one, as Excel counts it."""
        return self.first_row + len(self.rows) + self.spare - 1

    def over(self, letter: str) -> str:
        """Return the cells of a column that are records or may become one, as this sheet says."""
        return f"{letter}{self.first_row}:{letter}{self.last_row}"

    def over_from_elsewhere(self, letter: str) -> str:
        """Return the same cells as another sheet, or a row that is copied, says."""
        name = f"'{self.name}'" if " " in self.name else self.name
        return f"{name}!${letter}${self.first_row}:${letter}${self.last_row}"

    def same_row(self, letter: str, of: "Sheet") -> str:
        """Return the formula of what stands in a row of that sheet; nothing where it names none.

        The two sheets have their records in the same order, from the first row of each on.
        """
        names, cells = of.over_from_elsewhere("A"), of.over_from_elsewhere(letter)
        at = f"ROW()-{self.first_row - 1}"
        return f'=IF(INDEX({names},{at})="","",INDEX({cells},{at}))'


def blank_totals(columns: int, rows: int = 1) -> tuple[tuple[Value, ...], ...]:
    """Return room for totals: their formulas need to know first where the records will stand."""
    return ((None,) * columns,) * rows


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
        base = {"font_name": FONT, "font_size": 11}
        self.title = book.add_format({**base, "bold": True, "font_size": 14, "font_color": ACCENT})
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
            _note(page, row, note, [each.width for each in sheet.columns], looks)
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
    page.print_area(0, 0, used, len(sheet.columns) - 1)  # spare rows would print as empty pages
    page.freeze_panes(head + 1, sheet.named)
    page.repeat_rows(head)
    page.repeat_columns(0, sheet.named - 1)
    page.set_landscape()
    page.set_paper(1)  # Letter
    page.fit_to_pages(ceil(sum(each.width for each in sheet.columns) / PAGE), 0)
    page.set_footer("&L&F · &A&RPage &P of &N")


def _note(page: Any, row: int, note: str, widths: Sequence[float], looks: _Looks) -> None:
    """Write a note over several columns, in lines: one long line is cut where it is printed."""
    last, wide = 0, widths[0]
    while last + 1 < len(widths) and wide + widths[last + 1] <= NOTE:
        last += 1
        wide += widths[last]
    if last:
        page.merge_range(row, 0, row, last, "", looks.note)
    page.write_string(row, 0, note, looks.note)
    page.set_row(row, _height([(note, wide)]))


def _computed(column: Column, row: int, value: Value) -> Value:
    """Return a cell's value with its column's formula; `row` counts from 0."""
    if not column.formula:
        return value
    assert value is None or isinstance(value, str | int | float | Decimal)
    text = column.formula.replace("{row}", str(row + 1)).replace("{above}", str(row))
    return Formula(text, "" if value is None else value)


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


def column_letter(at: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
