"""The page of one metric card in the paper of a register."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from groundwork.learner.papers.model import Block, Heading, Items, Paragraph, Table
from groundwork.subject.days import day_of
from groundwork.subject.metrics import equity, gap, short, trigger
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.definition import is_percent
from groundwork.subject.metrics.digits import ends_in_words, limit_in_words
from groundwork.subject.metrics.interval import interval_of
from groundwork.subject.metrics.verdict import NO_LATEST, changed, on_path
from groundwork.subject.remark import ERROR, Remark, open_points

OPEN = "not written yet"
MUST = (
    *("Counted", "Out of", "Unit, place, time", "Baseline", "Target", "Source"),
    *("Counted by", "Owner", "Review", "If off track"),
)
"""What a card's page shows also when it is open."""
MOST = 6
"""Remarks that are written out; the page for the writer has all."""


def page(
    card: MetricCard, found: Sequence[Remark], said_once: Collection[str], today: date
) -> list[Block]:
    """Return the page of a card: what it says, and the worst that its checks remark on.

    Parameters
    ----------
    found
        What the checks remark on.
    said_once
        Remarks that are said for several cards together, and not here.
    today
        The day to judge the time of a trigger by.
    """
    due = trigger.told(card, today)
    return [
        Heading(titled(card) or "A measure without a name", new_page=True),
        Table("The card", ("Part", "What it says"), tuple(_parts(card, due)), (1.6, 5)),
        *_open(card, [each for each in found if bare(each) not in said_once and each.what != due]),
        Paragraph("Nobody has checked this card."),
    ]


def titled(card: MetricCard) -> str:
    """Write a card's id and name as one heading."""
    return f"{card.id}. {card.name}".strip(". ")


def asks(card: MetricCard) -> str:
    """Say what a card asks, in the words of its form; "" when it does not say."""
    return short.ASKED.get(card.kind or card.level, card.kind or card.level).partition(":")[0]


def value(found: float | None, year: int | None, unit: str) -> str:
    """Write a value with its unit's sign and its year."""
    if found is None:
        return OPEN
    sign = " %" if is_percent(unit) else ""
    return f"{found:,.6g}{sign}" + (f" ({year})" if year else "")


def target(card: MetricCard) -> str:
    """Write the target with its year, or that the card is watched without one."""
    untargeted = is_untargeted(card)
    return equity.WATCHED if untargeted else value(card.target_value, card.target_year, card.unit)


def is_untargeted(card: MetricCard) -> bool:
    """Whether a card has no target because it is to have none."""
    return card.target_value is None and equity.is_watched(card)


def said(remark: Remark) -> str:
    """Write a remark as a sentence, with the card that it is about."""
    about = f"{remark.about}: " if remark.about else ""
    return f"{about}{remark.what} {remark.try_instead}".strip()


def bare(remark: Remark) -> str:
    """Write a remark without the card that it is about, so that equal ones are known."""
    return said(replace(remark, about=""))


def _open(card: MetricCard, found: Sequence[Remark]) -> list[Block]:
    """Write out the worst remarks: what stands there and cannot be so, before what is missing.

    A time that is over, and what else is asked in words of its own, stands here too; what to write
    instead is for the writer, and what the table says is not said again.
    """
    told = [each for each in open_points(found) if each.severity == ERROR or each.question]
    listed = sorted(told, key=lambda each: getattr(card, each.part) in ("", (), None))[:MOST]
    if not listed:
        return []
    return [Heading("Open on this card", 2), Items.flat(*(each.what for each in listed))]


def _parts(card: MetricCard, due: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a card, several fields to one, so that a card takes one page."""
    has_latest = card.latest_value is not None
    told: dict[str, str | Literal[False]] = {
        "Result": card.result,
        "Difference kept in view": card.equity_question,
        "What it asks": asks(card),
        "Counted": card.numerator,
        "Out of": card.denominator,
        "Unit, place, time": _some(
            "; ", card.unit or "unit: open", card.place, card.period, card.age_adjustment
        ),
        "Split by": "; ".join(card.disaggregation)
        or (card.disaggregation_reason and f"not split: {card.disaggregation_reason}"),
        "For whom": card.focus_group,
        "Compared with": _some(": ", card.reference, card.reference_reason),
        "Baseline": _moment(card, "baseline"),
        "Latest": _moment(card, "latest") if has_latest else NO_LATEST,
        "Target": _some(
            "; ",
            target(card),
            card.target_basis,
            _other(card.reference_target, card.unit),
        ),
        "Changed?": not is_untargeted(card) and changed(card).told,
        "Path": not is_untargeted(card) and on_path(card).told,
        "Gaps": _some(" ", gap.told(card), card.gap_reading),
        "Small numbers": _some("; ", card.uncertainty, card.suppression_rule),
        "Source": _some("; ", card.data_source, card.data_frequency, card.data_status),
        "Counted by": card.counted_by,
        "Owner": _owner(card),
        "Review": _some("; ", card.review_forum, card.frequency, day_of(card.next_review)),
        "If off track": _some(" ", _ended(card.consequence), due),
        "Paired measure": card.paired_measure,
        "Community": _some(
            "; ",
            card.community_chose and f"chosen by: {card.community_chose}",
            card.community_sees and f"seen: {card.community_sees}",
            card.community_paid and f"paid: {card.community_paid}",
        ),
    }
    for label, text in told.items():
        if text or label in MUST:
            yield label, text or OPEN


def _moment(card: MetricCard, moment: str) -> str:
    """Write a value with its year, its interval and the other group's value."""
    written = value(getattr(card, f"{moment}_value"), getattr(card, f"{moment}_year"), card.unit)
    other = _other(getattr(card, f"reference_{moment}"), card.unit)
    return _some("; ", written + _interval(card, moment), other)


def _owner(card: MetricCard) -> str:
    dollars = f"up to ${card.owner_dollars:,.0f}" if card.owner_dollars else "no dollars"
    if card.owner_dollars is None:
        dollars = "dollars: not known yet" if card.owner else ""
    return _some(
        "; ",
        card.owner,
        card.deputy and f"deputy: {card.deputy}",
        dollars,
        card.authority and f"may decide: {', '.join(card.authority)}",
    )


def _interval(card: MetricCard, moment: str) -> str:
    """Write the interval of a value; limits that cannot be right are shown as such."""
    if limits := interval_of(card, moment):
        return f", 95 % interval {ends_in_words(card, *limits)}"
    given = [getattr(card, f"{moment}_{end}") for end in ("low", "high")]
    if given == [None, None]:
        return ""
    shown = " and ".join(
        "open" if limit is None else limit_in_words(card, limit) for limit in given
    )
    return f", limits given as {shown}: no interval, so nothing is decided with them"


def _other(found: float | None, unit: str) -> str:
    return "" if found is None else f"the other group: {value(found, None, unit)}"


def _ended(text: str) -> str:
    """End a sentence that was typed without a full stop."""
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."


def _some(between: str, *parts: str | tuple[str, ...] | Literal[False]) -> str:
    return between.join(str(part) for part in parts if part)
