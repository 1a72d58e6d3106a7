"""What follows when a grant ends: people, services, indirect money, and what going on costs."""

from collections.abc import Mapping, Sequence

import pandas as pd

from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import judged_lines, whose_budget
from groundwork.screen.activities.ending_funds import (
    EACH,
    ending_funds,
    inside,
    lines_of,
)
from groundwork.screen.activities.past_money import past_money
from groundwork.screen.activities.unlike_days import unlike_days
from groundwork.screen.activities.whose_budget import MONTHS, Budget
from groundwork.screen.widgets.what_if import Shown
from groundwork.subject.budget.counted_work import CountedWork
from groundwork.subject.budget.ending import (
    YEARS,
    EndedFund,
    end_fund,
    first_unpaid_year,
    line_ends,
    pick_up,
    pick_up_in_all,
)
from groundwork.subject.budget.equity import not_judged
from groundwork.subject.budget.line_kinds import BENEFITS, SERVICE, STAFF, line_kinds
from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import name_of
from groundwork.subject.budget.years import months_after, year_number
from groundwork.subject.counts import counted
from groundwork.subject.days import from_to, in_words

MOST_LINES = 12  # that are named, of a file of the learner's own
MOST_YEARS = 6  # side by side
PICK_UP, STOP = "pick up", "stop"
BRIDGES = {"6": "bridge for 6 months", "12": "bridge for 12 months"}
ROUNDED = (
    "Each figure is rounded to whole dollars by itself, so rows may differ from their total by a "
    "dollar."
)


def ended(budget: Budget, values: Mapping[str, str]) -> Shown:
    """Return what ends with a fund on the chosen day, and what going on costs by year."""
    here, gone = lines_of(budget, values["fund"], values)
    day = None if values["day"] == EACH else values["day"]
    found = end_fund(here, values["fund"], budget.year, day, values["indirect"])
    ends = line_ends(here, day)
    costs = _costs(here, ends, values, budget)
    years = list(next(iter(costs.values()), {}))
    total = pick_up_in_all(list(costs.values()))
    rows = [(what, *(show_dollars(paid[year]) for year in years)) for what, paid in costs.items()]
    rows.append(("The department pays", *(show_dollars(total[year]) for year in years)))
    return (
        Paragraph(_said(here, found, budget)),
        Table(
            "What the department pays for what it goes on with",
            ("Line", *years),
            tuple(rows),
            (5, *[2] * len(years)),
        ),
        Items.flat(
            *_judged(here, max(ends), budget),
            *past_money(here, budget),
            *unlike_days(here, budget),
            *_several(here, ends, budget, values),
            *_without_a_day(here),
            *_remarks(found, values, budget.work),
            *_inside(budget, found, values),
            *_of_the_fund(here),
            *_gone(gone, budget),
            ROUNDED,
            *_whose(budget),
        ),
    )


def _said(here: pd.DataFrame, found: EndedFund, budget: Budget) -> str:
    filled = ""
    services = show_dollars(found.service_cents)
    when = "on" if len(found.days) == 1 else "line by line from"
    starts = f"When {found.fund} ends {when} {from_to(found.days)}"
    if budget.own and not found.positions and not found.fte:
        return (  # a file without FTE says nothing of people: 0 would be an answer
            f"{starts}, how many people go with it is not known: none of its lines has FTE or "
            f"positions. With it go {services} a year of services, or of salaries whose FTE is "
            "not in the file."
        )
    if "positions_filled" in here:
        count = int(here.loc[here["positions"].notna(), "positions_filled"].sum())
        filled = f", {count} of them filled"
    if part := int(here.get("positions_in_part", pd.Series(dtype=float)).sum()):
        filled += f", {part} of them paid here only in part"
    return (
        f"{starts}, {_positions(found.positions)} "
        f"{'goes' if found.positions == 1 else 'go'} with it{filled}: {found.fte:g} FTE"
        f"{_equity_fte(here, found, budget.work)}. With {_them(found.positions)} go "
        f"{services} a year of services."
    )


def _equity_fte(here: pd.DataFrame, found: EndedFund, work: CountedWork) -> str:
    """Say how much of the positions counts, of those lines that hold any, or that nobody said."""
    fte = here["fte"].fillna(0)
    is_open = not_judged(here) & (fte > 0).to_numpy(bool)
    if not found.fte:
        return ""
    if not is_open.any():
        return f", of which {found.equity_fte:.2f} are counted as {work.name}"
    if is_open.sum() == (fte > 0).sum():
        return f"; nobody has said yet how much of it is {work.name}"
    return (
        f", of which {found.equity_fte:.2f} are counted as {work.name} and "
        f"{fte[is_open].sum():g} not judged yet"
    )


def _judged(here: pd.DataFrame, day: pd.Timestamp, budget: Budget) -> list[str]:
    """Say how much of the counted FTE rests on the learner's judgment of their own lines."""
    return judged_lines.only_judged(here, day, budget.work, in_fte=True) if budget.own else []


def _several(
    here: pd.DataFrame,
    ends: Sequence[pd.Timestamp],
    budget: Budget,
    values: Mapping[str, str],
) -> list[str]:
    """Say what ends on which day, where the lines of a fund have several last days."""
    days = ending_funds(budget)[values["fund"]].days
    if len(days) < 2:
        return []
    words = "; ".join(in_words(day.date()) for day in days)
    said = f"{values['fund']} holds money with {counted(len(days), 'last day')}: {words}."
    if values["day"] != EACH:
        return [f"{said} Here all of it ends on {in_words(ends[0].date())}."]
    by_day = here.assign(_day=ends).groupby("_day", sort=True)["amount"]
    found = [
        f"{_ends(pd.Timestamp(str(day)), budget)}: {counted(len(amounts), 'line')}, "
        f"{show_dollars(sum(round(100 * amount) for amount in amounts))} a year."
        for day, amounts in by_day
    ]
    return [f"{said} Each line ends on its own.", *found]


