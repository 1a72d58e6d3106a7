"""An exercise's questions: each answer is kept beside the exercise and answered at once.

The answer goes to `answers.json` when the learner presses the button, never when a cell runs:
nbgrader runs every cell again when it grades.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from groundwork.learner import answers, feedback, former
from groundwork.learner.exercise import told
from groundwork.learner.questions.text import about_words
from groundwork.screen.widgets.question import (
    ChoiceQuestion,
    ClassifyQuestion,
    NumberQuestion,
    Question,
    Reply,
    TextQuestion,
)
from groundwork.subject import silence, wording

Q = TypeVar("Q", bound=Question)
SAVED = "Saved with this exercise. Nobody has judged it. You can change it."


def choose(
    id: str, prompt: str, options: Mapping[str, str], several: bool = False
) -> ChoiceQuestion:
    """Return a question with one right option, or with `several`."""
    return _noting(ChoiceQuestion(id, prompt, options, several=several, **_kept(id, prompt)))


def classify(
    id: str, prompt: str, items: Mapping[str, str], categories: Mapping[str, str]
) -> ClassifyQuestion:
    """Return a question that sorts items into categories."""
    return _noting(ClassifyQuestion(id, prompt, items, categories, **_kept(id, prompt)))


def number(id: str, prompt: str, unit: str = "") -> NumberQuestion:
    """Return a question whose answer is a typed number."""
    question = _noting(NumberQuestion(id, prompt, unit, **_kept(id, prompt)))
    question.units = lambda: feedback.units(id)
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

    def reply(value: str) -> Reply:
        answers.keep(id, value, asked=prompt)
        count = len(value.split())
        if count < words:  # a matter of form, so no verdict
            has = "1 word" if count == 1 else f"{count} words"
            return Reply(None, f"Saved. It has {has}; write at least {words}.")
        found = about_words(value, cause=cause)
        said = [SAVED, *found, f"{wording.limits(len(found))} {silence.ASK}"]
        return Reply(None, "\n".join(said))

    return _noting(
        TextQuestion(id, prompt, rows=rows, reply=reply, restore=lambda: answers.read().get(id))
    )


def _noting(question: Q) -> Q:
    """Have a question tell of an answer to a former one, and of what is odd about the file."""
    id = question.content["id"]
    told(id, None)

    def note() -> str:
        told(id, None)  # a page that is shown anew shows no earlier reply
        return " ".join(filter(None, (former.told(id), answers.about(id))))

    question.note = note
    return question


def _kept(id: str, prompt: str) -> dict[str, Any]:
    """How an answer is kept, looked up and found again."""

    def reply(value: Any) -> Reply:
        answers.keep(id, value, asked=prompt)
        found = feedback.look_up(id, value)
        told(id, found)
        return Reply(found.right, found.text)

    return {"reply": reply, "restore": lambda: answers.read().get(id)}
