"""What ends when, with which roles, and what it costs to keep them."""

from collections.abc import Callable

import pandas as pd
import pytest

from groundwork.subject.budget import (
    Deflator,
    check_lines,
    fiscal_cliff,
    in_prices_of,
    per_person,
    roles_that_go,
    years_of_cover,
)
from groundwork.subject.errors import UserError

Lines = Callable[..., pd.DataFrame]
HORIZON = "2029-06-30"
INDEX = Deflator("made-up index", "invented for this test", {"FY2026": "100", "FY2028": "107.5"})


@pytest.fixture
def table(lines_of: Lines) -> pd.DataFrame:
    return lines_of(
        {"amount": 500, "fte": 1, "purpose": "Director"},
        {"amount": 200, "fte": 0.5, "purpose": "Analyst", "ends": "2027-03-31"},
        {"amount": 100, "fte": 1, "purpose": "Educator", "recurrence": ""},
        {
            "amount": "100.50",
            "fte": 1,
            "purpose": "Nurse",
            "ends": "2028-06-30",
            "equity_share": 0.5,
        },
        {"amount": 50, "purpose": "Printing", "recurrence": "one-time"},
        {"amount": 900, "fte": 2, "purpose": "Clerks", "ends": "2027-06-30", "equity_share": 0},
    )


def test_the_cliff_year_by_year(table: pd.DataFrame) -> None:
    cliff = fiscal_cliff(table, "FY2026", HORIZON)
    assert cliff.index.tolist() == ["FY2026", "FY2027", "FY2028", "FY2029"]
    assert cliff["ending_cents"].tolist() == [150_00, 200_00, 50_25, 0]
    assert cliff["unknown_end_cents"].tolist() == [100_00, 0, 0, 0]
    assert cliff["remaining_cents"].tolist() == [750_25, 550_25, 500_00, 500_00]
    assert cliff["ending_fte"].tolist() == [1, 0.5, 0.5, 0]
    assert cliff["remaining_fte"].tolist() == [2, 1.5, 1, 1]
    assert cliff["roles"].tolist() == ["Educator", "Analyst", "Nurse", ""]
    assert cliff["ending_positions"].tolist() == [1, 1, 1, 0]
    assert cliff["ending_whole_fte"].tolist() == [1, 0.5, 1, 0]
    assert cliff["remaining_share"].iloc[0] == pytest.approx(750.25 / 900.25)


def test_a_calendar_year_budget_ends_in_another_year(table: pd.DataFrame) -> None:
    cliff = fiscal_cliff(table, "FY2026", "2028-12-31", first_month=1)
    assert cliff["ending_cents"].tolist() == [150_00, 200_00, 50_25]
    october = fiscal_cliff(table.assign(ends="2026-11-01"), "FY2026", "2027-06-30", first_month=10)
    assert october.loc["FY2027", "remaining_cents"] == 0


def test_roles_are_listed_soonest_first(table: pd.DataFrame) -> None:
    roles = roles_that_go(table, "FY2026", HORIZON)
    assert roles["role"].tolist() == ["Educator", "Analyst", "Nurse"]
    assert roles["ends_in"].tolist() == ["FY2026", "FY2027", "FY2028"]
    assert roles["end_known"].tolist() == [False, True, True]
    assert roles["equity_share"].tolist() == [1, 1, 0.5]
    assert roles["amount_cents"].tolist() == [100_00, 200_00, 100_50]


def test_a_role_without_a_purpose_goes_by_its_line(lines_of: Lines) -> None:
    table = lines_of({"line_id": 7, "purpose": "", "fte": 1, "ends": "2026-06-30"})
    assert roles_that_go(table, "FY2026", HORIZON)["role"].tolist() == ["7"]


def test_money_that_ended_before_the_budget_year_is_not_of_it(lines_of: Lines) -> None:
    old, last = {"ends": "2025-06-30", "fte": 1}, {"ends": "2025-07-01", "amount": 7}
    cliff = fiscal_cliff(lines_of(old, last), "FY2026", "2027-06-30")
    assert cliff["ending_cents"].tolist() == [700, 0]
    assert cliff["ending_positions"].tolist() == [0, 0]
    only = fiscal_cliff(lines_of(old), "FY2026", "2027-06-30")
    assert only["ending_cents"].tolist() == only["remaining_cents"].tolist() == [0, 0]
    calendar = fiscal_cliff(lines_of(old), "FY2026", "2027-12-31", first_month=10)
    assert calendar["ending_cents"].sum() == 0


def test_positions_that_are_given_without_fte_go_too(lines_of: Lines) -> None:
    lines = lines_of({"fte": "", "positions": 3, "ends": "2026-06-30"})
    assert fiscal_cliff(lines, "FY2026", HORIZON).loc["FY2026", "ending_positions"] == 3


def test_money_labeled_as_time_limited_may_outlast_the_horizon(lines_of: Lines) -> None:
    table = lines_of({"fte": 1, "recurrence": "time-limited", "ends": "2031-06-30"})
    assert fiscal_cliff(table, "FY2026", HORIZON)["remaining_share"].tolist() == [1, 1, 1, 1]
    assert roles_that_go(table, "FY2026", HORIZON).empty


