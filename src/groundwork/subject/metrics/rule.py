"""How a check of a card is described."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.remark import Remark

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
