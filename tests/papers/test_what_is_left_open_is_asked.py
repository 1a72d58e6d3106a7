"""Each field of a card, a rule and an evaluation question may be left open: the paper asks."""

import dataclasses
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from papers.register_cards import CARDS, page_of

from groundwork.learner.papers import register
from groundwork.learner.papers.register_asks import (
    COUNSEL,
    HOLDERS,
    OF_QUESTION,
    OF_RULE,
    OWNER,
    SELECTION,
    TOGETHER,
)
from groundwork.learner.papers.register_card import OPEN
from groundwork.subject.asks import BY_WHAT_IT_CHOOSES, Ask
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import short
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.equity import is_watched
from groundwork.subject.metrics.files import example_card
from groundwork.subject.remark import NUDGE

TODAY = date(2026, 11, 27)
FULL = example_card()
DEATHS = replace(FULL, name="Deaths of infants", unit="per 1,000", smallest_events=4)
APART = replace(
    FULL, baseline_value=20.0, reference_baseline=40.0, latest_value=10.0, reference_latest=22.0
)
BASES = (FULL, DEATHS, APART, *CARDS)
OVER = "2026-06-30"
NO_REASON = ("", "no", "No.", "because", "n/a", "not applicable", "no reason", "?", "none", "TBD")
RULE = RuleCard(
    name="Who gets a home visit first",
    criteria="Days since the request, then a first baby",
    applies="Intake Nurse",
    exception="A safety referral goes first; the Family Health Manager grants it",
    log="Visit log, counted each quarter by the Epidemiologist",
    appeal="Deputy Director, answers within 10 days",
    review="2027-06-30",
    asked="The parents' council, paid",
)
QUESTION = Evaluation(
    question="Do evening visits reach more families?",
    decides="Yes: they stay. No: they go back to days",
    comparison="West district, which gets them six months later",
    measures="Families visited within 30 days, by district; agreed with the privacy officer",
    when="2027-06-30",
    who="Epidemiologist",
    program="Family Health Manager",
    cost="40 hours, line 4410",
    known="described",
)


def of_card(card: MetricCard) -> set[Ask]:
    return set(register.paper([card], today=TODAY).asks)


def without_standing(asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """Return what is asked since it is open, and not of each paper that chooses."""
    left = tuple(ask for ask in asks if ask.what != BY_WHAT_IT_CHOOSES)
    assert len(asks) - len(left) == 1
    return left


def of_rule(rule: RuleCard) -> tuple[Ask, ...]:
    return without_standing(register.paper([], [rule], today=TODAY).asks)


def of_question(question: Evaluation) -> tuple[Ask, ...]:
    return without_standing(register.paper([], [], [question], today=TODAY).asks)


def emptied(card: MetricCard, field: str) -> MetricCard:
    """Return a card without what stands in one field."""
    nothing: Any = {"text": "", "list": ()}.get(FIELDS[field].kind)
    return replace(card, **{field: nothing})


def asks_for(asks: set[Ask], field: str) -> bool:
    """Whether the office that holds a field is asked for it, alone or with others in one line."""
    whom, what = HOLDERS[field]
    return any(each.whom == whom and what in each.what for each in asks)


def is_remarked(card: MetricCard, field: str) -> bool:
    """Whether a check remarks on a field in a way that has to be answered."""
    return any(
        remark.part == field and remark.severity != NUDGE and remark.code != SELECTION
        for remark in short.without_computed(check_card(card, TODAY))
    )


def is_missed(card: MetricCard, field: str) -> bool:
    """Whether form, checks or paper show that a field is open."""
    return is_remarked(card, field) or field in short.FIRST


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_of_a_card_that_is_missed_is_asked_for(field: str) -> None:
    open_ = [card for card in (emptied(base, field) for base in BASES) if is_missed(card, field)]
    for card in open_:
        asks = of_card(card)
        if field in ("target_value", "target_year") and is_watched(card):
            assert not asks_for(asks, field)
            continue
        if field == "consequence":
            assert any(each.whom == OWNER and "what follows" in each.what for each in asks)
        elif field == "next_review":
            assert any(each.what == HOLDERS[field][1] for each in asks)
        else:
            assert asks_for(asks, field), card.id
    assert bool(open_) == (field in HOLDERS or field == "consequence")


@pytest.mark.parametrize("field", HOLDERS)
def test_no_ask_names_a_field_of_its_line_that_stands_already(field: str) -> None:
    for base in BASES:
        card = emptied(base, field)
        beside = {name for line in TOGETHER if field in line for name in line} - {field}
        stands = [
            name
            for name in beside
            if getattr(card, name) not in ("", None) and not is_remarked(card, name)
        ]
        asks = of_card(card)
        assert not [name for name in stands if asks_for(asks, name)], base.id


def test_what_stands_in_one_line_is_asked_of_one_office_in_words_of_its_own() -> None:
    for line in TOGETHER:
        assert len({HOLDERS[name][0] for name in line}) == 1
    said = [what for _, what in HOLDERS.values()]
    assert not [(one, other) for one in said for other in said if one != other and one in other]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    "field", ["selected", "applicants", "reference_selected", "reference_applicants"]
)
def test_counts_of_who_is_chosen_that_are_open_go_to_counsel_first(field: str) -> None:
    hiring = emptied(next(card for card in CARDS if card.id == "M10"), field)
    assert COUNSEL in {(each.whom, each.what) for each in of_card(hiring)}


