"""Lines of staff that a finance system describes alike are told apart by their positions."""

import pytest

from groundwork.subject.budget.own_lines import name_of, records_of, spent
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

pytestmark = pytest.mark.lesson("06_budget_baseline")

PAY = "Salaries - Regular"


def read(heading: str, *cells: str) -> Result:
    head = ["Fiscal Year", "Fund", "Account Description", heading, "Amount"]
    rows = [
        ["FY2027", "261", PAY, cell, f"{at * at * 1000}"] for at, cell in enumerate(cells, start=1)
    ]
    sheet = Sheet("b.csv", [list(head), *map(list, rows)])
    return check(sheet, contract_of("budget_lines"), answers=Answers({}, {"map": "yes"}))


@pytest.mark.parametrize("heading", ["Position", "Position Title", "Job Title", "Position Number"])
def test_each_line_of_staff_has_a_name_of_its_own(heading: str) -> None:
    titles = ["P-101", "P-102"] if "Number" in heading else ["Epidemiologist II", "Home Visitor"]
    result = read(heading, *titles, "")
    assert result.table is not None, as_text(result)
    lines = spent(result.table).lines
    assert [name_of(row) for _, row in lines.iterrows()] == [
        *(f"261 {title}: {PAY}" for title in titles),
        f"261 {PAY}",
    ]
    assert len({record["line"] for record in records_of(lines)}) == 3


def test_a_position_that_the_description_names_is_not_said_twice() -> None:
    result = read("Position Title", "salaries", "Nurse")
    assert result.table is not None, as_text(result)
    assert list(spent(result.table).lines["purpose"]) == [PAY, f"Nurse: {PAY}"]


def test_a_count_of_positions_names_no_line() -> None:
    result = read("Positions", "1", "2")
    assert "position_title" not in {each.field for each in result.seen}


def test_people_are_still_refused() -> None:
    result = read("Position", "Maria Alvarez", "James Robert Miller", "Linda Johnson")
    assert any("(not shown)" in str(problem) for problem in result.problems), as_text(result)
