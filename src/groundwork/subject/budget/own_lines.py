"""Budget lines as a person keeps them in a list, turned into a table, and chosen from a file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.years import first_day, year_number
from groundwork.subject.states import whole

LARGEST, SOONEST = 6, 6
COLUMNS = (
    *("line_id", "fiscal_year", "purpose", "amount", "fund", "fte", "positions", "ends"),
    *("restriction", "recurrence", "recurrence_evidence", "equity_share", "equity_evidence"),
)
# Which of several budgets in one file counts: what was decided, before what is planned or was paid.
DECIDED = (
    *("adopted", "approved", "enacted", "original", "budget", "amended", "revised", "recommended"),
    *("proposed", "requested", "estimate", "projected", "actual"),
)
TAKEN_FROM = "fiscal_year"
"""Where a record says of which fiscal year a file has its line; one that was typed says nothing."""
UNRESTRICTED, RESTRICTED, UNKNOWN = "unrestricted", "restricted", ""


def fiscal_year_of(day: date, first_month: int = 7) -> str:
    """Give the fiscal year that holds a day, named for the calendar year in which it ends."""
    first_month = whole(first_month, 1, 12, "first month of the fiscal year")
    return f"FY{day.year + (day.month >= first_month > 1)}"


def table_of(records: Sequence[Mapping[str, Any]], fiscal_year: str) -> pd.DataFrame:
    """Turn kept records into a table of budget lines.

    Parameters
    ----------
    records
        Each with ``line``, ``amount`` (dollars), ``fund``, ``fte``, ``positions``, ``ends``,
        ``use``, ``label``, ``share`` (percent, 0 to 100; None is not judged) and ``paper``;
        ``recurs_by``, the paper that shows that the money recurs, may lack.
    """
    year_number(fiscal_year)
    rows = [
        {
            "line_id": record["line"],
            "fiscal_year": fiscal_year,
            "purpose": record["line"],
            "amount": record["amount"],
            "fund": record["fund"],
            "fte": record["fte"] if record["fte"] is not None else "",
            "positions": record["positions"] if record["positions"] is not None else "",
            "ends": record["ends"],
            "restriction": record["use"],
            "recurrence": record["label"],
            "recurrence_evidence": record.get("recurs_by") or "",
            "equity_share": ""
            if record["share"] is None
            else str(Decimal(str(record["share"])) / 100),
            "equity_evidence": record["paper"],
        }
        for record in records
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def this_year(
    table: pd.DataFrame, fiscal_year: str, first_month: int = 7
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Part the lines that this year's money pays from those whose last day came before the year.

    Money that has ended pays nothing this year, whatever the list still says, so it is shown
    apart and counted nowhere.
    """
    if table.empty:
        return table, table
    ended = (as_lines(table)["ends"] < first_day(fiscal_year, first_month)).to_numpy(bool)
    return table[~ended].reset_index(drop=True), table[ended].reset_index(drop=True)


@dataclass(frozen=True)
class Spent:
    """The lines of a file that one budget is made of, and which part of the file they are."""

    lines: pd.DataFrame
    fiscal_year: str
    told: tuple[str, ...]


def spent(table: pd.DataFrame) -> Spent:
    """Take from a checked file of budget lines the money that is spent in its latest year.

    Where a file holds several budgets (adopted, actual), the one that was decided is taken.
    """
    latest = str(max(table["fiscal_year"].dropna(), key=year_number))
    now = table[table["fiscal_year"] == latest]
    told = []
    if stages := _stages(table, latest):
        told.append(stages)
    years = table["fiscal_year"].nunique()
    if years > 1:
        told.append(f"Of {years} fiscal years the latest is taken: {latest}.")
    if "side" in now and (now["side"] == "revenue").any():
        now = now[now["side"] != "revenue"]
        told.append("Revenue is left out.")
    kinds = list(now["amount_is"].dropna().unique()) if "amount_is" in now else []
    if len(kinds) > 1:
        best = min(kinds, key=lambda kind: (_rank(str(kind)), kinds.index(kind)))
        now = now[now["amount_is"] == best]
        told.append(f"Of its amounts those that say “{best}” are taken.")
    return Spent(_by_position(now).reset_index(drop=True), latest, tuple(told))


def _by_position(lines: pd.DataFrame) -> pd.DataFrame:
    """Say first what tells lines of staff apart: the position, before what all have in common."""
    if "position_title" not in lines:
        return lines
    titles = [_text(title) for title in lines["position_title"]]
    purposes = [_text(said) for said in lines.get("purpose", pd.Series("", lines.index))]
    return lines.assign(
        purpose=[
            said if title.casefold() in said.casefold() else ": ".join(filter(None, (title, said)))
            for title, said in zip(titles, purposes, strict=True)
        ]
    )


