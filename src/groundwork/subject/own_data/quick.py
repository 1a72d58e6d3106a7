"""Read whole columns at once where nothing in them can be wrong.

Most columns of a large file hold plain numbers, sums with a dollar sign and commas, or ordinary
words. One look at all their different texts settles them; a column that has anything else in it is
read cell by cell.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.looks import Looks

AS_PLAIN = "read as a plain number"
"""What is said of a number that was written with a dollar sign, commas or brackets."""

_WORDS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;()/&-_\n")
_NUMBERS = frozenset("0123456789.-\n")
_DRESSED = frozenset("0123456789.,-$()\n")
_ODD = re.compile(r"\n[^A-Za-z0-9]| \n|  ")
# Forms, not texts: an id that went through a spreadsheet, such as 1.2E+11 or 1-Mar.
_SPOILED = re.compile(r"^0(?:[.,]0+)?[aA]\+?0{1,3}$|0-Aaa|Aaa-0", re.MULTILINE)
_PLAIN = {
    "money": re.compile(r"(?:-?(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?\n)*+"),
    "number": re.compile(r"(?:-?(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?\n)*+"),
    "whole": re.compile(r"(?:(?:0|[1-9]\d{0,11})\n)*+"),
}
_DIGITS = r"(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3}){1,3})(?:\.\d{1,2})?"
_IN_DRESS = re.compile(rf"(?:(?:-?\$?{_DIGITS}|\(\$?{_DIGITS}\))\n)*+")
_CENTS = re.compile(r"\.\d\d?\)?\n")
_UNDRESS = str.maketrans({"$": None, ",": None, ")": None, "(": "-"})
_FEW = 40  # for fewer different cells nothing is gained
_MOST = 1e10  # a number below this, with cents, is kept exactly


@dataclass(frozen=True)
class Plain:
    """The values of a column, and where what was read past stands.

    ``different`` are the values of its different cells, where they are words.
    """

    values: list[object]
    notes: dict[str, list[int]] = field(default_factory=dict)
    different: list[object] | None = None


def read(column: Looks, one: Spec, decimals: str) -> Plain | None:
    """Give the values of a column in which nothing can be wrong, or None."""
    if len(column.different) < _FEW:
        return None
    if one.kind == "text":
        return _ordinary(column, one) if column.tidy else None
    if one.kind not in NUMERIC or one.kind == "share":
        return None
    if column.tidy and decimals != "comma" and one.kind in _PLAIN:
        return _written(column, one) or _dressed(column, one, decimals)
    if set(map(type, column.different)) <= {int, float, type(None)}:
        return _stored(column, one)
    return None


def _ordinary(column: Looks, one: Spec) -> Plain | None:
    blank = column.has_empty
    if blank and one.filled:
        return None
    if one.code and _SPOILED.search(column.forms):
        return None
    if not column.letters <= _WORDS or _ODD.search(f"\n{column.forms}\n"):
        return None
    if not blank:
        return Plain(list(column.cells), different=column.different)
    different = [cell or None for cell in column.different]
    return Plain([cell or None for cell in column.cells], different=different)


def _written(column: Looks, one: Spec) -> Plain | None:
    """Read a column of plain digits."""
    blank = column.has_empty
    if (blank and one.filled) or not column.letters <= _NUMBERS:
        return None
    if not _PLAIN[one.kind].fullmatch(f"{column.all_text}\n"):
        return None
    turn: Callable[[str], object] = int if one.kind == "whole" else float
    cells: Sequence[str] = column.cells  # type: ignore[assignment]
    values = [turn(cell) if cell else None for cell in cells] if blank else list(map(turn, cells))
    return Plain(values) if _within(values, one) else None


def _dressed(column: Looks, one: Spec, decimals: str) -> Plain | None:
    """Read a column of money in a finance office's dress: $1,234.56 and (1,234.56).

    A cell with cents says that the point parts them; without one, the column is read cell by cell.
    """
    if one.kind != "money" or not column.letters <= _DRESSED or (column.has_empty and one.filled):
        return None
    text = f"{column.all_text}\n"
    if not _IN_DRESS.fullmatch(text) or not (_CENTS.search(text) or decimals):
        return None
    kinds: list[float | None] = list(map(float, text.translate(_UNDRESS).split()))
    if column.has_empty:
        kinds.insert(column.different.index(""), None)
    values = np.array(kinds, object)[column.places].tolist()
    if not _within(kinds, one):
        return None
    plain = np.array(list(map(_NUMBERS.issuperset, column.different)))  # type: ignore[arg-type]
    rows = np.flatnonzero(~plain[column.places]).tolist()
    return Plain(values, {AS_PLAIN: rows} if rows else {})


def _stored(column: Looks, one: Spec) -> Plain | None:
    """Read a column of numbers as Excel stores them."""
    if None in column.different and one.filled:
        return None
    places = {"money": 2, "whole": 0}.get(one.kind)
    values = [None if cell is None else float(cell) for cell in column.cells]  # type: ignore[arg-type]
    known = np.array([value for value in values if value is not None])
    if not np.isfinite(known).all() or not _within(values, one):
        return None
    if places is not None and not np.array_equal(np.round(known, places), known):
        return None
    if one.kind == "whole":
        return Plain([None if value is None else int(value) for value in values])
    return Plain(list(values))


def _within(values: Sequence[object], one: Spec) -> bool:
    """Whether all numbers lie within the limits of the field, and can be kept exactly."""
    known = np.array(values, float)  # a missing one becomes NaN
    low, high = np.nanmin(known, initial=np.inf), np.nanmax(known, initial=-np.inf)
    if low > high:
        return True
    # Below zero in such a column stands a mark for a number that is not there.
    least = (0 if one.hidden else -_MOST) if one.least is None else one.least
    most = _MOST if one.most is None else one.most
    return bool(least <= low and high <= most and max(-low, high) < _MOST)
