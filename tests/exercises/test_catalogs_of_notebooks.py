"""The key of an exercise is read without running it, and its contradictions are found."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from groundwork.authoring import seal
from groundwork.authoring.catalogs import read_catalogs, solution
from groundwork.subject.errors import UserError

CHOOSE = 'choose("q1", "Which?", options={"a": "A", "b": "B"})'
NUMBER = 'number("q1", "How many?")'
SORT = 'classify("q1", "Sort.", items={"x": "X", "y": "Y"}, categories={"one": "1", "two": "2"})'


def notebook(tmp_path: Path, *cells: str) -> Path:
    path = tmp_path / "exercises" / "ex" / "ex.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in cells]), path)
    return path


def hidden(call: str) -> str:
    return f'check("q1")\n### BEGIN HIDDEN TESTS\n{call}\n### END HIDDEN TESTS'


def test_a_catalog_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = notebook(
        tmp_path,
        NUMBER,
        hidden(
            'grade("q1", lambda: rate, right=6.1, tolerance=0.05, '
            'wrong=[(2.39, "The " "ratio."), (6, "Whole.")], why="Yes.", '
            'other="Subtract.", units=["deaths"])'
        ),
    )
    catalog = read_catalogs(path)["q1"]
    assert (catalog.right, catalog.tolerance) == (6.1, 0.05)
    assert catalog.wrong_answers() == [(2.39, "The ratio."), (6, "Whole.")]


def test_nothing_of_a_notebook_is_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    run = f'open({str(trace)!r}, "w")'
    path = notebook(
        tmp_path, run, CHOOSE, hidden(f'grade("q1", right={run}, wrong={{"a": "No."}}, why="Yes.")')
    )
    with pytest.raises(UserError, match="right must be written out as a literal"):
        read_catalogs(path)
    assert not trace.exists()


@pytest.mark.parametrize(
    ("question", "call", "problem"),
    [
        (
            NUMBER,
            'grade("q1", right=6.1, tolerance=0.1, wrong=[(6.2, "Near.")], why="Y.", '
            'other="N.", units=["deaths"])',
            "6.2 is within the tolerance of the right one",
        ),
        (
            NUMBER,
            'grade("q1", right=6.1, tolerance=0.1, wrong=[(3, "A."), (3.1, "B.")], why="Y.", '
            'other="N.", units=["deaths"])',
            "two hints for one answer: 3 and 3.1",
        ),
        (
            NUMBER,
            'grade("q1", right=6.1, wrong=[(3, "A.")], why="Y.", units=["deaths"])',
            "nothing is said to a number that is not cataloged",
        ),
        (
            NUMBER,
            'grade("q1", right=1.75, tolerance=0.01, wrong=[(3, "A.")], why="Y.", other="N.", '
            'units=["times"])',
            "nothing is said to the right answer with a decimal less, 1.8",
        ),
        (
            NUMBER,
            'grade("q1", right=6, wrong=[(3, "A.")], why="Y.", other="N.")',
            "nothing says which words may stand behind the number",
        ),
        (
            NUMBER,
            'grade("q1", right=6.1, why="Y.", other="N.", units=["deaths"])',
            "no wrong answer has a hint",
        ),
        (CHOOSE, 'grade("q1", wrong={"a": "No."}, why="Y.")', "has no right answer"),
        (CHOOSE, 'grade("q1", right="b", wrong={"a": "No."})', "nothing is said to the right"),
        (CHOOSE, 'grade("q1", right="b", wrong={"a": " "}, why="Y.")', "a hint has no words"),
        (
            CHOOSE,
            'grade("q1", right="b", wrong={"a": "No.", "b": "Nor."}, why="Y.")',
            "'b' is also wrong",
        ),
        (
            CHOOSE,
            'grade("q1", right="b", wrong={"a": "No.", "a": "Nor."}, why="Y.")',
            "two hints for one answer, 'a'",
        ),
        (CHOOSE, 'grade("q1", right="b", wrong={}, why="Y.")', "the option 'a' has no entry"),
        (
            CHOOSE,
            'grade("q1", right="b", wrong={"a": "No.", "c": "Nor."}, why="Y.")',
            "the option 'c' has an entry and is not asked",
        ),
        (
            CHOOSE.replace("})", ', "c": "C"})'),
            'grade("q1", right="b", wrong={"a": "No.", "c": "No."}, why="Y.")',
            "two answers share the hint 'No.'",
        ),
        (CHOOSE, 'grade("q1", right="b", wrnog={"a": "No."}, why="Y.")', "no argument 'wrnog'"),
        (CHOOSE, 'grade("q1", right=["b"], wrong={"a": "No."}, why="Y.")', "asked as choice"),
        (
            CHOOSE.replace(")", ", several=True)"),
            'grade("q1", right=["b"], wrong={"a": "No."}, why="Y.")',
            "'b' must be both in right and in missing",
        ),
        (
            SORT,
            'grade("q1", right={"x": "one", "y": "two"}, wrong={"x": "No."}, why="Y.")',
            "the item 'y' has no hint",
        ),
        (
            SORT,
            'grade("q1", right={"x": "one", "y": "two"}, '
            'wrong={"x": {"one": "No."}, "y": "Nor."}, why="Y.")',
            "the item 'x' in 'one' is both right and wrong",
        ),
        (
            SORT,
            'grade("q1", right={"x": "one"}, wrong={"x": {"three": "No."}}, why="Y.")',
            "the item 'y' has no entry; q1: the category 'two' has no entry; "
            "q1: the category 'three' has an entry and is not asked",
        ),
    ],
)
def test_a_contradiction_is_named(tmp_path: Path, question: str, call: str, problem: str) -> None:
    with pytest.raises(UserError, match=r"^ex\.ipynb: ") as caught:
        read_catalogs(notebook(tmp_path, question, hidden(call)))
    assert problem in str(caught.value)


GOOD = 'grade("q1", right="b", wrong={"a": "No."}, why="Yes.")'


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ([CHOOSE], "q1 is asked, and nothing checks it"),
        ([hidden(GOOD)], "q1: is graded and never asked"),
        ([CHOOSE, GOOD], "not in a hidden region"),
        ([CHOOSE, CHOOSE, hidden(GOOD)], "q1 is asked twice"),
        ([CHOOSE, hidden(GOOD), hidden(GOOD)], "q1 is graded twice"),
        ([CHOOSE, hidden(GOOD), "%matplotlib inline"], "cell 3: invalid syntax"),
    ],
)
def test_what_does_not_fit_together_is_named(
    tmp_path: Path, cells: list[str], problem: str
) -> None:
    with pytest.raises(UserError) as caught:
        read_catalogs(notebook(tmp_path, *cells))
    assert problem in str(caught.value)


def test_a_solution_answers_every_question_and_every_text(tmp_path: Path) -> None:
    path = notebook(tmp_path, CHOOSE, hidden(GOOD), 'write("q2", "Why?")')
    found = solution(path)
    assert found["q1"] == "b"
    assert len(found["q2"].split()) > 4


def test_what_is_stale_is_written_and_nothing_else(tmp_path: Path) -> None:
    path = notebook(tmp_path, CHOOSE, hidden(GOOD))
    written = path.with_name("feedback.json")
    told = ["exercises/ex/feedback.json differs from what its notebook says."]
    assert seal.generate(check=True, root=tmp_path) == told
    assert not written.exists()
    assert seal.generate(check=False, root=tmp_path) == told
    assert seal.generate(check=True, root=tmp_path) == []
    notebook(tmp_path, CHOOSE, hidden(GOOD.replace("No.", "Not a.")))
    assert seal.generate(check=True, root=tmp_path) == told


def test_the_stored_feedback_of_every_exercise_is_fresh() -> None:
    assert seal.notebooks()
    assert seal.generate(check=True) == []


@pytest.mark.parametrize("path", seal.notebooks(), ids=lambda path: path.stem)
def test_an_exercise_has_the_shape_that_every_exercise_has(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    assert stored.metadata.groundwork.exercise == path.stem
    assert stored.metadata.groundwork.title == stored.cells[0].source.splitlines()[0].strip("# ")
    assert stored.metadata.groundwork.minutes.do > 0
    assert stored.metadata.kernelspec.name == "python3"
    assert stored.metadata.language_info.name == "python"
    questions = read_catalogs(path)
    assert len(questions) >= 8
    without_code = [one for one in questions.values() if one.kind != "number"]
    assert len(without_code) * 2 >= len(questions)
    for cell in stored.cells:
        if cell.cell_type == "code":
            assert cell.execution_count is None
            assert cell.outputs == []
            collapsed = cell.metadata.get("jupyter", {}).get("source_hidden", False)
            assert collapsed != ("code-path" in cell.metadata.get("tags", [])), cell.id
            assert not cell.source.rstrip().endswith(";")
