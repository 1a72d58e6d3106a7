"""Headings: which row holds them, what stands above it, and what each of them says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data import dates
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Cells, Page, Row
from groundwork.subject.own_data.outline import NAME, Outline, outline_of
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.survey_headings import in_several_rows
from groundwork.subject.own_data.wording import simple

ROWS_TO_LOOK_AT = 60
# "FOR 2026 13" stands at the top of a report of Munis: the year, and its period.
_SAYS_YEAR = re.compile(
    r"\b(?:S?FY|fiscal years?(?: is| ending)?)[ .:'’]*((?:20)?\d\d(?:[-/–](?:20)?\d\d)?)\b"
    r"|^FOR (20\d\d) (?:0[1-9]|1[0-3])$",
    re.IGNORECASE,
)

_RAW = re.compile(r"(.+) raw value$", re.I)
_PLACES = frozenset(map(simple, ("FIPS", "State", "County")))
_ROWS_OF_A_WORKBOOK = 10
_A_YEAR = re.compile(
    r"(?:S?FY|FFY|(?:fiscal|budget|calendar) years?|year)? ?(?:20)?\d\d(?:[-/–](?:20)?\d\d)?",
    re.IGNORECASE,
)


@dataclass
class Headings:
    """The headings of a table, evened out, and the place of their row; -1 when there is none.

    ``titles`` are what stands above: its row, from 1, and its words. ``above`` is the row above
    the headings: a word in it counts to the right until the next, as a merged cell does.
    """

    at: int = -1
    names: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    titles: list[tuple[int, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    outline: Outline | None = None


def find_headings(page: Page, contract: Contract) -> Headings:
    """Find the headings of a sheet."""
    several = in_several_rows(page, contract.headings) if contract.question else None
    if several:
        return _of_survey(page, *several)
    at = _row_of(page, contract)
    outline = outline_of(page) if contract.values == "amount" else None
    if outline:
        return _of_outline(page, outline)
    if at < 0:
        return Headings(problems=[_none(page, contract)])
    above = page[at - 1] if at > 0 else Row(())
    out = Headings(at, [" ".join(text.split()) for text in page[at].texts], _spread(above))
    _tell_above(out, page, at)
    if len(above.filled) > 1:
        _join(out, above, contract)
    return out


def _of_survey(page: Page, first: int, names: list[str], last: int) -> Headings:
    out = Headings(last, names)
    _tell_above(out, page, first)
    said = "two rows" if last - first == 1 else "three rows"
    rows = tuple(range(first + 1, last + 2))
    out.notes.append(Note(f"the headings of {said} were read together", rows))
    return out


def _of_outline(page: Page, found: Outline) -> Headings:
    out = Headings(found.header, found.names, outline=found)
    _tell_above(out, page, found.header)
    said = f'the names of accounts have no heading; they are called "{NAME}" here'
    out.notes.append(Note(said, (found.header + 1,)))
    if found.fiscal_year:
        told = f'fiscal_year is {found.fiscal_year} in every row: the file says "{found.period}"'
        out.notes.append(Note(told))
    return out


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


def _tell_above(out: Headings, page: Page, at: int) -> None:
    """Tell what stands above the headings."""
    if at:
        one = at == 1
        said = f"{'stands' if one else 'stand'} above the header and {'was' if one else 'were'}"
        out.notes.append(Note(f"{said} left out", tuple(range(1, at + 1)), quotes=True))
    out.titles = [(row + 1, " ".join(page[row].words)) for row in range(at) if page[row].filled]


def find_header(rows: Sequence[Cells], contract: Contract) -> tuple[int, int]:
    """Give the place of the row that names most fields, and how many; (-1, 0) when none does."""
    known = contract.headings
    best, most = -1, 0
    for at, row in enumerate(rows[:ROWS_TO_LOOK_AT]):
        named = {
            known[words].name
            for cell in row
            if isinstance(cell, str) and (words := simple(cell)) in known
        }
        if len(named) > most:
            best, most = at, len(named)
    # A survey may have one column that is known, and its questions.
    return (best, most) if most >= (1 if contract.question else 2) else (-1, 0)


def _row_of(page: Page, contract: Contract) -> int:
    """Give the place of the row of headings, by what is known, by its form, or by its words."""
    at = find_header(page, contract)[0]
    if at < 0 and contract.values == "events":
        at = _of_workbook(page)
    if at < 0:
        at = _in_words_of_its_own(page, contract)
    if at < 0 and contract.question:
        at = _of_words_alone(page)
    # Headings in words may have a row of short codes for them below.
    if at > 0 and any(map(_RAW.fullmatch, page[at - 1].texts)):
        at -= 1
    return at


def _of_workbook(page: Page) -> int:
    """Give the place of the headings of a sheet of the County Health Rankings' workbook, or -1."""
    rows = page[:_ROWS_OF_A_WORKBOOK]
    return next((at for at, row in enumerate(rows) if {*map(simple, row.texts)} >= _PLACES), -1)


