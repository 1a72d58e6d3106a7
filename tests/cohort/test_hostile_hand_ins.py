"""A hand-in that wants more than its answers are worth gets what they are worth, and is shown."""

import json
import os
import shutil
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hand_ins import (
    CHECK,
    CODE,
    CODE_CELL,
    MOST,
    NAME,
    NOTEBOOK,
    NUMBER,
    ONE,
    SOLUTION,
    WORTH,
    WRONG,
    answers,
    hand_in,
    released,
    with_code,
)
from walls_needed import need_walls

from groundwork.cohort import export
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.giving_back import feedback
from groundwork.cohort.grading import grade, standings
from groundwork.cohort.judge import Result, judge, judge_all
from groundwork.learner.answers import FILE
from groundwork.learner.questions.catalog import FILE as CATALOG

MARK = "groundwork-was-here"
MARKUP = f"<img src=x onerror=\"document.title='{MARK}'\"><script>alert(1)</script>"


def points(result: Result) -> float:
    return sum(each or 0 for each in result.points.values())


def edited(page: bytes, id: str, **change: Any) -> bytes:
    notebook = json.loads(page)
    for cell in notebook["cells"]:
        if cell["id"] == id:
            cell.update(change)
    return json.dumps(notebook).encode()


def forged_output(page: bytes) -> bytes:
    right = {"output_type": "stream", "name": "stdout", "text": "Right."}
    return edited(page, CHECK, outputs=[right], execution_count=1)


def forged_points(page: bytes) -> bytes:
    about = {"grade": True, "grade_id": CHECK, "points": 99, "locked": False}
    return edited(page, CHECK, metadata={"nbgrader": {**about, "solution": True}})


def partial_credit(page: bytes) -> bytes:
    ten = {
        "output_type": "execute_result",
        "execution_count": 1,
        "metadata": {},
        "data": {"text/plain": "2"},
    }
    return edited(page, CHECK, source="2", outputs=[ten])


def patched_check(page: bytes) -> bytes:
    notebook = json.loads(page)
    code = "import groundwork.lesson\ngroundwork.lesson.check = lambda *given: None"
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "source": code}
    notebook["cells"].insert(0, {**cell, "execution_count": None})
    return json.dumps(notebook).encode()


def reading_code(page: bytes) -> bytes:
    here = Path("/tmp") / MARK
    return edited(page, CODE_CELL, source=f"open({str(here)!r}, 'w').write(open('/etc/passwd'))")


@pytest.mark.parametrize(
    "change", [forged_output, forged_points, partial_credit, patched_check, reading_code]
)
def test_what_a_notebook_says_of_points_is_not_believed_and_nothing_in_it_runs(
    exercise: Frozen, page: bytes, change: Any
) -> None:
    result = judge(exercise, {FILE: answers(SOLUTION | WRONG), NOTEBOOK: change(page)})
    assert points(result) == MOST - WORTH
    assert result.points[CHECK] == 0
    assert not Path("/tmp", MARK).exists()


@pytest.mark.parametrize(
    "beside",
    [
        {CATALOG: b"{}"},
        {"groundwork.py": b"raise SystemExit"},
        {"nbgrader_config.py": b"raise SystemExit"},
        {"sitecustomize.py": b"raise SystemExit"},
        {"gradebook.db": b""},
    ],
)
def test_files_beside_the_answers_change_nothing(
    exercise: Frozen, page: bytes, beside: Mapping[str, bytes]
) -> None:
    files = {FILE: answers(SOLUTION | WRONG), NOTEBOOK: page}
    assert judge(exercise, {**files, **beside}).points == judge(exercise, files).points


@pytest.mark.parametrize(
    "value",
    [
        True,
        {"right": True},
        [[["half"]]],
        {"__class__": "Verdict"},
        "x" * 19_000,
        "9" * 19_000,
        [1] * 9_000,
        {str(number): "x" for number in range(1_500)},
        "half\u202e\u0000\x1b[31m",
        -0.0,
        10**300,
    ],
    ids=lambda value: str(type(value).__name__),
)
def test_no_made_up_answer_gains_a_point_or_costs_another(exercise: Frozen, value: Any) -> None:
    made_up = {id: value for id in SOLUTION if id != ONE}
    result = judge(exercise, {FILE: answers({**made_up, ONE: SOLUTION[ONE]})})
    assert result.points[CHECK] == WORTH
    assert points(result) == WORTH


@pytest.mark.parametrize("depth", [19, 600, 990])
def test_an_answer_that_breaks_a_judge_waits_for_a_person(exercise: Frozen, depth: int) -> None:
    deep = b"[" * depth + b"]" * depth
    content = answers(SOLUTION | {ONE: "deep"}).replace(b'"deep"', deep)
    result = judge(exercise, {FILE: content})
    assert points(result) == MOST - WORTH
    assert result.points[CHECK] == (0 if depth < 20 else None)


@pytest.mark.parametrize(
    "content",
    [
        b'{"a":' * 400_000,
        b'"q1b": "' * 400_000,
        b'{"q1b": {"value": [' * 200_000,
        b'"x": ' + b"1" * 4_000_000,
        b"{" + b'"q1b": {"value": 1}, ' * 200_000,
        b"[" * 5_000_000,
    ],
    ids=range(6),
)
def test_a_file_made_to_keep_the_grader_busy_does_not(exercise: Frozen, content: bytes) -> None:
    before = time.process_time()
    judge(exercise, {FILE: content, NOTEBOOK: content})
    assert time.process_time() - before < 60, "a reader that looks at each letter many times over"


