"""Walk one decision through the matrix, day by day, to where it would end.

The days are a picture and no forecast: an adviser takes `ADVICE_DAYS`, whoever signs off takes all
the days it has, and a decider decides on the next day. What is true of a real matrix is the order,
and where it would stop. Nothing of it has happened, so all of it is told as what would be.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from groundwork.subject.leadership import not_known
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
STOPS, NOT_KNOWN, ARRIVES = "stops", "not known", "arrives"


@dataclass(frozen=True)
class Step:
    """What would happen on one day.

    `end` is "" where it goes on; it `STOPS` there, it is `NOT_KNOWN` whether it would go on, or it
    `ARRIVES`.
    """

    day: date
    words: str
    end: str = ""


def walk(matrix: Matrix, decision: Decision, start: date) -> list[Step]:
    """Return the steps of a decision, from the day on which somebody begins.

    The last step says that it is made and told, where and why it would stop, or what is not known.
    """
    steps: list[Step] = []
    for step in _steps(matrix, decision, start):
        steps.append(step)
        if step.end:
            break
    return steps


def end(matrix: Matrix, decision: Decision) -> Step:
    """Return how a decision would end, a known stop before an unknown; its day means nothing."""
    ends = [step for step in _steps(matrix, decision, date(2026, 1, 6)) if step.end]
    return next((step for step in ends if step.end == STOPS), ends[0])


def ends_in_words(matrix: Matrix) -> str:
    """Say how many decisions would stop and would not, and of how many that is not known."""
    ends = [end(matrix, decision).end for decision in matrix.decisions]
    many = len(ends) > 1
    counts = {
        "would stop on the way": ends.count(STOPS),
        "would not stop, as far as a matrix can tell": ends.count(ARRIVES),
        "cannot be followed to the end, because something is not known": ends.count(NOT_KNOWN),
    }
    told = [
        f"{number} of {len(ends)} {words}" if many else f"the decision {words}"
        for words, number in counts.items()
        if number
    ]
    return f"As it is written down here, {'; '.join(told)}." if told else ""


def later(day: date, working_days: int) -> date:
    """Return the day so many working days (Monday to Friday) later; holidays are not known."""
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day


def _steps(matrix: Matrix, decision: Decision, day: date) -> Iterator[Step]:
    workers = matrix.who(decision.name, WORKS)
    if not workers:
        yield Step(day, "It would stay an idea: no position is named that does the work.", STOPS)
    yield Step(day, f"{_names(workers)} would write it up.")
    advisers = matrix.who(decision.name, ADVISES)
    if advisers:
        day = later(day, ADVICE_DAYS)
        yield Step(
            day,
            f"Advice would come in from {_names(advisers)}, after {ADVICE_DAYS} working days.",
        )
    elif decision.affects_community:
        yield Step(day, "No position is named that advises. It would go on without.")
    signers = matrix.who(decision.name, SIGNS)
    if signers and decision.no_clock:
        yield Step(
            later(day, WAITED_DAYS),
            f"It would wait at {_names(signers)}: no day is set by which an answer is due, so none "
            "would be late.",
            STOPS,
        )
    elif signers and decision.sign_days is None:
        yield Step(
            day,
            f"It would wait at {_names(signers)}: within how many working days an answer comes is "
            "not known yet.",
            NOT_KNOWN,
        )
    if signers:
        day = later(day, decision.sign_days or 0)
        yield Step(day, f"{_names(signers)} would sign off, on the last working day allowed.")
    if matrix.notice_open(decision):
        words = "It would wait: notice to a union, or bargaining, is not known yet."
        yield Step(day, words, NOT_KNOWN)
    day = later(day, 1)
    yield from _decided(matrix, decision, day)
    told = matrix.who(decision.name, TOLD)
    rest = f" {_names(told)} would be told the same day." if told else ""
    yield Step(day, f"It would be decided.{rest}", ARRIVES)


def _decided(matrix: Matrix, decision: Decision, day: date) -> Iterator[Step]:
    deciders = matrix.who(decision.name, DECIDES)
    if not deciders:
        yield Step(day, "It would be ready, and no position is named that decides.", STOPS)
        return
    if len(deciders) > 1:
        yield Step(day, f"{_names(deciders)} decide. Each could wait for the other.", STOPS)
        return
    (decider,) = deciders
    if gaps := decider.lacks(decision.needs):
        yield Step(
            day,
            f"{decider.name} would say yes, and it would come back: it needs {' and '.join(gaps)}.",
            STOPS,
        )
    elif open_ := _open(decider, decision):
        yield Step(day, f"Whether {decider.name} may decide it is not known. {open_}", NOT_KNOWN)


def _open(decider: Position, decision: Decision) -> str:
    """Say what is not known of a decider's right to decide, or ""; a government has its own."""
    if not decider.listed:
        return "It is not in the list."
    if decider.government:
        return ""
    if kinds := decider.leaves_open(decision.needs):
        return not_known.in_words(kinds)
    if unsaid := decision.needs_unsaid():
        return f"Not said yet: {' and '.join(unsaid)}."
    bare = [kind for kind, paper in decider.papers(decision.needs).items() if not paper]
    return f"No paper is named for its authority over {' and '.join(bare)}." if bare else ""


def _names(positions: list[Position]) -> str:
    *most, last = [position.name for position in positions] or ["Nobody"]
    return f"{', '.join(most)} and {last}" if most else last
