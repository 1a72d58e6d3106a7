"""The charter of a core team as a paper of two pages: standing, say, seats and what leaders do."""

from collections.abc import Sequence
from dataclasses import replace

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.subject.days import day_of
from groundwork.subject.leadership import (
    blanks,
    charter_checks,
    filling,
    leader_acts,
    moved_work,
    rights_asks,
)
from groundwork.subject.leadership.blanks import BLANK
from groundwork.subject.leadership.core_team import (
    FUNCTIONS,
    INSTRUMENTS,
    PARTS,
    Charter,
    Seat,
    fund_in_words,
    hours_in_words,
)
from groundwork.subject.leadership.leader_acts import Act
from groundwork.subject.remark import harms_in_words

TITLE = "Charter of the core team"
NOT_KNOWN, NOT_DECIDED = "not known yet", "not decided yet"
CALL = (
    "A seat is filled by an open call, by unit, level and the decisions at stake, or it goes with "
    "a position's work, and the reason stands in the table. Grounds are about the job and the same "
    "for everybody. Nobody is appointed by race, sex or national origin, and nobody speaks for a "
    "group. A call that brings managers alone stays open, and each unit is asked which hours keep "
    "frontline staff away."
)
KNOWLEDGE = (
    "What staff know from years of work with residents is asked for by topic, in paid hours. "
    "Whoever is asked may say no without a reason. They read what is written of it before it is "
    "used, and are named as its source only if they wish."
)
PROTECTED = (
    "Nobody loses hours, a review or a position for declining or leaving a seat, for raising a "
    "concern in good faith, or for helping somebody who does. Threats, harassment and the sharing "
    "of confidential data are not covered. Where to report is in the table below; no one has to "
    "report to their own supervisor, and every way that the law gives stays open. This is "
    "proposed: human resources and counsel say whether it is kept, changed or struck."
)


def paper(charter: Charter, acts: Sequence[Act] = (), *, invented: str = "") -> Paper:
    """Return the charter as a paper, with the acts to which leaders commit.

    Hours without cover are not in it: it says which paid hours are agreed, and which asked for.
    """
    blocks: list[Block] = [_parts(charter), *_functions(charter)]
    blocks += [*seats_of_team(charter.seats), *_acts(acts)]
    if protected(charter):
        blocks += [Paragraph(PROTECTED), *_to_fill_in()]
    return Paper(
        title=TITLE,
        subject="What the team is for, what it decides, and in whose paid hours",
        reader="the director, human resources and counsel",
        blocks=tuple(blocks),
        asks=tuple(rights_asks.of_charter(charter)),
        box=law_cards.box("team_charter"),
        view="A draft of one person. It is in force when somebody who may do so has signed it.",
        look=harms_in_words((*charter_checks.review(charter), *leader_acts.review(acts))),
        record=public_record.RIGHTS,
        invented=invented,
    )


def protected(charter: Charter) -> bool:
    """Whether the paper promises that nobody is punished: a charter that says something does."""
    return any(part.says.strip() for part in charter.parts)


def promises(charter: Charter) -> list[str]:
    """Return what the paper promises beside the learner's own words."""
    return [CALL, KNOWLEDGE] * bool(charter.seats) + [PROTECTED] * protected(charter)


def _to_fill_in() -> list[Block]:
    """Return what is filled in and signed before the charter is in force."""
    signed = tuple((who, BLANK, BLANK) for who in blanks.SIGNED_CHARTER.lines)
    return [
        Heading("Before it is in force"),
        Table(blanks.CHARTER.caption, blanks.COLUMNS, blanks.CHARTER.rows(), (6, 3, 4)),
        Table(
            blanks.SIGNED_CHARTER.caption,
            ("Who", "Position and signature", "Day"),
            signed,
            (5, 6, 3),
        ),
    ]


def _parts(charter: Charter) -> Table:
    rows = []
    for name, heading in PARTS.items():
        part = charter.part(name)
        rows.append(
            (
                heading,
                part.says if part else NOT_DECIDED,
                INSTRUMENTS.get(part.instrument, "not said") if part else "",
            )
        )
    return Table(
        "The charter, part by part", ("Part", "What it says", "Stands by"), tuple(rows), (3, 8, 3)
    )


def _functions(charter: Charter) -> list[Block]:
    has = [words for name, words in FUNCTIONS.items() if name in charter.functions]
    if not has:
        return []
    return [Heading("What the team does"), Items.flat(*has)]


def seats_of_team(seats: Sequence[Seat]) -> list[Block]:
    """Return the seats with the hours to be paid for them, and how seats are filled."""
    if not seats:
        return [Heading("Seats"), Paragraph("No seat is named yet.")]
    table = Table(
        "Seats, and hours to be paid",
        (
            "Position",
            "Unit, level",
            "Paid hours",
            "Agreed in writing",
            "Fund",
            "What stops, or who covers",
        ),
        tuple(
            (
                seat.position,
                ", ".join(filter(None, (seat.unit, seat.job_level))) or NOT_KNOWN,
                f"{seat.hours:g} a month, {seat.hours * 12:g} a year" if seat.hours else NOT_KNOWN,
                _agreed(seat),
                fund_in_words(seat.fund),
                _stops(seat),
            )
            for seat in seats
        ),
        (4, 3.5, 2.2, 2.2, 3, 4),
    )
    return [
        Heading("Seats"),
        table,
        Paragraph(" ".join(hours_in_words(seats))),
        Table(
            "How each seat is filled",
            ("Position", "Filled by", "Call open until", "Chosen by", "On these grounds"),
            tuple(
                (seat.position, *filling.row(replace(seat, until=day_of(seat.until))))
                for seat in seats
            ),
            (4, 4, 2.5, 3, 5),
        ),
        Paragraph(CALL),
        Paragraph(KNOWLEDGE),
    ]


def _stops(seat: Seat) -> str:
    words = seat.stops_in_words
    return words if moved_work.agreed(seat.stops, seat.receiver) else f"{words} (receiver: open)"


def _agreed(seat: Seat) -> str:
    if seat.called:
        return "when somebody is chosen"
    if seat.agreed is None:
        return NOT_KNOWN
    return "yes" if seat.agreed else "not yet"


def _acts(acts: Sequence[Act]) -> list[Block]:
    if not acts:
        return []
    rows = tuple(
        (act.what, day_of(act.day) or NOT_DECIDED, act.seen_by.strip() or NOT_DECIDED)
        for act in acts
    )
    table = Table("What leaders do, and by when", ("Act", "By", "Seen by"), rows, (7, 3, 4))
    return [Heading("What leaders do"), table]
