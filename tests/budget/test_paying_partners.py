"""A rule for paying partners: what a year costs, what is remarked on, what help a payment costs."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.subject.budget.help_line import HelpRule, kept_of
from groundwork.subject.budget.pay_rule import PARTS, PaidGroup, asks_of, cost_of, review
from groundwork.subject.errors import UserError

PANEL = PaidGroup("Panel", 8, 6, 5, 45, care=30, travel=22, interpretation=140, cap=200)
LIMIT = HelpRule("limit", 420_00, limit_cents=1_600_00)
SLOPE = HelpRule("slope", 420_00, free_cents=20_00)
INCOME = 1_500_00


def test_a_year_is_people_by_meetings_with_the_cap_of_a_day() -> None:
    cost = cost_of(PANEL)
    assert cost.day.paid_cents == 200_00
    assert cost.pay_cents == 9_600_00
    assert cost.total_cents == 12_936_00
    assert cost_of(replace(PANEL, cap=None)).pay_cents == 10_800_00


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"people": 0}, "0 people in a year are not possible"),
        ({"people": -3}, "-3 people"),
        ({"people": 10**9}, "people in a year are not possible"),
        ({"meetings": 2.5}, "2.5 meetings"),
        ({"meetings": 367}, "367 meetings"),
        ({"hours": 25}, "25 hours"),
        ({"hours": -1}, "-1 hours"),
        ({"rate": -1}, "not possible for one day"),
        ({"cap": 0}, "a cap of 0 dollars a day pays nobody"),
        ({"cap": -5}, "pays nobody"),
        ({"care": -1}, "below zero"),
        ({"rate": 1.234}, "not an amount in dollars and cents"),
        ({"rate": 1e12}, "more than 100 billion"),
        ({"rate": float("inf")}, "not an amount"),
        ({"travel": float("nan")}, "not an amount"),
    ],
)
def test_what_nobody_can_pay_is_refused_with_what_to_give(
    change: dict[str, float], said: str
) -> None:
    with pytest.raises(UserError, match=said) as refused:
        cost_of(replace(PANEL, **change))  # type: ignore[arg-type]
    assert refused.value.fix


def test_a_promise_to_stay_under_the_old_line_is_remarked_on() -> None:
    (remark,) = review({"notice": "We keep everybody under $600 a year."}, ())
    assert "taxable income too" in remark.what
    assert not review({"notice": "Pay may count as income. Ask the counselor."}, ())


def test_two_rates_ask_for_a_reason_and_a_cap_says_what_an_hour_brings() -> None:
    low = PaidGroup("Advisers", 2, 10, 3, 6, travel=12)
    said = {remark.about: remark.what for remark in review({}, (PANEL, low))}
    assert said["Rates"] == "Panel has $45.00 an hour and Advisers $6.00."
    assert "$40.00 an hour" in said["Panel"]
    bare = replace(low, travel=0)
    assert [remark.about for remark in review({}, (bare,))] == ["Advisers"]


TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        ("$12,000", "A year costs $12,936, and the line holds $12,000: $936 too little."),
        ("12,000.00", "A year costs $12,936, and the line holds $12,000: $936 too little."),
        ("12936", ""),
        ("13,500 dollars", ""),
        ("not known yet", ""),
    ],
)
def test_a_year_that_costs_more_than_its_line_holds_is_said(holds: str, said: str) -> None:
    remarks = [each for each in review({"holds": holds}, (PANEL,)) if each.about == PARTS["holds"]]
    assert [each.what for each in remarks] == ([said] if said else [])
    assert not review({"holds": "$1"}, ())


@pytest.mark.parametrize(
    ("fund", "late"),
    [
        ("2150, until May 31, 2027", "3 of 6 meetings"),
        ("2150, until December 31, 2026", "6 of 6 meetings"),
        ("2150, ended June 30, 2026", "6 of 6 meetings"),
        ("2150, until November 27, 2027", ""),
        ("general fund, no last day", ""),
    ],
)
def test_meetings_after_the_last_day_of_the_fund_are_said(fund: str, late: str) -> None:
    found = [each.what for each in review({"fund": fund}, (PANEL,), TODAY)]
    assert [late in what for what in found if "last day" in what] == ([True] if late else [])


def test_one_meeting_is_said_as_one() -> None:
    once = replace(PANEL, meetings=1)
    (found,) = (
        each.what
        for each in review({"fund": "until 12/31/2026"}, (once,), TODAY)
        if "last day" in each.what
    )
    assert "1 of 1 meeting of Panel" in found


def test_each_part_that_lacks_is_asked_for_and_no_other() -> None:
    assert [ask.what for ask in asks_of({})] == list(PARTS.values())
    assert asks_of(dict.fromkeys(PARTS, "said")) == []
    assert len(asks_of({"fund": "  "})) == len(PARTS)


def test_with_a_limit_it_turns_with_the_amount_which_way_of_paying_costs_more() -> None:
    once, thirds = ([300_00, 0, 0], [100_00] * 3)
    assert kept_of(once, INCOME, LIMIT).left_cents == -120_00
    assert kept_of(thirds, INCOME, LIMIT).left_cents == 300_00
    once, thirds = ([450_00, 0, 0], [150_00] * 3)
    assert kept_of(once, INCOME, LIMIT).left_cents == 30_00
    assert kept_of(thirds, INCOME, LIMIT).left_cents == -810_00


def test_who_is_above_the_limit_anyway_loses_nothing_by_the_pay() -> None:
    assert kept_of([100_00], 1_700_00, LIMIT).lost_cents == 0


@given(pay=st.integers(0, 10**6), income=st.integers(0, 10**6))
def test_a_slope_never_takes_more_than_the_pay_or_the_help(pay: int, income: int) -> None:
    lost = kept_of([pay], income, SLOPE).lost_cents
    assert 0 <= lost <= min(pay, SLOPE.help_cents)
    half = HelpRule("half", 420_00, falls=Fraction(1, 2))
    assert kept_of([pay], income, half).lost_cents <= (pay + 1) // 2


def test_pay_below_zero_is_refused() -> None:
    with pytest.raises(UserError, match="below zero"):
        kept_of([100, -1], INCOME, LIMIT)
