"""A rule card is checked for what lets two people apply it alike, and somebody hear a mistake."""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.subject.asks import offices_in
from groundwork.subject.fairness.rule_card import RuleCard, check, closing

TODAY = date(2026, 11, 25)
GOOD = RuleCard(
    name="Who gets a home visit first",
    criteria="Weeks of pregnancy past 28, then no prenatal visit yet; then the order of asking.",
    applies="Intake Nurse",
    exception="A safety risk at home; the Nurse Supervisor grants it.",
    log="Visit log; the Office Manager counts exceptions each month, none under 10 is shown.",
    appeal="To the Family Health Manager, told in writing in the language of the form; 5 days.",
    review="2027-05-15",
    asked="Parents' panel, paid by the stipend rule",
)


def test_a_whole_card_has_no_remark_and_that_is_no_approval() -> None:
    assert check(GOOD, TODAY) == []
    assert "cannot tell" in closing([])


@pytest.mark.parametrize(
    ("changes", "severity", "part"),
    [
        ({"criteria": ""}, "error", "criteria"),
        ({"criteria": "First come, first served"}, "warning", "criteria"),
        ({"criteria": "Staff judgment, with equity in mind"}, "warning", "criteria"),
        ({"criteria": "Black and Hispanic families first"}, "error", "criteria"),
        ({"applies": ""}, "error", "applies"),
        ({"applies": "Maria Lopez"}, "error", "applies"),
        ({"exception": ""}, "warning", "exception"),
        ({"log": " "}, "warning", "log"),
        ({"appeal": ""}, "error", "appeal"),
        ({"appeal": "To the Intake Nurse, 5 days"}, "warning", "appeal"),
        ({"appeal": "To the Family Health Manager"}, "nudge", "appeal"),
        ({"review": "soon"}, "warning", "review"),
        ({"review": "2026-01-01"}, "warning", "review"),
        ({"asked": ""}, "warning", "asked"),
    ],
)
def test_what_a_rule_leaves_open_is_named(
    changes: dict[str, str], severity: str, part: str
) -> None:
    found = [(each.severity, each.part) for each in check(replace(GOOD, **changes), TODAY)]
    assert (severity, part) in found


@pytest.mark.parametrize(
    ("criteria", "trait"),
    [
        ("Women over 40 without a screening", "Women"),
        ("By age, oldest first", "age"),
        ("Mothers under 20, then all others", "Mothers"),
        ("Families whose language is not on the form", "language"),
        ("Days since the request; average wait and package size", ""),
        ("Weeks of pregnancy past 28, then no prenatal visit yet", ""),
    ],
)
def test_a_trait_of_people_among_the_criteria_asks_counsel(criteria: str, trait: str) -> None:
    found = [each for each in check(replace(GOOD, criteria=criteria), TODAY) if each.question]
    assert [f"“{trait}”" in each.what for each in found] == ([True] if trait else [])
    assert all(offices_in(each.question) == ["counsel"] for each in found)


def test_a_review_that_is_over_asks_what_it_decided() -> None:
    (found,) = check(replace(GOOD, review="2026-01-01"), TODAY)
    assert found.question.startswith("The review was due on January 1, 2026: what did it decide")


def test_the_worst_stands_first_and_open_things_become_questions() -> None:
    found = check(RuleCard(), TODAY)
    assert [each.severity for each in found] == sorted(
        (each.severity for each in found), key=("error", "warning", "nudge").index
    )
    assert sum(bool(each.question) for each in found) >= 6