def _stages(table: pd.DataFrame, latest: str) -> str:
    """Say that the years of a file are not of the same stage of a budget, or nothing."""
    if "amount_is" not in table or table["fiscal_year"].nunique() < 2:
        return ""
    by_year = {
        str(year): sorted({str(kind) for kind in here["amount_is"].dropna()})
        for year, here in table.groupby("fiscal_year", observed=True)
    }
    now = by_year.pop(latest)
    others = [f"{year} is {' and '.join(kinds)}" for year, kinds in by_year.items() if kinds]
    if not now or all(kinds == now for kinds in by_year.values()):
        return ""
    return (
        f"{latest} is {' and '.join(now)}; {'; '.join(others)}. Two stages of a budget differ "
        "before anybody changed the work: compare the same stage."
    )


def year_taken(records: Sequence[Mapping[str, Any]]) -> str:
    """Give the latest fiscal year that records were taken from a file with, or ""."""
    years = {str(record[TAKEN_FROM]) for record in records if record.get(TAKEN_FROM)}
    return max(years, key=year_number, default="")


def judged(lines: pd.DataFrame, judgments: Mapping[str, tuple[float, str]]) -> pd.DataFrame:
    """Return lines with other shares of equity work (0 to 1), and the paper that shows each.

    Parameters
    ----------
    judgments
        By ``line_id``: the share and the paper.
    """
    found = lines.copy()
    ids = found["line_id"].astype(str)
    for line, (share, evidence) in judgments.items():
        found.loc[ids == line, "equity_share"] = share
        found.loc[ids == line, "equity_evidence"] = evidence
    return found


# Words by which budgets name work on equity, language and reaching people; a word is no proof.
_EQUITY_WORDS = re.compile(
    r"equit|inclusi|divers|dispar|\btribal|interpret|translat|language|community health worker"
    r"|\bchws?\b|promotor|navigator|outreach|engagement|doula|resident",
    re.IGNORECASE,
)


def to_judge(lines: pd.DataFrame, most: int) -> pd.DataFrame:
    """Choose lines to judge: those whose words name equity work, then the largest of the others."""
    largest = lines.sort_values("amount", ascending=False, kind="stable")
    named = [bool(_EQUITY_WORDS.search(name_of(row))) for _, row in largest.iterrows()]
    order = sorted(range(len(largest)), key=lambda at: not named[at])
    return largest.iloc[order[:most]]


def _rank(kind: str) -> int:
    words = kind.casefold()
    return next((at for at, word in enumerate(DECIDED) if word in words), len(DECIDED))


def first_twelve(now: pd.DataFrame) -> pd.DataFrame:
    """Choose the lines to begin with: the six largest and the six that end soonest.

    A line that is both is taken once, so there may be fewer than twelve.

    Parameters
    ----------
    now
        Lines of one fiscal year, as `spent` takes them.
    """
    largest = now.sort_values("amount", ascending=False, kind="stable").head(LARGEST)
    ending = pd.to_datetime(now["ends"]) if "ends" in now else pd.Series(pd.NaT, now.index)
    soonest = now.loc[ending.dropna().sort_values(kind="stable").index[:SOONEST]]
    chosen = pd.concat([largest, soonest])
    return chosen[~chosen.index.duplicated()]


def records_of(lines: pd.DataFrame) -> list[dict[str, Any]]:
    """Turn lines of a file into records of a list, each with a name of its own."""
    return [
        _record(row, name) for (_, row), name in zip(lines.iterrows(), _named(lines), strict=True)
    ]


def name_of(row: pd.Series) -> str:
    """Name a line by its number and what it is for, or whose it is and what is bought."""
    said = _text(row.get("purpose"))
    if not said:
        said = ", ".join(filter(None, (_text(row.get("program")), _text(row.get("object")))))
    number = str(row["line_id"])
    if _ROW.fullmatch(number) and said:
        number = _text(row.get("fund"))  # nobody outside knows the rows of a file
    return f"{number} {said}".strip()


_ROW = re.compile(r"row \d+")


def _named(rows: pd.DataFrame) -> list[str]:
    """Name each line; two of one name are told apart by their numbers."""
    names = [name_of(row) for _, row in rows.iterrows()]
    return [
        f"{name} ({number})" if names.count(name) > 1 else name
        for name, number in zip(names, rows["line_id"].astype(str), strict=True)
    ]


def _record(row: pd.Series, name: str) -> dict[str, Any]:
    share = row.get("equity_share")
    label = str(row.get("recurrence") or "").lower()
    kinds = {"ongoing": "recurring", "recurring": "recurring", "one-time": "one-time"}
    ends = row.get("ends")
    return {
        TAKEN_FROM: str(row["fiscal_year"]),
        "line": name,
        "amount": float(row["amount"]),
        "fund": _text(row.get("fund")),
        "fte": None if _blank(row.get("fte")) else float(row["fte"]),
        "positions": None,
        "ends": "" if _blank(ends) else str(ends)[:10],
        "use": _text(row.get("restriction")),
        "label": kinds.get(label, "time-limited" if label == "time-limited" else ""),
        "share": None if _blank(share) else float(Decimal(str(share)) * 100),
        "paper": _text(row.get("equity_evidence")),
        "serves": "",
        "record": "",
        "covers": "",
        "recurs_by": "",
        "benefits": "",
    }


def _blank(value: Any) -> bool:
    return value is None or bool(pd.isna(value)) or value == ""


def _text(value: Any) -> str:
    return "" if _blank(value) else str(value)
