"""An allocation note: a choice by race, counsel's answer and an unnamed loser are told."""

import pytest

from groundwork.learner.papers import allocation_note as paper
from groundwork.learner.papers.text import write
from groundwork.screen.activities import allocation_note as activity
from groundwork.subject.budget.sharing import (
    BY_NEED,
    PARTS,
    Place,
    Shared,
    Weights,
    asks_of,
    review,
    share,
)

WRITTEN = {
    "chose": "The senior team, November 3, 2026",
    "need": "People in poverty, ACS 2020-2024",
    "reason": "Poverty decides who can wait for care",
    "loses": "South gets less; the director tells it",
    "counsel": "November 21, 2026, Deputy Director",
    "review": "June 1, 2027",
}
BY_RACE = (
    "Share of Black and Latino residents, Census 2020",
    "lived experience of redlining",
    "People of color first",
    "Families of Mexican national origin",
    "Members of the Tribe",
)
ANSWERED = (
    "counsel said it is lawful",
    "Counsel advised against a split by district",
    "approved by counsel",
    "We may compare districts, by counsel",
    "no objection",
)
ASKED = (
    "November 21, 2026, Deputy Director",
    "Asked on November 21, 2026 by the Deputy Director whether it is lawful and what we may keep",
    "Legal counsel, asked November 21, 2026; not answered yet",
    "Asked on November 21, 2026 of the Director of Legal Services",
    "not asked yet",
)


def shared() -> list[Shared]:
    places = [Place("North", 900, 100, "60000"), Place("South", 900, 400, 10_000)]
    return share(places, Weights(50_000, 50))


@pytest.mark.parametrize("words", BY_RACE)
@pytest.mark.parametrize("part", BY_NEED)
def test_a_need_by_race_is_told_at_the_form_to_the_writer_and_asked_of_counsel(
    part: str, words: str
) -> None:
    parts = {**WRITTEN, part: words}
    assert [each.part for each in review(parts)] == [part]
    beside = activity.look({"part": part, "says": words})
    assert [field for field, _ in beside.remarks] == ["says"]
    assert "question of law" in beside.remarks[0][1]
    told = activity.told(parts, [{"total": 50_000, "need": 50, "base": 0}], [])
    assert any("question of law" in line for lines in told.values() for line in lines)
    note = paper.paper(parts, shared())
    assert note.for_writer is not None
    assert "question of law" in write(note.for_writer)
    assert "question of law" not in write(note)
    assert [ask.why for ask in note.asks if ask.whom == "counsel"] == [PARTS[part]]


@pytest.mark.parametrize("words", ANSWERED)
def test_counsels_answer_is_told_to_the_writer(words: str) -> None:
    parts = {**WRITTEN, "counsel": f"November 21, 2026, Deputy Director; {words}"}
    assert [each.part for each in review(parts)] == ["counsel"]
    assert activity.look({"part": "counsel", "says": words}).remarks
    note = paper.paper(parts, shared())
    assert note.look and "Keep the answer with counsel" in note.look[0]


@pytest.mark.parametrize("words", ASKED)
def test_that_counsel_was_asked_is_no_answer(words: str) -> None:
    assert review({**WRITTEN, "counsel": words}) == []


def test_a_note_by_need_has_no_remark() -> None:
    assert review(WRITTEN) == []
    assert activity.look({"part": "need", "says": WRITTEN["need"]}).remarks == ()
    assert activity.look({}).remarks == ()
    assert paper.paper(WRITTEN, []).look == ()


def test_who_loses_names_the_place_that_loses_against_need_and_the_one_against_now() -> None:
    found = shared()
    assert {each.place for each in found if each.change_cents < 0} == {"South"}
    assert {each.place for each in found if (each.from_now_cents or 0) < 0} == {"North"}
    for loses, asked in {
        "South gets less": ["North"],
        "North gets less": ["South"],
        "North and South": [],
        "Nobody": ["South", "North"],
    }.items():
        asks = [ask.what for ask in asks_of({**WRITTEN, "loses": loses}, found)]
        assert [what.split()[1] for what in asks] == asked, loses
    unknown = share([Place("North", 900, 100), Place("South", 900, 400)], Weights(50_000, 50))
    assert asks_of(WRITTEN, unknown) == []
