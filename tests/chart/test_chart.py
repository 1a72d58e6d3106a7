# mypy: disable-error-code="arg-type, attr-defined"
"""A chart is picture, words and table, and its words come from what is drawn."""

import base64
import dataclasses
import itertools
import math
import re
import sys
from typing import Any

import numpy as np
import pandas as pd
import pytest

from groundwork.learner.place import RIVERBEND_NAME
from groundwork.screen.charts.chart import (
    COLORS,
    DASHES,
    HATCHES,
    MARKERS,
    REFERENCE,
    bar_chart,
    dot_interval_chart,
    line_chart,
    stacked_bar_chart,
)
from groundwork.screen.charts.position_chart import position_chart
from groundwork.subject.errors import UserError

WORDS = {
    "title": "Infant deaths",
    "unit": "deaths per 1,000 births",
    "source": "NVSR 73-5",
    "meaning": "The gap did not close.",
}
RATES = pd.DataFrame({"group": ["Black", "White", "Asian"], "rate": [10.9, 4.5, math.nan]})
YEARS = pd.DataFrame(
    [("Black", 2017, 10.9), ("Black", 2022, 10.8), ("White", 2017, 4.7), ("White", 2022, 4.5)],
    columns=["group", "year", "rate"],
)


@pytest.fixture
def bars() -> Any:
    return bar_chart(RATES, "group", "rate", reference="White", **WORDS)


def svg(chart: Any) -> Any:
    return base64.b64decode(chart.picture.partition("base64,")[2]).decode()


def test_the_marks_are_what_the_axes_hold(bars: Any) -> None:
    assert [str(mark) for mark in bars.marks] == [
        "Black: 10.9",
        "White (reference): 4.5",
        "Asian: no figure",
    ]
    widths = [bar.get_width() for bar in bars.figure.axes[0].patches]
    assert widths[:2] == [10.9, 4.5]


def test_the_description_names_type_axis_range_extremes_and_meaning(bars: Any) -> None:
    assert bars.description == (
        "Bar chart with 3 bars. Horizontal axis: deaths per 1,000 births, 0 to 13. "
        "Highest: 10.9 for Black. Lowest: 4.5 for White (reference). No figure: Asian. "
        "The gap did not close."
    )


@pytest.mark.parametrize("highest", [0.0123, 0.87, 4.52, 85.6, 99.0, 1234.5, 2_500_000.0])
@pytest.mark.parametrize("draw", [bar_chart, line_chart, dot_interval_chart, stacked_bar_chart])
def test_the_words_name_the_end_of_an_axis_as_it_is_drawn(draw: Any, highest: float) -> None:
    data = pd.DataFrame({"g": ["1", "2"], "v": [highest, highest / 3], "k": ["a", "b"]})
    if draw is line_chart:
        chart = draw(data.assign(g=[2010, 2021]), "g", "v", **WORDS)
        assert "Horizontal axis: g, 2010 to 2021." in chart.seen
        axis = chart.figure.axes[0].yaxis
    else:
        ends = data.assign(low=data["v"], high=data["v"])
        more = {dot_interval_chart: ("low", "high"), stacked_bar_chart: ("k",)}.get(draw, ())
        chart = draw(ends, "g", "v", *more, **WORDS)
        axis = chart.figure.axes[0].xaxis
    told = re.search(r"births, 0 to ([\d.,]+)\.(?: |$)", chart.seen)
    assert told, chart.seen
    end = float(told[1].replace(",", ""))
    assert end == pytest.approx(axis.get_view_interval()[1], rel=1e-9)
    assert end >= highest


def test_a_missing_figure_is_said_and_never_drawn_as_zero(bars: Any) -> None:
    texts = [text.get_text().strip() for text in bars.figure.axes[0].texts]
    assert "no figure" in texts
    assert "0.0" not in texts
    assert math.isnan(bars.figure.axes[0].patches[2].get_width())
    assert ["Asian", "no figure"] in bars.parts()["rows"]


def test_another_number_makes_other_text() -> None:
    other = RATES.assign(rate=[10.8, 4.5, math.nan])
    first = bar_chart(RATES, "group", "rate", **WORDS)
    second = bar_chart(other, "group", "rate", **WORDS)
    assert repr(first) != repr(second)
    assert first._repr_html_() != second._repr_html_()


def test_the_same_data_makes_the_same_bytes(bars: Any) -> None:
    again = bar_chart(RATES, "group", "rate", reference="White", **WORDS)
    assert again._repr_html_() == bars._repr_html_()


