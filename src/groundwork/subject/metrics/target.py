"""Checks of where a card starts, where it goes and how far it has come (M04-M06, M19)."""

import re
from collections.abc import Iterator
from datetime import date

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import BASES, DIRECTIONS, HIGHER
from groundwork.subject.metrics.equity import is_watched
from groundwork.subject.metrics.progress import progress_of
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

OLDEST_BASELINE = 3
"""Years after which a baseline is called old."""

_BASIS = re.compile(
    r"\b(?:standard|guideline|benchmark|best|trend|projection|statute|law|ordinance|regulation"
    r"|communit(?:y|ies)|residents|healthy people)\b",
    re.IGNORECASE,
)


def target_is_better_than_baseline(card: MetricCard, today: date) -> Iterator[Remark]:
    """M04: the direction is given, and the target lies on the better side of the baseline."""
    if card.direction not in DIRECTIONS:
        if not card.direction and is_watched(card) and card.target_value is None:
            return
        yield Remark(
            severity=ERROR,
            part="direction",
            what=f"The direction is {card.direction!r}."
            if card.direction
            else "No direction is given.",
            try_instead=f"Write {DIRECTIONS[0]!r} or {DIRECTIONS[1]!r}.",
        )
        return
    if card.baseline_value is None or card.target_value is None:
        return
    if _better_by(card, card.target_value, card.baseline_value) <= 0:
        yield Remark(
            severity=ERROR,
            part="target_value",
            what=f"The baseline is {card.baseline_value:g} and the target {card.target_value:g}, "
            "but "
            f"{card.direction}.",
            try_instead="Set a target that is better than where you start, or turn the direction.",
        )


def baseline_is_dated(card: MetricCard, today: date) -> Iterator[Remark]:
    """M05: the baseline has value, year and source; the target has value and a later year.

    A card that is watched without a target is asked for none.
    """
    unasked = ("target_value", "target_year") if is_watched(card) else ()
    for field, label, example in (
        ("baseline_value", "baseline", "Write where you start, such as 54."),
        ("baseline_year", "year for the baseline", "Write four digits, such as 2025."),
        ("data_source", "source", "Name the register, survey or system."),
        ("target_value", "target", "Write where you want to be, such as 81."),
        ("target_year", "year for the target", "Write four digits, such as 2029."),
    ):
        if getattr(card, field) in (None, "") and field not in unasked:
            yield Remark(
                severity=ERROR, part=field, what=f"The card has no {label}.", try_instead=example
            )
    if card.target_year is not None and card.target_year < today.year and not unasked:
        over = f"The target's year, {card.target_year}, is over"
        yield Remark(
            severity=WARNING,
            part="target_year",
            what=f"{over}: was it met, or is it set anew?",
            try_instead="Write what the value was then, and set the next target and its year.",
            question=f"{over}: was it met, or is it set anew",
        )
    if card.baseline_year is None:
        return
    if today.year - card.baseline_year > OLDEST_BASELINE:
        yield Remark(
            severity=WARNING,
            part="baseline_year",
            what=f"The baseline is from {card.baseline_year}, more than {OLDEST_BASELINE} years "
            "ago.",
            try_instead="Use a newer year, or say why this one still shows where you start.",
        )
    if card.target_year is not None and card.target_year <= card.baseline_year:
        yield Remark(
            severity=ERROR,
            part="target_year",
            what=f"The target is for {card.target_year}, the baseline is from "
            f"{card.baseline_year}.",
            try_instead="Give the target a later year.",
        )


def target_has_a_basis(card: MetricCard, today: date) -> Iterator[Remark]:
    """M06: the target says where it comes from, and nobody is made worse off to close a gap."""
    unasked = is_watched(card) and card.target_value is None and not card.target_basis.strip()
    if not unasked and not _BASIS.search(card.target_basis):
        yield Remark(
            severity=WARNING,
            part="target_basis",
            what=f"The basis of the target is {card.target_basis!r}."
            if card.target_basis.strip()
            else "The card does not say where the target comes from.",
            try_instead=f"Name one: {', '.join(BASES)}.",
        )
    if _levels_down(card):
        yield Remark(
            severity=NUDGE,
            part="reference_target",
            what="The gap closes partly because the reference goes from "
            f"{card.reference_baseline:g} to "
            f"{card.reference_target:g}, which is worse.",
            try_instead="Close the gap by lifting the group that is served worst. Nobody should "
            "lose health.",
        )


def _levels_down(card: MetricCard) -> bool:
    """Whether the planned gap is smaller and the reference is planned to be worse."""
    before, after = card.reference_baseline, card.reference_target
    start, goal = card.baseline_value, card.target_value
    if before is None or after is None or start is None or goal is None:
        return False
    if card.direction not in DIRECTIONS:
        return False
    return abs(goal - after) < abs(start - before) and _better_by(card, after, before) < 0


def progress_is_in_the_four_words(card: MetricCard, today: date) -> Iterator[Remark]:
    """M19: change since the baseline is told in the word that the values support."""
    now = progress_of(card)
    if now is None or card.progress.strip().lower() == now.word:
        return
    said = f"says {card.progress!r}" if card.progress.strip() else "says nothing"
    yield Remark(
        severity=NUDGE,
        part="progress",
        what=f"On progress the card {said}. The values support '{now.word}'. {now.reason}",
        try_instead=f"Write '{now.word}'.",
    )


def _better_by(card: MetricCard, value: float, than: float) -> float:
    return (value - than) if card.direction == HIGHER else (than - value)
