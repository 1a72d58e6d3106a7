"""Checks of when a measure is looked at, what follows, and on what data (M13, M14)."""

import re
from collections.abc import Iterator
from datetime import date

from groundwork.subject.days import in_words
from groundwork.subject.due import passed
from groundwork.subject.metrics import pace, turns
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import FREQUENCIES, STATUSES
from groundwork.subject.metrics.trigger import after_trigger, consequence_is_due, told
from groundwork.subject.remark import ERROR, WARNING, Remark

DAYS = 365.25
"""Days in a year."""
LATEST_OF_TURN = 1.5
"""How many turns may pass before the next review: meetings do not fall on equal days."""
_ONLY_TALK = re.compile(
    r"\bthen\b[^.;]*?\b(discuss|talk about|monitor|watch|consider|keep an eye on)\b", re.IGNORECASE
)
_STEP = re.compile(r"\b(?:if|when)\b.*\b(?:by|within|until)\b", re.IGNORECASE | re.DOTALL)


def says_what_follows(card: MetricCard) -> bool:
    """Whether the line for being off track has a trigger, a deadline, and more than talk."""
    return bool(_STEP.search(card.consequence)) and not _ONLY_TALK.search(card.consequence)


def review_is_set(card: MetricCard, today: date) -> Iterator[Remark]:
    """M13: a meeting reviews the measure on a date, and a step follows when it is off track."""
    if card.frequency not in FREQUENCIES:
        yield Remark(
            severity=ERROR,
            part="frequency",
            what=f"The frequency is {card.frequency!r}."
            if card.frequency.strip()
            else "The card does not say how often it is reviewed.",
            try_instead=f"Write one of: {', '.join(FREQUENCIES)}.",
        )
    elif FREQUENCIES[card.frequency] < 1:
        yield Remark(
            severity=WARNING,
            part="frequency",
            what=f"It is reviewed {card.frequency}, which is too slow to steer by.",
            try_instead="Review it at least yearly. Between new figures, review the work behind "
            "it.",
        )
    if not card.review_forum.strip():
        yield Remark(
            severity=ERROR,
            part="review_forum",
            what="The card does not say which meeting reviews it.",
            try_instead="Name the meeting that can act on it.",
        )
    yield from _next_review(card, today)
    yield from consequence_is_due(card, today)
    yield from turns.can_be_seen(card)
    due = after_trigger(card.consequence) if told(card, today) else card.consequence
    if over := passed(due, today):
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=f"“{over}” is over.",
            try_instead="Write what the value was then and whether the step was taken, or set the "
            "next time.",
            question=f"“{over}” is over: whether the step was taken, and when it is looked at next",
        )
    if not card.consequence.strip():
        yield Remark(
            severity=WARNING,
            part="consequence",
            what="Nothing is said about what happens when it is off track.",
            try_instead="Write: if off track by X, then Y by Z.",
            question="what follows if it is off track, by whom and by when",
        )
    elif talk := _ONLY_TALK.search(card.consequence):
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=f"The step is to {talk[1].lower()}, which changes nothing by itself.",
            try_instead="Write what the owner does: which hours, dollars, position or rule.",
            question="which hours, dollars, position or rule change if it is off track",
        )
    elif not says_what_follows(card):
        yield Remark(
            severity=WARNING,
            part="consequence",
            what="The step for being off track has no trigger or no deadline.",
            try_instead="Write it as: if off track by X, then Y by Z.",
            question="from which value the step follows, and by when it is taken",
        )


def _next_review(card: MetricCard, today: date) -> Iterator[Remark]:
    try:
        review = date.fromisoformat(card.next_review.strip())
    except ValueError:
        yield Remark(
            severity=ERROR,
            part="next_review",
            what=f"The next review is {card.next_review!r}."
            if card.next_review.strip()
            else "The next review has no date.",
            try_instead=f"Write a date, such as January 15, {today.year + 1}.",
        )
        return
    if review < today:
        yield Remark(
            severity=WARNING,
            part="next_review",
            what=f"The next review was due on {in_words(review)}.",
            try_instead="Set the next date, and note what the last review decided.",
            question=f"the review was due on {in_words(review)}: what it decided, and the day of "
            "the next one",
        )
    often = FREQUENCIES.get(card.frequency)
    if often and (review - today).days > LATEST_OF_TURN * DAYS / often:
        yield Remark(
            severity=WARNING,
            part="next_review",
            what=f"It is reviewed {card.frequency}, and the next review is "
            f"{(review - today).days} days away.",
            try_instead="Set an earlier day, or write how often it is really reviewed.",
        )


def source_can_serve(card: MetricCard, today: date) -> Iterator[Remark]:
    """M14: the source has figures as often and for the place needed, and somebody counts them.

    The latest value is the newest that can be had.
    """
    often, needed = FREQUENCIES.get(card.data_frequency), FREQUENCIES.get(card.frequency)
    if often is None:
        yield Remark(
            severity=WARNING,
            part="data_frequency",
            what="The card does not say how often the source is updated.",
            try_instead=f"Write one of: {', '.join(FREQUENCIES)}.",
        )
    elif needed is not None and often < needed:
        yield Remark(
            severity=WARNING,
            part="data_frequency",
            what=f"It is reviewed {card.frequency}, and the source is updated "
            f"{card.data_frequency}.",
            try_instead="Review it as often as there are figures, or find a faster source.",
        )
    source, place = card.data_geography.strip().casefold(), card.place.strip().casefold()
    if not source:
        yield Remark(
            severity=WARNING,
            part="data_geography",
            what="The card does not say for which place the source has figures.",
            try_instead="Write the smallest place that the source can show.",
        )
    elif place and place not in source and source not in place:
        yield Remark(
            severity=WARNING,
            part="data_geography",
            what=f"The card is about {card.place!r}, the source covers {card.data_geography!r}.",
            try_instead="Check that the source can show this place alone.",
        )
    if not card.counted_by.strip():
        yield Remark(
            severity=WARNING,
            part="counted_by",
            what="The card does not say who counts it.",
            try_instead="Write the position that counts it, and another that counts a part of it "
            "once more.",
        )
    missing = []
    if card.data_lag_months is None:
        missing.append("how late figures come")
    if card.data_status not in STATUSES:
        missing.append("whether they are final or provisional")
    if missing:
        yield Remark(
            severity=WARNING,
            part="data_lag_months" if card.data_lag_months is None else "data_status",
            what=f"The card does not say {' and '.join(missing)}.",
            try_instead="Provisional figures change: say so, and write the lag in months.",
        )
    yield from pace.newest_is_out(card, today)
