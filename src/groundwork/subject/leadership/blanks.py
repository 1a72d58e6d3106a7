"""What others fill in and sign in a paper on shared leadership: each blank, and who fills it.

A paper draws its blanks from here, and its ask list asks for them, so that none goes out unasked.
"""

from collections.abc import Iterator, Mapping

from groundwork.subject.asks import Ask

BLANK = "______________"
FINANCE, HR, GRANTS = "finance", "human resources", "the grants office"
COUNSEL, DIRECTOR, SPONSOR = "counsel", "the director", "the sponsor"
SUPERVISOR = "the supervisor"
HOLDER = "whoever holds the position"

CHARTER: dict[str, str] = {
    "In force from": DIRECTOR,
    "Holds until, or is reviewed on": DIRECTOR,
    "Changed or ended by whom, and who is heard before": DIRECTOR,
    "How many members must be there to decide (quorum)": SPONSOR,
    "Takes reports of punishment, outside the reporter's chain of command": HR,
    "Other ways to report: EEO or civil rights office, union, state whistleblower law, outside "
    "agencies and their deadlines": HR,
}
SIGNED_CHARTER: dict[str, str] = {
    "Signed by the sponsor": SPONSOR,
    "Signed by the director": DIRECTOR,
    "Seen by human resources": HR,
    "Seen by counsel": COUNSEL,
    "Notice given to the union, where one is asked for": HR,
}
SEAT: dict[str, str] = {
    "Hours agreed, from which day": SUPERVISOR,
    "What stops, or who covers": SUPERVISOR,
    "Exempt or nonexempt (overtime-eligible), and how the time is recorded": HR,
    "Notice to the union, and bargaining": HR,
    "Signed by the supervisor: position and day": SUPERVISOR,
}
ROLE: dict[str, str] = {
    "Position number, and how many people hold the position": HR,
    "Changes this position description alone, or the class specification and so everybody in the "
    "class": HR,
    "Classification stays or changes": HR,
    "Pay grade stays or changes": HR,
    "Minimum qualifications stay or change": HR,
    "Essential function, yes or no (it counts when an accommodation is asked for under the ADA)": (
        HR
    ),
    "Exempt or nonexempt (overtime-eligible)": HR,
    "Notice to the union, and bargaining": HR,
    "Talked over with each who holds the position, on": SUPERVISOR,
    "In force from": HR,
    "Signed by the supervisor: position and day": SUPERVISOR,
    "Signed by human resources: position and day": HR,
}
GOAL: dict[str, str] = {
    "Year of the agreement, and the day of the talk in the middle of it": SUPERVISOR,
    "Hours freed, from which day": SUPERVISOR,
    "How the rating touches pay, a step or probation": HR,
    "Where a rating is answered or appealed, and within how many days": HR,
    "Notice to the union, and bargaining": HR,
    "Read by counsel: day, and what has to change": COUNSEL,
    "Whoever holds the position: agreed, or what is not agreed, and day": HOLDER,
    "Signed by the supervisor: position and day": SUPERVISOR,
    "Signed by human resources: position and day": HR,
}


FEW = 2
"""Lines that an ask list names one by one; of more it says how many stand in the table above."""
COLUMNS = ("What", "Filled in by", "Answer")


def rows(blanks: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Return a table's rows: each line with the office that fills it in, and its blank."""
    return tuple((what, office, BLANK) for what, office in blanks.items())


def asks(blanks: Mapping[str, str], why: str) -> Iterator[Ask]:
    """Ask each office once for all that it fills in.

    Parameters
    ----------
    blanks
        What is blank, each with the office that fills it.
    """
    for office in dict.fromkeys(blanks.values()):
        lines = [what for what, whom in blanks.items() if whom == office]
        few = f"to fill in: {'; '.join(lines)}"
        many = f"to fill in the {len(lines)} lines above that name this office"
        yield Ask(office, few if len(lines) <= FEW else many, why)
