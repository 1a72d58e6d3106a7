"""Walk one decision through the matrix, day by day, and stop where it stalls.

The days are a picture and no forecast: an adviser takes `ADVICE_DAYS`, whoever signs off takes all
the days it has, and a decider decides on the next day. What is true of a real matrix is the order,
and where it stops.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from groundwork.subject.leadership.decision_rights import (
    ADVISES,
    DECIDES,
    SIGNS,
    TOLD,
    WORKS,
    Decision,
    Matrix,
    Position,
)

ADVICE_DAYS = 5
"""Working days that advice takes in the walk; made up."""
WAITED_DAYS = 30
"""Working days after which a decision on a desk without a clock is called stalled; made up."""


@dataclass(frozen=True)
class Step:
    """What happens on one day; `stalls` says that it goes no further."""

    day: date
    words: str
    stalls: bool = False


def walk(matrix: Matrix, decision: Decision, start: date) -> list[Step]:
    """Return the steps of a decision, from the day on which somebody begins.

    The last step says that it is made and told, or where and why it stalls.
    """
    steps: list[Step] = []
    for step in _steps(matrix, decision, start):
        steps.append(step)
        if step.stalls:
            break
    return steps


def stalls(matrix: Matrix, decision: Decision) -> str:
    """Return why a decision goes no further, or "" when it arrives."""
    last = walk(matrix, decision, date(2026, 1, 6))[-1]
    return last.words if last.stalls else ""


def later(day: date, working_days: int) -> date:
    """Return the day so many working days (Monday to Friday) later; holidays are not known."""
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day


def _steps(matrix: Matrix, decision: Decision, day: date) -> Iterator[Step]:
    workers = matrix.who(decision.name, WORKS)
    if not workers:
        yield Step(day, "Nobody does the work, so nobody writes it up. It stays an idea.", True)
    yield Step(day, f"{_names(workers)} writes it up.")
    advisers = matrix.who(decision.name, ADVISES)
    if advisers:
        day = later(day, ADVICE_DAYS)
        yield Step(day, f"Advice comes in from {_names(advisers)}.")
    elif decision.affects_community:
        yield Step(day, "Nobody is asked for advice. It goes on without.")
    signers = matrix.who(decision.name, SIGNS)
    if signers and decision.sign_days is None:
        yield Step(
            later(day, WAITED_DAYS),
            f"It is still on the desk of {_names(signers)}: no day is set by which an answer is "
            "due, so none is late.",
            True,
        )
    if signers:
        day = later(day, decision.sign_days or 0)
        yield Step(day, f"{_names(signers)} signs off, on the last day it has.")
    day = later(day, 1)
    yield from _decided(matrix, decision, day)
    told = matrix.who(decision.name, TOLD)
    rest = f" {_names(told)} is told the same day." if told else ""
    yield Step(day, f"It is decided.{rest}")


def _decided(matrix: Matrix, decision: Decision, day: date) -> Iterator[Step]:
    deciders = matrix.who(decision.name, DECIDES)
    if not deciders:
        yield Step(day, "It is ready, and nobody decides.", True)
        return
    if len(deciders) > 1:
        yield Step(day, f"{_names(deciders)} both decide. Each waits for the other.", True)
        return
    gaps = deciders[0].authority.lacks(decision.needs)
    if gaps:
        yield Step(
            day,
            f"{deciders[0].name} says yes, and it comes back: it needs {' and '.join(gaps)}.",
            True,
        )


def _names(positions: list[Position]) -> str:
    *most, last = [position.name for position in positions] or ["Nobody"]
    return f"{', '.join(most)} and {last}" if most else last
