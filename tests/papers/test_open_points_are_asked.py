"""An office that an open point of a paper names is asked for it in the paper's ask list."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from papers.every_artifact import KINDS, paper_of
from papers.register_cards import ASKED, CARDS, DAY, RULE

from groundwork.learner.papers import budget_request, pay_rule, register
from groundwork.learner.papers.model import Heading, Items, Paper
from groundwork.subject.asks import OFFICES, of_remarks, offices_in
from groundwork.subject.budget.paid_groups import PaidGroup
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.remark import Remark

OPEN = ("Open questions", "Open on this card", "Still to be settled", "About the set")
BY_RACE = [
    replace(RULE, name="Visits", criteria="Black mothers, then other women of color"),
    replace(RULE, name="Seats", criteria="People with lived experience of racism"),
    RuleCard(),
]
STAFF = replace(CARDS[0], consequence="moves four visiting hours a week to evenings")
BY_DISTRICT = replace(CARDS[0], disaggregation=("district",), disaggregation_reason="")
HELD = {"holds": "F100, $200 a year"}
PANEL = PaidGroup("Panel", 8, 6, 5, 45, care=30, travel=22, interpretation=140, cap=200)
PAPERS: dict[str, Callable[[], Paper]] = {
    "register": lambda: register.paper(
        [*CARDS, STAFF, BY_DISTRICT, MetricCard(id="A", name="B")],
        BY_RACE,
        [ASKED, Evaluation()],
        today=DAY,
    ),
    "one card": lambda: register.paper([STAFF], today=DAY),
    "card by district": lambda: register.paper([BY_DISTRICT], today=DAY),
    "pay rule": lambda: pay_rule.paper(HELD, [PANEL]),
    "request": lambda: budget_request.paper(
        [], {"supplant": "Yes"}, RequestYears("FY2028", "FY2027")
    ),
}


def points(paper: Paper) -> list[str]:
    """Return what a paper leaves open, to its reader and to its writer."""
    told: list[str] = [*paper.remarks, *paper.look]
    heading = ""
    for block in paper.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Items) and heading in OPEN:
            told += map(str, block.items)
    return told


@pytest.mark.parametrize("name", [*PAPERS, *KINDS])
def test_each_office_that_an_open_point_names_is_asked(name: str, workspace: object) -> None:
    paper = PAPERS[name]() if name in PAPERS else paper_of(KINDS[name]())
    asked = {ask.whom for ask in paper.asks}
    asked |= {office for whom in asked for office in offices_in(whom)}
    named = {office for point in points(paper) for office in offices_in(point)}
    assert named <= asked


def test_the_papers_here_name_counsel_human_resources_and_finance() -> None:
    named = {
        office
        for name in ("register", "pay rule", "request")
        for point in points(PAPERS[name]())
        for office in offices_in(point)
    }
    assert named == set(OFFICES)


@pytest.mark.parametrize("rule", BY_RACE, ids=lambda rule: rule.name or "empty")
def test_each_open_question_of_a_rule_is_in_the_ask_list(rule: RuleCard) -> None:
    open_ = [each.question for each in rule_card.check(rule, DAY) if each.question]
    asks = register.paper([], [rule], today=DAY).asks
    told = [each for each in open_ if any(each in ask.what for ask in asks)]
    assert told == [each for each in open_ if not offices_in(each)]
    assert len({ask.whom for ask in asks}) == len(asks)
    assert "counsel" in {ask.whom for ask in asks}
    assert {ask.why for ask in asks} == {
        f"the rule “{rule.name}”" if rule.name else "a rule without a name"
    }


@pytest.mark.parametrize("asked", [ASKED, Evaluation()], ids=["one", "empty"])
def test_each_open_point_of_an_evaluation_is_in_the_ask_list(asked: Evaluation) -> None:
    open_ = [each.question for each in evaluation.check(asked, DAY) if each.question]
    asks = register.paper([], [], [asked], today=DAY).asks
    assert open_ and all(any(each in ask.what for ask in asks) for each in open_)
    assert len({ask.whom for ask in asks}) == len(asks)


def test_a_remark_that_names_no_office_asks_none() -> None:
    assert of_remarks([Remark(what="x", try_instead="Name a position.")]) == []
    (ask,) = of_remarks([Remark(what="x", try_instead="Ask HR first.", about="a seat")])
    assert (ask.whom, ask.what, ask.why) == ("human resources", "x", "a seat")
