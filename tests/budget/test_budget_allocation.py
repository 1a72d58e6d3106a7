"""Money shared by need: exact, never negative, held harmless, and told what the weights do."""

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from groundwork.subject.budget import (
    allocate,
    spread_cut,
    to_cents,
)
from groundwork.subject.errors import UserError

LAW = settings(max_examples=40, deadline=None)
FOPH_WEIGHTS = {"population": 50, "poverty": 25, "share": 25}

counts = st.lists(st.tuples(*[st.integers(0, 10**6)] * 3), min_size=1, max_size=8).filter(
    lambda rows: all(sum(column) > 0 for column in zip(*rows, strict=True))
)
weights = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(
    lambda cut: {
        "population": min(cut),
        "poverty": max(cut) - min(cut),
        "share": 100 - max(cut),
    }
)


def need_of(rows: list[tuple[int, ...]]) -> pd.DataFrame:
    names = [f"place {at}" for at in range(len(rows))]
    return pd.DataFrame(rows, index=names, columns=["population", "poverty", "share"])


def test_california_base_and_pool() -> None:
    """Future of Public Health: 200.4 million, 61 bases of 350,000 (need here is made up)."""
    need = need_of([(1000 + at, 100 + at % 7, 50 + at % 5) for at in range(61)])
    found = allocate(need, 200_400_000, FOPH_WEIGHTS, base=350_000)
    assert found["base_cents"].sum() == to_cents(21_350_000)
    assert found["pool_cents"].sum() == to_cents(179_050_000)
    assert found["allocation_cents"].sum() == to_cents(200_400_000)


def test_california_cut() -> None:
    """12.2 of 200.4 million is 6.09 percent; one fifth of it, spread evenly, is 1.22 percent."""
    current = {f"place {at}": 3_340_000 for at in range(60)}
    unspent = {name: 100_000 * (at % 2) for at, name in enumerate(current)}
    found = spread_cut(current, 12_200_000, unspent)
    assert found["current_cents"].sum() == to_cents(200_400_000)
    cut = found["even_cut_cents"] + found["unspent_cut_cents"]
    assert cut.sum() == to_cents(12_200_000)
    assert found["after_cents"].sum() == to_cents(188_200_000)
    assert round(100 * cut.sum() / to_cents(200_400_000), 2) == 6.09
    each = 100 * found["even_cut_cents"] / found["current_cents"]
    assert set(each.round(2)) == {1.22}
    spenders = found[found.index.map(lambda name: unspent[name] == 0)]
    assert (spenders["unspent_cut_cents"] == 0).all()


def test_an_allocation_by_hand() -> None:
    need = pd.DataFrame({"population": [300, 100], "poverty": [10, 30]}, index=["A", "B"])
    found = allocate(need, 1000, {"population": "0.6", "poverty": "0.4"}, base=100)
    assert found["pool_cents"].tolist() == [440_00, 360_00]
    assert found["allocation_cents"].tolist() == [540_00, 460_00]
    assert found["rank"].tolist() == [1, 2]
    assert found["share"].tolist() == [0.54, 0.46]


def test_a_tie_for_the_last_cent_goes_by_name() -> None:
    need = pd.DataFrame({"population": [1, 1, 1]}, index=["C", "A", "B"])
    found = allocate(need, "0.10", {"population": 1})
    assert found["allocation_cents"].to_dict() == {"C": 3, "A": 4, "B": 3}


def test_a_floor_is_held_and_the_others_pay_for_it() -> None:
    need = pd.DataFrame({"population": [60, 30, 10]}, index=["A", "B", "C"])
    found = allocate(need, 1000, {"population": 1}, floors={"C": 250})
    assert found["allocation_cents"].to_dict() == {"A": 500_00, "B": 250_00, "C": 250_00}
    assert found["held"].tolist() == [False, False, True]


def test_holding_one_place_can_bring_another_to_its_floor() -> None:
    need = pd.DataFrame({"population": [60, 30, 10]}, index=["A", "B", "C"])
    found = allocate(need, 1000, {"population": 1}, floors={"C": 250, "B": 290})
    assert found["allocation_cents"].to_dict() == {"A": 460_00, "B": 290_00, "C": 250_00}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"weights": {"population": "0.5"}}, "do not make 1"),
        ({"weights": {"hope": 1}}, "no measure hope"),
        ({"weights": {}}, "no weights"),
        ({"weights": {"population": -1, "poverty": 2}}, "weight of population is -1"),
        ({"base": 600}, "comes to \\$1,200.00, and there is \\$1,000.00"),
        ({"floors": {"Z": 1}}, "Z, which is not in the table"),
        ({"floors": {"A": -1}}, "below zero"),
        ({"floors": {"A": 700, "B": 400}}, "come to \\$1,100.00"),
        ({"floors": {"A": 950}, "base": 100}, "come to \\$1,050.00"),
    ],
)
def test_what_cannot_be_shared_out_is_refused(change: dict[str, object], problem: str) -> None:
    need = pd.DataFrame({"population": [3, 1], "poverty": [1, 0]}, index=["A", "B"])
    given_: dict[str, object] = {"weights": {"population": 1}, **change}
    with pytest.raises(UserError, match=problem):
        allocate(need, 1000, **given_)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [-1, None, float("nan"), "many", float("inf")])
