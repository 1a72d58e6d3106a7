"""What people answer in widgets gets from our judge what nbgrader gives it by running the notebook.

nbgrader runs here without a kernel: its own converter, steps and gradebook, with the cells run in
this process. That it gives the same with a kernel is held in tests/exercises.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import pytest
import without_a_kernel
from hand_ins import JUDGED, NAME, NOTEBOOK, SOURCE, hand_in, mixed, new_cohort, released
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute

from groundwork.cohort.begin import api_of
from groundwork.cohort.grading import grade
from groundwork.cohort.place import Cohort
from groundwork.cohort.settings import settings

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own, a dozen an assignment
# Of each hand-in: its row, its penalty, a grade and a comment for each cell that has them.
PARTS = 2 + (len(JUDGED) + 2) + 3


class WithoutAKernel(Execute):
    """nbgrader's step that runs a notebook, in this process."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        about = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir
        folder = coursedir.format_path("autograded", about["student"], about["assignment"])
        without_a_kernel.put_back_checks(nb, nbformat.read(SOURCE, as_version=4))
        without_a_kernel.run(nb, Path(folder))
        return nb, resources


def by_nbgrader(root: Path, students: list[str]) -> Cohort:
    """Grade as nbgrader does with the settings of our releases, on a machine of its own."""
    config = settings()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = "winter"
    config.Autograde.autograde_preprocessors = [
        WithoutAKernel if step is Execute else step
        for step in Autograde.autograde_preprocessors.default()
    ]
    directory = CourseDirectory(config=config)
    api = NbGraderAPI(config=config, coursedir=directory, log_level="CRITICAL")
    for student in students:
        outcome = api.autograde(NAME, student)
        assert outcome["success"], outcome["log"]
    return Cohort(root)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Cohort, Cohort, Cohort]]:
    """A cohort of 24 graded by our command, by nbgrader, and a few by formgrader's button."""
    root = tmp_path_factory.mktemp("cohort") / "winter"
    everyone = mixed()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        ours = new_cohort(root, list(everyone))
        with ours.gradebook() as book:
            book.update_or_create_assignment(NAME, duedate="2026-11-20 09:00:00 UTC")
        for student, content in everyone.items():
            at = "2026-11-20 10:00:00.000000 UTC" if student == "half" else ""
            hand_in(ours, student, {"answers.json": content, NOTEBOOK: released(ours)}, at)
        others = [root.with_name("nbgraders"), root.with_name("buttons")]
        for other in others:
            shutil.copytree(root, other)
        with ThreadPoolExecutor() as executor:
            list(grade(ours, NAME, executor))
        theirs = by_nbgrader(others[0], list(everyone))
        button = Cohort(others[1])
        api = api_of(button, NAME)
        for student in list(everyone)[:5]:
            outcome = api.autograde(NAME, student)
            assert outcome["success"], outcome["log"]
        yield ours, theirs, button


def entries(cohort: Cohort) -> dict[str, Any]:
    """All that a gradebook says of what was handed in."""
    found: dict[str, Any] = {}
    with Gradebook(cohort.db_url(), "winter") as book:
        for submission in book.assignment_submissions(NAME):
            (notebook,) = submission.notebooks
            student = submission.student.id
            found[student] = submission.timestamp, submission.score, submission.max_score
            found[f"{student} penalty"] = notebook.late_submission_penalty
            for grade in notebook.grades:
                found[f"{student} {grade.name}"] = (
                    *(grade.auto_score, grade.manual_score, grade.max_score),
                    *(grade.needs_manual_grade, grade.failed_tests, grade.extra_credit),
                )
            for comment in notebook.comments:
                found[f"{student} {comment.name} comment"] = comment.comment
    return found


def page(cohort: Cohort, student: str) -> NotebookNode:
    return nbformat.read(cohort.step("autograded", student, NAME) / NOTEBOOK, as_version=4)


def test_every_entry_of_the_gradebook_is_the_same(graded: tuple[Cohort, Cohort, Cohort]) -> None:
    ours, theirs, _ = graded
    found, expected = entries(ours), entries(theirs)
    assert len(expected) == 24 * PARTS
    assert {name: found.get(name) for name in expected} == expected
    assert len({expected[student][1] for student in mixed()}) > 5


def test_every_check_says_the_same_on_the_page(graded: tuple[Cohort, Cohort, Cohort]) -> None:
    ours, theirs, _ = graded
    for student in mixed():
        for mine, other in zip(
            own_cells(page(ours, student)), page(theirs, student).cells, strict=True
        ):
            assert mine.source == other.source
            assert mine.metadata.get("nbgrader") == other.metadata.get("nbgrader")
            if other.metadata.get("nbgrader", {}).get("grade"):
                assert shown(mine) == shown(other), student


def shown(cell: NotebookNode) -> list[dict[str, Any]]:
    """What a cell shows; where a line is broken does not count."""
    return [
        {name: " ".join(str(value).replace("\\n", " ").split()) for name, value in each.items()}
        for each in cell.outputs
    ]


def own_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The cells of the release, without the one that says what came with the hand-in."""
    return [cell for cell in notebook.cells if cell.id != "groundwork-about"]


def test_the_same_files_lie_beside_a_page(graded: tuple[Cohort, Cohort, Cohort]) -> None:
    ours, theirs, _ = graded
    for student in mixed():
        mine, other = (each.step("autograded", student, NAME) for each in (ours, theirs))
        assert {p.name: p.stat().st_mode for p in mine.iterdir()} == {
            p.name: p.stat().st_mode for p in other.iterdir()
        }


def test_formgraders_button_cannot_disagree_with_the_command(
    graded: tuple[Cohort, Cohort, Cohort],
) -> None:
    ours, _, button = graded
    found, expected = entries(button), entries(ours)
    assert len(found) == 5 * PARTS
    assert found == {name: expected[name] for name in found}
    for student in list(mixed())[:5]:
        assert page(button, student).cells == page(ours, student).cells


def test_nbgraders_own_list_shows_everybody_as_graded(
    graded: tuple[Cohort, Cohort, Cohort],
) -> None:
    assert api_of(graded[0], NAME).get_autograded_students(NAME) == set(mixed())


def test_grading_again_changes_nothing(graded: tuple[Cohort, Cohort, Cohort]) -> None:
    before = entries(graded[0])
    with ThreadPoolExecutor() as executor:
        list(grade(graded[0], NAME, executor))
    assert entries(graded[0]) == before
