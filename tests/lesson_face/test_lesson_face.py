"""Notebooks import one module, which knows every name and loads only what is asked for."""

import subprocess
import sys

import pytest
from nbformat import NotebookNode, v4

from groundwork import lesson
from groundwork.authoring.lint import lint_imports
from groundwork.authoring.notebooks import read
from groundwork.learner.workspace import course


def with_code(source: str) -> NotebookNode:
    return v4.new_notebook(cells=[v4.new_code_cell(source)])


def test_every_name_leads_to_something_that_says_what_it_is() -> None:
    for name in lesson.NAMES:
        found = getattr(lesson, name)
        assert found.__doc__, name
        assert found.__name__.rpartition(".")[2] == name
    assert dir(lesson) == sorted(lesson.NAMES)


def test_a_name_that_is_not_there_is_an_import_error() -> None:
    with pytest.raises(ImportError, match="bar_chrt"):
        exec("from groundwork.lesson import bar_chrt")


def test_an_exercise_loads_no_chart_and_no_table() -> None:
    script = (
        "import sys\n"
        "from groundwork.lesson import check, check_written, choose, classify, number, write\n"
        "assert not {'pandas', 'matplotlib', 'numpy'} & set(sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    "source",
    [
        "from groundwork.lesson import bar_chart, datasets",
        "from groundwork.lesson import (\n    ChoiceQuestion,\n    Reflection as Private,\n)",
        "1 + 1",
    ],
)
def test_the_face_may_be_imported(source: str) -> None:
    assert list(lint_imports(with_code(source))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import pandas as pd",
        "import datasets",
        "import groundwork.lesson",
        "from groundwork import lesson",
        "from groundwork.lesson import *",
        "from groundwork.lesson import bar_chrt",
        "from groundwork.screen.charts.chart import bar_chart",
        "from groundwork.learner import datasets",
        "from . import datasets",
        "def later():\n    from IPython.display import HTML",
    ],
)
def test_nothing_else_may_be_imported(source: str) -> None:
    (problem,) = lint_imports(with_code(source))
    assert "a notebook imports names of groundwork.lesson" in problem.text


def test_every_notebook_of_the_course_keeps_the_rule() -> None:
    notebooks = [
        *(course() / "modules").glob("*.ipynb"),
        *(course() / "exercises").glob("*/*.ipynb"),
    ]
    assert len(notebooks) > 3
    for path in notebooks:
        assert list(lint_imports(read(path))) == [], path.name
