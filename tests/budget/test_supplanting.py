"""An answer on supplanting goes to grants office and counsel; its writer is told first."""

from typing import Any

import pytest
from widgets.pages import ListPage

from groundwork.learner.papers import budget_request
from groundwork.learner.papers.model import Table
from groundwork.screen.activities.budget_request import budget_request as asked_on_page
from groundwork.subject.asks import GRANTS_AND_COUNSEL
from groundwork.subject.budget import supplanting
from groundwork.subject.budget.request_years import RequestYears

YEARS = RequestYears("FY2028", "FY2027")
ADMITS = [
    "Yes: the award pays the nurse whom the county fund pays now, and that money goes to the roof",
    "The CDC award takes over two posts of the general fund.",
    "It frees $90,000 of county money",
    "No: the CDC award pays the nurse whom the general fund pays now; that money goes to the roof",
    "No problem: the award pays, and the general fund is freed",
    "No. The award will pay the nurse that the county pays now",
    "Not supplanting: the award covers the salary the general fund covered in FY2026",
    "No; it saves county dollars",
]
DENIES = [
    *("No: the general fund takes over what the award paid.", "None", "Not known yet", "N/A"),
    "General fund takes over what the ended CDC award paid",
    "It would not replace county money.",
    "No: the award pays for new visits; the county pays the nurse as before",
    "No, the award does not pay what the county pays now",
]


@pytest.mark.parametrize("answer", ADMITS)
def test_an_answer_that_is_no_plain_no_is_told_to_the_writer_alone(answer: str) -> None:
    paper = budget_request.paper([], {"supplant": answer}, YEARS)
    (told,) = paper.look
    assert "Ask the grants office about the plan itself before this paper goes anywhere" in told
    assert told not in str(paper.body) and paper.for_writer
    assert told in str(paper.for_writer.blocks)


@pytest.mark.parametrize("answer", DENIES)
def test_a_plain_no_is_left_alone(answer: str) -> None:
    assert not budget_request.paper([], {"supplant": answer}, YEARS).look


@pytest.mark.parametrize("answer", ["", *ADMITS, *DENIES])
def test_grants_office_and_counsel_are_asked_whatever_the_answer_is(answer: str) -> None:
    asks = budget_request.paper([], {"supplant": answer}, YEARS).asks
    about = [ask for ask in asks if "supplanting" in f"{ask.what} {ask.why}".lower()]
    assert [ask.whom for ask in about] == [GRANTS_AND_COUNSEL]


def row(answer: str) -> str:
    (facts, *_) = budget_request.paper([], {"supplant": answer}, YEARS).blocks
    assert isinstance(facts, Table)
    (said,) = [each[1] for each in facts.rows if each[0] == "Supplanting"]
    return said


@pytest.mark.parametrize(
    "answer", ["No", "No.", "No: grants office asked Nov 24, 2026.", *DENIES[:2]]
)
def test_an_answer_is_no_flat_statement_before_somebody_has_confirmed_it(answer: str) -> None:
    assert row(answer).startswith(answer)
    assert row(answer).endswith(f". {supplanting.UNCONFIRMED}")


@pytest.mark.parametrize(
    "answer",
    [
        *("No. Grants office confirmed on November 24, 2026.", "No (confirmed 11/24/2026)"),
        *("No; grants office, in writing, November 2026", "No, not yet confirmed", "open"),
    ],
)
def test_an_answer_that_says_when_it_was_confirmed_stands_as_it_is(answer: str) -> None:
    assert row(answer) == answer


def test_no_other_answer_is_taken_for_one_on_supplanting() -> None:
    assert not supplanting.review({"offset": ADMITS[0]})


def test_the_page_tells_it_beside_the_answer_and_after_it_is_saved(workspace: Any) -> None:
    parts, *_, view = asked_on_page().children
    page = ListPage(parts)
    beside = parts.respond("look", {"record": {"part": "supplant", "says": ADMITS[0]}})
    assert [field for field, _ in beside["remarks"]] == ["says"]
    assert not parts.respond("look", {"record": {"part": "money", "says": ADMITS[0]}})["remarks"]
    assert beside["end"] == supplanting.closing(supplanting.review({"supplant": ADMITS[0]}))
    page.save(part="supplant", says=ADMITS[0])
    assert "Before the memo goes anywhere" in str(view.respond("open", {}))
