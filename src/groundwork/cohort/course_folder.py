"""A cohort's folder: a course folder of nbgrader's, with what our commands keep beside it.

::

    cohort.json            its name, and the time zone of its deadlines
    nbgrader_config.py     lets nbgrader, and its pages in JupyterLab, do as our commands do
    gradebook.db           nbgrader's gradebook
    source/EXERCISE        the exercise as this cohort was given it
    release/EXERCISE       what learners get
    submitted/ID/EXERCISE  what was handed in
    autograded, feedback   what nbgrader keeps of it
    invitations/ID         the file by which hand-ins of one person are known, where you invited
    .groundwork            what was matched, and which texts were there when a person read them
    .groundwork/waiting    what arrived and waits for a person's word
    .groundwork/earlier    hand-ins that one from another workspace took the place of
"""

import json
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groundwork.cohort.frozen import Frozen, is_ours, load
from groundwork.learner.files import HeldError, delete, patiently, replace, write_text
from groundwork.learner.update import ABANDONED_AFTER
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

CONSOLE = "cohort_console.ipynb"
ABOUT, CONFIG, OWN = "cohort.json", "nbgrader_config.py", ".groundwork"
GRADEBOOK = "gradebook.db"
TO_GIVE_BACK = "to_give_back"
KEPT_THERE = (  # what is in the folder, by name
    *("source", "release", "submitted", "autograded", "feedback", "invitations", "to_learners"),
    *(TO_GIVE_BACK, OWN, GRADEBOOK, CONFIG, ABOUT, CONSOLE),
)
AS_HANDED_IN = "as_handed_in"  # beside a laid-in notebook: what could not be read as one
TIMESTAMP = "timestamp.txt"
SECRET = "submission_secret.txt"  # nbgrader's own, by which feedback finds its way back
FORMER, WHERE = ".former", ".where"  # what a folder in the making takes the place of
AGAIN = "_again"  # behind the name of an exercise that was released anew, before its number
FORMAT = 1
SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")
# Windows keeps these for itself, whatever stands behind a point.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Cohort:
    """The folder of one cohort."""

    root: Path

    def about(self) -> dict[str, Any]:
        """Return what the cohort's own file says.

        Raises
        ------
        UserError
            When the folder is no cohort's.
        """
        path = self.root / ABOUT
        try:
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(found["name"], str) and isinstance(found["zone"], str):
                return found
        except (OSError, ValueError, KeyError, TypeError):
            pass
        raise UserError(
            f"{self.root} is not a cohort's folder: there is no {ABOUT} in it that can be read.",
            "Give the folder that was made by: groundwork cohort new FOLDER ROSTER.csv",
        )

    def exchange(self) -> str:
        """Return the folder of nbgrader's exchange; "" for none, as always on Windows."""
        return "" if os.name == "nt" else str(self.about().get("exchange", ""))

    def exercises(self) -> list[str]:
        """Return the names of our exercises that were released to this cohort."""
        released = sorted((self.root / "release").glob("*/*.ipynb"))
        names = [path.parent.name for path in released if path.stem == path.parent.name]
        return [name for name in names if is_ours(self.source(name))]

    def releases_of(self, name: str) -> list[str]:
        """Return the releases of an exercise of the course that this cohort has, oldest first."""
        folders = [path.name for path in (self.root / "source").glob(f"{name}*")]
        later = [each for each in folders if re.fullmatch(rf"{re.escape(name)}{AGAIN}\d+", each)]
        first = [name] if name in folders else []
        return first + sorted(later, key=lambda each: int(each.rpartition(AGAIN)[2]))

    def source(self, name: str) -> Path:
        """Return the folder of the cohort's own copy of an exercise."""
        return self.root / "source" / name

    def frozen(self, name: str) -> Frozen:
        """Return an exercise as this cohort was given it."""
        return load(self.source(name), self.root / "release" / name / f"{name}.ipynb")

    def step(self, step: str, student: str, name: str) -> Path:
        """Return a folder of one hand-in: ``submitted``, ``autograded`` or ``feedback``."""
        return self.root / step / student / name

    def students_with(self, name: str) -> list[str]:
        """Return who handed in an exercise."""
        return sorted(path.parent.name for path in (self.root / "submitted").glob(f"*/{name}"))

    def handed_in(self, student: str, name: str) -> dict[str, bytes]:
        """Return the files of a hand-in; a notebook as it came, where another was laid in."""
        folder = self.step("submitted", student, name)
        found = {path.name: path.read_bytes() for path in _files(folder)}
        aside = folder / AS_HANDED_IN
        if aside.is_dir():
            found.pop(f"{name}.ipynb", None)
            found |= {path.name: path.read_bytes() for path in _files(aside)}
        return found

    def page(self, student: str, name: str) -> Path:
        """Return the file of the page that somebody gets back; it is there once it was made."""
        return self.pages(name) / f"{student}.html"

    def pages(self, name: str) -> Path:
        """Return the folder of the pages that are given back."""
        return self.root / TO_GIVE_BACK / name

    def own(self, *parts: str) -> Path:
        """Return a path in the folder that our commands keep for themselves."""
        return self.root.joinpath(OWN, *parts)

    def db_url(self) -> str:
        """Return where the gradebook is, as SQLAlchemy writes it.

        Raises
        ------
        UserError
            When the folder's name holds a sign at which SQLAlchemy ends the name of the file.
        """
        if "?" in str(self.root):
            raise UserError(f"{self.root} has a question mark in it.", "Give it another name.")
        return f"sqlite:///{self.root / GRADEBOOK}"

    @contextmanager
    def gradebook(self, begins: bool = False) -> Iterator["Gradebook"]:
        """Open nbgrader's gradebook.

        Parameters
        ----------
        begins
            Whether a new one may be made: nbgrader makes one where there is none, and a cohort
            whose gradebook is gone would seem to have nobody in it.

        Raises
        ------
        UserError
            When it is gone, another program holds it, or it is damaged.
        """
        from nbgrader.api import Gradebook
        from sqlalchemy.exc import DatabaseError

        if not begins and not (self.root / GRADEBOOK).is_file():
            raise UserError(
                f"{GRADEBOOK} is gone from {self.root}: people, points and comments are in it.",
                "Put it back from a copy or an archive. Where there is none, do “cohort new” with "
                "the list of people, then release and grade once more: what was handed in is still "
                "there, and what a person gave is lost.",
            )

        try:
            with tools_on_path(), Gradebook(self.db_url(), course_id(self.root)) as book:
                yield book
        except DatabaseError as error:
            raise UserError(
                f"The gradebook in {self.root} could not be used: {error.orig}.",
                "If another program has it open, close it there. Then do the same again: what was "
                "graded so far is kept.",
            ) from error


