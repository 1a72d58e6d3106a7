"""Hours for seats of a core team as a paper of its own, for whoever may agree to them."""

from collections.abc import Sequence

from groundwork.learner import public_record
from groundwork.learner.papers.charter import seats_of_team
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Paper, Table
from groundwork.subject.leadership import blanks, charter_checks, rights_asks
from groundwork.subject.leadership.core_team import Seat
from groundwork.subject.leadership.moved_work import RECEIVER
from groundwork.subject.remark import harms_in_words

TITLE = "Hours for a core team"


def paper(seats: Sequence[Seat], *, invented: str = "") -> Paper:
    """Return the seats as a request for paid hours; it does not tell which lack cover."""
    blocks: list[Block] = seats_of_team(seats)
    if seats:
        blocks.append(Heading("To be filled in before anybody begins"))
    for seat in seats:
        form = rights_asks.form_of(seat)
        name = form.name(seat.position)
        blocks.append(Table(name, blanks.COLUMNS, form.rows(_known(seat)), (5, 3, 5)))
    return Paper(
        title=TITLE,
        subject="Paid hours that are asked for, the fund that pays them, and what stops",
        reader="the supervisor of each position, finance and human resources",
        blocks=tuple(blocks),
        asks=tuple(rights_asks.of_hours(seats)),
        request="Agree to the hours in writing, or say what is needed first." if seats else "",
        box=law_cards.box("team_charter"),
        view="A draft of one person. Nobody begins before the supervisor has signed.",
        look=harms_in_words(charter_checks.seats_review(seats)),
        record=public_record.RIGHTS,
        invented=invented,
    )


def _known(seat: Seat) -> dict[str, str]:
    """Return what is written of a seat's hours and of the work that stops, to be confirmed.

    What stops for whoever is chosen by an open call, nobody knows before.
    """
    hours = {blanks.HOURS: f"{seat.hours:g} hours a month" if seat.hours else ""}
    if seat.called:
        return hours
    return hours | {
        blanks.STOPS: seat.stops if seat.stopped else "",
        blanks.GOES: RECEIVER.get(seat.receiver, ""),
    }
