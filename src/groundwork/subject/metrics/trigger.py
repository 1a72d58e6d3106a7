"""Whether the consequence of a card is due: its own trigger held beside its latest value (M13).

A trigger is passed only where the whole interval of the latest value, when there is one, is beyond
it, and the value is not from before the time that the trigger names.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import LATEST
from groundwork.subject.metrics.digits import ends_in_words
from groundwork.subject.metrics.interval import interval_of
from groundwork.subject.metrics.limit_words import OTHER, UNDER, limit_in
from groundwork.subject.remark import WARNING, Remark

_IF = re.compile(
    r"\b(?:if|when)\b(?P<clause>(?:(?!\bthen\b)(?:[^.;,]|[.,](?=\d)|,(?=\s*\d{4}\b)))*)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:in|by|on|at|for|after|before|from|until|since|during)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:FY\s?)?(?:19|20)\d\d\b|"
    r"spring\b|summer\b|fall\b|autumn\b|winter\b|"
    r"(?:year|quarter|month|week|day|review|meeting|period|time|visit)s?\b)"
    r"(?:\s+\d{1,2}\b)?(?:,?\s+(?:of\s+)?(?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Trigger(NamedTuple):
    """From which value something follows, and when the value is read; "" where that is open.

    Attributes
    ----------
    reached
        Whether it follows from that value on, as in "60 or less", and not only beyond it.
    """

    side: str
    value: float
    when: str = ""
    reached: bool = False


def clauses(consequence: str) -> Iterator[re.Match[str]]:
    """Yield what stands behind each "if" and "when", up to what follows from it, as `clause`."""
    return _IF.finditer(consequence)


def trigger_of(card: MetricCard) -> Trigger | None:
    """Give the trigger that the consequence names, or None.

    “If under 70 for two quarters, then …” gives ``("under", 70.0, "for two quarters", False)``. A
    value that is only to be met, as in “reaches 70”, is met from where the measure starts.
    """
    for found in clauses(card.consequence):
        text = found["clause"]
        if limit := limit_in(text):
            start = card.baseline_value
            from_above = limit.meets and start is not None and start > limit.value
            side = OTHER[limit.side] if from_above else limit.side
            when = _TIME.search(text[: limit.start]) or _TIME.search(text[limit.end :])
            return Trigger(side, limit.value, when[0] if when else "", limit.reached)
    return None


def after_trigger(consequence: str) -> str:
    """Return what a consequence says behind its trigger, or all of it where it has none."""
    for found in clauses(consequence):
        if limit_in(found["clause"]):
            return consequence[found.end() :]
    return consequence


def is_due(card: MetricCard) -> bool:
    """Whether the trigger is passed: by value, by interval where given, and by its time."""
    trigger = trigger_of(card)
    if trigger is None or not _beyond(card, trigger):
        return False
    return not _across(card, trigger) and _time_has_come(card, trigger)


def told(card: MetricCard) -> str:
    """Say what is known of a trigger whose value the latest one is beyond; "" when it is not."""
    trigger = trigger_of(card)
    if trigger is None or not _beyond(card, trigger):
        return ""
    year = f" ({card.latest_year})" if card.latest_year else ""
    said = [f"The latest value, {card.latest_value:.10g}{year}, is {_mark(trigger)}"]
    limits = interval_of(card, LATEST)
    if limits and _across(card, trigger):
        low, high = limits
        said.append(f"its 95 % interval, {ends_in_words(card, low, high)}, is not wholly so")
    if not _time_has_come(card, trigger):
        said.append(f"the trigger is read “{trigger.when}”")
    if is_due(card):
        said.append("the trigger is passed")
    if not limits:
        said.append("no usable interval is given, so chance is not ruled out")
    return "; ".join(said) + "."


def _mark(trigger: Trigger) -> str:
    if trigger.reached:
        return f"{trigger.value:.10g} or {'less' if trigger.side == UNDER else 'more'}"
    return f"{trigger.side} {trigger.value:.10g}"


def _beyond(card: MetricCard, trigger: Trigger) -> bool:
    return card.latest_value is not None and _past(card.latest_value, trigger)


def _past(value: float, trigger: Trigger) -> bool:
    if value == trigger.value:
        return trigger.reached
    return value < trigger.value if trigger.side == UNDER else value > trigger.value


def _across(card: MetricCard, trigger: Trigger) -> bool:
    limits = interval_of(card, LATEST)
    return limits is not None and not all(_past(limit, trigger) for limit in limits)


def _time_has_come(card: MetricCard, trigger: Trigger) -> bool:
    """Whether the value is of the trigger's year or later; a time without a year tells nothing."""
    if not trigger.when:
        return True
    year = _YEAR.search(trigger.when)
    return bool(year and card.latest_year and card.latest_year >= int(year[0]))


def consequence_is_due(card: MetricCard) -> Iterator[Remark]:
    """M13, too: a latest value beyond the trigger asks whether the step was taken."""
    if said := told(card):
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=said,
            try_instead="Say whether what is to follow was done, and if its time has not come, by "
            "when.",
            question="the latest value is beyond the trigger: whether what is to follow was done, "
            "or by when it is",
        )
