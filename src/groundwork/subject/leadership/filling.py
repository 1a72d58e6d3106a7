"""How a seat is filled: by an open call on grounds about the job, or with a position's work."""

from collections.abc import Iterator
from datetime import date

from groundwork.subject.asks import Ask
from groundwork.subject.leadership.blanks import COUNSEL, SPONSOR
from groundwork.subject.leadership.core_team import CALL, POSITION, Seat

NOT_DECIDED = "not decided yet"


def row(seat: Seat) -> tuple[str, str, str, str]:
    """Return how a seat is filled, until when, by whom and on which grounds, as a paper says it."""
    how = {
        CALL: "an open call; the position named here is an example of who may ask",
        POSITION: "with the work of this position, without a call",
    }
    no_call = "no call" if seat.filled == POSITION else NOT_DECIDED
    return (
        how.get(seat.filled, NOT_DECIDED),
        seat.until.strip() or no_call,
        seat.chosen_by.strip() or no_call,
        seat.grounds.strip() or NOT_DECIDED,
    )


def asks(seat: Seat, why: str) -> Iterator[Ask]:
    """Ask how a seat is filled, and whether its grounds are about the job."""
    if seat.filled not in (CALL, POSITION):
        yield Ask(
            SPONSOR,
            "whether an open call fills it (until when, who chooses, on which grounds), or why it "
            "goes with this position",
            why,
        )
    elif seat.filled == POSITION and not seat.grounds.strip():
        yield Ask(SPONSOR, "why it goes with this position, without a call", why)
    elif seat.filled == CALL:
        open_ = {
            "until when the call is open": seat.until if _is_day(seat.until) else "",
            "who chooses": seat.chosen_by,
            "on which grounds about the job": seat.grounds,
        }
        if lacks := [what for what, text in open_.items() if not text.strip()]:
            yield Ask(SPONSOR, "; ".join(lacks), why)
    if seat.grounds.strip():
        yield Ask(
            COUNSEL,
            f"whether these grounds are about the job and the same for everybody: "
            f"{seat.grounds.strip()}",
            why,
        )


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text.strip()))
    except ValueError:  # a file that somebody changed by hand
        return False
