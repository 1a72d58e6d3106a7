"""Collect from nbgrader's exchange as safely as from a folder.

nbgrader's own collector takes a hand-in under another's name with a warning, and follows links that
lead to the grader's own files. This one takes what belongs to who it says it is from, file by file.
"""

import pwd
import stat
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect

from groundwork.cohort import invitations
from groundwork.cohort.arrivals import LARGEST_FILE
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, SECRET, Line, copied_from, is_of_a_hand_in, take
from groundwork.cohort.handed_in import read_answers
from groundwork.cohort.place import Cohort, is_safe_id
from groundwork.cohort.whose import Matched
from groundwork.subject.errors import UserError


def from_exchange(cohort: Cohort, names: Iterable[str]) -> list[Line]:
    """Collect exercises from the exchange of a cohort, and return what became of each hand-in."""
    from groundwork.cohort.begin import api_of

    found = []
    for name in names:
        api = api_of(cohort, name)
        step = SafeCollect(coursedir=api.coursedir, authenticator=api.authenticator, parent=api)
        step.update = True
        step.start()
        found += step.lines
    return found


class SafeCollect(ExchangeCollect):
    """nbgrader's collector, for formgrader's button and for our command."""

    src_records: list[dict[str, Any]]

    def init_src(self) -> None:
        """Look for hand-ins as nbgrader does, and have a list for what became of them."""
        super().init_src()
        self.lines: list[Line] = []

    def copy_files(self) -> None:
        """Take each hand-in that belongs to who it says it is from; of ours, its answers alone."""
        place = Cohort(Path(self.coursedir.root))
        name = self.coursedir.assignment_id
        if name not in place.exercises():
            super().copy_files()  # another's exercise is collected as nbgrader does it
            return
        for record in self.src_records:
            folder, student = Path(self.inbound_path) / record["filename"], record["username"]
            try:
                files = read_safely(folder, student)
            except UserError as error:
                self.log.error(str(error))
                self.lines.append(Line(folder.name, LEFT, str(error), student, name))
                continue
            self.lines.append(self._take(place, name, student, files, record["timestamp"]))

    def _take(
        self, place: Cohort, name: str, student: str, files: dict[str, bytes], when: datetime
    ) -> Line:
        given = read_answers(files)
        number = str(given.about.get("handin", ""))
        matched = Matched.read(place.own("matched.json"))
        invited = invitations.invited(place, people_of(place), given.about)
        owner = invited.id if invited else matched.owners.get(number, student)
        other = owner if owner != student else copied_from(place, given, student, name)
        if other:
            said = f"It holds the work of {other}, and came from {student}. Ask both whose it is."
            self.log.error(said)
            return Line(student, LEFT, said, student, name)
        beside = {SECRET: files[SECRET]} if SECRET in files else {}
        state, said = take(place, place.frozen(name), student, files, when, beside)
        matched.note(number, student)
        return Line(student, state, said, student, name)


def read_safely(folder: Path, student: str) -> dict[str, bytes]:
    """Return the files of a hand-in in the exchange.

    Raises
    ------
    UserError
        When it does not belong to the account that it is named after, or holds links.
    """
    owner, account = folder.lstat().st_uid, account_of(folder)
    if account != student or not is_safe_id(student):
        raise UserError(
            f"{folder.name} says it is from {student}, and the account {account} put it there.",
            "It was not taken. Ask both.",
        )
    found = {}
    for path in sorted(folder.rglob("*")):
        about = path.lstat()
        if stat.S_ISDIR(about.st_mode):
            continue
        if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1:
            raise UserError(
                f"{folder.name} holds {path.name}, which leads to another file.",
                "It was not taken. Ask the learner to hand in again.",
            )
        if path.parent != folder or about.st_uid != owner:
            continue
        if is_of_a_hand_in(path.name) or path.name == SECRET:
            if about.st_size > LARGEST_FILE:
                raise UserError(f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB.")
            found[path.name] = path.read_bytes()
    return found


def account_of(folder: Path) -> str:
    """Return the name of the account that a folder belongs to."""
    owner = folder.lstat().st_uid
    try:
        return pwd.getpwuid(owner).pw_name
    except KeyError:
        return f"number {owner}"
