"""Steps of nbgrader's own converters, for our exercises alone.

nbgrader's settings hold for every exercise in a course folder. These steps ask first whose exercise
it is: ours goes through our judge, and whatever else lies in the folder is done as nbgrader does
it, by nbgrader's own steps.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbformat import NotebookNode
from nbgrader import preprocessors as nbgraders
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from groundwork.cohort import gradebook, learners_code, sandbox
from groundwork.cohort.alone import alone
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import is_ours
from groundwork.cohort.judge import UNREAD, Result, judge
from groundwork.subject.errors import UserError

Resources = Mapping[str, Any]
# What stands in a code cell where the solution stood. nbgrader's own stub raises an error, and a
# learner who answers without code would meet it when the exercise opens.
STUB = "# Write your code below this line if you want to."


class Step(NbGraderPreprocessor):
    """A step that does one thing to our exercises, and to every other what nbgrader does."""

    theirs: tuple[type, ...] = ()

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Do what belongs to the exercise that the notebook is of."""
        if is_ours(source_of(self, resources)):
            return self.ours(nb, resources), resources
        for step in self.theirs:
            nb, resources = step(parent=self.parent)(nb, resources)
        return nb, resources

    def ours(self, nb: NotebookNode, resources: Resources) -> NotebookNode:
        """Return a notebook of ours after this step."""
        return nb


class Stub(Step):
    """While releasing, put our stub in the place of a solution."""

    theirs = (nbgraders.ClearSolutions,)

    def ours(self, nb: NotebookNode, resources: Resources) -> NotebookNode:
        """Clear the solutions with our stub."""
        return cleared(nb, dict(resources), self.parent)


class PutBack(Step):
    """While grading by running, put back a check that a learner deleted; else it has no grade."""

    theirs = (nbgraders.OverwriteCells,)

    def ours(self, nb: NotebookNode, resources: Resources) -> NotebookNode:
        """Lay the released cells over the notebook, and add what is missing."""
        step = nbgraders.OverwriteCells(parent=self.parent)
        step.add_missing_cells = True
        return step(nb, dict(resources))[0]


class Sanitize(Step):
    """While grading, lay the judged page in the place of what was handed in."""

    theirs = (
        nbgraders.ClearOutput,
        nbgraders.DeduplicateIds,
        nbgraders.OverwriteKernelspec,
        nbgraders.OverwriteCells,
        nbgraders.CheckCellMetadata,
    )

    def ours(self, nb: NotebookNode, resources: Resources) -> NotebookNode:
        """Return the page that the judge makes; nothing of the hand-in's own cells is left."""
        return nbformat.from_dict(dict(judged(self, resources, sandbox.run).notebook))


class Run(Step):
    """While grading, run no cell of ours: the page is judged."""

    theirs = (
        nbgraders.Execute,
        nbgraders.IgnorePattern,
        ClearMetadataPreprocessor,
        nbgraders.LimitOutput,
    )


class Save(Step):
    """While grading, write points as the command does."""

    theirs = (nbgraders.SaveAutoGrades,)

    def ours(self, nb: NotebookNode, resources: Resources) -> NotebookNode:
        """Write what the judge gives into the gradebook."""
        about = resources["nbgrader"]
        place = Cohort(Path(_course(self).root))
        with alone(place, "grading"), Gradebook(about["db_url"]) as book:
            gradebook.save(
                book, place, about["assignment"], about["student"], judged(self, resources)
            )
        return nb


class Covered(Step):
    """In feedback, leave out what the next cohort will be graded by."""

    def ours(self, nb: NotebookNode, resources: Resources) -> NotebookNode:
        """Take hidden checks and mark schemes out."""
        found = dict(resources)
        for step in (nbgraders.ClearHiddenTests, nbgraders.ClearMarkScheme):
            nb, found = step(parent=self.parent)(nb, found)
        return nb


def judged(
    step: Step, resources: Resources, run: learners_code.Run = learners_code.not_yet
) -> Result:
    """Judge the hand-in that a converter of nbgrader's works on.

    Parameters
    ----------
    run
        What runs the learner's code; the first step does, and later ones take what came of it.

    Raises
    ------
    UserError
        When it cannot be read; nbgrader writes the sentence into its log and grades nothing.
    """
    place = Cohort(Path(_course(step).root))
    about = resources["nbgrader"]
    name, student = about["assignment"], about["student"]
    runs = learners_code.kept_runs(place, name, run, student)
    result = judge(place.frozen(name), place.handed_in(student, name), runs)
    if result.state == UNREAD:
        raise UserError(result.problem, result.fix)
    return result


def cleared(nb: NotebookNode, resources: dict[str, Any], parent: Any = None) -> NotebookNode:
    """Return a source notebook of ours without its solutions."""
    step = nbgraders.ClearSolutions(parent=parent)
    step.code_stub = {"python": STUB}
    return step(nb, resources)[0]


def source_of(step: Step, resources: Resources) -> Path:
    """Return the source folder of the exercise that a converter works on."""
    course = _course(step)
    name = resources["nbgrader"]["assignment"]
    return Path(course.format_path(course.source_directory, ".", name))


def _course(step: Step) -> CourseDirectory:
    """Return the course folder: a step's parent is an exporter, and its parent the converter."""
    return step.parent.parent.coursedir
