"""Each sentence of the explorer is true of the numbers it shows, for each choice there is.

What is said here is computed a second time, from the file of the data set and by other means.
"""

import json
import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from groundwork.learner import datasets
from groundwork.screen.charts import chart_page
from groundwork.screen.charts.chart_page import Chart
from groundwork.screen.widgets.explorer import OutcomeExplorer
from groundwork.subject.outcomes import NO_ERRORS
from groundwork.subject.units import MINUS

ROOT = Path(__file__).parents[2]
WITH_ERRORS = "homeownership"  # no lesson explores it yet; its source prints standard errors
NUMBER = r"[+−]?\d+(?:\.\d+)?"


def explored() -> list[str]:
    """The data sets that the lessons explore, and one whose source prints standard errors."""
    names = [
        name
        for lesson in sorted((ROOT / "modules").glob("*.ipynb"))
        for call in re.findall(r'explorer\("(\w+)"\)', lesson.read_text().replace("\\", ""))
        for name in json.loads((ROOT / f"modules/catalogs/{lesson.stem}.json").read_text())[
            "blocks"
        ][call]["data"]
    ]
    assert names, "no lesson has an explorer: how do they call it now?"
    return [*dict.fromkeys([*names, WITH_ERRORS])]


@cache
def explorer(name: str) -> OutcomeExplorer:
    return OutcomeExplorer([name])


