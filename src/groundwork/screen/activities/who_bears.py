"""Cut equity money, evenly or by what is not spent: which unit bears it."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pandas as pd

from groundwork.learner import datasets
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.cut import spread_cut
from groundwork.subject.budget.equity import EQUITY
from groundwork.subject.budget.money import half_up, show_dollars, to_dollars
from groundwork.subject.budget.spending import budgeted_and_spent
from groundwork.subject.errors import UserError

WORDS = Words("who_bears")
CUTS = ("3", "6", "10", "15")


def who_bears(name: str = "who_bears") -> WhatIf:
    """Return the choice of a cut, and of the part of it that is shared evenly."""
    tens = tuple((str(each), f"{each} percent") for each in range(0, 101, 10))
    cuts = tuple((each, f"{each} percent") for each in CUTS)
    controls = (
        Control("cut", WORDS("cut"), cuts, "6"),
        Control("even", WORDS("even"), tens, "20", SLIDE),
    )
    return WhatIf(name, WORDS("title"), controls, _show)


@cache
def by_unit() -> pd.DataFrame:
    """Return for each unit with equity money: budgeted and not spent, in cents."""
    lines = riverbend.lines()
    spending = _spending()
    rows = {}
    for unit, here in lines.groupby("program", sort=False):
        found = budgeted_and_spent(here, spending[spending["line_id"].isin(here["line_id"])])
        equity = found.loc[(riverbend.YEAR, list(EQUITY[:2])), :]
        if equity["adopted_cents"].sum():
            rows[str(unit)] = {
                "now": int(equity["adopted_cents"].sum()),
                "unspent": max(0, int(equity["unspent_cents"].sum())),
            }
    return pd.DataFrame.from_dict(rows, orient="index")


@cache
def of_direct_work() -> tuple[float, float]:
    """Return of the direct equity work the share not spent, and the FTE that stood empty."""
    found: Any = budgeted_and_spent(riverbend.lines(), _spending())
    found = found.loc[(riverbend.YEAR, EQUITY[0])]
    return float(found["unspent_share"]), float(found["fte_vacant"])


def _spending() -> pd.DataFrame:
    every = datasets.read(riverbend.SPENDING)
    return every[every["fiscal_year"] == riverbend.YEAR]


def _show(values: Mapping[str, str]) -> Shown:
    units = by_unit()
    cut = half_up(Fraction(int(units["now"].sum()) * int(values["cut"]), 100))
    try:
        table = spread_cut(
            _dollars(units["now"]), to_dollars(cut), _dollars(units["unspent"]), int(values["even"])
        )
    except UserError as error:
        return (Paragraph(str(error)),)
    loses: Any = table["current_cents"] - table["after_cents"]
    shares: Any = loses / table["current_cents"]
    share, vacant = of_direct_work()
    remarks = WORDS.list("remarks")
    rows = tuple(
        (
            str(unit),
            show_dollars(int(row["now"])),
            show_dollars(int(row["unspent"])),
            show_dollars(int(loses[unit])),
            f"{100 * shares[unit]:.1f} %",
        )
        for unit, row in units.iterrows()
    )
    return (
        Paragraph(_said(cut, shares, f"{values['cut']} %")),
        Table(WORDS("table"), tuple(WORDS.list("columns")), rows, (4, 2, 2, 2, 2)),
        Items.flat(
            remarks[0].format(direct=f"{100 * share:.1f} %"),
            remarks[1].format(vacant=f"{vacant:.1f}"),
            *remarks[2:],
        ),
    )


def _said(cut: int, shares: Any, same: str) -> str:
    told = {"cut": show_dollars(cut), "same": same}
    # A tenth of a percent is what the table shows; a cent of rounding is no difference.
    if shares.max() - shares.min() < 0.0005:
        return WORDS("alike", **told)
    return WORDS("follows", unit=str(shares.idxmax()), share=f"{100 * shares.max():.1f} %", **told)


def _dollars(cents: pd.Series) -> dict[str, Decimal]:
    return {str(unit): to_dollars(int(value)) for unit, value in cents.items()}
