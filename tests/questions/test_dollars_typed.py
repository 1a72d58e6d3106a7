"""Where dollars are asked, a number may be typed with the sign or the word, alone or in whole."""

from collections.abc import Iterator

import pytest

from groundwork.authoring.asked import asked_of
from groundwork.authoring.source import course
from groundwork.learner.questions import Computed, Number, Question, Table
from groundwork.learner.workspace import course as this_course


def numbers(question: Question) -> Iterator[Number]:
    """Yield each number that a question asks for, of a computed one its first."""
    if isinstance(question, Computed):
        yield question.at(question.names()[0])
    elif isinstance(question, Table):
        yield from question.cells
    elif isinstance(question, Number):
        yield question


DOLLARS = {
    f"{text.stem}:{each.id}:{number.id}": number
    for text, kind in course.texts(this_course()).items()
    for each in asked_of(text, kind)
    for number in numbers(each.question)
    if number.unit.startswith("dollars")
}


@pytest.mark.parametrize("number", DOLLARS.values(), ids=DOLLARS)
def test_dollars_are_read_in_each_way_of_writing(number: Number) -> None:
    right = f"{number.right_answer:,.2f}"
    assert number.judge(right).right
    for typed in (f"${right}", f"$ {right}", f"{right} dollars", f"{right} {number.unit}"):
        assert number.judge(typed).right, typed


def test_dollars_of_a_time_are_among_them() -> None:
    units = {number.unit for number in DOLLARS.values()}
    assert {"dollars", "dollars a year"} <= units
