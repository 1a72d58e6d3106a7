"""Files as other budget programs write them: asked about at most twice, never silently wrong."""

import zipfile
from pathlib import Path

import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result

MUNIS = """ORG,OBJ,ACCOUNT DESCRIPTION,ORIGINAL APPROP,REVISED BUDGET,YTD EXPENDED,PCT USED
10051000,511000,SALARIES,"1,250,000","1,250,000","612,000.50",49.0
10051000,520100,CONTRACTS,"80,000","75,000","40,000.00",93.3
TOTAL PUBLIC HEALTH,,,"1,330,000","1,325,000","652,000.50",51.5
"""
EUROPEAN = """Fiscal Year;Fund;Dept;Description;Amount
2025;100;Health;Salaries;1.250.000,00
2025;100;Health;Recovery;5.000,00-
2025;200;Health;Supplies;12.345,67
"""
TWO_ROWS = """,,FY2025,FY2025,FY2026
Dept,Description,Adopted,Actual,Adopted
Health,Salaries,100,90,110
Health,Supplies,20,25,22
"""
PAGES = """County of Example,,,
Adopted Budget FY 2025-26,,,
Department,Line Item,Fund,Amount
Health,Nurses,100,5000
Health,Rides,100,700
Page 1 of 2,,,
Department,Line Item,Fund,Amount
Health,Food,200,300
Total Fund 200,,,300
Grand Total,,,6000
"""
SUBTOTALS = """Fiscal Year,Program,Description,Amount
FY2025,Clinics,Nurses,1000
FY2025,Clinics,Rent,500
FY2025,Clinics Subtotal,,1500
FY2025,WIC,Food,300
FY2025,WIC,Staff,200
FY2025,,,500
FY2025,All Programs,,2000
"""
PEOPLESOFT = """Ledger|Account|Deptid|Fund_Code|Program_Code|Budget_Period|Posted_Total_Amt
BUDGET|500100|4100|1010|PH01|2025|125000.00
BUDGET|500200|4100|1010|PH01|2025|-2500.00
"""
WORKDAY = """Company,Cost Center,Spend Category,Fund,Grant,Fiscal Year,Plan Amount
County,CC4100 Public Health,Salaries,FD100,,FY2026,"$125,000.00"
County,CC4100 Public Health,Travel,FD100,GR-0012,FY2026,"($1,500.00)"
"""
BLANK_FIRST = """,Department,Description,FY2025 Budget
,Health,Nurses,1000
,Health,Rides,200
,Total,,1200
"""
ONE_YEAR = """Department,Description,Fund,FY 2025-26
Health,Nurses,100,1000
Health,Rides,100,200
"""
ENCUMBERED = """Budget Year,Dept,Object,Budget,Encumbered,Expended
2025,Health,Nurses,1000,100,400
2025,Health,Rides,200,0,10
"""
QUARTERS = """Fiscal Year,Department,Description,Q1,Q2,Q3,Q4,Total
FY2025,Health,Nurses,10,10,10,10,40
FY2025,Health,Rides,1,2,3,4,10
"""
SUMS: dict[str, tuple[str, int, dict[str, float]]] = {
    "munis": (MUNIS, 3, {"": 1_330_000}),
    "european": (EUROPEAN, 0, {"FY2025": 1_257_345.67}),
    "two rows of headings": (TWO_ROWS, 1, {"FY2025": 120, "FY2026": 132}),
    "pages of a report": (PAGES, 1, {"": 6000}),
    "subtotals": (SUBTOTALS, 1, {"FY2025": 2000}),
    "peoplesoft": (PEOPLESOFT, 1, {"FY2025": 122_500}),
    "workday": (WORKDAY, 1, {"FY2026": 123_500}),
    "blank first column": (BLANK_FIRST, 1, {"FY2025": 1200}),
    "named by its year": (ONE_YEAR, 1, {"FY2026": 1200}),
    "encumbered": (ENCUMBERED, 1, {"FY2025": 1200}),
    "quarters": (QUARTERS, 1, {"FY2025": 50}),
}


