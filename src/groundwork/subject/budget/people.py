"""Say of each staff line how many positions it pays, from the list of positions."""

from collections import Counter

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError

KEYS = ("unit", "fund", "title")
NEEDED = ("position_id", *KEYS, "filled")


def with_positions(table: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Return budget lines with the positions that each pays, and how many of those are filled.

    A line finds its positions by its program, its fund, and the title before the colon of its
    purpose. A position that two funds pay is counted on each line that pays it.

    Parameters
    ----------
    table
        Budget lines of one fiscal year, with ``program``, ``purpose``, ``fund`` and ``fte``.
    positions
        One row a position and fund: ``position_id``, ``unit``, ``fund``, ``title``, ``filled``
        ("yes" or "no").

    Returns
    -------
    DataFrame
        The lines with ``positions``, ``positions_filled`` and ``positions_in_part`` (those that
        another fund pays too); empty where the line pays no staff, or no position fits.

    Raises
    ------
    UserError
        If the list of positions lacks a column.
    """
    missing = [name for name in NEEDED if name not in positions]
    if missing:
        raise UserError(
            f"The list of positions has no column {', '.join(missing)}.",
            f"It needs {', '.join(NEEDED)}.",
        )
    listed = positions.drop_duplicates(["position_id", "fund"])
    counts = listed.groupby(list(KEYS)).size()
    filled = listed[listed["filled"] == "yes"].groupby(list(KEYS)).size()
    shared = listed[listed["position_id"].duplicated(keep=False)].groupby(list(KEYS)).size()
    title = table["purpose"].astype(str).str.partition(":")[0]
    keys = pd.MultiIndex.from_arrays([table["program"].astype(str), table["fund"], title])
    staff = table["fte"].fillna(0).to_numpy(np.float64) > 0
    # Lines of one title share its positions; where they cannot be shared evenly, nobody knows.
    paying = Counter(keys[staff])
    sharing = np.array([max(1, paying[key]) for key in keys], np.float64)
    found = counts.reindex(keys).to_numpy(np.float64) / sharing
    part = shared.reindex(keys).fillna(0).to_numpy(np.float64) / sharing
    hold = filled.reindex(keys).fillna(0).to_numpy(np.float64) / sharing
    known = staff & (found == np.floor(found)) & (hold == np.floor(hold))
    return table.assign(
        positions=np.where(known, found, np.nan),
        positions_filled=np.where(known, hold, np.nan),
        positions_in_part=np.where(known, part, np.nan),
    )
