"""The questions of lessons and exercises: one module a kind, each with its judge."""

from collections.abc import Mapping
from typing import Any

from groundwork.learner.questions.card import Card
from groundwork.learner.questions.choose import Choose, Option
from groundwork.learner.questions.code import CodeQuestion
from groundwork.learner.questions.computed import Computed, Variant
from groundwork.learner.questions.flaw import Flaw, Part
from groundwork.learner.questions.guess import Guess
from groundwork.learner.questions.match import Match
from groundwork.learner.questions.matrix import Matrix, Row
from groundwork.learner.questions.number import Code, Number, Slip
from groundwork.learner.questions.question import GENERAL, Question, Verdict
from groundwork.learner.questions.sort import Category, Item, Sort
from groundwork.learner.questions.table import Table
from groundwork.learner.questions.text import Text
from groundwork.learner.questions.write import Criterion, Write

KINDS: dict[str, type[Question]] = {
    each.kind: each
    for each in (
        *(Choose, Guess, Sort, Match, Matrix, Number, Computed, CodeQuestion, Text, Write),
        *(Card, Flaw, Table),
    )
}


def from_json(data: Mapping[str, Any]) -> Question:
    """Return the question of any kind that its `to_json` gave."""
    return KINDS[data["kind"]].from_json(data)


__all__ = [
    "GENERAL",
    "KINDS",
    "Card",
    "Category",
    "Choose",
    "Code",
    "CodeQuestion",
    "Computed",
    "Criterion",
    "Flaw",
    "Guess",
    "Item",
    "Match",
    "Matrix",
    "Number",
    "Option",
    "Part",
    "Question",
    "Row",
    "Slip",
    "Sort",
    "Table",
    "Text",
    "Variant",
    "Verdict",
    "Write",
    "from_json",
]
