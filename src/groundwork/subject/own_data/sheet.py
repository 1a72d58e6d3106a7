"""A sheet as it was read: raw cells, and what the reader has to say about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from groundwork.subject.own_data.report import Note


@dataclass(frozen=True)
class Sheet:
    """Every row of a sheet from its first, as raw cells: text, numbers, dates, True, False, None.

    ``exact_widths`` says that a row longer than the header has shifted cells, as in a text file.
    """

    file: str
    rows: Sequence[Sequence[object]]
    name: str = ""
    exact_widths: bool = False
    notes: tuple[Note, ...] = ()
