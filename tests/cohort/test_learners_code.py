"""What a learner's code computes counts as on their own page; what is not run waits or yields."""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hand_ins import (
    CODE,
    CODE_CELL,
    JUDGED,
    MOST,
    NAME,
    NOTEBOOK,
    NUMBER,
    SOLUTION,
    answers,
    hand_in,
    released,
    with_code,
)
from walls_needed import need_walls

from groundwork.cohort import grading, learners_code, sandbox, walls
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.ending import forget_person
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.grading import Standing, grade, standings
from groundwork.cohort.judge import UNREAD, Result, judge
from groundwork.cohort.sandbox import Job, Ran
from groundwork.learner.answers import FILE
from groundwork.learner.questions import Computed

RIGHT = SOLUTION[NUMBER]
REST = {id: value for id, value in SOLUTION.items() if id != NUMBER}
LESS = MOST - JUDGED[NUMBER].points
OTHER_CELL = "q6-code"


def giving(*values: Any, stopped: str = "", not_run: str = "", error: str = "") -> Any:
    """Something that runs code, and gives these values after the cells of the page."""

    def run(job: Job) -> Ran:
        count = len(job.cells) if not stopped else len(values)
        each = [*values, *[values[-1]] * (count - len(values))] if values else []
        known = tuple({"rate_difference": value, "rate_ratio": None} for value in each)
        empty = ("",) * len(known)
        return Ran(known, empty, (error, *empty[1:]) if known else (), stopped, not_run)

    return run


def points(result: Result) -> float:
    return sum(each or 0 for each in result.points.values())


@pytest.mark.parametrize(
    ("typed", "run", "expected", "says"),
    [
        ({}, giving(RIGHT), MOST, "For question 5 the result of the code counts"),
        ({NUMBER: 1}, giving(RIGHT), MOST, "For question 5 the result of the code counts"),
        ({NUMBER: RIGHT}, giving(1), LESS, "For question 5 the result of the code counts"),
        ({NUMBER: RIGHT}, giving("x" * 99), LESS, "the result of the code counts"),
        ({NUMBER: RIGHT}, giving({"x": [[]]}), LESS, "the result of the code counts"),
        ({NUMBER: RIGHT}, giving(None, error="NameError: x"), MOST, "met an error (NameError: x)"),
        ({NUMBER: RIGHT}, giving(None), MOST, "For question 5 the typed answer counts"),
        ({}, giving(None, error="NameError: x"), LESS, "gives no value for question 5"),
        (
            {NUMBER: RIGHT},
            giving(stopped="it ran long"),
            MOST,
            "was stopped: it ran long. For question 5",
        ),
        (
            {NUMBER: RIGHT},
            giving(not_run="No walls"),
            MOST,
            "No walls. For question 5 the typed answer",
        ),
        ({}, giving(*[RIGHT] * 99, stopped="later"), MOST, "the result of the code counts"),
    ],
)
def test_what_code_computes_counts_and_else_the_typed_answer(
    exercise: Frozen, page: bytes, typed: Mapping[str, Any], run: Any, expected: float, says: str
) -> None:
    files = {FILE: answers({**REST, **typed}), NOTEBOOK: with_code(page)}
    result = judge(exercise, files, run)
    assert points(result) == expected
    assert result.points["q5-check"] is not None
    assert says in result.line()


@pytest.mark.parametrize("typed", [{}, {NUMBER: 1}])
@pytest.mark.parametrize("run", [giving(stopped="it ran long"), giving(not_run="No walls")])
def test_code_that_was_not_run_whole_waits_for_a_person(
    exercise: Frozen, page: bytes, typed: Mapping[str, Any], run: Any
) -> None:
    files = {FILE: answers({**REST, **typed}), NOTEBOOK: with_code(page)}
    result = judge(exercise, files, run)
    assert result.points["q5-check"] is None
    assert points(result) == LESS
    assert "Read what was written for question 5, and give the points" in result.line()


def test_looking_runs_nothing(exercise: Frozen, page: bytes) -> None:
    result = judge(exercise, {FILE: answers(SOLUTION), NOTEBOOK: with_code(page)})
    assert points(result) == MOST
    assert "was not run yet" in result.line()
    cell = next(each for each in result.notebook["cells"] if each["id"] == CODE_CELL)
    assert CODE in cell["source"]
    assert result.unanswered == {OTHER_CELL}


