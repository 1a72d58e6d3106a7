"""A question open in two windows: neither replaces the other's answer without a word."""

from pathlib import Path
from typing import Any

import pytest
from widgets.pages import QuestionPage

from groundwork.learner import answers
from groundwork.learner.questions import as_of_0_1
from groundwork.learner.questions.catalog import FILE, Catalog, text_of
from groundwork.screen.widgets import exercise
from groundwork.subject.errors import UserError

ANSWERS = {
    "choose": (lambda: exercise.choose("q", "?", {"a": "One", "b": "Two"}), "a", "b", "“One”"),
    "several": (
        lambda: exercise.choose("q", "?", {"a": "One", "b": "Two"}, several=True),
        ["a", "b"],
        ["b"],
        "“One”; “Two”",
    ),
    "sort": (
        lambda: exercise.classify("q", "?", {"x": "A bus"}, {"p": "Policy", "s": "Service"}),
        {"x": "p"},
        {"x": "s"},
        "“A bus” is Policy",
    ),
    "number": (lambda: exercise.number("q", "?", "per 1,000"), "3.3", "4", "3.3 per 1,000"),
    "write": (lambda: exercise.write("q", "?"), "of B", "of A", "“of B”"),
}


RIGHT = {"choose": "a", "several": ["a"], "sort": {"x": "p"}, "number": 1.0, "write": "a"}


@pytest.fixture
def exercise_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Any) -> None:
    """An exercise with one question of the kind."""
    monkeypatch.chdir(tmp_path)
    asked = as_of_0_1.question("q", right=RIGHT[kind], wrong={} if kind != "number" else [])
    (tmp_path / FILE).write_text(text_of(Catalog("one", (asked,))), encoding="utf-8")


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_of_the_other_window_is_told_before_it_is_replaced(
    exercise_folder: Any, kind: Any
) -> None:
    make, theirs, ours, in_words = ANSWERS[kind]
    a, b = QuestionPage(make()), QuestionPage(make())
    b.press(theirs)
    kept = answers.read()
    looked = a.respond("look", {"value": ours})
    a.view["value"] = None  # it looked, and the learner has not seen it
    told = a.press(ours)
    for each in (looked, told):
        assert f"Here is how it stands now: {in_words}." in each["problem"]
    assert answers.read() == kept
    assert "problem" not in a.press(ours)
    assert answers.read() != kept
    assert "problem" in b.respond("look", {"value": theirs})  # nobody goes on to show "Saved"


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_same_answer_in_both_windows_is_no_conflict(exercise_folder: Any, kind: Any) -> None:
    make, theirs, _, _ = ANSWERS[kind]
    a, b = QuestionPage(make()), QuestionPage(make())
    b.press(theirs)
    assert a.respond("look", {"value": theirs}) == {}
    assert "problem" not in a.press(theirs)


def test_an_answer_whose_reply_failed_is_our_own_and_no_other_windows(
    workspace: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    page = QuestionPage(exercise.choose("q", "?", {"a": "One", "b": "Two"}))
    for choice in ("a", "b"):
        with pytest.raises(UserError, match=r"catalog.json is missing"):
            page.press(choice)
    assert answers.read() == {"q": "b"}
