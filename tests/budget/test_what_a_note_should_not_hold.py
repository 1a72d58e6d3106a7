"""An allocation note: a choice by race, counsel's answer and an unnamed loser are told."""

import pytest

from groundwork.learner.papers import allocation_note as paper
from groundwork.learner.papers.text import write
from groundwork.screen.activities import allocation_note as activity
from groundwork.subject.budget.sharing import (
    BY_NEED,
    FIRST,
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
    "AIAN residents, Census 2020",
    "Refugees and undocumented families",
    "Descendants of enslaved people",
    "HOLC grade D areas",
)
CHOSEN_BY_RACE = (
    "The director chose to weigh by race, November 3, 2026",
    "The Black members of the board, November 3, 2026",
    "A manager, chosen for being Latina",
    "The panel; redlined places first",
)
CHOSEN_BY_AN_OFFICE = (
    "Director of the Office of Racial Equity, November 3, 2026",
    "The Tribal Council, November 3, 2026",
    "The Black Health Coalition and the director",
    "Office of Minority Health, after a white paper, in a race against time",
)
ANSWERED = (
    "counsel said it is lawful",
    "Counsel advised against a split by district",
    "approved by counsel",
    "We may compare districts, by counsel",
    "no objection",
    *("no concerns", "some concerns", "green light", "red light", "no green light"),
    *("signed off", "did not sign off", "okayed", "OK'd it", "did not okay it", "it is okay"),
    *("had objections", "not approved", "would not approve it", "not lawful", "the answer was yes"),
)
ALONE = (
    "November 21, Deputy Director; yes",
    "Nov 21: yes",
    "Nov. 21: no",
    "Nov 21, okay",
    "November 21, 2026 - yes",
)
ELSEWHERE = (
    "The director, November 3; counsel signed off",
    "Poverty; Counsel said yes on Nov 21",
    "Poverty, cleared by the county attorney",
    "Counsel had no concerns about poverty",
    "Need alone, since counsel objected to more",
    "Legal gave the green light",
    "Counsel was asked on Nov 21. The answer was no",
)
NO_ANSWER = (
    "Counsel was asked on Nov 21 and the director approved the weights",
    "The board approved the weights on Nov 3; counsel was asked Nov 21",
    "Ask counsel before it is approved",
    "Counselors said that people wait",
    "Need for legal services, said by residents in 2025",
    "Approved by the board on November 3, 2026",
)
ASKED = (
    "November 21, 2026, Deputy Director",
    "Asked on November 21, 2026 by the Deputy Director whether it is lawful and what we may keep",
    "Legal counsel, asked November 21, 2026; not answered yet",
    "Asked on November 21, 2026 of the Director of Legal Services",
    "Yes, asked on Nov 21",
    "Nov 21, by the Deputy Director: is it lawful?",
    "Nov 21; no answer yet",
    "Nov 21; has not signed off yet",
    "Nov 21; asked for a green light",
    "Nov 21, awaiting sign-off",
)
NOT_ASKED = (
    *("not asked yet", "Not yet", "no", "none", "unknown", "will be asked December 1"),
    *("nobody has asked", "counsel hasn't been asked", "to be asked in January"),
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
    parts = {**WRITTEN, "counsel": words}
    assert review(parts) == [] and asks_of(parts) == []


@pytest.mark.parametrize("words", ALONE)
def test_a_day_with_a_yes_or_a_no_behind_it_is_an_answer(words: str) -> None:
    assert [each.part for each in review({**WRITTEN, "counsel": words})] == ["counsel"]


@pytest.mark.parametrize("words", ELSEWHERE)
@pytest.mark.parametrize("part", PARTS)
def test_counsels_answer_is_told_in_every_part_of_the_note(part: str, words: str) -> None:
    (remark,) = review({**WRITTEN, part: words})
    assert remark.part == part and "what counsel answered" in remark.what
    assert activity.look({"part": part, "says": words}).remarks


@pytest.mark.parametrize("words", NO_ANSWER)
@pytest.mark.parametrize("part", [part for part in PARTS if part != "counsel"])
def test_what_others_say_or_approve_is_no_answer_of_counsel(part: str, words: str) -> None:
    assert review({**WRITTEN, part: words}) == []


@pytest.mark.parametrize("words", NOT_ASKED)
def test_counsel_that_was_not_asked_yet_stays_in_the_ask_list_in_these_words(words: str) -> None:
    parts = {**WRITTEN, "counsel": words}
    assert review(parts) == []
    (ask,) = paper.paper(parts, []).asks
    assert (ask.whom, ask.what) == ("counsel", f"{PARTS['counsel']}: so far “{words}”")


def test_a_part_that_is_unknown_is_asked_for_and_holds_back_the_result() -> None:
    for part in PARTS:
        (ask,) = asks_of({**WRITTEN, part: "not known yet"})
        assert ask.what == f"{PARTS[part]}: so far “not known yet”"
        said = write(paper.paper({**WRITTEN, part: "not known yet"}, shared()))
        assert ("No result is shown yet" in said) == (part in FIRST)


@pytest.mark.parametrize("words", CHOSEN_BY_RACE)
def test_who_chose_by_race_is_told_and_asked_of_counsel(words: str) -> None:
    parts = {**WRITTEN, "chose": words}
    (remark,) = review(parts)
    assert remark.part == "chose" and "question of law" in remark.what and remark.harms
    assert [(ask.whom, ask.why) for ask in asks_of(parts)] == [("counsel", PARTS["chose"])]


@pytest.mark.parametrize("words", CHOSEN_BY_AN_OFFICE)
def test_an_office_that_has_race_in_its_name_is_no_choice_by_race(words: str) -> None:
    assert review({**WRITTEN, "chose": words}) == []


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
