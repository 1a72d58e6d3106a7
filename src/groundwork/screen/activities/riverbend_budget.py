"""Riverbend's budget of one year, ready to compute: lines with their positions, and ratings."""

from functools import cache

import pandas as pd

from groundwork.learner import datasets
from groundwork.subject.budget.people import with_positions

YEAR = "FY2026"
FIRST_MONTH = 7
NAMES = {name: f"riverbend_invented_{name}" for name in ("budget_lines", "positions")}
RATINGS = "riverbend_invented_line_ratings"
POPULATION = "riverbend_invented_population"
OUTCOMES = "riverbend_invented_outcomes"
PAYMENTS = "riverbend_invented_partner_payments"
SPENDING = "riverbend_invented_spending"


@cache
def lines() -> pd.DataFrame:
    """Return the lines of FY2026 with the positions that each pays."""
    every = datasets.read(NAMES["budget_lines"])
    now = every[every["fiscal_year"] == YEAR].reset_index(drop=True)
    return with_positions(now, datasets.read(NAMES["positions"]))


@cache
def ratings() -> pd.DataFrame:
    """Return what the second rater and counsel said of some lines, by line."""
    return datasets.read(RATINGS).set_index("line_id")


def purpose(line_id: str) -> str:
    """Return what a line is for."""
    return str(lines().set_index("line_id").loc[line_id, "purpose"])
