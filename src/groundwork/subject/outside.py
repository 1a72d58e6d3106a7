"""What a paper that others read should not hold, whichever paper and whichever field it is.

Three things are read for in every text that somebody typed: words by which a department says of
itself that it broke a law or did harm, what counsel answered, and a person's name. The checks of
each paper call this for all of its texts, and add what holds for that paper alone.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from typing import Any

from groundwork.subject import admissions, counsel_words, persons
from groundwork.subject.remark import ERROR, Remark

PERSON, ADMITS, COUNSEL = "GW-H01", "GW-H04", "GW-H05"
LOOKS_AT = "persons' names, what counsel answered and words that admit a wrong"
"""How the end of a list of remarks names this reading."""
_READ = "The paper is read outside, and may become a public record."


def remarks(
    texts: Mapping[str, str],
    *,
    about: str = "",
    positions: Collection[str] = (),
    of_counsel: str = "",
    of_duties: bool = False,
) -> list[Remark]:
    """Remark once on each text and each of the three kinds.

    Parameters
    ----------
    texts
        What was typed, by the field or part that it stands in.
    about
        The row that they all belong to, where a paper has several.
    positions
        The fields that hold a position or a body: there a first name alone is a name.
    of_counsel
        The part that says who asked counsel, and when: all else in it is told.
    of_duties
        Whether the texts say who does what: there counsel signs off, as a part in a decision.
    """
    found = list[Remark]()
    for part, text in texts.items():
        is_counsels = part == of_counsel
        found += _answered(text, about, part, is_counsels, of_duties)
        if not is_counsels:  # more than who asked, and when, is told there, whatever it is
            found += _admitted(text, about, part)
            found += _named(text, about, part, part in positions)
    return found


def typed(made: Any) -> dict[str, str]:
    """Return the texts of a card, a statement or a row: lists in one line, and no numbers."""
    values = {field.name: getattr(made, field.name) for field in fields(made)}
    lists = {name: "; ".join(each) for name, each in values.items() if isinstance(each, tuple)}
    return {name: each for name, each in values.items() if isinstance(each, str)} | lists


def _admitted(text: str, about: str, part: str) -> Iterator[Remark]:
    if words := admissions.found(text):
        yield Remark(
            code=ADMITS,
            severity=ERROR,
            about=about,
            part=part,
            harms=True,
            what=f"“{words}” says that a law was broken or harm was done.",
            why=_READ,
            try_instead="Say what was counted and what will change. Whether it was unlawful, and "
            "who knew, is for counsel before it is written.",
        )


def _answered(
    text: str, about: str, part: str, is_counsels: bool, of_duties: bool
) -> Iterator[Remark]:
    if is_counsels:
        words, what = (
            counsel_words.beyond_asking(text),
            "“{}” is more than who was asked, and when.",
        )
    else:
        words = counsel_words.answer_in(text, of_duties)
        what = "“{}” reads as what counsel answered."
    if words:
        yield Remark(
            code=COUNSEL,
            severity=ERROR,
            about=about,
            part=part,
            harms=True,
            what=what.format(words),
            why="This is read outside, and counsel's advice may lose its protection.",
            try_instead="Write only which position was asked, by which, and on which day. What "
            "counsel answers stays between counsel and you.",
        )


def _named(text: str, about: str, part: str, is_position: bool) -> Iterator[Remark]:
    if words := (persons.as_position if is_position else persons.in_sentence)(text):
        yield Remark(
            code=PERSON,
            severity=ERROR,
            about=about,
            part=part,
            harms=True,
            what=f"“{words}” reads like a person's name.",
            why="A paper outlives a change of staff, and may become a public record.",
            try_instead="Write the position or the body.",
        )
