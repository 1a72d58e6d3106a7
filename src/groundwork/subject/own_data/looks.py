"""The cells of a column, and what a person sees in them: each is looked at once."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from string import ascii_lowercase, ascii_uppercase, digits
from typing import TypeVar

import numpy as np
import pandas as pd
from pandas.api.types import infer_dtype

from groundwork.subject.own_data.cell import Shown, is_blank, number_of, text_of
from groundwork.subject.own_data.cell_marks import says_nothing
from groundwork.subject.own_data.dates import may_be_day, read_fiscal_year
from groundwork.subject.own_data.grid import as_array
from groundwork.subject.own_data.numbers import is_whole, take_apart
from groundwork.subject.own_data.total_words import says_total
from groundwork.subject.own_data.wording import simple

_FORM = str.maketrans(
    dict.fromkeys(ascii_lowercase, "a")
    | dict.fromkeys(ascii_uppercase, "A")
    | dict.fromkeys(digits, "0")
)
_FORM_OF_BYTES = bytes(ord(_FORM.get(at, chr(at))) if at < 128 else at for at in range(256))
_SAMPLE = 300
Seen = TypeVar("Seen")


class Looks:
    """What is seen in the raw cells of a column, worked out when it is first asked for."""

    cells: Sequence[object]

    def look_again(self) -> None:
        """Forget what was seen, since the cells are others now."""
        for name in _SEEN:
            self.__dict__.pop(name, None)

    @cached_property
    def only_text(self) -> bool:
        """Whether every cell is a text, as in a text file."""
        return infer_dtype(as_array(self.cells), skipna=False) in ("string", "empty")

    @cached_property
    def _kinds(self) -> tuple[np.ndarray, list[object]]:
        """For each row, the place of its cell among the different ones; and those, as they come."""
        if self.only_text:
            places, different = pd.factorize(as_array(self.cells))
            return places, different.tolist()
        kinds = {cell: at for at, cell in enumerate(dict.fromkeys(self.cells))}
        return looked_up(kinds, self.cells), list(kinds)

    @property
    def places(self) -> np.ndarray:
        """For each row, the place of its cell among the different ones."""
        return self._kinds[0]

    @property
    def different(self) -> list[object]:
        """Its different cells, in the order in which they come."""
        return self._kinds[1]

    @cached_property
    def has_empty(self) -> bool:
        """Whether a cell is an empty text."""
        if self.only_text:
            lines = f"\n{self._lines}\n"
            return "\n\n" in lines and "" in self.different
        return "" in self.different

    def holds(self, text: str) -> bool:
        """Say whether a cell is this text."""
        return (not self.only_text or text in self._lines) and text in self.different

    @cached_property
    def _lines(self) -> str:
        return "\n".join(self.different)  # type: ignore[arg-type]

    @cached_property
    def tidy(self) -> bool:
        """Whether all its cells are texts without blank space around them or unseen letters."""
        if not self.only_text:
            return False
        lines = self._lines
        if lines[:1] == " " or lines[-1:] == " " or "\n " in lines or " \n" in lines:
            return False
        return lines.isascii() and lines.replace("\n", "").isprintable()

    @cached_property
    def texts(self) -> list[str]:
        """Its different texts, without the blank ones and without blank space around them."""
        if self.tidy:
            return [cell for cell in self.different if cell]  # type: ignore[misc]
        return [
            cell.strip() if type(cell) is str else text_of(cell)
            for cell in self.different
            if isinstance(cell, str | Shown) and cell not in self.blanks
        ]

    @cached_property
    def blanks(self) -> frozenset[object]:
        """Those of its different cells that are empty."""
        if self.tidy:
            return frozenset([""] if self.has_empty else [])
        return frozenset(
            cell
            for cell in self.different
            if not (type(cell) is str and cell[:1].isalnum()) and is_blank(cell)
        )

    @cached_property
    def kinds(self) -> list[str]:
        """The text of each of its different cells, "" where it is empty."""
        if self.tidy:
            return self.different  # type: ignore[return-value]
        return list(map(text_of, self.different))

    @cached_property
    def plain(self) -> list[str]:
        """What counts in each of these, as in a heading."""
        return list(map(simple, self.kinds))

    @cached_property
    def said(self) -> list[str]:
        """The texts of its different cells, numbers too, without the empty ones."""
        return _filled(self.different)

    @cached_property
    def sample(self) -> list[str]:
        """The texts of the first of its different cells: enough to say what it could hold."""
        return _filled(self.different[:_SAMPLE])

    @cached_property
    def sample_stored(self) -> list[str]:
        """The same cells as they are stored, where they are shown otherwise.

        A formula that was never computed and a mark for "not known" speak for no kind.
        """
        some = self.different[:_SAMPLE]
        texts = _filled([cell.value if isinstance(cell, Shown) else cell for cell in some])
        return [text for text in texts if not text.startswith("=") and not says_nothing(text)]

    @cached_property
    def sample_numbers(self) -> int:
        """How many of these are numbers."""
        return sum(take_apart(text) is not None for text in self.sample_stored)

    @cached_property
    def sample_whole(self) -> int:
        """How many of these are whole numbers."""
        return sum(is_whole(text) for text in self.sample_stored)

    @cached_property
    def sample_days(self) -> list[bool]:
        """Whether each text of the sample is a day, but for marks for "not known"."""
        return [may_be_day(text) for text in self.sample if not says_nothing(text)]

    @cached_property
    def holds_days(self) -> bool:
        """Whether at least half of the sample are days."""
        return any(self.sample_days) and 2 * sum(self.sample_days) >= len(self.sample_days)

    @cached_property
    def sample_fiscal_years(self) -> int:
        """How many texts of the sample are fiscal years."""
        return sum(read_fiscal_year(text) is not None for text in self.sample)

    @cached_property
    def totals(self) -> frozenset[str]:
        """Those of its texts that speak of a total."""
        return frozenset(filter(says_total, self.texts))

    @cached_property
    def shown(self) -> list[str]:
        """The text of each cell as a person sees it, "" where it is empty."""
        return self._of_each(text_of)

    @cached_property
    def written(self) -> list[str]:
        """The same, with nothing for a number, a date, yes or no that is stored as such."""
        return self._of_each(lambda cell: text_of(cell) if isinstance(cell, str | Shown) else "")

    @cached_property
    def empty(self) -> list[bool]:
        """Whether each cell is empty."""
        return self._of_each(is_blank)

    @cached_property
    def numbers(self) -> list[Decimal | None]:
        """The number that stands in each cell, or None."""
        return self._of_each(number_of)

    def _of_each(self, look: Callable[[object], Seen]) -> list[Seen]:
        """Look at each cell; at different texts once."""
        if not self.only_text:
            return list(map(look, self.cells))
        found = list(map(look, self.different))
        return [found[place] for place in self.places.tolist()]

    @property
    def filled(self) -> int:
        """How many cells are not empty."""
        return len(self.cells) - sum(self.empty)

    @cached_property
    def all_text(self) -> str:
        """All its different texts, a line each: one look at it settles most questions."""
        return self._lines if self.tidy and not self.has_empty else "\n".join(self.texts)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters and marks that its texts are written with."""
        if not self.all_text.isascii():
            return frozenset(self.all_text)
        counted = np.bincount(np.frombuffer(self.all_text.encode("ascii"), np.uint8), minlength=1)
        return frozenset(map(chr, np.flatnonzero(counted).tolist()))

    @cached_property
    def forms(self) -> str:
        """The different forms of its texts, a line each: 0 for a digit, a and A for a letter.

        A large column has many texts and few forms: "RB-104" and "RB-977" are both "AA-000".
        """
        if not self.all_text.isascii():
            return "\n".join(dict.fromkeys(self.all_text.translate(_FORM).split("\n")))
        formed = self.all_text.encode("ascii").translate(_FORM_OF_BYTES).split(b"\n")
        return b"\n".join(dict.fromkeys(formed)).decode("ascii")

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return len(self.blanks) == len(self.different)


_SEEN = [name for name, kept in vars(Looks).items() if isinstance(kept, cached_property)]


def _filled(cells: Sequence[object]) -> list[str]:
    return [text_of(cell) for cell in cells if not is_blank(cell)]


def looked_up(kinds: Mapping[object, int], keys: Sequence[object]) -> np.ndarray:
    """Give the place of each key."""
    return np.fromiter(map(kinds.__getitem__, keys), np.int64, len(keys))
