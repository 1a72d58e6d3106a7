"""An exercise's questions: each answer is kept beside the exercise and answered at once.

The answer goes to `answers.json` when the learner presses the button, never when a cell runs:
nbgrader runs every cell again when it grades.
"""

from collections.abc import Mapping
from typing import Any

from groundwork.learner import answers, feedback
from groundwork.screen.question import (
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
    return ChoiceQuestion(id, prompt, options, several=several, **_kept(id))


def classify(
    id: str, prompt: str, items: Mapping[str, str], categories: Mapping[str, str]
) -> ClassifyQuestion:
    """Return a question that sorts items into categories."""
    return ClassifyQuestion(id, prompt, items, categories, **_kept(id))


def number(id: str, prompt: str, unit: str = "") -> NumberQuestion:
    """Return a question whose answer is a typed number."""
    return NumberQuestion(id, prompt, unit, **_kept(id))


def write(id: str, prompt: str, rows: int = 5, words: int = 1) -> TextQuestion:
    """Return a question whose written answer is handed in and read by a person.

    Parameters
    ----------
    words
        The fewest words that the check of the exercise takes; a shorter answer is kept, and told.
    """

    def reply(value: str) -> Reply:
        answers.keep(id, value)
        count = len(value.split())
        if count < words:
            has = "1 word" if count == 1 else f"{count} words"
            return Reply(False, f"Saved, but it has {has}. Write at least {words}.")
        return Reply(None, "Saved with this exercise. You can change it.")

    return TextQuestion(id, prompt, rows=rows, reply=reply, restore=lambda: answers.read().get(id))


def _kept(id: str) -> dict[str, Any]:
    """How an answer is kept, looked up and found again."""

    def reply(value: Any) -> Reply:
        answers.keep(id, value)
        found = feedback.look_up(id, value)
        return Reply(found.right, found.text)

    return {"reply": reply, "restore": lambda: answers.read().get(id)}
