"""What is still to be asked before a matrix, a charter or a role statement is signed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from groundwork.subject.asks import Ask, rows_of, unnamed
from groundwork.subject.leadership import (
    blanks,
    charter_checks,
    filling,
    moved_work,
    not_known,
    two_papers,
)
from groundwork.subject.leadership.authority import MONEY, RULES, STAFF
from groundwork.subject.leadership.blanks import (
    CHOSEN,
    COUNSEL,
    DIRECTOR,
    FINANCE,
    GRANTS,
    HOLDER,
    HR,
    SPEAKER,
    SPONSOR,
    SUPERVISOR,
)
from groundwork.subject.leadership.core_team import AWARD, LASTING, PARTS, Charter, Seat
from groundwork.subject.leadership.decision_rights import (
    DECIDES,
    SIGNS,
    TOLD,
    Decision,
    Matrix,
    Position,
)
from groundwork.subject.leadership.roles import CHANGES, RoleStatement
from groundwork.subject.leadership.said import something

NOTICE = (
    "a labor agreement, past practice, a civil service rule or state law asks for notice to a "
    "union, or bargaining,"
)
_OF_PART = {PARTS["nation"]: SPEAKER}
_KEEPERS = {MONEY: FINANCE, STAFF: HR, RULES: COUNSEL}
_HEAD = re.compile(
    r"(?:the )?(?:county |city |state )?(?:health )?(?:commissioner|director|officer|administrator)"
    r"(?: of (?:public )?health)?",
    re.IGNORECASE,
)
"""Who leads a department, under whatever title: nobody is asked to give themselves authority."""
_CALLED = {
    FINANCE: re.compile(r"\b(?:finance|fiscal|budget) ", re.IGNORECASE),
    HR: re.compile(r"\b(?:HR|human resources|personnel)\b", re.IGNORECASE),
    COUNSEL: re.compile(r"\b(?:counsel|attorney)\b", re.IGNORECASE),
}


def of_matrix(matrix: Matrix) -> list[Ask]:
    """Ask for the paper that gives each decider its authority, for clocks, and for what is open."""
    found = [ask for decision in matrix.decisions for ask in _of_decision(matrix, decision)]
    asks = [replace(ask, whom=_as_called(matrix, ask.whom)) for ask in found]
    rows = {
        position.name: number
        for number, decision in reversed([*enumerate(matrix.decisions, 1)])
        for position in matrix.positions
        if matrix.part(decision.name, position.name)
    }
    return unnamed(asks, rows)


def _as_called(matrix: Matrix, office: str) -> str:
    """Return the name that the list has for an office, so that one office is asked under one name.

    Two offices of a kind, such as county and city counsel, keep theirs, and neither is chosen.
    """
    if office not in _CALLED:
        return office
    fits = [
        position.name
        for position in matrix.positions
        if position.signer and _CALLED[office].search(f"{position.name} ")
    ]
    return fits[0] if len(fits) == 1 else office


def _of_decision(matrix: Matrix, decision: Decision) -> Iterator[Ask]:
    name = decision.name
    if decision.needs.money is None:
        yield Ask(FINANCE, "how many dollars it needs, or that it needs none", name)
    if None in (decision.needs.staffing, decision.needs.rule):
        yield Ask(DIRECTOR, "whether it moves staff, hours or a rule", name)
    if decision.affects_community is None:
        yield Ask(DIRECTOR, "whether it affects people outside the department, and whom", name)
    deciders = matrix.who(name, DECIDES)
    if len(deciders) != 1:
        yield Ask(DIRECTOR, "which one position decides", name)
    for position in deciders:
        if position.listed:
            yield from _of_decider(position, decision)
        else:
            yield Ask(DIRECTOR, f"the paper by which this is decided ({position.name})", name)
    if matrix.notice_open(decision):
        told = [each.name for each in matrix.who(name, TOLD) if each.union]
        late = f" ({', '.join(told)}: told when it is decided; notice comes before)" if told else ""
        yield Ask(HR, f"whether {NOTICE} before it is decided{late}", name)
    for position in matrix.who(name, SIGNS):
        if decision.sign_days is None:
            within = (
                "to agree on a number of working days in which it answers"
                if decision.no_clock
                else "within how many working days it answers"
            )
            yield Ask(position.name, f"{within}, and on which grounds it may say no", name)
    for position in matrix.positions:
        if position.government and matrix.part(name, position.name):
            yield Ask(position.name, "how it wants to be part of this, as a government", name)


def _of_decider(position: Position, decision: Decision) -> Iterator[Ask]:
    """Ask whoever keeps the answer; a board or a head has its rights from above the department."""
    lacks = position.lacks(decision.needs)
    by_law = position.board or bool(_HEAD.fullmatch(position.name.strip()))
    if lacks and by_law:
        words = f"who may decide about {' and '.join(lacks)} (by this list not: {position.name})"
        yield Ask(COUNSEL, words, decision.name)
        return
    if lacks:
        yield Ask(
            DIRECTOR,
            f"authority in writing over {' and '.join(lacks)} (position: {position.name}), or the "
            "name of the position that has it",
            decision.name,
        )
        return
    open_ = position.leaves_open(decision.needs)
    for kind, paper in position.papers(decision.needs).items():
        if kind in open_ and position.board:
            words = (
                f"which law or bylaw covers decisions about {kind}, and how far ({position.name})"
            )
            yield Ask(COUNSEL, words, decision.name)
        elif kind in open_:
            paper_named = f"; here it is said to be in: {paper}" if paper else ""
            words = f"{position.name}: {not_known.MAY[kind]}, and the paper that says so"
            yield Ask(_KEEPERS[kind], f"{words}{paper_named}", decision.name)
        elif not paper:
            words = f"the paper on authority over {kind} (position: {position.name})"
            yield Ask(COUNSEL if position.board else _KEEPERS[kind], words, decision.name)


def of_charter(charter: Charter) -> list[Ask]:
    """Ask for what the charter leaves open, for each seat's money, and for what others fill in."""
    open_parts = [heading for name, heading in PARTS.items() if charter.part(name) is None]
    asks = [
        Ask(_OF_PART.get(each, SPONSOR), f"what stands under “{each}”", "the charter")
        for each in open_parts
    ]
    meetings = "whether the team's meetings and notes are open to the public"
    asks += [*of_seats(charter.seats), Ask(COUNSEL, meetings, "the charter")]
    if charter_checks.may_pause(charter):
        power = "who may give the team the power to pause something, and by which paper"
        asks.append(Ask(COUNSEL, power, "the charter"))
    if any(part.says.strip() for part in charter.parts):
        kept = (
            "whether the department can keep the promise that nobody is punished, as it stands "
            "above, or how it is changed or struck"
        )
        asks += [Ask(whom, kept, "the charter") for whom in (HR, COUNSEL)]
        for each in (blanks.CHARTER, blanks.SIGNED_CHARTER):
            asks += each.asks("the charter")
    return asks


