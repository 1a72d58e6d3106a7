"""A card that says it shows an interval gives the limits, or says that none was computed."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from groundwork.learner import datasets
from groundwork.learner.papers import register
from groundwork.learner.papers.register_asks import EPIDEMIOLOGIST
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.files import example_card, from_csv
from groundwork.subject.remark import Remark, open_points

TODAY = date(2026, 11, 27)
BARE = replace(
    example_card(), baseline_low=None, baseline_high=None, latest_low=None, latest_high=None
)
PROMISED = (
    "95 % interval beside each value",
    "Confidence intervals (Wilson)",
    "95% CI",
    "with its margin of error",
    "margins as the Census Bureau prints them",
    "upper and lower limits",
    "lower bound and upper bound",
    "95 % limits",
    "confidence limits",
    "+/- 8 points",
    "54 ± 8",
    "plus or minus 8 points",
    "standard error in brackets",
    "error bars in the chart",
    "a full count; 95 % interval beside each value",
    "95 % interval beside each value, not shown under 10 events",
    "not pooled, 95 % interval beside each value",
)
NOT_PROMISED = (
    "",
    "none: a full count",
    "no interval was computed: a full count of complaints",
    "no 95 % interval",
    "without a confidence interval",
    "the interval was not computed",
    "interval: none",
    "interval not yet computed",
    "95 % intervals will come with the next survey",
    "margin of error not known",
    "the margin of error is unknown",
    "limits of each value are missing",
    "neither an interval nor a standard error",
    "small counts are marked with a star",
    "Confidence interval omitted",
    "Intervals are left out because it is a full count",
    "The health department limits access to the file",
    "The limits of the data are told in a note",
    "intervals of time between visits are not known",
    "The interval between surveys is two years",
    "limit of detection",
    "bounds of the county",
)
REGISTERS = ("riverbend_invented_metrics_register", "three_creeks_invented_metrics_register")


def told(card: MetricCard) -> list[Remark]:
    return [
        each
        for each in check_card(card, TODAY)
        if each.code == "GW-M21" and each.part == "uncertainty"
    ]


@pytest.mark.parametrize("said", PROMISED)
def test_a_promised_interval_without_limits_is_told_and_asked_of_the_epidemiologist(
    said: str,
) -> None:
    card = replace(BARE, uncertainty=said)
    (remark,) = told(card)
    assert "no limits are given for the baseline value and the latest value" in remark.what
    assert open_points([remark]) == [remark]
    asked = [
        ask.what for ask in register.paper([card], today=TODAY).asks if ask.whom == EPIDEMIOLOGIST
    ]
    assert asked.count(remark.question) == 1


@pytest.mark.parametrize("said", NOT_PROMISED)
def test_a_card_that_promises_no_interval_is_not_told_of_one(said: str) -> None:
    assert not told(replace(BARE, uncertainty=said))


@pytest.mark.parametrize("said", PROMISED)
def test_only_a_value_without_both_limits_is_named(said: str) -> None:
    whole = replace(example_card(), uncertainty=said)
    assert not told(whole)
    (remark,) = told(replace(whole, latest_low=None, latest_high=None))
    assert remark.what.endswith("no limits are given for the latest value.")
    assert not told(replace(whole, latest_low=None))  # of one limit, another remark speaks
    to_come = replace(BARE, uncertainty=said, latest_value=None)
    assert told(to_come)[0].what.endswith("no limits are given for the baseline value.")
    assert not told(replace(to_come, baseline_value=None))


@pytest.mark.parametrize("name", REGISTERS)
def test_no_card_of_an_invented_register_promises_what_it_does_not_give(name: str) -> None:
    cards = from_csv(datasets.read(name).to_csv(index=False)).cards
    assert len(cards) > 4
    assert {card.id: [each.what for each in told(card)] for card in cards if told(card)} == {}


def test_a_share_of_riverbend_that_has_limits_has_those_of_its_counts() -> None:
    """Wilson's limits: 10 of 40 invoices in both years."""
    paid = datasets.read("riverbend_invented_partner_payments")
    days = (pd.to_datetime(paid["paid"]) - pd.to_datetime(paid["invoiced"])).dt.days
    cards = datasets.read(REGISTERS[0]).set_index("id")
    for moment in ("baseline", "latest"):
        year = cards.loc["M11", f"{moment}_year"]
        quick = days[paid["fiscal_year"] == f"FY{year:.0f}"].le(30)
        middle, share, count = 1.96**2, quick.mean(), len(quick)
        half = 1.96 * (share * (1 - share) / count + middle / (4 * count**2)) ** 0.5
        limits = [
            100 * (share + middle / (2 * count) + side * half) / (1 + middle / count)
            for side in (-1, 1)
        ]
        found = [cards.loc["M11", f"{moment}_{end}"] for end in ("low", "high")]
        assert found == [round(limit, 1) for limit in limits]
