"""End one grant on a day: people, services, indirect money, and three years of what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from groundwork.learner import chosen_file
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import whose_budget
from groundwork.screen.activities.whose_budget import MONTHS, WHOLE_YEAR, Budget
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.ending import (
    EndedFund,
    end_fund,
    pick_up,
    pick_up_in_all,
    unpaid_share,
    whole_year,
)
from groundwork.subject.budget.line_kinds import BENEFITS, ONE_OFF, SERVICE, STAFF, line_kinds
from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import name_of
from groundwork.subject.budget.years import horizon_after, last_day, months_after
from groundwork.subject.counts import counted
from groundwork.subject.days import in_words

FUNDS = ("F410", "F330", "F320", "F360")
AFTER = (3, 6, 9, 12, 17, 26)  # months after the budget's year, for days to try
SOON = 4  # years: money that goes on for longer is no grant that ends now
MOST_FUNDS, MOST_LINES = 12, 12  # of a file of the learner's own
ROUNDED = (
    "Each figure is rounded to whole dollars by itself, so rows may differ from their total by a "
    "dollar."
)
PICK_UP, STOP = "pick up", "stop"
BRIDGES = {"6": "bridge for 6 months", "12": "bridge for 12 months"}
DO = ((PICK_UP, "pick up"), *BRIDGES.items(), (STOP, "stop"))
PERCENTS = tuple((str(each), f"{each} %") for each in (0, 10, 15))
COVERS = ((WHOLE_YEAR, "a whole year"), (MONTHS, "only the months until its last day"))
RISES = tuple((str(each), f"{each} % a year") for each in (0, 2, 3, 5))


def end_the_grant(name: str = "end_the_grant") -> WhatIf:
    """Return the choice of a fund, its last day, and what to do with positions and services.

    The funds are Riverbend's, or those of a file of the learner's own that have a last day.
    """
    shown = WhatIf(
        name,
        "End the grant",
        _controls(whose_budget.of(None)),
        _show,
        now=lambda: _controls(_budget()),
        stored=lambda values: _of(whose_budget.of(None), values),
    )
    chosen_file.follow(whose_budget.KIND, name, shown.turn)
    return shown


def _budget() -> Budget:
    """Return the budget of now; Riverbend's where a file gives no fund a last day."""
    budget = whose_budget.now()
    return budget if _funds(budget) else whose_budget.of(None)


def _funds(budget: Budget) -> dict[str, tuple[str, pd.Timestamp]]:
    """Return the funds that can end, the largest first: what each is called, and its last day."""
    lines = budget.lines
    if not budget.own:
        first = lines.drop_duplicates("fund").set_index("fund")
        return {fund: (first["fund_label"][fund], first["ends"][fund]) for fund in FUNDS}
    ending = lines[lines["fund"].notna() & lines["ends"].notna()]
    soon = ending["ends"] <= horizon_after(budget.year, SOON, budget.first_month)
    ending = ending[soon] if soon.any() else ending
    by_fund = ending.groupby("fund", sort=False)
    largest = by_fund["amount"].sum().sort_values(ascending=False, kind="stable").index[:MOST_FUNDS]
    called = ending.drop_duplicates("fund").set_index("fund")["fund_label"]
    last = by_fund["ends"].max()
    return {
        str(fund): ("" if pd.isna(called[fund]) else str(called[fund]), last[fund])
        for fund in largest
    }


def _controls(budget: Budget) -> list[Control]:
    known = _funds(budget)
    funds = tuple(
        # The day first: a narrow menu cuts off the end.
        (fund, f"{fund}, ends {in_words(day.date())}{': ' if label else ''}{label}")
        for fund, (label, day) in known.items()
    )
    days = _days(budget, [day for _, day in known.values()])
    own_days = {fund: f"{day:%Y-%m-%d}" for fund, (_, day) in known.items()}
    decide = "What do you do?"
    return [
        Control("fund", "The grant that ends", funds, funds[0][0]),
        Control(
            "day",
            "Its last day",
            days,
            own_days[funds[0][0]],
            SLIDE,
            "It begins at the last day of the grant that you choose. Try an earlier one too.",
            follows="fund",
            starts=own_days,
        ),
        Control("staff", "Positions", DO, PICK_UP, group=decide),
        Control("services", "Services and contracts", DO, PICK_UP, group=decide),
        Control("rise", "Prices and pay rise by", RISES, "3", group=decide),
        Control(
            "indirect",
            "The grant pays toward offices and payroll",
            PERCENTS,
            "10",
            help="In percent of its staff lines. Your grants office knows your rate. Lines of "
            "indirect cost count instead, where the fund has them.",
            group=decide,
        ),
        *_covers(budget, known),
    ]


