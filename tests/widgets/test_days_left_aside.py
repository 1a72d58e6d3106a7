"""A file with a column of days that was left aside is never said to give its money no last day."""

from pathlib import Path

import pytest

from groundwork.learner import chosen_file
from groundwork.screen.activities.own_file import of_kind

pytestmark = pytest.mark.lesson("06_budget_baseline")

NONE = "The file gives no money a last day"


@pytest.fixture(autouse=True)
def fresh(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(chosen_file, "_followers", {})
    return workspace


def shown(heading: str, cell: str) -> str:
    text = f"line_id,fiscal_year,amount,{heading}\nA1,FY2027,1000,{cell}\n"
    chosen_file.bring("own.csv", text.encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
    assert chosen_file.in_use("budget_lines")
    return str(of_kind("own_budget", "budget_lines").respond("open", {}))


def test_a_column_of_days_is_named_and_asked_about() -> None:
    said = shown("Money good through", "2027-06-30")
    assert "Column D “Money good through” holds days and was left aside" in said
    assert NONE not in said


def test_a_file_without_days_says_that_it_gives_none() -> None:
    said = shown("Remark", "new")
    assert NONE in said
    assert "holds days" not in said
