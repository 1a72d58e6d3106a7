"""Names of people are found in every dress, and titles, programs and organizations are not."""

import csv
from pathlib import Path

import openpyxl
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.names import names_somebody
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

FOLDER = Path(__file__).parent
# Given and family names of 30 origins, joined at random: nobody is meant.
FORMS = (
    "{0} {1}", "{1}, {0}", "{0} R. {1}", "{1}, {0} M", "{0} {1}, RN", "{0} {1}/Nurse",
    "Public Health Nurse - {0} {1}", "Program Manager ({0} {1})", "Vacant (was {1})",
    "Stipend: {0} {1}", "Dr. {1}",
)  # fmt: skip


def name_lines() -> list[str]:
    with (FOLDER / "invented_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [
        FORMS[(at + turn) % len(FORMS)].format(row["given"], row["family"])
        for turn in (0, 4)
        for at, row in enumerate(rows)
    ]
    return [line.upper() if at % 9 == 0 else line for at, line in enumerate(lines)][:500]


def ordinary_lines() -> list[str]:
    with (FOLDER / "ordinary_texts.csv").open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)][:500]


def test_nine_of_ten_names_are_found_and_two_of_a_hundred_others_asked_about() -> None:
    names, others = name_lines(), ordinary_lines()
    assert len(names) == len(others) == 500
    found = sum(map(names_somebody, names)) / len(names)
    asked = sum(map(names_somebody, others)) / len(others)
    print(f"500 lines with a name: {found:.1%} found. 500 titles, programs and organizations: "
          f"{asked:.1%} asked about.")  # fmt: skip
    assert found >= 0.90
    assert asked <= 0.02


def positions(*titles: str) -> list[list[object]]:
    rows: list[list[object]] = [["position_id", "title", "fte", "salary", "fund"]]
    return rows + [[f"P{at}", title, "1", "50000", "F1"] for at, title in enumerate(titles)]


def look(rows: list[list[object]], kind: str, **said: str) -> Result:
    answers = Answers({}, {name.replace("_", " "): text for name, text in said.items()})
    return check(Sheet("x.csv", rows), contract_of(kind), answers=answers)


@pytest.mark.parametrize(
    "titles",
    [
        ("Lopez, Maria", "Smith, John A", "Kim, Joon"),
        ("Nurse - Maria Lopez", "Nurse - Binh Nguyen", "Clerk - John Smith"),
        ("MARIA LOPEZ", "JOHN SMITH", "BINH NGUYEN"),
        ("Vacant (was Lopez)", "Vacant (was Smith)", "Maria Lopez, RN"),
    ],
)
def test_a_column_of_names_is_refused_and_no_name_is_shown(titles: tuple[str, ...]) -> None:
    result = look(positions(*titles), "positions")
    assert [problem.column for problem in result.problems] == ['B "title"']
    assert not any(title in as_text(result) for title in titles)


def test_a_few_likely_names_are_asked_about_and_the_answer_is_taken() -> None:
    rows = positions("Nurse", "Health Educator", "Clerk", "Cesar Chavez", "Planner")
    result = look(rows, "positions")
    assert [(question.name, question.rows) for question in result.questions] == [
        ("names in title", (5,))
    ]
    assert "Chavez" not in as_text(result)
    assert look(rows, "positions", names_in_title="no people").table is not None


def test_payees_that_are_all_people_are_refused_and_organizations_pass() -> None:
    header: list[object] = ["payment_id", "partner", "amount"]
    people = [[f"PP-{at}", name, "100"] for at, name in enumerate(("Ana Ruiz", "Li Wei Chen"))]
    assert look([header, *people], "partner_payments").problems  # type: ignore[list-item]
    groups = ("Resident panels", "Catholic Charities", "La Clinica de la Raza", "Youth Rising LLC")
    rows = [[f"PP-{at}", name, "100"] for at, name in enumerate(groups)]
    assert look([header, *rows], "partner_payments").fine  # type: ignore[list-item]


def test_a_social_security_format_is_refused_and_nine_digits_are_asked_about(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["position_id", "title", "fte", "salary"])
    book.active.append([123456789, "Nurse", 1, 62000])
    book.active["A2"].number_format = "000-00-0000"
    book.save(tmp_path / "formatted.xlsx")
    result = check_file(tmp_path / "formatted.xlsx", "positions")
    assert "Social Security" in as_text(result)
    assert result.problems
    assert "123" not in as_text(result)
    book.active["A2"].number_format = "General"
    book.save(tmp_path / "plain.xlsx")
    result = check_file(tmp_path / "plain.xlsx", "positions")
    assert [question.name for question in result.questions] == ["nine digits in position_id"]
    assert "123456789" not in as_text(result)


def test_a_number_with_the_format_of_a_phone_is_seen_as_a_phone(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["position_id", "title", "fte", "salary", "Reach at"])
    book.active.append(["P1", "Nurse", 1, 62000, 6175550142])
    book.active["E2"].number_format = "(000) 000-0000"
    book.save(tmp_path / "phones.xlsx")
    assert "phone numbers" in as_text(check_file(tmp_path / "phones.xlsx", "positions"))


def one_column(field: str, texts: list[str]) -> Result:
    """Check a file that has these texts in one column."""
    kinds = {
        "title": ("positions", ["position_id", "fte", "salary"], ["1", "50000"]),
        "partner": ("partner_payments", ["payment_id", "amount", "kind"], ["100.00", "contract"]),
        "purpose": ("budget_lines", ["line_id", "fiscal_year", "amount"], ["FY2026", "100.00"]),
        "program": ("budget_lines", ["line_id", "fiscal_year", "amount"], ["FY2026", "100.00"]),
    }
    kind, header, rest = kinds[field]
    rows: list[list[object]] = [[*header, field]]
    rows += [[f"X{at}", *rest, text] for at, text in enumerate(texts)]
    return look(rows, kind)


def rows_pointed_at(result: Result) -> set[int]:
    asked = {row for each in result.questions if "names" in each.name for row in each.rows}
    return asked | {row for each in result.problems if "names" in each.found for row in each.rows}


@pytest.mark.parametrize("field", ["title", "partner", "purpose", "program"])
def test_names_are_found_through_the_check_and_ordinary_texts_are_left_alone(field: str) -> None:
    names, others = name_lines(), ordinary_lines()
    together = len(rows_pointed_at(one_column(field, names))) / 500
    # A lone name stands among nine texts that name nobody.
    lone = sum(
        11 in rows_pointed_at(one_column(field, [*others[at % 490 : at % 490 + 9], name]))
        for at, name in enumerate(names)
    ) / 500  # fmt: skip
    asked = sum(
        len(rows_pointed_at(one_column(field, others[at : at + 10]))) for at in range(0, 500, 10)
    ) / 500  # fmt: skip
    print(f"{field}: {together:.1%} of 500 names found in one file, {lone:.1%} one in a file; "
          f"{asked:.1%} of 500 ordinary texts asked about.")  # fmt: skip
    assert min(together, lone) >= 0.90
    assert asked <= 0.02
