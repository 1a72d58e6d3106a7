"""The questions of exercises as notebooks of version 0.1 ask them, prompt and options in the cell.

A notebook that its learner has changed is never updated, so these stay. What is right, and what is
said, comes from the exercise's catalog of today.
"""

from collections.abc import Mapping
from typing import Any

from groundwork.learner import answers
from groundwork.learner.exercise import told
from groundwork.learner.questions import Computed, Number, Text, as_of_0_1, catalog
from groundwork.screen.widgets.ask import noting, replied
from groundwork.screen.widgets.questions import (
    ChoiceQuestion,
    ClassifyQuestion,
    NumberQuestion,
    Reply,
    TextQuestion,
)


def choose(
    id: str, prompt: str, options: Mapping[str, str], several: bool = False
) -> ChoiceQuestion:
    """Return a question with one right option, or with `several`."""
    return noting(ChoiceQuestion(id, prompt, options, several=several, **_kept(id, prompt)))


def classify(
    id: str, prompt: str, items: Mapping[str, str], categories: Mapping[str, str]
) -> ClassifyQuestion:
    """Return a question that sorts items into categories."""
    return noting(ClassifyQuestion(id, prompt, items, categories, **_kept(id, prompt)))


def number(id: str, prompt: str, unit: str = "") -> NumberQuestion:
    """Return a question whose answer is a typed number."""
    question = noting(NumberQuestion(id, prompt, unit, **_kept(id, prompt)))
    question.units = lambda: _units(id)
    return question


def write(id: str, prompt: str, rows: int = 5, words: int = 1, cause: bool = False) -> TextQuestion:
    """Return a question whose written answer is handed in and read by a person.

    Parameters
    ----------
    words
        The fewest words that the check of the exercise takes; a shorter answer is kept, and told.
    cause
        Whether the answer goes on from "because".
    """

    text = Text(id=id, prompt=prompt, words=words, cause=cause)

    def reply(value: str) -> Reply:
        answers.keep(id, value, asked=prompt)
        return replied(text, text.judge(value))

    return noting(
        TextQuestion(id, prompt, rows=rows, reply=reply, restore=lambda: answers.read().get(id))
    )


def _units(id: str) -> tuple[str, ...]:
    if as_of_0_1.is_release():
        return ()
    asked = catalog.holding(id).find(id)
    return asked.units if isinstance(asked, Number | Computed) else ()


def _kept(id: str, prompt: str) -> dict[str, Any]:
    """How an answer is kept, looked up and found again."""

    def reply(value: Any) -> Reply:
        answers.keep(id, value, asked=prompt)
        if as_of_0_1.is_release():
            return Reply(None, as_of_0_1.KEPT)
        asked = catalog.holding(id).find(id)
        verdict = asked.judge(value)
        told(id, verdict)
        return replied(asked, verdict)

    return {"reply": reply, "restore": lambda: answers.read().get(id)}
