"""Revenue and expense are never added up: a word that says neither is asked about by name."""

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

REVENUE = ("Revenue", "REVENUES", "REV", "Income", "Receipts", "Operating revenue", "Sources")
EXPENSE = ("Expense", "Expenditure", "EXP", "Appropriation", "Operating Expenses", "Uses")
OTHER = ("Transfer", "Transfer Out", "XFER", "Net", "Fund balance", "Reserve", "Adjustment", "T")


def look(*words: str, heading: str = "type", **said: str) -> Result:
    rows: list[list[object]] = [["line_id", "fiscal_year", heading, "fund", "amount"]]
    for at, word in enumerate(words):
        rows.append([f"A{at}", "FY2026", word, "F1", str(10 ** (at % 9))])
    return check(Sheet("b.csv", rows), contract_of("budget_lines"), answers=Answers({}, said))


def names(result: Result) -> list[str]:
    assert not result.problems, as_text(result)
    return [question.name for question in result.questions]


@pytest.mark.parametrize("heading", ["Rev/Exp", "anything"])
@pytest.mark.parametrize(("comes", "goes"), list(zip(REVENUE[:6], EXPENSE, strict=True)))
@pytest.mark.parametrize("other", OTHER)
def test_a_third_word_is_asked_about_by_name_and_never_drops_the_column(
    heading: str, comes: str, goes: str, other: str
) -> None:
    first = look(comes, goes, other, heading=heading)
    assert names(first) == [f"side of {other}"]
    assert f'"{other}"' in first.questions[0].text
    assert first.table is None
    for answer, sums in (("neither", 10), ("expense", 110), ("revenue", 10)):
        said = {f"side of {other}": answer}
        assert names(look(comes, goes, other, heading=heading, **said)) == ["side"]
        table = look(comes, goes, other, heading=heading, **said, side="expense").table
        assert table is not None
        assert table["amount"].sum() == sums


def test_one_side_beside_words_of_the_other_kind_is_asked_about() -> None:
    words = ("Revenues", "Personnel Services", "Operating Expenses", "Supplies", "Travel", "Rent")
    result = look(*words, heading="account class")
    assert names(result) == ["side of the others"]
    said = {"side of the others": "expense", "side": "expense"}
    table = look(*words, heading="account class", **said).table
    assert table is not None
    assert table["amount"].sum() == 111_110
    assert names(look("Revenue", "Salaries")) == ["side of Salaries"]


@pytest.mark.parametrize("heading", ["account description", "object", "program"])
@pytest.mark.parametrize("words", ["Grant revenue", "Revenue - fees", "Revenue from patients"])
def test_lines_that_speak_of_revenue_are_asked_about_and_quoted(heading: str, words: str) -> None:
    result = look(words, "Salaries", "Supplies", heading=heading)
    assert names(result) == ["revenue lines"]
    assert result.questions[0].rows == (2,)
    left = look(words, "Salaries", "Supplies", heading=heading, **{"revenue lines": "leave out"})
    assert left.table is not None
    assert left.table["amount"].sum() == 110
    assert words in as_text(left)
    kept = look(words, "Salaries", "Supplies", heading=heading, **{"revenue lines": "keep"})
    assert kept.table is not None
    assert kept.table["amount"].sum() == 111


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Fund Type", ("General Fund", "Special Revenue", "Capital")),
        ("program", ("Revenue Division", "Income Maintenance", "Clinics")),
        ("object", ("Revenue stamps", "Cash receipts clerk", "Salaries")),
        ("type", ("Expense", "Expense", "Expense")),
        ("Priority", ("high", "low", "none")),
    ],
)
def test_what_tells_no_sides_is_not_asked_about(heading: str, words: tuple[str, ...]) -> None:
    assert names(look(*words, heading=heading)) == []
