"""One position answers, years can be right, and a day that is over is told beside a trigger."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from groundwork.learner import datasets
from groundwork.learner.papers import register
from groundwork.learner.papers.register_asks import HOLDERS, OWNER
from groundwork.subject.fairness.rule_card import RuleCard, check
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.files import example_card, from_csv

TODAY = date(2026, 11, 27)


def found(part: str, **more: Any) -> list[str]:
    card = replace(example_card(), **more)
    return [each.what for each in check_card(card, TODAY) if each.part == part]


@pytest.mark.parametrize(
    "owner",
    [
        "Vacant",
        "open position",
        "TBD",
        "Family Health Manager (vacant)",
        "WIC team",
        "WIC Manager and Nutrition Director",
        "WIC Manager / Clinic Supervisor",
    ],
)
def test_an_owner_that_is_nobody_a_team_or_two_is_remarked_on_and_asked_for(owner: str) -> None:
    assert found("owner", owner=owner)
    card = replace(example_card(), owner=owner)
    asks = [each.what for each in register.paper([card], today=TODAY).asks]
    assert any("position answers for it" in each for each in asks)


@pytest.mark.parametrize(
    "owner",
    [
        "Director of Planning and Policy",
        "Finance and Administration Director",
        "Office Manager",
        "Director of Maternal and Child Health",
        "Manager of Nutrition and WIC Programs",
    ],
)
def test_a_title_with_and_inside_is_one_position(owner: str) -> None:
    assert not found("owner", owner=owner)


def test_a_deputy_a_desk_and_a_second_count_need_somebody_too() -> None:
    assert found("deputy", deputy="vacant") and not found("deputy")
    owner = example_card().owner
    assert any("counts a part" in each for each in found("counted_by", counted_by=owner))
    assert not found("counted_by", counted_by=f"{owner}; the Epidemiologist counts ten again")
    applied = {each.part for each in check(RuleCard(applies="Vacant"), TODAY)}
    assert "applies" in applied
    assert "applies" not in {each.part for each in check(RuleCard(applies="Desk Clerk"), TODAY)}


def test_a_targets_year_that_is_over_is_asked_about() -> None:
    card = replace(example_card(), baseline_year=2024, target_year=2025)
    assert "The target's year, 2025, is over: was it met, or is it set anew?" in [
        each.what for each in check_card(card, TODAY)
    ]
    asks = [each.what for each in register.paper([card], today=TODAY).asks]
    assert any("2025, is over" in each for each in asks)
    assert not any("is over" in each for each in found("target_year", target_year=2026))


def test_a_value_of_a_year_to_come_is_an_error() -> None:
    year = "calendar year"
    assert any("still to come" in each for each in found("latest_year", latest_year=2031))
    assert any("to come" in each for each in found("latest_year", latest_year=2027, period=year))
    assert not found("latest_year", latest_year=2027, period="fiscal year")


def test_a_deadline_that_is_over_is_told_where_the_trigger_speaks() -> None:
    line = "If under 70, then the manager pays an interpreter by October 31, 2026"
    assert "“by October 31, 2026” is over." in found(
        "consequence", consequence=line, latest_value=50.0
    )


REGISTERS = ("riverbend_invented_metrics_register", "three_creeks_invented_metrics_register")


@pytest.mark.parametrize("name", REGISTERS)
def test_what_stands_on_a_card_is_asked_about_and_never_asked_for(name: str) -> None:
    cards = from_csv(datasets.read(name).to_csv(index=False)).cards
    about = 0
    for card in cards:
        asks = [each.what for each in register.paper([card], today=TODAY).asks]
        for field, (_, text) in HOLDERS.items():
            if getattr(card, field) in ("", None, ()):
                continue
            about += sum(each.startswith(f"{text}: ") for each in asks)
            for each in asks:
                bare = each == text or each.startswith(f"{text}, ") or each.endswith(f"and {text}")
                assert not bare, f"{card.id} {field}: {each}"
    assert about or name != REGISTERS[0]


@pytest.mark.parametrize(
    ("owner", "whom"),
    [
        ("Vacant", "the director"),
        ("TBD", "the director"),
        ("WIC Manager (vacant)", "the director, until the position “WIC Manager” is filled"),
        ("Vacant: Epidemiologist II", "the director, until the position “Epidemiologist II” is"),
    ],
)
def test_while_nobody_holds_the_position_the_owner_is_asked_nothing(owner: str, whom: str) -> None:
    late = "If under 60 by June 2026, then the manager moves $9,000 by June 2026"
    card = replace(example_card(), owner=owner, deputy="", consequence=late, frequency="")
    asks = register.paper([card], today=TODAY).asks
    assert OWNER not in {each.whom for each in asks}
    of_the_owner = [each for each in asks if "which position stands in" in each.what]
    assert [each.whom.startswith(whom) for each in of_the_owner] == [True]
    named = register.paper([replace(card, owner="WIC Manager")], today=TODAY).asks
    assert OWNER in {each.whom for each in named}
