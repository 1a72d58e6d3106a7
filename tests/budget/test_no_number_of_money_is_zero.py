# mypy: disable-error-code="arg-type, operator, index, dict-item, list-item"
"""Money, people and measures that nobody knows: no function takes one for zero, and none breaks."""

import math
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.deflate import per_person
from groundwork.subject.budget.ending import end_fund, pick_up
from groundwork.subject.budget.lines import check_lines
from groundwork.subject.budget.money import show, show_dollars, to_cents, to_dollars
from groundwork.subject.budget.request import request_item
from groundwork.subject.errors import UserError
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.path import path_value, standing, standing_of
from groundwork.subject.metrics.progress import percent_of_targeted_change, progress_of

MISSING = {"None": None, "NaN": math.nan, "NA": pd.NA, "NaT": pd.NaT, "numpy": np.float64("nan")}
NO_NUMBER = {**MISSING, "hidden": "*", "few": "<10", "words": "about 12", "endless": math.inf}


def lines(**column: object) -> pd.DataFrame:
    made = {
        "line_id": ["A", "B"], "fiscal_year": ["FY2026"] * 2, "amount": [100, 50],
        "fund": ["F"] * 2, "ends": [None, None], "restriction": ["unrestricted"] * 2,
        "recurrence": ["ongoing"] * 2, "fte": [1.0, 1.0], "equity_share": [1, 1],
    }  # fmt: skip
    for name, value in column.items():
        made[name] = pd.Series([made[name][0], value], dtype="object")
    return pd.DataFrame(made)


def card(value: object) -> MetricCard:
    return MetricCard(
        id="A", name="A", direction="higher is better", baseline_value=1, baseline_year=2024,
        target_value=9, target_year=2030, latest_value=value, latest_year=2026,
    )  # fmt: skip


MONEY: dict[str, Callable[[object], object]] = {
    "an amount of a line": lambda v: check_lines(lines(amount=v))["amount_cents"][1],
    "an amount in a baseline": lambda v: baseline(lines(amount=v), "2028-06-30")["strict_cents"],
    "to_cents": to_cents,
    "to_dollars": to_dollars,
    "show": show,
    "show_dollars": show_dollars,
    "pick_up": lambda v: pick_up(v, "2026-12-31", "FY2026"),
    "a rise of prices": lambda v: pick_up(100, "2026-12-31", "FY2026", v),
    "indirect cost": lambda v: end_fund(lines(), "F", "FY2026", "2026-12-31", v).indirect_cents,
    "per_person": lambda v: per_person(
        pd.Series([v], index=["FY2026"], dtype="object"), {"FY2026": 10}, {"FY2026": 5}),
    "people": lambda v: per_person(
        pd.Series([100], index=["FY2026"]), {"FY2026": v}, {"FY2026": 5}),
    "request_item": lambda v: request_item("A post", v),
    "a latest value": lambda v: standing(v, 5, 2026, "higher is better"),
    "a path": lambda v: path_value(v, 2024, 9, 2030, 2026),
    "a targeted change": lambda v: percent_of_targeted_change(1, v, 3),
    "a card's progress": lambda v: progress_of(card(v)),
    "a card's standing": lambda v: standing_of(card(v)),
}  # fmt: skip


def is_missing(answer: object) -> bool:
    if answer is None or answer is pd.NA:
        return True
    return isinstance(answer, float) and math.isnan(answer)


@pytest.mark.parametrize("what", NO_NUMBER)
@pytest.mark.parametrize("name", MONEY)
def test_what_is_no_number_gives_nothing_or_a_sentence(name: str, what: str) -> None:
    try:
        answer = MONEY[name](NO_NUMBER[what])
    except UserError as error:
        assert error.fix
    else:
        assert is_missing(answer), f"{name} takes {what} for {answer}"
