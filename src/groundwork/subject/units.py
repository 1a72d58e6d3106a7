"""The words for a difference and a ratio of figures, from the unit the figures have."""

MINUS = "\N{MINUS SIGN}"
"""What stands before a number below 0: a line may break at a hyphen."""
YEARS = "years"
"""The unit of life expectancy, which is no rate and has no ratio worth telling."""


def is_rate(unit: str) -> bool:
    """Tell whether figures in this unit are rates, so that dividing two of them says something.

    Years of life are none: half the years is not half the chance of anything.
    """
    return unit != YEARS


def difference_unit(unit: str) -> str:
    """Return the unit of a difference: ``"percentage points"`` between two percents.

    Parameters
    ----------
    unit
        The unit of both figures, for example ``"percent of people"``.
    """
    return "percentage points" if unit.startswith("percent") else unit


def difference_name(unit: str) -> str:
    """Return what a difference of two figures in this unit is called."""
    return "rate difference" if is_rate(unit) else "difference"
