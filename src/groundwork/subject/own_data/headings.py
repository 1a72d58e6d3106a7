"""Headings: which row holds them, and which field each of them means beyond doubt."""

import re
from collections.abc import Sequence
from functools import lru_cache

from groundwork.subject.own_data.cell import is_blank, text_of
from groundwork.subject.own_data.contract import Contract, Spec

Row = Sequence[object]

INVENTED = Spec("invented", "text", "Says in every row that the data are made up.", "")
ROWS_TO_LOOK_AT = 60
# What programs cut short where there is little room above a column.
_SHORT = {
    "desc": "description",
    "descr": "description",
    "acct": "account",
    "nm": "name",
    "cd": "code",
    "nbr": "number",
    "num": "number",
    "pos": "position",
}
_FOOTNOTE = re.compile(r"[¹²³⁰⁴-⁹*†‡]+$|\s*[(\[]\d{1,2}[)\]]$")


@lru_cache(maxsize=2000)
def simple(heading: str) -> str:
    """Bring a heading to what counts in it: no case, marks, plural or blank space.

    >>> simple("Amount ($)"), simple("FTEs"), simple("line_id"), simple("Pos Nbr"), simple("Line #")
    ('amount', 'fte', 'line id', 'position number', 'line number')
    """
    heading = _FOOTNOTE.sub("", heading.strip()).replace("#", " number ")
    words = re.sub(r"[^\w&]|_", " ", _parted(heading).casefold()).replace("&", " and ").split()
    whole = (_SHORT.get(word, word) for word in words)
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in whole
    )


def _parted(heading: str) -> str:
    """Part words that are written together with capitals: FiscalYear, ObjectId; but not FTEs."""
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=I[dD]\b)", " ", heading)


def known_headings(contract: Contract) -> dict[str, Spec]:
    """Give each heading that means a field, its own name first."""
    known = {simple(INVENTED.name): INVENTED}
    for each in contract.fields:
        known[simple(each.name)] = each
    for each in contract.fields:
        for called in each.called:
            known.setdefault(simple(called), each)
    return known


def find_header(rows: Sequence[Row], contract: Contract) -> tuple[int, int]:
    """Give the place of the row that names most fields, and how many; (-1, 0) when none does."""
    known = known_headings(contract)
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


def unknown_header(rows: Sequence[Row]) -> int:
    """Give the place of a row that looks like headings in words of its own, or -1.

    It has at least three different words and no number, and numbers stand below it.
    """
    first = rows[:ROWS_TO_LOOK_AT]
    wide = max((sum(not is_blank(cell) for cell in row) for row in first), default=0)
    for at, row in enumerate(first):
        texts = [text_of(cell) for cell in row if not is_blank(cell)]
        if len(texts) < max(3, 0.6 * wide) or len(set(texts)) < len(texts):
            continue
        if any(_is_number(text) and not _is_year(text) for text in texts):
            continue
        below = [text_of(cell) for each in rows[at + 1 : at + 9] for cell in each]
        if any(map(_is_number, below)):
            return at
    return -1


def words_alone(rows: Sequence[Row]) -> int:
    """Give the place of the first row of at least three different words, or -1.

    Answers to a survey may be words throughout ("Agree"), so no number tells its headings.
    """
    for at, row in enumerate(rows[: min(ROWS_TO_LOOK_AT, max(0, len(rows) - 1))]):
        texts = [text_of(cell) for cell in row if not is_blank(cell)]
        if len(texts) > 2 and len(set(texts)) == len(texts):
            return at
    return -1


def headings_of(row: Row, width: int) -> list[str]:
    """Give the headings of a row, evened out, for as many columns as the table has."""
    names = [" ".join(text_of(cell).split()) for cell in row]
    return names + [""] * (width - len(names))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[$(-]*[\d,]+(?:\.\d+)?%?\)?", text))


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))
