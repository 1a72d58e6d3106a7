"""Our own quantiles against scipy, an independent library that the course never loads."""

import math

import numpy as np
import pytest
from scipy import special, stats

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import (
    gamma_probability,
    gamma_quantile,
    poisson_interval,
    student_quantile,
)


@pytest.mark.parametrize("probability", [0.025, 0.975])
def test_gamma_quantiles_agree_over_a_wide_grid(probability: float) -> None:
    shapes = np.concatenate([np.linspace(0.3, 60, 300), 10 ** np.linspace(1.5, 8, 150)])
    ours = gamma_quantile(probability, shapes)
    assert ours == pytest.approx(special.gammaincinv(shapes, probability), rel=1e-8)


@pytest.mark.parametrize(("probability", "shape"), [(0.5, 3), (0.1, 1e6), (0.025, 0.01), (0, 1)])
def test_a_gamma_quantile_that_would_be_wrong_is_refused(probability: float, shape: float) -> None:
    with pytest.raises(UserError, match=r"Ask for 0\.025 or 0\.975"):
        gamma_quantile(probability, [1.0, shape])


def test_gamma_probabilities_agree_over_a_wide_grid() -> None:
    shape, x = np.meshgrid(np.linspace(0.1, 150, 60), np.linspace(0, 300, 60))
    assert gamma_probability(shape, x) == pytest.approx(special.gammainc(shape, x), abs=1e-12)


def test_exact_poisson_limits_are_chi_square_quantiles() -> None:
    counts = np.arange(0, 500)
    lower, upper = poisson_interval(counts)
    assert lower[0] == 0
    assert lower[1:] == pytest.approx(stats.chi2.ppf(0.025, 2 * counts[1:]) / 2, rel=1e-9)
    assert upper == pytest.approx(stats.chi2.ppf(0.975, 2 * counts + 2) / 2, rel=1e-9)


def test_poisson_limits_leave_missing_counts_missing_and_keep_the_shape() -> None:
    lower, upper = poisson_interval([[3, math.nan]])
    assert lower.shape == upper.shape == (1, 2)
    assert math.isnan(lower[0, 1])
    assert math.isnan(upper[0, 1])


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 7, 30, 199])
def test_student_quantiles_agree(degrees: int) -> None:
    assert student_quantile(degrees) == pytest.approx(stats.t.ppf(0.975, degrees), abs=1e-9)


@pytest.mark.parametrize("count", [-1, 2.5, math.inf, "many"])
def test_what_is_not_a_count_is_refused(count: object) -> None:
    with pytest.raises(UserError, match="whole numbers"):
        poisson_interval([count])  # type: ignore[arg-type]
