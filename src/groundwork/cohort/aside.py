"""Hand-ins that a person set aside: they wait for nobody and count nowhere, until taken up again.

No reason is kept. What was set aside is the hand-in as it was then, so a new file from the same
person ends it by itself.
"""

from pathlib import Path

from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.judge import name_of
from groundwork.learner.files import delete, write_text
from groundwork.subject.errors import UserError

FOLDER = "aside"
ASIDE = "set aside"


def put(cohort: Cohort, name: str, student: str, known: set[str]) -> None:
    """Set somebody's hand-in to an exercise aside; also one that never came.

    Parameters
    ----------
    known
        The ids of everybody in the cohort.

    Raises
    ------
    UserError
        When nobody in the cohort has that id.
    """
    if student not in known | set(cohort.students_with(name)):
        raise UserError(
            f"Nobody in this cohort has the id {student}.", "groundwork cohort status lists them."
        )
    write_text(_note(cohort, name, student), f"{_now(cohort, name, student)}\n")


def take_up(cohort: Cohort, name: str, student: str) -> None:
    """Take a hand-in up again.

    Raises
    ------
    UserError
        When it was not set aside.
    """
    if not is_aside(cohort, name, student):
        raise UserError(f"No hand-in of {student} to {name} is set aside.")
    delete(_note(cohort, name, student))


def is_aside(cohort: Cohort, name: str, student: str) -> bool:
    """Whether what somebody handed in, as it is now, was set aside."""
    try:
        kept = _note(cohort, name, student).read_text(encoding="utf-8").strip()
    except OSError:
        return False
    return kept == _now(cohort, name, student)


def _now(cohort: Cohort, name: str, student: str) -> str:
    return name_of(cohort.handed_in(student, name))


def _note(cohort: Cohort, name: str, student: str) -> Path:
    return cohort.own(FOLDER, name, f"{student}.txt")
