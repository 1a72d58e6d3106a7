"""Where a target would choose people by race, none is asked for: the card is watched."""

from dataclasses import replace
from datetime import date

from groundwork.learner.papers import register
from groundwork.learner.papers import text as plain
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.equity import WATCHED
from groundwork.subject.metrics.files import example_card

TODAY = date(2026, 11, 27)
TARGETED = replace(
    example_card(),
    name="Applicants who are hired",
    focus_group="Black applicants",
    reference="White applicants",
)
OFF = replace(TARGETED, target_value=None, target_year=None, target_basis="", direction="")
NAME, COUNTED = "Babies born too small", "Births under 2,500 grams"
OF_A_TARGET = {"target_value", "target_year", "target_basis", "direction"}


def parts(card: MetricCard) -> set[str]:
    return {each.part for each in check_card(card, TODAY)}


def test_the_repair_that_the_check_asks_for_is_not_asked_to_be_undone() -> None:
    (error,) = (each for each in check_card(TARGETED, TODAY) if each.part == "target_value")
    assert error.harms and "Take the target off" in error.try_instead
    assert not OF_A_TARGET & parts(OFF)
    said = plain.write(register.paper([OFF], today=TODAY))
    assert said.count(WATCHED) >= 2
    assert "which value is to be reached" not in said and "by which year" not in said
    assert "a value or the direction is missing" not in said


def test_any_other_card_without_a_target_is_asked_for_one() -> None:
    for card in (
        replace(OFF, name=NAME, numerator=COUNTED, focus_group="Black residents"),
        replace(OFF, focus_group="Applicants from the East district"),
    ):
        assert {"target_value", "target_year", "direction"} <= parts(card)
        said = plain.write(register.paper([card], today=TODAY))
        assert WATCHED not in said and "which value is to be reached" in said
