"""The budget baseline as a paper for a finance office."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from groundwork.learner import law_cards, public_record
from groundwork.learner.papers.budget_asks import AHEAD, asks, ending_inside
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.learner.papers.numbers_given import NOT_GIVEN, added, shown
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.cliff import AfterThePlan, after_the_plan, fiscal_cliff
from groundwork.subject.budget.ending import whole_year
from groundwork.subject.budget.equity import (
    MEANT,
    NOT_JUDGED,
    classify_equity,
    not_judged,
    shares_without_evidence,
)
from groundwork.subject.budget.funding import classify_funding
from groundwork.subject.budget.lines import check_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import this_year
from groundwork.subject.budget.years import first_day, horizon_after, last_day
from groundwork.subject.counts import counted
from groundwork.subject.days import in_words

TITLE = "Budget baseline"
READER = "the finance office"
WORDS = (
    "Strict baseline: general-purpose ongoing money. Broad baseline: all ongoing money, restricted "
    "too. The last day of the money is the end of the award's period of performance, or of the "
    "appropriation. The horizon is the last day of the years that are planned."
)
ROUNDED = (
    "Each figure is rounded to whole dollars by itself, so rows may differ from their total by a "
    "dollar. The workbook holds the cents."
)


def paper(
    table: pd.DataFrame,
    records: Sequence[Mapping[str, Any]],
    fiscal_year: str,
    first_month: int = 7,
    invented: str = "",
) -> Paper:
    """Return the baseline as a paper: totals in whole dollars, lines with reasons, the cliff.

    Parameters
    ----------
    table
        Budget lines of one fiscal year, as `own_lines.table_of` makes them.
    records
        What the learner kept of the same lines, in the same order.
    """
    day = horizon_after(fiscal_year, AHEAD, first_month)
    now, ended = this_year(table, fiscal_year, first_month)
    blocks: list[Block] = [Heading("What these lines say")]
    if table.empty:
        blocks.append(Paragraph("No line is listed yet."))
    else:
        blocks.append(Paragraph(summary(table, fiscal_year, AHEAD, first_month)))
        if not now.empty:
            blocks += [
                Paragraph(ROUNDED),
                *_of_equity_work(now, fiscal_year, first_month),
                *_for_months_only(now, records, fiscal_year, first_month),
                Heading("The lines, with the reason for each class"),
                _lines(now, day),
            ]
        if not ended.empty:
            blocks += [Heading("Not counted"), _ended(ended, fiscal_year, first_month)]
        blocks += [Heading("What was assumed"), _assumed(fiscal_year, first_month, day)]
    return Paper(
        title=TITLE,
        subject=f"Which equity work recurs, {fiscal_year}",
        reader=READER,
        blocks=tuple(blocks),
        asks=tuple(asks(table, records, fiscal_year, first_month)),
        box=law_cards.box("budget_baseline"),
        is_named_by_writer=True,
        view="One person's reading of the lines. A finance analyst has not checked it yet.",
        record=public_record.BUDGET,
        invented=invented,
    )


def summary(table: pd.DataFrame, fiscal_year: str, years: int, first_month: int = 7) -> str:
    """Say in a few sentences what the lines hold, planned so many years ahead."""
    now, ended = this_year(table, fiscal_year, first_month)
    gone = _gone(ended, fiscal_year)
    if now.empty:
        return gone
    found = baseline(now, horizon_after(fiscal_year, years, first_month)).iloc[0]
    holds = f"The listed lines hold {show_dollars(int(found['budget_cents']))}"
    if not_judged(now).all():
        return f"{holds}. {lines_not_judged(now)} {gone}".strip()
    said = (
        f"{holds}, of which "
        f"{show_dollars(int(found['equity_cents']))} is equity work by its papers: "
        f"{show_dollars(int(found['direct_cents']))} direct and "
        f"{show_dollars(int(found['embedded_cents']))} embedded."
    )
    if found["equity_cents"]:
        later = int(found["later_cents"])
        said += (
            f" Planned {years} {'year' if years == 1 else 'years'} ahead, "
            f"{show_dollars(int(found['strict_cents']))} ({100 * found['strict_share']:.1f} %) is "
            f"in the strict baseline and {show_dollars(int(found['broad_cents']))} "
            f"({100 * found['broad_share']:.1f} %) in the broad one."
        )
        if later:
            said += f" {show_dollars(later)} more has a last day after the years that are planned."
    return " ".join(filter(None, (said, _unproven(now), lines_not_judged(now), gone)))


def lines_not_judged(table: pd.DataFrame) -> str:
    """Say of how many lines nobody has said how much is equity work, or nothing."""
    is_open = not_judged(table)
    count = int(is_open.sum())
    if not count:
        return ""
    cents = int(check_lines(table)["amount_cents"].to_numpy()[is_open].sum())
    return (
        f"{count} of {counted(len(table), 'line')}, {show_dollars(cents)}, "
        f"{'is' if count == 1 else 'are'} not judged yet: nobody has said how much is equity work, "
        "so no sum of equity work holds them."
    )


def _unproven(table: pd.DataFrame) -> str:
    """Say what is claimed without a document, or nothing."""
    found = shares_without_evidence(table)
    if found.empty:
        return ""
    return (
        f"{counted(len(found), 'line')} of {show_dollars(int(found['amount_cents'].sum()))} "
        f"{'claims' if len(found) == 1 else 'claim'} a share and "
        f"{'names' if len(found) == 1 else 'name'} no document: nothing of "
        f"{'it' if len(found) == 1 else 'them'} counts yet."
    )


def _gone(ended: pd.DataFrame, fiscal_year: str) -> str:
    """Say how many lines ended before the year, or nothing."""
    if ended.empty:
        return ""
    count = len(ended)
    lines = "1 line has" if count == 1 else f"{count} lines have"
    return (
        f"{lines} a last day before {fiscal_year} and {'is' if count == 1 else 'are'} not counted: "
        f"{'; '.join(ended['line_id'].astype(str))}."
    )


def _of_equity_work(table: pd.DataFrame, fiscal_year: str, first_month: int) -> list[Block]:
    """Return what recurs and what ends; of lines that nobody has judged there is neither."""
    if not_judged(table).all():
        said = "What recurs and what ends of the equity work is not known before a line is judged."
        return [Paragraph(said)]
    return [
        _by_horizon(table, fiscal_year, first_month),
        _cliff(table, fiscal_year, first_month),
        *_of_the_cliff(table, fiscal_year, first_month),
    ]


def _by_horizon(table: pd.DataFrame, fiscal_year: str, first_month: int) -> Table:
    rows = []
    for years in range(AHEAD + 1):
        day = horizon_after(fiscal_year, years, first_month)
        found: Any = baseline(table, day).iloc[0]
        later = int(found["later_cents"])
        ends = int(found["equity_cents"] - found["broad_cents"]) - later
        rows.append(
            (
                in_words(day.date()),
                _with_share(int(found["strict_cents"]), found["strict_share"]),
                _with_share(int(found["broad_cents"]), found["broad_share"]),
                show_dollars(later),
                show_dollars(ends),
            )
        )
    columns = (
        *("Planned to", "General-purpose ongoing (strict)", "All ongoing (broad)"),
        *("Ends after that", "Ends by then, one-time, or not known"),
    )
    caption = "Equity work by how far one plans; percents are of all equity work"
    return Table(caption, columns, tuple(rows), (3, 3, 3, 3, 3))


def _with_share(cents: int, share: float) -> str:
    return show_dollars(cents) + ("" if pd.isna(share) else f" ({100 * share:.1f} %)")


def _cliff(table: pd.DataFrame, fiscal_year: str, first_month: int) -> Table:
    day = horizon_after(fiscal_year, AHEAD, first_month)
    cliff = fiscal_cliff(table, fiscal_year, day, first_month)
    later = after_the_plan(table, fiscal_year, day, first_month)
    ends = cliff[["ending_cents", "ending_positions", "ending_whole_fte", "ending_fte"]]
    rows = [_ending(str(year), *row) for year, row in zip(ends.index, ends.to_numpy(), strict=True)]
    rows.append(_ending("In the years planned", *ends.sum()))
    if later.cents:
        rows.append(
            _ending(_after(later), later.cents, later.positions, later.whole_fte, later.fte)
        )
    return Table(
        "What ends in which year, of the lines that carry equity work: whole positions beside FTE",
        ("Ends in", "Equity work", "Positions", "FTE", "Equity FTE"),
        tuple(rows),
        (3, 3, 2, 2, 2),
    )


def _after(later: AfterThePlan) -> str:
    days = [in_words(day.date()) for day in (later.days[0], later.days[-1])]
    return f"After the plan: {days[0]}" + (f" to {days[1]}" if days[0] != days[1] else "")


def _ending(
    name: str, cents: float, positions: float, fte: float, equity_fte: float
) -> tuple[str, ...]:
    people = (f"{positions:.0f}", f"{fte:g}", f"{equity_fte:.2f}")
    return (name, show_dollars(int(cents)), *people)


def _of_the_cliff(table: pd.DataFrame, fiscal_year: str, first_month: int) -> list[Block]:
    """Say what the numbers of the cliff lack: days, FTE and positions that nobody gave."""
    day = horizon_after(fiscal_year, AHEAD, first_month)
    unknown = int(fiscal_cliff(table, fiscal_year, day, first_month)["unknown_end_cents"].sum())
    said = []
    if unknown:
        said.append(
            f"{show_dollars(unknown)} stands in {fiscal_year} because nobody has given its last "
            "day."
        )
    for name, what in (("fte", "FTE"), ("positions", "positions")):
        lacking = int((table[name] == "").sum())
        if lacking:
            lines = "1 line" if lacking == 1 else f"{lacking} lines"
            rule = "its FTE is rounded up" if name == "positions" else "it adds nothing"
            said.append(
                f"Of {lines} the {what} {'is' if name == 'fte' else 'are'} {NOT_GIVEN}: "
                f"there {rule}."
            )
    return [Paragraph(" ".join(said))] if said else []


def _for_months_only(
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


def _lines(table: pd.DataFrame, day: pd.Timestamp) -> Table:
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


def _capital(text: object) -> str:
    return f"{str(text)[:1].upper()}{str(text)[1:]}"


def _numbers(column: pd.Series) -> list[float | None]:
    return [None if value == "" else float(value) for value in column]


def _given(value: Any) -> str:
    return shown(None if value == "" else float(value))


def _ended(table: pd.DataFrame, fiscal_year: str, first_month: int) -> Table:
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


def _assumed(fiscal_year: str, first_month: int, day: pd.Timestamp) -> Items:
    end = last_day(fiscal_year, first_month)
    return Items.flat(
        f"Fiscal year {fiscal_year}, which ends on {in_words(end.date())}; planned to "
        f"{in_words(day.date())}. Dollars are {fiscal_year} dollars.",
        "Money that ends by then is time-limited, and money that ends later is a class of its own, "
        "whatever its label says. Money without a last day counts as recurring when the list says "
        "that it recurs: keep the paper that shows it. What nobody knows counts as time-limited "
        "until somebody shows otherwise.",
        MEANT,
        WORDS,
        "These are the lines that one person listed, not the whole budget.",
    )
