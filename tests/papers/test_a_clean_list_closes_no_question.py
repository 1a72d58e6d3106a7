"""Where people are chosen or money is shared, counsel is asked, also where nothing was found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from papers import full_pay_rule, full_request
from papers.register_cards import CARDS, RULE
from widgets.pages import ListPage

from groundwork.learner.papers import allocation_note, pay_rule, register
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities import allocation_note as note_page
from groundwork.screen.activities import fair_rules, metric_register
from groundwork.screen.activities import pay_rule as pay_page
from groundwork.screen.activities.budget_request import budget_request
from groundwork.subject import silence
from groundwork.subject.asks import BY_WHAT_IT_CHOOSES, Ask, with_counsel
from groundwork.subject.budget import sharing
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import short
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card, closing
from groundwork.subject.metrics.files import example_card

DAY = date(2026, 11, 27)
CLEAN_RULE = RuleCard(
    name="Who gets a home visit first",
    criteria="Weeks of pregnancy past 28; then no prenatal visit yet",
    applies="Intake Nurse",
    exception="The Program Manager may set it aside after a fire",
    log="Visit log, counted each quarter by the Epidemiologist",
    appeal="The Deputy Director answers within 10 days, in four languages",
    review="2027-05-15",
    asked="Six families on the list, who were paid",
)
CLEAN_QUESTION = Evaluation(
    question="Do evening visits reach more families?",
    decides="If yes, evenings stay; if no, they move to Saturdays",
    comparison="The clinic that has no evenings yet",
    measures="Visits kept, sums only, agreed with the privacy officer",
    when="2027-06-30",
    who="Epidemiologist",
    program="Visiting Manager",
    cost="40 hours, from line 5100",
    known="described",
)
HIRED = replace(example_card(), name="Applicants interviewed", numerator="Applicants interviewed")
NOTE = {
    "chose": "The Deputy Director, November 3, 2026",
    "need": "Households with lead pipes, water utility, 2025",
    "reason": "Pipes are what the money replaces",
    "loses": "North; the Deputy Director writes to its council",
    "counsel": "November 3, 2026, Deputy Director",
    "review": "July 1, 2027",
}
SHARED = sharing.share(
    (sharing.Place("Mill", 60_000, 5_000), sharing.Place("North", 40_000, 9_000)),
    sharing.Weights(90_000, 60),
)
PAPERS: dict[str, Callable[[], Paper]] = {
    "rule card": lambda: register.paper([], [CLEAN_RULE], today=DAY),
    "two rules": lambda: register.paper([], [CLEAN_RULE, RULE], today=DAY),
    "evaluation question": lambda: register.paper([], [], [CLEAN_QUESTION], today=DAY),
    "card of who is chosen": lambda: register.paper([HIRED], today=DAY),
    "register": lambda: register.paper([*CARDS, HIRED], [CLEAN_RULE], [CLEAN_QUESTION], today=DAY),
    "request": lambda: full_request.paper(4),
    "pay rule": lambda: full_pay_rule.paper({**full_pay_rule.PARTS, **full_pay_rule.ORGANIZATION}),
    "pay rule, notice open": lambda: pay_rule.paper({}, (), today=DAY),
    "note": lambda: allocation_note.paper(NOTE, SHARED),
    "note, counsel not asked": lambda: allocation_note.paper({**NOTE, "counsel": ""}, SHARED),
    "note by race": lambda: allocation_note.paper({**NOTE, "need": "Black families"}, SHARED),
}


@pytest.mark.parametrize("name", PAPERS)
def test_counsel_is_asked_exactly_once_by_what_a_paper_chooses(name: str) -> None:
    paper = PAPERS[name]()
    assert " ".join(plain.write(paper).split()).count(BY_WHAT_IT_CHOOSES) == 1
    (whom,) = {ask.whom for ask in paper.asks if BY_WHAT_IT_CHOOSES in ask.what}
    assert "counsel" in whom


def test_each_rule_and_question_and_each_card_of_who_is_chosen_stands_beside_that_ask() -> None:
    asks = PAPERS["register"]().asks
    whys = {ask.why for ask in asks if ask.what == BY_WHAT_IT_CHOOSES}
    assert f"the rule “{CLEAN_RULE.name}”" in whys
    assert "evaluation question 1" in whys
    assert "each card by which somebody is chosen, hired or paid" in whys


@pytest.mark.parametrize("whom", ["counsel", "the grants office and counsel"])
def test_a_row_that_goes_to_counsel_already_takes_it_up(whom: str) -> None:
    asks = [Ask("finance", "the fund", "a"), Ask(whom, "the notice", "b")]
    _, merged = with_counsel(asks, "the rule")
    assert merged == Ask(whom, f"the notice; {BY_WHAT_IT_CHOOSES}", "b")
    assert len(with_counsel(asks[:1], "the rule")) == 2


def test_a_memo_that_asks_for_nothing_yet_chooses_nobody() -> None:
    assert not [ask for ask in full_request.paper(0, {}).asks if BY_WHAT_IT_CHOOSES in ask.what]


def ends(*lines: str) -> None:
    (end,) = lines
    assert end.endswith(silence.CHOOSES)


def test_a_clean_list_ends_with_what_no_check_can_tell(workspace: object) -> None:
    rules, questions = fair_rules.rule_cards(), fair_rules.evaluation_questions()
    for page, made in ((rules, CLEAN_RULE), (questions, CLEAN_QUESTION)):
        looked = page.respond("look", {"record": fair_rules.record_of(made)})
        assert looked["remarks"] == []
        ends(looked["end"])
    weights = [{"total": 90_000, "need": 60, "base": 0}]
    said = note_page.told(NOTE, weights, _places())
    assert said["Before you go on"][:-1] == []
    ends(said["Before you go on"][-1])
    ends(sharing.closing([]))
    ends(pay_page.rule.closing([]))
    ends(closing([]))
    ends(closing(check_card(MetricCard(id="X"))))
    assert metric_register.look(short.record_of(MetricCard(id="X"))).remarks


def _places() -> list[dict[str, object]]:
    return [
        {"name": "Mill", "people": 60_000, "need": 5_000},
        {"name": "North", "people": 40_000, "need": 9_000},
    ]


def test_a_request_says_so_where_its_list_is_clean(workspace: object) -> None:
    parts, *_, view = budget_request().children
    ListPage(parts).save(part="ask", says="Hire two nurses from July 1, 2027")
    assert silence.CHOOSES in str(view.respond("open", {}))


def test_a_list_that_asks_something_ends_so_too() -> None:
    for said in _closings():
        ends(said)


def _closings() -> Sequence[str]:
    (remark,) = pay_page.rule.promises({"notice": "You will not lose your benefits"})
    return [each([remark]) for each in (pay_page.rule.closing, sharing.closing, closing)]
