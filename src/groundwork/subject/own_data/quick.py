"""Read whole columns at once where nothing in them can be wrong or is to be told.

Most columns of a large file hold plain numbers or ordinary words. One look at all their cells
together settles them; a column that has anything else in it is read cell by cell.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np

from groundwork.subject.own_data.contract import NUMERIC, Spec

_WORDS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;()/&-_\n")
_NUMBERS = frozenset("0123456789.-\n")
_ODD = re.compile(r"\n[^A-Za-z0-9]| \n|  ")
_PLAIN = {
    "money": re.compile(r"(?:-?(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?\n)*+"),
    "number": re.compile(r"(?:-?(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?\n)*+"),
    "whole": re.compile(r"(?:(?:0|[1-9]\d{0,11})\n)*+"),
}
_FEW = 40  # for fewer different cells nothing is gained
_MOST = 1e10  # a number below this, with cents, is kept exactly


def plain_values(
    different: Sequence[object], cells: Sequence[object], one: Spec, decimals: str
) -> list[object] | None:
    """Give the values of a column that is plain all through, or None."""
    if len(different) < _FEW:
        return None
    kinds = set(map(type, different))
    if one.kind == "text" and kinds <= {str}:
        return _ordinary(different, cells, one)
    if one.kind not in NUMERIC or one.kind == "share":
        return None
    if kinds <= {int, float, type(None)}:
        return _stored(different, cells, one)
    if kinds <= {str} and decimals != "comma" and one.kind in _PLAIN:
        return _written(different, cells, one)
    return None


def _ordinary(
    different: Sequence[object], cells: Sequence[object], one: Spec
) -> list[object] | None:
    blank = "" in different
    if blank and one.filled:
        return None
    all_of_them = "\n".join([cell for cell in different if cell])  # type: ignore[misc]
    if one.code and _could_be_spoiled(all_of_them):
        return None
    if not set(all_of_them) <= _WORDS or _ODD.search(f"\n{all_of_them}\n"):
        return None
    return [cell or None for cell in cells] if blank else list(cells)


def _could_be_spoiled(text: str) -> bool:
    """Whether ids may have gone through a spreadsheet: 1.2E+11, 1-Mar."""
    return bool(re.search(r"E\+|\d-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d", text))


def _written(
    different: Sequence[object], cells: Sequence[object], one: Spec
) -> list[object] | None:
    blank = "" in different
    if blank and one.filled:
        return None
    text = "".join([f"{cell}\n" for cell in different if cell])
    if not set(text) <= _NUMBERS or not _PLAIN[one.kind].fullmatch(text):
        return None
    turn: Callable[[str], object] = int if one.kind == "whole" else float
    values = [turn(str(cell)) if cell else None for cell in cells]
    return values if _within(values, one) else None


def _stored(different: Sequence[object], cells: Sequence[object], one: Spec) -> list[object] | None:
    if None in different and one.filled:
        return None
    places = {"money": 2, "whole": 0}.get(one.kind)
    values = [None if cell is None else float(cell) for cell in cells]  # type: ignore[arg-type]
    known = np.array([value for value in values if value is not None])
    if not np.isfinite(known).all() or not _within(values, one):
        return None
    if places is not None and not np.array_equal(np.round(known, places), known):
        return None
    if one.kind == "whole":
        return [None if value is None else int(value) for value in values]
    return list(values)


def _within(values: Sequence[object], one: Spec) -> bool:
    known = [value for value in values if value is not None]
    if not known:
        return True
    low, high = min(known), max(known)  # type: ignore[type-var]
    least = -_MOST if one.least is None else one.least
    most = _MOST if one.most is None else one.most
    return least <= low and high <= most and abs(low) < _MOST and abs(high) < _MOST  # type: ignore[operator, arg-type]
