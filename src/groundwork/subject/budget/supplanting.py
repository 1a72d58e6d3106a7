"""What a request says of supplanting: whether an award allows it is for grants office and counsel.

No check here says what is lawful. An answer that is no plain “no”, or that goes on to free own
money, is told to the writer. Every answer goes to both, since a “no” rests on the award's terms
too.
"""

import re
from collections.abc import Mapping, Sequence

from groundwork.subject import silence
from groundwork.subject.asks import GRANTS_AND_COUNSEL, Ask, is_open
from groundwork.subject.days import FORMS, MONTH
from groundwork.subject.remark import Remark

PART = "supplant"
_NO = re.compile(
    r"\W*(?:no(?! problem)|none|not|nothing|n/?a|never|open|unknown|ask(?:ed)?)\b"
    r"|.*\b(?:will|would|does|do) not\b"
    r"|.*\b(?:general|county|city|state|local|own) (?:fund|money|dollars)\b[^.;]*\btakes? over\b",
    re.IGNORECASE | re.DOTALL,
)
# "No", and then the textbook case: the award pays what own money pays or paid.
_PAYS = r"(?:pay(?:s|ing)?|paid|cover(?:s|ed|ing)?|fund(?:s|ed|ing)?|carr(?:y|ies|ied))"
_SAME = r"(?:(?!\b(?:and|while|but|not)\b)[^.;])*"
_OWN = r"(?:county|city|state|general fund|local fund|department|own money|we)"
_FREES = re.compile(
    r"\b(?:frees?|freed|saves?|saving)\b|\b(?:award|grant)\b[^.;]*\bpays\b[^.;]*\bpays now\b"
    rf"|\b(?:award|grant)\b{_SAME}\b{_PAYS}\b{_SAME}\b{_OWN}(?: \w+)? {_PAYS}\b",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(r"\b(?:confirm(?:ed|s)|in writing)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:not|un|to be|until|will be|never)\b[ -]*(?:yet )?confirmed", re.IGNORECASE
)
_WHEN = (*FORMS, re.compile(rf"\b{MONTH}\s+\d{{4}}\b", re.IGNORECASE))
UNCONFIRMED = "Not yet confirmed by the grants office."


def review(parts: Mapping[str, str]) -> list[Remark]:
    """Return what the writer has to do before an answer that is no “no” goes anywhere."""
    answer = parts.get(PART, "").strip()
    if not answer or (_NO.match(answer) and not _FREES.search(answer)):
        return []
    return [
        Remark(
            part=PART,
            what="This can be read as: award money will pay what your own money pays now.",
            why="The award's terms may forbid that, and whoever reads the memo reads it as your "
            "plan.",
            try_instead="Ask the grants office about the plan itself before this paper goes "
            "anywhere. Other words for the same plan change nothing.",
            harms=True,
        )
    ]


def closing(remarks: Sequence[Remark]) -> str:
    """Say what this check looked at and cannot tell."""
    return silence.closing(remarks, "one thing, whether the answer on supplanting is a plain “no”")


def as_answered(answer: str) -> str:
    """Return an answer as a memo prints it: beside it, that no day is named on which it held.

    >>> as_answered("No")
    'No. Not yet confirmed by the grants office.'
    """
    is_dated = _CONFIRMED.search(answer) and any(form.search(answer) for form in _WHEN)
    if is_open(answer) or _NOT_YET.search(answer) or is_dated:
        return answer
    end = "" if answer.rstrip().endswith((".", "!", "?")) else "."
    return f"{answer.rstrip()}{end} {UNCONFIRMED}"


def asks(parts: Mapping[str, str]) -> list[Ask]:
    """Ask about whatever is answered; one left open is asked for elsewhere."""
    if is_open(parts.get(PART, "")):
        return []
    return [
        Ask(
            GRANTS_AND_COUNSEL,
            "first, in writing: the awards' terms on supplanting, match and maintenance of effort, "
            "and what the law limits",
            "the answer given",
        )
    ]
