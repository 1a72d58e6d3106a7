"""The baseline: how much equity work the recurring budget carries, year by year."""

from datetime import date

import numpy as np
import pandas as pd

from groundwork.subject.budget.equity import EQUITY, counted_shares, equity_codes
from groundwork.subject.budget.funding import (
    FUNDING,
    LATER,
    RECURRING,
    funding_codes,
    recurrence_is_shown,
)
from groundwork.subject.budget.lines import ONE, as_lines
from groundwork.subject.budget.money import settle, show, show_dollars
from groundwork.subject.budget.years import as_day
from groundwork.subject.errors import UserError

STRICT = RECURRING[:1]
BROAD = RECURRING
DIRECT, EMBEDDED, NONE = range(3)


def budget_cells(table: pd.DataFrame, horizon: str | date | pd.Timestamp) -> pd.DataFrame:
    """Divide the whole budget into funding classes and equity classes, each cent in one cell.

    A line's equity part is its amount times its share. Parts are kept exact until a cell's
    total is made, so splitting a line changes nothing. The cells of a funding class are then
    settled to whole cents that add up to the class: the embedded part is rounded half up, as a
    spreadsheet rounds it, and the rest goes to ``none``.

    Parameters
    ----------
    table
        Budget lines.
    horizon
        The last day you plan for; see `classify_funding`.

    Returns
    -------
    DataFrame
        ``fiscal_year``, ``funding``, ``equity``, ``cents`` (int64) and ``fte``: 15 rows a year.
        The part of an embedded line that is not equity work stands under ``none``.
    """
    lines = as_lines(table)
    cents, parts, fte, fte_parts = _sums(lines, funding_codes(lines, as_day(horizon)))
    settled, people = np.zeros_like(cents), np.zeros(cents.shape)
    for year in range(len(cents)):
        exact, exact_fte = cents[year] * ONE, fte[year] * ONE
        for part, whole in ((parts[year], exact), (fte_parts[year], exact_fte)):
            whole[:, NONE] += whole[:, EMBEDDED] - part[:, EMBEDDED]
            whole[:, EMBEDDED] = part[:, EMBEDDED]
        for place, whole in enumerate(cents[year].sum(axis=1)):
            settled[year, place] = settle(exact[place].tolist(), ONE, int(whole))
        people[year] = exact_fte / (ONE * ONE)
    index = pd.MultiIndex.from_product(
        [lines["fiscal_year"].cat.categories, FUNDING, EQUITY],
        names=["fiscal_year", "funding", "equity"],
    )
    cells = pd.DataFrame({"cents": settled.ravel(), "fte": people.ravel()}, index=index)
    occurs = np.bincount(lines["fiscal_year"].cat.codes, minlength=len(cents)) > 0
    return cells[np.repeat(occurs, len(FUNDING) * len(EQUITY))].reset_index()


