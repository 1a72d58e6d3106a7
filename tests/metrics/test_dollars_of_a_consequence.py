"""Dollars in prose are read in every form, added where joined, and asked for where no total is."""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.learner.papers import register
from groundwork.subject.dollars import spent_in
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.owner import needed

TODAY = date(2026, 11, 27)
TOTALS = [
    ("$1.2 million", 1_200_000),
    ("$1.25M", 1_250_000),
    ("$12K", 12_000),
    ("$12 thousand", 12_000),
    ("12,000 dollars", 12_000),
    ("a 12,000-dollar grant", 12_000),
    ("1.5 million dollars", 1_500_000),
    ("USD 9,000", 9_000),
    ("$4000", 4_000),
    ("$4,000 on overtime and $4,000 on interpreters", 8_000),
    ("$4,000, $5,000 and $6,000", 15_000),
    ("$4,000 plus $500", 4_500),
    ("$9,000 within a month", 9_000),
    ("$9,000 for a year", 9_000),
    ("two evenings a week", 0),
    ("$2,500 to each of 3 clinics", 7_500),
    ("$2,500 to each of the three clinics", 7_500),
    ("$2,500 for overtime at each of 3 clinics", 7_500),
    ("a $25 gift card to each of 400 callers", 10_000),
    ("a $25 gift card for every one of 1,200 callers", 30_000),
    ("$2,500 each to 3 clinics", 7_500),
    ("$2,000 x 3", 6_000),
    ("3 x $2,000", 6_000),
    ("3 × $2,000 and $500", 6_500),
    ("$50 per family for 40 families", 2_000),
    ("$50 a visit for 40 visits", 2_000),
    ("$4,800 a month for 6 months", 28_800),
    ("$30/hour for 100 hours", 3_000),
    ("400 gift cards of $25", 10_000),
    ("400 gift cards at $25 and $500 for postage", 10_500),
    ("$2,500 to each of 3 clinics, $7,500 in all", 7_500),
    ("$4,000 by July 2027 ($4,000 in all)", 4_000),
    ("$4,800 a month until June 2028, $57,600 in total", 57_600),
    ("$9,000 within 30 days for 3 clinics", 9_000),
    ("one of the 3 clinics $2,500", 2_500),
    ("$9,000 and reports to each board", 9_000),
]
NO_TOTAL = [
    *("$4,800 a month until June 2028", "$4,800 a month", "$12,000 a year", "$200 monthly"),
    *("$25 an hour", "$50 per family", "monthly payments of $400", "$4,000/month"),
    *("$4,000 or $8,000", "$4,000 to $8,000", "$12,000 of the $50,000 line", "$4,000; $3,000"),
    "$4,800 for interpreters each month",
    *(
        "$2,500 to each clinic",
        "$2,500 to each of the clinics",
        "$2,000 each",
        "$25 for each caller",
    ),
    *("a $25 gift card to every caller", "$50 per family for 3 months", "$2,500 each for 3 months"),
    *("3 clinics $2,500 each", "$2,500 per clinic"),
]


@pytest.mark.parametrize(("words", "total"), TOTALS)
def test_a_total_is_read_and_held_against_the_owners_dollars(words: str, total: int) -> None:
    line = f"If under 20 by June 2027, then the manager spends {words}"
    assert needed(line).money == total == spent_in(words).total
    card = replace(example_card(), consequence=line, owner_dollars=max(total - 1.0, 0))
    lacks = [each for each in check_card(card, TODAY) if "does not hold" in each.what]
    assert bool(lacks) == bool(total)
    assert not total or f"${total:,}" in lacks[0].what


@pytest.mark.parametrize("words", NO_TOTAL)
def test_where_no_total_is_named_the_paper_asks_for_it(words: str) -> None:
    line = f"If under 20 by June 2027, then the manager spends {words}"
    assert needed(line).money is None
    card = replace(example_card(), consequence=line, owner_dollars=5_000.0)
    asks = [each.what for each in register.paper([card], today=TODAY).asks]
    (ask,) = (each for each in asks if "comes to in all" in each)
    assert "the owner commits $5,000" in ask


def test_the_dollars_of_a_trigger_are_not_spent() -> None:
    line = "If spending is under $50,000 by June 2027, then the manager moves $9,000"
    assert needed(line).money == 9_000
