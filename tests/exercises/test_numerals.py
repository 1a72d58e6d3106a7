"""One number is read exactly, in each form that a person writes it."""

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


@pytest.mark.parametrize("written", ["8,1", "8.1 deaths", "8.1 %", "8.1%", "8.1 per 1,000 births"])
def test_a_form_with_more_than_a_number_says_how_it_was_read(written: str) -> None:
    numeral = read_number(written)
    assert numeral.value == Fraction(81, 10)
    assert "was read as 8.1" in numeral.note
    assert written in numeral.note


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,250", 1250), ("$1,250.50", Fraction(2501, 2)), ("−6.1", Fraction(-61, 10)), ("1e3", 1000),
     (".5", Fraction(1, 2)), (0, 0), ("12,345,678", 12345678)],
)  # fmt: skip
def test_thousands_signs_and_powers_are_understood(written: object, number: object) -> None:
    assert read_number(written).value == number


@pytest.mark.parametrize(
    "written",
    ["", "  ", "ten", "10.5 - 4.4", "10.5/4.4", "1,25,0", "1.2.3", "8.1.", "--8", "about 8",
     True, None, [1, 2], {"a": 1}, pd.Series([1.0, 2.0]), "1e9999"],
)  # fmt: skip
def test_what_is_not_one_number_is_refused_in_words(written: object) -> None:
    with pytest.raises(UserError):
        read_number(written)


@given(st.decimals(min_value=-(10**8), max_value=10**8, places=3, allow_nan=False))
def test_a_typed_and_a_computed_number_are_the_same(number: Decimal) -> None:
    assert read_number(str(number)).value == read_number(float(number)).value == Fraction(number)
