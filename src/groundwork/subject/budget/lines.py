"""Budget lines: the columns a budget table has, and the check that makes it ready to compute."""

import functools
import pickle
import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from groundwork.subject.budget.money import MONEY_FIX, MOST_CENTS_IN_ALL, exact_column
from groundwork.subject.budget.years import PATTERN, YEAR_FIX
from groundwork.subject.errors import UserError

# Each column of a budget table, and what stands in it.
COLUMNS = {
    "line_id": "a name for the line, used once in a fiscal year",
    "fiscal_year": "FY2026, named for the calendar year in which it ends",
    "program": "the program that holds the line",
    "purpose": "what the money is for; for staff, the role",
    "object": "staff, contract, stipend, supplies, training and the like",
    "fte": "full-time equivalents; empty for a line without staff",
    "positions": "how many positions the line pays; empty counts its FTE, rounded up",
    "amount": "dollars and cents for the year",
    "fund": "the fund's code",
    "fund_label": "the fund's name",
    "starts": "first day of the money, 2025-07-01; empty when it has none",
    "ends": "last day of the money, 2026-06-30; empty when it has none",
    "restriction": "unrestricted or restricted; empty when nobody knows",
    "recurrence": "recurring, time-limited or one-time, as the department labels it",
    "match_required": "whether the funder wants money beside its own",
    "equity_share": "the part of the line that is equity work, 0 to 1",
    "equity_evidence": "the document that shows the share",
    "source_document": "where the line was found",
}
REQUIRED = ("line_id", "fiscal_year", "amount", "ends", "restriction", "recurrence")
NOT_SAID = {"", "-", "?", "n/a", "na", "nan", "none", "tbd", "unknown", "not known"}
NO_DAY = np.datetime64("NaT", "s")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}([ T]00:00:00)?")  # a date cell of Excel brings its midnight
MOST_KEPT = 10_000  # lines of a table whose check is remembered: more would take much memory
ONE = 10_000  # shares and FTE are counted in ten-thousandths, so that sums are exact


def check_lines(table: pd.DataFrame) -> pd.DataFrame:
    """Check a table of budget lines and make it ready to compute.

    Parameters
    ----------
    table
        One row a line, with the columns of `COLUMNS`. Those in `REQUIRED` must be there; the
        others may be left out and then count as empty.

    Returns
    -------
    DataFrame
        A new table in the same order, with ``amount_cents`` (int64, cents), ``fte_e4`` and
        ``share_e4`` (int64, ten-thousandths), ``positions`` (int64), ``has_evidence`` (bool), days
        as dates, and the words that repeat as categories. FTE is rounded to four decimals.

    Raises
    ------
    UserError
        With the line, its row in the table, the column, what was found and what was expected.
    """
    missing = [name for name in REQUIRED if name not in table.columns]
    if missing:
        raise UserError(
            f"The budget table has no column {', '.join(missing)}.",
            f"It needs the columns {', '.join(REQUIRED)}.",
        )
    table = table.reset_index(drop=True)
    rows = len(table)
    columns: dict[str, object] = {
        "line_id": _line_ids(table),
        "fiscal_year": _fiscal_years(table),
        "program": words(table.get("program"), rows),
        "purpose": words(table.get("purpose"), rows),
        "object": words(table.get("object"), rows),
        "fte_e4": _fte(table),
        "positions": _positions(table),
        "amount_cents": amounts(table, "amount"),
        "fund": words(table.get("fund"), rows),
        "fund_label": words(table.get("fund_label"), rows),
        "starts": _days(table, "starts"),
        "ends": _days(table, "ends"),
        "restriction": _restriction(table),
        "recurrence": words(table["recurrence"], rows),
        "match_required": words(table.get("match_required"), rows),
        "share_e4": _shares(table),
        "equity_evidence": words(table.get("equity_evidence"), rows),
        "source_document": words(table.get("source_document"), rows),
    }
    lines = pd.DataFrame(columns, index=table.index)
    lines["has_evidence"] = lines["equity_evidence"].notna()
    _refuse_unclear(lines)
    return lines


def as_lines(table: pd.DataFrame) -> pd.DataFrame:
    """Give the lines as they are when `check_lines` made them, or check them first.

    A paper, and each move of a slider, asks many times about the same lines.
    """
    if "amount_cents" in table.columns:
        return table
    if len(table) > MOST_KEPT:
        return check_lines(table)
    return _checked_before(pickle.dumps(table)).copy(deep=False)


@functools.lru_cache(maxsize=8)
def _checked_before(packed: bytes) -> pd.DataFrame:
    """Check lines that look like this, to the last byte, once."""
    return check_lines(pickle.loads(packed))


def words(column: pd.Series | None, length: int) -> pd.Categorical:
    """Keep a column of words once each; blanks and words for "not known" become empty."""
    if column is None:
        return category(np.full(length, -1), [])
    codes, found = pd.factorize(column.astype(object))
    tidy = [" ".join(str(word).split()) for word in found]
    kept = sorted({word for word in tidy if word.lower() not in NOT_SAID})
    place = {word: at for at, word in enumerate(kept)}
    # A missing value has code -1, which picks the last element of the look-up: missing again.
    lookup = np.array([place.get(word, -1) for word in tidy] + [-1])
    return category(lookup[codes], kept)


def category(codes: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Make a column of words from each row's place in ``names``; -1 is empty."""
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(names), dtype=object))