def _covers(budget: Budget, funds: Mapping[str, tuple[str, pd.Timestamp]]) -> list[Control]:
    """Ask what an amount is for, where money of the learner's own ends inside the year."""
    if not budget.own or not any(_ends_inside(budget, day) for _, day in funds.values()):
        return []
    said = whose_budget.fund_facts()
    starts = {
        fund: MONTHS if fund in said and said[fund].months_only else WHOLE_YEAR for fund in funds
    }
    help = (
        f"Of a fund that ends inside {budget.year}. Many are adopted for their months only: ask "
        "finance."
    )
    start = next(iter(starts.values()))
    control = Control("covers", "Its amounts are for", COVERS, start, help=help)
    return [replace(control, follows="fund", starts=starts)]


def _ends_inside(budget: Budget, day: pd.Timestamp) -> bool:
    return 0 < unpaid_share(day, budget.year, budget.first_month) < 1


def _lines(budget: Budget, values: Mapping[str, str]) -> pd.DataFrame:
    """Return the lines with what each costs in a whole year, as the learner says it is meant."""
    if values.get("covers") != MONTHS:
        return budget.lines
    found = budget.lines.copy()
    found["amount"] = [
        whole_year(round(100 * amount), day, budget.year, budget.first_month) / 100
        if pd.notna(day) and kind != ONE_OFF
        else amount
        for amount, day, kind in zip(
            found["amount"], found["ends"], line_kinds(as_lines(found)), strict=True
        )
    ]
    return found


def _days(budget: Budget, more: Sequence[pd.Timestamp]) -> tuple[tuple[str, str], ...]:
    """Return days to try: months after the end of the budget's year, and the funds' own days."""
    end = last_day(budget.year, budget.first_month)
    days = {*(end + pd.offsets.MonthEnd(months) for months in AFTER), *more}
    return tuple((f"{day:%Y-%m-%d}", in_words(day.date())) for day in sorted(days))


def _show(values: Mapping[str, str]) -> Shown:
    return _of(_budget(), values)


def _of(budget: Budget, values: Mapping[str, str]) -> Shown:
    lines = _lines(budget, values)
    ended = end_fund(lines, values["fund"], budget.year, values["day"], values["indirect"])
    here = lines[lines["fund"] == ended.fund]
    filled = ""
    if "positions_filled" in here:
        count = int(here.loc[here["positions"].notna(), "positions_filled"].sum())
        filled = f", {count} of them filled"
    if part := int(here.get("positions_in_part", pd.Series(dtype=float)).sum()):
        filled += f", {part} of them paid here only in part"
    services = show_dollars(ended.service_cents)
    said = (
        f"When {ended.fund} ends on {in_words(ended.ends.date())}, {_positions(ended.positions)} "
        f"{'goes' if ended.positions == 1 else 'go'} with it{filled}: {ended.fte:g} FTE, of which "
        f"{ended.equity_fte:.2f} are counted as equity work. With {_them(ended.positions)} go "
        f"{services} a year of services."
    )
    costs = _costs(here, ended, values, budget)
    years = list(next(iter(costs.values()), {}))
    total = pick_up_in_all(list(costs.values()))
    rows = [(what, *(show_dollars(paid[year]) for year in years)) for what, paid in costs.items()]
    rows.append(("The department pays", *(show_dollars(total[year]) for year in years)))
    return (
        Paragraph(said),
        Table(
            "What the department pays for what it goes on with",
            ("Line", *years),
            tuple(rows),
            (5, *[2] * len(years)),
        ),
        Items.flat(
            *_remarks(ended, values),
            *_inside(budget, ended, values),
            *_of_the_fund(here),
            ROUNDED,
            *_whose(budget),
        ),
    )


def _inside(budget: Budget, ended: EndedFund, values: Mapping[str, str]) -> list[str]:
    """Ask about a fund that ends inside the year: its amounts may be those of a few months."""
    day = _funds(budget)[ended.fund][1]
    if not _ends_inside(budget, day):
        return []
    if values.get("covers") == MONTHS:
        return [
            f"Its amounts are taken for the months until {in_words(day.date())}, and raised to "
            "those of a whole year."
        ]
    return [
        f"Its last day, {in_words(day.date())}, lies inside {budget.year}. Its amounts are taken "
        "as those of a whole year: were they adopted for its months only, going on costs more."
    ]


