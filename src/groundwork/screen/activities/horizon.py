"""Move the planning date and judge lines: what the baseline holds, strict and broad."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from groundwork.learner import chosen_file
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import judged_lines, whose_budget
from groundwork.screen.activities.judged_lines import AS_IT_IS, JUDGMENTS, key_of
from groundwork.screen.activities.past_money import past_money
from groundwork.screen.activities.unlike_days import unlike_days
from groundwork.screen.activities.whose_budget import Budget
from groundwork.screen.widgets.what_if import PERCENT, SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.baseline import baseline, rests_on_no_paper
from groundwork.subject.budget.line_kinds import fringe_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import name_of, to_judge
from groundwork.subject.budget.years import horizon_after
from groundwork.subject.counts import counted, in_runs

YEARS = "years"
MOST = 4
LINES = ("RB-138", "RB-139", "RB-159", "RB-160", "RB-162", "RB-165", "RB-218", "RB-235")
OWN = "own "  # before the number of a line of the learner's own: another may bear the same


def horizon(name: str = "horizon") -> WhatIf:
    """Return a slider of years, and eight lines that are blank or have no paper.

    The lines are Riverbend's, or the largest of a file of the learner's own. What is judged of
    one's own is kept, and counted in the steps that follow.
    """
    shown = WhatIf(
        name,
        "Move the horizon, judge the line",
        _controls(whose_budget.of(None)),
        _show,
        now=lambda: _controls(whose_budget.now(as_filed=True)),
        stored=lambda values: _of(whose_budget.of(None), values),
        keep=lambda id, value: _keep(name, id, value),
    )
    chosen_file.follow(whose_budget.KIND, name, shown.turn)
    return shown


def _controls(budget: Budget) -> list[Control]:
    years = tuple(
        (str(number), f"{_years(number)} after {budget.year}") for number in range(MOST + 1)
    )
    controls = [Control(YEARS, "Plan this far", years, "0", SLIDE)]
    group = f"How much of these lines is {budget.work.name}?"
    if budget.own:
        group = (
            f"How much of these lines of {budget.name} is {budget.work.name}? Lines whose words "
            "name such work come first, then the largest."
        )
    known = judged_lines.kept() if budget.own else {}
    listed = judged_lines.in_list() if budget.own else {}
    for id, row in _to_judge(budget).items():
        share = row["equity_share"]
        claim = "no share filled in" if pd.isna(share) else f"{100 * share:g} % claimed, no paper"
        start = known.get(key_of(row), AS_IT_IS)
        percent, _ = judged_lines.listed_of(row, listed)
        if percent is not None:
            claim, start = f"{percent:g} % in your list of lines", f"{percent:g}"
        fund = row["fund"] if pd.isna(row["fund_label"]) else row["fund_label"]
        parts = (show_dollars(round(100 * row["amount"])), "" if pd.isna(fund) else str(fund))
        help = f"{', '.join(filter(None, parts))}; {claim}"
        controls.append(
            Control(
                *(id, name_of(row), JUDGMENTS, start, PERCENT),
                help=help,
                group=group,
                kept=budget.own,
            )
        )
    return controls


def _keep(name: str, id: str, judgment: str) -> None:
    """Keep what was judged of a line of the learner's own, and tell the steps that count it."""
    budget = whose_budget.now(as_filed=True)
    line = _to_judge(budget).get(id)
    listed = judged_lines.in_list()
    if budget.own and line is not None and judged_lines.listed_of(line, listed)[0] is None:
        judged_lines.keep(line, judgment)
        chosen_file.tell(whose_budget.KIND, but=name)


def _to_judge(budget: Budget) -> dict[str, Any]:
    """Return the lines to judge, by the name of their control."""
    lines = budget.lines
    if not budget.own:
        table = lines.set_index("line_id", drop=False)
        return {line: table.loc[line] for line in LINES}
    chosen = to_judge(
        lines[lines["equity_evidence"].isna() & ~_follows_salaries(budget)], len(LINES)
    )
    # With its words: a line of another file that bears the same number is another line.
    return {f"{OWN}{row['line_id']} {name_of(row)}": row for _, row in chosen.iterrows()}


def _show(values: Mapping[str, str]) -> Shown:
    return _of(whose_budget.now(as_filed=True), values)


