"""The budget baseline as a paper for a finance office, and as a workbook that computes."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from groundwork.learner import law_cards, public_record
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table, in_words
from groundwork.learner.papers.workbook import (
    CENTS,
    DATE,
    NUMBER,
    PERCENT,
    WHOLE,
    Column,
    Formula,
    Sheet,
    Workbook,
)
from groundwork.subject.asks import Ask
from groundwork.subject.budget.baseline import baseline, budget_cells
from groundwork.subject.budget.cliff import fiscal_cliff
from groundwork.subject.budget.equity import EQUITY, classify_equity
from groundwork.subject.budget.funding import FUNDING, LABELS, classify_funding
from groundwork.subject.budget.money import show_dollars, to_dollars
from groundwork.subject.budget.years import horizon_after

TITLE = "Budget baseline"
READER = "the finance office"
CENT = Decimal("0.01")
AHEAD = 3  # years that are planned
LINES, TOTALS, ASSUMPTIONS = "Lines", "Baseline", "Assumptions"


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
    blocks: list[Block] = [Heading("What these lines say")]
    if table.empty:
        blocks.append(Paragraph("No line is listed yet."))
    else:
        blocks += [
            Paragraph(summary(table, fiscal_year, AHEAD, first_month)),
            _by_horizon(table, fiscal_year, first_month),
            _cliff(table, fiscal_year, first_month),
            Heading("The lines, with the reason for each class"),
            _lines(table, day),
            Heading("What was assumed"),
            Items.flat(
                f"Fiscal year {fiscal_year}; planned to {in_words(day.date())}.",
                "Money that ends by then is time-limited, whatever its label says. What nobody "
                "knows counts as time-limited until somebody shows otherwise.",
                "A part of a line counts when a paper shows it; a whole line counts as named.",
                "Whole dollars here; the workbook holds the cents. Prices of the fiscal year.",
                "These are the lines that one person listed, not the whole budget.",
            ),
        ]
    return Paper(
        title=TITLE,
        subject=f"Which equity work recurs, {fiscal_year}",
        reader=READER,
        blocks=tuple(blocks),
        asks=tuple(asks(table, records, day)),
        box=law_cards.box("budget_baseline"),
        view="One person's reading of the lines. A finance analyst has not checked it yet.",
        record=public_record.BUDGET,
        invented=invented,
    )


def summary(table: pd.DataFrame, fiscal_year: str, years: int, first_month: int = 7) -> str:
    """Say in two sentences what the lines hold, planned so many years ahead."""
    found = baseline(table, horizon_after(fiscal_year, years, first_month)).iloc[0]
    said = (
        f"The listed lines hold {show_dollars(int(found['budget_cents']))}, of which "
        f"{show_dollars(int(found['equity_cents']))} is equity work: "
        f"{show_dollars(int(found['direct_cents']))} direct and "
        f"{show_dollars(int(found['embedded_cents']))} embedded with a paper."
    )
    if not found["equity_cents"]:
        return said
    return (
        f"{said} Planned {years} {'year' if years == 1 else 'years'} ahead, "
        f"{show_dollars(int(found['strict_cents']))} ({100 * found['strict_share']:.1f} %) is in "
        f"the strict baseline and {show_dollars(int(found['broad_cents']))} "
        f"({100 * found['broad_share']:.1f} %) in the broad one."
    )


def _by_horizon(table: pd.DataFrame, fiscal_year: str, first_month: int) -> Table:
    rows = []
    for years in range(AHEAD + 1):
        day = horizon_after(fiscal_year, years, first_month)
        found = baseline(table, day).iloc[0]
        shares = (
            "" if pd.isna(share) else f"{100 * share:.1f} %"
            for share in (found["strict_share"], found["broad_share"])
        )
        strict, broad = shares
        rows.append(
            (
                in_words(day.date()),
                show_dollars(int(found["strict_cents"])),
                strict,
                show_dollars(int(found["broad_cents"])),
                broad,
            )
        )
    return Table(
        "The baseline by how far one plans; shares are of the equity work",
        ("Planned to", "Strict: recurs, any use", "Share", "Broad: recurs", "Share "),
        tuple(rows),
        (3, 3, 2, 3, 2),
    )


def _cliff(table: pd.DataFrame, fiscal_year: str, first_month: int) -> Table:
    cliff = fiscal_cliff(
        table, fiscal_year, horizon_after(fiscal_year, AHEAD, first_month), first_month
    )
    return Table(
        "What ends in which year: whole positions beside the FTE that are equity work",
        ("Ends in", "Equity work", "Positions", "FTE", "Equity FTE"),
        tuple(
            (
                str(year),
                show_dollars(int(row["ending_cents"])),
                f"{row['ending_positions']:.0f}",
                f"{row['ending_whole_fte']:g}",
                f"{row['ending_fte']:.2f}",
            )
            for year, row in cliff.iterrows()
        ),
        (2, 3, 2, 2, 2),
    )


def _lines(table: pd.DataFrame, day: pd.Timestamp) -> Table:
    funding, equity = classify_funding(table, day), classify_equity(table)
    rows = tuple(
        (
            str(line),
            show_dollars(round(100 * amount)),
            f"{money['funding']}. {money['reason']}",
            f"{work['equity']}. {work['reason']}",
        )
        for line, amount, (_, money), (_, work) in zip(
            table["line_id"], table["amount"], funding.iterrows(), equity.iterrows(), strict=True
        )
    )
    return Table("Lines", ("Line", "Amount", "Money", "Equity work"), rows, (4, 2, 5, 5))


def asks(table: pd.DataFrame, records: Sequence[Mapping[str, Any]], day: pd.Timestamp) -> list[Ask]:
    """Return what is still to be asked about the lines, and of whom."""
    if table.empty:
        return []
    found = []
    for record in records:
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
    disagree = classify_funding(table, day)
    for line in disagree.loc[disagree["disagrees"], "line_id"]:
        found.append(
            Ask(
                "finance",
                f"{line}: why its label differs from its last day",
                "the class of its money",
            )
        )
    return found


def workbook(table: pd.DataFrame, fiscal_year: str, first_month: int, invented: str) -> Workbook:
    """Return the lines with live formulas: change a share, a day or the horizon, and it follows.

    Totals are counted in whole cents and hundredths of a percent, so that they round as the
    course does.
    """
    day = horizon_after(fiscal_year, AHEAD, first_month)
    lines = _line_sheet(table, day)
    first, last = lines.first_row, lines.first_row + max(len(table), 1) - 1
    assumptions = Sheet(
        ASSUMPTIONS,
        "What was assumed",
        (Column("What", 44), Column("Day", 14, DATE)),
        (("Last day you plan for", day.date()),),
        ("Change the day: the classes on the other sheets follow.",),
    )
    return Workbook(
        f"{TITLE}, {fiscal_year}",
        (lines, _total_sheet(table, day, first, last), assumptions),
        invented,
    )


def _horizon_cell() -> str:
    return f"{ASSUMPTIONS}!$B$5"


def _line_sheet(table: pd.DataFrame, day: pd.Timestamp) -> Sheet:
    columns = (
        Column("Line", 40),
        Column("Fund", 12),
        Column("Amount", 16, CENTS),
        Column("Label", 14, choices=("recurring", "time-limited", "one-time")),
        Column("Last day", 13, DATE),
        Column("Use", 15, choices=("unrestricted", "restricted")),
        Column("Money, by rule", 24),
        Column("Share claimed", 11, PERCENT),
        Column("Paper that shows it", 34),
        Column("Equity work, by rule", 14),
        Column("Counts", 16, CENTS),
        Column("FTE", 8, NUMBER),
        Column("Positions", 10, WHOLE),
    )
    if table.empty:
        return Sheet(LINES, "Budget lines", columns, (("",) * 13,), ("No line is listed yet.",))
    funding = classify_funding(table, day)["funding"].astype(str).tolist()
    equity = classify_equity(table)
    start = 5  # of the first line, below a title, a note, a blank row and the heading
    rows = []
    for at, (_, line) in enumerate(table.iterrows()):
        row = start + at
        kind, share = str(equity["equity"].iloc[at]), Decimal(str(line["equity_share"]))
        amount = Decimal(str(line["amount"]))
        counted = amount * share if kind != "none" else Decimal(0)
        label = LABELS.get(str(line["recurrence"]).lower(), "")
        rows.append(
            (
                str(line["line_id"]),
                str(line["fund"]),
                amount,
                label,
                datetime.date.fromisoformat(str(line["ends"])[:10]) if line["ends"] else None,
                str(line["restriction"]),
                Formula(_funding_formula(row), funding[at]),
                share,
                str(line["equity_evidence"]),
                Formula(
                    f'=IF(H{row}=1,"direct",IF(AND(H{row}>0,I{row}<>""),"embedded","none"))', kind
                ),
                Formula(
                    f'=IF(J{row}="none",0,ROUND(C{row}*H{row},2))',
                    counted.quantize(CENT, ROUND_HALF_UP),
                ),
                float(line["fte"] or 0),
                int(line["positions"]) if line["positions"] != "" else None,
            )
        )
    note = "Money and Equity work are formulas: they follow the label, the days and the papers."
    return Sheet(LINES, "Budget lines", columns, tuple(rows), (note,))


def _funding_formula(row: int) -> str:
    """Return the rule for money: an end inside the horizon, then the label, then the use."""
    return (
        f'=IF(AND(E{row}<>"",E{row}<={_horizon_cell()}),"time-limited",'
        f'IF(D{row}="recurring",IF(F{row}="unrestricted","recurring unrestricted",'
        f'"recurring restricted"),IF(D{row}="one-time","one-time","time-limited")))'
    )


def _total_sheet(table: pd.DataFrame, day: pd.Timestamp, first: int, last: int) -> Sheet:
    """Return the cells of the baseline: direct and embedded by class of money, and what recurs."""
    columns = (
        Column("Money", 30),
        *(Column(name, 18, CENTS) for name in ("Direct", "Embedded", "Equity work")),
        Column("Share of equity work", 14, PERCENT),
    )
    if table.empty:
        return Sheet(TOTALS, "Baseline", columns, (("",) * 5,), ("No line is listed yet.",))
    cells = budget_cells(table, day).set_index(["funding", "equity"])["cents"]
    whole = sum(int(cells[kind, work]) for kind in FUNDING for work in EQUITY[:2])
    start = 5
    end = start + len(FUNDING) - 1

    def part(kind: str, work: str, row: int) -> Formula:
        def column(letter: str) -> str:
            return f"{LINES}!${letter}${first}:${letter}${last}"

        text = (
            f"=ROUND(SUMPRODUCT(ROUND({column('C')}*100,0)*ROUND({column('H')}*10000,0)"
            f'*({column("J")}="{work}")*({column("G")}=$A{row}))/10000,0)/100'
        )
        return Formula(text, to_dollars(int(cells[kind, work])))

    def total(text: str, cents: int) -> Formula:
        return Formula(text, to_dollars(cents))

    def share(row: int, cents: int) -> Formula:
        return Formula(
            f'=IF($D${end + 1}=0,"",D{row}/$D${end + 1})', cents / whole if whole else ""
        )

    sums = {kind: sum(int(cells[kind, work]) for work in EQUITY[:2]) for kind in FUNDING}
    rows = tuple(
        (
            kind,
            part(kind, "direct", row),
            part(kind, "embedded", row),
            total(f"=B{row}+C{row}", sums[kind]),
            share(row, sums[kind]),
        )
        for row, kind in enumerate(FUNDING, start)
    )
    by_work = [sum(int(cells[kind, work]) for kind in FUNDING) for work in EQUITY[:2]]
    last_rows: list[tuple[str | Formula, ...]] = [
        (
            "All equity work",
            total(f"=SUM(B{start}:B{end})", by_work[0]),
            total(f"=SUM(C{start}:C{end})", by_work[1]),
            total(f"=SUM(D{start}:D{end})", whole),
            share(end + 1, whole),
        )
    ]
    for name, count in (("Strict baseline", 1), ("Broad baseline", 2)):
        kinds = FUNDING[:count]
        row = end + 2 + (count - 1)
        until = start + count - 1
        values = [sum(int(cells[kind, work]) for kind in kinds) for work in EQUITY[:2]]
        last_rows.append(
            (
                name,
                total(f"=SUM(B{start}:B{until})", values[0]),
                total(f"=SUM(C{start}:C{until})", values[1]),
                total(f"=SUM(D{start}:D{until})", sum(values)),
                share(row, sum(values)),
            )
        )
    note = "Every number is a formula over the sheet of lines."
    return Sheet(TOTALS, "Baseline", columns, rows, (note,), tuple(last_rows))
