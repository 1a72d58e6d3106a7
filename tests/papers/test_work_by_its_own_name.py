"""A department names the work that its budget papers count, and the test by which it counts."""

import base64
import datetime
import io
from collections.abc import Iterator
from typing import Any

import docx
import openpyxl
import pytest
from papers import every_artifact
from papers.budget_rows import ITEMS, RECORDS, YEAR, YEARS
from widgets.pages import ListPage

from groundwork.learner.papers import (
    allocation_note,
    baseline_book,
    budget_baseline,
    budget_request,
    letterhead,
    pay_rule,
    register,
)
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities.budget_lines import budget_lines, told
from groundwork.screen.activities.budget_request import budget_request as request_on_page
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.metrics.card import MetricCard

OWN = CountedWork("work on access to care", "Our 2024 plan names the line under goal 2")
NOT_JUDGED = [{**record, "share": None, "paper": ""} for record in RECORDS]
LISTS = {"all kinds": RECORDS, "none judged": NOT_JUDGED, "one": RECORDS[:1], "empty": []}
LINE: dict[str, Any] = {
    **{"line": "Clerks at the front desk", "amount": "50000", "fund": "F1", "fte": "1"},
    **{"positions": "1", "ends": "June 30, 2027", "share": "50", "paper": "time study"},
}


def lists_of(stack: Any) -> list[RecordList]:
    return [each for each in stack.children if isinstance(each, RecordList)]


def memo(records: list[dict[str, Any]], work: CountedWork) -> Paper:
    said = budget_baseline.summary(table_of(records, YEAR), YEAR, 3, 7, work) if records else ""
    return budget_request.paper(ITEMS, {}, YEARS, f"{said} {work.meant}", work=work)


def words_of(book: Any) -> Iterator[str]:
    """Yield what a person reads in a workbook: names of sheets, cells and formulas."""
    for sheet in book.worksheets:
        yield sheet.title
        yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


@pytest.mark.parametrize("name", LISTS)
def test_no_paper_on_money_says_the_courses_word_beside_a_departments_own(name: str) -> None:
    records = LISTS[name]
    table = table_of(records, YEAR)
    papers = [
        budget_baseline.paper(table, records, YEAR, work=OWN),
        memo(records, OWN),
    ]
    for paper in papers:
        words = plain.write(paper)
        assert "equity" not in words.casefold()
    if records:
        words = " ".join(plain.write(papers[0]).split())
        assert OWN.name in words and OWN.test in words
    book = baseline_book.workbook(table, YEAR, 7, "", work=OWN)
    sheets = [
        text
        for sheet in book.sheets
        for text in (sheet.name, sheet.title, *sheet.notes, *(c.label for c in sheet.columns))
    ]
    assert not [text for text in sheets if "equity" in text.casefold()]
    cells = [
        str(cell) for sheet in book.sheets for row in (*sheet.rows, *sheet.totals) for cell in row
    ]
    assert not [text for text in cells if "equity" in text.casefold()]
    assert any(OWN.heading in text for text in sheets)


@pytest.mark.parametrize("name", LISTS)
def test_below_the_list_stands_the_same_word_as_on_its_paper(name: str) -> None:
    for today in (None, datetime.date(2026, 11, 27)):
        said = str(told(LISTS[name], YEAR, 7, None, today, OWN)) if LISTS[name] else ""
        assert "equity" not in said.casefold()


@pytest.mark.parametrize("name", LISTS)
def test_without_a_name_of_their_own_papers_say_the_courses(name: str) -> None:
    records = LISTS[name]
    table = table_of(records, YEAR)
    plainly = plain.write(budget_baseline.paper(table, records, YEAR))
    assert plainly == plain.write(budget_baseline.paper(table, records, YEAR, work=COURSE))
    assert "equity work" in plainly and not COURSE.is_own


def test_the_name_is_asked_once_and_reaches_word_excel_text_memo_and_file_names(
    workspace: Any,
) -> None:
    (lines,) = lists_of(budget_lines())
    ListPage(lines).save(**LINE)
    above = {"work": f" {OWN.name} ", "test": OWN.test, "subject": "What stays of our work"}
    shown = lines.respond("paper", {"do": "open"})
    assert shown["counts"] and shown["above"]["work"] == COURSE.name
    told = lines.respond("paper", {"do": "word", "above": above})
    document = docx.Document(io.BytesIO(base64.b64decode(told["file"])))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = [*(each.text for each in document.paragraphs), *cells]
    excel = lines.respond("paper", {"do": "excel", "above": {}})
    book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(excel["file"])))
    *_, items = lists_of(request_on_page())
    ListPage(items).save(name="One clerk", dollars="50000")
    asked = items.respond("paper", {"do": "text"})
    assert asked["counts"] and asked["above"]["work"] == OWN.name
    assert OWN.name in asked["text"] and OWN.test in " ".join(asked["text"].split())
    found = [*words, *words_of(book), asked["text"], told["name"], excel["name"]]
    assert any(OWN.heading in text for text in words)
    assert not [text for text in found if "equity" in text.casefold()]
    lines.respond("paper", {"do": "tell", "above": {"work": "", "test": ""}})
    assert letterhead.counted() == COURSE


def test_what_the_learner_typed_stays_as_it_was_typed() -> None:
    typed = {**RECORDS[0], "line": "Equity work plan", "paper": "Equity work order of 2024"}
    words = plain.write(budget_baseline.paper(table_of([typed], YEAR), [typed], YEAR, work=OWN))
    assert "Equity work plan" in words and "Equity work order of 2024" in " ".join(words.split())


def test_a_name_on_a_paper_that_counts_nothing_is_not_taken(workspace: Any) -> None:
    widget = every_artifact.charter()
    shown = widget.respond("paper", {"do": "open"})
    assert not shown["counts"] and "work" not in shown["above"]
    widget.respond("paper", {"do": "tell", "above": {"work": "x", "test": "y"}})
    assert letterhead.counted() == COURSE


OTHERS = ("matrix", "charter", "role", "goal")


@pytest.mark.parametrize("kind", OTHERS)
def test_no_other_paper_of_lesson_04_says_the_word_by_itself(kind: str, workspace: Any) -> None:
    words = plain.write(every_artifact.paper_of(every_artifact.KINDS[kind]("a clinic")))
    assert "equity" not in words.casefold()


def test_neither_register_nor_pay_rule_nor_note_says_the_word_by_itself() -> None:
    for paper in (
        register.paper([MetricCard(id="A", name="Families who wait")]),
        pay_rule.paper({}, ()),
        allocation_note.paper({}, []),
    ):
        assert "equity" not in plain.write(paper).casefold()
