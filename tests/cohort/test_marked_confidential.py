"""A list that is marked as confidential is read without its marks, and nobody on it is lost."""

from pathlib import Path

import pytest

from groundwork.cohort import roster
from groundwork.cohort.roster import Person
from groundwork.subject.errors import UserError

JANE = Person("1042", "Jane", "Doe", "jane.doe@example.gov")
ROW = "1042,Jane Doe,jane.doe@example.gov"


def read(tmp_path: Path, text: str) -> list[Person]:
    path = tmp_path / "staff.csv"
    path.write_text(text, encoding="utf-8")
    return roster.read(path)


@pytest.mark.parametrize(
    "headings",
    [
        "ID,Name (Confidential),Email",
        "ID - CONFIDENTIAL,Confidential: Name,Email (strictly confidential)",
        "Employee ID,Private and Confidential – Employee Name,Work Email/Confidential",
    ],
)
def test_a_heading_that_carries_the_mark_is_known(tmp_path: Path, headings: str) -> None:
    assert read(tmp_path, f"{headings}\n{ROW}\n") == [JANE]


def test_a_column_that_says_whose_data_are_confidential_is_no_name(tmp_path: Path) -> None:
    text = f"Confidential,ID,Name,Email,Confidential Contact\nYes,{ROW},Al Doe\n"
    assert read(tmp_path, text) == [JANE]


@pytest.mark.parametrize(
    "mark",
    [
        "CONFIDENTIAL",
        "*** Confidential ***",
        "Strictly Confidential",
        "Private & Confidential",
        "Confidential – HR use only",
        "CONFIDENTIAL: Riverbend County personnel data",
        "This report is confidential.",
        "This list contains confidential personnel information",
        "For official use only",
        "For Internal Use Only - Riverbend County",
        "Do not forward",
    ],
)
@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_line_that_marks_the_list_is_nobody_in_whatever_column(
    tmp_path: Path, mark: str, column: int
) -> None:
    line = ["", "", ""]
    line[column] = f'"{mark}"'
    marked = ",".join(line)
    text = f"{marked}\nID,Name,Email\n{ROW}\n{marked}\n"
    assert read(tmp_path, text) == [JANE]
    names = read(tmp_path, f'Name\nJane Doe\n"{mark}"\n')
    assert [each.id for each in names] == ["jane.doe"]


def test_the_mark_at_the_end_of_each_page_is_nobody(tmp_path: Path) -> None:
    page = "Page {} of 2,\nConfidential,\nName,Email\n"
    text = f"Name,Email\nJane Doe,j@x.gov\n{page.format(1)}Al Doe,a@x.gov\n{page.format(2)}"
    assert [each.id for each in read(tmp_path, text)] == ["j", "a"]


def test_somebody_whose_name_is_withheld_is_not_lost(tmp_path: Path) -> None:
    found = read(tmp_path, f"ID,Name,Email\n{ROW}\n1043,Confidential,\n")
    assert [each.id for each in found] == ["1042", "1043"]
    found = read(tmp_path, "Name,Position\nJane Doe,Nurse\nConfidential,Clerk\n")
    assert [each.id for each in found] == ["jane.doe", "confidential"]
    with pytest.raises(UserError, match="row 3: “Confidential” stands there alone") as error:
        read(tmp_path, "Name\nJane Doe\nConfidential\nAl Doe\n")
    assert "Give them an id" in error.value.fix


@pytest.mark.parametrize("name", ["Use Only", "Fidel Confident", "Private Jones", "Di Strictly"])
def test_people_whose_names_hold_such_words_are_people(tmp_path: Path, name: str) -> None:
    assert [each.shown().partition(" (")[0] for each in read(tmp_path, f"Name\n{name}\n")] == [name]


def test_a_title_that_names_employees_is_no_row_of_headings(tmp_path: Path) -> None:
    text = f"Confidential Employee,,\nID,Name,Email\n{ROW}\n"
    assert read(tmp_path, text) == [JANE]
