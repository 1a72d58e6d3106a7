"""A law card is dated, gives no advice, and stands on the page and in every form of its paper."""

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from papers import reading

from groundwork.authoring import bibliography
from groundwork.authoring.claims import claims
from groundwork.learner.papers import letterhead, text, word
from groundwork.learner.papers import print as print_page
from groundwork.learner.papers.law import law_cards, state_laws
from groundwork.learner.papers.law.law_cards import LawCard
from groundwork.learner.papers.law.state_laws import StateLaw
from groundwork.learner.papers.model import Items, Paper, Paragraph
from groundwork.screen.activities.allocation_note import allocation_note
from groundwork.screen.activities.budget_lines import budget_lines
from groundwork.screen.activities.budget_request import budget_request
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.pay_rule import pay_rule
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.readiness import readiness_profile
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter
from groundwork.subject import us_states

pytestmark = pytest.mark.usefixtures("workspace")

KNOWN = bibliography.read(Path(__file__).parents[2] / "datasets" / bibliography.FILE)
CARDS = law_cards.cards()
MADE = {
    "readiness_profile": lambda: readiness_profile().children[0],
    "root_cause_map": lambda: RootCauseMap("A gap"),
    "power_map": lambda: power_map().children[1],
    "budget_baseline": lambda: budget_lines().children[-2],
    "budget_request": lambda: budget_request().children[-2],
    "pay_rule": lambda: pay_rule().children[1],
    "allocation_note": lambda: allocation_note().children[2],
    "decision_rights": lambda: decision_matrix().children[1],
    "team_charter": lambda: team_charter().children[1],
    "role_statement": lambda: role_statements().children[0],
}
# What a card must never do: judge what is allowed, or help to hide the work.
ADVICE = re.compile(
    r"\b(?:you (?:should|must|may not|can safely)"
    r"|is (?:legal|illegal|allowed|forbidden|safe|banned)"
    r"|complian|exempt from|avoid (?:notice|the word)|call it something else|to be safe)\b",
    re.IGNORECASE,
)


def lines(blocks: Sequence[Any]) -> list[str]:
    said = []
    for block in blocks:
        said += [each for _, each in block.items] if isinstance(block, Items) else [block.text]
    return said


def words(card: LawCard, day: date) -> str:
    box = card.box(day)
    return "\n".join(lines((*box.blocks, *box.on_page)))


QUESTIONS = {"pay_rule": 6}
"""More than three only where people are paid: who is under 18, for which purpose, who votes."""


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_has_rules_with_places_few_questions_and_clearer_words(card: LawCard) -> None:
    rules = (*card.rules, *card.shared)
    assert card.rules and all(rule.where and rule.says and rule.cite for rule in rules)
    assert len(card.ask) == QUESTIONS.get(card.kind, 3)
    assert all(question.endswith("?") for question in card.ask)
    assert card.why and card.general and card.clear
    said = words(card, card.read)
    assert not ADVICE.findall(said.replace(law_cards.NO_ADVICE, ""))
    assert not list(claims(said))
    assert law_cards.NO_ADVICE in said


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_tells_the_days_on_which_its_sources_were_read_and_is_due_with_the_first(
    card: LawCard,
) -> None:
    sources = [KNOWN.entry(key) for key in card.sources]
    assert all("rule" in source.custom for source in sources)
    accessed = [source.accessed for source in sources]
    assert (card.read, card.read_to) == (min(accessed), max(accessed))
    assert card.look_again <= min(source.look_again or date.max for source in sources)
    assert 0 < (card.look_again - card.read).days <= 184


@pytest.mark.parametrize("law", state_laws.laws(), ids=lambda law: f"{law.state}, {law.law}")
def test_a_state_law_has_its_number_dates_reach_and_a_source_to_be_read_again_soon(
    law: StateLaw,
) -> None:
    assert re.search(r"\d", law.law)
    assert re.search(r"\b(?:19|20)\d\d\b", f"{law.law} {law.dates}")
    assert re.search(r"[Ss]igned|[Cc]haptered|became law|signing|Approved by voters", law.dates)
    assert re.search(r"in force|took effect|applies|signing", law.dates, re.IGNORECASE)
    assert law.binds and law.limits and law.stands and law.cite
    assert law.kind in state_laws.KINDS
    for source in (KNOWN.entry(key) for key in law.cite):
        assert source.look_again and (source.look_again - source.accessed).days <= 60
        if source.due and source.due > source.accessed:  # of use only while it lies ahead
            assert source.look_again < source.due


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_paper_carries_whole_what_the_guide_prints_once_on_its_sheet(card: LawCard) -> None:
    whole, beside = (
        lines(card.box(card.read_to).blocks),
        lines(card.beside_sheet(card.read_to).blocks),
    )
    states = [f"{where}: {says}" for where, says in state_laws.in_short()]
    shared = [f"{rule.where}: {rule.says}" for rule in card.shared]
    assert set(states) <= set(shared) <= set(whole)
    assert set(shared) <= set(lines(law_cards.sheet())) and not set(shared) & set(beside)
    (told,) = [each for each in beside if each.startswith(law_cards.SHEET)]
    assert all(rule.on_sheet in told for rule in card.shared)
    assert set(card.ask) <= set(beside)


