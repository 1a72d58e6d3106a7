"""What a check of a card says, and how a check is described."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from groundwork.subject.metrics.card import MetricCard

ERROR, WARNING, NUDGE = "error", "warning", "nudge"
SEVERITIES = (ERROR, WARNING, NUDGE)
"""Error: the card cannot be used so. Warning: look again. Nudge: think about it."""


@dataclass(frozen=True)
class Remark:
    """What one check found: how bad, in which field, what is wrong, what to try."""

    severity: str
    field: str
    what: str
    try_instead: str


Look = Callable[[MetricCard, date], Iterator[Remark]]
"""A check: reads a card as of a day and yields remarks, or nothing when all is well."""


@dataclass(frozen=True)
class Check:
    """A check with its code, a title, why it matters and where the rule comes from."""

    code: str
    title: str
    why: str
    source: str
    look: Look


@dataclass(frozen=True)
class Finding:
    """A remark with the card it is about and the check that made it."""

    card: str
    code: str
    severity: str
    field: str
    what: str
    why: str
    try_instead: str
    source: str
