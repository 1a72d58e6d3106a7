"""The cells of a sheet, as they are stored by row or by column, and as a person sees them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import overload

import numpy as np

from groundwork.subject.own_data.cell import is_blank, number_of, text_of
from groundwork.subject.own_data.total_words import Speech, speech_of
from groundwork.subject.own_data.wording import simple

Cells = Sequence[object]


class Grid(Sequence[Cells]):
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
    def __getitem__(self, at: int) -> Cells: ...

    @overload
    def __getitem__(self, at: slice) -> "Grid": ...

    def __getitem__(self, at: int | slice) -> "Cells | Grid":  # noqa: D105
        if isinstance(at, slice):
            return Grid([column[at] for column in self.columns])
        return [column[at] for column in self.columns]

    def __iter__(self) -> Iterator[Cells]:  # noqa: D105
        return iter(zip(*self.columns, strict=True))


class Row(Sequence[object]):
    """One row of raw cells, and what a person sees in it."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def __len__(self) -> int:  # noqa: D105
        return len(self.cells)

    def __getitem__(self, at):  # type: ignore[no-untyped-def]  # noqa: D105
        return self.cells[at]

    def __iter__(self) -> Iterator[object]:  # noqa: D105
        return iter(self.cells)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each cell, "" where it is empty."""
        return list(map(text_of, self.cells))

    @cached_property
    def filled(self) -> list[int]:
        """The places of the cells that are not empty."""
        return [at for at, cell in enumerate(self.cells) if not is_blank(cell)]

    @cached_property
    def holds(self) -> frozenset[int]:
        """The same places, for quick questions."""
        return frozenset(self.filled)

    @cached_property
    def plain(self) -> list[str]:
        """What counts in each text, as in a heading."""
        return list(map(simple, self.texts))

    @cached_property
    def speech(self) -> Speech:
        """What its words say of totals."""
        return speech_of(self.cells, self.filled)

    @cached_property
    def numbers(self) -> list[Decimal | None]:
        """The number that stands in each cell, or None."""
        return list(map(number_of, self.cells))

    @cached_property
    def words(self) -> list[str]:
        """The texts of the cells that are not empty."""
        return [self.texts[at] for at in self.filled]


class Page(Sequence[Row]):
    """The rows of a sheet, each looked at once, when it is first asked for.

    Parameters
    ----------
    rows
        The raw cells of each row.
    """

    def __init__(self, rows: Sequence[Cells]) -> None:
        self._rows = rows
        self._seen: dict[int, Row] = {}

    def __len__(self) -> int:  # noqa: D105
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> "Page": ...

    def __getitem__(self, at: int | slice) -> "Row | Page":  # noqa: D105
        if isinstance(at, slice):
            return Page(self._rows[at])
        if at not in self._seen:
            self._seen[at] = Row(self._rows[at])
        return self._seen[at]

    @property
    def only_text(self) -> bool:
        """Whether every cell is a text and every row as wide as the first."""
        return isinstance(self._rows, Grid)

    @property
    def widths(self) -> list[int]:
        """How many cells each row has."""
        if isinstance(self._rows, Grid):
            return [len(self._rows.columns)] * len(self._rows)
        return list(map(len, self._rows))

    @property
    def columns(self) -> list[Cells]:
        """The raw cells of each column."""
        return as_columns(self._rows)


def as_columns(rows: Sequence[Cells]) -> list[Cells]:
    """Give the cells of each column; a row that is shorter than others lacks its last ones."""
    if isinstance(rows, Grid):
        return list(rows.columns)  # type: ignore[arg-type]
    width = max(map(len, rows), default=0)
    if set(map(len, rows)) != {width}:
        rows = [row if len(row) == width else [*row, *[None] * (width - len(row))] for row in rows]
    cells = list(chain.from_iterable(rows))
    return [cells[at::width] for at in range(width)]


def as_array(cells: Cells) -> np.ndarray:
    """Give cells as an array of objects, whatever they are."""
    if isinstance(cells, np.ndarray):
        return cells
    array = np.empty(len(cells), object)
    array[:] = cells
    return array
