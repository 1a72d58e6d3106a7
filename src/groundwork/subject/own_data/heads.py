"""The headings of a table, as they were found: what each way of finding them gives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data import dates
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.report import Note, Problem

# "FOR 2026 13" stands at the top of a report of Munis: the year, and its period.
_SAYS_YEAR = re.compile(
    r"\b(?:S?FY|fiscal years?(?: is| ending)?)[ .:'’]*((?:20)?\d\d(?:[-/–](?:20)?\d\d)?)\b"
    r"|^FOR (20\d\d) (?:0[1-9]|1[0-3])$",
    re.IGNORECASE,
)

_YEARS = re.compile(
    r"(?<![\w/-])((?:19|20)\d\d)\b(?: ?(?:-|–|to|through) ?((?:19|20)\d\d)\b)?(?![-/]\d)"
)
_WHEN_MADE = re.compile(
    r"\b(?:print|run|updat|prepar|creat|revis|publish|releas|generat|download|access|as of|date"
    r"|copyright|source)|©|census",
    re.IGNORECASE,
)


@dataclass
class Headings:
    """The headings of a table, evened out, and the place of their row; -1 when there is none.

    Attributes
    ----------
    at, first
        The place of their row; and of the first, where they stand in several.
    names
        What they say, a column each.
    above
        The row above: a word in it counts to the right until the next, as a merged cell does.
    page
        The rows of the sheet, as the table has them.
    outline
        Whether the rows are an outline: there a name alone heads others.
    roles, typed
        What the form of the file says: the fields of columns by their place, and what is the same
        in every row.
    titles
        What stands above: its row, from 1, and its words.
    """

    at: int
    names: list[str]
    page: Page
    first: int = 0
    above: list[str] = field(default_factory=list)
    outline: bool = False
    roles: dict[int, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    titles: list[tuple[int, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def body(self) -> Page:
        """The rows below them."""
        return self.page[self.at + 1 :]

    @property
    def fiscal_year(self) -> tuple[str, int]:
        """The one fiscal year that the titles name, and the row that says it; or ""."""
        return fiscal_year_of(self.titles)

    @property
    def year(self) -> tuple[str, int]:
        """The one year, or the years counted together, in the same way."""
        return year_of(self.titles)

    def tell_above(self) -> None:
        """Tell what stands above them."""
        if self.first > 0:
            one = self.first == 1
            said = f"{'stands' if one else 'stand'} above the header and {'was' if one else 'were'}"
            rows = tuple(range(1, self.first + 1))
            self.notes.insert(0, Note(f"{said} left out", rows, quotes=True))
        rows_above = enumerate(self.page[: max(0, self.first)], start=1)
        self.titles = [(number, " ".join(row.words)) for number, row in rows_above if row.filled]


def fiscal_year_of(titles: Sequence[tuple[int, str]]) -> tuple[str, int]:
    """Give the one fiscal year that the titles of a file name, and the row that says it; or "".

    >>> fiscal_year_of([(1, "City budget"), (2, "Adopted Budget FY 2025-26")])
    ('FY2026', 2)
    >>> fiscal_year_of([(1, "FY2025 actuals, FY2026 budget")])
    ('', 0)
    """
    found: dict[str, int] = {}
    for row, words in titles:
        for said in _SAYS_YEAR.finditer(words):
            year = dates.read_fiscal_year(f"FY {said[1] or said[2]}")
            found.setdefault(year or "", row)
    return next(iter(found.items())) if len(found) == 1 else ("", 0)


def year_of(titles: Sequence[tuple[int, str]]) -> tuple[str, int]:
    """Give the one year, or the years counted together, that the titles name, and the row; or "".

    When a table was made says nothing of the years that it counts.

    >>> year_of([(1, "Births by county, 2022"), (2, "Printed 03/01/2024")])
    ('2022', 1)
    >>> year_of([(1, "Deaths, 2018 to 2022")]), year_of([(1, "2021 and 2022")])
    (('2018-2022', 1), ('', 0))
    """
    found: dict[str, int] = {}
    for row, words in titles:
        for said in () if _WHEN_MADE.search(words) else _YEARS.finditer(words):
            found.setdefault(f"{said[1]}-{said[2]}" if said[2] else said[1], row)
    return next(iter(found.items())) if len(found) == 1 else ("", 0)