def in_the_course(release: str) -> str:
    """Return what the course calls the exercise that a release is of."""
    return re.sub(rf"{AGAIN}\d+$", "", release)


def course_id(root: Path) -> str:
    """Return what nbgrader and its exchange call the cohort."""
    return str(Cohort(root).about().get("course_id", "default_course"))


def _files(folder: Path) -> list[Path]:
    """Return the plain files of a folder; a link is none."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if stat.S_ISREG(path.lstat().st_mode)]


@contextmanager
def tools_on_path() -> Iterator[None]:
    """Let nbgrader find `alembic`, which it calls by name when it makes a gradebook."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def tidy(cohort: Cohort) -> None:
    """Put back what a stopped command had taken away, and delete what it left half made.

    The latter once nobody can be working on it any more.
    """
    for note in cohort.own("making").glob(f"*{WHERE}"):
        with suppress(HeldError):
            _settle(cohort, note.with_suffix(""))
    _delete_abandoned(cohort.own("making").glob("*"))


def sweep(cohort: Cohort) -> None:
    """Delete files that were left half written anywhere: it looks through the whole folder."""
    _delete_abandoned(cohort.root.rglob(".*.part"))


def _delete_abandoned(paths: Iterable[Path]) -> None:
    for path in list(paths):
        with suppress(HeldError, FileNotFoundError):  # others delete there too
            if time.time() - path.stat().st_mtime > ABANDONED_AFTER:
                remove(path) if path.is_dir() else delete(path)


def is_safe_id(text: str) -> bool:
    """Whether a text can be the name of a learner's folder on every system."""
    usable = SAFE_ID.fullmatch(text) and not RESERVED.fullmatch(text)
    return bool(usable) and not text.endswith(".")


@contextmanager
def whole_folder(cohort: Cohort, target: Path) -> Iterator[Path]:
    """Give a folder to fill, then put it into the place of another, whole or not at all.

    The other one is put away first, and comes back where the new one did not come: here, or after
    a kill by whatever command is next (:func:`tidy`).
    """
    making = cohort.own("making", secrets.token_hex(6))
    making.mkdir(parents=True)
    try:
        yield making
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            inner = target.relative_to(cohort.root).as_posix()
            write_text(making.with_suffix(WHERE), f"{inner}\n")
            replace(target, making.with_suffix(FORMER))
        replace(making, target)
    finally:
        for clean in (lambda: _settle(cohort, making), lambda: remove(making)):
            with suppress(HeldError):  # else :func:`tidy` does it
                clean()


def _settle(cohort: Cohort, making: Path) -> None:
    """Delete what was put away for a new folder, or put it back where no new one came."""
    note, former = making.with_suffix(WHERE), making.with_suffix(FORMER)
    try:
        target = cohort.root / note.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return
    if former.is_dir() and not target.exists():
        replace(former, target)
    remove(former)
    delete(note)


def remove(folder: Path) -> None:
    """Delete a folder that may hold files which nobody may write."""
    if not folder.is_dir():
        return
    if os.name == "nt":
        for path in folder.rglob("*"):
            path.chmod(stat.S_IWRITE)
    patiently(lambda: shutil.rmtree(folder), folder, "deleted")


def make(root: Path, name: str, zone: str, course: str, exchange: str = "") -> Cohort:
    """Write the two files that make a folder a cohort's; a second time changes nothing."""
    about = {"format": FORMAT, "name": name, "zone": zone, "course_id": course}
    if exchange:
        about["exchange"] = exchange
    write_text(root / ABOUT, json.dumps(about, indent=1, ensure_ascii=False) + "\n")
    write_text(root / CONFIG, CONFIG_TEXT)
    return Cohort(root)


CONFIG_TEXT = '''\
"""Settings of nbgrader for this cohort: its pages in JupyterLab do as `groundwork cohort` does."""

from pathlib import Path

from groundwork.cohort.settings import configure

configure(get_config(), Path(__file__).parent)  # noqa: F821
'''