def test_nobody_is_asked_to_run_what_computes_nothing_that_is_asked(
    exercise: Frozen, page: bytes
) -> None:
    notebook = json.loads(page)
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "source": "print(1)"}
    notebook["cells"].append({**cell, "execution_count": None})

    def run(job: Job) -> Ran:
        raise AssertionError

    result = judge(
        exercise, {FILE: answers(SOLUTION), NOTEBOOK: json.dumps(notebook).encode()}, run
    )
    assert (points(result), "a cell that asks for none" in result.line()) == (MOST, True)


def test_the_numbers_of_the_learners_page_go_in_and_decide(exercise: Frozen, page: bytes) -> None:
    question = exercise.catalog.find(NUMBER)
    assert isinstance(question, Computed)
    variant = question.names()[2]
    asked = question.at(variant)
    jobs = []

    def run(job: Job) -> Ran:
        jobs.append(job)
        return giving(asked.right_answer)(job)

    files = {FILE: answers(REST, numbers={NUMBER: variant}), NOTEBOOK: with_code(page)}
    assert points(judge(exercise, files, run)) == MOST
    (job,) = jobs
    assert job.given[NUMBER] == {n: float(v) for n, v in asked.codes[0].given.items()}
    assert job.given[NUMBER] != {n: float(v) for n, v in question.codes[0].given.items()}
    assert len(job.given) == 2, "every cell of code finds its numbers"
    assert not any(str(asked.right_answer) in str(part) for part in (job.given, job.names))


def test_commands_of_notebooks_are_left_out_and_a_person_decides(
    exercise: Frozen, page: bytes
) -> None:
    content = with_code(page, code="%time\n!ls\nrate_difference = None  # %")
    jobs = []

    def run(job: Job) -> Ran:
        jobs.append(job)
        return giving(None)(job)

    result = judge(exercise, {FILE: answers(REST), NOTEBOOK: content}, run)
    assert "pass\npass\nrate_difference" in "".join(jobs[0].cells)
    assert result.points["q5-check"] is None
    assert "begin with % or ! were left out" in result.line()


def added(page: bytes, cells: Sequence[tuple[str, str]]) -> bytes:
    """The notebook with cells of code, each above the cell of an id, or at the end."""
    notebook = json.loads(page)
    for number, (above, text) in enumerate(cells):
        ids = [cell["id"] for cell in notebook["cells"]]
        cell = {"cell_type": "code", "id": f"mine{number}", "metadata": {}, "outputs": []}
        at = ids.index(above) if above else len(ids)
        notebook["cells"].insert(at, {**cell, "execution_count": None, "source": text})
    return json.dumps(notebook).encode()


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        ([(CODE_CELL, "def gap(a, b):\n    return a - b")], True),
        ([(OTHER_CELL, "rate_difference = gap(reference, rate)")], True),
        ([("", "rate_difference = reference - rate")], False),
        ([("", "rate_difference = 0")], True),
        ([("q5-check", "rate_difference = 0")], False),
    ],
)
def test_a_check_sees_what_stands_above_it(
    exercise: Frozen, page: bytes, cells: Sequence[tuple[str, str]], right: bool
) -> None:
    """Cells that a learner adds count, until the code of the next question begins."""
    need_walls()
    own = "" if "gap(" in cells[0][1] and cells[0][0] == OTHER_CELL else CODE
    helper = [(CODE_CELL, "def gap(a, b):\n    return a - b")] if not own else []
    content = added(page, [*helper, *cells])
    if own and cells != [("", CODE)]:
        content = with_code(content)
    result = judge(exercise, {FILE: answers(REST), NOTEBOOK: content}, sandbox.run)
    assert (result.points["q5-check"] == JUDGED[NUMBER].points) == right, result.line()


