"""The figures written in the exercise are those of the data sets.

They are written into the notebook, and not read by it, because grading runs the notebook in a
folder from which no data set can be seen.
"""

import re

import nbformat
import pytest

from groundwork.authoring.catalogs import read_catalogs
from groundwork.learner import datasets
from groundwork.learner.workspace import course
from groundwork.subject.gaps import rate_difference, rate_ratio

NAME = "01_root_causes"
NOTEBOOK = course() / "exercises" / NAME / f"{NAME}.ipynb"
FOLDER = course() / "datasets"


@pytest.fixture(scope="module")
def cells() -> dict[str, str]:
    stored = nbformat.read(NOTEBOOK, as_version=4)
    return {cell.id: cell.source for cell in stored.cells}


def table(text: str) -> dict[str, float]:
    """The rows of a Markdown table of a name and a number."""
    return {
        name: float(number)
        for name, number in re.findall(r"^\| ([^|]+?) \| ([\d.]+) \|$", text, re.MULTILINE)
    }


def test_the_rates_are_those_of_the_data_set(cells: dict[str, str]) -> None:
    rows = datasets.read("infant_mortality", FOLDER).query("year == 2021")
    assert table(cells["rates"]) == dict(zip(rows["group"], rows["value"], strict=True))


def test_the_code_starts_from_the_same_rates(cells: dict[str, str]) -> None:
    names: dict[str, float] = {}
    exec(cells["q5-code"], names)
    rates = table(cells["rates"])
    assert names["black_rate"] == rates["Black, non-Hispanic"]
    assert names["white_rate"] == rates["White, non-Hispanic"]


def test_the_right_answers_are_the_gaps_of_the_data_set() -> None:
    rows = datasets.read("infant_mortality", FOLDER)
    questions = read_catalogs(NOTEBOOK)
    for year, place in ((2021, None), (2022, -1)):
        rates = rows[rows["year"] == year].set_index("group")["value"]
        black, white = rates["Black, non-Hispanic"], rates["White, non-Hispanic"]
        for question, gap in (("q5", rate_difference), ("q6", rate_ratio)):
            catalog = questions[question]
            written = catalog.right if place is None else catalog.wrong[place][0]
            assert written == round(gap(black, white), 2)


def test_the_survey_is_that_of_the_data_set(cells: dict[str, str]) -> None:
    rows = datasets.read("workforce_views", FOLDER)
    shown = table(cells["q2-text"])
    assert list(shown.values()) == list(rows["value"])
    words = {word for name in shown for word in re.findall(r"[a-z]{6,}", name.lower())}
    for area in rows["area"]:
        assert words & set(re.findall(r"[a-z]{6,}", area.lower())), area


def test_the_study_of_redlining_is_that_of_the_data_set(cells: dict[str, str]) -> None:
    rows = datasets.read("redlining", FOLDER)
    for row in rows.itertuples():
        if row.group in ("HOLC grade A", "HOLC grade D"):
            assert re.search(rf"\b{row.value:g}\b", cells["studies"]), row
    tracts = rows[rows["unit"] == "tracts"]["value"].sum()
    assert f"{tracts:,.0f} census tracts" in cells["studies"]


def test_most_differences_of_the_later_study_were_not_found_again() -> None:
    rows = datasets.read("redlining_studies", FOLDER).query("study == 'Wei 2024'")
    weighted = rows[rows["adjusted_for"].str.contains("weights")]
    found = weighted[weighted["finding"] == "higher in the lower grade"]
    assert set(found["comparison"]) == {"C against B"}
    assert len(found) * 2 < len(weighted)
    assert set(rows["outcome"]) == {"diabetes", "obesity", "hypertension"}
