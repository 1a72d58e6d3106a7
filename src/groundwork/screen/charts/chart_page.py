"""A drawn chart as a page shows it: picture, words and table together."""

import base64
import html
import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NotRequired, TypedDict

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from groundwork.screen.charts.marks import Mark
from groundwork.screen.data_frame import cells

PANE = "Picture of the chart"  # what scrolls sideways in a narrow window
MOST_DECIMALS = 6  # more of them are a quotient without end


class Words(TypedDict):
    """What a chart says: `meaning` is the author's sentence on what to see in it.

    `source`, `counted` and `limits` come from the dictionary of the data set; `invented` is the
    place that data are made up for.
    """

    title: str
    unit: str
    source: str
    meaning: str
    counted: NotRequired[str]
    limits: NotRequired[str]
    year: NotRequired[str | int]
    invented: NotRequired[str]
    decimals: NotRequired[int]


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawn chart with its words and its table.

    Attributes
    ----------
    figure
        The matplotlib figure.
    seen
        What is drawn, in words made from the axes: type, axes, range, extremes.
    meaning
        The author's sentence on what to see.
    counted, limits
        Who is in the figures, and what they cannot show.
    marks
        Every bar, point or interval, read back from the axes.
    table
        The data of the chart.
    picture
        The figure as a `data:` address of SVG.
    decimals
        A column of the table to the decimals it is written with; without it, as many as the
        finest figure of the column has.
    """

    figure: Figure
    title: str
    seen: str
    meaning: str
    source: str
    marks: tuple[Mark, ...]
    table: pd.DataFrame
    picture: str = field(repr=False)
    decimals: Mapping[str, int] = field(default_factory=dict)
    counted: str = ""
    limits: str = ""

    @property
    def below(self) -> list[str]:
        """What stands below the meaning, a paragraph each: source, who is counted, limits."""
        told = {"Source": self.source, "Who is counted": self.counted, "Limits": self.limits}
        return [f"{name}: {text}" for name, text in told.items() if text]

    @property
    def description(self) -> str:
        """The chart in words: what is drawn, then what it means."""
        return f"{self.seen} {self.meaning}".strip()

    def parts(self) -> dict[str, Any]:
        """Return what a page needs to show the chart, as plain JSON data."""
        columns = [
            cells(self.table[name], self.decimals.get(str(name), _places(self.table[name])))
            for name in self.table.columns
        ]
        return {
            "title": self.title,
            "picture": self.picture,
            "seen": self.seen,
            "meaning": self.meaning,
            "below": self.below,
            "marks": [str(mark) for mark in self.marks],
            "columns": [str(column) for column in self.table.columns],
            "numbers": [
                pd.api.types.is_numeric_dtype(self.table[name]) for name in self.table.columns
            ],
            "rows": [list(row) for row in zip(*columns, strict=True)],
        }

    def __repr__(self) -> str:
        """Return title, description and every mark."""
        lines = [self.title, self.description, *(f"  {mark}" for mark in self.marks)]
        return "\n".join([*lines, *self.below])

    def _repr_html_(self) -> str:
        return _page(self.parts())


def finish(
    axes: Axes,
    seen: str,
    found: Sequence[Mark],
    data: pd.DataFrame,
    words: Words,
    pad: float = 12,
) -> Chart:
    """Give the axes their title, `pad` points above them, and turn them into a chart."""
    title = words["title"]
    if (year := str(words.get("year", ""))) and year not in title:
        title = f"{title}, {year}"
    place = words.get("invented", "")
    if place not in title:
        title = f"{place}: {title}"
    wrapped = textwrap.wrap(title, 64)
    # matplotlib reads $...$ as mathematics, and amounts of money are dollars here.
    heading = axes.set_title("\n".join(wrapped), x=0, pad=pad, fontsize=12, parse_math=False)
    left = axes.get_position().x0
    heading.set_x((0.02 - left) / axes.get_position().width)
    figure = axes.get_figure()
    assert isinstance(figure, Figure)
    return Chart(
        figure=figure,
        title=title,
        seen=seen,
        meaning=words["meaning"],
        source=words["source"].removeprefix("Source: "),
        counted=words.get("counted", ""),
        limits=words.get("limits", ""),
        marks=tuple(found),
        table=data.reset_index(drop=True),
        picture=_picture(figure),
    )


def _picture(figure: Figure) -> str:
    """Return the figure as a data address; the same figure gives the same bytes."""
    FigureCanvasSVG(figure)
    file = io.BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    return "data:image/svg+xml;base64," + base64.b64encode(file.getvalue()).decode()


def _page(parts: dict[str, Any]) -> str:
    """Write the chart as HTML that reads well without any script; drawn.css gives it its look.

    Two of the classes keep two amounts of money from being read as mathematics (MathJax 2 to 4).
    """
    text = {name: html.escape(value) for name, value in parts.items() if isinstance(value, str)}
    aligned = [' class="gw-number"' if number else "" for number in parts["numbers"]]
    head = "".join(
        f'<th scope="col"{side}>{html.escape(name)}</th>'
        for name, side in zip(parts["columns"], aligned, strict=True)
    )
    rows = "".join(
        f'<tr><th scope="row">{html.escape(row[0])}</th>'
        + "".join(
            f"<td{side}>{html.escape(cell)}</td>"
            for cell, side in zip(row[1:], aligned[1:], strict=True)
        )
        + "</tr>"
        for row in parts["rows"]
    )
    below = "".join(f"<p>{html.escape(line)}</p>" for line in parts["below"])
    drawn_marks = "".join(f"<li>{html.escape(mark)}</li>" for mark in parts["marks"])
    return (
        f'<figure class="gw-chart mathjax_ignore tex2jax_ignore" aria-label="{text["title"]}">'
        f'<div class="gw-data gw-pane" tabindex="0" role="group" aria-label="{PANE}">'
        f'<img src="{parts["picture"]}" alt="{text["title"]}. {text["seen"]}"></div>'
        f"<figcaption><p>{text['meaning']}</p>{below}</figcaption>"
        "<details><summary>This chart in words and as a table</summary>"
        f"<p>{text['seen']}</p><ul>{drawn_marks}</ul>"
        f"<table><caption>{text['title']}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details></figure>"
    )


def _places(values: pd.Series) -> int | None:
    """Return the decimals of a computed column: nobody measured the tenth digit of a quotient."""
    if not pd.api.types.is_float_dtype(values):
        return None
    longest = max((len(f"{each:.10g}".partition(".")[2]) for each in values.dropna()), default=0)
    if longest <= MOST_DECIMALS:
        return None
    return 1 if values.abs().max() >= 1 else 4
