"""What a request says of supplanting: whether an award allows it is for grants office and counsel.

No check here says what is lawful, nor reads grammar. A plain “no” passes. Anything longer is sent
to its writer for two facts: dollars of own money for this work last year and next year. Every
answer goes to grants office and counsel, since a “no” rests on the award's terms too.
"""

import re
from collections.abc import Mapping, Sequence

from groundwork.subject import outside, silence
from groundwork.subject.asks import GRANTS_AND_COUNSEL, Ask, is_open
from groundwork.subject.days import FORMS, MONTH
from groundwork.subject.dollars import amounts_in
from groundwork.subject.remark import Remark

PART = "supplant"
_SAYS_NO = re.compile(r"\b(?:no|none|nothing|n/?a|(?:not|never) (?:applicable|supplanted))\b", re.I)
# Words that tell who confirmed a “no”, on which day and how.
_BESIDE_NO = re.compile(
    r"\b(?:no|none|nothing|n/?a|not|applicable|supplant(?:ed|ing)|yet|un|it|was|is|be|to|will|and|we"
    r"|confirm(?:s|ed|ation)?|asked?|in|writing|by|on|of|from|the|our|county|state|grants?|office"
    r"|officer|manager|counsel|finance|e-?mail|memo|letter|both|see|attached|answer|\d+(?:st|nd|rd"
    rf"|th)?|{MONTH})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:FY ?)?(?P<year>20\d\d)\b|\bFY ?['’]?(?P<short>\d\d)\b"
    r"|\b(?P<past>last|past|prior|previous|this|current)(?= (?:fiscal )?year)"
    r"|\b(?P<next>next|coming)(?= (?:fiscal )?year)",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(r"\b(?:confirm(?:ed|s)|in writing)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:not|un|to be|until|will be|never)\b[ -]*(?:yet )?confirmed|\b(?:will|shall|to) ask\b",
    re.IGNORECASE,
)
_WHEN = (*FORMS, re.compile(rf"\b{MONTH}\s+\d{{4}}\b", re.IGNORECASE))
_CONFIRMS = re.compile(
    r"\bgrants? (?:office|officer|manager|administrator|coordinator|accountant)|\bproject officer"
    r"|\baward(?:ing)? (?:agency|office)",
    re.IGNORECASE,
)
UNCONFIRMED = "Not yet confirmed by the grants office."


def review(parts: Mapping[str, str]) -> list[Remark]:
    """Return what the writer has to do before an answer that is no plain “no” goes anywhere."""
    answer = parts.get(PART, "").strip()
    if not answer or is_open(answer) or is_plain_no(answer):
        return []
    own = own_money(answer)
    if own is None:
        return [
            Remark(
                part=PART,
                what="This is more than a plain “no”, and no check can judge it.",
                why="An award's terms ask whether your own money for this work goes down.",
                try_instead="State two facts: dollars of your own money for this work last year "
                "and next year, each with its year. Let the grants office confirm both in writing "
                "before this paper goes anywhere.",
                harms=True,
            )
        ]
    last, next_ = own
    if next_ >= last:
        return []
    return [
        Remark(
            part=PART,
            what=f"Your own money for this work falls from ${last:,} to ${next_:,}: this can be "
            "read as award money that will pay what your own money pays now.",
            why="The award's terms may forbid that, and whoever reads the memo reads it as your "
            "plan.",
            try_instead="Ask the grants office about the plan itself before this paper goes "
            "anywhere. Other words for the same plan change nothing.",
            harms=True,
        )
    ]


def is_plain_no(answer: str) -> bool:
    """Whether an answer says no, and beside it at most who confirmed that, and when.

    >>> is_plain_no("No, confirmed by the grants office on November 3, 2026")
    True
    >>> is_plain_no("No: the award pays the nurse")
    False
    """
    return bool(_SAYS_NO.search(answer)) and not re.search(r"\w", _BESIDE_NO.sub("", answer))


def own_money(answer: str) -> tuple[int, int] | None:
    """Return the two amounts that an answer states, the earlier year's first; None without both.

    >>> own_money("Own money for this work: $410,000 in FY2027, $415,000 in FY2028")
    (410000, 415000)
    """
    amounts, years = amounts_in(answer), [_place(each) for each in _YEAR.finditer(answer)]
    if len(amounts) != 2 or len(set(years)) != 2:
        return None
    first, second = amounts
    return (first, second) if years[0] < years[-1] else (second, first)


def _place(year: re.Match[str]) -> int:
    """Return where a year stands among others: its number, or before and after each."""
    if year["past"] or year["next"]:
        return 0 if year["past"] else 9999
    return int(year["year"] or f"20{year['short']}")


def closing(remarks: Sequence[Remark]) -> str:
    """Say what this check looked at and cannot tell."""
    return silence.closing(
        remarks,
        "whether the answer on supplanting is a plain “no” or states two amounts, and at "
        f"{outside.LOOKS_AT}",
        chooses=True,
    )


def as_answered(answer: str) -> str:
    """Return an answer as a memo prints it: beside it, that no day is named on which it held.

    >>> as_answered("No")
    'No. Not yet confirmed by the grants office.'
    """
    confirmed = _CONFIRMS.search(answer) and _CONFIRMED.search(answer)
    is_dated = confirmed and any(form.search(answer) for form in _WHEN)
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
