"""The one way to show a chart in a lesson: picture, words and table together.

Each function takes a tidy table and the chart's words, draws with matplotlib (never pyplot, which
keeps state between cells) and returns a `Chart`. The picture is SVG: quicker to draw than PNG
(about 30 ms against 60) and crisp at any zoom.
"""

import math
import textwrap
from collections.abc import Sequence
from typing import Unpack

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from groundwork.screen.charts import marks as drawn
from groundwork.screen.charts.chart_page import Chart, Words, finish
from groundwork.screen.charts.intervals import draw_intervals, without_misprints
from groundwork.subject.counts import counted
from groundwork.subject.errors import UserError

# Each at least 4.5:1 on white and apart for people who see red and green alike; tests/chart
# measures both. Color is never alone: bars have hatches, lines have markers and labels.
COLORS = ("#0b5394", "#b24700", "#00804d", "#7a00cc", "#4c2233", "#660000")
HATCHES = ("", "///", "...", "\\\\\\", "xx", "--")
MARKERS = ("o", "s", "^", "D", "v", "P")
DASHES = ("-", "--", "-.", ":", "-", "--")
REFERENCE = "#5f6b76"
STYLE = {
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#5f6b76",
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "hatch.color": "white",
    "hatch.linewidth": 1.2,
    "svg.fonttype": "path",  # the same letters on every machine
    "svg.hashsalt": "groundwork",  # the same ids in every run
}
WIDTH = 7.4  # inches
INTERVAL = ("interval from", "to")  # the columns of a chart's table
OF_A_HUNDRED = ("percent of", "times of 100")
"""Units that end at 100: beyond it there is room for a label, and no mark on the axis."""
LINE = 0.18  # inches, a line of a label or of the title


def bar_chart(
    data: pd.DataFrame,
    label: str,
    value: str,
    *,
    group: str | None = None,
    reference: str | None = None,
    interval: tuple[str, str] | None = None,
    **words: Unpack[Words],
) -> Chart:
    """Draw horizontal bars from zero, each with its number.

    Parameters
    ----------
    data
        One row a bar; a missing value is shown as "no figure", never as zero.
    label, value
        The columns with the bars' names and lengths.
    group
        A column that splits each name into several bars (at most six).
    reference
        The name of the reference group; it is drawn gray and marked in words.
    interval
        The columns with the ends of each figure's interval, drawn as a thin line; missing where
        the source gives none. One that does not hold its figure is a misprint: it is not drawn,
        and the limits below the chart name it.
    """
    columns = [label, group, value] if group else [label, value]
    _refuse_twice(data, columns[:-1])
    if interval:
        data, words["limits"] = without_misprints(data, columns, interval, words.get("limits", ""))
        columns += interval
    with mpl.rc_context(STYLE):
        names = list(dict.fromkeys(data[label].astype(str)))
        series = list(dict.fromkeys(data[group].astype(str))) if group else [""]
        if len(series) > len(COLORS):
            raise UserError(
                f"{group} splits the bars into {len(series)} groups.",
                f"Show at most {len(COLORS)}, or draw a line chart.",
            )
        thick = 0.8 / len(series)
        axes = _axes(names, len(names) * max(1, 0.6 * len(series)), reference)
        decimals = words.get("decimals", 1)
        for order, one in enumerate(series):
            rows = data[data[group].astype(str) == one] if group else data
            widths = dict(zip(rows[label].astype(str), rows[value].astype(float), strict=True))
            at = [place + (order - (len(series) - 1) / 2) * thick for place in range(len(names))]
            values = [widths.get(name, math.nan) for name in names]
            colors = [
                REFERENCE if name == reference and not group else COLORS[order] for name in names
            ]
            axes.barh(at, values, thick * 0.92, color=colors, hatch=HATCHES[order], label=one)
            ends = draw_intervals(axes, rows, label, interval, dict(zip(names, at, strict=True)))
            for name, place, each in zip(names, at, values, strict=True):
                if math.isnan(each):
                    axes.text(0, place, " no figure", va="center", style="italic")
                else:
                    end = (max(each, ends.get(name, 0)), place)
                    text = f"{each:,.{decimals}f}"
                    axes.annotate(text, end, (4, 0), textcoords="offset points", va="center")
        longest = float(np.nanmax(data[[value, *(interval or ())]].to_numpy(dtype=float)))
        axes.set_xlim(min(0, data[value].astype(float).min()), _room_above(longest))
        if group:
            axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(0, -0.16), ncols=3)
        axes.set_xlabel(words["unit"])
        if words["unit"].startswith(OF_A_HUNDRED) and axes.get_xlim()[1] > 100:
            axes.set_xticks([tick for tick in axes.get_xticks() if tick <= 100])
        found = drawn.bars(axes, decimals)
        shown = data[columns].rename(columns=dict(zip(interval or (), INTERVAL, strict=False)))
        what = f"Bar chart with {counted(len(found), 'bar')}. {drawn.axis_in_words(axes, 'x')}"
        return finish(axes, f"{what} {drawn.extremes(found)}", found, shown, words)


