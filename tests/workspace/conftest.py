"""A small course, and the place where its workspace will be."""

from pathlib import Path

import pytest
from workspace.updating import DATA, LESSON, notebook, write


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a small course, its exercise released beside it."""
    folder = tmp_path / "the course"
    write(folder, "modules/00_start_here.ipynb", notebook("start"))
    write(folder, LESSON, notebook("first"))
    write(folder, DATA, "group,rate\n")
    write(folder, "datasets/deep/more.csv", "a\n")
    write(folder, "released/01_root_causes.ipynb", notebook("# YOUR CODE HERE"))
    write(folder, "released/catalog.json", "{}")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Ünï wörk"
