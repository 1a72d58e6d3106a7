"""Whether the consequence of a card is due: its own trigger held beside its latest value (M13)."""

import re
from collections.abc import Iterator

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.rule import WARNING
from groundwork.subject.remark import Remark

_UNDER, _OVER = "under", "over"
_TRIGGER = re.compile(
    r"\b(?:if|when)\b[^.;,]{0,60}?\b(?:(?P<under>under|below|less than)|"
    r"(?P<over>over|above|more than))\s+(?P<value>\d+(?:\.\d+)?)(?![\d,]|\.\d)",
    re.IGNORECASE,
)


def trigger_of(card: MetricCard) -> tuple[str, float] | None:
    """Give the side and the value of the trigger that the consequence names, or None.

    “If under 70 for two quarters, then …” gives ``("under", 70.0)``.
    """
    found = _TRIGGER.search(card.consequence)
    if found is None:
        return None
    return (_UNDER if found["under"] else _OVER), float(found["value"])


def is_due(card: MetricCard) -> bool:
    """Whether the latest value is on the wrong side of the trigger."""
    trigger = trigger_of(card)
    if trigger is None or card.latest_value is None:
        return False
    side, value = trigger
    return card.latest_value < value if side == _UNDER else card.latest_value > value


def consequence_is_due(card: MetricCard) -> Iterator[Remark]:
    """M13, too: a latest value past the trigger asks whether the step was taken."""
    trigger = trigger_of(card)
    if trigger is not None and is_due(card):
        side, value = trigger
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=f"The latest value, {card.latest_value:g}, is already {side} {value:g}, from "
            "which something is to follow.",
            try_instead="Say whether that step was taken, and if its time has not come, by when.",
        )
