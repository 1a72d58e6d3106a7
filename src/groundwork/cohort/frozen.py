"""An exercise as a cohort was given it: what it asks, and the cells of its released notebook.

Plain data, so that whoever judges can be another process or another machine.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from groundwork.learner import former
from groundwork.learner.questions import Question, catalog
from groundwork.learner.questions.catalog import Catalog
from groundwork.subject.errors import UserError

Cell = dict[str, Any]


@dataclass(frozen=True)
class Frozen:
    """One exercise of a cohort.

    Parameters
    ----------
    name
        What nbgrader calls it: its folder and its notebook.
    catalog
        The questions with their keys, as they were when it was released.
    notebook
        The released notebook, with what a reader needs put back into the cells that a person reads:
        the mark scheme.
    former
        The ids of questions that it does not ask any more.
    """

    name: str
    catalog: Catalog
    notebook: Mapping[str, Any]
    former: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """Return what the exercise is called on its page."""
        return str(self.notebook["metadata"].get("groundwork", {}).get("title", self.name))

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """Return the cells that nbgrader knows, by the name that it has for them, in order."""
        named = {grade_id(cell): cell for cell in self.notebook["cells"]}
        return {name: cell for name, cell in named.items() if name}

    @cached_property
    def checks(self) -> dict[str, Question]:
        """Return the question that each check cell judges, by the cell's name."""
        found = {name: called(cell, "check") for name, cell in self.cells.items()}
        return {name: self.catalog.find(id) for name, id in found.items() if id}

    @cached_property
    def code_cells(self) -> dict[str, str]:
        """Return the name of the code cell that belongs to a question, by the question's id."""
        found, seen = {}, ""
        for name, cell in self.cells.items():
            if cell["metadata"]["nbgrader"].get("solution"):
                seen = name
            elif name in self.checks:
                if seen:
                    found[self.checks[name].id] = seen
                seen = ""
        return found

    @cached_property
    def lines(self) -> frozenset[str]:
        """Return every line that the released notebook holds, without the space around it."""
        cells = self.notebook["cells"]
        return frozenset(line.strip() for cell in cells for line in source(cell).splitlines())

    def told(self, ids: Iterable[str]) -> str:
        """Say which questions, by the numbers that they have on the page: "questions 2 and 5"."""
        order = [each.id for each in self.catalog.questions]
        *first, last = [str(at + 1) for at in sorted(map(order.index, ids))]
        return f"questions {', '.join(first)} and {last}" if first else f"question {last}"

    def ids(self) -> set[str]:
        """Return every id under which an answer may be kept."""
        each = [[q.id, *(part.id for part in catalog.parts(q))] for q in self.catalog.questions]
        return {id for ids in each for id in ids}


def load(source_folder: Path, released: Path) -> Frozen:
    """Return an exercise from a cohort's own copy of its source and the notebook made from it.

    Raises
    ------
    UserError
        When one of the files is missing or damaged.
    """
    name = source_folder.name
    asked = catalog.read(source_folder / catalog.FILE)
    notebook, whole = (_notebook(path) for path in (released, source_folder / f"{name}.ipynb"))
    tasks = {grade_id(cell): source(cell) for cell in whole["cells"] if is_task(cell)}
    for cell in notebook["cells"]:
        cell["source"] = tasks.get(grade_id(cell), source(cell))
    return Frozen(name, asked, notebook, frozenset(former.read(source_folder)))


def is_ours(source_folder: Path) -> bool:
    """Whether an exercise in a course folder of nbgrader's is one of this course's.

    nbgrader's own checks grade every other.
    """
    return (source_folder / catalog.FILE).is_file()


def grade_id(cell: Mapping[str, Any]) -> str:
    """Return the name that nbgrader has for a cell, or nothing."""
    about = cell.get("metadata")
    about = about.get("nbgrader") if isinstance(about, Mapping) else None
    name = about.get("grade_id") if isinstance(about, Mapping) else None
    return name if isinstance(name, str) else ""


def is_task(cell: Mapping[str, Any]) -> bool:
    """Whether a person gives the points of a cell of ours."""
    return bool(cell["metadata"].get("nbgrader", {}).get("task"))


def source(cell: Mapping[str, Any]) -> str:
    """Return a cell's text; a notebook's file may hold it as a list of lines."""
    text = cell.get("source", "")
    if isinstance(text, list):
        return "".join(line for line in text if isinstance(line, str))
    return text if isinstance(text, str) else ""


def called(cell: Mapping[str, Any], function: str) -> str:
    """Return the id of the question that a released code cell hands to a function of ours.

    By its text: `ast.parse` is not safe in several threads at once (Python 3.11).
    """
    found = re.search(rf"^{function}\(\s*[\"'](\w+)[\"']", source(cell), re.MULTILINE)
    return found[1] if found and cell["cell_type"] == "code" else ""


def _notebook(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found["cells"], list):
            return found
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise UserError(
        f"{path} is missing or damaged, so nothing can be graded by it.",
        "Release the exercise to this cohort again: the answers that were handed in stay.",
    )
