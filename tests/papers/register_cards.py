"""Cards of a register for tests of its paper and its workbook: each branch of a verdict."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from groundwork.learner.papers import (
    excel,
    register,
    register_book,
    register_columns,
    text,
)
from groundwork.learner.papers.model import Table
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.files import example_card, from_csv

DAY = date(2026, 11, 25)
ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "datasets/riverbend_county_invented/riverbend_invented_metrics_register.csv"
CARDS = from_csv(REGISTER.read_text(encoding="utf-8")).cards
RULE = RuleCard(name="Who gets a home visit first", criteria="First come, first served")
ASKED = Evaluation(question="Do evenings reach more families?", comparison="The year before")


def page_of(card: MetricCard) -> dict[str, str]:
    """Give the parts of a card's page."""
    tables = [each for each in register.paper([card], today=DAY).body if isinstance(each, Table)]
    rows = next(each for each in tables if each.caption == "The card").rows
    return {row[0]: row[1] for row in rows}


def text_of(card: MetricCard) -> str:
    return text.write(replace(register.paper([card], today=DAY), date=DAY))


def values_of(content: bytes, sheet: str = "Register") -> list[dict[str, object]]:
    """Give the rows of a sheet by their headings, as a program that computes nothing shows them."""
    page = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[sheet]
    rows = list(page.iter_rows(values_only=True))
    at = next(at for at, row in enumerate(rows) if row[0] == "Id")
    return [dict(zip(map(str, rows[at]), row, strict=True)) for row in rows[at + 1 :] if row[0]]


LATE = replace(example_card(), latest_year=2040, id="LATE")
# Each branch of a verdict, and each way in which a value can be missing or wrong.
ODD: tuple[dict[str, Any], ...] = (
    {"latest_value": None},
    {"latest_value": 54.0},
    {"latest_value": 50.0},
    {"latest_value": 50.0, "latest_low": None},
    {"latest_value": 40.0, "latest_low": None},
    {"latest_value": 55.0, "latest_low": None},
    {"latest_value": 56.7, "latest_low": None, "latest_year": 2026},
    {"latest_low": 69.0, "latest_high": 57.0},
    {"latest_value": 82.0, "latest_low": 60.0, "latest_high": 95.0},
    {"latest_value": 82.0, "latest_low": 40.0, "latest_high": 99.0},
    {"direction": "up"},
    {"direction": "lower is better"},
    {"baseline_value": 0.0, "baseline_low": None, "latest_value": -1.0},
    {"reference_baseline": 0.0, "reference_latest": None},
    {"period": "three years together", "latest_year": 2026},
    {"target_year": None},
    {"latest_value": 69.0, "latest_year": 2026},
    {
        **{"baseline_value": 88.1, "baseline_low": 85.0, "baseline_high": 90.7},
        **{"target_value": 95.0, "latest_value": 91.9, "latest_low": 89.2, "latest_high": 94.0},
    },
    # Exact limits of few events: by its width the change would be called sure.
    {
        **{"baseline_value": 9.1, "baseline_low": 5.2, "baseline_high": 14.8},
        **{"target_value": 20.0, "latest_value": 14.7, "latest_low": 13.7, "latest_high": 15.7},
    },
    {"latest_value": 82.0, "latest_low": 80.0, "latest_high": 95.0, "latest_year": 2026},
    {"baseline_value": 9.125, "baseline_low": None, "latest_value": 70.0, "latest_year": 2026},
    {"latest_value": 72.0, "latest_low": None, "latest_year": 2026, "target_year": 2028},
    {"target_year": 2020},
    {"latest_year": 2025},
)
# A path of 15.4545… beside a value and limits on each side of it, near it and at it.
NEAR = replace(
    LATE,
    direction="lower is better",
    baseline_value=20.0,
    baseline_year=2019,
    baseline_low=18.0,
    baseline_high=22.0,
    target_value=10.0,
    target_year=2030,
    latest_value=17.0,
    latest_year=2024,
    latest_low=15.0,
    latest_high=19.0,
)
WIDENED = {"latest_low": 14.61727298820, "latest_high": 19.38272701180}
AROUND: tuple[dict[str, Any], ...] = (
    {},
    {"latest_low": 16.0},
    {"latest_low": 15.4},
    {"latest_low": 15.45},
    {"latest_low": 15.4546},
    {"latest_low": None},
    {"latest_value": 15.0, "latest_low": None},
    {"latest_value": 15.0, "latest_low": 14.0, "latest_high": 15.0},
    {"latest_value": 15.0, "latest_low": 14.0, "latest_high": 16.0},
    {"latest_value": 14.0, "latest_low": 13.0, "latest_high": 15.4},
    {"latest_value": 14.0, "latest_low": 13.0, "latest_high": 15.5},
    {"latest_value": 18.0, "latest_low": 16.0, "baseline_value": 21.0, "latest_year": 2025},
    {"latest_value": 18.0, "latest_low": 15.0, "target_year": 2029},  # exactly at its limit
    {"direction": "higher is better", "target_value": 30.0, "latest_low": 15.0},
    {"latest_value": 16.0, "latest_low": 15.0, "latest_high": 15.0},
    {**WIDENED, "baseline_low": 17.61727298820, "baseline_high": 22.38272701180},
    {**WIDENED, "baseline_low": None},
    {"baseline_value": 0.9, "target_value": 0.0, "latest_value": 0.4, "baseline_low": None},
)
EVERY = [
    *CARDS,
    LATE,
    *(replace(NEAR, id=f"NEAR{at}", **changes) for at, changes in enumerate(AROUND)),
    *(replace(LATE, id=f"ODD{at}", **changes) for at, changes in enumerate(ODD)),
    MetricCard(id="X"),
]
COMPUTED = [part.label for part in register_columns.REGISTER if part.column.formula]


def book() -> bytes:
    return excel.write(register_book.book(EVERY, [RULE], [ASKED]))
