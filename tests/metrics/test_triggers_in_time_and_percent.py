"""A trigger is passed only once its time is over, and only on the scale of the card's values."""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.learner.papers import register
from groundwork.subject.metrics import trigger
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card

TODAY = date(2026, 11, 27)
DAYS = MetricCard(
    *("M-6", "Median days from referral to visit"),
    unit="days",
    baseline_value=48.0,
    baseline_year=2024,
    latest_value=41.0,
    latest_year=2026,
    target_value=30.0,
    target_year=2028,
)

TIMES = (
    # the words, the year of the value, today, whether the trigger is passed
    ("by December 31, 2026", 2026, TODAY, False),
    ("on December 31, 2026", 2026, TODAY, False),
    ("by Dec. 31, 2026", 2026, TODAY, False),
    ("by 12/31/2026", 2026, TODAY, False),
    ("by 2026-12-31", 2026, TODAY, False),
    ("by 31 December 2026", 2026, TODAY, False),
    ("by December 31, 2026", 2026, date(2026, 12, 31), False),
    ("by December 31, 2026", 2026, date(2027, 1, 1), True),
    ("by June 30, 2026", 2026, TODAY, True),
    ("by June 30, 2026", 2025, TODAY, False),
    ("in December 2026", 2026, TODAY, False),
    ("in June 2026", 2026, TODAY, True),
    ("by 12/2026", 2026, TODAY, False),
    ("by Q4 2026", 2026, TODAY, False),
    ("in the fourth quarter of 2026", 2026, TODAY, False),
    ("by Q2 2026", 2026, TODAY, True),
    ("by Q2 FY27", 2026, TODAY, False),
    ("in FY27", 2026, TODAY, False),
    ("in FY26", 2026, TODAY, True),
    ("by the end of FY2026", 2026, TODAY, True),
    ("in FY2025-26", 2026, TODAY, True),
    ("in 2026", 2026, TODAY, True),
    ("in 2027", 2026, TODAY, False),
    ("by the end of 2026", 2026, TODAY, False),
    ("by the end of 2025", 2025, TODAY, True),
    ("by December 31", 2026, TODAY, False),
    ("for two quarters", 2026, TODAY, False),
    ("for two years in a row", 2026, TODAY, False),
    ("two years in a row", 2026, TODAY, False),
    ("three consecutive quarters", 2026, TODAY, False),
    ("twice", 2026, TODAY, False),
    ("in 2 of 3 months", 2026, TODAY, False),
    ("by the end of fiscal year 2026-27", 2026, TODAY, False),
    ("", 2026, TODAY, True),
)


@pytest.mark.parametrize(("words", "year", "today", "passed"), TIMES)
@pytest.mark.parametrize("first", [False, True])
def test_a_trigger_is_passed_once_its_time_is_over(
    words: str, year: int, today: date, passed: bool, first: bool
) -> None:
    clause = f"{words} it is above 35 days" if first else f"above 35 days {words}"
    card = replace(DAYS, consequence=f"If {clause}, then evenings open", latest_year=year)
    said = trigger.told(card, today)
    assert trigger.is_due(card, today) is passed and ("the trigger is passed" in said) is passed
    assert passed or not words or "the trigger is read “" in said
    (paper,) = [
        row[1]
        for block in register.paper([card], today=today).blocks
        for row in getattr(block, "rows", ())
        if row[0] == "If off track"
    ]
    assert said in paper


def test_a_day_to_come_is_told_as_such() -> None:
    card = replace(DAYS, consequence="If above 35 days by December 31, 2026, then evenings open")
    assert trigger.told(card, TODAY).startswith(
        "The latest value, 41 (2026), is already over 35; the trigger is read “by December 31, "
        "2026”, which is still to come;"
    )


@pytest.mark.parametrize(
    ("period", "passed"),
    [
        ("", True),
        ("calendar year", True),
        ("fiscal year", False),
        ("FY", False),
        ("July to June", False),
        ("fiscal year, October to September", False),
        ("fiscal year, January to December", True),
    ],
)
def test_a_value_of_a_fiscal_year_is_of_no_day_behind_it(period: str, passed: bool) -> None:
    line = "If above 35 days by December 31, 2026, then evenings open"
    card = replace(DAYS, consequence=line, period=period)
    assert trigger.is_due(card, date(2027, 2, 1)) is passed


SHARE = replace(
    DAYS, unit="", baseline_value=0.58, latest_value=0.61, target_value=0.7, consequence=""
)
LINE = "If {}, then the manager opens one evening by July 2027"


