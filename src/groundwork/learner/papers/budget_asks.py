"""What is still to be asked about the lines of a budget baseline, and of whom."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from groundwork.subject.asks import Ask
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.ending import unpaid_share
from groundwork.subject.budget.equity import not_judged
from groundwork.subject.budget.funding import RECURRING, classify_funding
from groundwork.subject.budget.own_lines import this_year
from groundwork.subject.budget.past import ago, ended_by
from groundwork.subject.budget.years import horizon_after
from groundwork.subject.days import in_words

AHEAD = 3  # years that are planned


def asks(
    table: pd.DataFrame,
    records: Sequence[Mapping[str, Any]],
    fiscal_year: str,
    first_month: int = 7,
    today: date | None = None,
    work: CountedWork = COURSE,
) -> list[Ask]:
    """Return what is still to be asked about the lines, and of whom.

    First what money pays nobody any more by the day of today.
    """
    if table.empty:
        return []
    now, ended = this_year(table, fiscal_year, first_month)
    found = [
        Ask(
            "finance",
            f"{line}: its last day lies before {fiscal_year}. Was it renewed, or is it gone?",
            "whether it counts",
        )
        for line in ended["line_id"]
    ]
    gone = set(ended["line_id"])
    found = [
        *_of_past(now, fiscal_year, first_month, today),
        *_of_not_judged(now, work.name),
        *found,
        *_of_recurring(now, fiscal_year, first_month),
        *_of_benefits(now, records),
    ]
    for record in records:
        if record["line"] in gone:
            continue
        line = record["line"]
        share = record["share"] or 0
        if share and not record["paper"]:
            found.append(
                Ask(
                    "the supervisor of the work",
                    f"{line}: a job description, time study or contract that shows {share:g} %",
                    "the part that counts",
                )
            )
        is_base = record["label"] == "recurring" and record["use"] == "unrestricted"
        if share and not record["ends"] and record["label"] != "one-time" and not is_base:
            found.append(
                Ask(
                    "the grants office",
                    f"{line}: the last day of the money, in the award or the budget",
                    "the class of its money",
                )
            )
        if not record["use"]:
            found.append(
                Ask(
                    "finance",
                    f"{line}: whether a funder says what it is for",
                    "the strict baseline",
                )
            )
        if record["serves"] == "yes" and not record["record"]:
            found.append(
                Ask(
                    "the program",
                    f"{line}: the record that shows whom it reaches",
                    "the second tag",
                )
            )
    if now.empty:
        return found
    for record, last in ending_inside(now, records, fiscal_year, first_month):
        if not record.get("covers"):
            found.append(
                Ask(
                    "finance",
                    f"{record['line']}: whether its amount is for the whole year, or for the "
                    f"months until {in_words(last.date())} only",
                    "what going on costs",
                )
            )
    disagree = classify_funding(now, horizon_after(fiscal_year, AHEAD, first_month))
    for line in disagree.loc[disagree["disagrees"], "line_id"]:
        found.append(
            Ask(
                "finance",
                f"{line}: why its label differs from its last day",
                "the class of its money",
            )
        )
    return found


def _of_past(
    table: pd.DataFrame, fiscal_year: str, first_month: int, today: date | None
) -> list[Ask]:
    """Ask who pays what has a last day behind us, the first day first."""
    if today is None:
        return []
    return [
        Ask(
            "finance",
            f"who pays now, from which fund, until when: {'; '.join(names)} (the money ended "
            f"{ago(day, today)}, on {in_words(day)})",
            "who is paid today",
        )
        for day, names in past_lines(table, fiscal_year, first_month, today)
    ]


def past_lines(
    table: pd.DataFrame, fiscal_year: str, first_month: int, today: date
) -> list[tuple[date, list[str]]]:
    """Return the last days in this budget's years that lie before today, each with its lines."""
    if table.empty:
        return []
    past = table[ended_by(table["ends"], fiscal_year, first_month, today)]
    days = pd.to_datetime(past["ends"]).dt.date
    return [(day, list(past.loc[days == day, "line_id"])) for day in sorted(set(days))]


def _of_recurring(table: pd.DataFrame, fiscal_year: str, first_month: int) -> list[Ask]:
    """Ask by fund for the paper that shows that money recurs: a label or an answer is none."""
    if table.empty:
        return []
    classes = classify_funding(table, horizon_after(fiscal_year, AHEAD, first_month))["funding"]
    unshown = table["recurrence_evidence"].astype(str).str.strip() == ""
    # A line that holds no equity work is in neither baseline.
    counts = not_judged(table) | (table["equity_share"].astype(str) != "0")
    found = table[classes.isin(RECURRING).to_numpy(bool) & unshown.to_numpy(bool) & counts]
    return [
        Ask(
            "finance",
            f"which ordinance or adopted budgets show that "
            f"{f'fund {fund}' if fund else 'the money'} recurs ({'; '.join(here)})",
            "both baselines",
        )
        for fund, here in found.groupby(found["fund"].astype(str), sort=False)["line_id"]
    ]


def _of_benefits(table: pd.DataFrame, records: Sequence[Mapping[str, Any]]) -> list[Ask]:
    """Ask once of all positions whether their dollars hold benefits, which may stand elsewhere."""
    here = set() if table.empty else set(table["line_id"])
    names = [
        str(record["line"])
        for record in records
        if record["fte"] and record["line"] in here and not record.get("benefits")
    ]
    if not names:
        return []
    what = f"whether these dollars hold benefits: {'; '.join(names)}"
    return [Ask("finance", what, "what they cost")]


def _of_not_judged(table: pd.DataFrame, work: str) -> list[Ask]:
    """Ask how much of the lines that nobody has judged counts, or nothing."""
    names = [] if table.empty else list(table.loc[not_judged(table), "line_id"].astype(str))
    if not names:
        return []
    lines = "this line" if len(names) == 1 else f"these {len(names)} lines"
    what = f"how much of {lines} is {work}, and which document shows it: {'; '.join(names)}"
    return [Ask("the supervisors of the work", what, f"every sum of {work}")]


def ending_inside(
    table: pd.DataFrame,
    records: Sequence[Mapping[str, Any]],
    fiscal_year: str,
    first_month: int,
) -> list[tuple[Mapping[str, Any], pd.Timestamp]]:
    """Return the listed lines whose money ends inside the year, with its last day."""
    days = dict(zip(table["line_id"], pd.to_datetime(table["ends"]), strict=True))
    return [
        (record, day)
        for record in records
        if pd.notna(day := days.get(record["line"], pd.NaT))
        and 0 < unpaid_share(day, fiscal_year, first_month) < 1
    ]
