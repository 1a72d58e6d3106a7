"""Every paper writes a day as in a letter, also one that was typed as a file keeps it."""

import re

import pytest
from papers.register_cards import CARDS, DAY

from groundwork.learner.papers import (
    charter,
    register,
    seats,
    year_goals,
)
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.model import Paper
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.leadership.core_team import Charter, Part, Seat
from groundwork.subject.leadership.leader_acts import Act
from groundwork.subject.leadership.year_goals import YearGoal

AS_KEPT = re.compile(r"\b20\d\d-\d\d-\d\d\b")
KEPT = "2027-01-15"
SEAT = Seat("Clerk", "Clinics", until=KEPT, filled="call")
PAPERS: dict[str, Paper] = {
    "register": register.paper(
        CARDS, [RuleCard(name="A", review=KEPT)], [Evaluation(question="B", when=KEPT)], today=DAY
    ),
    "charter": charter.paper(Charter((Part("purpose", "C"),), (), (SEAT,)), [Act("D", "", KEPT)]),
    "hours": seats.paper([SEAT]),
    "goals": year_goals.paper([YearGoal("Clerk", "E", day=KEPT)]),
}


@pytest.mark.parametrize("name", PAPERS)
def test_no_day_stands_as_a_file_keeps_it(name: str) -> None:
    told = plain.write(PAPERS[name])
    assert "January 15, 2027" in told
    assert AS_KEPT.findall(told) == []
