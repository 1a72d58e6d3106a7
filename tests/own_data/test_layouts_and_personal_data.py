# mypy: disable-error-code="arg-type"
"""Where the table is in a sheet, which columns are whose, and what must not come in."""

import pytest

from groundwork.subject.own_data import personal
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text, rows_in_words
from groundwork.subject.own_data.sheet import Sheet

HEADER = ["line_id", "fiscal_year", "program", "amount", "ends", "restriction", "recurrence"]
ROW = ["A-1", "FY2026", "Clinics", "100.00", "2027-06-30", "restricted", "recurring"]


def row(name: str, **cells: str) -> list[object]:
    return [cells.get(column, old) for column, old in zip(HEADER, [name, *ROW[1:]], strict=True)]


def look(*rows: list[object], kind: str = "budget_lines", exact: bool = True) -> Result:
    return check(Sheet("my budget.csv", rows, exact_widths=exact), contract_of(kind))


def said(result: Result) -> str:
    return as_text(result)


def test_a_problem_names_file_row_column_found_expected_and_fix() -> None:
    result = look(["Adopted budget"], HEADER, row("A-1"), row("A-2", amount="12k"))
    assert len(result.problems) == 1
    assert str(result.problems[0]) == (
        'my budget.csv, row 4, column D "amount": found "12k" (no such number); expected dollars '
        "and cents such as 1234.56. If it stands for 12000, write 12000."
    )
    assert result.table is None
    assert "Nothing was changed in your file" in said(result)


def test_the_same_problem_in_thousands_of_rows_is_one_problem() -> None:
    rows = [row(f"A-{at}", amount="?" if at % 2 else "x") for at in range(4000)]
    result = look(HEADER, *rows)
    assert [len(problem.rows) for problem in result.problems] == [2000, 2000]
    for problem in result.problems:
        assert "2,000 rows in all" in str(problem)
        assert len(str(problem)) < 300


def test_merged_looking_labels_are_filled_down_and_said() -> None:
    labels = ["Clinics", "", "", "Family Health", "", "WIC", ""]
    rows = [row(f"A-{at}", program=label) for at, label in enumerate(labels)]
    result = look(HEADER, *rows)
    assert result.table is not None
    expected = ["Clinics"] * 3 + ["Family Health"] * 2 + ["WIC"] * 2
    assert result.table["program"].tolist() == expected
    told = [note for note in result.notes if "filled down" in note.text]
    assert [(note.rows, note.column) for note in told] == [((3, 4, 6, 8), 'C "program"')]


def test_a_hole_among_repeated_labels_is_no_merged_cell() -> None:
    result = look(HEADER, row("A-1"), row("A-2"), row("A-3", program=""), row("A-4"))
    assert result.table is not None
    assert result.table["program"].isna().tolist() == [False, False, True, False]
    years = look(HEADER, row("A-1"), row("A-2"), row("A-3", fiscal_year=""), row("A-4"))
    assert [problem.rows for problem in years.problems] == [(4,)]


