"""Whether the consequence of a card is due: its own trigger held beside its latest value (M13).

A trigger is passed only where the whole interval of the latest value, when there is one, is beyond
it, the time that the trigger names is over, and the value is not from before it. A percentage is
held only against values that are known to be percent or shares of 1.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from groundwork.subject.days import MONTH, MONTHS, month_of
from groundwork.subject.due import time_in
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import LATEST
from groundwork.subject.metrics.digits import EXACT, ends_in_words, rounded
from groundwork.subject.metrics.interval import interval_of
from groundwork.subject.metrics.limit_words import OTHER, UNDER, Limit, limit_in
from groundwork.subject.metrics.one_scale import UNCLEAR, limited
from groundwork.subject.remark import WARNING, Remark

_IF = re.compile(
    r"\b(?:if|when)\b(?P<clause>(?:(?!\bthen\b)(?:[^.;,]|[.,](?=\d)|,(?=\s*\d{4}\b)"
    rf"|(?<={'|'.join(each[:3] for each in MONTHS)}|ept)\.(?=\s*\d)))*)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:in|by|on|at|for|after|before|from|until|since|during)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|"
    r"spring\b|summer\b|fall\b|autumn\b|winter\b|"
    r"(?:year|quarter|month|week|day|review|meeting|period|time|visit)s?\b)(?:\s+\d{1,2}\b)?",
    re.IGNORECASE,
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|ten|[2-9]|1\d)"
_SEVERAL = re.compile(
    rf"\b(?:for\s+)?(?:{_COUNT}(?:\s+(?:out\s+)?of\s+(?:the\s+last\s+)?{_COUNT})?[\s-]+"
    r"(?:(?:consecutive|successive|straight)\s+)?(?:times|(?:half-)?years|quarters|months|weeks"
    r"|periods|reviews|meetings)(?:\s+(?:in a row|running|straight))?|twice)\b",
    re.IGNORECASE,
)
"""Several values that a trigger counts: one of them passes nothing."""
_POINTS = re.compile(r"\s*(?:percentage\s+)?points?\b", re.IGNORECASE)
_TIMES = re.compile(r"\s*(minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:gap|disparity|difference|ratio)\b|\bbehind (?:the|its) path\b", re.IGNORECASE
)
_TO = re.compile(rf"\b(?:to|through)\s+{MONTH}", re.IGNORECASE)
_FISCAL = re.compile(r"\bfiscal\b|\b[SF]?FY", re.IGNORECASE)


class Trigger(NamedTuple):
    """From which value something follows, and when the value is read; "" where that is open.

    Attributes
    ----------
    reached
        Whether it follows from that value on, as in "60 or less", and not only beyond it.
    percent
        Whether the value is written as a percentage.
    """

    side: str
    value: float
    when: str = ""
    reached: bool = False
    percent: bool = False


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
        limit = limit_in(text)
        if limit and not _of_something_else(card, text, limit):
            start, times = card.baseline_value, limited(card, limit.value, limit.percent)
            from_above = limit.meets and start is not None and start * (times or 1) > limit.value
            side = OTHER[limit.side] if from_above else limit.side
            when = _time(text[: limit.start]) or _time(text[limit.end :])
            return Trigger(side, limit.value, when, limit.reached, limit.percent)
    return None


def _of_something_else(card: MetricCard, clause: str, limit: Limit) -> bool:
    """Whether a limit is no value of the card's measure: a gap, or a time where it is no time."""
    named = f"{card.name} {card.unit} {card.numerator}".casefold()
    behind = limit.behind
    if _POINTS.match(clause, behind) and "point" not in card.unit.casefold():
        return True
    if (unit := _TIMES.match(clause, behind)) and (card.unit.strip() or card.name.strip()):
        return unit[1].casefold() not in named
    compared = _COMPARED.search(clause)
    return compared is not None and compared[0].casefold() not in named


def _time(words: str) -> str:
    """Return the words that say when a trigger is read, or "".

    Several values go before a time: one does not pass what two are to pass.
    """
    if several := _SEVERAL.search(words):
        return several[0].strip()
    if dated := time_in(words):
        return dated.words
    found = _TURN.search(words)
    return found[0] if found else ""


def after_trigger(consequence: str) -> str:
    """Return what a consequence says behind its trigger, or all of it where it has none."""
    for found in clauses(consequence):
        if limit_in(found["clause"]):
            return consequence[found.end() :]
    return consequence


def is_due(card: MetricCard, today: date | None = None) -> bool:
    """Whether the trigger is passed: by value, by interval where given, and by its time."""
    trigger = trigger_of(card)
    if trigger is None or not (times := _times(card, trigger)) or not _beyond(card, trigger, times):
        return False
    come = _time_has_come(card, trigger, today or date.today())
    return come and not _across(card, trigger, times)


