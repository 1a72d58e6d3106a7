"""A field of a form takes its own unit, asks about another, and reads a day as people write it."""

import ast
from pathlib import Path

import pytest

import groundwork.screen.activities as activities
from groundwork.learner.amounts import UNITS, read_amount, read_day
from groundwork.screen.activities.metric_register import CARD_FIELDS
from groundwork.screen.widgets.fields import Field
from groundwork.subject.errors import UserError

WITHOUT_A_UNIT = {"metric_register.py"}  # a card says the unit of its values


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("$1,200.50", "dollars", 1200.5),
        ("1200 dollars", "dollars", 1200),
        ("(500)", "dollars of a line", -500),
        ("-500", "dollars of a line", -500),
        ("50", "percent", 50),
        ("50 %", "percent", 50),
        ("0.5%", "percent", 0.5),
        ("0", "percent", 0),
        ("1.5 FTE", "FTE", 1.5),
        ("6 hours a month", "hours a month", 6),
        ("10 days", "working days", 10),
    ],
)
def test_an_amount_in_its_unit_is_taken(typed: str, unit: str, value: float) -> None:
    assert read_amount(typed, UNITS[unit]) == value


@pytest.mark.parametrize(
    ("typed", "unit", "problem"),
    [
        ("12%", "dollars", "“12%” is not in dollars."),
        ("$10k", "dollars", "“$10k” leaves digits out."),
        ("$2 million", "dollars", "“$2 million” leaves digits out."),
        ("$ 12 %", "dollars", "“$ 12 %” is not in dollars."),
        ("2 FTE", "dollars", "“2 FTE” is not in dollars."),
        ("6 hours a week", "hours a month", "“6 hours a week” is not in hours a month."),
        ("-500", "dollars", "-500 is less than 0."),
        ("-1", "FTE", "-1 is less than 0."),
        ("150", "percent", "150 is more than 100 percent."),
        ("$50", "percent", "“$50” is not in percent."),
        ("0.5", "percent", "0.5 percent is less than one of a hundred."),
        ("1/2", "percent", "1/2 percent is less than one of a hundred."),
        ("18", "months", "18 is more than 12 months."),
    ],
)
def test_what_cannot_be_meant_is_asked_about(typed: str, unit: str, problem: str) -> None:
    with pytest.raises(UserError) as caught:
        read_amount(typed, UNITS[unit])
    assert caught.value.problem == problem


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("typed", ["four hours", "about 5", "1,2,3"])
def test_what_cannot_be_read_is_told_with_an_example_of_its_own_unit(typed: str, unit: str) -> None:
    with pytest.raises(UserError) as caught:
        read_amount(typed, UNITS[unit])
    assert UNITS[unit].name in caught.value.fix
    assert f"such as {UNITS[unit].example}." in caught.value.fix
    assert read_amount(UNITS[unit].example, UNITS[unit]) > 0


@pytest.mark.parametrize("typed", ["0.5", "1/2", ".35"])
def test_the_advice_to_a_share_followed_gives_the_percent_that_is_meant(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        read_amount(typed, UNITS["percent"])
    advised = caught.value.fix.split()[1]
    assert read_amount(advised, UNITS["percent"]) >= 35


@pytest.mark.parametrize(
    "typed",
    ["2027-06-30", "6/30/2027", "6/30/27", "June 30, 2027", "30 June 2027", "Jun 30, 2027"],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == "2027-06-30"


@pytest.mark.parametrize("typed", ["soon", "2/30/2027", "June 2027", "FY2027"])
def test_what_is_no_day_is_told_with_a_form_that_works(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        read_day(typed)
    assert typed in caught.value.problem
    assert read_day(caught.value.fix.split("like ")[1].split(", or")[0]) == "2027-06-30"


@pytest.mark.parametrize(
    ("typed", "last"),
    [("January 2027", "2027-01-31"), ("2/2028", "2028-02-29"), ("2027-04", "2027-04-30")],
)
def test_a_month_without_a_day_is_refused_with_its_last_day_to_write(typed: str, last: str) -> None:
    with pytest.raises(UserError, match="names a month and no day") as caught:
        read_day(typed)
    assert read_day(caught.value.fix.split("like ")[1].split(", or")[0]) == last


def test_a_fault_names_the_label_and_no_column() -> None:
    with pytest.raises(UserError, match="Last day of the money: “soon”"):
        Field("ends", "Last day of the money", "day").typed("soon")


def test_what_was_kept_before_is_read_whatever_the_field_takes_now() -> None:
    assert Field("ends", "Ends", "day").clean("next spring") == "next spring"
    assert Field("dollars", "Dollars", "number", unit="dollars").clean("-5") == -5


def test_dollars_have_two_decimals_or_none() -> None:
    field = Field("dollars", "Dollars", "number", unit="dollars")
    assert [field.shown(1200.5), field.shown(1200.0)] == ["1,200.50", "1,200"]


def test_every_number_of_a_form_says_what_it_counts() -> None:
    bare = [
        (path.name, ast.unparse(call))
        for path in Path(activities.__file__).parent.glob("*.py")
        if path.name not in WITHOUT_A_UNIT
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Field"
        if any(isinstance(each, ast.Constant) and each.value == "number" for each in call.args)
        if "unit" not in {each.arg for each in call.keywords}
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("Lag in months", "2 weeks"),
        ("Lag in months", "2%"),
        ("Percent unknown", "$4"),
        ("People", "62 percent"),
        ("Baseline year", "$2025"),
    ],
)
def test_a_unit_that_is_not_asked_is_never_lost_in_silence(label: str, typed: str) -> None:
    kind = "whole" if "year" in label else "number"
    with pytest.raises(UserError, match="is not asked here"):
        Field("a", label, kind).typed(typed)


@pytest.mark.parametrize(
    ("label", "typed", "value"),
    [("Lag in months", "2 months", 2), ("Lag in months", "1 month", 1), ("Percent", "4 %", 4)],
)
def test_a_unit_that_the_label_names_may_be_typed(label: str, typed: str, value: float) -> None:
    assert Field("a", label, "number").typed(typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "shown"),
    [
        ("whole", "17,900", 17900, "17,900"),
        ("number", "17900", 17900, "17,900"),
        ("year", "2026", 2026, "2026"),
    ],
)
def test_what_is_counted_is_shown_with_commas_and_a_year_without(
    kind: str, typed: str, kept: float, shown: str
) -> None:
    field = Field("it", "It", kind)
    assert field.typed(typed) == kept
    assert field.shown(kept) == field.as_typed(kept) == shown
    assert field.typed(shown) == kept


def test_every_field_that_asks_for_a_year_says_so() -> None:
    years = [each for each in CARD_FIELDS if each.label.lower().endswith(" year")]
    assert {each.kind for each in years} == {"year"}
    assert len(years) == 3
