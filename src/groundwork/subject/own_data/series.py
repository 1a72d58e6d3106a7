"""Values as a column of a table, with the types that the course's own data sets have."""

from collections.abc import Sequence

import pandas as pd


def series(values: Sequence[object], kind: str) -> pd.Series:
    """Give values the type that the course's own data sets have."""
    if kind in ("money", "share", "number"):
        return pd.Series(values, dtype="float64")
    if kind == "years" and any(isinstance(value, str) for value in values):
        values, kind = [None if each is None else str(each) for each in values], "text"
    if kind in ("whole", "years"):
        return pd.Series(values, dtype="Int64" if None in values else "int64")
    if kind == "day":
        texts = [None if value is None else str(value) for value in values]
        return pd.to_datetime(pd.Series(texts, dtype="str"), format="%Y-%m-%d")
    if "" in values:
        values = [None if value == "" else value for value in values]
    return pd.Series(values, dtype="str")
