"""Collect from nbgrader's exchange as safely as from a folder.

nbgrader's own collector takes a hand-in under another's name with a warning, and follows links that
lead to the grader's own files. This one takes what belongs to who it says it is from, file by file.
"""

import glob
import os
import pwd
import stat
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect

from groundwork.cohort import invitations
from groundwork.cohort.alone import alone
from groundwork.cohort.api import api_of, done
from groundwork.cohort.arrived import NOT_READ, is_program, is_zip, put
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import (
    LEFT,
    TAKEN,
    Ask,
    Line,
    nobody,
    refused,
    take,
)
from groundwork.cohort.contents import content_of_open
from groundwork.cohort.copies import Works
from groundwork.cohort.course_folder import SECRET, Cohort, is_safe_id
from groundwork.cohort.earlier import is_there
from groundwork.cohort.handed_in import is_of_a_hand_in, read_answers
from groundwork.cohort.whose import Matched
from groundwork.learner.files import HeldError
from groundwork.subject.errors import UserError


def from_exchange(
    cohort: Cohort, names: Iterable[str], ask: Ask = nobody, student: str = ""
) -> list[Line]:
    """Collect exercises from the exchange of a cohort, and return what became of each hand-in.

    Whose a hand-in is its account tells; a copy of another's work is asked about.

    Parameters
    ----------
    student
        The one person whose hand-ins are looked at; everybody's, where none is named.

    Raises
    ------
    UserError
        When the exchange is not there, or cannot be read.
    """
    found = []
    for name in names:
        api = api_of(cohort, name)
        step = SafeCollect(coursedir=api.coursedir, authenticator=api.authenticator, parent=api)
        step.update, step.ask = True, ask
        step.coursedir.student_id = glob.escape(student) or "*"
        try:
            step.start()
        except (ExchangeError, OSError) as error:
            raise UserError(
                f"The exchange in {cohort.exchange()} could not be read: {error}.",
                "Look whether the folder is there and open to you, then collect again.",
            ) from error
        found += step.lines
    return found


