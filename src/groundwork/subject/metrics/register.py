"""A register of metric cards: the questions that one card alone cannot answer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date

import pandas as pd

from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.checks import check_cards
from groundwork.subject.metrics.choices import BETTER_OFF, HOW_MUCH, PERFORMANCE
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

FEWEST_FOR_A_PATTERN = 3
"""Cards from which one owner for all of them is remarked on."""

_RBA = "Results-Based Accountability (Friedman 2005)"
# A remark's attributes, and what they are called in a table of cards.
_COLUMNS = {
    "about": "card",
    "code": "code",
    "severity": "severity",
    "part": "field",
    "what": "what",
    "why": "why",
    "try_instead": "try_instead",
    "source": "source",
}
_SEED = "Build Internal Infrastructure and Capacity"


def check_register(cards: Sequence[MetricCard]) -> list[Remark]:
    """Check the cards as a set: ids, owners, consequences, kinds and pairs (GW-R01 to GW-R07)."""
    return [
        *_ids(cards),
        *_kinds(cards),
        *_owners(cards),
        *_consequences(cards),
        *_pairs(cards),
    ]


def check_all(cards: Sequence[MetricCard], today: date | None = None) -> list[Remark]:
    """Check each card and then the set."""
    return [*check_cards(cards, today), *check_register(cards)]


def _ids(cards: Sequence[MetricCard]) -> Iterator[Remark]:
    counts = Counter(card.id.strip().casefold() for card in cards)
    for id, count in counts.items():
        if count > 1 or not id:
            shown = next(card.id for card in cards if card.id.strip().casefold() == id)
            yield Remark(
                about=shown,
                code="GW-R01",
                severity=ERROR,
                part="id",
                what=f"{count} cards have the id {shown!r}." if id else f"{count} without an id.",
                why="An id is how figures, minutes and budgets find the card.",
                try_instead="Give every card an id of its own.",
                source="Standard practice",
            )


def _kinds(cards: Sequence[MetricCard]) -> Iterator[Remark]:
    kinds = [card.kind for card in cards if card.level == PERFORMANCE]
    if kinds and BETTER_OFF not in kinds:
        yield Remark(
            code="GW-R02",
            severity=WARNING,
            part="kind",
            what="No card of a program asks whether anyone is better off.",
            why="Without one, the whole register can be green while nothing changed for people.",
            try_instead="Add one card that shows what changed for the people served.",
            source=_RBA,
        )
    much = kinds.count(HOW_MUCH)
    if 2 * much > len(kinds):
        yield Remark(
            code="GW-R03",
            severity=WARNING,
            part="kind",
            what=f"{much} of {len(kinds)} cards of programs count how much was done.",
            why="Counts of work are the easiest to collect and say the least.",
            try_instead="Turn some into 'how well' or 'better off' measures.",
            source=_RBA,
        )


def _owners(cards: Sequence[MetricCard]) -> Iterator[Remark]:
    for card in cards:
        if not card.owner.strip():
            yield Remark(
                about=card.id,
                code="GW-R04",
                severity=ERROR,
                part="owner",
                what="This card has no owner.",
                why="What nobody owns nobody mends.",
                try_instead="Name one position.",
                source=_SEED,
            )
    owners = [card.owner.strip() for card in cards if card.owner.strip()]
    alike = len({owner.casefold() for owner in owners}) == 1
    if alike and len(owners) >= FEWEST_FOR_A_PATTERN:
        yield Remark(
            code="GW-R05",
            severity=WARNING,
            part="owner",
            what=f"All {len(owners)} cards with an owner have the same one: {owners[0]}.",
            why="One position cannot change the work of every program, and its leaving ends it "
            "all.",
            try_instead="Give each card to the position that runs the work, and let this one watch "
            "the set.",
            source=_SEED,
        )


def _consequences(cards: Sequence[MetricCard]) -> Iterator[Remark]:
    if cards and not any(card.consequence.strip() for card in cards):
        yield Remark(
            code="GW-R06",
            severity=WARNING,
            part="consequence",
            what="No card says what happens when it is off track.",
            why="Numbers without a next step are a report and not accountability.",
            try_instead="Start with one card: if off track by X, then Y by Z.",
            source=_SEED,
        )


def _pairs(cards: Sequence[MetricCard]) -> Iterator[Remark]:
    ids = {card.id.strip().casefold() for card in cards}
    for card in cards:
        pair = card.paired_measure.strip()
        alone = pair.casefold() == card.id.strip().casefold()
        if pair and (alone or pair.casefold() not in ids):
            yield Remark(
                about=card.id,
                code="GW-R07",
                severity=NUDGE,
                part="paired_measure",
                what="The card is its own pair." if alone else f"The pair {pair!r} is not here.",
                why="A pair works only when both are looked at together.",
                try_instead="Write the id of another card of this register.",
                source=_RBA,
            )


def findings_table(findings: Iterable[Remark]) -> pd.DataFrame:
    """Lay findings out as a table, one row each; `card` and `field` say what each is about."""
    table = pd.DataFrame([asdict(finding) for finding in findings], columns=list(_COLUMNS))
    return table.rename(columns=_COLUMNS)


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
