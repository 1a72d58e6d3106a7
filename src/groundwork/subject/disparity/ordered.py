"""Concentration indices: how far an outcome leans to the more or the less advantaged.

For groups with an order only. Positive: the indicator is concentrated among the more advantaged;
negative: among the less advantaged, whether a high value is good or bad.
(Schlotheuber and Hosseinpoor 2022, Int J Environ Res Public Health 19(6):3697.)
"""

import numpy as np

from groundwork.subject.disparity.groups import Floats, Groups


def ranks(data: Groups) -> Floats:
    """Give each group's fractional rank: the share of people below it and half of its own."""
    shares = data.shares
    return np.cumsum(shares, axis=1) - shares / 2


def absolute_concentration_index(data: Groups) -> Floats:
    """Give twice the covariance of the indicator and the fractional rank, in the unit given."""
    return 2 * (data.shares * (data.filled - data.mean) * (ranks(data) - 0.5)).sum(axis=1)


def relative_concentration_index(data: Groups) -> Floats:
    """Divide the absolute index by the mean: between -1 and 1; NaN when the mean is zero."""
    return over_mean(absolute_concentration_index(data), data)


def over_mean(value: Floats, data: Groups) -> Floats:
    """Divide by the mean over all people; NaN when that is zero."""
    mean = data.mean[:, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(mean > 0, value / mean, np.nan)
