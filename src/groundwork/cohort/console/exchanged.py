"""What came by nbgrader's exchange, as the page shows it, and asked about where it is a copy."""

from collections.abc import Generator, Sequence
from typing import Any

from groundwork.cohort import grading
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import AGREE, Line
from groundwork.cohort.console.arriving import as_shown
from groundwork.cohort.place import Cohort
from groundwork.cohort.roster import Person


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
        for line in from_exchange(self._cohort, grading.exercises_of(self._cohort, exercise)):
            key = f"exchange {line.exercise} {line.person}" if line.question else ""
            if key:
                self._waiting[key] = line
            yield _shown(line, people, key)

    def waits(self, key: str) -> bool:
        """Whether a person was asked about this one."""
        return key in self._waiting

    def settle(self, key: str) -> dict[str, Any]:
        """Take one about which a person has agreed to what was asked."""
        from groundwork.cohort.exchange import from_exchange

        asked = self._waiting.pop(key)
        names = [asked.exercise]
        found = from_exchange(self._cohort, names, lambda question, _: question == asked.question)
        line = next(each for each in found if each.person == asked.person)
        return _shown(line, people_of(self._cohort))


def _shown(line: Line, people: Sequence[Person], key: str = "") -> dict[str, Any]:
    asks = {"key": key, "asks": AGREE if key else "", "doubt": bool(key)}
    return {**as_shown(line, people), **asks}
