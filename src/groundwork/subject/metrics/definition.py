"""Checks of what a card measures: level, kind, top and bottom, unit and age (M01-M03, M11)."""

import re
from collections.abc import Iterator
from datetime import date

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import (
    KINDS,
    LEVELS,
    PARTNERSHIP,
    PERFORMANCE,
    POPULATION,
    POST,
)
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PER = re.compile(r"\s*per\s+(\d{1,3}(?:,\d{3})+|\d+)\b", re.IGNORECASE)
_AGE_MATTERS = re.compile(r"\b(?:mortality|deaths?|died|dying|prevalence)\b", re.IGNORECASE)


def level_fits_owner(card: MetricCard, today: date) -> Iterator[Remark]:
    """M01: population results belong to a partnership, performance to a named position."""
    if card.level not in LEVELS:
        yield Remark(
            severity=ERROR,
            part="level",
            what=_found("The level", card.level),
            try_instead="Write 'population' for a condition of all people in a place, or "
            "'performance' for "
            "what one program does.",
        )
    elif card.level == POPULATION and card.owner_type != PARTNERSHIP:
        yield Remark(
            severity=ERROR,
            part="owner_type",
            what=f"A population measure is owned by {_shown(card.owner_type)}.",
            try_instead="Name the partnership that answers for it. One agency cannot answer for a "
            "whole "
            "population; give the agency a performance card of its own.",
        )
    elif card.level == PERFORMANCE and card.owner_type != POST:
        yield Remark(
            severity=ERROR,
            part="owner_type",
            what=f"A performance measure is owned by {_shown(card.owner_type)}.",
            try_instead="Name one position that runs the program.",
        )


def kind_is_stated(card: MetricCard, today: date) -> Iterator[Remark]:
    """M02: a performance card says how much, how well, or better off."""
    if card.level == PERFORMANCE and card.kind not in KINDS:
        yield Remark(
            severity=ERROR,
            part="kind",
            what=_found("The kind", card.kind),
            try_instead="Write 'how much' for work done, 'how well' for its quality, or 'better "
            "off' for what "
            "changed for people.",
        )


def top_and_bottom_are_defined(card: MetricCard, today: date) -> Iterator[Remark]:
    """M03: top and bottom are defined for one place and period, and fit the unit."""
    for field, label, example in (
        ("numerator", "what is counted", "'Families visited within 30 days of asking'"),
        ("unit", "the unit", "'percent' or 'per 1,000 live births'"),
        ("place", "the place", "'Riverbend County (invented)', for top and bottom alike"),
        ("period", "the period", "'calendar year' or 'July to June'"),
    ):
        if not getattr(card, field).strip():
            yield Remark(
                severity=ERROR,
                part=field,
                what=f"The card does not say {label}.",
                try_instead=f"For example: {example}.",
            )
    yield from _bottom(card)
    years = set(_YEAR.findall(card.numerator)), set(_YEAR.findall(card.denominator))
    if all(years) and years[0] != years[1]:
        yield Remark(
            severity=ERROR,
            part="denominator",
            what=f"The top is from {_years(years[0])}, the bottom from {_years(years[1])}.",
            try_instead="Count both in the same period.",
        )
    yield from _values_fit_unit(card)


def _bottom(card: MetricCard) -> Iterator[Remark]:
    size = scale(card.unit)
    if size is None:
        return
    if not card.denominator.strip():
        yield Remark(
            severity=ERROR,
            part="denominator",
            what=f"The unit is {card.unit!r}, but the card does not say out of whom or what.",
            try_instead="Write who could have been counted, such as 'All families who asked at "
            "least 30 days ago, also those who still wait'.",
        )
    if size == 100 and card.numerator_inside is not True:
        said = "not part of the bottom" if card.numerator_inside is False else "not said"
        yield Remark(
            severity=ERROR,
            part="numerator_inside",
            what=f"A percent needs a top that is part of the bottom; here that is {said}.",
            try_instead="Count in the top only people who are in the bottom too, or call it a "
            "ratio.",
        )


def _values_fit_unit(card: MetricCard) -> Iterator[Remark]:
    size = scale(card.unit)
    values = {
        name: value
        for name in ("baseline_value", "latest_value", "target_value")
        if (value := getattr(card, name)) is not None
    }
    counted = size is not None or card.unit.strip().lower() == "count"
    for name, value in values.items():
        if counted and value < 0:
            yield Remark(
                severity=ERROR,
                part=name,
                what=f"{value:g} is below zero.",
                try_instead="Check the sign and the unit.",
            )
        elif size is not None and card.numerator_inside and value > size:
            yield Remark(
                severity=ERROR,
                part=name,
                what=f"{value:g} is more than {size:g}, which the unit {card.unit!r} cannot be.",
                try_instead="Check the unit, or whether the top is part of the bottom.",
            )
    if size == 100 and len(values) > 1 and all(0 < value <= 1 for value in values.values()):
        yield Remark(
            severity=NUDGE,
            part="unit",
            what="The unit is percent, and every value is 1 or less.",
            try_instead="If 0.54 means 54 percent, write 54.",
        )


def age_is_declared(card: MetricCard, today: date) -> Iterator[Remark]:
    """M11: deaths or prevalence compared across groups say how age was handled."""
    compared = bool(card.disaggregation or card.reference.strip())
    named = _AGE_MATTERS.search(f"{card.name} {card.numerator}")
    if compared and named and not card.age_adjustment.strip():
        yield Remark(
            severity=WARNING,
            part="age_adjustment",
            what=f"The card compares groups on {named[0].lower()} and does not say how age is "
            "handled.",
            try_instead="Name the standard, such as '2000 US standard population', or say why none "
            "is needed.",
        )


def scale(unit: str) -> float | None:
    """Give the size of a rate's unit: 100 for percent, N for "per N", None when it is no rate."""
    if is_percent(unit):
        return 100.0
    found = _PER.match(unit)
    return float(found[1].replace(",", "")) if found else None


def is_percent(unit: str) -> bool:
    """Whether values of a unit are percents of a whole, and no percentage points."""
    text = unit.strip().lower()
    return text.startswith(("percent", "per cent", "%")) and "point" not in text


def _found(label: str, value: str) -> str:
    return f"{label} is {value!r}." if value.strip() else f"{label} is not stated."


def _shown(value: str) -> str:
    return f"a {value}" if value.strip() else "nobody named"


def _years(years: set[str]) -> str:
    return " and ".join(sorted(years))
