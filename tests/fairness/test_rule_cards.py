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


NONE = (
    "none",
    "None.",
    "no",
    "n/a",
    "N/A",
    "nothing",
    "not applicable",
    "there is none",
    "none yet",
)


@pytest.mark.parametrize("said", [*NONE, "no appeal", "No appeals possible"])
def test_an_appeal_of_none_leaves_nobody_who_hears_it(said: str) -> None:
    (found,) = check(replace(GOOD, appeal=said), TODAY)
    assert (found.severity, found.part) == ("error", "appeal")
    assert f"“{said}”" in found.what and "no way to be heard" in found.what
    assert found.question


@pytest.mark.parametrize("said", [*NONE, "no log", "No log kept"])
def test_a_log_of_none_is_one_that_nobody_can_review(said: str) -> None:
    (found,) = check(replace(GOOD, log=said), TODAY)
    assert found.part == "log"
    assert f"“{said}”" in found.what and "nobody can review" in found.what
    assert found.question


@pytest.mark.parametrize("said", [*NONE, "no exceptions"])
def test_no_exception_and_nobody_asked_are_honest_answers(said: str) -> None:
    assert check(replace(GOOD, exception=said, asked=said), TODAY) == []


@pytest.mark.parametrize("part", ["name", "exception", "log", "appeal", "asked"])
@pytest.mark.parametrize("said", ["?", "TBD", "not known yet"])
def test_what_nobody_knows_yet_is_as_open_as_an_empty_part(part: str, said: str) -> None:
    open_ = check(replace(GOOD, **{part: said}), TODAY)
    assert [(each.part, each.question) for each in open_] == [
        (each.part, each.question) for each in check(replace(GOOD, **{part: ""}), TODAY)
    ]


PEOPLE = ("Jane Smith", "Jane Smith of the parents council", "Dr. Ann Lee", "Ask Maria Lopez, paid",
          "Visit log, each month. Anna Lopez counts it, 5 days")  # fmt: skip
BODIES = ("East district parents' council, by vote, 5 days", "Twelve families, paid $45 each",
          "Deputy Director, answers within 10 days", "Harbor Health Alliance, 5 days")  # fmt: skip


@pytest.mark.parametrize("part", ["applies", "exception", "log", "appeal", "asked"])
def test_a_persons_name_is_told_to_the_writer_in_each_part_that_says_who(part: str) -> None:
    for said in PEOPLE:
        found = [each for each in check(replace(GOOD, **{part: said}), TODAY) if each.harms]
        assert [each.part for each in found] == [part], said
        assert "reads like a person's name" in found[0].what
    for said in BODIES:
        assert not [each for each in check(replace(GOOD, **{part: said}), TODAY) if each.harms]


@pytest.mark.parametrize("part", ["name", "criteria"])
def test_elsewhere_only_a_title_with_a_name_is_told(part: str) -> None:
    (found,) = (e for e in check(replace(GOOD, **{part: "As Dr. Lee orders"}), TODAY) if e.harms)
    assert found.part == part
    assert (
        check(replace(GOOD, criteria="Days since the request at Martin Luther King"), TODAY) == []
    )
