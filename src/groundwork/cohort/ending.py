"""Put a cohort away, and forget a person or all of it."""

import zipfile
from pathlib import Path

from groundwork.cohort.place import OWN, Cohort, remove
from groundwork.learner.files import replace
from groundwork.subject.errors import UserError


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
    paths = [path for path in paths if path.relative_to(cohort.root).parts[:2] != (OWN, "making")]
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in paths:
                inner = Path(cohort.root.name) / path.relative_to(cohort.root)
                packed.write(path, inner.as_posix())
        replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    return len(paths)


def forget_person(cohort: Cohort, id: str) -> None:
    """Delete all that a cohort's folder holds of one person: rows, hand-ins, pages, feedback.

    Raises
    ------
    UserError
        When nobody there has that id.
    """
    from nbgrader.api import MissingEntry

    from groundwork.cohort import aside, supervisors
    from groundwork.cohort.giving_back import FILES
    from groundwork.cohort.invitations import FOLDER as INVITATIONS
    from groundwork.cohort.learners_code import RAN
    from groundwork.cohort.whose import Matched

    with cohort.gradebook() as book:
        try:
            book.remove_student(id)
        except MissingEntry:
            raise UserError(
                f"Nobody in this cohort has the id {id}.", "groundwork cohort status lists them."
            ) from None
    for step in ("submitted", "autograded", "feedback", INVITATIONS):
        remove(cohort.root / step / id)
    for path in [
        *cohort.own("graded").glob(f"*/{id}.txt"),
        *cohort.own(aside.FOLDER).glob(f"*/{id}.txt"),
        *cohort.own(RAN).glob(f"*/{id}.json"),
        *cohort.own("read").glob(f"*/{id}.json"),
        *(cohort.root / FILES).glob(f"*/{id}.html"),
    ]:
        path.unlink()
    Matched.read(cohort.own("matched.json")).forget(id)
    supervisors.forget(cohort, id)


def forget(cohort: Cohort) -> None:
    """Delete a cohort's folder and all that is in it."""
    cohort.about()  # refuses a folder that is no cohort's
    remove(cohort.root)
