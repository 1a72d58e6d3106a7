"""Check decision rights: one decider with authority, bearable loads, and the community's say."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from groundwork.subject.leadership.authority import ERROR, NONE, NUDGE, WARNING, Authority
from groundwork.subject.leadership.decision_rights import (
    ADVISES,
    DECIDES,
    PARTS,
    TOLD,
    WORKS,
    Decision,
    Matrix,
)
from groundwork.subject.posts import looks_like_a_person

MOST_PARTS = 6
"""A post that decides or works on more decisions than this is called overloaded: a rule of thumb of
this course, not a published limit."""
FEWEST_FOR_A_PATTERN = 3
"""Decisions from which one decider for all of them is remarked on."""


@dataclass(frozen=True)
class Remark:
    """What is wrong with a matrix, at which decision and post ("" for all), and what to try."""

    code: str
    severity: str
    decision: str
    post: str
    what: str
    why: str
    try_instead: str


def review(matrix: Matrix, most_parts: int = MOST_PARTS) -> list[Remark]:
    """Check a matrix: deciders, their authority, load, the community's say, and gaps.

    Parameters
    ----------
    matrix
        The matrix, however incomplete.
    most_parts
        How many decisions one post may decide or work on before it is called overloaded.
    """
    found: list[Remark] = []
    for decision in matrix.decisions:
        found += _deciders(matrix, decision)
        found += _workers(matrix, decision)
        found += _community(matrix, decision)
    found += _posts(matrix, most_parts)
    found += _pattern(matrix)
    return found


def _deciders(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    deciders = matrix.who(decision.name, DECIDES)
    if not deciders:
        yield Remark(
            "GW-D01",
            ERROR,
            decision.name,
            "",
            "Nobody decides.",
            "A decision without a decider waits, or is made in the corridor.",
            "Give one post the D.",
        )
    if len(deciders) > 1:
        names = " and ".join(post.name for post in deciders)
        yield Remark(
            "GW-D01",
            ERROR,
            decision.name,
            "",
            f"{len(deciders)} posts decide: {names}.",
            "When two decide, each can wait for the other, and nobody answers for it.",
            "Leave the D with one post and let others advise. A council that votes is one post.",
        )
    for post in deciders:
        gaps = post.authority.lacks(decision.needs)
        if gaps:
            yield Remark(
                "GW-D02",
                ERROR,
                decision.name,
                post.name,
                f"{post.name} decides, but has no authority over {' or '.join(gaps)}.",
                "A decision that another post can undo is advice.",
                "Give the post that authority in writing, or move the D to the post that has it.",
            )
        elif _has_any(decision.needs) and not post.written_in.strip():
            yield Remark(
                "GW-D03",
                WARNING,
                decision.name,
                post.name,
                f"No document is named that gives {post.name} this authority.",
                "Authority that is not written down ends with the person or the mood.",
                "Name the policy, delegation or job description, or ask for one.",
            )


def _has_any(authority: Authority) -> bool:
    return authority != NONE


def _workers(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    if not matrix.who(decision.name, WORKS):
        yield Remark(
            "GW-D04",
            WARNING,
            decision.name,
            "",
            "Nobody does the work.",
            "A decision that nobody carries out changes nothing.",
            "Give one or more posts the W, and count the hours.",
        )
    if not matrix.who(decision.name, ADVISES):
        yield Remark(
            "GW-D05",
            NUDGE,
            decision.name,
            "",
            "Nobody advises.",
            "The people who know what a decision does on the ground are seldom the decider.",
            "Ask who will feel it first, and give them the A.",
        )
    for post in matrix.posts:
        letters = set(matrix.part(decision.name, post.name))
        if {WORKS, TOLD} <= letters:
            yield Remark(
                "GW-D06",
                WARNING,
                decision.name,
                post.name,
                f"{post.name} does the work and is only told.",
                "Those who do the work see first what will fail, and are not asked.",
                "Change the I to an A.",
            )
        elif len(letters) > 1 and TOLD in letters:
            yield Remark(
                "GW-D06",
                NUDGE,
                decision.name,
                post.name,
                f"{post.name} is told and also {PARTS[sorted(letters - {TOLD})[0]]}.",
                "Who takes part knows already.",
                "Leave out the I.",
            )


def _community(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    if not decision.affects_community:
        return
    heard = [
        post
        for letter in (DECIDES, ADVISES)
        for post in matrix.who(decision.name, letter)
        if post.community
    ]
    if not heard:
        told = any(post.community for post in matrix.who(decision.name, TOLD))
        yield Remark(
            "GW-D07",
            ERROR,
            decision.name,
            "",
            f"It affects the community, which {'is only told' if told else 'has no part'}.",
            "Those who live with a decision know what it costs. Without a say they carry it only.",
            "Give a community post the D or the A, and pay its members.",
        )
    for post in dict.fromkeys(heard):
        if post.paid is not True:
            yield Remark(
                "GW-D08",
                WARNING,
                decision.name,
                post.name,
                f"{post.name} is {'not paid' if post.paid is False else 'perhaps not paid'}.",
                "Staff at the same table are paid. Unpaid advice is open only to those who can "
                "afford it.",
                "Name the payment rule and its budget line.",
            )


def _posts(matrix: Matrix, most_parts: int) -> Iterator[Remark]:
    for post in matrix.posts:
        letters = [matrix.part(decision.name, post.name) for decision in matrix.decisions]
        load = sum(DECIDES in cell or WORKS in cell for cell in letters)
        if load > most_parts:
            yield Remark(
                "GW-D09",
                WARNING,
                "",
                post.name,
                f"{post.name} decides or does the work in {load} decisions, over {most_parts}.",
                "An overloaded post becomes the place where things wait.",
                "Share some of them, or free hours in writing.",
            )
        if matrix.decisions and not any(letters):
            yield Remark(
                "GW-D10",
                NUDGE,
                "",
                post.name,
                f"{post.name} has no part in any decision.",
                "A post on the page without a part looks like shared leadership and is not.",
                "Give it a part, or take it off the page.",
            )
        if looks_like_a_person(post.name):
            yield Remark(
                "GW-D11",
                WARNING,
                "",
                post.name,
                f"{post.name!r} reads like a person's name.",
                "Rights belong to a post and outlive a change of staff.",
                "Write the post.",
            )


def _pattern(matrix: Matrix) -> Iterator[Remark]:
    deciders = Counter(
        post.name for decision in matrix.decisions for post in matrix.who(decision.name, DECIDES)
    )
    count = len(matrix.decisions)
    for name, decided in deciders.items():
        if decided == count >= FEWEST_FOR_A_PATTERN:
            yield Remark(
                "GW-D12",
                WARNING,
                "",
                name,
                f"{name} decides all {count} decisions.",
                "Leadership in one post is not shared, however many advise.",
                "Find one decision that another post could take, with its authority in writing.",
            )
