"""Personal data is found in every dress: other dashes and digits, masks, every kept text."""

import pytest
from test_names_and_ids import look, positions

from groundwork.subject.own_data.report import as_text

SOCIAL = (
    "512-45-6789", "512 45 6789", "512.45.6789", "512/45/6789", "512_45_6789", "512–45–6789",
    "512—45—6789", "512‑45‑6789", "512−45−6789", "512\u00a045\u00a06789", "512\u202f45\u202f6789",
    "５１２-４５-６７８９", "５１２－４５－６７８９", "٥١٢-٤٥-٦٧٨٩", "५१२-४५-६७८९",
    "512 - 45 - 6789",
    "912-70-1234", "999-88-1234", "SSN 512456789", "Nurse (512-45-6789)", "ID:512-45-6789A",
    "512-\u200b45-\u200b6789", "512\u00b745\u00b76789",
)  # fmt: skip


@pytest.mark.parametrize("text", SOCIAL)
@pytest.mark.parametrize("at", [0, 1, 4])
def test_a_social_security_number_is_refused_in_every_dress(text: str, at: int) -> None:
    rows = positions("Nurse", "Aide")
    rows[2][at] = text
    result = look(rows, "positions")
    assert [(each.column[0], each.rows) for each in result.problems] == [("ABCDE"[at], (3,))]
    assert "Social Security" in str(result.problems[0])
    assert text not in as_text(result)


@pytest.mark.parametrize(
    "text",
    ["101-10-0000", "000-12-3456", "912-49-1234", "2026-06-30", "512-456-789", "F100-45-67890",
     "12-34-567890", "1.512.45.6789"],
)  # fmt: skip
def test_account_codes_are_no_social_security_numbers(text: str) -> None:
    rows = positions("Nurse", "Aide")
    rows[2][4] = text
    assert not look(rows, "positions").problems


@pytest.mark.parametrize(
    ("ids", "asked"),
    [
        (("123456789", "P2", "P3"), True),
        (("12345678", "323456789", "223456781"), True),  # one has lost its zero
        ((12345678, 23456789, 45678901), True),  # all have
        (("10023401", "10023402", "10023403"), False),  # given one after the other
        (("912701234", "P2", "P3"), True),
        (("１２３４５６７８９", "P2", "P3"), True),
        (("P1", "P2", "P3"), False),
    ],
)
def test_ids_that_could_be_social_security_numbers_are_asked_about(
    ids: tuple[object, ...], asked: bool
) -> None:
    rows = positions("Nurse", "Aide", "Planner")
    for row, each in zip(rows[1:], ids, strict=True):
        row[0] = each
    found = [question.name for question in look(rows, "positions").questions]
    assert found == (["nine digits in position_id"] if asked else [])


@pytest.mark.parametrize(
    "text",
    [
        "xxx-xx-6789",
        "***-**-6789",
        "XXXXX6789",
        "Nurse (SSN 6789)",
        "***-45-6789",
        "last four 6789",
        "Nurse (emp 512456789)",
    ],
)
def test_the_last_digits_of_a_masked_number_are_asked_about(text: str) -> None:
    result = look(positions("Aide", text), "positions")
    assert [(each.name, each.rows) for each in result.questions] == [("last digits in title", (3,))]
    assert "6789" not in as_text(result)


PEOPLE = ["Maria Lopez", "Tom Nguyen", "Ada Okafor"]


BUDGET = "line_id,fiscal_year,amount"
POSITION = "position_id,title,fte,salary"


@pytest.mark.parametrize(
    ("kind", "header", "row"),
    [
        ("budget_lines", f"{BUDGET},purpose", "{at},FY2026,9,Salary: {name}"),
        ("budget_lines", f"{BUDGET},program", "{at},FY2026,9,{name}"),
        ("budget_lines", f"{BUDGET},fund_label", "{at},FY2026,9,{name} gift"),
        ("budget_lines", f"{BUDGET},equity_evidence", "{at},FY2026,9,Memo to {name}"),
        ("partner_payments", "payment_id,partner,amount,purpose", "{at},Panels,9,Stipend {name}"),
        ("survey_answers", "response_id,year,safe_to_raise_racism,unit", "{at},2026,4,{name}"),
        ("outcomes", "measure,year,group,events,district", "death,2024,Black,{at},{name}"),
        ("positions", f"{POSITION},role_in_equity", "{at},Nurse,1,9,Reports to {name}"),
        ("positions", "title,fte,salary,position_id", "Nurse,1,9,{name}"),
        ("positions", f"{POSITION},unit", "{at},Nurse,1,9,{name}"),
    ],
)
def test_names_are_asked_about_in_every_text_that_is_kept(kind: str, header: str, row: str) -> None:
    field = header.rpartition(",")[2]
    rows: list[list[object]] = [list(header.split(","))]
    rows += [list(row.format(at=at, name=name).split(",")) for at, name in enumerate(PEOPLE)]
    asked = [question for question in look(rows, kind).questions if question.name != "map"]
    assert [question.name for question in asked] == [f"names in {field}"]
    assert asked[0].rows == (2, 3, 4)
    assert not any(name in str(asked[0]) for name in PEOPLE)


