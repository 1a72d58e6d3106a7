"""The forms in which a run sheet or a handout may say a question, of any kind."""

from collections.abc import Callable

from groundwork.authoring.guide import told_tables, told_words
from groundwork.learner.questions import Question

FORMS: dict[str, Callable[[Question], str]] = {
    "prompt": told_words.prompt,
    "vote": told_words.vote,
    "answers": told_words.answers,
    "wrong": told_words.wrong,
    "sheet": told_words.sheet,
}
"""To read aloud; with letters to choose by; with what the page says to each; the wrong ones alone;
on paper, without a key."""

KINDS = (*told_words.KINDS, *told_tables.KINDS)
"""The kinds that have forms of their own."""

letters = told_words.letters