def _ends(day: pd.Timestamp, budget: Budget) -> str:
    is_past = budget.today is not None and day.date() < budget.today
    return f"{'Ended' if is_past else 'Ends'} on {in_words(day.date())}"


def _without_a_day(here: pd.DataFrame) -> list[str]:
    """Ask about the lines of the fund that have no last day: here they end with the others."""
    count = int(here["ends"].isna().sum())
    if not count:
        return []
    return [
        f"{counted(count, 'line')} of the fund {'has' if count == 1 else 'have'} no last day, "
        f"and {'ends' if count == 1 else 'end'} here with the latest of the others: is that so?"
    ]


def _inside(budget: Budget, found: EndedFund, values: Mapping[str, str]) -> list[str]:
    """Ask about a fund that ends inside the year: its amounts may be those of a few months."""
    days = inside(budget, ending_funds(budget)[found.fund].days)
    if not days:
        return []
    words = " and ".join(in_words(day.date()) for day in days)
    if values.get("covers") == MONTHS:
        return [
            "Taken for its months only, and raised to a whole year: each amount with a last day "
            f"of {words}."
        ]
    return [
        f"{'A last day' if len(days) == 1 else 'Last days'} inside {budget.year}: {words}. Those "
        "amounts are taken as those of a whole year: were they adopted for their months only, "
        "going on costs more."
    ]


def _gone(lines: pd.DataFrame, budget: Budget) -> list[str]:
    """Say which lines of the fund ended before the year, and so are not counted."""
    if lines.empty:
        return []
    names = "; ".join(name_of(line) for _, line in lines.iterrows())
    return [f"Not counted, since the money ended before {budget.year}: {names}."]


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
    return [f"No last day of a fund was read from your file, so this is still {budget.name}."]


def _costs(
    here: pd.DataFrame,
    ends: Sequence[pd.Timestamp],
    values: Mapping[str, str],
    budget: Budget,
) -> dict[str, dict[str, int]]:
    """Return for each line what the department pays, from its own last day on, as decided.

    The years run from the first in which a line ends to three from the last, and are six at most.
    Of a fund with many lines the largest are named, and the others added up; one alone is named.
    """
    found: dict[str, dict[str, int]] = {}
    first, last = (first_unpaid_year(day, budget.first_month) for day in (min(ends), max(ends)))
    count = min(MOST_YEARS, year_number(last) - year_number(first) + YEARS)
    known = here.assign(kind=line_kinds(as_lines(here)), last_day=list(ends))
    # Indirect cost stays with the department, and what is paid once is not paid again.
    goes_on = known[known["kind"].isin((STAFF, BENEFITS, SERVICE))]
    ordered = goes_on.sort_values("amount", ascending=False, kind="stable")
    shown = ordered if budget.own else goes_on
    for (_, line), what in zip(shown.iterrows(), _named(shown), strict=True):
        is_staff = line["kind"] != SERVICE  # benefits stay with their position
        do = values["staff" if is_staff else "services"]
        cents = 0 if do == STOP else round(100 * line["amount"])
        day = line["last_day"]
        paid = pick_up(
            *(cents, day, budget.year, values["rise"], count),
            first_month=budget.first_month,
            until=months_after(day, int(do)) if do in BRIDGES else None,
            first_year=first,
        )
        before = found.get(what)
        found[what] = pick_up_in_all([before, paid]) if before else paid
    return found


def _named(lines: pd.DataFrame) -> list[str]:
    """Name each line by what it is for; of many the last are others, unless one would be alone."""
    names = [
        str(line["purpose"]) if pd.notna(line["purpose"]) else name_of(line)
        for _, line in lines.iterrows()
    ]
    found = list(names)
    is_staff = (lines["kind"] != SERVICE).to_numpy(bool)
    for staff, others in ((True, "Other lines with staff"), (False, "Other lines")):
        rest = [at for at in range(MOST_LINES, len(names)) if is_staff[at] == staff]
        if len({names[at] for at in rest}) > 1:
            for at in rest:
                found[at] = others
    return found


def _remarks(fund: EndedFund, values: Mapping[str, str], work: CountedWork) -> list[str]:
    found = []
    if names := "; ".join(f"{role} ({count})" for role, count in fund.roles):
        said = f"Positions: {names}. One position of which a part is {work.name} is one person."
        found.append(said)
    if fund.equity_fte < fund.fte:
        found.append(
            f"{work.fte} is the smaller number because a share is in part, or is not filled in. "
            "Say both: the people go whole."
        )
    by_lines = ", by its own lines" if fund.indirect_has_lines else ""
    found.append(
        f"Lost with the grant: {show_dollars(fund.indirect_cents)} a year toward offices, payroll "
        f"and accounting{by_lines}. Those costs stay."
    )
    if fund.once_cents:
        found.append(
            f"{show_dollars(fund.once_cents)} of the fund is paid once, such as a carryforward or "
            "an adjustment. It is in no later year."
        )
    for kind in ("staff", "services"):
        what = "Positions" if kind == "staff" else "Services"
        if values[kind] == STOP:
            found.append(f"{what} stop. Who is told, by whom, and how long before?")
        elif values[kind] in BRIDGES:
            out = [months_after(day, int(values[kind])) for day in fund.days]
            when = "on" if len(out) == 1 else "line by line from"
            found.append(
                f"{what}: the bridge ends {when} {from_to(out)}. A bridge without a decision by "
                "then is a cut with a delay."
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
