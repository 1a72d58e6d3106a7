"""A goal for a year's performance agreement: an act, a day, paid hours, and who asks about it.

A job description says what a position is for, an agreement what its holder does this year. Nobody
is marked for a belief, or for what lies in other hands. No agreement of this kind was tested:
Washington's Office of Healthy Communities described in 2012 that it wrote such goals.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from groundwork.subject import silence
from groundwork.subject.counts import counted
from groundwork.subject.days import in_words
from groundwork.subject.leadership import duties, harms, said
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.two_papers import APART, FULL_TIME_HOURS
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark, harms_first

_IN_OTHER_HANDS = re.compile(
    r"\b(?:clos|reduc|eliminat|narrow|lower|improv)\w* (?:[\w'’-]+ ){0,4}?"
    r"(?:gaps?|disparit(?:y|ies)|inequit(?:y|ies)|outcomes?|health|deaths?|births?|trust)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class YearGoal:
    """What one position does in one year, as its performance agreement would have it.

    Attributes
    ----------
    position
        The position, never a person's name; a leader's own, too.
    does
        What it does: an action, an object, how many.
    day
        By which day, as 2027-06-30; other words where somebody wrote them.
    hours
        Paid hours for it in the year; None when not known.
    asks
        The position that asks about it.
    shown_by
        What shows that it is done.
    not_counted
        What lies in other hands, and is not counted against the person.
    """

    position: str = ""
    does: str = ""
    day: str = ""
    hours: float | None = None
    asks: str = ""
    shown_by: str = ""
    not_counted: str = ""


def review(
    goals: Sequence[YearGoal], roles: Sequence[RoleStatement] = (), today: date | None = None
) -> list[Remark]:
    """Check each goal; what can hurt somebody comes first.

    Parameters
    ----------
    roles
        The role statements, whose share of time the hours of a goal are held beside.
    today
        The day on which it is read, or none: then no day is past.
    """
    found = [
        remark
        for goal in goals
        for remark in (*_harms(goal), *_lacks(goal, today), *_beside(goal, roles))
    ]
    return harms_first(found)


def closing(remarks: Sequence[Remark]) -> str:
    """Say what the review looked at and cannot tell; show it below its remarks."""
    return silence.closing(remarks, "what a goal names: an act, a day, hours and who asks")


def hours_of(role: RoleStatement) -> float | None:
    """Return the hours a year of a statement's share of a full-time position; None without one.

    >>> hours_of(RoleStatement(share=2))
    41.6
    """
    return None if role.share is None else round(role.share * FULL_TIME_HOURS / 100, 1)


def statement_of(goal: YearGoal, roles: Sequence[RoleStatement]) -> RoleStatement | None:
    """Return the role statement of the same position, or None."""
    name = goal.position.strip().casefold()
    return next((role for role in roles if name and role.position.strip().casefold() == name), None)


def _harms(goal: YearGoal) -> Iterator[Remark]:
    return harms.found(
        goal.position,
        titles={"position": goal.position, "asks": goal.asks},
        sentences={
            "does": goal.does,
            "day": goal.day,
            "shown_by": goal.shown_by,
            "not_counted": goal.not_counted,
        },
        marked=("does", "shown_by"),
    )


def _lacks(goal: YearGoal, today: date | None) -> Iterator[Remark]:
    found = (*_act(goal), *_day(goal, today), *_hours(goal), *_judged(goal))
    for code, severity, part, what, why, try_instead in found:
        yield Remark(
            code=code,
            severity=severity,
            about=goal.position,
            part=part,
            what=what,
            why=why,
            try_instead=try_instead,
        )


def _act(goal: YearGoal) -> Iterator[duties.Found]:
    yield from duties.unclear(goal.does, "does")
    if found := _IN_OTHER_HANDS.search(goal.does):
        yield (
            "GW-Y01",
            WARNING,
            "does",
            f"“{found[0]}” is in no one person's hands.",
            "A condition of many people moves for many reasons, and somebody would be marked for "
            "it.",
            "Write the act by which this position does its part.",
        )
    else:
        yield from duties.rhythm(goal.does, "does")
    if words := said.unpaid(f"{goal.does}\n{goal.shown_by}"):
        yield (
            "GW-P15",
            ERROR,
            "does",
            f"“{words}” puts the work outside of paid hours.",
            "Nobody works unpaid hours. Hours already worked are reported, and paid.",
            "Name what comes off, and ask HR about the rest.",
        )


def _day(goal: YearGoal, today: date | None) -> Iterator[duties.Found]:
    try:
        day = date.fromisoformat(goal.day.strip())
    except ValueError:
        yield (
            "GW-Y02",
            ERROR,
            "day",
            f"The day is “{goal.day.strip()}”." if goal.day.strip() else "No day is named.",
            "A goal without a day is late on no day, or on any day that somebody picks.",
            "Write a date, such as June 30, 2027.",
        )
        return
    if today and day < today:
        yield (
            "GW-Y02",
            WARNING,
            "day",
            f"The day was {in_words(day)}.",
            "A goal is agreed before its year, and not after it.",
            "Set a day in the year that the agreement is for.",
        )


def _hours(goal: YearGoal) -> Iterator[duties.Found]:
    if not goal.hours or goal.hours <= 0:
        yield (
            "GW-Y03",
            ERROR,
            "hours",
            "No paid hours are named." if not goal.hours else f"The hours are {goal.hours:g}.",
            "A goal without hours is met after work, or missed.",
            "Write the hours a year: 2 percent of full time are about 42.",
        )


def _judged(goal: YearGoal) -> Iterator[duties.Found]:
    if not goal.asks.strip():
        yield (
            "GW-Y04",
            WARNING,
            "asks",
            "Nobody is named who asks about it.",
            "A line that nobody may ask about is done by a few.",
            "Name the position that supervises this one.",
        )
    elif goal.asks.strip().casefold() == goal.position.strip().casefold():
        yield (
            "GW-Y04",
            ERROR,
            "asks",
            "The position asks itself.",
            "Somebody else has to ask how it goes.",
            "Name the position above it.",
        )
    if not goal.shown_by.strip():
        yield (
            "GW-Y05",
            NUDGE,
            "shown_by",
            "Nothing says what shows that it is done.",
            "Two supervisors would give two different marks.",
            "Name a page, a list or a meeting that both can look at.",
        )
    if not goal.not_counted.strip():
        yield (
            "GW-Y06",
            WARNING,
            "not_counted",
            "It does not say what is not counted against the person.",
            "What waits for another's signature would be marked as this person's failure.",
            "Write what lies in other hands: hours that were not freed, an answer that came late, "
            "a concern raised in good faith.",
        )


def _beside(goal: YearGoal, roles: Sequence[RoleStatement]) -> Iterator[Remark]:
    role = statement_of(goal, roles)
    if role is None or role.share is None or not goal.hours:
        return
    share = goal.hours / FULL_TIME_HOURS * 100
    if share > role.share + APART:
        yield Remark(
            code="GW-Y07",
            severity=NUDGE,
            about=goal.position,
            part="hours",
            what=f"{counted(goal.hours, 'hour')} a year would be about {share:.0f} percent of "
            f"full time; the role statement names {role.share:g} percent "
            f"(about {counted(round(hours_of(role) or 0), 'hour')}).",
            why="HR and payroll read both.",
            try_instead="Write one share in both, or fewer hours here.",
            question=f"which holds: {counted(goal.hours, 'hour')} a year, "
            f"or {role.share:g} percent",
        )
