"""A mistake that a person can mend shows as words in a lesson, not as a traceback."""

from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from groundwork.authoring.notebooks import execute


def test_a_mistake_in_the_code_path_shows_one_sentence(tmp_path: Path) -> None:
    source = "from groundwork.learner import datasets\ndatasets.read('infant_mortalty')"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    with pytest.raises(CellExecutionError):
        execute(notebook, tmp_path)
    (error,) = notebook.cells[0].outputs
    assert error.ename == "UserError"
    (shown,) = error.traceback
    assert shown.startswith('There is no data set "infant_mortalty". Did you mean')
