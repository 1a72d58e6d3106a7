"""The lines of a baseline's paper, each with the reason for its class."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from groundwork.learner.papers.budget_asks import ending_inside
from groundwork.learner.papers.model import Block, Items, Paragraph, Table
from groundwork.learner.papers.numbers_given import NOT_GIVEN, added, shown
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.ending import whole_year
from groundwork.subject.budget.equity import NOT_JUDGED, classify_equity, not_judged
from groundwork.subject.budget.funding import RECURRING, classify_funding
from groundwork.subject.budget.line_kinds import without_people
from groundwork.subject.budget.lines import check_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.past import ago, ended_by
from groundwork.subject.budget.years import first_day
from groundwork.subject.days import in_words

APART = "apart"
"""What is kept of a line whose benefits stand on another."""
PEOPLE = {"fte": "FTE", "positions": "positions"}
NO_PEOPLE = "none"
BY_LABEL = "By its label or an answer; no paper is named yet."


def for_months_only(
    table: pd.DataFrame,
    records: Sequence[Mapping[str, Any]],
    fiscal_year: str,
    first_month: int,
) -> list[Block]:
    """Say what a whole year is of an amount that was adopted for some months of it."""
    said = tuple(
        f"{record['line']}: {show_dollars(cents)} is for the months until "
        f"{in_words(day.date())} only; a whole year of it is "
        f"{show_dollars(whole_year(cents, day, fiscal_year, first_month))}. The tables count what "
        "is budgeted this year."
        for record, day in ending_inside(table, records, fiscal_year, first_month)
        if record.get("covers") == "months"
        for cents in [round(100 * record["amount"])]
    )
    return [Items.flat(*said)] if said else []


def rule(day: pd.Timestamp) -> str:
    """Say once by which rule money is classified, and on what it rests that money recurs."""
    return (
        f"Money whose last day comes by {in_words(day.date())} is time-limited, and money that "
        "ends later is a class of its own, whatever its label says. Money without a last day "
        "counts as recurring when its label, or an answer about its fund, says so: that is no "
        "proof, so the paper that shows it stands beside it, or is still asked for. What nobody "
        "knows counts as time-limited until somebody shows otherwise."
    )


def listed(
    table: pd.DataFrame,
    day: pd.Timestamp,
    fiscal_year: str,
    first_month: int,
    today: date | None,
    counts: CountedWork = COURSE,
) -> Table:
    """Return the lines with their class of money and of the work that counts, and the sums."""
    funding, equity = classify_funding(table, day), classify_equity(table, counts)
    past = ended_by(table["ends"], fiscal_year, first_month, today)
    bought = without_people(table)
    given = _given_people(table[~bought])
    rows = [
        (
            str(line["line_id"]),
            str(line["fund"]) or NOT_GIVEN,
            show_dollars(round(100 * line["amount"])),
            NO_PEOPLE if bought[at] else _people(line, given),
            _money(line, str(money["funding"]), bool(money["disagrees"])),
            _last_day(line, str(money["funding"]), today if past[at] else None),
            f"{_capital(NOT_JUDGED)}."
            if is_open
            else f"{_capital(work['equity'])}. {work['reason']}",
        )
        for at, ((_, line), (_, money), (_, work), is_open) in enumerate(
            zip(
                table.iterrows(),
                funding.iterrows(),
                equity.iterrows(),
                not_judged(table),
                strict=True,
            )
        )
    ]
    people = (added(_numbers(table.loc[~bought, name])) for name in given)
    total = int(check_lines(table)["amount_cents"].sum())
    rows.append(("Total", "", show_dollars(total), " / ".join(people), "", "", ""))
    columns = (
        *("Line", "Fund", "Amount", _capital(" / ".join(PEOPLE[name] for name in given))),
        *("Money", "Last day", counts.heading),
    )
    return Table("Lines", columns, tuple(rows), (4, 2, 3, 3, 4, 3, 5))


def _money(line: pd.Series, kind: str, disagrees: bool) -> str:
    """Say the class of a line's money, and on what it rests where no last day decides."""
    label = str(line["recurrence"]).strip()
    said = f"{_capital(kind)}."
    if kind in RECURRING:
        shown = str(line.get("recurrence_evidence") or "").strip()
        if not line["restriction"]:
            said += " Nobody has said that it is unrestricted."
        return f"{said} {f'Shown by: {shown}.' if shown else BY_LABEL}"
    if disagrees:
        return f"{said} Its label says {label!r}."
    if line["ends"] or label == kind:
        return said
    if not label:
        return f"{said} No label and no last day: so until somebody shows otherwise."
    return f"{said} Its label says {label!r}, and no last day is known."


def _last_day(line: pd.Series, kind: str, today: date | None) -> str:
    if not line["ends"]:
        return "none" if kind in RECURRING else NOT_GIVEN
    day = pd.Timestamp(line["ends"]).date()
    return f"{in_words(day)}, {ago(day, today)}: who pays now?" if today else in_words(day)


def salary_alone(table: pd.DataFrame, records: Sequence[Mapping[str, Any]]) -> list[Block]:
    """Say which lines hold no benefits, since they stand on a line of their own."""
    here = set(table["line_id"])
    names = [
        str(record["line"])
        for record in records
        if record.get("benefits") == APART and record["line"] in here
    ]
    if not names:
        return []
    return [
        Paragraph(
            f"Pay without benefits, which stand on another line: {'; '.join(names)}. No sum here "
            "adds benefits that are not listed, so what these positions cost is more."
        )
    ]


def _given_people(table: pd.DataFrame) -> list[str]:
    """Return which of FTE and positions a line gives; FTE where none gives either."""
    return [name for name in PEOPLE if (table[name] != "").any()] or ["fte"]


def _people(line: pd.Series, given: Sequence[str]) -> str:
    return " / ".join(_given(line[name]) for name in given)


def ended(table: pd.DataFrame, fiscal_year: str, first_month: int) -> Table:
    """Return the lines whose money ended before the year, which are counted nowhere."""
    start = in_words(first_day(fiscal_year, first_month).date())
    rows = tuple(
        (
            str(line["line_id"]),
            str(line["fund"]) or NOT_GIVEN,
            show_dollars(round(100 * line["amount"])),
            in_words(pd.Timestamp(line["ends"]).date()),
        )
        for _, line in table.iterrows()
    )
    columns = ("Line", "Fund", "Amount", "Period of performance ended")
    return Table(
        f"Lines whose money ended before {fiscal_year}, which begins on {start}",
        columns,
        rows,
        (5, 2, 2, 3),
    )


def _capital(text: object) -> str:
    return f"{str(text)[:1].upper()}{str(text)[1:]}"


def _numbers(column: pd.Series) -> list[float | None]:
    return [None if value == "" else float(value) for value in column]


def _given(value: Any) -> str:
    return shown(None if value == "" else float(value))
