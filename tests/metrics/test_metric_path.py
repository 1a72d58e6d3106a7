"""On track is another question than changed: the path is compared with, not the baseline."""

from dataclasses import replace

import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.metrics import verdict
from groundwork.subject.metrics.choices import HIGHER, LOWER
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.path import (
    BEHIND,
    ON_PATH,
    UNSURE,
    path_value,
    standing,
    standing_of,
)
from groundwork.subject.metrics.progress import progress_of

GOOD = replace(example_card(), latest_low=None, latest_high=None)


@pytest.mark.parametrize(
    ("year", "value"), [(2025, 24), (2026, 22.2), (2028, 18.6), (2030, 15), (2033, 15)]
)
def test_a_path_is_straight_and_ends_at_the_target(year: int, value: float) -> None:
    assert path_value(24, 2025, 15, 2030, year) == pytest.approx(value)


def test_a_path_needs_a_later_target_and_a_year_on_it() -> None:
    with pytest.raises(UserError, match="later year"):
        path_value(24, 2025, 15, 2025, 2026)
    with pytest.raises(UserError, match="before the baseline"):
        path_value(24, 2025, 15, 2030, 2024)


def test_the_better_side_of_the_path_depends_on_the_direction() -> None:
    assert standing(20, 18.6, 2028, LOWER).word == BEHIND
    assert standing(20, 18.6, 2028, LOWER).ahead_by == pytest.approx(-1.4)
    assert standing(20, 18.6, 2028, HIGHER).word == ON_PATH
    with pytest.raises(UserError):
        standing(20, 18.6, 2028, "up")


def test_an_interval_across_the_path_leaves_it_open() -> None:
    assert standing(20, 18.6, 2028, LOWER, (15.5, 24.5)).word == UNSURE
    assert standing(23, 18.6, 2028, LOWER, (20, 26)).word == BEHIND
    assert standing(20, 18.6, 2028, LOWER, (18.6, 24.5)).word == UNSURE  # a limit that is touched


def test_a_card_may_have_improved_and_be_behind_its_path() -> None:
    card = replace(GOOD, latest_value=70, latest_year=2028, latest_low=66, latest_high=74)
    changed, now = progress_of(card), standing_of(card)
    assert changed and changed.word == "improving"
    assert now and now.word == BEHIND
    assert (
        now.expected == 74.25 and verdict.on_path(card).brief == "74.3 expected"
    )  # the limit is 74


@pytest.mark.parametrize(
    "changes", [{"latest_value": None}, {"target_year": None}, {"latest_year": 2025}]
)
def test_a_card_without_its_values_has_no_standing(changes: dict[str, object]) -> None:
    assert standing_of(replace(GOOD, **changes)) is None  # type: ignore[arg-type]
