"""Partner pay: the floor, the cap for each person and day, and which of them decided."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.budget import KENT_COUNTY, WASHINGTON, day_pay, partner_cost, pay_by_day
from groundwork.subject.errors import UserError


def test_four_hours_at_57_dollars_exceed_the_cap() -> None:
    """Washington State 2025/26: at least 57 dollars an hour, at most 200 a day."""
    pay = day_pay(4, 57, WASHINGTON)
    assert pay.offered_cents == 228_00
    assert pay.paid_cents == 200_00
    assert pay.bound == "daily cap"
    assert "$28.00 less, or $50.00 an hour" in pay.in_words
    assert "under the hourly floor" in pay.in_words


@pytest.mark.parametrize(
    ("hours", "rate", "paid", "bound"),
    [
        (2, 60, 120_00, "neither"),
        (2, 40, 114_00, "hourly floor"),
        ("3.5", 57, 199_50, "neither"),
        (4, 30, 200_00, "both"),
        (2, 100, 200_00, "neither"),
        ("2.5", 100, 200_00, "daily cap"),
        (0, 57, 0, "neither"),
    ],
)
def test_the_rule_that_decided_is_named(hours: object, rate: int, paid: int, bound: str) -> None:
    pay = day_pay(hours, rate, WASHINGTON)  # type: ignore[arg-type]
    assert (pay.paid_cents, pay.bound) == (paid, bound)


def test_a_cap_that_leaves_the_rate_above_the_floor_says_no_more() -> None:
    assert "under the hourly floor" not in day_pay("2.5", 100, WASHINGTON).in_words


def test_one_hour_reads_well() -> None:
    assert day_pay(1, 57, WASHINGTON).in_words == "1 hour comes to $57.00."


def test_a_rule_without_a_cap_pays_all_hours() -> None:
    pay = day_pay(8, 30, KENT_COUNTY)
    assert (pay.paid_cents, pay.bound) == (283_28, "hourly floor")


@pytest.mark.parametrize(("hours", "rate"), [(25, 57), (-1, 57), (2, -1), ("two", 57)])
def test_an_impossible_day_is_refused(hours: object, rate: int) -> None:
    with pytest.raises(UserError, match="not possible for one day"):
        day_pay(hours, rate, WASHINGTON)  # type: ignore[arg-type]


def test_two_visits_on_one_day_share_one_cap() -> None:
    visits = pd.DataFrame(
        {
            "person": ["P1", "P1", "P1", "P2"],
            "day": ["2026-01-05", "2026-01-05", "2026-01-06", "2026-01-05"],
            "hours": [2, 2, 2, 2],
            "rate": [57, 60, 57, 50],
        }
    )
    found = pay_by_day(visits, WASHINGTON)
    assert found["person"].tolist() == ["P1", "P1", "P2"]
    assert found["hours"].tolist() == [4, 2, 2]
    assert found["before_cap_cents"].tolist() == [234_00, 114_00, 114_00]
    assert found["paid_cents"].tolist() == [200_00, 114_00, 114_00]
    assert found["bound"].tolist() == ["daily cap", "neither", "hourly floor"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"hours": [-1]}, "Line P1 \\(row 1 of the table\\), column hours"),
        ({"rate": ["57.001"]}, "column rate: found '57.001'"),
        ({"hours": [30]}, "P1 has 30 hours"),
    ],
)
def test_a_mistake_in_the_visits_is_named(change: dict[str, list[object]], problem: str) -> None:
    visits = pd.DataFrame({"person": ["P1"], "day": ["2026-01-05"], "hours": [2], "rate": [57]})
    with pytest.raises(UserError, match=problem):
        pay_by_day(visits.assign(**change), WASHINGTON)  # type: ignore[arg-type]
    with pytest.raises(UserError, match="no column rate"):
        pay_by_day(visits.drop(columns="rate"), WASHINGTON)


def test_no_visits_cost_nothing() -> None:
    empty = pd.DataFrame({"person": [], "day": [], "hours": [], "rate": []})
    assert pay_by_day(empty, WASHINGTON)["paid_cents"].sum() == 0


def test_a_year_of_meetings_by_hand() -> None:
    """Made-up plan: 12 people, 10 meetings of 2 hours."""
    cost = partner_cost(
        12, 10, 2, 57, WASHINGTON, travel="7.50", care=20, interpretation=300, admin="1500.00"
    )
    assert cost.pay_cents == 13_680_00
    assert (cost.travel_cents, cost.care_cents) == (900_00, 2_400_00)
    assert (cost.interpretation_cents, cost.admin_cents) == (3_000_00, 1_500_00)
    assert cost.total_cents == 21_480_00
    assert cost.day.bound == "neither"


def test_an_impossible_plan_is_refused() -> None:
    with pytest.raises(UserError, match="number of people is -1"):
        partner_cost(-1, 10, 2, 57, WASHINGTON)
    with pytest.raises(UserError, match="below zero"):
        partner_cost(1, 10, 2, 57, WASHINGTON, travel=-1)


@settings(deadline=None)
@given(st.decimals(0, 24, places=2), st.decimals(0, 500, places=2))
def test_pay_never_passes_the_cap_nor_falls_below_the_floor_unless_capped(
    hours: object, rate: object
) -> None:
    pay = day_pay(hours, rate, WASHINGTON)  # type: ignore[arg-type]
    assert 0 <= pay.paid_cents <= WASHINGTON.daily_cap_cents  # type: ignore[operator]
    if "cap" not in pay.bound and pay.bound != "both":
        assert pay.paid_cents >= float(hours) * 5700 - 0.5  # type: ignore[arg-type]
