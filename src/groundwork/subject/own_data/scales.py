"""Answers of a survey that go by another scale than 1 to 5: asked about, never left aside unasked.

Only what turns into five steps without a guess is offered: 0 to 4 by adding one, 1 to 10 by taking
two steps as one.
"""

import dataclasses
from collections.abc import Sequence

from groundwork.subject.own_data.cell_marks import says_nothing
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Spec
from groundwork.subject.own_data.questions import Answers, Question, choose

_MOSTLY = 0.5  # more of the answers are small whole numbers: it may well be a question
_SMALL = 10
_SLIDER = 100
FROM_0, TO_10, OTHER = "scale from 0", "scale to 10", "other scale"
_TURNS = {
    FROM_0: ("0-4", "From 0 to 4: one is added to each answer"),
    TO_10: (
        "1-10",
        "From 1 to 10: two steps become one, so that 1 and 2 are 1, and 9 and 10 are 5",
    ),
}
_ENDS = {"0-4": (0, 4), "1-10": (1, 10)}


def kind_of(column: Column, question: Spec) -> str:
    """Say on which scale the answers of a column may be, if most are small whole numbers."""
    words = dict(question.words)
    filled = [text for text, empty in zip(column.shown, column.empty, strict=True) if not empty]
    texts = [text for text in filled if not says_nothing(text)]
    wholes = [int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 4]
    said = sum(text.casefold() in words for text in texts)
    small = [number for number in wholes if number <= _SMALL]
    if not wholes or len(small) + said <= _MOSTLY * len(texts):
        steps = [number for number in wholes if number <= _SLIDER and number % 5 == 0]
        return OTHER if steps and len(steps) >= 0.8 * len(texts) else ""
    low, high = min(small), max(small)
    if low == 0:
        return FROM_0 if high <= 4 and len(small) == len(wholes) else OTHER
    return TO_10


def question_of(kind: str, columns: Sequence[Column], header: int) -> Question:
    """Ask on which scale the answers of some columns are."""
    named = ", ".join(column.name for column in columns)
    written = {text for column in columns for text in column.said}
    numbers = sorted(filter(str.isdecimal, written), key=int)
    few = numbers if len(numbers) < 5 else [*numbers[:3], numbers[-1]]
    one = len(columns) == 1
    text = (
        f"{'Column' if one else 'Columns'} {named} {'holds' if one else 'hold'} whole numbers such "
        f"as {', '.join(few)}. Here answers go from 1 (not at all) to 5 "
        f"(fully). {'Is it a question' if one else 'Are they questions'}, and on which scale?"
    )
    choices = [("aside", "No question, or another scale: leave it aside"),
               ("1-5", "From 1 to 5: all other numbers are mistakes, to be mended")]  # fmt: skip
    if kind in _TURNS:
        choices.insert(0, _TURNS[kind])
    return choose(
        kind, text, choices, rows=(header + 1,), column=" and ".join(c.name for c in columns)
    )


def answer_of(kind: str, columns: Sequence[Column], answers: Answers) -> str:
    """Give what the person said of a scale, or ""."""
    return answers.chosen(question_of(kind, columns, 0)) if kind and answers.of(kind) else ""


def read_on(column: Column, question: Spec, answer: str) -> None:
    """Read a column on the scale that the person named, and turn its answers into 1 to 5."""
    low, high = _ENDS[answer]
    column.read(dataclasses.replace(question, words=(), least=low, most=high), "", "", ())
    column.put_values(
        [None if value is None else _turned(int(str(value)), answer) for value in column.values]
    )
    places = [at for at, value in enumerate(column.values) if value is not None]
    if places:
        said = f"turned from a scale of {low} to {high} into 1 to 5, as you said"
        column.notes.setdefault(said, []).extend(places)


def _turned(number: int, answer: str) -> int:
    return number + 1 if answer == "0-4" else (number + 1) // 2


def hint(kind: str) -> str:
    """Say how to name a scale that starts at 0, where a few 0 may be its lowest answer."""
    if kind != FROM_0:
        return ""
    return ' If the scale goes from 0 to 4, say so: --answer "scale from 0=0-4".'
