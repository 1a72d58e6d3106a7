"""A person's name in a rule card or an evaluation question, where a position or a body belongs."""

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any

from groundwork.subject.names import names_a_person_in, names_somebody
from groundwork.subject.remark import ERROR, Remark

_CLAUSE = re.compile(r"[.;]\s+|\n")


def remarks(card: Any, who: Collection[str]) -> Iterator[Remark]:
    """Remark on each part of a card that reads like a person's name.

    Parameters
    ----------
    who
        The parts that say who does or hears something. In the others any capitals may stand, so
        only a title with a name counts.
    """
    for part, text in asdict(card).items():
        if _somebody_in(text) if part in who else names_a_person_in(text):
            yield Remark(
                severity=ERROR,
                part=part,
                what=f"“{text.strip()}” reads like a person's name.",
                try_instead="Name the position or the body: the paper may become a public record, "
                "and outlives a change of people.",
                harms=True,
            )


def _somebody_in(text: str) -> bool:
    return any(map(names_somebody, (text, *_CLAUSE.split(text))))