def baseline(table: pd.DataFrame, horizon: str | date | pd.Timestamp) -> pd.DataFrame:
    """Say how much of each year's equity work is in the baseline.

    The strict baseline is recurring unrestricted money; the broad one is recurring money of any
    fund. Money in the base continues unless someone acts to cut it (GFOA: structural balance
    means recurring revenue covers recurring spending); money with a last day, near or far, is in
    neither. Direct and embedded work stand apart,
    because relabeling makes the second grow without any new money.

    Returns
    -------
    DataFrame
        One row a fiscal year (the index). In cents: ``budget_cents``, ``direct_cents``,
        ``embedded_cents``, ``equity_cents`` (their sum), ``later_cents`` (the equity work on money
        that ends after the horizon), then ``strict_`` and ``broad_`` with
        ``direct_cents``, ``embedded_cents``, ``cents``, ``not_baselined_cents``; as a share of
        equity spending (0 to 1, empty when there is none) ``strict_share``, ``broad_share``; in
        full-time equivalents ``equity_fte``, ``strict_fte``, ``broad_fte`` and their shares
        ``strict_fte_share``, ``broad_fte_share``.
    """
    cells = budget_cells(table, horizon)
    shape = (-1, len(FUNDING), len(EQUITY))
    cents = cells["cents"].to_numpy().reshape(shape)
    fte = cells["fte"].to_numpy().reshape(shape)[:, :, :NONE].sum(axis=2)
    direct, embedded = cents[:, :, DIRECT], cents[:, :, EMBEDDED]
    out = {
        "budget_cents": cents.sum(axis=(1, 2)),
        "direct_cents": direct.sum(axis=1),
        "embedded_cents": embedded.sum(axis=1),
        "equity_cents": (direct + embedded).sum(axis=1),
        "later_cents": (direct + embedded)[:, FUNDING.index(LATER)],
        "equity_fte": fte.sum(axis=1),
    }
    for name, classes in (("strict", STRICT), ("broad", BROAD)):
        kept = slice(len(classes))  # the baseline's classes come first in FUNDING
        out[f"{name}_direct_cents"] = direct[:, kept].sum(axis=1)
        out[f"{name}_embedded_cents"] = embedded[:, kept].sum(axis=1)
        out[f"{name}_cents"] = out[f"{name}_direct_cents"] + out[f"{name}_embedded_cents"]
        out[f"{name}_not_baselined_cents"] = out["equity_cents"] - out[f"{name}_cents"]
        out[f"{name}_share"] = _share(out[f"{name}_cents"], out["equity_cents"])
        out[f"{name}_fte"] = fte[:, kept].sum(axis=1)
        out[f"{name}_fte_share"] = _share(out[f"{name}_fte"], out["equity_fte"])
    return pd.DataFrame(out, index=pd.Index(cells["fiscal_year"].unique(), name="fiscal_year"))


def baseline_in_words(table: pd.DataFrame, fiscal_year: str) -> str:
    """Say one year of a `baseline` table in two sentences."""
    if fiscal_year not in table.index:
        raise UserError(
            f"The table has no fiscal year {fiscal_year}.", f"It has {', '.join(table.index)}."
        )
    year = table.loc[fiscal_year].to_dict()
    spend = (
        f"In {fiscal_year} the budget holds {show(year['equity_cents'])} of equity work: "
        f"{show(year['direct_cents'])} direct and {show(year['embedded_cents'])} embedded in "
        "other lines. "
    )
    if pd.isna(year["strict_share"]):
        return spend.strip()
    return spend + (
        f"{show(year['strict_cents'])} of it ({100 * year['strict_share']:.1f} %) recurs on "
        f"unrestricted money, and {show(year['broad_cents'])} ({100 * year['broad_share']:.1f} %) "
        "recurs on money of any kind."
    )


def rests_on_no_paper(table: pd.DataFrame, horizon: str | date | pd.Timestamp) -> str:
    """Say how much of one year's strict baseline no paper shows to recur; "" where all is shown."""
    unshown = table[~recurrence_is_shown(table)]
    if unshown.empty:
        return ""
    whole, cents = (
        int(baseline(lines, horizon)["strict_cents"].iloc[0]) for lines in (table, unshown)
    )
    if not cents:
        return ""
    return (
        f"{'All' if cents == whole else show_dollars(cents)} of the strict baseline rests on a "
        "label or an answer: no document that shows that the money recurs is named yet."
    )


def _sums(lines: pd.DataFrame, funding: np.ndarray) -> list[np.ndarray]:
    """Sum cents, equity parts, FTE and FTE parts over year, funding and equity (int64 cubes)."""
    equity = equity_codes(lines)
    share = counted_shares(lines, equity)
    cents, fte = lines["amount_cents"].to_numpy(), lines["fte_e4"].to_numpy()
    shape = (len(lines["fiscal_year"].cat.categories), len(FUNDING), len(EQUITY))
    year = lines["fiscal_year"].cat.codes.to_numpy().astype(np.intp)
    place = (year * len(FUNDING) + funding) * len(EQUITY) + equity
    sums = []
    for measure, weight in ((cents, None), (cents, share), (fte, None), (fte, share)):
        # Not bincount, which would add the cents as floats.
        found = np.zeros(int(np.prod(shape)), np.int64)
        np.add.at(found, place, measure if weight is None else measure * weight)
        sums.append(found.reshape(shape))
    return sums


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Divide, leaving a year empty when there is nothing to share."""
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
