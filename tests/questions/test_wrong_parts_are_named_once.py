"""What is said of a wrong answer names each wrong part once, as the page calls it."""

import re
from typing import Any

import pytest
from course_exercises import ROOT

from groundwork.authoring.confirm import asked_of
from groundwork.authoring.source import course
from groundwork.learner.questions import Card, Table
from groundwork.screen.widgets.questions.table import in_a_table

QUESTIONS = [
    each.question for path, kind in course.texts(ROOT).items() for each in asked_of(path, kind)
]
TABLES = [each for each in QUESTIONS if isinstance(each, Table)]
IN_PARTS = [*TABLES, *(each for each in QUESTIONS if isinstance(each, Card))]


def all_wrong(question: Table | Card) -> dict[str, Any]:
    if isinstance(question, Table):
        return {cell.id: -1 for cell in question.cells}
    return {field.name: -1 if field.is_number else None for field in question.fields}


def names(question: Table | Card) -> list[str]:
    if isinstance(question, Table):
        return [question.name_of(cell) for cell in question.cells]
    return [field.label for field in question.fields]


@pytest.mark.parametrize("question", IN_PARTS, ids=lambda each: each.id)
def test_each_wrong_part_is_named_once_and_none_is_left_out(question: Table | Card) -> None:
    for answer in (all_wrong(question), *(wrong for wrong, _ in question.wrong_answers())):
        said = question.judge(answer).text
        told = [name for name in names(question) if f"“{name}”" in said]
        assert told, said
        assert all(said.count(f"“{name}”") == 1 for name in told), said
    said = question.judge(all_wrong(question)).text
    assert [name for name in names(question) if f"“{name}”" not in said] == []


@pytest.mark.parametrize("question", TABLES, ids=lambda each: each.id)
def test_a_cell_alone_in_its_row_is_called_as_the_row_on_the_page_and_in_the_reply(
    question: Table,
) -> None:
    alone = {row[1][1:-1]: row[0] for row in question.rows if len(row) == 2 and row[0]}
    shown = in_a_table(question).content["cells"]
    for cell in question.cells:
        if cell.id in alone:
            assert shown[cell.id][0] == alone[cell.id]
            said = question.judge({**question.right_answer, cell.id: -1}).text
            assert f"“{alone[cell.id]}”" in said


def test_the_one_cell_of_a_table_is_not_counted() -> None:
    one = next(each for each in TABLES if len(each.cells) == 1)
    assert not re.match("[0-9]", one.judge({one.cells[0].id: -1}).text)
