"""A card of its first fields is the same card; its worst remarks come first, none is lost."""

from datetime import date
from typing import Any

import pytest

from groundwork.subject.metrics.card import FIELDS
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.short import (
    ASKS,
    COMPUTED,
    FIRST,
    MORE,
    card_of,
    read_as,
    record_of,
    without_computed,
    worst,
)

TODAY = date(2026, 11, 25)
FILLED: dict[str, Any] = {
    "name": "Complaints answered",
    ASKS: "how well",
    "numerator": "Complaints answered within 30 days",
    "denominator": "Complaints received",
    "unit": "percent",
    "data_source": "Complaint log",
    "baseline_value": 63.0,
    "baseline_year": 2026.0,
    "target_value": 80.0,
    "target_year": 2028.0,
    "owner": "Office Manager",
    "owner_dollars": 15000.0,
    "review_forum": "Senior team meeting",
    "consequence": "If under 70 by June, then $40,000 moves to evenings by July",
}


def shown(record: dict[str, Any]) -> list[tuple[str, str]]:
    found, _ = worst(check_card(card_of(record), TODAY), record)
    return [(each.severity, each.part) for each in found]


def test_unit_and_source_come_first_and_every_other_field_has_its_place() -> None:
    assert {"unit", "data_source"} <= set(FIRST)
    told = {"level", "kind", "owner_type", *COMPUTED}
    assert {*FIRST, *MORE} - {ASKS} == set(FIELDS) - told


def test_a_card_comes_back_from_its_form_as_it_was() -> None:
    card = example_card()
    again = card_of(record_of(card))
    assert {name for name in FIELDS if getattr(again, name) != getattr(card, name)} <= set(COMPUTED)


def test_a_population_measure_is_read_so_and_its_owner_by_its_name() -> None:
    card = card_of({**FILLED, ASKS: "population", "owner": "Riverbend birth partnership"})
    assert (card.level, card.kind, card.owner_type) == ("population", "", "partnership")
    assert ("error", "owner") in shown({**FILLED, ASKS: "population"})


def test_the_direction_is_read_from_the_values_and_told() -> None:
    assert card_of(FILLED).direction == "higher is better"
    assert "higher is better" in read_as(FILLED)
    assert read_as({**FILLED, "direction": "lower is better"}) == ""
    assert read_as({}) == ""


def test_three_remarks_at_most_are_shown_the_worst_first_and_each_about_a_field_in_sight() -> None:
    assert shown(FILLED)[0] == ("error", "consequence")
    empty, others = worst(check_card(card_of({}), TODAY), {})
    assert len(empty) == 3 < len(others)
    assert all(each.part in FIRST for each in empty)
    assert len({each.part for each in empty}) == 3


@pytest.mark.parametrize("record", [{}, FILLED, record_of(example_card()), {**FILLED, ASKS: ""}])
def test_no_remark_is_lost_and_each_is_about_a_field_of_the_form(record: dict[str, Any]) -> None:
    every = without_computed(check_card(card_of(record), TODAY))
    shown, others = worst(every, record)
    assert len(shown) + len(others) == len(every)
    assert {each.part for each in (*shown, *others)} <= {*FIRST, *MORE}
    assert {each.what for each in (*shown, *others)} == {each.what for each in every}
    own = {each.what: each.part for each in every if each.part in MORE}
    assert all(own.get(each.what, each.part) == each.part for each in others)


def test_what_is_written_and_will_not_work_goes_before_what_is_still_empty() -> None:
    begun = {"owner_dollars": 15000.0, "consequence": "If under 60, then $40,000 moves by July"}
    assert shown(begun)[0] == ("error", "consequence")


def test_a_field_under_more_is_remarked_on_once_it_is_filled() -> None:
    record = {**FILLED, "consequence": "", "next_review": "soon"}
    assert ("error", "next_review") in shown(record)
