"""A register is checked as a set."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from groundwork.subject.metrics.card import FIELDS
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.register import (
    cards_table,
    check_all,
    check_register,
    findings_table,
)

ONE = replace(example_card(), id="A", owner="Family Health Manager", paired_measure="B")
TWO = replace(ONE, id="B", owner="Clinic Manager", paired_measure="A")
THREE = replace(ONE, id="C", owner="Finance Director", paired_measure="")


def codes(*cards: Any) -> list[str]:
    return [finding.code for finding in check_register(cards)]


def test_a_sound_register_passes() -> None:
    assert codes(ONE, TWO, THREE) == []
    assert check_all([ONE, TWO, THREE], date(2026, 11, 22)) == []


def test_an_empty_register_passes() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("cards", "code"),
    [
        ((ONE, replace(TWO, id=" a "), THREE), "GW-R01"),
        ((ONE, replace(TWO, id="")), "GW-R01"),
        ((replace(ONE, kind="how well"), replace(TWO, kind="how much")), "GW-R02"),
        (
            (ONE, replace(TWO, kind="how much"), replace(THREE, kind="how much")),
            "GW-R03",
        ),
        ((ONE, replace(TWO, owner=" ")), "GW-R04"),
        ((ONE, replace(TWO, owner=ONE.owner), replace(THREE, owner=ONE.owner)), "GW-R05"),
        ((replace(ONE, consequence=""), replace(TWO, consequence="")), "GW-R06"),
        ((ONE, replace(TWO, paired_measure="Z")), "GW-R07"),
        ((ONE, replace(TWO, paired_measure="b")), "GW-R07"),
    ],
)
def test_what_only_the_set_shows_is_named(cards: tuple[Any, ...], code: str) -> None:
    assert code in codes(*cards)


def test_half_how_much_is_not_more_than_half() -> None:
    assert codes(ONE, replace(TWO, kind="how much")) == []


def test_population_cards_do_not_count_as_performance() -> None:
    people = replace(
        THREE, level="population", kind="", owner="Maternal Health Partnership", id="D"
    )
    assert codes(people) == []


def test_two_cards_may_share_an_owner() -> None:
    assert codes(ONE, replace(TWO, owner=ONE.owner)) == []


def test_tables_have_a_row_each_and_every_column() -> None:
    assert list(cards_table([ONE, TWO])) == list(FIELDS)
    assert cards_table([ONE, TWO]).loc[0, "authority"] == "money; staffing"
    table = findings_table(check_register([replace(ONE, paired_measure="Z")]))
    assert table.loc[0, ["card", "code"]].tolist() == ["A", "GW-R07"]  # type: ignore[operator]
    assert findings_table([]).empty