@pytest.fixture(autouse=True, scope="module")
def words_alone() -> Iterator[None]:
    """Leave out the pictures, which take most of the time: only words are looked at here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chart_page, "_picture", lambda figure: "")
        yield


@cache
def drawn(name: str, year: int, reference: str) -> tuple[Chart, list[str]]:
    """The chart and the sentences of one state, drawn once for all tests."""
    return explorer(name).draw(name, year, reference)


STATES = [
    (name, year, reference)
    for name in explored()
    for _, _, years, references in explorer(name).content["outcomes"]
    for year in years
    for reference in references
]


def published(name: str, year: int) -> pd.DataFrame:
    rows = datasets.read(name)
    if "series" in rows:
        rows = rows[rows["series"].isin(["main", "final", "with_standard_errors"])]
    return rows[rows["year"].eq(year) & ~rows["group"].isin(["Male", "Female"])].set_index("group")


def close(said: str, exact: float) -> bool:
    """Whether a number as written is the exact one, rounded to the decimals it is written with."""
    decimals = len(said.partition(".")[2])
    return abs(float(said.replace(MINUS, "-")) - exact) <= 0.5 * 10**-decimals + 1e-9


@pytest.mark.parametrize(("name", "year", "reference"), STATES)
def test_the_widest_difference_is_the_widest_and_in_its_unit(
    name: str, year: int, reference: str
) -> None:
    rows = published(name, year)
    values, unit = rows["value"], rows["unit"].iloc[0]
    chart, _ = drawn(name, year, reference)
    differences = (values - values[reference]).drop([reference, "All"], errors="ignore")
    widest = differences.abs().max()
    widest_in_words, _, everybody = chart.meaning.partition(" “All” contains ")
    found = re.fullmatch(
        rf"Compared with (.+) \(({NUMBER})\), the widest difference on this chart is for "
        rf"(.+) \(({NUMBER})\): ({NUMBER}) (.+?)"
        rf"(?:, and a rate ({NUMBER}) (times as high|of the reference's))?"
        r"\.",
        widest_in_words,
    )
    assert found, chart.meaning
    base, of_base, group, of_group, difference, in_unit, ratio, part = found.groups()
    assert base == reference
    assert close(of_base, values[reference])
    assert close(of_group, values[group])
    assert math.isclose(abs(differences[group]), widest)
    assert close(difference, differences[group])
    assert len({len(said.partition(".")[2]) for said in (of_base, of_group, difference)}) == 1
    assert bool(everybody) == (reference == "All")
    if apart := re.search(rf"difference would be ({NUMBER})\.$", everybody):
        assert close(apart[1], values[group] - values["White, non-Hispanic"])
    assert in_unit == ("percentage points" if unit.startswith("percent") else unit)
    if unit == "years":
        assert ratio is part is None
    else:
        assert close(ratio, values[group] / values[reference])
        assert (float(ratio) >= 1) == (part == "times as high")


@pytest.mark.parametrize(("name", "year", "reference"), STATES)
def test_a_move_is_told_only_where_rounding_and_chance_could_not_make_it(
    name: str, year: int, reference: str
) -> None:
    first = explorer(name).content["outcomes"][0][2][0]
    then, now = published(name, first), published(name, year)
    _, told = drawn(name, year, reference)
    sure = "standard_error" in then
    if told and not sure:
        assert told[-1] == NO_ERRORS
        told = told[:-1]
    assert bool(told) == (year != first)
    for line in told:
        group = line.partition(" compared with ")[0]
        gaps = [
            [rows["value"][group] - rows["value"][reference] for rows in (then, now)],
            [rows["value"][group] / rows["value"][reference] for rows in (then, now)],
        ]
        parts = line.partition(f"{first} and {year}: ")[2].split("; ")
        for part, exact in zip(parts, gaps, strict=False):
            said = re.findall(NUMBER, part.replace("(1 is no gap)", ""))
            assert all(map(close, said, exact)), (part, exact)
            if not sure:
                assert "chance" not in part
                assert not re.search("widened|narrowed", part), part
            elif re.search("widened|narrowed", part):
                logs = "ratio" in part
                sizes = [abs(math.log(gap)) if logs else abs(gap) for gap in exact]
                variance = sum(
                    (rows["standard_error"][one] / (rows["value"][one] if logs else 1)) ** 2
                    for rows in (then, now)
                    for one in (group, reference)
                )
                assert abs(sizes[1] - sizes[0]) > 1.96 * variance**0.5
                assert ("widened" in part) == (sizes[1] > sizes[0])


@pytest.mark.parametrize(("name", "year", "reference"), STATES)
def test_years_of_life_are_no_rate_and_differences_of_percents_are_points(
    name: str, year: int, reference: str
) -> None:
    chart, told = drawn(name, year, reference)
    words = "\n".join([chart.title, chart.seen, chart.meaning, *told, *map(str, chart.table)])
    unit = published(name, year)["unit"].iloc[0]
    if unit == "years":
        assert not re.search(r"\brates?\b|\bratios?\b", words, re.IGNORECASE), words
    if unit.startswith("percent"):
        gaps = "\n".join([chart.meaning, *told])
        assert not re.search(rf"{NUMBER} (?:percent\b|%)", gaps), gaps
        assert f"{unit}, " in chart.seen


@pytest.mark.parametrize("name", explored())
def test_no_sentence_stands_beside_every_choice(name: str) -> None:
    """A sentence that never changes says nothing of the numbers: it is a verdict or a limit."""
    said = [
        set(re.split(r"(?<=\.)\s", drawn(of, year, reference)[0].meaning))
        for of, year, reference in STATES
        if of == name
    ]
    assert len(said) > 1
    assert not set.intersection(*said)


def test_intervals_of_the_source_are_drawn_and_in_the_table() -> None:
    chart, told = drawn(WITH_ERRORS, 1998, "White, non-Hispanic")
    marks = {mark.label: mark for mark in chart.marks}
    assert (marks["Black"].low, marks["Black"].high) == pytest.approx((45.0, 46.2))
    assert list(chart.table)[2:4] == ["interval from", "to"]
    assert any("rate ratio narrowed from 0.60 to 0.63" in line for line in told)
    assert all("chance or rounding alone could make that step" in line for line in told)


@pytest.mark.parametrize(("name", "year", "reference"), STATES)
def test_no_ratio_has_a_digit_that_the_rounding_of_its_rates_makes(
    name: str, year: int, reference: str
) -> None:
    values = published(name, year)["value"]
    if published(name, year)["unit"].iloc[0] == "years":
        return
    chart, told = drawn(name, year, reference)
    first = explorer(name).content["outcomes"][0][2][0]
    ratios = re.findall(rf"a rate ({NUMBER}) (?:times|of)", chart.meaning)
    for line in told:
        ratios += re.findall(NUMBER, line.partition("rate ratio")[2].replace("(1 is no gap)", ""))
    shown = {len(said.partition(".")[2]) for said in ratios}
    half = 0.5 * 10.0 ** -max(len(f"{each:g}".partition(".")[2]) for each in values)
    base = values[reference]
    widest = max((each + half) / (base - half) - each / base for each in values)
    assert ratios and max(shown) <= 2
    assert all(places == 0 or widest <= 0.5 * 10.0**-places for places in shown)
    assert chart.decimals["Ratio"] == max(shown) or year != first
