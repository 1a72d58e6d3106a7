"""What an older release checked is judged as it was then, word for word.

`checks_of_0_1.json` holds the hidden checks of exercise 01 as they were before questions were
written as text, what their judge said to each cataloged answer, and a digest of what it said to
thousands of others. It was made once by that judge and is never made again.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from questions.many_answers import many

from groundwork.learner.questions import from_json
from groundwork.learner.questions.as_of_0_1 import question
from groundwork.subject.errors import UserError

KEPT = json.loads(Path(__file__).with_name("checks_of_0_1.json").read_text(encoding="utf-8"))
EACH = pytest.mark.parametrize("id", KEPT)


def verdict(id: str, answer: object) -> list[Any]:
    try:
        found = question(id, **KEPT[id]["check"]).judge(answer)
    except UserError as error:
        return ["UserError", str(error)]
    return [found.right, found.text, found.recognized]


@EACH
def test_each_cataloged_answer_is_told_what_it_was_told(id: str) -> None:
    for answer, told in KEPT[id]["told"]:
        assert verdict(id, answer) == told


@EACH
def test_thousands_of_answers_are_told_what_they_were_told(id: str) -> None:
    answers = many(KEPT[id]["check"])
    assert len(answers) == KEPT[id]["answers"]
    text = json.dumps([[answer, verdict(id, answer)] for answer in answers], sort_keys=True)
    assert hashlib.sha256(text.encode()).hexdigest() == KEPT[id]["digest"]


@EACH
def test_an_old_check_is_a_question_like_any_other(id: str) -> None:
    found = question(id, **KEPT[id]["check"])
    assert from_json(json.loads(json.dumps(found.to_json()))) == found


def test_a_right_answer_of_no_kind_is_refused() -> None:
    with pytest.raises(UserError, match="no known kind"):
        question("q1", right=True)
