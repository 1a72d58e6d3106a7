"""The charter of a core team as a paper of two pages: standing, say, seats and what leaders do."""

from collections.abc import Sequence

from groundwork.learner import law_cards, public_record
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.subject.leadership import charter_checks, leader_acts, rights_asks
from groundwork.subject.leadership.core_team import (
    FUNCTIONS,
    INSTRUMENTS,
    PARTS,
    Charter,
    Seat,
    hours_in_words,
)
from groundwork.subject.leadership.leader_acts import Act
from groundwork.subject.remark import harms_in_words

TITLE = "Charter of the core team"
CALL = (
    "Seats are filled by an open call, by unit, level and the decisions at stake. Nobody is "
    "appointed by race, and nobody speaks for a group."
)
PROTECTED = (
    "Nobody loses hours, a review or a position for what they say here. Whoever thinks that it "
    "happened reports it to ______________, outside their own chain of command."
)
SIGNATURE = "Signed: ______________   Position: ______________   Day: ______________"


def paper(charter: Charter, acts: Sequence[Act] = (), *, invented: str = "") -> Paper:
    """Return the charter as a paper, with the acts to which leaders commit.

    Hours without cover are not in it: it says which paid hours are agreed, and which asked for.
    """
    blocks: list[Block] = [_parts(charter), *_functions(charter)]
    blocks += [*seats_of_team(charter.seats), *_acts(acts)]
    if protected(charter):
        blocks += [Paragraph(PROTECTED), Paragraph(SIGNATURE)]
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
    return [CALL] * bool(charter.seats) + [PROTECTED] * protected(charter)


def _parts(charter: Charter) -> Table:
    rows = []
    for name, heading in PARTS.items():
        part = charter.part(name)
        rows.append(
            (
                heading,
                part.says if part else "open",
                INSTRUMENTS.get(part.instrument, "not said") if part else "",
            )
        )
    return Table(
        "The charter in eight parts", ("Part", "What it says", "Stands by"), tuple(rows), (3, 8, 3)
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
            "Paid hours a month",
            "Agreed in writing",
            "Fund",
            "What stops, or who covers",
        ),
        tuple(
            (
                seat.position,
                ", ".join(filter(None, (seat.unit, seat.job_level))) or "open",
                f"{seat.hours:g}" if seat.hours else "open",
                _agreed(seat),
                "not known yet" if seat.fund in ("", "unknown") else seat.fund,
                seat.stops_in_words,
            )
            for seat in seats
        ),
        (4, 3.5, 2.2, 2.2, 3, 4),
    )
    return [
        Heading("Seats"),
        table,
        Paragraph(" ".join(hours_in_words(seats))),
        Paragraph(CALL),
    ]


def _agreed(seat: Seat) -> str:
    if seat.agreed is None:
        return "not known yet"
    return "yes" if seat.agreed else "not yet"


def _acts(acts: Sequence[Act]) -> list[Block]:
    if not acts:
        return []
    rows = tuple((act.what, act.day or "open", act.seen_by.strip() or "open") for act in acts)
    table = Table("What leaders do, and by when", ("Act", "By", "Seen by"), rows, (7, 3, 4))
    return [Heading("What leaders do"), table]
