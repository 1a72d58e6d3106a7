"""Classify each line as direct equity work, embedded equity work or none, with the evidence."""

import numpy as np
import pandas as pd

from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.lines import ONE, as_lines, category

EQUITY = ("direct", "embedded", "none")
NOT_JUDGED = "not judged"
"""What a line is of which nobody has said a share, not even none: it is in no sum."""


def classify_equity(table: pd.DataFrame, work: CountedWork = COURSE) -> pd.DataFrame:
    """Give each line its class of equity work, the share that counts and the reason in words.

    Direct: the whole line is equity work (a share of 1). Embedded: a part of a line, usually of a
    role. None: everything else, and also a claim that no document shows, whole or in part alike,
    because an equity budget is easily made larger by relabeling what is already there. A reason
    calls the work as `work` does.

    Returns
    -------
    DataFrame
        ``line_id``, ``fiscal_year``, ``claimed_share`` and ``counted_share`` (0 to 1),
        ``equity`` (one of `EQUITY`), ``has_evidence``, ``reason``.

    Raises
    ------
    UserError
        If the lines cannot be read.
    """
    lines = as_lines(table)
    equity = equity_codes(lines)
    claimed = lines["share_e4"].to_numpy()
    return pd.DataFrame(
        {
            "line_id": lines["line_id"],
            "fiscal_year": lines["fiscal_year"],
            "claimed_share": claimed / ONE,
            "counted_share": counted_shares(lines, equity) / ONE,
            "equity": category(equity, EQUITY),
            "has_evidence": lines["has_evidence"],
            "reason": _reasons(lines, work),
        }
    )


def not_judged(table: pd.DataFrame) -> np.ndarray:
    """Say of each line whether nobody has given a share, which is another thing than none."""
    if "equity_share" not in table:
        return np.ones(len(table), bool)
    said = table["equity_share"].astype(object).replace("", np.nan)
    return said.isna().to_numpy(bool)


def shares_without_evidence(table: pd.DataFrame) -> pd.DataFrame:
    """List the lines that claim a share and name no document, with their cents.

    None of them counts until a document shows its share.
    """
    lines = as_lines(table)
    found = classify_equity(lines).assign(amount_cents=lines["amount_cents"])
    unproven = (found["claimed_share"] > 0) & ~found["has_evidence"]
    return found[unproven].reset_index(drop=True)


def equity_codes(lines: pd.DataFrame) -> np.ndarray:
    """Give each checked line its place in `EQUITY`, as int8."""
    share = lines["share_e4"].to_numpy()
    shown = (share > 0) & lines["has_evidence"].to_numpy()
    classes = [EQUITY.index(name) for name in ("none", "embedded", "direct")]
    return np.array(classes, np.int8)[shown * (1 + (share == ONE))]


def counted_shares(lines: pd.DataFrame, equity: np.ndarray) -> np.ndarray:
    """Give the share that counts, in ten-thousandths: nothing for a line of class none."""
    return lines["share_e4"].to_numpy() * (equity != EQUITY.index("none"))


def _reasons(lines: pd.DataFrame, work: CountedWork) -> pd.Categorical:
    """Write each reason once, for the lines that share it."""
    shares = lines["share_e4"].to_numpy()
    evidence = lines["equity_evidence"].cat
    key = shares * (len(evidence.categories) + 1) + evidence.codes.to_numpy() + 1
    _, firsts, which = np.unique(key, return_index=True, return_inverse=True)
    shown = lines["equity_evidence"].astype(object)
    texts = [
        _reason(int(shares[at]), None if pd.isna(shown.iloc[at]) else shown.iloc[at], work.name)
        for at in firsts
    ]
    codes, found = pd.factorize(np.array(texts, object))
    return category(codes[which], list(found))


def _reason(share: int, evidence: str | None, name: str) -> str:
    """Say in words why a line has its class."""
    if not share:
        return f"No share of this line is named as {name}."
    part = "The whole line" if share == ONE else f"{share / 100:g} % of the line"
    if evidence is not None:
        return f"{part} is {name}, shown by: {evidence}."
    return f"{part} is claimed as {name}, but no document shows it: it does not count yet."
