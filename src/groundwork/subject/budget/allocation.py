"""Share money by need: a base for each place, and a pool by weighted measures of need."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm

import numpy as np
import pandas as pd

from groundwork.subject.budget.money import exact_units, share_out, show, to_cents
from groundwork.subject.errors import UserError

Dollars = int | str | Decimal
Weights = Mapping[str, int | str | Decimal | float]


def allocate(
    need: pd.DataFrame,
    total: Dollars,
    weights: Weights,
    base: Dollars = 0,
    floors: Mapping[str, Dollars] | None = None,
) -> pd.DataFrame:
    """Share a total among places, exact to the cent.

    allocation_i = base + pool x sum over measures of weight x need_i / sum of need, where
    pool = total - places x base. This is the form of California's Future of Public Health
    allocation (base 350,000 dollars; population 50, poverty 25, share Black, Latino or Native
    Hawaiian and Pacific Islander 25 percent). Cents left over go to the largest remainders, and a
    tie goes to the name that comes first, so the order of rows does not matter.

    Parameters
    ----------
    need
        One row a place (the index holds names), one column a measure, nothing below zero.
    total, base
        Dollars in all, and dollars for each place before the pool.
    weights
        For each measure its weight; together they make 1, or 100.
    floors
        Hold harmless: the least that a place gets, in dollars. What a floor costs is taken from
        the pool, so from the places above their own floor, in proportion to need.

    Returns
    -------
    DataFrame
        By place, in the order given: ``base_cents``, ``pool_cents``, ``allocation_cents`` (their
        sum), ``share`` of the total, ``rank`` (1 is the most; equal amounts share a rank), and
        ``held`` (True where the floor decided).

    Raises
    ------
    UserError
        If need, weights or floors are not possible, or base and floors come to more than the
        total.
    """
    names, shares, whole = _need_shares(need, weights)
    money, each = to_cents(total), to_cents(base)
    least = _floors(floors or {}, names)
    if each < 0 or money < each * len(names):
        raise UserError(
            f"A base of {show(each)} for {len(names)} places comes to "
            f"{show(each * len(names))}, and there is {show(money)}.",
            "Lower the base or raise the total.",
        )
    cents, held = _allocate(names, shares, whole, money, each, least)
    amounts = pd.Series([cents[name] for name in names], dtype="int64")
    return pd.DataFrame(
        {
            "base_cents": each,
            "pool_cents": amounts.to_numpy() - each,
            "allocation_cents": amounts.to_numpy(),
            "share": (amounts / money if money else amounts * np.nan).to_numpy(),
            "rank": amounts.rank(ascending=False, method="min").astype("int64").to_numpy(),
            "held": [name in held for name in names],
        },
        index=pd.Index(names, name="place"),
    )


def _need_shares(need: pd.DataFrame, weights: Weights) -> tuple[list[str], dict[str, int], int]:
    """Give each place's part of the pool as a whole number over one common whole."""
    names = [str(name) for name in need.index]
    if not names or len(set(names)) < len(names):
        raise UserError("Places are missing or named twice.", "Name each place once.")
    missing = [name for name in weights if name not in need.columns]
    if missing or not weights:
        raise UserError(
            f"There is no measure {', '.join(missing)}." if missing else "There are no weights.",
            f"The table has {', '.join(map(str, need.columns))}.",
        )
    exact = {name: _weight(name, weight) for name, weight in weights.items()}
    if sum(exact.values()) not in (10**9, 100 * 10**9):
        given = " + ".join(str(weight) for weight in weights.values())
        raise UserError(f"The weights {given} do not make 1.", "Make them add up to 1, or to 100.")
    used = [name for name, weight in exact.items() if weight]
    columns = {name: _measure(need, name, names) for name in used}
    totals = {name: sum(column) for name, column in columns.items()}
    for name, whole in totals.items():
        if not whole:
            raise UserError(f"The measure {name} is 0 in each place.", "Give it a weight of 0.")
    # One common denominator keeps each share a whole number, so that nothing is rounded here.
    common = lcm(*totals.values())
    shares = {
        place: sum(exact[name] * columns[name][row] * (common // totals[name]) for name in used)
        for row, place in enumerate(names)
    }
    return names, shares, sum(shares.values())


def _weight(name: str, weight: object) -> int:
    """Count a weight in billionths."""
    units = exact_units(weight, 9)
    if units is None or units < 0:
        raise UserError(
            f"The weight of {name} is {weight!r}.", "Give a number that is not below zero."
        )
    return units


def _measure(need: pd.DataFrame, name: str, places: list[str]) -> list[int]:
    """Read one measure exactly, in billionths."""
    units = [exact_units(value, 9) for value in need[name]]
    for place, value, unit in zip(places, need[name], units, strict=True):
        if unit is None or unit < 0:
            raise UserError(
                f"{place}, measure {name}: found {value!r}, expected a number not below zero.",
                "Write it with at most nine decimals.",
            )
    return [unit for unit in units if unit is not None]


def _floors(floors: Mapping[str, Dollars], names: list[str]) -> dict[str, int]:
    """Read the floors, 0 where there is none."""
    unknown = sorted(set(map(str, floors)) - set(names))
    if unknown:
        raise UserError(f"There is a floor for {unknown[0]}, which is not in the table.", "Check.")
    least = {name: to_cents(floors.get(name, 0)) for name in names}
    if min(least.values()) < 0:
        raise UserError("A floor is below zero.", "Give dollars, or leave it out.")
    return least


def _allocate(
    names: list[str],
    shares: dict[str, int],
    whole: int,
    money: int,
    each: int,
    least: dict[str, int],
) -> tuple[dict[str, int], set[str]]:
    """Hold places at their floor until nobody is below it, then round what the others get."""
    held: set[str] = set()
    while True:
        free = sorted(set(names) - held)
        pool = money - sum(least[name] for name in held) - each * len(free)
        need = sum(shares[name] for name in free)
        if pool < 0 or (pool and not need):
            in_all = sum(max(least[name], each) for name in names)
            raise UserError(
                f"The base and the floors come to {show(in_all)}, and there is {show(money)}.",
                "Lower the floors or raise the total.",
            )
        below = {
            name
            for name in free
            if each + (Fraction(pool * shares[name], need) if need else 0) < least[name]
        }
        if not below:
            break
        held |= below
    cents = dict(zip(free, share_out(pool, [shares[name] for name in free]), strict=True))
    return {name: least[name] if name in held else each + cents[name] for name in names}, held
