"""What is wrong in a file that somebody brings: where, what, and how to mend it."""

from dataclasses import dataclass

_ROWS_SHOWN = 5


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
        return f"{said}found {self.found}; expected {ended(self.expected)} {self.fix}"


def ended(text: str) -> str:
    """End a text with one full stop, whatever it ends with.

    >>> ended("a share"), ended("Whether it is one."), ended('kept as "Dr."')
    ('a share.', 'Whether it is one.', 'kept as "Dr."')
    """
    return text if text.endswith((".", "?", "!", '."')) else f"{text}."


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
