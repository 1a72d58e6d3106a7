"""One number is read exactly, in each form that a person writes it."""

import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.learner.numerals import read_number
from groundwork.subject.errors import UserError


@pytest.mark.parametrize(
    "written",
    [8.1, "8.1", "8.10", " 8.1 ", "+8.1", Decimal("8.10"), np.float64(8.1), Fraction(81, 10),
     pd.Series([8.1]), np.array([8.1]), [8.1], 8.1000000000000014],
)  # fmt: skip
def test_plain_forms_of_one_number_are_the_same_and_need_no_note(written: object) -> None:
    numeral = read_number(written)
    assert (numeral.value, numeral.note) == (Fraction(81, 10), "")


@pytest.mark.parametrize(
    ("written", "unit"),
    [("8.1 deaths", "deaths"), ("8.1 %", "%"), ("8.1%", "%"), ("$8.1", "$"), ("8.1x", "x"),
     ("8.1 ×", "×"), ("8.1-fold", "-fold"), ("8.1  per 1,000 births", "per 1,000 births")],
)  # fmt: skip
def test_words_with_a_number_are_its_unit_and_the_note_says_how_it_was_read(
    written: str, unit: str
) -> None:
    numeral = read_number(written)
    assert (numeral.value, numeral.unit) == (Fraction(81, 10), unit)
    assert "was read as 8.1" in numeral.note
    assert written in numeral.note


@pytest.mark.parametrize(
    ("written", "value"),
    [("1¾", "7/4"), ("1 ¾", "7/4"), ("1 3/4", "7/4"), ("7/4", "7/4"), ("½", "1/2"), ("1⅓", "4/3"),
     ("-1¾", "-7/4"), ("−1 3/4", "-7/4"), ("1⁄2", "1/2"), ("1 3/4 times", "7/4")],
)  # fmt: skip
def test_a_fraction_is_the_number_that_it_is_and_says_so(written: str, value: str) -> None:
    numeral = read_number(written)
    assert numeral.value == Fraction(value)
    assert "was read as" in numeral.note


@pytest.mark.parametrize(
    ("written", "asks"),
    [("8,1", "Do you mean 8.1?"), ("1,75", "Do you mean 1.75?"), ("3.3 million", "“million”"),
     ("3.3 M", "“M”"), ("2 dozen", "“dozen”"), ("40k", "“k”")],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_is_asked_about(written: str, asks: str) -> None:
    with pytest.raises(UserError, match=re.escape(asks)):
        read_number(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,250", 1250), ("$1,250.50", Fraction(2501, 2)), ("−6.1", Fraction(-61, 10)), ("1e3", 1000),
     ("–6.1", Fraction(-61, 10)), ("- 6.1", Fraction(-61, 10)), ("+ 6.1", Fraction(61, 10)),
     (".5", Fraction(1, 2)), (0, 0), ("12,345,678", 12345678)],
)  # fmt: skip
def test_thousands_signs_and_powers_are_understood(written: object, number: object) -> None:
    assert read_number(written).value == number


@pytest.mark.parametrize(
    "written",
    ["", "  ", "ten", "10.5 - 4.4", "10.5/4.4", "1,25,0", "1.2.3", "8.1.", "--8", "about 8",
     "1/0", "1 250", "3.3-", "(3.3)", "1.250,5", "5 3/", "1/2/3", "3/4.5", "1 1/" + "9" * 99,
     True, None, [1, 2], {"a": 1}, pd.Series([1.0, 2.0]), "1e9999"],
)  # fmt: skip
def test_what_is_not_one_number_is_refused_in_words(written: object) -> None:
    with pytest.raises(UserError):
        read_number(written)


@given(st.decimals(min_value=-(10**8), max_value=10**8, places=3, allow_nan=False))
def test_a_typed_and_a_computed_number_are_the_same(number: Decimal) -> None:
    assert read_number(str(number)).value == read_number(float(number)).value == Fraction(number)
