"""Check a core team's charter: standing, say, functions, seats, hours, and who is heard."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from groundwork.subject import silence
from groundwork.subject.counts import counted
from groundwork.subject.leadership import harms, moved_work, said
from groundwork.subject.leadership.core_team import (
    FUNCTIONS,
    LASTING,
    PARTS,
    Charter,
    Seat,
    fund_in_words,
)
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark, harms_first

FEWEST_UNITS = 3
"""Units that a team across the department should reach: a rule of thumb of this course."""
LONGEST_REPLY = 60
"""Days above which an answer comes too late to matter: a rule of thumb of this course."""

_PAUSE = re.compile(
    r"\b(?:paus|halt|delay|suspend|postpon|veto|stop|hold[s]? (?:back|up)|send[s]? back|return)\w*",
    re.IGNORECASE,
)
_LACKS: dict[str, tuple[str, str]] = {
    "purpose": (
        "What has no purpose in writing becomes whatever comes up.",
        "Write one sentence: what the team changes, and in which units.",
    ),
    "mandate": (
        "A team without a mandate can meet, and nothing has to follow.",
        "Name the signed order, policy or resolution and its day, or who is to sign one.",
    ),
    "decides": (
        "A team that may only recommend can be thanked and passed over.",
        "Write one thing that it decides alone, such as how its training money is spent.",
    ),
    "asked": (
        "Who is asked after the fact can only object.",
        "Name the decisions before which the team is asked, and one that it may pause, and for how "
        "long.",
    ),
    "reply": (
        "Advice without a reply teaches people to stop giving it.",
        "Name who answers in writing, yes or no with its reason, and within how many days.",
    ),
    "support": (
        "Somebody with power has to carry what the team cannot.",
        "Name the sponsor's position, who takes notes, and the money for training and coaching.",
    ),
    "community": (
        "A team of staff alone hears what staff notice.",
        "Write who is heard, how often, how they are paid and how they learn what came of it.",
    ),
    "nation": (
        "A Tribal Nation is a government of its own, and no group of residents.",
        "Write which Nation the work touches, who may speak to it for the department, and what it "
        "answered on how it wants to take part. None? Write who looked.",
    ),
    "rhythm": (
        "Without a term the same few carry the work, and nobody else finds a seat.",
        "Write how often it meets, how long a seat lasts, how seats are called for, and the day of "
        "its review.",
    ),
}


def review(charter: Charter) -> list[Remark]:
    """Check a charter: its parts, its functions and its seats; what can hurt comes first."""
    return harms_first(
        [
            *_harms(charter),
            *_parts(charter),
            *_functions(charter),
            *seats_review(charter.seats),
        ]
    )


def _harms(charter: Charter) -> Iterator[Remark]:
    for part in charter.parts:
        for remark in harms.found("", sentences={part.name: part.says}):
            yield replace(remark, what=f"{PARTS[part.name]}: {remark.what}")


def closing(remarks: Sequence[Remark]) -> str:
    """Say what the review looked at and cannot tell; show it below its remarks."""
    return silence.closing(remarks, "what a charter names: standing, say, functions and seats")


def seats_closing(remarks: Sequence[Remark]) -> str:
    """Say the same below a list of seats."""
    return silence.closing(remarks, "what a seat names: hours, fund, what stops and who agreed")


def _parts(charter: Charter) -> Iterator[Remark]:
    for name, heading in PARTS.items():
        part = charter.part(name)
        if part is None:
            why, try_instead = _LACKS[name]
            yield Remark(
                code="GW-C01",
                severity=ERROR if name in ("mandate", "decides") else WARNING,
                part=name,
                what=f"“{heading}” says nothing yet.",
                why=why,
                try_instead=try_instead,
                question=f"What stands under “{heading}”?",
            )
    reply = charter.part("reply")
    if reply and reply.days is None:
        yield Remark(
            code="GW-C02",
            severity=WARNING,
            part="reply",
            what="It names no number of days within which an answer comes.",
            why="“Soon” is a date that never passes.",
            try_instead="Write a number of days.",
            question="Within how many days does the answer come?",
        )
    elif reply and reply.days and reply.days > LONGEST_REPLY:
        yield Remark(
            code="GW-C02",
            severity=NUDGE,
            part="reply",
            what=f"An answer may take {reply.days} days.",
            why="By then most decisions are made.",
            try_instead="Ask for 30 days, and less where a decision is near.",
        )
    each_loose = tuple(
        each.name
        for each in charter.parts
        if each.says.strip() and each.instrument in ("", "nothing", "word")
    )
    if may_pause(charter) and "asked" in each_loose:
        yield Remark(
            code="GW-C13",
            severity=WARNING,
            part="asked",
            what="The team may pause something, and no signed paper gives it that power.",
            why="Whoever is paused will ask who gave it; an e-mail by itself gives none.",
            try_instead="Ask counsel who may give it, and by which paper.",
            question="Who may give the team the power to pause something, and by which paper?",
        )
    loose = [PARTS[name] for name in each_loose]
    if loose:
        yield Remark(
            code="GW-C03",
            severity=NUDGE,
            part="mandate",
            each=each_loose,
            what=f"Held by no more than a word: {'; '.join(loose)}.",
            why="What one person said, the next can unsay without a reason.",
            try_instead="Choose the one that matters most, and ask who could put it into a policy, "
            "a resolution or the budget.",
            question=f"Who can put these into a policy, a resolution or the budget: "
            f"{'; '.join(loose)}?",
        )


def may_pause(charter: Charter) -> bool:
    """Whether the charter lets the team hold something up."""
    texts = (part.says for part in charter.parts if part.name in ("asked", "decides"))
    return any(_PAUSE.search(text) for text in texts)


def _functions(charter: Charter) -> Iterator[Remark]:
    left = [words for name, words in FUNCTIONS.items() if name not in charter.functions]
    if charter.functions and left:
        yield Remark(
            code="GW-C04",
            severity=NUDGE,
            part="functions",
            what=f"Not this team's: {'; '.join(left)}.",
            why="The form lists seven functions; these are not ticked. Another group may have "
            "them.",
            try_instead="Write down which group that is, and how the two meet.",
        )
    if not charter.functions:
        yield Remark(
            code="GW-C04",
            severity=WARNING,
            part="functions",
            what="None of the seven functions is ticked.",
            why="A team that does everything and nothing is asked for everything.",
            try_instead="Tick those that this team has.",
        )


def seats_review(seats: Sequence[Seat]) -> list[Remark]:
    """Check the seats of a team: hours, money, what stops, levels and units."""
    return harms_first([*_each(seats), *_together(seats)])


def _each(seats: Sequence[Seat]) -> Iterator[Remark]:
    if not seats:
        yield Remark(
            code="GW-C05",
            severity=ERROR,
            what="No seat is named.",
            why="A charter is about who does the work, and in whose time.",
            try_instead="Begin with one seat.",
        )
    for seat in seats:
        about = seat.position
        yield from harms.found(
            about,
            titles={"position": seat.position, "unit": seat.unit},
            sentences={
                "chosen_by": seat.chosen_by,
                "until": seat.until,
                "stops": seat.stops,
                "grounds": seat.grounds,
            },
        )
        if not seat.hours:
            yield Remark(
                code="GW-C07",
                severity=ERROR,
                about=about,
                what=f"{seat.position}: no hours are to be paid.",
                why="Work on top of a full job falls on those who care most, and ends when they "
                "tire. In a nonexempt (overtime-eligible) position hours worked are paid hours.",
                try_instead="Write the paid hours a month.",
                question=f"How many hours a month are paid for {seat.position}?",
            )
        yield from _said(seat)
        if seat.stopped and not moved_work.agreed(seat.stops, seat.receiver):
            yield Remark(
                code="GW-C14",
                severity=WARNING,
                about=about,
                part="stops",
                what=f"{seat.position}: “{seat.stops.strip()}”, and nothing says that whoever "
                "receives it was asked.",
                why="Work that is handed on takes hours there, and may be out of class.",
                try_instead="Ask that position's supervisor and HR first. Does it go to nobody? "
                "Say so.",
                question=f"Who receives what stops for {seat.position}, in whose hours?",
            )
        elif moved_work.unsaid(seat.stops, seat.receiver):
            yield Remark(
                code="GW-C14",
                severity=NUDGE,
                about=about,
                part="stops",
                what=f"{seat.position}: where “{seat.stops.strip()}” goes is not written.",
                why="Work that nobody takes off the list is done by somebody, here or one desk "
                "down.",
                try_instead="Write whether it goes to nobody, or to whom, and whether they agreed.",
                question=f"Who takes over what stops for {seat.position}, or does it end?",
            )
        if not seat.fund or seat.fund == "unknown":
            yield Remark(
                code="GW-C08",
                severity=WARNING,
                about=about,
                part="fund",
                what=f"{seat.position}: nobody has said which money pays these hours.",
                why="A grant pays for what it was given for, and its time records say so.",
                try_instead="Ask finance which fund pays the position.",
                question=f"Which fund pays {seat.position}'s hours for the team?",
            )
        elif seat.fund != LASTING:
            yield Remark(
                code="GW-C08",
                severity=WARNING,
                about=about,
                part="fund",
                what=f"{seat.position}, money that pays these hours: {fund_in_words(seat.fund)}.",
                why="Whether such money may pay for work across the department depends on the "
                "award or the fund's purpose, and time records must show it. That it helps all "
                "does not answer this.",
                try_instead="Ask the grants office in writing, or finance where it is no grant. Or "
                "have another fund pay them.",
                question=f"May the money that pays {seat.position} pay the hours for the team?",
            )


def _said(seat: Seat) -> Iterator[Remark]:
    if words := said.unpaid(seat.stops):
        yield Remark(
            code="GW-C12",
            severity=ERROR,
            about=seat.position,
            part="stops",
            what=f"“{words}” puts the seat's work outside of paid hours.",
            why="Nobody works unpaid hours for the team. Hours already worked are reported, and "
            "paid.",
            try_instead="Name a task that stops or goes elsewhere, and ask HR about the rest.",
            question=f"What stops for {seat.position}, so that its hours are paid ones?",
        )


def _together(seats: Sequence[Seat]) -> Iterator[Remark]:
    if len(seats) < 2:
        return
    levels = {seat.job_level for seat in seats} - {""}
    if "frontline" not in levels or len(levels) < 2:
        yield Remark(
            code="GW-C09",
            severity=WARNING,
            what="The seats do not join frontline staff with other levels.",
            why="Frontline staff see what rules do; managers can change them. One needs the other.",
            try_instead="Call for seats by level and by the decisions at stake, open to all. Did "
            "a call bring managers alone? Leave it open, and ask each unit which hours keep "
            "frontline staff away.",
        )
    units = {seat.unit.strip().casefold() for seat in seats} - {""}
    if len(units) < FEWEST_UNITS:
        yield Remark(
            code="GW-C10",
            severity=NUDGE,
            what=f"The seats come from {counted(len(units), 'unit')}.",
            why="What one unit decides about equity the others can call its hobby.",
            try_instead=f"Reach {FEWEST_UNITS} units, with finance or HR among them if you can. In "
            "a small department all of it may be fewer.",
        )
