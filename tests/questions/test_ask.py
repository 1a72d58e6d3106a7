"""A question of the catalog is asked, kept, answered at once, and checked by the same judge."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from questions.texts import EVERY, GUESS, TEXT, sheet

from groundwork.learner import answers
from groundwork.learner.exercise import (
    SEE_ABOVE,
    NotAnsweredError,
    NotCompleteError,
    NotYetError,
    check,
    given,
)
from groundwork.learner.questions import Computed
from groundwork.learner.questions.catalog import FILE, FOLDER, Catalog, text_of
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.ask import ask
from groundwork.screen.widgets.questions import Question
from groundwork.subject.errors import UserError

CATALOG = Catalog("01_root_causes", sheet(EVERY)[0].questions)
(Q6,) = [each for each in CATALOG.questions if isinstance(each, Computed)]
FIRST, SECOND, THIRD, *_ = Q6.names()


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An exercise's folder, which is the current one."""
    (tmp_path / FILE).write_text(text_of(CATALOG), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("groundwork.learner.exercise._told", {})
    return tmp_path


def widget(id: str) -> Question:
    found = ask(id)
    assert isinstance(found, Question)
    return found


def press(question: Question, value: Any, **data: Any) -> dict[str, Any]:
    return question.respond("answer", {"value": value, **data})


def test_showing_a_question_writes_nothing(page: Path) -> None:
    for id in ("q4", "q6"):
        widget(id).respond("open", {})
    assert not (page / answers.FILE).exists()


@pytest.mark.parametrize("asked", CATALOG.questions, ids=lambda each: each.kind)
def test_page_and_check_say_the_same_of_each_cataloged_answer(
    asked: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    if asked.kind in ("code", "write"):
        return  # a cell of code; and what no program judges
    for answer, reply in asked.wrong_answers():
        shown = press(widget(asked.id), answer if asked.kind != "number" else str(answer))
        assert shown["right"] is False
        assert reply in shown["text"]
        with pytest.raises(NotYetError, match=re.escape(SEE_ABOVE)):
            check(asked.id)
        widget(asked.id).respond("open", {})
        with pytest.raises(NotYetError) as caught:
            check(asked.id)
        assert str(caught.value) == shown["text"]
    shown = press(widget(asked.id), asked.right_answer)
    assert shown["right"] is True
    check(asked.id)
    assert capsys.readouterr().out == "Right.\n"


def test_an_answer_is_kept_with_what_was_asked_and_says_no_name(page: Path) -> None:
    press(widget("q4"), "seat")
    press(widget("q6"), "3.3")
    press(widget("q10_gap"), "Fewer visits in the north")
    kept = json.loads((page / answers.FILE).read_text(encoding="utf-8"))
    assert kept["format"] == 3
    assert kept["exercise"] == "01_root_causes"
    assert kept["release"] == CATALOG.release
    assert re.fullmatch(r"\d+\.\d+\.\d+", kept["course"])
    assert re.fullmatch(r"[0-9a-f]{32}", kept["handin"])
    assert kept["answers"]["q4"]["question"] == CATALOG.find("q4").version
    assert kept["answers"]["q6"]["numbers"] == FIRST
    assert kept["answers"]["q10_gap"]["question"] == CATALOG.find("q10").version
    assert set(kept) == {
        *("format", "version", "exercise", "release", "course", "handin", "numbers", "answers"),
    }
    assert answers.of_whom() == {
        name: kept[name] for name in ("exercise", "release", "course", "handin")
    }


def test_one_workspace_hands_in_under_one_number_and_another_under_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    numbers = []
    for workspace in ("ana", "ben"):
        for exercise in ("01", "02"):
            folder = tmp_path / workspace / "exercises" / exercise
            folder.mkdir(parents=True)
            for name in ("modules", "datasets", ".groundwork"):
                (tmp_path / workspace / name).mkdir(exist_ok=True)
            answers.keep("q1", "a", folder)
            answers.keep("q2", "a", folder)
            numbers.append(answers.of_whom(folder)["handin"])
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_a_file_of_the_first_format_is_read_and_goes_on(page: Path) -> None:
    old = {"version": 1, "answers": {"q6": {"value": 3.3, "at": "2026-11-20T08:00:00Z"}}}
    (page / answers.FILE).write_text(json.dumps(old), encoding="utf-8")
    assert answers.of_whom() == {}
    assert widget("q6").respond("open", {})["value"] == 3.3
    check("q6")
    press(widget("q4"), "seat")
    assert answers.read() == {"q4": "seat", "q6": 3.3}
    assert answers.of_whom()["exercise"] == "01_root_causes"


def test_other_numbers_come_after_an_answer_and_stay_over_a_restart(page: Path) -> None:
    question = widget("q6")
    shown = question.respond("open", {})
    assert (shown["numbers"], shown["answered"]) == (FIRST, False)
    with pytest.raises(UserError, match="Answer this question first"):
        question.respond("others", {"numbers": FIRST})
    press(question, "3.3", numbers=FIRST)
    shown = question.respond("others", {"numbers": FIRST})
    assert shown["numbers"] == SECOND
    assert shown["prompt"] == Q6.at(SECOND).prompt != Q6.at(FIRST).prompt
    again = widget("q6").respond("open", {})
    assert (again["numbers"], again["prompt"], again["value"]) == (SECOND, shown["prompt"], None)


def test_each_variant_is_judged_by_its_own_numbers() -> None:
    question = widget("q6")
    press(question, "3.3", numbers=FIRST)
    question.respond("others", {"numbers": FIRST})
    right = Q6.at(SECOND).right_answer
    assert press(question, str(right), numbers=SECOND)["right"] is True
    assert answers.entry("q6")["numbers"] == SECOND
    for value, reply in Q6.at(SECOND).wrong_answers():
        assert press(question, str(value), numbers=SECOND)["text"] == reply
        widget("q6").respond("open", {})
        with pytest.raises(NotYetError, match=re.escape(reply)):
            check("q6")


def test_a_kept_answer_counts_for_the_numbers_that_it_was_given_to() -> None:
    question = widget("q6")
    press(question, "3.3", numbers=FIRST)
    question.respond("others", {"numbers": FIRST})
    check("q6")  # nothing is answered since: the last answer counts, and it was right
    assert given("q6") == pytest.approx(
        {name: float(number) for name, number in Q6.at(SECOND).codes[0].given.items()}
    )


def test_two_windows_may_show_different_numbers() -> None:
    question = widget("q6")
    press(question, "3.3", numbers=FIRST)
    question.respond("others", {"numbers": FIRST})
    assert press(question, "3.3", numbers=FIRST)["right"] is True
    assert answers.entry("q6")["numbers"] == FIRST


def test_code_is_judged_by_the_variables_that_the_question_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = sys.modules["__main__"]
    answers.keep("q5", 1.75)
    monkeypatch.setattr(notebook, "difference", 7.7 - 4.4, raising=False)
    check("q5")
    assert "Right. " in capsys.readouterr().out
    monkeypatch.setattr(notebook, "difference", None)
    with pytest.raises(NotYetError, match="That is the ratio"):
        check("q5")
    with pytest.raises(NotAnsweredError):
        check("q7")
    monkeypatch.setattr(notebook, "gap", 12.1, raising=False)
    monkeypatch.setattr(notebook, "ratio", 1.75, raising=False)
    with pytest.raises(NotYetError, match="gap: You added"):
        check("q7")
    monkeypatch.setattr(notebook, "gap", 3.3)
    check("q7")


def test_code_for_other_numbers_is_judged_by_them(monkeypatch: pytest.MonkeyPatch) -> None:
    question = widget("q6")
    press(question, "3.3", numbers=FIRST)
    question.respond("others", {"numbers": FIRST})
    numbers = given("q6")
    difference = numbers["rate"] - numbers["reference"]
    monkeypatch.setattr(sys.modules["__main__"], "difference", difference, raising=False)
    check("q6")
    monkeypatch.setattr(sys.modules["__main__"], "difference", 3.3)
    with pytest.raises(NotYetError):
        check("q6")


def test_a_cohort_with_its_own_numbers_takes_no_answer_to_others(page: Path) -> None:
    answers.keep("q6", 3.3)  # to the published numbers, as version 0.1 kept it
    drawn = CATALOG.drawn("winter", 4)
    (page / FILE).write_text(text_of(drawn), encoding="utf-8")
    shown = widget("q6").respond("open", {})
    assert shown["value"] is None
    assert shown["numbers"] != FIRST
    with pytest.raises(NotYetError, match="not asked here any more"):
        check("q6")
    own = drawn.find("q6")
    assert isinstance(own, Computed)
    assert press(widget("q6"), str(own.at().right_answer), numbers=own.names()[0])["right"] is True
    check("q6")


def test_a_written_answer_shows_what_a_reader_asks_once_all_of_it_is_there() -> None:
    stack = ask("q10")
    assert isinstance(stack, Stack)
    gap, why = stack.children
    shown = press(gap, "Fewer visits in the north")
    assert shown["right"] is None
    assert "more" not in shown
    with pytest.raises(NotCompleteError, match="“The because” has no answer"):
        check("q10")
    shown = press(why, "A clinic was closed there")
    ((title, text),) = shown["more"]
    assert "learn alone" in title
    assert "Does the “because” go up a level?" in text
    assert "An answer that lacks much:\nIn Riverbend County (invented) people do not come." in text
    assert "because a clinic closed there." in text


def test_a_part_that_says_what_another_says_is_kept_and_told_at_once() -> None:
    stack = ask("q10")
    assert isinstance(stack, Stack)
    gap, why = stack.children
    press(gap, "Fewer visits in the north")
    shown = press(why, "fewer  visits in the NORTH")
    assert shown["right"] is None
    assert shown["text"] == (
        "Saved. The parts “The gap” and “The because” say the same. Change one of them."
    )
    assert answers.read()["q10_why"] == "fewer  visits in the NORTH"
    assert "no two parts are the same" in " ".join(CATALOG.find("q10").promises())
    assert "say the same" not in press(why, "A clinic was closed there")["text"]


def test_the_check_of_a_written_answer_prints_it_and_judges_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(NotAnsweredError):
        check("q10")
    answers.keep("q10_gap", "Fewer visits in the north")
    answers.keep("q10_why", "A clinic was closed there")
    capsys.readouterr()
    check("q10")
    said = capsys.readouterr().out.splitlines()
    assert said[:5] == [
        "The gap:",
        "  Fewer visits in the north",
        "The because:",
        "  A clinic was closed there",
        "All two parts are there. Nobody has judged them.",
    ]


def test_a_worked_step_and_the_place_that_teaches_come_after_an_answer(page: Path) -> None:
    text = EVERY.replace(":points: 1\n\nWhich step", ":points: 1\n:taught: Step 2\n\nWhich step")
    text = text.replace("Who decides?\n:::", "Who decides?\n\n> [step] First ask who votes.\n:::")
    catalog = Catalog("ex", sheet(text)[0].questions)
    (page / FILE).write_text(text_of(catalog), encoding="utf-8")
    question = widget("q4")
    assert "votes" not in question.words()
    more = press(question, "survey")["more"]
    assert more == [["A worked step", "First ask who votes."], ["Where this is taught", "Step 2"]]


@pytest.fixture
def lesson(page: Path) -> Path:
    (page / FILE).unlink()
    (page / FOLDER).mkdir()
    questions = (*sheet(GUESS + TEXT, graded=False)[0].questions, *CATALOG.questions[:1])
    (page / FOLDER / "01.json").write_text(text_of(Catalog("01", questions)), encoding="utf-8")
    return page


def test_a_lesson_s_answer_stays_on_the_page(lesson: Path) -> None:
    guess = widget("first_guess")
    assert guess.content["button"] == "Answer"
    assert guess.content["keeps"] is False
    assert press(guess, "57")["text"] == "Fewer: 22 of 100."
    assert press(widget("q4"), "seat")["right"] is True
    assert {path.name for path in lesson.iterdir()} == {FOLDER}


def test_words_in_a_lesson_are_promised_to_nobody_and_saved_nowhere(lesson: Path) -> None:
    box = widget("first_because")
    assert (box.content["button"], box.content["keeps"]) == ("Note my answer", False)
    said = "It stays here until you close the page. The course keeps nothing."
    assert box.content["note"] == said
    assert press(box, "Because of mold")["text"] == "It has 3 words; write at least 4."
    shown = press(box, "because parents do not care")
    lines = shown["text"].split("\n")
    assert lines[0] == "It stays on this page. Nobody has judged it. You can change it."
    assert any("parents do not" in line or "do not care" in line for line in lines[1:])
    assert shown["right"] is None
    assert {path.name for path in lesson.iterdir()} == {FOLDER}


def test_an_answer_is_kept_even_when_its_catalog_went_missing_meanwhile(page: Path) -> None:
    question = widget("q4")
    (page / FILE).unlink()
    assert press(question, "seat")["right"] is True
    assert answers.read() == {"q4": "seat"}
    with pytest.raises(NotYetError, match="Start the course again"):
        check("q4")
    with pytest.raises(UserError, match="Start the course again"):
        ask("q4")
