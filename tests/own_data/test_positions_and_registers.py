"""Positions of a health department are no people, and a register may say that it is invented."""

import csv
from pathlib import Path

import pytest

from groundwork.subject.metrics.files import from_csv
from groundwork.subject.names import names_somebody

RIVERBEND = Path(__file__).parents[2] / "datasets" / "riverbend_county_invented"


@pytest.mark.parametrize(
    "position",
    [
        "Breastfeeding Peer Counselor",
        "Breastfeeding Peer Counselor",
        "Communicable Disease",
        "Chronic Disease Prevention",
        "Overdose Prevention",
    ],
)
def test_words_of_health_departments_are_no_names(position: str) -> None:
    assert not names_somebody(position)


def test_no_position_or_unit_of_riverbend_reads_like_a_person() -> None:
    path = RIVERBEND / "riverbend_invented_positions.csv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    named = {row[column] for row in rows for column in ("title", "unit")}
    assert len(named) > 50
    assert [text for text in named if names_somebody(text)] == []


def test_people_are_still_told_from_positions() -> None:
    assert names_somebody("Maria Lopez")
    assert names_somebody("Nguyen Van An")


def test_a_register_that_says_it_is_invented_is_read_without_a_problem() -> None:
    path = RIVERBEND / "riverbend_invented_metrics_register.csv"
    read = from_csv(path.read_text(encoding="utf-8"))
    assert len(read.cards) == 14
    assert read.problems == ()


def test_another_strange_column_is_still_a_problem() -> None:
    read = from_csv("id,invention\nA,x\n")
    assert [problem.column for problem in read.problems] == ["invention"]
