"""Every measure that applies, in one tidy table, and what changed between two years in words."""

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from groundwork.subject.counts import counted
from groundwork.subject.disparity.catalog import MEASURES, Measure, applicable
from groundwork.subject.disparity.groups import Floats, Groups, groups
from groundwork.subject.disparity.simulation import simulated_intervals
from groundwork.subject.errors import UserError
from groundwork.subject.states import as_numbers, at_least, column_of

UNTESTED = "Chance was not tested here: compare the intervals before you call any of this a change."
OUTSIDE = "The value lies outside its own interval: the groups are too small for this measure."
OTHER_REFERENCE = "From the reference you chose; WHO's package takes the best-off group."
COLUMNS = [
    "measure",
    "name",
    "value",
    "lower",
    "upper",
    "scale",
    "weighted",
    "null_value",
    "note",
]


def all_measures(data: Groups) -> pd.DataFrame:
    """Compute every measure that applies for all indicators at once.

    Returns
    -------
    DataFrame
        One row an indicator, one column a measure (its code).
    """
    return pd.DataFrame({measure.code: _value(measure, data) for measure in applicable(data)})


def all_intervals(
    data: Groups, draws: int = 1000, seed: int = 0
) -> dict[str, tuple[Floats, Floats]]:
    """Give 95 % limits of every measure that applies, by its published method.

    Difference and ratio have formulas, the two regression indices use the fit, and all others are
    simulated. Without standard errors only the regression indices have limits (see
    :mod:`groundwork.subject.disparity.regression`); the others are NaN.
    """
    measures = applicable(data)
    nothing = np.full(len(data.estimates), np.nan)
    limits = {measure.code: (nothing, nothing) for measure in measures}
    for measure in measures:
        if measure.interval and (data.errors is not None or measure.code in ("sii", "rii")):
            limits[measure.code] = measure.interval(data)
    if data.errors is not None:
        without = {m.code: m.value for m in measures if m.interval is None}
        limits |= simulated_intervals(data, without, draws, seed)
    for measure in measures:
        absent = np.isnan(_value(measure, data))
        low, high = limits[measure.code]
        limits[measure.code] = (np.where(absent, np.nan, low), np.where(absent, np.nan, high))
    return limits


