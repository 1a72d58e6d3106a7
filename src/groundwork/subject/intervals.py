"""Exact intervals for counts, on numpy alone: gamma and Student quantiles, Poisson limits.

The course also runs in a browser, where a larger numerical library would be too much to load, so
the few quantiles that our intervals need are computed here and tested against an independent
library.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from groundwork.subject.errors import UserError
from groundwork.subject.states import as_numbers, at_least

Z95 = 1.959963984540054
"""The 97.5 % quantile of the standard normal distribution: 95 % lies within this of the middle."""

LARGE_SHAPE = 1e5  # from here the Wilson-Hilferty quantile itself is right to eight digits
SMALLEST_SHAPE = 0.3  # below it the lower end is too near to 0 for Newton's steps
TAILS = (0.025, 0.975)
TINY = 1e-300  # keeps a continued fraction from dividing by zero

Floats = NDArray[np.float64]


def poisson_interval(events: ArrayLike) -> tuple[Floats, Floats]:
    """Give the exact 95 % limits of the mean of a Poisson count.

    The limits are quantiles of the chi-square distribution (Garwood 1936), written as the gamma
    quantiles they are: 2.5 % at shape d, and 97.5 % at shape d + 1. For no events the lower limit
    is 0.

    Parameters
    ----------
    events
        Counts, any shape. Missing counts give missing limits.
    """
    count = check_counts(events, "events")
    known = np.where(np.isnan(count), 1.0, count)
    lower = np.where(known == 0, 0.0, gamma_quantile(0.025, np.maximum(known, 1.0)))
    upper = gamma_quantile(0.975, known + 1.0)
    missing = np.isnan(count)
    return np.where(missing, np.nan, lower), np.where(missing, np.nan, upper)


def gamma_quantile(probability: float, shape: ArrayLike) -> Floats:
    """Find an end of the 95 % interval of the gamma distribution of that shape and scale 1.

    Newton steps from the Wilson-Hilferty value, held inside a bracket. Relative error below 1e-8.

    Parameters
    ----------
    probability
        0.025 or 0.975: the lower end or the upper one.
    shape
        0.3 or more, any dimensions. One event gives 1; nothing that we count gives less.

    Raises
    ------
    UserError
        For another probability or a smaller shape, where that error is not kept.
    """
    a = np.asarray(shape, dtype=float)
    if probability not in TAILS or np.any(a < SMALLEST_SHAPE):
        raise UserError(
            f"The gamma quantile was asked for a probability of {probability:g} and a shape of "
            f"{np.min(a, initial=np.inf):g}.",
            f"Ask for 0.025 or 0.975, and for a shape of {SMALLEST_SHAPE} or more.",
        )
    x = _wilson_hilferty(probability, a)
    small = np.atleast_1d(a) < LARGE_SHAPE
    if small.any():
        refined = np.array(np.atleast_1d(x), dtype=float)
        refined[small] = _refined(probability, np.atleast_1d(a)[small], refined[small])
        x = refined.reshape(a.shape)
    return x


def gamma_probability(shape: ArrayLike, x: ArrayLike) -> Floats:
    """Give the regularized lower incomplete gamma function P(shape, x) for x of 0 or more.

    By its power series below shape + 1 and by its continued fraction above (Abramowitz and Stegun
    6.5.29 and 6.5.31).
    """
    a, at = (np.array(v, dtype=float) for v in np.broadcast_arrays(shape, x))
    result = np.zeros(a.shape)
    by_series = (at > 0) & (at < a + 1)
    by_fraction = at >= a + 1
    result[by_series] = _series(a[by_series], at[by_series])
    result[by_fraction] = 1 - _fraction(a[by_fraction], at[by_fraction])
    return result


def student_quantile(degrees: int) -> float:
    """Give the 97.5 % quantile of Student's t distribution for whole degrees of freedom."""
    degrees = at_least(degrees, 1, "The number of degrees of freedom")
    low, high = Z95, 13.0  # 12.706 for one degree, Z95 for very many
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if _student_middle(middle, degrees) < 0.95 else (low, middle)
    return (low + high) / 2


def check_counts(counts: ArrayLike, what: str) -> Floats:
    """Return counts as floats; refuse negative, infinite or fractional ones."""
    try:
        array = as_numbers(counts, what)
    except UserError as error:
        raise UserError(error.problem, "Give whole numbers, for example 12.") from None
    known = array[~np.isnan(array)]
    wrong = known[(known < 0) | np.isinf(known) | (known != np.floor(known))]
    if wrong.size:
        raise UserError(
            f"The {what} hold {wrong[0]:g}, which is not a count.",
            "Give whole numbers of 0 or more, for example 12.",
        )
    return array


def _wilson_hilferty(probability: float, a: Floats) -> Floats:
    """A close first value of the gamma quantile (Wilson and Hilferty 1931), for two tails only."""
    z = -Z95 if probability < 0.5 else Z95
    cube: Floats = a * (1 - 1 / (9 * a) + z / (3 * np.sqrt(a))) ** 3
    return np.maximum(cube, 1e-8)


def _refined(probability: float, a: Floats, x: Floats) -> Floats:
    """Newton steps to the quantile; a step that leaves its bracket is replaced by halving."""
    low, high = np.zeros_like(a), np.full_like(a, np.inf)
    for _ in range(100):
        over = gamma_probability(a, x) - probability
        low, high = np.where(over < 0, x, low), np.where(over < 0, high, x)
        density = np.exp((a - 1) * np.log(x) - x - _log_gamma(a))
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            step = x - over / density
        halved = np.where(np.isinf(high), 2 * x + 1, (low + high) / 2)
        new = np.where((step > low) & (step < high), step, halved)
        if np.all(np.abs(new - x) <= 1e-12 * x):
            break
        x = new
    return x


def _series(a: Floats, x: Floats) -> Floats:
    term = 1 / a
    total = term.copy()
    n = a.copy()
    while term.size and np.any(term > total * 1e-16):
        n += 1
        term = term * x / n
        total += term
    return _front(a, x) * total


def _fraction(a: Floats, x: Floats) -> Floats:
    """The upper tail by Lentz's way of evaluating a continued fraction from the front."""
    b = x + 1 - a
    c = np.full_like(b, 1 / TINY)
    d = 1 / b
    total = d.copy()
    for n in range(1, 20_000):
        factor = -n * (n - a)
        b += 2
        d = 1 / _away_from_zero(factor * d + b)
        c = _away_from_zero(b + factor / c)
        change = c * d
        total *= change
        if np.all(np.abs(change - 1) < 1e-15):
            break
    return _front(a, x) * total


def _front(a: Floats, x: Floats) -> Floats:
    """The factor x^a e^-x / Gamma(a) that both forms share."""
    front: Floats = np.exp(a * np.log(x) - x - _log_gamma(a))
    return front


def _away_from_zero(value: Floats) -> Floats:
    return np.where(np.abs(value) < TINY, TINY, value)


def _log_gamma(a: Floats) -> Floats:
    return np.array([math.lgamma(v) for v in a.ravel()]).reshape(a.shape)


def _student_middle(t: float, degrees: int) -> float:
    """The probability between -t and t (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    angle = math.atan(t / math.sqrt(degrees))
    cos, sin = math.cos(angle), math.sin(angle)
    odd = degrees % 2 == 1
    term = cos if odd else 1.0
    total = term if degrees > 1 else 0.0
    for k in range(3 if odd else 2, degrees - 1, 2):
        term *= cos * cos * (k - 1) / k
        total += term
    return 2 / math.pi * (angle + sin * total) if odd else sin * total