def stacked_bar_chart(
    data: pd.DataFrame, label: str, value: str, group: str, **words: Unpack[Words]
) -> Chart:
    """Draw one bar a name, made of one piece a group; a piece of zero is left out.

    Parameters
    ----------
    data
        One row a piece; no value is missing or below zero.
    label, value, group
        The columns with the bars' names, the pieces' lengths and the pieces' names (at most six).
    """
    _refuse_twice(data, [label, group])
    with mpl.rc_context(STYLE):
        names = list(dict.fromkeys(data[label].astype(str)))
        series = list(dict.fromkeys(data[group].astype(str)))
        if len(series) > len(COLORS):
            raise UserError(
                f"{group} splits the bars into {len(series)} pieces.",
                f"Show at most {len(COLORS)}.",
            )
        axes = _axes(names, len(names) + 1.4, None)
        decimals = words.get("decimals", 0)
        ends = dict.fromkeys(names, 0.0)
        for order, one in enumerate(series):
            rows = data[(data[group].astype(str) == one) & (data[value] > 0)]
            for name, length in zip(rows[label].astype(str), rows[value], strict=True):
                axes.barh(
                    names.index(name),
                    float(length),
                    0.7,
                    left=ends[name],
                    color=COLORS[order],
                    hatch=HATCHES[order],
                    edgecolor="white",
                    linewidth=1.5,
                    label=one,
                )
                axes.text(
                    ends[name] + length / 2,
                    names.index(name),
                    f"{length:,.{decimals}f}",
                    ha="center",
                    va="center",
                    bbox={"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": "none"},
                )
                ends[name] += float(length)
        axes.set_xlim(0, max(ends.values(), default=0) or 1)
        axes.xaxis.set_major_locator(MaxNLocator("auto", integer=not decimals))
        axes.set_xlabel(words["unit"])
        handles = {bar.get_label(): bar for bar in axes.containers}
        height = axes.figure.get_window_extent().height / axes.figure.dpi
        axes.legend(
            [handles[one] for one in series if one in handles],
            [one for one in series if one in handles],
            frameon=False,
            loc="upper left",
            bbox_to_anchor=(0.01, 1 - 2.2 * LINE / height),  # below the title
            bbox_transform=axes.figure.transFigure,
            ncols=3,
        )
        axes.set_ylim(len(names) - 0.5, -1.9)  # room for the legend above the first bar
        axes.spines["left"].set_visible(False)
        found = drawn.bars(axes, decimals)
        what = (
            f"Stacked bar chart with {counted(len(names), 'bar')}. {drawn.axis_in_words(axes, 'x')}"
        )
        return finish(axes, what, found, data[[label, group, value]], words)


def line_chart(
    data: pd.DataFrame, x: str, value: str, *, group: str | None = None, **words: Unpack[Words]
) -> Chart:
    """Draw one line a group over years or other numbers, each labeled at its end.

    Parameters
    ----------
    data
        One row a point.
    x, value
        The columns with the horizontal place and the height.
    group
        The column that names the line.
    """
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, 4.2))
        names = list(dict.fromkeys(data[group].astype(str))) if group else [value]
        decimals = words.get("decimals", 1)
        right = min(0.4, 0.04 + 0.0125 * max(len(name) for name in names))
        axes = figure.add_axes((0.08, 0.14, 0.9 - right, 0.66))
        for order, name in enumerate(names):
            rows = data[data[group].astype(str) == name] if group else data
            axes.plot(
                rows[x].astype(float),
                rows[value].astype(float),
                color=COLORS[order % len(COLORS)],
                linestyle=DASHES[order % len(DASHES)],
                marker=MARKERS[order % len(MARKERS)],
                label=name,
            )
        axes.set_ylim(min(0, data[value].min()), _room_above(data[value].max()))
        places = sorted(data[x].astype(float).unique())
        axes.set_xticks(places[:: max(1, math.ceil(len(places) / 12))])
        axes.set_xlabel(x)
        # A long unit runs off the side when it is turned; lying above the axis it is easier read.
        axes.set_ylabel(words["unit"], rotation=0, ha="left", va="bottom")
        axes.yaxis.set_label_coords(-0.07, 1.02)
        axes.grid(axis="y", color="#e3e7eb")
        axes.set_axisbelow(True)
        _label_ends(axes)
        found = drawn.lines(axes, decimals)
        what = f"Line chart with {counted(len(names), 'line')}."
        sides = f"{drawn.axis_in_words(axes, 'x')} {drawn.axis_in_words(axes, 'y')}"
        seen = f"{what} {sides} {drawn.first_and_last(found)} {drawn.extremes(found)}"
        shown = data[[group, x, value] if group else [x, value]]
        return finish(axes, seen, found, shown, words, pad=30)


