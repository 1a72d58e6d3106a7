"""Nobody can solve for a hidden count, and no more is hidden than needed."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from groundwork.subject.disclosure import audit
from groundwork.subject.errors import UserError
from groundwork.subject.small_numbers import (
    CDC_WONDER,
    NCHS_VITAL_STATISTICS,
    RSE_30,
    WASHINGTON_DOH_2018,
)
from groundwork.subject.suppression import SuppressedTable, cost_of_hiding, suppress

limits = settings(max_examples=60, deadline=None)
# Small and zero counts among large ones, as departments have them.
count = st.one_of(st.integers(0, 12), st.integers(0, 12), st.integers(13, 200))
tables = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(
        st.lists(count, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)
published_totals = st.sampled_from([("rows", "columns"), ("rows",), ("columns",), ()])


def named(cells: list[list[int]]) -> pd.DataFrame:
    columns = [f"c{j}" for j in range(len(cells[0]))]
    return pd.DataFrame(cells, [f"r{i}" for i in range(len(cells))], columns)


def bounds_by_linear_programming(published: pd.DataFrame) -> dict[tuple, tuple[float, float]]:
    """An attacker's bounds of every hidden number, found by scipy."""
    shown = published.to_numpy(dtype=float, na_value=np.nan)
    rows, columns = shown.shape
    equations, right = [], []
    for i in range(rows):
        line = np.zeros(shown.shape)
        line[i, :-1], line[i, -1] = 1, -1
        equations.append(line.ravel())
    for j in range(columns):
        line = np.zeros(shown.shape)
        line[:-1, j], line[-1, j] = 1, -1
        equations.append(line.ravel())
    right = [0] * len(equations)
    limits = [
        ((1 if i < rows - 1 and j < columns - 1 else 0), None)
        if np.isnan(shown[i, j])
        else (shown[i, j], shown[i, j])
        for i in range(rows)
        for j in range(columns)
    ]
    found = {}
    for i, j in np.argwhere(np.isnan(shown)):
        aim = np.zeros(shown.shape)
        aim[i, j] = 1
        low = linprog(aim.ravel(), A_eq=equations, b_eq=right, bounds=limits)
        high = linprog(-aim.ravel(), A_eq=equations, b_eq=right, bounds=limits)
        assert low.status == 0
        top = np.inf if high.status == 3 else -high.fun
        found[(published.index[i], published.columns[j])] = (low.fun, top)
    return found


@settings(max_examples=25, deadline=None)
@given(tables, st.data())
def test_the_audit_finds_the_bounds_that_linear_programming_finds(
    cells: list[list[int]], data: st.DataObject
) -> None:
    whole = named([[value + 1 for value in row] for row in cells])
    whole["Total"] = whole.sum(axis=1)
    whole.loc["Total"] = whole.sum()
    places = [(i, j) for i in range(whole.shape[0]) for j in range(whole.shape[1])]
    gone = data.draw(st.sets(st.sampled_from(places), max_size=8))
    published = whole.astype("Int64")
    for i, j in gone:
        published.iloc[i, j] = pd.NA
    expected = bounds_by_linear_programming(published)
    for line in audit(published).itertuples():
        low, high = expected[(line.row, line.column)]
        assert line.lowest == pytest.approx(low, abs=1e-6)
        assert line.highest == pytest.approx(high, abs=1e-6)


def test_a_number_without_an_upper_bound_has_its_lower_one_all_the_same() -> None:
    gone = pd.NA
    published = pd.DataFrame(
        [[gone, gone, gone], [gone, gone, gone], [1, 1, 2], [gone, 4, gone]],
        ["r0", "r1", "r2", "Total"],
        ["c0", "c1", "Total"],
        dtype="Int64",
    )
    found = {(line.row, line.column): line for line in audit(published).itertuples()}
    line = found["r0", "Total"]
    assert (line.lowest, line.highest) == (2, np.inf)


