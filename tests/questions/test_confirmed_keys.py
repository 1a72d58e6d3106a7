"""Keys are confirmed by a reader who does not see them, and only as long as nothing changes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from questions.texts import EVERY, GUESS, HEAD, TABLE, sheet

from groundwork.authoring import confirm, write
from groundwork.authoring.asked import asked_of, scene
from groundwork.authoring.source import course
from groundwork.command.main import main
from groundwork.learner.shipping import EXERCISE, LESSONS, shipped
from groundwork.learner.workspace import course as this_course

NAME = "01_trace"
# What a reader types who finds every key, in the order in which the questions ask.
RIGHT = {
    "q4": ["b"],
    "q2": ["a c"],
    "q1": ["a", "c"],
    "q8": ["a", "b"],
    "q9": ["a D, c A, b W", "b d, d A"],
    "q5": ["3.34"],
    "q6": ["3.3", "?"],
    "q7": ["3.3", "1.75"],
    "q10": ["yes"],
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay(tmp_path, EVERY)
    return tmp_path


def lay(root: Path, text: str) -> None:
    """Write an exercise's text, and what is built from it."""
    path = root / "exercises" / NAME / f"{NAME}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + text, encoding="utf-8")
    made = write.built(path, "exercise", root)
    course.catalog_of(path, "exercise").write_text(made.catalog, encoding="utf-8")
    write.write(made.notebook, course.notebook_of(path))


def typed(root: Path, **instead: list[str]) -> list[str]:
    """All that a reader types; the second variant's number is worked out as a reader would."""
    text = root / "exercises" / NAME / f"{NAME}.md"
    (question,) = [q.question for q in asked_of(text, "exercise") if q.id == "q6"]
    second = str(question.at(question.names()[-1]).right_answer)  # type: ignore[attr-defined]
    lines = [line for id, each in {**RIGHT, **instead}.items() for line in each]
    return [second if line == "?" else line for line in lines]


@pytest.fixture
def reader(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], int]:
    """Run the command with a reader who types these lines."""

    def answer(lines: list[str]) -> int:
        waiting: Iterator[str] = iter(lines)

        def next_line(_prompt: str = "") -> str:
            try:
                return next(waiting)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", next_line)
        return main(["confirm", NAME, "--course", str(root)])

    return answer


def open_points(root: Path) -> list[str]:
    (found,) = confirm.unconfirmed(root).values()
    return found


