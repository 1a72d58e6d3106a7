"""Marks that stand for a number which is hidden on purpose, or which nobody knows."""

import re
from decimal import Decimal

from groundwork.subject.budget.lines import NOT_SAID
from groundwork.subject.own_data.contract import Spec

NOT_KNOWN = {
    "#missing",
    "missing",
    ".",
    "..",
    "not available",
    "not reported",
    "not applicable",
    "no data",
    "null",
    "unreliable",
}

MARKS = {
    Decimal(-666666666): (False, "the estimate could not be computed from so small a sample"),
    Decimal(-999999999): (True, "too few cases in the place to show it"),
    Decimal(-888888888): (False, "not applicable or not available"),
    Decimal(-222222222): (False, "no margin of error could be computed"),
    Decimal(-333333333): (False, "no margin of error: the median lies in an open class"),
    Decimal(-555555555): (False, "no margin of error: a controlled estimate"),
}
"""Numbers that the Census Bureau writes where it gives none: whether one is hidden, and why."""


def says_nothing(text: str) -> bool:
    """Whether a text is a mark for a number that nobody knows: n/a, .., not reported."""
    folded = text.strip().casefold()
    return folded in NOT_SAID or folded in NOT_KNOWN


# What publishers write for a count that is too small to be shown.
_TOO_SMALL = re.compile(
    r"(?:[<≤]|<=|=<|under|below|up to|at most|no more than|(?:less|fewer) than) ?=? ?\d{1,2}"
    r"|\d{1,2} or (?:less|fewer)|[01] ?(?:-|–|—|to) ?\d{1,2}|(?:low|small) (?:count|number|cell)s?"
    r"|(?:not|data not) (?:shown|displayed|published|disclosed|releasable)|confidential\w*|withheld"
    r"|(?:data )?suppressed.*|suppr?\.?|too (?:small|few)(?: .*)?|redacted|masked|censored|-+\*+"
)


def hides(folded: str, field: Spec) -> bool:
    """Say whether a text in small letters stands for a number that is hidden on purpose."""
    if not field.hidden:
        return False
    return folded.replace(" ", "") in field.hidden or bool(_TOO_SMALL.fullmatch(folded))
