"""Whatever became of a hand-in on its way, each whole answer is graded, and the line says what."""

from pathlib import Path
from typing import Any

import pytest
from damaged import KINDS, ON_THE_WAY, SILENT, WHOLE, changed, without_the_end
from hand_ins import (
    MOST,
    NOTEBOOK,
    NUMBER,
    ONE,
    SOLUTION,
    WORTH,
    answers,
    with_code,
)

from groundwork.cohort.frozen import Frozen
from groundwork.cohort.judge import GRADED, MENDED, UNREAD, Result, judge
from groundwork.cohort.sandbox import Ran
from groundwork.learner.answers import FILE

TABLE = Path(__file__).with_name("damaged_hand_ins.md")
HEAD = [
    "# Damaged hand-ins",
    "",
    "Written by `pytest tests/cohort/test_damaged_hand_ins.py --all`.",
    "",
    "| What became of it | It is | Points | What is said |",
    "| --- | --- | --- | --- |",
]


def points(result: Result) -> float:
    return sum(each or 0 for each in result.points.values())


def test_an_honest_hand_in_needs_no_word(exercise: Frozen, page: bytes) -> None:
    result = judge(exercise, {FILE: WHOLE, NOTEBOOK: page})
    assert (result.state, result.line(), points(result)) == (GRADED, "", MOST)


@pytest.mark.parametrize("name", KINDS)
def test_each_whole_answer_is_graded(exercise: Frozen, page: bytes, name: str) -> None:
    each = KINDS[name]
    result = judge(exercise, each.files(page))
    assert each.says in result.line()
    if each.points is None:
        assert (result.state, bool(result.fix)) == (UNREAD, True)
        assert not result.points, "not 0: nothing was judged"
        return
    assert points(result) == each.points
    assert result.state in (GRADED, MENDED)
    assert bool(result.line()) == (name not in SILENT), "what was mended is said"
    assert own_cells(result) == [cell["id"] for cell in exercise.notebook["cells"]]


def test_each_kind_stands_for_one_thing_that_happens_on_the_way() -> None:
    named = [kind for kinds in ON_THE_WAY.values() for kind in kinds]
    assert sorted(named) == sorted(KINDS)
    assert sum(each.points is not None for each in KINDS.values()) >= 56


def own_cells(result: Result) -> list[str]:
    cells = [cell["id"] for cell in result.notebook["cells"]]
    return [id for id in cells if not id.startswith("groundwork")]


def test_the_table_tells_all_kinds(
    exercise: Frozen, page: bytes, request: pytest.FixtureRequest
) -> None:
    """With `--all` it is written anew."""
    rows = []
    for name, each in KINDS.items():
        result = judge(exercise, each.files(page))
        got = "none" if not result.points else f"{points(result):g} of {MOST:g}"
        said = result.line().replace("|", "/") or "nothing"
        rows.append(f"| {name} | {result.state} | {got} | {said} |")
    if request.config.getoption("--all"):
        TABLE.write_text("\n".join([*HEAD, *rows]) + "\n", encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8").splitlines()[len(HEAD) :] == rows


def test_an_answer_that_was_lost_with_a_part_of_the_file_is_not_0(exercise: Frozen) -> None:
    result = judge(exercise, {FILE: without_the_end(WHOLE)})
    assert [name for name, each in result.points.items() if each is None] == [
        "q9-check",
    ]
    assert "No answer to questions 9 and 10 could be read: ask for the file" in result.line()


def test_a_whole_file_without_an_answer_is_no_damage(exercise: Frozen, page: bytes) -> None:
    result = judge(exercise, {FILE: answers({}), NOTEBOOK: page})
    assert (result.state, points(result)) == (GRADED, 0)
    assert "no question is answered in it" in result.line()


def test_answers_to_former_questions_are_told_and_do_not_count(exercise: Frozen) -> None:
    result = judge(exercise, {FILE: answers({"q1": 1, ONE: SOLUTION[ONE]})})
    assert points(result) == WORTH
    assert "An answer to a former question does not count" in result.line()


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


def test_of_a_page_that_was_cut_down_what_the_learner_wrote_is_shown(
    exercise: Frozen, page: bytes
) -> None:
    def cut(notebook: dict[str, Any]) -> None:
        own = {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "MY OWN WORDS"}
        notebook["cells"] = [*notebook["cells"][:6], own]

    result = judge(exercise, {FILE: WHOLE, NOTEBOOK: changed(page, cut)})
    assert "another version" not in result.line()
    assert "MY OWN WORDS" in result.notebook["cells"][-1]["outputs"][0]["text"]


def test_of_a_page_of_another_version_what_was_written_is_shown(
    exercise: Frozen, page: bytes
) -> None:
    def other(notebook: dict[str, Any]) -> None:
        for number, cell in enumerate(notebook["cells"]):
            cell["source"] = f"Line {number} of another version"

    result = judge(exercise, {FILE: WHOLE, NOTEBOOK: changed(page, other)})
    assert "another version of the exercise" in result.line()
    assert "Line 3 of another version" in result.notebook["cells"][-1]["outputs"][0]["text"]
    rest = {id: value for id, value in SOLUTION.items() if id != NUMBER}

    def coded(notebook: dict[str, Any]) -> None:
        other(notebook)
        notebook["cells"][4] |= {"cell_type": "code", "source": "rate_difference = 7 - 2"}

    ran = Ran(values=({},), printed=("",), errors=("",))
    result = judge(exercise, {FILE: answers(rest), NOTEBOOK: changed(page, coded)}, lambda job: ran)
    assert result.points["q5-check"] is None, "code that cannot be judged is no 0"
