"""The baseline: what recurs, to the cent, and the laws it obeys."""

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.budget import (
    FUNDING,
    baseline,
    baseline_in_words,
    budget_cells,
    budgeted_and_spent,
    check_lines,
    fiscal_cliff,
    show,
)
from groundwork.subject.errors import UserError

Lines = Callable[..., pd.DataFrame]
HORIZON = "2028-06-30"

# Timing is not what these tests are about, and a loaded machine is no failure.
LAW = settings(max_examples=25, deadline=None)

line = st.fixed_dictionaries(
    {
        "fiscal_year": st.sampled_from(["FY2025", "FY2026"]),
        "amount": st.decimals(-10_000, 500_000, places=2),
        "fte": st.sampled_from([0, 0.25, 0.5, 1]),
        "ends": st.sampled_from(["", "2026-06-30", "2027-09-30", "2030-06-30"]),
        "restriction": st.sampled_from(["unrestricted", "restricted", ""]),
        "recurrence": st.sampled_from(["recurring", "time-limited", "one-time", ""]),
        "equity_share": st.sampled_from([0, 0.0001, 0.1, 0.35, 0.3333, 1]),
        "equity_evidence": st.sampled_from(["time study", ""]),
    }
)
budgets = st.lists(line, min_size=1, max_size=8).map(
    lambda rows: pd.DataFrame([{"line_id": f"L{at}", **row} for at, row in enumerate(rows)])
)


def test_strict_and_broad_baseline_by_hand(lines_of: Lines) -> None:
    table = lines_of(
        {"amount": 100_000, "fte": 1},
        {"amount": "40000.10", "fte": 1, "equity_share": 0.25},
        {"amount": 30_000, "fte": 0.5, "restriction": "restricted"},
        {"amount": 20_000, "fte": 1, "ends": "2027-06-30"},
        {"amount": 5_000, "recurrence": "one-time"},
        {"amount": 1_000, "equity_share": 0},
        {"amount": 10, "fiscal_year": "FY2027"},
    )
    year = baseline(table, HORIZON).loc["FY2026"]
    assert year["budget_cents"] == 196_000_10
    assert year["direct_cents"] == 155_000_00
    assert year["embedded_cents"] == 10_000_03  # 10,000.025: half a cent goes to the first class
    assert year["equity_cents"] == 165_000_03
    assert year["strict_cents"] == 110_000_03
    assert year["broad_cents"] == 140_000_03
    assert year["strict_not_baselined_cents"] == 55_000_00
    assert year["strict_share"] == pytest.approx(110_000.03 / 165_000.03)
    assert year["equity_fte"] == 2.75
    assert year["strict_fte"] == 1.25
    assert year["broad_fte"] == 1.75
    assert year["strict_fte_share"] == pytest.approx(1.25 / 2.75)


def test_moving_time_limited_staff_out_of_the_base_moves_the_base(lines_of: Lines) -> None:
    """Orange County NC, FY2022-23: 117,236 dollars left the base that way."""
    rest = {"amount": 7_641_686 - 117_236}
    before = baseline(lines_of(rest, {"amount": 117_236}), HORIZON)
    after = baseline(lines_of(rest, {"amount": 117_236, "ends": "2023-06-30"}), HORIZON)
    assert before.loc["FY2026", "strict_cents"] == 7_641_686_00
    moved = before["strict_cents"] - after["strict_cents"]
    assert moved.tolist() == [117_236_00]


def test_a_grant_funded_coordinator_is_in_no_baseline(lines_of: Lines) -> None:
    """Guilford County NC, 2021: a full-time grant-funded position, an amendment of 39,900."""
    grant = {"amount": 39_900, "restriction": "restricted", "recurrence": "grant"}
    found = baseline(lines_of(grant), HORIZON).loc["FY2026"]
    assert (found["strict_cents"], found["broad_cents"]) == (0, 0)
    assert found["equity_cents"] == 39_900_00


def test_no_equity_work_has_no_share(lines_of: Lines) -> None:
    found = baseline(lines_of({"equity_share": 0}), HORIZON)
    assert found["strict_share"].isna().all()
    assert baseline_in_words(found, "FY2026").startswith("In FY2026 the budget holds $0.00")


def test_the_words_keep_direct_and_embedded_apart(lines_of: Lines) -> None:
    found = baseline(lines_of({"amount": 300}, {"amount": 200, "equity_share": 0.5}), HORIZON)
    text = baseline_in_words(found, "FY2026")
    assert "$400.00 of equity work: $300.00 direct and $100.00 embedded" in text
    assert "$400.00 of it (100.0 %) recurs on unrestricted money" in text
    with pytest.raises(UserError, match="no fiscal year FY2031"):
        baseline_in_words(found, "FY2031")


