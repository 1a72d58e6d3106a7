"""Read numbers in cells, hold them against the limits of their column, say what to write."""

import dataclasses
import re
from decimal import Decimal

from groundwork.subject.budget.money import MOST_CENTS
from groundwork.subject.own_data import numbers
from groundwork.subject.own_data.cell import Cell, Shown, Ways, text_of
from groundwork.subject.own_data.cell_marks import MARKS
from groundwork.subject.own_data.contract import Spec

_FILLERS = re.compile(r"-(?:9{2,}|8{2,})(?:\.0+)?")

_PLACES = {"money": 2, "share": 4, "whole": 0}

_NOISE = Decimal("1e-9")

_MARKED = re.compile(r"(.*\d) ?(\*{1,3}|[†‡§])")
"""A number with a mark that sends to a remark, as publishers write beside one that is unstable."""

_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1"}
"""Letters that look like digits, and hide among them."""
_DIGITS_FOR = str.maketrans(_LETTERS)

TOO_FINE = "more than 2 decimals"
"""What is said of an amount with parts of a cent."""

UNDECIDED_DECIMALS = (
    "Say which mark this file puts before cents: a point or a comma (--decimals point, or comma)."
)


def number_in(text: str, field: Spec, ways: Ways) -> Cell:
    """Read a number as people write it, or say how to write it."""
    digits = numbers.take_apart(text)
    if digits is None and field.hidden and (marked := _MARKED.fullmatch(text)):
        cell = number_in(marked[1], field, ways)
        note = f"a mark beside it was taken off ({marked[2]}): the file says what it warns of"
        return cell if cell.wrong else dataclasses.replace(cell, note=note)
    if digits is None:
        fix = _how_to_write(text, field)
        if field.kind == "money" and re.fullmatch(r"[$ ]+[-–—]", text):
            return Cell(0.0, "a dash for nothing was read as 0")
        letters = sorted(set(text) & set(_LETTERS))
        if letters and numbers.take_apart(text.translate(_DIGITS_FOR)):
            named = " and ".join(f"the letter {letter}" for letter in letters)
            return Cell(wrong=f"a number that holds {named}", fix=_with_digits(text, field))
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
    return within_limits(number, note, field, False)


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


def _with_digits(text: str, field: Spec) -> str:
    """Say what to write for a number that holds letters, without saying that it was meant."""
    plain = text.translate(_DIGITS_FOR)
    return f"If {plain} is meant, type it in digits. {_how_to_write(text, field)}"


def _how_to_write(text: str, field: Spec) -> str:
    """Say how a number that cannot be read is to be written, with the number where it is clear."""
    found = re.fullmatch(r"\$? ?(\d{1,3}(?:\.\d+)?) ?(k|thousand|m|mm|million)\.?", text, re.I)
    if found and field.kind in ("money", "number", "whole"):
        times = 1000 if found[2].lower() in ("k", "thousand") else 1_000_000
        number = Decimal(found[1]) * times
        if not within_limits(number, "", field, False).wrong:
            plain = numbers.plainly(number)
            return f"If it stands for {plain}, write {plain}."
    empty = "." if field.filled else ", or leave it empty."
    if field.hidden:
        empty = "; write * where it is hidden on purpose, or leave it empty where nobody knows it."
    return f"Write it in digits alone, in the form {field.example}{empty}"


def exact(raw: object) -> Decimal | None:
    """Give the number in a cell with all its decimals, or None."""
    if isinstance(raw, Shown):
        return exact(raw.value)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return Decimal(repr(raw))
    digits = numbers.take_apart(text_of(raw))
    return digits.by_point if digits and digits.one_way != numbers.COMMA else None


def within_limits(number: Decimal, note: str, field: Spec, computed: bool) -> Cell:
    """Hold a number against the limits of its column."""
    if field.hidden and number in MARKS:
        hides, why = MARKS[number]
        return Cell(None, f"the Census Bureau writes {int(number)} here: {why}", hidden=hides)
    if field.hidden and number < 0 and _FILLERS.fullmatch(f"{number:f}"):
        fix = "Leave the cell empty where the number is missing, or write * where it is hidden."
        return Cell(wrong="a mark for a number that is not there", fix=fix)
    places = None if field.finer else _PLACES.get(field.kind)
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
