"""How well a column fits a field: by its heading, and by what stands in it."""

import re
from difflib import get_close_matches

from groundwork.subject.own_data import dates, numbers
from groundwork.subject.own_data.cell_marks import hides, says_nothing
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.wording import simple


def score(column: Column, one: Spec) -> float:
    """How well a column fits a field: 0 when it cannot, up to 3."""
    heading = column.words
    close = [each for each in get_close_matches(heading, one.headings, n=3, cutoff=0.8)
             if _same_words(heading, each)]  # fmt: skip
    words = {word.rstrip("0123456789") for word in heading.split()} - _SMALL_WORDS
    words |= {"percent"} if "%" in column.heading and one.percents else set()
    shared = len(words & one.likely)
    if not close and not shared:
        return 0
    if not could_hold(column, one) or (not one.required and _has_errors(column)):
        return 0
    if one.numbered and 2 * len(column.different) < len(column.cells):
        return 0  # an id that comes again and again tells no rows apart
    if close:
        return 2.5
    # A long heading that shares one word is about something else: "Org 7 Org Description".
    share = shared / len(words)
    if not one.required and share < 0.5 and not one.percents:
        return 0
    return 1 + share + shared / 100


_SMALL_WORDS = {"", "per", "of", "the", "at", "in", "for", "and", "a", "to", "by"}


def comes_again(column: Column) -> bool:
    """Whether a filled cell comes twice: such an id tells no rows apart."""
    return column.filled > len(column.said)


def _same_words(heading: str, other: str) -> bool:
    """Whether only letters differ, word by word: "fund type" is no slip for "funding type"."""
    mine, theirs = heading.split(), other.split()
    if len(mine) != len(theirs):
        return len("".join(mine)) == len("".join(theirs)) or len(mine) == 1 or len(theirs) == 1
    return all(
        get_close_matches(a, [b], n=1, cutoff=0.75) for a, b in zip(mine, theirs, strict=True)
    )


def _has_errors(column: Column) -> bool:
    """Whether formulas failed in it: what is not needed is then not proposed."""
    return "#" in column.letters and bool(
        re.search(r"^#[A-Z/0!?]+$", column.all_text, re.MULTILINE)
    )


def _speaks(column: Column, one: Spec) -> bool:
    """Whether a heading speaks of a field, so that a few odd cells are mistakes to be told."""
    return column.words in one.headings or not one.likely.isdisjoint(column.words.split())


def could_hold(column: Column, one: Spec) -> bool:
    """Say whether most cells of a column could be what a field holds."""
    texts = column.sample
    if not texts:
        return False
    if one.kind in NUMERIC:
        # A formula that was never computed and a mark for "not known" speak for no kind.
        texts = [
            text
            for text in column.sample_stored
            if not text.startswith("=") and not says_nothing(text)
        ]
        fit = sum(numbers.take_apart(text) is not None for text in texts)
        hidden = sum(hides(" ".join(text.casefold().split()), one) for text in texts)
        least = 0.5 if _speaks(column, one) else 0.8
        return fit + hidden >= least * len(texts) and fit > 0
    if one.kind == "fiscal year":
        return sum(dates.read_fiscal_year(text) is not None for text in texts) >= 0.8 * len(texts)
    if one.kind == "years" or (one.kind == "whole" and one.name == "year"):
        return sum(bool(_YEARS.fullmatch(text)) for text in texts) >= 0.8 * len(texts)
    if one.kind in ("choice", "yes or no"):
        return sum(text.casefold() in dict(one.words) for text in texts) >= 0.8 * len(texts)
    if one.kind == "day":
        fit = sum(_may_be_day(text) for text in texts if not says_nothing(text))
        return fit >= 0.5 * len(texts)
    if one.name == "district" and _PLACE_CODES & set(column.words.split()):
        return True
    if one.positions or (one.words_like and not one.code):
        return sum(any(map(str.isalpha, text)) for text in texts) >= 0.5 * len(texts)
    return True


def has_numbers(column: Column) -> bool:
    """Say whether a number stands in a column at all."""
    return any(numbers.take_apart(text) is not None for text in column.sample)


_PLACE_CODES = {simple(word) for word in ("fips", "zip", "zcta", "tract", "geoid", "postal")}


def _may_be_day(text: str) -> bool:
    found = dates.read_day(text, dates.MONTH_FIRST, "first")
    return isinstance(found, dates.Day) or isinstance(
        dates.read_day(text, dates.DAY_FIRST, "first"), dates.Day
    )


_YEARS = re.compile(r"(?:19|20)\d\d(?:\.0)?(?: ?[-–—/] ?(?:19|20)\d\d)?")
