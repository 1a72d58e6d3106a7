"""Benefits go with their position, indirect cost stays, and what is paid once is not paid again."""

import pandas as pd
import pytest

from groundwork.screen.activities import end_the_grant, ending_funds, grant_ended
from groundwork.screen.activities.whose_budget import Budget
from groundwork.subject.budget.ending import end_fund, line_ends, whole_year
from groundwork.subject.budget.line_kinds import line_kinds
from groundwork.subject.budget.lines import check_lines

ENDS = "2026-12-31"


def table(*lines: tuple[str, float, float | None]) -> pd.DataFrame:
    rows = [
        {
            "line_id": f"row {at}",
            "fiscal_year": "FY2027",
            "purpose": purpose,
            "object": None,
            "amount": amount,
            "fund": "2210",
            "fund_label": "State grant",
            "fte": fte,
            "ends": pd.Timestamp(ENDS),
            "restriction": "restricted",
            "recurrence": "",
            "equity_share": None,
            "equity_evidence": None,
        }
        for at, (purpose, amount, fte) in enumerate(lines)
    ]
    return pd.DataFrame(rows)


FUND = table(
    ("PHN II", 300_000, 3.0),
    ("PHN II - Benefits", 145_648, None),
    ("Indirect 10% de minimis", 23_549, None),
    ("Grant carryforward adj", -18_750.33, None),
    ("Doula services", 60_000, None),
)


@pytest.mark.parametrize(
    ("purpose", "fte", "kind"),
    [
        ("PHN II - Benefits", None, "benefits"),
        ("Fringe", None, "benefits"),
        ("Employer FICA", None, "benefits"),
        ("Health insurance premiums", None, "benefits"),
        ("Benefits counseling for residents", None, "service"),
        ("Benefits Manager", 1.0, "staff"),
        ("Indirect 10% de minimis", None, "indirect"),
        ("Overhead", None, "indirect"),
        ("Grant carryforward adj", None, "one-off"),
        ("Prior year adjustment", None, "one-off"),
        ("Doula services", None, "service"),
        ("Interpretation", None, "service"),
    ],
)
def test_a_line_without_fte_is_no_service_yet(purpose: str, fte: float | None, kind: str) -> None:
    assert line_kinds(check_lines(table((purpose, 100, fte)))).tolist() == [kind]


def test_benefits_count_with_staff_and_indirect_lines_are_told_once() -> None:
    ended = end_fund(FUND, "2210", "FY2027", ENDS, 15)
    assert ended.staff_cents == 445_648_00
    assert ended.services == (("Doula services", 60_000_00),)
    assert ended.indirect_cents == 23_549_00
    assert ended.once_cents == -18_750_33
    without = end_fund(FUND.drop(2), "2210", "FY2027", ENDS, 10)
    assert without.indirect_cents == 44_564_80


def values(**other: str) -> dict[str, str]:
    usual = {"fund": "2210", "day": ENDS, "staff": "6", "services": "pick up", "rise": "0"}
    return {**usual, "indirect": "10", **other}


def budget(lines: pd.DataFrame) -> Budget:
    return Budget(lines, "FY2027", 7, "your file", own=True)


def costs(**other: str) -> dict[str, dict[str, int]]:
    said = values(**other)
    own = budget(FUND)
    lines, _ = ending_funds.lines_of(own, "2210", said)
    return grant_ended._costs(lines, line_ends(lines, said["day"]), said, own)


def test_benefits_end_with_the_bridge_of_their_position() -> None:
    paid = costs()
    assert set(paid) == {"PHN II", "PHN II - Benefits", "Doula services"}
    assert paid["PHN II - Benefits"]["FY2028"] == 0
    assert paid["Doula services"]["FY2028"] == 60_000_00


def test_an_amount_of_the_months_alone_is_raised_to_a_whole_year() -> None:
    assert whole_year(60_000_00, ENDS, "FY2027") == 120_000_00
    assert whole_year(60_000_00, "2027-06-30", "FY2027") == 60_000_00
    assert whole_year(60_000_00, "2026-06-30", "FY2027") == 60_000_00
    assert costs()["Doula services"]["FY2027"] == 30_000_00
    assert costs(covers="months")["Doula services"]["FY2027"] == 60_000_00
    # What is paid once has no whole year.
    raised, _ = ending_funds.lines_of(budget(FUND), "2210", values(covers="months"))
    assert raised["amount"].tolist() == [600_000, 291_296, 47_098, -18_750.33, 120_000]


def test_whole_year_or_months_is_asked_where_a_fund_ends_inside_the_year() -> None:
    asked = {each.id for each in end_the_grant._controls(budget(FUND))}
    assert "covers" in asked
    later = FUND.assign(ends=pd.Timestamp("2027-12-31"))
    assert "covers" not in {each.id for each in end_the_grant._controls(budget(later))}
