"""Whatever became of a hand-in on its way, each whole answer is graded, and the line says what."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hand_ins import (
    JUDGED,
    LAST,
    MOST,
    NAME,
    NOTEBOOK,
    NUMBER,
    ONE,
    SOLUTION,
    WORTH,
    WRONG,
    answers,
    in_the_first_format,
    with_code,
)

from groundwork.cohort.frozen import Frozen
from groundwork.cohort.judge import GRADED, MENDED, UNREAD, Result, judge
from groundwork.learner.answers import FILE

Change = Callable[[dict[str, Any]], None]
WHOLE = answers(SOLUTION)
WITHOUT = b'"worth": 1'
LESS = MOST - JUDGED[NUMBER].points
RIGHT = f'"value": {SOLUTION[NUMBER]}'.encode()


def points(result: Result) -> float:
    return sum(each or 0 for each in result.points.values())


def test_an_honest_hand_in_needs_no_word(exercise: Frozen, page: bytes) -> None:
    result = judge(exercise, {FILE: WHOLE, NOTEBOOK: page})
    assert (result.state, result.line(), points(result)) == (GRADED, "", MOST)


def changed(page: bytes, change: Change) -> bytes:
    notebook = json.loads(page)
    change(notebook)
    return json.dumps(notebook).encode()


def named(notebook: dict[str, Any], id: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["id"] == id)


def paste_a_check_twice(notebook: dict[str, Any]) -> None:
    notebook["cells"].insert(3, dict(named(notebook, "q5-check")))


def split_the_code(notebook: dict[str, Any]) -> None:
    cell = named(notebook, "q5-code")
    lines = "".join(cell["source"]).splitlines(keepends=True)
    cell["source"] = lines[:2]
    notebook["cells"].insert(1, {**cell, "source": lines[2:], "metadata": {}})


def delete_checks(notebook: dict[str, Any]) -> None:
    notebook["cells"] = [cell for cell in notebook["cells"] if "-check" not in cell["id"]]


def clear_metadata(notebook: dict[str, Any]) -> None:
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}


def forget_ids(notebook: dict[str, Any]) -> None:
    """Save as a program does that knows no ids of cells, such as Colab."""
    notebook["nbformat_minor"] = 0
    for number, cell in enumerate(notebook["cells"]):
        del cell["id"]
        cell["metadata"] = {"id": f"colab{number}", **cell["metadata"]}


def another_kernel(notebook: dict[str, Any]) -> None:
    notebook["metadata"]["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}


def change_a_check(notebook: dict[str, Any]) -> None:
    named(notebook, "q1-check")["source"] = "pass"


def turn_a_check_into_text(notebook: dict[str, Any]) -> None:
    cell = named(notebook, "q1-check")
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]


def keep_nothing(notebook: dict[str, Any]) -> None:
    notebook["cells"] = []


def old_format(notebook: dict[str, Any]) -> None:
    notebook["worksheets"] = [{"cells": notebook.pop("cells")}]
    notebook["nbformat"] = 3


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (paste_a_check_twice, "q5-check was there more than once"),
        (split_the_code, ""),
        (delete_checks, "q1-check, q2-check, q3-check and 7 more were missing"),
        (clear_metadata, "were missing or had lost what marks them"),
        (forget_ids, ""),
        (another_kernel, ""),
        (change_a_check, "q1-check was changed, and the released ones were used"),
        (turn_a_check_into_text, ""),
        (keep_nothing, ""),
        (old_format, ""),
    ],
)
def test_a_changed_notebook_costs_no_point(
    exercise: Frozen, page: bytes, change: Change, says: str
) -> None:
    result = judge(exercise, {FILE: WHOLE, NOTEBOOK: changed(page, change)})
    assert points(result) == MOST
    assert says in result.line()
    assert [c["id"] for c in result.notebook["cells"] if not c["id"].startswith("groundwork")] == [
        cell["id"] for cell in exercise.notebook["cells"]
    ]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (lambda page: {f"{NAME} (1).ipynb": page}, f"The notebook is called {NAME} (1).ipynb"),
        (lambda page: {NOTEBOOK: page[: len(page) // 2]}, "is damaged"),
        (lambda page: {NOTEBOOK: b""}, "could not be read; the answers do not need it"),
        (lambda page: {NOTEBOOK: b"\0" * 500}, "could not be read"),
        (lambda page: {NOTEBOOK: b"[" * 100_000}, "could not be read"),
        (lambda page: {NOTEBOOK: b"\xef\xbb\xbf" + page}, ""),
        (lambda page: {NOTEBOOK: b'{"cells": 7}'}, "could not be read"),
        (lambda page: {NOTEBOOK: b'{"cells": [null, {"cell_type": "code"}]}'}, "is damaged"),
        (lambda page: {NOTEBOOK: b"<<<<<<< mine\n" + page + b"=======\n" + page}, "is damaged"),
        (lambda page: {}, "The notebook is missing"),
    ],
)
def test_a_notebook_that_is_none_costs_no_point(
    exercise: Frozen, page: bytes, files: Callable[[bytes], dict[str, bytes]], says: str
) -> None:
    result = judge(exercise, {FILE: WHOLE, **files(page)})
    assert points(result) == MOST
    assert says in result.line()


def without_the_end(content: bytes) -> bytes:
    """Cut before the answer to the last question that a program judges."""
    return content[: content.index(f'"{LAST}"'.encode())]


def without_the_start(content: bytes) -> bytes:
    return content[content.index(f'"{list(JUDGED)[1]}"'.encode()) :]


def with_a_large_text(content: bytes) -> bytes:
    return answers(SOLUTION | {"q10_gap": "long " * 2_000_000})


@pytest.mark.parametrize(
    ("content", "expected", "says"),
    [
        (b"\xef\xbb\xbf" + WHOLE, MOST, "saved again by another program"),
        (WHOLE.decode().encode("utf-16"), MOST, "saved again by another program"),
        (WHOLE.replace(b"\n", b"\r\n"), MOST, ""),
        (without_the_end(WHOLE), MOST - JUDGED[LAST].points, "answers could be read whole"),
        (without_the_start(WHOLE), MOST - WORTH, "is damaged"),
        (b"<<<<<<< mine\n" + WHOLE + b"\n=======\n" + WHOLE + b">>>>>>>", MOST, "is damaged"),
        (WHOLE.replace(RIGHT, b'"value": NaN'), LESS, "is damaged"),
        (
            WHOLE.replace(RIGHT, b'"value": ' + b"9" * 5000),
            MOST - JUDGED[NUMBER].points,
            "is damaged",
        ),
        (
            WHOLE.replace(RIGHT, b'"value": ' + b"[" * 100_000),
            MOST - JUDGED[NUMBER].points,
            "is damaged",
        ),
        (
            WHOLE.replace(RIGHT, WITHOUT),
            MOST - JUDGED[NUMBER].points,
            "answers in answers.json",
        ),
        (WHOLE.replace(b"A sample text", b"\\ud83d sample \\u0000 text"), MOST, ""),
        (with_a_large_text(WHOLE), MOST, "The answer to q10_gap is larger than 20,000"),
        (in_the_first_format(SOLUTION), MOST, ""),
        (WHOLE.replace(b'"at": "', b'"at": 7, "was": "'), MOST, ""),
        (WHOLE.replace(b'"numbers": {}', b'"numbers": [1]'), MOST, ""),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,
)
def test_each_whole_answer_of_a_damaged_file_is_graded(
    exercise: Frozen, page: bytes, content: bytes, expected: float, says: str
) -> None:
    result = judge(exercise, {FILE: content, NOTEBOOK: page})
    assert points(result) == expected
    assert says in result.line()
    assert (result.state == MENDED) == (FILE in result.line())


def test_an_answer_that_was_lost_with_a_part_of_the_file_is_not_0(exercise: Frozen) -> None:
    result = judge(exercise, {FILE: without_the_end(WHOLE)})
    assert [name for name, each in result.points.items() if each is None] == [
        "q9-check",
    ]
    assert f"No answer to {LAST}, q10 could be read: ask for the file" in result.line()


@pytest.mark.parametrize("name", ["answers (1).json", "answers 2.json", "Copy of answers.json"])
def test_a_renamed_file_of_answers_is_read(exercise: Frozen, page: bytes, name: str) -> None:
    assert points(judge(exercise, {name: WHOLE, NOTEBOOK: page})) == MOST


def test_of_two_copies_the_later_answer_to_each_question_counts(exercise: Frozen) -> None:
    later = answers(WRONG, at="2026-11-21T08:00:00Z")
    copy = "answers (Ana's conflicted copy 2026-11-21).json"
    result = judge(exercise, {FILE: WHOLE, copy: later})
    assert points(result) == MOST - WORTH
    assert "the later answer counts" in result.line()
    assert points(judge(exercise, {FILE: later, copy: WHOLE})) == MOST - WORTH


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "There is no file of answers"),
        ({FILE: b""}, "answers.json is empty"),
        ({FILE: b"\0" * 4096}, "No answer in answers.json could be read"),
        ({FILE: b"<html>Sign in</html>"}, "No answer in answers.json could be read"),
        ({FILE: b'{"format": 9, "answers": {}}'}, "newer version of the course"),
        ({FILE: answers(SOLUTION, exercise="02_reading_inequity")}, "to another exercise"),
        ({FILE: answers({"q1": 1, "q5": 2}, exercise="")}, "former version of this exercise"),
        ({FILE: answers({"z9": 1}, exercise="")}, "to no question of this exercise"),
    ],
)
def test_what_cannot_be_read_gets_no_points_and_says_what_to_do(
    exercise: Frozen, page: bytes, files: dict[str, bytes], says: str
) -> None:
    result = judge(exercise, {**files, NOTEBOOK: page})
    assert result.state == UNREAD
    assert says in result.line()
    assert result.fix
    assert not result.points, "not 0: nothing was judged"


def test_a_whole_file_without_an_answer_is_no_damage(exercise: Frozen, page: bytes) -> None:
    result = judge(exercise, {FILE: answers({}), NOTEBOOK: page})
    assert (result.state, points(result)) == (GRADED, 0)
    assert "no question is answered in it" in result.line()


def test_answers_to_former_questions_are_told_and_do_not_count(exercise: Frozen) -> None:
    result = judge(exercise, {FILE: answers({"q1": 1, ONE: SOLUTION[ONE]})})
    assert points(result) == WORTH
    assert "Answers to former questions do not count: q1" in result.line()


def test_somebody_who_wrote_code_alone_is_not_unread(exercise: Frozen, page: bytes) -> None:
    result = judge(exercise, {NOTEBOOK: with_code(page)})
    assert result.state != UNREAD
    assert result.points["q5-check"] is None


@pytest.mark.parametrize("code", ["", "# rate_difference: I did not know how", "\n\n"])
def test_a_comment_is_no_code(exercise: Frozen, page: bytes, code: str) -> None:
    result = judge(exercise, {FILE: answers({}), NOTEBOOK: with_code(page, code=code)})
    assert result.points["q5-check"] == 0


def test_text_in_odd_places_is_found_and_shown(exercise: Frozen, page: bytes) -> None:
    def write(notebook: dict[str, Any]) -> None:
        notebook["cells"][0]["source"] += "\nMy note for whoever reads."
        cell = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "And one more."}
        notebook["cells"].append(cell)

    result = judge(exercise, {FILE: WHOLE, NOTEBOOK: changed(page, write)})
    assert "There is text in 2 cells that ask for none" in result.line()
    (shown,) = result.notebook["cells"][-1]["outputs"]
    assert "My note for whoever reads." in shown["text"]
    assert "And one more." in shown["text"]


def test_answers_of_another_release_are_told(exercise: Frozen) -> None:
    result = judge(exercise, {FILE: answers(SOLUTION, release="0123abcd")})
    assert "another version of the exercise" in result.line()
    same = judge(exercise, {FILE: answers(SOLUTION, release=exercise.catalog.release)})
    assert "another version" not in same.line()
