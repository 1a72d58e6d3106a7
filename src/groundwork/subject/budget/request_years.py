"""The years of a request: which one is year 1, in whose prices the dollars are, and the raise."""

from dataclasses import dataclass
from fractions import Fraction

from groundwork.subject.budget.money import exact_units
from groundwork.subject.budget.years import year_number
from groundwork.subject.errors import UserError

RAISE = "3"
"""Percent a year that are used until finance names its own: an assumption of ours, no forecast."""


@dataclass(frozen=True)
class RequestYears:
    """What turns the dollars of an item into those of a fiscal year.

    Attributes
    ----------
    first
        Year 1 of the request, such as FY2028.
    priced_in
        The fiscal year in whose prices the dollars are.
    raise_percent
        By how many percent pay and prices rise a year, as typed.
    other_percent
        By how many percent services, contracts and purchases rise, where finance plans them apart
        from pay and benefits; "" where one raise stands for all.
    """

    first: str
    priced_in: str
    raise_percent: str = RAISE
    other_percent: str = ""

    def name(self, number: int) -> str:
        """Return the fiscal year that is year 1, 2 or 3."""
        return f"FY{year_number(self.first) + number - 1}"

    def factor(self, number: int, is_staff: bool | None = None) -> Fraction:
        """Return by how much dollars have risen in year 1, 2 or 3."""
        steps = year_number(self.name(number)) - year_number(self.priced_in)
        return (1 + self.rise(is_staff)) ** steps

    def rise(self, is_staff: bool | None = None) -> Fraction:
        """Return the raise a year as a part of 1; for what nobody said, that of positions."""
        apart = is_staff is False and self.other_percent
        return percent_of(self.other_percent if apart else self.raise_percent)


def percent_of(typed: str) -> Fraction:
    """Read a raise in percent, 0 to 25, as a part of 1; raise UserError for any other."""
    units = exact_units(typed, 4)
    if units is None or not 0 <= units <= 25 * 10**4:
        raise UserError(
            f"{typed!r} is no yearly raise in percent.", "Give a number from 0 to 25, such as 2.5."
        )
    return Fraction(units, 100 * 10**4)
