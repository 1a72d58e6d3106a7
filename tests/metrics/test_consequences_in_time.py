"""A consequence that moves staff asks for notice, and a time that is over is told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from groundwork.learner.papers import register
from groundwork.screen.activities.metric_register import riverbend_cards
from groundwork.subject.days import passed
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("if under 60 by June 2026, then two evenings", "by June 2026"),
        ("by the end of 2025", "by the end of 2025"),
        ("before Nov. 26, 2026", "before Nov. 26, 2026"),
        ("until Sept 2026", "until Sept 2026"),
        ("by March 31, 2026, and by June 2027", "by March 31, 2026"),
        ("by November 2026", ""),
        ("by November 27, 2026", ""),
        ("by 2026", ""),
        ("by 2026-27", ""),
        ("by February 30, 2028", ""),
        ("by June, as in 2025", ""),
        ("since June 2025", ""),
        ("by 2000 visits", ""),
    ],
)
def test_a_time_that_is_over_is_found_by_its_year(text: str, found: str) -> None:
    assert passed(text, TODAY) == found


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
