"""95 % intervals by simulation, for measures without a formula for theirs.

Estimates are drawn many times from a normal distribution with each group's estimate and standard
error (a draw below 0 or above the largest value is set to that bound), the measure is computed for
every draw, and the middle 95 % of the results is the interval. WHO's toolkit does the same; see Ahn
and others 2019, PLoS ONE 14(7):e0219542. Populations are taken as known.

Such an interval is no test of 'no inequality': a measure that cannot be negative is above its null
value in nearly every draw, and its interval leans upwards when groups are small.
"""

from collections.abc import Callable, Mapping

import numpy as np

from groundwork.subject.disparity.groups import Floats, Groups

CELLS_AT_ONCE = 2_000_000  # simulated estimates in memory at a time
MOST_UNDEFINED = 0.025  # with more draws undefined, so is the interval


def simulated_intervals(
    data: Groups,
    measures: Mapping[str, Callable[[Groups], Floats]],
    draws: int = 1000,
    seed: int = 0,
) -> dict[str, tuple[Floats, Floats]]:
    """Simulate limits of several measures from the same draws.

    Parameters
    ----------
    data
        Groups with standard errors.
    measures
        A function for each name wanted.
    draws, seed
        How many draws an indicator, and where the random numbers start: the same seed gives the
        same limits.

    Returns
    -------
    dict
        Lower and upper limits by name, one value an indicator.
    """
    assert data.errors is not None
    random = np.random.default_rng(seed)
    rows, columns = data.estimates.shape
    limits = {name: (np.full(rows, np.nan), np.full(rows, np.nan)) for name in measures}
    step = max(1, CELLS_AT_ONCE // (draws * columns))
    for start in range(0, rows, step):
        part = slice(start, start + step)
        drawn = _drawn(data, part, draws, random)
        for name, measure in measures.items():
            results = measure(drawn).reshape(-1, draws)
            limits[name][0][part], limits[name][1][part] = _middle(results)
    return limits


def _drawn(data: Groups, part: slice, draws: int, random: np.random.Generator) -> Groups:
    """The same groups, each indicator repeated with drawn estimates."""
    assert data.errors is not None
    mean = np.repeat(data.estimates[part], draws, axis=0)
    spread = np.repeat(data.errors[part], draws, axis=0)
    estimates = np.clip(mean + spread * random.standard_normal(mean.shape), 0.0, data.maximum)
    people = None if data.population is None else np.repeat(data.population[part], draws, axis=0)
    return data.with_estimates(estimates, people)


def _middle(results: Floats) -> tuple[Floats, Floats]:
    """The 2.5 % and 97.5 % quantiles of each row."""
    undefined = np.isnan(results).mean(axis=1) > MOST_UNDEFINED
    low, high = np.full(len(results), np.nan), np.full(len(results), np.nan)
    if not undefined.all():
        low[~undefined], high[~undefined] = np.nanquantile(
            results[~undefined], [0.025, 0.975], axis=1
        )
    return low, high