def test_one_time_money_goes_with_the_budget_year(lines_of: Lines) -> None:
    table = lines_of({"recurrence": "one-time", "ends": "2029-12-31"})
    cliff = fiscal_cliff(table, "FY2026", "2029-06-30")
    assert cliff["remaining_cents"].tolist() == [0, 0, 0, 0]


def test_a_role_on_several_lines_is_counted(lines_of: Lines) -> None:
    nurse = {"purpose": "Nurse", "fte": 1, "ends": "2026-06-30"}
    cliff = fiscal_cliff(lines_of(nurse, {**nurse, "purpose": "Clerk"}, nurse), "FY2026", HORIZON)
    assert cliff["roles"].iloc[0] == "Nurse (2); Clerk"


def test_the_cliff_counts_positions_and_not_lines(lines_of: Lines) -> None:
    workers = {"purpose": "Health worker", "fte": 3, "ends": "2026-06-30", "equity_share": 0.4}
    half_posts = {"purpose": "Interpreter", "fte": 1.5, "positions": 3, "ends": "2026-06-30"}
    cliff = fiscal_cliff(lines_of(workers, workers, half_posts), "FY2026", HORIZON)
    now = cliff.iloc[0]
    assert now["roles"] == "Health worker (6); Interpreter (3)"
    assert (now["ending_positions"], now["ending_whole_fte"]) == (9, 7.5)
    assert now["ending_fte"] == pytest.approx(0.4 * 6 + 1.5)


def test_positions_are_at_least_what_the_fte_needs(lines_of: Lines) -> None:
    lines = check_lines(lines_of({"fte": 2.5}, {"fte": 0}, {"fte": 1, "positions": ""}))
    assert lines["positions"].tolist() == [3, 0, 1]
    with pytest.raises(UserError, match="a whole number such as 3"):
        check_lines(lines_of({"fte": 1, "positions": 1.5}))


def test_years_of_cover_count_whole_years(table: pd.DataFrame, lines_of: Lines) -> None:
    cliff = fiscal_cliff(table, "FY2026", HORIZON)
    assert years_of_cover(cliff) == 1
    assert years_of_cover(cliff, 0.8) == 2
    assert years_of_cover(cliff, 0.5) == 4
    assert years_of_cover(fiscal_cliff(lines_of({}), "FY2026", HORIZON)) == 4
    with pytest.raises(UserError, match="makes no sense"):
        years_of_cover(cliff, 0)


def test_a_cliff_needs_lines_and_a_later_horizon(table: pd.DataFrame) -> None:
    with pytest.raises(UserError, match="No budget line is for FY2031"):
        fiscal_cliff(table, "FY2031", "2033-06-30")
    with pytest.raises(UserError, match="comes before FY2026"):
        fiscal_cliff(table, "FY2026", "2025-06-30")
    with pytest.raises(UserError, match="comes before FY2026"):
        roles_that_go(table, "FY2026", "2025-06-30")


def test_money_of_two_years_in_the_prices_of_one() -> None:
    cents = pd.Series({"FY2026": 100_07, "FY2028": -50})
    real = in_prices_of(cents, "FY2028", INDEX)
    assert real.tolist() == [107_58, -50]  # 107.57525 dollars
    assert real.dtype == "int64"
    assert real.name == "cents in FY2028 prices (made-up index, invented for this test)"


def test_a_deflator_needs_a_name_a_source_and_each_year() -> None:
    with pytest.raises(UserError, match="no name or no source"):
        Deflator("CPI-U", " ", {})
    with pytest.raises(UserError, match="above zero"):
        Deflator("x", "y", {"FY2026": 0})
    with pytest.raises(UserError, match="no value for FY2027"):
        in_prices_of(pd.Series({"FY2027": 1}), "FY2028", INDEX)


def test_per_person_shows_everyone_and_the_priority_area() -> None:
    cents = pd.Series({"FY2026": 100_000_00, "FY2028": 120_000_00})
    everyone, area = {"FY2026": 3000, "FY2028": 3000}, {"FY2026": 400, "FY2028": 500}
    found = per_person(cents, everyone, area, "FY2028", INDEX)
    assert found["per_person_cents"].tolist() == [33_33, 40_00]
    assert found["per_priority_person_cents"].tolist() == [250_00, 240_00]
    assert found["real_cents"].tolist() == [107_500_00, 120_000_00]
    assert found["real_per_person_cents"].tolist() == [35_83, 40_00]
    assert "made-up index" in found.attrs["prices"]
    assert "real_cents" not in per_person(cents, everyone, area)


def test_per_person_refuses_what_cannot_be() -> None:
    cents = pd.Series({"FY2026": 1})
    with pytest.raises(UserError, match="no number of people in the priority area"):
        per_person(cents, {"FY2026": 5}, {})
    with pytest.raises(UserError, match="a part cannot be larger"):
        per_person(cents, {"FY2026": 5}, {"FY2026": 6})
    with pytest.raises(UserError, match="both needed"):
        per_person(cents, {"FY2026": 5}, {"FY2026": 5}, "FY2028")
