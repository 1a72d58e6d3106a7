"""Selection rates: the ratio, its test, and words that stay within what it can say."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from groundwork.authoring import bibliography
from groundwork.subject import selection
from groundwork.subject.errors import UserError
from groundwork.subject.selection import (
    compare_selection,
    fisher_exact_test,
    impact_ratio,
    is_below_screen,
    selection_table,
    two_proportion_test,
)


def test_the_call_back_study_gives_its_ratio() -> None:
    """Call-backs of 6.45 % and 9.65 % (Bertrand and Mullainathan 2004)."""
    assert round(impact_ratio(6.45, 9.65), 3) == 0.668


def test_the_same_loans_fail_as_denials_and_nearly_pass_as_approvals() -> None:
    """Boston mortgages: 96 of 339 and 189 of 2,042 applications denied."""
    denied = compare_selection(96, 339, 189, 2042, "mortgage denial")
    approved = compare_selection(339 - 96, 339, 2042 - 189, 2042, "mortgage approval")
    assert round(denied.impact_ratio, 2) == 3.06
    assert round(approved.impact_ratio, 2) == 0.79
    assert round(100 * denied.rate, 1) == 28.3
    assert round(100 * denied.reference_rate, 1) == 9.3
    assert denied.difference == pytest.approx(-approved.difference)
    assert denied.fisher_exact == pytest.approx(approved.fisher_exact, rel=1e-6)


def test_only_hiring_is_told_by_its_rule_of_thumb_and_nothing_as_illegal() -> None:
    hiring = compare_selection(5, 40, 20, 60, "hiring").words
    grants = compare_selection(5, 40, 20, 60, "small grants").words
    assert "four fifths" in hiring
    assert "four fifths" not in grants
    assert "borrowed from hiring" in grants
    for words in (hiring, grants):
        for legal in ("illegal", "discriminat", "disparate impact", "adverse impact", "violat"):
            assert legal not in words.lower()


@given(st.integers(1, 500), st.integers(1, 500), st.integers(0, 400))
def test_exactly_four_fifths_is_not_less_than_four_fifths(times: int, of: int, more: int) -> None:
    """29 CFR 1607.4(D) said "less than four-fifths"; a division may round to either side."""
    at = (4 * times, 5 * of * times + more * 5, 5 * times, 5 * of * times + more * 5)
    assert not is_below_screen(*at)
    assert is_below_screen(at[0] - 1, *at[1:])
    assert "four fifths" not in compare_selection(*at, "hiring").words


def test_the_rule_of_1978_is_told_as_history() -> None:
    datasets = Path(__file__).parents[2] / "datasets"
    known = bibliography.read(datasets / bibliography.FILE)
    rule, plan = known.entry("ugesp-1978"), known.entry("ugesp-rescission")
    told = " ".join((selection.__doc__ or "").split())
    assert " ".join(rule.custom["quote"].split()) in told
    assert rule.look_again and plan.look_again
    words = compare_selection(5, 40, 20, 60, "hiring").words
    assert "a rule of thumb for hiring from 1978 that may no longer hold" in words


def test_small_counts_are_told() -> None:
    assert "count is under 5" in compare_selection(2, 10, 20, 60).words
    assert "count is under 5" not in compare_selection(6, 20, 20, 60).words


quads = st.tuples(st.integers(1, 60), st.integers(1, 60)).flatmap(
    lambda n: st.tuples(st.integers(0, n[0]), st.just(n[0]), st.integers(0, n[1]), st.just(n[1]))
)


@settings(max_examples=150, deadline=None)
@given(quads)
def test_fishers_test_agrees_with_scipy(quad: tuple[int, int, int, int]) -> None:
    a, n, b, m = quad
    assert fisher_exact_test(a, n, b, m) == pytest.approx(
        stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue, rel=1e-6, abs=1e-12
    )


@settings(max_examples=60, deadline=None)
@given(quads)
def test_the_two_proportion_test_is_the_chi_square_test(quad: tuple[int, int, int, int]) -> None:
    a, n, b, m = quad
    found = two_proportion_test(a, n, b, m)
    if 0 < a + b < n + m:
        table = [[a, n - a], [b, m - b]]
        expected = stats.chi2_contingency(table, correction=False).pvalue
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)
    else:
        assert found == 1


def test_a_table_compares_every_group_with_the_highest_rate() -> None:
    data = pd.DataFrame(
        {"group": ["A", "B", "C"], "selected": [30, 10, 8], "applied": [50, 50, 10]}
    )
    table = selection_table(data)
    assert table.loc["C", "words"] == "The reference group."
    assert table["impact_ratio"].round(2).tolist() == [0.75, 0.25, 1.0]
    assert selection_table(data, reference="A").loc["B", "impact_ratio"] == pytest.approx(1 / 3)
    with pytest.raises(UserError, match="Choose one of: A, B, C"):
        selection_table(data, reference="D")


@pytest.mark.parametrize("quad", [(5, 4, 1, 2), (0, 0, 1, 2), (-1, 4, 1, 2)])
def test_impossible_counts_are_refused(quad: tuple[int, int, int, int]) -> None:
    with pytest.raises(UserError):
        compare_selection(*quad)


def test_a_reference_without_selections_is_refused() -> None:
    with pytest.raises(UserError, match="nobody of the reference group"):
        compare_selection(1, 10, 0, 10)
