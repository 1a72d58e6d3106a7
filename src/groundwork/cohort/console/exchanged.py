"""What came by nbgrader's exchange, as the page shows it, and asked about where it is a copy."""

import re
from collections.abc import Generator, Sequence
from typing import Any

from groundwork.cohort import grading
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import AGREE, Line
from groundwork.cohort.console.arriving import as_shown
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.roster import Person
from groundwork.subject.errors import UserError


class Exchanged:
    """What was looked at in the exchange, and waits for a person's word.

    Parameters
    ----------
    cohort
        Whose exchange it is.
    """

    def __init__(self, cohort: Cohort) -> None:
        self._cohort = cohort
        self._waiting: dict[str, Line] = {}

    def collect(self, exercise: str) -> Generator[dict[str, Any], None, None]:
        """Take what is in the exchange, and yield what became of it."""
        from groundwork.cohort.exchange import from_exchange

        people = people_of(self._cohort)
        names = grading.exercises_of(self._cohort, exercise)
        found = from_exchange(self._cohort, names)
        for key, line in [*self._waiting.items()]:
            if line.exercise in names:
                self.drop(key)
        for line in found:
            key = f"exchange {line.exercise} {line.person}" if line.question else ""
            if key:
                self._waiting[key] = line
            yield _shown(line, people, key)

    def waits(self, key: str) -> bool:
        """Whether a person was asked about this one."""
        return key in self._waiting

    def asked(self) -> list[dict[str, Any]]:
        """Return what waits for a person's word."""
        people = people_of(self._cohort)
        return [_shown(line, people, key) for key, line in self._waiting.items()]

    def drop(self, key: str) -> None:
        """Ask no more about this one; it stays in the exchange."""
        self._waiting.pop(key, None)

    def forget(self, id: str) -> None:
        """Ask no more about what is one person's, or tells of them: a later look asks again."""
        named = re.compile(rf"(?<!\w){re.escape(id)}(?!\w)")
        kept = ((key, line) for key, line in self._waiting.items() if not named.search(repr(line)))
        self._waiting = dict(kept)

    def settle(self, key: str) -> dict[str, Any]:
        """Take one about which a person has agreed to what was asked, and none beside it.

        Raises
        ------
        UserError
            When the exchange cannot be read, or it is there no more.
        """
        from groundwork.cohort.exchange import from_exchange

        asked = self._waiting[key]
        found = from_exchange(
            self._cohort,
            [asked.exercise],
            lambda question, _: question == asked.question,
            asked.person,
        )
        of_theirs = [each for each in found if each.person == asked.person]
        if not of_theirs:
            raise UserError("It is not in the exchange any more.", "Press “Not now”.")
        self.drop(key)
        line = of_theirs[-1]  # what was refused under the same name comes first
        return _shown(line, people_of(self._cohort))


def _shown(line: Line, people: Sequence[Person], key: str = "") -> dict[str, Any]:
    asks = {"key": key, "asks": AGREE if key else "", "doubt": bool(key)}
    return {**as_shown(line, people), **asks}
