"""The budget baseline as a workbook that computes: lines, baseline, what ends, what was assumed.

Totals are counted in whole cents and hundredths of a percent, so that they round as the course
does. The rows below the last line compute too, for lines that a person adds in the workbook.
"""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from groundwork.learner.papers import baseline_tie
from groundwork.learner.papers.baseline_columns import (
    AFTER,
    ASSUMPTIONS,
    GONE,
    LINES,
    PAST_IS,
    STAYS,
    TOTALS,
    columns,
)
from groundwork.learner.papers.baseline_end_sheet import end_sheet, exactly, in_cents
from groundwork.learner.papers.budget_asks import AHEAD
from groundwork.learner.papers.budget_baseline import TITLE
from groundwork.learner.papers.workbook import (
    CENTS,
    DATE,
    PERCENT,
    Column,
    Formula,
    Sheet,
    Value,
    Workbook,
    blank_totals,
    column_letter,
)
from groundwork.subject.budget.baseline import rests_on_no_paper
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.equity import (
    EQUITY,
    NOT_JUDGED,
    counted_shares,
    equity_codes,
    not_judged,
)
from groundwork.subject.budget.funding import ENDING, FUNDING, LABELS, LATER, funding_codes
from groundwork.subject.budget.lines import ONE, check_lines
from groundwork.subject.budget.money import to_dollars
from groundwork.subject.budget.past import ended_by
from groundwork.subject.budget.tie import Tie
from groundwork.subject.budget.years import first_day, horizon_after, year_number, years_of_days


def workbook(
    table: pd.DataFrame,
    fiscal_year: str,
    first_month: int,
    invented: str,
    tie: Tie | None = None,
    today: datetime.date | None = None,
    work: CountedWork = COURSE,
) -> Workbook:
    """Return the lines with live formulas: change a share, a day or the horizon, and it follows.

    Money that ended before `today` stands in a row of its own; nothing has without that day.
    """
    day = horizon_after(fiscal_year, AHEAD, first_month)
    start = first_day(fiscal_year, first_month)
    found = _classed(table, fiscal_year, day, first_month, today)
    now = table[~found["past"].to_numpy(bool)]
    lines = _line_sheet(table, found, tie, work)
    assumptions = Sheet(
        ASSUMPTIONS,
        "What was assumed",
        (Column("What", 44), Column("Day", 19, DATE)),
        (
            (f"First day of the fiscal year of these lines ({fiscal_year})", start.date()),
            ("Last day you plan for", day.date()),
            *([("Money with a last day before this has ended", today)] if today else []),
        ),
        (f"Change a day: the classes on the other sheets follow. {work.meant}",),
    )
    sheets = (
        lines,
        _total_sheet(found, lines, work, rests_on_no_paper(now, day)),
        end_sheet(found, lines, fiscal_year, work),
        *([baseline_tie.sheet(tie, lines, column_letter(len(columns())))] if tie else []),
        assumptions,
    )
    return Workbook(f"{TITLE}, {fiscal_year}", sheets, invented)


def _classed(
    table: pd.DataFrame,
    fiscal_year: str,
    day: pd.Timestamp,
    first_month: int,
    today: datetime.date | None,
) -> pd.DataFrame:
    """Return the lines as the formulas classify them, in whole cents and ten-thousandths."""
    if table.empty:
        names = ("money", "work", "cents", "part", "ends_in", "fte", "posts", "past")
        return pd.DataFrame(columns=list(names))
    lines = check_lines(table)
    equity = equity_codes(lines)
    gone = (lines["ends"] < first_day(fiscal_year, first_month)).to_numpy(bool)
    share = counted_shares(lines, equity)
    money = [
        GONE if ended else FUNDING[code]
        for ended, code in zip(gone, funding_codes(lines, day), strict=True)
    ]
    first = year_number(fiscal_year)
    years = years_of_days(lines["ends"], first_month)
    fte = lines["fte_e4"].to_numpy()
    return pd.DataFrame(
        {
            "money": money,
            "work": [
                NOT_JUDGED if is_open else EQUITY[code]
                for code, is_open in zip(equity, not_judged(table), strict=True)
            ],
            "cents": lines["amount_cents"].to_numpy(),
            "part": lines["amount_cents"].to_numpy() * share,
            "ends_in": [
                _ends_in(kind, first if kind == "one-time" or not year else year)
                for kind, year in zip(money, years, strict=True)
            ],
            "fte": fte,
            "posts": lines["positions"].to_numpy(),
            "equity_fte": fte * share * ~gone,
            "counted": (share > 0) & ~gone,
            "past": ended_by(lines["ends"], fiscal_year, first_month, today),
        }
    )


