"""What a page asks that has a key: the question, and all that stands above it for its reader.

A key may hang on a table or a scene in the prose above as much as on the question's own words. What
a question rests on stands in its own part of the page: from the last heading of level 1 or 2 on, or
of level 3, unless that heading is a question's or that of its place for code.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from groundwork.authoring.building.cells import SCHEME
from groundwork.authoring.minutes import DRAWN
from groundwork.authoring.notebooks import read
from groundwork.authoring.source import course
from groundwork.learner.questions import Question, Write, catalog
from groundwork.learner.questions.question import digest

_PART = re.compile(r"^(?:#{1,2} |### (?!Question |The same in code: question ))", re.MULTILINE)
# The places of questions are written by the build, and change when another question comes in.
_PLACE = re.compile(r"\b(questions?) \d+(?: (?:to|and) \d+)*", re.IGNORECASE)
_DRAWS = re.compile(rf"\b(?:{'|'.join(sorted(DRAWN))})\(")


@dataclass(frozen=True)
class Asked:
    """A question with a key, and what its reader is shown above it."""

    question: Question
    scene: str

    @property
    def id(self) -> str:
        """Return the question's id."""
        return self.question.id

    @cached_property
    def shown(self) -> dict[str, Any]:
        """Return all that a learner sees before answering, whatever the question's place is."""
        question = self.question
        scene = " ".join(_PLACE.sub(r"\1", self.scene).split())
        return {**question.asked(), "terms": question.terms(), "scene": digest(scene)}


def asked_of(text: Path, kind: str) -> list[Asked]:
    """Return the questions of a text that have something to confirm, as its catalog holds them.

    A guess has no key, and a text of one box no program and no rubric. A page without a catalog
    asks nothing.

    Raises
    ------
    UserError
        When the catalog is damaged.
    """
    path = course.catalog_of(text, kind)
    if not path.is_file():
        return []
    cells = read(course.notebook_of(text)).cells
    return [
        Asked(each, scene(cells, each.id))
        for each in catalog.read(path).questions
        if each.right_answer is not None or isinstance(each, Write)
    ]


def scene(cells: list[NotebookNode], id: str) -> str:
    """Return the prose and the charts in words that stand above a question, in its part.

    What the notebook hides from learners (mark schemes) is left out.
    """
    shown: list[str] = []
    for cell in cells:
        if cell.cell_type == "markdown":
            shown.append(cell.source.partition(SCHEME[0])[0].strip())
        elif re.search(rf"""\b(ask|check)\("{id}(_\w+)?"\)""", cell.source):
            break
        elif _DRAWS.search(cell.source):
            shown += [each.get("data", {}).get("text/plain", "") for each in cell.outputs]
    text = "\n\n".join(filter(None, shown))
    *_, last = [0, *(part.start() for part in _PART.finditer(text))]
    return text[last:]
