"""Money that ended before today is asked about first, and shown apart, wherever it is counted."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from papers.budget_rows import line
from papers.recalculating import Office, differences, numbers, stored

from groundwork.learner.papers import baseline_book, budget_baseline
from groundwork.learner.papers import text as plain
from groundwork.screen.activities import horizon
from groundwork.screen.activities.budget_lines import told
from groundwork.screen.activities.grant_ended import ended
from groundwork.screen.activities.whose_budget import Budget
from groundwork.subject.budget.cliff import already_ended
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.past import ago

pytestmark = pytest.mark.lesson("06_budget_baseline")

YEAR, PLAN = "FY2027", "2030-06-30"
TODAY = datetime.date(2026, 11, 27)
RECORDS = [
    line("Open", 10_000, share=None, ends="2027-06-30"),
    line("Old", 5_000, ends="2026-06-30"),
    line("Doula", 79_875.55, ends="2026-07-31", share=33.33, use="restricted", fte=1.5),
    line("Panel", 7_200.01, ends="2026-11-26", use="restricted"),
    line("Today", 1_000, ends="2026-11-27", use="restricted"),
    line("Coordinator", 84_312.0, fte=1.0),
]
TABLE = table_of(RECORDS, YEAR)
PAST = already_ended(TABLE, YEAR, PLAN, 7, TODAY)


def paper(today: datetime.date | None) -> str:
    return plain.write(budget_baseline.paper(TABLE, RECORDS, YEAR, 7, "", None, today))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-26", "1 day ago"),
        ("2026-10-31", "27 days ago"),
        ("2026-09-29", "59 days ago"),
        ("2026-09-28", "about 2 months ago"),
        ("2026-07-31", "about 4 months ago"),
        ("2026-06-30", "about 5 months ago"),
        ("2026-07-27", "about 4 months ago"),
        ("2024-11-27", "about 2 years ago"),
    ],
)
def test_how_long_ago_is_said_in_days_or_about_so_many_months(day: str, said: str) -> None:
    assert ago(datetime.date.fromisoformat(day), TODAY) == said


def test_no_time_that_is_said_is_off_by_more_than_half_of_what_it_counts() -> None:
    long = {"day": 1, "month": 365.25 / 12, "year": 365.25}
    for days in range(1, 1500):
        said = ago(TODAY - datetime.timedelta(days), TODAY).removesuffix(" ago")
        number, unit = said.removeprefix("about ").rstrip("s").split()
        off = abs(int(number) * long[unit] - days)
        assert off <= long[unit] / 2 if said.startswith("about ") else off == 0, (days, said)


def test_who_pays_now_is_asked_before_all_else() -> None:
    asks = budget_baseline.asks(TABLE, RECORDS, YEAR, 7, TODAY)
    assert [ask.what for ask in asks[:2]] == [
        "who pays now, from which fund, until when: Doula (the money ended about 4 months ago, on "
        "July 31, 2026)",
        "who pays now, from which fund, until when: Panel (the money ended 1 day ago, on "
        "November 26, 2026)",
    ]
    assert asks[2].what.startswith("how much of this line is equity work")
    page = told(RECORDS, YEAR, 7, None, TODAY)
    assert page["What ends"][0].startswith("Ended about 4 months ago, on July 31, 2026: Doula.")
    assert "who pays now" not in str(told(RECORDS, YEAR, 7)).lower()


def test_lines_that_ended_on_one_day_are_one_question() -> None:
    rows = [*RECORDS, line("Nurse", 1, ends="2026-07-31")]
    asks = budget_baseline.asks(table_of(rows, YEAR), rows, YEAR, 7, TODAY)
    assert "until when: Doula; Nurse (the money ended about 4 months ago" in asks[0].what
    assert ": Panel (the money" in asks[1].what


def test_the_paper_shows_it_apart_from_money_that_still_ends() -> None:
    words = paper(TODAY)
    assert "Last day: July 31, 2026, about 4 months ago: who pays now?" in words
    assert "Last day: November 27, 2026\n" in words
    assert "Of these, ended before November 27, 2026: who pays now?\n   Equity work: $33,823" in (
        words
    )
    assert "who pays now" not in paper(None).lower()


def test_subject_paper_and_workbook_agree_to_the_cent(office: Office, tmp_path: Path) -> None:
    book = baseline_book.workbook(TABLE, YEAR, 7, "", None, TODAY)
    theirs = office.recalculated(book, tmp_path)
    assert differences(stored(book), theirs) == []
    found = numbers(theirs["What ends"])
    # 79,875.55 x 33.33 % = 26,622.520815, and 7,200.01
    assert PAST.cents == 33_822_53
    assert round(100 * found["Of these, ended already", "Equity work"]) == PAST.cents
    assert found["Of these, ended already", "FTE"] == PAST.whole_fte == 1.5
    marks = {
        row[0]: row[16] or ""
        for row in theirs["Lines"].iter_rows(min_row=6, max_row=12, values_only=True)
    }
    assert {name for name, mark in marks.items() if mark} == {"Doula", "Panel"}


def test_a_workbook_without_a_day_says_of_nothing_that_it_ended(
    office: Office, tmp_path: Path
) -> None:
    book = baseline_book.workbook(TABLE, YEAR, 7, "invented")
    theirs = office.recalculated(book, tmp_path)
    assert differences(stored(book), theirs) == []
    assert numbers(theirs["What ends"])["Of these, ended already", "Equity work"] == 0


def test_the_horizon_and_the_end_of_a_grant_say_it_first(monkeypatch: pytest.MonkeyPatch) -> None:
    import pandas as pd

    lines = TABLE.assign(
        ends=pd.to_datetime(TABLE["ends"].replace("", None)), fund_label=None, object=None,
        fte=pd.to_numeric(TABLE["fte"].replace("", None)),
        positions=pd.to_numeric(TABLE["positions"].replace("", None)),
        equity_share=pd.to_numeric(TABLE["equity_share"].replace("", None)),
    )  # fmt: skip
    monkeypatch.setattr(Budget, "today", TODAY)
    own = Budget(lines, YEAR, 7, "your file", own=True)
    values: dict[str, Any] = {
        "fund": "F1", "day": "each", "staff": "pick up", "services": "pick up", "rise": "3",
        "indirect": "0",
    }  # fmt: skip
    for shown in (horizon._of(own, {"years": "1"}), ended(own, values)):
        first = next(block for block in shown if hasattr(block, "items")).items
        assert first[0][1] == (
            "Ended about 4 months ago, on July 31, 2026: 1 line of fund F1, $79,876 in FY2027. "
            "Who pays now?"
        )
        assert first[1][1].startswith("Ended 1 day ago, on November 26, 2026")
        assert "Who pays now" not in first[2][1]
    monkeypatch.setattr(Budget, "today", None)
    assert "Who pays now" not in str(horizon._of(own, {"years": "1"}))
