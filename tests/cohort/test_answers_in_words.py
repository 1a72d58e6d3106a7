"""An answer is told to its writer and its reader in the words of the question, without a name."""

import re
from pathlib import Path

import pytest

from groundwork.cohort.page import answer_in_words
from groundwork.learner.questions import CodeQuestion, Computed, Question, Write, catalog

ROOT = Path(__file__).parents[2]
ASKED = [
    question
    for path in sorted((ROOT / "exercises").glob("*/catalog.json"))
    for question in catalog.read(path).questions
    if not isinstance(question, Computed | Write | CodeQuestion)
]


def names(question: Question) -> set[str]:
    """Return the names that stand for parts and options of a question in its answer."""
    found: set[str] = set()

    def walk(value: object) -> None:
        for name, each in value.items() if isinstance(value, dict) else ():
            found.add(name)
            walk(each)

    walk(question.right_answer)
    return {name for name in found if "_" in name}  # which no word of a sentence has


@pytest.mark.parametrize("question", ASKED, ids=lambda each: each.id)
def test_an_answer_is_told_in_the_words_of_its_question(question: Question) -> None:
    told = answer_in_words(question, {"value": question.right_answer})
    assert not [name for name in names(question) if name in told]
    assert not re.search(r"\.:|\?:|\d\.0\b", told), told


def test_a_number_is_told_as_people_write_it() -> None:
    (shares,) = (each for each in ASKED if each.id == "b2")
    told = answer_in_words(shares, {"value": shares.right_answer})
    assert "FY2028: 108,042.06" in told
