"""Classify each line's funding by rule, whatever its label says."""

from datetime import date

import numpy as np
import pandas as pd

from groundwork.subject.budget.lines import as_lines, category
from groundwork.subject.budget.years import as_day
from groundwork.subject.days import in_words

RECURRING = ("recurring unrestricted", "recurring restricted")
LATER = "ends after the plan"
ENDING = ("time-limited", "one-time")
FUNDING = (*RECURRING, LATER, *ENDING)
# Of money in general, where no years are planned: whether its last day comes later is not known.
KINDS_OF_MONEY = (*RECURRING, *ENDING)
# What departments write for each kind. A word that is not here does not say whether money recurs.
LABELS = {
    "recurring": "recurring",
    "ongoing": "recurring",
    "on-going": "recurring",
    "base": "recurring",
    "baseline": "recurring",
    "permanent": "recurring",
    "continuing": "recurring",
    "time-limited": "time-limited",
    "time limited": "time-limited",
    "limited term": "time-limited",
    "limited-term": "time-limited",
    "temporary": "time-limited",
    "term": "time-limited",
    "one-time": "one-time",
    "one time": "one-time",
    "onetime": "one-time",
    "non-recurring": "one-time",
    "nonrecurring": "one-time",
}
KINDS = ("recurring", "time-limited", "one-time", "not said")
# For the codes of the column restriction; the last is the one that nobody knows, code -1.
USES = (
    "the money is unrestricted",
    "the money is restricted",
    "nobody has said that it is unrestricted",
)
# Row: kind of label. Column: restriction not known, unrestricted, restricted.
_UNDATED = np.array([[1, 0, 1], [3, 3, 3], [4, 4, 4], [3, 3, 3]], np.int8)  # no last day is known
_AFTER = np.array([[2, 2, 2], [2, 2, 2], [4, 4, 4], [2, 2, 2]], np.int8)  # one after the horizon


def recurrence_is_shown(table: pd.DataFrame) -> np.ndarray:
    """Say of each listed line whether a paper is named that shows that its money recurs."""
    if "recurrence_evidence" not in table:
        return np.zeros(len(table), bool)
    said = table["recurrence_evidence"].astype(object).fillna("")
    return (said.astype(str).str.strip() != "").to_numpy(bool)


def classify_funding(table: pd.DataFrame, horizon: str | date | pd.Timestamp) -> pd.DataFrame:
    """Give each line its class of funding, the reason in words, and whether its label agrees.

    The rule, in order (GFOA asks to tell recurring money from money that is not):

    1. money that ends on or before the horizon is time-limited, whatever its label says;
    2. money that ends after it is a class of its own, whatever its label says, since money that
       has a last day does not recur; only one-time money stays one-time;
    3. money without a last day goes by its label, and a label that does not say counts as
       time-limited until somebody shows otherwise;
    4. recurring money is unrestricted only when the table says so.

    Parameters
    ----------
    table
        Budget lines.
    horizon
        The last day you plan for, for example the end of the third fiscal year from now.

    Returns
    -------
    DataFrame
        ``line_id``, ``fiscal_year``, ``label`` (as written), ``funding`` (one of `FUNDING`),
        ``reason``, ``disagrees`` (True when the label says one kind and the rule another).

    Raises
    ------
    UserError
        If the lines cannot be read, or the horizon is not a day.
    """
    lines, day = as_lines(table), as_day(horizon)
    funding = funding_codes(lines, day)
    kind = _kinds(lines)[lines["recurrence"].cat.codes.to_numpy().astype(np.intp) + 1]
    ruled = np.array([0, 0, 1, 1, 2])[funding]  # as places in KINDS
    return pd.DataFrame(
        {
            "line_id": lines["line_id"],
            "fiscal_year": lines["fiscal_year"],
            "label": lines["recurrence"],
            "funding": category(funding, FUNDING),
            "reason": _reasons(lines, day, kind),
            "disagrees": (kind != ruled) & (kind != KINDS.index("not said")),
        }
    )


