"""Two ratings are compared statement by statement, never by a score."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject import readiness
from groundwork.subject.readiness import Rating
from groundwork.subject.readiness_statements import STATEMENTS

levels = st.dictionaries(st.sampled_from(list(STATEMENTS)), st.none() | st.integers(1, 4)).map(
    lambda found: [Rating(*pair) for pair in found.items()]
)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (1, 3, "up"),
        (3, 1, "down"),
        (2, 2, "same"),
        (None, None, "same"),
        (None, 1, "now known"),
        (4, None, "no longer known"),
    ],
)
def test_a_move_has_a_word(before: int | None, after: int | None, change: str) -> None:
    moves = readiness.compare([Rating("analysis_2", before)], [Rating("analysis_2", after)])
    assert moves.loc["analysis_2", "change"] == change


def test_a_statement_answered_once_is_not_a_move() -> None:
    moves = readiness.compare([], [Rating("analysis_2", 4)])
    assert moves.loc["analysis_2", "change"] == "answered once"
    assert readiness.comparison_words(moves)[0] == "No statement moved."


@settings(deadline=None)
@given(levels, levels)
def test_looking_backwards_turns_up_into_down(first: list[Rating], second: list[Rating]) -> None:
    mirror = {"up": "down", "down": "up", "now known": "no longer known"}
    mirror |= {after: before for before, after in mirror.items()}
    forwards = readiness.compare(first, second)["change"]
    backwards = readiness.compare(second, first)["change"]
    assert forwards.map(lambda change: mirror.get(change, change)).tolist() == backwards.tolist()


def test_the_words_name_each_move_with_its_evidence() -> None:
    moves = readiness.compare(
        [Rating("roles_1", 2), Rating("roles_2", 2), Rating("roles_3", 1)],
        [Rating("roles_1", 4, "Position 4417"), Rating("roles_2", 3), Rating("roles_3", 1)],
    )
    first, second, same, caution = readiness.comparison_words(moves)
    assert first.startswith("roles_1 (up)") and "Evidence: Position 4417" in first
    assert "It was 2 (talked about) and is now 4 (in place and used)" in first
    assert "none noted" in second
    assert same == "Statements with the same answer both times: 1."
    assert "not a failure" in caution


def test_nothing_to_compare_gives_an_empty_table_with_its_columns() -> None:
    moves = readiness.compare([], [])
    assert isinstance(moves, pd.DataFrame) and moves.empty
    assert list(moves) == ["need", "text", "before", "after", "change", "evidence"]
    assert readiness.comparison_words(moves)[0] == "No statement moved."
