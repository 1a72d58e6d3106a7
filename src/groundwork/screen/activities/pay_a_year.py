"""Move people, meetings, hours and a rate: what a year of paid advice costs, and who pays."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from groundwork.learner import datasets
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.partner_pay import (
    KENT_COUNTY,
    WASHINGTON,
    PartnerCost,
    PayRules,
    partner_cost,
)
from groundwork.subject.days import in_words

WORDS = Words("pay_a_year")
NO_RULE = PayRules("no rule", "", 0)
RULES = {"none": NO_RULE, "kent": KENT_COUNTY, "washington": WASHINGTON}
EXTRAS = {"nothing": (0, 0, 0), "travel": (12, 0, 0), "care": (12, 15, 120)}
LINES = ("RB-234", "RB-208", "RB-235", "RB-236")
PEOPLE = (2, 4, 6, 8, 9, 12, 16, 20, 24)
MEETINGS = (1, 2, 4, 6, 8, 10, 12)
HOURS = ("1", "1.5", "2", "2.5", "3", "3.5", "4", "5", "6")


def pay_a_year(name: str = "pay_a_year") -> WhatIf:
    """Return the choice of who comes how often, at which rate, under which published rule."""
    table = riverbend.lines().set_index("line_id")
    lines = tuple(
        (line, f"{table.loc[line, 'purpose']}, {line}, {_dollars(table, line)}") for line in LINES
    )
    controls = (
        Control("people", WORDS("people"), _numbers(PEOPLE), "20", SLIDE),
        Control("meetings", WORDS("meetings"), _numbers(MEETINGS), "10", SLIDE),
        Control("hours", WORDS("hours"), _numbers(HOURS), "2", SLIDE),
        Control("rate", WORDS("rate"), WORDS.options("rates"), "57"),
        Control("rule", WORDS("rule"), WORDS.options("rules"), "none", help=WORDS("rule_help")),
        Control(
            "extras", WORDS("extras"), WORDS.options("extra"), "nothing", help=WORDS("extras_help")
        ),
        Control("line", WORDS("line"), lines, LINES[0]),
    )
    return WhatIf(name, WORDS("title"), controls, _show)


def _show(values: Mapping[str, str]) -> Shown:
    line: Any = riverbend.lines().set_index("line_id").loc[values["line"]]
    held = round(100 * line["amount"])
    cost = _cost(values)
    total = cost.total_cents
    left = {"line": show_dollars(held), "left": show_dollars(held - total)}
    lack = {"line": show_dollars(held), "lack": show_dollars(total - held)}
    said = WORDS(
        "follows",
        people=values["people"],
        meetings=_counted(values["meetings"], "meeting"),
        hours=_counted(values["hours"], "hour"),
        total=show_dollars(total),
        held=WORDS("holds", **left) if held >= total else WORDS("short", **lack),
    )
    rows = (
        ("Pay", show_dollars(cost.pay_cents)),
        ("Travel", show_dollars(cost.travel_cents)),
        ("Care", show_dollars(cost.care_cents)),
        ("Interpreter", show_dollars(cost.interpretation_cents)),
        ("In all", show_dollars(total)),
    )
    return (
        Paragraph(said),
        Table(WORDS("table"), ("For", WORDS("costs")), rows),
        Items.flat(
            WORDS("day", said=cost.day.in_words),
            _fund(line),
            WORDS(
                "visits",
                visits=f"{int(values['people']) * int(values['meetings']):,}",
                slowest=str(slowest_days()),
            ),
        ),
    )


def _cost(values: Mapping[str, str]) -> PartnerCost:
    travel, care, interpretation = EXTRAS[values["extras"]]
    return partner_cost(
        int(values["people"]),
        int(values["meetings"]),
        values["hours"],
        values["rate"],
        RULES[values["rule"]],
        travel,
        care,
        interpretation,
    )


def _fund(line: Any) -> str:
    fund = f"{line['fund']} {line['fund_label']}"
    if pd.isna(line["ends"]):
        return WORDS("stays", fund=fund)
    return WORDS("ends", fund=fund, day=in_words(pd.Timestamp(line["ends"]).date()))


def slowest_days() -> int:
    """Return the most days from a bill to its payment among stipends of this fiscal year."""
    paid = datasets.read(riverbend.PAYMENTS)
    paid = paid[(paid["kind"] == "stipend") & (paid["fiscal_year"] == riverbend.YEAR)]
    return int((pd.to_datetime(paid["paid"]) - pd.to_datetime(paid["invoiced"])).dt.days.max())


def _counted(number: str, one: str) -> str:
    return f"{number} {one}{'' if number == '1' else 's'}"


def _dollars(table: pd.DataFrame, line: str) -> str:
    row: Any = table.loc[line]
    return show_dollars(round(100 * row["amount"]))


def _numbers(values: tuple[int | str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((str(each), str(each)) for each in values)
