"""Money of several years is told step by step, and one's own is divided by one's own people."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.learner import artifacts
from groundwork.screen.activities.money_per_person import RISES, riverbend_per_person
from groundwork.screen.activities.own_per_person import LIST, own_per_person, told
from groundwork.subject.budget.per_year import MoneyOfYear, in_last_prices, in_order
from groundwork.subject.budget.steps import steps_in_words, turns
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.usefixtures("workspace")

ROOT = Path(__file__).parents[2]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=9))
def test_between_two_turns_money_only_rises_or_only_falls(amounts: list[int]) -> None:
    places = turns(amounts)
    assert places[0] == 0 and places[-1] == len(amounts) - 1
    for first, last in pairwise(places):
        part = amounts[first : last + 1]
        assert part in (sorted(part), sorted(part, reverse=True))


def test_a_fall_after_a_rise_is_told_and_both_ends_alone_stand_last() -> None:
    said = steps_in_words(["A", "B", "C"], [100_00, 400_00, 300_00], "it")
    assert said == (
        "From A to B it rose by 300 %, from $100 to $400. From B to C it fell by 25 %, from $400 "
        "to $300. By its first and last year alone it rose by 200 %."
    )
    assert "alone" not in steps_in_words(["A", "B"], [100_00, 400_00], "it")
    assert steps_in_words(["A"], [100_00], "the money") == "In A the money is $100."
    assert "it rose, from $0" in steps_in_words(["A", "B"], [0, 500], "it")
    assert "it stayed the same" in steps_in_words(["A", "B"], [500, 500], "it")
    with pytest.raises(UserError):
        steps_in_words([], [], "it")


@pytest.mark.parametrize("prices", [value for value, _ in RISES])
def test_riverbends_fall_is_told_at_every_price_with_how_much_recurs(prices: str) -> None:
    first, table, _ = riverbend_per_person().respond("look", {"values": {"prices": prices}})[
        "blocks"
    ]
    assert "From FY2022 to FY2024" in str(first) and "fell by" in str(first)
    assert "By its first and last year alone it rose" in str(first)
    assert "it recurs" in str(table) and "33 %" in str(table)


ROWS: list[dict[str, Any]] = [
    {"year": "FY2025", "dollars": 13_000.0, "recurs": None, "people": 500, "index": 110.0},
    {"year": "FY2024", "dollars": 12_000.0, "recurs": 3_000.0, "people": None, "index": 100.0},
]


def test_own_money_is_divided_by_own_people_in_the_order_of_years() -> None:
    (said,) = told(ROWS).values()
    assert said[0] == (
        "From FY2024 to FY2025 the equity money rose by 8 %, from $12,000 to $13,000."
    )
    assert "Nobody has written how many people live there. 25 % of it recurs." in str(said[1])
    assert "$13,000 for 500 people is $26.00 a person. How much of it recurs is not" in str(said[2])
    assert "In prices of FY2025, by your index: from FY2024 to FY2025" in str(said[3])
    assert "from $13,200 to $13,000" in str(said[3])
    (bare,) = told([{**ROWS[0], "index": None}, ROWS[1]]).values()
    assert "as printed" in str(bare[-1])


@pytest.mark.parametrize(
    "row",
    [
        {"year": "2025"},
        {"people": 0},
        {"recurs": 14_000.0},
        {"index": 0.0},
        {"year": "FY2024"},
    ],
)
def test_what_cannot_be_is_refused_before_it_is_kept(row: dict[str, Any]) -> None:
    listed, _ = own_per_person()
    listed.respond("save", {"id": None, "shown": None, "record": _typed(ROWS[1])})
    with pytest.raises(UserError):
        listed.respond("save", {"id": None, "shown": None, "record": _typed(ROWS[0] | row)})
    kept = artifacts.load(LIST)
    assert kept is not None and len(kept["records"]) == 1


def _typed(row: dict[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in row.items()}


def test_one_year_has_no_prices_of_another() -> None:
    assert in_last_prices([MoneyOfYear("FY2024", 100, index=1.0)]) is None
    assert in_order([]) == []
