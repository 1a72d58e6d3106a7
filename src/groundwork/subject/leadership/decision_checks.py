"""Check decision rights: one decider with authority, bearable loads, and the community's say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from groundwork.subject import outside, silence
from groundwork.subject.leadership import not_known
from groundwork.subject.leadership.decision_rights import (
    ADVISES,
    DECIDES,
    PARTS,
    SIGNS,
    TOLD,
    WORKS,
    Decision,
    Matrix,
)
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark, harms_first

MOST_PARTS = 6
"""A position that decides or works on more decisions than this is called overloaded: a rule of
thumb of this course, not a published limit."""
FEWEST_FOR_A_PATTERN = 3
"""Decisions from which one decider for all of them is remarked on."""


def review(matrix: Matrix, most_parts: int = MOST_PARTS) -> list[Remark]:
    """Check a matrix: deciders, their authority, load, the community's say, and gaps.

    Parameters
    ----------
    matrix
        The matrix, however incomplete.
    most_parts
        How many decisions one position may decide or work on before it is called overloaded.
    """
    found: list[Remark] = []
    for decision in matrix.decisions:
        found += _deciders(matrix, decision)
        found += _workers(matrix, decision)
        found += _signers(matrix, decision)
        found += _community(matrix, decision)
        found += _governments(matrix, decision)
        found += _notice(matrix, decision)
        found += not_known.remarks(matrix, decision)
        texts = {"name": decision.name}
        found += outside.remarks(texts, about=decision.name, of_duties=True)
    found += _positions(matrix, most_parts)
    found += _pattern(matrix)
    return harms_first(found)


def closing(remarks: Sequence[Remark]) -> str:
    """Say what the review looked at and cannot tell; show it below its remarks."""
    return silence.closing(remarks, "who has which part in each decision")


def _deciders(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    deciders = matrix.who(decision.name, DECIDES)
    if not deciders:
        yield Remark(
            code="GW-D01",
            severity=ERROR,
            about=decision.name,
            what="No position is named that decides.",
            why="A decision without a decider waits, or is made in the corridor.",
            try_instead="Give one position the D.",
        )
    if len(deciders) > 1:
        names = " and ".join(position.name for position in deciders)
        yield Remark(
            code="GW-D01",
            severity=ERROR,
            about=decision.name,
            what=f"{len(deciders)} positions decide: {names}.",
            why="When two decide, each can wait for the other, and nobody answers for it.",
            try_instead="Leave the D with one position and let others advise. A council that votes "
            "counts as "
            "one.",
        )
    for position in deciders:
        gaps = position.lacks(decision.needs)
        if gaps:
            yield Remark(
                code="GW-D02",
                severity=ERROR,
                about=decision.name,
                part=position.name,
                what=f"{position.name}: by this list no authority over {' or '.join(gaps)}.",
                why="A decision that another position can undo is advice.",
                try_instead="Ask for that authority in writing, or move the D to the position that "
                "has it.",
            )
            continue
        open_ = position.leaves_open(decision.needs)
        papers = position.papers(decision.needs)
        bare = [kind for kind, paper in papers.items() if not paper and kind not in open_]
        if bare:
            yield Remark(
                code="GW-D03",
                severity=WARNING,
                about=decision.name,
                part=position.name,
                what=f"{position.name}: no document is named for authority over "
                f"{' and '.join(bare)}.",
                why="Authority that is not written down ends with the person or the mood. A paper "
                "about purchases says nothing about staff or rules.",
                try_instead="Name the policy, delegation or job description, or ask for one.",
            )


def _workers(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    if not matrix.who(decision.name, WORKS):
        yield Remark(
            code="GW-D04",
            severity=WARNING,
            about=decision.name,
            what="No position is named that does the work.",
            why="A decision that nobody carries out changes nothing.",
            try_instead="Give one or more positions the W, and count the hours.",
        )
    if not matrix.who(decision.name, ADVISES):
        yield Remark(
            code="GW-D05",
            severity=NUDGE,
            about=decision.name,
            what="No position is named that advises.",
            why="The people who know what a decision does on the ground are seldom the decider.",
            try_instead="Ask who will feel it first, and give them the A.",
        )
    for position in matrix.positions:
        letters = set(matrix.part(decision.name, position.name))
        if {WORKS, TOLD} <= letters:
            yield Remark(
                code="GW-D06",
                severity=WARNING,
                about=decision.name,
                part=position.name,
                what=f"{position.name}: does the work, and is only told.",
                why="Those who do the work see first what will fail, and are not asked.",
                try_instead="Change the I to an A.",
            )
        elif len(letters) > 1 and TOLD in letters:
            yield Remark(
                code="GW-D06",
                severity=NUDGE,
                about=decision.name,
                part=position.name,
                what=f"{position.name}: is told, and also {PARTS[sorted(letters - {TOLD})[0]]}.",
                why="Who takes part knows already.",
                try_instead="Leave out the I.",
            )


def _signers(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    signers = matrix.who(decision.name, SIGNS)
    if signers and decision.sign_days is None:
        names = "; ".join(position.name for position in signers)
        yield Remark(
            code="GW-D13",
            severity=WARNING,
            about=decision.name,
            what=f"{names}: no day is set for the answer."
            if decision.no_clock
            else f"{names}: within how many working days an answer comes is not known.",
            why="A review without a clock can stop a decision without a no, and then the review "
            "is blamed.",
            try_instead="Agree on a number of working days, on which grounds it may say no, and "
            "what happens when no answer comes.",
        )


def _governments(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    for position in matrix.positions:
        letters = matrix.part(decision.name, position.name)
        if position.government and letters and DECIDES not in letters:
            yield Remark(
                code="GW-D14",
                severity=NUDGE,
                about=decision.name,
                part=position.name,
                what=f"{position.name}: a government, and {PARTS[letters[0]]} here.",
                why="A Tribal Nation is a government of its own, and no adviser among others. What "
                "each of the two decides stands in law and in agreements.",
                try_instead="Ask the Nation how it wants to be part of this, and write down what "
                "both governments agree on.",
            )


def _notice(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    if matrix.notice_open(decision):
        yield Remark(
            code="GW-D15",
            severity=WARNING,
            about=decision.name,
            what="It moves staff or hours. Notice to a union, or bargaining: not known yet.",
            why="Where staff are represented, a labor agreement or state law may ask for notice or "
            "bargaining before hours or duties change.",
            try_instead="Ask HR, and write down the answer. Where there is a union, give it a part "
            "before the decision.",
        )
        for position in matrix.who(decision.name, TOLD):
            if position.union:
                yield Remark(
                    code="GW-D16",
                    severity=WARNING,
                    about=decision.name,
                    part=position.name,
                    what=f"{position.name}: told when it is decided. Notice, where it is owed, "
                    "comes before.",
                    why="A union that hears of it afterwards has had no notice.",
                    try_instead="Change the I to an A, and ask HR what is owed.",
                )


def _community(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    if not decision.affects_community:
        return
    heard = [
        position
        for letter in (DECIDES, ADVISES)
        for position in matrix.who(decision.name, letter)
        if position.community or position.government
    ]
    perhaps = [
        position.name
        for letter in (DECIDES, ADVISES)
        for position in matrix.who(decision.name, letter)
        if not position.listed
    ]
    if perhaps and not heard:
        yield Remark(
            code="GW-D07",
            severity=WARNING,
            about=decision.name,
            what="It affects people outside. It is not known who speaks for them "
            f"({'; '.join(dict.fromkeys(perhaps))}, perhaps).",
            why="Those who live with a decision know what it costs.",
            try_instead="Add it to the list of positions, and choose what it is.",
        )
    elif not heard:
        told = any(
            position.community or position.government
            for position in matrix.who(decision.name, TOLD)
        )
        yield Remark(
            code="GW-D07",
            severity=ERROR,
            about=decision.name,
            what=f"It affects people outside, who {'are only told' if told else 'have no part'}.",
            why="Those who live with a decision know what it costs. Without a say they carry it "
            "only.",
            try_instead="Give a group of residents the D or the A, and pay its members. A "
            "Tribal Nation is asked as a government.",
        )
    for position in dict.fromkeys(heard):
        if position.community and position.paid is not True:
            yield Remark(
                code="GW-D08",
                severity=WARNING,
                about=decision.name,
                part=position.name,
                what=f"{position.name}: not paid."
                if position.paid is False
                else f"{position.name}: paid or not is not known.",
                why="Staff at the same table are paid. Unpaid advice is open only to those who can "
                "afford it.",
                try_instead="Name the payment rule and its budget line.",
            )


def _positions(matrix: Matrix, most_parts: int) -> Iterator[Remark]:
    for position in matrix.positions:
        letters = [matrix.part(decision.name, position.name) for decision in matrix.decisions]
        load = sum(DECIDES in cell or WORKS in cell for cell in letters)
        if load > most_parts:
            yield Remark(
                code="GW-D09",
                severity=WARNING,
                part=position.name,
                what=f"{position.name}: decides or does the work in {load} decisions, over "
                f"{most_parts}.",
                why="An overloaded position becomes the place where things wait.",
                try_instead="Share some of them, or free hours in writing.",
            )
        if matrix.decisions and not any(letters):
            yield Remark(
                code="GW-D10",
                severity=NUDGE,
                part=position.name,
                what=f"{position.name}: no part in any decision.",
                why="A position on the page without a part looks like shared leadership and is "
                "not.",
                try_instead="Give it a part, or take it off the page.",
            )
        # A group of residents may carry its own name: no check of who is chosen here.
        texts = outside.typed(position)
        for remark in outside.remarks(texts, positions=("name",), of_duties=True):
            yield replace(remark, part=position.name)


def _pattern(matrix: Matrix) -> Iterator[Remark]:
    deciders = Counter(
        position.name
        for decision in matrix.decisions
        for position in matrix.who(decision.name, DECIDES)
    )
    count = len(matrix.decisions)
    for name, decided in deciders.items():
        if decided == count >= FEWEST_FOR_A_PATTERN:
            yield Remark(
                code="GW-D12",
                severity=WARNING,
                part=name,
                what=f"{name}: decides all {count} decisions.",
                why="Leadership in one position is not shared, however many advise.",
                try_instead="Find one decision that another could take, with its authority in "
                "writing.",
            )
