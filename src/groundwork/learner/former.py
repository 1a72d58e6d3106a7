"""Questions that an exercise no longer asks: what they asked, and which question came after.

An answer is kept under its question's id, and the id stands for what is asked. So a question whose
meaning changes (another figure, another right answer, other options) gets a new id. A change of
words alone does not.

To retire the question "q3" of an exercise:

1. Give the new question an id that was never used, such as "q3b", wherever the notebook says "q3".
2. Write the former question into `former.json` beside the notebook::

       {"format": 1, "former": {"q3": {"asked": "Which table …?", "now": "q3b",
                                       "options": {"a": "The first table"}}}}

   `asked` holds the former words, `now` the id of the question in its place ("" when there is
   none), `options` what the ids in an answer meant; it may be left out.
3. Write down what the new id asks in `tests/exercises/asked.json`; the test that reads it says
   how, and fails when an id came to ask something else.

Whoever had answered "q3" then reads their answer above the new question. It stays in their file,
and is never judged as an answer to "q3b".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groundwork.learner import answers, kept_files
from groundwork.subject.errors import UserError

FILE = "former.json"
FORMAT = 1


@dataclass(frozen=True)
class Former:
    """A question that is asked no more; see the module for the parts."""

    asked: str
    now: str
    options: Mapping[str, str] = field(default_factory=dict)


def read(folder: Path | None = None) -> dict[str, Former]:
    """Return an exercise's former questions by id.

    Raises
    ------
    UserError
        When the exercise's file is damaged.
    """
    path = (folder or Path.cwd()) / FILE
    try:
        found = (kept_files.read_data(path, FORMAT) or {"former": {}})["former"]
        return {question: Former(**about) for question, about in found.items()}
    except (kept_files.DamagedError, KeyError, TypeError, AttributeError):
        raise UserError(
            f"{path.name} of this exercise could not be read.",
            "Delete it and start the course again: then it comes back.",
        ) from None


def told(question: str, folder: Path | None = None) -> str:
    """Say what the learner answered to the questions that stood in this one's place, or nothing."""
    kept = answers.read(folder)
    return " ".join(
        sentence(answers.asked(id, folder) or former.asked, kept[id], former.options)
        for id, former in read(folder).items()
        if former.now == question and id in kept
    )


def sentence(asked: str, value: Any, options: Mapping[str, str] | None = None) -> str:
    """Say that an answer was given to a former question, with both."""
    question = (
        f"You answered a former question: “{asked}”"
        if asked
        else ("You answered a former version of this question.")
    )
    return (
        f"{question} Your answer was: {in_words(value, options or {})}. It stays in your file and "
        "does not count here. Answer the question as it reads now."
    )


def in_words(value: Any, options: Mapping[str, str]) -> str:
    """Return a kept answer as one line, with the options' words in place of their ids."""
    if isinstance(value, Mapping):
        pairs = (f"{in_words(k, options)}: {in_words(v, options)}" for k, v in value.items())
        return "; ".join(pairs)
    if isinstance(value, list):
        return "; ".join(in_words(each, options) for each in value)
    return options.get(str(value), str(value))