def _ends_in(kind: str, year: int) -> str:
    return {LATER: AFTER, GONE: GONE}.get(kind) or (f"FY{year}" if kind in ENDING else STAYS)


def _line_sheet(
    table: pd.DataFrame, found: pd.DataFrame, tie: Tie | None, work: CountedWork
) -> Sheet:
    heads = (*columns(work), *([baseline_tie.TIED] if tie else []))
    funds = {each.name: each.fund for each in tie.tied} if tie else {}
    rows: list[tuple[Value, ...]] = []
    for (_, line), (_, said) in zip(table.iterrows(), found.iterrows(), strict=True):
        counts = Decimal(int(said["part"]) if said["counted"] else 0).scaleb(-6)
        rows.append(
            (
                *(str(line["line_id"]), str(line["fund"]), Decimal(str(line["amount"]))),
                LABELS.get(str(line["recurrence"]).lower(), ""),
                datetime.date.fromisoformat(str(line["ends"])[:10]) if line["ends"] else None,
                *(str(line["restriction"]), said["money"]),
                None if said["work"] == NOT_JUDGED else Decimal(str(line["equity_share"])),
                *(str(line["equity_evidence"]), said["work"]),
                counts.quantize(Decimal("0.01"), ROUND_HALF_UP),
                *(_number(line["fte"]), _number(line["positions"]), said["ends_in"]),
                int(said["equity_fte"]) / ONE**2,
                *(str(line["recurrence_evidence"]), PAST_IS if said["past"] else ""),
                *([funds.get(str(line["line_id"]))] if tie else []),
            )
        )
    notes = (
        f"Money, {work.heading}, Counts, Ends in and {work.fte} are formulas: they follow what you "
        "write beside them, also in the rows below the last line. To print those rows too, widen "
        "the print area.",
    )
    room = blank_totals(len(heads))
    sheet = Sheet(LINES, "Budget lines", heads, tuple(rows), notes, totals=room)
    over = sheet.over
    here = found[found["money"] != GONE]
    amount = f'=SUMIF({over("G")},"<>{GONE}",{over("C")})'
    counted = sum((row[10] for row in rows if isinstance(row[10], Decimal)), Decimal(0))
    totals: tuple[Value, ...] = (
        *("All lines of this year", None),
        Formula(amount, to_dollars(int(here["cents"].sum()))),
        *((None,) * 7),
        Formula(f"=SUM({over('K')})", counted),
        *(
            Formula(
                f'=IF(COUNT({over(letter)})=0,"",SUMIF({over("G")},"<>{GONE}",{over(letter)}))',
                _added(table[name], here.index),
            )
            for letter, name in (("L", "fte"), ("M", "positions"))
        ),
        None,
        Formula(f"=SUM({over('O')})", int(found["equity_fte"].sum()) / ONE**2 if len(found) else 0),
        *((None,) * (len(heads) - 15)),
    )
    return replace(sheet, totals=(totals,))


def _added(column: pd.Series, here: pd.Index) -> float | str:
    """Add up the numbers of some lines; of a column without a number there is no sum."""
    if all(value == "" for value in column):
        return ""
    return sum(_number(value) or 0 for value in column[here])


def _number(value: Any) -> float | None:
    return None if value == "" else float(value)