def of_hours(seats: Sequence[Seat]) -> list[Ask]:
    """Ask for what the seats leave open, and for what others fill in and sign for each."""
    signed = [ask for seat in seats for ask in form_of(seat).asks(_seat(seat))]
    return unnamed([*of_seats(seats), *signed], rows_of(seats))


def form_of(seat: Seat) -> blanks.Form:
    """Return what others fill in for a seat: of an open call, after somebody is chosen."""
    return blanks.SEAT_BY_CALL if seat.called else blanks.SEAT


def _seat(seat: Seat) -> str:
    return f"the seat of {seat.position}"


def of_seats(seats: Sequence[Seat]) -> list[Ask]:
    """Ask for each seat's hours, money, cover and filling, and what only HR can say of them."""
    asks: list[Ask] = []
    for seat in seats:
        why = _seat(seat)
        if not seat.hours:
            asks.append(Ask(HR, "how many hours a month are paid for it", why))
        asks += _of_money(seat.fund, "these hours", why)
        supervisor = CHOSEN if seat.called else SUPERVISOR
        if not seat.stopped:
            asks.append(Ask(supervisor, "what stops, or who covers", why))
        if not seat.hours_agreed:
            asks.append(Ask(supervisor, "a signature under the hours", why))
        asks += moved_work.asks(seat.stops, seat.receiver, why, NOTICE, supervisor)
        asks += filling.asks(seat, why)
    if seats:
        nonexempt = "which seats are nonexempt (overtime-eligible), and how their time is recorded"
        asks.append(Ask(HR, nonexempt, "the hours"))
        asks.append(Ask(HR, f"whether {NOTICE} before hours or duties change", "the seats"))
    return asks


