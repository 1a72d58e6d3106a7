"""A register of metric cards: the questions that one card alone cannot answer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from datetime import date

import pandas as pd

from groundwork.subject.metrics.card import BETTER_OFF, FIELDS, HOW_MUCH, PERFORMANCE, MetricCard
from groundwork.subject.metrics.checks import check_cards
from groundwork.subject.metrics.finding import ERROR, NUDGE, WARNING, Finding

FEWEST_FOR_A_PATTERN = 3
"""Cards from which one owner for all of them is remarked on."""

_RBA = "Results-Based Accountability (Friedman 2005)"
_SEED = "Build Internal Infrastructure and Capacity"


def check_register(cards: Sequence[MetricCard]) -> list[Finding]:
    """Check the cards as a set: ids, owners, consequences, kinds and pairs (GW-R01 to GW-R07)."""
    return [
        *_ids(cards),
        *_kinds(cards),
        *_owners(cards),
        *_consequences(cards),
        *_pairs(cards),
    ]


def check_all(cards: Sequence[MetricCard], today: date | None = None) -> list[Finding]:
    """Check each card and then the set."""
    return [*check_cards(cards, today), *check_register(cards)]


def _ids(cards: Sequence[MetricCard]) -> Iterator[Finding]:
    counts = Counter(card.id.strip().casefold() for card in cards)
    for id, count in counts.items():
        if count > 1 or not id:
            shown = next(card.id for card in cards if card.id.strip().casefold() == id)
            yield Finding(
                shown,
                "GW-R01",
                ERROR,
                "id",
                f"{count} cards have the id {shown!r}." if id else f"{count} without an id.",
                "An id is how figures, minutes and budgets find the card.",
                "Give every card an id of its own.",
                "Standard practice",
            )


def _kinds(cards: Sequence[MetricCard]) -> Iterator[Finding]:
    kinds = [card.kind for card in cards if card.level == PERFORMANCE]
    if kinds and BETTER_OFF not in kinds:
        yield Finding(
            "",
            "GW-R02",
            WARNING,
            "kind",
            "No performance card asks whether anyone is better off.",
            "Without one, the whole register can be green while nothing changed for people.",
            "Add one card that shows what changed for the people served.",
            _RBA,
        )
    much = kinds.count(HOW_MUCH)
    if 2 * much > len(kinds):
        yield Finding(
            "",
            "GW-R03",
            WARNING,
            "kind",
            f"{much} of {len(kinds)} performance cards count how much was done.",
            "Counts of work are the easiest to collect and say the least.",
            "Turn some into 'how well' or 'better off' measures.",
            _RBA,
        )


def _owners(cards: Sequence[MetricCard]) -> Iterator[Finding]:
    for card in cards:
        if not card.owner.strip():
            yield Finding(
                card.id,
                "GW-R04",
                ERROR,
                "owner",
                "This card has no owner.",
                "What nobody owns nobody mends.",
                "Name one position.",
                _SEED,
            )
    owners = [card.owner.strip() for card in cards if card.owner.strip()]
    alike = len({owner.casefold() for owner in owners}) == 1
    if alike and len(owners) >= FEWEST_FOR_A_PATTERN:
        yield Finding(
            "",
            "GW-R05",
            WARNING,
            "owner",
            f"All {len(owners)} cards with an owner have the same one: {owners[0]}.",
            "One position cannot change the work of every program, and its leaving ends it all.",
            "Give each card to the position that runs the work, and let this one watch the set.",
            _SEED,
        )


def _consequences(cards: Sequence[MetricCard]) -> Iterator[Finding]:
    if cards and not any(card.consequence.strip() for card in cards):
        yield Finding(
            "",
            "GW-R06",
            WARNING,
            "consequence",
            "No card says what happens when it is off track.",
            "Numbers without a next step are a report and not accountability.",
            "Start with one card: if off track by X, then Y by Z.",
            _SEED,
        )


def _pairs(cards: Sequence[MetricCard]) -> Iterator[Finding]:
    ids = {card.id.strip().casefold() for card in cards}
    for card in cards:
        pair = card.paired_measure.strip()
        alone = pair.casefold() == card.id.strip().casefold()
        if pair and (alone or pair.casefold() not in ids):
            yield Finding(
                card.id,
                "GW-R07",
                NUDGE,
                "paired_measure",
                "The card is its own pair." if alone else f"The pair {pair!r} is not here.",
                "A pair works only when both are looked at together.",
                "Write the id of another card of this register.",
                _RBA,
            )


def findings_table(findings: Iterable[Finding]) -> pd.DataFrame:
    """Lay findings out as a table, one row each, with the columns of a finding."""
    columns = [field.name for field in fields(Finding)]
    return pd.DataFrame([astuple(finding) for finding in findings], columns=columns)


def cards_table(cards: Iterable[MetricCard]) -> pd.DataFrame:
    """Lay cards out as a table, one row each, with every field; lists are joined with "; "."""
    rows = []
    for card in cards:
        values = {name: getattr(card, name) for name in FIELDS}
        rows.append(
            {
                name: "; ".join(value) if isinstance(value, tuple) else value
                for name, value in values.items()
            }
        )
    return pd.DataFrame(rows, columns=list(FIELDS))