def _of_the_fund(here: pd.DataFrame) -> list[str]:
    """Say which positions another fund pays in part, and that a match is asked for."""
    found = []
    parts = here.get("positions_in_part", pd.Series(dtype=float)).fillna(0)
    if count := int(parts.sum()):
        roles = "; ".join(str(name) for name in here.loc[parts > 0, "purpose"])
        found.append(
            f"Of these, {_positions(count)} {'is' if count == 1 else 'are'} paid by another fund "
            f"too: {roles}. Only this fund's part of the pay ends; ask what becomes of the rest."
        )
    if "match_required" in here and (here["match_required"].astype(str) == "yes").any():
        found.append(
            "This fund asks for a match: money of the department beside its own. These lines do "
            "not say how much, so the table has none of it. Ask the grants office what becomes of "
            "the match when the grant ends."
        )
    return found


def _whose(budget: Budget) -> list[str]:
    """Say whose fund this is where a file of the learner's own is in use."""
    if not whose_budget.now().own:
        return []
    if budget.own:
        return [
            f"This is {budget.name}, {budget.year}. Without a number of positions, each line "
            "counts its FTE, rounded up."
        ]
    return [f"Your file gives no fund a last day, so this is still {budget.name}."]


def _costs(
    here: pd.DataFrame, ended: EndedFund, values: Mapping[str, str], budget: Budget
) -> dict[str, dict[str, int]]:
    """Return for each line what the department pays in three years, as decided.

    Of a fund with many lines the largest are named, and the others added up.
    """
    found: dict[str, dict[str, int]] = {}
    known = here.assign(kind=line_kinds(as_lines(here)))
    # Indirect cost stays with the department, and what is paid once is not paid again.
    goes_on = known[known["kind"].isin((STAFF, BENEFITS, SERVICE))]
    ordered = goes_on.sort_values("amount", ascending=False, kind="stable")
    for at, (_, line) in enumerate((ordered if budget.own else goes_on).iterrows()):
        is_staff = line["kind"] != SERVICE  # benefits stay with their position
        do = values["staff" if is_staff else "services"]
        cents = 0 if do == STOP else round(100 * line["amount"])
        until = months_after(ended.ends, int(do)) if do in BRIDGES else None
        paid = pick_up(
            *(cents, ended.ends, budget.year, values["rise"]),
            first_month=budget.first_month,
            until=until,
        )
        what = str(line["purpose"]) if pd.notna(line["purpose"]) else name_of(line)
        if at >= MOST_LINES:
            what = "Other lines with staff" if is_staff else "Other lines"
        before = found.get(what)
        found[what] = pick_up_in_all([before, paid]) if before else paid
    return found


def _remarks(ended: EndedFund, values: Mapping[str, str]) -> list[str]:
    names = "; ".join(f"{role} ({count})" for role, count in ended.roles)
    found = [f"Positions: {names}. One position of which a part is equity work is one person."]
    if ended.equity_fte < ended.fte:
        found.append(
            "Equity FTE is the smaller number because a share is in part, or is not filled in. Say "
            "both: the people go whole."
        )
    by_lines = ", by its own lines" if ended.indirect_has_lines else ""
    found.append(
        f"Lost with the grant: {show_dollars(ended.indirect_cents)} a year toward offices, payroll "
        f"and accounting{by_lines}. Those costs stay."
    )
    if ended.once_cents:
        found.append(
            f"{show_dollars(ended.once_cents)} of the fund is paid once, such as a carryforward or "
            "an adjustment. It is in no later year."
        )
    for kind in ("staff", "services"):
        what = "Positions" if kind == "staff" else "Services"
        if values[kind] == STOP:
            found.append(f"{what} stop. Who is told, by whom, and how long before?")
        elif values[kind] in BRIDGES:
            out = months_after(ended.ends, int(values[kind]))
            found.append(
                f"{what}: the bridge ends on {in_words(out.date())}. A bridge without a decision "
                "by then is a cut with a delay."
            )
    found.append(
        "Notice, bumping and the order of layoffs are for HR and the agreement with the union. Ask "
        "before you name a position."
    )
    return found


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def _positions(count: int) -> str:
    return counted(count, "position")
