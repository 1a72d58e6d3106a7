"""What is known of a fund holds for each of its lines that says nothing itself."""

from typing import Any

import pandas as pd
import pytest

from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.fund_facts import (
    FundFacts,
    funds_of,
    lines_with_facts,
    records_with_facts,
)
from groundwork.subject.budget.own_lines import first_twelve, name_of, records_of, spent, to_judge

FACTS = {
    "100": FundFacts("recurring", "unrestricted"),
    "G7": FundFacts("recurring", "restricted", "2027-12-31", months_only=True),
    "900": FundFacts(),
}


def export(**changed: Any) -> pd.DataFrame:
    """Return lines as an accounting system exports them: no word on what recurs."""
    rows = [
        ("row 2", "Equity Officer", 98_000.0, "100", "General fund", 1.0, "Job description"),
        ("row 3", "Clinic nurses", 640_000.0, "100", "General fund", None, None),
        ("row 4", "Doula services", 60_000.0, "G7", None, 1.0, "Contract"),
        ("row 5", "Rent", 210_000.0, "900", "Other", None, None),
    ]
    table = pd.DataFrame(
        rows,
        columns=[
            *("line_id", "purpose", "amount", "fund", "fund_label", "equity_share"),
            "equity_evidence",
        ],
    )
    return table.assign(
        fiscal_year="FY2027",
        program="Public Health",
        object=None,
        fte=None,
        recurrence=None,
        restriction=None,
        ends=pd.Series([pd.NaT] * len(rows)),
    ).assign(**changed)


def test_funds_are_told_with_their_dollars_the_largest_first() -> None:
    assert funds_of(export()) == [
        {"fund": "100", "named": "General fund", "amount": 738_000.0},
        {"fund": "900", "named": "Other", "amount": 210_000.0},
        {"fund": "G7", "named": "", "amount": 60_000.0},
    ]


def test_a_file_that_tells_no_fund_has_none_to_be_asked_about() -> None:
    assert funds_of(export().drop(columns=["fund", "fund_label"])) == []


def test_an_export_has_a_baseline_once_its_funds_are_known() -> None:
    before = baseline(export(), "2030-06-30").loc["FY2027"]
    assert (before["strict_cents"], before["broad_cents"]) == (0, 0)
    after = baseline(lines_with_facts(export(), FACTS), "2030-06-30").loc["FY2027"]
    assert (after["strict_cents"], after["broad_cents"]) == (98_000_00, 98_000_00)
    assert baseline(lines_with_facts(export(), FACTS), "2027-06-30").loc["FY2027"][
        "later_cents"
    ] == (60_000_00)


def test_what_a_line_says_itself_is_not_overruled() -> None:
    said = export(
        recurrence=["one-time", "unknown", " ", None],
        ends=pd.to_datetime(pd.Series(["2026-12-31", None, "2027-03-31", None])),
    )
    found = lines_with_facts(said, FACTS)
    assert list(found["recurrence"][:3]) == ["one-time", "recurring", "recurring"]
    days = [None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in found["ends"]]
    assert days == ["2026-12-31", None, "2027-03-31", None]
    assert said["recurrence"][2] == " ", "the lines that came in stay as they were"


@pytest.mark.parametrize("lacks", ["fund", "recurrence", "restriction", "ends"])
def test_a_file_may_lack_any_of_the_columns(lacks: str) -> None:
    found = lines_with_facts(export().drop(columns=lacks), FACTS)
    assert len(found) == 4


def test_listed_lines_are_filled_from_their_fund_and_keep_what_they_say() -> None:
    blank = {"line": "a", "fund": "G7", "label": "", "use": "", "ends": ""}
    own = {**blank, "label": "one-time", "ends": "2026-12-31", "covers": "year"}
    other = {**blank, "fund": "nobody asked"}
    filled, kept, same = records_with_facts([blank, own, other], FACTS)
    assert (filled["label"], filled["use"], filled["ends"]) == (
        *("recurring", "restricted", "2027-12-31"),
    )
    assert filled["covers"] == "months"
    assert (kept["label"], kept["ends"], kept["covers"]) == ("one-time", "2026-12-31", "year")
    assert {name: same[name] for name in blank} == other


def test_a_line_is_named_by_what_it_is_for_and_not_by_a_row_of_the_file() -> None:
    lines = spent(export()).lines
    assert [name_of(row) for _, row in lines.iterrows()] == [
        *("100 Equity Officer", "100 Clinic nurses", "G7 Doula services", "900 Rent"),
    ]
    twins = export(purpose=["Nurse", "Nurse", "Doula services", "Rent"])
    assert {each["line"] for each in records_of(first_twelve(spent(twins).lines))} == {
        *("100 Nurse (row 2)", "100 Nurse (row 3)", "G7 Doula services", "900 Rent"),
    }


def test_lines_that_name_equity_work_are_judged_before_larger_ones() -> None:
    chosen = to_judge(export(), 3)
    assert list(chosen["purpose"]) == ["Equity Officer", "Doula services", "Clinic nurses"]


def test_two_stages_of_a_budget_beside_each_other_are_told() -> None:
    now = export().assign(amount_is="adopted")
    before = export().assign(fiscal_year="FY2026", amount_is="revised")
    told = spent(pd.concat([before, now], ignore_index=True)).told
    assert any("FY2027 is adopted; FY2026 is revised." in each for each in told)
    same = spent(pd.concat([before.assign(amount_is="adopted"), now], ignore_index=True)).told
    assert not any("stages" in each for each in same)
