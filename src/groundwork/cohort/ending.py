"""Put a cohort away, and forget a person or all of it."""

import zipfile
from contextlib import suppress
from pathlib import Path

from groundwork.cohort import alone
from groundwork.cohort.invitations import FOLDER as INVITATIONS
from groundwork.cohort.place import OWN, Cohort, is_safe_id, remove
from groundwork.learner.files import PRIVATE, delete, replace
from groundwork.subject.errors import UserError

PASSING = ((OWN, "making"), (OWN, alone.FOLDER))  # what is there while a command works
STEPS = ("submitted", "autograded", "feedback", INVITATIONS)
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


def forget_person(cohort: Cohort, id: str) -> None:
    """Delete all that a cohort's folder holds of one person: rows, hand-ins, pages, feedback.

    Files go first and the row last, so that it can be done again where it was stopped. Tables go
    too, since the person stands in them; they are written again when somebody asks for them.

    Raises
    ------
    UserError
        When nobody there has that id.
    """
    from nbgrader.api import MissingEntry

    from groundwork.cohort import aside, supervisors
    from groundwork.cohort.export import WRITERS
    from groundwork.cohort.giving_back import FILES
    from groundwork.cohort.learners_code import RAN
    from groundwork.cohort.whose import Matched

    is_known = False
    if not is_safe_id(id):
        raise UserError(f"{id!r} is no id of this cohort.", "groundwork cohort status lists them.")
    for folder in (cohort.root / step / id for step in STEPS):
        is_known = is_known or folder.is_dir()
        remove(folder)
    for path in [
        *cohort.own("graded").glob(f"*/{id}.txt"),
        *cohort.own(aside.FOLDER).glob(f"*/{id}.txt"),
        *cohort.own(RAN).glob(f"*/{id}.json"),
        *cohort.own("read").glob(f"*/{id}.json"),
        *(cohort.root / FILES).glob(f"*/{id}.html"),
    ]:
        is_known = True
        delete(path)
    for kind in WRITERS:
        for table in cohort.root.glob(f"*_{kind}.csv"):
            delete(table)
    Matched.read(cohort.own("matched.json")).forget(id)
    supervisors.forget(cohort, id)
    with cohort.gradebook() as book, suppress(MissingEntry):
        book.remove_student(id)
        is_known = True
    if not is_known:
        raise UserError(
            f"Nobody in this cohort has the id {id}.", "groundwork cohort status lists them."
        )


def forget(cohort: Cohort) -> None:
    """Delete a cohort's folder and all that is in it."""
    cohort.about()  # refuses a folder that is no cohort's
    with alone.alone(cohort, "deleting it"):
        pass  # Windows deletes no file that is open, as the lock is while it is held
    remove(cohort.root)
