"""A trigger that counts quarters where figures come once a year is told, and asked of the owner."""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.learner import datasets
from groundwork.learner.papers import register
from groundwork.learner.papers.register_asks import OWNER
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.choices import FREQUENCIES
from groundwork.subject.metrics.files import example_card, from_csv
from groundwork.subject.metrics.turns import unseen

TODAY = date(2026, 11, 27)
REGISTERS = ("riverbend_invented_metrics_register", "three_creeks_invented_metrics_register")
# The words of a trigger, and how often figures must come so that they can be seen.
COUNTED = (
    ("under 60 for two quarters", "two quarters", 2),
    ("under 60 in a quarter", "a quarter", 4),
    ("two quarters in a row are above the path", "two quarters in a row", 4),
    ("under 60 percent for two months", "two months", 6),
    ("it stays under the path for 6 months", "6 months", 2),
    ("it is behind target for three months", "three months", 4),
    ("it exceeds 60 for two consecutive months", "two consecutive months", 12),
    ("three months running nobody calls", "three months running", 12),
    ("under 60 for two weeks", "two weeks", 26),
    ("under 60 in each half-year", "each half-year", 2),
    ("under 60 for a year", "a year", 1),
    ("under 60 for 12 months", "12 months", 1),
    ("under 60 for two years in a row", "two years in a row", 1),
    ("in any quarter of 2027 it is under 60", "any quarter", 4),
)
NOT_COUNTED = (
    *("under 60", "under the path", "under 60 by June 2027", "it is below 60 in the next value"),
    *("under a quarter of families are seen", "under 40 percent are breastfed for six months"),
    *("under 60 percent are seen within two months", "under 60 percent answer within a quarter"),
    *("over 20 wait after three months", "children of two years wait", ""),
)


def line(trigger: str) -> str:
    return f"If {trigger}, then the manager opens one evening within two quarters, for three months"


@pytest.mark.parametrize("often", FREQUENCIES)
@pytest.mark.parametrize(("trigger", "turns", "least"), COUNTED)
def test_turns_are_told_where_figures_come_more_seldom(
    often: str, trigger: str, turns: str, least: float
) -> None:
    card = replace(example_card(), consequence=line(trigger), data_frequency=often)
    told = [each for each in check_card(card, TODAY) if "cannot be seen" in each.what]
    if FREQUENCIES[often] >= least:
        assert not told
        return
    (remark,) = told
    assert (remark.code, remark.part) == ("GW-M13", "consequence")
    assert remark.what == f"New figures come {often}: “{turns}” cannot be seen."
    asks = register.paper([card], today=TODAY).asks
    assert [ask.whom for ask in asks if ask.what == remark.question] == [OWNER]


@pytest.mark.parametrize("trigger", NOT_COUNTED)
def test_a_time_of_the_measure_or_of_the_step_is_no_turn(trigger: str) -> None:
    assert unseen(line(trigger), 0.2) == ""


@pytest.mark.parametrize("often", ["", "now and then"])
def test_where_nobody_knows_how_often_figures_come_nothing_is_said(often: str) -> None:
    card = replace(example_card(), consequence=line(COUNTED[0][0]), data_frequency=often)
    assert not any("cannot be seen" in each.what for each in check_card(card, TODAY))


@pytest.mark.parametrize("name", REGISTERS)
def test_the_triggers_of_an_invented_register_can_be_seen(name: str) -> None:
    cards = from_csv(datasets.read(name).to_csv(index=False)).cards
    found = [each for card in cards for each in check_card(card, TODAY)]
    assert found and not [each.about for each in found if "cannot be seen" in each.what]