def test_need_that_is_no_number_names_its_place(value: object) -> None:
    need = pd.DataFrame({"population": [1, value]}, index=["A", "B"])
    with pytest.raises(UserError, match="B, measure population"):
        allocate(need, 10, {"population": 1})


def test_places_and_measures_must_mean_something() -> None:
    with pytest.raises(UserError, match="named twice"):
        allocate(pd.DataFrame({"p": [1, 2]}, index=["A", "A"]), 10, {"p": 1})
    with pytest.raises(UserError, match="is 0 in each place"):
        allocate(pd.DataFrame({"p": [0, 0]}, index=["A", "B"]), 10, {"p": 1})


@pytest.mark.parametrize(
    ("current", "cut", "unspent", "problem"),
    [
        ({"A": 1}, 1, {"B": 1}, "same places"),
        ({"A": 1}, 1, {"A": 0}, "Nobody has unspent"),
        ({"A": 1}, 2, {"A": 1}, "more than the"),
        ({"A": 1, "B": 99}, 50, {"A": 1, "B": 0}, "A would lose more"),
        ({"A": -1}, 1, {"A": 1}, "below zero"),
    ],
)
def test_a_cut_that_cannot_be_is_refused(
    current: dict[str, int], cut: int, unspent: dict[str, int], problem: str
) -> None:
    with pytest.raises(UserError, match=problem):
        spread_cut(current, cut, unspent)


@LAW
@given(counts, weights, st.integers(0, 10**9), st.integers(0, 10**4))
def test_shares_add_up_stay_near_exact_and_ignore_row_order(
    rows: list[tuple[int, ...]], chosen: dict[str, int], pool: int, base: int
) -> None:
    need = need_of(rows)
    total = Decimal(pool + base * len(rows)).scaleb(-2)
    found = allocate(need, total, chosen, Decimal(base).scaleb(-2))
    assert found["allocation_cents"].sum() == pool + base * len(rows)
    assert found["allocation_cents"].min() >= base
    exact = base + pool * sum(chosen[name] / 100 * need[name] / need[name].sum() for name in chosen)
    assert (found["allocation_cents"] - exact).abs().max() < 1 + 1e-5
    backwards = allocate(need.iloc[::-1], total, chosen, Decimal(base).scaleb(-2))
    pd.testing.assert_frame_equal(backwards.reindex(found.index), found)


@LAW
@given(counts, weights, st.integers(0, 10**9), st.data())
def test_every_floor_is_held(
    rows: list[tuple[int, ...]], chosen: dict[str, int], total: int, data: st.DataObject
) -> None:
    need = need_of(rows)
    money = Decimal(total).scaleb(-2)
    fair = st.integers(0, 2 * total // len(rows))
    floors = {name: data.draw(fair) for name in need.index}
    assume(sum(floors.values()) <= total)
    dollars = {name: Decimal(cents).scaleb(-2) for name, cents in floors.items()}
    found = allocate(need, money, chosen, floors=dollars)
    free = allocate(need, money, chosen)
    assert found["allocation_cents"].sum() == total
    for name, cents in floors.items():
        assert found.loc[name, "allocation_cents"] >= cents
        if not found.loc[name, "held"]:
            assert found.loc[name, "allocation_cents"] <= free.loc[name, "allocation_cents"] + 1


@LAW
@given(counts, weights, st.integers(0, 10**9))
def test_weight_moved_to_a_measure_helps_those_with_more_of_it(
    rows: list[tuple[int, ...]], chosen: dict[str, int], total: int
) -> None:
    assume(chosen["population"] >= 10)
    moved = chosen | {
        "population": chosen["population"] - 10,
        "poverty": chosen["poverty"] + 10,
    }
    need, money = need_of(rows), Decimal(total).scaleb(-2)
    before = allocate(need, money, chosen)["allocation_cents"]
    after = allocate(need, money, moved)["allocation_cents"]
    poorer = need["poverty"] * need["population"].sum() >= (
        need["population"] * need["poverty"].sum()
    )
    assert (after >= before - 1)[poorer].all()
    assert (after <= before + 1)[~poorer].all()
