"""What a leader commits to, as acts with a day: money, time, agenda, a review, a bounded trial.

A commitment that is only said can be neither kept nor broken. The kinds are those things that a
leader can give and nobody else; none of them was tested by itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundwork.subject import silence
from groundwork.subject.leadership import harms
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark, harms_first

TRIAL, REVIEW = "trial", "review"
KINDS: dict[str, str] = {
    "money": "money: a line and an amount",
    "time": "time: paid hours of staff",
    "agenda": "agenda: what goes on it, what goes off",
    REVIEW: "review: how the leader is judged",
    "authority": "authority: a decision handed over",
    TRIAL: "a trial: small, with a risk owner and a stop rule",
}

_DAY = re.compile(r"\d")
_SAID = re.compile(
    r"\b(?:support|encourage|value|embrace|believe|champion|promote|commit|prioritize)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Act:
    """One act of a leader: a kind of `KINDS`, the day by which, and who sees that it is done."""

    what: str
    kind: str = ""
    day: str = ""
    seen_by: str = ""


def review(acts: Sequence[Act]) -> list[Remark]:
    """Check that each act can be seen and has a day, and that the leader is judged too.

    What can hurt somebody comes first.
    """
    found = [remark for act in acts for remark in (*_harms(act), *_each(act))]
    if acts and not any(act.kind == REVIEW for act in acts):
        found.append(
            Remark(
                code="GW-L04",
                severity=NUDGE,
                what="No act says how the leader is reviewed.",
                why="What a leader is asked about once a year is what staff see them do.",
                try_instead="Ask which line of the leader's own review could name one of them.",
            )
        )
    return harms_first(found)


def closing(remarks: Sequence[Remark]) -> str:
    """Say what the review looked at and cannot tell; show it below its remarks."""
    return silence.closing(remarks, "what an act names: something seen, a day, and who sees it")


def _harms(act: Act) -> Iterator[Remark]:
    return harms.found(
        act.what, titles={"seen_by": act.seen_by}, sentences={"what": act.what, "day": act.day}
    )


def _each(act: Act) -> Iterator[Remark]:
    if not _DAY.search(act.day):
        yield Remark(
            code="GW-L01",
            severity=ERROR,
            about=act.what,
            part="day",
            what=f"“{act.what}” has no day.",
            why="An act without a day is late on no day.",
            try_instead="Write the day, such as March 2.",
            question=f"By which day: {act.what}?",
        )
    if said := _SAID.search(act.what):
        yield Remark(
            code="GW-L02",
            severity=WARNING,
            about=act.what,
            part="what",
            what=f"“{said[0]}” cannot be seen.",
            why="Staff can see a signature, a line, an hour, an item on an agenda.",
            try_instead="Write what somebody could photograph: who signs what.",
        )
    if not act.seen_by.strip():
        yield Remark(
            code="GW-L03",
            severity=NUDGE,
            about=act.what,
            part="seen_by",
            what=f"Nobody is named who sees whether “{act.what}” is done.",
            why="What nobody looks for is not missed.",
            try_instead="Name a position or a meeting.",
        )
