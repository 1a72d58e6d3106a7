"""What the cells of the lesson of every kind show, run without a notebook."""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from every_kind import CELLS
from ipywidgets import Box

from groundwork.authoring.notebooks import read
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.kept import KeptWidget

ROOT = Path(__file__).parents[1]


@contextmanager
def every_kind_shown(folder: Path) -> Iterator[dict[str, Any]]:
    """Run all cells in an empty workspace, which is the current one meanwhile."""
    (folder / "modules").mkdir()
    (folder / "datasets").symlink_to(ROOT / "datasets")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder / "modules")
        here.delenv("GROUNDWORK_WORKSPACE", raising=False)
        names: dict[str, Any] = {}
        yield {kind: run(source.strip(), names) for kind, source in CELLS.items()}


def run(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as a notebook does, and return what it shows."""
    *before, last = ast.parse(source).body
    assert isinstance(last, ast.Expr)
    exec(compile(ast.Module(before, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def shown_by(lesson: Path, names: dict[str, Any]) -> Iterator[Any]:
    """Run a lesson's cells, and yield what each shows that shows something."""
    for cell in read(lesson).cells:
        if cell.cell_type != "code" or "code-path" in cell.metadata.get("tags", []):
            continue
        if cell.outputs:
            yield run(cell.source, names)
        else:
            exec(cell.source, names)


def every_list_of_the_lessons() -> dict[str, Any]:
    """Run each cell of the lessons that shows something kept; return them by its name."""
    names: dict[str, Any] = {}
    found: dict[str, Any] = {}
    for path in sorted((ROOT / "modules").glob("[0-9]*.ipynb")):
        for shown in shown_by(path, names):
            kept = [each for each in widgets_in(shown) if isinstance(each, KeptWidget)]
            if kept:
                found[kept[-1].content["name"]] = shown
    return found


def widgets_in(shown: Any) -> Iterator[CourseWidget]:
    """Return the widgets of a cell: one, those of a stack, or none."""
    if isinstance(shown, CourseWidget):
        yield shown
    for each in shown.children if isinstance(shown, Box) else ():
        yield from widgets_in(each)
