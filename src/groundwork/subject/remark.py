"""What a check says to the person who made a thing: look at this again."""

from dataclasses import dataclass


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
        The check's code, how bad it is, and where the rule comes from, where checks have them.
    question
        The same as an open question to a reader, or "" where it concerns the writer alone.
    is_wording
        Whether it is about words and not about what the thing says.
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
