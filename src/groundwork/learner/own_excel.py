"""Read an Excel sheet as a person sees it, and write the template as a workbook."""

import io
import warnings
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from groundwork.learner.excel_cells import cells_of
from groundwork.subject.errors import UserError
from groundwork.subject.own_data import template
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.sheet import Sheet

_TOO_LARGE = 1_500_000_000  # bytes when unpacked; a sheet full to its last row has fewer
_LOOK_AT = 60
_STRICT = b"purl.oclc.org/ooxml"

CountHeadings = Callable[[Sequence[Sequence[object]]], int]


class SheetError(UserError):
    """It is not clear which sheet is meant; ``sheets`` are those there are."""

    def __init__(self, problem: str, fix: str, sheets: Sequence[str]) -> None:
        super().__init__(problem, fix)
        self.sheets = tuple(sheets)


def read_workbook(
    data: bytes, file: str, wanted: str | None, count_headings: CountHeadings
) -> Sheet:
    """Read one sheet of a workbook.

    Parameters
    ----------
    data
        The bytes of the .xlsx file.
    file
        Its name, for messages.
    wanted
        The name of the sheet; None takes the only visible one that has known headings.
    count_headings
        Counts the known headings in the first rows of a sheet.

    Raises
    ------
    UserError
        When it cannot be read, or it is not clear which sheet is meant.
    """
    damaged = UserError(
        f"{file} cannot be read as an Excel file: it is damaged or unfinished.",
        "Open it in Excel and save it again as .xlsx, or export it as CSV.",
    )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            strict = "xl/workbook.xml" in archive.namelist() and _STRICT in archive.read(
                "xl/workbook.xml"
            )
        if size > _TOO_LARGE:
            raise UserError(
                f"{file} unpacks to {size / 1e9:.1f} GB, which is too large to read.",
                "Export the one sheet that you need as CSV.",
            )
        if strict:
            raise UserError(
                f"{file} is an Excel file in the strict form (Strict Open XML Spreadsheet).",
                "Open it in Excel, choose File, Save As, and the type Excel Workbook (.xlsx), "
                "without the word Strict; then check the new file.",
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and drawings that are not read anyway
            return _read(data, file, wanted, count_headings)
    except (UserError, MemoryError):
        raise
    except Exception as error:  # openpyxl lets the errors of zip, XML and its own checks through
        raise damaged from error


def _read(data: bytes, file: str, wanted: str | None, count: CountHeadings) -> Sheet:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # other programs write sizes that are wrong
        sheet, notes = _choose(book, file, wanted, count)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            cells = cells_of(book, sheet, archive)
        from_1904 = book.epoch.year == 1904
    finally:
        book.close()
    return Sheet(
        file,
        cells.rows,
        sheet.title,
        notes=(*notes, *cells.notes),
        hidden_rows=cells.hidden,
        scaled=cells.looks.scaled,
        unseen=cells.looks.unseen,
        said=cells.said,
        from_1904=from_1904,
    )


def _choose(
    book: openpyxl.Workbook, file: str, wanted: str | None, count: CountHeadings
) -> tuple[Any, list[Note]]:
    named = {sheet.title: sheet for sheet in book.worksheets}
    hidden = {title for title, sheet in named.items() if sheet.sheet_state != "visible"}
    told = ", ".join(f'"{title}"{" (hidden)" if title in hidden else ""}' for title in named)
    if not named:
        raise UserError(f"{file} has no sheet with cells.", "Choose another file.")
    if wanted is not None:
        match = [title for title in named if title.strip().lower() == wanted.strip().lower()]
        if not match:
            raise SheetError(
                f'{file} has no sheet "{wanted}".', f"Its sheets: {told}.", list(named)
            )
        chosen = match[0]
    else:
        visible = [title for title in named if title not in hidden]
        found = {title: count(_first_rows(named[title])) for title in visible}
        # One known word alone may stand anywhere; it counts only when no sheet has more.
        known = [title for title in visible if found[title] > 1]
        known = known or [title for title in visible if found[title]]
        if len(visible) > 1 and len(known) != 1:
            which = (
                "several sheets that could be meant" if known else "no sheet with known headings"
            )
            raise SheetError(
                f"{file} has {which}. Its sheets: {told}.",
                "Say which one to read: --sheet NAME.",
                list(named),
            )
        chosen = (known or visible or list(named))[0]
    others = ", ".join(
        f'"{title}"{" (hidden)" if title in hidden else ""}' for title in named if title != chosen
    )
    notes = [Note(f'sheet "{chosen}" was read' + (f"; not read: {others}" if others else ""))]
    if chosen in hidden:
        notes.append(Note(f'sheet "{chosen}" is hidden in Excel'))
    return named[chosen], notes


def _first_rows(sheet: Any) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(max_row=_LOOK_AT, values_only=True)]


def workbook_bytes(contract: Contract) -> bytes:
    """Make the empty workbook of a kind: a sheet to fill in, and its dictionary."""
    book = openpyxl.Workbook()
    sheet, words = book.active, book.create_sheet("Dictionary")
    sheet.title = contract.title[:31]
    sheet.append(template.header(contract))
    for at, field in enumerate(contract.fields, start=1):
        column = sheet.column_dimensions[get_column_letter(at)]
        column.width = max(12, len(field.name) + 2)
        # Text stays as typed; Excel turns 1-2 and MAR1 into dates otherwise.
        column.number_format = {"text": "@", "choice": "@", "day": "yyyy-mm-dd"}.get(
            field.kind, "General"
        )
    for row in template.dictionary_rows(contract):
        words.append(row)
    for each in (sheet, words):
        each.freeze_panes = "A2"
        for cell in each[1]:
            cell.font = Font(bold=True)
    for name, width in zip("ABCDE", (24, 20, 70, 40, 40), strict=True):
        words.column_dimensions[name].width = width
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
