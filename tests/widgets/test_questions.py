"""Questions: what they take, what they say, and what they never show."""

from typing import Any

import pytest

from groundwork.learner.numerals import read_number
from groundwork.screen.widgets.questions import (
    ChoiceQuestion,
    ClassifyQuestion,
    NumberQuestion,
    Reply,
    TextQuestion,
)
from groundwork.subject.errors import UserError

LEVELS = {"policy": "Policy and law", "bedside": "Service and bedside"}


def right_when(expected: Any) -> Any:
    return lambda value: Reply(value == expected, f"got {value}")


def answer(question: Any, value: Any) -> Any:
    return question.respond("answer", {"value": value})


def test_a_choice_is_handed_to_the_reply_and_its_words_come_back() -> None:
    question = ChoiceQuestion("q1", "Where?", LEVELS, reply=right_when("policy"))
    assert answer(question, "policy") == {"value": "policy", "right": True, "text": "got policy"}
    assert answer(question, "bedside")["right"] is False


@pytest.mark.parametrize("nothing", [None, "", [], "nowhere"])
def test_an_empty_or_unknown_choice_is_asked_for_again(nothing: Any) -> None:
    question = ChoiceQuestion("q1", "Where?", LEVELS, reply=right_when("policy"))
    with pytest.raises(UserError, match="Nothing is chosen"):
        answer(question, nothing)


def test_several_choices_are_a_sorted_list() -> None:
    question = ChoiceQuestion("q", "Which?", LEVELS, several=True, right=LEVELS)
    assert answer(question, ["policy", "bedside"])["value"] == ["bedside", "policy"]
    assert answer(question, ["policy", "bedside"])["right"] is True
    assert answer(question, ["policy"])["right"] is False


def test_each_option_has_its_own_reply() -> None:
    question = ChoiceQuestion(
        "q", "?", LEVELS, replies={"bedside": "Who set it?"}, right={"policy"}
    )
    assert answer(question, "bedside")["text"] == "Who set it?"


def test_a_question_without_a_right_answer_judges_nothing() -> None:
    question = ChoiceQuestion("pre", "?", LEVELS, replies={"policy": "Many say so."})
    assert answer(question, "policy") == {"value": "policy", "right": None, "text": "Many say so."}


def test_a_reply_to_an_option_that_is_not_there_is_the_authors_mistake() -> None:
    with pytest.raises(UserError, match="'polcy'"):
        ChoiceQuestion("q", "?", LEVELS, replies={"polcy": "…"})


def test_items_left_out_of_a_sorting_are_named() -> None:
    question = ClassifyQuestion("q", "Sort", {"a": "Late bus", "b": "Short visit"}, LEVELS)
    with pytest.raises(UserError, match="Not sorted yet: Short visit"):
        answer(question, {"a": "policy", "b": ""})
    assert answer(question, {"a": "policy", "b": "bedside"})["value"] == {
        "a": "policy",
        "b": "bedside",
    }


def test_a_typed_number_is_read_and_an_odd_one_is_read_back() -> None:
    question = NumberQuestion("q3", "Gap?", "deaths per 1,000", reply=right_when(6.1))
    assert answer(question, " 6.10 ") == {"value": 6.1, "right": True, "text": "got 6.1"}
    read_back = "Your answer “6 1/10” was read as 6.1. got 6 1/10"
    assert answer(question, "6 1/10")["text"] == read_back
    with pytest.raises(UserError, match="Do you mean 6"):
        answer(question, "6,1")
    with pytest.raises(UserError, match="You wrote “fewer”"):
        answer(question, "6.1 fewer")
    with pytest.raises(UserError, match="“six” cannot be read"):
        answer(question, "six")


def test_an_earlier_answer_is_restored_when_the_question_comes_on_the_screen() -> None:
    question = TextQuestion("q8", "Why?", reply=right_when(""), restore=lambda: "My reason")
    assert question.value is None
    assert question.respond("open", {}) == {"value": "My reason"}


def test_the_printed_question_holds_its_options_and_never_the_answer() -> None:
    question = ChoiceQuestion("q1", "Where?", LEVELS, reply=right_when("policy"))
    before = repr(question)
    answer(question, "bedside")
    assert repr(question) == before
    assert before.splitlines() == [
        "Question q1: Where?",
        "Choose one.",
        "  policy) Policy and law",
        "  bedside) Service and bedside",
    ]
    bundle, _ = question._repr_mimebundle_()
    assert bundle["text/plain"] == before


def test_authors_and_learners_marks_are_escaped_on_a_page_without_widgets() -> None:
    question = ChoiceQuestion("q1", "<script>alert(1)</script>", {"a": "<b>"})
    assert "&lt;script&gt;" in question._repr_html_()
    assert "<b>" not in question._repr_html_()


def test_an_answer_is_no_part_of_the_synced_state() -> None:
    question = TextQuestion("q8", "Why?", reply=right_when(""))
    answer(question, "only in the answer file")
    assert "only in the answer file" not in str(question.get_state())


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Any:
    messages = []
    monkeypatch.setattr(TextQuestion, "send", lambda self, message: messages.append(message))
    return messages


def test_a_failure_becomes_words_without_the_learners_text(
    sent: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(value: Any) -> None:
        raise ValueError(f"cannot store {value}")

    question = TextQuestion("q8", "Why?", reply=fails)  # type: ignore[arg-type]
    question._handle_custom_msg(
        {"ask": "1", "action": "answer", "data": {"value": "my secret"}}, []
    )
    assert sent[0]["re"] == "1"
    assert "ValueError" in sent[0]["problem"]
    assert "secret" not in str(sent) + "".join(capsys.readouterr())


def test_a_mistake_is_told_in_its_own_words(sent: Any) -> None:
    question = TextQuestion("q8", "Why?")
    question._handle_custom_msg({"ask": "2", "action": "answer", "data": {"value": " "}}, [])
    assert sent == [
        {"problem": "There is no text yet. Write your answer, then press the button.", "re": "2"}
    ]


def test_after_a_refused_answer_it_is_said_which_earlier_one_still_stands() -> None:
    kept = {"value": 3.3}
    question = NumberQuestion(
        "q5", "How many?", "percent", reply=right_when(3.3), restore=lambda: kept["value"]
    )
    with pytest.raises(UserError, match=r"Your earlier answer still stands: 3.3 percent\."):
        question.respond("answer", {"value": "three or so", "shown": 3.3})
    kept["value"] = None  # type: ignore[assignment]
    with pytest.raises(UserError) as told:
        question.respond("answer", {"value": "three or so", "shown": None})
    assert "still stands" not in str(told.value)


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        (10 / 3, "3 1/3"),
        (-1 / 3, "-1/3"),
        (6.1, "6.1"),
        (0.1 + 0.2, "0.3"),
        (1250.0, "1250"),
        (1234567890123.0, "1234567890123"),
        (2.718281828459045, "2.71828182845905"),
        (7, "7"),
    ],
)
def test_a_kept_number_comes_back_as_a_person_types_it(kept: float, shown: str) -> None:
    question = NumberQuestion("q5", "How many?", reply=right_when(kept), restore=lambda: kept)
    assert question.respond("open", {})["typed"] == shown
    again = question.clean(shown)
    number = float(read_number(again).value) if isinstance(again, str) else again
    assert number == pytest.approx(kept, rel=1e-14)
