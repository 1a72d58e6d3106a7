"""What arrived in the browser: read, matched with the roster, and asked about where it is doubtful.

What waits for a person's word is kept in the cohort's own folder, and nowhere else.
"""

import base64
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from groundwork.cohort import arrivals, handed_in, waiting
from groundwork.cohort.arrived import Arrival
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import Line
from groundwork.cohort.collect import collect as take
from groundwork.cohort.console.words import said
from groundwork.cohort.course_folder import Cohort, remove
from groundwork.cohort.roster import Person
from groundwork.cohort.waiting import Waits
from groundwork.subject.errors import UserError

BEGINS, FEW = 90, 3  # letters of a text, and the words below which it tells nobody apart
SHOWN = 3  # texts: two people may begin alike
SPOILT = '<>:"/\\|?*'  # what no file on Windows may be called


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
        self._waiting: list[Arrival] = []

    def add_part(
        self, name: str, data: str, size: int, *, first: bool, last: bool, anew: bool = False
    ) -> bool:
        """Take a piece of a file, in base64; with the last one the file is read.

        Parameters
        ----------
        size
            How many bytes the whole file has.
        anew
            Whether it is of the first of the files that are brought now: what is left of those that
            were brought before, and not taken, is read again with them.

        Returns
        -------
        bool
            Whether more of the file is wanted. One that is too large for the page costs itself
            alone: its line says what to do.

        Raises
        ------
        UserError
            When the file is none that can be read.
        """
        if first and anew:
            self._waiting = []
        if size > arrivals.LARGEST_ALL:
            large = said("collect.large", size=f"{arrivals.LARGEST_ALL / 1_000_000:g}")
            self._waiting.append(Arrival(name, (), refused=[large]))
            return False
        self._parts = [] if first else self._parts
        self._parts.append(data)
        if last:
            content = b"".join(map(base64.b64decode, self._parts))
            self._parts = []
            self._waiting += self._read(name, content)
        return not last

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

    def asked(self) -> list[dict[str, Any]]:
        """Return what waits for a person's word, also from before a stop."""
        return [each.line for each in waiting.everything(self._cohort)]

    def collect(self, exercise: str = "") -> Generator[dict[str, Any], None, None]:
        """Take each arrival that waits to be looked at, and yield what became of it."""
        people = people_of(self._cohort)
        while self._waiting:
            arrival = self._waiting.pop(0)
            for line in self._lines(arrival, exercise, people):
                yield self._shown(line, arrival)

    def settle(self, key: str, person: str = "", exercise: str = "") -> dict[str, Any]:
        """Take an arrival, of which a person has said whose or of what it is, or agreed.

        Raises
        ------
        UserError
            When it does not wait any more, or the disk does not take it: then it waits on.
        """
        waits = waiting.read(self._cohort, key)
        people = people_of(self._cohort)
        arrival = replace(waits.arrival, refused=[], given_to=person, heard=waits.heard)
        agreed = "" if person else waits.line["question"]
        *_, line = self._lines(arrival, exercise or waits.line["exercise"], people, agreed)
        if not line.asks and not line.person:
            raise UserError(line.said)
        return self._shown(line, waits.arrival, key)

    def drop(self, key: str) -> None:
        """Let an arrival wait no more."""
        waiting.drop(self._cohort, key)

    def _lines(
        self, arrival: Arrival, exercise: str, people: list[Person], agreed: str = ""
    ) -> Iterator[Line]:
        yield from take(self._cohort, people, [arrival], lambda asked, _: asked == agreed, exercise)

    def _shown(self, line: Line, arrival: Arrival, key: str = "") -> dict[str, Any]:
        """Return a line as the page shows it, with what a person can say about it."""
        shown = as_shown(line, people_of(self._cohort))
        if not line.asks:
            waiting.drop(self._cohort, key)
            return shown
        same = (each for each in waiting.everything(self._cohort) if each.key != key)
        if twin := next((each for each in same if each.work() == waiting.work_of(arrival)), None):
            waiting.drop(self._cohort, key)
            return {**shown, "said": said("collect.twin", where=twin.arrival.where)}
        facts = " ".join(each.text for each in line.facts)
        asked = {
            "asks": line.asks,
            "question": line.question or facts,
            "holds": holds(arrival.files),
        }
        heard = frozenset(each.key for each in line.facts)
        return waiting.keep(self._cohort, Waits(key, arrival, {**shown, **asked}, heard)).line


def as_shown(line: Line, people: Sequence[Person]) -> dict[str, Any]:
    """Return what became of an arrival, as the page shows it."""
    who = next((each.shown() for each in people if each.id == line.person), line.person)
    return {
        "key": "",
        "where": line.where,
        "state": line.state,
        "said": line.said,
        "person": line.person,
        "who": who,
        "exercise": line.exercise,
        "asks": "",
        "holds": "",
        "question": line.question,
        "doubt": bool(line.facts),
    }


def holds(files: Mapping[str, bytes]) -> str:
    """Say what tells one file from another: how many answers, and how the first texts begin."""
    given = handed_in.read_answers(files)
    texts = (each["value"] for each in given.kept.values() if isinstance(each["value"], str))
    own = [" ".join(each.split()) for each in texts if len(each.split()) > FEW][:SHOWN]
    begins = [f"{text[:BEGINS]}…" if len(text) > BEGINS else text for text in own]
    told = [
        said("collect.another" if at else "collect.begins", text=text)
        for at, text in enumerate(begins)
    ]
    return " ".join([said("collect.holds", count=len(given.kept)), *told])
