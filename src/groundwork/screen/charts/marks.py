"""Read back what a chart really shows, so that its words cannot drift from its picture.

nbval never compares images: a changed chart is noticed because these words change.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.lines import Line2D

SEVERAL_SERIES = 2
FIVE_DIGITS = 10_000


@dataclass(frozen=True)
class Mark:
    """One bar, point or interval as drawn; `value` is NaN when there is no figure to draw."""

    series: str
    label: str
    value: float
    low: float | None = None
    high: float | None = None
    decimals: int = 1

    @property
    def name(self) -> str:
        """The mark's series and label."""
        return ", ".join(part for part in (self.series, self.label) if part)

    def __str__(self) -> str:
        """Return the mark as words: "Black, 2022: 10.9 (10.5 to 11.3)"."""
        if math.isnan(self.value):
            return f"{self.name}: no figure"
        interval = ""
        if self.low is not None and self.high is not None:
            interval = f" ({self.write(self.low)} to {self.write(self.high)})"
        return f"{self.name}: {self.write(self.value)}{interval}"

    def write(self, number: float) -> str:
        """Write a number with the chart's decimals."""
        return f"{number:,.{self.decimals}f}"


def bars(axes: Axes, decimals: int) -> list[Mark]:
    """Read horizontal bars: their widths, and the tick label each stands at."""
    labels = _ticks(axes, "y")
    containers = [each for each in axes.containers if isinstance(each, BarContainer)]
    spans = _spans(axes)
    several = len(containers) >= SEVERAL_SERIES
    marks = []
    for container in containers:
        series = str(container.get_label()) if several else ""
        for bar in container.patches:
            middle = bar.get_y() + bar.get_height() / 2
            label = labels[min(labels, key=lambda tick: abs(tick - middle))]
            low, high = spans.get(round(middle, 6), (None, None))
            marks.append(Mark(series, label, float(bar.get_width()), low, high, decimals))
    return marks


def _spans(axes: Axes) -> dict[float, tuple[float, float]]:
    """Read the intervals drawn over bars: the height of each, and its two ends."""
    return {
        round(float(span[0, 1]), 6): (float(span[:, 0].min()), float(span[:, 0].max()))
        for container in axes.containers
        if isinstance(container, ErrorbarContainer)
        for lines in container.lines[2]
        for span in lines.get_segments()
    }


def lines(axes: Axes, decimals: int) -> list[Mark]:
    """Read every point of every line."""
    return [
        Mark(str(line.get_label()), f"{x:g}", float(y), decimals=decimals)
        for line in axes.lines
        for x, y in points_of(line)
    ]


def intervals(axes: Axes, decimals: int) -> list[Mark]:
    """Read dots with their interval bars."""
    labels = _ticks(axes, "y")
    marks = []
    for container in axes.containers:
        assert isinstance(container, ErrorbarContainer)
        dots, _, (spans,) = container.lines
        for (x, y), span in zip(points_of(dots), spans.get_segments(), strict=True):
            ends = [float(end) for end in span[:, 0]] if len(span) else [math.nan]
            low, high = (None, None) if math.isnan(ends[0]) else (min(ends), max(ends))
            marks.append(Mark("", labels[y], float(x), low, high, decimals))
    return marks


def points_of(line: Line2D) -> list[tuple[float, float]]:
    """Return a line's points as plain numbers."""
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata())]


def axis_in_words(axes: Axes, side: str) -> str:
    """Describe one axis: its name, and from where to where it goes.

    Not its first and last tick: a bar may be longer than the last of them. Where matplotlib left a
    margin by itself, as beside the first and the last year, the axis goes as far as what is drawn.
    """
    axis = axes.xaxis if side == "x" else axes.yaxis
    has_margin = axes.get_autoscalex_on() if side == "x" else axes.get_autoscaley_on()
    low, high = sorted(axis.get_data_interval() if has_margin else axis.get_view_interval())
    where = "Horizontal" if side == "x" else "Vertical"
    return f"{where} axis: {axis.get_label().get_text()}, {_plain(low)} to {_plain(high)}."


def _plain(number: float) -> str:
    """Write a number as a reader does: a year without a comma, an amount with its commas."""
    return f"{number:.10g}" if abs(number) < FIVE_DIGITS else f"{number:,.10g}"


def extremes(marks: Sequence[Mark]) -> str:
    """Name the highest and the lowest mark, and those without a figure."""
    there = [mark for mark in marks if not math.isnan(mark.value)]
    missing = "; ".join(mark.name for mark in marks if math.isnan(mark.value))
    without = f" No figure: {missing}." if missing else ""
    if not there:
        return "There is no figure to draw."
    high = max(there, key=lambda mark: mark.value)
    low = min(there, key=lambda mark: mark.value)
    if high.value == low.value:
        return f"All are at {high.write(high.value)}.{without}"
    return (
        f"Highest: {high.write(high.value)} for {high.name}. "
        f"Lowest: {low.write(low.value)} for {low.name}.{without}"
    )


def first_and_last(marks: Sequence[Mark]) -> str:
    """Say where each line starts and ends."""
    sentences = []
    for series in dict.fromkeys(mark.series for mark in marks):
        line = [mark for mark in marks if mark.series == series and not math.isnan(mark.value)]
        if line:
            first, last = line[0], line[-1]
            sentences.append(
                f"{series}: {first.write(first.value)} in {first.label}, "
                f"{last.write(last.value)} in {last.label}."
            )
    return " ".join(sentences)


def _ticks(axes: Axes, side: str) -> dict[float, str]:
    """Return where each tick stands and what is written there, on one line."""
    axis = axes.xaxis if side == "x" else axes.yaxis
    texts = [label.get_text().replace("\n", " ") for label in axis.get_ticklabels()]
    return dict(zip((float(tick) for tick in axis.get_ticklocs()), texts, strict=True))
