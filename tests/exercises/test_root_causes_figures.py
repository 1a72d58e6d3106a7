"""What the exercise asks cannot be read off the lesson, and its invented table is Riverbend's.

Its published figures are filled in from the data sets when it is built.
"""

import re

import nbformat
import pandas as pd
import pytest
from course_exercises import judged

from groundwork.learner import datasets
from groundwork.learner.questions import Computed
from groundwork.learner.workspace import course

NAME = "01_root_causes"
NOTEBOOK = course() / "exercises" / NAME / f"{NAME}.ipynb"
FOLDER = course() / "datasets"
RIVERBEND = FOLDER / "riverbend_county_invented"


@pytest.fixture(scope="module")
def cells() -> dict[str, str]:
    stored = nbformat.read(NOTEBOOK, as_version=4)
    return {cell.id: cell.source for cell in stored.cells}


@pytest.fixture(scope="module")
def lesson() -> str:
    """All that the lesson shows, without its pictures, which hold digits by the thousand."""
    stored = nbformat.read(course() / "modules" / f"{NAME}.ipynb", as_version=4)
    shown = [cell.source for cell in stored.cells]
    shown += [str(output) for cell in stored.cells for output in cell.get("outputs", [])]
    return re.sub(r"base64,[\w+/=]+", "", "\n".join(shown))


def computed() -> list[Computed]:
    return [each for each in judged(NOTEBOOK).values() if isinstance(each, Computed)]


def rows(name: str) -> pd.DataFrame:
    return pd.read_csv(RIVERBEND / f"riverbend_invented_{name}.csv")


def test_the_numbers_asked_for_are_of_a_data_set_that_the_lesson_does_not_show(lesson: str) -> None:
    assert len(computed()) == 2
    for question in computed():
        right = f"{question.right_answer:g}"
        assert not re.search(rf"(?<![\d.]){re.escape(right)}(?![\d.])", lesson), question.id
    for row in datasets.read("homeownership", FOLDER).query("year == 2020").itertuples():
        assert not re.search(rf"\b{row.value:.1f}\b", lesson), row.group


def test_no_hint_writes_the_sum_down() -> None:
    for question in computed():
        asked = question.at()
        assert asked.code
        parts = list(asked.code.given.values())
        for hint in (asked.judge("99").text, *(text for _, text in asked.wrong_answers())):
            assert not any(re.search(rf"\b{re.escape(part)}\b", hint) for part in parts), hint


def test_the_table_of_districts_is_that_of_riverbend(cells: dict[str, str]) -> None:
    people = rows("population").groupby("district")[["people", "people_in_poverty"]].sum()
    poor = people["people_in_poverty"] / people["people"] * 100
    visits = rows("outcomes").query(
        "fiscal_year == 'FY2026' and measure.str.startswith('emergency visits for asthma')",
        engine="python",
    )
    # The children are counted once in each of the four quarters.
    year = visits.groupby("district")[["events", "denominator"]].sum()
    rate = year["events"] / (year["denominator"] / visits["quarter"].nunique()) * 10_000
    shown = re.findall(
        r"^\| (\w[\w ]*) \| ([\d.]+) \| ([\d.]+) \|$", cells["q9-text"], re.MULTILINE
    )
    assert {name for name, *_ in shown} == set(poor.index)
    for district, share, times in shown:
        assert share == f"{poor[district]:.1f}", district
        assert times == f"{rate[district]:.1f}", district
