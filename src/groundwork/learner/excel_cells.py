"""Take the cells of a sheet out of a workbook, as they look, with what a person does not see.

openpyxl's reader for large files gives values alone. Its parser knows the rest on the way: rows and
columns that are hidden, formulas without a result, the format of each cell.
"""

import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._reader import (
    CELL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

from groundwork.learner.excel_looks import Looks, See, marked_strings, without_marks
from groundwork.subject.own_data.cell import Shown
from groundwork.subject.own_data.report import Note

_TEXT_TAG, _RUN_TAG = f"{{{SHEET_MAIN_NS}}}t", f"{{{SHEET_MAIN_NS}}}r"
_STRINGS = "xl/sharedStrings.xml"
_NO_HEIGHT, _NO_WIDTH = 1.5, 0.3  # in points and in letters: less is not seen
_LONG_COMMENT, _LARGE_PART = 400, 5_000_000
_MARK = "a small raised mark was taken off as a footnote"


@dataclass
class Cells:
    """The cells of a sheet, row by row, and what is said about them.

    ``hidden`` are rows, from 1, that nobody sees. ``said`` are comments and words of formats that
    may say a unit: the row, the place of the column, the words.
    """

    rows: list[list[object]] = field(default_factory=list)
    hidden: frozenset[int] = frozenset()
    notes: list[Note] = field(default_factory=list)
    said: tuple[tuple[int, int, str], ...] = ()
    looks: Looks = field(default_factory=Looks)


def cells_of(book: Any, sheet: Any, archive: zipfile.ZipFile) -> Cells:
    """Read the cells of one sheet of a workbook that openpyxl has opened for reading."""
    out = Cells()
    strings = archive.read(_STRINGS) if _STRINGS in archive.namelist() else b""
    with sheet._get_source() as source:
        parser = _Parser(source, book, sheet, out.looks, marked_strings(strings))
        for number, cells in parser.parse():
            while len(out.rows) < number - 1:
                out.rows.append([])
            if number > len(out.rows):
                out.rows.append(cells)
    out.hidden, out.notes = _unseen(parser)
    comments = _comments(archive, sheet._worksheet_path.lstrip("/"))
    out.said = (*comments, *out.looks.said.values())
    return out


class _Parser(WorkSheetParser):
    """Parses rows to lists of cells as they look."""

    def __init__(
        self, source: Any, book: Any, sheet: Any, looks: Looks, marked: dict[int, str]
    ) -> None:
        super().__init__(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        self._book, self._looks, self._marked = book, looks, marked
        self._ways: dict[tuple[type, int], See | None] = {}
        self._columns: dict[str, int] = {}
        self._letters: dict[int, tuple[bool, bool]] = {}
        self.struck: set[int] = set()

    def parse_row(self, row: Any) -> tuple[int, list[object]]:
        """Give the number of a row and its cells."""
        attributes = row.attrib
        number = attributes.get("r")
        self.row_counter: int = int(float(number)) if number else self.row_counter + 1
        if len(attributes) > 1:
            self.row_dimensions[str(self.row_counter)] = dict(attributes)
        self.col_counter = 0
        cells: list[object] = []
        for element in row:
            if element.tag != CELL_TAG:
                continue
            value = self._look(element)
            at = self.col_counter - 1
            if at == len(cells):
                cells.append(value)
            else:
                cells += [None] * (at + 1 - len(cells))
                cells[at] = value
        return self.row_counter, cells

    def _look(self, element: Any) -> object:
        """Give one cell as it looks, and count its column."""
        self._count(element.get("r"))
        style = int(element.get("s", 0))
        kind = element.get("t")
        value: object
        if kind == "inlineStr":
            value = self._inline(element.find(INLINE_STRING))
        elif kind == "s":
            text = element.findtext(VALUE_TAG)
            value = self._shared(int(text)) if text else None
        else:
            value = self.parse_cell(element)["value"]
            if value is None and kind != "str":
                value = self._not_computed(element)
        if value is None or not style:
            return value
        struck, white = self._letters_of(style)
        if struck:
            self.struck.add(self.row_counter)
        if white:
            self._looks.unseen.setdefault(self.col_counter - 1, []).append(self.row_counter)
        key = (type(value), style)
        if key not in self._ways:
            self._ways[key] = self._looks.way(key[0], self._code(style))
        way = self._ways[key]
        return way(value, self.row_counter, self.col_counter - 1) if way else value

    def _letters_of(self, style: int) -> tuple[bool, bool]:
        """Say whether a style strikes letters through, and whether they are white on white."""
        if style not in self._letters:
            how = self._book._cell_styles[style]
            font, fill = self._book._fonts[how.fontId], self._book._fills[how.fillId]
            white = font.color is not None and str(font.color.rgb).casefold() == "ffffffff"
            bare = getattr(fill, "fill_type", "gradient") in (None, "none")
            self._letters[style] = bool(font.strike), white and bare
        return self._letters[style]

    def _count(self, coordinate: str | None) -> None:
        if not coordinate:
            self.col_counter += 1
            return
        letters = coordinate.rstrip("0123456789")
        if letters not in self._columns:
            self._columns[letters] = column_index_from_string(letters)
        self.col_counter = self._columns[letters]

    def _shared(self, at: int) -> object:
        if at in self._marked:
            return Shown(self._marked[at], _MARK)
        return self.shared_strings[at]

    def _inline(self, text: Any) -> object:
        if text is None:
            return None
        if len(text) == 1 and text[0].tag == _TEXT_TAG:
            return text[0].text
        parts = [part.text or "" for part in text.iter(_TEXT_TAG)]
        plain = without_marks(text.iter(_RUN_TAG))
        return Shown(plain, _MARK) if plain is not None else "".join(parts)

    def _not_computed(self, element: Any) -> object:
        """Give the formula where Excel would show a result that the file does not hold."""
        formula = element.find(FORMULA_TAG)
        return None if formula is None else f"={formula.text or ''}"

    def _code(self, style: int) -> str:
        number = self._book._cell_styles[style].numFmtId
        if number < 164:
            return str(BUILTIN_FORMATS.get(number, "General"))
        return str(self._book._number_formats[number - 164])


def _is_true(text: object) -> bool:
    return str(text).strip().casefold() in ("1", "true")


def _less(text: object, least: float) -> bool:
    try:
        return text is not None and float(str(text)) < least
    except ValueError:
        return False


def _unseen(parser: _Parser) -> tuple[frozenset[int], list[Note]]:
    """Find the rows that nobody sees, also those of no height, and tell of hidden columns."""
    rows = {
        int(row)
        for row, how in parser.row_dimensions.items()
        if _is_true(how.get("hidden")) or _less(how.get("ht"), _NO_HEIGHT)
    }
    notes = []
    for how in parser.column_dimensions.values():
        if _is_true(how.get("hidden")) or _less(how.get("width"), _NO_WIDTH):
            ends = sorted({int(how["min"]), min(int(how["max"]), 18_278)})
            letters = " to ".join(map(get_column_letter, ends))
            notes.append(Note(f"columns hidden in Excel were read too: {letters}", look=True))
    if parser.struck:
        one = "holds cells that are struck through in Excel, and was read like the others"
        many = "hold cells that are struck through in Excel, and were read like the others"
        struck = tuple(sorted(parser.struck))
        notes.append(Note(one if len(struck) == 1 else many, struck, look=True, quotes=True))
    form = getattr(parser, "sheet_format", None)
    if form is not None and form.zeroHeight:
        text = "the sheet hides each row that has no height of its own (zeroHeight)"
        notes.append(Note(text, look=True))
    return frozenset(rows), notes


def _comments(archive: zipfile.ZipFile, path: str) -> list[tuple[int, int, str]]:
    """Give the comments of a sheet: the row, the place of the column, and what is written."""
    folder, _, name = path.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return []
    out = []
    for target in re.findall(rb'Target="([^"]*[cC]omment[^"]*\.xml)"', archive.read(relations)):
        part = _resolved(folder, target.decode())
        if part not in archive.namelist() or archive.getinfo(part).file_size > _LARGE_PART:
            continue
        for each in fromstring(archive.read(part)).iter():
            if each.tag.rpartition("}")[2] not in ("comment", "threadedComment"):
                continue
            texts = [t.text or "" for t in each.iter() if t.tag.rpartition("}")[2] in ("t", "text")]
            # A comment begins with the name of who wrote it, which nobody needs.
            words = " ".join(re.sub(r"^[^:\n]{1,60}:\s*\n", "", "".join(texts)).split())
            if words and len(words) <= _LONG_COMMENT and each.get("ref"):
                row, column = coordinate_to_tuple(each.get("ref"))
                out.append((row, column - 1, words))
    return out


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)
