"""The sheet of the baseline's workbook that says what ends in which year, and what has ended."""

from collections.abc import Iterable
from fractions import Fraction

import pandas as pd

from groundwork.learner.papers.baseline_columns import AFTER, ENDS, LATER_YEARS, START, TODAY
from groundwork.learner.papers.budget_asks import AHEAD
from groundwork.learner.papers.workbook import CENTS, NUMBER, Column, Formula, Sheet, Value
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.funding import ENDING
from groundwork.subject.budget.lines import ONE
from groundwork.subject.budget.money import half_up, to_dollars
from groundwork.subject.budget.years import year_number

ENDED = "Of these, ended already"


def in_cents(exact: int) -> int:
    """Round ten-thousandths of a cent half up, as the formulas do."""
    return half_up(Fraction(exact, ONE))


def exactly(lines: Sheet, *conditions: str) -> str:
    """Return the formula of equity dollars where the conditions hold, exact until it is rounded."""
    parts = (
        f"ROUND({lines.over_from_elsewhere('C')}*100,0)*ROUND({lines.over_from_elsewhere('H')}*10000,0)",
        *conditions,
    )
    return f"=ROUND(SUMPRODUCT({'*'.join(parts)})/10000,0)/100"


def end_sheet(
    found: pd.DataFrame, lines: Sheet, fiscal_year: str, counts: CountedWork = COURSE
) -> Sheet:
    """Return what ends by year, of the lines that carry work that counts: dollars and people."""
    columns = (
        Column("Ends in", 26),
        Column(counts.heading, 18, CENTS),
        Column("Positions", 12, NUMBER),
        Column("FTE", 12, NUMBER),
        Column(counts.fte, 12, NUMBER),
    )
    years = [f"FY{year_number(fiscal_year) + ahead}" for ahead in range(AHEAD + 1)]
    counted = found[found["counted"]] if len(found) else found
    ending = counted[counted["money"].isin(ENDING)]
    parts = {name: ending[ending["ends_in"] == name] for name in years}
    start = 5
    at_rest, at_all, at_after = (start + len(years) + more for more in (0, 1, 3))
    work = lines.over_from_elsewhere("J")
    has_work = f'(({work}="direct")+({work}="embedded"))'
    fte, posts = lines.over_from_elsewhere("L"), lines.over_from_elsewhere("M")
    # Without a number of positions there are at least as many as the FTE needs.
    what = (posts + f'+({posts}="")*ROUNDUP({fte},0)', fte)

    def texts(where: str) -> tuple[str, str, str, str]:
        people = (f"=SUMPRODUCT(({each})*{has_work}*{where})" for each in what)
        first, second = people
        equity_fte = f"{fte}*{lines.over_from_elsewhere('H')}*{has_work}*{where}"
        return (
            exactly(lines, has_work, where),
            first,
            second,
            f"=SUMPRODUCT({equity_fte})",
        )

    def row_of(name: str, formulas: Iterable[str], of: pd.DataFrame) -> tuple[Value, ...]:
        people = (int(of["posts"].sum()), int(of["fte"].sum()) / ONE) if len(of) else (0, 0)
        equity_fte = int(of["equity_fte"].sum()) / ONE**2 if len(of) else 0
        values = (to_dollars(in_cents(int(of["part"].sum()))), *people, equity_fte)
        return name, *map(Formula, formulas, values)

    here = lines.over_from_elsewhere("N")
    inside = "(" + "+".join(f'({lines.over_from_elsewhere("G")}="{kind}")' for kind in ENDING) + ")"
    rows = tuple(
        row_of(name, texts(f"({here}=$A{at})"), parts[name]) for at, name in enumerate(years, start)
    )
    rest = ending[~ending["ends_in"].isin(years)]
    listed = (
        f"=ROUND({letter}{at_all}-SUM({letter}{start}:{letter}{at_rest - 1}),4)"
        for letter in "BCDE"
    )
    days = lines.over_from_elsewhere("E")
    past = f'{inside}*({days}<>"")*({days}>={START})*({days}<{TODAY})'
    last = (
        row_of(LATER_YEARS, listed, rest),
        row_of("All in the years planned", texts(inside), ending),
        row_of(ENDED, texts(past), ending[ending["past"].astype(bool)]),
        row_of(AFTER, texts(f"({here}=$A{at_after})"), counted[counted["ends_in"] == AFTER]),
    )
    notes = (
        f"Of the lines that carry {counts.name}; a line that is not judged is in no row. Money "
        f"whose last day nobody has given, and one-time money, stands in {fiscal_year}.",
    )
    return Sheet(ENDS, "What ends, and when", columns, rows, notes, last)
