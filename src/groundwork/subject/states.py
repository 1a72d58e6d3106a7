"""Three states of a number: a value, hidden on purpose, and missing; none of them is zero.

A hidden number is one that somebody knows and does not show; a missing one nobody has. In a table
both are missing values, and a column of the same name with `HIDDEN` behind it tells which are
hidden. Whatever stands for a missing number (None, NaN, <NA>, NaT, a nullable column) is read here
in one way, and every sum with one in it is missing too.
"""

import math
from collections.abc import Sequence
from numbers import Real

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from groundwork.subject.errors import UserError

HIDDEN = "_hidden"
"""What is added to a column's name for the column that says which of its numbers are hidden."""


def as_numbers(values: ArrayLike | pd.Series | pd.DataFrame, what: str) -> NDArray[np.float64]:
    """Give values as floats of the same shape, NaN where there is none.

    Raises
    ------
    UserError
        When one is neither a number nor missing, as a word is.
    """
    if isinstance(values, pd.Series | pd.DataFrame):
        values = values.to_numpy(dtype=object)
    # True beside numbers would become 1, so a list is looked at cell by cell.
    array = values if isinstance(values, np.ndarray) else np.asarray(values, dtype=object)
    if array.dtype.kind in "iuf":
        return array.astype(float)
    flat = np.asarray(array, dtype=object)
    numbers = np.empty(flat.shape, float)
    for at, value in enumerate(flat.ravel()):
        numbers.flat[at] = _number(value, what)
    return numbers


def _number(value: object, what: str) -> float:
    if value is None or value is pd.NA or value is pd.NaT:
        return math.nan
    if isinstance(value, Real) and not isinstance(value, bool | np.bool_):
        return float(value)
    raise UserError(
        f"The {what} are not all numbers.", "Give numbers, for example 12, or leave them out."
    )


def one_number(value: object, what: str) -> float:
    """Give one value as a float, NaN when it is missing; refuse what is no number."""
    alone = np.empty(1, dtype=object)
    alone[0] = value  # a list stays one thing, and is no number
    return float(as_numbers(alone, what)[0])


def finite(value: object, what: str) -> float:
    """Give a number that is not endless, or NaN when it is missing.

    Raises
    ------
    UserError
        When it is anything else.
    """
    number = one_number(value, what)
    if math.isinf(number):
        raise UserError(f"The {what} is endless.", "Give a number, or leave it out.")
    return number


def positive(value: object, what: str) -> float:
    """Give a number above zero and not infinite.

    Raises
    ------
    UserError
        When it is anything else.
    """
    number = one_number(value, what)
    if not 0 < number < math.inf:
        raise UserError(f"The {what} is {number:g}.", "Give a number above zero.")
    return number


def at_least(value: object, least: int, what: str) -> int:
    """Give a whole number that is not below a limit.

    Raises
    ------
    UserError
        When it is anything else.
    """
    number = one_number(value, what)
    if not (least <= number < math.inf and number == math.floor(number)):
        raise UserError(f"{what} is {number:g}.", f"Give a whole number of {least} or more.")
    return int(number)


def within(value: object, least: float, most: float, what: str) -> float:
    """Give a number from a least to a most.

    Raises
    ------
    UserError
        When it is missing, no number, or outside.
    """
    number = one_number(value, what)
    if not least <= number <= most:
        raise UserError(f"The {what} is {number:g}.", f"Give a number from {least:g} to {most:g}.")
    return number


def added(values: Sequence[object], what: str) -> float:
    """Add numbers up that are not below zero; the sum is missing when one of them is.

    Raises
    ------
    UserError
        When one is no number, below zero or endless.
    """
    numbers = as_numbers(np.array([*values], dtype=object), what)
    if (numbers < 0).any() or np.isinf(numbers).any():
        raise UserError(f"One of the {what} is below zero or endless.", "Check each of them.")
    return float(numbers.sum())


def whole(value: object, least: int, most: int, what: str) -> int:
    """Give a whole number from a least to a most.

    Raises
    ------
    UserError
        When it is anything else.
    """
    number = within(value, least, most, what)
    if number != math.floor(number):
        raise UserError(f"The {what} is {number:g}.", "Give a whole number.")
    return int(number)


def column_of(data: pd.DataFrame, name: str) -> pd.Series:
    """Give a column by its name.

    Raises
    ------
    UserError
        When it is not there, or there twice.
    """
    if isinstance(data.columns, pd.MultiIndex):
        raise UserError("The table has columns of several levels.", "Give it one row of headings.")
    if list(data.columns).count(name) != 1:
        found = ", ".join(map(str, data.columns))
        how = "no column" if name not in data.columns else "more than one column"
        raise UserError(f"There is {how} {name!r}.", f"The columns are: {found}.")
    return data[name]


def hidden_in(data: pd.DataFrame, name: str) -> NDArray[np.bool_]:
    """Say which numbers of a column the table marks as hidden."""
    if f"{name}{HIDDEN}" not in data.columns:
        return np.zeros(len(data), bool)
    return data[f"{name}{HIDDEN}"].fillna(False).to_numpy(dtype=bool)


def one_level(index: pd.Index, what: str) -> pd.Index:
    """Refuse labels of several levels, and labels that come twice.

    Raises
    ------
    UserError
        When the index has either.
    """
    if isinstance(index, pd.MultiIndex):
        raise UserError(
            f"The {what} have labels of several levels.", "Join them to one label each."
        )
    if index.has_duplicates:
        twice = index[index.duplicated()][0]
        raise UserError(f"{twice!r} appears more than once.", "Give each its own row, once.")
    return index


def all_known(values: Sequence[float], what: str) -> None:
    """Refuse a missing number where a sum or a rate of all of them is wanted.

    Raises
    ------
    UserError
        When one is missing.
    """
    if any(math.isnan(value) for value in values):
        raise UserError(
            f"One of the {what} is missing or hidden, and it is not zero.",
            "Pool years or groups until every number is known, or leave that part out.",
        )