def _total_sheet(found: pd.DataFrame, lines: Sheet, counts: CountedWork, resting: str) -> Sheet:
    """Return the cells of the baseline: direct and embedded by class of money, and what recurs.

    Parameters
    ----------
    resting
        How much of what recurs no document shows to recur, as it was when the file was made.
    """
    columns = (
        Column("Money", 30),
        Column("All dollars", 18, CENTS),
        *(Column(name, 18, CENTS) for name in ("Direct", "Embedded", counts.heading)),
        Column(f"Share of {counts.name}", 14, PERCENT),
    )
    start = 5
    end = start + len(FUNDING) - 1
    cells = {
        (kind, work): in_cents(int(found.loc[_are(found, money=kind, work=work), "part"].sum()))
        for kind in FUNDING
        for work in EQUITY[:2]
    }
    dollars = {kind: int(found.loc[found["money"] == kind, "cents"].sum()) for kind in FUNDING}
    whole = sum(cells.values())

    def row_of(name: str, at: int, kinds: Iterable[str], texts: tuple[str, str, str]) -> Any:
        kinds = tuple(kinds)
        direct, embedded = (sum(cells[kind, work] for kind in kinds) for work in EQUITY[:2])
        values = (sum(dollars[kind] for kind in kinds), direct, embedded)
        share = f'=IF($E${end + 1}=0,"",E{at}/$E${end + 1})'
        return (
            name,
            *(Formula(text, to_dollars(cents)) for text, cents in zip(texts, values, strict=True)),
            Formula(f"=C{at}+D{at}", to_dollars(direct + embedded)),
            Formula(share, (direct + embedded) / whole if whole else ""),
        )

    def by_kind(at: int) -> tuple[str, str, str]:
        is_kind = f"({lines.over_from_elsewhere('G')}=$A{at})"
        direct, embedded = (
            exactly(lines, f'({lines.over_from_elsewhere("J")}="{work}")', is_kind)
            for work in EQUITY[:2]
        )
        return (
            f"=SUMIF({lines.over_from_elsewhere('G')},$A{at},{lines.over_from_elsewhere('C')})",
            direct,
            embedded,
        )

    def sums(until: int) -> tuple[str, str, str]:
        one, two, three = (f"=SUM({letter}{start}:{letter}{until})" for letter in "BCD")
        return one, two, three

    rows = tuple(row_of(kind, at, [kind], by_kind(at)) for at, kind in enumerate(FUNDING, start))
    last = (
        row_of("All lines of this year", end + 1, FUNDING, sums(end)),
        row_of("Strict baseline", end + 2, FUNDING[:1], sums(start)),
        row_of("Broad baseline", end + 3, FUNDING[:2], sums(start + 1)),
        (
            f"Not counted: {GONE}",
            Formula(
                f'=SUMIF({lines.over_from_elsewhere("G")},"{GONE}",{lines.over_from_elsewhere("C")})',
                to_dollars(int(found.loc[found["money"] == GONE, "cents"].sum())),
            ),
            *((None,) * 4),
        ),
        (
            f"Not judged yet: in no {counts.name}",
            Formula(
                f"=SUMIFS({lines.over_from_elsewhere('C')},{lines.over_from_elsewhere('J')},"
                f'"{NOT_JUDGED}",{lines.over_from_elsewhere("G")},"<>{GONE}")',
                to_dollars(
                    int(
                        found.loc[
                            _are(found, work=NOT_JUDGED) & (found["money"] != GONE), "cents"
                        ].sum()
                    )
                ),
            ),
            *((None,) * 4),
        ),
    )
    note = (
        "Every number is a formula over the sheet of lines. A line without a share is not judged: "
        f"it is in no number of {counts.name}."
    )
    note += f" When this was made: {resting}" if resting else ""
    return Sheet(TOTALS, "Baseline", columns, rows, (note,), last)


def _are(found: pd.DataFrame, **values: str) -> pd.Series:
    """Say which lines have these values."""
    return (found[list(values)] == pd.Series(values)).all(axis=1)
