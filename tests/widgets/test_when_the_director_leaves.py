"""The page asks which parts of the learner's own charter hold when the director leaves."""

from typing import Any

import pytest
from widgets.pages import ListPage

from groundwork.screen.activities.director_leaves import director_leaves, reply
from groundwork.screen.activities.team import team_charter
from groundwork.subject.leadership.core_team import INSTRUMENTS, Charter, Part

CHARTER = Charter(
    (
        Part("decides", "Its training money", "resolution"),
        Part("reply", "In 20 days", "policy"),
        Part("asked", "Before a form changes", "word"),
    )
)


def answer(value: list[str]) -> dict[str, Any]:
    return director_leaves().respond("answer", {"value": value})


def test_each_choice_is_answered_from_what_the_part_stands_by() -> None:
    assert reply(CHARTER, ["decides"]).right is True
    told = reply(CHARTER, ["decides", "reply"])
    assert told.right is False
    assert "“Gets an answer” stands by a policy that the director signed" in told.text
    assert "next director may sign another" in told.text
    missed = reply(CHARTER, ["asked"])
    assert "“Must be asked, or may pause” stands by a word or an e-mail" in missed.text
    assert "“Decides alone” stands by a resolution of the board" in missed.text


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_every_instrument_has_one_right_answer(instrument: str) -> None:
    charter = Charter((Part("purpose", "Why", instrument),))
    holds = reply(charter, ["purpose"]).right
    assert reply(charter, ["none"]).right is not holds
    assert holds is (instrument not in ("nothing", "word", "policy"))


def test_a_part_that_is_not_written_is_told_and_an_empty_charter_is_no_mistake() -> None:
    told = reply(CHARTER, ["decides", "purpose"])
    assert told.right is False and "“Purpose” is not written in your list yet" in told.text
    assert reply(Charter(), ["purpose"]).right is None
    assert reply(CHARTER, ["none", "decides"]).right is False


def test_the_question_reads_the_charter_that_is_kept() -> None:
    assert "no part yet" in str(answer(["purpose"]))
    page = ListPage(team_charter().children[1])
    page.save(part="purpose", says="Clinic hours", instrument="budget")
    assert "stay until those who made them" in str(answer(["purpose"]))
