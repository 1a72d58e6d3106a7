"""Rows of words that head the rows below are asked about once for all, and are never lines."""

import csv
import time

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

BY_DESCRIPTION = """Description,FY,Fund,Amount,Notes
Public Works,,,,
Salaries,FY2026,100,500,
Supplies,FY2026,100,20,
Public Health:,,,,
Nurses,FY2026,100,300,x
"""
IN_ITS_COLUMN = """Department,FY,Description,Amount
Public Works,,,
,FY2026,Salaries,500
,FY2026,Supplies,20
Public Health,,,
,FY2026,Nurses,300
"""
CODE_AND_NAME = """Fund,FY,Account,Description,Amount
100,,,General Fund,
,FY2026,5101,Salaries,500
,FY2026,5102,Supplies,20
200,,,Grants,
,FY2026,5101,Nurses,300
"""
POSITIONS = """position_id,fiscal_year,title,fte,salary
Clinics,,,,
P1,FY2026,Nurse,1,80000
Office,,,,
P2,FY2026,Clerk,1,50000
"""
OUTCOMES = """group,measure,year,events,denominator
Mill Flats,,,,
Black,births,2024,20,100
White,births,2024,30,300
Northbank,,,,
Black,births,2024,20,150
"""


def look(text: str, kind: str = "budget_lines", said: str = "") -> Result:
    answers = Answers({}, {"heading rows": said} if said else {})
    return check(Sheet("f.csv", list(csv.reader(text.splitlines()))), contract_of(kind),
                 answers=answers)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "field", "labels"),
    [
        (BY_DESCRIPTION, "budget_lines", "program", ["Public Works"] * 2 + ["Public Health"]),
        (BY_DESCRIPTION, "budget_lines", "fund_label", ["Public Works"] * 2 + ["Public Health"]),
        (IN_ITS_COLUMN, "budget_lines", "program", ["Public Works"] * 2 + ["Public Health"]),
        (CODE_AND_NAME, "budget_lines", "fund", ["100", "100", "200"]),
        (POSITIONS, "positions", "unit", ["Clinics", "Office"]),
        (OUTCOMES, "outcomes", "district", ["Mill Flats"] * 2 + ["Northbank"]),
    ],
)
def test_words_that_head_rows_are_asked_about_and_put_where_the_person_says(
    text: str, kind: str, field: str, labels: list[str]
) -> None:
    result = look(text, kind)
    assert not result.problems, as_text(result)
    (question,) = result.questions
    assert len(question.rows) == 2
    assert field in [choice.answer for choice in question.choices]
    table = look(text, kind, field).table
    assert table is not None, as_text(look(text, kind, field))
    assert table[field].tolist() == labels
    assert len(table) == len(labels)


@pytest.mark.parametrize("text", [BY_DESCRIPTION, IN_ITS_COLUMN, CODE_AND_NAME])
def test_words_left_out_are_quoted(text: str) -> None:
    result = look(text, said="leave out")
    assert result.table is not None, as_text(result)
    assert result.table["amount"].sum() == 820
    first = next(row for row in csv.reader(text.splitlines()[1:]))
    assert " ".join(filter(None, first)) in as_text(result)


def test_what_stands_below_the_last_row_or_is_a_number_is_no_heading() -> None:
    below = look(BY_DESCRIPTION + "Source: adopted budget,,,,\n", said="leave out")
    assert below.fine
    (problem,) = look("Description,FY,Fund,Amount\nNurses,FY2026,1,5\n,,,7\n").problems
    assert problem.rows == (3,)
    number = look("Description,FY,Fund,Amount\n2026,,,\nNurses,FY2026,1,5\n")
    assert [each.rows for each in number.problems] == [(2,)]


def test_a_name_among_headings_is_still_asked_about() -> None:
    named = POSITIONS.replace("Clinics", '"Lopez, Maria"').replace("Office", '"Nguyen, Tuan"')
    result = look(named, "positions", "unit")
    assert result.table is None
    assert "unit" in " ".join(q.name + q.text for q in result.questions) or result.problems


GROUPED = """line_id,Program,FY,Description,Amount
L1,Clinics,FY2026,Nurses,100
L2,,FY2026,Aides,20
{between}
L3,,FY2026,Rent,5
L4,WIC,FY2026,Food,7
L5,,FY2026,Van,3
L6,,FY2026,Gas,2
"""


@pytest.mark.parametrize("between", ["Page 2 of 5,,,,", "(continued),,,,", "----------,,,,"])
def test_what_stands_between_pages_ends_no_group(between: str) -> None:
    result = look(GROUPED.format(between=between))
    if between.startswith("-"):  # a rule among the lines is a problem of its own
        assert [problem.rows for problem in result.problems] == [(4,)], as_text(result)
        return
    assert result.table is not None, as_text(result)
    assert result.table["program"].tolist() == ["Clinics"] * 3 + ["WIC"] * 3


def test_a_total_over_a_page_is_still_asked_about() -> None:
    lines = "".join(f"L{at},Clinics,FY2026,Work {at},{100 + at}\n" for at in range(1, 4))
    text = "line_id,Program,FY,Description,Amount\n" + lines + "Page 2 of 5,,,,\n"
    text += "L5,Clinics,FY2026,Rent,50\nL6,Everything,FY2026,All of it,356\n"
    text += "L7,WIC,FY2026,Food,9\nL8,WIC,FY2026,Milk,8\n"
    result = look(text)
    assert [question.name for question in result.questions] == ["totals"], as_text(result)


