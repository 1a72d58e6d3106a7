"""The register's form: what is said while a card is written, and what it takes from elsewhere."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import artifacts, place
from groundwork.screen.activities import fair_rules
from groundwork.screen.activities.metric_register import (
    CARD_FIELDS,
    REPAIRS,
    cards_of,
    look,
    metric_register,
    register_repairs,
)
from groundwork.subject.metrics import short
from groundwork.subject.metrics.checks import check_card

pytestmark = pytest.mark.usefixtures("workspace")

ROOT = Path(__file__).parents[2]
CARD: dict[str, Any] = {
    "name": "Complaints answered",
    "asks": "how well",
    "numerator": "Complaints answered within 30 days",
    "denominator": "Complaints received",
    "baseline_value": 63.0,
    "baseline_year": 2026,
    "target_value": 80.0,
    "target_year": 2028,
    "review_forum": "Senior team meeting",
    "owner": "Office Manager",
    "consequence": "If under 70 by June, then $40,000 moves to evenings by July",
}


def test_dollars_of_the_decision_matrix_count_and_are_told() -> None:
    assert "owner_dollars" in dict(look(CARD).remarks)
    row = {"id": "r1", "name": "office manager", "money": 15000.0}
    artifacts.save("decision_positions", {"records": [row]})
    said = look(CARD)
    assert "lets this position commit $15,000" in said.end
    assert "$40,000 (it can commit $15,000)" in dict(said.remarks)["consequence"]


def test_three_flawed_cards_wait_and_each_shows_its_flaw() -> None:
    made = register_repairs()
    target, owner, race = (dict(look(record).remarks) for record in made.records)
    assert "but higher is better" in target["target_value"]
    assert {"owner_dollars", "consequence"} <= set(owner)
    assert "who is chosen" in race["target_value"]
    assert artifacts.load(REPAIRS) is None  # nothing is kept before the learner saves


def test_every_remark_is_on_the_page_beside_its_field_or_in_the_list_below() -> None:
    ids = {each.id for each in CARD_FIELDS}
    for record in ({}, CARD, {**CARD, "next_review": "soon", "baseline_low": 70.0}):
        every = short.without_computed(check_card(short.card_of(record), date.today()))
        said = look(record)
        assert len(said.remarks) + len(said.more) == len(every)
        assert {part for part, _ in (*said.remarks, *said.more)} <= ids
    assert "listed below" in look({}).end


def test_a_percent_that_was_typed_reaches_the_paper() -> None:
    made = metric_register()
    record = {**{each.id: "" for each in CARD_FIELDS}, "name": "A", "baseline_value": "62%"}
    answer = made.respond("save", {"id": None, "shown": None, "record": record})
    assert answer["told"] == "Unit: percent, as you typed “62%”."
    assert "62 %" in made.respond("paper", {"do": "text"})["text"]


def test_rules_and_questions_stand_in_the_paper_of_the_register() -> None:
    rules, asked = fair_rules.rule_cards(), fair_rules.evaluation_questions()
    for made, record in (
        (rules, {"name": "Who gets a visit first", "criteria": "First come"}),
        (asked, {"question": "Do evenings reach more families?"}),
    ):
        made.respond("save", {"id": None, "shown": None, "record": record})
    text = metric_register().respond("paper", {"do": "text"})["text"]
    assert "Who gets a visit first" in text
    assert "Do evenings reach more families?" in text


def test_the_invented_county_has_a_register_of_its_own() -> None:
    place.keep(place.RIVERBEND)
    made = metric_register()
    assert "Riverbend County (invented)" in made.content["title"]
    assert [record["id"] for record in made.records] == ["M06"]
    made.respond("save", {"id": None, "shown": None, "record": {"name": "A"}})
    assert artifacts.load("metric_register") is None
    assert artifacts.load(place.artifact("metric_register")) is not None


def test_no_paper_names_a_card_by_what_only_the_list_calls_it() -> None:
    records: list[dict[str, Any]] = [
        {**CARD, "id": "r1", "paired_measure": "r2"},
        {**CARD, "id": "r2", "name": "Calls", "paired_measure": ""},
        {**CARD, "id": "EV-3", "name": "Visits", "paired_measure": "r7"},
    ]
    cards = cards_of(records)
    assert [card.id for card in cards] == ["Card 1", "Card 2", "EV-3"]
    assert [card.paired_measure for card in cards] == ["Card 2", "", "r7"]
