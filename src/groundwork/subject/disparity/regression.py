"""Slope and relative index of inequality: a line through all ordered groups, read at its two ends.

A regression of the indicator on the fractional rank gives the value expected at the bottom (rank
0) and at the top (rank 1) of the whole population. The slope index is top minus bottom; the
relative index is top over bottom (Schlotheuber and Hosseinpoor 2022, Int J Environ Res Public
Health 19(6):3697). Positive, or above 1: higher among the more advantaged.

Logit or line. An indicator with a largest value (``maximum``) is fitted by a binomial
quasi-likelihood with a logit link, found by iteratively reweighted least squares, so that both
ends stay possible values. An indicator without one is fitted by weighted least squares.

Weights. Each group is weighted by its population share, once. Other software differs: WHO's R
package (version 1.0.1), given population counts, weights by population and counts people again as
binomial trials, which is a fit with squared populations; for its own test data that gives a slope
index of 44.445 where single weights give 44.891, and a relative index of 3.160 against 3.236.

Intervals. With standard errors of the groups' estimates, they are carried through the fit by the
delta method (the 'sandwich' of the regression with the known variances as its filling) and use
the normal distribution. Without them, the scatter of the groups about the line is all there is: the
interval then rests on the residual (quasi-likelihood) variance and Student's t with groups minus
two degrees of freedom; it says how well a line describes the groups, not how sure each
estimate is. The relative index is treated on the log scale.
"""

from dataclasses import dataclass

import numpy as np

from groundwork.subject.disparity.groups import Floats, Groups
from groundwork.subject.disparity.ordered import ranks
from groundwork.subject.intervals import Z95, student_quantile

ROUNDS = 100  # of reweighting; a fit that moves after so many has no answer
STEP = 4.0  # the most that a round may move a logit


@dataclass(frozen=True)
class Ends:
    """Fitted values at the bottom and the top, and what is needed for their intervals.

    ``covariance`` is that of the two ends, one 2 x 2 matrix an indicator; ``quantile`` is what a
    standard error is multiplied by.
    """

    bottom: Floats
    top: Floats
    covariance: Floats
    quantile: Floats


def slope_index(data: Groups) -> Floats:
    """Give the value at the top minus the value at the bottom, in the unit given."""
    ends = fit(data)
    return ends.top - ends.bottom


def relative_index(data: Groups) -> Floats:
    """Give the value at the top over the value at the bottom; NaN unless both are above zero."""
    return _relative(fit(data))


def slope_index_interval(data: Groups) -> tuple[Floats, Floats]:
    """Give 95 % limits of the slope index (see the module's words on intervals)."""
    ends = fit(data)
    half = ends.quantile * _spread(ends, -np.ones_like(ends.top), np.ones_like(ends.top))
    return ends.top - ends.bottom - half, ends.top - ends.bottom + half


def relative_index_interval(data: Groups) -> tuple[Floats, Floats]:
    """Give 95 % limits of the relative index, found on the log scale."""
    ends = fit(data)
    value = _relative(ends)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        spread = np.exp(ends.quantile * _spread(ends, -1 / ends.bottom, 1 / ends.top))
    return value / spread, value * spread


def fit(data: Groups) -> Ends:
    """Fit every indicator on the fractional rank; NaN where a fit does not settle."""
    rank, weight = ranks(data), data.shares
    if data.maximum is None:
        coefficients = _least_squares(rank, weight, data.filled)
        fitted = coefficients[:, :1] + coefficients[:, 1:] * rank
        variance, scale = np.ones_like(fitted), 1.0
        ends = np.column_stack([coefficients[:, 0], coefficients.sum(axis=1)])
        slopes = np.ones_like(ends)
    else:
        scale = data.maximum
        coefficients = _logit_fit(rank, weight, data.filled / scale)
        fitted = _logistic(coefficients[:, :1] + coefficients[:, 1:] * rank)
        variance = fitted * (1 - fitted)
        ends = _logistic(np.column_stack([coefficients[:, 0], coefficients.sum(axis=1)]))
        slopes = ends * (1 - ends)
    covariance, quantile = _covariance(data, rank, weight, fitted, variance, scale)
    # From the coefficients to the ends: bottom = g(b0), top = g(b0 + b1).
    jacobian = np.zeros((len(rank), 2, 2))
    jacobian[:, 0, 0] = slopes[:, 0]
    jacobian[:, 1, :] = slopes[:, 1:]
    of_ends = jacobian @ covariance @ jacobian.transpose(0, 2, 1) * scale**2
    bottom, top = _level(data, ends * scale)
    return Ends(bottom, top, of_ends, quantile)


