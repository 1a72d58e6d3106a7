"""Show a question of the page's catalog, and answer each answer at once.

In an exercise the answer is kept in `answers.json` when the learner presses the button, never when
a cell runs: nbgrader runs every cell again when it grades. In a lesson it stays on the page.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from groundwork.learner import answers, former
from groundwork.learner.exercise import told
from groundwork.learner.questions import (
    Card,
    Choose,
    Computed,
    Flaw,
    Guess,
    Match,
    Matrix,
    Number,
    Sort,
    Table,
    Text,
    Verdict,
    Write,
    catalog,
)
from groundwork.learner.questions import Question as Asked
from groundwork.learner.questions.catalog import Catalog
from groundwork.learner.questions.text import NOTED
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.filled import MatchQuestion, MatrixQuestion
from groundwork.screen.widgets.other_numbers import ComputedQuestion
from groundwork.screen.widgets.question import (
    CardQuestion,
    ChoiceQuestion,
    ClassifyQuestion,
    FlawQuestion,
    More,
    NumberQuestion,
    Question,
    Reply,
    TextQuestion,
)
from groundwork.screen.widgets.table_question import TableQuestion
from groundwork.subject.errors import UserError

Q = TypeVar("Q", bound=Question)
STEP = "A worked step"
ALONE = "If you learn alone: read your answer as a reader would"
TAUGHT = "Where this is taught"
UNTIL_CLOSED = "It stays on this page until you close it. Nobody reads it."


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
        return _face(asked, reply=lambda value: replied(asked, asked.judge(value)))
    if isinstance(asked, Computed):
        return noting(ComputedQuestion(asked, page))
    return noting(
        _face(
            asked,
            reply=lambda value: _kept(page, asked, value),
            restore=lambda: answers.read().get(asked.id),
        )
    )


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


def _face(
    asked: Asked,
    reply: Callable[[Any], Reply],
    restore: Callable[[], Any] | None = None,
) -> Question:
    """Return the controls for a kind of question."""
    how: dict[str, Any] = {"reply": reply, "restore": restore}
    id, prompt = asked.id, asked.prompt
    match asked:
        case Choose():
            options = {option.name: option.text for option in asked.options}
            return ChoiceQuestion(id, prompt, options, several=asked.several, **how)
        case Guess():
            options = {option.name: option.text for option in asked.options}
            return ChoiceQuestion(id, prompt, options, button="Answer", **how)
        case Match():
            items = {item.name: item.text for item in asked.items}
            partners = {partner.name: partner.text for partner in asked.categories}
            terms = " ".join(asked.promises())
            return MatchQuestion(id, prompt, items, partners, terms=terms, **how)
        case Sort():
            items = {item.name: item.text for item in asked.items}
            categories = {category.name: category.text for category in asked.categories}
            return ClassifyQuestion(id, prompt, items, categories, **how)
        case Matrix():
            return MatrixQuestion(
                id,
                prompt,
                rows={row.name: row.text for row in asked.rows},
                columns={column.name: column.text for column in asked.columns},
                letters={letter.name: letter.text for letter in asked.letters},
                terms=" ".join(asked.promises()),
                **how,
            )
        case Flaw():
            return FlawQuestion(id, prompt, {part.name: part.text for part in asked.parts}, **how)
        case Card():
            labeled = {
                field.name: (field.label, {each.name: each.text for each in field.options})
                for field in asked.fields
            }
            units = {field.name: field.unit for field in asked.fields}
            return CardQuestion(id, prompt, labeled, units, **how)
        case Computed():
            return _face(asked.at(), reply, restore)
        case Number():
            question = NumberQuestion(id, prompt, asked.unit, **how)
            question.units = lambda: asked.units
            return question
        case Table():
            return TableQuestion(
                id,
                prompt,
                columns=asked.columns,
                rows=asked.rows,
                cells={each.id: (each.prompt, each.units) for each in asked.cells},
                terms=" ".join(asked.promises()),
                **how,
            )
        case Text():
            return TextQuestion(id, prompt, rows=asked.rows, **how)
    raise UserError(
        f"Question {id} is answered in a cell of code.", "Run that cell, then the check below it."
    )


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
    told(asked.id, None if verdict.right is None else verdict)
    more = _compared(whole) if isinstance(whole, Write) else ()
    return replied(whole, verdict, more)


def replied(asked: Asked, verdict: Verdict, more: tuple[More, ...] = ()) -> Reply:
    """Return a verdict as the page says it, with what a learner may open after an answer."""
    found = (More(STEP, asked.step), More(TAUGHT, asked.taught))
    return Reply(verdict.right, verdict.text, (*more, *(each for each in found if each.text)))


def _compared(asked: Write) -> tuple[More, ...]:
    """Return what a reader asks, and two answers to compare with, once every part is written."""
    kept = answers.read()
    texts: Mapping[str, str] = {
        part.id: str(kept[part.id]) for part in asked.parts if part.id in kept
    }
    if asked.lacks(texts):
        return ()
    asks = "\n".join(f"• {each.ask}" for each in asked.criteria)
    weak = f"An answer that lacks much:\n{asked.weak}" if asked.weak else ""
    strong = f"An answer that lacks little:\n{asked.strong}" if asked.strong else ""
    text = "\n\n".join(filter(None, (asks, weak, strong)))
    return (More(ALONE, text),) if text else ()


def noting(question: Q) -> Q:
    """Have a question tell of an answer to a former one, and of what is odd about the file."""
    id = question.content["id"]
    told(id, None)

    def note() -> str:
        told(id, None)  # a page that is shown anew shows no earlier reply
        return " ".join(filter(None, (former.told(id), answers.about(id))))

    question.note = note
    return question
