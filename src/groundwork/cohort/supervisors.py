"""Who of a cohort supervises somebody in it: told by the roster or by a person, never guessed.

A count of who is stuck is never shown while a supervisor is enrolled. So nobody counts as no
supervisor before that was said of them.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.roster import Person
from groundwork.learner.files import write_text

FILE = "supervisors.json"
FORMAT = 1


@dataclass(frozen=True)
class Told:
    """What is known: of whom it was said that they do, and that they do not."""

    do: frozenset[str] = frozenset()
    do_not: frozenset[str] = frozenset()

    def unknown(self, people: Iterable[Person]) -> list[Person]:
        """Return those of whom nobody has said anything."""
        return [each for each in people if each.id not in self.do | self.do_not]

    def enrolled(self, people: Iterable[Person]) -> list[Person]:
        """Return those who supervise somebody."""
        return [each for each in people if each.id in self.do]


def read(cohort: Cohort) -> Told:
    """Return what was said so far; nothing where the file is missing or damaged."""
    try:
        found = json.loads(cohort.own(FILE).read_text(encoding="utf-8"))
        return Told(*(frozenset(map(str, found[name])) for name in ("do", "do_not")))
    except (OSError, ValueError, KeyError, TypeError):
        return Told()


def keep(cohort: Cohort, do: Iterable[str], do_not: Iterable[str]) -> Told:
    """Keep what was said of some people; what was said of others stays."""
    before, yes, no = read(cohort), frozenset(do), frozenset(do_not)
    told = Told((before.do - no) | yes, (before.do_not - yes) | no)
    if told != before:
        _write(cohort, told)
    return told


def forget(cohort: Cohort, id: str) -> None:
    """Keep nothing of one person any more."""
    told = read(cohort)
    if id in told.do | told.do_not:
        _write(cohort, Told(told.do - {id}, told.do_not - {id}))


def _write(cohort: Cohort, told: Told) -> None:
    content = {"format": FORMAT, "do": sorted(told.do), "do_not": sorted(told.do_not)}
    write_text(cohort.own(FILE), json.dumps(content, indent=1) + "\n", owner_only=True)
