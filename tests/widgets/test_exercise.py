"""A question in a notebook of version 0.1 keeps the answer and says what today's catalog says."""

from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import answers
from groundwork.learner.questions.as_of_0_1 import question
from groundwork.learner.questions.catalog import FILE, Catalog, text_of
from groundwork.screen.widgets import exercise
from groundwork.subject.errors import UserError

ASKED = (
    question("q1", right="policy", wrong={"bedside": "Who set the hours?"}, why="Yes: a rule."),
    question("q2", right={"bus": "policy"}, wrong={"bus": {"bedside": "Who runs the bus?"}}),
    question(
        "q3", right=6.1, wrong=[(2.39, "That is the ratio.")], tolerance=0.05, units=["deaths"]
    ),
    question("q4", right=["a", "b"], wrong={"c": "Not this one."}),
)
LEVELS = {"policy": "Policy", "bedside": "Bedside"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    (tmp_path / FILE).write_text(text_of(Catalog("01", ASKED)), encoding="utf-8")
    return tmp_path


def press(question: Any, value: Any) -> Any:
    return question.respond("answer", {"value": value})


def test_showing_a_question_writes_nothing(folder: Any) -> None:
    exercise.choose("q1", "Where?", LEVELS).respond("open", {})
    assert not (folder / answers.FILE).exists()


def test_a_wrong_choice_is_kept_and_gets_its_own_hint(folder: Any) -> None:
    shown = press(exercise.choose("q1", "Where?", LEVELS), "bedside")
    assert (shown["right"], shown["text"]) == (False, "Who set the hours?")
    assert answers.read() == {"q1": "bedside"}
    again = exercise.choose("q1", "Where?", LEVELS)
    assert again.respond("open", {}) == {"value": "bedside"}
    assert press(again, "policy")["right"] is True


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (lambda: exercise.classify("q2", "?", {"bus": "Bus"}, LEVELS), {"bus": "policy"}, None),
        (lambda: exercise.number("q3", "?", "per 1,000"), " 6.10 ", "2.39"),
        (lambda: exercise.choose("q4", "?", dict.fromkeys("abc", "…"), True), ["b", "a"], ["c"]),
    ],
)
def test_each_kind_of_question_is_judged(
    folder: Any, question: Any, right: Any, wrong: Any
) -> None:
    assert press(question(), right)["right"] is True
    assert press(question(), wrong or {"bus": "bedside"})["right"] is False


def test_a_written_answer_is_kept_and_not_judged(folder: Any) -> None:
    shown = press(exercise.write("q8", "Why?"), " Because the board decides. ")
    assert shown["right"] is None
    assert answers.read() == {"q8": "Because the board decides."}
    assert shown["text"].startswith("Saved with this exercise. Nobody has judged it.")
    assert "The word list found nothing. A list cannot tell" in shown["text"]
    assert exercise.write("q8", "Why?").content["button"] == "Save my answer"


def test_a_written_answer_that_is_too_short_is_kept_and_told_at_once(folder: Any) -> None:
    question = exercise.write("q10_who", "Who?", words=4)
    shown = press(question, "The board decides")
    # No verdict: the page puts “Not yet.” before what is not right.
    assert (shown["right"], shown["text"]) == (None, "Saved. It has 3 words; write at least 4.")
    assert answers.read() == {"q10_who": "The board decides"}
    assert press(question, "Budget")["text"] == "Saved. It has 1 word; write at least 4."
    assert press(question, "The board decides it")["right"] is None


def test_saving_a_blaming_answer_asks_about_it_and_never_says_right(folder: Any) -> None:
    question = exercise.write("q8", "2. Because…", cause=True)
    shown = press(question, "they do not care enough about their babies")
    assert shown["right"] is None
    assert "Nobody has judged it." in shown["text"]
    assert "“do not care”" in shown["text"]
    assert "right" not in shown["text"].lower()


@pytest.mark.parametrize("typed", ["6.1 fewer", "6.1 %", "$6.1", "6,1", "6.1 million"])
def test_a_number_with_other_words_is_asked_about_and_not_kept(folder: Any, typed: Any) -> None:
    question = exercise.number("q3", "?", "deaths")
    press(question, "2.39")
    with pytest.raises(UserError, match="You wrote"):
        press(question, typed)
    assert answers.read() == {"q3": 2.39}
    assert press(question, "6.1 deaths")["right"] is True


def test_an_answer_is_kept_even_when_the_catalog_is_missing(folder: Any) -> None:
    (folder / FILE).unlink()
    with pytest.raises(UserError, match="Your answers stay"):
        press(exercise.choose("q1", "Where?", LEVELS), "policy")
    assert answers.read() == {"q1": "policy"}
