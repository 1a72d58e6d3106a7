"""The figures written in the exercise are those of the data sets.

They are written into the notebook, and not read by it, because grading runs the notebook in a
folder from which no data set can be seen.
"""

import re

import nbformat
import pandas as pd
import pytest
from course_exercises import judged

from groundwork.learner import datasets
from groundwork.learner.workspace import course
from groundwork.subject.gaps import rate_difference, rate_ratio

NAME = "01_root_causes"
NOTEBOOK = course() / "exercises" / NAME / f"{NAME}.ipynb"
FOLDER = course() / "datasets"
NATIVE, BLACK, WHITE = (
    f"{group}, non-Hispanic" for group in ("American Indian or Alaska Native", "Black", "White")
)


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


def rates(year: int) -> pd.Series:
    """Infant mortality of one year by group."""
    rows = datasets.read("infant_mortality", FOLDER)
    return rows[rows["year"] == year].set_index("group")["value"]


def test_the_rates_are_those_of_the_data_set(cells: dict[str, str]) -> None:
    assert table(cells["rates"]) == rates(2020).to_dict()


def test_the_code_starts_from_the_same_rates(cells: dict[str, str]) -> None:
    names: dict[str, float] = {}
    exec(cells["q5-code"], names)
    assert names["native_rate"] == rates(2020)[NATIVE]
    assert names["white_rate"] == rates(2020)[WHITE]


def test_the_right_and_the_wrong_answers_are_those_of_the_data_set() -> None:
    now, later = rates(2020), rates(2021)
    native, white = now[NATIVE], now[WHITE]
    difference, ratio = rate_difference(native, white), rate_ratio(native, white)
    expected = {
        "q5": [
            difference,
            ratio,
            -difference,
            rate_difference(native, now["All"]),
            native,
            native + white,
            rate_difference(later[NATIVE], later[WHITE]),
            rate_difference(now[BLACK], white),
            round(difference),
            rate_difference(later[BLACK], later[WHITE]),
        ],
        "q6": [
            ratio,
            difference,
            rate_ratio(white, native),
            rate_ratio(native, now["All"]),
            ratio - 1,
            100 * ratio,
            rate_ratio(later[NATIVE], later[WHITE]),
            round(ratio + 1e-9, 1),
            rate_ratio(now[BLACK], white),
            rate_ratio(later[BLACK], later[WHITE]),
        ],
    }
    for question, values in expected.items():
        asked = judged(NOTEBOOK)[question]
        written = [asked.right_answer, *(value for value, _ in asked.wrong_answers())]
        assert written == [round(value, 2) for value in values], question


def test_the_lesson_does_not_compute_what_the_exercise_asks() -> None:
    lesson = nbformat.read(course() / "modules" / f"{NAME}.ipynb", as_version=4)
    shown = "\n".join(
        [cell.source for cell in lesson.cells]
        + [str(output) for cell in lesson.cells for output in cell.get("outputs", [])]
    )
    # The charts' pictures hold digits by the thousand.
    shown = re.sub(r"base64,[\w+/=]+", "", shown)
    for question in ("q5", "q6"):
        right = judged(NOTEBOOK)[question].right_answer
        assert not re.search(rf"\b{re.escape(f'{right:g}')}\b", shown), question


def test_no_hint_writes_the_sum_down() -> None:
    for question in ("q5", "q6"):
        asked = judged(NOTEBOOK)[question]
        right = [f"{value:g}" for value in (rates(2020)[NATIVE], rates(2020)[WHITE])]
        for hint in (asked.judge("99").text, *(text for _, text in asked.wrong_answers())):
            assert not any(re.search(rf"\b{re.escape(each)}\b", hint) for each in right), hint


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
    assert rows["checked"].eq("publisher").all()
    assert "Read in the abstracts of both studies." in cells["studies"]


def test_most_differences_of_the_later_study_were_not_found_again() -> None:
    rows = datasets.read("redlining_studies", FOLDER).query("study == 'Wei 2024'")
    weighted = rows[rows["adjusted_for"].str.contains("weights")]
    found = weighted[weighted["finding"] == "higher in the lower grade"]
    assert set(found["comparison"]) == {"C against B"}
    assert len(found) * 2 < len(weighted)
    assert set(rows["outcome"]) == {"diabetes", "obesity", "hypertension"}
