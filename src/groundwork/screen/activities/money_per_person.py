"""Equity money for each resident, as printed and in one year's prices, and one's own."""

from collections.abc import Mapping

from groundwork.learner import datasets
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.activities.own_per_person import own_per_person
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.what_if import Control, Shown, WhatIf
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.deflate import Deflator, per_person
from groundwork.subject.budget.money import show, show_dollars
from groundwork.subject.budget.steps import steps_in_words
from groundwork.subject.budget.years import horizon_after

PRINTED = "printed"
YEARS = ("FY2022", "FY2023", "FY2024", "FY2025", "FY2026")
RISES = (
    (PRINTED, "as printed"),
    *((str(each), f"in prices of {riverbend.YEAR}, {each} % a year") for each in (2, 3, 5)),
)


def money_per_person(name: str = "money_per_person") -> Stack:
    """Return Riverbend's money per person, and a list for the money of the learner's own place."""
    return Stack(riverbend_per_person(name), *own_per_person())


def riverbend_per_person(name: str = "money_per_person") -> WhatIf:
    """Return five years of Riverbend's equity money, per person, in the prices chosen."""
    controls = (Control("prices", "Prices", RISES, PRINTED),)
    return WhatIf(name, "Per person, and in one year's prices", controls, _show)


def _show(values: Mapping[str, str]) -> Shown:
    lines = datasets.read(riverbend.NAMES["budget_lines"])
    years = baseline(lines, horizon_after(riverbend.YEAR, 3))
    cents = years["equity_cents"]
    people = datasets.read(riverbend.POPULATION)
    everyone = int(people["people"].sum())
    area = int(people[people["priority_area"] == "yes"]["people"].sum())
    # One year of people stands for all five: the file has no other.
    counts = (dict.fromkeys(YEARS, everyone), dict.fromkeys(YEARS, area))
    front = ""
    if values["prices"] == PRINTED:
        found = per_person(cents, *counts)
    else:
        rise = 1 + int(values["prices"]) / 100
        index = {year: f"{100 * rise**at:.9f}" for at, year in enumerate(YEARS)}
        deflator = Deflator(
            f"{values['prices']} % a year", "chosen here, no published index", index
        )
        found, front = per_person(cents, *counts, riverbend.YEAR, deflator), "real_"
    recurs = years["broad_share"].to_numpy(dtype=float)
    rows = tuple(
        (
            str(year),
            show_dollars(each[f"{front}cents"]),
            f"{100 * share:.0f} %",
            show(each[f"{front}per_person_cents"]),
            show(each[f"{front}per_priority_person_cents"]),
        )
        for (year, each), share in zip(found.iterrows(), recurs, strict=True)
    )
    moved = steps_in_words(YEARS, list(found[f"{front}cents"]), "the equity money")
    return (
        Paragraph(f"{moved} All dollars are {dict(RISES)[values['prices']]}."),
        Table(
            "Equity money of Riverbend County (invented), whatever its fund",
            (
                *("Year", "Dollars", "Of it, in the broad baseline: it recurs"),
                *("Per resident", "Per resident of the priority area"),
            ),
            rows,
            (2, 3, 3, 3, 4),
        ),
        Items.flat(
            f"{everyone:,} residents, {area:,} of them in the priority area, both of 2025 and used "
            "for every year. Money divided by fewer people looks larger without being more.",
            "Use the index of your finance office, and name it.",
        ),
    )