TWO_LEVELS = """Department,Object,FY,Description,Amount
Public Health,,,,
,Salaries,,,
,,FY2026,Nurses,500
,,FY2026,Aides,20
,Supplies,,,
,,FY2026,Gloves,30
Public Works,,,,
,,FY2026,Drivers,7
"""


def test_an_outer_heading_stays_where_inner_ones_stand_in_another_column() -> None:
    (question,) = look(TWO_LEVELS).questions
    table = look(TWO_LEVELS, said="program").table
    assert table is not None, as_text(look(TWO_LEVELS, said="program"))
    assert table["program"].tolist() == ["Public Health"] * 3 + ["Public Works"]
    told = as_text(look(TWO_LEVELS, said="program"))
    assert "were left out" in told
    assert '"Salaries"' in told
    assert "would be left out" in question.text


def test_of_headings_on_two_levels_the_question_says_which_one_counts() -> None:
    text = TWO_LEVELS.replace("Department,Object", "Account,Kind")
    text = text.replace(",,FY2026", "5101,A,FY2026")
    (question,) = (each for each in look(text).questions if each.name == "heading rows")
    assert "nearest" in question.text
    assert "nearest" not in look(BY_DESCRIPTION).questions[0].text


def test_a_label_below_a_heading_is_filled_down_before_the_heading_is() -> None:
    text = IN_ITS_COLUMN.replace(
        "Public Health", ",FY2026,Rent,9\nClinic,FY2026,Nurse,5\n,FY2026,Aide,4\nPublic Health"
    )
    table = look(text, said="program").table
    assert table is not None
    labels = ["Public Works"] * 3 + ["Clinic"] * 2 + ["Public Health"]
    assert table["program"].tolist() == labels


ENDED = """Description,FY,Fund,Amount,Notes
Public Works,,,,
Salaries,FY2026,100,500,
Subtotal,,,500,
Supplies,FY2026,100,20,
Total Public Works,,,520,
Contingency,FY2026,100,5000,
"""


def test_what_follows_the_total_of_a_section_is_not_of_it() -> None:
    result = look(ENDED, said="fund_label")
    assert result.table is not None, as_text(result)
    labels = result.table["fund_label"]
    assert labels[:2].tolist() == ["Public Works"] * 2
    assert labels.isna().tolist() == [False, False, True]


UNFILLED = """program,object,purpose,fund_label,fiscal_year,amount
Clinics,Salaries,Nurses,General,FY2026,100
Clinics,Rent,Rooms,General,FY2026,20
Epidemiology,Overtime,,,,
WIC,Food,Milk,General,FY2026,30
"""


def test_a_line_that_is_not_filled_in_is_no_heading() -> None:
    result = look(UNFILLED)
    assert "heading rows" not in [question.name for question in result.questions]
    assert any(problem.rows == (4,) for problem in result.problems), as_text(result)


def test_two_words_below_the_last_line_head_nothing_and_are_told() -> None:
    text = UNFILLED.replace("Epidemiology,Overtime,,,,\n", "").replace("\n", ",\n")
    text = text.replace("amount,", "amount,notes")
    result = look(text + "Prepared by,,,,,,Finance Office\n,,,,,,\nPage 1,,,,,,\n")
    assert not result.questions, as_text(result)
    assert "Prepared by Finance Office" in as_text(result)


def test_a_sheet_of_many_headings_is_read_in_a_moment() -> None:
    rows: list[list[object]] = [["Description", "FY", "Fund", "Amount", "Notes"]]
    for at in range(1, 20_001):
        rows += [[f"Section {at}", *[None] * 4], ["Nurses", "FY2026", "100", 10 * at, None]]
    sheet = Sheet("f.xlsx", rows, hidden_rows=frozenset([3]))
    said = Answers({}, {"heading rows": "leave out", "hidden rows": "leave out"})
    begun = time.process_time()
    table = check(sheet, contract_of("budget_lines"), answers=said).table
    assert table is not None
    assert len(table) == 19_999
    assert time.process_time() - begun < 4  # many times as long where each is held against all


WITH_SIDES = """Description,FY,Fund,Type,Amount,Notes
Revenues,,,,,
Fees,FY2026,100,Revenue,500,
Expenditures,,,,,
Salaries,FY2026,100,Expense,300,
Refund,FY2026,100,Revenue,20,
"""


@pytest.mark.parametrize(("side", "amounts"), [("expense", [300]), ("revenue", [500, 20])])
def test_where_a_column_says_the_side_headings_of_rows_do_not(
    side: str, amounts: list[float]
) -> None:
    said = Answers({}, {"heading rows": "leave out", "side": side})
    rows = list(csv.reader(WITH_SIDES.splitlines()))
    result = check(Sheet("f.csv", rows), contract_of("budget_lines"), answers=said)
    assert result.table is not None, as_text(result)
    assert result.table["amount"].tolist() == amounts
    assert "whether money comes in or goes out" not in as_text(result)