@pytest.mark.parametrize("unit", ["", "percent", "%", "share of families"])
@pytest.mark.parametrize(
    ("words", "latest", "says"),
    [
        ("below 64%", 0.61, "61 % (2026; 0.61 on the card), is under 64 %; the trigger is passed"),
        ("below 64 percent", 0.61, "is under 64 %"),
        ("below 64%", 0.66, ""),
        ("above 64%", 0.66, "66 % (2026; 0.66 on the card), is over 64 %"),
        ("above 64%", 0.61, ""),
        ("it is 61% or less", 0.61, "is 61 % or less; the trigger is passed"),
    ],
)
def test_shares_of_1_are_held_against_a_percentage_as_percent(
    unit: str, words: str, latest: float, says: str
) -> None:
    card = replace(SHARE, unit=unit, latest_value=latest, consequence=LINE.format(words))
    said = trigger.told(card, TODAY)
    assert says in said and bool(said) == bool(says)


def test_the_interval_goes_with_the_value() -> None:
    card = replace(SHARE, consequence=LINE.format("below 64%"), latest_low=0.57, latest_high=0.63)
    assert trigger.is_due(card, TODAY)
    assert "is not wholly so" in trigger.told(replace(card, latest_high=0.65), TODAY)


UNCLEAR = (
    (replace(SHARE, consequence=LINE.format("below 64")), True),
    (replace(SHARE, consequence=LINE.format("below 64"), unit="percent"), False),
    (replace(SHARE, consequence=LINE.format("below 0.64")), False),
    (replace(SHARE, consequence=LINE.format("above 0.5%")), True),
    (replace(SHARE, consequence=LINE.format("above 2%"), unit="percent"), True),
    (replace(DAYS, consequence=LINE.format("above 20%")), True),
    (replace(DAYS, consequence=LINE.format("above 0.35"), unit="percent"), True),
    (replace(DAYS, consequence=LINE.format("above 35"), unit="percent"), False),
    (replace(DAYS, consequence=LINE.format("above 35 %"), unit=""), False),
    (replace(DAYS, consequence=LINE.format("above 0.35"), unit="days"), False),
    (replace(DAYS, consequence=LINE.format("above 9 percent"), unit="per 1,000"), True),
)


@pytest.mark.parametrize(("card", "unclear"), UNCLEAR)
def test_what_may_be_on_two_scales_is_asked_and_not_compared(
    card: MetricCard, unclear: bool
) -> None:
    said = trigger.told(card, TODAY)
    assert said and ("they are not compared" in said) is unclear
    assert trigger.is_due(card, TODAY) is not unclear
    (asked,) = [each for each in check_card(card, TODAY) if each.what == said]
    assert ("on one scale" in asked.question) is unclear


@pytest.mark.parametrize(
    ("values", "unit", "field"),
    [
        ((0.58, 61.0, 70.0), "", "baseline_value"),
        ((0.58, 61.0, 70.0), "percent", "baseline_value"),
        ((58.0, 0.61, 70.0), "percent", "latest_value"),
        ((0.58, 0.61, 70.0), "percent", "baseline_value"),
        ((0.58, 0.61, 0.7), "percent", ""),
        ((0.5, 4.0, 9.0), "percent", ""),
        ((0.58, 61.0, 70.0), "days", ""),
        ((0.0, 61.0, 70.0), "percent", ""),
        ((1.0, 61.0, 70.0), "percent", ""),
    ],
)
def test_a_share_beside_percentages_is_asked(
    values: tuple[float, float, float], unit: str, field: str
) -> None:
    first, latest, target = values
    card = replace(DAYS, unit=unit, baseline_value=first, latest_value=latest, target_value=target)
    asked = [each.part for each in check_card(card, TODAY) if "a share of 1 and" in each.what]
    assert asked[:1] == ([field] if field else [])
    line = replace(card, consequence=LINE.format("below 64%"))
    assert not field or not trigger.is_due(line, TODAY)


OTHERS = (
    *("the gap to the rest of the county exceeds 10 points", "the ratio is over 1.25"),
    *("the wait is more than 14 days for one in ten", "it is open less than 70 hours a month"),
    *("callers wait 15 days or more", "it is more than 5 points behind the path in June 2026"),
    *("the disparity is over 10", "the difference to the county is over 10"),
)


@pytest.mark.parametrize("words", OTHERS)
def test_a_limit_of_something_else_is_held_against_no_value_of_the_measure(words: str) -> None:
    card = replace(DAYS, name="Kept visits", unit="percent", latest_value=61.0)
    assert not trigger.told(replace(card, consequence=LINE.format(words)), TODAY)
    assert not trigger.is_due(replace(card, consequence=LINE.format(words)), TODAY)


@pytest.mark.parametrize(
    ("unit", "name", "words"),
    [
        ("days", "Wait", "the wait is over 35 days"),
        ("", "Median days of waiting", "it is over 35 days"),
        ("points", "Gap in visits", "the gap exceeds 10 points"),
        ("", "Gap in visits", "the gap exceeds 10"),
        ("ratio", "Rate of the East beside the West", "the ratio is over 1.25"),
    ],
)
def test_a_limit_of_the_measure_itself_is_held(unit: str, name: str, words: str) -> None:
    card = replace(DAYS, name=name, unit=unit, consequence=LINE.format(words))
    assert trigger.is_due(card, TODAY)
