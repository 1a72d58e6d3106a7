"""A chart as a picture for a paper, and whether the font of our pictures can draw a text."""

import io
from functools import cache

from matplotlib import font_manager, ft2font

from groundwork.learner.papers.model import Picture
from groundwork.learner.typed import is_right_to_left
from groundwork.screen.charts.chart_page import Chart

DOTS = 200  # an inch of a chart's picture, sharp in print


@cache
def _known() -> frozenset[int]:
    path = font_manager.findfont(font_manager.FontProperties(family="DejaVu Sans"))
    return frozenset(ft2font.FT2Font(path).get_charmap())


def is_drawable(text: str) -> bool:
    """Whether every letter is in the font, and reads from left to right.

    matplotlib neither joins letters nor turns their order, so Arabic would come out wrong.
    """
    return all(ord(letter) in _known() or letter.isspace() for letter in text) and not any(
        is_right_to_left(word) for word in text.split()
    )


def picture_of(chart: Chart) -> Picture | None:
    """Return a chart as a picture for a paper; None when the font lacks a letter of its data."""
    texts = [str(each) for column in chart.table.columns for each in (column, *chart.table[column])]
    if not all(map(is_drawable, texts)):
        return None
    file = io.BytesIO()
    chart.figure.savefig(file, format="png", dpi=DOTS)
    return Picture(file.getvalue(), f"{chart.title}. {chart.seen}")
