"""What a person sees in a cell of Excel, where it is not what the cell holds.

0.54 shown as 54% is 54 %, 101 shown as 0101 is a code, 1 June shown as Jun-26 is a month, 56 with
a small raised 1 is 56 and a footnote.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import unescape

from openpyxl.utils.cell import coordinate_to_tuple

from groundwork.subject.own_data.cells import Shown

_NOT_A_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\(.)|_.|\*.')
_DIGITS_AND_MARKS = re.compile(r"\(?[0#]+(?:[-/. ()]+[0#]+)+")
_DECIMALS = re.compile(r"[#,0]*0(?:\.(0+))?")
_SI = re.compile(rb"<si>(.*?)</si>|<si/>", re.DOTALL)
_RUN = re.compile(rb"<r>(.*?)</r>", re.DOTALL)
_TEXT = re.compile(rb"<t(?: [^>]*)?>(.*?)</t>", re.DOTALL)
_RAISED = re.compile(rb'<vertAlign val="(?:superscript|subscript)"')
_INLINE = re.compile(rb'<c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<is>(.*?)</is>', re.DOTALL)

See = Callable[[Any], object]


class Looks:
    """Gives the cells of a sheet as they look.

    Attributes
    ----------
    scaled
        For the place of a column whose numbers are shown in thousands or millions, one of them as
        it is shown and as it is stored.
    """

    def __init__(self) -> None:
        self.scaled: dict[int, str] = {}
        self._ways: dict[tuple[type, int], See | None] = {}

    def row(self, cells: Sequence[Any]) -> list[object]:
        """Give one row of cells as raw cells."""
        out: list[object] = []
        ways = self._ways
        for cell in cells:
            value = cell.value
            if value is None or type(value) is str or not cell.has_style:
                out.append(value)
                continue
            key = (type(value), cell._style_id)
            if key not in ways:
                ways[key] = self._way_of(value, cell.number_format)
            way = ways[key]
            out.append(way(cell) if way else value)
        return out

    def _way_of(self, value: object, code: str) -> See | None:
        """How a format changes what a kind of value says; None when it does not."""
        section = code.split(";")[0]
        shown = _NOT_A_CODE.sub(lambda found: found[1] or "", section).strip()
        if isinstance(value, bool):
            return None
        if isinstance(value, datetime):
            only_month = "d" not in shown.lower() and "y" in shown.lower()
            return _as_month if only_month else None
        if not isinstance(value, int | float):
            return None
        if shown.endswith("%"):
            return _as_percent
        if len(shown) > 1 and set(shown) == {"0"}:
            return lambda cell: _padded(cell.value, len(shown))
        if _DIGITS_AND_MARKS.fullmatch(shown) and ("-" in shown or "/" in shown or "(" in shown):
            return lambda cell: _in_pattern(cell.value, shown)
        if re.search(r"[0#],+(?:\.0+)?$", shown.rstrip(")")):
            times = 1000 ** len(re.search(r",+(?=(?:\.0+)?$)", shown.rstrip(")"))[0])  # type: ignore[index]
            return lambda cell: self._in_thousands(cell, times)
        found = _DECIMALS.fullmatch(shown.replace("$", "").strip("() -"))
        if found and isinstance(value, float | int):
            places = max(2, len(found[1] or ""))
            return lambda cell: _rounded(cell.value, places)
        return None

    def _in_thousands(self, cell: Any, times: int) -> object:
        self.scaled.setdefault(
            cell.column - 1, f"{cell.value / times:,.6g} where it stores {cell.value:,.10g}"
        )
        return cell.value


def _as_month(cell: Any) -> object:
    value = cell.value
    return f"{value.year}-{value.month:02d}" if value.day == 1 else value


def _as_percent(cell: Any) -> object:
    return f"{cell.value * 100:.10g}%"


def _padded(value: float, width: int) -> object:
    return f"{int(value):0{width}d}" if float(value).is_integer() else value


def _in_pattern(value: float, shown: str) -> object:
    """Write a number as a pattern such as 000-00-0000 shows it."""
    if not float(value).is_integer() or value < 0:
        return value
    digits = list(f"{int(value):0{shown.count('0')}d}")
    out = []
    for mark in reversed(shown):
        if mark in "0#":
            if digits:
                out.append(digits.pop())
        else:
            out.append(mark)
    return "".join(digits) + "".join(reversed(out)).lstrip("- /.")


def _rounded(value: float, places: int) -> object:
    """Take a computed number as it is shown, to the cent; the difference is said."""
    if isinstance(value, int):
        return value
    near = round(Decimal(repr(value)), places)
    apart = near - Decimal(repr(value))
    if abs(apart) < Decimal("1e-7"):
        return value
    return Shown(
        float(near),
        f"taken as Excel shows it, {abs(apart):.4f} {'more' if apart > 0 else 'less'}"
        " than it holds",
    )


def take_marks_off(rows: list[list[object]], xml: bytes, strings: bytes) -> None:
    """Take raised and lowered marks, which are footnotes, off the texts that have them."""
    if b"vertAlign" in strings:
        marked = {
            at: text
            for at, found in enumerate(_SI.finditer(strings))
            if _RAISED.search(found[0]) and (text := _without_marks(found[1] or b"")) is not None
        }
        if marked:
            wanted = "|".join(map(str, marked)).encode()
            cell = re.compile(
                rb'<c\b(?=[^>]*\bt="s")[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<v>(' + wanted + rb")</v>"
            )
            for place, at in cell.findall(xml):
                _put(rows, place, marked[int(at)])
    if b"vertAlign" in xml:
        for place, inside in _INLINE.findall(xml):
            if _RAISED.search(inside) and (text := _without_marks(inside)) is not None:
                _put(rows, place, text)


def _without_marks(inside: bytes) -> str | None:
    """Give a rich text without its raised parts; None when nothing else is in it."""
    parts = []
    for run in _RUN.findall(inside):
        if not _RAISED.search(run):
            parts += _TEXT.findall(run)
    text = unescape(b"".join(parts).decode("utf-8")).strip()
    return text or None


def _put(rows: list[list[object]], place: bytes, text: str) -> None:
    row, column = coordinate_to_tuple(place.decode())
    if row <= len(rows) and column <= len(rows[row - 1]):
        rows[row - 1][column - 1] = Shown(text, "a small raised mark was taken off as a footnote")
