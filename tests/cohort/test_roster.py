"""A roster is read as HR or a form exports it; what cannot be used is named by row and column."""

from pathlib import Path

import pytest

from groundwork.cohort import roster
from groundwork.cohort.roster import Person
from groundwork.cohort.whose import SUGGESTED, SURE, UNKNOWN, guess
from groundwork.subject.errors import UserError

ANA = Person("ana.lopez", "Ana", "López", "ana.lopez@example.gov")


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[Person]:
    path = tmp_path / "staff.csv"
    path.write_bytes(text.encode(encoding))
    return roster.read(path)


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Last Name,Work Email\nAna,López,ana.lopez@example.gov\n",
        'Employee Name;E-mail Address\n"López, Ana";ana.lopez@example.gov\n\n;\n',
        "Full name\tE-Mail\nAna López\tana.lopez@example.gov\n",
        "\nTeam,ID,Surname,Given name,Mail\nHR,ana.lopez,López,Ana,ana.lopez@example.gov\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_same_person_comes_out_of_every_export(
    tmp_path: Path, text: str, encoding: str
) -> None:
    assert read(tmp_path, text, encoding) == [ANA]


def test_names_alone_give_ids_that_can_be_folders(tmp_path: Path) -> None:
    found = read(tmp_path, 'Name\nJosé Núñez\n"O\'Hara, Jr"\n')
    assert [person.id for person in found] == ["jose.nunez", "jr.o.hara"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no rows"),
        ("Name,Email\n", "has headings and nobody below them"),
        ("Team,Floor\nA,2\n", "row 1: no column of ids, e-mail addresses or names"),
        ("id\nana\nbo\nANA\n", "row 4: ANA is in row 2 too"),
        ("id,name\nana,A\n../evil,B\n", "row 3, column “id”: '../evil' cannot be an id"),
        ("id\na+b\n", "row 2, column “id”: 'a\\+b' cannot be an id"),
        ("id\nCON\n", "row 2, column “id”"),
        ("Email\n=cmd@x.gov\n", "row 2, column “Email”"),
        ("Name,Email\nO'Hara, Jr,j@x.gov\n", "row 2: there are 3 cells, and 2 headings"),
        ("PK\x03\x04", "is an Excel workbook"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_row_and_column(
    tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(UserError, match=says) as error:
        read(tmp_path, text)
    assert error.value.fix


def test_lines_above_the_headings_of_a_report_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text(
        "Riverbend County HR,,\nActive staff as of 11/20/2026,,\n,,\n"
        "Emp ID,Legal Last Name,First Name\n1042,Doe,Jane\n",
        encoding="utf-8",
    )
    assert roster.read(path) == [Person("1042", "Jane", "Doe")]


JANE = Person("1042", "Jane", "Doe", "jane.doe@example.gov")


@pytest.mark.parametrize(
    "headings",
    [
        "Worker ID,Worker,Email - Primary Work",
        "Person Number,Legal Name,Work Email Address",
        "Emp. No.,Name (First Last),Business E-mail",
        "EMPLID,Employee Name,E-Mail Address (work)",
        "PERNR,Full Name,User Principal Name",
    ],
)
def test_headings_of_several_programs_are_known(tmp_path: Path, headings: str) -> None:
    assert read(tmp_path, f"{headings}\n1042,Jane Doe,jane.doe@example.gov\n") == [JANE]


def test_a_supervisors_address_or_an_emergency_contact_is_nobodys_own(tmp_path: Path) -> None:
    text = "Manager Email,Emergency Contact Name,Employee ID,Name\nb@x.gov,Al Doe,7,Jane Doe\n"
    assert read(tmp_path, text) == [Person("7", "Jane", "Doe")]


def test_lines_below_the_last_row_and_headings_of_a_new_page_are_nobody(tmp_path: Path) -> None:
    text = (
        "Name,Email\nAna López,ana.lopez@example.gov\nNAME,EMAIL\nBasie Count,c@x.gov\n"
        "Count Basie,\nTotal,\nGrand Total: 2,\n2 employees,\nReport generated 11/20/2026,\n"
        "Page 1 of 1,\nCONFIDENTIAL,\nEnd of report,\n"
    )
    found = read(tmp_path, text)
    assert [each.shown() for each in found] == [
        "Ana López (ana.lopez)",
        "Basie Count (c)",
        "Count Basie (count.basie)",
    ]


def test_who_holds_two_positions_is_one_person_and_two_of_one_name_are_two(tmp_path: Path) -> None:
    rows = "1042,Jane Doe,Nurse\n1042,Jane Doe,Planner\n1043,Jane Doe,Clerk\n"
    found = read(tmp_path, f"id,name,position\n{rows}")
    assert [each.id for each in found] == ["1042", "1043"]
    with pytest.raises(UserError, match=r"row 3: jane\.doe is in row 2 too") as error:
        read(tmp_path, "Name,Position\nJane Doe,Nurse\nJane Doe,Clerk\n")
    assert "a column “id”" in error.value.fix


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1042.0,Jane Doe,jane.doe@example.gov", JANE),
        ("\u200b1042,\u200eJane Doe\ufeff,jane.doe@example.gov", JANE),
        ("1042,Jane Doe (On Leave),jane.doe@example.gov", JANE),
        ("1042,\xa0Jane Doe\xa0,jane.doe@example.gov", JANE),
        ("N/A,Jane Doe,jdoe@x.gov", Person("jdoe", "Jane", "Doe", "jdoe@x.gov")),
        ("-,Jane Doe,TBD", Person("jane.doe", "Jane", "Doe")),
    ],
)
def test_what_programs_put_into_cells_is_taken_out(
    tmp_path: Path, cells: str, expected: Person
) -> None:
    (found,) = read(tmp_path, f"id,name,email\n{cells}\n")
    assert found.id == expected.id and found.shown() == expected.shown()


@pytest.mark.parametrize("email", ["Jane Doe <jdoe@x.gov>", "mailto:jdoe@x.gov"])
def test_an_address_as_mail_programs_copy_it_is_read(tmp_path: Path, email: str) -> None:
    (found,) = read(tmp_path, f"Name,Email\nJane Doe,{email}\n")
    assert (found.id, found.email) == ("jdoe", "jdoe@x.gov")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.csv could not be read"):
        roster.read(tmp_path / "none.csv")


PEOPLE = [ANA, Person("bo", "Bo", "Li"), Person("al", "Al", "Doe"), Person("jd", "Jane", "Doe")]


@pytest.mark.parametrize(
    ("hint", "whose"),
    [
        ("ana.lopez", "ana.lopez"),
        ("LopezAna", "ana.lopez"),
        ("Lopez, Ana", "ana.lopez"),
        ("exercise 1 ana lopez final", "ana.lopez"),
        ("López", "ana.lopez"),
        ("doe jane", "jd"),
        ("bo", "bo"),
        ("doe", None),
        ("Li", None),
        ("download", None),
        ("", None),
        ("boar", None),
    ],
)
def test_a_name_suggests_one_person_or_nobody(hint: str, whose: str | None) -> None:
    found = guess(PEOPLE, [hint], "", {})
    assert (found.person.id if found.person else None) == whose
    assert found.how == (SUGGESTED if whose else UNKNOWN)


def test_a_workspace_is_known_again_unless_a_name_speaks_against_it() -> None:
    owners = {"n1": "bo"}
    assert guess(PEOPLE, ["download"], "n1", owners).how == SURE
    assert guess(PEOPLE, ["bo"], "n1", owners).how == SURE
    against = guess(PEOPLE, ["jane doe"], "n1", owners)
    assert (against.how, against.person) == (SUGGESTED, PEOPLE[3])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Name,Email\nPat O'Brien,pat.o'brien@x.gov\nA B,a+b@x.gov\n", ["pat.o.brien", "a.b"]),
        ("County HR\nName;Email\nA B;ab@x.gov\n", ["ab"]),
    ],
)
def test_a_list_is_taken_as_programs_export_it(tmp_path: Path, text: str, ids: list[str]) -> None:
    path = tmp_path / "staff.csv"
    path.write_text(text, encoding="utf-8")
    assert [each.id for each in roster.read(path)] == ids


def test_a_quotation_mark_that_nothing_closes_is_told_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text('Name,Email\n"Doe, Jane,' + "x" * 200_000 + "\n", encoding="utf-8")
    with pytest.raises(UserError, match="row 2: a quotation mark opens there"):
        roster.read(path)
