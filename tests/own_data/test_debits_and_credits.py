# mypy: disable-error-code="index, var-annotated"
"""Debits and credits are asked about, never left aside, and add up as the person says."""

from pathlib import Path

import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result

TWO = (
    "Fiscal Year,Account,Description,Debit,Credit\nFY2025,51,Pay,\"50,000.00\",\n"
    "FY2025,59,Back,,9.50\nFY2025,52,Both,20,5\n"
)  # fmt: skip
BEHIND = (
    "Fiscal Year,Account,Description,Amount\nFY2025,51,Pay,50000.00 DR\nFY2025,59,Back,9.50CR\n"
    "FY2025,52,More,15\n"
)
BESIDE = (
    "Fiscal Year,Account,Description,Amount,DR/CR\nFY2025,51,Pay,50000,DR\n"
    "FY2025,59,Back,9.50,CR\nFY2025,52,More,15,DR\n"
)
COMMA = (
    "Fiscal Year;Account;Description;Debit;Credit\nFY2025;51;Pay;50.000,00;\n"
    "FY2025;59;Back;;9,50\nFY2025;52;More;15,00;0,00\n"
)
AMOUNTS = [50000, -9.5, 15]


def look(folder: Path, text: str, **said: str) -> Result:
    path = folder / "ledger.csv"
    path.write_text(text, encoding="utf-8")
    answers = {name.replace("_", " "): answer for name, answer in said.items()}
    return check_file(path, "budget_lines", answers=Answers({}, answers))


@pytest.mark.parametrize("text", [TWO, BEHIND, BESIDE, COMMA])
@pytest.mark.parametrize(("said", "sign"), [("debit", 1), ("credit", -1)])
def test_a_ledger_adds_up_as_its_reader_says(
    text: str, said: str, sign: int, tmp_path: Path
) -> None:
    assert [question.name for question in look(tmp_path, text).questions] == ["debit and credit"]
    table = look(tmp_path, text, debit_and_credit=said).table
    found = table["amount"].tolist()
    if text is BEHIND and said == "credit":
        assert found == [-50000, 9.5, 15]  # what bears no mark stays as it is written
    else:
        assert found == [sign * amount for amount in AMOUNTS]


def test_a_number_that_nobody_can_read_is_refused_and_not_half_of_it(tmp_path: Path) -> None:
    result = look(tmp_path, TWO.replace("50,000.00", "about 5"), debit_and_credit="debit")
    assert [problem.rows for problem in result.problems] == [(2,)]
    both = look(tmp_path, TWO.replace('",\n', '",perhaps\n'), debit_and_credit="debit")
    assert "perhaps" in both.problems[0].found


def test_a_credit_below_zero_is_refused(tmp_path: Path) -> None:
    result = look(tmp_path, BEHIND.replace("9.50CR", "(9.50) CR"), debit_and_credit="debit")
    assert [problem.rows for problem in result.problems] == [(3,)]


def test_the_advice_about_marks_is_true(tmp_path: Path) -> None:
    question = look(tmp_path, BEHIND).questions[0]
    for choice in question.choices:
        assert look(tmp_path, BEHIND, debit_and_credit=choice.answer).fine


def test_what_is_said_of_columns_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text(TWO.replace(",\nFY2025,59", ",\nFY2025,59"), encoding="utf-8")
    result = check_file(path, "budget_lines", answers=Answers({"Debit": "amount"}, {}))
    assert all(question.name != "debit and credit" for question in result.questions)
