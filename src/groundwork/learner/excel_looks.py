"""What a person sees in a cell of Excel, where it is not what the cell holds.

0.54 shown as 54% is 54 %, 101 shown as 0101 is a code, 1 June shown as Jun-26 is a month, 5 shown
as <10 is hidden, 56 with a small raised 1 is 56 and a footnote.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

from groundwork.learner.excel_formats import (
    Section,
    for_number,
    for_text,
    sections_of,
    shown_day,
    shown_number,
)
from groundwork.subject.own_data.cell import Shown
from groundwork.subject.own_data.unit_words import scale_of

_STRING, _RUN, _TEXT = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("si", "r", "t"))
_RAISED = f"{{{SHEET_MAIN_NS}}}rPr/{{{SHEET_MAIN_NS}}}vertAlign"
_AS_SHOWN = "taken as Excel shows it"
_HARMLESS = re.compile(r"US\$|USD|[\s$()+\-–−]", re.IGNORECASE)
_SIMPLE = re.compile(r"\$?[#,0]*0(?:\.0+)?")

See = Callable[[Any, int, int], object]


class Looks:
    """Gives the cells of a sheet as they look.

    Attributes
    ----------
    scaled
        For the place of a column whose numbers are shown in thousands or millions, one of them as
        it is shown and as it is stored.
    unseen
        For the place of a column, the rows, from 1, whose cells hold something and show nothing.
    said
        Words of formats that say a unit: the row, the place of the column, the words.
    """

    def __init__(self) -> None:
        self.scaled: dict[int, str] = {}
        self.unseen: dict[int, list[int]] = {}
        self.said: dict[int, tuple[int, int, str]] = {}
        self._ways: dict[tuple[type, str], See | None] = {}

    def way(self, kind: type, code: str) -> See | None:
        """How a format changes what a kind of value says; None when it does not."""
        key = (kind, code)
        if key not in self._ways:
            self._ways[key] = self._way_of(kind, code)
        return self._ways[key]

    def _way_of(self, kind: type, code: str) -> See | None:
        if issubclass(kind, bool) or code == "General":
            return None
        sections = sections_of(code)
        if issubclass(kind, str):
            section = for_text(sections)
            if section is None or (section.marks("@") and not section.words.strip()):
                return None
            return lambda value, row, at: self._text(section, value, row, at)
        if issubclass(kind, date):
            return self._way_of_days(sections[0])
        if not issubclass(kind, int | float):
            return None
        if _SIMPLE.fullmatch(code) and not re.match("00", code):
            if issubclass(kind, int):
                return None
            return lambda value, row, at: _rounded(sections[0], value, False)
        return lambda value, row, at: self._number(sections, value, row, at)

    def _text(self, section: Section, value: str, row: int, at: int) -> object:
        if not section.marks("@"):
            if value.strip():
                self.unseen.setdefault(at, []).append(row)
            return value
        shown = "".join(value if text == "@" else text for _, text in section.parts)
        return Shown(shown.strip(), _AS_SHOWN)

    def _way_of_days(self, section: Section) -> See | None:
        days = section.days
        if not days:  # a day in a format that shows none
            return self._hide if not section.parts and not section.general else None
        if "d" in days and "y" in days and not re.search(r"[A-Za-z]", section.words):
            return None
        return lambda value, row, at: _day(section, value)

    def _hide(self, value: object, row: int, at: int) -> object:
        self.unseen.setdefault(at, []).append(row)
        return value

    def _number(self, sections: tuple[Section, ...], value: float, row: int, at: int) -> object:
        section, unsigned = for_number(sections, value)
        if section.general and not section.words.strip():
            return value
        if section.color in ("white", "color2", "color 2"):
            return self._hide(value, row, at)
        if not section.has_digits:
            return self._words_alone(section, value, row, at)
        if section.marks("%"):
            return _percent(section, value, unsigned)
        words = section.words
        if "%" in words:
            return f"{value:.15g}%"
        if section.thousands:
            shown = shown_number(section, value, unsigned)
            self.scaled.setdefault(at, f"{shown} where it stores {value:,.10g}")
            return value
        if section.marks("E") or section.marks("/"):
            return value
        if section.inside.strip() and not _is_sum(section):
            whole = float(value).is_integer() and value >= 0
            return shown_number(section, value, unsigned) if whole else value
        if value > 0 and re.match(r"\s*\$?\s*[-−(]", words) and not section.inside.strip():
            return Shown(shown_number(section, value, unsigned), _AS_SHOWN)
        beside = _HARMLESS.sub("", words)
        if beside and not section.inside.strip():
            shown = shown_number(section, value, unsigned)
            if scale_of(beside, True):
                self.said.setdefault(at, (row, at, beside))
            return Shown(value, f'Excel shows "{beside.strip()}" beside it', shown)
        zeros = [text for kind, text in section.parts if kind == "digit"]
        if len(zeros) > 1 and set(zeros) == {"0"} and not section.decimals:
            return f"{int(value):0{len(zeros)}d}" if float(value).is_integer() else value
        if unsigned and not re.search(r"[-–−(]", words) and section.color != "red":
            return Shown(value, "it is below zero, and Excel shows it without its minus")
        return _rounded(section, value, unsigned)

    def _words_alone(self, section: Section, value: float, row: int, at: int) -> object:
        """Take the words that stand in place of a number; a dash is a zero, as in accounting."""
        words = section.words.strip()
        if not value and words.casefold() in ("none", "zero", "nil"):
            return Shown(value, f'Excel shows the zero as "{words}"')
        if not _HARMLESS.sub("", words):
            if not words or value:
                self.unseen.setdefault(at, []).append(row)
            return value
        return Shown(words, _AS_SHOWN)


def _percent(section: Section, value: float, unsigned: bool) -> object:
    """Write a percentage; a computed one to hundredths of a percent, or as it is shown."""
    exact = Decimal(repr(value)) * 100
    near = round(exact, max(2, section.decimals))
    if abs(exact - near) < Decimal("1e-7"):
        return f"{value * 100:.10g}%"
    shown = shown_number(section, value, unsigned)
    return Shown(f"{near.normalize():f}%", f"Excel shows {shown}, and stores more exactly")


def _is_sum(section: Section) -> bool:
    """Whether what stands between digits is a blank or an apostrophe that parts thousands."""
    return not re.sub(r"[\s'’,.]", "", section.inside) and bool(section.decimals)


def _day(section: Section, value: date) -> object:
    """Take a day as it is shown: a year, a month, a fiscal year; a full day stays one."""
    days, shown = section.days, shown_day(section, value)
    if "d" in days:
        told = "Excel does not show its year" if "y" not in days else ""
        return Shown(value, told, shown if "y" in days else None)
    month = f"{value.year}-{value.month:02d}" if value.day == 1 and "m" in days else value
    return Shown(month, "", shown) if "y" in days else value


def _rounded(section: Section, value: float, unsigned: bool) -> object:
    """Take a computed number as it is shown to the cent; what is shown less exactly is said."""
    if isinstance(value, int):
        return value
    exact = Decimal(repr(value))
    near = round(exact, max(2, section.decimals))
    apart = near - exact
    shown = shown_number(section, value, unsigned)
    if section.decimals >= 2:
        if abs(apart) < Decimal("1e-7"):
            return value
        more = "more" if apart > 0 else "less"
        return Shown(float(near), f"{_AS_SHOWN}, {abs(apart):.4f} {more} than it holds")
    if exact == round(exact, section.decimals):
        return value
    noted = f"Excel shows {shown}, and stores more exactly"
    return Shown(value, noted, shown, None if abs(apart) < Decimal("1e-7") else float(near))


def marked_strings(xml: bytes) -> dict[int, str]:
    """Give the shared texts that have raised or lowered marks, without these footnotes."""
    if b"vertAlign" not in xml:
        return {}
    texts = fromstring(xml)
    found = {at: without_marks(each.iter(_RUN)) for at, each in enumerate(texts.findall(_STRING))}
    return {at: text for at, text in found.items() if text is not None}


def without_marks(runs: Iterable[Any]) -> str | None:
    """Join the runs of a rich text without its raised ones; None when nothing is raised or left."""
    parts, raised = [], False
    for run in runs:
        mark = run.find(_RAISED)
        if mark is not None and mark.get("val") in ("superscript", "subscript"):
            raised = True
        else:
            parts += [text.text or "" for text in run.iter(_TEXT)]
    text = "".join(parts).strip()
    return text if raised and text else None
