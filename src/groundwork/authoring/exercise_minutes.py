"""How many minutes an exercise takes a newcomer, counted from its page and from what it asks.

The rule is that of a lesson (:mod:`groundwork.authoring.minutes`), so that the two can be added:
150 words a minute, 30 seconds to think about each question, 120 for each part that is written.
A question there has its blanks, 10 seconds each. Here the answers are judged and few come at once,
so each entry has its seconds by what it takes:

- 10 to choose one: an option, a place for one of several things, a letter of a table, or whether
  one part is flawed;
- 40 to work a number out from what stands beside it, and to type it.

Then what is said to a right answer is read. A second try, the place for code, and trying other
numbers are no part of it: whoever does them takes longer. What comes out is rounded up to the next
five minutes, as is the quick path of a lesson.
"""

import re
from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from groundwork.authoring import minutes
from groundwork.authoring.source.page import Page, Placed, Prose
from groundwork.learner.questions import (
    Card,
    Choose,
    CodeQuestion,
    Computed,
    Flaw,
    Guess,
    Matrix,
    Number,
    Question,
    Sort,
    Table,
    Text,
    Write,
)
from groundwork.subject.errors import UserError

CHOOSE, WORK_OUT = minutes.BLANK, 40  # seconds
SITTING = 30  # minutes that one sitting has at most
FILLED_IN = re.compile(r"\{\{.*?\}\}")  # counts as the one word that mostly stands there


def sittings(page: Page, questions: tuple[Question, ...]) -> list[int]:
    """Return the minutes that each sitting of an exercise promises; see :func:`counted`."""
    return [minutes.rounded(each) for each in counted(page, questions)]


def counted(page: Page, questions: tuple[Question, ...]) -> list[float]:
    """Return the minutes that each sitting of an exercise takes; one sitting for most.

    Parameters
    ----------
    page
        The text. A heading with the tag `sitting` begins a further one.
    questions
        What its blocks ask.

    Raises
    ------
    UserError
        When nobody said how long a kind of question takes.
    """
    asked = {question.id: question for question in questions}
    found = [0.0]
    for cell in page.cells:
        if isinstance(cell, Prose):
            if minutes.SITTING in cell.tags:
                found.append(0.0)
            found[-1] += minutes.words(FILLED_IN.sub("0", cell.text)) / minutes.WORDS_A_MINUTE
        elif isinstance(cell, Placed) and (question := asked.pop(cell.block.name, None)):
            found[-1] += of_question(question)
    return found


def of_question(question: Question) -> float:
    """Return the minutes that a question takes: to read it, to answer it, to read what is said."""
    shown = question.at() if isinstance(question, Computed) else question  # one variant of it
    words = sum(minutes.words(text) for text in _texts([shown.asked(), getattr(shown, "why", "")]))
    seconds = minutes.SECONDS["ask"] + answering(question)
    return words / minutes.WORDS_A_MINUTE + seconds / 60


@singledispatch
def answering(question: Question) -> float:
    """Return the seconds that its entries take, once it is read and thought about.

    Raises
    ------
    UserError
        When nobody said how long this kind takes.
    """
    raise UserError(
        f"Nobody said how long a question of the kind {question.kind} takes.",
        f"Say it in {__name__}.",
    )


@answering.register(Choose)
@answering.register(Guess)
def _(question: Choose | Guess) -> float:
    return CHOOSE * (len(question.options) if getattr(question, "several", False) else 1)


@answering.register
def _(question: Sort) -> float:  # and Match, which is one
    return CHOOSE * len(question.items)


@answering.register
def _(question: Matrix) -> float:
    return CHOOSE * len(question.rows) * len(question.columns)


@answering.register
def _(question: Flaw) -> float:
    return CHOOSE * len(question.parts)


@answering.register
def _(question: Card) -> float:
    return sum(WORK_OUT if each.is_number else CHOOSE for each in question.fields)


@answering.register(Number)
@answering.register(Computed)
def _(question: Number | Computed) -> float:
    return WORK_OUT


@answering.register
def _(question: Table) -> float:
    return WORK_OUT * len(question.cells)


@answering.register
def _(question: CodeQuestion) -> float:
    return WORK_OUT * len(question.variables)


@answering.register
def _(question: Text) -> float:
    return minutes.SECONDS["reflect"]


@answering.register
def _(question: Write) -> float:
    return sum(map(answering, question.parts))


def _texts(asked: Any) -> Iterator[str]:
    """Yield every text in what a question shows; the names under which it is kept are none."""
    if isinstance(asked, str):
        yield asked
    elif isinstance(asked, dict | list | tuple):
        for each in asked.values() if isinstance(asked, dict) else asked:
            yield from _texts(each)
