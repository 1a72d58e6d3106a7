"""The lines of a baseline's paper, each with the reason for its class."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from groundwork.learner.papers.budget_asks import ending_inside
from groundwork.learner.papers.model import Block, Items, Table
from groundwork.learner.papers.numbers_given import NOT_GIVEN, added, shown
from groundwork.subject.budget.ending import whole_year
from groundwork.subject.budget.equity import NOT_JUDGED, classify_equity, not_judged
from groundwork.subject.budget.funding import classify_funding
from groundwork.subject.budget.lines import check_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.years import first_day
from groundwork.subject.days import in_words


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


def listed(table: pd.DataFrame, day: pd.Timestamp) -> Table:
    """Return the lines with their class of money and of equity work, and the sums."""
    funding, equity = classify_funding(table, day), classify_equity(table)
    rows = [
        (
            str(line["line_id"]),
            str(line["fund"]) or NOT_GIVEN,
            show_dollars(round(100 * line["amount"])),
            f"{_given(line['fte'])} / {_given(line['positions'])}",
            f"{_capital(money['funding'])}. {money['reason']}",
            f"{_capital(NOT_JUDGED)}. Nobody has said how much of this line is equity work."
            if is_open
            else f"{_capital(work['equity'])}. {work['reason']}",
        )
        for (_, line), (_, money), (_, work), is_open in zip(
            table.iterrows(),
            funding.iterrows(),
            equity.iterrows(),
            not_judged(table),
            strict=True,
        )
    ]
    people = (added(_numbers(table[name])) for name in ("fte", "positions"))
    total = int(check_lines(table)["amount_cents"].sum())
    rows.append(("Total", "", show_dollars(total), " / ".join(people), "", ""))
    columns = ("Line", "Fund", "Amount", "FTE / positions", "Money", "Equity work")
    return Table("Lines", columns, tuple(rows), (4, 2, 3, 3, 5, 5))


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
