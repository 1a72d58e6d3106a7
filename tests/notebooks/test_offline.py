"""What runs the notebooks has no network: nbval all lessons, nbgrader all exercises.

That the notebooks run there, and show what they are to show, is the test of each cell in
``modules`` and those in ``tests/exercises/test_graded_by_nbgrader.py``.
"""

from collections.abc import Iterator
from pathlib import Path

import cut_off
import nbformat
import pytest
from nbclient import NotebookClient
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, RunningKernel

# Sends to the machine's own address, which needs no wire.
REACH = "import socket\nsocket.create_connection(('127.0.0.1', 9), timeout=5)"
UNREACHABLE = "Network is unreachable"


@pytest.fixture(autouse=True)
def _can_be_cut_off() -> None:
    cut_off.needed()


@pytest.fixture
def nbvals() -> Iterator[RunningKernel]:
    """The kernel in which nbval runs a lesson."""
    kernel = RunningKernel(CURRENT_ENV_KERNEL_NAME)
    yield kernel
    kernel.stop()


def test_nbval_runs_lessons_without_any_network(nbvals: RunningKernel) -> None:
    answered = nbvals.kc.execute_interactive(REACH, timeout=60, output_hook=lambda _: None)
    assert UNREACHABLE in answered["content"]["evalue"]


def test_every_lesson_is_run_by_nbval(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.getoption("nbval")
    assert "modules" in pytestconfig.getini("testpaths")


def test_nbgrader_runs_exercises_without_any_network(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(REACH)])
    NotebookClient(
        notebook,
        kernel_name="python3",
        kernel_manager_class=cut_off.AsyncManager,
        allow_errors=True,
        resources={"metadata": {"path": str(tmp_path)}},
    ).execute()
    (error,) = notebook.cells[0].outputs
    assert UNREACHABLE in error.evalue
