# mypy: disable-error-code="arg-type"
"""One fund ends: people, services and indirect money that stop, and what going on costs."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.subject.budget import end_fund, pick_up, pick_up_in_all, two_tags, unpaid_share
from groundwork.subject.budget.years import months_after
from groundwork.subject.errors import UserError

Lines = Callable[..., pd.DataFrame]


@pytest.fixture
def table(lines_of: Lines) -> pd.DataFrame:
    return lines_of(
        {"fund": "F1", "amount": "80000.10", "fte": 4, "equity_share": 0.5, "purpose": "Worker"},
        {"fund": "F1", "amount": 40_000, "fte": 2, "equity_share": 0.25, "purpose": "Worker"},
        {"fund": "F1", "amount": 10_000, "purpose": "Rides", "object": "contract"},
        {"fund": "F2", "amount": 999, "fte": 1},
    )


def test_a_fund_ends_with_positions_whole_fte_and_equity_fte(table: pd.DataFrame) -> None:
    ended = end_fund(table, "F1", "FY2026", "2026-12-31", indirect_percent=10)
    assert (ended.positions, ended.fte, ended.equity_fte) == (6, 6.0, 2.5)
    assert ended.roles == (("Worker", 6),)
    assert ended.services == (("Rides", 10_000_00),)
    assert (ended.cents, ended.staff_cents) == (130_000_10, 120_000_10)
    assert ended.indirect_cents == 12_000_01


def test_a_fund_that_pays_nothing_that_year_is_refused(table: pd.DataFrame) -> None:
    with pytest.raises(UserError, match=r"No line of FY2026 is on the fund F9"):
        end_fund(table, "F9", "FY2026", "2026-12-31")
    with pytest.raises(UserError, match="no percent"):
        end_fund(table, "F1", "FY2026", "2026-12-31", indirect_percent=140)


def test_a_grant_that_ends_in_the_middle_of_a_year_leaves_half_of_it() -> None:
    paid = pick_up(101_840_00, "2026-12-31", "FY2026", 3)
    assert paid == {"FY2027": 52_447_60, "FY2028": 108_042_06, "FY2029": 111_283_32}


def test_a_grant_that_ends_with_the_year_costs_nothing_in_it() -> None:
    assert list(pick_up(100_00, "2027-06-30", "FY2026", 0)) == ["FY2028", "FY2029", "FY2030"]
    assert pick_up(100_00, "2026-12-31", "FY2026", 0, first_month=1) == {
        "FY2027": 100_00,
        "FY2028": 100_00,
        "FY2029": 100_00,
    }


def test_a_bridge_has_an_end() -> None:
    assert pick_up(120_00, "2026-12-31", "FY2026", 0, until="2027-09-30") == {
        "FY2027": 60_00,
        "FY2028": 30_00,
        "FY2029": 0,
    }
    with pytest.raises(UserError, match="The bridge ends on November 30, 2026"):
        pick_up(120_00, "2026-12-31", "FY2026", until="2026-11-30")


def test_costs_are_added_year_by_year() -> None:
    assert pick_up_in_all([{"FY2027": 1, "FY2028": 2}, {"FY2028": 3}]) == {"FY2027": 1, "FY2028": 5}


@given(st.dates(min_value=date(2026, 7, 1), max_value=date(2027, 6, 30)))
def test_a_later_end_leaves_less_to_pay(day: date) -> None:
    share = unpaid_share(day, "FY2027")
    assert 0 <= share <= 1
    assert unpaid_share(day, "FY2026") == 0
    assert unpaid_share(day, "FY2028") == 1
    assert unpaid_share("2026-06-30", "FY2027") == 1
    assert share >= unpaid_share("2027-06-30", "FY2027") == 0
    assert unpaid_share("2026-12-15", "FY2027") == (6 + Fraction(16, 31)) / 12


def test_two_tags_share_out_every_cent(table: pd.DataFrame) -> None:
    found = two_tags(table, {"L0", "L2"})
    assert found.cents == 130_999_10
    assert found.both == 40_000_05 + 10_000_00
    assert found.equity_only == 10_000_00 + 999_00
    assert found.serves_only == 40_000_05
    assert found.neither == 30_000_00


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-09-30", 6, "2027-03-31"),
        ("2026-12-31", 6, "2027-06-30"),
        ("2028-08-31", 6, "2029-02-28"),
        ("2027-02-28", 12, "2028-02-29"),
        ("2026-12-15", 2, "2027-02-15"),
    ],
)
def test_the_end_of_a_month_leads_to_the_end_of_a_month(day: str, months: int, later: str) -> None:
    assert months_after(pd.Timestamp(day), months) == pd.Timestamp(later)
