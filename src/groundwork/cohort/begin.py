"""Begin a cohort, and bring its people up to date."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from groundwork.cohort import course_folder, supervisors
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.moments import zone_of
from groundwork.cohort.roster import Person
from groundwork.cohort.same_person import known_by_their_ids
from groundwork.learner import workspace
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbgrader.api import Student


def new(root: Path, name: str, people: Sequence[Person], zone: str, exchange: str = "") -> Cohort:
    """Make a cohort's folder, or bring its people up to date.

    Nobody is taken out: whoever left keeps their work until it is forgotten on purpose.

    Raises
    ------
    UserError
        When the folder holds something else, the time zone is unknown, or an exchange is named
        where nbgrader has none.
    """
    zone_of(zone)
    Cohort(root).db_url()
    known = (
        str(Cohort(root).about().get("exchange", ""))
        if (root / course_folder.ABOUT).is_file()
        else ""
    )
    exchange = exchange or known
    if exchange != known and os.name == "nt":
        raise UserError(
            "nbgrader has no exchange on Windows.",
            "Leave out --exchange: hand-ins come as folders, zip files or files of answers.",
        )
    _check_folder(root)
    if root.exists() and not root.is_dir():
        raise UserError(f"{root} is a file.", "Give a new folder.")
    if root.is_dir() and any(root.iterdir()) and not (root / course_folder.ABOUT).is_file():
        raise UserError(f"{root} holds something else already.", "Give a new or empty folder.")
    course = re.sub(r"[^a-z0-9]+", "_", root.resolve().name.casefold()).strip("_") or "cohort"
    if not (root / course_folder.ABOUT).is_file():  # names and work of people
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        root.chmod(0o700)
    elif (root / course_folder.GRADEBOOK).is_file():  # of a list that is refused nothing is taken
        people = known_by_their_ids(people, people_of(Cohort(root)))
    cohort = course_folder.make(root, name, zone, course, exchange)
    with cohort.gradebook(begins=True) as book:
        people = known_by_their_ids(people, [_person(each) for each in book.students])
        for person in people:
            book.update_or_create_student(
                person.id,
                first_name=person.first or None,
                last_name=person.last or None,
                email=person.email or None,
            )
    supervisors.keep(
        cohort,
        [each.id for each in people if each.supervises],
        [each.id for each in people if each.supervises is False],
    )
    return cohort


def people_of(cohort: Cohort) -> list[Person]:
    """Return who is in a cohort, by last name."""
    with cohort.gradebook() as book:
        found = [_person(each) for each in book.students]
    return sorted(found, key=lambda person: (person.last.casefold(), person.first, person.id))


def _check_folder(root: Path) -> None:
    """Refuse a new cohort in the course's folder, which is replaced by a newer one some day."""
    try:
        course = workspace.course().resolve()
    except UserError:  # the library stands alone
        return
    if not (root / course_folder.ABOUT).is_file() and root.resolve().is_relative_to(course):
        raise UserError(
            f"{root.name} would lie in the course's own folder, and go with it when somebody puts "
            "a newer one there.",
            f"Give a place outside, such as your own folder: ~/{root.name}",
        )


def _person(student: "Student") -> Person:
    first, last, email = student.first_name, student.last_name, student.email
    return Person(student.id, first or "", last or "", email or "")
