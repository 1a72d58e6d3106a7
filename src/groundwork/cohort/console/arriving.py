"""What arrived in the browser: read, matched with the roster, and asked about where it is doubtful.

The files stay in memory until each is settled, and are written nowhere but into the cohort.
"""

import base64
import itertools
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from groundwork.cohort import arrivals, handed_in
from groundwork.cohort.arrived import Arrival
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, Line
from groundwork.cohort.collect import collect as take
from groundwork.cohort.console.words import said
from groundwork.cohort.place import Cohort, remove
from groundwork.subject.errors import UserError

BEGINS, FEW = 90, 3  # letters of a text, and the words below which it tells nobody apart
SPOILT = '<>:"/\\|?*'  # what no file on Windows may be called


@dataclass
class Arrived:
    """One arrival, what a person has agreed to about it, and what is asked now."""

    arrival: Arrival
    agreed: set[str] = field(default_factory=set)
    asked: tuple[str, bool] | None = None


class Arriving:
    """What was chosen in the browser and waits to be taken.

    Parameters
    ----------
    cohort
        Whose hand-ins they are.
    """

    def __init__(self, cohort: Cohort) -> None:
        self._cohort = cohort
        self._parts: list[str] = []
        self._waiting: list[Arrived] = []
        self._known: dict[str, Arrived] = {}
        self._numbers = itertools.count()

    def add_part(self, name: str, data: str, *, first: bool, last: bool) -> None:
        """Take a piece of a file, in base64; with the last one the file is read.

        Raises
        ------
        UserError
            When the file is far too large, or is none that can be read.
        """
        self._parts = [] if first else self._parts
        self._parts.append(data)
        if sum(map(len, self._parts)) > arrivals.LARGEST_ALL * 4 // 3:
            self._parts = []
            raise UserError(f"{name} is far larger than hand-ins are.", "Look into it first.")
        if last:
            content = b"".join(map(base64.b64decode, self._parts))
            self._parts = []
            self._waiting += [Arrived(each) for each in self._read(name, content)]

    def _read(self, name: str, content: bytes) -> list[Arrival]:
        folder = self._cohort.own("making", "arrived")
        plain = "".join("_" if each in SPOILT or ord(each) < 32 else each for each in name)
        path = folder / (plain.strip(". ")[-120:] or "file")
        folder.mkdir(parents=True, exist_ok=True)
        try:
            path.write_bytes(content)
            found = arrivals.read(path)
        finally:
            remove(folder)
        if not found:
            return [Arrival(name, (), refused=["No notebook and no file of answers is in it."])]
        return [replace(each, where=each.where.replace(str(path), name)) for each in found]

    @property
    def waiting(self) -> int:
        """Return how many arrivals wait."""
        return len(self._waiting)

    def collect(self, exercise: str = "") -> Generator[dict[str, Any], None, None]:
        """Take each arrival that waits, and yield what became of it."""
        people = people_of(self._cohort)
        while self._waiting:
            one = self._waiting.pop(0)
            for line in self._lines(one, exercise, people):
                yield self._shown(line, one)

    def settle(self, key: str, person: str = "", exercise: str = "") -> dict[str, Any]:
        """Take an arrival, of which a person has said whose or of what it is, or agreed.

        Raises
        ------
        UserError
            When it is not known any more, since the page was started again.
        """
        one = self._known.get(key)
        if one is None:
            raise UserError("This file is not held here any more.", "Choose it again.")
        people = people_of(self._cohort)
        if one.asked and not person:
            one.agreed.add(one.asked[0])
        if person:
            one.arrival = replace(one.arrival, hints=(person,), refused=[])
        *_, line = self._lines(one, exercise, people)
        if person and one.asked and not one.asked[1]:  # whoever chose the person has said so
            one.agreed.add(one.asked[0])
            *_, line = self._lines(one, exercise, people)
        return self._shown(line, one, key)

    def _lines(self, one: Arrived, exercise: str, people: list[Any]) -> Iterator[Line]:
        one.asked = None

        def ask(question: str, doubt: bool) -> bool:
            if question not in one.agreed:
                one.asked = (question, doubt)
            return question in one.agreed

        yield from take(self._cohort, people, [one.arrival], ask, exercise)

    def _shown(self, line: Line, one: Arrived, key: str = "") -> dict[str, Any]:
        """Return a line as the page shows it, with what a person can say about it."""
        asks = ""
        if line.state == LEFT and one.arrival.files:
            if one.asked:
                asks = "agree"
            elif not line.exercise:
                asks = "exercise"
            elif not line.person:
                asks = "person"
        if asks:
            key = key or str(next(self._numbers))
            self._known[key] = one
        else:
            self._known.pop(key, None)
        return {
            "key": key,
            "where": line.where,
            "state": line.state,
            "said": line.said,
            "person": line.person,
            "exercise": line.exercise,
            "asks": asks,
            "holds": _holds(one.arrival) if asks else "",
            "question": one.asked[0] if asks == "agree" and one.asked else "",
            "doubt": bool(one.asked and one.asked[1]),
        }


def _holds(arrival: Arrival) -> str:
    """Say what tells one file from another: how many answers, and how the first text begins."""
    given = handed_in.read_answers(arrival.files)
    texts = (each["value"] for each in given.kept.values() if isinstance(each["value"], str))
    text = next((" ".join(each.split()) for each in texts if len(each.split()) > FEW), "")
    begins = f"{text[:BEGINS]}…" if len(text) > BEGINS else text
    what = said("collect.holds", count=len(given.kept))
    return f"{what} {said('collect.begins', text=begins)}" if begins else what
