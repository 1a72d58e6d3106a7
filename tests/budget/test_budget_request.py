# mypy: disable-error-code="assignment, call-overload, index"
"""The baseline request says what each option stops; spending is held against the budget."""

from collections.abc import Callable
from itertools import accumulate, permutations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.budget import (
    baseline_request,
    budgeted_and_spent,
    request_as_text,
    request_item,
    request_options,
)
from groundwork.subject.budget.request import RequestItem
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.errors import UserError

Lines = Callable[..., pd.DataFrame]
ITEMS = [
    request_item("Coordinator", 100_000, 1, "nobody runs the core team"),
    request_item("Partner pay", 60_000, 0, "residents stop being paid"),
    request_item("Training", "40000.01", 0, "new staff get no training"),
]
MEMO = {
    "what": "Move three lines into the base",
    "why": "The grant ends on June 30, 2027",
    "whose_outcome": "Families in the North district",
    "fiscal_year": "FY2028",
    "owner": "Deputy director",
    "who_can_say_yes": "Board of Supervisors",
    "items": ITEMS,
}


def test_options_keep_whole_items_in_order_of_priority() -> None:
    full, three_quarters, half = request_options(ITEMS)
    assert full.cents == 200_000_01
    assert (full.stopped, full.unused_cents) == ((), 0)
    assert three_quarters.ceiling_cents == 150_000_00
    assert [item.name for item in three_quarters.kept] == ["Coordinator", "Training"]
    assert [item.name for item in three_quarters.stopped] == ["Partner pay"]
    assert three_quarters.unused_cents == 9_999_99
    assert [item.name for item in half.kept] == ["Coordinator"]
    assert half.fte == 1


def test_a_priority_that_is_passed_over_is_said() -> None:
    items = [
        request_item(name, dollars, stops="something")
        for name, dollars in zip("ABCD", (101_840, 88_000, 37_960, 20_000), strict=True)
    ]
    _, option, _ = request_options(items)
    assert option.ceiling_cents == 185_850_00
    assert [item.name for item in option.kept] == ["A", "C", "D"]
    assert [(each.item.name, each.whole_cents) for each in option.skipped] == [("B", 189_840_00)]
    request = baseline_request(**{**MEMO, "items": items})  # type: ignore[arg-type]
    assert "Passed over: B." in request_as_text(request)
    assert "To keep it, and all before it: $189,840.00" in request_as_text(request)
    _, alone, _ = request_options(items, in_order=True)
    assert [item.name for item in alone.kept] == ["A"]
    assert alone.skipped == ()


def test_keeping_a_priority_takes_it_and_all_before_it_whatever_the_level_and_the_order() -> None:
    costs = (101_840_35, 88_000_01, 60_000_10, 37_960, 1)
    for order in permutations(costs):
        items = [request_item(f"Item {cents}", f"{cents / 100:.2f}") for cents in order]
        until = dict(zip((item.name for item in items), accumulate(order), strict=True))
        for option in request_options(items, range(1, 101)):
            passed = {each.item.name: each.whole_cents for each in option.skipped}
            lowest = order.index(option.kept[-1].cents) if option.kept else 0
            before = [item for item in items[:lowest] if item not in option.kept]
            assert passed == {item.name: until[item.name] for item in before}


def test_an_item_costs_its_months_and_what_is_paid_once_in_the_first_year() -> None:
    item = request_item("Coordinator", "101840.00", once=5_000, months=9)
    years = RequestYears("FY2027", "FY2026", "3")
    assert [item.year(number, years) for number in (1, 2, 3)] == [83_671_40, 108_042_06, 111_283_32]
    same = RequestYears("FY2027", "FY2027", "2.5")
    assert [item.year(number, same) for number in (1, 2)] == [81_380_00, 104_386_00]
    with pytest.raises(UserError, match="no yearly raise"):
        RequestYears("FY2027", "FY2026", "a little").factor(1)


def test_pay_and_contracts_rise_apart_where_finance_plans_them_apart() -> None:
    apart = RequestYears("FY2028", "FY2027", "4", "2.5")
    nurse, contract, unsaid = (
        request_item("One", 100_000, is_staff=kind) for kind in (True, False, None)
    )
    assert [each.year(2, apart) for each in (nurse, contract, unsaid)] == [
        *(108_160_00, 105_062_50, 108_160_00),
    ]
    one = RequestYears("FY2028", "FY2027", "4")
    assert nurse.year(3, one) == contract.year(3, one)


def test_a_number_that_nobody_gave_is_no_zero() -> None:
    item = request_item("Coordinator", 120)
    assert (item.fte, item.positions, item.once_cents, item.months) == (None, None, None, None)
    assert item.year(1, RequestYears("FY2027", "FY2027")) == 120_00
    request = baseline_request(**{**MEMO, "items": [request_item("A", 1, stops="x")]})  # type: ignore[arg-type]
    assert "0 FTE (not given for 1)" in request_as_text(request)
    with pytest.raises(UserError, match="1 to 12 months"):
        request_item("Coordinator", 1, months=13)


def test_the_memo_says_what_stops_who_owns_it_and_who_decides() -> None:
    request = baseline_request(**MEMO, calendar=[("budget call", "2027-01-15")])  # type: ignore[arg-type]
    text = request_as_text(request)
    assert "Owner: Deputy director" in text
    assert "Who can say yes: Board of Supervisors" in text
    assert "Option at 75 %: $140,000.01 a year, 1 FTE" in text
    assert "  - Partner pay ($60,000.00): residents stop being paid" in text
    assert "Left over, because no further item fits: $9,999.99" in text
    assert "- 2027-01-15: budget call" in text
    assert text.index("Option at 100 %") < text.index("Option at 75 %") < text.index("at 50 %")


