"""What a duty lacks before two people would do the same thing: plain words, and how often."""

import re
from collections.abc import Iterator

from groundwork.subject.remark import NUDGE, WARNING

Found = tuple[str, str, str, str, str, str]
"""Code, severity, field, what, why, what to try instead."""

_CATCH_ALL = re.compile(r"other (?:related )?duties(?:,? as (?:assigned|needed|required))?", re.I)
_VAGUE = re.compile(
    r"\b(?:as needed|when(?:ever)? possible|where (?:possible|appropriate)|as time allows"
    r"|be (?:aware of|mindful of|committed to)|promote (?:diversity|equity)|foster|champion"
    r"|support (?:the )?(?:equity|diversity)|help with)\b",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    r"\d|\b(?:each|every|all|any|before|yearly|annual(?:ly)?|quarter(?:ly)?|month(?:ly)?|week(?:ly)?"
    r"|daily|once|twice|times|per|whenever)\b",
    re.IGNORECASE,
)


def is_clear(duty: str) -> bool:
    """Whether it names work: neither nothing nor "other duties as assigned"."""
    return bool(duty.strip()) and not _CATCH_ALL.search(duty)


def unclear(duty: str, field: str) -> Iterator[Found]:
    """Find in one duty the words that stand in for work, or cannot be seen."""
    catch_all, vague = _CATCH_ALL.search(duty), _VAGUE.search(duty)
    if catch_all:
        yield (
            "GW-P05",
            WARNING,
            field,
            f"{catch_all[0]!r} stands in for the work.",
            "What is assigned when it comes up is dropped when time is short.",
            "Name the duty, and what it makes: a report, a review, a meeting held.",
        )
    elif vague:
        yield (
            "GW-P05",
            NUDGE,
            field,
            f"{vague[0]!r} cannot be seen or measured.",
            "Two people would do two different things, and both would be right.",
            "Write a verb and a result, such as 'reviews each contract over $50,000 for …'.",
        )


def rhythm(duty: str, field: str) -> Iterator[Found]:
    """Find that a clear duty does not say how often."""
    if not any(unclear(duty, field)) and not _RHYTHM.search(duty):
        yield (
            "GW-P12",
            NUDGE,
            field,
            f"“{duty}” does not say how often, or how many.",
            "A duty that can be checked names an action, an object, how often and who sees it.",
            "Add how often (each change of hours, twice a year) and who gets to see it.",
        )
