"""Make the released version of an exercise: the source without solutions, keys and mark schemes.

nbgrader's own steps do it, in this process and without a gradebook, so that preparing a learner's
workspace and releasing to a cohort give the same notebook.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groundwork.learner import answers, shipping
from groundwork.learner.files import write_text
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from traitlets.config import Config

# What stands in a code cell where the solution stood. nbgrader's own stub raises an error, and a
# learner who answers without code would meet it when the exercise opens.
STUB = "# Write your code below this line if you want to."
# What must not be in a released file. "right=" is how a key begins in a hidden check.
SECRETS = ("HIDDEN TESTS", "MARK SCHEME", "BEGIN SOLUTION", "END SOLUTION", "right=", "grade(")


def settings(sources: Iterable[Path] = ()) -> "Config":
    """Return the nbgrader settings that our exercises need, in a release and in a cohort.

    Parameters
    ----------
    sources
        The source folders of the exercises that a cohort grades with these settings, each named as
        its exercise.
    """
    from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, GetGrades
    from traitlets.config import Config

    config = Config()
    config.ClearSolutions.code_stub = {"python": STUB}
    # A check that a learner deleted is put back. Without this it gets no grade at all, not zero.
    config.OverwriteCells.add_missing_cells = True
    # By default feedback prints hidden checks and mark schemes: the key of every later cohort.
    config.GenerateFeedback.preprocessors = [
        GetGrades,
        ClearHiddenTests,
        ClearMarkScheme,
        CSSHTMLHeaderPreprocessor,
    ]
    # While grading, nbgrader lays the source folder over the hand-in: an author's own answers there
    # would replace the learner's.
    exercises = list(sources)
    config.Autograde.exclude_overwriting = {each.name: [answers.FILE] for each in exercises}
    # nbgrader would release every file beside a notebook, the text with its keys among them.
    stay = {name for each in exercises for name in shipping.kept_back(each)}
    config.CourseDirectory.ignore = [*CourseDirectory.ignore.default_args[0], *sorted(stay)]
    return config


def release(source: Path, destination: Path) -> None:
    """Write the released version of one exercise.

    The same source gives the same bytes. Files of `destination` that the release does not hold are
    left alone, above all a learner's answers.

    Parameters
    ----------
    source
        The exercise's folder, holding its source notebook.
    destination
        The folder to write into; made when missing.

    Raises
    ------
    UserError
        When the folder holds no notebook, or the released text would still tell a key.
    """
    notebooks = sorted(source.glob("*.ipynb"))
    if not notebooks:
        raise UserError(f"{source} holds no exercise.", "Give the folder of an exercise's source.")
    released = {path.name: _released(path) for path in notebooks}
    for name, text in released.items():
        write_text(destination / name, text)
    for path in shipping.shipped(source, shipping.EXERCISE):
        if path.suffix != ".ipynb":
            target = destination / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / path, target)


def _released(path: Path) -> str:
    import nbformat

    notebook = _clear(nbformat.read(path, as_version=4), path.stem)
    text: str = nbformat.writes(notebook, indent=1).rstrip("\n") + "\n"
    found = [secret for secret in SECRETS if secret in text]
    if found:
        raise UserError(
            f"{path.name} would be released with {', '.join(found)} in it.",
            "Put keys into hidden checks and mark schemes into task cells.",
        )
    return text


def _clear(notebook: "NotebookNode", name: str) -> "NotebookNode":
    """Run nbgrader's steps of `generate_assignment`, except the one that writes the gradebook."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.preprocessors import SaveCells

    config = settings()
    resources: dict[str, Any] = {"unique_key": name, "metadata": {"name": name}}
    for step in GenerateAssignment.preprocessors.default():
        if step is not SaveCells:
            notebook, resources = step(config=config)(notebook, resources)
    return notebook