def test_the_list_of_states_says_that_it_is_not_whole_and_names_each() -> None:
    said = dict(state_laws.in_short())
    assert "not whole" in said[state_laws.REST]
    for kind, (where, _) in state_laws.KINDS.items():
        assert "among others" in said[where]
        for law in state_laws.laws():
            if law.kind == kind:
                assert law.state in said or f"{law.state} (" in said[where] or not law.short
    listed = " ".join(said[where] for where, _ in state_laws.KINDS.values())
    assert all(law.state in said or f"{law.state} (" in listed for law in state_laws.laws())


@pytest.mark.parametrize(
    "law",
    [law for law in state_laws.laws() if law.kind == "preferences"],
    ids=lambda law: f"{law.state}, {law.law}",
)
def test_a_law_on_preferences_says_whom_it_binds_by_what_and_what_to_ask(law: StateLaw) -> None:
    assert re.search("race", law.limits) and re.search("hiring|employment", law.limits)
    assert re.search("count|political subdivisions|local government", law.binds)
    assert law.stands.count("sk counsel") == 1


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_an_expired_card_says_so_and_keeps_every_word(card: LawCard) -> None:
    on, after = (words(card, card.look_again + timedelta(days)) for days in (0, 1))
    assert "Look again" not in on
    assert "Look again: it may have changed since." in after
    assert after.replace(" Look again: it may have changed since.", "") == on


def told(parts: list[list[Any]]) -> list[str]:
    """Return the lines of a card as a page draws them, those of its folds too."""
    said: list[str] = []
    for form, first, *inside in parts:
        said += first if form == "list" else [first]
        said += told(inside[0]) if form == "fold" else []
    return said


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize(
    ("where", "state", "laws"),
    [
        ("Ames, IA", "Iowa", 2),
        ("Shelby County, Tennessee", "Tennessee", 3),
        ("Dallas County, TX", "Texas", 1),
        ("Wayne County, Michigan", "Michigan", 1),
        ("Lima, OH", "Ohio", 0),
    ],
)
def test_the_law_of_ones_own_state_stands_open_and_the_rest_is_folded(
    kind: str, where: str, state: str, laws: int
) -> None:
    made: Any = MADE[kind]()
    above = {"department": "Health", "place": where}
    box = made.respond("paper", {"do": "tell", "above": above})["box"]
    open_ = told([part for part in box["parts"] if part[0] != "fold"])
    (fold,) = [part for part in box["parts"] if part[0] == "fold"]
    own = open_[open_.index(f"In {state}") + 1 :]
    found = [law for law in state_laws.laws() if law.state == state]
    assert len(found) == laws
    assert own[:laws] == [law.whole for law in found]
    assert own[laws] == (law_cards.FOUND if laws else law_cards.NOT_FOUND.format(state=state))
    assert own[laws + 1] == state_laws.STATE_STAFF
    assert not ADVICE.findall("\n".join(own[: laws + 2]))
    others = {law.state for law in state_laws.laws()} - {state}
    assert not [each for each in others if each in " ".join(own[: laws + 2])]
    assert fold[1] == law_cards.RULES.text
    assert set(lines(CARDS[kind].box(date.today()).blocks)) <= {*open_, *told([fold])}
    page = reading.page(made.respond("paper", {"do": "print"})["beside"]).found.everything
    assert page.index(f"In {state}") < page.index(law_cards.RULES.text)
    rules = page[page.index(law_cards.RULES.text) :]
    assert rules.count(law_cards.ELSEWHERE) == 1
    assert all(
        rule.says in rules
        for rule in (*CARDS[kind].rules, *CARDS[kind].shared)
        if rule.on_sheet != law_cards.STATE_LAWS
    )
    assert not [each for each in others if f"{each} (" in rules or f"{each}:" in rules]
    assert state_laws.FIRST not in rules and "Wyoming HB 147" not in rules


@pytest.mark.parametrize("state", us_states.NAMES)
def test_a_state_without_an_entry_is_told_what_was_looked_for_and_never_that_it_has_none(
    state: str,
) -> None:
    found = [law.whole for law in state_laws.laws() if law.state == state]
    said = lines(law_cards.led_by_state(CARDS["pay_rule"].box(date.today()), state).blocks)
    own = said[said.index(f"In {state}") + 1 : said.index(law_cards.RULES.text)]
    assert own[: len(found)] == found
    told = own[len(found)]
    assert told.startswith(state_laws.SOUGHT)
    assert "offices" in told and "preferences by race" in told
    if not found:
        assert f"none for {state}. That is no sign that there is none" in told
        assert "look up yours" in told
    assert len(us_states.NAMES) == 50 + 1 + 5  # the District of Columbia, and five territories


