"""A check cell speaks in one sentence, and raises when there is no point to give."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import answers
from groundwork.learner.exercise import (
    SEE_ABOVE,
    NotAnsweredError,
    NotCompleteError,
    NotYetError,
    check,
    check_written,
    grade,
    show_answer,
)
from groundwork.learner.questions import as_of_0_1
from groundwork.learner.questions.catalog import FILE, Catalog, text_of
from groundwork.screen.widgets.exercise import choose
from groundwork.subject import silence

CHECKS: dict[str, dict[str, Any]] = {
    "q1": {"right": "b", "wrong": {"a": "Hint for a."}, "why": "Because b."},
    "q5": {"right": 6.1, "wrong": [(2.39, "Ratio.")], "why": "Yes.", "other": "No."},
}
CHECKS["q5"] |= {"tolerance": 0.05}


def catalog(**checks: dict[str, Any]) -> str:
    asked = tuple(as_of_0_1.question(id, **check) for id, check in checks.items())
    return text_of(Catalog("test", asked))


PARTS = {"q9_gap": "The gap", "q9_who": "Who decides"}


@pytest.fixture(autouse=True)
def exercise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / FILE).write_text(catalog(**CHECKS), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("groundwork.learner.exercise._told", {})
    return tmp_path


def test_a_right_answer_is_told_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    answers.keep("q1", "b")
    check("q1")
    assert capsys.readouterr() == ("Right. Because b.\n", "")


def test_a_wrong_answer_raises_its_hint_without_a_traceback() -> None:
    answers.keep("q1", "a")
    with pytest.raises(NotYetError) as caught:
        check("q1")
    assert isinstance(caught.value, AssertionError)
    assert str(caught.value) == "Hint for a."
    assert caught.value._render_traceback_() == ["Not yet: Hint for a."]


def test_a_question_without_an_answer_says_so() -> None:
    with pytest.raises(NotYetError, match="has no answer"):
        check("q1")


def test_a_computed_value_counts_before_the_typed_one(capsys: pytest.CaptureFixture[str]) -> None:
    answers.keep("q5", 2.39)
    check("q5", 10.5 - 4.4)
    assert capsys.readouterr().out == "Right. Yes.\n"
    with pytest.raises(NotYetError, match="Ratio"):
        check("q5", 2.386)


def test_without_code_the_typed_number_counts(capsys: pytest.CaptureFixture[str]) -> None:
    answers.keep("q5", 6.1)
    check("q5", None)
    check("q5", lambda: nobody_defined_this)  # type: ignore[name-defined]  # noqa: F821
    assert capsys.readouterr().out == "Right. Yes.\n" * 2


@pytest.mark.parametrize("text", ["{", '{"version": 1, "answers": {"q1": 3}}'])
def test_damaged_answers_are_told_in_a_sentence(exercise: Path, text: str) -> None:
    (exercise / "answers.json").write_text(text, encoding="utf-8")
    with pytest.raises(NotYetError, match=r"answers\.damaged\.json"):
        check("q1")


@pytest.mark.parametrize("value", ["ten", ["b"], {"b": 1}, 3])
def test_an_answer_that_is_none_is_told_in_a_sentence(value: object) -> None:
    answers.keep("q1", value)
    with pytest.raises(NotYetError):
        check("q1")
    with pytest.raises(NotYetError):
        grade("q1", right="b", wrong={"a": "Hint for a."})


def test_a_check_of_an_older_release_still_decides(capsys: pytest.CaptureFixture[str]) -> None:
    answers.keep("q1", "b")
    grade("q1", right="b", wrong={"a": "Hint for a."})
    assert capsys.readouterr() == ("", "")
    answers.keep("q1", "a")
    with pytest.raises(NotYetError, match="Hint for a"):
        grade("q1", right="b", wrong={"a": "Hint for a."})
    with pytest.raises(NotYetError, match="Ratio"):
        grade("q5", 2.4, right=6.1, tolerance=0.05, wrong=[(2.39, "Ratio.")], other="No.")


def test_the_form_of_a_text_is_checked_and_the_text_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers.keep("q9_gap", "Fewer visits <in> the north")
    with pytest.raises(NotYetError, match=r"“Who decides” has no answer"):
        check_written(PARTS, words=4)
    answers.keep("q9_who", "the board")
    with pytest.raises(NotYetError, match=r"“Who decides” has 2 words. Write at least 4"):
        check_written(PARTS, words=4)
    answers.keep("q9_who", "fewer  visits <in> the North")
    with pytest.raises(NotYetError, match="say the same"):
        check_written(PARTS, words=4)
    capsys.readouterr()
    answers.keep("q9_who", "The county board decides")
    check_written(PARTS, words=4)
    assert capsys.readouterr().out.splitlines() == [
        "The gap:",
        "  Fewer visits <in> the north",
        "Who decides:",
        "  The county board decides",
        "All two parts are there. Nobody has judged them.",
        "The word list found nothing. A list cannot tell whether a sentence is fair. "
        f"{silence.ASK}",
    ]


def test_what_lacks_an_answer_or_a_part_is_told_by_its_form_and_is_not_wrong() -> None:
    """The line above an exercise counts by the error's name (checks.js)."""
    with pytest.raises(NotAnsweredError) as missing:
        check_written(PARTS, words=4)
    assert missing.value._render_traceback_()[0].startswith("Not answered: ")
    answers.keep("q9_gap", "Fewer visits in the north")
    for text in (None, "brief", "too short", "fewer visits in the north"):
        if text:
            answers.keep("q9_who", text)
        with pytest.raises(NotCompleteError) as caught:
            check_written(PARTS, words=4)
        assert caught.value._render_traceback_()[0].startswith("Not complete: ")
    with pytest.raises(NotAnsweredError):
        check("q1")
    answers.keep("q1", "a")
    with pytest.raises(NotYetError) as wrong:
        check("q1")
    assert not isinstance(wrong.value, NotAnsweredError | NotCompleteError)


