"""Hold a position's seat and its role statement side by side: the same hours, the same task."""

import re
from collections.abc import Iterator, Sequence

from groundwork.subject.asks import Ask
from groundwork.subject.counts import counted
from groundwork.subject.leadership.blanks import SUPERVISOR
from groundwork.subject.leadership.core_team import Seat
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.said import something
from groundwork.subject.remark import ERROR, NUDGE, Remark

FULL_TIME_HOURS = 2080
"""Paid hours of a full-time position in a year: 52 weeks of 40 hours."""
APART = 1.0
"""Percentage points by which two shares of time may differ, since shares are rounded."""
SAME = 0.6
"""The part of the fewer words that two tasks share, from which they are taken for one."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_NO_TASK = frozenset(
    [
        "moves",
        "goes",
        "ends",
        "stops",
        "shrinks",
        "passes",
        "done",
        "less",
        "month",
        "each",
        "every",
        "their",
        "this",
        "that",
        "with",
        "from",
        "once",
        "twice",
        "year",
        "years",
        "week",
        "weeks",
        "instead",
        "longer",
        "other",
        "another",
    ]
)


def share_of(hours: float) -> float:
    """Return hours a month as a percent of a full-time position: 8 hours are about 5 percent."""
    return hours * 12 / FULL_TIME_HOURS * 100


def hours_of(share: float) -> float:
    """Return a percent of a full-time position as hours a year: 2 percent are 41.6 hours."""
    return share / 100 * FULL_TIME_HOURS


def remarks(roles: Sequence[RoleStatement], seats: Sequence[Seat]) -> list[Remark]:
    """Remark on a position whose seat and statement differ in time, or free the same task."""
    return [remark for role, seat in _pairs(roles, seats) for remark in _each(role, seat)]


def asks(roles: Sequence[RoleStatement], seats: Sequence[Seat]) -> list[Ask]:
    """Ask the supervisor about each of them."""
    return [
        Ask(SUPERVISOR, remark.question, f"the statement of {remark.about}")
        for remark in remarks(roles, seats)
    ]


def _pairs(
    roles: Sequence[RoleStatement], seats: Sequence[Seat]
) -> Iterator[tuple[RoleStatement, Seat]]:
    for role in roles:
        for seat in seats:
            name = role.position.strip().casefold()
            if name and name == seat.position.strip().casefold():
                yield role, seat


def _each(role: RoleStatement, seat: Seat) -> Iterator[Remark]:
    if seat.hours and role.share is not None:
        share = share_of(seat.hours)
        if abs(share - role.share) > APART:
            both = (
                f"{counted(seat.hours, 'hour')} a month (about {share:.0f} percent of full time) "
                f"in the seat, and {role.share:g} percent here"
            )
            yield Remark(
                code="GW-P16",
                severity=NUDGE,
                about=role.position,
                part="share",
                what=f"Two papers of this position name {both}.",
                why="HR and payroll read both.",
                try_instead="Write one share, or say that one comes on top of the other.",
                question=f"whether {both} are one share of time, or one comes on top of the other",
            )
    if _same_task(seat.stops, role.comes_off):
        yield Remark(
            code="GW-P17",
            severity=ERROR,
            about=role.position,
            part="comes_off",
            what=f"“{role.comes_off.strip()}” comes off here, and stops for the seat, too.",
            why="A task can be taken away once.",
            try_instead="Name another task for one of the two, or one share of time for both.",
            question=f"which task comes off for the duty, beside the seat's: {seat.stops.strip()}",
        )


def _same_task(one: str, other: str) -> bool:
    if not (something(one) and something(other)):
        return False
    first, second = _words(one), _words(other)
    fewer = min(len(first), len(second))
    return bool(fewer) and len(first & second) / fewer >= SAME


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _NO_TASK
