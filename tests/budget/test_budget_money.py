"""Dollars become whole cents exactly, or not at all."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.budget.money import (
    MOST_CENTS,
    exact_column,
    half_up,
    settle,
    share_out,
    show,
    show_dollars,
    signed,
    to_cents,
    to_dollars,
)
from groundwork.subject.errors import UserError


@pytest.mark.parametrize(
    ("dollars", "cents"),
    [
        (1234.56, 123456),
        ("1234.5", 123450),
        ("  -0.01 ", -1),
        (7, 700),
        (Decimal("1E+3"), 100_000),
        (np.float64(0.29), 29),
        (np.int64(3), 300),
        ("1.10000", 110),
    ],
)
def test_dollars_become_cents(dollars: object, cents: int) -> None:
    assert to_cents(dollars) == cents  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "dollars",
    [
        0.1 + 0.2,
        "1.005",
        12.345,
        float("nan"),
        float("inf"),
        "-inf",
        None,
        "",
        "1,234",
        True,
        pd.NA,
    ],
)
def test_what_is_not_dollars_and_cents_is_refused(dollars: object) -> None:
    with pytest.raises(UserError, match="dollars and cents"):
        to_cents(dollars)  # type: ignore[arg-type]


def test_an_absurd_amount_is_refused() -> None:
    with pytest.raises(UserError, match="100 billion"):
        to_cents("1e15")
    with pytest.raises(UserError):
        to_cents("1e-999999")


def test_cents_are_shown_as_people_read_them() -> None:
    assert show(-50_00) == "-$50.00"
    assert show(179_050_000_00) == "$179,050,000.00"
    assert to_dollars(5) == Decimal("0.05")


def test_a_difference_has_one_sign_in_cents_and_in_whole_dollars() -> None:
    assert [signed(cents) for cents in (1, 0, -1)] == ["+$0.01", "$0.00", "-$0.01"]
    dollars = [signed(cents, show_dollars) for cents in (150, 49, 0, -49, -150)]
    assert dollars == ["+$2", "$0", "$0", "$0", "-$2"]


def test_orange_county_adds_up() -> None:
    """Orange County NC, Board of Health minutes (draft), February 23, 2022."""
    assert to_cents("11394210") - to_cents("3752524") == to_cents("7641686")
    assert to_cents("117236") + to_cents("100919") == to_cents("218155")
    assert to_cents("466292") - to_cents("248137") == to_cents("218155")


def test_fresno_three_years() -> None:
    """Fresno County board minute orders, September 6, 2022 and October 10, 2023."""
    assert 3 * to_cents(6126172) == to_cents(18378516)


@settings(deadline=None)
@given(st.lists(st.integers(-MOST_CENTS, MOST_CENTS), max_size=30))
def test_any_whole_cents_survive_a_float_column(cents: list[int]) -> None:
    column = pd.Series([float(Decimal(c).scaleb(-2)) for c in cents], dtype="float64")
    found, bad = exact_column(column, 2)
    assert found.tolist() == cents
    assert not bad.any()


@settings(deadline=None)
@given(st.integers(-(10**11), 10**11).filter(lambda tenths: tenths % 10))
def test_a_float_with_a_third_decimal_is_noticed(tenths: int) -> None:
    column = pd.Series([float(Decimal(tenths).scaleb(-3))])
    assert exact_column(column, 2)[1].tolist() == [True]


@pytest.mark.parametrize("kind", ["float64", "int64", "object", "str"])
def test_every_kind_of_column_gives_the_same_cents(kind: str) -> None:
    found, bad = exact_column(pd.Series([5, 0, -12]).astype(kind), 2)  # type: ignore[call-overload]
    assert found.tolist() == [500, 0, -1200]
    assert found.dtype == np.int64
    assert not bad.any()


def test_a_half_rounds_away_from_zero() -> None:
    assert [half_up(Fraction(n, 2)) for n in (1, -1, 3, 4)] == [1, -1, 2, 2]


@settings(deadline=None)
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=12), st.integers(1, 10_000))
def test_settled_parts_add_up_and_stay_within_a_cent(parts: list[int], unit: int) -> None:
    total = sum(parts) // unit
    cents = settle(parts, unit, total)
    assert sum(cents) == total
    assert all(abs(cent * unit - part) < unit for cent, part in zip(cents, parts, strict=True))


def test_parts_of_another_total_are_not_settled() -> None:
    with pytest.raises(ValueError, match="do not come to"):
        settle([150, 150], 100, 5)


def test_a_tie_goes_to_the_earlier_weight() -> None:
    assert share_out(10, [1, 1, 1]) == [4, 3, 3]


@settings(deadline=None)
@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**6), min_size=1, max_size=20))
def test_shares_add_up_to_the_cent(total: int, weights: list[int]) -> None:
    if not sum(weights):
        weights[0] = 1
    cents = share_out(total, weights)
    assert sum(cents) == total
    assert min(cents) >= 0
    assert all(cent == 0 for cent, weight in zip(cents, weights, strict=True) if not weight)
