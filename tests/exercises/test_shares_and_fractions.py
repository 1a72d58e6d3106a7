"""Every number that an exercise asks for: a share of one is known, a fraction stays as typed."""

import json
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import answers
from groundwork.learner.questions import Card, Computed, Number, Question, Table
from groundwork.learner.questions.catalog import FILE, read
from groundwork.learner.questions.number import SHARE
from groundwork.screen.widgets.ask import ask

ROOT = Path(__file__).parents[2]
EXERCISES = sorted((ROOT / "exercises").glob(f"*/{FILE}"))
ASKED = [(path, each) for path in EXERCISES for each in read(path).questions]
TYPED = "138/303"


def numbers_of(question: Question) -> Iterator[tuple[str, Fraction, tuple[str, ...]]]:
    """Yield each number of a question by its field: "" where it is the whole answer."""
    match question:
        case Number():
            yield "", question.right, question.units
        case Computed():
            yield from numbers_of(question.at())
        case Table():
            for cell in question.cells:
                yield cell.id, cell.right, cell.units
        case Card():
            for field in question.fields:
                if field.right is not None:
                    yield field.name, field.right, field.unit


WITH_NUMBERS = [(path, each) for path, each in ASKED if [*numbers_of(each)]]
IN_PERCENT = [
    (question, field, right)
    for _, question in ASKED
    for field, right, units in numbers_of(question)
    if "percent" in units and right
]


def with_entry(question: Question, field: str, entry: Any) -> Any:
    return {**question.right_answer, field: entry} if field else entry


@pytest.mark.parametrize(
    ("question", "field", "right"),
    IN_PERCENT,
    ids=[f"{q.id}-{field}" for q, field, _ in IN_PERCENT],
)
def test_a_share_of_one_is_told_where_percent_is_asked(
    question: Question, field: str, right: Fraction
) -> None:
    share = with_entry(question, field, round(float(right / 100), 3))
    assert SHARE in question.judge(share).text
    far = with_entry(question, field, float(3 * right / 100))
    assert SHARE not in question.judge(far).text


def test_some_numbers_are_asked_in_percent_and_numbers_in_four_kinds() -> None:
    assert len(IN_PERCENT) >= 2
    assert {type(each) for _, each in WITH_NUMBERS} == {Number, Computed, Table, Card}


@pytest.mark.parametrize(
    ("path", "question"), WITH_NUMBERS, ids=[question.id for _, question in WITH_NUMBERS]
)
def test_a_fraction_comes_back_as_it_was_typed(
    path: Path, question: Question, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(path, tmp_path / FILE)
    monkeypatch.chdir(tmp_path)
    names = [field for field, _, _ in numbers_of(question)]
    if names == [""]:
        answer: Any = TYPED
    else:
        answer = {**question.right_answer, **dict.fromkeys(names, TYPED)}
    asked: Any = ask(question.id)
    said = asked.respond("answer", {"value": answer})["text"]
    again: Any = ask(question.id)
    shown = again.respond("open", {})
    assert json.dumps(shown["typed"]).count(TYPED) == len(names)
    assert TYPED in again.in_words(shown["value"])
    kept = answers.read()[question.id]
    assert question.judge(kept) == question.judge(json.loads(json.dumps(answer)))
    if names == [""]:
        assert said.count(f"“{TYPED}” was read as about 0.455.") == 1
