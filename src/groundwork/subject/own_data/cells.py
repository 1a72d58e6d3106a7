"""Read one cell as its column wants it: the value and what was read past, or what is wrong."""

import dataclasses
import math
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from groundwork.subject.budget.lines import NOT_SAID
from groundwork.subject.budget.money import MOST_CENTS
from groundwork.subject.metrics.files import plain_cell
from groundwork.subject.own_data import dates, numbers
from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.garbled import is_garbled

_LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
# Nothing in such a text can be wrong or changed: most texts of a large file are.
_ORDINARY = re.compile(r"[a-z0-9](?:[\w.,:;()/&-]| (?=[^ ]))*", re.ASCII | re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_ERROR = re.compile(r"#(?:REF|N/A|VALUE|DIV/0|NAME|NUM|NULL|SPILL|CALC)[!?]?|#{2,}", re.I)
# 1.23457E+11 as a spreadsheet writes it, 1.23457E11 as other programs do; 3E10 may be a code.
_SHORT_FORM = re.compile(r"\d(?:[.,]\d+E\+?|E\+)\d{1,3}", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"=]+)"')
_YES, _NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0")
_NOT_KNOWN = {
    "#missing",
    "missing",
    ".",
    "..",
    "not available",
    "not reported",
    "not applicable",
    "no data",
    "null",
    "unreliable",
}
MARKS = {
    Decimal(-666666666): (False, "the estimate could not be computed from so small a sample"),
    Decimal(-999999999): (True, "too few cases in the place to show it"),
    Decimal(-888888888): (False, "not applicable or not available"),
    Decimal(-222222222): (False, "no margin of error could be computed"),
    Decimal(-333333333): (False, "no margin of error: the median lies in an open class"),
    Decimal(-555555555): (False, "no margin of error: a controlled estimate"),
}
"""Numbers that the Census Bureau writes where it gives none: whether one is hidden, and why."""

_FILLERS = re.compile(r"-(?:9{2,}|8{2,})(?:\.0+)?")
_PLACES = {"money": 2, "share": 4, "whole": 0}
_NOISE = Decimal("1e-9")
TOO_FINE = "more than 2 decimals"
"""What is said of an amount with parts of a cent."""

UNDECIDED_DECIMALS = (
    "Say which mark this file puts before cents: a point or a comma (--decimals point, or comma)."
)
UNDECIDED_DATES = (
    "Say which comes first in this file (--dates month-first, or day-first), or write 2026-06-30."
)


@dataclass(frozen=True)
class Cell:
    """A cell as understood.

    ``note`` says in words what was read past; it is empty when the value is what the cell says.
    ``wrong`` says what is wrong and is empty when nothing is; ``fix`` is what to do about it.
    ``hidden`` says that there is a number which the file does not show on purpose.
    """

    value: object = None
    note: str = ""
    wrong: str = ""
    fix: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Shown:
    """A raw cell that does not look as it is stored: the value to read, and why it was taken.

    ``text`` is how it looks, where a column of words is to take that. ``cents`` is the value as a
    sum of money, where it is stored with parts of a cent that are not shown.
    """

    value: object
    note: str
    text: str | None = None
    cents: float | None = None


@dataclass(frozen=True)
class Ways:
    """How a column writes decimals ("point", "comma", …) and days ("month-first", …)."""

    decimals: str = ""
    dates: str = ""


def says_nothing(text: str) -> bool:
    """Whether a text is a mark for a number that nobody knows: n/a, .., not reported."""
    folded = text.strip().casefold()
    return folded in NOT_SAID or folded in _NOT_KNOWN


# What publishers write for a count that is too small to be shown.
_TOO_SMALL = re.compile(
    r"(?:[<≤]|<=|=<|under|below|up to|at most|no more than|(?:less|fewer) than) ?=? ?\d{1,2}"
    r"|\d{1,2} or (?:less|fewer)|[01] ?(?:-|–|—|to) ?\d{1,2}|(?:low|small) (?:count|number|cell)s?"
    r"|(?:not|data not) (?:shown|displayed|published|disclosed|releasable)|confidential\w*|withheld"
    r"|(?:data )?suppressed.*|suppr?\.?|too (?:small|few)(?: .*)?|redacted|masked|censored"
)


def hides(folded: str, field: Spec) -> bool:
    """Say whether a text in small letters stands for a number that is hidden on purpose."""
    if not field.hidden:
        return False
    return folded.replace(" ", "") in field.hidden or bool(_TOO_SMALL.fullmatch(folded))


def is_blank(raw: object) -> bool:
    """Say whether a raw cell is empty; an Excel cell may be a number that is none."""
    if type(raw) is str and raw[:1].isalnum():  # nearly every cell: asked millions of times
        return False
    if raw is None or (isinstance(raw, float) and math.isnan(raw)):
        return True
    if isinstance(raw, Shown):
        return is_blank(raw.value)
    return isinstance(raw, str) and not _INVISIBLE.sub("", raw).strip()


def text_of(raw: object) -> str:
    """Give a raw cell as the text a person sees, without blank space around it."""
    if is_blank(raw):
        return ""
    if isinstance(raw, Shown):
        return text_of(raw.value) if raw.text is None else raw.text
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    return str(raw).strip()


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
    bare = _INVISIBLE.sub("", raw).strip()
    note = "characters that cannot be seen were taken out" if _INVISIBLE.search(raw) else ""
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
    if folded in NOT_SAID or folded in _NOT_KNOWN:
        return _empty(field, "a word or mark for not known was left empty")
    match field.kind:
        case "yes or no":
            return _yes_or_no(folded, text)
        case "fiscal year":
            return _fiscal_year(text)
        case "years":
            return _years(text, field)
        case "day":
            return _day(text, field, ways)
        case "choice":
            return Cell(wrong="another word", fix="Write one of them, or leave the cell empty.")
    return _number_in(text, field, ways)


def _typed(raw: object, field: Spec, ways: Ways) -> Cell:
    """Read what Excel stores as something other than text."""
    if isinstance(raw, timedelta | time):
        return Cell(wrong="a time of day", fix="Format the column as Text or Number, and type it.")
    if field.kind == "day":
        return (
            _day(raw, field, ways)
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
        return _number(Decimal(repr(raw) if isinstance(raw, float) else raw), "", field, True)
    return Cell(wrong="something else", fix="Type the value again.")


def _same_or(text: str, value: str, field: Spec) -> Cell:
    kept: object = int(value) if field.kind == "whole" else value
    return Cell(kept, "" if text == value else f'read as "{value}"')


def _yes_or_no(folded: str, text: str) -> Cell:
    for words, value in ((_YES, "yes"), (_NO, "no")):
        if folded in words:
            return Cell(value, "" if text == value else f'read as "{value}"')
    return Cell(wrong="another word", fix="Write yes or no, or leave the cell empty.")


def _fiscal_year(text: str) -> Cell:
    year = dates.read_fiscal_year(text)
    if year is None:
        fix = "Write FY and the four digits of the calendar year in which it ends, such as FY2026."
        return Cell(wrong="no fiscal year", fix=fix)
    note = "read as the fiscal year that ends in that calendar year"
    return Cell(year, "" if year == text else note)


def _years(text: str, field: Spec) -> Cell:
    """A calendar year, or the first and last of years that were counted together."""
    if found := re.fullmatch(r"(CY ?|calendar year )?((?:19|20)\d\d)(?:\.0+)?", text, re.I):
        return Cell(int(found[2]), "read as the calendar year" if found[1] else "")
    if found := re.fullmatch(r"((?:19|20)\d\d) \((provisional[^()]*)\)", text, re.I):
        return Cell(int(found[1]), f"the file calls this year {found[2]}")
    if found := re.fullmatch(r"((?:19|20)\d\d) ?(?:[-–—/]|to|through) ?((?:19|20)\d\d)", text):
        if int(found[1]) >= int(found[2]):
            fix = f"Write the earlier year first: {found[2]}-{found[1]}."
            return Cell(wrong="years in the wrong order", fix=fix)
        period = f"{found[1]}-{found[2]}"
        return Cell(period, "" if period == text else "read as years counted together")
    return Cell(wrong="no year", fix=f"Write a year as {field.example}, or years as 2021-2023.")


def _spoiled(text: str) -> Cell | None:
    """Find an id or code that a spreadsheet has turned into a number and cut."""
    if _SHORT_FORM.fullmatch(text):
        fix = (
            "A spreadsheet cut its digits, and they are lost in this file. Export the file anew, "
            "with this column formatted as Text."
        )
        return Cell(wrong="an id that a spreadsheet turned into a short number", fix=fix)
    return None


def _day(raw: object, field: Spec, ways: Ways) -> Cell:
    found = dates.read_day(raw, ways.dates, field.month)
    if isinstance(found, dates.Day):
        return Cell(found.day, found.how)
    if "two ways" in found:
        return Cell(wrong=found, fix=UNDECIDED_DATES)
    empty = "" if field.filled else ", or leave the cell empty when there is none"
    return Cell(wrong=found or "no day", fix=f"Write year, month and day{empty}.")


def _number_in(text: str, field: Spec, ways: Ways) -> Cell:
    digits = numbers.take_apart(text)
    if digits is None:
        fix = _how_to_write(text, field)
        if field.kind == "money" and re.fullmatch(r"[$ ]+[-–—]", text):
            return Cell(0.0, "a dash for nothing was read as 0")
        return Cell(wrong="no such number", fix=fix)
    way = digits.one_way or ways.decimals
    if not digits.alike:
        if way not in (numbers.POINT, numbers.COMMA):
            return Cell(wrong="a number that can be read in two ways", fix=UNDECIDED_DECIMALS)
        if ways.decimals and ways.decimals != way:
            return Cell(wrong="decimals written in two ways", fix=UNDECIDED_DECIMALS)
    number = digits.by_comma if way == numbers.COMMA else digits.by_point
    if number is None:
        return Cell(wrong="decimals written in two ways", fix=UNDECIDED_DECIMALS)
    if digits.dollar and field.kind != "money":
        return Cell(wrong="a sum of money", fix="Take the dollar sign off, or check the column.")
    note = "" if numbers.PLAIN.fullmatch(text) else "read as a plain number"
    if note and way == numbers.COMMA and not digits.alike:
        note = "read with a decimal comma"
    if digits.percent:
        if field.kind == "share":
            number, note = number / 100, "a percentage was read as a share of 1"
        elif field.percents:
            note = "the percent sign was taken off"
        else:
            return Cell(wrong="a percentage", fix=_instead_of_percent(number, field))
    return _number(number, note, field, False)


def _instead_of_percent(number: Decimal, field: Spec) -> str:
    """Say what to write for a percentage: a part, a plain number, or what it is a percentage of."""
    if field.parts:
        said = f"{numbers.plainly(number)} percent of a full-time position"
        exact = numbers.plainly(number / 100)
        return f"Write {said} as {exact if len(exact) > 4 else format(number / 100, '.2f')}."
    if field.kind == "number" and field.least is None:
        return f"Write {numbers.plainly(number)}."
    what = "dollars" if field.kind == "money" else "the number itself"
    return f"A percentage cannot be added up: give {what}, in the form {field.example}."


def _how_to_write(text: str, field: Spec) -> str:
    """Say how a number that cannot be read is to be written, with the number where it is clear."""
    found = re.fullmatch(r"\$? ?(\d{1,3}(?:\.\d+)?) ?(k|thousand|m|mm|million)\.?", text, re.I)
    if found and field.kind in ("money", "number", "whole"):
        times = 1000 if found[2].lower() in ("k", "thousand") else 1_000_000
        number = Decimal(found[1]) * times
        if not _number(number, "", field, False).wrong:
            plain = numbers.plainly(number)
            return f"If it stands for {plain}, write {plain}."
    empty = "." if field.filled else ", or leave it empty."
    if field.hidden:
        empty = "; write * where it is hidden on purpose, or leave it empty where nobody knows it."
    return f"Write it in digits alone, in the form {field.example}{empty}"


def from_1904(cell: object) -> object:
    """Turn a count of days since 1904, as an old Macintosh workbook has it, into a day."""
    if isinstance(cell, str) and re.fullmatch(r"\d{5}(?:\.0+)?", cell.strip(), re.ASCII):
        cell = float(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 16_802 <= cell <= 89_849:
        day = date(1904, 1, 1) + timedelta(days=int(cell))
        return Shown(day, "a count of days since 1904 was turned into a day")
    return cell


def exact(raw: object) -> Decimal | None:
    """Give the number in a cell with all its decimals, or None."""
    if isinstance(raw, Shown):
        return exact(raw.value)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return Decimal(repr(raw))
    digits = numbers.take_apart(text_of(raw))
    return digits.by_point if digits and digits.one_way != numbers.COMMA else None


def _number(number: Decimal, note: str, field: Spec, computed: bool) -> Cell:
    """Hold a number against the limits of its column."""
    if field.hidden and number in MARKS:
        hides, why = MARKS[number]
        return Cell(None, f"the Census Bureau writes {int(number)} here: {why}", hidden=hides)
    if field.hidden and number < 0 and _FILLERS.fullmatch(f"{number:f}"):
        fix = "Leave the cell empty where the number is missing, or write * where it is hidden."
        return Cell(wrong="a mark for a number that is not there", fix=fix)
    places = _PLACES.get(field.kind)
    if computed and places is not None and numbers.decimals(number) > places:
        # Adding cents up in Excel gives 1234.5600000000002: that is noise, and not a fraction.
        near = round(number, places)
        if abs(near - number) <= _NOISE * max(Decimal(1), abs(near)):
            number, note = near, f"noise of computing was rounded to {places} decimals"
    if places is not None and numbers.decimals(number) > places:
        if places == 0:
            return Cell(wrong="a number with decimals", fix="Write a whole number.")
        rounded = numbers.plainly(round(number, places))
        fix = f"Round it to {places} decimals, as your own books do: {rounded}."
        return Cell(wrong=TOO_FINE if places == 2 else f"more than {places} decimals", fix=fix)
    if field.kind == "share" and not 0 <= number <= 1:
        fix = "Write 35 percent as 0.35 or 35%; write 1 when the whole line is meant."
        return Cell(wrong="a number that is no share", fix=fix)
    low, high = field.least, field.most
    if (low is not None and number < Decimal(str(low))) or (
        high is not None and number > Decimal(str(high))
    ):
        return Cell(wrong="a number outside its limits", fix="Check the number and the column.")
    kept = float(number)
    if abs(number) * 100 > MOST_CENTS or Decimal(repr(kept)) != number:
        return Cell(wrong="a number too long to keep exactly", fix="Check the number.")
    return Cell(int(number) if field.kind == "whole" else kept, note)
