"""Role statements: the equity work of a position, as its job description has it.

Source: the practice "Build Internal Infrastructure and Capacity" (include responsibilities in staff
roles and job descriptions; baseline staff roles in the budget).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundwork.subject import outside, silence
from groundwork.subject.leadership import duties, harms, moved_work, said
from groundwork.subject.leadership.core_team import FUNDS, fund_in_words
from groundwork.subject.leadership.duties import Found
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark, harms_first
from groundwork.subject.states import added

CHANGES: dict[str, str] = {
    "replaced": "it goes, and the new text stands in its place",
    "added": "it stays, and the new text is added",
}
"""What becomes of the text that a job description has now."""
FEWEST_FOR_A_PATTERN = 3
"""Statements from which the share of one position in the whole is looked at."""


@dataclass(frozen=True)
class RoleStatement:
    """The equity work of one position.

    Attributes
    ----------
    position
        The position, never a person's name.
    share
        Percent of the position's paid time, 0 to 100.
    current
        What the job description says now, with its date.
    change
        What becomes of that text: a key of `CHANGES`, or "".
    comes_off
        What the position does less of, for these hours.
    authority
        What the position may decide in this work.
    measured_by
        The metric cards or review items that show how it goes.
    funded_by
        One of `core_team.FUNDS`.
    receiver
        Where the work goes that comes off: a key of `moved_work.RECEIVER`, or "".
    knowledge
        What somebody has to know for it, as years of work with the residents concerned, and how
        that is to count.
    """

    position: str = ""
    unit: str = ""
    share: float | None = None
    duties: tuple[str, ...] = ()
    authority: str = ""
    reports_to: str = ""
    measured_by: str = ""
    funded_by: str = ""
    current: str = ""
    change: str = ""
    comes_off: str = ""
    receiver: str = ""
    knowledge: str = ""

    @property
    def comes_off_in_words(self) -> str:
        """What comes off, as a paper says it."""
        return said.given_up(self.comes_off)


def review(role: RoleStatement) -> list[Remark]:
    """Check one role statement; what can hurt somebody comes first."""
    return [
        *_harms(role),
        *_lacks(role),
    ]


def _harms(role: RoleStatement) -> Iterator[Remark]:
    now = {"current": role.current}
    yield from outside.remarks(now, about=role.position, of_duties=True)
    yield from harms.found(
        role.position,
        titles={
            "position": role.position,
            "unit": role.unit,
            "reports_to": role.reports_to,
        },
        sentences={
            "duties": "\n".join(role.duties),
            "comes_off": role.comes_off,
            "authority": role.authority,
            "knowledge": role.knowledge,
            "measured_by": role.measured_by,
        },
        marked=("measured_by",),
    )


def _lacks(role: RoleStatement) -> list[Remark]:
    return [
        Remark(
            code=code,
            severity=severity,
            about=role.position,
            part=field,
            what=what,
            why=why,
            try_instead=try_instead,
        )
        for code, severity, field, what, why, try_instead in (
            *_share(role),
            *_duties(role),
            *_standing(role),
            *_money(role),
            *_unpaid(role),
        )
    ]


def closing(remarks: Sequence[Remark]) -> str:
    """Say what the review looked at and cannot tell; show it below its remarks."""
    return silence.closing(
        remarks, "what a role statement names: duties, time, authority and support"
    )


def _share(role: RoleStatement) -> Iterator[Found]:
    if not role.position.strip():
        yield (
            "GW-P01",
            ERROR,
            "position",
            "No position is named.",
            "A duty belongs to a position.",
            "Write the title as HR has it.",
        )
    if role.share is None:
        yield (
            "GW-P02",
            ERROR,
            "share",
            "No share of time is stated.",
            "Work without hours is done after hours.",
            "Write a percent, such as 20 (8 hours of a 40-hour week).",
        )
    elif not 0 < role.share <= 100:
        yield (
            "GW-P02",
            ERROR,
            "share",
            f"The share is {role.share:g} percent.",
            "A share is more than 0 and at most 100 percent of paid time.",
            "Write a percent, such as 20 (8 hours of a 40-hour week).",
        )
    elif role.share < 1:
        yield (
            "GW-P02",
            NUDGE,
            "share",
            f"The share is {role.share:g} percent: under half an hour a week.",
            "A half typed as 0.5 means half a percent here.",
            "If you mean half the time, write 50.",
        )
    if not role.current.strip():
        yield (
            "GW-P03",
            WARNING,
            "current",
            "What the job description says now is not written.",
            "HR changes a text, and what is not in it is a favor that can be asked back.",
            "Copy the sentence that is to change, or write that there is none.",
        )
    if not said.something(role.comes_off):
        yield (
            "GW-P11",
            ERROR,
            "comes_off",
            "Nothing comes off." if role.comes_off.strip() else "What comes off is not known yet.",
            "A share of time without something that stops is extra work, done after hours or not.",
            "Name a duty that ends, shrinks or goes to another position, and who agreed.",
        )
    elif not moved_work.agreed(role.comes_off, role.receiver):
        yield (
            "GW-P18",
            WARNING,
            "comes_off",
            f"“{role.comes_off.strip()}”: nothing says that whoever receives it was asked.",
            "Work that is handed on takes hours there, and may be out of class.",
            "Ask that position's supervisor and HR first. Does it go to nobody? Say so.",
        )


def _duties(role: RoleStatement) -> Iterator[Found]:
    if not any(map(duties.is_clear, role.duties)):
        yield (
            "GW-P04",
            ERROR,
            "duties",
            "No duty is named.",
            "A share of time without duties fills with other work.",
            "Write two to five things that the position does and that somebody could see.",
        )
    for duty in role.duties:
        yield from duties.unclear(duty, "duties")
        yield from duties.rhythm(duty, "duties")


def _standing(role: RoleStatement) -> Iterator[Found]:
    if not role.authority.strip():
        yield (
            "GW-P06",
            WARNING,
            "authority",
            "Nothing says what the position may decide.",
            "Responsibility without authority is blame in waiting.",
            "Write what it decides alone, such as stopping a form that asks too much.",
        )
    for field, what in (
        ("reports_to", "to which position it reports"),
        ("measured_by", "how it goes"),
    ):
        if not getattr(role, field).strip():
            yield (
                "GW-P07",
                WARNING,
                field,
                f"The statement does not say {what}.",
                "What nobody asks about is not in the job for long.",
                "Name the position, or the metric card and the yearly review.",
            )
    same = role.reports_to.strip().casefold() == role.position.strip().casefold()
    if role.position.strip() and same:
        yield (
            "GW-P07",
            ERROR,
            "reports_to",
            "The position reports to itself.",
            "Somebody else has to ask how it goes.",
            "Name the position above it.",
        )


def _money(role: RoleStatement) -> Iterator[Found]:
    if role.funded_by not in FUNDS or role.funded_by == "unknown":
        yield (
            "GW-P08",
            WARNING,
            "funded_by",
            f"The money that pays it: {fund_in_words(role.funded_by)}.",
            "Money counts as ending until it is shown to recur.",
            "Ask finance, then choose one of these: "
            f"{'; '.join(words for fund, words in FUNDS.items() if fund != 'unknown')}.",
        )
    elif not role.funded_by.startswith("recurring"):
        yield (
            "GW-P08",
            WARNING,
            "funded_by",
            f"The money that pays it: {fund_in_words(role.funded_by)}.",
            "When the money ends, the work ends with it.",
            "Write the end date, and ask for the position in the baseline.",
        )


def _unpaid(role: RoleStatement) -> Iterator[Found]:
    for field, text in (("duties", "\n".join(role.duties)), ("comes_off", role.comes_off)):
        if words := said.unpaid(text):
            yield (
                "GW-P15",
                ERROR,
                field,
                f"“{words}” puts the work outside of paid hours.",
                "Nobody works unpaid hours. Hours already worked are reported, and paid.",
                "Name what comes off, and ask HR about the rest.",
            )


def review_all(roles: Sequence[RoleStatement]) -> list[Remark]:
    """Check each statement and then the set: doubles, and work that hangs on one position."""
    found = [remark for role in roles for remark in review(role)]
    names = [role.position.strip().casefold() for role in roles]
    for name in dict.fromkeys(names):
        if name and names.count(name) > 1:
            position = roles[names.index(name)].position
            found.append(
                Remark(
                    code="GW-P09",
                    severity=ERROR,
                    about=position,
                    part="position",
                    what=f"{position} has {names.count(name)} statements.",
                    why="Two statements for one position will not stay alike.",
                    try_instead="Keep one. For two positions of one title, add the unit or the "
                    "number.",
                )
            )
    total = equity_fte([role for role in roles if role.share is not None])
    for role in roles:
        part = role.share or 0
        if len(roles) >= FEWEST_FOR_A_PATTERN and total > 0 and part / 100 > 0.8 * total:
            found.append(
                Remark(
                    code="GW-P10",
                    severity=NUDGE,
                    about=role.position,
                    part="share",
                    what=f"{role.position} carries {part / total:.0f} % of all equity time listed.",
                    why="When the work is one position's, every other position can pass it on.",
                    try_instead="Give other positions a share of their own, with duties in their "
                    "own field.",
                )
            )
    return harms_first(found)


def equity_fte(roles: Sequence[RoleStatement]) -> float:
    """Add up the shares, in full-time positions: 20 and 50 percent make 0.7.

    NaN when the share of a position is not known.
    """
    return added([role.share for role in roles], "shares of the positions") / 100
