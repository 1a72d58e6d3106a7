"""No paper goes out with an admission, counsel's answer or a name, whichever field it stands in."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from groundwork.learner import datasets
from groundwork.learner.papers import (
    allocation_note,
    budget_baseline,
    budget_request,
    charter,
    decision_rights,
    pay_rule,
    register,
    roles,
    seats,
    year_goals,
)
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities.budget_lines import FIELDS as LINE
from groundwork.subject import outside
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.paid_groups import PaidGroup
from groundwork.subject.budget.pay_rule import EVERY_PART
from groundwork.subject.budget.request import request_item
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.budget.sharing import PARTS as NOTE
from groundwork.subject.budget.sharing import Place, Weights, share
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.leadership.core_team import PARTS as CHARTER
from groundwork.subject.leadership.core_team import Charter, Part, Seat
from groundwork.subject.leadership.decision_rights import Decision, Matrix, Position
from groundwork.subject.leadership.leader_acts import Act
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.year_goals import YearGoal
from groundwork.subject.metrics.card import FIELDS as CARD
from groundwork.subject.metrics.card import MetricCard

TODAY = date(2026, 11, 27)
TOLD = {
    "We discriminated against these families for years": "says that a law was broken",
    "counsel told us we would lose in court": "counsel answered",
    "told by Ann Lee": "reads like a person's name",
}
CHOSEN = {  # fields that are picked from a list, or that a page sets
    "known", "instrument", "job_level", "fund", "agreed", "receiver", "filled", "change",
    "funded_by", "kind", "unit_of_role",
}  # fmt: skip
YEARS = RequestYears("FY2028", "FY2028", "3")
ITEM = request_item("Two nurses", 190_000, None, "Visits stop")
GROUP = PaidGroup("Parent council", 8, 6, 2, 30)


def card(**told: Any) -> Paper:
    return register.paper([MetricCard(**{"id": "A", "name": "Visits", **told})], today=TODAY)


def matrix(position: Position) -> Paper:
    decision = Decision("Sign a contract")
    return decision_rights.paper(
        Matrix((decision,), (position,), {decision.name: {position.name: "D"}})
    )


def of_each(
    made: Any, paper: Callable[[Any], Paper]
) -> Iterator[tuple[str, Callable[[str], Paper]]]:
    """Give each text field of a row, with what makes the paper of it."""
    for field in fields(made):
        value = getattr(made, field.name)
        if isinstance(value, str | tuple) and field.name not in CHOSEN:
            name, listed = field.name, isinstance(value, tuple)

            def write(words: str, name: str = name, listed: bool = listed) -> Paper:
                return paper(replace(made, **{name: (words,) if listed else words}))

            yield f"{type(made).__name__}.{name}", write


def written(paper: Callable[[dict[str, str]], Paper], part: str) -> Callable[[str], Paper]:
    return lambda words: paper({part: words})


def of_parts(
    of: str, parts: Any, paper: Callable[[dict[str, str]], Paper]
) -> Iterator[tuple[str, Callable[[str], Paper]]]:
    for part in parts:
        yield f"{of}.{part}", written(paper, part)


def every() -> Iterator[tuple[str, Callable[[str], Paper]]]:
    for name, field in CARD.items():
        if field.kind == "text" and not field.choices:
            yield f"card.{name}", written(lambda told: card(**told), name)
    yield from of_each(RuleCard(), lambda each: register.paper([], [each], today=TODAY))
    yield from of_each(Evaluation(), lambda each: register.paper([], (), [each], today=TODAY))
    yield from of_parts(
        "request", budget_request.PARTS, lambda parts: budget_request.paper([ITEM], parts, YEARS)
    )
    yield from of_each(ITEM, lambda each: budget_request.paper([each], {}, YEARS))
    yield from of_parts(
        "pay", EVERY_PART, lambda parts: pay_rule.paper(parts, [GROUP], today=TODAY)
    )
    yield from of_each(GROUP, lambda each: pay_rule.paper({}, [each], today=TODAY))
    yield from of_parts("note", NOTE, lambda parts: allocation_note.paper(parts, []))
    yield (
        "note place",
        lambda words: allocation_note.paper(
            dict.fromkeys(NOTE, "The director, Nov 3, 2026"),
            share([Place(words, 900, 100), Place("South", 900, 400)], Weights(50_000, 50)),
        ),
    )
    for each in LINE:
        if each.kind == "text":
            yield f"line.{each.id}", written(baseline, each.id)
    yield from of_parts(
        "charter",
        CHARTER,
        lambda parts: charter.paper(Charter(tuple(Part(*each) for each in parts.items()))),
    )
    yield from of_each(Act("Signs the memo"), lambda each: charter.paper(Charter(), [each]))
    yield from of_each(Seat("Clerk"), lambda each: seats.paper([each]))
    yield from of_each(Seat("Clerk"), lambda each: charter.paper(Charter(seats=(each,))))
    yield from of_each(RoleStatement("Clerk"), lambda each: roles.paper([each]))
    yield from of_each(YearGoal("Clerk"), lambda each: year_goals.paper([each]))
    yield from of_each(Position("Clerk"), matrix)
    yield "decision", lambda words: decision_rights.paper(Matrix((Decision(words),)))


def baseline(told: dict[str, str]) -> Paper:
    row: dict[str, Any] = dict.fromkeys((each.id for each in LINE), "")
    row |= {"line": "L1", "amount": 90_000, "share": 100, "fte": None, "positions": None}
    rows = [{**row, **told}]
    return budget_baseline.paper(table_of(rows, "FY2027"), rows, "FY2027")


EVERY = dict(every())


@pytest.mark.parametrize("field", EVERY)
@pytest.mark.parametrize("words", TOLD)
def test_it_is_told_to_the_writer_alone_once_of_its_kind(field: str, words: str) -> None:
    made = EVERY[field](words)
    if field == "note.counsel":  # more than who asked, and when, is told whatever it is
        assert any("more than who was asked" in line for line in made.look)
        return
    assert sum(TOLD[words] in line for line in made.look) == 1
    assert not any(TOLD[words] in str(ask) for ask in made.asks)


ORDINARY = """
Restaurants with a critical violation
Smoke-free law violations per 100 workplaces
Housing code violations mended in 30 days
Workplaces that violated the smoke-free law
Stores that break the law on sales to minors
People who felt discriminated against at a clinic, by survey
Residents who say that they were discriminated against by a landlord
Complaints of discrimination filed with the civil rights office
Title VI forbids discrimination
The law prohibits discrimination in programs that get federal money
The department does not discriminate by race, color or national origin
Illegal dumping sites cleared in 10 days
Illegal tobacco sales to minors
Unlawful detainer filings per 1,000 renters
Liability insurance for the van
The county would lose 40,000 dollars a year when the award ends
If we lose the award, two posts end
We break the year into quarters
The rule works against families without a car
Racism is a public health crisis
Redlining by the federal government in 1938
Through no fault of their own
Eviction cases settled before court
No count under 10 is shown, so that nobody can be found
Counts under 10 are hidden
Whether the law allows it is for counsel
Ask counsel whether it is lawful
Counsel was asked on November 21, 2026
Counsel reads it first
Counsel has 10 working days
County counsel reviews each rule once a year
What a law limits goes to counsel
Sends the draft to counsel by June 3, 2027
Seeks the advice of counsel before it is used
Right to counsel for tenants
Legal services for tenants
Lawyers for tenants, 0.5 FTE
Assistant county attorney, 0.5 FTE
Opioid funds of the Attorney General's settlement
The board approved the weights on November 3, 2026
Family Health Manager
Intake Nurse
Deputy Director, in the office at Mill Creek
East district parents, paid
Martin Luther King Boulevard clinic
Ryan White award, Part B
Shots against Hepatitis B.
Johns Hopkins University
Weeks of pregnancy past 28; then no prenatal visit yet; between equals, the order of asking
The visit log; the WIC Clerk counts it each quarter
The Health Officer, within 10 days, in the caller's language
Eight parents of the East district, paid 30 dollars an hour
Families who asked at least 30 days ago, also those who still wait
If under 60 for two quarters, then the manager moves two visiting hours to evenings
Births to mothers without a visit by week 12
People in poverty, ACS 2020-2024
South gets less; the director tells it
Two public health nurses from July 1, 2027
Visits stop for 200 families
Gift cards, check or direct deposit
A sign-in sheet; the program manager approves each payment
Pay may count as income; ask a benefits counselor
Signs the memo on paid hours by March 2
Reviews complaints of discrimination within 30 days
""".strip().splitlines()


@pytest.mark.parametrize("words", ORDINARY)
def test_an_ordinary_sentence_is_told_in_no_field(words: str) -> None:
    assert outside.remarks({"text": words}) == []
    assert outside.remarks({"text": words}, of_duties=True) == []


def test_who_signs_off_is_a_duty_and_no_answer() -> None:
    said = {"part": "Counsel signs off within 10 working days"}
    assert outside.remarks(said, of_duties=True) == []
    assert outside.remarks({"part": "Counsel signed off on it"}, of_duties=True)


def test_no_text_of_riverbends_own_records_is_told() -> None:
    for front in ("riverbend_invented_delegations", "riverbend_invented_decisions"):
        for row in datasets.read(front).to_dict("records"):
            texts = {str(name): each for name, each in row.items() if isinstance(each, str)}
            assert outside.remarks(texts, of_duties=True) == []


@pytest.mark.parametrize(
    "words",
    [
        "Board of Health, who followed the advice of legal",
        "with counsel's OK",
        "per the county attorney's memo",
        "Outside counsel flagged race",
        "Passed legal review",
        "It is our fault that infants died",
        "The county knew of it and did nothing",
        "Gift cards, so that no record is made",
        "This may breach federal law",
        "The parents of Jaylen B.",
    ],
)
def test_other_words_for_it_are_told_too(words: str) -> None:
    (found,) = outside.remarks({"text": words})
    assert found.harms


def test_a_request_that_hires_and_serves_by_race_goes_to_counsel() -> None:
    ask = "Hire two Latina doulas for Black mothers only, from July 1, 2027"
    made = budget_request.paper([], {"ask": ask}, YEARS)
    assert any("question of law" in line for line in made.look)
    assert any("hired or served" in each.what for each in made.asks if each.whom == "counsel")
    plain = budget_request.paper([ITEM], {"outcome": "Black mothers get a visit by week 12"}, YEARS)
    assert plain.look == ()
