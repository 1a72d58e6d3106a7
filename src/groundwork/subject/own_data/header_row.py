"""The row of headings of a table: by what is known, by its form, or by its words."""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Cells, Page, Row
from groundwork.subject.own_data.heads import Headings
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.wording import simple

ROWS_TO_LOOK_AT = 60

_RAW = re.compile(r"(.+) raw value$", re.I)
_PLACES = frozenset(map(simple, ("FIPS", "State", "County")))
_ROWS_OF_A_WORKBOOK = 10
_A_YEAR = re.compile(
    r"(?:S?FY|FFY|(?:fiscal|budget|calendar) years?|year)? ?(?:20)?\d\d(?:[-/–](?:20)?\d\d)?",
    re.IGNORECASE,
)


def of_table(page: Page, contract: Contract) -> Headings:
    """Give the headings of a table; without a place, and with a problem, where there are none."""
    at = _row_of(page, contract)
    if at < 0:
        return Headings(-1, [], page, -1, problems=[_none(page, contract)])
    above = page[at - 1] if at > 0 else Row(())
    names = [" ".join(text.split()) for text in page[at].texts]
    out = Headings(at, names, page, at, _spread(above))
    if len(above.filled) > 1:
        _join(out, above, contract)
    return out


def fields_named(rows: Sequence[Cells], contract: Contract) -> int:
    """Say how many fields the row of headings names, by what is known of headings."""
    return _naming_most(Page(rows), contract)[1]


def _naming_most(page: Page, contract: Contract) -> tuple[int, int]:
    """Give the place of the row that names most fields, and how many; (-1, 0) when none does."""
    known = contract.headings
    best, most = -1, 0
    for at, row in enumerate(page[:ROWS_TO_LOOK_AT]):
        named = {known[words].name for words in row.plain if words in known}
        if len(named) > most:
            best, most = at, len(named)
    # A survey may have one column that is known, and its questions.
    return (best, most) if most >= (1 if contract.question else 2) else (-1, 0)


def _row_of(page: Page, contract: Contract) -> int:
    """Give the place of the row of headings, by what is known, by its form, or by its words."""
    at = _naming_most(page, contract)[0]
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
    return next((at for at, row in enumerate(rows) if _PLACES.issubset(row.plain)), -1)


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
        speaks = any(not like.isdisjoint(words.split()) for words in row.plain)
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
    for at, (each, plain) in enumerate(zip(out.names, out.page[out.at].plain, strict=True)):
        over = out.above[at] if at < len(out.above) else over
        dated = years and bool(_A_YEAR.fullmatch(over)) and not like.isdisjoint(plain.split())
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
