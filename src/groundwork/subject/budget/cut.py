"""Spread a cut over places: evenly, and by the money they have not spent."""

from collections.abc import Mapping

import pandas as pd

from groundwork.subject.budget.allocation import Dollars
from groundwork.subject.budget.money import share_out, show, to_cents
from groundwork.subject.errors import UserError
from groundwork.subject.states import whole


def spread_cut(
    current: Mapping[str, Dollars],
    cut: Dollars,
    unspent: Mapping[str, Dollars],
    even_percent: int = 20,
) -> pd.DataFrame:
    """Spread a cut: part of it evenly, the rest by each place's share of unspent money.

    California did this in FY2024-25: 12.2 of 200.4 million dollars (6.09 percent), one fifth of
    it even (1.22 percent of each allocation) and four fifths by share of unspent funds, so that
    slow hiring cost a place its money.

    Parameters
    ----------
    current, unspent
        Dollars by place: the allocation now, and the money not yet spent.
    cut
        Dollars to take away in all.
    even_percent
        The percent of the cut that falls on everyone in proportion to their allocation.

    Returns
    -------
    DataFrame
        By place, in cents: ``current_cents``, ``even_cut_cents``, ``unspent_cut_cents``,
        ``after_cents``.

    Raises
    ------
    UserError
        If the places differ, an amount is below zero, or a place would lose more than it has.
    """
    if set(current) != set(unspent) or not current:
        raise UserError(
            "The two lists do not name the same places.", "Give unspent money for each, or 0."
        )
    names = sorted(current)
    now = [to_cents(current[name]) for name in names]
    left = [to_cents(unspent[name]) for name in names]
    money = to_cents(cut)
    even_percent = whole(even_percent, 0, 100, "percent that is spread evenly")
    if min(*now, *left, money) < 0:
        raise UserError("An amount is below zero.", "Check the amounts.")
    even, rest = share_out(money, [even_percent, 100 - even_percent])
    if rest and not sum(left):
        raise UserError("Nobody has unspent money.", "Set even_percent to 100.")
    if money > sum(now):
        raise UserError(
            f"A cut of {show(money)} is more than the {show(sum(now))} there is.", "Check the cut."
        )
    table = pd.DataFrame(
        {
            "current_cents": now,
            "even_cut_cents": share_out(even, now),
            "unspent_cut_cents": share_out(rest, left),
        },
        index=pd.Index(names, name="place"),
    )
    cuts = table["even_cut_cents"] + table["unspent_cut_cents"]
    table["after_cents"] = table["current_cents"] - cuts
    broke = table[table["after_cents"] < 0]
    if len(broke):
        raise UserError(
            f"{broke.index[0]} would lose more than its allocation.",
            "Raise the percent that is spread evenly.",
        )
    return table.reindex(list(current))