def release_to_exchange(cohort: Cohort, name: str) -> None:
    """Lay an exercise into the exchange; what is there already and whole stays as it is.

    What others may put there nobody but they and the grader may take away: nbgrader leaves the
    exchange, and the folder that hand-ins go into, open to everybody.
    """
    api = api_of(cohort, name)
    place = Path(cohort.exchange()) / cohort.about()["course_id"]
    ours, theirs = cohort.root / "release" / name, place / "outbound" / name
    if _contents(ours) != _contents(theirs):
        api.config.ExchangeReleaseAssignment.force = True
        done(api.release_assignment(name), "The exchange did not take it")
    for folder in (place.parent, place / "inbound"):
        about = folder.stat()
        if about.st_uid == os.geteuid():
            folder.chmod(stat.S_IMODE(about.st_mode) | stat.S_ISVTX)


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class SafeCollect(ExchangeCollect):
    """nbgrader's collector, for formgrader's button and for our command."""

    src_records: list[dict[str, Any]]
    ask: Ask = staticmethod(nobody)

    def init_src(self) -> None:
        """Look for the newest hand-in of each account, and have a list for what became of them."""
        self.lines: list[Line] = []
        super().init_src()

    def _path_to_record(self, path: str) -> dict[str, Any]:
        """Return a hand-in as nbgrader knows it, never newer than it is; one of no form as old."""
        try:
            found: dict[str, Any] = super()._path_to_record(path)
            came = datetime.fromtimestamp(Path(path).lstat().st_ctime, UTC).replace(tzinfo=None)
            return {**found, "timestamp": min(found["timestamp"], came)}
        except Exception:  # whatever a name makes a reader of times do, the others are collected
            name = Path(path).name
            return {"username": name, "filename": name, "timestamp": datetime.min}

    def _sort_by_timestamp(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return hand-ins under one name, the newest first; those of its own account before all."""
        ordered: list[dict[str, Any]] = super()._sort_by_timestamp(records)
        if self.coursedir.assignment_id not in Cohort(Path(self.coursedir.root)).exercises():
            return ordered
        own = [each for each in ordered if self._is_own(each)]
        for each in ordered:
            if own and each not in own:
                self._refuse(each, not_own(Path(self.inbound_path) / each["filename"]))
        return own or ordered

    def _is_own(self, record: dict[str, Any]) -> bool:
        return account_of(Path(self.inbound_path) / record["filename"]) == record["username"]

    def _refuse(self, record: dict[str, Any], error: UserError) -> None:
        student, name = record["username"], self.coursedir.assignment_id
        self.log.error(str(error))
        self.lines.append(Line(record["filename"], LEFT, str(error), student, name))

    def copy_files(self) -> None:
        """Take each hand-in that belongs to who it says it is from; of ours, its answers alone."""
        place = Cohort(Path(self.coursedir.root))
        name = self.coursedir.assignment_id
        if name not in place.exercises():
            super().copy_files()  # another's exercise is collected as nbgrader does it
            return
        with alone(place, "collecting"):
            self._copy(place, name)

    def _copy(self, place: Cohort, name: str) -> None:
        self.works = Works(place)
        for record in self.src_records:
            folder, student = Path(self.inbound_path) / record["filename"], record["username"]
            try:
                found = read_safely(folder, student)
            except UserError as error:
                self._refuse(record, error)
                continue
            try:
                line = self._take(place, name, student, found.files, record["timestamp"])
            except (OSError, HeldError) as error:  # costs the others nothing
                said = f"It could not be written: {refused(error)}"
                line = Line(student, LEFT, said, student, name)
            told = " ".join(filter(None, [line.said, *found.left]))
            self.lines.append(replace(line, said=told))

    def _take(
        self, place: Cohort, name: str, student: str, files: dict[str, bytes], when: datetime
    ) -> Line:
        given = read_answers(files)
        number = given.workspace()
        matched = Matched.read(place.own("matched.json"))
        invited = invitations.invited(place, people_of(place), given.about)
        owner = invited.id if invited else matched.owners.get(number, student)
        copy = self.works.copied_from(given, student, name)
        other = owner if owner != student else copy.id if copy else ""
        if other and not is_there(place, name, student, files):
            question = (
                f"What {student} handed in by the exchange holds the work of {other}. "
                f"Take it for {student} all the same?"
            )
            if not self.ask(question, True):
                said = (
                    f"It holds the work of {other}, and came from {student}. Ask both whose it is."
                )
                self.log.error(said)
                return Line(student, LEFT, said, student, name, question)
        beside = {SECRET: files[SECRET]} if SECRET in files else {}
        state, said = take(place, place.frozen(name), student, files, when, beside)
        if state == TAKEN:
            self.works.note(given, student, name)
        if state != LEFT and not matched.owners.get(number):
            matched.note(number, student)
        return Line(student, state, said, student, name)


class Found(NamedTuple):
    """The files of a hand-in, and a sentence for each sort of file that was left."""

    files: dict[str, bytes]
    left: list[str]


def read_safely(folder: Path, student: str) -> Found:
    """Return the files of a hand-in in the exchange.

    Raises
    ------
    UserError
        When it does not belong to the account that it is named after, or holds links.
    """
    owner = folder.lstat().st_uid
    if account_of(folder) != student or not is_safe_id(student):
        raise not_own(folder)
    found: dict[str, bytes] = {}
    programs: list[str] = []
    zips: list[str] = []
    others: list[str] = []
    for path in sorted(folder.rglob("*")):
        about = path.lstat()
        if stat.S_ISDIR(about.st_mode):
            continue
        if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1:
            raise UserError(
                f"{folder.name} holds {path.name}, which leads to another file.",
                "It was not taken. Ask the learner to hand in again.",
            )
        wanted = path.parent == folder and (is_of_a_hand_in(path.name) or path.name == SECRET)
        if is_zip(path.name):
            zips.append(f"{path.name} was not read: a hand-in by the exchange is not packed.")
        elif is_program(path.name):
            programs.append(path.relative_to(folder).as_posix())
        elif wanted and about.st_uid != owner:
            others.append(f"{path.name} belongs to another account, and was not read.")
        elif wanted:
            content, told = _bytes(path, owner)
            others += [told] if told else []
            if path.name != SECRET or content.isalnum():
                put(found, path.name, content)
    first = [f"{each} {NOT_READ}" for each in programs[:1]]
    return Found(found, [*first, *zips[:1], *others])


def _bytes(path: Path, owner: int) -> tuple[bytes, str]:
    """Read a file that whoever owns it may put another into the place of, even now."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        raise UserError(f"{path.name} could not be read.", "It was not taken.") from None
    with os.fdopen(opened, "rb") as file:
        about = os.fstat(opened)
        if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1 or about.st_uid != owner:
            raise UserError(f"{path.name} leads to another file.", "It was not taken.")
        return content_of_open(file, path.name)


def not_own(folder: Path) -> UserError:
    """Return what is said of a hand-in that another account put there, or whose name tells none."""
    student = folder.name.split("+")[0]
    return UserError(
        f"{folder.name} says it is from {student}, and the account {account_of(folder)} put it "
        "there, or its name tells no time.",
        "It was not taken. Ask both.",
    )


def account_of(folder: Path) -> str:
    """Return the name of the account that a folder belongs to."""
    owner = folder.lstat().st_uid
    try:
        return pwd.getpwuid(owner).pw_name
    except KeyError:
        return f"number {owner}"
