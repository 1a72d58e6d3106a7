"""The budget baseline as a paper for a finance office."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from groundwork.learner import public_record
from groundwork.learner.papers import baseline_ending, baseline_lines, baseline_tie
from groundwork.learner.papers.budget_asks import AHEAD, asks
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph
from groundwork.subject.budget import typed_words
from groundwork.subject.budget.baseline import baseline, rests_on_no_paper
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.equity import (
    not_judged,
    shares_without_evidence,
)
from groundwork.subject.budget.lines import check_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import this_year
from groundwork.subject.budget.tie import Tie
from groundwork.subject.budget.years import horizon_after, last_day
from groundwork.subject.counts import counted
from groundwork.subject.days import in_words
from groundwork.subject.remark import harms_in_words

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
    tie: Tie | None = None,
    today: date | None = None,
    work: CountedWork = COURSE,
) -> Paper:
    """Return the baseline as a paper: totals in whole dollars, lines with reasons, the cliff.

    Parameters
    ----------
    table
        Budget lines of one fiscal year, as `own_lines.table_of` makes them.
    records
        What the learner kept of the same lines, in the same order.
    tie
        Where these lines stand in a whole budget; None where no budget is known.
    today
        The day by which money may have ended; None where the lines are invented.
    work
        What is counted, and by which test.
    """
    day = horizon_after(fiscal_year, AHEAD, first_month)
    now, ended = this_year(table, fiscal_year, first_month)
    blocks: list[Block] = [Heading("What these lines say")]
    if table.empty:
        blocks.append(Paragraph("No line is listed yet."))
    else:
        blocks += [
            Paragraph(summary(table, fiscal_year, AHEAD, first_month, work)),
            *([] if now.empty else [Paragraph(ROUNDED)]),
            *baseline_tie.blocks(tie),
        ]
        if not now.empty:
            blocks += [
                *baseline_ending.equity_work(now, fiscal_year, first_month, today, work),
                *baseline_lines.for_months_only(now, records, fiscal_year, first_month),
                Heading("The lines, with the reason for each class"),
                Paragraph(baseline_lines.rule(day)),
                baseline_lines.listed(now, day, fiscal_year, first_month, today, work),
                *baseline_lines.salary_alone(now, records),
            ]
        if not ended.empty:
            blocks += [
                Heading("Not counted"),
                baseline_lines.ended(ended, fiscal_year, first_month),
            ]
        blocks += [Heading("What was assumed"), _assumed(fiscal_year, first_month, day, work)]
    return Paper(
        title=TITLE,
        subject=f"Which {work.name} recurs, {fiscal_year}",
        reader=READER,
        blocks=tuple(blocks),
        asks=tuple(asks(table, records, fiscal_year, first_month, today, work)),
        box=law_cards.box("budget_baseline"),
        look=harms_in_words(typed_words.of_lines(records)),
        is_named_by_writer=True,
        counts=work,
        view="One person's reading of the lines. A finance analyst has not checked it yet.",
        record=public_record.BUDGET,
        invented=invented,
    )


def summary(
    table: pd.DataFrame,
    fiscal_year: str,
    years: int,
    first_month: int = 7,
    work: CountedWork = COURSE,
) -> str:
    """Say in a few sentences what the lines hold, planned so many years ahead."""
    now, ended = this_year(table, fiscal_year, first_month)
    gone = _gone(ended, fiscal_year)
    if now.empty:
        return gone
    found = baseline(now, horizon_after(fiscal_year, years, first_month)).iloc[0]
    holds = f"The listed lines hold {show_dollars(int(found['budget_cents']))}"
    if not_judged(now).all():
        return f"{holds}. {lines_not_judged(now, work)} {gone}".strip()
    said = (
        f"{holds}, of which "
        f"{show_dollars(int(found['equity_cents']))} is {work.name} by its papers: "
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
        day = horizon_after(fiscal_year, years, first_month)
        said += f" {resting}" if (resting := rests_on_no_paper(now, day)) else ""
        if later:
            said += f" {show_dollars(later)} more has a last day after the years that are planned."
    return " ".join(filter(None, (said, _unproven(now), lines_not_judged(now, work), gone)))


def lines_not_judged(table: pd.DataFrame, work: CountedWork = COURSE) -> str:
    """Say of how many lines nobody has said how much of them counts, or nothing."""
    is_open = not_judged(table)
    count = int(is_open.sum())
    if not count:
        return ""
    cents = int(check_lines(table)["amount_cents"].to_numpy()[is_open].sum())
    return (
        f"{count} of {counted(len(table), 'line')}, {show_dollars(cents)}, "
        f"{'is' if count == 1 else 'are'} not judged yet: nobody has said how much is {work.name}, "
        f"so no sum of {work.name} holds them."
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


def _assumed(fiscal_year: str, first_month: int, day: pd.Timestamp, work: CountedWork) -> Items:
    end = last_day(fiscal_year, first_month)
    return Items.flat(
        f"Fiscal year {fiscal_year}, which ends on {in_words(end.date())}; planned to "
        f"{in_words(day.date())}. Dollars are {fiscal_year} dollars.",
        work.meant,
        WORDS,
        "These are the lines that one person listed, not the whole budget.",
    )
