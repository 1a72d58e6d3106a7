"""The charter of a core team: what it may do, by which act, in whose paid hours.

The seven functions follow the list by which others tell Race Forward and GARE's "Racial Equity
Core Teams: The Engines of Institutional Change" (2018), in our own words; that guide itself was not
read. What a charter needs beside them (mandate,
sponsor, paid hours, authority, reply) follows the practice "Build Internal Infrastructure and
Capacity" and the case of the Boston Public Health Commission's advisory committee.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundwork.subject.counts import counted
from groundwork.subject.leadership import moved_work
from groundwork.subject.leadership.said import given_up, something
from groundwork.subject.states import added

FUNCTIONS: dict[str, str] = {
    "change": "Change the rules and budgets that make gaps",
    "plans": "Keep one plan for all units, with positions and dates",
    "leaders": "Bring in staff who do not lead yet, with real work",
    "skills": "See that all staff get the skills, in paid time",
    "telling": "Tell staff and residents what is planned, done and not done",
    "data": "Know the gaps, and whether the work helps",
    "standing": "Stand up for the work when money or patience runs short",
}
"""The seven functions of a core team, in our words."""

PARTS: dict[str, str] = {
    "purpose": "Purpose",
    "mandate": "Made official by",
    "decides": "Decides alone",
    "asked": "Must be asked, or may pause",
    "reply": "Gets an answer",
    "support": "Is supported by",
    "community": "Hears residents",
    "nation": "With a Tribal Nation, government to government",
    "rhythm": "Meets and renews itself",
}
"""The parts of a charter, each with its heading."""

INSTRUMENTS: dict[str, str] = {
    "nothing": "nothing yet",
    "word": "a word or an e-mail",
    "policy": "a policy that the director signed",
    "resolution": "a resolution of the board",
    "ordinance": "an ordinance",
    "budget": "the adopted budget",
    "agreement": "a labor agreement or memorandum (MOU)",
    "civil_service": "a civil service rule",
}
"""By what a part of a charter stands."""

JOB_LEVELS = ("frontline", "supervisor", "manager", "executive")
FUNDS = {
    "recurring unrestricted": "recurring, for any work of the department",
    "recurring restricted": "recurring, for one purpose",
    "time-limited": "a grant or other money with an end",
    "one-time": "one-time money",
    "unknown": "not known yet",
}
"""The kinds of money that may pay a position, and their words on a page and in a paper."""
LASTING, AWARD = "recurring unrestricted", "time-limited"
CALL, POSITION = "call", "position"
FILLED: dict[str, str] = {
    CALL: "an open call",
    POSITION: "it goes with this position's work",
}
"""How a seat is filled."""


@dataclass(frozen=True)
class Part:
    """One part of a charter: a name of `PARTS`, what it says, and one of `INSTRUMENTS` or ""."""

    name: str
    says: str
    instrument: str = ""

    @property
    def days(self) -> int | None:
        """The first number of days, weeks or months that it names, in days; None without one."""
        found = re.search(r"(\d+)\s*(?:working\s+|calendar\s+)?(day|week|month)", self.says, re.I)
        if not found:
            return None
        return int(found[1]) * {"day": 1, "week": 7, "month": 30}[found[2].lower()]


@dataclass(frozen=True)
class Seat:
    """A seat on the team: a position, never a person's name.

    Attributes
    ----------
    hours
        Paid hours a month for the team; None when not known.
    fund
        One of `FUNDS`: the kind of money that pays these hours.
    stops
        What the position does less of, or who covers it.
    agreed
        Whether the supervisor has agreed in writing; None when nobody has said.
    receiver
        Where the work goes that stops: a key of `moved_work.RECEIVER`, or "".
    filled
        How it is filled: a key of `FILLED`, or "".
    until, chosen_by, grounds
        Of a call: until when it is open and who chooses. On which grounds about the job, or why
        the seat goes with a position.
    """

    position: str
    unit: str = ""
    job_level: str = ""
    hours: float | None = None
    fund: str = ""
    stops: str = ""
    agreed: bool | None = None
    receiver: str = ""
    filled: str = ""
    until: str = ""
    chosen_by: str = ""
    grounds: str = ""

    @property
    def stops_in_words(self) -> str:
        """What stops, as a paper says it."""
        return given_up(self.stops)

    @property
    def stopped(self) -> bool:
        """Whether it names something that stops; "nothing" and "after hours" are no such thing."""
        return something(self.stops)

    @property
    def called(self) -> bool:
        """Whether an open call fills it: its position is an example of who may ask."""
        return self.filled == CALL

    @property
    def hours_agreed(self) -> bool:
        """Whether its hours are agreed in writing; those of a call wait for whoever is chosen."""
        return self.agreed is True and not self.called

    @property
    def covered(self) -> bool:
        """Whether its hours are there: something stops, agreed in writing by all whom it takes.

        Work that moves to another position takes hours there.
        """
        received = moved_work.agreed(self.stops, self.receiver)
        return self.stopped and self.hours_agreed and received


@dataclass(frozen=True)
class Charter:
    """What gives a core team its standing. All may be left out; the checks say what lacks."""

    parts: tuple[Part, ...] = ()
    functions: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()

    def part(self, name: str) -> Part | None:
        """Return a part that says something, or None."""
        return next((each for each in self.parts if each.name == name and each.says.strip()), None)


def hours_a_month(seats: Sequence[Seat]) -> float:
    """Add up the hours a month that are to be paid; NaN when those of a seat are not known."""
    return added([seat.hours for seat in seats], "hours of the seats")


def by_agreement(seats: Sequence[Seat]) -> dict[str, list[Seat]]:
    """Sort the seats: hours agreed in writing, asked for, or of an open call; none written."""
    sorted_: dict[str, list[Seat]] = {"agreed": [], "asked for": [], "called": [], "without": []}
    for seat in seats:
        sorted_[_state(seat)].append(seat)
    return sorted_


def _state(seat: Seat) -> str:
    if not seat.hours:
        return "without"
    if seat.called:
        return "called"
    return "agreed" if seat.hours_agreed else "asked for"


def hours_in_words(seats: Sequence[Seat]) -> list[str]:
    """Say the hours of the seats, and never add what is agreed to what is only asked for."""
    states = by_agreement(seats)
    words = {
        "agreed": "Agreed in writing",
        "asked for": "Asked for, and not known to be agreed in writing",
        "called": "By open call, to be agreed by the supervisor of whoever is chosen",
    }
    told = [
        f"{says}: {counted(hours_a_month(states[state]), 'hour')} a month in "
        f"{_count(states[state])}."
        for state, says in words.items()
        if states[state]
    ]
    if states["without"]:
        names = "; ".join(seat.position for seat in states["without"])
        told.append(f"Without hours yet: {_count(states['without'])} ({names}).")
    return told


def _count(seats: Sequence[Seat]) -> str:
    return counted(len(seats), "seat")


def uncovered(seats: Sequence[Seat]) -> list[Seat]:
    """Return the seats that have hours for which nothing stops, or nothing is agreed in writing."""
    return [seat for seat in seats if seat.hours and not seat.covered]


def when_the_director_leaves(charter: Charter) -> dict[str, list[str]]:
    """Sort the parts by what happens to them: they fall, are asked for again, or stand.

    A policy outlives the person who signed it until the next one signs another; a resolution, an
    ordinance and an adopted budget wait for a vote of those who made them, a labor agreement for
    both sides, a civil service rule for its commission.
    """
    fates: dict[str, list[str]] = {"fall": [], "asked again": [], "stand": []}
    for part in charter.parts:
        fate = {"": "fall", "nothing": "fall", "word": "fall", "policy": "asked again"}
        if part.says.strip():
            fates[fate.get(part.instrument, "stand")].append(PARTS[part.name])
    return fates


def when_its_money_ends(seats: Sequence[Seat]) -> list[Seat]:
    """Return the seats whose hours are on money that ends, or of which nobody knows the money."""
    return [seat for seat in seats if not seat.fund.startswith("recurring")]


def fund_in_words(fund: str) -> str:
    """Return a kind of money as a page and a paper say it; an open one is not known yet."""
    return FUNDS.get(fund or "unknown", fund)
