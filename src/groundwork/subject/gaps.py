"""The two gaps between a group and a reference: the rate difference and the rate ratio."""

import math

import pandas as pd

from groundwork.subject.errors import UserError


def rate_difference(rate: float, reference: float) -> float:
    """Subtract the reference rate: the absolute gap, in the unit of the rates.

    Parameters
    ----------
    rate, reference
        Two rates in the same unit, for example percent or deaths per 1,000 live births.
    """
    return rate - reference


def rate_ratio(rate: float, reference: float) -> float:
    """Divide by the reference rate: the relative gap, without a unit.

    Raises
    ------
    UserError
        When the reference rate is zero or missing: nothing can be divided by it.
    """
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
    rates = pd.Series(rates, dtype=float)
    base = _rate_of(rates, reference)
    _check_divisor(base, f"the rate of the reference group {reference!r}")
    table = pd.DataFrame(
        {"rate": rates, "rate_difference": rates - base, "rate_ratio": rates / base}
    )
    table.index.name = "group"
    return table


def gaps_disagree(
    earlier: pd.Series,
    later: pd.Series,
    group: str,
    reference: str,
    decimals: tuple[int, int] = (1, 2),
    rounding: float = 0.0,
) -> bool:
    """Tell whether one gap widened while the other narrowed between two years.

    See :func:`disagreement` for the parameters.
    """
    moves = _moves(earlier, later, group, reference, decimals, rounding)
    return sorted(moves) == ["narrowed", "widened"]


def disagreement(
    earlier: pd.Series,
    later: pd.Series,
    group: str,
    reference: str,
    years: tuple[object, object] = ("the first year", "the second year"),
    unit: str = "",
    decimals: tuple[int, int] = (1, 2),
    rounding: float = 0.0,
) -> str:
    """Say in words how both gaps moved between two years, and whether they disagree.

    A gap is judged at the precision that is shown. The size of a gap is its distance from 'no
    gap': from 0 for the difference, from 1 on a log scale for the ratio, so that rates where more
    is better read the same way.

    Parameters
    ----------
    earlier, later
        Rates of each year, one a group, in one unit.
    group, reference
        The names of the group and of the group it is compared with.
    years
        What to call the two years.
    unit
        The unit of the difference, for example ``"percentage points"``.
    decimals
        How many decimals to show for the difference and for the ratio.
    rounding
        How far a published rate may lie from the true one because it was rounded: 0.05 for rates
        with one decimal. A move that rounding alone could make counts as none.
    """
    (first, last) = (_gaps(rates, group, reference) for rates in (earlier, later))
    move_difference, move_ratio = _moves(earlier, later, group, reference, decimals, rounding)
    told_difference = _told(move_difference, first[0], last[0], decimals[0], unit)
    told_ratio = _told(move_ratio, first[1], last[1], decimals[1], "")
    subject = f"Between {years[0]} and {years[1]}, {group} compared with {reference}:"
    if gaps_disagree(earlier, later, group, reference, decimals, rounding):
        return (
            f"The two gaps disagree. {subject} the rate difference {told_difference}, "
            f"but the rate ratio {told_ratio}. Report both."
        )
    return f"{subject} the rate difference {told_difference} and the rate ratio {told_ratio}."


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
    return float(rates[group])


def _gaps(rates: pd.Series, group: str, reference: str) -> tuple[float, float]:
    """Difference and ratio of one group against the reference."""
    rate, base = _rate_of(rates, group), _rate_of(rates, reference)
    if math.isnan(rate):
        raise UserError(f"The rate of {group!r} is missing.", "Compare two years that have it.")
    return rate_difference(rate, base), rate_ratio(rate, base)


def _moves(
    earlier: pd.Series,
    later: pd.Series,
    group: str,
    reference: str,
    decimals: tuple[int, int],
    rounding: float,
) -> tuple[str, str]:
    """How the difference and the ratio moved: one of the words of `_move`."""
    first, last = (_gaps(rates, group, reference) for rates in (earlier, later))
    slack = [_slack(rates, group, reference, rounding) for rates in (earlier, later)]
    differences = [abs(round(gaps[0], decimals[0])) for gaps in (first, last)]
    ratios = [_log_size(round(gaps[1], decimals[1])) for gaps in (first, last)]
    return (
        _move(differences[0], differences[1], slack[0][0] + slack[1][0]),
        _move(ratios[0], ratios[1], slack[0][1] + slack[1][1]),
    )


def _slack(rates: pd.Series, group: str, reference: str, rounding: float) -> tuple[float, float]:
    """How far rounding alone can move the difference, and the logarithm of the ratio."""
    rate, base = _rate_of(rates, group), _rate_of(rates, reference)
    share = math.inf if rate <= rounding else math.log1p(rounding / (rate - rounding))
    return 2 * rounding, share + math.log1p(rounding / max(base - rounding, rounding or 1))


def _move(before: float, after: float, slack: float) -> str:
    if before == after:
        return "did not change"
    # Rounded to nine decimals, because 6.3 - 6.1 is not exactly 0.2 for a computer.
    if round(abs(after - before), 9) <= round(slack, 9):
        return "stayed about the same"
    return "widened" if after > before else "narrowed"


def _log_size(ratio: float) -> float:
    """How far a ratio lies from 1, the same for a ratio and its inverse."""
    return abs(math.log(ratio)) if ratio > 0 else math.inf


def _told(move: str, before: float, after: float, decimals: int, unit: str) -> str:
    """One gap's move with its two values."""
    tail = f" {unit}" if unit else ""
    if move == "did not change":
        return f"{move} ({after:.{decimals}f}{tail})"
    if move == "stayed about the same":
        return f"{move} ({before:.{decimals}f} and {after:.{decimals}f}{tail})"
    return f"{move} from {before:.{decimals}f} to {after:.{decimals}f}{tail}"
