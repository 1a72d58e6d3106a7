"""Hand-ins that another one took the place of, though it may be another person's.

A newer file from the same workspace takes the place of an older one, and the older one goes. One
from another workspace may have come to the wrong person, so what it replaced is kept, with what a
reader gave for it, until the mistake is undone or the person's work is deleted.
"""

import json
import shutil
from collections.abc import Mapping, Set
from contextlib import suppress
from pathlib import Path
from typing import Any

from groundwork.cohort import aside, rubric
from groundwork.cohort.course_folder import Cohort, remove, whole_folder
from groundwork.cohort.gradebook import graded_note
from groundwork.cohort.handed_in import of_a_hand_in, read_answers
from groundwork.cohort.learners_code import RAN
from groundwork.learner.files import delete, write_text

FOLDER = "earlier"
READING = ".reading.json"  # beside the files of a hand-in: what a reader gave for it
Reading = dict[str, Any]


def workspace_of(files: Mapping[str, bytes]) -> str:
    """Return the number of the workspace that a hand-in comes from; "" where none is known."""
    return read_answers(files).workspace()


def is_there(cohort: Cohort, name: str, student: str, files: Mapping[str, bytes]) -> bool:
    """Whether the same files are somebody's hand-in already."""
    if not cohort.step("submitted", student, name).is_dir():
        return False
    before = cohort.handed_in(student, name)
    return of_a_hand_in(before) == of_a_hand_in(files)


def is_of_another(files: Mapping[str, bytes], before: Mapping[str, bytes]) -> bool:
    """Whether a hand-in is not known to come from the same workspace as the one before."""
    return not workspace_of(files) or workspace_of(files) != workspace_of(before)


def put_away(cohort: Cohort, name: str, student: str) -> None:
    """Keep somebody's hand-in as it is, with what a reader gave for it.

    The pages that were made of it go: nobody may send them to whoever hands in next.
    """
    there = cohort.step("submitted", student, name)
    numbers = [int(each.name) for each in _all(cohort, name, student)]
    kept = _place(cohort, name, student) / str(max(numbers, default=0) + 1)
    with whole_folder(cohort, kept) as making:
        shutil.copytree(there, making, dirs_exist_ok=True)
        text = json.dumps(reading(cohort, name, student))
        write_text(making / READING, text, owner_only=True)
    remove(cohort.step("feedback", student, name))
    delete(cohort.page(student, name))


def bring_back(cohort: Cohort, name: str, student: str, but: str) -> bool:
    """Put the latest hand-in that was put away into its place again; return whether there was one.

    Parameters
    ----------
    but
        The workspace whose hand-ins are somebody else's: what came from there goes.
    """
    for kept in reversed(_all(cohort, name, student)):
        if but and _workspace(kept) == but:
            remove(kept)
            continue
        _put_back(cohort, name, student, kept)
        return True
    return False


def latest(cohort: Cohort, name: str, student: str) -> dict[str, bytes]:
    """Return the files of the latest hand-in of somebody that was put away; none where none was."""
    found = _all(cohort, name, student)[-1:]
    return {path.name: path.read_bytes() for kept in found for path in kept.glob("*.json")}


def hand_over(cohort: Cohort, name: str, student: str, to: str) -> None:
    """Give the latest hand-in of somebody that was put away to another person.

    What that one has is put away in its place.
    """
    kept = _all(cohort, name, student)[-1]
    if cohort.step("submitted", to, name).is_dir():
        put_away(cohort, name, to)
        clear(cohort, name, to)
    _put_back(cohort, name, to, kept)


def _put_back(cohort: Cohort, name: str, student: str, kept: Path) -> None:
    given = json.loads((kept / READING).read_text(encoding="utf-8"))
    with whole_folder(cohort, cohort.step("submitted", student, name)) as making:
        shutil.copytree(kept, making, dirs_exist_ok=True)
        delete(making / READING)
    give_reading(cohort, name, student, given)
    remove(kept)


def of_workspaces(cohort: Cohort, numbers: Set[str]) -> list[Path]:
    """Return the folders of all that was put away and comes from some workspaces."""
    kept = sorted(cohort.own(FOLDER).glob("*/*/*"))
    return [each for each in kept if each.is_dir() and _workspace(each) in numbers]


def reading(cohort: Cohort, name: str, student: str) -> Reading:
    """Return what a reader gave for a hand-in: points, comments, ticks, and if it is set aside."""
    from nbgrader.api import MissingEntry

    rows: dict[str, list[Any]] = {}
    comments: dict[str, str] = {}
    with cohort.gradebook() as book, suppress(MissingEntry):
        notebook = book.find_submission_notebook(name, name, student)
        rows = {
            each.name: [each.manual_score, each.needs_manual_grade]
            for each in notebook.grades
            if each.manual_score is not None
        }
        comments = {
            each.name: each.manual_comment for each in notebook.comments if each.manual_comment
        }
    ticked = rubric.all_ticked(cohort, name, student)
    note = graded_note(cohort, student, name)
    graded = note.read_text(encoding="utf-8") if note.is_file() else ""
    given = {"rows": rows, "comments": comments, "ticked": ticked, "graded": graded}
    return {**given, "aside": aside.is_aside(cohort, name, student)}


def give_reading(cohort: Cohort, name: str, student: str, given: Reading) -> None:
    """Put what a reader gave beside a hand-in; it waits for grading, which leaves it alone."""
    if given.get("aside"):
        aside.put(cohort, name, student, {student})
    if not given["rows"] and not given["comments"]:
        return
    with cohort.gradebook() as book, book.db.no_autoflush:
        book.update_or_create_submission(name, student)
        notebook = book.find_submission_notebook(name, name, student)
        for each in notebook.grades:
            if each.name in given["rows"]:
                each.manual_score, each.needs_manual_grade = given["rows"][each.name]
        for each in notebook.comments:
            each.manual_comment = given["comments"].get(each.name)
        book.db.commit()
    for cell, ticked in given["ticked"].items():
        rubric.keep_ticked(cohort, name, student, cell, ticked)
    write_text(graded_note(cohort, student, name), given["graded"])


def take_away(cohort: Cohort, name: str, student: str) -> None:
    """Delete somebody's hand-in to an exercise and all that was made of it.

    What was put away stays.
    """
    clear(cohort, name, student)
    remove(cohort.step("submitted", student, name))


def clear(cohort: Cohort, name: str, student: str) -> None:
    """Delete all that was made of a hand-in: points, what a reader gave, pages."""
    from nbgrader.api import MissingEntry

    with cohort.gradebook() as book, suppress(MissingEntry):
        book.remove_submission(name, student)
    for step in ("feedback", "autograded"):
        remove(cohort.step(step, student, name))
    for path in (
        graded_note(cohort, student, name),
        cohort.own(aside.FOLDER, name, f"{student}.txt"),
        cohort.own(RAN, name, f"{student}.json"),
        cohort.own("read", name, f"{student}.json"),
        cohort.page(student, name),
    ):
        delete(path)


def _workspace(kept: Path) -> str:
    return workspace_of({path.name: path.read_bytes() for path in kept.glob("*.json")})


def _all(cohort: Cohort, name: str, student: str) -> list[Path]:
    """Return what was put away, the oldest first."""
    found = _place(cohort, name, student).glob("*")
    return sorted((each for each in found if each.name.isdigit()), key=lambda each: int(each.name))


def _place(cohort: Cohort, name: str, student: str) -> Path:
    return cohort.own(FOLDER, name, student)
