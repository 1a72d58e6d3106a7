"""Riverbend's staff lines find their positions, so that a cliff counts people."""

from pathlib import Path

import pandas as pd
import pytest

from groundwork.learner import datasets
from groundwork.subject.budget import end_fund, fiscal_cliff
from groundwork.subject.budget.people import with_positions
from groundwork.subject.errors import UserError

FOLDER = Path(__file__).parents[2] / "datasets"


def read(place: str, year: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    lines = datasets.read(f"{place}_invented_budget_lines", FOLDER)
    positions = datasets.read(f"{place}_invented_positions", FOLDER)
    return lines[lines["fiscal_year"] == year].reset_index(drop=True), positions


@pytest.mark.parametrize(("place", "year"), [("riverbend", "FY2026"), ("three_creeks", "FY2027")])
def test_every_staff_line_finds_its_positions(place: str, year: str) -> None:
    lines, positions = read(place, year)
    found = with_positions(lines, positions)
    staff = found["object"] == "staff"
    assert found.loc[staff, "positions"].notna().all()
    assert found.loc[~staff, "positions"].isna().all()
    rows = len(positions.drop_duplicates(["position_id", "fund"]))
    assert found["positions"].sum() == rows


def test_the_cliff_of_riverbend_counts_nine_positions_where_two_lines_end() -> None:
    lines, positions = read("riverbend", "FY2026")
    cliff = fiscal_cliff(with_positions(lines, positions), "FY2026", "2029-06-30")
    last = cliff.loc["FY2029"]
    assert last["roles"] == (
        "Community Health Worker: community health workers (6); "
        "Healthy Homes Specialist: lead and asthma in rented homes (3)"
    )
    assert (last["ending_positions"], last["ending_whole_fte"]) == (9, 9.0)
    assert last["ending_fte"] == pytest.approx(3.0)
    found = with_positions(lines, positions)
    ended = found[(found["fund"] == "F360") & found["positions"].notna()]
    assert ended["positions_filled"].sum() == 7


def test_a_fund_that_ends_counts_its_positions() -> None:
    lines, positions = read("riverbend", "FY2026")
    ended = end_fund(with_positions(lines, positions), "F330", "FY2026", "2027-06-30")
    assert ended.positions == positions[positions["fund"] == "F330"]["position_id"].nunique()


def test_a_list_of_positions_without_titles_is_refused() -> None:
    lines, positions = read("riverbend", "FY2026")
    with pytest.raises(UserError, match="no column title"):
        with_positions(lines, positions.drop(columns="title"))