def told(card: MetricCard, today: date | None = None) -> str:
    """Say what is known of a trigger whose value the latest one is beyond; "" when it is not."""
    trigger, day = trigger_of(card), today or date.today()
    if trigger is None:
        return ""
    times = _times(card, trigger)
    if times is None:
        return _unclear(card, trigger)
    if not _beyond(card, trigger, times):
        return ""
    come = _time_has_come(card, trigger, day)
    ahead = not come and (time := time_in(trigger.when)) is not None and time.last_day >= day
    said = [
        f"The latest value, {_latest(card, trigger, times)}, "
        f"is {'already ' if ahead else ''}{_mark(trigger, times)}"
    ]
    limits = interval_of(card, LATEST)
    if limits and _across(card, trigger, times):
        low, high = limits
        said.append(f"its 95 % interval, {ends_in_words(card, low, high)}, is not wholly so")
    if not come:
        still = ", which is still to come" if ahead else ""
        said.append(f"the trigger is read “{trigger.when}”{still}")
    if is_due(card, day):
        said.append("the trigger is passed")
    if not limits:
        said.append("no usable interval is given, so chance is not ruled out")
    return "; ".join(said) + "."


def _latest(card: MetricCard, trigger: Trigger, times: float) -> str:
    """Write the latest value on the scale of the trigger, and as it stands on the card."""
    assert card.latest_value is not None
    year = f"{card.latest_year}" if card.latest_year else ""
    written = f"{card.latest_value:.10g} on the card" if times != 1 else ""
    beside = "; ".join(filter(None, (year, written)))
    sign = _sign(trigger, times)
    return f"{_by(card.latest_value, times):.10g}{sign}" + (f" ({beside})" if beside else "")


def _mark(trigger: Trigger, times: float) -> str:
    value = f"{trigger.value:.10g}{_sign(trigger, times)}"
    if trigger.reached:
        return f"{value} or {'less' if trigger.side == UNDER else 'more'}"
    return f"{trigger.side} {value}"


def _sign(trigger: Trigger, times: float) -> str:
    return " %" if trigger.percent or times != 1 else ""


def _times(card: MetricCard, trigger: Trigger) -> float | None:
    return limited(card, trigger.value, trigger.percent)


def _by(value: float, times: float) -> float:
    return rounded(value * times, EXACT)


def _unclear(card: MetricCard, trigger: Trigger) -> str:
    """Say that a limit is not compared where it would be passed on one scale or another."""
    if not any(_beyond(card, trigger, times) for times in UNCLEAR):
        return ""
    return (
        f"The trigger is {_mark(trigger, 1)} and the latest value {card.latest_value:.10g}. "
        "Whether both are on one scale is not said, so they are not compared."
    )


def _beyond(card: MetricCard, trigger: Trigger, times: float) -> bool:
    return card.latest_value is not None and _past(_by(card.latest_value, times), trigger)


def _past(value: float, trigger: Trigger) -> bool:
    if value == trigger.value:
        return trigger.reached
    return value < trigger.value if trigger.side == UNDER else value > trigger.value


def _across(card: MetricCard, trigger: Trigger, times: float) -> bool:
    limits = interval_of(card, LATEST)
    return limits is not None and not all(_past(_by(limit, times), trigger) for limit in limits)


def _time_has_come(card: MetricCard, trigger: Trigger, today: date) -> bool:
    """Whether the trigger's time is over and the value is of it or later.

    A value is of a year, so it is of any day of that year once the day is over. A time without a
    year tells nothing.
    """
    if not trigger.when:
        return True
    time, year = time_in(trigger.when), card.latest_year
    if time is None or year is None:
        return False
    if time.whole_year:
        return year >= time.last_day.year
    return time.last_day < today and time.last_day <= _end_of(year, card.period)


def _end_of(year: int, period: str) -> date:
    """Return the last day of the year of a value; a fiscal one mostly ends in June."""
    to = _TO.search(period)
    month = month_of(to["month"]) if to else 6 if _FISCAL.search(period) else 12
    return date(year, month, calendar.monthrange(year, month)[1])


def consequence_is_due(card: MetricCard, today: date) -> Iterator[Remark]:
    """M13, too: a latest value beyond the trigger asks whether the step was taken."""
    said = told(card, today)
    if not said:
        return
    trigger = trigger_of(card)
    if trigger and _times(card, trigger) is None:
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=said,
            try_instead="Write the trigger and the values alike: all as percent, such as 61 and "
            "“under 64 percent”, with percent as the unit.",
            question="whether the trigger and the values are on one scale, as percent or as "
            "shares of 1",
        )
    else:
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=said,
            try_instead="Say whether what is to follow was done, and if its time has not come, by "
            "when.",
            question="the latest value is beyond the trigger: whether what is to follow was done, "
            "or by when it is",
        )
