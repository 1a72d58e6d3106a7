"""A sheet as it was read: raw cells, and what the reader has to say about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from groundwork.subject.own_data.grid import Cells, Page
from groundwork.subject.own_data.questions import Question
from groundwork.subject.own_data.report import Note


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
    rows: Sequence[Cells]
    name: str = ""
    exact_widths: bool = False
    notes: tuple[Note, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    scaled: Mapping[int, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    from_1904: bool = False
    said: tuple[tuple[int, int, str], ...] = ()
    unseen: Mapping[int, Sequence[int]] = field(default_factory=dict)

    @cached_property
    def page(self) -> Page:
        """Its rows, each as a person sees it."""
        return Page(self.rows)
