"""A rule for paying partners: what a year costs, what is remarked on, what help a payment costs."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.subject.asks import of_remarks
from groundwork.subject.budget.help_line import HelpRule, kept_of
from groundwork.subject.budget.paid_groups import PaidGroup, cost_of
from groundwork.subject.budget.pay_rule import (
    ORGANIZATION,
    PARTS,
    asks_of,
    line_holds,
    review,
)
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
SAID = {**dict.fromkeys(PARTS, "said"), "holds": "$9,000"}


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        ("$12,000", "A year costs $12,936, and the line holds $12,000: $936 too little."),
        ("12,000.00", "A year costs $12,936, and the line holds $12,000: $936 too little."),
        ("12936", ""),
        ("13,500 dollars", ""),
        ("8000 a year", "A year costs $12,936, and the line holds $8,000: $4,936 too little."),
        ("not known yet", ""),
        ("8000 to 9000", ""),
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
        ("2150, from July 1, 2025 to December 31", "6 of 6 meetings"),
        ("2150, until November 27, 2027", ""),
        ("2150, ended June 30, 2026", ""),
        ("general fund, no last day", ""),
    ],
)
def test_meetings_after_the_last_day_of_the_fund_are_said(fund: str, late: str) -> None:
    found = [each.what for each in review({"fund": fund}, (PANEL,), TODAY)]
    assert [late in what for what in found if "last day" in what] == ([True] if late else [])


def test_meetings_of_all_groups_after_the_last_day_are_said_and_asked_once() -> None:
    groups = (PANEL, replace(PANEL, name="Drivers", meetings=4))
    (found,) = (each for each in review({"fund": "until May 31"}, groups, TODAY) if each.question)
    assert "3 of 6 meetings of Panel; 2 of 4 meetings of Drivers." in found.what
    assert found.question == "who pays 5 of 10 meetings after the fund's last day, May 31, 2027"


@pytest.mark.parametrize(
    ("fund", "ended"),
    [
        ("2150, ended June 30, 2026", "June 30, 2026"),
        ("2150, ended June 30", "June 30, 2026"),
        ("2150, until 11/26/2026", "November 26, 2026"),
        ("2150, until June 30, 2025; from July 1, 2026 the general fund", "June 30, 2025"),
        ("2150, until November 27, 2026", ""),
        ("2150, until May 31", ""),
        ("from July 1, 2026, no last day", ""),
    ],
)
def test_a_fund_whose_last_day_is_past_pays_nothing_and_finance_is_asked_which_does(
    fund: str, ended: str
) -> None:
    groups = (PANEL, replace(PANEL, name="Youth"))
    of_fund = [
        each for each in review({"fund": fund}, groups, TODAY) if each.about == PARTS["fund"]
    ]
    told = [each for each in of_fund if "ended" in each.what]
    if not ended:
        assert not told
        return
    assert told == of_fund and len(told) == 1, "nobody is told to hold meetings before it"
    assert told[0].what == f"The fund ended on {ended}. Nothing can be paid from it any more."
    (ask,) = of_remarks(told)
    assert ask.whom == "finance" and ask.what.startswith("which fund pays")


def test_nothing_has_ended_in_a_county_that_is_invented() -> None:
    for fund in ("2150, ended June 30, 2026", "2150, until May 31, 2027"):
        assert not [each for each in review({"fund": fund}, (PANEL,)) if "fund" in each.what]


def test_one_meeting_is_said_as_one() -> None:
    once = replace(PANEL, meetings=1)
    (found,) = (
        each.what
        for each in review({"fund": "until 12/31/2026"}, (once,), TODAY)
        if "last day" in each.what
    )
    assert "1 of 1 meeting of Panel" in found


def test_each_part_that_lacks_is_asked_for_and_no_other() -> None:
    asked = [ask.what for ask in asks_of({})]
    assert len(asked) == len(PARTS)
    assert all(what.startswith(part) for what, part in zip(asked, PARTS.values(), strict=True))
    assert asks_of(SAID) == []
    assert len(asks_of({"fund": "  "})) == len(PARTS)


@pytest.mark.parametrize("part", [*PARTS, *ORGANIZATION])
@pytest.mark.parametrize("words", ["unknown", "Not known yet; finance looks", "TBD", "?"])
def test_a_part_that_nobody_knows_is_asked_for_in_its_words(part: str, words: str) -> None:
    said = {**SAID, **dict.fromkeys(ORGANIZATION, "said")}
    assert asks_of(said) == []
    (ask,) = asks_of({**said, part: words})
    heading = {**PARTS, **ORGANIZATION}[part]
    assert heading.removeprefix("Organization: ") in ask.what
    assert ask.what.endswith(f"so far “{words}”")


@pytest.mark.parametrize(
    ("holds", "dollars"),
    [
        ("$24,000 on line 2150-4230-5100", 24_000),
        ("about 8,000 a year", 8_000),
        ("up to $8,000", 8_000),
        ("0", 0),
        ("8000 to 9000", None),
        ("$8,000-9,000", None),
        ("between $8,000 and $9,000", None),
        ("8,000 or 9,000 dollars", None),
        ("none", None),
        ("unknown", None),
        ("enough", None),
        ("9" * 5_000, 10**300 - 1),
        ("$1,1," * 2_000, None),
    ],
)
def test_finance_is_asked_for_the_lines_dollars_until_one_amount_is_written(
    holds: str, dollars: int | None
) -> None:
    assert line_holds(holds) == dollars
    asked = [(ask.whom, ask.what) for ask in asks_of({**SAID, "holds": holds})]
    what = f"{PARTS['holds']}, as one amount: so far “{holds}”"
    assert asked == ([("finance", what)] if dollars is None else [])


def test_no_fund_is_asked_for_and_no_insurance_is_an_answer() -> None:
    (ask,) = asks_of({**SAID, "fund": "None yet"})
    assert (ask.whom, ask.what) == ("finance", "Fund, and its last day: so far “None yet”")
    assert asks_of({**SAID, "less": "none"}) == []


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
