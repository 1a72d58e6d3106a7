"""Rows of words that head the rows below are asked about once for all, and are never lines."""

import csv

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
