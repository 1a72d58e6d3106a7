"""A small file that unpacks to far more than people write costs little, and no answer is lost."""

import json
import textwrap
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hand_ins import CODE, CODE_CELL, MOST, NOTEBOOK, SOLUTION, answers, with_code
from hostile import EARNED, GIVEN, KINDS, Surroundings

from groundwork.cohort import grading, learners_code, oversized, page, written
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.handed_page import read_page
from groundwork.cohort.judge import Result, judge
from groundwork.cohort.sandbox import Job, Ran
from groundwork.learner import kept_files
from groundwork.learner.answers import FILE

FLOODS = [name for name in KINDS if "million lists" in name or name.startswith("flood of")]
MOST_MEMORY, MOST_SECONDS, LARGEST_PAGE = 150_000_000, 20, 2_000_000


def points(result: Result) -> float:
    return sum(filter(None, result.points.values()))


def with_cells(page: bytes, *texts: str, kind: str = "markdown") -> bytes:
    notebook = json.loads(page)
    new = {"cell_type": kind, "metadata": {}, "outputs": []}
    for number, text in enumerate(texts):
        notebook["cells"].append({**new, "id": f"mine{number}", "source": text})
    return json.dumps(notebook).encode()


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_costs_little_memory_time_and_page_and_no_answer(
    exercise: Frozen, page: bytes, tmp_path: Path, name: str
) -> None:
    sent = KINDS[name].make(page, Surroundings(tmp_path, tmp_path, 0))
    before = time.process_time()
    tracemalloc.start()
    result = judge(exercise, sent)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    took = time.process_time() - before
    assert points(result) == EARNED
    assert KINDS[name].says in result.line()
    assert most < MOST_MEMORY and took < MOST_SECONDS
    assert len(text_of(result)) < LARGEST_PAGE


def text_of(result: Result) -> str:
    return page.text_of(result.notebook)


@pytest.mark.parametrize("count", [3 * 10**5, 8 * 10**6], ids=["many values", "a large file"])
@pytest.mark.parametrize("id", list(GIVEN))
def test_a_giant_answer_costs_itself_alone_wherever_it_stands(
    exercise: Frozen, id: str, count: int
) -> None:
    lists = b"[" + b"[[]]," * count + b"0]"
    result = judge(exercise, {FILE: answers(GIVEN | {id: "here"}).replace(b'"here"', lists)})
    rest = judge(exercise, {FILE: answers({one: v for one, v in GIVEN.items() if one != id})})
    assert points(result) == points(rest)
    assert f"holds far more than answers: {len(GIVEN) - 1} answers could be read" in result.line()
    open_now = {name for name, each in result.points.items() if each is None}
    assert open_now or id not in {each.id for each in exercise.checks.values() if each.points}


def test_what_is_left_of_a_file_too_large_is_said(exercise: Frozen) -> None:
    """Texts without end before all answers: they are not passed over."""
    texts = b'"aa",' * 5_000_000
    result = judge(exercise, {FILE: answers(GIVEN).replace(b"{", b'{"x": [' + texts + b"0],", 1)})
    assert result.problem == "No answer in answers.json, which holds far more than answers, " + (
        "could be read."
    )


def test_an_honest_page_of_any_length_is_shown_whole(exercise: Frozen, page: bytes) -> None:
    """Forty texts, each of ten pages: more than anybody writes into an exercise."""
    texts = [f"Text {number}. " + f"word{number} " * 1_200 + "End." for number in range(40)]
    files = {FILE: answers(SOLUTION), NOTEBOOK: with_cells(page, *texts)}
    result = judge(exercise, files)
    shown = " ".join(text_of(result).replace("\\n", " ").split())
    assert all(" ".join(text.split()) in shown for text in texts)
    assert "looked at" not in result.line() and points(result) == MOST


