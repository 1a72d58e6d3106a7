"""Whose hand-in is it? What it carries, what was said before, and what names suggest."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from groundwork.cohort.arrived import BEHIND_A_NAME
from groundwork.cohort.roster import Person, kept_plain
from groundwork.learner.files import write_text

SURE, SUGGESTED, UNKNOWN = "sure", "suggested", "unknown"
SHORTEST = 3  # letters of a last name that says something by itself


@dataclass
class Matched:
    """The numbers of workspaces whose owner a person has confirmed; kept as a file."""

    path: Path
    owners: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Matched":
        """Return what was confirmed before."""
        try:
            found = json.loads(path.read_text(encoding="utf-8"))["owners"]
            return cls(path, {str(number): str(owner) for number, owner in found.items()})
        except (OSError, ValueError, KeyError, AttributeError):
            return cls(path)

    def note(self, number: str, owner: str) -> None:
        """Keep that the workspace with a number is somebody's."""
        if number and self.owners.get(number) != owner:
            self.owners = {**Matched.read(self.path).owners, **self.owners, number: owner}
            self._write()

    def forget(self, owner: str) -> None:
        """Keep nothing of one owner any more."""
        self.owners = {number: each for number, each in self.owners.items() if each != owner}
        self._write()

    def _write(self) -> None:
        content = {"format": 1, "owners": dict(sorted(self.owners.items()))}
        write_text(self.path, json.dumps(content, indent=1) + "\n")


@dataclass(frozen=True)
class Guess:
    """Who a hand-in seems to be from; `person` is None where nothing tells.

    `against` is what speaks against it, "" for nothing.
    """

    person: Person | None
    how: str
    against: str = ""


def guess(
    people: Iterable[Person],
    hints: Iterable[str],
    number: str,
    owners: Mapping[str, str],
    invited: Person | None = None,
) -> Guess:
    """Say whose a hand-in seems to be.

    Parameters
    ----------
    hints
        The names around it, the nearest first.
    number
        What its workspace carries; the same in all hand-ins of one person.
    owners
        What was confirmed before, number to id.
    invited
        Whose invitation it carries; that counts first.

    Returns
    -------
    Guess
        `SURE` only where the invitation or the number is known, and nothing speaks against it.
    """
    everyone = {person.id: person for person in people}
    known = everyone.get(owners.get(number, ""))
    named = _named(everyone.values(), hints)
    if invited:
        others = {each.shown(): each for each in (known, named) if each not in (None, invited)}
        return Guess(invited, SUGGESTED if others else SURE, next(iter(others), ""))
    if known and named in (None, known):
        return Guess(known, SURE)
    return Guess(named, SUGGESTED) if named else Guess(None, UNKNOWN)


def _named(people: Iterable[Person], hints: Iterable[str]) -> Person | None:
    """Return the one person that a name near the hand-in fits best, or nobody.

    A name that is somebody's id is theirs; else what a learning-management system puts behind
    names counts for nothing.
    """
    people, hints = list(people), list(hints)
    for hint in hints:
        if same := [each for each in people if kept_plain(each.id) == kept_plain(hint).strip()]:
            return same[0] if len(same) == 1 else None
    for hint in filter(None, (BEHIND_A_NAME.split(each)[0] for each in hints)):
        plain = kept_plain(hint)
        words = set(re.findall(r"[a-z0-9]+", plain))
        joined = re.sub(r"[^a-z0-9]", "", plain)
        scores = {person: _fit(person, plain, words, joined) for person in people}
        best = max(scores.values(), default=0)
        fitting = [person for person, score in scores.items() if score == best]
        if best and len(fitting) == 1:
            return fitting[0]
    return None


def _fit(person: Person, plain: str, words: set[str], joined: str) -> int:
    """Return how well a name fits a person, 0 for not at all."""
    first, last = kept_plain(person.first), kept_plain(person.last)
    mail = kept_plain(person.email)
    if plain.strip() in (kept_plain(person.id), mail, mail.partition("@")[0] or "\0"):
        return 4
    firsts, lasts = set(first.split()), set(re.findall(r"[a-z0-9]+", last))
    together = (
        re.sub(r"[^a-z0-9]", "", f"{last}{first}"),
        re.sub(r"[^a-z0-9]", "", f"{first}{last}"),
    )
    if firsts and lasts and ((lasts <= words and firsts & words) or joined in together):
        return 3
    if kept_plain(person.id) in words:
        return 2
    return int(bool(lasts) and lasts <= words and len(last) >= SHORTEST)