@limits
@given(tables, published_totals, st.integers(2, 9))
def test_no_hidden_count_can_be_solved(
    cells: list[list[int]], totals: tuple[str, ...], least: int
) -> None:
    table = suppress(named(cells), WASHINGTON_DOH_2018, least, totals)
    assert table.is_safe
    small = table.audit[table.audit["status"] == "primary"]
    assert (small["possible_values"] >= least).all()


@settings(max_examples=20, deadline=None)
@given(tables)
def test_an_attacker_with_linear_programming_solves_nothing_either(cells: list[list[int]]) -> None:
    table = suppress(named(cells), WASHINGTON_DOH_2018)
    for (row, column), (low, high) in bounds_by_linear_programming(table.published).items():
        if table.status.loc[row, column] == "primary":
            assert high - low >= 4 - 1e-6
            assert low - 1e-6 <= table.people.loc[row, column] <= high + 1e-6


@limits
@given(tables, published_totals)
def test_what_is_shown_is_true_and_every_small_count_is_hidden(
    cells: list[list[int]], totals: tuple[str, ...]
) -> None:
    counts = named(cells)
    table = suppress(counts, WASHINGTON_DOH_2018, totals=totals)
    whole = counts.copy()
    whole["Total"] = whole.sum(axis=1)
    whole.loc["Total"] = whole.sum()
    shown = table.published.notna()
    assert (table.published[shown].fillna(0) == whole.where(shown, 0)).all(axis=None)
    assert not ((whole >= 1) & (whole <= 9) & shown).any(axis=None)
    assert shown.iloc[:-1, :-1].where(counts == 0, True).all(axis=None)  # zeros stay


@limits
@given(tables)
def test_no_complementary_cell_could_be_shown_after_all(cells: list[list[int]]) -> None:
    table = suppress(named(cells), WASHINGTON_DOH_2018)
    for row, column in np.argwhere(table.status.to_numpy() == "complementary"):
        opened = table.published.copy()
        opened.iloc[row, column] = table.people.iloc[row, column]
        found = audit(opened).set_index(["row", "column"])["disclosed"]
        small = [
            (table.status.index[i], table.status.columns[j])
            for i, j in np.argwhere(table.status.to_numpy() == "primary")
        ]
        assert found[small].any()


@limits
@given(tables)
def test_nothing_is_hidden_where_nothing_is_small(cells: list[list[int]]) -> None:
    table = suppress(named([[value + 10 for value in row] for row in cells]), WASHINGTON_DOH_2018)
    assert (table.status == "shown").all(axis=None)
    assert table.audit.empty
    assert table.is_safe


def test_one_small_cell_needs_three_more() -> None:
    """With all totals shown, a rectangle of four is the least that protects one cell."""
    counts = named([[3, 40, 50], [60, 25, 30], [12, 80, 44]])
    table = suppress(counts, WASHINGTON_DOH_2018)
    assert (table.status == "primary").to_numpy().sum() == 1
    assert (table.status == "complementary").to_numpy().sum() == 3
    cells = counts.to_numpy()
    cheapest = min(cells[0, j] + cells[i, 0] + cells[i, j] for i in (1, 2) for j in (1, 2))
    assert table.people[table.status == "complementary"].sum().sum() == cheapest == 12 + 50 + 44
    assert table.text().loc["r0", "c0"] == "*"
    assert "3" not in table.text().to_numpy()


def test_a_list_with_one_total_hides_the_next_smallest() -> None:
    table = suppress(pd.Series({"A": 120, "B": 45, "C": 3}), WASHINGTON_DOH_2018)
    assert table.text()["count"].tolist() == ["120", "*", "*", "168"]


