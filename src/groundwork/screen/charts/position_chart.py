"""A chart that places names on two scales, each label made to fit its place."""

import textwrap
from collections.abc import Sequence
from typing import Unpack

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from groundwork.screen.charts import marks as drawn
from groundwork.screen.charts.chart import COLORS, LINE, MARKERS, STYLE, WIDTH
from groundwork.screen.charts.chart_page import Chart, Words, finish
from groundwork.screen.charts.marks import Mark
from groundwork.subject.counts import counted

NARROW, TALLEST = 22, 12  # letters in a line of a label, and its lines


def position_chart(
    data: pd.DataFrame,
    label: str,
    x: str,
    y: str,
    *,
    ends_of_x: tuple[str, str],
    ends_of_y: tuple[str, str],
    **words: Unpack[Words],
) -> Chart:
    """Place names on two scales, for example who has influence and who is affected.

    Parameters
    ----------
    data
        One row a name; names at the same place are listed together.
    label, x, y
        The columns with the name and the two scores.
    ends_of_x, ends_of_y
        What the low and the high end of each scale mean.
    """
    with mpl.rc_context(STYLE):
        together: dict[tuple[float, float], list[str]] = {}
        for name, across, up in zip(data[label].astype(str), data[x], data[y], strict=True):
            together.setdefault((float(across), float(up)), []).append(name)
        told = {place: _stacked(names) for place, names in together.items()}
        sides = {side: (min(data[side].min(), 1), max(data[side].max(), 3)) for side in (x, y)}
        low, high = sides[y]
        # Labels stand above their dots, so a step is as high as the tallest of them.
        step = max(1.2, 0.4 + LINE * max(len(lines) for lines in told.values()))
        inside, below = step * (high - low + 1.4), 0.65
        above = 0.5 + LINE * max(1, len(textwrap.wrap(words["title"], 64)))
        height = below + inside + above
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_axes((0.1, below / height, 0.87, inside / height))
        for (across, up), names in together.items():
            axes.plot([across], [up], MARKERS[0], color=COLORS[0], label="; ".join(names))
            axes.annotate(
                "\n".join(told[across, up]),
                (across, up),
                xytext=(0, 9),
                textcoords="offset points",
                ha="center",
                va="bottom",
                fontsize=10,
                parse_math=False,
            )
        axes.set(xlim=(sides[x][0] - 0.7, sides[x][1] + 0.7), xticks=[])
        axes.set(ylim=(low - 0.4, high + 1), yticks=[])
        axes.set_xlabel(f"← {ends_of_x[0]}     {x}     {ends_of_x[1]} →")
        axes.set_ylabel(f"← {ends_of_y[0]}     {y}     {ends_of_y[1]} →")
        found = [
            Mark(str(line.get_label()), f"{x} {across:g}, {y}", up, decimals=0)
            for line in axes.lines
            for across, up in drawn.points_of(line)
        ]
        count = counted(len(data), "name")
        seen = (
            f"Map with {count}. Left to right: {x}, from {ends_of_x[0]} to "
            f"{ends_of_x[1]}. Bottom to top: {y}, from {ends_of_y[0]} to {ends_of_y[1]}."
        )
        return finish(axes, seen, found, data[[label, x, y]], words)


def shortened(text: str, letters: int) -> str:
    """Cut a text to so many letters, within a word where need be; `textwrap.shorten` drops it."""
    text = " ".join(text.split())
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def _stacked(names: Sequence[str]) -> list[str]:
    """Write the names at one place as lines narrow enough to stand beside their neighbors."""
    lines: list[str] = []
    for count, name in enumerate(names):
        mark = "• " if len(names) > 1 else ""
        more = textwrap.wrap(f"{mark}{shortened(name, 3 * NARROW)}", NARROW)
        if len(lines) + len(more) > TALLEST:
            return [*lines, f"and {len(names) - count} more"]
        lines += more
    return lines