def dot_interval_chart(
    data: pd.DataFrame, label: str, value: str, low: str, high: str, **words: Unpack[Words]
) -> Chart:
    """Draw a dot with its interval for each name, for example a rate with its 95 % interval.

    Parameters
    ----------
    data
        One row a dot.
    label, value, low, high
        The columns with the name, the dot and the ends of its interval.
    """
    _refuse_twice(data, [label])
    with mpl.rc_context(STYLE):
        names = data[label].astype(str).to_list()
        axes = _axes(names, len(names), None)
        values, lows, highs = (data[column].astype(float) for column in (value, low, high))
        if ((lows > values) | (highs < values)).any():
            row = data[(lows > values) | (highs < values)].iloc[0]
            raise UserError(
                f"The interval of {row[label]} ({row[low]} to {row[high]}) does not hold "
                f"its value {row[value]}.",
                "Check the source; a misprint stays out of a chart.",
            )
        axes.errorbar(
            values,
            range(len(names)),
            xerr=[values - lows, highs - values],
            fmt="o",
            color=COLORS[0],
            markersize=7,
            elinewidth=2.5,
            capsize=0,
        )
        axes.set_xlim(min(0, lows.min()), _room_above(highs.max()))
        axes.grid(axis="x", color="#e3e7eb")
        axes.set_xlabel(words["unit"])
        found = drawn.intervals(axes, words.get("decimals", 1))
        what = f"Dots with intervals, {len(found)} of them. {drawn.axis_in_words(axes, 'x')}"
        shown = data[[label, value, low, high]]
        return finish(axes, f"{what} {drawn.extremes(found)}", found, shown, words)


def _axes(names: Sequence[str], rows: float, reference: str | None) -> Axes:
    """Make axes for one name a row, with room at the left for the longest name."""
    if not names:
        raise UserError("The table of this chart has no rows.", "Choose something that has data.")
    texts = [f"{name} (reference)" if name == reference else name for name in names]
    wrapped = [textwrap.fill(text, 30) for text in texts]
    longest = max(len(line) for text in wrapped for line in text.splitlines())
    height = 1.35 + 0.44 * rows
    figure = Figure(figsize=(WIDTH, height))
    left = min(0.45, 0.05 + 0.0125 * longest)
    axes = figure.add_axes((left, 0.62 / height, 0.96 - left, 1 - 1.2 / height))
    axes.set_yticks(range(len(names)), wrapped, parse_math=False)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
    return axes


def _refuse_twice(data: pd.DataFrame, columns: list[str]) -> None:
    """Refuse a table in which one bar or dot would hide another."""
    twice = data[data.duplicated(columns)]
    if len(twice):
        name = ", ".join(str(part) for part in twice.iloc[0][columns])
        raise UserError(
            f"The table of this chart has more than one row for {name}.",
            "Choose one year, or give a column that tells the rows apart.",
        )


def _room_above(highest: float) -> float:
    """Return the end of an axis that leaves room for a label beyond the highest mark.

    It is rounded up to two digits, so that the chart's words can name it.
    """
    if not highest > 0:  # nor where there is no figure
        return 1.0
    room = highest * 1.14
    digit = math.floor(math.log10(room)) - 1
    return round(math.ceil(room / 10**digit) * 10**digit, max(0, -digit))


def _label_ends(axes: Axes) -> None:
    """Write each line's name beside its last point, moved apart where two would touch."""
    low, high = axes.get_ylim()
    gap = (high - low) * 0.062
    ends: list[tuple[float, Line2D]] = []
    for line in axes.lines:
        heights = [y for _, y in drawn.points_of(line) if not math.isnan(y)]
        if heights:
            ends.append((heights[-1], line))
    place = -math.inf
    for height, line in sorted(ends, key=lambda end: end[0]):
        place = max(height, place + gap)
        axes.annotate(
            str(line.get_label()),
            (1.015, place),
            xycoords=("axes fraction", "data"),
            va="center",
            color=line.get_color(),
            parse_math=False,
        )
