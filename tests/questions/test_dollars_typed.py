"""Where dollars are asked, a number may be typed with the sign or the word, alone or in whole.

A point before three digits is asked about where they may stand for thousands, as some write them:
three zeros everywhere, and any three where the unit has no thousandths.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from groundwork.authoring.asked import asked_of
from groundwork.authoring.source import course
from groundwork.learner.questions import Computed, Number, Question, Table
from groundwork.learner.workspace import course as this_course
from groundwork.screen import activities
from groundwork.screen.activities.words import FILE
from groundwork.screen.widgets.fields import Field
from groundwork.screen.widgets.questions.number import numbered
from groundwork.subject.errors import UserError


def numbers(question: Question) -> Iterator[Number]:
    """Yield each number that a question asks for, of a computed one its first."""
    if isinstance(question, Computed):
        yield question.at(question.names()[0])
    elif isinstance(question, Table):
        yield from question.cells
    elif isinstance(question, Number):
        yield question


DOLLARS = {
    f"{text.stem}:{each.id}:{number.id}": number
    for text, kind in course.texts(this_course()).items()
    for each in asked_of(text, kind)
    for number in numbers(each.question)
    if number.unit.startswith("dollars")
}


def fields() -> Iterator[tuple[str, Field]]:
    """Yield each field of a form in a lesson: those in words.yaml and those in code."""
    for activity, said in yaml.safe_load(FILE.read_text(encoding="utf-8")).items():
        for name in [each for each in said if each.endswith("fields")]:
            for field in said[name]:
                yield f"{activity}:{field['id']}", Field(**{**field, "options": {}})
    for path in sorted(Path(*activities.__path__).glob("*.py")):
        module = import_module(f"{activities.__name__}.{path.stem}")
        for held in vars(module).values():
            for field in held if isinstance(held, tuple) else ():
                if isinstance(field, Field):
                    yield f"{path.stem}:{field.id}", field


NUMBERS = {name: field for name, field in fields() if field.kind in ("number", "whole")}
ASKED_IN_DOLLARS = {
    name: field
    for name, field in NUMBERS.items()
    if field.unit.startswith("dollars") or "dollar" in field.label.casefold()
}
# A field whose unit has thousandths, so that 7.250 is a number as good as 7.25.
IN_FRACTIONS = {
    name: field
    for name, field in NUMBERS.items()
    if field not in ASKED_IN_DOLLARS.values() and field.kind == "number" and field.unit != "people"
}
WAYS = (
    *("{}", "${}", "$ {}", "{}$", "{} $", "USD {}", "usd{}", "{} USD", "US${}"),
    *("{} dollars", "${} dollars", "$ {} USD"),
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", DOLLARS.values(), ids=DOLLARS)
def test_dollars_are_read_in_each_way_of_writing(number: Number, way: str) -> None:
    typed = way.format(f"{number.right_answer:,.2f}")
    assert number.judge(typed).right
    assert number.judge(numbered(number).clean(typed)).right


@pytest.mark.parametrize("number", DOLLARS.values(), ids=DOLLARS)
def test_dollars_are_read_with_the_unit_as_the_question_writes_it(number: Number) -> None:
    right = f"{number.right_answer:,.2f}"
    of = number.unit.removeprefix("dollars")
    for typed in (f"{right} {number.unit}", f"${right} {number.unit}", f"{right} ${of}"):
        assert number.judge(typed).right, typed


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("field", ASKED_IN_DOLLARS.values(), ids=ASKED_IN_DOLLARS)
def test_a_field_reads_dollars_in_each_way_of_writing(field: Field, way: str) -> None:
    assert field.typed(way.format("9,084")) == 9084


def test_dollars_of_a_time_are_among_them() -> None:
    units = {number.unit for number in DOLLARS.values()}
    assert {"dollars", "dollars a year"} <= units


@pytest.mark.parametrize("typed", ["75.000", "$75.000", "75.000 dollars", "-75.000", " 9.084 "])
@pytest.mark.parametrize("number", DOLLARS.values(), ids=DOLLARS)
def test_a_point_before_three_digits_is_asked_about_in_each_question(
    number: Number, typed: str
) -> None:
    both = "75,000 or 75?" if "75" in typed else "9,084 or 9.08?"
    for read in (number.judge, numbered(number).clean):
        with pytest.raises(UserError, match=re.escape(f"Do you mean {both}")):
            read(typed)


@pytest.mark.parametrize("typed", ["75.000", "$75.000", "75.000 dollars", "(75.000)"])
@pytest.mark.parametrize("field", ASKED_IN_DOLLARS.values(), ids=ASKED_IN_DOLLARS)
def test_a_point_before_three_digits_is_asked_about_in_each_field(field: Field, typed: str) -> None:
    with pytest.raises(UserError, match=re.escape(f"{field.label}: You wrote")) as caught:
        field.typed(typed)
    assert "Do you mean 75,000 or 75?" in caught.value.fix


@pytest.mark.parametrize("field", NUMBERS.values(), ids=NUMBERS)
def test_three_zeros_behind_a_point_are_asked_about_in_every_field(field: Field) -> None:
    with pytest.raises(UserError, match="with three digits") as caught:
        field.typed("75.000")
    assert "Do you mean 75,000 or 75?" in caught.value.fix
    if field.unit_in:
        with pytest.raises(UserError, match="Do you mean 75,000 or 75"):
            field.typed("$75.000")


@pytest.mark.parametrize("field", NUMBERS.values(), ids=NUMBERS)
def test_other_digits_are_asked_about_where_the_unit_has_no_thousandths(field: Field) -> None:
    if field in IN_FRACTIONS.values():
        assert field.typed("7.250") == 7.25
    else:
        with pytest.raises(UserError, match=re.escape("Do you mean 7,250 or 7.25?")):
            field.typed("7.250")


@pytest.mark.parametrize(
    ("unit", "asks"),
    [("hours", False), ("percent", False), ("FTE", False), ("visits", True), ("positions", True)],
)
def test_it_is_the_same_rule_in_a_graded_answer(unit: str, asks: bool) -> None:
    asked = Number(id="q", prompt="How many?", right=Fraction(29, 4), unit=unit, forms=(unit,))
    with pytest.raises(UserError, match="Do you mean 75,000 or 75"):
        asked.judge("75.000")
    if asks:
        with pytest.raises(UserError, match=re.escape("Do you mean 7,250 or 7.25?")):
            asked.judge("7.250")
    else:
        assert asked.judge("7.250").right


@pytest.mark.parametrize(
    ("typed", "dollars"), [("75.00", 75), ("75,000", 75000), ("75.5", 75.5), ("1250.000", 1250)]
)
def test_what_is_one_amount_alone_is_taken(typed: str, dollars: float) -> None:
    for field in ASKED_IN_DOLLARS.values():
        assert field.typed(typed) == dollars


def test_fields_of_both_rules_were_found() -> None:
    assert {"team:hours", "year_goals:hours", "budget_lines:share"} <= set(IN_FRACTIONS)
    assert {"pay_rule:people", "budget_lines:positions"} <= set(NUMBERS) - set(IN_FRACTIONS)


def test_forms_and_questions_that_ask_for_dollars_were_found() -> None:
    assert {"decision_matrix:money", "allocation_note:base", "pay_rule:rate"} <= set(
        ASKED_IN_DOLLARS
    )
