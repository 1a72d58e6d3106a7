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
LONGER = [
    "No; the workers move from 142 to 101 and the 101 navigator line moves to the next HRSA award",
    "No. The county cuts its match",
    "No: the navigator shifts to the grant",
    "Yes: the award pays the nurse whom the county fund pays now, and that money goes to the roof",
    "The CDC award takes over two posts of the general fund.",
    "It frees $90,000 of county money",
    "No: the CDC award pays the nurse whom the general fund pays now; that money goes to the roof",
    "No problem: the award pays, and the general fund is freed",
    "No. The award will pay the nurse that the county pays now",
    "Not supplanting: the award covers the salary the general fund covered in FY2026",
    "No; it saves county dollars",
    "No. The new award takes on the two nurses on the general fund",
    "No; the nurse moves from the general fund to the award",
    "No; from July the award funds the post in place of the county",
    "None. The state grant replaces the local line",
    "no, the award backfills the cut",
    "No: the general fund cuts its line by the same amount",
    "It will not supplant; the grant pays the clerk we have now",
    "No, but the general fund position is left vacant and the grant hires",
    "No, county dollars are released for the jail",
    "No: the general fund takes over what the award paid.",
    "It would not replace county money.",
    "No: award money pays a post that no county money pays",
]
FALLS = [
    "Own money for this work: $410,000 in FY2027, $320,000 in FY2028",
    "No: $90,000 next year, $120,000 last year",
]
ADMITS = [*LONGER, *FALLS]
HOLDS = [
    "The county keeps its own spending: $410,000 in FY2026 and $410,000 in FY2027",
    "No. Own money was $120,000 last year and is $125,000 next year, confirmed by grants office",
]
DENIES = [
    *("No", "No.", "None", "Not known yet", "N/A", "no, not yet confirmed", *HOLDS),
    *("No, confirmed by the grants office on November 3, 2026", "Confirmed November 3, 2026: no"),
    "No: grants office asked Nov 24, 2026.",
]


@pytest.mark.parametrize("answer", ADMITS)
def test_an_answer_that_is_neither_a_plain_no_nor_two_amounts_is_told_to_the_writer_alone(
    answer: str,
) -> None:
    paper = budget_request.paper([], {"supplant": answer}, YEARS)
    (told,) = paper.look
    assert "before this paper goes anywhere" in told
    assert ("about the plan itself" in told) == (answer in FALLS)
    assert ("State two facts" in told) == (answer in LONGER)
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
    "answer",
    [
        "No",
        "No.",
        "No: grants office asked Nov 24, 2026.",
        "No; the county confirmed the budget May 3, 2026",
        *("No (confirmed 11/24/2026)", "No. Confirmed in writing by the county manager, 11/3/2026"),
    ],
)
def test_an_answer_is_no_flat_statement_before_somebody_has_confirmed_it(answer: str) -> None:
    assert row(answer).startswith(answer)
    assert row(answer).endswith(f". {supplanting.UNCONFIRMED}")


@pytest.mark.parametrize(
    "answer",
    [
        *("No. Grants office confirmed on November 24, 2026.", "open"),
        *(
            "No (confirmed by the grants manager, 11/24/2026)",
            "No: awarding agency confirms, May 2026",
        ),
        *("No; grants office, in writing, November 2026", "No, not yet confirmed"),
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
