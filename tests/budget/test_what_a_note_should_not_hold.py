"""An allocation note: a choice by race, counsel's answer and an unnamed loser are told."""

import time

import pytest

from groundwork.learner.papers import allocation_note as paper
from groundwork.learner.papers.text import write
from groundwork.screen.activities import allocation_note as activity
from groundwork.subject.asks import BY_WHAT_IT_CHOOSES
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
# Beside the day and who asked, in the part on counsel.
BEYOND = (
    "counsel said it is lawful",
    "Counsel advised against a split by district",
    "approved by counsel",
    "We may compare districts, by counsel",
    "no objection",
    *("no concerns", "counsel had concerns", "green light", "red light", "no green light"),
    *("signed off", "did not sign off", "okayed", "OK'd it", "did not okay it", "it is okay"),
    *("had objections", "not approved", "would not approve it", "not lawful", "the answer was yes"),
    *("she is comfortable with it", "we are covered", "risky", "too risky", "problematic"),
    *("Legal says go ahead", "they want us to wait", "it depends", "only with poverty"),
    *("Counsel recommends dropping the split", "counsel prefers need alone", "do not compare"),
    *("CAO: fine", "OGC okays it", "thumbs up from OGC", "COUNSEL SAID IT IS RISKY"),
    *("Oficina del Asesor Legal dice que sí", "El abogado está de acuerdo", "Aprobado"),
    *("answered no", "counsel can live with it", "yes from the county attorney", "\U0001f44d"),
    *("whether it is lawful", "asked for a green light", "Maria Lopez"),
)
ALONE = (
    "November 21, Deputy Director; yes",
    "Nov 21: yes",
    "Nov 21: no",
    "Nov. 21: no",
    "Nov 21, okay",
    "November 21, 2026 - yes",
    "Yes",
    "Approved by County Counsel, Nov 21",
    "Approved County Attorney",
    "Not needed, counsel sees no problem",
    "Not known yet; counsel thinks it is risky",
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
    "Asked on November 21, 2026 by the Deputy Director",
    "Legal counsel, asked November 21, 2026; not answered yet",
    "Asked on November 21, 2026 of the Director of Legal Services",
    "Yes, asked on Nov 21",
    "Nov 21; no answer yet",
    "Nov 21, awaiting an answer",
    "city attorney, 11/21/2026, by e-mail",
    "Assistant Attorney General, Nov. 21",
    "asked the assistant county attorney by phone on 21 November 2026",
    "The Deputy Director asked county counsel in writing on Nov 21, 2026",
    "First asked Nov 21, again Dec 2, 2026; pending",
    "CAO, Nov 21, 2026",
    "OGC, 2026-11-21; by the Health Officer",
    "Office of the General Counsel (OGC), by letter, Nov 21, 2026; no reply yet",
    "Oficina del Asesor Jurídico, 21 Nov 2026",
    "Abogado del condado; November 21, 2026",
    "Procuraduría General, Nov 21",
    "División Legal del Municipio, asked on 6/3/2026",
    "State's Attorney's Office, June 3, 2026",
    "County Attorney's Office; asked June 3, 2026 by the Family Health Manager",
    "Prosecuting Attorney, Holston County, Nov 21",
    "Orange County Counsel, Nov 21, by the Director of Maternal and Child Health",
    "We asked the Commonwealth's Attorney on Nov. 21, 2026",
    "Solicitor General; Monday, November 23, 2026",
    "Outside bond counsel, June 2026",
    "HR and county counsel, Nov 21 and 28",
    "legal office, Nov 21",
    "Deputy Director, in Q1 2026",
)
NOT_ASKED = (
    *("not asked yet", "Not yet", "no", "none", "unknown", "will be asked December 1"),
    *("nobody has asked", "counsel hasn't been asked", "to be asked in January"),
    *("not known yet", "nobody knows yet", "we don't know", "to be decided", "TBD", "?"),
    *("County counsel, to be asked by June 3, 2027", "No, not yet asked"),
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


@pytest.mark.parametrize("words", (*BEYOND, *ELSEWHERE))
def test_more_than_who_asked_counsel_and_when_is_told_to_the_writer(words: str) -> None:
    parts = {**WRITTEN, "counsel": f"November 21, 2026, Deputy Director; {words}"}
    (remark,) = review(parts)
    assert remark.part == "counsel" and remark.harms
    assert activity.look({"part": "counsel", "says": words}).remarks
    told = activity.told(parts, [{"total": 50_000, "need": 50, "base": 0}], [])
    assert any(remark.what in line for lines in told.values() for line in lines)
    note = paper.paper(parts, shared())
    assert note.look and "stays between counsel and you" in note.look[0]
    assert words in write(note) and note.look[0] not in write(note)


@pytest.mark.parametrize("words", ("we ", "no ", "A ", "by by ", "asked Nov 21, ", "1 "))
def test_a_long_part_on_counsel_is_told_and_takes_no_time(words: str) -> None:
    for times in (1000 // len(words) - 1, 20_000):
        start = time.process_time()
        found = review({**WRITTEN, "counsel": words * times})
        assert time.process_time() - start < 2
    assert [each.part for each in found] == ["counsel"]


@pytest.mark.parametrize("words", ASKED)
def test_that_counsel_was_asked_is_no_answer(words: str) -> None:
    parts = {**WRITTEN, "counsel": words}
    assert review(parts) == [] and asks_of(parts) == []


@pytest.mark.parametrize("words", ALONE)
def test_a_day_with_a_yes_or_a_no_behind_it_is_an_answer(words: str) -> None:
    assert [each.part for each in review({**WRITTEN, "counsel": words})] == ["counsel"]


@pytest.mark.parametrize("words", ELSEWHERE)
@pytest.mark.parametrize("part", [part for part in PARTS if part != "counsel"])
def test_counsels_answer_is_told_in_every_other_part_of_the_note(part: str, words: str) -> None:
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
    assert (ask.whom, ask.what) == (
        "counsel",
        f"{PARTS['counsel']}: so far “{words}”; {BY_WHAT_IT_CHOOSES}",
    )


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
