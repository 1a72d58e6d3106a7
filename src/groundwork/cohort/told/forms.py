"""The forms in which a run sheet, a handout or the console may say a question, of any kind."""

from collections.abc import Callable

from groundwork.cohort.told import tables, words
from groundwork.learner.questions import Question

FORMS: dict[str, Callable[[Question], str]] = {
    "prompt": words.prompt,
    "vote": words.vote,
    "answers": words.answers,
    "wrong": words.wrong,
    "sheet": words.sheet,
}
"""To read aloud; with letters to choose by; with what the page says to each; the wrong ones alone;
on paper, without a key."""

KINDS = (*words.KINDS, *tables.KINDS)
"""The kinds that have forms of their own."""

letters = words.letters
