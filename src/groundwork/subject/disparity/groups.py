"""What the measures are computed from: estimates by indicator and group, with their populations."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from groundwork.subject.errors import UserError
from groundwork.subject.states import as_numbers, positive

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Groups:
    """Estimates of many indicators for the same groups, checked.

    Make one with :func:`groups`. Every measure takes it and returns one value an indicator.

    Attributes
    ----------
    estimates
        Indicators x groups, 0 or more, in the unit of the indicator; missing groups are NaN. When
        ``ordered``, columns go from the least to the most advantaged group.
    population
        Indicators x groups, people; or None.
    errors
        Standard errors of the estimates, same shape and unit; or None.
    ordered
        Whether the groups have a natural order (income, schooling), as race and place have not.
    favorable
        Whether a higher value is better (insured) or worse (uninsured).
    reference
        Column of the group that all are compared with; None for the best-off group.
    maximum
        The largest value the indicator can take (100 for percent); None when it has none.
    """

    estimates: Floats
    population: Floats | None
    errors: Floats | None
    ordered: bool
    favorable: bool
    reference: int | None
    maximum: float | None

    @cached_property
    def shares(self) -> Floats:
        """Population shares of the groups that have an estimate: each indicator's sum to 1."""
        if self.population is None:
            raise UserError(
                "This measure weights groups by population, and no population was given.",
                "Add the number of people in each group.",
            )
        people = np.where(np.isnan(self.estimates), 0.0, np.nan_to_num(self.population))
        with np.errstate(invalid="ignore", divide="ignore"):
            return people / people.sum(axis=1, keepdims=True)

    @cached_property
    def filled(self) -> Floats:
        """Estimates with 0 for a missing group, whose share is 0."""
        return np.nan_to_num(self.estimates)

    @cached_property
    def mean(self) -> Floats:
        """The average over all people, one row an indicator, one column."""
        return (self.shares * self.filled).sum(axis=1, keepdims=True)

    @cached_property
    def count(self) -> NDArray[np.int64]:
        """How many groups have an estimate, by indicator."""
        return (~np.isnan(self.estimates)).sum(axis=1)

    def with_estimates(self, estimates: Floats, population: Floats | None) -> "Groups":
        """Return the same groups with other estimates, for simulation."""
        return replace(self, estimates=estimates, population=population, errors=None)


def groups(
    estimates: ArrayLike,
    population: ArrayLike | None = None,
    *,
    favorable: bool,
    ordered: bool = False,
    errors: ArrayLike | None = None,
    reference: int | None = None,
    maximum: float | None = None,
    names: Sequence[str] = (),
) -> Groups:
    """Check estimates by group and put them in shape for the measures.

    Parameters
    ----------
    estimates
        Indicators x groups, or one value a group for a single indicator. NaN for a missing group.
    population
        People in each group: one value a group, or indicators x groups. A group that lacks either
        an estimate or a population takes no part in that indicator.
    favorable, ordered, errors, reference, maximum
        See :class:`Groups`.
    names
        Names of the groups, for error messages.

    Raises
    ------
    UserError
        When shapes differ, a value is negative, infinite or above the maximum, or the reference is
        not a group.
    """
    y = _matrix(estimates, "estimates", names)
    people = None if population is None else _matrix(population, "populations", names)
    spread = None if errors is None else _matrix(errors, "standard errors", names)
    people, spread = (_fitted(extra, y) for extra in (people, spread))
    if people is not None:
        y = np.where(np.isnan(people) | (people == 0), np.nan, y)
    if maximum is not None:
        maximum = positive(maximum, "largest possible value")
    if maximum is not None and np.nanmax(y, initial=0) > maximum:
        raise UserError(
            f"An estimate of {np.nanmax(y):g} is above the largest possible value, {maximum:g}.",
            "Check the unit: a percent goes up to 100, a rate per 1,000 up to 1,000.",
        )
    if reference is not None and not 0 <= reference < y.shape[1]:
        raise UserError(
            f"There is no group number {reference}.", f"Give 0 to {y.shape[1] - 1}, or a name."
        )
    return Groups(y, people, spread, ordered, favorable, reference, maximum)


def _matrix(values: ArrayLike, what: str, names: Sequence[str]) -> Floats:
    """Two dimensions, numbers only, none negative or infinite."""
    array = np.atleast_2d(as_numbers(values, what))
    if array.ndim > 2 or array.shape[1] < 2:
        raise UserError(
            f"The {what} hold {array.shape[-1]} group(s).", "Give at least two groups to compare."
        )
    bad = np.argwhere((array < 0) | np.isinf(array))
    if bad.size:
        row, column = bad[0]
        where = names[column] if names else f"number {column + 1}"
        raise UserError(
            f"The {what} hold {array[row, column]:g} for group {where}.",
            "Give numbers of 0 or more, or leave a group blank that has none.",
        )
    return array


def _fitted(extra: Floats | None, y: Floats) -> Floats | None:
    """Spread one row over all indicators; refuse another shape."""
    if extra is None:
        return None
    if extra.shape[1] != y.shape[1] or extra.shape[0] not in (1, y.shape[0]):
        raise UserError(
            f"The estimates are for {y.shape[1]} groups and {y.shape[0]} indicator(s), other "
            f"values for {extra.shape[1]} groups and {extra.shape[0]} indicator(s).",
            "Give one value a group for each.",
        )
    return np.broadcast_to(extra, y.shape)