def test_a_line_chart_says_where_each_line_starts_and_ends() -> None:
    chart = line_chart(YEARS, "year", "rate", group="group", **WORDS)
    assert "Black: 10.9 in 2017, 10.8 in 2022." in chart.description
    assert "Horizontal axis: year, 2017 to 2022." in chart.description
    assert "Vertical axis: deaths per 1,000 births, 0 to 13." in chart.description
    assert str(chart.marks[0]) == "Black, 2017: 10.9"
    labels = [text.get_text() for text in chart.figure.axes[0].texts]
    assert sorted(labels) == ["Black", "White"]


def test_line_labels_do_not_touch() -> None:
    close = YEARS.assign(rate=[4.6, 4.6, 4.5, 4.5])
    chart = line_chart(close, "year", "rate", group="group", **WORDS)
    low, high = sorted(text.xy[1] for text in chart.figure.axes[0].texts)
    assert high - low > 0.25


def test_intervals_are_read_from_the_drawn_spans() -> None:
    data = pd.DataFrame({"g": ["A", "B"], "v": [5.0, 7.0], "l": [4.0, 6.5], "h": [6.5, 8.0]})
    chart = dot_interval_chart(data, "g", "v", "l", "h", **WORDS)
    assert [str(mark) for mark in chart.marks] == ["A: 5.0 (4.0 to 6.5)", "B: 7.0 (6.5 to 8.0)"]


def test_an_interval_that_does_not_hold_its_value_is_refused() -> None:
    data = pd.DataFrame({"g": ["Staff"], "v": [62.0], "l": [62.3], "h": [63.5]})
    with pytest.raises(UserError, match=r"Staff \(62.3 to 63.5\) does not hold its value 62.0"):
        dot_interval_chart(data, "g", "v", "l", "h", **WORDS)


def test_a_map_with_one_name_says_so_in_the_singular() -> None:
    one = pd.DataFrame({"Who": ["The board"], "Stance": [3], "Influence": [3]})
    ends = {"ends_of_x": ("against", "for"), "ends_of_y": ("little", "much")}
    chart = position_chart(one, "Who", "Stance", "Influence", **ends, **WORDS)
    assert "Map with 1 name. " in chart.description


def test_names_at_one_place_are_listed_together() -> None:
    data = pd.DataFrame({"who": ["Board", "County"], "influence": [3, 3], "affected": [1, 1]})
    chart = position_chart(
        data,
        "who",
        "influence",
        "affected",
        ends_of_x=("little", "much"),
        ends_of_y=("little", "much"),
        **WORDS,
    )
    assert str(chart.marks[0]) == "Board; County, influence 3, affected: 1"
    assert "influence, from little to much" in chart.description


def test_bars_in_groups_carry_both_names() -> None:
    chart = bar_chart(YEARS, "group", "rate", group="year", **WORDS)
    assert [str(mark) for mark in chart.marks] == [
        "2017, Black: 10.9",
        "2017, White: 4.7",
        "2022, Black: 10.8",
        "2022, White: 4.5",
    ]


def test_two_rows_for_one_bar_are_refused() -> None:
    with pytest.raises(UserError, match="more than one row for Black"):
        bar_chart(YEARS, "group", "rate", **WORDS)


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(UserError, match="no rows"):
        bar_chart(RATES.iloc[:0], "group", "rate", **WORDS)


def test_an_invented_county_says_so_in_title_picture_and_table() -> None:
    chart = bar_chart(RATES, "group", "rate", invented=RIVERBEND_NAME, year=2025, **WORDS)
    assert chart.title == f"{RIVERBEND_NAME}: Infant deaths, 2025"
    assert chart.figure.axes[0].get_title(loc="left") == chart.title
    assert f"<caption>{chart.title}</caption>" in chart._repr_html_()


def test_the_page_has_alt_text_source_and_a_real_table(bars: Any) -> None:
    page = bars._repr_html_()
    assert re.search(r'alt="Infant deaths\. Bar chart with 3 bars\.', page)
    assert "Source: NVSR 73-5" in page
    assert '<th scope="col">group</th><th scope="col" class="gw-number">rate</th>' in page
    assert '<th scope="row">Black</th><td class="gw-number">10.9</td>' in page
    assert (
        '<figure class="gw-chart mathjax_ignore tex2jax_ignore" aria-label="Infant deaths"' in page
    )


