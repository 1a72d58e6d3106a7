"""Money in whole cents: exact on the way in, exact on the way out, no float in between."""

import math
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.states import one_number

# One amount may be 100 billion dollars; a whole table 9 trillion. Below this, an int64 that holds
# ten-thousandths of a cent cannot overflow, and a float64 read from a file holds each cent.
MOST_CENTS = 10**13
MOST_CENTS_IN_ALL = 9 * 10**14
MONEY_FIX = "Write dollars and cents as a plain number with at most two decimals, such as 1234.56."


def to_cents(dollars: int | float | str | Decimal) -> int:
    """Turn an amount in dollars into whole cents.

    A float counts as the decimal number it prints as: 1234.56 is 123456 cents.

    Raises
    ------
    UserError
        If it is not a number, is not finite, has more than two decimals, or is over 100 billion.
    """
    cents = exact_units(dollars, 2)
    if cents is None:
        raise UserError(f"{dollars!r} is not an amount in dollars and cents.", MONEY_FIX)
    if abs(cents) > MOST_CENTS:
        raise UserError(f"{dollars!r} is more than 100 billion dollars.", "Check the amount.")
    return cents


def to_dollars(cents: int) -> Decimal:
    """Turn whole cents into dollars, as an exact decimal with two places."""
    return Decimal(known_cents(cents)).scaleb(-2)


def known_cents(cents: object) -> int:
    """Return cents as a whole number.

    Raises
    ------
    UserError
        When nobody knows them, or they are no number: never a zero in their place.
    """
    number = one_number(cents, "amounts")
    if not math.isfinite(number):
        raise UserError("An amount is not known.", "Find it out, or leave its line out.")
    if number != math.floor(number):
        raise UserError(f"{number:g} is no whole number of cents.", "Give whole cents, as 1234.")
    return int(cents)  # type: ignore[call-overload]


def show(cents: int) -> str:
    """Write cents as people read them: ``$1,234.56``, and ``-$500.00`` below zero."""
    dollars = to_dollars(cents)
    return f"{'-' if dollars < 0 else ''}${abs(dollars):,.2f}"


def show_dollars(cents: int) -> str:
    """Write cents as whole dollars, half up: ``$1,235``. The cents stay where they were."""
    dollars = half_up(Fraction(known_cents(cents), 100))
    return f"{'-' if dollars < 0 else ''}${abs(dollars):,}"


def signed(cents: int, shown: Callable[[int], str] = show) -> str:
    """Write a difference with its sign, in dollars and cents or as `show_dollars` does.

    >>> signed(123456), signed(-50000), signed(123456, show_dollars), signed(30, show_dollars)
    ('+$1,234.56', '-$500.00', '+$1,235', '$0')
    """
    said = shown(cents)
    return f"+{said}" if cents > 0 and said != shown(0) else said


def exact_units(value: object, places: int) -> int | None:
    """Count ``value`` in units of ``10 ** -places``, or give None when it is no such number."""
    if isinstance(value, (bool, np.bool_)):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    # The limits keep a number such as 1e-999999 from filling the memory.
    if not number.is_finite() or number.adjusted() > 30 or number.adjusted() < -60:
        return None
    units = Fraction(number) * 10**places
    return int(units) if units.denominator == 1 else None


def exact_column(values: pd.Series, places: int) -> tuple[np.ndarray, np.ndarray]:
    """Count a column in units of ``10 ** -places``.

    Returns
    -------
    tuple
        The int64 units (0 where it could not be done), and a mask of the values that are not
        numbers, are not finite, have more decimals, or lie beyond 10**13 units.
    """
    kind = values.dtype.kind if isinstance(values.dtype, np.dtype) else "O"
    if kind == "f":
        return _float_units(values.to_numpy(np.float64), places)
    if kind in "iu":
        found = values.to_numpy()
        bad = (found > MOST_CENTS // 10**places) | (found < -(MOST_CENTS // 10**places))
        return np.where(bad, 0, found).astype(np.int64) * 10**places, bad
    units = [exact_units(value, places) for value in values.array]
    bad = np.array([unit is None or abs(unit) > MOST_CENTS for unit in units], bool)
    kept = [0 if wrong else unit for unit, wrong in zip(units, bad, strict=True)]
    return np.array(kept, np.int64), bad


def _float_units(values: np.ndarray, places: int) -> tuple[np.ndarray, np.ndarray]:
    """Read floats back as the decimals they were written as."""
    scale = 10**places
    inside = np.isfinite(values) & (np.abs(values) <= MOST_CENTS / scale)
    units = np.rint(np.where(inside, values, 0.0) * scale).astype(np.int64)
    # Dividing rounds to the nearest float, as reading text does; so they are equal exactly when
    # the float came from a number with this many decimals. No tolerance is needed.
    inside &= units / scale == values
    return np.where(inside, units, 0), ~inside


def half_up(amount: Fraction) -> int:
    """Round to a whole number, a half away from zero, as spreadsheets and clerks do."""
    whole = (2 * abs(amount.numerator) + amount.denominator) // (2 * amount.denominator)
    return whole if amount >= 0 else -whole


def settle(parts: Sequence[int], unit: int, total: int) -> list[int]:
    """Round exact parts to whole cents that add up to ``total`` (largest remainder method).

    Parameters
    ----------
    parts
        Each part, counted in 1/``unit`` of a cent.
    total
        Whole cents that the parts come to, before or after rounding their sum.

    Returns
    -------
    list of int
        Each part rounded down, and the cents left over given one by one to the parts with the
        largest remainders; the earlier part wins a tie.

    Raises
    ------
    ValueError
        If the parts do not come to within one cent of ``total``.
    """
    cents = [int(part) // unit for part in parts]
    remainders = [int(part) % unit for part in parts]
    left = total - sum(cents)
    if abs(total * unit - sum(map(int, parts))) >= unit or left < 0:
        raise ValueError(f"parts of {sum(map(int, parts))}/{unit} cents do not come to {total}")
    for place in sorted(range(len(cents)), key=lambda at: -remainders[at])[:left]:
        cents[place] += 1
    return cents


def share_out(total: int, weights: Sequence[int]) -> list[int]:
    """Share ``total`` cents in proportion to whole-number weights, to the cent.

    The largest remainders get the cents left over; the earlier weight wins a tie. Weights that
    are all zero share nothing, which only a total of zero allows.

    Raises
    ------
    ValueError
        If a weight or the total is negative, or there is money and no weight.
    """
    whole = sum(weights)
    if total < 0 or any(weight < 0 for weight in weights) or (total and not whole):
        raise ValueError("shares need money and weights that are not negative")
    if not whole:
        return [0] * len(weights)
    return settle([total * weight for weight in weights], whole, total)