def _in_words_of_its_own(page: Page, contract: Contract) -> int:
    """Give the place of a row that looks like headings in words of its own, or -1.

    It has at least three different words (two where one speaks of the values) and no number, and
    numbers stand below it.
    """
    like = contract.field(contract.values).likely if contract.values else frozenset()
    first = page[:ROWS_TO_LOOK_AT]
    wide = max((len(row.filled) for row in first), default=0)
    for at, row in enumerate(first):
        texts = row.words
        speaks = any(not like.isdisjoint(simple(text).split()) for text in texts)
        fewest = 2 if speaks and wide == 2 else 3
        if len(texts) < max(fewest, 0.6 * wide) or len(set(texts)) < len(texts):
            continue
        if any(_is_number(text) and not _is_year(text) for text in texts):
            continue
        if any(_is_number(text) for below in page[at + 1 : at + 9] for text in below.texts):
            return at
    return -1


def _of_words_alone(page: Page) -> int:
    """Give the place of the first row of at least three different words, or -1.

    Answers to a survey may be words throughout ("Agree"), so no number tells its headings.
    """
    for at, row in enumerate(page[: min(ROWS_TO_LOOK_AT, max(0, len(page) - 1))]):
        if len(row.words) > 2 and len(set(row.words)) == len(row.words):
            return at
    return -1


def _spread(row: Row) -> list[str]:
    words = ""
    return [words := text or words for text in row.texts]


def _join(out: Headings, above: Row, contract: Contract) -> None:
    """Join the headings with those of the row above where alone they say too little.

    That is so where they are the same twice, and where several years stand above headings of
    amounts or counts.
    """
    named = [each for each in out.names if each]
    years = sum(bool(_A_YEAR.fullmatch(text)) for text in above.texts) > 1
    like = contract.field(contract.values).likely if contract.values else frozenset()
    if len(set(named)) == len(named) and not years:
        return
    joined, over = [], ""
    for at, each in enumerate(out.names):
        over = out.above[at] if at < len(out.above) else over
        dated = (
            years and bool(_A_YEAR.fullmatch(over)) and not like.isdisjoint(simple(each).split())
        )
        joined.append(f"{over} {each}" if over and (named.count(each) > 1 or dated) else each)
    if joined == out.names or len({each for each in joined if each}) < len(named):
        return
    out.names = joined
    out.notes.append(Note("the headings of two rows were read together", (out.at, out.at + 1)))


def _none(page: Page, contract: Contract) -> Problem:
    needed = [each.name for each in contract.fields if each.required]
    if not any(row.filled for row in page):
        return Problem((), "", "an empty sheet", "a header and rows", "Choose another file.")
    return Problem(
        (),
        "",
        f"no row that names columns (looked at the first {min(len(page), ROWS_TO_LOOK_AT)})",
        f"a header row with {', '.join(needed)}",
        f'See "groundwork data template {contract.kind}" for the names, and put them in one row.',
    )


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[$(-]*[\d,]+(?:\.\d+)?%?\)?", text))


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))
