"""A column of a file: its place, its heading, what it holds, its cells, and each as it was read."""

import dataclasses
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from groundwork.subject.own_data import dates, numbers, quick
from groundwork.subject.own_data.cells import Cell, Shown, Ways, is_blank, read, text_of
from groundwork.subject.own_data.contract import NUMERIC, Spec

# With these letters alone, a text holds nothing that cannot be seen.
_SEEN = frozenset(map(chr, range(32, 127))) | {"\n"}


_CACHED = ("kinds", "different", "only_text", "_tidy", "texts", "blanks", "all_text", "letters")


@dataclass(eq=False)
class Column:
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
    _hidden: frozenset[int] | None = None

    @property
    def letter(self) -> str:
        """The letter a spreadsheet shows above it."""
        return letter(self.at)

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return f'{self.letter} "{self.heading}"' if self.heading else f"{self.letter} (no name)"

    @cached_property
    def kinds(self) -> dict[object, None]:
        """Its different cells, in the order in which they come, to be looked up."""
        return dict.fromkeys(self.cells)

    @cached_property
    def different(self) -> list[object]:
        """Its different cells, in the order in which they come."""
        return list(self.kinds)

    @cached_property
    def only_text(self) -> bool:
        """Whether every cell is a text, as in a text file."""
        return set(map(type, self.different)) <= {str}

    @cached_property
    def _tidy(self) -> bool:
        """Whether all its cells are texts without blank space around them or unseen letters."""
        if not self.only_text:
            return False
        joined = "\n".join(self.different)  # type: ignore[arg-type]
        edges = ("\n " in joined) or (" \n" in joined) or joined[:1] == " " or joined[-1:] == " "
        return not edges and set(joined) <= _SEEN

    @cached_property
    def texts(self) -> list[str]:
        """Its different texts, without the blank ones and without blank space around them."""
        if self._tidy:
            return [cell for cell in self.different if cell]  # type: ignore[misc]
        return [
            cell.strip() if type(cell) is str else text_of(cell)
            for cell in self.different
            if isinstance(cell, str | Shown) and cell not in self.blanks
        ]

    @cached_property
    def blanks(self) -> frozenset[object]:
        """Those of its different cells that are empty."""
        if self._tidy:
            return frozenset([""] if "" in self.kinds else [])
        return frozenset(
            cell
            for cell in self.different
            if not (type(cell) is str and cell[:1].isalnum()) and is_blank(cell)
        )

    @cached_property
    def all_text(self) -> str:
        """All its different texts, a line each: one look at it settles most questions."""
        return "\n".join(self.texts)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters and marks that its texts are written with."""
        return frozenset(self.all_text)

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return len(self.blanks) == len(self.different)

    @cached_property
    def codes(self) -> np.ndarray:
        """A number for each different value, one a row, in the order in which they come."""
        values = np.empty(len(self.values), object)
        values[:] = self.values
        return pd.factorize(values, use_na_sentinel=False)[0]

    def put(self, cells: Sequence[object]) -> None:
        """Give it other raw cells."""
        self.cells = cells
        for name in _CACHED:
            self.__dict__.pop(name, None)

    @property
    def hidden_set(self) -> frozenset[int]:
        """The places of hidden numbers, for quick questions."""
        if self._hidden is None or len(self._hidden) != len(self.hidden):
            self._hidden = frozenset(self.hidden)
        return self._hidden

    def read(self, one: Spec, decimals: str, days: str, breaks: Collection[int]) -> None:
        """Read every cell as a field wants it; ``decimals`` and ``days`` as the person said."""
        if one.down:
            self.down = filled_down(self, breaks)
            if self.down:
                self.put([self.down.get(at, cell) for at, cell in enumerate(self.cells)])
        plain = quick.plain_values(self.different, self.cells, one, decimals)
        if plain is not None:
            self.values = plain
            return
        self._read_each(one, self._ways(one, decimals, days))

    def _ways(self, one: Spec, decimals: str, days: str) -> Ways:
        """How the column writes decimals and days; what the person said comes first."""
        if one.kind in NUMERIC and not decimals:
            return Ways(numbers.decide(self.texts, one.kind), "")
        if one.kind == "day" and not days:
            return Ways("", dates.order(self.texts))
        return Ways(decimals, days)

    def _read_each(self, one: Spec, ways: Ways) -> None:
        """Read each different cell once, and tell where notes and problems stand."""
        keys: Sequence[Hashable] = self.cells
        if self.only_text:
            cache: dict[Hashable, Cell] = {cell: read(cell, one, ways) for cell in self.different}
        else:
            # 1, 1.0 and True are one key of a dict, but not one cell.
            keys = [cell if type(cell) is str else (type(cell), cell) for cell in self.cells]
            cache = {}
            for key, raw in zip(keys, self.cells, strict=True):
                if key not in cache:
                    cache[key] = read(raw, one, ways)
        values = {key: cell.value for key, cell in cache.items()}
        self.values = list(map(values.__getitem__, keys))
        self.notes, self.wrong, self.hidden = {}, {}, []
        if not any(cell.note or cell.wrong for cell in cache.values()):
            return
        for at, key in enumerate(keys):
            cell = cache[key]
            if cell.wrong:
                self.wrong.setdefault((cell.wrong, cell.fix), []).append(at)
            elif cell.note:
                self.notes.setdefault(cell.note, []).append(at)
                if cell.hidden:
                    self.hidden.append(at)

    def series(self) -> pd.Series:
        """Give its values the type that the course's own data sets have."""
        return series(self.values, self.field.kind if self.field else "text")


def letter(at: int) -> str:
    """Give the letter of a column: 0 is A, 25 is Z, 26 is AA."""
    name = ""
    at += 1
    while at > 0:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def filled_down(column: Column, breaks: Collection[int]) -> dict[int, object]:
    """Give the blank cells that merged-looking labels stand for, by place.

    A column looks merged when its first row has a label, no label is said twice in a row, and
    there is at least one blank for two labels. A total ends a group, so nothing crosses it.
    """
    if not column.blanks:
        return {}
    cells = column.cells
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


def series(values: Sequence[object], kind: str) -> pd.Series:
    """Give values the type that the course's own data sets have."""
    if kind in ("money", "share", "number"):
        return pd.Series(values, dtype="float64")
    if kind == "years" and any(isinstance(value, str) for value in values):
        values, kind = [None if each is None else str(each) for each in values], "text"
    if kind in ("whole", "years"):
        return pd.Series(values, dtype="Int64" if None in values else "int64")
    if kind == "day":
        texts = [None if value is None else str(value) for value in values]
        return pd.to_datetime(pd.Series(texts, dtype="str"), format="%Y-%m-%d")
    return pd.Series([None if value == "" else value for value in values], dtype="str")
