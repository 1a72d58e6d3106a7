"""Measures over all groups without an order: variance, mean differences, disparity, entropy.

Definitions: Schlotheuber and Hosseinpoor 2022 (Int J Environ Res Public Health 19(6):3697). The
mean is the average over all people (weighted by population) in every one of them; 'unweighted'
says only that each group's distance counts the same. All are 0 or more, and 0 for no inequality.
"""

import numpy as np

from groundwork.subject.disparity.groups import Floats, Groups
from groundwork.subject.disparity.ordered import over_mean
from groundwork.subject.disparity.simple import at, best, reference_column


def between_group_variance(data: Groups) -> Floats:
    """Give the share-weighted mean of squared distances from the mean; the unit is squared."""
    return (data.shares * (data.filled - data.mean) ** 2).sum(axis=1)


def between_group_deviation(data: Groups) -> Floats:
    """Give the square root of the between-group variance, in the unit given."""
    return np.sqrt(between_group_variance(data))


def coefficient_of_variation(data: Groups) -> Floats:
    """Give the between-group standard deviation as a percent of the mean."""
    return over_mean(100 * between_group_deviation(data), data)


def distance_from_mean(data: Groups) -> Floats:
    """Give the mean distance of groups from the mean, each group counting the same."""
    return _distance(data, data.mean, weighted=False)


def distance_from_mean_weighted(data: Groups) -> Floats:
    """Give the mean distance of groups from the mean, weighted by population."""
    return _distance(data, data.mean, weighted=True)


def distance_from_best(data: Groups) -> Floats:
    """Give the mean distance from the best-off group, which counts itself with 0."""
    return _distance(data, at(data.estimates, best(data))[:, None], weighted=False)


def distance_from_best_weighted(data: Groups) -> Floats:
    """Give the mean distance from the best-off group, weighted by population."""
    return _distance(data, at(data.estimates, best(data))[:, None], weighted=True)


def distance_from_reference(data: Groups) -> Floats:
    """Give the mean distance from the reference group, which counts itself with 0."""
    return _distance(data, at(data.estimates, reference_column(data))[:, None], weighted=False)


def distance_from_reference_weighted(data: Groups) -> Floats:
    """Give the mean distance from the reference group, weighted by population."""
    return _distance(data, at(data.estimates, reference_column(data))[:, None], weighted=True)


def index_of_disparity(data: Groups) -> Floats:
    """Give the unweighted mean distance from the mean as a percent of the mean."""
    return over_mean(100 * distance_from_mean(data), data)


def index_of_disparity_weighted(data: Groups) -> Floats:
    """Give the weighted mean distance from the mean as a percent of the mean."""
    return over_mean(100 * distance_from_mean_weighted(data), data)


def theil_index(data: Groups) -> Floats:
    """Give 1,000 x the sum of share x relative value x its log; a zero value adds nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = data.filled / data.mean
        parts = np.where(data.filled > 0, relative * np.log(relative), 0.0)
    return np.where(data.mean[:, 0] > 0, 1000 * (data.shares * parts).sum(axis=1), np.nan)


def mean_log_deviation(data: Groups) -> Floats:
    """Give 1,000 x the share-weighted mean of minus the log of the relative value.

    Undefined, so NaN, when a group's estimate is zero: other software puts a tiny number in the
    zero's place, and the answer then depends on how tiny.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(data.shares > 0, np.log(data.filled / data.mean), 0.0)
        total = -1000 * (data.shares * logs).sum(axis=1)
    return np.where(np.isfinite(total), total, np.nan)


def _distance(data: Groups, point: Floats, weighted: bool) -> Floats:
    """The mean distance of the groups that have an estimate from a point a row."""
    distance = np.where(np.isnan(data.estimates), 0.0, np.abs(data.filled - point))
    if weighted:
        return (data.shares * distance).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return np.where(data.count > 0, distance.sum(axis=1) / np.maximum(data.count, 1), np.nan)
