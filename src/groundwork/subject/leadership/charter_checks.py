"""Check a core team's charter: standing, the seven functions, seats, rhythm, money, community."""

from collections.abc import Iterator, Sequence

from groundwork.subject import silence
from groundwork.subject.leadership.authority import ERROR, NUDGE, WARNING
from groundwork.subject.leadership.core_team import AUTHORITIES, FUNCTIONS, JOB_LEVELS, Charter
from groundwork.subject.positions import looks_like_a_person
from groundwork.subject.remark import Remark

LONGEST_GAP_WEEKS = 9
"""Weeks between meetings above which a team loses its thread: a rule of thumb of this course."""
FEWEST_UNITS = 3
"""Units that a team across the department should reach: a rule of thumb of this course."""


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
            code="GW-C01",
            severity=ERROR,
            part="mandate",
            what="No mandate in writing is named.",
            why="A team without a mandate is a book club: it can meet, and nothing has to follow.",
            try_instead="Name the signed order, policy or resolution and its date, or draft one to "
            "be signed.",
        )
    if not charter.sponsor.strip():
        yield Remark(
            code="GW-C02",
            severity=ERROR,
            part="sponsor",
            what="No sponsor is named.",
            why="Somebody with power has to carry what the team cannot.",
            try_instead="Name a position on the senior team.",
        )
    elif looks_like_a_person(charter.sponsor):
        yield _person("sponsor", charter.sponsor)
    unknown = [item for item in charter.sponsor_authority if item not in AUTHORITIES]
    if unknown or not charter.sponsor_authority:
        yield Remark(
            code="GW-C02",
            severity=ERROR,
            part="sponsor_authority",
            what=f"The sponsor's authority holds {', '.join(map(repr, unknown))}."
            if unknown
            else "The charter does not say what the sponsor can change.",
            why="A sponsor who can change nothing can only wish the team well.",
            try_instead=f"Write one or more of: {', '.join(AUTHORITIES)}. If none fits, find "
            "another sponsor.",
        )
    if not charter.decides.strip():
        yield Remark(
            code="GW-C06",
            severity=ERROR,
            part="decides",
            what="The charter gives the team nothing to decide.",
            why="A team that may only recommend can be thanked and passed over.",
            try_instead="Write one thing the team decides alone, such as how its training money is "
            "spent.",
        )
    if charter.reply_within_days is None or charter.reply_within_days <= 0:
        yield Remark(
            code="GW-C07",
            severity=WARNING,
            part="reply_within_days",
            what="Nothing says when leadership answers the team's recommendations.",
            why="Advice without a reply teaches people to stop giving it.",
            try_instead="Write a number of days within which a yes, or a no with its reason, comes "
            "in writing.",
        )


def _functions(charter: Charter) -> Iterator[Remark]:
    for name, meaning in FUNCTIONS.items():
        if not charter.functions.get(name, "").strip():
            yield Remark(
                code="GW-C03",
                severity=WARNING,
                part="functions",
                what=f"Nothing is said about {name}.",
                why=f"It is one of the seven functions of a core team. {meaning}",
                try_instead="Write what the team will do, or which other group does it and how you "
                "connect.",
            )
    for name in charter.functions:
        if name not in FUNCTIONS:
            yield Remark(
                code="GW-C03",
                severity=ERROR,
                part="functions",
                what=f"{name!r} is none of the seven functions.",
                why="The names are shared so that teams can compare charters.",
                try_instead=f"Use one of: {', '.join(FUNCTIONS)}.",
            )


def _members(charter: Charter) -> Iterator[Remark]:
    if not charter.members:
        yield Remark(
            code="GW-C04",
            severity=ERROR,
            part="members",
            what="The team has no members.",
            why="A charter is about who will do the work.",
            try_instead="List the positions, their units and their paid hours.",
        )
    for member in charter.members:
        if looks_like_a_person(member.position):
            yield _person("members", member.position)
        if not member.paid_hours_a_month > 0:
            yield Remark(
                code="GW-C04",
                severity=ERROR,
                part="members",
                what=f"{member.position or 'A seat'} has no paid hours for the team.",
                why="Work on top of a full job falls on those who care most, and ends when they "
                "tire.",
                try_instead="Write the paid hours a month, and what the position does less of.",
            )
        elif not member.agreed_in_writing:
            yield Remark(
                code="GW-C04",
                severity=WARNING,
                part="members",
                what=f"The hours of {member.position or 'a seat'} are not agreed in writing.",
                why="Hours that a supervisor can take back are not there in a busy month.",
                try_instead="Ask the supervisor to sign the hours.",
            )


