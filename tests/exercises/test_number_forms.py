"""Number questions, answered in every form: only the number asked, in the unit asked, is right.

Each form of an answer is right, earns the hint of a known slip, or is asked about; a form that the
course cannot be sure of is never right.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from course_exercises import NOTEBOOKS, judged

from groundwork.learner.numerals import exact, plain
from groundwork.learner.questions import Computed, Number, Question, Table
from groundwork.learner.units import SPELLINGS, accepted
from groundwork.subject.errors import UserError


def number(asked: Question) -> Question:
    """What is asked: of a computed question its first variant."""
    return asked.at() if isinstance(asked, Computed) else asked


QUESTIONS = [
    pytest.param(shown, id=f"{name}-{id}")
    for name, path in NOTEBOOKS.items()
    for id, shown in ((id, number(asked)) for id, asked in judged(path).items())
    if isinstance(shown, Number)
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


def skip_its_own(asked: Number, words: str) -> None:
    if words in accepted(asked.units):
        pytest.skip("the question itself asks in these words")


def test_some_question_asks_for_a_number() -> None:
    assert QUESTIONS


@pytest.mark.parametrize("asked", QUESTIONS)
def test_the_right_number_is_right_in_each_form_and_with_each_of_its_words(asked: Number) -> None:
    for form in forms(asked.right_answer):
        if asked.unit.startswith("dollars") and re.fullmatch(r"\d{1,3}\.\d{3}", form):
            continue  # it is asked about: may be thousands
        assert asked.judge(form).right, form
    for words in accepted(asked.units):
        if words.startswith("$"):  # stands before the number
            assert asked.judge(f"${asked.right_answer} {words[1:]}".strip()).right, words
            continue
        for written in (words, words.upper(), f"{words}."):
            assert asked.judge(f"{asked.right_answer} {written}").right, written


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize("words", OTHER_WORDS)
def test_the_right_number_with_other_words_is_asked_about(asked: Number, words: str) -> None:
    skip_its_own(asked, words)
    for form in (f"{asked.right_answer}", f"+{asked.right_answer}"):
        with pytest.raises(UserError, match="You wrote"):
            asked.judge(f"{form} {words}")


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize(
    "form", ["${}", "{}%", "{} %", "({})", "about {}", "~{}", "{}?", "{}-", "--{}"]
)
def test_the_right_number_with_other_signs_is_never_right(asked: Number, form: str) -> None:
    for sign in "%$":
        if sign in form:
            skip_its_own(asked, sign)
    with pytest.raises(UserError):
        asked.judge(form.format(asked.right_answer))


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize("words", OTHER_WORDS)
def test_a_word_that_turns_the_meaning_around_is_asked_about_and_not_to_be_dropped(
    asked: Number, words: str
) -> None:
    skip_its_own(asked, words)
    with pytest.raises(UserError) as caught:
        asked.judge(f"{asked.right_answer} {words}")
    turned = any(word in words for word in ("fewer", "less", "lower"))
    assert ("Which of the two is higher" in str(caught.value)) == turned
    assert not (turned and "alone" in str(caught.value))


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_percentage_of_what_is_asked_in_times_is_worked_out(asked: Number) -> None:
    skip_its_own(asked, "%")
    for typed in ("175%", "175 percent", "175 %."):
        with pytest.raises(UserError) as caught:
            asked.judge(typed)
        said = str(caught.value)
        assert ("175 % of something is 1.75 times as much" in said) == ("times" in asked.units)
        assert ("type 1.75." in said) == ("times" in asked.units)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_number_within_the_tolerance_is_told_to_be_close(asked: Number) -> None:
    if not asked.within:
        return  # nothing is near enough but the number itself
    near = plain(exact(asked.right_answer) + asked.within)
    said = asked.judge(near)
    assert said.right
    assert f"You gave {near}; the answer is {plain(exact(asked.right_answer))}." in said.text
    assert "You gave" not in asked.judge(str(asked.right_answer)).text
    third = Fraction(str(asked.right_answer)) + Fraction(str(float(asked.within))) / 3
    assert "333333" not in asked.judge(f"{third.numerator}/{third.denominator}").text


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_comma_for_the_point_is_asked_about_and_the_other_sign_is_not_right(
    asked: Number,
) -> None:
    with pytest.raises(UserError, match="Do you mean"):
        asked.judge(f"{asked.right_answer}".replace(".", ","))
    for minus in "-−–":
        assert not asked.judge(f"{minus}{asked.right_answer}").right
    for scaled in (asked.right_answer * 10, asked.right_answer * 100, asked.right_answer * 1000):
        assert not asked.judge(f"{scaled:,.4f}").right


@pytest.mark.parametrize("asked", QUESTIONS)
def test_the_right_number_rounded_once_more_is_told_to_be_rounded(asked: Number) -> None:
    decimals = len(plain(exact(asked.right_answer)).partition(".")[2])
    if not decimals:
        return  # whole dollars are rounded as far as they go
    if asked.places and asked.places > decimals:
        return  # such as 0.60, which a decimal less does not change
    coarse = f"{asked.right_answer + 1e-9:.{decimals - 1}f}"
    said = asked.judge(coarse)
    assert not said.right
    assert "rounded" in said.text


@pytest.mark.parametrize("asked", QUESTIONS)
def test_each_known_slip_earns_its_hint_with_the_words_too(asked: Number) -> None:
    for value, hint in asked.wrong_answers():
        for typed in (str(value), f"{value} {asked.units[0]}"):
            said = asked.judge(typed)
            assert (said.right, said.recognized) == (False, True)
            assert said.text.endswith(hint)


def numbers_and_units() -> Iterator[tuple[str, Question, object, str, tuple[str, ...]]]:
    """Each place where a number is typed: the question, the right answer but for it, its units."""
    for name, path in NOTEBOOKS.items():
        for id, shown in ((id, number(asked)) for id, asked in judged(path).items()):
            if isinstance(shown, Number):
                yield f"{name}-{id}", shown, None, "", shown.units
            elif isinstance(shown, Table):
                for cell in shown.cells:
                    yield f"{name}-{id}-{cell.id}", shown, shown.right_answer, cell.id, cell.units


PLACES = list(numbers_and_units())


@pytest.mark.parametrize(
    ("asked", "others", "cell", "units"), [each[1:] for each in PLACES], ids=[p[0] for p in PLACES]
)
def test_one_list_of_spellings_holds_wherever_a_unit_is_asked(
    asked: Question, others: dict[str, float] | None, cell: str, units: tuple[str, ...]
) -> None:
    value = asked.right_answer if others is None else others[cell]
    for spelling in [each for unit in units for each in SPELLINGS.get(unit, ())]:
        typed = f"${value}" if spelling == "$" else f"{value} {spelling}"
        assert asked.judge(typed if others is None else {**others, cell: typed}).right, spelling


def test_a_cell_with_too_few_decimals_is_told_so_and_not_how_to_compute_it() -> None:
    cell = Number(
        id="times", prompt="Times", right=Fraction("3.72"), within=Fraction("0.01"), places=2,
        other="Divide.",
    )  # fmt: skip
    table = Table(id="t", prompt="T", columns=("Times",), rows=(("times",),), cells=(cell,))
    assert "rounded to one decimal. Give two decimals." in table.judge({"times": "3.7"}).text
    assert "rounded to a whole number. Give two" in table.judge({"times": "4"}).text
    for wrong in ("3.8", "3.6", "3.75", "5"):
        assert "Divide." in table.judge({"times": wrong}).text
