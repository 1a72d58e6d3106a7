"""End one grant on a day, or each of its lines on its own: the choice, and what to do then."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from groundwork.learner import chosen_file
from groundwork.screen.activities import whose_budget
from groundwork.screen.activities.ending_funds import (
    EACH,
    EndingFund,
    budget_with_ends,
    ending_funds,
    inside,
)
from groundwork.screen.activities.grant_ended import BRIDGES, PICK_UP, STOP, ended
from groundwork.screen.activities.whose_budget import MONTHS, WHOLE_YEAR, Budget
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.years import last_day
from groundwork.subject.days import in_words

AFTER = (3, 6, 9, 12, 17, 26)  # months after the budget's year, for days to try
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
        now=lambda: _controls(budget_with_ends()),
        stored=lambda values: ended(whose_budget.of(None), values),
    )
    chosen_file.follow(whose_budget.KIND, name, shown.turn)
    return shown


def _show(values: Mapping[str, str]) -> Shown:
    return ended(budget_with_ends(), values)


def _controls(budget: Budget) -> list[Control]:
    known = ending_funds(budget)
    funds = tuple(
        # The day first: a narrow menu cuts off the end.
        (fund, f"{fund}, ends {each.when}{': ' if each.label else ''}{each.label}")
        for fund, each in known.items()
    )
    starts = {fund: each.start for fund, each in known.items()}
    help = "It begins at the last day of the grant that you choose. Try an earlier one too."
    if EACH in starts.values():
        help = (
            "A fund whose lines have several last days begins with each line's own. Choose one day "
            "to see all of it end then."
        )
    decide = "What do you do?"
    return [
        Control("fund", "The grant that ends", funds, funds[0][0]),
        Control(
            "day",
            "Its last day",
            _days(budget, known),
            starts[funds[0][0]],
            SLIDE,
            help,
            follows="fund",
            starts=starts,
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


def _covers(budget: Budget, funds: Mapping[str, EndingFund]) -> list[Control]:
    """Ask what an amount is for, where money of the learner's own ends inside the year."""
    if not budget.own or not any(inside(budget, each.days) for each in funds.values()):
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


def _days(budget: Budget, funds: Mapping[str, EndingFund]) -> tuple[tuple[str, str], ...]:
    """Return days to try: months after the end of the budget's year, and the funds' own days."""
    end = last_day(budget.year, budget.first_month)
    own = [day for each in funds.values() for day in each.days]
    days: Sequence[pd.Timestamp] = sorted(
        {*(end + pd.offsets.MonthEnd(months) for months in AFTER), *own}
    )
    found = [(f"{day:%Y-%m-%d}", in_words(day.date())) for day in days]
    if any(each.start == EACH for each in funds.values()):
        found.insert(0, (EACH, "each line's own last day"))
    return tuple(found)
