"""What the check of a file says: what was understood and changed, and each problem to mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from groundwork.subject.counts import counted
from groundwork.subject.own_data.questions import Question
from groundwork.subject.problem import Problem, ended, rows_in_words

if TYPE_CHECKING:
    from groundwork.subject.own_data.sums import Sum


@dataclass(frozen=True)
class Note:
    """Something that was understood, left out or changed: in which rows, and in which column.

    ``rows`` are the rows that a spreadsheet shows, from 1; empty when the note is about the whole
    column or file. ``example`` shows one cell before and after. ``look`` marks what a person should
    look at, because it may be wrong. ``quotes`` asks for the words of its rows behind it.
    """

    text: str
    rows: tuple[int, ...] = ()
    column: str = ""
    example: str = ""
    look: bool = False
    quotes: bool = False

    def __str__(self) -> str:
        """Say it in one line."""
        where = f"column {self.column}: " if self.column else ""
        if not self.rows:
            return ended(f"{where}{self.text}{self.example}")
        if where:
            cells = "1 cell" if len(self.rows) == 1 else f"{len(self.rows):,} cells"
            return f"{where}{cells}: {self.text}{self.example} ({rows_in_words(self.rows)})."
        return ended(f"{rows_in_words(self.rows)} {self.text}{self.example}")


@dataclass(frozen=True)
class Seen:
    """A column as it was seen: its letter and heading, what it was read as, two of its cells.

    ``called`` is how an answer names it. ``proposed`` says that it is not read as that before
    somebody agrees, and ``has_days`` that most of its cells are days.
    """

    letter: str
    heading: str
    called: str
    field: str
    examples: str
    proposed: bool = False
    has_days: bool = False


@dataclass(frozen=True, eq=False)
class Result:
    """A file as checked.

    Attributes
    ----------
    table
        The tidy table, one column a field, ready for the functions that use it; None when there
        is a problem, because half a table gives wrong sums.
    notes
        What was understood and changed. A cell that is in no note is kept as it was written.
    problems
        What to mend before the file can be used.
    cautions
        What to keep in mind with such data.
    questions
        What only the person who brings the file can know. While one is open there is no table.
    sums
        What each column of money and counts adds up to.
    columns
        Which heading was read as what, to be kept for the next file of the kind.
    headings
        All headings of the file.
    seen
        Each column of the file, for a person who says which is which.
    """

    file: str
    sheet: str
    kind: str
    title: str
    rows: int
    table: pd.DataFrame | None
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
    cautions: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    sums: tuple["Sum", ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()

    @property
    def sum_lines(self) -> list[str]:
        """The sums, a line each."""
        from groundwork.subject.own_data.sums import as_lines

        return as_lines(self.sums)

    @property
    def fine(self) -> bool:
        """Whether nothing is to be mended or answered."""
        return not self.problems and not self.questions


def as_text(result: Result) -> str:
    """Write a result for a person to read."""
    sheet = f', sheet "{result.sheet}"' if result.sheet else ""
    lines = [f"{result.file}{sheet}: checked as {result.title.lower()} ({result.kind})", ""]
    lines.append("What was understood and changed:")
    lines += [f"  - {_sentence(str(note))}" for note in result.notes if not note.look]
    look = [note for note in result.notes if note.look]
    if look:
        lines += ["", f"To look at ({len(look)}), because it may be wrong:"]
        lines += [f"  - {_sentence(str(note))}" for note in look]
    if result.sums and not result.problems:
        lines += ["", "What the file adds up to, as it was read:"]
        lines += [f"  - {line}" for line in result.sum_lines]
    if result.problems:
        lines += ["", f"To mend ({len(result.problems)}):"]
        lines += [f"  {at}. {problem}" for at, problem in enumerate(result.problems, start=1)]
    if result.questions:
        lines += ["", f"To answer ({len(result.questions)}):"]
        for at, question in enumerate(result.questions, start=1):
            where = f"{rows_in_words(question.rows)}: " if question.rows else ""
            first, *rest = f"{where}{question}".split("\n")
            lines += [f"  {at}. {_sentence(first)}", *(f"       {line.strip()}" for line in rest)]
    lines += ["", *(f"Keep in mind: {caution}" for caution in result.cautions)]
    if result.fine:
        lines.append(f"Fine: {counted(result.rows, 'row')} can be used.")
    elif result.problems:
        lines.append("Nothing was changed in your file. Mend it and check it again.")
    else:
        lines.append(
            "Nothing was changed in your file. Answer, with these words, and check it again."
        )
    return "\n".join(line for at, line in enumerate(lines) if line or lines[at - 1])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
