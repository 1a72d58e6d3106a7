"""A sheet as it was read: raw cells, and what the reader has to say about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import overload

import numpy as np

from groundwork.subject.own_data.questions import Question
from groundwork.subject.own_data.report import Note

Row = Sequence[object]


class Grid(Sequence[Row]):
    """Rows of texts, all of one width, kept as columns: most questions are about a whole column.

    Parameters
    ----------
    columns
        The texts of each column, from the first row; all of one length, and at least one column.
    """

    def __init__(self, columns: Sequence[np.ndarray]) -> None:
        self.columns = columns

    def __len__(self) -> int:  # noqa: D105
        return len(self.columns[0])

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> "Grid": ...

    def __getitem__(self, at: int | slice) -> "Row | Grid":  # noqa: D105
        if isinstance(at, slice):
            return Grid([column[at] for column in self.columns])
        return [column[at] for column in self.columns]

    def __iter__(self) -> Iterator[Row]:  # noqa: D105
        return iter(zip(*self.columns, strict=True))


def as_columns(rows: Sequence[Row]) -> list[Sequence[object]]:
    """Give the cells of each column; a row that is shorter than others lacks its last ones."""
    if isinstance(rows, Grid):
        return list(rows.columns)  # type: ignore[arg-type]
    width = max(map(len, rows), default=0)
    if set(map(len, rows)) != {width}:
        rows = [row if len(row) == width else [*row, *[None] * (width - len(row))] for row in rows]
    cells = list(chain.from_iterable(rows))
    return [cells[at::width] for at in range(width)]


def as_array(cells: Sequence[object]) -> np.ndarray:
    """Give cells as an array of objects, whatever they are."""
    if isinstance(cells, np.ndarray):
        return cells
    array = np.empty(len(cells), object)
    array[:] = cells
    return array


@dataclass(frozen=True)
class Sheet:
    """Every row of a sheet from its first, as raw cells: text, numbers, dates, True, False, None.

    ``exact_widths`` says that a row longer than the header has shifted cells, as in a text file.
    ``hidden_rows`` are those that Excel does not show, from 1. ``scaled`` tells, by the place of a
    column, what Excel shows there otherwise than it stores it. ``questions`` are about the file as
    a whole, such as its letters. ``from_1904`` says that its days are counted from 1904.
    ``unseen`` are, by the place of a column, the rows, from 1, whose cells hold something and show
    nothing. ``said`` are words beside cells, such as comments: the row, from 1, the place of the
    column, and the words.
    """

    file: str
    rows: Sequence[Row]
    name: str = ""
    exact_widths: bool = False
    notes: tuple[Note, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    scaled: Mapping[int, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    from_1904: bool = False
    said: tuple[tuple[int, int, str], ...] = ()
    unseen: Mapping[int, Sequence[int]] = field(default_factory=dict)
