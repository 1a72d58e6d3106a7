"""What a readiness profile leaves to be asked, and of whom.

A note beside a statement may name who is to be asked, and by when.
"""

import re
from collections.abc import Iterable, Mapping

from groundwork.subject.asks import Ask
from groundwork.subject.readiness import Rating, check_ratings
from groundwork.subject.readiness_statements import STATEMENTS, Statement


def asks(ratings: Iterable[Rating], notes: Mapping[str, str] | None = None) -> list[Ask]:
    """List what is still to be asked: for what is not known, and for a rating with no evidence.

    A low rating is asked what shows it as a high one is: who rates high is not doubted more.

    Parameters
    ----------
    ratings
        What is rated.
    notes
        A statement's id to what was noted about it without a rating; that is to be asked too.

    Returns
    -------
    list of Ask
        In the order of the statements: whom the learner named, or else the office that most often
        has the paper.
    """
    found = check_ratings(ratings)
    asked = []
    for id, statement in STATEMENTS.items():
        rating = found.get(id)
        noted = rating.evidence if rating else (notes or {}).get(id, "")
        rated = rating.level if rating else None
        is_noted = bool(noted.strip())
        if is_noted if rated else rating is None and not is_noted:
            continue
        paper = _paper(statement)
        proof = f"what shows rating {rated} for " if rated else ""
        why = f"{proof}the statement “{statement.text}”"
        whom = named(noted, unknown=rating is not None)
        if whom:
            whom, when = _apart(whom)
            asked.append(Ask(whom, f"{paper}, {when}" if when else paper, why))
        else:
            known = f" (noted so far: {noted.strip()})" if noted.strip() else ""
            asked.append(Ask(statement.held_by, paper + known, why))
    return asked


def _paper(statement: Statement) -> str:
    """Return what a statement is looked up in, as it stands within a sentence."""
    return statement.look_at[:1].lower() + statement.look_at[1:].rstrip(".")


def next_step(statement: Statement) -> str:
    """Say the smallest thing that whoever does not know can do next: one line, and to whom."""
    return f"One line to {statement.held_by} will do: “Where do I find {_paper(statement)}?”"


def named(noted: str, *, unknown: bool) -> str:
    """Return whom a note names to be asked, or nothing.

    Parameters
    ----------
    noted
        What is written beside a statement that has no level.
    unknown
        Whether "I don't know" was chosen: the field beside it asks whom the learner will ask.
    """
    told = noted.strip().rstrip(".")
    without_ask = re.sub(r"(?i)^(?:(?:i will|i'll|to) )?ask\b[\s:,]*", "", told)
    return without_ask if unknown or without_ask != told else ""


_MONTH = (
    r"(?:january|february|march|april|may\b|june|july|august|september|october|november|december"
    r"|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b)"
)
# "On 2nd floor" is a place: behind "on" a number is a day only where it is written as one.
_WHEN = re.compile(
    rf"(?i)[\s,]+((?:(?:by|before|until)\s+\d|on\s+(?:\d{{1,4}}[/.-]\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of\b|\s+{_MONTH}|$))"
    rf"|(?:by|before|until|on)\s+(?:next\b|the end\b|{_MONTH}|\w+day\b|tomorrow)).*)$"
)


def _apart(told: str) -> tuple[str, str]:
    """Part a note of whom to ask from until when, or "".

    >>> _apart("the grants manager by Dec 15"), _apart("the clerk")
    (('the grants manager', 'by Dec 15'), ('the clerk', ''))
    """
    found = _WHEN.search(told)
    return (told[: found.start()], found[1]) if found and found.start() else (told, "")