@pytest.mark.parametrize("part", ["what", "why", "whose_outcome", "owner", "who_can_say_yes"])
def test_a_memo_that_leaves_a_part_out_is_refused(part: str) -> None:
    with pytest.raises(UserError, match="does not say"):
        baseline_request(**{**MEMO, part: "  "})  # type: ignore[arg-type]


def test_an_item_must_say_what_stops_without_it() -> None:
    items = [request_item("Coordinator", 1)]
    with pytest.raises(UserError, match="what stops without 'Coordinator'"):
        baseline_request(**{**MEMO, "items": items})  # type: ignore[arg-type]


def test_impossible_options_are_refused() -> None:
    with pytest.raises(UserError, match="asks for nothing"):
        request_options([])
    with pytest.raises(UserError, match="same name"):
        request_options([ITEMS[0], ITEMS[0]])
    with pytest.raises(UserError, match="level of money, in percent, is 120"):
        request_options(ITEMS, [120])
    with pytest.raises(UserError, match="asks for 0 dollars"):
        request_item("Nothing", 0)


@settings(deadline=None)
@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=8), st.integers(1, 100))
def test_an_option_keeps_or_stops_each_item_and_stays_in_its_money(
    amounts: list[int], percent: int
) -> None:
    items = [RequestItem(f"item {at}", cents) for at, cents in enumerate(amounts)]
    (option,) = request_options(items, [percent])
    assert {*option.kept} | {*option.stopped} == {*items}
    assert sum(item.cents for item in option.kept) == option.cents <= option.ceiling_cents
    assert 100 * option.ceiling_cents <= percent * sum(amounts)
    assert all(item.cents > option.unused_cents for item in option.stopped)


def test_spending_is_held_against_the_budget_by_class(lines_of: Lines) -> None:
    table = lines_of(
        {"amount": 1000, "fte": 2},
        {"amount": 500, "fte": 1, "equity_share": 0.2},
        {"amount": 50, "equity_share": 0},
    )
    spending = pd.DataFrame(
        {
            "line_id": ["L2", "L1", "L0"],
            "fiscal_year": "FY2026",
            "revised": [50, 500, "900.00"],
            "spent": [60, "250.00", 300],
            "fte_filled": [0, 1, 0.5],
        }
    )
    found = budgeted_and_spent(table, spending).loc["FY2026"]
    assert found["adopted_cents"].tolist() == [1000_00, 100_00, 450_00]
    assert found["revised_cents"].tolist() == [900_00, 100_00, 450_00]
    assert found["spent_cents"].tolist() == [300_00, 50_00, 260_00]
    assert found["unspent_cents"].tolist() == [600_00, 50_00, 190_00]
    assert found.loc["direct", "unspent_share"] == pytest.approx(2 / 3)
    assert found["fte_vacant"].tolist() == pytest.approx([1.5, 0, 0])


def test_without_changes_the_budget_stands_as_adopted(lines_of: Lines) -> None:
    spending = pd.DataFrame({"line_id": ["L0"], "fiscal_year": ["FY2026"], "spent": [120]})
    found = budgeted_and_spent(lines_of({}), spending).loc[("FY2026", "direct")]
    assert found["unspent_cents"] == -20_00
    assert pd.isna(found["fte_vacant"])


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ({"line_id": ["L0", "L0"]}, "once in a fiscal year"),
        ({"line_id": ["L0", "L9"]}, "Line L9 .*a line of the budget"),
        ({"line_id": ["L0", "L1"], "spent": [1, "x"]}, "column spent: found 'x'"),
        ({"line_id": ["L0", "L1"], "fte_filled": [1, -1]}, "column fte_filled"),
    ],
)
def test_spending_that_does_not_match_is_refused(
    lines_of: Lines, rows: dict[str, list[object]], problem: str
) -> None:
    spending = pd.DataFrame({"fiscal_year": ["FY2026"] * 2, "spent": [1, 1], **rows})
    with pytest.raises(UserError, match=problem):
        budgeted_and_spent(lines_of({}, {}), spending)


def test_a_line_without_its_spending_is_named(lines_of: Lines) -> None:
    spending = pd.DataFrame({"line_id": ["L0"], "fiscal_year": ["FY2026"], "spent": [1]})
    with pytest.raises(UserError, match=r"Line L1 .*expected spending for each line"):
        budgeted_and_spent(lines_of({}, {}), spending)
    with pytest.raises(UserError, match="no column spent"):
        budgeted_and_spent(lines_of({}), spending.drop(columns="spent"))


@pytest.mark.parametrize("blank", [None, "", float("nan")])
def test_filled_fte_may_be_blank_only_where_a_line_has_none(lines_of: Lines, blank: object) -> None:
    table = lines_of({"fte": 2}, {"fte": 0, "object": "supplies"})
    spending = pd.DataFrame(
        {"line_id": ["L1", "L0"], "fiscal_year": "FY2026", "spent": 1, "fte_filled": [blank, 1.5]}
    )
    found = budgeted_and_spent(table, spending).loc[("FY2026", "direct")]
    assert found["fte_vacant"] == pytest.approx(0.5)
    spending["fte_filled"] = [0, blank]
    with pytest.raises(UserError, match=r"Line L0 .*fte_filled: found nothing, expected the FTE"):
        budgeted_and_spent(table, spending)