def test_a_part_without_a_document_is_left_out(lines_of: Lines) -> None:
    table = lines_of({"equity_share": 0.5, "equity_evidence": ""})
    assert baseline(table, HORIZON)["equity_cents"].tolist() == [0]


def test_a_filtered_table_shows_only_its_years(lines_of: Lines) -> None:
    lines = check_lines(lines_of({}, {"fiscal_year": "FY2027"}))
    some = lines[lines["fiscal_year"] == "FY2027"]
    assert baseline(some, HORIZON).index.tolist() == ["FY2027"]


@LAW
@given(budgets)
def test_each_cent_is_in_exactly_one_cell(table: pd.DataFrame) -> None:
    lines = check_lines(table)
    cells = budget_cells(lines, HORIZON)
    expected = lines.groupby("fiscal_year", observed=True)["amount_cents"].sum()
    assert cells.groupby("fiscal_year")["cents"].sum().to_dict() == expected.to_dict()
    fte = lines.groupby("fiscal_year", observed=True)["fte_e4"].sum() / 10_000
    assert cells.groupby("fiscal_year")["fte"].sum().to_dict() == pytest.approx(fte.to_dict())


@LAW
@given(budgets)
def test_baselined_and_not_baselined_make_the_total(table: pd.DataFrame) -> None:
    found = baseline(table, HORIZON)
    for name in ("strict", "broad"):
        both = found[f"{name}_cents"] + found[f"{name}_not_baselined_cents"]
        assert (both == found["direct_cents"] + found["embedded_cents"]).all()
        parts = found[f"{name}_direct_cents"] + found[f"{name}_embedded_cents"]
        assert (parts == found[f"{name}_cents"]).all()
    assert (found["strict_fte"] <= found["broad_fte"]).all()


@LAW
@given(budgets, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(table: pd.DataFrame, random: object) -> None:
    order = list(range(len(table)))
    random.shuffle(order)  # type: ignore[attr-defined]
    found = baseline(table.iloc[order], HORIZON)
    pd.testing.assert_frame_equal(found, baseline(table, HORIZON))


@LAW
@given(budgets, st.integers(0, 11), st.integers(0, 10**6))
def test_splitting_a_line_changes_nothing(table: pd.DataFrame, at: int, cents: int) -> None:
    whole = table.iloc[at % len(table)]
    first = table.assign(
        line_id=lambda t: t["line_id"].where(t["line_id"] != whole["line_id"], "a")
    )
    rest = pd.DataFrame([{**whole, "line_id": "b", "fte": 0}])
    piece = rest["amount"].iloc[0].__class__(cents).scaleb(-2)
    first.loc[first["line_id"] == "a", "amount"] -= piece
    rest["amount"] = [piece]
    split = pd.concat([first, rest], ignore_index=True)
    pd.testing.assert_frame_equal(baseline(split, HORIZON), baseline(table, HORIZON))


@LAW
@given(budgets, st.sampled_from(["2026-06-30", "2027-12-31", HORIZON]))
def test_a_longer_horizon_never_adds_lines_to_the_baseline(table: pd.DataFrame, near: str) -> None:
    table = check_lines(table.assign(amount=table["amount"].abs()))
    assert (
        baseline(table, "2030-06-30")["broad_cents"] <= baseline(table, near)["broad_cents"] + 2
    ).all()


@LAW
@given(budgets)
def test_cliff_and_spending_agree_with_the_baseline(table: pd.DataFrame) -> None:
    spending = table[["line_id", "fiscal_year"]].assign(spent=0)
    table = check_lines(table)
    found = baseline(table, HORIZON)
    cells = budget_cells(table, HORIZON)
    for year, cents in found["equity_cents"].items():
        cliff = fiscal_cliff(table, str(year), "2030-06-30")
        late = baseline(table, "2030-06-30").loc[year]  # type: ignore[call-overload]
        assert cliff["remaining_cents"].iloc[-1] == late["broad_cents"]
        assert cliff["ending_cents"].sum() + late["broad_cents"] == late["equity_cents"]
        assert abs(late["equity_cents"] - cents) <= 2
    spent = budgeted_and_spent(table, spending)
    direct = cells[cells["equity"] == "direct"].groupby("fiscal_year")["cents"].sum()
    assert (spent["adopted_cents"].xs("direct", level="equity") - direct).abs().max() <= 1


def test_classes_of_the_baseline_come_first() -> None:
    assert FUNDING[:2] == ("recurring unrestricted", "recurring restricted")
    assert show(0) == "$0.00"
