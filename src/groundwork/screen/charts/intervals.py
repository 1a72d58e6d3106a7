"""The intervals of the figures in a bar chart: thin lines, and words for what is misprinted."""

import pandas as pd
from matplotlib.axes import Axes


def without_misprints(
    data: pd.DataFrame, columns: list[str], interval: tuple[str, str], limits: str
) -> tuple[pd.DataFrame, str]:
    """Blank the intervals that do not hold their figure, and name them beside the limits."""
    *name, value = columns
    low, high = interval
    wrong = (data[low] > data[value]) | (data[high] < data[value])
    told = [
        f"The interval printed for {', '.join(str(row[part]) for part in name)} ({row[low]:g} to "
        f"{row[high]:g}) does not hold its figure ({row[value]:g}), so it is not drawn."
        for _, row in data[wrong].iterrows()
    ]
    blank = data.assign(**{end: data[end].mask(wrong) for end in interval})
    return blank, " ".join([limits, *told]).strip()


def draw_intervals(
    axes: Axes,
    rows: pd.DataFrame,
    label: str,
    interval: tuple[str, str] | None,
    places: dict[str, float],
) -> dict[str, float]:
    """Draw the intervals there are as thin lines; return where each ends."""
    if not interval:
        return {}
    there = rows.dropna(subset=list(interval))
    low, high = (there[end].astype(float) for end in interval)
    middle = (low + high) / 2
    at = [places[name] for name in there[label].astype(str)]
    for color, width in (("white", 3.5), ("#1a1a1a", 1.5)):  # seen on the bar and beside it
        axes.errorbar(
            middle, at, xerr=high - middle, fmt="none", ecolor=color, elinewidth=width, capsize=4
        )
    return dict(zip(there[label].astype(str), high, strict=True))