def _level(data: Groups, ends: Floats) -> tuple[Floats, Floats]:
    """Where all groups are equal both ends are that value, also at 0 or the maximum."""
    here = ~np.isnan(data.estimates)
    low = np.where(here, data.estimates, np.inf).min(axis=1)
    high = np.where(here, data.estimates, -np.inf).max(axis=1)
    return np.where(low == high, low, ends[:, 0]), np.where(low == high, low, ends[:, 1])


def _least_squares(rank: Floats, weight: Floats, y: Floats) -> Floats:
    """Intercept and slope of a weighted line, one row an indicator."""
    total = weight.sum(axis=1)
    middle = (weight * rank).sum(axis=1) / total
    mean = (weight * y).sum(axis=1) / total
    away = rank - middle[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (weight * away * (y - mean[:, None])).sum(axis=1) / (weight * away**2).sum(axis=1)
    return np.column_stack([mean - slope * middle, slope])


def _logit_fit(rank: Floats, weight: Floats, y: Floats) -> Floats:
    """Intercept and slope on the logit scale by iteratively reweighted least squares."""
    start = np.clip((weight * y).sum(axis=1), 1e-9, 1 - 1e-9)
    coefficients = np.column_stack([np.log(start / (1 - start)), np.zeros(len(y))])
    settled = np.zeros(len(y), dtype=bool)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for _ in range(ROUNDS):
            logit = coefficients[:, :1] + coefficients[:, 1:] * rank
            fitted = _logistic(logit)
            variance = fitted * (1 - fitted)
            new = _least_squares(rank, weight * variance, logit + (y - fitted) / variance)
            move = new - coefficients
            largest = np.maximum(np.abs(move[:, 0]), np.abs(move.sum(axis=1)))
            settled |= largest < 1e-11
            if np.all(settled | np.isnan(largest)):
                break
            shrink = np.where(largest > STEP, STEP / largest, 1.0)
            coefficients = np.where(
                settled[:, None], coefficients, coefficients + move * shrink[:, None]
            )
    return np.where(settled[:, None], coefficients, np.nan)


def _logistic(logit: Floats) -> Floats:
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-logit))


def _covariance(
    data: Groups, rank: Floats, weight: Floats, fitted: Floats, variance: Floats, scale: float
) -> tuple[Floats, Floats]:
    """Covariance of intercept and slope, and the quantile that goes with it."""
    design = np.stack([np.ones_like(rank), rank], axis=2)
    with np.errstate(divide="ignore", invalid="ignore"):
        bread = _inverse(np.einsum("nj,nja,njb->nab", weight * variance, design, design))
        if data.errors is not None:
            known = np.where(weight > 0, weight * data.errors / scale, 0.0) ** 2
            filling = np.einsum("nj,nja,njb->nab", known, design, design)
            return bread @ filling @ bread, np.full(len(rank), Z95)
        free = data.count - 2
        residual = np.where(weight > 0, (data.filled / scale - fitted) ** 2 / variance, 0.0)
        spread = (weight * residual).sum(axis=1) / np.where(free > 0, free, np.nan)
        quantiles = {n: student_quantile(int(n)) if n > 0 else np.nan for n in np.unique(free)}
        return bread * spread[:, None, None], np.array([quantiles[n] for n in free])


def _inverse(matrix: Floats) -> Floats:
    """The inverse of 2 x 2 matrices, NaN where there is none."""
    a, b, d = matrix[:, 0, 0], matrix[:, 0, 1], matrix[:, 1, 1]
    determinant = a * d - b * b
    turned = np.stack([np.stack([d, -b], axis=1), np.stack([-b, a], axis=1)], axis=1)
    return turned / determinant[:, None, None]


def _relative(ends: Ends) -> Floats:
    possible = (ends.bottom > 0) & (ends.top > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(possible, ends.top / ends.bottom, np.nan)


def _spread(ends: Ends, by_bottom: Floats, by_top: Floats) -> Floats:
    """Standard error of a function of both ends, from its two derivatives."""
    gradient = np.stack([by_bottom, by_top], axis=1)
    with np.errstate(invalid="ignore"):
        return np.sqrt(np.einsum("na,nab,nb->n", gradient, ends.covariance, gradient))
