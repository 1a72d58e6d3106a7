"""Work that moves from one position to another: who receives it, and what that position is asked.

A task that is handed down frees one position's hours and takes another's.
"""

import re
from collections.abc import Iterator

from groundwork.subject.asks import Ask
from groundwork.subject.leadership import said
from groundwork.subject.leadership.blanks import FINANCE, HR, SUPERVISOR

RECEIVER: dict[str, str] = {
    "nobody": "it goes to nobody",
    "yes": "to another position; its supervisor agreed in writing",
    "no": "to another position; its supervisor has not agreed yet",
}
"""Where the work goes."""

_MOVES = re.compile(
    r"\b(?:moves?|moved|goes|go|passes|passed|shifts?|handed|given|reassigned|transfer(?:s|red)?)"
    r" (?:over )?to\b|\b(?:covered|taken over|taken on|done|picked up) by\b|\bcovers\b",
    re.IGNORECASE,
)


_ENDS = re.compile(r"\b(?:ends?|ended|dropped|abolished|no longer (?:done|made))\b", re.IGNORECASE)


def moves(text: str, receiver: str) -> bool:
    """Whether work goes to another position, by what was chosen, or else by its words.

    >>> moves("The count moves to the stock clerk", ""), moves("The count ends", "")
    (True, False)
    """
    return receiver in ("yes", "no") or (receiver != "nobody" and bool(_MOVES.search(text)))


def agreed(text: str, receiver: str) -> bool:
    """Whether nobody receives the work, or whoever does has hours for it in writing."""
    return receiver == "yes" or not moves(text, receiver)


def unsaid(text: str, receiver: str) -> bool:
    """Whether something stops, and neither a choice nor its words say where the work goes.

    >>> unsaid("The monthly count", ""), unsaid("The monthly count ends", "")
    (True, False)
    """
    told = receiver or moves(text, receiver) or _ENDS.search(text)
    return said.something(text) and not told


def asks(
    text: str, receiver: str, why: str, notice: str, supervisor: str = SUPERVISOR
) -> Iterator[Ask]:
    """Ask for the position that receives work: its hours, its pay, its union, and its controls.

    Parameters
    ----------
    notice
        The question about a union, as human resources is asked it.
    supervisor
        Who answers for the position from which the work is taken.
    """
    if not moves(text, receiver):
        if unsaid(text, receiver):
            yield Ask(supervisor, f"who takes over “{text.strip()}”, and whether they agreed", why)
        return
    if receiver != "yes":
        yield Ask(
            "the supervisor of whoever receives the task",
            "how many hours it takes there, what stops there, and a signature",
            why,
        )
    yield Ask(
        HR,
        f"for whoever receives the task: whether it brings out-of-class pay, and whether {notice} "
        "before it moves",
        why,
    )
    yield Ask(
        FINANCE,
        "whether the task may move, if it handles money, stock or approvals (separation of duties)",
        why,
    )