def test_pictures_in_a_notebook_are_no_flood(exercise: Frozen, page: bytes) -> None:
    """Outputs are not read: a page with 40 MB of them is as whole as one without."""
    notebook = json.loads(with_code(page))
    output = {
        "output_type": "display_data",
        "metadata": {},
        "data": {"image/png": "iVBO" * 5 * 10**5},
    }
    notebook["cells"][0] |= {"cell_type": "code", "outputs": [output] * 20}
    files = {FILE: answers(SOLUTION), NOTEBOOK: json.dumps(notebook, indent=1).encode()}
    found = read_page(files, exercise.name)
    assert found.whole
    assert CODE in written.find(exercise, found.cells).code["q5-code"]


def test_cells_behind_a_broken_one_are_read(exercise: Frozen, page: bytes) -> None:
    content = with_code(page, CODE_CELL)
    at = content.index(b'"outputs"')
    broken = content[:at] + b'"outputs" [' + content[at + 11 :]
    found = read_page({NOTEBOOK: broken}, exercise.name)
    assert not found.whole
    assert any(CODE in cell["source"] for cell in found.cells)


def test_code_of_a_page_far_too_long_is_not_run(exercise: Frozen, page: bytes) -> None:
    ran: list[Job] = []

    def run(job: Job) -> Ran:
        ran.append(job)
        return Ran(not_run="Not here")

    for count, times in ((1, 1), (learners_code.MOST_CODE // 10_000 + 1, 0)):
        ran.clear()
        texts = ["rate_difference = 1\n" * 500] * count
        content = with_cells(page, *texts, kind="code")
        result = judge(exercise, {FILE: answers(SOLUTION), NOTEBOOK: content}, run)
        assert len(ran) == times and points(result) == MOST
        assert ("1,000,000 characters" in result.line()) is not bool(times)


def test_rows_are_broken_as_textwrap_breaks_them() -> None:
    lines = ["", "   ", "a", "  b  ", "\ttab", "x " * 100, "    " + "word " * 40, "y" * 300]
    for line in lines:
        start = line[: len(line) - len(line.lstrip())][:8]
        made = textwrap.wrap(line, page.WIDTH, subsequent_indent=start, tabsize=4) or [""]
        assert page.wrapped(line).split("\n") == made, line


def test_a_value_behind_a_longer_one_is_found_and_none_is_cut() -> None:
    text = '"a": [' + "1," * 50 + '1], "b": "short", "c": {"d": 2}'
    assert list(kept_files.pieces(text, 20)) == [("b", "short"), ("c", {"d": 2})]
    assert dict(kept_files.pieces(text))["a"] == [1] * 51


@pytest.mark.parametrize("between", ["[],", " ", "1,"])
def test_what_stands_between_two_texts_is_cut_as_a_text_is(between: str) -> None:
    content = f'{{"a": [{between * 400_000}0], "b": "c"}}'.encode()
    kept = oversized.shortened(
        [content[at : at + 999] for at in range(0, len(content), 999)], 10**7
    )
    assert len(kept) < oversized.LONGEST_BETWEEN + 100
    assert kept.endswith(b'"b": "c"}') and kept.startswith(b'{"a": [')


def test_hand_ins_are_in_memory_together_as_far_as_they_are_small(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {"a": 10, "b": 10, "c": 90, "d": 10, "e": 10, "f": 10}
    monkeypatch.setattr(Cohort, "handed_in", lambda _, who, name: {FILE: b"x" * sizes[who]})
    monkeypatch.setattr(grading, "MOST_BYTES", 100)
    monkeypatch.setattr(grading, "AT_ONCE", 3)
    parts: list[Any] = [list(each) for each in grading._parts(cohort, "", list(sizes))]
    assert parts == [["a", "b", "c"], ["d", "e", "f"]]
    monkeypatch.setattr(grading, "AT_ONCE", 9)
    assert [list(each) for each in grading._parts(cohort, "", list(sizes))] == [
        ["a", "b", "c"],
        ["d", "e", "f"],
    ]
