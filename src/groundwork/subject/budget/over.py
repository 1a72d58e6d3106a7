"""Parts of a paper on money that name a day to come, and whether that day is over."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from groundwork.subject.asks import Ask
from groundwork.subject.due import last_passed, passed
from groundwork.subject.remark import WARNING, Remark

# The parts of the three papers that are one day to come, and what is asked once it is over.
DAYS = {
    "review": "what was decided then, and which day is next",
    "term": "whether the agreement goes on, and until which day",
    "year": "which day is the first that is paid",
    "yes": "whether there was a yes, or by which day there is one",
}
# Those that may promise something by a day.
PROMISES = {
    "loses": "whether they were told",
    "outcome": "what the measure was then, and by when the outcome changes",
}
_HAPPENED = re.compile(
    r"\b(?:said|gave|given|voted|approved|adopted|decided|agreed|signed|passed|granted)\b", re.I
)


def remarks(
    parts: Mapping[str, str], headings: Mapping[str, str], today: date | None
) -> list[Remark]:
    """Remark on each part whose day to come is over; without a day of today none is.

    Parameters
    ----------
    headings
        The parts of the paper, with what each is called there.
    """
    if today is None:
        return []
    found = []
    for part, question in {**DAYS, **PROMISES}.items():
        words = _over(part, parts.get(part, ""), today) if part in headings else ""
        if words:
            found.append(
                Remark(
                    severity=WARNING,
                    part=part,
                    about=headings[part],
                    what=f"“{words}” is over.",
                    try_instead="Write what came of it, and set the next day.",
                    question=f"{question}: “{words}” is over",
                )
            )
    return found


def asks(
    parts: Mapping[str, str],
    headings: Mapping[str, str],
    today: date | None,
    whom: Mapping[str, str],
    otherwise: str,
) -> list[Ask]:
    """Ask about each day that is over: of whom the part is asked of, or else of somebody."""
    return [
        Ask(whom.get(each.part, otherwise), each.question, each.about)
        for each in remarks(parts, headings, today)
    ]


def in_words(found: Sequence[Remark]) -> tuple[str, ...]:
    """Return remarks as lines for the writer."""
    return tuple(f"{each.about}: {each.what} {each.try_instead}" for each in found)


def _over(part: str, answer: str, today: date) -> str:
    """Return the words of a day to come that is over, or ""; a yes that was given is none."""
    if part in PROMISES:
        return passed(answer, today)
    given = part == "yes" and _HAPPENED.search(answer)
    return "" if given else last_passed(answer, today)
