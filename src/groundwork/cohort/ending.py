"""Put a cohort away, and forget a person or all of it."""

import zipfile
from contextlib import suppress
from pathlib import Path

from groundwork.cohort import alone
from groundwork.cohort.course_folder import OWN, TO_GIVE_BACK, Cohort, is_safe_id, remove
from groundwork.cohort.invitations import FOLDER as INVITATIONS
from groundwork.learner.files import PRIVATE, delete, replace
from groundwork.subject.errors import UserError

PASSING = ((OWN, "making"), (OWN, alone.FOLDER))  # what is there while a command works
STEPS = ("submitted", "autograded", "feedback")
ELSEWHERE = (
    "What lies elsewhere is not deleted: archives that were packed, files and pages that were "
    "sent, and what is in an exchange."
)


def archive_of(cohort: Cohort) -> Path:
    """Return where a cohort is packed by default: beside its folder."""
    root = cohort.root.resolve()
    return root.with_name(f"{root.name}.zip")


def archive(cohort: Cohort, target: Path) -> int:
    """Write all of a cohort's folder into a zip file, and return how many files it holds.

    Raises
    ------
    UserError
        When there is a file of that name already.
    """
    if target.exists():
        raise UserError(f"{target} is there already.", "Give another name with --to.")
    paths = [path for path in sorted(cohort.root.rglob("*")) if path.is_file()]
    paths = [path for path in paths if not path.is_symlink() and path != target]
    inner = {path: path.relative_to(cohort.root) for path in paths}
    paths = [path for path in paths if inner[path].parts[:2] not in PASSING]
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in paths:
                packed.write(path, (Path(cohort.root.name) / inner[path]).as_posix())
        part.chmod(PRIVATE)
        replace(part, target)
    finally:
        delete(part)
    return len(paths)


def forget_person(cohort: Cohort, id: str, *, off_list: bool = False) -> None:
    """Delete all work of one person that a cohort's folder holds: hand-ins, points, pages.

    Files go first and rows last, so that it can be done again where it was stopped. Tables go too,
    since the person stands in them; they are written again when somebody asks for them.

    Parameters
    ----------
    off_list
        Whether the person goes too, with their invitation: off the list of those who take part.

    Raises
    ------
    UserError
        When nobody there has that id.
    """
    from groundwork.cohort import aside, earlier, supervisors, waiting
    from groundwork.cohort.begin import people_of
    from groundwork.cohort.export import WRITERS
    from groundwork.cohort.learners_code import RAN
    from groundwork.cohort.whose import Matched

    if not is_safe_id(id):
        raise UserError(f"{id!r} is no id of this cohort.", "groundwork cohort status lists them.")
    is_known = False
    folders = [cohort.root / step / id for step in STEPS]
    folders += cohort.own(earlier.FOLDER).glob(f"*/{id}")
    matched = Matched.read(cohort.own("matched.json"))
    theirs = {number for number, owner in matched.owners.items() if owner == id}
    folders += earlier.of_workspaces(cohort, theirs)  # also what was taken for somebody else once
    folders += [cohort.root / INVITATIONS / id] if off_list else []
    for folder in folders:
        is_known = is_known or folder.is_dir()
        remove(folder)
    for path in [
        *cohort.own("graded").glob(f"*/{id}.txt"),
        *cohort.own(aside.FOLDER).glob(f"*/{id}.txt"),
        *cohort.own(RAN).glob(f"*/{id}.json"),
        *cohort.own("read").glob(f"*/{id}.json"),
        *(cohort.root / TO_GIVE_BACK).glob(f"*/{id}.html"),
    ]:
        is_known = True
        delete(path)
    for kind in WRITERS:
        for table in cohort.root.glob(f"*_{kind}.csv"):
            delete(table)
    waiting.forget(cohort, id, people_of(cohort), matched.owners)
    matched.forget(id)
    if off_list:
        supervisors.forget(cohort, id)
    if not (_forget_rows(cohort, id, off_list) or is_known):
        raise UserError(
            f"Nobody in this cohort has the id {id}.", "groundwork cohort status lists them."
        )


def _forget_rows(cohort: Cohort, id: str, off_list: bool) -> bool:
    """Delete what the gradebook holds of somebody; return whether it knew the person."""
    from nbgrader.api import MissingEntry

    with cohort.gradebook() as book, suppress(MissingEntry):
        handed_in = [each.assignment.name for each in book.find_student(id).submissions]
        for name in handed_in:
            book.remove_submission(name, id)
        if off_list:
            book.remove_student(id)
        return True
    return False


def forget(cohort: Cohort) -> None:
    """Delete a cohort's folder and all that is in it."""
    cohort.about()  # refuses a folder that is no cohort's
    with alone.alone(cohort, "deleting it"):
        pass  # Windows deletes no file that is open, as the lock is while it is held
    remove(cohort.root)
