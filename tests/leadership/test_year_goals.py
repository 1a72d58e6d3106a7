"""A goal of a performance agreement is an act with a day, hours and somebody who asks."""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.learner.papers import year_goals as paper
from groundwork.learner.papers.model import Table
from groundwork.subject.leadership.goal_asks import of_goals
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.year_goals import YearGoal, closing, hours_of, review

GOAL = YearGoal(
    "Budget Analyst",
    does="Reviews each change of clinic hours before it is posted, about six",
    day="2027-06-30",
    hours=42,
    asks="Finance Manager",
    shown_by="One page on each, in the shared folder",
    not_counted="Hours that were not freed",
)
ROLE = RoleStatement("Budget Analyst", share=2, comes_off="The mileage summary ends")
TODAY = date(2026, 11, 26)


def test_a_sound_goal_passes_and_no_goal_is_no_remark() -> None:
    assert review([GOAL], [ROLE], TODAY) == []
    assert review([]) == []
    assert "cannot tell whether it is true" in closing([])


@pytest.mark.parametrize(
    ("goal", "code", "part"),
    [
        (replace(GOAL, does="Helps with equity as needed"), "GW-P05", "does"),
        (replace(GOAL, does="Reviews forms"), "GW-P12", "does"),
        (replace(GOAL, does="Closes the gap in births by 10 percent"), "GW-Y01", "does"),
        (replace(GOAL, does="Reduces infant deaths each year"), "GW-Y01", "does"),
        (replace(GOAL, does="Reads each form after hours"), "GW-P15", "does"),
        (replace(GOAL, day=""), "GW-Y02", "day"),
        (replace(GOAL, day="2027-13-45"), "GW-Y02", "day"),
        (replace(GOAL, day="2025-06-30"), "GW-Y02", "day"),
        (replace(GOAL, hours=None), "GW-Y03", "hours"),
        (replace(GOAL, hours=0), "GW-Y03", "hours"),
        (replace(GOAL, asks=" "), "GW-Y04", "asks"),
        (replace(GOAL, asks="budget analyst"), "GW-Y04", "asks"),
        (replace(GOAL, shown_by=""), "GW-Y05", "shown_by"),
        (replace(GOAL, not_counted=""), "GW-Y06", "not_counted"),
        (replace(GOAL, hours=200), "GW-Y07", "hours"),
        (replace(GOAL, shown_by="Believes in equity"), "GW-H03", "shown_by"),
        (replace(GOAL, does="Teaches each new hire as a Black woman"), "GW-H02", "does"),
        (replace(GOAL, asks="Maria Lopez"), "GW-H01", "asks"),
    ],
)
def test_what_a_goal_lacks_or_holds_too_much_is_named(goal: YearGoal, code: str, part: str) -> None:
    (remark,) = review([goal], [ROLE], TODAY)
    assert (remark.code, remark.part) == (code, part)
    assert remark.why.endswith(".") and remark.try_instead.endswith(".")


def test_what_can_hurt_comes_first() -> None:
    goal = replace(GOAL, day="", hours=None, shown_by="Believes in equity")
    assert review([goal])[0].code == "GW-H03"


def test_two_percent_of_full_time_are_about_42_hours_a_year() -> None:
    assert hours_of(ROLE) == 41.6
    assert hours_of(replace(ROLE, share=None)) is None


def test_what_comes_off_is_taken_from_the_role_statement_or_asked() -> None:
    def rows(roles: list[RoleStatement]) -> dict[str, str]:
        table = next(b for b in paper.paper([GOAL], roles).blocks if isinstance(b, Table))
        return {row[0]: row[1] for row in table.rows}

    assert rows([ROLE])["What comes off for them"] == "The mileage summary ends"
    assert rows([])["What comes off for them"] == "not known yet"
    assert rows([])["By"] == "June 30, 2027"

    def asked(roles: list[RoleStatement]) -> list[str]:
        return [ask.what for ask in of_goals([GOAL], roles)]

    assert "what comes off for these hours" in asked([])
    assert "what comes off for these hours" not in asked([ROLE])


def test_human_resources_counsel_and_whoever_holds_the_position_are_asked() -> None:
    asks = of_goals([GOAL], [ROLE])
    assert {"human resources", "counsel", "whoever holds the position", "the supervisor"} == {
        ask.whom for ask in asks
    }
    assert any("pay or probation" in ask.what and "union" in ask.what for ask in asks)


def test_a_day_that_nobody_can_read_is_asked_about_and_stops_no_paper() -> None:
    damaged = replace(GOAL, day="2027-13-45")
    text = str(paper.paper([damaged], [ROLE]).blocks)
    assert "2027-13-45" in text