def _spread(charter: Charter) -> Iterator[Remark]:
    if not charter.members:
        return
    levels = {member.job_level.strip().lower() for member in charter.members}
    unknown = sorted(level for level in levels if level not in JOB_LEVELS)
    if unknown:
        yield Remark(
            code="GW-C05",
            severity=WARNING,
            part="members",
            what=f"Job levels not known: {', '.join(level or 'empty' for level in unknown)}.",
            why="The level shows whose view is at the table.",
            try_instead=f"Use one of: {', '.join(JOB_LEVELS)}.",
        )
    if "frontline" not in levels or len(levels & set(JOB_LEVELS)) < 2:
        yield Remark(
            code="GW-C05",
            severity=WARNING,
            part="members",
            what="The team does not join frontline staff with other levels.",
            why="Frontline staff see what rules do; managers can change them. One needs the other.",
            try_instead="Add seats, so that frontline and management are both there.",
        )
    units = {member.unit.strip().casefold() for member in charter.members} - {""}
    if len(units) < FEWEST_UNITS:
        yield Remark(
            code="GW-C05",
            severity=WARNING,
            part="members",
            what=f"The members come from {len(units)} unit{'' if len(units) == 1 else 's'}.",
            why="What one unit decides about equity the others can call its hobby.",
            try_instead=f"Reach {FEWEST_UNITS} units or more, with finance or HR among them if you "
            "can.",
        )


def _working(charter: Charter) -> Iterator[Remark]:
    weeks = charter.weeks_between_meetings
    if weeks is None or weeks <= 0:
        yield Remark(
            code="GW-C08",
            severity=ERROR,
            part="weeks_between_meetings",
            what="No rhythm of meetings is set.",
            why="What has no date gives way to what has one.",
            try_instead="Write how many weeks lie between meetings, such as 4.",
        )
    elif weeks > LONGEST_GAP_WEEKS:
        yield Remark(
            code="GW-C08",
            severity=WARNING,
            part="weeks_between_meetings",
            what=f"Meetings are {weeks:g} weeks apart.",
            why="A team that meets less than every two months starts anew each time.",
            try_instead="Meet every four to six weeks, even if shorter.",
        )
    if not charter.budget_line.strip():
        yield Remark(
            code="GW-C09",
            severity=WARNING,
            part="budget_line",
            what="No budget line is named.",
            why="Hours, interpreters and stipends are paid from somewhere, or they are not paid.",
            try_instead="Name the line and the amount for the year.",
        )
    if charter.term_months is None or charter.term_months <= 0 or not charter.rotation.strip():
        yield Remark(
            code="GW-C10",
            severity=WARNING,
            part="term_months" if not charter.term_months else "rotation",
            what="Terms and rotation are not set.",
            why="Without terms the same few carry the work, and new leaders find no seat.",
            try_instead="Write a term, such as 24 months, and how half the seats change at a time.",
        )


def _community(charter: Charter) -> Iterator[Remark]:
    if not charter.community_voice.strip():
        yield Remark(
            code="GW-C11",
            severity=WARNING,
            part="community_voice",
            what="The charter does not say how the community is heard.",
            why="A team of staff alone hears what staff notice.",
            try_instead="Write who is heard, where, how often, and how they learn what came of it.",
        )
    elif not charter.community_paid.strip():
        yield Remark(
            code="GW-C11",
            severity=WARNING,
            part="community_paid",
            what="The charter does not say how community members are paid.",
            why="Staff at the same table are paid.",
            try_instead="Name the rule and the rate. If nobody is paid, write that, and why.",
        )


def _person(field: str, name: str) -> Remark:
    return Remark(
        code="GW-C12",
        severity=NUDGE,
        part=field,
        what=f"{name!r} reads like a person's name.",
        why="A charter outlives a change of staff, and may become a public record.",
        try_instead="Write the position.",
    )
