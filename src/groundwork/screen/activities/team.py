"""Draft a core team: seats with paid hours, and the charter, part by part."""

from typing import Any

from groundwork.learner import place, public_record
from groundwork.learner.artifacts import Artifact
from groundwork.learner.papers import charter as paper
from groundwork.learner.papers import letterhead
from groundwork.learner.papers import seats as seats_paper
from groundwork.screen.activities.kept_rows import kept_rows
from groundwork.screen.activities.leader_acts import ACTS, acts_of
from groundwork.screen.activities.list_and_view import list_and_view
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView, Line, Told
from groundwork.screen.widgets.fields import ANY, Field
from groundwork.screen.widgets.first_remarks import first_remarks, with_way
from groundwork.screen.widgets.questions import ChoiceQuestion, Reply
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.counts import counted
from groundwork.subject.errors import UserError
from groundwork.subject.leadership import charter_checks
from groundwork.subject.leadership.core_team import (
    CALL,
    FILLED,
    FUNCTIONS,
    FUNDS,
    INSTRUMENTS,
    JOB_LEVELS,
    PARTS,
    Charter,
    Part,
    Seat,
    hours_a_month,
    hours_in_words,
    uncovered,
    when_its_money_ends,
)
from groundwork.subject.leadership.moved_work import RECEIVER
from groundwork.subject.remark import Remark

SEATS = "team_seats"
CHARTER = "team_charter"
HAS = "team_functions"
FILLING = "How the seat is filled"


def receiver(work: str) -> Field:
    """Ask where the work goes that another field says is to stop."""
    return Field(
        "receiver",
        "Where does that work go?",
        "choice",
        RECEIVER,
        help="Whoever receives it is asked first.",
        listed=False,
        when=(work, ANY),
    )


SEAT_FIELDS = (
    Field("position", "Position", help="Never a person's name.", required=True),
    Field("unit", "Unit", listed=False),
    Field("level", "Level", "choice", {level: level for level in JOB_LEVELS}, listed=False),
    Field("hours", "Paid hours a month", "number", required=True, unit="hours a month"),
    Field("fund", "Money that pays them", "choice", FUNDS, required=True),
    Field(
        "stops",
        "What stops, or who covers",
        help="A task, by name. Nothing? Write none. Not known? Leave it open.",
    ),
    receiver("stops"),
    Field(
        "agreed",
        "Agreed in writing?",
        "choice",
        {"yes": "yes", "no": "not yet"},
        help="By the supervisor.",
    ),
    Field("filled", "Filled by", "choice", FILLED, under=FILLING, listed=False),
    Field(
        "until",
        "Call open until",
        "day",
        under=FILLING,
        listed=False,
        when=("filled", (CALL,)),
    ),
    Field(
        "chosen_by",
        "Chosen by",
        help="Positions, from more than one level.",
        under=FILLING,
        listed=False,
        when=("filled", (CALL,)),
    ),
    Field(
        "grounds",
        "On which grounds",
        "long text",
        help="About the job, and the same for everybody: has run programs with the residents "
        "concerned. Without a call: why this position.",
        under=FILLING,
        listed=False,
        when=("filled", ANY),
    ),
)
LATER = ("receiver", "filled", "until", "chosen_by", "grounds")
PART_FIELDS = (
    Field("part", "Part", "choice", PARTS, required=True),
    Field("says", "What it says", "long text", required=True),
    Field("instrument", "Stands by", "choice", INSTRUMENTS, required=True),
)


def team_seats(name: str = SEATS) -> Stack:
    """Return the list of seats with a paper, and on this page alone which of their hours exist."""
    return list_and_view(
        name,
        SEAT_FIELDS,
        lambda rows, list_: hours_told(seats_of(rows), list_),
        view="Hours that exist",
        title="Seats of the core team",
        one="seat",
        paper=lambda rows, invented: seats_paper.paper(seats_of(rows), invented=invented),
    )