@pytest.fixture
def coded(cohort: Cohort) -> Cohort:
    """A cohort in which one wrote right code, one wrong, one a loop, and one none."""
    for student, code in {
        "ana": CODE,
        "bo": "rate_difference = 1",
        "cy": "1 / 0",
        "di": "",
    }.items():
        content = with_code(released(cohort), code=code) if code else released(cohort)
        hand_in(cohort, student, {FILE: answers(REST), NOTEBOOK: content})
    return cohort


def graded(cohort: Cohort) -> list[Standing]:
    with ThreadPoolExecutor(2) as executor:
        list(grade(cohort, NAME, executor))
        return standings(cohort, NAME, executor)


def test_a_run_is_kept_so_that_looking_and_grading_again_run_nothing(
    coded: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_walls()
    found = graded(coded)
    assert [one.by_question[NUMBER] for one in found] == [JUDGED[NUMBER].points, 0, 0, 0]
    assert "the result of the code counts" in found[0].line
    assert "ZeroDivisionError" in found[2].line
    monkeypatch.setattr(sandbox, "run", None)
    assert graded(coded) == found
    assert {path.stem for path in coded.own(learners_code.RAN, NAME).iterdir()} == {
        *("ana", "bo", "cy")
    }
    forget_person(coded, "ana", off_list=True)
    assert not list(coded.root.rglob("*ana*"))


def test_what_was_stopped_or_not_run_is_run_when_graded_again(
    coded: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_walls()
    with monkeypatch.context() as patch:
        patch.setattr(walls, "WHERE_PROGRAMS_ARE", "/nowhere")
        sandbox.why_not.cache_clear()
        found = graded(coded)
        sandbox.why_not.cache_clear()
    assert [one.by_question[NUMBER] for one in found] == [None, None, None, 0]
    assert all("apt install bubblewrap" in one.line for one in found[:3])
    assert [one.waits for one in found] == [True] * 4
    assert graded(coded)[0].by_question[NUMBER] == JUDGED[NUMBER].points


def test_a_changed_hand_in_is_run_anew(coded: Cohort) -> None:
    need_walls()
    assert graded(coded)[1].by_question[NUMBER] == 0
    hand_in(coded, "bo", {FILE: answers(REST), NOTEBOOK: with_code(released(coded))})
    assert graded(coded)[1].by_question[NUMBER] == JUDGED[NUMBER].points


def test_code_does_not_run_where_it_could_see_the_cohort(
    coded: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walls, "inside", lambda: [coded.root.parent])
    monkeypatch.setattr(grading.sandbox, "run", None)
    assert "could read other hand-ins" in graded(coded)[0].line


def test_what_code_prints_is_text_on_the_page(coded: Cohort) -> None:
    need_walls()
    code = f"{CODE}\nprint('<b>\\x1b[31mloud</b>')\nraise ValueError('<img src=x>\\n=1+1')"
    hand_in(coded, "ana", {FILE: answers(REST), NOTEBOOK: with_code(released(coded), code=code)})
    line = graded(coded)[0].line
    assert "(ValueError: <img src=x> =1+1)" in line
    path = coded.step("autograded", "ana", NAME) / NOTEBOOK
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    (output,) = next(cell for cell in cells if cell["id"] == CODE_CELL)["outputs"]
    assert output["output_type"] == "stream"
    for part in ("<b> [31mloud</b>", f"rate_difference is {RIGHT}", "ValueError"):
        assert part in output["text"]


def test_a_page_in_pieces_gives_the_code_that_is_whole(exercise: Frozen, page: bytes) -> None:
    need_walls()
    content = with_code(page)
    cut = content[: content.index(b'"q7') + 40]
    result = judge(exercise, {FILE: answers(REST), NOTEBOOK: cut}, sandbox.run)
    assert points(result) == MOST
    assert result.state != UNREAD


def test_no_code_is_run_in_a_folder_of_the_course(exercise: Frozen, page: bytes) -> None:
    """Relative names lead into an empty folder, not to what lies beside the hand-in."""
    need_walls()
    code = "import os\nrate_difference = len(os.listdir('.'))"
    files = {FILE: answers(REST), NOTEBOOK: with_code(page, code=code)}
    result = judge(exercise, files, sandbox.run)
    shown = next(c for c in result.notebook["cells"] if c["id"] == CODE_CELL)["outputs"]
    assert "rate_difference is 0" in shown[0]["text"]
