"""A column of a file: its place, its heading, what it holds, its cells, and each as it was read."""

import dataclasses
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np
import pandas as pd

from groundwork.subject.own_data import dates, numbers, quick
from groundwork.subject.own_data.cell import Cell, Ways
from groundwork.subject.own_data.cells import read
from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.filling import filled_down
from groundwork.subject.own_data.grid import as_array
from groundwork.subject.own_data.looks import Looks, looked_up
from groundwork.subject.own_data.series import series
from groundwork.subject.own_data.wording import simple

_MANY = 0.5  # of the cells are different: then nothing is gained by looking each up


@dataclass(eq=False)
class Column(Looks):
    """One column of the file.

    Attributes
    ----------
    at
        Its place from 0; -1 when no column of the file holds it.
    heading
        Its heading as written; "" when it has none.
    field
        What it holds, or None.
    cells
        The raw cells of the rows of data.
    values
        The same cells as read: a str, a float, an int, a date, or None.
    notes, wrong, hidden
        The places, from 0, of what was read past, of what is wrong (with what to do about it), and
        of numbers that the file hides on purpose.
    down
        The cells that were filled down, by place.
    made
        Whether it was made of several columns of the file.
    times
        What its numbers were multiplied by.
    could
        The names of fields that it could hold, by what stands in it.
    """

    at: int
    heading: str
    field: Spec | None = None
    cells: Sequence[object] = ()
    values: list[object] = dataclasses.field(default_factory=list)
    notes: dict[str, list[int]] = dataclasses.field(default_factory=dict)
    wrong: dict[tuple[str, str], list[int]] = dataclasses.field(default_factory=dict)
    hidden: list[int] = dataclasses.field(default_factory=list)
    down: dict[int, object] = dataclasses.field(default_factory=dict)
    made: bool = False
    times: Decimal = Decimal(1)
    could: frozenset[str] = frozenset()
    _hidden: frozenset[int] | None = None
    _read: list[object] | None = None
    _labels: list[object] | None = None
    _codes: np.ndarray | None = None

    @property
    def letter(self) -> str:
        """The letter a spreadsheet shows above it."""
        return letter(self.at)

    @property
    def name(self) -> str:
        """What to call it in a message."""
        if self.at < 0:
            return f'"{self.heading}"'
        return f'{self.letter} "{self.heading}"' if self.heading else f"{self.letter} (no name)"

    @cached_property
    def words(self) -> str:
        """What counts in its heading: no case, marks, plural or blank space."""
        return simple(self.heading)

    @property
    def labels(self) -> list[object]:
        """Its different values, in the order in which they come."""
        if self._labels is None:
            read = self.values if self._read is None else self._read
            self._labels = list(dict.fromkeys(read))
        return self._labels

    @property
    def codes(self) -> np.ndarray:
        """A number for each different value, one a row, in the order in which they come."""
        if self._codes is None:
            if self._read is not None:
                self._codes = _numbered(self._read)[self.places]
            else:
                self._codes = _numbered(self.values)
        return self._codes

    def put(self, cells: Sequence[object]) -> None:
        """Give it other raw cells."""
        self.cells = cells
        self._read = self._labels = self._codes = None
        self.look_again()

    def put_values(self, values: Sequence[object]) -> None:
        """Give it other values than those that were read."""
        self.values = list(values)
        self._read = self._labels = self._codes = None

    @property
    def hidden_set(self) -> frozenset[int]:
        """The places of hidden numbers, for quick questions."""
        if self._hidden is None or len(self._hidden) != len(self.hidden):
            self._hidden = frozenset(self.hidden)
        return self._hidden

    def read(self, one: Spec, decimals: str, days: str, breaks: Collection[int]) -> None:
        """Read every cell as a field wants it; ``decimals`` and ``days`` as the person said."""
        if one.down:
            self.down = filled_down(self, breaks) if self.blanks else {}
            if self.down:
                self.put([self.down.get(at, cell) for at, cell in enumerate(self.cells)])
        self._read = self._labels = self._codes = None
        plain = quick.read(self, one, decimals)
        if plain is None:
            self._read_each(one, self._ways(one, decimals, days))
            return
        self.values, self.notes = plain.values, plain.notes
        self.wrong, self.hidden = {}, []
        self._read = self._labels = plain.different

    def _ways(self, one: Spec, decimals: str, days: str) -> Ways:
        """How the column writes decimals and days; what the person said comes first."""
        if one.kind in NUMERIC and not decimals:
            return Ways(numbers.decide(self.texts, one.kind), "")
        if one.kind == "day" and not days:
            return Ways("", dates.order(self.texts))
        return Ways(decimals, days)

    def _read_each(self, one: Spec, ways: Ways) -> None:
        """Read each different cell once, and tell where notes and problems stand."""
        if self.only_text:
            cells, places = self.different, self.places
        else:
            # 1, 1.0 and True are one key of a dict, but not one cell.
            typed: list[object] = [
                cell if type(cell) is str else (type(cell), cell) for cell in self.cells
            ]
            kinds = {key: at for at, key in enumerate(dict.fromkeys(typed))}
            places = looked_up(kinds, typed)
            cells = [key[1] if isinstance(key, tuple) else key for key in kinds]
        found = [read(cell, one, ways) for cell in cells]
        values = as_array([cell.value for cell in found])
        self.values = values[places].tolist()
        self._read = values.tolist() if self.only_text and one.kind not in NUMERIC else None
        self.notes, self.wrong, self.hidden = {}, {}, []
        self._tell(found, places)

    def _tell(self, found: Sequence[Cell], places: np.ndarray) -> None:
        """Say in which rows something was read past, is wrong or hidden."""
        said: dict[tuple[str, str, str], list[int]] = {}
        for at, cell in enumerate(found):
            if cell.wrong or cell.note:
                note = "" if cell.wrong else cell.note
                said.setdefault((note, cell.wrong, cell.fix), []).append(at)
        for (note, wrong, fix), kinds in said.items():
            rows = _rows_of(kinds, places, len(found))
            if wrong:
                self.wrong[(wrong, fix)] = rows
            else:
                self.notes[note] = rows
        self.wrong = dict(sorted(self.wrong.items(), key=lambda each: each[1][0]))
        self.notes = dict(sorted(self.notes.items(), key=lambda each: each[1][0]))
        hidden = [at for at, cell in enumerate(found) if cell.hidden]
        self.hidden = _rows_of(hidden, places, len(found)) if hidden else []

    def series(self) -> pd.Series:
        """Give its values the type that the course's own data sets have."""
        kind = self.field.kind if self.field else "text"
        if self._read is None or len(self._read) > _MANY * len(self.values):
            return series(self.values, kind)
        return series(self._read, kind).take(self.places).reset_index(drop=True)


def _numbered(values: Sequence[object]) -> np.ndarray:
    return pd.factorize(as_array(values), use_na_sentinel=False)[0]


def _rows_of(kinds: Sequence[int], places: np.ndarray, size: int) -> list[int]:
    """Give the rows whose cell is one of some kinds."""
    wanted = np.zeros(size, bool)
    wanted[list(kinds)] = True
    return np.flatnonzero(wanted[places]).tolist()


def letter(at: int) -> str:
    """Give the letter of a column: 0 is A, 25 is Z, 26 is AA."""
    name = ""
    at += 1
    while at > 0:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name
