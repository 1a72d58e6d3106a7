"""Read one cell as its column wants it: the value and what was read past, or what is wrong."""

import dataclasses
import math
import re
from datetime import date, time, timedelta
from decimal import Decimal

from groundwork.subject.budget.lines import NOT_SAID
from groundwork.subject.metrics.files import plain_cell
from groundwork.subject.own_data import numbers
from groundwork.subject.own_data.cell import INVISIBLE, Cell, Shown, Ways, is_blank, text_of
from groundwork.subject.own_data.cell_marks import NOT_KNOWN, hides
from groundwork.subject.own_data.cell_numbers import number_in, within_limits
from groundwork.subject.own_data.cell_times import day_in, fiscal_year_in, years_in
from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.garbled import is_garbled

_LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
# Nothing in such a text can be wrong or changed: most texts of a large file are.
_ORDINARY = re.compile(r"[a-z0-9](?:[\w.,:;()/&-]| (?=[^ ]))*", re.ASCII | re.IGNORECASE)
_ERROR = re.compile(r"#(?:REF|N/A|VALUE|DIV/0|NAME|NUM|NULL|SPILL|CALC)[!?]?|#{2,}", re.I)
# 1.23457E+11 as a spreadsheet writes it, 1.23457E11 as other programs do; 3E10 may be a code.
_SHORT_FORM = re.compile(r"\d(?:[.,]\d+E\+?|E\+)\d{1,3}", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"=]+)"')
_YES, _NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0")


def read(raw: object, field: Spec, ways: Ways) -> Cell:
    """Read one raw cell.

    Parameters
    ----------
    raw
        A text, or what Excel stores: a number, yes or no, a date.
    field
        The column it stands in.
    ways
        How the column writes decimals and days.

    Returns
    -------
    Cell
        Its value is a str, a float, an int, a date, or None for an empty cell.
    """
    if field.kind == "text" and type(raw) is str and _ORDINARY.fullmatch(raw):
        return (_spoiled(raw) if field.code else None) or Cell(raw)
    if is_blank(raw):
        return _empty(field, "")
    if isinstance(raw, Shown):
        return _shown(raw, field, ways)
    if not isinstance(raw, str):
        return _typed(raw, field, ways)
    if not raw.isascii() and is_garbled(raw):  # before what cannot be seen, a part of it, is gone
        return Cell(wrong="garbled letters, such as Ã© for é", fix="Export it anew, as CSV UTF-8.")
    bare = INVISIBLE.sub("", raw).strip()
    note = "characters that cannot be seen were taken out" if INVISIBLE.search(raw) else ""
    text = plain_cell(bare)
    if kept := _AS_TEXT.fullmatch(bare):  # how an export keeps a spreadsheet from changing a code
        text, note = kept[1], "the sign = and its quotation marks were taken off"
    elif field.kind == "text" and re.fullmatch(r"'[\w.-]+", bare):
        text, note = bare[1:], "an apostrophe, which marks a text in a spreadsheet, was taken off"
    elif text != bare:
        note = "an apostrophe, which keeps spreadsheets from computing, was taken off"
    if (field.kind != "text" or field.code) and not text.isascii():
        western = numbers.western(text)
        if western != text:
            text, note = western, "digits of another script were read as 0 to 9"
    broken = _broken(text)
    return _noted(broken or _of_text(text, field, ways), note)


def _shown(raw: Shown, field: Spec, ways: Ways) -> Cell:
    """Read words as they look, and numbers and days as they are stored."""
    if field.kind == "money" and raw.cents is not None:
        return _noted(read(raw.cents, field, ways), f"rounded to cents; {raw.note}")
    if raw.text is not None and field.kind not in (*NUMERIC, "day"):
        return _noted(read(raw.text, field, ways), raw.note)
    cell = read(raw.value, field, ways)
    if cell.wrong and raw.text is not None and raw.note:
        return dataclasses.replace(cell, wrong=f"{cell.wrong}, {text_of(raw.value)}; {raw.note}")
    return _noted(cell, raw.note)


def _noted(cell: Cell, note: str) -> Cell:
    if not note or cell.wrong:
        return cell
    return dataclasses.replace(cell, note=f"{cell.note}; {note}" if cell.note else note)


def _broken(text: str) -> Cell | None:
    """Find what no column can hold: a failed formula, a formula itself, garbled letters."""
    if _ERROR.fullmatch(text):
        return Cell(wrong="a formula that failed", fix="Mend the formula, or type its result.")
    if text.startswith("="):
        fix = "Open the file in Excel, let it compute, and save it; or paste the results as values."
        return Cell(wrong="a formula without its result", fix=fix)
    if _LOST.search(text):
        return Cell(wrong="letters that were lost", fix="Export the file anew, as CSV UTF-8.")
    return None


def _empty(field: Spec, why: str) -> Cell:
    if field.filled:
        return Cell(wrong="an empty cell" if not why else "a word for not known", fix="Fill it in.")
    return Cell(None, why)


def _of_text(text: str, field: Spec, ways: Ways) -> Cell:
    if field.kind == "text":
        if field.code and (spoiled := _spoiled(text)):
            return spoiled
        even = " ".join(text.split())
        return Cell(even, "" if even == text else "spaces and line breaks were evened out")
    folded = " ".join(text.casefold().split())
    for words, value in field.words:
        if folded == words:
            return _same_or(text, value, field)
    if hides(folded, field):
        return Cell(None, "a number that is hidden on purpose was kept as hidden", hidden=True)
    if folded in NOT_SAID or folded in NOT_KNOWN:
        return _empty(field, "a word or mark for not known was left empty")
    match field.kind:
        case "yes or no":
            return _yes_or_no(folded, text)
        case "fiscal year":
            return fiscal_year_in(text)
        case "years":
            return years_in(text, field)
        case "day":
            return day_in(text, field, ways)
        case "choice":
            return Cell(wrong="another word", fix="Write one of them, or leave the cell empty.")
    return number_in(text, field, ways)


def _typed(raw: object, field: Spec, ways: Ways) -> Cell:
    """Read what Excel stores as something other than text."""
    if isinstance(raw, timedelta | time):
        return Cell(wrong="a time of day", fix="Format the column as Text or Number, and type it.")
    if field.kind == "day":
        return (
            day_in(raw, field, ways)
            if not isinstance(raw, bool)
            else _of_text(text_of(raw), field, ways)
        )
    if isinstance(raw, date):
        fix = "Excel may have turned it into a date: format the column as Text, and type it again."
        return Cell(wrong="a date", fix=fix)
    if isinstance(raw, bool) or field.kind in (
        "text",
        "choice",
        "yes or no",
        "fiscal year",
        "years",
    ):
        return _of_text(text_of(raw), field, ways)
    if isinstance(raw, int | float | Decimal) and math.isfinite(raw):
        return within_limits(Decimal(repr(raw) if isinstance(raw, float) else raw), "", field, True)
    return Cell(wrong="something else", fix="Type the value again.")


def _same_or(text: str, value: str, field: Spec) -> Cell:
    kept: object = int(value) if field.kind == "whole" else value
    return Cell(kept, "" if text == value else f'read as "{value}"')


def _yes_or_no(folded: str, text: str) -> Cell:
    for words, value in ((_YES, "yes"), (_NO, "no")):
        if folded in words:
            return Cell(value, "" if text == value else f'read as "{value}"')
    return Cell(wrong="another word", fix="Write yes or no, or leave the cell empty.")


def _spoiled(text: str) -> Cell | None:
    """Find an id or code that a spreadsheet has turned into a number and cut."""
    if _SHORT_FORM.fullmatch(text):
        fix = (
            "A spreadsheet cut its digits, and they are lost in this file. Export the file anew, "
            "with this column formatted as Text."
        )
        return Cell(wrong="an id that a spreadsheet turned into a short number", fix=fix)
    return None