def refuse(table: pd.DataFrame, bad: np.ndarray, column: str, expected: str, fix: str) -> None:
    """Raise UserError for the first bad line, and say how many there are."""
    rows = np.flatnonzero(bad)
    if not len(rows):
        return
    first = int(rows[0])
    cell = table[column].iloc[first]
    found = "nothing" if pd.isna(cell) or not str(cell).strip() else repr(str(cell))
    more = f" {len(rows)} lines have this problem." if len(rows) > 1 else ""
    raise UserError(
        f"Line {table['line_id'].iloc[first]} (row {first + 1} of the table), column {column}: "
        f"found {found}, expected {expected}.{more}",
        fix,
    )


def amounts(table: pd.DataFrame, name: str) -> np.ndarray:
    """Read a column of dollars as int64 cents; raise UserError for what is no such amount."""
    cents, bad = exact_column(table[name], 2)
    refuse(table, bad, name, "dollars and cents with at most two decimals", MONEY_FIX)
    # Counted in 10,000 dollars, so that the check itself cannot overflow.
    if int(np.abs(cents // 10**6).sum()) > MOST_CENTS_IN_ALL // 10**6:
        raise UserError(f"Column {name} comes to over 9 trillion dollars.", "Check the amounts.")
    return cents


def _line_ids(table: pd.DataFrame) -> pd.Series:
    ids = table["line_id"]
    blank = ids.isna().to_numpy() | (ids.astype(str).str.strip() == "").to_numpy(bool)
    refuse(table, blank, "line_id", "a name", "Give each line a name of its own.")
    twice = table.duplicated(["line_id", "fiscal_year"]).to_numpy()
    expected = "a name used once in a fiscal year"
    refuse(table, twice, "line_id", expected, "Delete the copy, or give it another name.")
    return ids


def _fiscal_years(table: pd.DataFrame) -> pd.Categorical:
    codes, found = pd.factorize(table["fiscal_year"])
    good = np.array([bool(PATTERN.fullmatch(str(year))) for year in found] + [False])
    refuse(table, ~good[codes], "fiscal_year", "a fiscal year such as FY2026", YEAR_FIX)
    return pd.Categorical(table["fiscal_year"], categories=sorted(found), ordered=True)


def _fte(table: pd.DataFrame) -> np.ndarray:
    if "fte" not in table:
        return np.zeros(len(table), np.int64)
    given = table["fte"].replace("", np.nan)
    number = pd.to_numeric(given, errors="coerce").to_numpy(np.float64)
    bad = given.notna().to_numpy() & ~(np.abs(number) < 100_000)
    refuse(table, bad, "fte", "a number such as 0.5", "Write FTE as a number, or leave it empty.")
    return np.rint(np.nan_to_num(number) * ONE).astype(np.int64)


def _positions(table: pd.DataFrame) -> np.ndarray:
    """Count whole positions; where nobody said how many, at least those that the FTE needs."""
    least = -(-_fte(table) // ONE)
    if "positions" not in table:
        return least
    given = pd.to_numeric(table["positions"].replace("", np.nan), errors="coerce")
    number = given.to_numpy(np.float64)
    said = table["positions"].replace("", np.nan).notna().to_numpy(bool)
    bad = said & ~((number >= 0) & (number < 100_000) & (number == np.floor(number)))
    fix = "Write how many positions the line pays, as a whole number, or leave it empty."
    refuse(table, bad, "positions", "a whole number such as 3", fix)
    return np.where(said, np.nan_to_num(number), least).astype(np.int64)


def _shares(table: pd.DataFrame) -> np.ndarray:
    if "equity_share" not in table:
        return np.zeros(len(table), np.int64)
    given = table["equity_share"].replace("", np.nan)
    shares, bad = exact_column(given.fillna(0), 4)
    refuse(
        table,
        bad | (shares < 0) | (shares > ONE),
        "equity_share",
        "a share from 0 to 1 with at most four decimals",
        "Write 35 percent as 0.35; write 1 when the whole line counts.",
    )
    return shares


def _days(table: pd.DataFrame, name: str) -> np.ndarray:
    if name not in table:
        return np.full(len(table), NO_DAY)
    if table[name].dtype.kind == "M":
        return table[name].dt.tz_localize(None).dt.normalize().to_numpy("datetime64[s]")
    codes, found = pd.factorize(table[name].astype(object))
    days = [_day(str(cell).strip()) for cell in found]
    # A missing value has code -1, which picks the last element: no day, and nothing wrong.
    wrong = np.array([day is None for day in days] + [False])
    fix = "Write year, month and day, or leave it empty when there is none."
    refuse(table, wrong[codes], name, "a day such as 2026-06-30", fix)
    return np.array([*days, NO_DAY], "datetime64[s]")[codes]


def _day(text: str) -> np.datetime64 | None:
    """Read one day; NO_DAY for words that say there is none, None for what is no day."""
    if text.lower() in NOT_SAID | {"nat"}:
        return NO_DAY
    if not DAY.fullmatch(text):
        return None
    try:
        return np.datetime64(date.fromisoformat(text[:10]), "s")
    except ValueError:
        return None


def _restriction(table: pd.DataFrame) -> pd.Categorical:
    said = words(table["restriction"], len(table))
    names = [str(word).lower() for word in said.categories]
    good = np.array([name in ("unrestricted", "restricted") for name in names] + [True])
    expected = "unrestricted or restricted"
    fix = "Restricted money may only be spent on what the funder names. Leave unknown ones empty."
    refuse(table, ~good[said.codes], "restriction", expected, fix)
    lookup = np.array([int(name == "restricted") for name in names] + [-1])
    return category(lookup[said.codes], ["unrestricted", "restricted"])


def _refuse_unclear(lines: pd.DataFrame) -> None:
    """Refuse money that ends before it starts."""
    backwards = (lines["ends"] < lines["starts"]).to_numpy(bool)
    fix = "Check both days: one of them may be in the wrong year."
    refuse(lines, backwards, "ends", "a day after the first day of the money", fix)
