"""Lesson 05 on paper: the office that games a target, and cards of Riverbend's register."""

from dataclasses import replace
from functools import cache

from groundwork.cohort.told.markdown import table
from groundwork.screen.activities.metric_register import riverbend_cards
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.gaming import (
    ASKED,
    MOVES,
    PAIRS,
    TARGET,
    Move,
    Pair,
    outcome,
    passes,
)

ALONE = "none"  # the first measure with nothing beside it
MARKED = ("M05", "M06", "M07")  # cards whose bottom leaves somebody out
NOT_IN = {  # by the bottom of a marked card: who is not in it
    "Complaints received": "whoever never complained; whoever was sent elsewhere at the door, or "
    "was written down as an inquiry",
    "Families referred": "families whom nobody referred",
    "Infants in nutrition classes reaching six months": "infants whose parents came to no class, "
    "or left before six months",
}
HIRING = "M10"


@cache
def office() -> str:
    """Say which office has to reach what, and which moves it has: without what they show."""
    rows = [(at, move.text, str(move.hours)) for at, move in zip("12345", MOVES, strict=True)]
    return (
        f"The office, its moves and all shares are invented. {ASKED} residents bring a complaint "
        f"in a quarter, and {TARGET:.0f} percent must be closed within 30 days.\n\n"
        f"What the office can do:\n\n{table(('Move', 'What is done', 'Hours of work'), rows)}"
    )


@cache
def moves() -> str:
    """Say what each move shows, and which moves still look good beside a second measure."""
    columns = (
        *("Move", f"Closed in 30 days; target {TARGET:.0f} %"),
        *(f"{pair.text} (percent)" for pair in PAIRS if pair.name != ALONE),
    )
    rows = [(f"{at}. {move.text}", *_shares(move)) for at, move in enumerate(MOVES, start=1)]
    beside = [(pair.text, _line(pair), _that_pass(pair)) for pair in PAIRS]
    return (
        f"What each move shows, in percent:\n\n{table(columns, rows)}\n\n"
        "What the auditor sees beside it:\n\n"
        f"{table(('Second measure', 'It passes', 'Moves that still look good'), beside)}"
    )


@cache
def cards() -> str:
    """Return three cards of Riverbend, each as a table: its top, its bottom and who answers."""
    made = []
    for card in map(_card, MARKED):
        rows = (
            ("Counted", card.numerator),
            ("Out of", card.denominator),
            (f"Latest, {card.latest_year}", _percent(card.latest_value)),
            (f"Target, {card.target_year}", _percent(card.target_value)),
            ("Owner", card.owner),
            ("If off track", card.consequence),
        )
        made.append(f"The card “{card.name}”:\n\n{table(('Field', 'What it says'), rows)}")
    return "\n\n".join(made)


@cache
def left_out() -> str:
    """Say of each marked card who is not in its bottom, with what the check of cards asks."""
    rows = [(card.name, card.denominator, NOT_IN[card.denominator]) for card in map(_card, MARKED)]
    made = table(("Card", "Out of", "Not in it"), rows)
    bare = replace(_card(MARKED[0]), denominator="")
    said = next(each.try_instead for each in check_card(bare) if each.part == "denominator")
    return (
        f"Who is not in the bottom of each card:\n\n{made}\n\n"
        f"Of a better bottom the check of a card says: “{said}”"
    )


@cache
def hiring() -> str:
    """Return the card of applicants, whose target is one for who is chosen, by race."""
    card = _card(HIRING)
    told = f"{card.numerator}, of all {card.denominator.lower()}: {card.focus_group}"
    rows = (
        ("Counted", told),
        (f"Latest, {card.latest_year}", _percent(card.latest_value)),
        (f"Target, {card.target_year}", f"{_percent(card.target_value)} ({card.target_basis})"),
    )
    made = table(("Field", "Entry"), rows)
    return f"The card “{card.name}” of Riverbend County (invented):\n\n{made}"


def _card(id: str) -> MetricCard:
    return next(each for each in riverbend_cards() if each.id == id)


def _percent(value: float | None) -> str:
    return "not known" if value is None else f"{value:g} percent"


def _shares(move: Move) -> tuple[str, ...]:
    found = outcome(move)
    others = (found.of(pair) for pair in PAIRS if pair.name != ALONE)
    return (f"{found.closed:.0f}", *(f"{each:.0f}" for each in others))


def _line(pair: Pair) -> str:
    if pair.name == ALONE:
        return "at once"
    return f"at {pair.line:.0f} or {'more' if pair.higher_is_better else 'less'}"


def _that_pass(pair: Pair) -> str:
    left = [str(at) for at, move in enumerate(MOVES, start=1) if passes(move, pair)]
    return ", ".join(left) or "none"
