"""What each column could hold, by what stands in it: tried once, when the columns are there."""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.cell_marks import hides
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC, Contract, Spec
from groundwork.subject.own_data.unit_words import scale_of
from groundwork.subject.own_data.wording import simple

_MOST, _HALF = 0.8, 0.5
_YEARS = re.compile(r"(?:19|20)\d\d(?:\.0)?(?: ?[-–—/] ?(?:19|20)\d\d)?")
_SUM = re.compile(r"\(?\$.*|\(?\d{1,3}(?:,\d{3})+(?:\.\d\d)?\)?")
_PLACE_CODES = {simple(word) for word in ("fips", "zip", "zcta", "tract", "geoid", "postal")}


def try_all(columns: Sequence[Column], contract: Contract) -> None:
    """Find out which fields each column could hold; one that alone bears a name, only that."""
    meant = [contract.headings.get(column.words) for column in columns]
    codes = _codes_with_names(columns)
    for column, one in zip(columns, meant, strict=True):
        tried = contract.fields
        if one is not None and meant.count(one) == 1:
            tried = (one,)
        elif column.at in codes:  # they are no amounts, and tell no lines apart
            tried = tuple(e for e in tried if e.kind not in NUMERIC and not e.numbered)
        column.could = frozenset(each.name for each in tried if _could_hold(column, each))


def _codes_with_names(columns: Sequence[Column]) -> set[int]:
    """Give the places of columns of codes beside which another says the name: "Org", "Org Desc".

    Codes are whole numbers of one length, which amounts are not.
    """
    parted = (column.words.rpartition(" ") for column in columns)
    named = {front for front, _, last in parted if last in ("description", "name", "title")}
    return {column.at for column in columns if column.words in named and _are_codes(column)}


def _are_codes(column: Column) -> bool:
    texts = column.sample
    return all(map(str.isdecimal, texts)) and len(set(map(len, texts))) == 1


def _could_hold(column: Column, one: Spec) -> bool:
    """Say whether most cells of a column could be what a field holds."""
    texts = column.sample
    if not texts:
        return False
    if one.kind in NUMERIC:
        # Where the heading speaks of the field, a few odd cells are mistakes to be told.
        speaks = column.words in one.headings or not one.likely.isdisjoint(column.words.split())
        texts = column.sample_stored
        fit = column.sample_numbers
        if one.kind == "whole" and not scale_of(column.heading, True):
            fit = column.sample_whole
        hidden = sum(hides(" ".join(text.casefold().split()), one) for text in texts)
        return fit > 0 and fit + hidden >= (_HALF if speaks else _MOST) * len(texts)
    if one.code and sum(bool(_SUM.fullmatch(text)) for text in texts) > _HALF * len(texts):
        return False
    if one.kind == "fiscal year":
        return column.sample_fiscal_years >= _MOST * len(texts)
    if one.kind == "years" or (one.kind == "whole" and one.name == "year"):
        return sum(bool(_YEARS.fullmatch(text)) for text in texts) >= _MOST * len(texts)
    if one.kind in ("choice", "yes or no"):
        words = dict(one.words)
        return sum(text.casefold() in words for text in texts) >= _MOST * len(texts)
    if one.kind == "day":
        return column.holds_days
    if one.name == "district" and _PLACE_CODES & set(column.words.split()):
        return True
    if one.positions or (one.words_like and not one.code):
        return sum(any(map(str.isalpha, text)) for text in texts) >= _HALF * len(texts)
    return True
