"""The two gaps between a group and a reference: the rate difference and the rate ratio."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import Z95, Floats
from groundwork.subject.states import as_numbers, finite, one_level
from groundwork.subject.units import MINUS, difference_name, difference_unit, is_rate

UNTOLD = "nothing can be told"  # of a move, when the source gives no standard errors


def rate_difference(rate: float, reference: float) -> float:
    """Subtract the reference rate: the absolute gap, in the unit of the rates.

    Parameters
    ----------
    rate, reference
        Two rates in the same unit, for example percent or deaths per 1,000 live births.
    """
    return finite(rate, "rates") - finite(reference, "rates")


def rate_ratio(rate: float, reference: float) -> float:
    """Divide by the reference rate: the relative gap, without a unit.

    Raises
    ------
    UserError
        When the reference rate is zero or missing: nothing can be divided by it.
    """
    rate, reference = finite(rate, "rates"), finite(reference, "rates")
    _check_divisor(reference, "the reference rate")
    return rate / reference


def gap_table(rates: pd.Series, reference: str) -> pd.DataFrame:
    """Compare every group's rate with the rate of one reference group.

    Parameters
    ----------
    rates
        One rate a group, in one unit; the index holds the names of the groups. A missing rate
        stays missing in the table.
    reference
        The name of the group that the others are compared with.

    Returns
    -------
    DataFrame
        Index ``group``; columns ``rate``, ``rate_difference`` (unit of the rates) and
        ``rate_ratio``. The reference group has 0 and 1.

    Raises
    ------
    UserError
        When a group appears twice, the reference group is not there, or its rate is missing or
        zero.
    """
    one_level(rates.index, "rates")
    rates = pd.Series(as_numbers(rates, "rates"), rates.index)
    if np.isinf(rates).any():
        raise UserError("One of the rates is endless.", "Check the rates.")
    base = _rate_of(rates, reference)
    _check_divisor(base, f"the rate of the reference group {reference!r}")
    table = pd.DataFrame(
        {"rate": rates, "rate_difference": rates - base, "rate_ratio": rates / base}
    )
    table.index.name = "group"
    table.attrs["title"] = f"Rates, and how far they lie from the rate of {reference}"
    return table


@dataclass(frozen=True)
class Year:
    """The figures of one year, one a group, in one unit.

    Attributes
    ----------
    rates
        The figures; the index holds the names of the groups.
    errors
        Their standard errors in the same unit, or None where the source gives none.
    rounding
        How far a published figure may lie from the true one because it was rounded: 0.05 for
        figures with one decimal.
    """

    rates: pd.Series
    errors: pd.Series | None = None
    rounding: float = 0.0


def gaps_disagree(earlier: Year, later: Year, group: str, reference: str) -> bool:
    """Tell whether one gap widened while the other narrowed, beyond rounding and chance."""
    return sorted(_moves(earlier, later, group, reference)) == ["narrowed", "widened"]


def change_in_words(
    earlier: Year,
    later: Year,
    group: str,
    reference: str,
    years: tuple[object, object] = ("the first year", "the second year"),
    unit: str = "",
    decimals: tuple[int, int] = (1, 2),
) -> str:
    """Say how both gaps stood in two years, and call a move a move only where it is one.

    The size of a gap is its distance from 'no gap': from 0 for the difference, from 1 on a log
    scale for the ratio, so that rates where more is better read the same way. It moved when the
    two sizes lie further apart than rounding could put them plus 1.96 standard errors. The years
    are taken as independent samples, as is a group and its reference: then the variance of a
    difference is the sum of the variances (Altman and Bland 2003, BMJ 326:219), and that of the
    logarithm of a ratio is the sum of the squared relative errors (delta method, as for changes in
    disparities in Keppel and others 2005, Vital and Health Statistics 2(141)).

    Without standard errors no move is claimed: both years are told and nothing more.

    Parameters
    ----------
    earlier, later
        The figures of each year.
    group, reference
        The names of the group and of the group it is compared with.
    years
        What to call the two years.
    unit
        The unit of the figures, for example ``"percent of people"``.
    decimals
        How many decimals to show for the difference and for the ratio.

    Raises
    ------
    UserError
        When a figure is missing, or the reference is zero.
    """
    (first, last) = (_gaps(year.rates, group, reference) for year in (earlier, later))
    moves = _moves(earlier, later, group, reference)
    told = [
        _told(
            difference_name(unit),
            moves[0],
            (first[0], last[0]),
            decimals[0],
            f" {difference_unit(unit)}".rstrip(),
        )
    ]
    if is_rate(unit):
        told.append(_told("rate ratio", moves[1], (first[1], last[1]), decimals[1], ""))
    both = " Report both." if gaps_disagree(earlier, later, group, reference) else ""
    return f"{group} compared with {reference}, {years[0]} and {years[1]}: {'; '.join(told)}.{both}"


def _check_divisor(value: float, what: str) -> None:
    """Refuse a divisor that is missing or zero."""
    if math.isnan(value):
        raise UserError(
            f"A ratio cannot be computed: {what} is missing.",
            "Choose a reference that has a rate.",
        )
    if value == 0:
        raise UserError(
            f"A ratio cannot be computed: {what} is zero.",
            "Choose a reference with a rate above zero, or report the difference only.",
        )


def _rate_of(rates: pd.Series, group: str) -> float:
    """The rate of one group, which must be there once."""
    if rates.index.has_duplicates:
        twice = rates.index[rates.index.duplicated()][0]
        raise UserError(
            f"The group {twice!r} appears more than once.",
            "Give one rate for each group, for example the rates of one year.",
        )
    if group not in rates.index:
        raise UserError(
            f"There is no group {group!r} in the rates.",
            f"Choose one of: {', '.join(map(str, rates.index))}.",
        )
    return finite(rates[group], "rates")


def _gaps(rates: pd.Series, group: str, reference: str) -> tuple[float, float]:
    """Difference and ratio of one group against the reference."""
    rate, base = _rate_of(rates, group), _rate_of(rates, reference)
    if math.isnan(rate):
        raise UserError(f"The rate of {group!r} is missing.", "Compare two years that have it.")
    return rate_difference(rate, base), rate_ratio(rate, base)


def _moves(earlier: Year, later: Year, group: str, reference: str) -> tuple[str, str]:
    """How the difference and the ratio moved: words of `_move`, or nothing that can be told."""
    first, last = (_gaps(year.rates, group, reference) for year in (earlier, later))
    before = _margins(earlier, group, reference)
    after = _margins(later, group, reference)
    if before is None or after is None:
        return UNTOLD, UNTOLD
    limits = before[0] + after[0] + Z95 * np.hypot(before[1], after[1])
    return (
        _move(abs(first[0]), abs(last[0]), limits[0]),
        _move(_log_size(first[1]), _log_size(last[1]), limits[1]),
    )


def _margins(year: Year, group: str, reference: str) -> tuple[Floats, Floats] | None:
    """What rounding can add to the difference and to the log ratio, and their standard errors."""
    if year.errors is None or year.errors.reindex([group, reference]).isna().any():
        return None
    rate, base = _rate_of(year.rates, group), _rate_of(year.rates, reference)
    error, error_of_base = float(year.errors[group]), float(year.errors[reference])
    slack = np.array([2 * year.rounding, _log_slack(rate, year) + _log_slack(base, year)])
    return slack, np.hypot([error, error / rate], [error_of_base, error_of_base / base])


def _log_slack(rate: float, year: Year) -> float:
    """How far rounding alone can move the logarithm of a rate."""
    low = rate - year.rounding
    return math.inf if low <= 0 else math.log1p(year.rounding / low)


def _move(before: float, after: float, limit: float) -> str:
    # Rounded to nine decimals, because 6.3 - 6.1 is not exactly 0.2 for a computer.
    if round(abs(after - before), 9) <= round(limit, 9):
        return "no move"
    return "widened" if after > before else "narrowed"


def _log_size(ratio: float) -> float:
    """How far a ratio lies from 1, the same for a ratio and its inverse."""
    return abs(math.log(ratio)) if ratio > 0 else math.inf


def _told(name: str, move: str, values: tuple[float, float], decimals: int, unit: str) -> str:
    """One gap with its values of both years, and its move where there is one."""
    was, now = (f"{value:.{decimals}f}".replace("-", MINUS) for value in values)
    if move == "no move":
        return f"{name} {was} and {now}{unit} (chance or rounding alone could make that step)"
    if move == UNTOLD:
        return f"{name} {was} and {now}{unit}"
    scale = unit or (" (1 is no gap)" if name == "rate ratio" else "")
    return f"{name} {move} from {was} to {now}{scale}"
