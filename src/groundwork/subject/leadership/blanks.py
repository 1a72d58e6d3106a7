"""What others fill in and sign in a paper on shared leadership: each blank, and who fills it.

A paper draws its blanks from here, and its ask list asks for them, so that none goes out unasked.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from groundwork.subject.asks import Ask
from groundwork.subject.counts import counted

BLANK = "______________"
FINANCE, HR, GRANTS = "finance", "human resources", "the grants office"
COUNSEL, DIRECTOR, SPONSOR = "counsel", "the director", "the sponsor"
SUPERVISOR = "the supervisor"
CHOSEN = "the supervisor of whoever is chosen"
HOLDER = "whoever holds the position"
SPEAKER = "whoever may speak for the department to a government"
COLUMNS = ("What", "Filled in by", "Answer")


@dataclass(frozen=True)
class Form:
    """A table that others fill in: what it is called, and each line with the office that fills it.

    Where a paper has one `for_each` position, the position's name stands behind the caption.
    """

    caption: str
    lines: Mapping[str, str]
    for_each: bool = False

    def rows(self, known: Mapping[str, str] | None = None) -> tuple[tuple[str, str, str], ...]:
        """Return the table's rows: each line with its office, and its blank.

        Parameters
        ----------
        known
            What the writer knows of a line, by the line: it stands there, to be confirmed.
        """
        known = known or {}
        return tuple(
            (what, office, _confirmed(known[what]) if known.get(what) else BLANK)
            for what, office in self.lines.items()
        )

    def name(self, position: str) -> str:
        """Return what the table of one position is called."""
        return f"{self.caption}: {position}"

    def asks(self, why: str) -> Iterator[Ask]:
        """Ask each office once for all that it fills in: the table has the lines."""
        for office, count in Counter(self.lines.values()).items():
            yield Ask(office, self.lines_of(count), why)

    def lines_of(self, count: int) -> str:
        """Say how many lines an office fills in, and in which table or tables."""
        lines = f"{counted(count, 'line')} in the table “{self.caption}”"
        return f"{lines}, in the one of each position named here" if self.for_each else lines


def _confirmed(known: str) -> str:
    return f"{known.strip().rstrip('.')}. Confirmed: {BLANK}"


CHARTER = Form(
    "To be filled in",
    {
        "In force from": DIRECTOR,
        "Holds until, or is reviewed on": DIRECTOR,
        "Changed or ended by whom, and who is heard before": DIRECTOR,
        "How many members must be there to decide (quorum)": SPONSOR,
        "The promise on punishment: kept, changed to, or struck": HR,
        "Takes reports of punishment, outside the reporter's chain of command": HR,
        "Other ways to report: EEO or civil rights office, union, state whistleblower law, outside "
        "agencies and their deadlines": HR,
    },
)
SIGNED_CHARTER = Form(
    "Signatures",
    {
        "Signed by the sponsor": SPONSOR,
        "Signed by the director": DIRECTOR,
        "Seen by human resources": HR,
        "Seen by counsel": COUNSEL,
        "Notice given to the union, where one is asked for": HR,
    },
)
AGREED = "Whoever holds the position: agreed, or what is not agreed, and day"
HOURS, STOPS = "Hours agreed, from which day", "What stops, or who covers"
GOES = "Where that work goes, and whether whoever takes it agreed in writing"
SEAT = Form(
    "For the supervisor and human resources to fill in",
    {
        HOURS: SUPERVISOR,
        STOPS: SUPERVISOR,
        GOES: SUPERVISOR,
        "Bargaining unit, or none": HR,
        "Exempt or nonexempt (overtime-eligible), and how the time is recorded": HR,
        "Notice to the union, and bargaining": HR,
        "Signed by the supervisor: position and day": SUPERVISOR,
    },
    for_each=True,
)
SEAT_BY_CALL = Form(
    "For the supervisor of whoever is chosen and human resources to fill in",
    {what: CHOSEN if who == SUPERVISOR else who for what, who in SEAT.lines.items()},
    for_each=True,
)
ROLE = Form(
    "To be filled in, first by whoever holds the position",
    {
        AGREED: HOLDER,
        "Union steward or contact in human resources who was asked, and day": HOLDER,
        "Done since when, and in which hours": HOLDER,
        "Owed for it until it is reclassified, and the last day to claim it": HR,
        "Position number, and how many people hold the position": HR,
        "Changes this position description alone, or the class specification and so everybody in "
        "the class": HR,
        "Classification stays or changes": HR,
        "Pay grade stays or changes": HR,
        "Minimum qualifications stay or change": HR,
        "Essential function, yes or no (it counts when an accommodation is asked for under the "
        "ADA)": HR,
        "Exempt or nonexempt (overtime-eligible)": HR,
        "Bargaining unit, or none": HR,
        "Notice to the union, and bargaining": HR,
        "Talked over with each who holds the position, on": SUPERVISOR,
        "In force from": HR,
        "Signed by the supervisor: position and day": SUPERVISOR,
        "Signed by human resources: position and day": HR,
    },
    for_each=True,
)
GOAL = Form(
    "To be filled in and signed",
    {
        "Year of the agreement, and the day of the talk in the middle of it": SUPERVISOR,
        "Hours freed, from which day": SUPERVISOR,
        "How the rating touches pay, a step or probation": HR,
        "Where a rating is answered or appealed, and within how many days": HR,
        "Notice to the union, and bargaining": HR,
        "Read by counsel: position and day": COUNSEL,
        AGREED: HOLDER,
        "Signed by the supervisor: position and day": SUPERVISOR,
        "Signed by human resources: position and day": HR,
    },
    for_each=True,
)
