"""Money shared by need: the reason first, two versions of one total, and who loses."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.budget.money import to_cents
from groundwork.subject.budget.sharing import (
    FIRST,
    PARTS,
    Place,
    Weights,
    asks_of,
    lacks_before_a_result,
    loses_most,
    share,
)
from groundwork.subject.errors import UserError

COUNTIES = (
    Place("Alder", 17_900, 1_970),
    Place("Burnt Fork", 8_700, 1_390),
    Place("Cold Spring", 4_400, 1_010),
)


def test_base_people_and_need_come_together_to_the_cent() -> None:
    found = share(COUNTIES, Weights(92_000, 50, 10_000))
    assert [each.place for each in found] == ["Alder", "Burnt Fork", "Cold Spring"]
    assert found[2].chosen_cents == 21_564_76
    assert found[0].rank == 1
    for version in ("alone_cents", "chosen_cents"):
        assert sum(getattr(each, version) for each in found) == 92_000_00


def test_need_alone_is_told_beside_the_weights_and_who_loses_by_them() -> None:
    found = share(COUNTIES, Weights(92_000, 50))
    last = loses_most(found)
    assert last is not None and last.place == "Cold Spring"
    assert last.change_cents == min(each.change_cents for each in found)
    assert sum(each.change_cents for each in found) == 0
    assert loses_most(share(COUNTIES, Weights(92_000, 100))) is None


def test_need_alone_has_no_base_since_a_base_is_a_choice_too() -> None:
    found = share(COUNTIES, Weights(92_000, 50, 10_000))
    in_need = sum(place.in_need for place in COUNTIES)
    for place, each in zip(COUNTIES, found, strict=True):
        assert abs(each.alone_cents - 92_000_00 * Fraction(place.in_need, in_need)) < 1
    # Weights of need and nothing else, and yet Alder loses: to the base.
    last = loses_most(share(COUNTIES, Weights(92_000, 100, 10_000)))
    assert last is not None
    assert (last.place, last.change_cents) == ("Alder", 37_949_66 - 41_473_68)


@pytest.mark.parametrize(
    ("places", "total", "percent", "base", "said"),
    [
        ((Place("A", 10, 11),), 100, 50, 0, "11 in need of 10 people"),
        ((Place("A", 10, -1),), 100, 50, 0, "count of people is -1"),
        (COUNTIES, 100, 101, 0, "weight of need, in percent, is 101"),
        (COUNTIES, 100, -1, 0, "weight of need, in percent, is -1"),
        (COUNTIES, 100, 50, 40, "A base of"),
        (COUNTIES, 100, 50, -1, "A base of"),
        (COUNTIES, "1e999", 50, 0, "1e999"),
        (COUNTIES, "NaN", 50, 0, "not an amount"),
        ((Place("A", 10, 0), Place("B", 10, 0)), 100, 50, 0, "is 0 in each place"),
        ((Place("A", 10, 1), Place("A", 10, 1)), 100, 50, 0, "named twice"),
        ((), 100, 50, 0, "missing"),
    ],
)
def test_what_cannot_be_shared_is_refused(
    places: tuple[Place, ...], total: int | str, percent: int, base: int, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        share(places, Weights(total, percent, base))


@settings(deadline=None)  # a busy machine is no fault
@given(
    counts=st.lists(
        st.tuples(st.integers(1, 10**7), st.integers(1, 10**6)), min_size=1, max_size=8
    ),
    cents=st.integers(0, 10**10),
    percent=st.integers(0, 100),
)
def test_no_cent_is_lost_or_made(counts: list[tuple[int, int]], cents: int, percent: int) -> None:
    places = [Place(f"P{at}", max(each), min(each)) for at, each in enumerate(counts)]
    total = Decimal(cents).scaleb(-2)
    found = share(places, Weights(total, percent))
    assert sum(each.chosen_cents for each in found) == to_cents(total)
    assert sum(each.alone_cents for each in found) == to_cents(total)
    assert min(each.chosen_cents for each in found) >= 0


def test_three_answers_come_before_any_result_and_all_are_asked_for() -> None:
    assert lacks_before_a_result({}) == [PARTS[name] for name in FIRST]
    assert lacks_before_a_result(dict.fromkeys(FIRST, "written")) == []
    assert lacks_before_a_result(dict.fromkeys(FIRST, "   ")) == [PARTS[name] for name in FIRST]
    assert len(asks_of(dict.fromkeys(FIRST, "written"))) == len(PARTS) - len(FIRST)


def test_a_place_that_gets_less_than_nothing_now_is_told_in_dollars() -> None:
    with pytest.raises(UserError) as told:
        share([Place("East", 100, 10, -500), Place("West", 100, 10)], Weights(1_000, 50))
    assert "-500" in str(told.value)
    assert "-50000" not in str(told.value)
    assert "whole" not in str(told.value)
    assert share([Place("East", 100, 10, "0.50"), Place("West", 100, 10)], Weights(1_000, 50))
