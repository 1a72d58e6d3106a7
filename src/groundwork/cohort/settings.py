"""nbgrader's settings for a folder that holds exercises of ours."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from groundwork.learner import answers, shipping

if TYPE_CHECKING:
    from traitlets.config import Config


def settings(sources: Iterable[Path] = ()) -> "Config":
    """Return settings that release, grade and give feedback as our exercises need it.

    Grading runs the notebook, as nbgrader does it. What these settings change, they change for our
    exercises alone; a cohort's own settings are those of :func:`configure`.

    Parameters
    ----------
    sources
        The source folders of exercises that are released and graded from where their authors work
        on them, each named as its exercise.
    """
    from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
    from nbgrader import preprocessors as nbgraders
    from nbgrader.converters import Autograde, GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    from groundwork.cohort import steps

    config = Config()
    own = {nbgraders.ClearSolutions: steps.Stub, nbgraders.OverwriteCells: steps.PutBack}
    config.GenerateAssignment.preprocessors = [
        own.get(step, step) for step in GenerateAssignment.preprocessors.default()
    ]
    config.Autograde.sanitize_preprocessors = [
        own.get(step, step) for step in Autograde.sanitize_preprocessors.default()
    ]
    exercises = list(sources)
    # While grading, nbgrader lays the source folder over the hand-in: an author's own answers there
    # would replace the learner's.
    config.Autograde.exclude_overwriting = {each.name: [answers.FILE] for each in exercises}
    # nbgrader would release every file beside a notebook, the text with its keys among them.
    stay = {name for each in exercises for name in shipping.kept_back(each)}
    if stay:
        config.CourseDirectory.ignore = [*CourseDirectory.ignore.default_args[0], *sorted(stay)]
    # By default feedback prints hidden checks and mark schemes: the key of every later cohort.
    config.GenerateFeedback.preprocessors = [
        nbgraders.GetGrades,
        steps.Covered,
        CSSHTMLHeaderPreprocessor,
    ]
    return config


def configure(config: "Config", root: Path) -> None:
    """Set up nbgrader for a cohort: whatever grades or collects there does as our commands do."""
    from nbgrader import preprocessors as nbgraders

    from groundwork.cohort import steps
    from groundwork.cohort.course_folder import Cohort

    config.merge(settings())
    config.CourseDirectory.root = str(root)
    about = Cohort(root).about()
    config.CourseDirectory.course_id = about["course_id"]
    if exchange := Cohort(root).exchange():
        config.Exchange.root = exchange
    config.NbGraderAPI.timezone = about["zone"]
    config.Autograde.sanitize_preprocessors = [steps.Sanitize]
    config.Autograde.autograde_preprocessors = [
        steps.Run,
        steps.Save,
        nbgraders.AssignLatePenalties,
        nbgraders.CheckCellMetadata,
    ]
    # Both are named, as in any configuration: they use nbgrader with these very settings.
    config.GenerateFeedback.exporter_class = "groundwork.cohort.feedback_export.Feedback"
    if os.name != "nt":  # where nbgrader has no exchange
        config.ExchangeFactory.collect = "groundwork.cohort.exchange.SafeCollect"
