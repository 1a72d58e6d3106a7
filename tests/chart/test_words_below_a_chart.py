# mypy: disable-error-code="arg-type"
"""Source, who is counted and limits stand below each chart of a published figure."""

import ast
import re
from pathlib import Path

import pandas as pd
import pytest

from groundwork.authoring.notebooks import read
from groundwork.authoring.source.page import Code, Placed
from groundwork.authoring.source.reader import read as read_text
from groundwork.learner import datasets
from groundwork.learner.course import LESSONS
from groundwork.learner.place import RIVERBEND_NAME
from groundwork.screen.charts.chart import bar_chart

ROOT = Path(__file__).parents[2]
LESSONS_BUILT = sorted(ROOT.glob(LESSONS))
CHARTS = re.compile(r"^(?:Bar|Line|Stacked bar) chart|^Dots with", re.MULTILINE)


def charts_of(path: Path) -> list[tuple[str, str]]:
    """The cell and the words of each stored chart of published figures."""
    return [
        (cell.id, words)
        for cell in read(path).cells
        for output in cell.get("outputs", [])
        if CHARTS.search(words := output.get("data", {}).get("text/plain", ""))
        and RIVERBEND_NAME not in words
    ]


def drawn_from(path: Path) -> set[str]:
    """The data sets that a lesson's text names, in a block or in code."""
    known = set(datasets.names(ROOT / "datasets"))
    page, _ = read_text(path.with_suffix(".md"))
    blocks = [cell.block.options for cell in page.cells if isinstance(cell, Placed)]
    named = [options["data"].value.split("|") for options in blocks if "data" in options]
    coded = [
        node.value
        for cell in page.cells
        if isinstance(cell, Code)
        for node in ast.walk(ast.parse(cell.text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    used = {name.strip() for names in named for name in names} | {*coded} & known
    assert used <= known
    return used


def test_some_lessons_draw_published_figures() -> None:
    assert len([path for path in LESSONS_BUILT if charts_of(path)]) >= 3


@pytest.mark.parametrize("path", LESSONS_BUILT, ids=lambda path: path.stem)
def test_a_lesson_that_draws_names_its_data_and_one_that_names_data_draws(path: Path) -> None:
    assert bool(charts_of(path)) == bool(drawn_from(path))


@pytest.mark.parametrize("path", LESSONS_BUILT, ids=lambda path: path.stem)
def test_each_stored_chart_says_who_is_counted_and_what_it_cannot_show(path: Path) -> None:
    for cell, words in charts_of(path):
        below = [line.partition(":")[0] for line in words.splitlines() if ": " in line]
        for name in ("Source", "Who is counted", "Limits"):
            assert name in below, f"{path.stem}, cell {cell}: no “{name}” below the chart"


@pytest.mark.parametrize("path", LESSONS_BUILT, ids=lambda path: path.stem)
def test_each_data_set_that_a_lesson_draws_has_the_words_to_stand_beside_it(path: Path) -> None:
    for name in drawn_from(path):
        words = datasets.describe(name, ROOT / "datasets")
        assert words.counted.endswith("."), name
        assert words.beside.endswith("."), name
        assert len(words.beside.split()) <= 50, f"{name}: short enough to be read each time"


RATES = pd.DataFrame(
    {"group": ["a", "b", "c"], "rate": [3.0, 2.0, 5.0], "low": [2.5, None, 5.2], "up": [4, None, 6]}
)
WORDS = {"title": "Rates", "unit": "percent", "source": "x", "meaning": "", "limits": "Few."}


def test_an_interval_is_drawn_where_there_is_one_and_a_misprint_is_named_instead() -> None:
    chart = bar_chart(RATES, "group", "rate", interval=("low", "up"), **WORDS)
    first, *others = chart.marks
    assert (first.low, first.high) == (2.5, 4.0)
    assert all((mark.low, mark.high) == (None, None) for mark in others)
    assert str(chart.marks[0]) == "a: 3.0 (2.5 to 4.0)"
    assert chart.limits == (
        "Few. The interval printed for c (5.2 to 6) does not hold its figure (5), so it is not "
        "drawn."
    )
    assert list(chart.table) == ["group", "rate", "interval from", "to"]
    assert chart.parts()["rows"][2] == ["c", "5", "no figure", "no figure"]


def test_what_stands_below_a_chart_is_on_the_page_and_in_print() -> None:
    chart = bar_chart(RATES, "group", "rate", counted="Adults <18.", **WORDS)
    below = ["Source: x", "Who is counted: Adults <18.", "Limits: Few."]
    assert chart.parts()["below"] == below
    assert repr(chart).splitlines()[-3:] == below
    assert "<p>Who is counted: Adults &lt;18.</p>" in chart._repr_html_()
    assert "Who is counted" not in repr(bar_chart(RATES, "group", "rate", **WORDS))
