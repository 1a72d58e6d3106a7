"""A data frame as everyone can read it: caption, a name for each column, a header for each row.

pandas writes two rows of column names, with empty cells in both, and no caption: a screen reader
then reads numbers that belong to nothing.
"""

import html
from collections.abc import Iterator
from typing import Any

import pandas as pd

from groundwork.subject.counts import counted

MOST_ROWS = 60  # as pandas has it
NOT_NAMED = "row"


def page_of(frame: pd.DataFrame) -> str:
    """Write a data frame as HTML that needs no style sheet and no script.

    The caption is ``frame.attrs["title"]`` or, without one, the size of the table.
    """
    shown = frame.head(MOST_ROWS)
    levels = [shown.index.get_level_values(number) for number in range(shown.index.nlevels)]
    names = [*map(_name_of, shown.index.names), *map(_label_of, shown.columns)]
    columns = [cells(values.to_series()) for values in levels]
    columns += [cells(shown.iloc[:, number]) for number in range(shown.shape[1])]
    numeric = [pd.api.types.is_numeric_dtype(kind) for kind in shown.dtypes]
    sides = [""] * len(levels) + [' class="gw-number"' if one else "" for one in numeric]
    head = "".join(
        f'<th scope="col"{side}>{html.escape(name)}</th>'
        for name, side in zip(names, sides, strict=True)
    )
    rows = "".join(_row(row, sides, len(levels)) for row in zip(*columns, strict=True))
    caption = html.escape(_caption_of(frame))
    # The classes keep two amounts of money from being read as mathematics (MathJax 2, 3 and 4).
    return (
        f'<div class="gw-data mathjax_ignore tex2jax_ignore" tabindex="0" role="group" '
        f'aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def cells(values: pd.Series, decimals: int | None = None) -> list[str]:
    """Write a column of a table; figures all with the same decimals, so that they line up.

    Thousands have a comma, but for years.
    """
    if decimals is None and pd.api.types.is_float_dtype(values):
        decimals = max(
            (len(f"{each:.10g}".partition(".")[2]) for each in values.dropna()), default=0
        )
    if pd.api.types.is_integer_dtype(values) and "year" not in str(values.name).casefold():
        decimals = 0
    return ["no figure" if pd.isna(each) else _cell(each, decimals) for each in values]


def _cell(value: Any, decimals: int | None) -> str:
    return str(value) if decimals is None or isinstance(value, str) else f"{value:,.{decimals}f}"


def _row(row: tuple[str, ...], sides: list[str], headers: int) -> str:
    first = "".join(f'<th scope="row">{html.escape(name)}</th>' for name in row[:headers])
    rest: Iterator[tuple[str, str]] = zip(row[headers:], sides[headers:], strict=True)
    return (
        f"<tr>{first}{''.join(f'<td{side}>{html.escape(cell)}</td>' for cell, side in rest)}</tr>"
    )


def _name_of(name: object) -> str:
    return NOT_NAMED if name is None or not str(name).strip() else str(name)


def _label_of(label: object) -> str:
    """Name a column in one cell, whatever stands above it."""
    parts = label if isinstance(label, tuple) else (label,)
    return " · ".join(str(part) for part in parts if str(part).strip()) or "no name"


def _caption_of(frame: pd.DataFrame) -> str:
    rows, columns = frame.shape
    size = f"Table of {counted(rows, 'row')} and {counted(columns, 'column')}"
    title = str(frame.attrs.get("title") or size)
    return title if rows <= MOST_ROWS else f"{title}, the first {MOST_ROWS} of {rows:,} rows"
