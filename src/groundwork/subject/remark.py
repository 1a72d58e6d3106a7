"""What a check says to the person who made a thing: look at this again."""

from collections.abc import Iterable
from dataclasses import dataclass

ERROR, WARNING, NUDGE = SEVERITIES = ("error", "warning", "nudge")
"""Error: it cannot be used so. Warning: look again. Nudge: think about it."""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something to look at again, in a map, a card, a charter or a statement.

    Attributes
    ----------
    what
        What was found, as said to the writer.
    why, try_instead
        Why it matters, and what to try; "" where `what` says it.
    about
        Whom or what it is about: an actor, a cause's id, a decision, a position, a card's id; ""
        for several or the whole.
    each
        All that it is about, where it says the same about several; else empty.
    part
        Which field or position of that, or "".
    code, severity, source
        The check's code, how bad it is (one of `SEVERITIES`), and where the rule comes from, where
        checks have them.
    question
        The same as an open question to a reader, or "" where it concerns the writer alone.
    is_wording
        Whether it is about words and not about what the thing says.
    harms
        Whether it can hurt somebody once a paper is out: it names a person, chooses by race or
        marks a belief. Such a remark comes first, is always shown, and stands in the page for
        the writer alone.
    """

    what: str
    why: str = ""
    try_instead: str = ""
    about: str = ""
    each: tuple[str, ...] = ()
    part: str = ""
    code: str = ""
    severity: str = ""
    source: str = ""
    question: str = ""
    is_wording: bool = False
    harms: bool = False


def harms_first(remarks: Iterable[Remark]) -> list[Remark]:
    """Return the remarks with those first that can hurt somebody; else their order stays."""
    return sorted(remarks, key=lambda remark: not remark.harms)


def harms_in_words(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """Return what the writer alone has to look at before a paper goes out, a sentence each."""
    return tuple(f"{each.what} {each.why} {each.try_instead}" for each in remarks if each.harms)


def open_points(remarks: Iterable[Remark]) -> list[Remark]:
    """Return what has to be answered before the thing is used, as a paper counts it.

    A nudge is for the writer to think about: whoever did has nothing left to answer.
    """
    return [remark for remark in remarks if remark.severity != NUDGE]