def test_counties_that_bear_names_are_not_taken_for_people() -> None:
    places = ["Jeff Davis", "Jim Hogg", "Tom Green", *(f"County {at}" for at in range(60))]
    rows: list[list[object]] = [["measure", "year", "group", "events", "district"]]
    rows += [["death", "2024", "Black", str(at), place] for at, place in enumerate(places)]
    assert not look(rows, "outcomes").questions


@pytest.mark.parametrize(
    "title",
    ["Nurse / Lopez", "Nurse-Lopez", "Aide (Nguyen)", "Okafor: RN", "Nurse Lopez", "Okafor/Lopez"],
)
def test_a_surname_beside_a_title_is_asked_about_and_not_refused(title: str) -> None:
    result = look(positions("Planner", title, title.replace("Lopez", "Garcia")), "positions")
    assert [question.name for question in result.questions] == ["names in title"]
    assert not result.problems


def test_a_column_of_surnames_alone_is_asked_about() -> None:
    result = look(positions("Okafor", "Lopez", "Nguyen", "Planner"), "positions")
    assert [(each.name, each.rows) for each in result.questions] == [("names in title", (2, 3, 4))]


@pytest.mark.parametrize(
    "text", ["M.Lopez", "lopez.maria", "Lopez; Maria", "Payment to Maria Lopez",
             "Maria Lopez 0.5 FTE", "Salary Lopez, Maria", "Stipend to Maria L.",
             "Refund: Tom & Ada Okafor"]
)  # fmt: skip
def test_names_in_other_dresses_are_asked_about_among_titles(text: str) -> None:
    result = look(positions("Nurse", text, "Planner", "Aide"), "positions")
    assert [(each.name, each.rows) for each in result.questions] == [("names in title", (3,))]


@pytest.mark.parametrize(
    "text", ["Nurse Manager", "Nurse-Family Partnership", "Clerk - Typist", "Johnson & Johnson",
             "Cesar Chavez Center", "Coordinator, Mercy", "Driver (Van)", "Title V", "Hepatitis A"]
)  # fmt: skip
def test_titles_and_organizations_like_names_ask_nothing(text: str) -> None:
    assert not look(positions("Nurse", text, "Planner"), "positions").questions


@pytest.mark.parametrize(
    "text",
    ["Nurse DOB 5/12/1980", "born 1980-05-12", "D.O.B.: May 12, 1980", "Birthdate 12-May-80"],
)
def test_a_day_of_birth_in_a_text_is_refused(text: str) -> None:
    (problem,) = look(positions("Aide", text), "positions").problems
    assert problem.found.startswith("dates of birth")


@pytest.mark.parametrize("heading", ["Supervisor", "Reports to", "Approved by", "Lead"])
def test_a_column_of_people_that_is_not_needed_is_asked_about(heading: str) -> None:
    rows = [[*row, ""] for row in positions("Nurse", "Aide")]
    rows[0][-1] = heading
    rows[1][-1], rows[2][-1] = "Maria Lopez", "Garcia, Ann"
    result = look(rows, "positions")
    (question,) = [each for each in result.questions if each.name == f"names in {heading}"]
    assert "delete the column in a copy of the file" in question.text
    assert "Lopez" not in as_text(result)
    rows[1][-1], rows[2][-1] = "Director of Nursing", "Clinic manager"
    assert not look(rows, "positions").questions


@pytest.mark.parametrize("heading", ["Patient", "client"])
def test_a_list_of_patients_is_refused_and_a_count_of_them_is_not(heading: str) -> None:
    rows: list[list[object]] = [["measure", "year", "group", "events", heading]]
    rows += [["flu", "2024", "Black", "1", "A1"], ["flu", "2024", "White", "1", "A2"]]
    (problem,) = look(rows, "outcomes").problems
    assert "one client, patient or employee" in problem.found
    rows[0][-1] = f"{heading}s"
    assert not look(rows, "outcomes").problems


def test_places_that_bear_names_are_not_asked_about() -> None:
    rows = [[*row, ""] for row in positions("Nurse", "Aide")]
    rows[0][-1], rows[1][-1], rows[2][-1] = "City", "St. Louis", "St. Charles"
    assert not look(rows, "positions").questions
