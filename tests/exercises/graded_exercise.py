"""An exercise that was graded, what is read of it, and the steps to it."""

import copy
import html
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import without_a_kernel
from nbformat import NotebookNode
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from ways_to_answer import (
    Learner,
    hand_in,
)

from groundwork.learner import answers
from groundwork.learner.questions import Question


@dataclass(frozen=True)
class Grade:
    auto_score: float | None
    max_score: float
    needs_manual_grade: bool

    @classmethod
    def of(cls, row: Any) -> "Grade":
        return cls(row.auto_score, row.max_score, row.needs_manual_grade)


@dataclass
class Graded:
    """One exercise after nbgrader has graded everybody."""

    name: str
    root: Path
    questions: dict[str, Question]
    learners: dict[str, Learner]
    grades: dict[str, dict[str, Any]] = field(default_factory=dict)
    notebooks: dict[str, NotebookNode] = field(default_factory=dict)

    def notebook(self, learner: str) -> NotebookNode:
        """What was handed in, after it was graded."""
        if learner not in self.notebooks:
            path = self.root / "autograded" / learner / self.name / f"{self.name}.ipynb"
            self.notebooks[learner] = nbformat.read(path, as_version=4)
        return self.notebooks[learner]

    def cell(self, learner: str, grade_id: str) -> NotebookNode:
        return next(
            cell
            for cell in self.notebook(learner).cells
            if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
        )

    def text(self, learner: str, grade_id: str) -> str:
        """All that a check cell shows."""
        return shown(self.cell(learner, grade_id))

    def feedback(self, learner: str) -> str:
        path = self.root / "feedback" / learner / self.name / f"{self.name}.html"
        return html.unescape(path.read_text(encoding="utf-8"))

    def automatic(self, learner: str) -> dict[str, tuple[float | None, float]]:
        """Check cell to (points, most points), for the cells that a program grades."""
        return {
            name: (grade.auto_score, grade.max_score)
            for name, grade in self.grades[learner].items()
            if not name_of_task(self, name)
        }


def name_of_task(graded: Graded, name: str) -> bool:
    return bool(graded.cell("solution", name).metadata.nbgrader.task)


def shown(cell: NotebookNode) -> str:
    """All that a cell says, on either way."""
    return "".join(
        output.get("text") or "\n".join(output.get("traceback", [])) for output in cell.outputs
    )


def graded_here(result: Graded, student: str, source: NotebookNode) -> dict[str, "Grade"]:
    """Grade a hand-in in this process, in a folder that holds what nbgrader's would."""
    folder = result.root / "autograded" / student / result.name
    nbgraders = result.root / "autograded" / "solution" / result.name
    name = f"{result.name}.ipynb"
    shutil.copytree(nbgraders, folder, ignore=shutil.ignore_patterns(answers.FILE, name))
    shutil.copy(result.root / "release" / result.name / name, folder)
    notebook = hand_in(folder, result.learners[student])
    without_a_kernel.put_back_checks(notebook, source)
    without_a_kernel.run(notebook, folder)
    result.notebooks[student] = notebook
    return {name: Grade(*each) for name, each in without_a_kernel.points(notebook).items()}


def done(outcome: dict[str, Any]) -> None:
    assert outcome["success"], outcome["log"]


def exchange(step: type, config: Any, student: str, root: Path) -> None:
    own = copy.deepcopy(config)
    own.CourseDirectory.student_id = student
    own.Exchange.assignment_dir = str(root / "home" / student)
    (root / "home" / student).mkdir(parents=True, exist_ok=True)
    directory, account = CourseDirectory(config=own), Authenticator(config=own)
    step(config=own, coursedir=directory, authenticator=account).start()
