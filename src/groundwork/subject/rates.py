"""Crude and age-standardized rates of events in a population, with how sure they are.

Events are taken as Poisson counts: births, deaths or cases that come one by one. Populations are
taken as known. Rates are per 100,000 unless told otherwise.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import (
    Z95,
    Floats,
    check_counts,
    gamma_quantile,
    poisson_interval,
)
from groundwork.subject.states import all_known, as_numbers, column_of, one_level, positive

US_2000_STANDARD = pd.Series(
    {
        "under 1": 0.013818,
        "1-4": 0.055317,
        "5-14": 0.145565,
        "15-24": 0.138646,
        "25-34": 0.135573,
        "35-44": 0.162613,
        "45-54": 0.134834,
        "55-64": 0.087247,
        "65-74": 0.066037,
        "75-84": 0.044842,
        "85 and over": 0.015508,
    },
    name="US 2000 standard population",
)
"""Weights of the year 2000 standard for US death rates (Anderson and Rosenberg 1998, National
Vital Statistics Reports 47(3), from the Census Bureau's projection for 2000)."""


@dataclass(frozen=True)
class StandardizedRate:
    """A directly standardized rate beside the crude one.

    Attributes
    ----------
    rate, lower, upper, standard_error, crude_rate
        In events per ``per`` people.
    events
        Events in all age groups together.
    standard
        The name of the standard population whose weights were used.
    """

    rate: float
    lower: float
    upper: float
    standard_error: float
    crude_rate: float
    events: int
    per: float
    standard: str


def crude_rate(events: ArrayLike, population: ArrayLike, per: float = 100_000) -> Floats:
    """Divide events by population, per so many people.

    Raises
    ------
    UserError
        When events are not counts, or a population is not above zero.
    """
    count, people = _counts(events, population)
    return positive(per, "number of people a rate is for") * count / people


def rate_interval(
    events: ArrayLike, population: ArrayLike, per: float = 100_000, method: str = "exact"
) -> tuple[Floats, Floats]:
    """Give 95 % limits of a crude rate.

    Parameters
    ----------
    method
        ``"exact"``: exact Poisson limits of the count over the population (Garwood 1936).
        ``"log"``: rate divided and multiplied by exp(1.96 / square root of events), which needs at
        least one event and is close to the exact limits from about 20.
    """
    count, people = _counts(events, population)
    per = positive(per, "number of people a rate is for")
    if method == "exact":
        lower, upper = poisson_interval(count)
        return per * lower / people, per * upper / people
    if method == "log":
        rate = np.where(count == 0, np.nan, per * count / people)
        factor = np.exp(Z95 / np.sqrt(np.maximum(count, 1)))
        return rate / factor, rate * factor
    raise UserError(f"There is no interval method {method!r}.", "Use 'exact' or 'log'.")


def relative_standard_error(events: ArrayLike) -> Floats:
    """Give the standard error of a count or its rate as a percent of it: 100 / root of events.

    20 events give 22.4 %, 11 give 30.2 %. Missing when there is no event.
    """
    count = check_counts(events, "events")
    with np.errstate(divide="ignore"):
        return np.where(count == 0, np.nan, 100 / np.sqrt(count))


def rate_table(
    data: pd.DataFrame,
    events: str = "events",
    population: str = "population",
    per: float = 100_000,
) -> pd.DataFrame:
    """Add to a table of counts the rate, its exact 95 % limits and its relative standard error.

    Returns
    -------
    DataFrame
        The table with columns ``rate``, ``lower``, ``upper`` and ``relative_standard_error``
        (percent) added.
    """
    count, people = column_of(data, events), column_of(data, population)
    lower, upper = rate_interval(count, people, per)
    return data.assign(
        rate=crude_rate(count, people, per),
        lower=lower,
        upper=upper,
        relative_standard_error=relative_standard_error(count),
    )


def difference_of_rates(
    events: float,
    population: float,
    reference_events: float,
    reference_population: float,
    per: float = 100_000,
) -> tuple[float, float, float]:
    """Subtract a reference rate, with 95 % limits.

    The standard error is the root of events / population squared, summed over both groups.

    Returns
    -------
    tuple
        Difference, lower, upper; per so many people.
    """
    (d1, d2), (n1, n2) = _counts([events, reference_events], [population, reference_population])
    per = positive(per, "number of people a rate is for")
    value = d1 / n1 - d2 / n2
    half = Z95 * np.sqrt(d1 / n1**2 + d2 / n2**2)
    return float(per * value), float(per * (value - half)), float(per * (value + half))


def ratio_of_rates(
    events: float, population: float, reference_events: float, reference_population: float
) -> tuple[float, float, float]:
    """Divide by a reference rate, with 95 % limits on the log scale.

    The standard error of the log is the root of 1 / events summed over both groups. Without
    events in the group the ratio is 0 and has no limits by this method.

    Returns
    -------
    tuple
        Ratio, lower, upper.

    Raises
    ------
    UserError
        When the reference has no events.
    """
    (d1, d2), (n1, n2) = _counts([events, reference_events], [population, reference_population])
    if d2 == 0:
        raise UserError(
            "A ratio cannot be computed: the reference group has no events.",
            "Choose a reference with events, pool years, or report the difference only.",
        )
    value = float((d1 / n1) / (d2 / n2))
    if d1 == 0:
        return value, float("nan"), float("nan")
    factor = float(np.exp(Z95 * np.sqrt(1 / d1 + 1 / d2)))
    return value, value / factor, value * factor


def age_standardized_rate(
    events: pd.Series, population: pd.Series, standard: pd.Series, per: float = 100_000
) -> StandardizedRate:
    """Weight the rate of each age group by a named standard population.

    The interval is the gamma interval of Fay and Feuer 1997 (Statistics in Medicine 16:791-801),
    which NCHS uses for age-adjusted rates and which equals the exact Poisson interval when all
    age groups have one rate of weight to population.

    Parameters
    ----------
    events, population
        One value an age group; the index holds the age groups.
    standard
        Weight of every age group, with a name that says which standard it is, for example
        :data:`US_2000_STANDARD`. Weights that do not sum to 1 are scaled to.

    Raises
    ------
    UserError
        When the age groups of the three differ or the standard has no name.
    """
    if not standard.name:
        raise UserError(
            "The standard population has no name.",
            "Name it, so that readers know what the rates were adjusted to.",
        )
    for other, what in ((events, "events"), (population, "population")):
        one_level(other.index, what)
        missing = set(standard.index).symmetric_difference(other.index)
        if missing or other.index.has_duplicates:
            raise UserError(
                f"The age groups of the {what} and of the standard differ"
                f" ({', '.join(sorted(map(str, missing))) or 'one appears twice'}).",
                f"Use these age groups, once each: {', '.join(map(str, standard.index))}.",
            )
    one_level(standard.index, "standard population")
    count, people = _counts(events[standard.index], population[standard.index])
    all_known([*count, *people], "events and populations")
    per = positive(per, "number of people a rate is for")
    shares = as_numbers(standard, "weights of the standard")
    all_known(list(shares), "weights of the standard")
    if (shares < 0).any() or not 0 < shares.sum() < np.inf:
        raise UserError(
            "A weight of the standard population is negative, or all are zero.",
            "Give each age group its share of the standard population, 0 or more.",
        )
    weight = shares / float(shares.sum()) / people
    rate = float((weight * count).sum())
    variance = float((weight**2 * count).sum())
    largest = float(weight.max())
    lower = 0.0 if rate == 0 else float(_gamma_limit(0.025, rate, variance))
    upper = float(_gamma_limit(0.975, rate + largest, variance + largest**2))
    return StandardizedRate(
        rate=per * rate,
        lower=per * lower,
        upper=per * upper,
        standard_error=per * variance**0.5,
        crude_rate=per * float(count.sum() / people.sum()),
        events=int(count.sum()),
        per=per,
        standard=str(standard.name),
    )


def _gamma_limit(probability: float, mean: float, variance: float) -> float:
    """The quantile of the gamma distribution with this mean and variance."""
    return float(variance / mean * gamma_quantile(probability, mean**2 / variance))


def _counts(events: ArrayLike, population: ArrayLike) -> tuple[Floats, Floats]:
    """Both as floats, events counted and populations above zero."""
    count = check_counts(events, "events")
    people = as_numbers(population, "populations")
    if np.any(people <= 0) or np.any(np.isinf(people)):
        raise UserError(
            "A population is zero, negative or infinite.",
            "Give the number of people the events happened among.",
        )
    return count, people
