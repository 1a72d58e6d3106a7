"""Checks of who answers, of what is easily gamed, and of wording (M12, M17, M18, M20)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import isfinite

from groundwork.subject import outside, persons, wording
from groundwork.subject.dollars import Named, spent_in
from groundwork.subject.leadership.authority import MONEY, STAFF, Authority
from groundwork.subject.metrics.card import MetricCard, text_of
from groundwork.subject.metrics.choices import AUTHORITIES, BETTER_OFF, HOW_MUCH, PARTNERSHIP
from groundwork.subject.positions import are_several, is_nobody, is_team
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

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
_POSITIONS = ("owner", "deputy", "counted_by")

_WHEN_OFF = re.compile(r"\b(?:if|when)\b[^.;]*?\bthen\b", re.IGNORECASE)
_MOVES_STAFF = re.compile(
    r"\b(?:mov|add|assign|hir|shift|reassign)\w*\b[^.;]{0,40}"
    r"\b(?:positions?|nurses?|staff|persons?|people|workers?|counselors?|teams?|clerks?)\b"
    r"|\b(?:mov|add|shift|chang|extend|stagger|lengthen|shorten|cut)\w*\b[^.;]{0,40}"
    r"\b(?:hours?|shifts?|schedules?|rosters?|workdays?)\b"
    r"|\b(?:mov|shift|chang|extend)\w*\b[^.;]{0,40}\b(?:evenings?|weekends?|saturdays?|sundays?)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\b(?:unions?|bargain\w*|labor agreement|notice|HR)\b|human resources", re.I)


def held(card: MetricCard) -> Authority:
    """Give what the owner may do without asking, in the words of the decision matrix.

    Dollars that the card does not say or that are without end, and an authority of which it says
    nothing, are not known.
    """
    said = card.owner_dollars
    dollars = None if said is None or not isfinite(said) else Decimal(str(max(said, 0)))
    if not card.authority:
        return Authority(dollars)
    return Authority(dollars, "staffing" in card.authority, "rule" in card.authority)


def needed(consequence: str) -> Authority:
    """Give what a consequence needs, as far as its words show: dollars in all, and staff.

    Dollars of which its words give no total are not known.
    """
    total = _spent(consequence).total
    money = None if total is None else Decimal(total)
    return Authority(money, bool(_MOVES_STAFF.search(consequence)), rule=False)


def _spent(consequence: str) -> Named:
    """Return what the step spends; dollars of its trigger are not spent."""
    return spent_in(_WHEN_OFF.sub(" ", consequence))


def owes_notice(consequence: str) -> bool:
    """Whether a consequence moves staff or hours, and says nothing of a union or of HR.

    >>> owes_notice("moves four visiting hours to evenings, after notice to the union")
    False
    """
    return bool(needed(consequence).staffing and not _NOTICE.search(consequence))


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

    spent = _spent(card.consequence)
    if spent.total is None:
        holds = held(card).money
        held_now = "" if holds is None else f"; the owner commits ${holds:,.0f}"
        yield Remark(
            severity=WARNING,
            part="consequence",
            what=f"The consequence names {spent.words}, and not what is spent in all.",
            try_instead="Write one total: how much until which day. The owner's dollars are held "
            "against it.",
            question=f"how many dollars {spent.words} comes to in all, and who may commit "
            f"them{held_now}",
        )
    if STAFF in open_:
        yield Remark(
            severity=WARNING,
            part="authority",
            what="The consequence moves staff or hours, and the card does not say whether the "
            "owner may.",
            try_instead="Look it up in the job description, or ask HR, and write it here.",
            question="whether the owner may move staff or hours, and the paper that says so",
        )
    if owes_notice(card.consequence):
        yield Remark(
            severity=NUDGE,
            part="consequence",
            what="The consequence moves staff or hours, and says nothing of notice to a union.",
            try_instead="Ask HR whether notice or bargaining comes first, and count its days: "
            "“within 30 days of HR's answer”.",
        )


def _has_authority(card: MetricCard) -> Iterator[Remark]:
    """M12, too: what is not known yet is asked for; who holds nothing can only report."""
    unknown = [item for item in card.authority if item not in AUTHORITIES]
    if not unknown and not card.authority and card.owner_dollars is None:
        yield Remark(
            severity=WARNING,
            part="authority",
            what="The card does not say what the owner can change.",
            try_instead="Look into the delegation memo and the job description, or leave it open: "
            "the paper asks for it.",
        )
    elif unknown or not (card.authority or card.owner_dollars):
        yield Remark(
            severity=ERROR,
            part="authority",
            what=f"The authority holds {', '.join(map(repr, unknown))}."
            if unknown
            else "The owner can commit no dollars, and the card does not say what else they can "
            "change.",
            try_instead=f"Write one or more of: {', '.join(AUTHORITIES)}. An owner without any can "
            "only report; choose a position that can act.",
        )


def answers(card: MetricCard) -> bool:
    """Whether one position, or a partnership, answers for a measure."""
    return not (_nobody(card) or _more_than_one(card))


def _nobody(card: MetricCard) -> bool:
    return not card.owner.strip() or is_nobody(card.owner)


def _more_than_one(card: MetricCard) -> str:
    """Say why an owner that is named is no one position, or ""."""
    if are_several(card.owner):
        return f"The owner is {card.owner!r}: two positions, so nobody knows which one answers."
    if card.owner_type != PARTNERSHIP and is_team(card.owner):
        return f"The owner is {card.owner!r}: a team, so nobody in it answers."
    return ""


def _answers_alone(card: MetricCard) -> Iterator[Remark]:
    """M12, too: one position answers, and does not count its own result alone."""
    if what := _more_than_one(card):
        yield Remark(
            severity=WARNING,
            part="owner",
            what=what,
            try_instead="Name one position. The other can be the deputy.",
            question=f"which one position answers for it: the card names {card.owner}",
        )
    if card.counted_by.strip(" .").casefold() == card.owner.strip(" .").casefold():
        yield Remark(
            severity=WARNING,
            part="counted_by",
            what="The owner counts it, and nobody else counts a part of it again.",
            try_instead="Name another position that counts a part of it once more.",
            question="who other than the owner counts a part of it again",
        )


def owner_can_decide(card: MetricCard, today: date) -> Iterator[Remark]:
    """M12: the owner is a position with named authority, enough for the consequence; a deputy."""
    if _nobody(card):
        said = f"The owner is {card.owner!r}" if card.owner.strip() else "The card has no owner"
        yield Remark(
            severity=ERROR,
            part="owner",
            what=f"{said}, so nobody answers for it.",
            try_instead="Name one position, such as 'Family Health Manager'.",
        )
    elif not persons.as_position(card.owner):  # a name is told of as in any other field
        yield from _answers_alone(card)
    yield from _has_authority(card)
    if not card.deputy.strip() or is_nobody(card.deputy):
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
    """M20: the card holds no personal data, and nothing else that is not for readers outside."""
    yield from outside.remarks(text_of(card), positions=_POSITIONS)
    for field, text in text_of(card).items():
        found = [label for label, pattern in _PERSONAL if pattern.search(text)]
        if found:
            yield Remark(
                severity=WARNING,
                part=field,
                harms=True,
                what=f"The field holds {' and '.join(found)}.",
                try_instead="Write the position or the office. A card may become a public record.",
            )
