"""A lesson is stored whole or not at all."""

from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from groundwork.authoring.notebooks import read, write
from groundwork.learner import files


def test_a_store_that_is_cut_off_leaves_the_lesson_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "02_Lücke.ipynb"
    write(new_notebook(cells=[new_markdown_cell("an hour's work")]), path)
    before = path.read_bytes()

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "replace", cut_off)
    with pytest.raises(KeyboardInterrupt):
        write(new_notebook(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_stored_notebook_ends_in_one_line_feed_and_reads_as_it_was(tmp_path: Path) -> None:
    notebook = new_notebook(cells=[new_markdown_cell("Größe\n\n")])
    write(notebook, tmp_path / "a.ipynb")
    assert (tmp_path / "a.ipynb").read_bytes().endswith(b"}\n")
    assert read(tmp_path / "a.ipynb") == notebook