def test_a_hand_in_cannot_change_another(exercise: Frozen, page: bytes) -> None:
    hostile = {FILE: answers({id: {"x": "y"} for id in SOLUTION}), NOTEBOOK: patched_check(page)}
    honest = {FILE: answers(SOLUTION), NOTEBOOK: page}
    together = {"a": honest, "b": hostile, "c": honest}
    alone = judge(exercise, honest)
    with ThreadPoolExecutor(2) as executor:
        found = dict(judge_all(exercise, together, executor))
    assert found["a"] == found["c"] == alone


def test_processes_judge_as_threads_do(exercise: Frozen, page: bytes) -> None:
    hand_ins = {
        "a": {FILE: answers(SOLUTION), NOTEBOOK: page},
        "b": {FILE: answers(SOLUTION | WRONG)[:900], NOTEBOOK: patched_check(page)},
    }
    with ProcessPoolExecutor(1) as processes, ThreadPoolExecutor(1) as threads:
        assert dict(judge_all(exercise, hand_ins, processes)) == dict(
            judge_all(exercise, hand_ins, threads)
        )


@pytest.mark.filterwarnings("ignore")
def test_processes_grade_learners_code_as_threads_do(cohort: Cohort, tmp_path: Path) -> None:
    """Each process has the walls of its own; the one writer stays here."""
    need_walls()
    everyone: dict[str, tuple[dict[str, Any], str]] = {
        "ana": (SOLUTION | {NUMBER: 1.0}, CODE),
        "bo": (SOLUTION | WRONG, "import os; os._exit(0)"),
        "cy": (SOLUTION, f"{CODE}\nrate_difference = -1"),
        "di": (SOLUTION, "open('/etc/passwd').read()\nrate_difference = 99"),
    }
    for student, (values, code) in everyone.items():
        page = with_code(released(cohort), code=f"{code}\nrate_difference")
        hand_in(cohort, student, {FILE: answers(values), NOTEBOOK: page})
    other = Cohort(tmp_path / "other" / "winter")
    shutil.copytree(cohort.root, other.root)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        by_processes = dict(grade(cohort, NAME, processes))
    with ThreadPoolExecutor(2) as threads:
        by_threads = dict(grade(other, NAME, threads))
    assert by_processes == by_threads
    assert "the result of the code counts" in by_threads["ana"].line()
    assert "was stopped" in by_threads["bo"].line()
    for student in everyone:
        pages = [each.step("autograded", student, NAME) / NOTEBOOK for each in (cohort, other)]
        assert pages[0].read_bytes() == pages[1].read_bytes()


@pytest.mark.filterwarnings("ignore")
def test_a_learners_text_is_never_markup_on_a_page_or_a_formula_in_a_table(cohort: Cohort) -> None:
    """Text, code, cells that were added, outputs and names of files: all of it is shown as text."""
    notebook = json.loads(patched_check(released(cohort)))
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": MARKUP}}
    notebook["cells"][0] |= {"source": f"# {MARKUP}", "outputs": [output]}
    for kind in ("markdown", "raw"):
        notebook["cells"].append(
            {"cell_type": kind, "id": kind, "metadata": {}, "source": f"{MARKUP}\n\x1b[31m{MARKUP}"}
        )
    texts = dict.fromkeys(SOLUTION, MARKUP) | {"q10_gap": f"=HYPERLINK(1)\n\x1b[31m{MARKUP}"}
    hand_in(cohort, "ana", {FILE: answers(texts), NOTEBOOK: json.dumps(notebook).encode()})
    with ThreadPoolExecutor() as executor:
        list(grade(cohort, NAME, executor))
        ((_, html, *_),) = feedback(cohort, NAME)
        found = standings(cohort, NAME, executor)
    shown = html.read_text(encoding="utf-8")
    assert "&lt;img src=x" in shown, "it is shown"
    assert "<img src=x" not in shown
    assert "<script>alert(1)" not in shown
    autograded = cohort.step("autograded", "ana", NAME) / NOTEBOOK
    for cell in json.loads(autograded.read_text(encoding="utf-8"))["cells"]:
        assert cell["cell_type"] == "code" or MARK not in "".join(cell["source"])
        for each in cell.get("outputs", []):
            assert each["output_type"] in ("stream", "error")
    table = export.plain(cohort.frozen(NAME), found)
    assert "\n=" not in table
    assert ",=" not in table


@pytest.mark.parametrize("first", ["=1+1", "+1+1", "@SUM(1)", "-1+1", "\t=1", "O'Hara, Jr"])
def test_a_name_is_no_formula_and_no_new_column(exercise: Frozen, first: str) -> None:
    import csv

    from groundwork.cohort.grading import Standing
    from groundwork.cohort.roster import Person

    one = Standing(Person("x", first, "Doe", "x@example.gov"), NAME, "graded", "=1+1", 1, 2, 3, 6)
    for writer in export.WRITERS.values():
        rows = list(csv.reader(writer(exercise, [one] * 10).splitlines()))
        assert len({len(row) for row in rows}) == 1
        assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)


def test_nothing_of_the_environment_is_read(exercise: Frozen, monkeypatch: Any) -> None:
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr("builtins.open", None)
    assert points(judge(exercise, {FILE: answers(SOLUTION)})) == MOST
