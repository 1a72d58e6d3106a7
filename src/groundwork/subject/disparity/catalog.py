"""The 21 summary measures that WHO's toolkit lists, with what a reader must know of each.

Source: Schlotheuber and Hosseinpoor 2022, Int J Environ Res Public Health 19(6):3697, with its
correction 19(12):6969. Formulas stand with their functions.
"""

from collections.abc import Callable
from dataclasses import dataclass

from groundwork.subject.disparity import between, impact, ordered, regression, simple
from groundwork.subject.disparity.groups import Floats, Groups

GAP = "Positive when the worse-off group does worse."
LEAN = "Positive when values are higher among the more advantaged, negative when lower."
SPREAD = "Zero or more; larger is more unequal."
ROOM = "How far the whole population is from the reference; negative for adverse outcomes."

NO_ZERO_MEAN = "Undefined: the mean over all people is zero."
NO_ENDS = "Undefined: the most or the least advantaged group, or the reference, has no estimate."
NO_FIT = "Undefined: no regression line fits (too few groups, or all at 0 or the maximum)."


@dataclass(frozen=True)
class Measure:
    """One summary measure.

    Attributes
    ----------
    code, name
        WHO's short code, and the name in words.
    scale
        ``"absolute"`` (unit of the indicator) or ``"relative"`` (no unit).
    weighted
        Whether larger groups count for more.
    groups
        For ``"ordered"`` groups, ``"unordered"`` groups or ``"any"``.
    null_value
        The value when all groups are equal.
    direction
        How to read its sign or size.
    undefined
        Why it may have no value.
    value
        The function that computes it.
    interval
        The function that gives 95 % limits; None when they are simulated.
    needs_population, needs_reference, least_groups
        What must be there.
    """

    code: str
    name: str
    scale: str
    weighted: bool
    groups: str
    null_value: float
    direction: str
    undefined: str
    value: Callable[[Groups], Floats]
    interval: Callable[[Groups], tuple[Floats, Floats]] | None = None
    needs_population: bool = True
    needs_reference: bool = False
    least_groups: int = 3


def _spread(
    code: str,
    name: str,
    scale: str,
    weighted: bool,
    value: Callable[[Groups], Floats],
    undefined: str = NO_ZERO_MEAN,
    needs_population: bool = True,
    needs_reference: bool = False,
) -> Measure:
    """A measure over all unordered groups that is 0 when they are equal."""
    return Measure(
        code,
        name,
        scale,
        weighted,
        "unordered",
        0.0,
        SPREAD,
        undefined,
        value,
        needs_population=needs_population,
        needs_reference=needs_reference,
    )


MEASURES: dict[str, Measure] = {
    measure.code: measure
    for measure in (
        Measure(
            "d",
            "Difference",
            "absolute",
            False,
            "any",
            0.0,
            GAP,
            NO_ENDS,
            simple.difference,
            simple.difference_interval,
            needs_population=False,
            least_groups=2,
        ),
        Measure(
            "r",
            "Ratio",
            "relative",
            False,
            "any",
            1.0,
            "Above 1 when the worse-off group does worse.",
            "Undefined: a group it needs has no estimate, or it would divide by zero.",
            simple.ratio,
            simple.ratio_interval,
            needs_population=False,
            least_groups=2,
        ),
        Measure(
            "aci",
            "Absolute concentration index",
            "absolute",
            True,
            "ordered",
            0.0,
            LEAN,
            NO_ZERO_MEAN,
            ordered.absolute_concentration_index,
        ),
        Measure(
            "rci",
            "Relative concentration index",
            "relative",
            True,
            "ordered",
            0.0,
            LEAN,
            NO_ZERO_MEAN,
            ordered.relative_concentration_index,
        ),
        Measure(
            "sii",
            "Slope index of inequality",
            "absolute",
            True,
            "ordered",
            0.0,
            LEAN,
            NO_FIT,
            regression.slope_index,
            regression.slope_index_interval,
        ),
        Measure(
            "rii",
            "Relative index of inequality",
            "relative",
            True,
            "ordered",
            1.0,
            "Above 1 when values are higher among the more advantaged, below 1 when lower.",
            NO_FIT,
            regression.relative_index,
            regression.relative_index_interval,
        ),
        _spread("bgv", "Between-group variance", "absolute", True, between.between_group_variance),
        _spread(
            "bgsd",
            "Between-group standard deviation",
            "absolute",
            True,
            between.between_group_deviation,
        ),
        _spread(
            "covar", "Coefficient of variation", "relative", True, between.coefficient_of_variation
        ),
        _spread(
            "mdmu",
            "Mean difference from the mean, unweighted",
            "absolute",
            False,
            between.distance_from_mean,
        ),
        _spread(
            "mdmw",
            "Mean difference from the mean, weighted",
            "absolute",
            True,
            between.distance_from_mean_weighted,
        ),
        _spread(
            "mdbu",
            "Mean difference from the best-off group, unweighted",
            "absolute",
            False,
            between.distance_from_best,
            needs_population=False,
        ),
        _spread(
            "mdbw",
            "Mean difference from the best-off group, weighted",
            "absolute",
            True,
            between.distance_from_best_weighted,
        ),
        _spread(
            "mdru",
            "Mean difference from the reference group, unweighted",
            "absolute",
            False,
            between.distance_from_reference,
            NO_ENDS,
            needs_population=False,
            needs_reference=True,
        ),
        _spread(
            "mdrw",
            "Mean difference from the reference group, weighted",
            "absolute",
            True,
            between.distance_from_reference_weighted,
            NO_ENDS,
            needs_reference=True,
        ),
        _spread(
            "idisu",
            "Index of disparity, unweighted",
            "relative",
            False,
            between.index_of_disparity,
        ),
        _spread(
            "idisw",
            "Index of disparity, weighted",
            "relative",
            True,
            between.index_of_disparity_weighted,
        ),
        _spread("ti", "Theil index", "relative", True, between.theil_index),
        _spread(
            "mld",
            "Mean log deviation",
            "relative",
            True,
            between.mean_log_deviation,
            "Undefined: a group's estimate is zero, and zero has no log.",
        ),
        Measure(
            "parisk",
            "Population attributable risk",
            "absolute",
            True,
            "any",
            0.0,
            ROOM,
            NO_ENDS,
            impact.population_attributable_risk,
            least_groups=2,
        ),
        Measure(
            "paf",
            "Population attributable fraction",
            "relative",
            True,
            "any",
            0.0,
            ROOM,
            "Undefined: the reference has no estimate, or the mean over all people is zero.",
            impact.population_attributable_fraction,
            least_groups=2,
        ),
    )
}


def applicable(data: Groups) -> list[Measure]:
    """Choose the measures that apply: to ordered or unordered groups, with what is given."""
    kind = "ordered" if data.ordered else "unordered"
    return [
        measure
        for measure in MEASURES.values()
        if measure.groups in ("any", kind)
        and (data.population is not None or not measure.needs_population)
        and (data.reference is not None or not measure.needs_reference)
    ]
