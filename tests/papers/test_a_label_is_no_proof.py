"""What the baseline rests on is said and asked: that money recurs, and that pay holds benefits."""

from pathlib import Path
from typing import Any

import pytest
from papers.budget_rows import line
from papers.recalculating import stored

from groundwork.learner import artifacts, chosen_file
from groundwork.learner.papers import baseline_book, budget_baseline
from groundwork.learner.papers import text as plain
from groundwork.screen.activities import whose_budget
from groundwork.screen.activities.own_file import SHOWS
from groundwork.subject.budget.own_lines import table_of

pytestmark = pytest.mark.lesson("06_budget_baseline")

YEAR = "FY2027"
RECORDS = [
    line("Coordinator", 84_312, fund="1001", fte=1.0),
    line("Clerks", 62_010, fund="1001", fte=1.5, share=None, paper=""),
    line("Rent", 40_000, fund="1001", share=0, paper=""),
    line("Panel", 7_200, fund="2150", ends="2027-06-30"),
    line("Nurse", 90_000, fund="", fte=1.0, use="restricted"),
]
BY_LABEL = "By its label or an answer; no paper is named yet."


def words(records: list[dict[str, Any]]) -> str:
    return plain.write(budget_baseline.paper(table_of(records, YEAR), records, YEAR))


def asked(records: list[dict[str, Any]]) -> list[str]:
    table = table_of(records, YEAR)
    return [ask.what for ask in budget_baseline.asks(table, records, YEAR)]


def test_the_paper_says_that_recurring_money_rests_on_a_label_until_a_paper_is_named() -> None:
    assert words(RECORDS).count(BY_LABEL) == 4
    shown = [{**row, "recurs_by": "Ordinance 2025-14"} for row in RECORDS]
    assert BY_LABEL not in words(shown)
    assert "Recurring restricted. Shown by: Ordinance 2025-14." in words(shown)
    book = stored(baseline_book.workbook(table_of(shown, YEAR), YEAR, 7, ""))
    assert book["Lines"]["P6"].value == "Ordinance 2025-14"


def test_the_workbooks_totals_say_it_too_as_it_was_when_the_file_was_made() -> None:
    def note(records: list[dict[str, Any]]) -> str:
        book = stored(baseline_book.workbook(table_of(records, YEAR), YEAR, 7, ""))
        cells = [str(cell.value) for row in book["Baseline"].iter_rows() for cell in row]
        (found,) = [each for each in cells if each.startswith("Every number is a formula")]
        return found

    said = "When this was made: All of the strict baseline rests on a label or an answer"
    assert said in note(RECORDS)
    assert "When this was made" not in note([{**row, "recurs_by": "Order 14"} for row in RECORDS])


def test_the_paper_of_recurring_money_is_asked_once_a_fund_and_only_where_it_counts() -> None:
    front = "which ordinance or adopted budgets show that "
    assert [each for each in asked(RECORDS) if each.startswith(front)] == [
        f"{front}fund 1001 recurs (Coordinator; Clerks)",
        f"{front}the money recurs (Nurse)",
    ]
    one = [{**row, "recurs_by": "FY2024 to FY2026" if row["fund"] else ""} for row in RECORDS]
    assert [each for each in asked(one) if each.startswith(front)] == [
        f"{front}the money recurs (Nurse)"
    ]


def test_what_is_said_of_a_fund_holds_for_its_lines(workspace: Path) -> None:
    fund = {"fund": "1001", "recurs": "recurring", "recurs_by": "Ordinance 2025-14"}
    artifacts.save(whose_budget.FUNDS, {"records": [fund]})
    assert [row["recurs_by"] for row in whose_budget.with_facts(RECORDS)] == [
        *["Ordinance 2025-14"] * 3,
        *["", ""],
    ]


def test_benefits_are_asked_once_of_all_positions_and_their_lack_is_said() -> None:
    front = "whether these dollars hold benefits: "
    assert [each for each in asked(RECORDS) if each.startswith(front)] == [
        f"{front}Coordinator; Clerks; Nurse"
    ]
    said = [{**row, "benefits": "apart" if row["line"] == "Clerks" else "in"} for row in RECORDS]
    assert [each for each in asked(said) if each.startswith(front)] == []
    assert "Pay without benefits, which stand on another line: Clerks. No sum" in words(said)
    assert "Pay without benefits" not in words(RECORDS)


@pytest.mark.parametrize("apart", (True, False))
def test_a_file_with_benefits_on_lines_of_their_own_says_so(
    apart: bool, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "_followers", {})
    rows = ["line_id,fiscal_year,purpose,amount,fund,fte", "A1,FY2027,Coordinator,84312.05,1001,1"]
    rows += ["A2,FY2027,Employee Benefits,30000.25,1001,"] if apart else []
    rows += ["A3,FY2027,Benefits counselor,50000,1001,1"]
    chosen_file.bring("own.csv", "\n".join(rows).encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
    file = chosen_file.in_use("budget_lines")
    assert file

    said = str(SHOWS["budget_lines"](file))
    assert ("lines of their own here: 1 line, $30,000." in said) is apart


CONTRACTS = (
    *("Contract - Birth Village Doula Collective", "2150 Contract, data hosting"),
    *(
        "Parent advisory board stipends",
        "Office supplies",
        "Benefits - MCH",
        "Translation of notices",
    ),
)
PEOPLE = ("Contract manager", "Training coordinator", "Interpreter", "Benefits counselor", "Nurse")


@pytest.mark.parametrize("name", (*CONTRACTS, *PEOPLE))
def test_the_fte_of_what_is_bought_is_none_and_that_of_people_not_given(name: str) -> None:
    rows = [line(name, 45_000), line("Coordinator", 84_312, fte=1.0, positions=1)]
    said = words(rows)
    none, total = (
        ("none", "1 / 1")
        if name in CONTRACTS
        else ("not given / not given", "1 (1 not given) / 1 (1 not given)")
    )
    assert f"FTE / positions: {none}\n" in said
    assert f"FTE / positions: {total}\n" in said
