"""Move the planning date and judge lines: what the baseline holds, strict and broad."""

from collections.abc import Mapping
from typing import Any

from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.years import horizon_after

YEARS = "years"
MOST = 4
LINES = ("RB-138", "RB-139", "RB-159", "RB-160", "RB-162", "RB-165", "RB-218", "RB-235")
AS_IT_IS, WHOLE, NOTHING = "as it is", "whole", "nothing"
JUDGMENTS = (
    (AS_IT_IS, "as the file has it"),
    (WHOLE, "all of it, and a paper shows it"),
    (NOTHING, "none of it"),
)


def horizon(name: str = "horizon") -> WhatIf:
    """Return a slider of years, and eight lines of Riverbend that are blank or have no paper."""
    years = tuple(
        (str(number), f"{_years(number)} after {riverbend.YEAR}") for number in range(MOST + 1)
    )
    table = riverbend.lines().set_index("line_id")
    controls = [Control(YEARS, "Plan this far", years, "0", SLIDE)]
    for line in LINES:
        row: Any = table.loc[line]
        share = row["equity_share"]
        claim = "no share filled in" if share != share else f"{100 * share:g} % claimed, no paper"
        help = f"{show_dollars(round(100 * row['amount']))}, {row['fund_label']}; {claim}"
        group = "How much of these lines is equity work?"
        controls.append(
            Control(line, f"{line} {row['purpose']}", JUDGMENTS, AS_IT_IS, help=help, group=group)
        )
    return WhatIf(name, "Move the horizon, judge the line", controls, _show)


def _show(values: Mapping[str, str]) -> Shown:
    shares = {WHOLE: (1.0, "Paper that you would ask for"), NOTHING: (0.0, "")}
    lines = riverbend.judged(
        {line: shares[values[line]] for line in LINES if values[line] != AS_IT_IS}
    )
    rows: list[tuple[str, ...]] = []
    now: Any = None
    for number in range(MOST + 1):
        found: Any = baseline(lines, horizon_after(riverbend.YEAR, number)).iloc[0]
        here = str(number) == values[YEARS]
        now = found if here else now
        rows.append(
            (
                f"{_years(number)}{' (chosen)' if here else ''}",
                show_dollars(found["strict_cents"]),
                f"{100 * found['strict_share']:.1f} %",
                show_dollars(found["broad_cents"]),
                f"{100 * found['broad_share']:.1f} %",
            )
        )
    said = (
        f"Planned {dict(_words())[values[YEARS]]}: of {show_dollars(now['equity_cents'])} of "
        f"equity work, {100 * now['strict_share']:.1f} % is in the strict baseline and "
        f"{100 * now['broad_share']:.1f} % in the broad one."
    )
    columns = ("Horizon", "Strict", "Strict, share", "Broad", "Broad, share")
    return (
        Paragraph(said),
        Table("Riverbend County (invented), FY2026", columns, tuple(rows), (3, 2, 2, 2, 2)),
        Items.flat(
            f"The equity work counted here is {now['equity_fte']:.2f} FTE; "
            f"{now['strict_fte']:.2f} of them are in the strict baseline.",
            "Strict: money that recurs and may be spent on anything. Broad: money that recurs.",
            "Judging a line changes what is counted and moves no dollar. Which paper would you ask "
            "for before you claim it?",
        ),
    )


def _years(number: int) -> str:
    return "1 year" if number == 1 else f"{number} years"


def _words() -> list[tuple[str, str]]:
    plural = ("to the end of this year", "1 year ahead", *(f"{n} years ahead" for n in range(2, 9)))
    return [(str(number), plural[number]) for number in range(MOST + 1)]
