"""What a lesson and its exercise tell the run sheet of the same name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from groundwork.authoring import minutes, notebooks
from groundwork.authoring.building.promises import Promises
from groundwork.authoring.source.objectives import objectives
from groundwork.cohort.told.markdown import unlinked
from groundwork.learner.questions import Question, catalog

_CITED = re.compile(r"\[([^\]]+)\]\(#Sources\)")


@dataclass(frozen=True)
class Step:
    """A step of the course as its lesson and its exercise tell it.

    Attributes
    ----------
    title, why, takeaway
        The lesson's title, its one-sentence reason, and what a learner takes away.
    objectives
        What a learner will be able to do.
    claimed
        The minutes that the lesson claims: read, do, reflect, discuss, quick.
    questions
        Every question of the lesson and of the exercise by its id.
    parts
        The minutes of each part of the lesson, by the id of the cell with its heading.
    prose
        The words of each cell of prose, without its heading, by the cell's id.
    cited
        The short names of the sources that each cell of prose names.
    exercise
        What the exercise may promise; nothing where there is none.
    """

    title: str = ""
    why: str = ""
    takeaway: str = ""
    objectives: tuple[str, ...] = ()
    claimed: Mapping[str, int] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    parts: Mapping[str, float] = field(default_factory=dict)
    prose: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, frozenset[str]] = field(default_factory=dict)
    exercise: Promises = field(default_factory=Promises)


def read_step(root: Path, name: str) -> Step | None:
    """Return what the built lesson and exercise of a name tell; None when there is no lesson."""
    path = root / "modules" / f"{name}.ipynb"
    if not path.is_file():
        return None
    exercise = root / "exercises" / name
    behind = (
        path,
        path.parent / "catalogs" / f"{name}.json",
        exercise / f"{name}.ipynb",
        exercise / catalog.FILE,
    )
    return _read(*behind, tuple(each.stat().st_mtime_ns for each in behind if each.is_file()))


@lru_cache(maxsize=64)
def _read(
    path: Path, asked_in: Path, exercise: Path, _keys: Path, _changed: tuple[int, ...]
) -> Step:
    """Read a step, once as long as nothing behind it changes."""
    notebook = notebooks.read(path)
    about = notebook.metadata["groundwork"]
    head = next(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    asked = [*_questions(asked_in)]
    promised = _exercise(exercise.parent)
    quick = about.get("quick", {}).get("minutes", 0)
    return Step(
        title=about["title"],
        why=_said(r"\*\*Why\.\*\* (.+)", head),
        takeaway=_said(r"\*\*You take away\*\* (.+?)(?:, saved in .*)?\.?$", head),
        objectives=tuple(objectives(head)),
        claimed={**about["minutes"], "discuss": about["discuss"], "quick": quick},
        questions={each.id: each for each in (*asked, *promised.questions)},
        parts={each.id: each.minutes for each in minutes.sections(notebook)},
        prose={
            cell.id: re.sub(r"\A#+ .*\n+", "", unlinked(cell.source))
            for cell in notebook.cells
            if cell.cell_type == "markdown"
        },
        cited={
            cell.id: frozenset(_CITED.findall(cell.source))
            for cell in notebook.cells
            if cell.cell_type == "markdown"
        },
        exercise=promised,
    )


def _exercise(folder: Path) -> Promises:
    asked = _questions(folder / catalog.FILE)
    if not asked:
        return Promises()
    about: Mapping[str, Any] = notebooks.read(folder / f"{folder.name}.ipynb").metadata
    return Promises.said_by(tuple(asked), about["groundwork"])


def _questions(path: Path) -> tuple[Question, ...]:
    return catalog.read(path).questions if path.is_file() else ()


def _said(pattern: str, head: str) -> str:
    found = re.search(pattern, head, re.MULTILINE)
    return unlinked(found[1]) if found else ""
