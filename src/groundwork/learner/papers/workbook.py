"""A workbook as data: the sheets of the Excel file that goes with a paper."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

TEXT, NUMBER, ROUNDED, WHOLE, DOLLARS, CENTS, PERCENT, DATE = (
    *("text", "number", "computed, two decimals", "whole number", "dollars", "cents"),
    *("percent", "date"),
)
FORMATS = {
    TEXT: "@",
    NUMBER: "General",  # #,##0.## would show 2 as "2."
    ROUNDED: "0.00",
    WHOLE: "0",
    DOLLARS: "$#,##0",
    CENTS: "$#,##0.00",
    PERCENT: "0.0%",
    DATE: "mmmm d, yyyy",
}
LONGEST_NAME = 31  # letters of a sheet's name
FORBIDDEN = set("[]:*?/\\")
MOST_PLACES = 4  # decimals that a cell shows because its column says so
SPARE = 100  # rows below the last that offer the lists and compute: people add some


@dataclass(frozen=True)
class Formula:
    """A formula with the value that it has now, computed by us.

    `text` is the formula in the names of Excel in English, beginning with "=".
    """

    text: str
    value: float | int | str | Decimal


Value = str | int | float | Decimal | datetime.date | Formula | None


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Attributes
    ----------
    label
        Its heading.
    width
        In letters.
    kind
        What its cells hold: one of `FORMATS`.
    choices
        The list that its cells offer; an entry of another kind is warned about, not refused.
    formula
        What every cell of the column computes, with {row} for the number of its row and {above} for
        that of the one before. The rows then hold its values; the spare rows below compute it too,
        from what a person writes there.
    digits
        What holds where {places} decimals are enough to show the cell, with {row} as in a formula:
        the cell shows the fewest for which it does. By default those that its kind shows.
    """

    label: str
    width: float = 16
    kind: str = TEXT
    choices: tuple[str, ...] = ()
    formula: str = ""
    digits: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table with a title and a note above it.

    Attributes
    ----------
    name
        On the tab; at most 31 letters.
    title, notes
        What the table is, and sentences below that title.
    columns, rows
        Every row has as many cells as there are columns.
    last
        Rows that stand apart below the table, such as totals, in the same columns.
    totals
        Rows that stand above the heading: below it there is room for rows that a person adds.
    named
        How many first columns say what a row is about: they stay in sight and stand on every page.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    last: tuple[tuple[Value, ...], ...] = ()
    totals: tuple[tuple[Value, ...], ...] = ()
    named: int = 1

    def __post_init__(self) -> None:
        """Refuse a sheet that Excel would not open."""
        if len(self.name) > LONGEST_NAME or FORBIDDEN & set(self.name) or not self.name.strip():
            raise ValueError(f"{self.name!r} cannot be the name of a sheet.")
        every = (*self.totals, *self.rows, *self.last)
        if any(len(row) != len(self.columns) for row in every):
            raise ValueError(f"A row of the sheet {self.name!r} has too few or too many cells.")
        if self.last and self.spare:
            raise ValueError(f"Rows are added to the sheet {self.name!r}: put totals above it.")

    @property
    def first_row(self) -> int:
        """The row of the first record as Excel counts it, for those who write formulas."""
        return len(self.notes) + len(self.totals) + 4

    @property
    def spare(self) -> int:
        """How many rows below the last offer the lists and compute."""
        return SPARE if any(each.formula for each in self.columns) else 0

    @property
    def last_row(self) -> int:
        """The last row that is a record or may become one, as Excel counts it."""
        return self.first_row + len(self.rows) + self.spare - 1

    def over(self, letter: str) -> str:
        """Return the cells of a column that are records or may become one, as this sheet says."""
        return f"{letter}{self.first_row}:{letter}{self.last_row}"

    def over_from_elsewhere(self, letter: str) -> str:
        """Return the same cells as another sheet, or a row that is copied, says."""
        name = f"'{self.name}'" if " " in self.name else self.name
        return f"{name}!${letter}${self.first_row}:${letter}${self.last_row}"

    def same_row(self, letter: str, of: "Sheet") -> str:
        """Return the formula of what stands in a row of that sheet; nothing where it names none.

        The two sheets have their records in the same order, from the first row of each on.
        """
        names, cells = of.over_from_elsewhere("A"), of.over_from_elsewhere(letter)
        at = f"ROW()-{self.first_row - 1}"
        return f'=IF(INDEX({names},{at})="","",INDEX({cells},{at}))'


def blank_totals(columns: int, rows: int = 1) -> tuple[tuple[Value, ...], ...]:
    """Return room for totals: their formulas need to know first where the records will stand."""
    return ((None,) * columns,) * rows


@dataclass(frozen=True)
class Workbook:
    """The sheets of a file, and what stands above each: what is invented, from whom, of which day.

    `title` stands in the file's properties.
    """

    title: str
    sheets: tuple[Sheet, ...]
    invented: str = ""
    sender: str = ""

    @property
    def above(self) -> str:
        """What stands above the table of each sheet."""
        return " ".join(filter(None, (self.invented, self.sender)))


def column_letter(at: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