def summary_table(
    data: pd.DataFrame,
    *,
    favorable: bool,
    group: str = "group",
    estimate: str = "estimate",
    population: str | None = "population",
    error: str | None = None,
    order: str | None = None,
    reference: str | None = None,
    maximum: float | None = None,
    indicator: str | None = None,
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compute all summary measures that apply to a data set.

    Parameters
    ----------
    data
        One row a group (and an indicator).
    favorable
        True when a higher estimate is better (insured), False when it is worse (uninsured).
    group, estimate, population, error, order, indicator
        Names of columns: the group; its estimate; its number of people (None: only the measures
        that need none); the standard error (None: no simulated intervals); its place in a natural
        order, smallest for the least advantaged (None: the groups have no order); and which
        indicator a row is about (None: one indicator).
    reference
        The group that all are compared with; None for the most advantaged or the best-off one.
    maximum
        The largest value the estimate can take, 100 for percent; it decides how the regression
        indices are fitted.
    draws, seed
        For simulated intervals.

    Returns
    -------
    DataFrame
        Columns ``measure``, ``name``, ``value``, ``lower``, ``upper``, ``scale``, ``weighted``,
        ``null_value``, ``note``; with ``indicator``, that column comes first.

    Raises
    ------
    UserError
        When a column or the reference is missing, a group appears twice, or two groups share a
        place in the order.
    """
    wanted = [group, estimate, population, error, order, indicator]
    for column in wanted:
        if column is not None:
            column_of(data, column)
    draws = at_least(draws, 100, "The number of draws")
    names = _names(data, group, order)
    if reference is not None and reference not in names:
        raise UserError(
            f"There is no group {reference!r}.", f"Choose one of: {', '.join(map(str, names))}."
        )
    labels = data[indicator] if indicator is not None else pd.Series("", index=data.index)
    if pd.DataFrame({"i": labels, "g": data[group]}).duplicated().any():
        raise UserError(
            "A group appears more than once for the same indicator.",
            "Give one row for each group, or name the column that tells indicators apart.",
        )

    def matrix(column: str | None) -> pd.DataFrame | None:
        if column is None:
            return None
        return (
            pd.DataFrame({"i": labels, "g": data[group], "v": data[column]})
            .pivot(index="i", columns="g", values="v")
            .reindex(index=labels.unique(), columns=names)
        )

    checked = groups(
        matrix(estimate),  # type: ignore[arg-type]
        matrix(population),
        favorable=favorable,
        ordered=order is not None,
        errors=matrix(error),
        reference=None if reference is None else names.index(reference),
        maximum=maximum,
        names=[str(name) for name in names],
    )
    table = _tidy(checked, draws, seed)
    if indicator is None:
        return table[COLUMNS]
    table.insert(0, indicator, labels.unique()[table.pop("row")])
    return table[[indicator, *COLUMNS]]


def change_in_words(
    earlier: pd.DataFrame,
    later: pd.DataFrame,
    years: tuple[object, object] = ("the first year", "the second year"),
) -> str:
    """Say how two summary tables differ, and whether absolute and relative measures disagree.

    Chance is not tested here, so nothing is called a change: see `UNTESTED`.

    Parameters
    ----------
    earlier, later
        Tables of :func:`summary_table` for one indicator, the same groups, two years.
    years
        What to call them.
    """
    moved: dict[tuple[str, str], list[str]] = {}
    both = earlier.merge(later, on="measure", suffixes=("_earlier", "_later"))
    both = both.dropna(subset=["value_earlier", "value_later"])
    for code, before, after in zip(
        both["measure"], both["value_earlier"], both["value_later"], strict=True
    ):
        measure = MEASURES[code]
        told = f"{measure.name} ({before:.2f} to {after:.2f})"
        move = _move(measure, round(before, 2), round(after, 2))
        moved.setdefault((measure.scale, move), []).append(told)
    crossed = [
        (first, second)
        for first, second in (("are smaller", "are larger"), ("are larger", "are smaller"))
        if ("absolute", first) in moved and ("relative", second) in moved
    ]
    parts = [
        f"{scale.capitalize()} measures that {move}: {'; '.join(names)}."
        for (scale, move), names in sorted(moved.items())
    ]
    opening = f"From {years[0]} to {years[1]}"
    if crossed:
        opening += (
            ", absolute and relative measures of the gap point in opposite directions: "
            "report both, and say which one you act on and why."
        )
    else:
        opening += ", absolute and relative measures do not point in opposite directions."
    return " ".join([opening, *parts, UNTESTED])


def _names(data: pd.DataFrame, group: str, order: str | None) -> list[str]:
    """The groups, in their natural order when they have one."""
    if order is None:
        return list(data[group].unique())
    places = data[[group, order]].drop_duplicates()
    places[order] = as_numbers(places[order], "places in the order")
    if places[order].isna().any() or places[group].duplicated().any():
        raise UserError(
            "A group has no place in the order, or two of them.",
            "Give every group one number, smallest for the least advantaged.",
        )
    if places[order].duplicated().any():
        raise UserError(
            "Two groups share one place in the order.",
            "Give each group its own number, or put the two groups together.",
        )
    return list(places.sort_values(order)[group])


def _value(measure: Measure, data: Groups) -> Floats:
    """A measure's values, NaN where fewer groups are left than it needs."""
    return np.where(data.count >= measure.least_groups, measure.value(data), np.nan)


def _tidy(data: Groups, draws: int, seed: int) -> pd.DataFrame:
    """One row an indicator and measure."""
    limits = all_intervals(data, draws, seed)
    parts = []
    for measure in applicable(data):
        value = _value(measure, data)
        parts.append(
            pd.DataFrame(
                {
                    "row": np.arange(len(value)),
                    "measure": measure.code,
                    "name": measure.name,
                    "value": value,
                    "lower": limits[measure.code][0],
                    "upper": limits[measure.code][1],
                    "scale": measure.scale,
                    "weighted": measure.weighted,
                    "null_value": measure.null_value,
                    "note": _notes(measure, data, value, limits[measure.code]),
                }
            )
        )
    return pd.concat(parts).sort_values("row", kind="stable").reset_index(drop=True)


def _notes(
    measure: Measure, data: Groups, value: Floats, limits: tuple[Floats, Floats]
) -> Sequence[str]:
    """Why there is no value, what its interval rests on, and which groups are left out."""
    total = data.estimates.shape[1]
    basis = _basis(measure, data.errors is not None)
    notes = []
    for one, low, high, count in zip(value, *limits, data.count, strict=True):
        said = []
        if count < measure.least_groups:
            said.append(f"Needs at least {measure.least_groups} groups with an estimate.")
        elif math.isnan(one):
            said.append(measure.undefined)
        elif math.isnan(low):
            said.append(
                "No interval: the groups have no standard errors."
                if data.errors is None and measure.code not in ("sii", "rii")
                else "No interval can be computed."
            )
        else:
            said.append(basis)
            if not low <= one <= high:
                said.append(OUTSIDE)
        if measure.code in ("parisk", "paf") and data.reference is not None and not data.ordered:
            said.append(OTHER_REFERENCE)
        if count < total:
            left = "has no estimate and is" if total - count == 1 else "have no estimate and are"
            said.append(f"{total - count} of {counted(total, 'group')} {left} left out.")
        notes.append(" ".join(said))
    return notes


def _basis(measure: Measure, errors: bool) -> str:
    if measure.interval is None:
        return "95 % interval simulated from the standard errors. WHO's package gives other limits."
    if measure.code in ("sii", "rii") and not errors:
        return "95 % interval from the scatter of the groups about the fitted line."
    return "95 % interval from the standard errors."


def _move(measure: Measure, before: float, after: float) -> str:
    """Whether a measure came closer to its null value, a ratio on the log scale."""
    if measure.null_value == 1:
        first, last = (abs(math.log(v)) if v > 0 else math.inf for v in (before, after))
    else:
        first, last = abs(before), abs(after)
    if first == last:
        return "are the same"
    return "are larger" if last > first else "are smaller"
