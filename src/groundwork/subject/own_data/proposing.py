"""Propose columns whose headings are not known for certain: a person says whether it is right."""

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec

_SMALL_WORDS = {"", "per", "of", "the", "at", "in", "for", "and", "a", "to", "by"}


def propose(
    columns: Sequence[Column],
    missing: Sequence[Spec],
    contract: Contract,
    settled: Collection[int],
) -> dict[int, Spec]:
    """Propose columns for what is still wanted, by near names, by single words, by content.

    Parameters
    ----------
    settled
        The places of columns of which it is known what they hold, or that they are left aside.
    """
    free = [c for c in columns if c.field is None and c.at not in settled and c.heading]
    scores, proposed = [], {}
    for order, one in enumerate(missing):
        for column in free:
            fits = _score(column, one)
            if fits and contract.key == (one.name,) and _comes_again(column):
                continue
            if fits:
                scores.append((-fits, order, column.at, one))
    # Of several populations side by side (Black, White), or the money of several funds, none is
    # that of every row.
    numeric = {c.at for c in free if c.sample_numbers == len(c.sample_stored)}
    for name in ("denominator", "fund"):
        alike = [each for each in scores if each[3].name == name and each[2] in numeric]
        if len(alike) > 1:
            scores = [each for each in scores if each not in alike]
    used: set[str] = set()
    for _, _, at, one in sorted(scores, key=lambda each: each[:3]):
        # A rate beside its counts is theirs to give.
        given = one.name in contract.one_of and bool(used & set(contract.one_of))
        if at not in proposed and one.name not in used and not given:
            proposed[at] = one
            used.add(one.name)
    return proposed


def _score(column: Column, one: Spec) -> float:
    """How well a column fits a field: 0 when it cannot, up to 3."""
    heading = column.words
    close = [each for each in get_close_matches(heading, one.headings, n=3, cutoff=0.8)
             if _same_words(heading, each)]  # fmt: skip
    words = {word.rstrip("0123456789") for word in heading.split()} - _SMALL_WORDS
    words |= {"percent"} if "%" in column.heading and one.percents else set()
    shared = len(words & one.likely)
    if not close and not shared:
        return 0
    if one.name not in column.could or (not one.required and _has_errors(column)):
        return 0
    if one.numbered and 2 * len(column.different) < len(column.cells):
        return 0  # an id that comes again and again tells no rows apart
    if close:
        return 2.5
    # A long heading that shares one word is about something else: "Org 7 Org Description".
    share = shared / len(words)
    if not one.required and share < 0.5 and not one.percents:
        return 0
    return 1 + share + shared / 100


def _comes_again(column: Column) -> bool:
    """Whether a filled cell comes twice: such an id tells no rows apart."""
    return column.filled > len(column.said)


def _same_words(heading: str, other: str) -> bool:
    """Whether only letters differ, word by word: "fund type" is no slip for "funding type"."""
    mine, theirs = heading.split(), other.split()
    if len(mine) != len(theirs):
        return len("".join(mine)) == len("".join(theirs)) or len(mine) == 1 or len(theirs) == 1
    return all(
        get_close_matches(a, [b], n=1, cutoff=0.75) for a, b in zip(mine, theirs, strict=True)
    )


def _has_errors(column: Column) -> bool:
    """Whether formulas failed in it: what is not needed is then not proposed."""
    return "#" in column.letters and bool(
        re.search(r"^#[A-Z/0!?]+$", column.all_text, re.MULTILINE)
    )
