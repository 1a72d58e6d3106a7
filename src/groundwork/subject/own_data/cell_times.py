"""Read fiscal years, years and days in cells."""

import re
from datetime import date, timedelta

from groundwork.subject.own_data import dates
from groundwork.subject.own_data.cell import Cell, Shown, Ways
from groundwork.subject.own_data.contract import Spec

UNDECIDED_DATES = (
    "Say which comes first in this file (--dates month-first, or day-first), or write 2026-06-30."
)


def fiscal_year_in(text: str) -> Cell:
    """Read a fiscal year, named for the calendar year in which it ends."""
    year = dates.read_fiscal_year(text)
    if year is None:
        fix = "Write FY and the four digits of the calendar year in which it ends, such as FY2026."
        return Cell(wrong="no fiscal year", fix=fix)
    note = "read as the fiscal year that ends in that calendar year"
    return Cell(year, "" if year == text else note)


def years_in(text: str, field: Spec) -> Cell:
    """A calendar year, or the first and last of years that were counted together."""
    if found := re.fullmatch(r"(CY ?|calendar year )?((?:19|20)\d\d)(?:\.0+)?", text, re.I):
        return Cell(int(found[2]), "read as the calendar year" if found[1] else "")
    if found := re.fullmatch(r"((?:19|20)\d\d) \((provisional[^()]*)\)", text, re.I):
        return Cell(int(found[1]), f"the file calls this year {found[2]}")
    if found := re.fullmatch(r"((?:19|20)\d\d) \(([^()]*[A-Za-z][^()]*)\)", text):
        return Cell(int(found[1]), f"the file says of this year: {found[2]}")
    if found := re.fullmatch(r"((?:19|20)\d\d) ?(?:[-–—/]|to|through) ?((?:19|20)\d\d)", text):
        if int(found[1]) >= int(found[2]):
            fix = f"Write the earlier year first: {found[2]}-{found[1]}."
            return Cell(wrong="years in the wrong order", fix=fix)
        period = f"{found[1]}-{found[2]}"
        return Cell(period, "" if period == text else "read as years counted together")
    return Cell(wrong="no year", fix=f"Write a year as {field.example}, or years as 2021-2023.")


def day_in(raw: object, field: Spec, ways: Ways) -> Cell:
    """Read a day, from a text or as a spreadsheet stores it."""
    found = dates.read_day(raw, ways.dates, field.month)
    if isinstance(found, dates.Day):
        return Cell(found.day, found.how)
    if "two ways" in found:
        return Cell(wrong=found, fix=UNDECIDED_DATES)
    empty = "" if field.filled else ", or leave the cell empty when there is none"
    return Cell(wrong=found or "no day", fix=f"Write year, month and day{empty}.")


def from_1904(cell: object) -> object:
    """Turn a count of days since 1904, as an old Macintosh workbook has it, into a day."""
    if isinstance(cell, str) and re.fullmatch(r"\d{5}(?:\.0+)?", cell.strip(), re.ASCII):
        cell = float(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 16_802 <= cell <= 89_849:
        day = date(1904, 1, 1) + timedelta(days=int(cell))
        return Shown(day, "a count of days since 1904 was turned into a day")
    return cell
