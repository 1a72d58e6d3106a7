"""No question that is filled in cell by cell is right by one choice put wherever it may stand."""

from typing import Any

import pytest

from groundwork.authoring.asked import asked_of
from groundwork.authoring.source import course
from groundwork.learner.questions import Matrix, Question, Sort, Table
from groundwork.learner.workspace import course as this_course

ASKED: dict[str, Question] = {
    f"{text.stem}:{each.id}": each.question
    for text, kind in course.texts(this_course()).items()
    for each in asked_of(text, kind)
    if isinstance(each.question, Matrix | Sort | Table)
}


def floods(question: Question) -> list[Any]:
    """Return for each choice an answer that has it in every cell that is not asked for.

    In a matrix those are the cells that the key leaves empty; elsewhere every cell is asked for.
    """
    match question:
        case Matrix():
            columns = [column.name for column in question.columns]
            right = question.right_answer
            answers: list[Any] = [
                {row: dict.fromkeys(columns, letter.name) | cells for row, cells in right.items()}
                for letter in question.letters
            ]
        case Sort():
            names = [item.name for item in question.items]
            answers = [dict.fromkeys(names, each.name) for each in question.categories]
        case Table():
            names = [cell.id for cell in question.cells]
            answers = [dict.fromkeys(names, cell.right_answer) for cell in question.cells]
        case _:
            raise AssertionError(question.kind)
    return [each for each in answers if each != question.right_answer]


def test_each_kind_is_asked_somewhere_in_the_course() -> None:
    assert {each.kind for each in ASKED.values()} == {"matrix", "sort", "match", "table"}


@pytest.mark.parametrize("name", ASKED)
def test_one_choice_in_every_free_cell_is_never_right(name: str) -> None:
    question = ASKED[name]
    assert question.judge(question.right_answer).right
    assert [each for each in floods(question) if question.judge(each).right] == []


@pytest.mark.parametrize("name", [name for name, each in ASKED.items() if isinstance(each, Matrix)])
def test_a_veto_that_no_paper_gives_is_too_many_in_each_cell(name: str) -> None:
    question = ASKED[name]
    assert isinstance(question, Matrix)
    for row in question.rows:
        for column in (each.name for each in question.columns if each.name not in row.key):
            answer = question.right_answer
            answer[row.name] = {**answer[row.name], column: "S"}
            found = question.judge(answer)
            assert not found.right
            assert "can stop it" in found.text, (row.name, column)
