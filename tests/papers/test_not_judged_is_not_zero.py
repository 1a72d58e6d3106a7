"""What nobody has judged is no zero in any paper of lesson 06: three states of a number."""

from typing import Any

import pytest
from papers.budget_rows import ITEMS, YEAR, YEARS, line
from papers.recalculating import numbers, stored

from groundwork.learner.papers import baseline_book, budget_baseline, budget_request
from groundwork.learner.papers import text as plain
from groundwork.screen.activities.budget_lines import told
from groundwork.subject.budget.own_lines import table_of

pytestmark = pytest.mark.lesson("06_budget_baseline")

Records = list[dict[str, Any]]


def rows(*shares: float | None, paper: str = "the award") -> Records:
    return [
        line(
            f"Line {at}",
            10_000 * at,
            share=share,
            paper="" if share is None else paper,
            ends="2027-06-30",
            fte=1.0,
        )
        for at, share in enumerate(shares, 1)
    ]


def said(records: Records) -> dict[str, str]:
    """Return what each paper of the lines says, and the page beside them."""
    table = table_of(records, YEAR)
    summary = budget_baseline.summary(table, YEAR, 3)
    return {
        "paper": plain.write(budget_baseline.paper(table, records, YEAR)),
        "memo": plain.write(budget_request.paper(ITEMS, {}, YEARS, summary)),
        "page": " ".join(text for lines in told(records, YEAR, 7).values() for text in lines),
    }


OPEN = "2 of 2 lines, $30,000, are not judged yet"
ALL_CLEAR = ("is equity work by its papers", "No equity work", "in the strict baseline")


def test_lines_that_nobody_judged_are_no_finding_in_any_paper() -> None:
    for name, words in said(rows(None, None)).items():
        assert OPEN in words, name
        assert [each for each in ALL_CLEAR if each in words] == [], name
    paper = said(rows(None, None))["paper"]
    assert "$0" not in paper
    assert paper.count("Equity work: Not judged.") == 2
    assert paper.count("nobody has said how much is equity work") == 1
    assert "What ends in which year" not in paper


def test_what_nobody_judged_is_asked_first() -> None:
    records = [line("Gone", 1, ends="2020-06-30"), *rows(None, 100)]
    table = table_of(records, YEAR)
    first, *others = budget_baseline.asks(table, records, YEAR)
    assert first.what.startswith("how much of this line is equity work")
    assert "Line 1" in first.what and "Line 2" not in first.what
    assert others


@pytest.mark.parametrize("share", (0, 25, 100))
def test_a_line_that_was_judged_is_said_beside_what_is_open(share: float) -> None:
    for name, words in said(rows(share, None)).items():
        assert "1 of 2 lines, $20,000, is not judged yet" in words, name
        assert f"${100 * share:,.0f} is equity work by its papers" in words, name
    for words in said(rows(share, share)).values():
        assert "not judged" not in words.lower()


def test_a_claim_without_a_document_is_neither_zero_nor_open() -> None:
    for name, words in said(rows(50, 0, paper="")).items():
        assert "1 line of $10,000 claims a share and names no document" in words, name
        assert "not judged" not in words.lower(), name


def test_the_workbook_has_what_is_not_judged_in_a_row_of_its_own() -> None:
    gone = line("Gone", 7, share=None, ends="2020-06-30")
    book = stored(baseline_book.workbook(table_of([*rows(None, 25, 0), gone], YEAR), YEAR, 7, ""))
    works = [row[9] for row in book["Lines"].iter_rows(min_row=6, values_only=True)]
    assert works[:4] == ["not judged", "embedded", "none", "not judged"]
    found = numbers(book["Baseline"])
    assert found["Not judged yet: in no equity work", "All dollars"] == 10_000
    assert found["All lines of this year", "Equity work"] == 5_000


def test_whom_a_line_reaches_is_no_zero_before_somebody_says_it() -> None:
    records = rows(None, 100)
    assert "No line says yet whether it reaches" in said(records)["page"]
    for row in records:
        row |= {"serves": "yes", "record": "visit log"}
    assert (
        "by a record: $30,000, of which $0 is no equity work by its papers and $10,000 is not "
        "judged." in said(records)["page"]
    )