def _of(budget: Budget, values: Mapping[str, str]) -> Shown:
    said_of = {
        str(row["line_id"]): values.get(id, AS_IT_IS) for id, row in _to_judge(budget).items()
    }
    if budget.own:
        lines = judged_lines.with_shares(budget.lines, said_of)
    else:
        lines = judged_lines.with_said(budget.lines, said_of, {})
    rows: list[tuple[int, tuple[str, ...]]] = []
    now: Any = None
    for number in range(MOST + 1):
        found: Any = baseline(lines, horizon_after(budget.year, number, budget.first_month)).iloc[0]
        now = found if str(number) == values[YEARS] else now
        rows.append(
            (
                number,
                (
                    show_dollars(found["strict_cents"]),
                    _percent(found["strict_share"]),
                    show_dollars(found["broad_cents"]),
                    _percent(found["broad_share"]),
                    show_dollars(found["later_cents"]),
                ),
            )
        )
    said = f"Planned {dict(_words())[values[YEARS]]}: "
    if now["equity_cents"]:
        said += (
            f"of {show_dollars(now['equity_cents'])} of {budget.work.name}, "
            f"{_percent(now['strict_share'])} is in the strict baseline and "
            f"{_percent(now['broad_share'])} in the broad one; "
            f"{show_dollars(now['later_cents'])} has a last day after that."
        )
        day = horizon_after(budget.year, int(values[YEARS]), budget.first_month)
        if budget.own and (resting := rests_on_no_paper(lines, day)):
            said += f" {resting}"
        if budget.own:
            said = " ".join([said, *judged_lines.only_judged(lines, day, budget.work)])
    else:
        said += f"no line is counted as {budget.work.name} yet. Judge one of them."
    columns = ("Horizon", "Strict", "Strict, share", "Broad", "Broad, share", "Last day after it")
    name = f"{budget.name[:1].upper()}{budget.name[1:]}"
    return (
        Paragraph(said),
        Table(
            f"{name}, {budget.year}", columns, _told(rows, int(values[YEARS])), (3, 2, 2, 2, 2, 2)
        ),
        Items.flat(
            *past_money(budget.lines, budget),
            *unlike_days(budget.lines, budget),
            f"The {budget.work.name} counted here is {now['equity_fte']:.2f} FTE; "
            f"{now['strict_fte']:.2f} of them are in the strict baseline.",
            "Strict: money that recurs and may be spent on anything. Broad: money that recurs. "
            "Money with a last day is in neither, however far away the day is: the horizon only "
            "moves it from “after” to “inside”. Money without a last day stays.",
            *_as_listed(budget, values),
            *(judged_lines.only_listed(budget.lines, budget.work) if budget.own else []),
            *_benefits(budget),
            *_months_only(budget),
            _goes_on(budget),
            "Judging a line changes what is counted and moves no dollar. Which paper would you ask "
            "for before you claim it?",
        ),
    )


def _told(rows: Sequence[tuple[int, tuple[str, ...]]], chosen: int) -> tuple[tuple[str, ...], ...]:
    """Return a row for each horizon at which something moves, and say where the chosen one is."""
    told = []
    for years, cells in in_runs(rows):
        name = _years(years[-1]) if len(years) == 1 else f"{years[0]} to {_years(years[-1])}"
        here = f" (chosen: {chosen})" if len(years) > 1 else " (chosen)"
        told.append((f"{name}{here if chosen in years else ''}", *cells))
    return tuple(told)


def _goes_on(budget: Budget) -> str:
    """Say where judgments are counted next, or that they are not kept."""
    if not budget.own:
        return "This is practice: opened again, each line stands as the file has it."
    count = len(judged_lines.which(budget.lines, judged_lines.kept()))
    said = f"Saved: {counted(count, 'line')} judged." if count else "What you judge is saved."
    return f"{said} “End one grant” counts it, and your list of lines offers to take it."


def _as_listed(budget: Budget, values: Mapping[str, str]) -> list[str]:
    """Say of each line that is judged here and otherwise in the list that the list counts."""
    listed = judged_lines.in_list() if budget.own else {}
    told = []
    for id, line in _to_judge(budget).items() if listed else ():
        percent, _ = judged_lines.listed_of(line, listed)
        share = judged_lines.share_of(values.get(id, AS_IT_IS))
        if percent is not None and share and round(100 * share[0], 2) != round(percent, 2):
            told.append(
                f"In your list of lines you wrote {percent:g} % for {name_of(line)}, and here "
                f"{100 * share[0]:g} %. Your list counts: change it there."
            )
    return told


def _follows_salaries(budget: Budget) -> Any:
    """Say of each line whether it holds benefits; one that was judged all the same is asked."""
    known = judged_lines.which(budget.lines, judged_lines.kept()).index
    return fringe_lines(budget.lines) & ~budget.lines.index.isin(known)


def _benefits(budget: Budget) -> list[str]:
    """Say once that benefits are asked nothing of their own."""
    if not budget.own or not _follows_salaries(budget).any():
        return []
    return [
        "Lines of benefits, or of pay such as overtime, are not asked here: each counts as the "
        "salaries that it belongs to. "
        "Give it the same share in your list of lines."
    ]


def _months_only(budget: Budget) -> list[str]:
    """Say why a fund of some months is not raised to a whole year here."""
    facts = whose_budget.fund_facts() if budget.own else {}
    funds = [fund for fund, each in facts.items() if each.months_only and each.ends]
    if not funds:
        return []
    return [
        "Dollars are those of this year's budget, as finance adds them up. What a whole year of "
        f"{', '.join(funds)} costs stands in “End one grant”, and in your paper."
    ]


def _percent(share: float) -> str:
    return "" if pd.isna(share) else f"{100 * share:.1f} %"


def _years(number: int) -> str:
    return counted(number, "year")


def _words() -> list[tuple[str, str]]:
    plural = ("to the end of this year", "1 year ahead", *(f"{n} years ahead" for n in range(2, 9)))
    return [(str(number), plural[number]) for number in range(MOST + 1)]
