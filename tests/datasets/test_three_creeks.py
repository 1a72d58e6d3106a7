# mypy: disable-error-code="operator"
"""Three Creeks Health District (invented) adds up, and holds what exercises ask about."""

import re
from pathlib import Path

import pandas as pd
import planted_flaws as flaws
import pytest

from groundwork.learner import datasets
from groundwork.subject.budget import (
    FUNDING,
    budgeted_and_spent,
    classify_funding,
    label_disagreements,
)

FOLDER = Path(__file__).parents[2] / "datasets"
HORIZON = "2030-06-30"


def read(name: str) -> pd.DataFrame:
    return datasets.read(f"three_creeks_invented_{name}", FOLDER)


@pytest.fixture(scope="module")
def lines() -> pd.DataFrame:
    return read("budget_lines")


@pytest.fixture(scope="module")
def now(lines: pd.DataFrame) -> pd.DataFrame:
    return lines[lines["fiscal_year"] == "FY2027"]


def test_a_line_is_there_once_a_year_and_keeps_its_purpose_and_fund(lines: pd.DataFrame) -> None:
    assert sorted(lines["fiscal_year"].unique()) == ["FY2025", "FY2026", "FY2027"]
    assert not lines.duplicated(["line_id", "fiscal_year"]).any()
    same = lines.groupby("line_id")[["program", "purpose", "object", "fund"]].nunique()
    assert same.eq(1).all(axis=None)


def test_money_is_in_whole_cents_and_plausible(lines: pd.DataFrame) -> None:
    cents = lines["amount"] * 100
    assert (cents - cents.round()).abs().max() < 1e-4
    assert read("population")["people"].sum() == 31000
    assert (lines.groupby("fiscal_year")["amount"].sum() / 31000).between(50, 90).all()


def test_salaries_and_benefits_are_the_staff_lines_of_the_year(now: pd.DataFrame) -> None:
    staff = now[now["object"] == "staff"].groupby(["program", "fund"])[["amount", "fte"]].sum()
    positions = read("positions").assign(amount=lambda row: row["salary"] + row["benefits"])
    cost = positions.groupby(["unit", "fund"])[["amount", "fte"]].sum()
    assert list(staff.index) == list(cost.index)
    assert (staff - cost).abs().max(axis=None) < 0.005


def test_there_are_fourteen_positions_two_of_them_paid_by_two_funds() -> None:
    positions = read("positions")
    assert positions["position_id"].nunique() == 14
    split = positions[positions.duplicated("position_id", keep=False)]
    assert split["position_id"].nunique() == 2
    assert positions["filled"].eq("no").sum() == 2  # the two halves of one position


def test_no_money_is_budgeted_outside_the_days_of_its_grant(lines: pd.DataFrame) -> None:
    year = lines["fiscal_year"].str[2:].astype(int)
    assert not (lines["ends"] < pd.to_datetime((year - 1).astype(str) + "-07-01")).any()
    assert not (lines["starts"] > pd.to_datetime(year.astype(str) + "-06-30")).any()


def test_labels_hide_last_days_and_one_says_nothing(now: pd.DataFrame) -> None:
    ongoing = now[now["recurrence"] == "ongoing"].dropna(subset="ends")
    found = ongoing.groupby("fund")["ends"].first().dt.strftime("%Y-%m-%d").to_dict()
    assert found == flaws.THREE_CREEKS_ONGOING_BUT_ENDS
    assert now[now["recurrence"] == "grant"]["fund"].unique().tolist() == ["T330"]
    assert set(classify_funding(now, HORIZON)["funding"]) == set(FUNDING) - {"one-time"} | {
        "time-limited"
    }
    assert len(label_disagreements(now, HORIZON))


def test_shares_are_claimed_without_a_paper_or_left_to_judge(now: pd.DataFrame) -> None:
    claimed = now[now["equity_share"].gt(0) & now["equity_evidence"].isna()]
    assert set(claimed["purpose"]) == flaws.THREE_CREEKS_CLAIMED_WITHOUT_EVIDENCE
    assert set(now[now["equity_share"].isna()]["purpose"]) >= flaws.THREE_CREEKS_LEFT_TO_JUDGE


def test_equity_work_and_serving_those_hit_hardest_are_not_the_same_lines(
    now: pd.DataFrame,
) -> None:
    equity, serves = now["equity_share"].gt(0), now["serves_most_impacted"].notna()
    for one in (True, False):
        for other in (True, False):
            assert ((equity == one) & (serves == other)).any(), (one, other)
    assert now["serves_evidence"].notna().equals(serves)


def test_spending_is_of_the_two_years_that_are_over(lines: pd.DataFrame) -> None:
    over = lines[lines["fiscal_year"] != "FY2027"]
    spending = read("spending")
    key = ["line_id", "fiscal_year"]
    assert spending[key].values.tolist() == over[key].values.tolist()
    assert (spending["spent"] <= spending["revised"]).all()
    assert budgeted_and_spent(over, spending)["unspent_share"].dropna().between(0, 0.5).all()


def test_the_nation_next_door_is_a_government_without_an_invented_name() -> None:
    for path in (FOLDER / "three_creeks_district_invented").iterdir():
        if path.is_file():
            text = " ".join(path.read_text(encoding="utf-8").split())
            for found in re.finditer(r"\bNation\b", text):
                after = text[found.start() : found.start() + 16]
                before = text[: found.start()][-7:]
                assert before == "Tribal " and after == "Nation next door", (path.name, after)