def test_figures_of_a_column_have_the_same_decimals_and_others_are_as_they_were(bars: Any) -> None:
    assert [row[1] for row in bars.parts()["rows"]] == ["10.9", "4.5", "no figure"]
    whole = bar_chart(RATES.assign(rate=[1.0, 2.4, 1234]), "group", "rate", **WORDS).parts()
    assert [row[1] for row in whole["rows"]] == ["1.0", "2.4", "1,234.0"]
    assert whole["numbers"] == [False, True]
    ratios = dataclasses.replace(bars, decimals={"rate": 2}).parts()["rows"]
    assert [row[1] for row in ratios] == ["10.90", "4.50", "no figure"]


def test_the_table_holds_only_what_is_drawn() -> None:
    data = pd.DataFrame({"g": ["A"], "s": ["x"], "v": [5.0], "l": [4.0], "h": [6.0], "note": ["n"]})
    ends = {"ends_of_x": ("little", "much"), "ends_of_y": ("little", "much")}
    charts = {
        bar_chart(data, "g", "v", **WORDS): ["g", "v"],
        stacked_bar_chart(data, "g", "v", "s", **WORDS): ["g", "s", "v"],
        line_chart(data, "l", "v", group="g", **WORDS): ["g", "l", "v"],
        dot_interval_chart(data, "g", "v", "l", "h", **WORDS): ["g", "v", "l", "h"],
        position_chart(data, "g", "l", "h", **ends, **WORDS): ["g", "l", "h"],
    }
    for chart, columns in charts.items():
        assert chart.parts()["columns"] == columns


def test_typed_names_are_escaped_and_dollars_stay_dollars() -> None:
    data = RATES.assign(group=["<img src=x onerror=alert(1)>", "$5 to $10", "C"])
    chart = bar_chart(data, "group", "rate", **{**WORDS, "title": "Costs of $5 & $10"})
    page = chart._repr_html_()
    assert "<img src=x" not in page
    assert "Costs of $5 &amp; $10" in page
    assert chart.figure.axes[0].get_yticklabels()[1].get_text() == "$5 to $10"


def test_the_picture_loads_nothing_from_elsewhere(bars: Any) -> None:
    hrefs = re.findall(r'(?:href|src)="([^"]+)"', svg(bars))
    assert all(href.startswith("#") for href in hrefs)
    assert "url(http" not in svg(bars)


def test_charts_keep_no_state_of_pyplot(bars: Any) -> None:
    if "matplotlib.pyplot" in sys.modules:
        pytest.skip("another test imported pyplot")
    assert not hasattr(bars.figure.canvas, "manager") or bars.figure.canvas.manager is None


# Color


def linear(color: Any) -> Any:
    values = np.array([int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast_with_white(color: Any) -> Any:
    return 1.05 / (linear(color) @ [0.2126, 0.7152, 0.0722] + 0.05)


def lab(rgb: Any) -> Any:
    """CIE L*a*b* (D65) of linear sRGB."""
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    x, y, z = np.cbrt(np.clip(to_xyz @ rgb, 0, 1) / [0.95047, 1, 1.08883])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


# How colors look to people without red or green cones (Machado, Oliveira and Fernandes 2009).
SIGHTS = {
    "all cones": np.eye(3),
    "no red cones": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "no green cones": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
}


@pytest.mark.parametrize("color", [*COLORS, REFERENCE])
def test_every_color_stands_out_on_white(color: Any) -> None:
    assert contrast_with_white(color) >= 4.5


@pytest.mark.parametrize("sight", SIGHTS)
def test_all_colors_differ_for_every_sight(sight: Any) -> None:
    seen = [lab(np.array(SIGHTS[sight]) @ linear(color)) for color in (*COLORS, REFERENCE)]
    for one, other in itertools.combinations(seen, 2):
        assert np.linalg.norm(one - other) > 20


def test_color_is_never_the_only_sign() -> None:
    assert len(set(HATCHES)) == len(set(MARKERS)) == len(COLORS)
    assert len({*zip(MARKERS, DASHES, strict=True)}) == len(COLORS)


def test_a_quotient_is_not_written_to_its_tenth_digit() -> None:
    data = pd.DataFrame({"step": ["asked", "visited"], "percent": [100 * 111 / 138, 54.0]})
    chart = bar_chart(data, "step", "percent", **WORDS)
    assert [row[1] for row in chart.parts()["rows"]] == ["80.4", "54.0"]
    given = data.assign(percent=[0.125, 54.5])  # what was measured so stays so
    assert bar_chart(given, "step", "percent", **WORDS).parts()["rows"][0][1] == "0.125"
