"""A metric card as a form asks it: some fields first, the others when they are wanted.

A form gives texts and numbers under the names of the fields. The first of its choices, `asks`, says
level and kind at once: a condition of everybody, or of a program how much, how well, better off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.choices import (
    HIGHER,
    KINDS,
    LOWER,
    PARTNERSHIP,
    PERFORMANCE,
    POPULATION,
    POST,
)
from groundwork.subject.remark import SEVERITIES, Remark

ASKS = "asks"
ASKED: dict[str, str] = {
    POPULATION: "Population: a condition of all people in a place",
    KINDS[0]: "Program, how much: what was done",
    KINDS[1]: "Program, how well: how it was done",
    KINDS[2]: "Program, better off: what changed for people",
}
FIRST = (
    *("name", ASKS, "numerator", "denominator", "unit", "baseline_value", "baseline_year"),
    *("target_value", "target_year", "data_source"),
    *("owner", "owner_dollars", "review_forum", "consequence"),
)
"""What is asked first, in this order: without one of them a register cannot be read."""
COMPUTED = ("progress", "gaps_reported")
"""What is computed from the values and never asked."""
MORE = tuple(
    name for name in FIELDS if name not in (*FIRST, *COMPUTED, "level", "kind", "owner_type")
)
"""What is asked under "more"; level and kind stand in `asks`."""
MOST = 3
INSTEAD = {
    "level": ASKS,
    "kind": ASKS,
    "owner_type": "owner",
    "authority": "owner_dollars",
}
"""Where a remark is shown whose own field is folded or not in the form."""


def card_of(record: Mapping[str, Any]) -> MetricCard:
    """Turn what a form holds into a card; what is empty, or is no number, is left out."""
    values: dict[str, Any] = {}
    for name, field in FIELDS.items():
        value = record.get(name)
        if value in (None, ""):
            continue
        if field.kind == "list":
            values[name] = tuple(part.strip() for part in str(value).split(";") if part.strip())
        elif field.kind == "yes or no":
            values[name] = value == "yes"
        elif field.kind == "whole number":
            values[name] = int(value)
        else:
            values[name] = value
    asked = record.get(ASKS)
    if asked == POPULATION:
        values |= {"level": POPULATION}
    elif asked in KINDS:
        values |= {"level": PERFORMANCE, "kind": asked}
    card = MetricCard(**values)
    if card.owner and not card.owner_type:
        card = replace(card, owner_type=_type_of(card.owner))
    return with_direction(card)


def record_of(card: MetricCard) -> dict[str, Any]:
    """Turn a card into what a form holds: the other way of `card_of`.

    A level or kind that is none of the form's choices, as of a program without a kind, is asked.
    """
    asks = next((each for each in (card.kind, card.level) if each in ASKED), "")
    record: dict[str, Any] = {ASKS: asks}
    for name, field in FIELDS.items():
        value = getattr(card, name)
        if name in ("level", "kind", "owner_type", *COMPUTED):
            continue
        if field.kind == "list":
            record[name] = "; ".join(value)
        elif field.kind == "yes or no":
            record[name] = "" if value is None else ("yes" if value else "no")
        else:
            record[name] = value
    return record


def with_direction(card: MetricCard) -> MetricCard:
    """Take the direction from baseline and target where none is said; `read_as` tells it."""
    if card.direction or card.baseline_value is None or card.target_value is None:
        return card
    if card.target_value == card.baseline_value:
        return card
    return replace(card, direction=HIGHER if card.target_value > card.baseline_value else LOWER)


def read_as(record: Mapping[str, Any]) -> str:
    """Say which direction was taken from baseline and target, or nothing where one is said."""
    card = card_of(record)
    if record.get("direction") or not card.direction:
        return ""
    than = "above" if card.direction == HIGHER else "below"
    return f"Read as “{card.direction}”, since the target is {than} the baseline."


def without_computed(remarks: Sequence[Remark]) -> list[Remark]:
    """Leave out what is about a field that is computed and not asked."""
    return [remark for remark in remarks if remark.part not in COMPUTED]


def worst(
    remarks: Sequence[Remark], record: Mapping[str, Any], most: int = MOST
) -> tuple[list[Remark], list[Remark]]:
    """Return the worst remarks about fields that are asked first or filled, and all others.

    One remark a field. What is written and will not work goes before what is still empty: whoever
    writes from the top has not come to the rest yet. Then the form's order counts. The others come
    in the form's order, each about a field of the form.
    """
    form = (*FIRST, *MORE)
    found: dict[str, Remark] = {}
    others: list[Remark] = []
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    for remark in sorted(remarks, key=lambda each: (not each.harms, order[each.severity])):
        part = INSTEAD.get(remark.part, remark.part)
        in_sight = part in FIRST or record.get(part) not in (None, "")
        if in_sight and part in form and part not in found:
            found[part] = remark
        else:
            others.append(remark)

    def rank(each: Remark) -> tuple[bool, int, int, int]:
        part = INSTEAD.get(each.part, each.part)
        is_empty = record.get(part) in (None, "")
        severity = order[each.severity]
        return not each.harms, severity + is_empty, severity, form.index(part)

    ranked = sorted(found.values(), key=rank)
    most = max(most, sum(each.harms for each in ranked))  # what can hurt is always shown
    shown = [replace(each, part=INSTEAD.get(each.part, each.part)) for each in ranked[:most]]
    listed = [
        each if each.part in form else replace(each, part=INSTEAD.get(each.part, each.part))
        for each in (*others, *ranked[most:])
    ]
    return shown, sorted(listed, key=lambda each: form.index(each.part))


def _type_of(owner: str) -> str:
    words = owner.casefold()
    groups = (PARTNERSHIP, "coalition", "committee", "council", "collaborative", "alliance")
    return PARTNERSHIP if any(word in words for word in groups) else POST
