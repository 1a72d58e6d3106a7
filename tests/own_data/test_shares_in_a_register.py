"""Shares of 1 beside percentages in a register are asked about with their rows, not guessed."""

from typing import Any

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

NAME = "shares beside percents"
HEAD = ["Measure", "Unit", "Baseline", "Latest", "Target", "If off track"]
SIGNED = ["Kept visits", "", "58%", "61%", "70%", "then"]
SHARES = ["Screened", "", "0.58", "0.61", "0.70", "then"]
DAYS = ["Days", "days", "0.9", "0.8", "0.5", "then"]


def look(*rows: list[str], **said: str) -> Result:
    sheet: list[Any] = [HEAD, *rows]
    answers = Answers({}, {name.replace("_", " "): each for name, each in said.items()})
    return check(Sheet("register.csv", sheet), contract_of("metrics_register"), answers=answers)


def values(result: Result, at: int) -> list[Any]:
    assert result.table is not None, as_text(result)
    row = result.table.to_dict("records")[at]
    return [row[f"{name}_value"] for name in ("baseline", "latest", "target")]


def test_shares_beside_percentages_are_asked_with_their_rows() -> None:
    result = look(SIGNED, SHARES, DAYS)
    assert result.table is None
    (question,) = result.questions
    assert (question.name, question.rows) == (NAME, (3,))
    assert "58% beside 0.58" in question.text


@pytest.mark.parametrize(
    ("answer", "read", "unit"),
    [
        ("share", [58.0, 61.0, 70.0], "percent"),
        ("percent", [0.58, 0.61, 0.7], "percent"),
        ("other", [0.58, 0.61, 0.7], None),
    ],
)
def test_each_answer_is_read_as_said(answer: str, read: list[float], unit: str | None) -> None:
    result = look(SIGNED, SHARES, DAYS, shares_beside_percents=answer)
    assert values(result, 1) == read
    assert values(result, 0) == [58.0, 61.0, 70.0] and values(result, 2) == [0.9, 0.8, 0.5]
    assert result.table is not None
    units = [each if isinstance(each, str) else None for each in result.table["unit"]]
    assert units == ["percent", unit, "days"]
    assert "as you said" in as_text(result)


def test_a_share_in_a_row_of_percentages_is_asked_alone() -> None:
    row = ["Screened", "", "58%", "0.61", "70%", "then"]
    (question,) = look(SIGNED, row).questions
    assert question.rows == (3,) and "58% beside 0.61" in question.text
    assert values(look(SIGNED, row, shares_beside_percents="share"), 1) == [58.0, 61.0, 70.0]


@pytest.mark.parametrize(
    "rows",
    [
        (SIGNED, DAYS),
        (SHARES, DAYS),
        (SIGNED, ["Calls", "", "0", "1", "1", "then"]),
        (SIGNED, ["Calls", "", "0.5", "3", "7", "then"]),
        (SIGNED, ["Deaths", "per 1,000", "0.5", "0.4", "0.3", "then"]),
    ],
)
def test_what_is_no_share_beside_percentages_is_not_asked(rows: tuple[list[str], ...]) -> None:
    result = look(*rows)
    assert not result.questions and result.fine, as_text(result)