def label_disagreements(table: pd.DataFrame, horizon: str | date | pd.Timestamp) -> pd.DataFrame:
    """List the lines whose label says one kind of money and the rule another.

    Returns
    -------
    DataFrame
        The columns of `classify_funding`, ``amount_cents``, and ``promises_more``: True when the
        label says that the money recurs, so that it looks safer than it is.
    """
    lines = as_lines(table)
    recurs = _kinds(lines)[lines["recurrence"].cat.codes.to_numpy().astype(np.intp) + 1] == 0
    found = classify_funding(lines, horizon).assign(
        amount_cents=lines["amount_cents"], promises_more=recurs
    )
    return found[found["disagrees"]].drop(columns="disagrees").reset_index(drop=True)


def funding_codes(lines: pd.DataFrame, horizon: pd.Timestamp) -> np.ndarray:
    """Give each checked line its place in `FUNDING`, as int8."""
    # One look-up in one flat table: many times quicker for a million lines than a mask a rule.
    kinds = _kinds(lines)
    undated, after = _UNDATED[kinds].ravel(), _AFTER[kinds].ravel()
    inside = np.full_like(undated, FUNDING.index("time-limited"))
    label = lines["recurrence"].cat.codes.to_numpy().astype(np.intp) + 1
    restriction = lines["restriction"].cat.codes.to_numpy() + 1
    ends = lines["ends"].to_numpy()
    when = (~np.isnat(ends)).astype(np.intp) + (ends <= np.datetime64(horizon, "s"))
    place = when * len(undated) + label * 3 + restriction
    return np.concatenate([undated, after, inside])[place]


def _kinds(lines: pd.DataFrame) -> np.ndarray:
    """Give each label that occurs its place in `KINDS`, and first that of an empty label."""
    labels = [str(word).lower() for word in lines["recurrence"].cat.categories]
    return np.array([KINDS.index(LABELS.get(label, "not said")) for label in ["", *labels]])


def _reasons(lines: pd.DataFrame, horizon: pd.Timestamp, kind: np.ndarray) -> pd.Categorical:
    """Write each reason once, for the lines that share it."""
    ends, days = pd.factorize(lines["ends"])
    labels = lines["recurrence"].cat.codes.to_numpy().astype(np.int64)
    restriction = lines["restriction"].cat.codes.to_numpy()
    key = ((labels + 1) * 3 + restriction + 1) * (len(days) + 1) + ends + 1
    _, firsts, which = np.unique(key, return_index=True, return_inverse=True)
    names = lines["recurrence"].cat.categories
    texts = [
        _reason(
            KINDS[kind[at]],
            names[labels[at]] if labels[at] >= 0 else None,
            USES[restriction[at]],
            lines["ends"].iloc[at],
            horizon,
        )
        for at in firsts
    ]
    codes, found = pd.factorize(np.array(texts, object))
    return category(codes[which], list(found))


def _reason(
    kind: str, label: str | None, use: str, ends: pd.Timestamp, horizon: pd.Timestamp
) -> str:
    """Say in words why a line has its class."""
    said = "no label says whether it recurs" if label is None else f"the label says {label!r}"
    if not pd.isna(ends) and ends <= horizon:
        turn = "although" if kind in ("recurring", "one-time") else "and"
        return f"Ends on {in_words(ends)}, inside the horizon ({in_words(horizon)}), {turn} {said}."
    if not pd.isna(ends) and kind != "one-time":
        turn = "although" if kind == "recurring" else "and"
        return f"Ends on {in_words(ends)}, after the horizon ({in_words(horizon)}), {turn} {said}."
    end = "it has no end date"
    if not pd.isna(ends):
        end = f"it ends on {in_words(ends)}, after the horizon ({in_words(horizon)})"
    if kind == "recurring":
        return f"Recurs: {said}, {end}, and {use}."
    if kind == "not said":
        unclear = said if label is None else f"{said}, which does not say whether it recurs"
        return f"Not known, so time-limited until someone shows otherwise: {unclear}, and {end}."
    return f"{'Time-limited' if kind == 'time-limited' else 'One-time'}: {said}, and {end}."
