"""Read a whole column: labels that stand once a group, the column's way of writing, its cells."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from groundwork.subject.own_data import dates, numbers
from groundwork.subject.own_data.cells import Cell, Ways, is_blank, read, text_of
from groundwork.subject.own_data.contract import NUMERIC, Field


@dataclass
class Read:
    """A column as read: its values, and the places (from 0) of what was noted and what is wrong."""

    values: list[object]
    notes: dict[str, list[int]] = field(default_factory=dict)
    wrong: dict[tuple[str, str], list[int]] = field(default_factory=dict)


def filled_down(cells: Sequence[object], breaks: Collection[int]) -> dict[int, object]:
    """Give the blank cells that merged-looking labels stand for, by place.

    A column looks merged when its first row has a label, no label is said twice in a row, and
    there is at least one blank for two labels. A total ends a group, so nothing crosses it.
    """
    if not any(map(is_blank, set(cells))):
        return {}
    blank = [is_blank(cell) for cell in cells]
    count = sum(blank)
    if not count or blank[0] or 2 * count < len(cells) - count:
        return {}
    if any(
        not blank[at] and not blank[at - 1] and text_of(cells[at]) == text_of(cells[at - 1])
        for at in range(1, len(cells))
    ):
        return {}
    filled: dict[int, object] = {}
    label: object = None
    for at, cell in enumerate(cells):
        if not blank[at]:
            label = cell
        elif at in breaks:
            label = None
        if blank[at] and label is not None:
            filled[at] = label
    return filled


def ways_of(cells: Sequence[object], column: Field, decimals: str, days: str) -> Ways:
    """Find how a column writes decimals and days; what the person said comes first."""
    if column.kind in NUMERIC and not decimals:
        return Ways(numbers.decide(_texts(cells), column.kind), "")
    if column.kind == "day" and not days:
        return Ways("", dates.order(_texts(cells)))
    return Ways(decimals, days)


def read_column(cells: Sequence[object], column: Field, ways: Ways) -> Read:
    """Read each different cell once, and tell where notes and problems stand."""
    # 1, 1.0 and True are one key of a dict, but not one cell.
    keys: Sequence[Hashable] = cells
    if set(map(type, cells)) != {str}:
        keys = [cell if type(cell) is str else (type(cell), cell) for cell in cells]
    cache: dict[Hashable, Cell] = {}
    for key, cell in zip(keys, cells, strict=True):
        if key not in cache:
            cache[key] = read(cell, column, ways)
    out = Read([cache[key].value for key in keys])
    if any(cell.note or cell.wrong for cell in cache.values()):
        for at, key in enumerate(keys):
            cell = cache[key]
            if cell.wrong:
                out.wrong.setdefault((cell.wrong, cell.fix), []).append(at)
            elif cell.note:
                out.notes.setdefault(cell.note, []).append(at)
    return out


def series(values: Sequence[object], kind: str) -> pd.Series:
    """Give values the type that the course's own data sets have."""
    if kind in ("money", "share", "number"):
        return pd.Series(values, dtype="float64")
    if kind == "whole":
        return pd.Series(values, dtype="Int64" if None in values else "int64")
    if kind == "day":
        texts = [None if value is None else str(value) for value in values]
        return pd.to_datetime(pd.Series(texts, dtype="str"), format="%Y-%m-%d")
    return pd.Series([None if value == "" else value for value in values], dtype="str")


def _texts(cells: Sequence[object]) -> set[str]:
    return {cell.strip() for cell in cells if isinstance(cell, str)}