def test_two_ones_under_a_total_are_not_safe_because_zeros_are_shown() -> None:
    """Both hidden cells must be 1 or more, so a total of 2 left over gives both away."""
    alone = pd.DataFrame({"c0": [1, 1, 50, 52]}, index=["r0", "r1", "r2", "Total"]).astype("Int64")
    alone.loc[["r0", "r1"], "c0"] = pd.NA
    alone["Total"] = pd.array([pd.NA, pd.NA, pd.NA, 52], dtype="Int64")
    found = audit(alone, totals=("columns",))
    assert found["highest"].tolist() == [1, 1]
    assert found["disclosed"].all()
    unknown = audit(alone, zeros_shown=False, totals=("columns",))
    assert unknown["highest"].tolist() == [2, 2]
    table = suppress(pd.Series({"r0": 1, "r1": 1, "r2": 50}), WASHINGTON_DOH_2018)
    assert table.status.loc["r2", "count"] == "complementary"


def test_cells_hidden_in_pairs_can_still_be_solved_and_the_audit_sees_it() -> None:
    """Two hidden cells in every line but one loop short: subtraction alone finds nothing."""
    whole = named([[5, 5, 90], [5, 5, 90], [90, 90, 7]])
    whole["Total"] = whole.sum(axis=1)
    whole.loc["Total"] = whole.sum()
    published = whole.astype("Int64")
    for cell in [("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1"), ("r2", "c2")]:
        published.loc[cell] = pd.NA
    found = audit(published).set_index(["row", "column"])
    assert found.loc[("r2", "c2"), "disclosed"]
    assert found.loc[("r2", "c2"), "lowest"] == 7
    assert not found.loc[("r0", "c0"), "disclosed"]


def test_the_audit_refuses_totals_that_do_not_add_up() -> None:
    wrong = pd.DataFrame({"a": [1, 2], "Total": [1, 3]}, index=["x", "Total"])
    with pytest.raises(UserError, match="do not agree with the totals"):
        audit(wrong)


def test_the_cost_names_the_groups_that_vanish() -> None:
    """One small group takes the next smallest with it: their total would give it away."""
    counts = pd.DataFrame(
        {"north": [300, 4, 70, 50], "south": [200, 3, 60, 40]},
        index=["White", "American Indian or Alaska Native", "Black", "Asian"],
    )
    hidden = suppress(counts, WASHINGTON_DOH_2018)
    pooled = suppress(counts * 5, WASHINGTON_DOH_2018)
    cost = cost_of_hiding({"one year": hidden, "five years": pooled})
    assert cost.loc["one year", "names"] == "American Indian or Alaska Native, Asian"
    assert cost.loc["one year", "groups_that_vanish"] == 2
    assert cost.loc["one year", "primary"] == 2
    assert cost.loc["one year", "totals_hidden"] == 2
    assert cost.loc["one year", "people_hidden"] == 4 + 3 + 50 + 40
    assert cost.loc["five years", "people_hidden"] == 0


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (pd.DataFrame({"a": [1], "Total": [1]}), "already has a column 'Total'"),
        (pd.DataFrame({"a": [1.5]}), "not a count"),
        (pd.DataFrame({"a": [None, 1]}), "blank"),
        (pd.DataFrame(), "no counts"),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), "same name"),
    ],
)
def test_what_is_no_table_of_counts_is_refused(counts: pd.DataFrame, told: str) -> None:
    with pytest.raises(UserError, match=told):
        suppress(counts, WASHINGTON_DOH_2018)


def test_a_rule_about_reliability_hides_nothing() -> None:
    with pytest.raises(UserError, match="hides no counts"):
        suppress(pd.DataFrame({"a": [1]}), RSE_30)
    assert isinstance(suppress(pd.DataFrame({"a": [1]}), NCHS_VITAL_STATISTICS), SuppressedTable)


def test_a_rule_that_hides_zeros_is_refused_since_shown_zeros_make_the_table_safe() -> None:
    with pytest.raises(UserError, match="'CDC WONDER' hides zeros too"):
        suppress(pd.DataFrame({"a": [1, 20]}), CDC_WONDER)
