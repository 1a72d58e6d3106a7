"""What somebody knows of a fund and no export says: does it recur, for any use, until which day?

An accounting system holds lines and funds; that a fund recurs stands in nobody's column. What is
said here of a fund holds for each of its lines that says nothing itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from groundwork.subject.budget.lines import NOT_SAID

RECURS = ("recurring", "time-limited", "one-time")
USES = ("unrestricted", "restricted")


@dataclass(frozen=True)
class FundFacts:
    """What is known of a fund; "" is not known.

    Attributes
    ----------
    recurs
        One of `RECURS`.
    use
        One of `USES`.
    ends
        Its last day, as 2027-06-30.
    months_only
        Whether its amounts were adopted for the months until that day, and not for a whole year.
    recurs_by
        The paper that shows that it recurs.
    """

    recurs: str = ""
    use: str = ""
    ends: str = ""
    months_only: bool = False
    recurs_by: str = ""


Facts = Mapping[str, FundFacts]


def funds_of(lines: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the funds of budget lines, the largest first: ``fund``, ``named``, ``amount``.

    Lines without a fund are left out, which are all where a file tells none; dollars are exact to
    the cent.
    """
    if "fund" not in lines:
        return []
    known = lines[lines["fund"].notna()]
    found = []
    for fund, here in known.groupby("fund", sort=False):
        labels: list[str] = list(here["fund_label"].dropna()) if "fund_label" in here else []
        cents = sum(round(100 * float(amount)) for amount in here["amount"])
        found.append(
            {
                "fund": str(fund),
                "named": str(next(iter(labels), "")),
                "amount": cents / 100,
            }
        )
    return sorted(found, key=lambda each: -each["amount"])


def lines_with_facts(lines: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """Return lines in which each blank label, paper, use and last day is that of the fund."""
    if not facts or "fund" not in lines:
        return lines
    found = lines.copy()
    for column, what in (
        *(("recurrence", "recurs"), ("recurrence_evidence", "recurs_by")),
        *(("restriction", "use"), ("ends", "ends")),
    ):
        known = {fund: getattr(each, what) for fund, each in facts.items() if getattr(each, what)}
        if not known:
            continue
        given = found["fund"].astype(object).map(known)
        if column not in found:
            found[column] = None
        if column == "ends":
            days = pd.to_datetime(found[column])
            found[column] = days.where(days.notna(), pd.to_datetime(given))
        else:
            said = found[column].astype(object)
            blank = said.isna() | said.astype(str).str.strip().str.lower().isin(NOT_SAID)
            found[column] = said.where(~blank, given)
    return found


def records_with_facts(records: Sequence[Mapping[str, Any]], facts: Facts) -> list[dict[str, Any]]:
    """Return listed lines in which each blank label, use and last day is that of the fund.

    ``fund_ends`` is the fund's last day, also where the line has one of its own.
    """
    found = []
    for record in records:
        known = facts.get(str(record.get("fund") or ""), FundFacts())
        covers = record.get("covers") or ("months" if known.months_only and known.ends else "")
        found.append(
            {
                **record,
                "label": record.get("label") or known.recurs,
                "use": record.get("use") or known.use,
                "ends": record.get("ends") or known.ends,
                "fund_ends": known.ends,
                "covers": covers,
                "recurs_by": record.get("recurs_by") or known.recurs_by,
            }
        )
    return found
