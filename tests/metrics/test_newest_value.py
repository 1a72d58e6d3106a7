"""Where newer figures should have come, a card says so; an invented register does not, in its time.

Days are judged as the checks are handed them: an invented register has no day of its own.
"""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.learner import datasets
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.choices import FREQUENCIES
from groundwork.subject.metrics.files import example_card, from_csv
from groundwork.subject.remark import NUDGE, Remark, open_points

REGISTERS = ("riverbend_invented_metrics_register", "three_creeks_invented_metrics_register")
# How often figures come, the lag in months, the last day of a value of 2023, the first day after.
LAST_DAYS = (
    ("weekly", 0.0, date(2024, 12, 31), date(2025, 1, 1)),
    ("monthly", 2.0, date(2025, 2, 28), date(2025, 3, 1)),
    ("quarterly", 2.0, date(2025, 2, 28), date(2025, 3, 1)),
    ("twice a year", 0.5, date(2024, 12, 31), date(2025, 1, 1)),
    ("yearly", 6.0, date(2025, 6, 30), date(2025, 7, 1)),
    ("yearly", 18.0, date(2026, 6, 30), date(2026, 7, 1)),
    ("yearly", None, date(2024, 12, 31), date(2025, 1, 1)),
    ("yearly", -3.0, date(2024, 12, 31), date(2025, 1, 1)),
    ("every two years", 6.0, date(2026, 6, 30), date(2026, 7, 1)),
    ("every three years", 1.0, date(2027, 1, 31), date(2027, 2, 1)),
    ("every five years", 0.0, date(2028, 12, 31), date(2029, 1, 1)),
)


def told(card: MetricCard, day: date) -> list[Remark]:
    return [
        each
        for each in check_card(card, day)
        if each.code == "GW-M14" and each.part == "latest_year"
    ]


def of(often: str, lag: float | None) -> MetricCard:
    return replace(
        example_card(),
        baseline_year=2022,
        latest_year=2023,
        data_frequency=often,
        data_lag_months=lag,
    )


@pytest.mark.parametrize(("often", "lag", "last", "after"), LAST_DAYS)
def test_a_latest_value_is_nudged_once_newer_figures_should_be_there(
    often: str, lag: float | None, last: date, after: date
) -> None:
    card = of(often, lag)
    assert not told(card, last)
    (remark,) = told(card, after)
    assert remark.what.startswith(f"The latest value is of 2023; new figures come {often}")
    assert ("late" in remark.what.partition(";")[2]) == bool(lag and lag > 0)
    assert remark.severity == NUDGE and not open_points([remark])
    assert told(card, date(2040, 1, 1))


def test_each_frequency_has_a_last_day_here() -> None:
    assert {often for often, *_ in LAST_DAYS} == set(FREQUENCIES)


@pytest.mark.parametrize("often", ["", "now and then"])
def test_where_nobody_knows_how_often_figures_come_nothing_is_said(often: str) -> None:
    assert not told(of(often, 2.0), date(2040, 1, 1))


def test_a_value_without_a_year_or_a_year_without_a_value_is_not_behind() -> None:
    card = of("yearly", 2.0)
    assert not told(replace(card, latest_year=None), date(2040, 1, 1))
    assert not told(replace(card, latest_value=None), date(2040, 1, 1))
    assert not told(replace(card, data_lag_months=float("inf")), date(2040, 1, 1))


@pytest.mark.parametrize("name", REGISTERS)
def test_an_invented_register_is_not_behind_in_its_own_time(name: str) -> None:
    cards = from_csv(datasets.read(name).to_csv(index=False)).cards
    for day in (date(2026, 11, 27), date(2028, 2, 28)):
        assert [card.id for card in cards if told(card, day)] == []


def test_years_later_the_register_of_riverbend_asks_for_newer_values_as_any_other_does() -> None:
    cards = from_csv(datasets.read(REGISTERS[0]).to_csv(index=False)).cards
    behind = {card.id for card in cards if told(card, date(2028, 3, 1))}
    of_two_years = {card.id for card in cards if card.data_frequency == "every two years"}
    assert behind == {card.id for card in cards if card.latest_value is not None} - of_two_years
