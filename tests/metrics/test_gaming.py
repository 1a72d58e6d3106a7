"""The invented model of a gamed measure shows what each pair lets through."""

import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.metrics.gaming import (
    ASKED,
    MOVES,
    PAIRS,
    TARGET,
    cheapest_trick,
    move_of,
    outcome,
    pair_of,
    passes,
)


def test_every_trick_reaches_the_target_and_leaves_fewer_residents_helped() -> None:
    honest = outcome(move_of("as_is"))
    for move in MOVES:
        found = outcome(move)
        assert (found.closed >= TARGET) == move.is_trick
        assert (found.solved < honest.solved) == move.is_trick


def test_counts_are_possible() -> None:
    for move in MOVES:
        assert move.reopened <= move.closed <= move.taken_in <= ASKED
        assert move.solved <= ASKED


@pytest.mark.parametrize(
    ("pair", "trick"),
    [("none", "early"), ("reopened", "rename"), ("taken_in", "early"), ("solved", None)],
)
def test_each_pair_leaves_another_trick_cheapest(pair: str, trick: str | None) -> None:
    found = cheapest_trick(pair_of(pair))
    assert (found.name if found else None) == trick


def test_the_honest_move_crosses_no_line_and_misses_the_target() -> None:
    evenings = move_of("evenings")
    for pair in PAIRS[1:]:
        value = outcome(evenings).of(pair)
        assert value >= pair.line if pair.higher_is_better else value <= pair.line
        assert not passes(evenings, pair)


def test_what_is_not_in_the_model_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError):
        move_of("x")
    with pytest.raises(UserError):
        pair_of("x")
