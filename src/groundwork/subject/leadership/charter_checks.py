"""Check a core team's charter: standing, the seven functions, seats, rhythm, money, community."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundwork.subject import silence
from groundwork.subject.leadership.authority import ERROR, NUDGE, WARNING
from groundwork.subject.leadership.core_team import AUTHORITIES, FUNCTIONS, JOB_LEVELS, Charter
from groundwork.subject.positions import looks_like_a_person

LONGEST_GAP_WEEKS = 9
"""Weeks between meetings above which a team loses its thread: a rule of thumb of this course."""
FEWEST_UNITS = 3
"""Units that a team across the department should reach: a rule of thumb of this course."""


@dataclass(frozen=True)
class Remark:
    """What a charter lacks: the field, what is wrong, why it matters and what to try."""

    code: str
    severity: str
    field: str
    what: str
    why: str
    try_instead: str


def review(charter: Charter) -> list[Remark]:
    """Check a charter: standing, the seven functions, members, meetings, money and community."""
    return [
        *_standing(charter),
        *_functions(charter),
        *_members(charter),
        *_spread(charter),
        *_working(charter),
        *_community(charter),
    ]


def closing(remarks: Sequence[Remark]) -> str:
    """Say what the review looked at and cannot tell; show it below its remarks."""
    return silence.closing(
        remarks, "what a charter names: standing, functions, members, meetings and money"
    )


def _standing(charter: Charter) -> Iterator[Remark]:
    if not charter.mandate.strip():
        yield Remark(
            "GW-C01",
            ERROR,
            "mandate",
            "No mandate in writing is named.",
            "A team without a mandate is a book club: it can meet, and nothing has to follow.",
            "Name the signed order, policy or resolution and its date, or draft one to be signed.",
        )
    if not charter.sponsor.strip():
        yield Remark(
            "GW-C02",
            ERROR,
            "sponsor",
            "No sponsor is named.",
            "Somebody with power has to carry what the team cannot.",
            "Name a position on the senior team.",
        )
    elif looks_like_a_person(charter.sponsor):
        yield _person("sponsor", charter.sponsor)
    unknown = [item for item in charter.sponsor_authority if item not in AUTHORITIES]
    if unknown or not charter.sponsor_authority:
        yield Remark(
            "GW-C02",
            ERROR,
            "sponsor_authority",
            f"The sponsor's authority holds {', '.join(map(repr, unknown))}."
            if unknown
            else "The charter does not say what the sponsor can change.",
            "A sponsor who can change nothing can only wish the team well.",
            f"Write one or more of: {', '.join(AUTHORITIES)}. If none fits, find another sponsor.",
        )
    if not charter.decides.strip():
        yield Remark(
            "GW-C06",
            ERROR,
            "decides",
            "The charter gives the team nothing to decide.",
            "A team that may only recommend can be thanked and passed over.",
            "Write one thing the team decides alone, such as how its training money is spent.",
        )
    if charter.reply_within_days is None or charter.reply_within_days <= 0:
        yield Remark(
            "GW-C07",
            WARNING,
            "reply_within_days",
            "Nothing says when leadership answers the team's recommendations.",
            "Advice without a reply teaches people to stop giving it.",
            "Write a number of days within which a yes, or a no with its reason, comes in writing.",
        )


def _functions(charter: Charter) -> Iterator[Remark]:
    for name, meaning in FUNCTIONS.items():
        if not charter.functions.get(name, "").strip():
            yield Remark(
                "GW-C03",
                WARNING,
                "functions",
                f"Nothing is said about {name}.",
                f"It is one of the seven functions of a core team. {meaning}",
                "Write what the team will do, or which other group does it and how you connect.",
            )
    for name in charter.functions:
        if name not in FUNCTIONS:
            yield Remark(
                "GW-C03",
                ERROR,
                "functions",
                f"{name!r} is none of the seven functions.",
                "The names are shared so that teams can compare charters.",
                f"Use one of: {', '.join(FUNCTIONS)}.",
            )


def _members(charter: Charter) -> Iterator[Remark]:
    if not charter.members:
        yield Remark(
            "GW-C04",
            ERROR,
            "members",
            "The team has no members.",
            "A charter is about who will do the work.",
            "List the positions, their units and their paid hours.",
        )
    for member in charter.members:
        if looks_like_a_person(member.position):
            yield _person("members", member.position)
        if not member.paid_hours_a_month > 0:
            yield Remark(
                "GW-C04",
                ERROR,
                "members",
                f"{member.position or 'A seat'} has no paid hours for the team.",
                "Work on top of a full job falls on those who care most, and ends when they tire.",
                "Write the paid hours a month, and what the position does less of.",
            )
        elif not member.agreed_in_writing:
            yield Remark(
                "GW-C04",
                WARNING,
                "members",
                f"The hours of {member.position or 'a seat'} are not agreed in writing.",
                "Hours that a supervisor can take back are not there in a busy month.",
                "Ask the supervisor to sign the hours.",
            )


def _spread(charter: Charter) -> Iterator[Remark]:
    if not charter.members:
        return
    levels = {member.job_level.strip().lower() for member in charter.members}
    unknown = sorted(level for level in levels if level not in JOB_LEVELS)
    if unknown:
        yield Remark(
            "GW-C05",
            WARNING,
            "members",
            f"Job levels not known: {', '.join(level or 'empty' for level in unknown)}.",
            "The level shows whose view is at the table.",
            f"Use one of: {', '.join(JOB_LEVELS)}.",
        )
    if "frontline" not in levels or len(levels & set(JOB_LEVELS)) < 2:
        yield Remark(
            "GW-C05",
            WARNING,
            "members",
            "The team does not join frontline staff with other levels.",
            "Frontline staff see what rules do; managers can change them. One needs the other.",
            "Add seats, so that frontline and management are both there.",
        )
    units = {member.unit.strip().casefold() for member in charter.members} - {""}
    if len(units) < FEWEST_UNITS:
        yield Remark(
            "GW-C05",
            WARNING,
            "members",
            f"The members come from {len(units)} unit{'' if len(units) == 1 else 's'}.",
            "What one unit decides about equity the others can call its hobby.",
            f"Reach {FEWEST_UNITS} units or more, with finance or HR among them if you can.",
        )


def _working(charter: Charter) -> Iterator[Remark]:
    weeks = charter.weeks_between_meetings
    if weeks is None or weeks <= 0:
        yield Remark(
            "GW-C08",
            ERROR,
            "weeks_between_meetings",
            "No rhythm of meetings is set.",
            "What has no date gives way to what has one.",
            "Write how many weeks lie between meetings, such as 4.",
        )
    elif weeks > LONGEST_GAP_WEEKS:
        yield Remark(
            "GW-C08",
            WARNING,
            "weeks_between_meetings",
            f"Meetings are {weeks:g} weeks apart.",
            "A team that meets less than every two months starts anew each time.",
            "Meet every four to six weeks, even if shorter.",
        )
    if not charter.budget_line.strip():
        yield Remark(
            "GW-C09",
            WARNING,
            "budget_line",
            "No budget line is named.",
            "Hours, interpreters and stipends are paid from somewhere, or they are not paid.",
            "Name the line and the amount for the year.",
        )
    if charter.term_months is None or charter.term_months <= 0 or not charter.rotation.strip():
        yield Remark(
            "GW-C10",
            WARNING,
            "term_months" if not charter.term_months else "rotation",
            "Terms and rotation are not set.",
            "Without terms the same few carry the work, and new leaders find no seat.",
            "Write a term, such as 24 months, and how half the seats change at a time.",
        )


def _community(charter: Charter) -> Iterator[Remark]:
    if not charter.community_voice.strip():
        yield Remark(
            "GW-C11",
            WARNING,
            "community_voice",
            "The charter does not say how the community is heard.",
            "A team of staff alone hears what staff notice.",
            "Write who is heard, where, how often, and how they learn what came of it.",
        )
    elif not charter.community_paid.strip():
        yield Remark(
            "GW-C11",
            WARNING,
            "community_paid",
            "The charter does not say how community members are paid.",
            "Staff at the same table are paid.",
            "Name the rule and the rate. If nobody is paid, write that, and why.",
        )


def _person(field: str, name: str) -> Remark:
    return Remark(
        "GW-C12",
        NUDGE,
        field,
        f"{name!r} reads like a person's name.",
        "A charter outlives a change of staff, and may become a public record.",
        "Write the position.",
    )
