"""An exercise's minutes are counted from its page and its questions, by the rule of lessons."""

from pathlib import Path

import pytest
from course_exercises import NOTEBOOKS, ROOT

from groundwork.authoring import exercise_minutes, minutes
from groundwork.authoring.building.build import promises_of
from groundwork.authoring.building.filling import filled
from groundwork.authoring.notebooks import read
from groundwork.authoring.questions.sheet import Sheet, read_sheet
from groundwork.authoring.source import reader
from groundwork.authoring.source.page import Page
from groundwork.learner.questions import KINDS, Choose, Guess, Option, Question, Text, Write
from groundwork.subject.errors import UserError

A_MINUTE = "word " * minutes.WORDS_A_MINUTE
ASK = minutes.SECONDS["ask"] / 60
PAGE = f"""---
title: It
---

# It

{A_MINUTE}
"""


def asked_on(path: Path, text: str | None = None) -> tuple[Page, Sheet]:
    page, _ = reader.read(path, text)
    page = filled(page, ROOT / "datasets")
    return page, read_sheet(page.blocks, lambda _line, _said: None, graded=True)


def sittings_of(path: Path, text: str | None = None) -> tuple[int, ...]:
    return promises_of(*asked_on(path, text)).sittings


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_sitting_of_an_exercise_takes_about_half_an_hour(name: str) -> None:
    page, asked = asked_on(NOTEBOOKS[name].with_suffix(".md"))
    for counted in exercise_minutes.counted(page, asked.questions):
        assert counted <= exercise_minutes.SITTING, "shorten what is read, or ask less"


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_an_exercise_says_the_minutes_that_are_counted(name: str) -> None:
    counted = sittings_of(NOTEBOOKS[name].with_suffix(".md"))
    built = read(NOTEBOOKS[name])
    assert built.metadata["groundwork"]["minutes"] == {"do": sum(counted)}
    head = next(cell.source for cell in built.cells if "**Minutes.**" in cell.source)
    assert f"**Minutes.** About {sum(counted)}." in head
    if len(counted) > 1:
        assert built.metadata["groundwork"]["sittings"] == list(counted)
        assert f"takes about {counted[1]} of them" in head


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_question_has_its_seconds(kind: str) -> None:
    unknown = exercise_minutes.answering.dispatch(Question)
    assert exercise_minutes.answering.dispatch(KINDS[kind]) is not unknown


def test_a_kind_without_seconds_is_told() -> None:
    class Odd(Guess):
        kind = "odd"

    exercise_minutes.answering.register(Odd, exercise_minutes.answering.dispatch(Question))
    with pytest.raises(UserError, match="how long a question of the kind odd"):
        exercise_minutes.of_question(Odd(id="odd", prompt="Odd?"))


def test_what_is_shown_is_read_then_thought_about_answered_and_the_reply_read() -> None:
    options = (Option("a", A_MINUTE, right=True, reply=A_MINUTE), Option("b", A_MINUTE))
    one = Choose(id="one", prompt=A_MINUTE, options=options, why=A_MINUTE)
    choose = exercise_minutes.CHOOSE / 60
    assert exercise_minutes.of_question(one) == pytest.approx(4 + ASK + choose)
    several = Choose(id="one", prompt=A_MINUTE, options=options, why=A_MINUTE, several=True)
    assert exercise_minutes.of_question(several) == pytest.approx(4 + ASK + 2 * choose)


def test_each_part_that_is_written_takes_as_long_as_a_reflection() -> None:
    parts = tuple(Text(id=f"w_{at}", prompt="") for at in range(3))
    written = exercise_minutes.of_question(Write(id="w", prompt="", parts=parts))
    assert written == pytest.approx(ASK + 3 * minutes.SECONDS["reflect"] / 60, abs=0.1)


def test_a_further_sitting_begins_at_its_heading_and_each_is_rounded_up() -> None:
    asks = "\n:::{guess} one\nWhich?\n\n- [ ] a: It\n  > So.\n- [ ] b: That\n  > So.\n:::\n"
    second = '\n+++ {"id": "then", "tags": ["sitting"]}\n\n## Then\n\n' + A_MINUTE * 6
    path = Path("01_it.md")
    assert sittings_of(path, PAGE + asks) == (5,)
    assert sittings_of(path, PAGE + asks + second) == (5, 10)
