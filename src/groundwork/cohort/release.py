"""Make the released version of an exercise: the source without solutions, keys and mark schemes.

nbgrader's own steps do it, in this process and without a gradebook, so that preparing a learner's
workspace and releasing to a cohort give the same notebook.
"""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groundwork.learner import shipping
from groundwork.learner.files import write_text
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbformat import NotebookNode

# What must not be in a released file. "right=" is how a key begins in a hidden check.
SECRETS = ("HIDDEN TESTS", "MARK SCHEME", "BEGIN SOLUTION", "END SOLUTION", "right=", "grade(")


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
    from nbgrader.preprocessors import ClearSolutions, SaveCells

    from groundwork.cohort.steps import cleared

    resources: dict[str, Any] = {"unique_key": name, "metadata": {"name": name}}
    for step in GenerateAssignment.preprocessors.default():
        if step is ClearSolutions:
            notebook = cleared(notebook, resources)
        elif step is not SaveCells:
            notebook, resources = step()(notebook, resources)
    return notebook
