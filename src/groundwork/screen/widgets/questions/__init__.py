"""Questions on the screen: one module a kind, and which of them asks what a catalog holds."""

from collections.abc import Callable
from typing import Any, Unpack

from groundwork.learner import questions as kinds
from groundwork.screen.widgets.questions.card import CardQuestion, on_a_card
from groundwork.screen.widgets.questions.choose import ChoiceQuestion, chosen, guessed
from groundwork.screen.widgets.questions.computed import ComputedQuestion, first_numbers
from groundwork.screen.widgets.questions.flaw import FlawQuestion, marked
from groundwork.screen.widgets.questions.match import MatchQuestion, matched
from groundwork.screen.widgets.questions.matrix import MatrixQuestion, filled_in
from groundwork.screen.widgets.questions.number import NumberQuestion, numbered
from groundwork.screen.widgets.questions.question import How, More, Question, Reply, replied
from groundwork.screen.widgets.questions.sort import ClassifyQuestion, sorted_into
from groundwork.screen.widgets.questions.table import TableQuestion, in_a_table
from groundwork.screen.widgets.questions.text import TextQuestion, written
from groundwork.subject.errors import UserError

# A kind that needs more than one widget, or a cell of code, is not here: see widgets/ask.py.
FACES: dict[type[kinds.Question], Callable[..., Question]] = {
    kinds.Card: on_a_card,
    kinds.Choose: chosen,
    kinds.Computed: first_numbers,
    kinds.Flaw: marked,
    kinds.Guess: guessed,
    kinds.Match: matched,
    kinds.Matrix: filled_in,
    kinds.Number: numbered,
    kinds.Sort: sorted_into,
    kinds.Table: in_a_table,
    kinds.Text: written,
}


def face(asked: Any, **how: Unpack[How]) -> Question:
    """Return the widget that asks a question.

    Raises
    ------
    UserError
        When its kind is not answered in a widget.
    """
    if type(asked) not in FACES:
        raise UserError(
            f"Question {asked.id} is answered in a cell of code.",
            "Run that cell, then the check below it.",
        )
    return FACES[type(asked)](asked, **how)


__all__ = [
    "FACES",
    "CardQuestion",
    "ChoiceQuestion",
    "ClassifyQuestion",
    "ComputedQuestion",
    "FlawQuestion",
    "MatchQuestion",
    "MatrixQuestion",
    "More",
    "NumberQuestion",
    "Question",
    "Reply",
    "TableQuestion",
    "TextQuestion",
    "face",
    "replied",
]
