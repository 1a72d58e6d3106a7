"""The baseline says what part of the learner's whole budget its lines are, on page and paper."""

from pathlib import Path
from typing import Any

import pytest
from papers.recalculating import Office, differences, numbers, stored

from groundwork.learner import artifacts, chosen_file
from groundwork.learner.papers import baseline_book, budget_baseline
from groundwork.learner.papers import text as plain
from groundwork.screen.activities import budget_lines, whose_budget
from groundwork.subject.budget.own_lines import records_of, table_of
from groundwork.subject.budget.tie import Tie, tie_to_budget

pytestmark = pytest.mark.lesson("06_budget_baseline")

YEAR = "FY2027"
HEAD = "line_id,fiscal_year,purpose,amount,fund,fte,ends\n"
FILE = (
    "A1,FY2027,Coordinator,84312.05,1001,1,\n"
    "A2,FY2027,Clerks,62010.20,1001,1.5,\n"
    "A3,FY2027,Credit,-1250.00,1001,,\n"
    "G1,FY2027,Outreach,79875.50,2150,1,2027-05-31\n"
    "G2,FY2027,Outreach,45000.00,2150,,2027-09-30\n"
    "N1,FY2027,Rent,10000.00,,,\n"
)
LISTED = ("A1 Coordinator", "A3 Credit", "G1 Outreach", "N1 Rent")
SAID = "Of 6 lines of own.csv, FY2027, 4 are listed: $172,938 of $279,948 (61.8 %)."


@pytest.fixture(autouse=True)
def own_file(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(chosen_file, "_followers", {})
    chosen_file.bring("own.csv", (HEAD + FILE).encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
    return workspace


def budget() -> Any:
    return whose_budget.now().lines


def rows(*names: str) -> list[dict[str, Any]]:
    return [row for row in records_of(budget()) if row["line"] in names]


def tied(records: list[dict[str, Any]]) -> Tie:
    found = budget_lines.tied(records, YEAR)
    assert found
    return found


def page(records: list[dict[str, Any]], tie: Tie | None) -> str:
    return " ".join(budget_lines.told(records, YEAR, 7, tie)["Part of the budget"])


def paper(records: list[dict[str, Any]], tie: Tie | None) -> str:
    return plain.write(budget_baseline.paper(table_of(records, YEAR), records, YEAR, 7, "", tie))


def test_page_and_paper_say_what_part_of_the_budget_is_listed_and_by_fund() -> None:
    listed = rows(*LISTED)
    for words in (page(listed, tied(listed)), paper(listed, tied(listed))):
        assert SAID in words
    assert "Fund 1001: 2 of 3 lines, $83,062 of $145,072 (57.3 %)." in page(listed, tied(listed))
    assert "Fund not given: 1 of 1 line, $10,000 of $10,000 (100.0 %)." in page(
        listed, tied(listed)
    )
    assert "Lines listed: 1 of 2\n   Dollars listed: $79,876\n" in paper(listed, tied(listed))


def test_the_parts_add_up_to_the_whole_budget_in_whole_cents() -> None:
    found = tied(rows(*LISTED))
    assert found.whole.all_cents == 279_947_75
    assert found.whole.cents == sum(each.cents for each in found.tied) == 172_937_55
    assert sum(part.all_lines for part in found.parts) == 6


def test_the_workbook_ties_by_formulas(office: Office, tmp_path: Path) -> None:
    listed = rows(*LISTED)
    found = tied(listed)
    book = baseline_book.workbook(table_of(listed, YEAR), YEAR, 7, "", found)
    theirs = office.recalculated(book, tmp_path)
    assert differences(stored(book), theirs) == []
    cells = numbers(theirs["Part of the budget"])
    for part in (*found.parts, found.whole):
        assert cells[part.fund, "Lines listed"] == part.lines, part.fund
        assert round(100 * cells[part.fund, "Dollars listed"]) == part.cents
        assert round(100 * cells[part.fund, "Dollars in the file"]) == part.all_cents


def test_a_line_that_the_file_does_not_hold_so_is_told_and_not_tied() -> None:
    listed = rows(*LISTED)
    listed[0] |= {"amount": 84_000.0}
    typed = {**listed[1], "line": "Typed by hand", "amount": 500.0}
    found = tied([*listed, typed])
    words = page([*listed, typed], found)
    assert "Listed, and not in that file under this name: Typed by hand, $500." in words
    assert "other dollars than the file has: A1 Coordinator, $84,000 here and $84,312" in words
    assert found.whole.lines == len(LISTED)


def test_of_two_lines_of_one_name_the_dollars_tell_which_is_listed() -> None:
    lines = budget().assign(purpose="Outreach", line_id=["row 1"] * 6, fund="2150")
    row = {"line": "2150 Outreach", "amount": 45000.0, "fund": "2150"}
    assert [each.filed_cents for each in tie_to_budget([row], lines, "f", YEAR).tied] == [45_000_00]
    unlike = {**row, "amount": 7.0}
    assert tie_to_budget([unlike], lines, "f", YEAR).others == (("2150 Outreach", 700),)


@pytest.mark.parametrize("why", ("no file", "another year"))
def test_without_a_budget_of_their_year_nothing_is_said_to_be_a_part(why: str) -> None:
    listed = rows(*LISTED)
    year = "FY2026" if why == "another year" else YEAR
    if why != "another year":
        chosen_file.choose("budget_lines", None)
    assert budget_lines.tied(listed, year) is None
    for words in (page(listed, None), paper(listed, None)):
        assert "No file of a whole budget is in use here" in words
        assert " % of" not in words


def test_the_paper_that_the_page_makes_has_the_tie(workspace: Path) -> None:
    artifacts.save(
        "budget_lines", {"records": [{**row, "file": "own.csv"} for row in rows(*LISTED)]}
    )
    _first, listed, _view = budget_lines.budget_lines().children
    assert SAID in plain.write(listed._desk._make())
    assert [sheet.name for sheet in listed._desk._workbook().sheets][3] == "Part of the budget"
