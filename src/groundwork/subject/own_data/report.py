"""What the check of a file says: what was understood and changed, and each problem to mend."""

from dataclasses import dataclass

import pandas as pd

_ROWS_SHOWN = 5


@dataclass(frozen=True)
class Note:
    """Something that was understood, left out or changed: in which rows, and in which column.

    ``rows`` are the rows that a spreadsheet shows, from 1; empty when the note is about the whole
    column or file. ``example`` shows one cell before and after.
    """

    text: str
    rows: tuple[int, ...] = ()
    column: str = ""
    example: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        where = f"column {self.column}: " if self.column else ""
        if not self.rows:
            return f"{where}{self.text}{self.example}."
        if where:
            cells = "1 cell" if len(self.rows) == 1 else f"{len(self.rows):,} cells"
            return f"{where}{cells}: {self.text}{self.example} ({rows_in_words(self.rows)})."
        return f"{rows_in_words(self.rows)} {self.text}{self.example}."


@dataclass(frozen=True)
class Problem:
    """One thing to mend, in all the rows that have it.

    ``rows`` are the rows that a spreadsheet shows, from 1; ``column`` is the letter and the
    heading. What is personal is never in ``found``.
    """

    rows: tuple[int, ...]
    column: str
    found: str
    expected: str
    fix: str
    file: str = ""

    def __str__(self) -> str:
        """Say the problem in one line."""
        where = [self.file] if self.file else []
        if self.rows:
            where.append(rows_in_words(self.rows))
        if self.column:
            where.append(f"column {self.column}")
        said = f"{', '.join(where)}: " if where else ""
        return f"{said}found {self.found}; expected {self.expected}. {self.fix}"


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

    @property
    def fine(self) -> bool:
        """Whether nothing is to be mended."""
        return not self.problems


def rows_in_words(rows: tuple[int, ...]) -> str:
    """Name rows as people do; long lists are cut, with their count.

    >>> rows_in_words((4,)), rows_in_words((2, 3, 4, 9))
    ('row 4', 'rows 2 to 4, 9')
    """
    if len(rows) == 1:
        return f"row {rows[0]}"
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    said = [
        str(first) if first == last else f"{first}{' to ' if last > first + 1 else ', '}{last}"
        for first, last in runs[:_ROWS_SHOWN]
    ]
    more = f" and more: {len(rows):,} rows in all" if len(runs) > _ROWS_SHOWN else ""
    return f"rows {', '.join(said)}{more}"


def as_text(result: Result) -> str:
    """Write a result for a person to read."""
    sheet = f', sheet "{result.sheet}"' if result.sheet else ""
    lines = [f"{result.file}{sheet}: checked as {result.title.lower()} ({result.kind})", ""]
    lines.append("What was understood and changed:")
    lines += [f"  - {_sentence(str(note))}" for note in result.notes]
    if result.problems:
        lines += ["", f"To mend ({len(result.problems)}):"]
        lines += [f"  {at}. {problem}" for at, problem in enumerate(result.problems, start=1)]
    lines += ["", *(f"Keep in mind: {caution}" for caution in result.cautions)]
    if result.fine:
        lines.append(f"Fine: {result.rows:,} rows can be used.")
    else:
        lines.append("Nothing was changed in your file. Mend it and check it again.")
    return "\n".join(line for at, line in enumerate(lines) if line or lines[at - 1])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
