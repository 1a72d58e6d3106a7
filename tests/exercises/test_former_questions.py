"""A question that asks something else gets a new id, and its answers stay what they were."""

import json
from pathlib import Path
from typing import Any

import pytest
from course_exercises import NOTEBOOKS, asked

from groundwork.cohort.release import release
from groundwork.learner import answers, former
from groundwork.learner.questions import Write
from groundwork.screen.widgets import exercise

ASKED = Path(__file__).with_name("asked.json")
OLD = {"q3": {"asked": "Which table?", "now": "q3b", "options": {"a": "The first table"}}}


def asks(notebook: Path) -> dict[str, Any]:
    """Question id to what it means: its right answer, or nothing where a person judges."""
    found = {}  # type: ignore[var-annotated]
    for question in asked(notebook):
        if isinstance(question, Write):
            found |= dict.fromkeys((part.id for part in question.parts), None)
        else:
            found[question.id] = question.right_answer
    return dict(sorted(found.items()))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_no_id_comes_to_ask_something_else_or_is_lost(name: str) -> None:
    before = json.loads(ASKED.read_text(encoding="utf-8")).get(name, {})
    now, retired = asks(NOTEBOOKS[name]), former.read(NOTEBOOKS[name].parent)
    advice = (
        "If its meaning changed, give it a new id and retire the former one (see "
        f"groundwork.learner.former). If it asks the same as before, write into {ASKED.name}"
    )
    for id, right in now.items():
        assert id not in retired, f"{id} was retired: give the question an id that is new."
        line = json.dumps({id: right}, ensure_ascii=False)
        assert id in before and before[id] == right, f"{name} {id}: {advice}: {line}"
    gone = set(before) - set(now) - set(retired)
    assert not gone, f"{name} asks {gone} no more: write them into its {former.FILE}."
    for id, about in retired.items():
        assert about.now == "" or about.now in now, f"{id} names {about.now}, which is not asked."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / former.FILE).write_text(json.dumps({"format": 1, "former": OLD}))
    return tmp_path


def opened(id: str) -> dict[str, Any]:
    return exercise.choose(id, "Which picture?", {"a": "The bars", "b": "The line"}).respond(
        "open", {}
    )


def test_an_answer_to_a_former_question_is_told_and_never_taken_for_the_new(folder: Path) -> None:
    (folder / answers.FILE).write_text('{"version": 1, "answers": {"q3": {"value": "a"}}}')
    shown = opened("q3b")
    assert shown["value"] is None
    assert "You answered a former question: “Which table?”" in shown["note"]
    assert "Your answer was: The first table." in shown["note"]
    answers.keep("q3b", "b", folder)
    assert answers.read(folder) == {"q3": "a", "q3b": "b"}
    assert "note" not in opened("q4")


def test_the_words_that_were_answered_are_the_ones_that_are_told(folder: Path) -> None:
    answers.keep("q3", "a", folder, asked="Which of these tables?")
    assert "“Which of these tables?”" in opened("q3b")["note"]


def test_an_answer_that_the_question_no_longer_takes_is_told_and_stays(folder: Path) -> None:
    answers.keep("q1", "gone", folder)
    shown = opened("q1")
    assert shown["value"] is None
    assert "You answered a former version of this question. Your answer was: gone." in shown["note"]
    assert answers.read(folder) == {"q1": "gone"}


def test_former_questions_travel_with_the_exercise(tmp_path: Path) -> None:
    name, notebook = next(iter(NOTEBOOKS.items()))
    source = tmp_path / name
    source.mkdir()
    (source / notebook.name).write_bytes(notebook.read_bytes())
    (source / former.FILE).write_text(json.dumps({"format": 1, "former": OLD}))
    release(source, tmp_path / "released")
    assert former.read(tmp_path / "released")["q3"].now == "q3b"