def team_charter(name: str = CHARTER) -> Stack:
    """Return the functions, the parts, and what they lack."""
    invented = letterhead.invented()
    view = ChartView(name="What the charter says")
    ticked: Artifact[list[str]] = Artifact(
        place.artifact(HAS),
        [],
        lambda data: list(data["functions"]),
        lambda has: {"functions": has},
    )

    def made(rows: list[dict[str, Any]]) -> Charter:
        return charter_of(rows, ticked.now(), kept_rows(SEATS))

    def show(rows: list[dict[str, Any]]) -> None:
        charter = made(rows)
        said = charter_told(charter, place.artifact(name), place.artifact(SEATS))
        view.tell(said if charter.parts else {})

    parts = RecordList(
        place.artifact(name),
        PART_FIELDS,
        title=place.titled("Charter of the core team"),
        record=public_record.RIGHTS,
        one="part",
        check=_once,
        on_change=show,
        paper=lambda rows: paper.paper(
            made(rows),
            acts_of(kept_rows(ACTS)),
            invented=invented,
        ),
        beside=lambda: ticked.now() or kept_rows(ACTS),
    )

    def keep(value: list[str]) -> Reply:
        ticked.change(lambda _: value)
        show(parts.records)
        return Reply(None, f"Saved: {len(value)} of {len(FUNCTIONS)}.")

    functions = ChoiceQuestion(
        "functions",
        "Which of the seven functions of a core team are yours?",
        FUNCTIONS,
        several=True,
        button="Save what is ours",
        reply=keep,
        restore=lambda: ticked.now() or None,
    )
    return Stack(functions, parts, view)


def seats_of(rows: list[dict[str, Any]]) -> tuple[Seat, ...]:
    """Turn the list's records into seats."""
    return tuple(
        Seat(
            position=row["position"],
            unit=row["unit"],
            job_level=row["level"],
            hours=row["hours"],
            fund=row["fund"],
            stops=row["stops"],
            agreed={"yes": True, "no": False}.get(row["agreed"]),
            **{name: row.get(name, "") for name in LATER},  # rows of an earlier form lack them
        )
        for row in rows
    )


def charter_of(
    rows: list[dict[str, Any]], functions: list[str], seats: list[dict[str, Any]]
) -> Charter:
    """Return the charter of what the learner keeps in three places."""
    parts = tuple(Part(row["part"], row["says"], row["instrument"]) for row in rows)
    return Charter(parts, tuple(functions), seats_of(seats))


def hours_told(seats: tuple[Seat, ...], list_: str) -> Told:
    """Say which hours exist: for the page alone, since unpaid hours are HR's business first.

    Parameters
    ----------
    list_
        The artifact whose rows the remarks lead to.
    """
    bare = uncovered(seats)
    hours = hours_in_words(seats)
    if bare:
        names = "; ".join(seat.position for seat in bare)
        hours.append(
            f"Not shown yet: {counted(hours_a_month(bare), 'hour')} a month ({names}). "
            f"{_lacking(bare)} Cover them, find money or "
            "drop them. This line stays on this page; the paper says which paid hours are agreed. "
            "Nobody works unpaid hours: hours already worked are reported, and paid. HR says how."
        )
    ending = [seat.position for seat in when_its_money_ends(seats)]
    if ending:
        hours.append(f"Gone when their money ends, or of unknown money: {'; '.join(ending)}.")
    remarks = charter_checks.seats_review(seats)
    asked = first_remarks(remarks, lambda each: with_way(each, list_))
    return {
        "Hours that exist": hours,
        "What the paper says beside your words": [paper.CALL, paper.KNOWLEDGE],
        "What to look at first": [*asked, charter_checks.seats_closing(remarks)],
    }


def _lacking(seats: list[Seat]) -> str:
    """Say what is not written for hours that are not covered."""
    lacks = {
        "What stops for them: not written yet.": any(not seat.stopped for seat in seats),
        "Agreed in writing: not yet.": any(not seat.agreed and not seat.called for seat in seats),
        "By open call: agreed when somebody is chosen.": any(seat.called for seat in seats),
        "Whoever receives the work was asked: not written yet.": any(
            seat.stopped and seat.hours_agreed for seat in seats
        ),
    }
    return " ".join(what for what, lacking in lacks.items() if lacking)


def charter_told(charter: Charter, parts: str, seats: str) -> Told:
    """Say what the paper promises, then what the charter lacks.

    Parameters
    ----------
    parts, seats
        The artifacts whose rows the remarks lead to.
    """
    remarks = charter_checks.review(charter)
    there = {part.name for part in charter.parts}

    def said(remark: Remark) -> Line:
        if remark.about:
            return with_way(remark, seats)
        rows = tuple(PARTS[name] for name in remark.each or [remark.part] if name in there)
        return Line(f"{remark.what} {remark.try_instead}", parts, rows)

    asked = first_remarks(remarks, said)
    return {
        "What the paper promises beside your words": paper.promises(charter),
        "What to look at first": [*asked, charter_checks.closing(remarks)],
    }


def _once(rows: list[dict[str, Any]]) -> None:
    """Refuse a part of the charter that is there already."""
    names = [row["part"] for row in rows]
    for name in names:
        if names.count(name) > 1:
            raise UserError(
                f"The charter has “{PARTS[name]}” already.", "Press Edit beside it to change it."
            )
