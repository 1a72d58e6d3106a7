"""What a cell is: as it is stored, as it is shown, and as it was understood."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from groundwork.subject.own_data import numbers

INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")


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


def is_blank(raw: object) -> bool:
    """Say whether a raw cell is empty; an Excel cell may be a number that is none."""
    if type(raw) is str and raw[:1].isalnum():  # nearly every cell: asked millions of times
        return False
    if raw is None or (isinstance(raw, float) and math.isnan(raw)):
        return True
    if isinstance(raw, Shown):
        return is_blank(raw.value)
    return isinstance(raw, str) and not INVISIBLE.sub("", raw).strip()


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


def number_of(raw: object) -> Decimal | None:
    """Give the number that stands in a raw cell, or None."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return None if is_blank(raw) else Decimal(repr(raw))
    text = text_of(raw)
    digits = numbers.take_apart(text) if text else None
    return digits.by_point if digits else None
