"""A consequence that moves staff asks for notice, and a time that is over is told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from groundwork.learner.papers import register
from groundwork.screen.activities.metric_register import riverbend_cards
from groundwork.subject.due import passed
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.owner import needed

TODAY = date(2026, 11, 27)


def told(consequence: str, **more: Any) -> list[tuple[str, str]]:
    card = replace(example_card(), consequence=consequence, **more)
    return [(each.part, each.what) for each in check_card(card, TODAY)]


MOVES = (
    "moves four visiting hours a week to evenings",
    "moves one position to evening visits",
    "extends clinic hours to 7 p.m.",
    "changes the schedule of the front desk",
    "shifts two clinic sessions to Saturdays",
)
MOVES_NOBODY = (
    "pays an interpreter two evenings a week",
    "sends a letter within 48 hours",
    "buys a second telephone line",
    "moves $9,000 to telephone interpretation",
)


@pytest.mark.parametrize("step", MOVES)
def test_moved_hours_ask_for_the_owners_authority_and_for_notice(step: str) -> None:
    line = f"If under 20 for two quarters, then the manager {step} within a month"
    unsaid = told(line, authority=())
    assert any(part == "authority" and "staff or hours" in what for part, what in unsaid)
    assert ("consequence", NOTICE) in told(line)
    assert ("consequence", NOTICE) not in told(f"{line} of HR's answer on notice to the union")
    for said in (line, f"{line} of HR's answer on notice to the union"):
        asks = register.paper([replace(example_card(), consequence=said)], today=TODAY).asks
        assert any("union" in ask.what for ask in asks) == (said == line)


NOTICE = "The consequence moves staff or hours, and says nothing of notice to a union."


@pytest.mark.parametrize("step", MOVES_NOBODY)
def test_a_step_that_moves_nobody_asks_nothing_of_staff(step: str) -> None:
    assert not needed(f"If under 20, then the manager {step} within a month").staffing


OVER = (
    "by June 2026",
    "by the end of 2025",
    "before Nov. 26, 2026",
    "until Sept 2026",
    "by 6/30/2026",
    "by 6/30/26",
    "by 6/2026",
    "by 25/11/2026",
    "no later than 06/30/2026",
    "by 2026-06-30",
    "by 2026-06",
    "by 30 June 2026",
    "by the 30th of June, 2026",
    "by Q2 2026",
    "by Q3 of FY2026",
    "by Q3 FY26",
    "by the second quarter of 2026",
    "by the last quarter of fiscal year 2025",
    "by the end of FY2025",
    "by FY25",
    "in FY2025",
    "by FY2024-25",
    "by the end of calendar year 2025",
    "by the end of school year 2024-25",
    "by mid-2025",
    "in June 2026",
    "at the end of June 2026",
    "on June 30, 2026",
    "June 30, 2026",
    "6/30/2026",
    "2026-06-30",
    "by 11/12/2026",
)
AHEAD = (
    *("by November 2026", "by November 27, 2026", "by 2026", "by 2026-27", "by February 30, 2028"),
    *("by 6/30/2027", "by 11/27/2026", "by 12/11/2026", "by 2026-11-27", "by 30 June 2027"),
    *("by 2026-12", "by 12/2026", "by Q4 2026", "by Q4 FY2026", "by Q1 of 2027"),
    *("by the end of FY2026", "by FY2026-27", "by the fourth quarter of fiscal year 2026"),
    *("in November 2026", "in June 2027", "on June 30, 2027", "June 30, 2027"),
)
NEVER_DUE = (
    *("since June 2025", "since June 30, 2024", "since 6/30/2024", "as of 2023", "as of 6/30/2024"),
    *("as of June 30, 2024", "by June, as in 2025", "by 2000 visits", "than in June 2025"),
    *("what it was in June 2025", "the memo of June 30, 2024", "signed on June 30, 2024"),
    *("from July 1, 2024 to June 30, 2025", "between 1/1/2024 and 12/31/2024"),
    *("was counted in June 2025", "after June 30, 2025", "on line 4410-2025", "in 2025 dollars"),
    *("by district", "by June 30", "24/7", "of 63/81 in the East district", "form 2025-06-30-B"),
)


@pytest.mark.parametrize("text", OVER)
def test_a_time_that_is_over_is_found_by_its_year(text: str) -> None:
    assert passed(text, TODAY) == text
    assert passed(f"if under 60 {text}, then two evenings by June 2027", TODAY) == text


@pytest.mark.parametrize("text", [*AHEAD, *NEVER_DUE])
def test_a_time_to_come_and_one_that_is_no_due_day_are_passed_over(text: str) -> None:
    assert passed(text, TODAY) == ""
    assert passed(f"if under 60, {text}, then two evenings", TODAY) == ""


def test_of_two_times_the_first_that_is_over_is_told() -> None:
    assert passed("by March 31, 2026, and by June 2027", TODAY) == "by March 31, 2026"
    assert passed("by June 2027, or by 2026-03-31", TODAY) == "by 2026-03-31"


def test_a_card_is_told_that_its_time_is_over_once() -> None:
    over = "If under 60 by June 2026, then the manager pays an interpreter by August 2027"
    assert ("consequence", "“by June 2026” is over.") in told(over, latest_value=None)
    due = [what for part, what in told(over, latest_value=50.0) if part == "consequence"]
    assert len(due) == 1 and "under 60" in due[0]
    assert not any("is over" in what for _, what in told(over.replace("2026", "2027")))


def test_no_model_of_the_course_lies_in_the_past() -> None:
    models = [example_card(), *riverbend_cards()]
    assert len(models) > 10
    assert not any(passed(each.consequence, TODAY) for each in models)
