"""The charter of a core team, checked against the seven functions of such a team.

The seven functions are those of Race Forward and GARE, "Racial Equity Core Teams: The Engines of
Institutional Change" (2018), described in our own words. What a charter needs beside them (mandate,
sponsor, paid hours, authority, budget line) follows the practice "Build Internal Infrastructure and
Capacity" and the case of the Boston Public Health Commission's advisory committee.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from groundwork.subject import records

FUNCTIONS: dict[str, str] = {
    "catalysing systems change": "Find the rules and budgets that make gaps, and move them.",
    "coordinating action plans": "Keep one plan for all units, with positions, dates and measures.",
    "cultivating new leaders": "Bring in staff who do not lead yet, and hand them real work.",
    "capacity building": "See that all staff get the skills and the paid time to use them.",
    "communicating": "Tell staff and community what is planned, done and not done.",
    "collecting and analyzing data": "Know the gaps, what makes them, and whether the work helps.",
    "championing": "Stand up for the work when money or patience runs short.",
}
"""The seven functions and what each means here."""

JOB_LEVELS = ("frontline", "supervisor", "manager", "executive")
AUTHORITIES = ("money", "staffing", "rule")


@dataclass(frozen=True)
class Member:
    """A seat on the team: a position, never a person's name."""

    position: str
    unit: str = ""
    job_level: str = ""
    paid_hours_a_month: float = 0.0
    agreed_in_writing: bool = False


@dataclass(frozen=True)
class Charter:
    """What gives a core team its standing. Everything may be left empty; the checks say what lacks.

    Attributes
    ----------
    mandate
        The signed text that makes the team official, with its date.
    functions
        For each of `FUNCTIONS`, what this team will do.
    decides
        What the team may decide without asking.
    reply_within_days
        How fast leadership answers a recommendation, in writing.
    """

    name: str = ""
    mandate: str = ""
    sponsor: str = ""
    sponsor_authority: tuple[str, ...] = ()
    functions: Mapping[str, str] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    decides: str = ""
    reply_within_days: int | None = None
    weeks_between_meetings: float | None = None
    budget_line: str = ""
    term_months: int | None = None
    rotation: str = ""
    community_voice: str = ""
    community_paid: str = ""


def paid_hours_a_month(charter: Charter) -> float:
    """Add up the paid hours a month of all members."""
    return sum(member.paid_hours_a_month for member in charter.members)


def to_data(charter: Charter) -> dict[str, Any]:
    """Turn a charter into plain lists and dictionaries, ready for JSON."""
    data: dict[str, Any] = records.to_data(charter)
    return data


def from_data(data: Any) -> Charter:
    """Read back what `to_data` wrote, or raise a UserError that names the damaged place."""
    return records.from_data(Charter, data, "charter")