BLAMING = {
    "q9_gap": "Fewer visits among those people in the north",
    "q9_who": "they do not care enough about their babies",
}


def test_a_blaming_answer_is_never_called_right_by_a_check_of_form(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for question, text in BLAMING.items():
        answers.keep(question, text)
    check_written(PARTS, words=4, causes=["q9_who"])
    said = capsys.readouterr().out
    assert "Nobody has judged them." in said
    assert "“those people”" in said
    assert "care" in said.split("“those people”")[1]
    assert silence.ASK in said
    assert not re.search(r"\b(right|correct|well done|good)\b|✓", said, re.IGNORECASE)


def test_a_text_keeps_its_paragraphs_and_the_page_breaks_its_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers.keep("q9", "word " * 60 + "\n\nSecond paragraph")
    show_answer("q9")
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["q9:", "  " + ("word " * 60).strip(), "", "  Second paragraph"]


def test_what_the_question_said_is_not_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    question = choose("q1", "Which?", {"a": "A", "b": "B"})
    hint = question.respond("answer", {"value": "a"})["text"]
    with pytest.raises(NotYetError) as caught:
        check("q1")
    assert (hint, str(caught.value)) == ("Hint for a.", SEE_ABOVE)
    question.respond("answer", {"value": "b"})
    check("q1")
    assert capsys.readouterr() == ("Right.\n", "")
    with pytest.raises(NotYetError, match="Hint for a"):
        check("q1", "a")  # a computed value was never told
    with pytest.raises(NotYetError, match="Hint for a"):
        grade("q1", "a", right="b", wrong={"a": "Hint for a."})
    question.respond("open", {})  # the page is shown anew, without its reply
    check("q1")
    assert capsys.readouterr() == ("Right. Because b.\n", "")


def test_a_number_that_is_only_close_is_told_so_without_endless_digits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    check("q5", 6.12)
    check("q5", 61 / 10 + 1 / 30)
    check("q5", 10.5 - 4.4)
    assert capsys.readouterr().out.splitlines() == [
        "Right. You gave 6.12; the answer is 6.1. Close enough here. Yes.",
        "Right. You gave about 6.133; the answer is 6.1. Close enough here. Yes.",
        "Right. Yes.",
    ]


def test_nothing_is_written_by_a_check(exercise: Path) -> None:
    answers.keep("q1", "b")
    before = (exercise / "answers.json").read_bytes()
    check("q1")
    show_answer("q1")
    assert (exercise / "answers.json").read_bytes() == before
    assert json.loads(before)["answers"].keys() == {"q1"}


def test_a_check_of_an_older_release_is_not_swayed_by_a_forged_catalog(exercise: Path) -> None:
    forged = catalog(q1={"right": "a", "wrong": {"b": "No."}, "why": "Yes."})
    (exercise / FILE).write_text(forged, encoding="utf-8")
    answers.keep("q1", "a")
    check("q1")
    with pytest.raises(NotYetError, match="Hint for a"):
        grade("q1", right="b", wrong={"a": "Hint for a."})


OLD_CHECK = """
from groundwork.learner.exercise import check
check("q1")
from groundwork.learner.exercise import grade
grade("q1", right="b", wrong={"a": "Hint for a."}, why="Because b.")
"""


@pytest.fixture
def old_release(exercise: Path) -> Path:
    """A folder as it was released before there were catalogs, with its sealed file."""
    (exercise / FILE).unlink()
    (exercise / "feedback.json").write_text("{}", encoding="utf-8")
    return exercise


def test_a_hand_in_of_an_older_release_is_graded_by_its_own_hidden_check(
    old_release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NotAnsweredError):
        exec(OLD_CHECK)
    question = choose("q1", "Which?", {"a": "A", "b": "B"})
    shown = question.respond("answer", {"value": "a"})
    assert (shown["right"], shown["text"]) == (None, as_of_0_1.KEPT)
    with pytest.raises(NotYetError, match="Hint for a"):
        exec(OLD_CHECK)
    answers.keep("q1", "b")
    capsys.readouterr()
    exec(OLD_CHECK)
    assert capsys.readouterr() == (f"{as_of_0_1.KEPT}\n", "")
