"""An answer is told to its writer and its reader in the words of the question, without a name."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from groundwork.cohort import feedback_page
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.judge import judge
from groundwork.cohort.page import answer_in_words, asked_of
from groundwork.learner.papers.model import Paragraph
from groundwork.learner.questions import KINDS, CodeQuestion, Computed, Question, Write, catalog

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
    (shares,) = (each for each in ASKED if each.id == "b2_whole")
    told = answer_in_words(shares, {"value": shares.right_answer})
    assert "FY2028: 108,042.06" in told


@pytest.mark.parametrize("question", ASKED, ids=lambda each: each.id)
def test_an_answer_begins_with_what_its_writer_did(question: Question) -> None:
    """What somebody marked as flawed is no statement of theirs."""
    entry = {"value": question.right_answer}
    assert answer_in_words(question, entry, "You").startswith(f"You {question.did}:\n")
    assert answer_in_words(question, entry).lower().startswith(f"{question.did}:\n")


def test_every_kind_that_is_chosen_or_marked_says_so() -> None:
    plain = {name for name, kind in KINDS.items() if kind.did == Question.did}
    assert plain == {"text", "write"}, "whose answers are their writer's words"
    assert KINDS["flaw"].did == "marked as flawed"


def test_nothing_that_was_marked_is_told_too() -> None:
    flaw = next(each for each in ASKED if each.kind == "flaw")
    assert answer_in_words(flaw, {"value": []}, "You") == "You marked as flawed:\n  (nothing)"


def test_a_page_given_back_prints_each_question_before_its_answer(exercise: Frozen) -> None:
    values = right_answers(exercise)
    kept = {id: {"value": value} for id, value in values.items()}
    result = judge(exercise, {"answers.json": json.dumps({"answers": kept}).encode()})
    made = feedback_page.paper(exercise, kept, result, result.points, [], date(2027, 1, 1))
    words = [each.lead + each.text for each in made.blocks if isinstance(each, Paragraph)]
    for question in exercise.checks.values():
        if question.points:
            asked = words.index(f"You were asked. {asked_of(question, kept[question.id]).prompt}")
            assert words[asked + 1] == f"You {question.did}:"


def right_answers(exercise: Frozen) -> dict[str, object]:
    """Return a right answer to each question that a program checks."""
    return {each.id: each.right_answer for each in exercise.checks.values() if each.points}
