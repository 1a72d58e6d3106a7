"""What waits for a person's word, kept in the cohort's own folder so that a stop costs nothing.

Each arrival has a folder that its owner alone can read: its files, numbered, and what is asked.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from groundwork.cohort import handed_in, invitations, whose
from groundwork.cohort.arrived import Arrival
from groundwork.cohort.course_folder import Cohort, is_safe_id, remove
from groundwork.cohort.judge import name_of
from groundwork.cohort.roster import Person
from groundwork.learner.files import write_bytes, write_text
from groundwork.subject.errors import UserError

FOLDER, ABOUT = "waiting", "about.json"
FORMAT = 1


@dataclass(frozen=True)
class Waits:
    """One arrival that waits, and what the page shows of it.

    Parameters
    ----------
    line
        What is asked, as the page gets it.
    heard
        The keys of what was told of it.
    """

    key: str
    arrival: Arrival
    line: dict[str, Any]
    heard: frozenset[str] = frozenset()

    def work(self) -> str:
        """Return a short name of the work in it, which copies share."""
        return work_of(self.arrival)


def work_of(arrival: Arrival) -> str:
    """Return a short name of the work in an arrival, which copies of one file share."""
    return handed_in.read_answers(arrival.files).fingerprint() or name_of(arrival.files)


def keep(cohort: Cohort, waits: Waits) -> Waits:
    """Keep an arrival until somebody has decided about it, and return it with its key."""
    key = waits.key or secrets.token_hex(6)
    waits = replace(waits, key=key, line={**waits.line, "key": key})
    arrival, folder = waits.arrival, cohort.own(FOLDER, key)
    for number, content in enumerate(arrival.files.values()):
        write_bytes(folder / str(number), content, owner_only=True)
    about = {
        "format": FORMAT,
        "where": arrival.where,
        "hints": arrival.hints,
        "refused": arrival.refused,
        "names": list(arrival.files),
        "line": waits.line,
        "heard": sorted(waits.heard),
    }
    text = json.dumps(about, ensure_ascii=True)
    write_text(folder / ABOUT, f"{text}\n", owner_only=True)  # the last: with it all is there
    return waits


def read(cohort: Cohort, key: str) -> Waits:
    """Return what waits under a key.

    Raises
    ------
    UserError
        When it does not wait any more.
    """
    found = _read(cohort.own(FOLDER, key)) if is_safe_id(key) else None
    if found is None:
        raise UserError("This file does not wait here any more.", "Choose it again.")
    return found


def everything(cohort: Cohort) -> list[Waits]:
    """Return all that waits, in the order of the files' names."""
    found = (_read(folder) for folder in cohort.own(FOLDER).glob("*"))
    return sorted(filter(None, found), key=lambda each: (each.arrival.where, each.key))


def drop(cohort: Cohort, key: str) -> None:
    """Let an arrival wait no more, and delete what was kept of it."""
    if is_safe_id(key):
        remove(cohort.own(FOLDER, key))


def forget(cohort: Cohort, id: str, people: Sequence[Person], owners: Mapping[str, str]) -> None:
    """Delete what waits and seems to be one person's; what is another's tells of them no more.

    Parameters
    ----------
    owners
        Workspace to id, as somebody has said it before.
    """
    told = {f"copy {id}", f"workspace {id}"}
    for each in everything(cohort):
        if _is_of(cohort, each, id, people, owners):
            drop(cohort, each.key)
        elif told & each.heard:  # what else speaks against it is looked at again once it is taken
            question = f"Is {each.arrival.where} from {each.line['who']}?"
            line = {**each.line, "question": question, "said": question}
            keep(cohort, replace(each, line=line, heard=each.heard - told))


def _is_of(
    cohort: Cohort, waits: Waits, id: str, people: Sequence[Person], owners: Mapping[str, str]
) -> bool:
    """Whether what waits seems to be one person's, and, for a copy of theirs, nobody else's."""
    given = handed_in.read_answers(waits.arrival.files)
    person = waits.line["person"]
    if person == id or owners.get(given.workspace()) == id:
        return True
    invited = invitations.invited(cohort, people, given.about)
    seems = whose.guess(people, waits.arrival.hints, given.workspace(), owners, invited).person
    is_theirs = seems is not None and seems.id == id
    return not person and (is_theirs or f"copy {id}" in waits.heard)


def _read(folder: Path) -> Waits | None:
    """Return what a folder holds; None where it was only half written."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        files = {name: (folder / str(at)).read_bytes() for at, name in enumerate(about["names"])}
        arrival = Arrival(about["where"], tuple(about["hints"]), files, list(about["refused"]))
        return Waits(folder.name, arrival, dict(about["line"]), frozenset(about["heard"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
