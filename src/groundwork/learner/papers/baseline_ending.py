"""What recurs and what ends of the equity work, year by year, in the baseline's paper."""

from datetime import date
from typing import Any

import pandas as pd

from groundwork.learner.papers.budget_asks import AHEAD
from groundwork.learner.papers.model import Block, Paragraph, Table
from groundwork.learner.papers.numbers_given import NOT_GIVEN
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.claimed import claimed_ends
from groundwork.subject.budget.cliff import (
    WithLastDays,
    after_the_plan,
    already_ended,
    fiscal_cliff,
)
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.equity import not_judged
from groundwork.subject.budget.line_kinds import without_people
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.years import horizon_after
from groundwork.subject.counts import in_runs
from groundwork.subject.days import from_to, in_words


def equity_work(
    table: pd.DataFrame,
    fiscal_year: str,
    first_month: int,
    today: date | None,
    work: CountedWork = COURSE,
) -> list[Block]:
    """Return what recurs and what ends; of lines that nobody has judged there is neither."""
    if not_judged(table).all():
        said = f"What recurs and what ends of the {work.name} is not known before a line is judged."
        return [Paragraph(said)]
    return [
        _by_horizon(table, fiscal_year, first_month, work),
        _cliff(table, fiscal_year, first_month, today, work),
        *_of_the_cliff(table, fiscal_year, first_month),
    ]


def _by_horizon(
    table: pd.DataFrame, fiscal_year: str, first_month: int, work: CountedWork
) -> Table:
    rows = []
    for years in range(AHEAD + 1):
        day = horizon_after(fiscal_year, years, first_month)
        found: Any = baseline(table, day).iloc[0]
        later = int(found["later_cents"])
        ends = int(found["equity_cents"] - found["broad_cents"]) - later
        rows.append(
            (
                day.date(),
                (
                    _with_share(int(found["strict_cents"]), found["strict_share"]),
                    _with_share(int(found["broad_cents"]), found["broad_share"]),
                    show_dollars(later),
                    show_dollars(ends),
                ),
            )
        )
    columns = (
        *("Planned to", "General-purpose ongoing (strict)", "All ongoing (broad)"),
        *("Ends after that", "Ends by then, one-time, or not known"),
    )
    caption = f"{work.heading} by how far one plans; percents are of all {work.name}"
    told = tuple((from_to(days), *cells) for days, cells in in_runs(rows))
    return Table(caption, columns, told, (3, 3, 3, 3, 3))


def _with_share(cents: int, share: float) -> str:
    return show_dollars(cents) + ("" if pd.isna(share) else f" ({100 * share:.1f} %)")


def _cliff(
    table: pd.DataFrame,
    fiscal_year: str,
    first_month: int,
    today: date | None,
    work: CountedWork,
) -> Table:
    day = horizon_after(fiscal_year, AHEAD, first_month)
    cliff = fiscal_cliff(table, fiscal_year, day, first_month)
    later = after_the_plan(table, fiscal_year, day, first_month)
    ends = cliff[["ending_cents", "ending_positions", "ending_whole_fte", "ending_fte"]]
    rows = [_ending(str(year), *row) for year, row in zip(ends.index, ends.to_numpy(), strict=True)]
    rows.append(_ending("In the years planned", *ends.sum()))
    past = already_ended(table, fiscal_year, day, first_month, today)
    if today and past.days:
        name = f"Of these, ended before {in_words(today)}: who pays now?"
        rows.append(_ending(name, past.cents, past.positions, past.whole_fte, past.fte))
    if later.cents:
        rows.append(
            _ending(_after(later), later.cents, later.positions, later.whole_fte, later.fte)
        )
    return Table(
        f"What ends in which year, of the lines that carry {work.name}: whole positions beside FTE",
        ("Ends in", work.heading, "Positions", "FTE", work.fte),
        tuple(rows),
        (3, 3, 2, 2, 2),
    )


def _after(later: WithLastDays) -> str:
    return f"After the plan: {from_to(later.days)}"


def _ending(
    name: str, cents: float, positions: float, fte: float, equity_fte: float
) -> tuple[str, ...]:
    people = (f"{positions:.0f}", f"{fte:g}", f"{equity_fte:.2f}")
    return (name, show_dollars(int(cents)), *people)


def _of_the_cliff(table: pd.DataFrame, fiscal_year: str, first_month: int) -> list[Block]:
    """Say what the numbers of the cliff lack: days, FTE and positions that nobody gave."""
    day = horizon_after(fiscal_year, AHEAD, first_month)
    unknown = int(fiscal_cliff(table, fiscal_year, day, first_month)["unknown_end_cents"].sum())
    said = list(filter(None, [claimed_ends(table, fiscal_year, day, first_month)]))
    if unknown:
        said.append(
            f"{show_dollars(unknown)} stands in {fiscal_year} because nobody has given its last "
            "day."
        )
    for name, what in (("fte", "FTE"), ("positions", "positions")):
        lacking = int(((table[name] == "") & ~without_people(table)).sum())
        if lacking:
            lines = "1 line" if lacking == 1 else f"{lacking} lines"
            rule = "its FTE is rounded up" if name == "positions" else "it adds nothing"
            said.append(
                f"Of {lines} the {what} {'is' if name == 'fte' else 'are'} {NOT_GIVEN}: "
                f"there {rule}."
            )
    return [Paragraph(" ".join(said))] if said else []