CHOOSE_OR_PAY = [
    "metric_register",
    "budget_request",
    "pay_rule",
    "allocation_note",
    "decision_rights",
    "team_charter",
    "role_statement",
]


@pytest.mark.parametrize("kind", CHOOSE_OR_PAY)
def test_where_people_are_chosen_hired_or_paid_the_binding_law_comes_first(kind: str) -> None:
    first, *rest = CARDS[kind].rules
    for each in ("Fourteenth Amendment", "1983", "1981", "2000d"):
        assert each in first.says
    if kind != "allocation_note":  # money for places: nobody is hired or paid by it
        assert any("Muldrow" in rule.says and "Ames" in rule.says for rule in rest)


def test_a_paper_of_the_invented_county_has_no_state_of_its_own() -> None:
    box = CARDS["power_map"].box(date.today())
    paper = Paper("T", "s", "the board", (Paragraph("all"),), box=box, invented="No such county")
    lettered = letterhead.on(paper, date.today())
    assert lettered.box == box
    alone = lettered.for_writer
    assert alone and state_laws.FIRST in text.write(alone).replace("\n", " ")


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("Iowa County, Wisconsin", "Wisconsin"),
        ("Ames, IA 50010", "Iowa"),
        ("Kanawha County, West Virginia", "West Virginia"),
        ("Kansas City, Missouri", "Missouri"),
        ("Washington, DC", "District of Columbia"),
        ("San Juan, PR", "Puerto Rico"),
        ("St. Thomas, U.S. Virgin Islands", "Virgin Islands"),
        ("city and county of denver, colorado", "Colorado"),
        ("Allen County", ""),
        ("in or me", ""),
        ("", ""),
    ],
)
def test_a_place_tells_its_state(place: str, state: str) -> None:
    assert us_states.state_in(place) == state


@pytest.mark.parametrize("law", state_laws.laws(), ids=lambda law: f"{law.state}, {law.law}")
def test_what_is_told_of_a_state_is_no_advice_and_no_claim(law: StateLaw) -> None:
    assert not ADVICE.findall(law.whole) and not list(claims(law.whole))


@pytest.mark.parametrize("kind", MADE)
def test_the_page_gets_the_card_closed_and_the_file_its_law_and_sources_alone(kind: str) -> None:
    card, today = CARDS[kind], date.today()
    made: Any = MADE[kind]()
    box = made.respond("paper", {"do": "open"})["box"]
    assert box["title"] == "Before you use this"
    shown = told(box["parts"])
    page = reading.page(made.respond("paper", {"do": "print"})["beside"]).found
    led = law_cards.led_by_state(card.box(today), "")
    law, clearer = lines(led.blocks), lines(led.on_page)
    assert shown == [*law, *clearer]
    assert [line for line in law if line != law_cards.NO_STATE] == lines(card.box(today).blocks)
    assert all(line in page.everything for line in law)
    names = json.loads(law_cards.SOURCES.read_text(encoding="utf-8"))
    assert law[-1] == f"Read in: {'; '.join(names[key] for key in card.sources)}."
    assert not [line for line in clearer if line in page.everything]


@pytest.mark.parametrize("kind", CARDS)
def test_every_card_keeps_what_counsel_answers_out_of_papers(kind: str) -> None:
    card = CARDS[kind]
    for box in (card.box(card.read_to), card.beside_sheet(card.read_to)):
        law = lines(box.blocks)
        assert law.index(law_cards.ANSWERS) > max(law.index(each) for each in card.ask)


def test_the_card_stands_in_a_paper_of_the_writers_own_and_never_in_what_is_handed_on() -> None:
    box = CARDS["power_map"].box(datetime.date(2026, 11, 26))
    bare = Paper("T", "s", "the board", (Paragraph("all"),))
    paper = replace(bare, box=box, writer="Nurse", record="Mind")
    alone = paper.for_writer
    assert alone is not None and alone.title == "Read first, T" and alone.for_writer is None
    assert not alone.writer, "what is for the writer comes from nobody"
    for found in (reading.word(word.write(alone)), reading.page(print_page.write(alone)).found):
        titles = [said for _, said in found.headings]
        assert titles == [
            law_cards.TITLE,
            "Questions for your counsel",
            "What the rules say",
        ]
        assert [said for _, said in found.items if said.endswith("?")] == list(
            CARDS["power_map"].ask
        )
        assert "Mind" in found.paragraphs
    handed = (
        reading.word(word.write(paper)).everything,
        reading.page(print_page.write(paper)).found.everything,
        text.write(paper),
    )
    for each in handed:
        assert "all" in each and "Mind" not in each and law_cards.TITLE not in each
    assert bare.for_writer is None
