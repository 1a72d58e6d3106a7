"""A card's own values: limits that can be right, years that are counted twice, gaps, verdicts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from groundwork.subject.metrics import gap, trigger, verdict
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.interval import interval_of, years_pooled, years_shared

GOOD = example_card()


@pytest.mark.parametrize(
    "limits",
    [
        {"latest_low": 69.0, "latest_high": 57.0},
        {"latest_low": 40.0, "latest_high": 50.0},
        {"latest_low": 70.0, "latest_high": 80.0},
        {"latest_low": None},
        {"latest_value": None},
        {"latest_high": float("nan")},
    ],
)
def test_limits_that_cannot_be_right_are_no_interval(limits: dict[str, Any]) -> None:
    card = replace(GOOD, **limits)
    assert interval_of(GOOD, "latest") == (57, 69)
    assert interval_of(card, "latest") is None


def test_nothing_is_decided_with_an_interval_that_cannot_be_right() -> None:
    reversed_ = replace(GOOD, latest_low=69.0, latest_high=57.0)
    without = replace(GOOD, latest_low=None, latest_high=None)
    assert verdict.changed(reversed_) == verdict.changed(without)
    assert verdict.on_path(reversed_) == verdict.on_path(without)
    outside = replace(GOOD, latest_low=60.0, latest_high=62.0, latest_value=80.0)
    assert verdict.on_path(outside).word == "on the path" + verdict.AS_PRINTED


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("three fiscal years together", 3),
        ("2 years", 2),
        ("calendar year, three pooled", 3),
        ("5-year pooled", 5),
        ("fiscal year, July to June", 1),
        ("the year 2023", 1),
        ("", 1),
    ],
)
def test_the_period_says_how_many_years_one_value_holds(period: str, years: int) -> None:
    assert years_pooled(replace(GOOD, period=period)) == years


@pytest.mark.parametrize(("now", "shared"), [(2024, 2), (2025, 1), (2026, 0), (2030, 0), (None, 0)])
def test_years_in_both_values_are_counted_and_told(now: int | None, shared: int) -> None:
    card = replace(GOOD, period="three years", baseline_year=2023, latest_year=now)
    assert years_shared(card) == shared
    assert (verdict.SHARED in verdict.changed(card).how) == bool(shared)


# The preterm births of the walk that found it: they move apart as one gap falls.
BIRTHS = MetricCard(
    unit="percent of live births",
    direction="lower is better",
    baseline_value=14.2,
    baseline_year=2023,
    reference_baseline=9.1,
    latest_value=13.1,
    latest_year=2025,
    reference_latest=8.2,
    target_value=9.8,
    target_year=2030,
)


def test_both_gaps_are_computed_at_both_times_with_their_unit() -> None:
    before, now = gap.gap_at(BIRTHS, "baseline"), gap.gap_at(BIRTHS, "latest")
    assert before == gap.Gap(2023, 5.1, 14.2 / 9.1)
    assert now == gap.Gap(2025, 4.9, 13.1 / 8.2)
    said = gap.told(BIRTHS)
    assert "2023: 5.1 percentage points above the other group, ratio 1.56" in said
    assert "2025: 4.9 percentage points above the other group, ratio 1.60" in said
    assert "difference is smaller, the ratio is farther from 1" in said


def test_a_gap_without_its_four_values_says_what_it_can() -> None:
    assert gap.told(MetricCard()) == ""
    first = gap.told(replace(BIRTHS, reference_latest=None))
    assert "5.1" in first and "smaller" not in first
    zero = gap.gap_at(replace(BIRTHS, reference_baseline=0.0), "baseline")
    assert zero is not None and zero.ratio is None and zero.difference == 14.2
    unmoved = gap.told(replace(BIRTHS, latest_value=14.2, reference_latest=9.1))
    assert "difference is unchanged, the ratio is unchanged" in unmoved


def test_every_verdict_says_how_it_was_decided() -> None:
    assert verdict.changed(GOOD).how.startswith(verdict.BY_INTERVALS)
    bare = replace(GOOD, latest_low=None)
    assert verdict.changed(bare).how == verdict.BY_RULE
    assert verdict.changed(replace(GOOD, latest_value=81.0, latest_high=85.0)).how
    by_chance = replace(GOOD, baseline_value=80.0, baseline_low=60.0, baseline_high=90.0)
    by_chance = replace(by_chance, latest_value=81.0, latest_low=62.0, latest_high=91.0)
    assert verdict.changed(by_chance).word.endswith(verdict.BY_CHANCE)
    assert verdict.changed(by_chance).how.startswith(verdict.BY_INTERVALS)
    assert verdict.changed(replace(GOOD, target_value=54.0)).how == verdict.NO_WAY
    assert verdict.changed(replace(GOOD, direction="")).how == verdict.MISSING
    assert verdict.changed(replace(GOOD, latest_value=None)).told == verdict.NO_LATEST


def test_a_path_is_rounded_like_the_values_it_comes_from() -> None:
    whole = replace(GOOD, baseline_value=62.0, target_value=85.0, target_year=2028)
    assert verdict.on_path(whole).how == "70 was expected in 2026"
    assert verdict.on_path(BIRTHS).how == "12.9 was expected in 2025"


def test_a_tested_change_shows_its_interval_and_says_when_rounding_could_turn_it() -> None:
    card = replace(GOOD, baseline_value=88.1, baseline_low=85.0, baseline_high=90.7)
    card = replace(card, target_value=95.0, latest_value=91.9, latest_low=89.2, latest_high=94.0)
    close = verdict.changed(card)
    assert close.word == "improving"
    assert "difference 3.8, 95 % interval 0.1 to 7.5" in close.how
    assert close.how.endswith(verdict.AT_THE_EDGE)
    clear = verdict.changed(replace(card, latest_value=93.0, latest_low=92.0))
    assert verdict.AT_THE_EDGE not in clear.how


def test_a_half_is_rounded_as_a_workbook_rounds_it() -> None:
    card = replace(BIRTHS, baseline_value=9.1, baseline_year=2022, target_value=5.0)
    assert verdict.on_path(replace(card, latest_year=2024)).how == "8.1 was expected in 2024"


@pytest.mark.parametrize("value", [50.0, 54.0, 57.0, 70.0, 90.0])
@pytest.mark.parametrize("direction", ["higher is better", "lower is better"])
@pytest.mark.parametrize("limits", [{"latest_low": None}, {"latest_low": 99.0}])
def test_a_value_without_an_interval_is_never_surer_than_one_with_it(
    value: float, direction: str, limits: dict[str, Any]
) -> None:
    target = 80.0 if direction == "higher is better" else 40.0
    card = replace(GOOD, latest_value=value, direction=direction, target_value=target)
    with_it = replace(card, latest_low=value - 0.1, latest_high=value + 0.1)
    without = replace(card, **limits)
    assert verdict.changed(without).word.endswith(verdict.AS_PRINTED)
    assert verdict.AS_PRINTED not in verdict.changed(with_it).told
    assert verdict.on_path(without).word.endswith(verdict.AS_PRINTED)
    assert verdict.AS_PRINTED not in verdict.on_path(with_it).told


@pytest.mark.parametrize(
    ("consequence", "found"),
    [
        ("If under 70 for two quarters, then evenings by July", ("under", 70, "for two quarters")),
        ("When the share is above 12.5 by June, then …", ("over", 12.5, "by June")),
        ("If in March 2027 it is under 64, then …", ("under", 64, "in March 2027")),
        ("If under 64 on March 5, 2027, hours move", ("under", 64, "on March 5, 2027")),
        ("If below 64 percent then evenings by May 2027", ("under", 64, "")),
        ("If under 64, then evenings by July", ("under", 64, "")),
        ("If the county spends less than 10,000, then …", None),
        ("If above the path, then evenings by July", None),
        ("Then under 70", None),
        ("", None),
    ],
)
def test_a_trigger_is_read_from_the_consequence(
    consequence: str, found: tuple[str, float, str] | None
) -> None:
    read = trigger.trigger_of(replace(GOOD, consequence=consequence))
    assert (read and read[:3]) == found


UNDER = replace(GOOD, consequence="If under 60, then evenings", latest_value=58.0)
SURE = replace(UNDER, latest_low=56.0, latest_high=59.5)
BARE = replace(UNDER, latest_low=None, latest_high=None)


@pytest.mark.parametrize(
    ("card", "due", "says"),
    [
        (SURE, True, "58 (2026), is under 60; the trigger is passed."),
        (
            BARE,
            True,
            "the trigger is passed; no usable interval is given, so chance is not ruled out.",
        ),
        (replace(SURE, consequence="If under 60 in 2026, then …"), True, "passed."),
        (
            replace(SURE, consequence="If under 60 in March 2027, then …"),
            False,
            "“in March 2027”, which is",
        ),
        (replace(SURE, consequence="If under 60 for two quarters, …"), False, "“for two quarters”"),
        (replace(SURE, consequence="If under 60 in 2026, …", latest_year=None), False, "“in 2026”"),
        (replace(UNDER, latest_low=54.0), False, "interval, 54 to 69, is not wholly so."),
    ],
)
def test_a_trigger_is_passed_only_when_its_time_and_the_interval_allow(
    card: MetricCard, due: bool, says: str
) -> None:
    assert trigger.is_due(card) is due
    assert says in trigger.told(card)
    assert ("passed" in trigger.told(card)) is due
    (said,) = trigger.consequence_is_due(card, date.today())
    assert said.what == trigger.told(card)


@pytest.mark.parametrize("latest", [60.0, 63.0, None])
def test_of_a_value_that_is_not_beyond_the_trigger_nothing_is_told(latest: float | None) -> None:
    card = replace(UNDER, latest_value=latest)
    assert not trigger.is_due(card) and not trigger.told(card)
    assert not list(trigger.consequence_is_due(card, date.today()))
