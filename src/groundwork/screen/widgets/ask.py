"""Show a question of the page's catalog, and answer each answer at once.

In an exercise the answer is kept in `answers.json` when the learner presses the button, never when
a cell runs: nbgrader runs every cell again when it grades. In a lesson it stays on the page.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from groundwork.learner import answers, former
from groundwork.learner.exercise import told
from groundwork.learner.public_record import ANSWER
from groundwork.learner.questions import Computed, Text, Verdict, Write, catalog
from groundwork.learner.questions import Question as Asked
from groundwork.learner.questions.catalog import Catalog
from groundwork.learner.questions.text import NOTED
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.questions import (
    ComputedQuestion,
    More,
    Question,
    Reply,
    TextQuestion,
    face,
    replied,
)

Q = TypeVar("Q", bound=Question)
ALONE = "If you learn alone: read your answer as a reader would"
UNTIL_CLOSED = "It stays here until you close the page. The course keeps nothing."


def ask(id: str) -> Question | Stack:
    """Return the widget that asks a question of this page, by its id.

    Raises
    ------
    UserError
        When the catalog is missing or damaged, or asks no such question.
    """
    page = catalog.holding(id)
    asked = page.find(id)
    if isinstance(asked, Write):
        return Stack(*(_widget(page, part) for part in asked.parts))
    return _widget(page, asked)


def _widget(page: Catalog, asked: Asked) -> Question:
    if not _is_exercise():
        if isinstance(asked, Text):
            return _noted(asked)
        return face(asked, reply=lambda value: replied(asked, asked.judge(value)))
    if isinstance(asked, Computed):
        return noting(ComputedQuestion(asked, page))
    question = face(
        asked,
        reply=lambda value: _kept(page, asked, value),
        restore=lambda: answers.read().get(asked.id),
    )
    if _opens_writing(page, asked):
        question.content = {**question.content, "record": ANSWER}
    return noting(question)


def _opens_writing(page: Catalog, asked: Asked) -> bool:
    """Whether it is what its question has written first: there records are spoken of, once."""
    whole = page.whole(asked.id)
    return isinstance(asked, Text) and asked == next(iter(catalog.parts(whole)), whole)


def _noted(asked: Text) -> TextQuestion:
    """Return a box to write in that keeps nothing, and says so."""
    return TextQuestion(
        asked.id,
        asked.prompt,
        rows=asked.rows,
        button="Note my answer",
        note=UNTIL_CLOSED,
        reply=lambda value: replied(asked, asked.judge(value, NOTED)),
    )


def _is_exercise() -> bool:
    """Whether the notebook's folder is an exercise's: then answers are kept."""
    return (Path.cwd() / catalog.FILE).exists()


def _kept(page: Catalog, asked: Asked, value: Any) -> Reply:
    """Keep an answer, then say what it is worth."""
    whole = page.whole(asked.id)
    answers.keep(
        asked.id,
        value,
        asked=asked.prompt,
        version=whole.version,
        exercise=page.name,
        release=page.release,
    )
    verdict = asked.judge(value)
    if isinstance(whole, Write) and (again := whole.says_again(asked.id, _texts(whole))):
        verdict = Verdict(None, f"Saved. {again}", recognized=False)
    told(asked.id, None if verdict.right is None else verdict)
    more = _compared(whole) if isinstance(whole, Write) else ()
    return replied(whole, verdict, more)


def _compared(asked: Write) -> tuple[More, ...]:
    """Return what a reader asks, and two answers to compare with, once every part is written."""
    if asked.lacks(_texts(asked)):
        return ()
    asks = "\n".join(f"• {each.ask}" for each in asked.criteria)
    weak = f"An answer that lacks much:\n{asked.weak}" if asked.weak else ""
    strong = f"An answer that lacks little:\n{asked.strong}" if asked.strong else ""
    text = "\n\n".join(filter(None, (asks, weak, strong)))
    return (More(ALONE, text),) if text else ()


def _texts(asked: Write) -> Mapping[str, str]:
    """Return what is kept of the parts, by their ids."""
    kept = answers.read()
    return {part.id: str(kept[part.id]) for part in asked.parts if part.id in kept}


def noting(question: Q) -> Q:
    """Have a question tell of an answer to a former one, and of what is odd about the file."""
    id = question.content["id"]
    told(id, None)

    def note() -> str:
        told(id, None)  # a page that is shown anew shows no earlier reply
        return " ".join(filter(None, (former.told(id), answers.about(id))))

    question.note = note
    return question
