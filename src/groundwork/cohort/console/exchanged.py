"""What came by nbgrader's exchange, as the page shows it, and asked about where it is a copy."""

from collections.abc import Generator
from typing import Any

from groundwork.cohort import grading
from groundwork.cohort.collect import Line
from groundwork.cohort.place import Cohort


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

        for line in from_exchange(self._cohort, grading.exercises_of(self._cohort, exercise)):
            key = f"exchange {line.exercise} {line.person}" if line.question else ""
            if key:
                self._waiting[key] = line
            yield _shown(line, key)

    def waits(self, key: str) -> bool:
        """Whether a person was asked about this one."""
        return key in self._waiting

    def settle(self, key: str) -> dict[str, Any]:
        """Take one about which a person has agreed to what was asked."""
        from groundwork.cohort.exchange import from_exchange

        asked = self._waiting.pop(key)
        names = [asked.exercise]
        found = from_exchange(self._cohort, names, lambda question, _: question == asked.question)
        return _shown(next(each for each in found if each.person == asked.person))


def _shown(line: Line, key: str = "") -> dict[str, Any]:
    asks = {"key": key, "asks": "agree" if key else "", "holds": "", "doubt": bool(key)}
    return {**vars(line), **asks}
