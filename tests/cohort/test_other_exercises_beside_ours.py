"""An exercise of nbgrader's own in a cohort's folder is left alone."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import nbgrader
import pytest
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from groundwork.cohort.api import api_of
from groundwork.cohort.course_folder import Cohort

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, given_cohort: Path) -> Iterator[list[Config]]:
    """nbgrader's own sample course, alone in a folder and in a cohort's folder beside ours."""
    course = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide" / "source"
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        for name in ("alone", "beside"):
            root = tmp_path_factory.mktemp(name) / "course"
            config = Config()
            if name == "beside":
                shutil.copytree(given_cohort, root)
                config = api_of(Cohort(root), "ps1").config
            config.CourseDirectory.root = str(root)
            config.IncludeHeaderFooter.header = ""
            shutil.copytree(course / "ps1", root / "source" / "ps1")
            found.append(config)
        yield found


def test_another_exercise_in_the_folder_is_released_and_graded_as_nbgrader_does(
    sample: list[Config],
) -> None:
    """A cell that a learner deleted is no zero there, a stub is nbgrader's own, keys are shown."""
    import nbformat

    told = []
    for config in sample:
        directory = CourseDirectory(config=config)
        api = NbGraderAPI(config=config, coursedir=directory, log_level="CRITICAL")
        assert api.generate_assignment("ps1")["success"]
        root = Path(directory.root)
        work = root / "submitted" / "ana" / "ps1"
        shutil.copytree(root / "release" / "ps1", work)
        path = work / "problem1.ipynb"
        notebook = nbformat.read(path, as_version=4)
        graded = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]
        notebook.cells.remove(graded[0])
        nbformat.write(notebook, path)
        (work / "problem2.ipynb").unlink()
        assert api.autograde("ps1", "ana")["success"]
        with api.gradebook as book:
            rows = [
                (grade.name, grade.auto_score, grade.needs_manual_grade)
                for each in book.find_submission("ps1", "ana").notebooks
                for grade in each.grades
            ]
        release = (root / "release" / "ps1" / "problem1.ipynb").read_text(encoding="utf-8")
        assert api.generate_feedback("ps1", "ana")["success"]
        page = root / "feedback" / "ana" / "ps1" / "problem1.html"
        told.append((sorted(rows, key=str), release, page.read_text(encoding="utf-8")))
    assert told[0] == told[1]
    assert "raise NotImplementedError" in told[0][1]