def test_a_reader_who_finds_every_key_confirms_it(
    root: Path, reader: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(open_points(root)) == 9
    assert reader(typed(root)) == 0
    assert open_points(root) == []
    assert reader([]) == 0
    assert "0 of 9 questions to answer" in capsys.readouterr().out


def test_only_texts_that_ask_are_named(
    root: Path, reader: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    page = root / "facilitator_guide" / "text" / "sessions" / f"{NAME}.md"
    page.parent.mkdir(parents=True)
    page.write_text("# A session\n", encoding="utf-8")
    reader(typed(root))
    said = capsys.readouterr().out
    assert f"exercises/{NAME}/{NAME}.md: 9 of 9 questions to answer." in said
    assert f"exercises/{NAME}/{NAME}.md: every key is confirmed." in said
    assert "sessions" not in said
    lay(root, GUESS)
    assert reader([]) == 0
    capsys.readouterr()
    assert reader([]) == 0
    assert capsys.readouterr().out == f"{NAME} asks nothing that has a key.\n"


def test_the_reader_sees_scene_and_question_and_no_key(
    root: Path, reader: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    text = (HEAD + EVERY).replace(":::{choose} q4", "A scene in a county.\n\n:::{choose} q4")
    lay(root, text.removeprefix(HEAD))
    reader(typed(root))
    shown = capsys.readouterr().out
    assert "A scene in a county." in shown
    assert "b) Give patients two voting seats on the panel." in shown
    assert "an answer within 0.05 is right" in shown
    for secret in ("seat:", "it stands in a rule", "You added", "MARK SCHEME", "Read for the"):
        assert secret not in shown


def test_a_disagreement_is_shown_and_stays_until_the_question_is_mended(
    root: Path, reader: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert reader(typed(root, q4=["a"])) == 1
    said = "q4: the second reader answered something else than its key"
    assert said in capsys.readouterr().out
    assert said in open_points(root)[0]
    assert reader(["a"]) == 1  # asked again, and nothing but another answer or key changes it
    lay(root, EVERY.replace("[ ] survey", "[x] survey").replace("[x] seat", "[ ] seat"))
    assert open_points(root) == []


CHANGES = [
    ("[ ] survey: Ask 200", "[ ] survey: Ask 300", "q4, or what stands above it, was changed"),
    ("[ ] against", "[x] against", "q2: the second reader answered something else"),
    ("[place] mold", "[budget] mold", "q1: the second reader answered something else"),
    ("- [x] 3.3\n  > 7.7", "- [x] 3.6\n  > 7.7", "q5: the second reader answered something else"),
    (":within: 0.05\n:unit", ":within: 0.5\n:unit", "q5, or what stands above it, was changed"),
    (":points: 1\n:within", ":points: 2\n:within", "q5, or what stands above it, was changed"),
    ("- [x] rate - reference", "- [x] rate - all", "q6"),
    ("[1.75] ratio", "[1.25] ratio", "q7: the second reader answered something else"),
    (":words: 4", ":words: 5", "q10, or what stands above it, was changed"),
    (
        "Does the “because” go up",
        "Does the “because” stay",
        "q10, or what stands above it, was changed",
    ),
]


@pytest.mark.parametrize(("before", "after", "said"), CHANGES)
def test_a_change_of_key_or_text_is_no_longer_confirmed(
    root: Path, reader: Callable[[list[str]], int], before: str, after: str, said: str
) -> None:
    reader(typed(root))
    assert EVERY.count(before) == 1
    lay(root, EVERY.replace(before, after))
    (found,) = open_points(root)
    assert found.startswith(said)


def test_what_stands_above_a_question_is_confirmed_with_it(
    root: Path, reader: Callable[[list[str]], int]
) -> None:
    above = "+++\n\n## A table\n\n| a | b |\n| --- | --- |\n| {7.7} | {4.4} |\n\n:::{number} q5"
    text = EVERY.replace(":::{number} q5", above)
    lay(root, text)
    reader(typed(root))
    assert open_points(root) == []
    lay(root, text.replace("| a | b |", "| a |\n| c |"))
    assert {said.split()[0] for said in open_points(root)} >= {"q5,"}
    assert "q4," not in [said.split()[0] for said in open_points(root)]
    lay(root, text.replace("{4.4}", "{4.5}"))
    assert open_points(root)[0].startswith("q5, or what stands above it, was changed")


def test_a_scene_goes_up_to_the_heading_of_its_part_and_holds_charts_in_words() -> None:
    drawn = new_code_cell(
        'chart("c")', outputs=[new_output("execute_result", {"text/plain": "Bars: 3"})]
    )
    cells = [
        new_markdown_cell("# Title\n\nAt the top."),
        new_code_cell('ask("q0")'),
        new_markdown_cell("## The figures for questions 1 to 2\n\nA table."),
        drawn,
        new_markdown_cell("### Question 1\n\nFirst."),
        new_code_cell('ask("q1")'),
        new_markdown_cell("### Question 2\n\nSecond."),
        new_code_cell('ask("q2")'),
        new_markdown_cell("### The same in code: question 2\n\nNobody needs this."),
        new_code_cell('ask("q2b")'),
        new_markdown_cell("### Another step\n\nThird."),
        new_code_cell('ask("q3")'),
    ]
    assert scene(cells, "q0") == "# Title\n\nAt the top."
    for said in ("A table.", "Bars: 3", "First.", "Second."):
        assert said in scene(cells, "q2")
    assert "At the top" not in scene(cells, "q2")
    assert "A table." in scene(cells, "q2b")
    assert scene(cells, "q3") == "### Another step\n\nThird."


def test_a_new_question_before_it_changes_nothing(
    root: Path, reader: Callable[[list[str]], int]
) -> None:
    text = "+++\n\n## Question {{ q4 | number }}: Which?\n\nA scene.\n\n"
    before = EVERY.replace(":::{choose} q4", f"{text}:::{{choose}} q4")
    lay(root, before)
    reader(typed(root))
    lay(root, GUESS.replace("guess", "guess", 1) + before)
    assert open_points(root) == []


def test_wrapping_lines_and_mending_a_reply_keep_what_was_confirmed(
    root: Path, reader: Callable[[list[str]], int]
) -> None:
    reader(typed(root))
    wrapped = EVERY.replace("gives the patients more", "gives the\npatients more")
    lay(root, wrapped.replace("They are heard.", "They are listened to."))
    assert open_points(root) == []


def test_what_was_answered_before_the_reader_stopped_is_recorded(
    root: Path, reader: Callable[[list[str]], int]
) -> None:
    assert reader(["b", "a c"]) == 1
    assert len(open_points(root)) == 7
    assert reader(typed(root, q4=[], q2=[])) == 0


def test_an_answer_that_is_none_is_asked_for_again(
    root: Path, reader: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert reader(["", "z", "a b", *typed(root)]) == 0
    assert "Type a letter from a to c." in capsys.readouterr().out


def test_the_record_tells_no_key_and_never_ships(
    root: Path, reader: Callable[[list[str]], int]
) -> None:
    reader(typed(root))
    folder = root / "exercises" / NAME
    record = json.loads((folder / "confirmed.json").read_text(encoding="utf-8"))
    assert set(record["questions"]) == set(RIGHT)
    assert "seat" not in json.dumps(record)
    assert "confirmed.json" not in [path.name for path in shipped(folder, EXERCISE)]
    lesson = root / "modules" / f"{NAME}.md"
    inner = confirm.path_of(lesson, "lesson")
    inner.parent.mkdir(parents=True)
    inner.write_text("{}", encoding="utf-8")
    assert list(shipped(root / "modules", LESSONS)) == []


def test_a_question_that_is_asked_no_more_leaves_the_record(
    root: Path, reader: Callable[[list[str]], int]
) -> None:
    reader(typed(root))
    lay(root, EVERY.replace("{choose} q4", "{choose} q4b"))
    assert [said.split()[0] for said in open_points(root)] == ["q4b", "q4"]
    assert reader(["b"]) == 0
    assert open_points(root) == []


def test_a_guess_has_nothing_to_confirm(root: Path) -> None:
    lay(root, GUESS)
    assert open_points(root) == []


def test_a_release_waits_until_every_key_is_confirmed(
    root: Path,
    reader: Callable[[list[str]], int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("groundwork.authoring.release_check.past", lambda root, day: [])
    command = ["release-check", "--course", str(root)]
    assert main(command) == 1
    said = capsys.readouterr().out
    assert f"exercises/{NAME}/{NAME}.md: q4 was never confirmed by a second reader." in said
    assert "groundwork confirm NAME" in said
    reader(typed(root))
    assert main(command) == 0


def test_what_a_second_reader_confirmed_in_this_course_stands() -> None:
    unconfirmed = confirm.unconfirmed(this_course())
    told = [
        f"groundwork confirm {text.stem}: {found}" for text, found in unconfirmed.items() if found
    ]
    assert not told, "\n".join(told)


def test_the_reader_of_a_table_answers_cell_by_cell() -> None:
    (table,) = sheet(TABLE)[0].questions
    steps = confirm.steps(table)
    assert "Line B | [  ] | 33.3 %" in steps[0].shown
    typed = ("66.7", "$120.50", "6")
    found = {step.name: step.read(each) for step, each in zip(steps, typed, strict=True)}
    assert found == confirm.key(table)
