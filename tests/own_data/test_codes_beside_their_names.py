"""A county's export: codes beside their names are no amounts, and its one amount names its year."""

from pathlib import Path

import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.report import Result

HEADS = (
    *("Fund", "Fund Desc", "Cost Ctr", "Cost Ctr Desc", "Object", "Object Desc"),
    *("Line Description", "FTE", "FY2027 Adopted Budget", "Grant End Date"),
)
ROWS = (
    "1001,General Fund,4110,Health Administration,5100,Salaries,Coordinator,1,84312.00,",
    "1001,General Fund,4110,Health Administration,5200,Benefits,Benefits - Admin,,30391.17,",
    "2150,Grants Fund,4210,Maternal Health,6510,Services,Contract - Doulas,,45000.00,09/30/2027",
    "2150,Grants Fund,4230,Community Health,6520,Stipends,Stipends,,12000.00,05/31/2027",
)


def checked(folder: Path, heads: tuple[str, ...] = HEADS, rows: tuple[str, ...] = ROWS) -> Result:
    path = folder / "GL5020.csv"
    titles = "ASHBY COUNTY - BUDGET DETAIL\nDepartment 41  Run 11/20/2026\n\n"
    path.write_text(titles + "\n".join([",".join(heads), *rows]) + "\n")
    return check_file(path, "budget_lines")


def read_as(result: Result) -> dict[str, str]:
    return {each.field: each.heading for each in result.seen}


def test_an_export_with_codes_and_names_is_read_without_a_question(tmp_path: Path) -> None:
    result = checked(tmp_path)
    assert result.fine, (result.questions, result.problems)
    found = read_as(result)
    assert found["amount"] == "FY2027 Adopted Budget"
    assert (found["program"], found["object"]) == ("Cost Ctr Desc", "Object Desc")
    assert found["purpose"] == "Line Description"
    assert result.table is not None
    assert set(result.table["fiscal_year"]) == {"FY2027"}
    assert result.table["amount"].sum() == pytest.approx(171_703.17)
    year = next(note for note in result.notes if "FY2027" in note.text)
    assert year.look, "a year that nobody was asked about is one to look at"


@pytest.mark.parametrize("code", ("Cost Ctr", "Activity Plan", "Budget Unit Cost"))
def test_numbers_of_one_length_beside_their_name_are_no_amount(code: str, tmp_path: Path) -> None:
    heads = tuple(each.replace("Cost Ctr", code) for each in HEADS)
    amounts = [each for each in checked(tmp_path, heads).questions if each.name == "amount"]
    assert amounts == []


def test_whole_dollars_without_a_name_beside_them_may_be_the_amount(tmp_path: Path) -> None:
    heads = ("Line", "Requested Budget", "Adopted Budget FY2027")
    rows = ("A,1200,1300", "B,4500,4600", "C,7800,7900")
    (question,) = (
        each for each in checked(tmp_path, heads, rows).questions if each.name == "amount"
    )
    assert "Requested Budget" in question.text


def test_a_lone_column_that_names_a_year_and_no_money_is_asked_about(tmp_path: Path) -> None:
    heads = ("Fund", "Line Description", "2027")
    rows = ("1001,Rent,1200.50", "1001,Ink,4500.25", "2150,Fuel,7800.75")
    assert "amount" in {each.name for each in checked(tmp_path, heads, rows).questions}


def test_the_name_of_the_object_is_what_a_line_is_for_where_nothing_else_says_it(
    tmp_path: Path,
) -> None:
    heads = ("Fund", "Object", "Object Desc", "FY2027 Adopted Budget")
    rows = ("1001,5100,Salaries,84312.00", "1001,5200,Benefits,30391.17")
    found = read_as(checked(tmp_path, heads, rows))
    assert (found["object"], found["purpose"]) == ("Object", "Object Desc")


@pytest.mark.parametrize(
    ("cell", "letter", "plain"),
    [("12OOO.00", "O", "12000.00"), ("12ooo", "o", "12000"), ("1l00.50", "l", "1100.50")],
)
def test_a_letter_among_digits_is_named(cell: str, letter: str, plain: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, rows=(*ROWS[:3], ROWS[3].replace("12000.00", cell))).problems
    assert f"(a number that holds the letter {letter})" in problem.found
    assert f"If {plain} is meant, type it in digits." in problem.fix
