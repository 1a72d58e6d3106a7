# mypy: disable-error-code="arg-type, operator"
"""A budget table is checked once, and a mistake is named with its line, row and column."""

import datetime
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from groundwork.subject.budget import check_lines, horizon_after, last_day
from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.years import as_day, years_of_days
from groundwork.subject.errors import UserError

Lines = Callable[..., pd.DataFrame]


def test_a_checked_table_counts_in_whole_units(lines_of: Lines) -> None:
    lines = check_lines(lines_of({"amount": "85001.01", "fte": "0.5", "equity_share": 0.35}))
    assert lines["amount_cents"].dtype == np.int64
    assert lines.loc[0, ["amount_cents", "fte_e4", "share_e4"]].tolist() == [8500101, 5000, 3500]
    assert pd.isna(lines.loc[0, "ends"])


def test_the_order_of_rows_stays_and_the_table_is_not_touched(lines_of: Lines) -> None:
    table = lines_of({"amount": 2}, {"amount": 1}).set_axis([7, 7])
    before = table.copy()
    assert check_lines(table)["amount_cents"].tolist() == [200, 100]
    pd.testing.assert_frame_equal(table, before)


def test_columns_nobody_needs_may_be_left_out() -> None:
    needed = {
        "line_id": ["a"],
        "fiscal_year": ["FY2026"],
        "amount": [1.5],
        "ends": [None],
        "restriction": ["restricted"],
        "recurrence": ["recurring"],
    }
    lines = check_lines(pd.DataFrame(needed))
    assert lines.loc[0, ["fte_e4", "share_e4"]].tolist() == [0, 0]
    assert not lines.loc[0, "has_evidence"]


@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("amount", "12.345", "'12.345'"),
        ("amount", None, "nothing"),
        ("amount", float("inf"), "'inf'"),
        ("fiscal_year", "2026", "'2026'"),
        ("fiscal_year", None, "nothing"),
        ("fte", "half", "'half'"),
        ("fte", float("inf"), "'inf'"),
        ("equity_share", 35, "'35'"),
        ("equity_share", -0.1, "'-0.1'"),
        ("equity_share", "35 %", "'35 %'"),
        ("ends", "06/30/2026", "'06/30/2026'"),
        ("ends", "2026-02-30", "'2026-02-30'"),
        ("ends", 2026, "'2026'"),
        ("restriction", "general", "'general'"),
        ("line_id", " ", "nothing"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    lines_of: Lines, column: str, value: object, found: str
) -> None:
    with pytest.raises(UserError) as error:
        check_lines(lines_of({}, {column: value}))
    assert f"(row 2 of the table), column {column}: found {found}" in error.value.problem
    assert error.value.fix


def test_how_many_lines_have_the_same_mistake_is_said(lines_of: Lines) -> None:
    with pytest.raises(UserError, match="3 lines have this problem"):
        check_lines(lines_of({"amount": "x"}, {"amount": "y"}, {}, {"amount": "z"}))


def test_a_line_may_stand_in_two_years_but_not_twice_in_one(lines_of: Lines) -> None:
    check_lines(lines_of({"line_id": "a"}, {"line_id": "a", "fiscal_year": "FY2027"}))
    with pytest.raises(UserError, match="used once in a fiscal year"):
        check_lines(lines_of({"line_id": "a"}, {"line_id": "a"}))


def test_money_that_ends_before_it_starts_is_refused(lines_of: Lines) -> None:
    with pytest.raises(UserError, match="after the first day"):
        check_lines(lines_of({"starts": "2026-07-01", "ends": "2026-06-30"}))


def test_a_missing_column_is_named(lines_of: Lines) -> None:
    with pytest.raises(UserError, match="no column recurrence"):
        check_lines(lines_of({}).drop(columns="recurrence"))


def test_totals_too_large_to_count_exactly_are_refused(lines_of: Lines) -> None:
    rows = [{"amount": 10**11} for _ in range(100)]
    with pytest.raises(UserError, match="9 trillion"):
        check_lines(lines_of(*rows))


@pytest.mark.parametrize("said", ["", " ", "n/a", "TBD", "None", None, np.nan])
def test_evidence_that_says_nothing_is_no_evidence(lines_of: Lines, said: object) -> None:
    assert not check_lines(lines_of({"equity_evidence": said}))["has_evidence"].any()


def test_days_are_read_from_text_dates_and_timestamps(lines_of: Lines) -> None:
    days = ["2026-06-30", datetime.date(2026, 6, 30), pd.Timestamp("2026-06-30"), pd.NaT]
    ends = check_lines(lines_of(*({"ends": day} for day in days)))["ends"]
    assert ends.tolist()[:3] == [pd.Timestamp("2026-06-30")] * 3
    assert pd.isna(ends[3])
    stamped = lines_of({}, {}).assign(ends=pd.to_datetime(["2026-06-30 10:00", None]))
    assert check_lines(stamped)["ends"][0] == pd.Timestamp("2026-06-30")


def test_fiscal_years_are_named_for_the_year_they_end_in() -> None:
    assert last_day("FY2026") == pd.Timestamp("2026-06-30")
    assert last_day("FY2026", 10) == pd.Timestamp("2026-09-30")
    assert last_day("FY2026", 1) == pd.Timestamp("2026-12-31")
    assert horizon_after("FY2026", 2) == pd.Timestamp("2028-06-30")


@pytest.mark.parametrize("first_month", range(1, 13))
def test_a_year_holds_its_own_last_day_and_not_the_next(first_month: int) -> None:
    last = last_day("FY2026", first_month)
    days = pd.Series([last, last + pd.Timedelta(days=1), pd.NaT])
    assert years_of_days(days, first_month).tolist() == [2026, 2027, 0]


@pytest.mark.parametrize("day", ["soon", "", 2028, None, pd.NaT])
def test_a_horizon_that_is_no_day_is_refused(day: object) -> None:
    with pytest.raises(UserError, match="is not a day"):
        as_day(day)


def test_lines_that_are_asked_about_again_are_checked_as_they_are_now(
    lines_of: Lines,
) -> None:
    table = lines_of({"line_id": "a", "purpose": 1}, {"line_id": "b", "purpose": "2"})
    first = as_lines(table)
    pd.testing.assert_frame_equal(first, check_lines(table))
    first.loc[0, "amount_cents"] = 0
    pd.testing.assert_frame_equal(as_lines(table), check_lines(table))
    for changed in (table.assign(amount=[1, 2]), table.assign(purpose=[True, "2"]), table[::-1]):
        pd.testing.assert_frame_equal(as_lines(changed), check_lines(changed))
    table.loc[1, "line_id"] = table.loc[0, "line_id"]
    with pytest.raises(UserError, match="used once"):
        as_lines(table)