def _of_money(fund: str, use: str, why: str) -> Iterator[Ask]:
    """Ask whether a position's money may pay for its use; a fee or a levy has no award."""
    if not fund or fund == "unknown":
        yield Ask(FINANCE, "which fund pays the position", why)
    elif fund == AWARD:
        yield Ask(GRANTS, f"in writing, whether the award may pay {use}", why)
    elif fund != LASTING:
        yield Ask(FINANCE, f"in writing, whether the fund's purpose covers {use}", why)


def _of_holder(why: str) -> Iterator[Ask]:
    """Ask whoever does the work before anybody is told of it, and what they are owed so far."""
    yield Ask(
        HOLDER,
        "before this goes to human resources: whether they agree, with a union steward or a "
        "contact in human resources at their side",
        why,
    )
    yield Ask(
        HR,
        "with payroll, if it is done already: what is owed for it until it is reclassified, as "
        "out-of-class pay or overtime, and by when that is claimed (deadlines may run)",
        why,
    )


def of_roles(roles: Sequence[RoleStatement], seats: Sequence[Seat] = ()) -> list[Ask]:
    """Ask for what a statement leaves open, and what only HR can say of it.

    Parameters
    ----------
    seats
        The seats of the core team: a position's two papers are held side by side.
    """
    asks: list[Ask] = []
    for role in roles:
        why = f"the statement of {role.position}"
        asks += _of_holder(why)
        if not something(role.comes_off):
            asks.append(Ask(SUPERVISOR, "what comes off for these hours", why))
        if role.share is None:
            asks.append(Ask(SUPERVISOR, "what share of the paid time it takes", why))
        if not role.authority.strip():
            asks.append(Ask(SUPERVISOR, "what the position may decide alone in it", why))
        if not role.reports_to.strip():
            asks.append(Ask(HR, "which position supervises it", why))
        if not role.measured_by.strip():
            asks.append(Ask(SUPERVISOR, "how the yearly review asks about it", why))
        if not role.current.strip():
            asks.append(Ask(HR, "the job description as it stands", why))
        elif something(role.current) and role.change not in CHANGES:
            whether = "whether the text proposed replaces the text now or is added to it"
            asks.append(Ask(SUPERVISOR, whether, why))
        asks += _of_money(role.funded_by, "this duty", why)
        asks.append(
            Ask(
                HR,
                f"whether it needs a new classification or pay grade, and whether {NOTICE} before "
                "duties change",
                why,
            )
        )
        asks += moved_work.asks(role.comes_off, role.receiver, why, NOTICE)
        if role.knowledge.strip():
            asks.append(
                Ask(
                    HR,
                    "whether this counts as a qualification, a pay step or a differential, and is "
                    f"the same for everybody: {role.knowledge.strip()}",
                    why,
                )
            )
        asks += blanks.ROLE.asks(why)
    return unnamed([*asks, *two_papers.asks(roles, seats)], rows_of(roles))
