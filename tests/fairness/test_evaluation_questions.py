"""An evaluation question is checked for the decision, the comparison, who does it and the cost."""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.subject.fairness.evaluation import Evaluation, check, closing

TODAY = date(2026, 11, 25)
GOOD = Evaluation(
    question="Do evening visits reach families who were not served in 30 days before?",
    decides="Yes: ask for the second evening. No: close it and try the phone line.",
    comparison="The district that gets evenings a year later",
    measures="Served in 30 days, of all who asked at least 30 days ago, by district; visit log, "
    "sums only, agreed with the privacy officer",
    when="2027-06-30",
    who="Epidemiology Manager",
    program="Family Health Manager",
    cost="40 hours, and $600 to 12 families for interviews, line 4410",
    known="described",
)


def test_a_whole_question_has_no_remark_and_that_is_no_approval() -> None:
    assert check(GOOD, TODAY) == []
    assert "cannot tell" in closing([])


@pytest.mark.parametrize(
    ("changes", "severity", "part"),
    [
        ({"question": ""}, "error", "question"),
        ({"decides": ""}, "error", "decides"),
        ({"measures": ""}, "warning", "measures"),
        ({"comparison": ""}, "error", "comparison"),
        ({"comparison": "The year before"}, "warning", "comparison"),
        ({"who": ""}, "error", "who"),
        ({"who": "family health manager"}, "warning", "who"),
        ({"cost": ""}, "warning", "cost"),
        ({"when": "next year"}, "warning", "when"),
        ({"when": "2025-01-01"}, "warning", "when"),
        ({"known": ""}, "nudge", "known"),
    ],
)
def test_what_a_question_leaves_open_is_named(
    changes: dict[str, str], severity: str, part: str
) -> None:
    found = [(each.severity, each.part) for each in check(replace(GOOD, **changes), TODAY)]
    assert (severity, part) in found


@pytest.mark.parametrize(
    ("measures", "is_open"),
    [
        ("Served in 30 days, by district; visit log", True),
        ("Served in 30 days; sums only", False),
        ("Visit log; the IRB found it exempt", False),
        ("Published county rates", False),
    ],
)
def test_it_is_asked_whether_records_may_be_opened(measures: str, is_open: bool) -> None:
    found = [each.question for each in check(replace(GOOD, measures=measures), TODAY)]
    assert [("May the records be opened" in each) for each in found] == [True] * is_open


def test_before_and_another_place_together_are_a_comparison() -> None:
    both = replace(GOOD, comparison="The year before, beside a district without evenings")
    assert check(both, TODAY) == []


@pytest.mark.parametrize("part", ["who", "program"])
def test_a_persons_name_and_nobody_are_told_where_a_position_belongs(part: str) -> None:
    for said in ("Dr. Ann Lee", "Jane Smith", "Jane Smith of the parents council"):
        found = [each for each in check(replace(GOOD, **{part: said}), TODAY) if each.harms]
        assert [each.part for each in found] == [part], said
    for said in ("none", "n/a", "Vacant", "TBD"):
        assert part in [each.part for each in check(replace(GOOD, **{part: said}), TODAY)]
    for said in ("Epidemiologist", "Harbor Health Alliance", "University of Springfield"):
        assert not [each for each in check(replace(GOOD, **{part: said}), TODAY) if each.harms]
