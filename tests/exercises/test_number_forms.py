"""Number questions, answered in every form: only the number asked, in the unit asked, is right.

Each form of an answer is right, earns the hint of a known slip, or is asked about; a form that the
course cannot be sure of is never right.
"""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from groundwork.authoring import seal
from groundwork.authoring.catalogs import read_catalogs
from groundwork.learner import feedback
from groundwork.learner.catalog import Catalog
from groundwork.learner.numerals import plain
from groundwork.learner.units import accepted
from groundwork.subject.errors import UserError

QUESTIONS = [
    pytest.param(path.parent, catalog, id=f"{path.stem}-{name}")
    for path in seal.notebooks()
    for name, catalog in read_catalogs(path).items()
    if catalog.kind == "number"
]
OTHER_WORDS = (
    "fewer", "less", "lower", "higher", "more of them", "%", "percent", "percentage points",
    "million", "thousand", "k", "dollars", "dollar", "per 100", "per 100,000", "per million",
    "births", "per 1,000 deaths", "people", "years", "times less", "times fewer", "times higher",
    "times lower", "or so", "to 1", "about", "points", "deaths per 100,000", "fewer deaths",
)  # fmt: skip


def forms(value: float) -> Iterator[str]:
    """The same number as people type it."""
    yield from (f"{value}", f" {value} ", f"{value:.3f}", f"{value:+}", f"+ {value}", f"{value}e0")
    whole, rest = divmod(Fraction(plain(Fraction(str(value)))), 1)
    yield f"{whole} {rest.numerator}/{rest.denominator}"
    yield (
        f"{value.as_integer_ratio()[0]}/{value.as_integer_ratio()[1]}" if rest == 0 else str(value)
    )
    vulgar = {
        Fraction(3, 4): "¾",
        Fraction(1, 2): "½",
        Fraction(1, 4): "¼",
        Fraction(3, 10): "3/10",
    }
    if rest in vulgar:
        yield f"{whole} {vulgar[rest]}"


def told(folder, catalog: Catalog, typed: str) -> feedback.Feedback:
    """What widget, check cell and grader say; they say the same."""
    plainly = catalog.judge(typed)
    assert feedback.look_up(catalog.question, typed, folder) == plainly
    return plainly


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
def test_the_right_number_is_right_in_each_form_and_with_each_of_its_words(folder, catalog) -> None:
    for form in forms(catalog.right):
        assert told(folder, catalog, form).right, form
    for words in accepted(catalog.units):
        for written in (words, words.upper(), f"{words}."):
            assert told(folder, catalog, f"{catalog.right} {written}").right, written


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
@pytest.mark.parametrize("words", OTHER_WORDS)
def test_the_right_number_with_other_words_is_asked_about(folder, catalog, words) -> None:
    for form in (f"{catalog.right}", f"+{catalog.right}"):
        with pytest.raises(UserError, match="You wrote"):
            told(folder, catalog, f"{form} {words}")


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
@pytest.mark.parametrize(
    "form", ["${}", "{}%", "{} %", "({})", "about {}", "~{}", "{}?", "{}-", "--{}"]
)
def test_the_right_number_with_other_signs_is_never_right(folder, catalog, form) -> None:
    with pytest.raises(UserError):
        told(folder, catalog, form.format(catalog.right))


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
@pytest.mark.parametrize("words", OTHER_WORDS)
def test_a_word_that_turns_the_meaning_around_is_asked_about_and_not_to_be_dropped(
    folder, catalog, words
) -> None:
    with pytest.raises(UserError) as caught:
        told(folder, catalog, f"{catalog.right} {words}")
    turned = any(word in words for word in ("fewer", "less", "lower"))
    assert ("Which of the two is higher" in str(caught.value)) == turned
    assert not (turned and "alone" in str(caught.value))


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
def test_a_percentage_of_what_is_asked_in_times_is_worked_out(folder, catalog) -> None:
    for typed in ("175%", "175 percent", "175 %."):
        with pytest.raises(UserError) as caught:
            told(folder, catalog, typed)
        said = str(caught.value)
        assert ("175 % of something is 1.75 times as much" in said) == ("times" in catalog.units)
        assert ("type 1.75." in said) == ("times" in catalog.units)


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
def test_a_number_within_the_tolerance_is_told_to_be_close(folder, catalog) -> None:
    near = f"{catalog.right + catalog.tolerance:.4g}"
    said = told(folder, catalog, near)
    assert said.right
    assert f"You gave {near}; the answer is {catalog.right}." in said.text
    assert "You gave" not in told(folder, catalog, str(catalog.right)).text
    third = Fraction(str(catalog.right)) + Fraction(str(catalog.tolerance)) / 3
    assert "333333" not in told(folder, catalog, f"{third.numerator}/{third.denominator}").text


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
def test_a_comma_for_the_point_is_asked_about_and_the_other_sign_is_not_right(
    folder, catalog
) -> None:
    with pytest.raises(UserError, match="Do you mean"):
        told(folder, catalog, f"{catalog.right}".replace(".", ","))
    for minus in "-−–":
        assert not told(folder, catalog, f"{minus}{catalog.right}").right
    for scaled in (catalog.right * 10, catalog.right * 100, catalog.right * 1000):
        assert not told(folder, catalog, f"{scaled:,.4f}").right


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
def test_the_right_number_rounded_once_more_is_told_to_be_rounded(folder, catalog) -> None:
    decimals = len(str(catalog.right).partition(".")[2])
    coarse = f"{catalog.right + 1e-9:.{decimals - 1}f}"
    said = told(folder, catalog, coarse)
    assert not said.right
    assert "rounded" in said.text


@pytest.mark.parametrize(("folder", "catalog"), QUESTIONS)
def test_each_known_slip_earns_its_hint_with_the_words_too(folder, catalog) -> None:
    for value, hint in catalog.wrong_answers():
        for typed in (str(value), f"{value} {catalog.units[0]}"):
            said = told(folder, catalog, typed)
            assert (said.right, said.recognized) == (False, True)
            assert said.text.endswith(hint)
