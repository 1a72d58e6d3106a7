"""Checks of who answers, when and on what data, and of wording (M12-M14, M17, M18, M20)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from groundwork.subject import wording
from groundwork.subject.leadership.authority import MONEY, STAFF, Authority
from groundwork.subject.metrics.card import (
    AUTHORITIES,
    BETTER_OFF,
    FREQUENCIES,
    HOW_MUCH,
    STATUSES,
    MetricCard,
    text_of,
)
from groundwork.subject.metrics.rule import ERROR, NUDGE, WARNING
from groundwork.subject.names import names_a_person_in, names_somebody
from groundwork.subject.remark import Remark

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
_ONLY_TALK = re.compile(
    r"\bthen\b[^.;]*?\b(discuss|talk about|monitor|watch|consider|keep an eye on)\b", re.IGNORECASE
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


_DOLLARS = re.compile(r"\$\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?(?!\d)")
_MOVES_STAFF = re.compile(
    r"\b(?:mov|add|assign|hir|shift|reassign)\w*\b[^.;]{0,40}"
    r"\b(?:positions?|nurses?|staff|persons?|people|workers?|counselors?|teams?|clerks?)\b",
    re.IGNORECASE,
)


def held(card: MetricCard) -> Authority:
    """Give what the owner may do without asking, in the words of the decision matrix.

    Dollars that the card does not say, and an authority of which it says nothing, are not known.
    """
    dollars = None if card.owner_dollars is None else Decimal(str(max(card.owner_dollars, 0)))
    if not card.authority:
        return Authority(dollars)
    return Authority(dollars, "staffing" in card.authority, "rule" in card.authority)


def needed(consequence: str) -> Authority:
    """Give what a consequence needs, as far as its words show: the dollars it names, and staff."""
    named = [Decimal(amount.replace(",", "")) for amount in _DOLLARS.findall(consequence)]
    return Authority(
        max(named, default=Decimal(0)), bool(_MOVES_STAFF.search(consequence)), rule=False
    )


def consequence_fits(card: MetricCard) -> Iterator[Remark]:
    """M12, too: what is to happen lies within what the owner may decide."""
    need = needed(card.consequence)
    open_ = held(card).leaves_open(need)
    lacking = held(card).lacks(need)
    if lacking:
        yield Remark(
            severity=ERROR,
            part="consequence",
            what=f"The owner does not hold what the consequence needs: {', '.join(lacking)}.",
            try_instead="Write what the owner does within their own authority, and which position "
            "decides the rest, by which date.",
        )
    if MONEY in open_:
        yield Remark(
            severity=WARNING,
            part="owner_dollars",
            what=f"The consequence spends ${need.money:,.0f}, and the card does not say how many "
            "dollars the owner can commit.",
            try_instead="Look it up in the delegation memo, and write it here.",
        )

    if STAFF in open_:
        yield Remark(
            severity=WARNING,
            part="authority",
            what="The consequence moves staff or hours, and the card does not say whether the "
            "owner may.",
            try_instead="Look it up in the job description, or ask HR, and write it here.",
        )


def _without_authority(card: MetricCard, unknown: list[str]) -> str:
    if unknown:
        return f"The authority holds {', '.join(map(repr, unknown))}."
    if card.owner_dollars is None:
        return "The card does not say what the owner can change."
    return "The owner can commit no dollars, and the card does not say what else they can change."


def owner_can_decide(card: MetricCard, today: date) -> Iterator[Remark]:
    """M12: the owner is a position with named authority, enough for the consequence; a deputy."""
    if not card.owner.strip() or _NOBODY.fullmatch(card.owner.strip()):
        said = f"The owner is {card.owner!r}" if card.owner.strip() else "The card has no owner"
        yield Remark(
            severity=ERROR,
            part="owner",
            what=f"{said}, so nobody answers for it.",
            try_instead="Name one position, such as 'Family Health Manager'.",
        )
    elif names_somebody(card.owner):
        yield Remark(
            severity=ERROR,
            part="owner",
            harms=True,
            what=f"The owner {card.owner!r} reads like a person's name.",
            try_instead="Name the position. The measure has to outlive a change of staff.",
        )
    unknown = [item for item in card.authority if item not in AUTHORITIES]
    if unknown or not (card.authority or card.owner_dollars):
        yield Remark(
            severity=ERROR,
            part="authority",
            what=_without_authority(card, unknown),
            try_instead=f"Write one or more of: {', '.join(AUTHORITIES)}. An owner without any can "
            "only "
            "report; choose a position that can act.",
        )
    if not card.deputy.strip():
        yield Remark(
            severity=ERROR,
            part="deputy",
            what="No deputy is named.",
            try_instead="Name the position that stands in for the owner.",
        )
    elif card.deputy.strip().casefold() == card.owner.strip().casefold():
        yield Remark(
            severity=ERROR,
            part="deputy",
            what="Owner and deputy are the same position.",
            try_instead="Name another position as deputy.",
        )
    yield from consequence_fits(card)


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
    if not card.consequence.strip():
        yield Remark(
            severity=WARNING,
            part="consequence",
            what="Nothing is said about what happens when it is off track.",
            try_instead="Write: if off track by X, then Y by Z.",
        )
    elif talk := _ONLY_TALK.search(card.consequence):
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=f"The step is to {talk[1].lower()}, which changes nothing by itself.",
            try_instead="Write what the owner does: which hours, dollars, position or rule.",
        )
    elif not re.search(r"\b(?:if|when)\b.*\b(?:by|within|until)\b", card.consequence, re.I | re.S):
        yield Remark(
            severity=WARNING,
            part="consequence",
            what="The step for being off track has no trigger or no deadline.",
            try_instead="Write it as: if off track by X, then Y by Z.",
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
            what=f"The next review was due on {review.isoformat()}.",
            try_instead="Set the next date, and note what the last review decided.",
        )


def source_can_serve(card: MetricCard, today: date) -> Iterator[Remark]:
    """M14: the source has figures as often and for the place that the card needs."""
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


def count_has_a_pair(card: MetricCard, today: date) -> Iterator[Remark]:
    """M17: a count that can be raised without helping anybody has a paired quality measure."""
    if card.paired_measure.strip() or card.kind == BETTER_OFF:
        return
    easy = _GAMEABLE.search(f"{card.name} {card.numerator}")
    if easy or card.kind == HOW_MUCH:
        what = f"It counts {easy[0].lower()!r}" if easy else "It counts work done"
        yield Remark(
            severity=NUDGE,
            part="paired_measure",
            what=f"{what}, which can rise without anyone being better off.",
            try_instead="Name a second card that shows quality or what changed for people.",
        )


def wording_names_the_system(card: MetricCard, today: date) -> Iterator[Remark]:
    """M18: wording names what the system does, not what is wrong with people."""
    for field, text in text_of(card).items():
        for remark in wording.remarks(text):
            yield Remark(
                severity=NUDGE,
                part=field,
                what=f"{remark.found!r}: {remark.why}",
                try_instead=f"Try: {remark.try_instead}.",
            )


def nobody_is_named(card: MetricCard, today: date) -> Iterator[Remark]:
    """M20: the card holds no personal data and no person's name."""
    for field, text in text_of(card).items():
        found = [label for label, pattern in _PERSONAL if pattern.search(text)]
        person = names_a_person_in(text)
        if person is None and field in ("owner", "deputy") and names_somebody(text):
            person = text
        if person:
            found.append(f"what reads like a person's name ({person})")
        if found:
            yield Remark(
                severity=WARNING,
                part=field,
                harms=True,
                what=f"The field holds {' and '.join(found)}.",
                try_instead="Write the position or the office. A card may become a public record.",
            )