def read(path: Path, text: str, kind: str = "budget_lines", turns: int = 3) -> tuple[Result, int]:
    """Check a text, giving the first answer to each question; return how many were asked."""
    path.write_text(text, encoding="utf-8")
    answers, asked = Answers(), 0
    for _ in range(turns):
        result = check_file(path, kind, answers=answers)
        for question in result.questions:
            asked += 1
            first = question.choices[0].answer if question.choices else question.example
            answers = answers.with_answer(question, first)
        if not result.questions:
            break
    return result, asked


@pytest.mark.parametrize("name", SUMS)
def test_a_file_adds_up_to_what_it_means(tmp_path: Path, name: str) -> None:
    text, most, wanted = SUMS[name]
    result, asked = read(tmp_path / "budget.csv", text)
    assert result.table is not None, [str(each) for each in result.problems]
    assert asked <= most
    by_year = result.table.groupby("fiscal_year")["amount"].sum()
    found = {str(year): float(dollars) for year, dollars in by_year.items()}
    if "" in wanted:  # the year is the one that was answered
        found = {"": sum(found.values())}
    assert found == pytest.approx(wanted)


def test_letters_of_utf_16_are_read(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    rows = "Fiscal Year\tDepartment\tDescription\tAmount\nFY25\tSanté\tNiñez\t1,200\n"
    path.write_bytes(rows.encode("utf-16"))
    result = check_file(path, "budget_lines")
    assert result.table is not None
    assert result.table["program"].tolist() == ["Santé"]


@pytest.mark.parametrize("cell", ["about 5", "1.2M"])
def test_a_column_with_mistakes_is_still_the_column(tmp_path: Path, cell: str) -> None:
    rows = f"""Fiscal Year,Account,Description,Budgeted,Equity %
FY2026,5010,Nurses,1000,10
FY2026,5020,Rides,{cell},20
"""
    result, _ = read(tmp_path / "budget.csv", rows)
    assert result.columns["Budgeted"] == "amount"
    assert [each.rows for each in result.problems] == [(3,)]
    assert cell in str(result.problems[0].found)


def test_hidden_and_missing_deaths_are_still_deaths(tmp_path: Path) -> None:
    rows = """Year,County,Race,Deaths,Population
2023,Mill,Black,<10,2300
2023,Mill,White,34,20000
2023,Oak,Black,D,1200
2023,Elm,Black,n/a,500
2023,Elm,White,..,800
"""
    result, asked = read(tmp_path / "deaths.csv", rows, "outcomes")
    assert result.table is not None
    assert asked <= 2
    assert result.table["events_hidden"].tolist() == [True, False, True, False, False]
    assert result.table["events"].isna().tolist() == [True, False, True, True, True]


def test_a_packed_file_says_how_it_is_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "budget.csv", "w") as packed:
        packed.writestr("inside.csv", "a,b\n1,2\n")
    with pytest.raises(UserError, match="Extract All"):
        check_file(tmp_path / "budget.csv", "budget_lines")


EXPORT = """Fund,Fund Name,Org,Org Name,Object,Object Description,FTE,FY26 Revised,FY27 Adopted
100,General Fund,4100,Health Admin,5101,Salaries,3,286410.22,295002.53
100,General Fund,4100,Health Admin,5201,Benefits,,58112.40,61018.02
"""


def test_lines_bear_names_and_what_years_do_not_share_is_told(tmp_path: Path) -> None:
    result, _ = read(tmp_path / "budget.csv", EXPORT)
    assert result.table is not None
    assert result.table["program"].unique().tolist() == ["Health Admin"]
    assert result.table["purpose"].unique().tolist() == ["Salaries", "Benefits"]
    assert result.table["object"].unique().tolist() == ["5101", "5201"]
    look = " ".join(str(note) for note in result.notes if note.look)
    assert 'different stages, "adopted" and "revised"' in look
    assert 'column G "FTE": the same number was put into every year' in look
