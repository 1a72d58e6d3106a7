"""Two raters: percent agreement, Cohen's kappa, and what to talk about."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.budget import compare_raters
from groundwork.subject.errors import UserError

CLASSES = ["direct", "embedded", "none"]
ratings = st.lists(st.tuples(st.sampled_from(CLASSES), st.sampled_from(CLASSES)), min_size=1)


def test_kappa_by_hand() -> None:
    """20 both yes, 5 and 10 apart, 15 both no: observed 0.7, expected 0.5, kappa 0.4."""
    first = ["yes"] * 25 + ["no"] * 25
    second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    found = compare_raters(pd.Series(first), pd.Series(second))
    assert (found.lines, found.alike, found.share) == (50, 35, 0.7)
    assert found.kappa == pytest.approx(0.4, abs=1e-15)
    assert len(found.disagreements) == 15
    assert "agree on 35 of 50 lines (70 %)" in found.in_words
    assert "0.40" in found.in_words


def test_one_class_for_everything_has_no_kappa() -> None:
    found = compare_raters({"a": "none", "b": "none"}, {"a": "none", "b": "none"})
    assert found.kappa is None
    assert found.share == 1
    assert "Kappa has no meaning here" in found.in_words


def test_disagreements_name_the_line_and_both_classes() -> None:
    found = compare_raters({"a": "none", "b": "direct"}, {"b": "embedded", "a": "none"})
    assert found.disagreements.to_dict("index") == {"b": {"first": "direct", "second": "embedded"}}


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ({}, {}, "no lines"),
        ({"a": "none"}, {"b": "none"}, "Only one of the two raters classified 2"),
        ({"a": None}, {"a": "none"}, "first rater left line a empty"),
    ],
)
def test_ratings_that_cannot_be_compared_are_refused(
    first: dict[str, str], second: dict[str, str], problem: str
) -> None:
    with pytest.raises(UserError, match=problem):
        compare_raters(first, second)


def test_a_line_classed_twice_is_refused() -> None:
    twice = pd.Series(["none", "direct"], index=["a", "a"])
    with pytest.raises(UserError, match="line a twice"):
        compare_raters(twice, {"a": "none"})


@settings(deadline=None)
@given(ratings, st.randoms(use_true_random=False))
def test_kappa_keeps_its_bounds_and_symmetry(pairs: list[tuple[str, str]], random: object) -> None:
    first = pd.Series([a for a, _ in pairs])
    second = pd.Series([b for _, b in pairs])
    found = compare_raters(first, second)
    if found.kappa is not None:
        assert -1 <= found.kappa <= 1
        assert (found.kappa == 1) == (found.alike == found.lines)
        assert found.kappa <= found.share
    order = list(range(len(pairs)))
    random.shuffle(order)  # type: ignore[attr-defined]
    again = compare_raters(second.iloc[order], first)  # type: ignore[call-overload]
    assert (again.kappa, again.alike) == (found.kappa, found.alike)