def test_what_a_page_calls_not_written_yet_is_asked_for() -> None:
    for field in FIELDS:
        card = emptied(FULL, field)
        if OPEN in page_of(card).values() or "not known yet" in str(page_of(card).values()):
            assert len(of_card(card) - of_card(FULL)) >= 1, field


def test_dollars_that_are_open_are_asked_of_finance_whatever_the_owner_may_do_else() -> None:
    for card in (FULL, replace(FULL, authority=()), replace(FULL, consequence="")):
        asks = of_card(replace(card, owner_dollars=None))
        assert asks_for(asks, "owner_dollars")


def test_who_decides_is_asked_where_the_owner_does_not_hold_what_is_needed() -> None:
    line = "If under 60, then the manager spends $9,000 on telephone interpretation by March 2027"
    for dollars, told in ((5000, True), (9000, False)):
        asks = of_card(replace(FULL, consequence=line, owner_dollars=dollars))
        found = [each for each in asks if "$9,000" in each.what and each.whom == "the director"]
        assert bool(found) == told


@pytest.mark.parametrize("reason", NO_REASON)
def test_an_answer_without_a_reason_is_no_reason_for_no_split(reason: str) -> None:
    bare = replace(FULL, disaggregation=(), disaggregation_reason=reason)
    assert asks_for(of_card(bare), "disaggregation")
    by_district = replace(bare, disaggregation=("district", "language"))
    others = [each for each in of_card(by_district) if each.what != BY_WHAT_IT_CHOOSES]
    assert "counsel" in {each.whom for each in others}


@pytest.mark.parametrize("reason", ["Counsel, on March 3, 2026: a law forbids it", "small counts"])
def test_a_reason_for_no_split_is_taken(reason: str) -> None:
    bare = replace(FULL, disaggregation=(), disaggregation_reason=reason)
    others = [each for each in of_card(bare) if each.what != BY_WHAT_IT_CHOOSES]
    assert not {"counsel", "the director"} & {each.whom for each in others}


@pytest.mark.parametrize("field", [each.name for each in dataclasses.fields(RuleCard)])
def test_each_field_of_a_rule_is_asked_for(field: str) -> None:
    assert not of_rule(RULE)
    (ask,) = of_rule(replace(RULE, **{field: ""}))
    assert ask.whom == OF_RULE[field] and ask.what.endswith("?")


@pytest.mark.parametrize("field", [each.name for each in dataclasses.fields(Evaluation)])
def test_each_field_of_an_evaluation_question_is_asked_for(field: str) -> None:
    assert not of_question(QUESTION)
    (ask,) = of_question(replace(QUESTION, **{field: ""}))
    assert ask.whom == OF_QUESTION[field] and ask.what.endswith("?")


def test_a_day_that_is_over_is_asked_about_on_card_rule_and_question() -> None:
    for asks in (
        of_card(replace(FULL, next_review=OVER)) - of_card(FULL),
        of_rule(replace(RULE, review=OVER)),
        of_question(replace(QUESTION, when=OVER)),
    ):
        (ask,) = asks
        assert "due on June 30, 2026" in ask.what


def test_what_one_office_is_asked_stands_together() -> None:
    whom = [ask.whom for ask in register.paper([*CARDS, MetricCard()], [RuleCard()]).asks]
    runs = [one for one, before in zip(whom, ["", *whom], strict=False) if one != before]
    assert len(runs) == len(set(whom)) > 5
