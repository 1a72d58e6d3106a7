"""Budgeted against spent: equity money that nobody spends is a finding of its own."""

import numpy as np
import pandas as pd

from groundwork.subject.budget.equity import EQUITY, counted_shares, equity_codes
from groundwork.subject.budget.lines import ONE, amounts, as_lines, refuse
from groundwork.subject.budget.money import exact_column, settle
from groundwork.subject.errors import UserError

AMOUNTS = ("adopted", "revised", "spent")


def budgeted_and_spent(table: pd.DataFrame, spending: pd.DataFrame) -> pd.DataFrame:
    """Compare the budget as adopted, as revised in the year, and as spent.

    Parameters
    ----------
    table
        Budget lines as adopted.
    spending
        One row a line and fiscal year: ``line_id``, ``fiscal_year``, ``spent`` (dollars), and if
        known ``revised`` (dollars after mid-year changes; without it, as adopted) and
        ``fte_filled`` (FTE in a filled position, which may be blank for a line without FTE;
        without the column, vacancy is not worked out).

    Returns
    -------
    DataFrame
        By ``fiscal_year`` and ``equity`` class (the index): ``adopted_cents``, ``revised_cents``,
        ``spent_cents``, ``unspent_cents`` (revised less spent, below zero when overspent),
        ``unspent_share`` (0 to 1), ``fte``, ``fte_vacant``. A line's share of equity work counts
        for spending as it does for the budget.

    Raises
    ------
    UserError
        If a column is missing, a line is there twice, unknown, or without its spending.
    """
    lines = as_lines(table)
    found = _matched(lines, spending)
    equity = equity_codes(lines)
    share = counted_shares(lines, equity)
    years = list(lines["fiscal_year"].cat.categories)
    year = lines["fiscal_year"].cat.codes.to_numpy()
    rows = []
    for place, name in enumerate(years):
        here = year == place
        columns = {
            amount: _by_class(found[amount][here], share[here], equity[here]) for amount in AMOUNTS
        }
        fte = _fte_by_class(lines["fte_e4"].to_numpy()[here], share[here], equity[here])
        filled = _fte_by_class(found["filled"][here], share[here], equity[here])
        for at, kind in enumerate(EQUITY):
            row = {"fiscal_year": name, "equity": kind}
            rows.append(
                row
                | {f"{amount}_cents": columns[amount][at] for amount in AMOUNTS}
                | {"fte": fte[at], "fte_vacant": fte[at] - filled[at]}
            )
    out = pd.DataFrame(rows).set_index(["fiscal_year", "equity"])
    out["unspent_cents"] = out["revised_cents"] - out["spent_cents"]
    out["unspent_share"] = out["unspent_cents"] / out["revised_cents"].where(
        out["revised_cents"] > 0
    )
    if "fte_filled" not in spending:
        out["fte_vacant"] = np.nan
    order = [f"{amount}_cents" for amount in AMOUNTS]
    return out[[*order, "unspent_cents", "unspent_share", "fte", "fte_vacant"]]


def _matched(lines: pd.DataFrame, spending: pd.DataFrame) -> dict[str, np.ndarray]:
    """Give each line's amounts in cents and filled FTE, in the order of the lines."""
    keys = ["line_id", "fiscal_year"]
    missing = [name for name in (*keys, "spent") if name not in spending]
    if missing:
        raise UserError(
            f"The table of spending has no column {', '.join(missing)}.",
            "It needs line_id, fiscal_year and spent.",
        )
    spending = spending.reset_index(drop=True)
    expected = "a line once in a fiscal year"
    twice = spending.duplicated(keys).to_numpy()
    refuse(spending, twice, "line_id", expected, "Add its payments up, or delete the copy.")
    known = pd.MultiIndex.from_arrays([lines["line_id"], lines["fiscal_year"].astype(object)])
    given = pd.MultiIndex.from_frame(spending[keys].astype(object))
    refuse(
        spending,
        ~given.isin(known),
        "line_id",
        "a line of the budget in that fiscal year",
        "Check the name and the year, or add the line to the budget.",
    )
    at = given.get_indexer(known)
    fix = "Give 0 where nothing was spent."
    refuse(lines, at < 0, "line_id", "spending for each line of the budget", fix)
    found = {"adopted": lines["amount_cents"].to_numpy()}
    for name in ("revised", "spent"):
        if name in spending:
            found[name] = amounts(spending, name)[at]
    found.setdefault("revised", found["adopted"])
    return found | {"filled": _filled(lines, spending, at)}


def _filled(lines: pd.DataFrame, spending: pd.DataFrame, at: np.ndarray) -> np.ndarray:
    """Give each line's filled FTE in ten-thousandths; a blank is 0 where a line has no FTE."""
    if "fte_filled" not in spending:
        return np.zeros(len(lines), np.int64)
    given = spending["fte_filled"].replace("", np.nan)
    staffed = np.zeros(len(spending), bool)
    staffed[at] = lines["fte_e4"].to_numpy() > 0
    expected = "the FTE in a filled position, because the line has FTE"
    fix = "Write 0 when the position stood empty all year. Only lines without FTE may be blank."
    refuse(spending, given.isna().to_numpy() & staffed, "fte_filled", expected, fix)
    filled, bad = exact_column(given.fillna(0), 4)
    fix = "Write FTE as a number with at most four decimals."
    refuse(spending, bad | (filled < 0), "fte_filled", "a number such as 0.5", fix)
    return filled[at]


def _by_class(cents: np.ndarray, share: np.ndarray, equity: np.ndarray) -> list[int]:
    """Divide cents into direct, embedded and none, settled to their sum."""
    return settle(_parts(cents, share, equity), ONE, int(cents.sum()))


def _fte_by_class(fte: np.ndarray, share: np.ndarray, equity: np.ndarray) -> list[float]:
    """Divide FTE into direct, embedded and none."""
    return [part / ONE**2 for part in _parts(fte, share, equity)]


def _parts(measure: np.ndarray, share: np.ndarray, equity: np.ndarray) -> list[int]:
    """Sum a measure over direct, embedded and none, in ten-thousandths."""
    counted = measure * share
    direct, embedded = (int(counted[equity == place].sum()) for place in (0, 1))
    return [direct, embedded, int(measure.sum()) * ONE - direct - embedded]
