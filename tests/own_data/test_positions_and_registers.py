"""Positions of a health department are no people, and a register may say that it is invented."""

import csv
from pathlib import Path

import pytest

from groundwork.learner.own_files import check_file
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


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("{} 95% CI low", "{} 95% CI high"),
        ("{} LCL", "{} UCL"),
        ("{} lower 95", "{} upper 95"),
        ("{} 95% CI lower", "{} 95% CI upper"),
        ("Lower 95% CI {}", "Upper 95% CI {}"),
    ],
)
def test_the_limits_of_a_register_are_known_as_departments_write_them(
    tmp_path: Path, low: str, high: str
) -> None:
    limits = [form.format(moment) for moment in ("Baseline", "Latest") for form in (low, high)]
    path = tmp_path / "register.csv"
    path.write_text(f"id,name,{','.join(limits)}\nA1,Visits,48,60,57,69\n", encoding="utf-8")
    table = check_file(path, "metrics_register").table
    assert table is not None
    fields = ("baseline_low", "baseline_high", "latest_low", "latest_high")
    assert [float(table[name].iloc[0]) for name in fields] == [48, 60, 57, 69]
