"""Laws that every measure obeys, on data that Hypothesis makes up."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from groundwork.subject.disparity.catalog import MEASURES, applicable
from groundwork.subject.disparity.groups import groups
from groundwork.subject.disparity.ordered import ranks

WEIGHTED = {code for code, measure in MEASURES.items() if measure.weighted}
ABSOLUTE = {code for code, measure in MEASURES.items() if measure.scale == "absolute"}

estimate = st.floats(1, 50).map(lambda v: round(v, 3))
people = st.integers(1, 100_000)
rows = st.lists(st.tuples(estimate, people), min_size=3, max_size=8)
kinds = st.fixed_dictionaries({"favorable": st.booleans(), "ordered": st.booleans()})
limits = settings(max_examples=60, deadline=None)


def measured(pairs: list[tuple[float, int]], **options: Any) -> dict[str, float]:
    """Every measure that applies, one value each."""
    estimates, population = zip(*pairs, strict=True)
    data = groups(estimates, population, **options)
    return {m.code: float(m.value(data)[0]) for m in applicable(data)}


def close(first: dict[str, float], second: dict[str, float]) -> None:
    for code, number in first.items():
        # The root of the variance turns rounding of 1e-15 into 1e-8.
        assert second[code] == pytest.approx(number, rel=1e-6, abs=1e-6), code


@limits
@given(estimate, st.lists(people, min_size=3, max_size=8), kinds, st.booleans())
def test_no_inequality_gives_the_null_value(
    level: float, population: list[int], kind: dict, bounded: bool
) -> None:
    found = measured(
        [(level, n) for n in population], reference=0, maximum=100 if bounded else None, **kind
    )
    close({code: MEASURES[code].null_value for code in found}, found)


@limits
@given(rows, kinds, st.sampled_from([0.1, 2.0, 7.0]))
def test_another_unit_scales_absolute_measures_and_leaves_relative_ones(
    pairs: list, kind: dict, factor: float
) -> None:
    plain = measured(pairs, reference=1, **kind)
    scaled = measured([(y * factor, n) for y, n in pairs], reference=1, **kind)
    for code in ABSOLUTE & plain.keys():
        plain[code] *= factor**2 if code == "bgv" else factor
    undefined = [code for code in plain if np.isnan(plain[code])]  # a line that crosses zero
    assert undefined == [code for code in scaled if np.isnan(scaled[code])]
    close({code: v for code, v in plain.items() if code not in undefined}, scaled)


@limits
@given(rows, kinds)
def test_the_same_gain_for_all_leaves_absolute_measures(pairs: list, kind: dict) -> None:
    plain = measured(pairs, reference=1, **kind)
    raised = measured([(y + 5, n) for y, n in pairs], reference=1, **kind)
    close({code: plain[code] for code in ABSOLUTE & plain.keys()}, raised)


@limits
@given(rows, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_unordered_groups_does_not_matter(
    pairs: list, favorable: bool, random: Any
) -> None:
    mixed = random.sample(pairs, len(pairs))
    close(measured(pairs, favorable=favorable), measured(mixed, favorable=favorable))


@limits
@given(rows, kinds, st.integers(2, 9))
def test_only_shares_of_the_population_matter(pairs: list, kind: dict, factor: int) -> None:
    close(
        measured(pairs, **kind, maximum=100),
        measured([(y, n * factor) for y, n in pairs], **kind, maximum=100),
    )


@limits
@given(rows, kinds, st.data())
def test_splitting_a_group_leaves_weighted_measures_without_rank_distances(
    pairs: list, kind: dict, data: st.DataObject
) -> None:
    """Two groups with one value are as unequal as the one they make together."""
    place = data.draw(st.integers(0, len(pairs) - 1))
    y, n = pairs[place]
    split = [*pairs[:place], (y, n), (y, 2 * n), *pairs[place + 1 :]]
    whole = [*pairs[:place], (y, 3 * n), *pairs[place + 1 :]]
    first, second = measured(whole, **kind), measured(split, **kind)
    # A regression on group midpoints moves when a midpoint does; it is the one exception.
    kept = WEIGHTED & first.keys() - {"sii", "rii"}
    close({code: first[code] for code in kept}, second)


@limits
@given(rows, st.booleans())
def test_a_concentration_index_is_bounded_and_turns_with_the_order(
    pairs: list, favorable: bool
) -> None:
    forward = measured(pairs, favorable=favorable, ordered=True)
    backward = measured(pairs[::-1], favorable=favorable, ordered=True)
    assert -1 <= forward["rci"] <= 1
    for code in ("aci", "rci", "sii", "d"):
        assert backward[code] == pytest.approx(-forward[code], abs=1e-7)
    assume(not np.isnan(forward["rii"]))
    assert backward["rii"] == pytest.approx(1 / forward["rii"], rel=1e-6)


@limits
@given(rows, kinds)
def test_impact_has_the_sign_of_the_room_to_improve(pairs: list, kind: dict) -> None:
    found = measured(pairs, reference=0, **kind)
    sign = 1 if kind["favorable"] else -1
    assert sign * found["parisk"] >= 0
    assert sign * found["paf"] >= 0
    if not kind["favorable"]:
        assert found["paf"] >= -100


@limits
@given(rows, st.booleans())
def test_spread_is_never_negative_and_a_gap_never_turns(pairs: list, favorable: bool) -> None:
    found = measured(pairs, favorable=favorable)
    for code in found.keys() - {"parisk", "paf"}:
        assert found[code] >= (1 - 1e-12 if code == "r" else -1e-9), code


@limits
@given(rows, st.sets(st.integers(0, 7), max_size=2))
def test_shares_sum_to_one_and_ranks_rise_within_zero_and_one(pairs: list, gone: set[int]) -> None:
    estimates = [np.nan if i in gone else y for i, (y, _) in enumerate(pairs)]
    data = groups(estimates, [n for _, n in pairs], favorable=True, ordered=True)
    assume(data.count[0] > 0)
    assert data.shares.sum() == pytest.approx(1)
    here = ranks(data)[0][~np.isnan(estimates)]
    assert (np.diff(here) > 0).all()
    assert here[0] > 0
    assert here[-1] < 1


@limits
@given(rows)
def test_a_logit_slope_stays_within_what_is_possible(pairs: list) -> None:
    found = measured(pairs, favorable=True, ordered=True, maximum=50.0)
    assert np.isnan(found["sii"]) or abs(found["sii"]) <= 50
