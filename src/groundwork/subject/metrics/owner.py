"""Checks of who answers, when and on what data, and of wording (M12-M14, M17, M18, M20)."""

import re
from collections.abc import Iterator
from datetime import date

from groundwork.subject import wording
from groundwork.subject.metrics.card import (
    AUTHORITIES,
    BETTER_OFF,
    FREQUENCIES,
    HOW_MUCH,
    STATUSES,
    MetricCard,
    text_of,
)
from groundwork.subject.metrics.finding import ERROR, NUDGE, WARNING, Remark
from groundwork.subject.positions import looks_like_a_person, names_a_person_in

_NOBODY = re.compile(
    r"(?:tb[ad]|n/?a|none|nobody|unknown|everyone|everybody|all(?: staff)?|staff|the department"
    r"|department|management|leadership|to be (?:decided|determined|named)|various|\?+|[-–]+)\.?",
    re.IGNORECASE,
)
_GAMEABLE = re.compile(
    r"\b(?:trainings?|attend\w*|workshops?|clos(?:ed?|ing) (?:cases?|complaints?|files?)"
    r"|(?:cases?|complaints?|files?) closed|completed forms?|meetings held|hits|downloads"
    r"|leaflets|materials distributed)\b",
    re.IGNORECASE,
)
_PERSONAL = (
    ("an email address", re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    ("a social security number", re.compile(r"\b\d{3}-\d{2}-\d{4}\b")),
    ("a phone number", re.compile(r"(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)")),
    (
        "a birth date",
        re.compile(r"\b(?:born(?: on)?|birth ?date|date of birth|DOB)\W{0,3}\d", re.I),
    ),
)


def owner_can_decide(card: MetricCard, today: date) -> Iterator[Remark]:
    """M12: the owner is a position with named authority and a deputy."""
    if not card.owner.strip() or _NOBODY.fullmatch(card.owner.strip()):
        said = f"The owner is {card.owner!r}" if card.owner.strip() else "The card has no owner"
        yield Remark(
            ERROR,
            "owner",
            f"{said}, so nobody answers for it.",
            "Name one position, such as 'Family Health Manager'.",
        )
    elif looks_like_a_person(card.owner):
        yield Remark(
            ERROR,
            "owner",
            f"The owner {card.owner!r} reads like a person's name.",
            "Name the position. The measure has to outlive a change of staff.",
        )
    unknown = [item for item in card.authority if item not in AUTHORITIES]
    if unknown or not card.authority:
        yield Remark(
            ERROR,
            "authority",
            f"The authority holds {', '.join(map(repr, unknown))}."
            if unknown
            else "The card does not say what the owner can change.",
            f"Write one or more of: {', '.join(AUTHORITIES)}. An owner without any can only "
            "report; choose a position that can act.",
        )
    if not card.deputy.strip():
        yield Remark(
            ERROR,
            "deputy",
            "No deputy is named.",
            "Name the position that stands in for the owner.",
        )
    elif card.deputy.strip().casefold() == card.owner.strip().casefold():
        yield Remark(
            ERROR,
            "deputy",
            "Owner and deputy are the same position.",
            "Name another position as deputy.",
        )


def review_is_set(card: MetricCard, today: date) -> Iterator[Remark]:
    """M13: a meeting reviews the measure on a date, and a step follows when it is off track."""
    if card.frequency not in FREQUENCIES:
        yield Remark(
            ERROR,
            "frequency",
            f"The frequency is {card.frequency!r}."
            if card.frequency.strip()
            else "The card does not say how often it is reviewed.",
            f"Write one of: {', '.join(FREQUENCIES)}.",
        )
    elif FREQUENCIES[card.frequency] < 1:
        yield Remark(
            WARNING,
            "frequency",
            f"It is reviewed {card.frequency}, which is too slow to steer by.",
            "Review it at least yearly. Between new figures, review the work behind it.",
        )
    if not card.review_forum.strip():
        yield Remark(
            ERROR,
            "review_forum",
            "The card does not say which meeting reviews it.",
            "Name the meeting that can act on it.",
        )
    yield from _next_review(card, today)
    if not card.consequence.strip():
        yield Remark(
            WARNING,
            "consequence",
            "Nothing is said about what happens when it is off track.",
            "Write: if off track by X, then Y by Z.",
        )
    elif not re.search(r"\b(?:if|when)\b.*\b(?:by|within|until)\b", card.consequence, re.I | re.S):
        yield Remark(
            WARNING,
            "consequence",
            "The step for being off track has no trigger or no deadline.",
            "Write it as: if off track by X, then Y by Z.",
        )


def _next_review(card: MetricCard, today: date) -> Iterator[Remark]:
    try:
        review = date.fromisoformat(card.next_review.strip())
    except ValueError:
        yield Remark(
            ERROR,
            "next_review",
            f"The next review is {card.next_review!r}."
            if card.next_review.strip()
            else "The next review has no date.",
            f"Write a date, year first, such as {today.year + 1}-01-15.",
        )
        return
    if review < today:
        yield Remark(
            WARNING,
            "next_review",
            f"The next review was due on {review.isoformat()}.",
            "Set the next date, and note what the last review decided.",
        )


def source_can_serve(card: MetricCard, today: date) -> Iterator[Remark]:
    """M14: the source has figures as often and for the place that the card needs."""
    often, needed = FREQUENCIES.get(card.data_frequency), FREQUENCIES.get(card.frequency)
    if often is None:
        yield Remark(
            WARNING,
            "data_frequency",
            "The card does not say how often the source is updated.",
            f"Write one of: {', '.join(FREQUENCIES)}.",
        )
    elif needed is not None and often < needed:
        yield Remark(
            WARNING,
            "data_frequency",
            f"It is reviewed {card.frequency}, and the source is updated {card.data_frequency}.",
            "Review it as often as there are figures, or find a faster source.",
        )
    source, place = card.data_geography.strip().casefold(), card.place.strip().casefold()
    if not source:
        yield Remark(
            WARNING,
            "data_geography",
            "The card does not say for which place the source has figures.",
            "Write the smallest place that the source can show.",
        )
    elif place and place not in source and source not in place:
        yield Remark(
            WARNING,
            "data_geography",
            f"The card is about {card.place!r}, the source covers {card.data_geography!r}.",
            "Check that the source can show this place alone.",
        )
    missing = []
    if card.data_lag_months is None:
        missing.append("how late figures come")
    if card.data_status not in STATUSES:
        missing.append("whether they are final or provisional")
    if missing:
        yield Remark(
            WARNING,
            "data_lag_months" if card.data_lag_months is None else "data_status",
            f"The card does not say {' and '.join(missing)}.",
            "Provisional figures change: say so, and write the lag in months.",
        )


def count_has_a_pair(card: MetricCard, today: date) -> Iterator[Remark]:
    """M17: a count that can be raised without helping anybody has a paired quality measure."""
    if card.paired_measure.strip() or card.kind == BETTER_OFF:
        return
    easy = _GAMEABLE.search(f"{card.name} {card.numerator}")
    if easy or card.kind == HOW_MUCH:
        what = f"It counts {easy[0].lower()!r}" if easy else "It counts work done"
        yield Remark(
            NUDGE,
            "paired_measure",
            f"{what}, which can rise without anyone being better off.",
            "Name a second card that shows quality or what changed for people.",
        )


def wording_names_the_system(card: MetricCard, today: date) -> Iterator[Remark]:
    """M18: wording names what the system does, not what is wrong with people."""
    for field, text in text_of(card).items():
        for remark in wording.remarks(text):
            yield Remark(
                NUDGE,
                field,
                f"{remark.found!r}: {remark.why}",
                f"Try: {remark.try_instead}.",
            )


def nobody_is_named(card: MetricCard, today: date) -> Iterator[Remark]:
    """M20: the card holds no personal data and no person's name."""
    for field, text in text_of(card).items():
        found = [label for label, pattern in _PERSONAL if pattern.search(text)]
        person = names_a_person_in(text)
        if person is None and field in ("owner", "deputy") and looks_like_a_person(text):
            person = text
        if person:
            found.append(f"what reads like a person's name ({person})")
        if found:
            yield Remark(
                WARNING,
                field,
                f"The field holds {' and '.join(found)}.",
                "Write the position or the office. A card may become a public record.",
            )
