"""End one grant on a day: people, services, indirect money, and three years of what to do."""

from collections.abc import Mapping

import pandas as pd

from groundwork.learner.papers.model import Items, Paragraph, Table, in_words
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.ending import EndedFund, end_fund, pick_up, pick_up_in_all
from groundwork.subject.budget.money import show_dollars

FUNDS = ("F410", "F330", "F320", "F360")
DAYS = ("2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30", "2027-11-30", "2028-08-31")
PICK_UP, STOP = "pick up", "stop"
BRIDGES = {"6": "bridge for 6 months", "12": "bridge for 12 months"}
DO = ((PICK_UP, "pick up"), *BRIDGES.items(), (STOP, "stop"))
PERCENTS = tuple((str(each), f"{each} %") for each in (0, 10, 15))
RISES = tuple((str(each), f"{each} % a year") for each in (0, 2, 3, 5))


def end_the_grant(name: str = "end_the_grant") -> WhatIf:
    """Return the choice of a fund, its last day, and what to do with positions and services."""
    table = riverbend.lines()
    labels = table.drop_duplicates("fund").set_index("fund")["fund_label"]
    ends = table.drop_duplicates("fund").set_index("fund")["ends"]
    funds = tuple(
        (fund, f"{fund} {labels[fund]}, last day {in_words(ends[fund].date())}") for fund in FUNDS
    )
    days = tuple((day, in_words(pd.Timestamp(day).date())) for day in DAYS)
    decide = "What do you do?"
    return WhatIf(
        name,
        "End the grant",
        (
            Control("fund", "The grant that ends", funds, FUNDS[0]),
            Control("day", "Its last day", days, DAYS[1], SLIDE, "Try an earlier day too."),
            Control("staff", "Positions", DO, PICK_UP, group=decide),
            Control("services", "Services and contracts", DO, PICK_UP, group=decide),
            Control("rise", "Prices and pay rise by", RISES, "3", group=decide),
            Control(
                "indirect",
                "The grant pays toward offices and payroll",
                PERCENTS,
                "10",
                help="In percent of its staff lines. Your grants office knows your rate.",
                group=decide,
            ),
        ),
        _show,
    )


def _show(values: Mapping[str, str]) -> Shown:
    lines = riverbend.lines()
    ended = end_fund(lines, values["fund"], riverbend.YEAR, values["day"], values["indirect"])
    staff = lines[(lines["fund"] == ended.fund) & lines["positions"].notna()]
    filled = int(staff["positions_filled"].sum())
    services = show_dollars(ended.cents - ended.staff_cents)
    said = (
        f"When {ended.fund} ends on {in_words(ended.ends.date())}, {_positions(ended.positions)} "
        f"go with it, {filled} of them filled: {ended.fte:g} FTE, of which {ended.equity_fte:.2f} "
        f"are counted as equity work. With them go {services} a year of services."
    )
    costs = _costs(lines, ended, values)
    years = list(next(iter(costs.values())))
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
        Items.flat(*_remarks(ended, values)),
    )


def _costs(
    lines: pd.DataFrame, ended: EndedFund, values: Mapping[str, str]
) -> dict[str, dict[str, int]]:
    """Return for each line what the department pays in three years, as decided."""
    found = {}
    here = lines[lines["fund"] == ended.fund]
    for _, line in here.iterrows():
        do = values["staff" if line["object"] == "staff" else "services"]
        cents = 0 if do == STOP else round(100 * line["amount"])
        until = ended.ends + pd.DateOffset(months=int(do)) if do in BRIDGES else None
        found[str(line["purpose"])] = pick_up(
            cents, ended.ends, riverbend.YEAR, values["rise"], until=until
        )
    return found


def _remarks(ended: EndedFund, values: Mapping[str, str]) -> list[str]:
    names = "; ".join(f"{role} ({count})" for role, count in ended.roles)
    found = [f"Positions: {names}. One position of which a part is equity work is one person."]
    if ended.equity_fte < ended.fte:
        found.append(
            "Equity FTE is the smaller number because a share is in part, or is not filled in. Say "
            "both: the people go whole."
        )
    found.append(
        f"Lost with the grant: {show_dollars(ended.indirect_cents)} a year toward offices, payroll "
        "and accounting. Those costs stay."
    )
    for kind in ("staff", "services"):
        what = "Positions" if kind == "staff" else "Services"
        if values[kind] == STOP:
            found.append(f"{what} stop. Who is told, by whom, and how long before?")
        elif values[kind] in BRIDGES:
            out = ended.ends + pd.DateOffset(months=int(values[kind]))
            found.append(
                f"{what}: the bridge ends on {in_words(out.date())}. A bridge without a decision "
                "by then is a cut with a delay."
            )
    found.append(
        "Notice, bumping and the order of layoffs are for HR and the agreement with the union. Ask "
        "before you name a position."
    )
    return found


def _positions(count: int) -> str:
    return f"{count} position{'' if count == 1 else 's'}"
