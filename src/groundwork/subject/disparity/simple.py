"""Difference and ratio: two groups are compared, the others are left out.

Both are turned so that a gap against the worse-off counts as positive (difference) or above 1
(ratio), for favorable and adverse indicators alike. Which two groups:

- ordered groups: the most and the least advantaged. The sign is free: a reversed gradient gives a
  negative difference.
- other groups with a reference: the reference and the worst group.
- other groups without one: the best and the worst group.

The definitions are those of Schlotheuber and Hosseinpoor 2022 (Int J Environ Res Public Health
19(6):3697, corrected in 19(12):6969). For a plain 'group minus reference' in each row, see
:mod:`groundwork.subject.gaps`.
"""

import numpy as np

from groundwork.subject.disparity.groups import Floats, Groups
from groundwork.subject.intervals import Z95


def difference(data: Groups) -> Floats:
    """Give the difference between the better-off and the worse-off group, in the unit given."""
    better, worse = _pair(data)
    return at(data.estimates, better if data.favorable else worse) - at(
        data.estimates, worse if data.favorable else better
    )


def ratio(data: Groups) -> Floats:
    """Give the ratio of the higher expected to the lower expected group; NaN over zero."""
    better, worse = _pair(data)
    top = at(data.estimates, better if data.favorable else worse)
    bottom = at(data.estimates, worse if data.favorable else better)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom > 0, top / bottom, np.nan)


def difference_interval(data: Groups) -> tuple[Floats, Floats]:
    """Give 95 % limits: value ± 1.96 x square root of the sum of both squared errors."""
    first, second = (at(_errors(data), column) for column in _pair(data))
    half = Z95 * np.sqrt(first**2 + second**2)
    value = difference(data)
    return value - half, value + half


def ratio_interval(data: Groups) -> tuple[Floats, Floats]:
    """Give 95 % limits on the log scale, where the relative errors add as squares."""
    squares: Floats = np.zeros(len(data.estimates))
    with np.errstate(divide="ignore", invalid="ignore"):
        for column in _pair(data):
            squares = squares + (at(_errors(data), column) / at(data.estimates, column)) ** 2
        value = ratio(data)
        spread = np.exp(Z95 * np.sqrt(squares))
        undefined = np.isnan(value) | (value == 0)
        return np.where(undefined, np.nan, value / spread), np.where(
            undefined, np.nan, value * spread
        )


def best(data: Groups) -> np.ndarray:
    """Give the column of the best-off group by value, one an indicator; the first of equals."""
    return _extreme(data.estimates, highest=data.favorable)


def reference_column(data: Groups) -> np.ndarray:
    """Give the reference: the chosen group, else the most advantaged, else the best-off."""
    if data.reference is not None:
        return np.full(len(data.estimates), data.reference)
    if data.ordered:
        return np.full(len(data.estimates), data.estimates.shape[1] - 1)
    return best(data)


def at(values: Floats, columns: np.ndarray) -> Floats:
    """Pick one column a row."""
    return values[np.arange(len(values)), columns]


def _pair(data: Groups) -> tuple[np.ndarray, np.ndarray]:
    """The columns of the better-off and of the worse-off group."""
    rows = len(data.estimates)
    if data.ordered:
        return np.full(rows, data.estimates.shape[1] - 1), np.zeros(rows, dtype=int)
    return reference_column(data), _extreme(data.estimates, highest=not data.favorable)


def _extreme(values: Floats, highest: bool) -> np.ndarray:
    """The column of the highest or lowest value that is there."""
    if highest:
        return np.where(np.isnan(values), -np.inf, values).argmax(axis=1)
    return np.where(np.isnan(values), np.inf, values).argmin(axis=1)


def _errors(data: Groups) -> Floats:
    assert data.errors is not None
    return data.errors