def test_labels_are_not_filled_down_across_a_total() -> None:
    total: list[object] = ["Subtotal", "", "", "200", "", "", ""]
    rows = [row("A-1"), row("A-2", program=""), total, row("A-3", program="")]
    result = look(HEADER, *rows)
    assert result.table is not None
    assert result.table["program"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize(
    "label",
    ["Total", "TOTALS", "Grand Total:", "Subtotal", "Sub-total Clinics", "Clinics total",
     "Total for FY2026", "Total expenditures", "Report Total"],
)  # fmt: skip
def test_totals_are_left_out_and_said(label: str) -> None:
    result = look(HEADER, row("A-1"), [label, "", "", "100.00", "", "", ""])
    assert result.rows == 1
    assert "row 3 reads like a total and was left out" in said(result).lower()


def test_a_line_that_only_speaks_of_totals_is_kept() -> None:
    result = look(HEADER, row("A-1", program="Total worker health"), row("A-2"))
    assert result.rows == 2
    whole = look(HEADER, row("A-1", program="Total"), row("A-2"))
    assert whole.rows == 2


def test_a_total_without_its_word_is_asked_about() -> None:
    result = look([*HEADER, "fte"], [*row("A-1"), "1"], ["", "", "", "100", "", "", "", "1"])
    assert [(problem.rows, problem.found) for problem in result.problems] == [
        ((3,), "a row without line_id or fiscal_year")
    ]


def test_one_filled_cell_in_the_middle_is_asked_about_and_at_the_end_is_a_remark() -> None:
    label: list[object] = ["Clinic services", "", "", "", "", "", ""]
    middle = look(HEADER, row("A-1"), label, row("A-2"))
    assert not middle.problems
    assert [question.rows for question in middle.questions] == [(3,)]
    end = look(HEADER, row("A-1"), row("A-2"), label)
    assert end.problems == ()
    assert "row 4 stands below the table" in said(end).lower()
    cut = look(HEADER, row("A-1"), ["A-2", "", "", "", "", "", ""])
    assert [problem.rows for problem in cut.problems] == [(3,)]


def test_headings_in_other_words_are_read_and_said() -> None:
    header: list[object] = ["Line No.", "FY", "Dept", "Amount ($)", "End Date", "Restriction",
                            "RECURRENCE"]  # fmt: skip
    result = look(header, row("A-1"))
    assert result.problems == ()
    assert 'Column D "Amount ($)" was read as amount.' in said(result)
    assert 'Column C "Dept" was read as program.' in said(result)


@pytest.mark.parametrize("heading", ["Amuont", "Amount (thousands)", "Amount in $000s", "Amt"])
def test_a_heading_that_is_nearly_known_is_not_guessed(heading: str) -> None:
    result = look([heading if name == "amount" else name for name in HEADER], row("A-1"))
    assert any(question.name == "map" for question in result.questions)
    assert result.table is None


def test_a_near_miss_comes_with_a_suggestion() -> None:
    result = look(["Amuont" if name == "amount" else name for name in HEADER], row("A-1"))
    assert 'D "Amuont" is amount' in said(result)
    assert '--map "yes"' in said(result)


def test_the_columns_own_name_wins_over_another_word_for_it() -> None:
    result = look([*HEADER, "Department"], [*row("A-1"), "Health"])
    assert result.table is not None
    assert result.table["program"].tolist() == ["Clinics"]
    assert 'Column H "Department": not part of this kind of file, and left aside' in said(result)


def test_shifted_cells_of_a_text_file_are_not_read_as_if_nothing_were() -> None:
    shifted = ["A-2", "FY2026", "Clinics", "$1", "234.00", "2027-06-30", "restricted", "recurring"]
    result = look(HEADER, row("A-1"), shifted)
    assert [problem.rows for problem in result.problems] == [(3,)]
    assert "comma inside a cell" in result.problems[0].fix


def test_money_that_ends_before_it_starts_is_a_problem_here_already() -> None:
    result = look([*HEADER, "starts"], [*row("A-1"), "2028-07-01"])
    assert [(problem.rows, problem.column) for problem in result.problems] == [((2,), 'E "ends"')]


def test_empty_sheets_and_sheets_without_a_header() -> None:
    assert look().problems[0].found == "an empty sheet"
    assert look(["", ""], []).problems[0].found == "an empty sheet"
    result = look(["Zebulon", "Abernathy"], ["1", "2"])
    assert "line_id, fiscal_year, amount" in result.problems[0].expected
    assert "Zebulon" not in said(result)


def test_the_persons_own_word_decides_what_the_column_cannot() -> None:
    sheet = Sheet("b.csv", [HEADER, row("A-1", amount="1.234", ends="03/04/2027")])
    contract = contract_of("budget_lines")
    asked = check(sheet, contract).questions
    assert [question.name for question in asked] == ["decimals", "dates"]
    answers = Answers({}, {"decimals": "comma", "dates": "day-first"})
    for table in (
        check(sheet, contract, answers=answers).table,
        check(sheet, contract, decimals="comma", dates="day-first").table,
    ):
        assert table is not None
        assert table["amount"].tolist() == [1234.0]
        assert str(table["ends"][0].date()) == "2027-04-03"


def test_rows_are_named_as_people_name_them() -> None:
    assert rows_in_words((7,)) == "row 7"
    assert rows_in_words((7, 8)) == "rows 7, 8"
    assert rows_in_words((2, 3, 4, 9)) == "rows 2 to 4, 9"
    assert rows_in_words(tuple(range(1, 40, 2))).endswith("and more: 20 rows in all")


@pytest.mark.parametrize(
    ("heading", "what"),
    [("First Name", personal.NAMES), ("Employee", personal.NAMES), ("EmployeeName", personal.NAMES),
     ("client_last_name", personal.NAMES), ("DOB", personal.BIRTHS),
     ("Birth-date", personal.BIRTHS),
     ("Home Address", personal.ADDRESSES), ("IP Address", personal.ADDRESSES),
     ("LocationLatitude", personal.ADDRESSES), ("Cell Phone", personal.PHONES),
     ("RecipientEmail", personal.EMAILS), ("E-mail", personal.EMAILS),
     ("SSN (last 4)", personal.SOCIAL),
     ("Social Security No.", personal.SOCIAL), ("Patient ID", personal.IDS), ("MRN", personal.IDS),
     ("Employee #", personal.NAMES), ("Medicaid ID", personal.IDS),
     ("Program name", ""), ("Fund name", ""), ("Vendor name", ""), ("Partner name", ""),
     ("Leaders address racism", ""), ("I can name our goals", ""), ("Line number", "")],
)  # fmt: skip
def test_columns_of_personal_data_are_known_by_their_heading(heading: str, what: str) -> None:
    assert personal.by_heading(heading) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [("219-09-9999", personal.SOCIAL), ("call (617) 555-0142", personal.PHONES),
     ("617.555.0142", personal.PHONES), ("q@example.org", personal.EMAILS),
     ("12 Elm Street", personal.ADDRESSES), ("4410 N. Mill Creek Rd, Apt 3", personal.ADDRESSES),
     ("FY2026", ""), ("000-12-3456", ""), ("101-500-6010", ""), ("Contract 2024-102", ""),
     ("30 June 2026", ""), ("Schedule F100, page 12", ""), ("3 people, 12 dollars", "")],
)  # fmt: skip
def test_personal_values_are_known_whatever_the_heading_says(text: str, what: str) -> None:
    assert personal.by_value(text) == what


def test_names_in_a_column_of_positions_are_refused_and_not_shown() -> None:
    header: list[object] = ["position_id", "title", "fte", "salary", "fund"]
    people = ["Maria Lopez", "Nguyen Van An", "Zebulon Abernathy"]
    rows = [[f"P{at}", name, "1", "50000", "F1"] for at, name in enumerate(people)]
    result = look(header, *rows, kind="positions")
    assert "people's names (not shown)" in said(result)
    assert not any(name in said(result) for name in people)


def test_a_survey_takes_further_columns_as_questions_only_when_every_answer_fits() -> None:
    header: list[object] = ["year", "I feel heard", "Comments", "Floor"]
    rows: list[list[object]] = [["2026", "4", "fine", "12"], ["2026", "agree", "", "3"]]
    result = look(header, *rows, kind="survey_answers")
    assert result.table is not None
    assert result.table.columns.tolist() == ["year", "I feel heard"]
    assert result.table["I feel heard"].tolist() == [4, 4]
    assert 'Column B "I feel heard": taken as a question' in said(result)
    assert 'Column C "Comments": not part' in said(result)
    assert "agree" in said(result)
