"""An invented model of a measure that somebody games, and of the measure that is read beside it.

200 residents bring a complaint in a quarter. An office must close 90 percent within 30 days. It can
do five things; each changes what is counted, and what residents live with. All shares are invented
and only show how a measure and its pair move: no office was observed.
"""

from dataclasses import dataclass

from groundwork.subject.errors import UserError

ASKED = 200
"""Residents who bring a complaint in a quarter."""
TARGET = 90.0
"""Percent closed within 30 days that the office has to reach."""


@dataclass(frozen=True)
class Move:
    """Something that the office can do.

    Attributes
    ----------
    name, text
        What it is called, and what is done.
    taken_in
        How many of those who asked are written down as complaints.
    closed
        How many of those are marked closed within 30 days.
    reopened
        How many of the closed ones are brought again within 60 days.
    solved
        How many residents, of all who asked, say that their matter is solved.
    hours
        Hours of work in the quarter beside the usual ones.
    is_trick
        Whether it raises the measure without helping residents.
    """

    name: str
    text: str
    taken_in: int
    closed: int
    reopened: int
    solved: int
    hours: int
    is_trick: bool


MOVES = (
    Move("as_is", "Go on as it is", 200, 126, 15, 110, 0, False),
    Move("early", "Close at the first letter, solved or not", 200, 184, 64, 84, 4, True),
    Move("intake", "Send hard ones elsewhere at the door", 138, 126, 11, 82, 10, True),
    Move("rename", "Write hard ones down as inquiries", 130, 119, 12, 88, 6, True),
    Move("evenings", "Open two evenings, with an interpreter", 200, 152, 12, 142, 160, False),
)


@dataclass(frozen=True)
class Pair:
    """A measure to read beside the first one, with the line that it must not cross."""

    name: str
    text: str
    line: float
    higher_is_better: bool


PAIRS = (
    Pair("none", "None: the first measure alone", 0.0, True),
    Pair("reopened", "Brought again within 60 days, of those closed", 15.0, False),
    Pair("taken_in", "Written down as complaints, of all who came to the door", 95.0, True),
    Pair("solved", "Resident says it is solved, of all who asked", 55.0, True),
)


@dataclass(frozen=True)
class Outcome:
    """What a move shows: the measure, and each of the others, in percent."""

    move: Move
    closed: float
    reopened: float
    taken_in: float
    solved: float

    def of(self, pair: Pair) -> float:
        """Return the value of a pair's measure; 0 for none."""
        return float(getattr(self, pair.name)) if pair.name != "none" else 0.0


def move_of(name: str) -> Move:
    """Return a move by its name."""
    found = {move.name: move for move in MOVES}
    if name not in found:
        raise UserError(f"There is no move {name!r}.", f"Choose one of {', '.join(found)}.")
    return found[name]


def pair_of(name: str) -> Pair:
    """Return a pair by its name."""
    found = {pair.name: pair for pair in PAIRS}
    if name not in found:
        raise UserError(f"There is no pair {name!r}.", f"Choose one of {', '.join(found)}.")
    return found[name]


def outcome(move: Move) -> Outcome:
    """Count what a move shows in percent; what is unknown to the office is counted too."""
    return Outcome(
        move,
        closed=100 * move.closed / move.taken_in,
        reopened=100 * move.reopened / move.closed,
        taken_in=100 * move.taken_in / ASKED,
        solved=100 * move.solved / ASKED,
    )


def passes(move: Move, pair: Pair) -> bool:
    """Whether a move reaches the target and does not cross the line of its pair."""
    found = outcome(move)
    if found.closed < TARGET:
        return False
    if pair.name == "none":
        return True
    value = found.of(pair)
    return value >= pair.line if pair.higher_is_better else value <= pair.line


def cheapest_trick(pair: Pair) -> Move | None:
    """Return the trick with the fewest hours that still looks good, or None when none does."""
    tricks = [move for move in MOVES if move.is_trick and passes(move, pair)]
    return min(tricks, key=lambda move: move.hours, default=None)
