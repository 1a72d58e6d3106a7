"""Numbers of a cohort's own: variants of an exercise's computed questions, drawn by a seed.

The same seed draws the same ones, so a release can be made again. The published first variant is
never among them, and an answer to a variant that was not drawn is not taken. This gives a cohort
other numbers than the last one had; it hides no answer: the page tells each answer at once, and
the catalog with the keys lies beside the notebook.
"""

from pathlib import Path

from groundwork.learner.files import write_text
from groundwork.learner.questions import Computed, catalog
from groundwork.subject.errors import UserError

VARIANTS = 4  # of each question: the one that a learner sees first, and three to try


def draw(folder: Path, seed: str) -> list[str]:
    """Draw the numbers of one exercise, in a cohort's copy of its source folder.

    Parameters
    ----------
    folder
        The cohort's copy of the exercise, from which nbgrader releases and grades.
    seed
        Any words, for example the cohort's name and year.

    Returns
    -------
    list of str
        The questions that have numbers of the cohort's own now.

    Raises
    ------
    UserError
        When the seed is empty, the catalog cannot be read, or its numbers were drawn before:
        hand-ins may hold answers to those.
    """
    if not seed.strip():
        raise UserError("There is no seed.", "Give any words, such as the cohort's name and year.")
    path = folder / catalog.FILE
    published = catalog.read(path)
    if published.seed and published.seed != seed:
        raise UserError(
            f"The numbers of {published.name} were drawn already, with another seed.",
            "Copy the exercise from the course again, before anything is released.",
        )
    if not published.seed:
        write_text(path, catalog.text_of(published.drawn(seed, VARIANTS)))
    return [each.id for each in published.questions if isinstance(each, Computed)]
