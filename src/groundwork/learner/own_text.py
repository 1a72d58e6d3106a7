"""Part the text of a file into cells, column by column where every row is as wide as the first."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import repeat
from operator import contains

import numpy as np

from groundwork.subject.errors import UserError
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Cells, Grid, as_array, as_columns
from groundwork.subject.own_data.header_row import fields_named
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.sheet import Sheet

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
_HINT = re.compile(r'"?sep=(.)"?\r?', re.IGNORECASE)


def table_of(text: str, letters: str, contract: Contract, name: str) -> Sheet:
    """Part a text into cells; ``letters`` says how they were read, or ""."""
    notes = [Note(letters)] if letters else []
    separator = ""
    end = text.find("\n")
    hint = _HINT.fullmatch(text[:end]) if end >= 0 else None
    if hint:
        # Excel does not show this line, so its rows are counted from the next.
        text, separator = text[end + 1 :], hint[1]
        notes.append(Note('the line "sep=" at the start was taken as Excel takes it'))
    separator = separator or _separator(text, contract)
    if separator != ",":
        said = _SEPARATORS.get(separator, f'"{separator}"')
        notes.append(Note(f"cells are parted by {said}"))
    return Sheet(name, parted(text, separator, name), exact_widths=True, notes=tuple(notes))


def parted(text: str, separator: str, name: str) -> Sequence[Cells]:
    """Part a text into rows of cells.

    Raises
    ------
    UserError
        When its quotation marks do not pair.
    """
    if '"' not in text:
        even = _evenly(text.replace("\r\n", "\n"), separator)
        if even is not None:
            return even
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        raise UserError(
            f"{name}, near row {len(rows) + 1}: the text cannot be parted into cells ({error}).",
            'A quotation mark (") may be missing or too many there. Or save the file as Excel.',
        ) from None
    widths = set(map(len, rows))
    if len(widths) != 1 or widths == {0}:
        return rows
    return Grid([as_array(column) for column in as_columns(rows)])


def _evenly(text: str, separator: str) -> Grid | None:
    """Part a text without quotation marks whose lines have all as many separators, or give None.

    Such a text needs no walk from letter to letter: cut at each separator, every so many pieces
    hold a line end, which parts the last cell of a row from the first of the next.
    """
    end = text.find("\n")
    closed = text.endswith("\n")
    steps = text.count(separator, 0, end if end >= 0 else len(text))
    if "\r" in text or not steps:
        return None
    ends = text.count("\n") - closed
    pieces = text.split(separator)
    pieces[-1] = pieces[-1].removesuffix("\n")
    if len(pieces) != (ends + 1) * steps + 1:
        return None
    joints = pieces[steps:-1:steps]
    if not all(map(contains, joints, repeat("\n"))):
        return None
    pairs = "\n".join(joints).split("\n") if joints else []
    if len(pairs) != 2 * ends:
        return None
    first = as_array([pieces[0], *pairs[1::2]])
    last = as_array([*pairs[::2], pieces[-1]])
    cells = np.fromiter(pieces, object, len(pieces))
    return Grid([first, *(cells[at::steps] for at in range(1, steps)), last])


def _separator(text: str, contract: Contract) -> str:
    """Give the separator by which a row names most columns of the contract."""
    lines = text[:200_000].splitlines(keepends=True)[:80]

    def score(separator: str) -> tuple[int, int]:
        try:
            rows = list(csv.reader(lines, delimiter=separator))
        except csv.Error:
            return (0, 0)
        return (fields_named(rows, contract), sum(len(row) - 1 for row in rows))

    return max(_SEPARATORS, key=score)
