"""Equity money for each resident, as printed and in one year's prices."""

from collections.abc import Mapping

from groundwork.learner import datasets
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.widgets.what_if import Control, Shown, WhatIf
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.deflate import Deflator, per_person
from groundwork.subject.budget.money import show, show_dollars
from groundwork.subject.budget.years import horizon_after

PRINTED = "printed"
YEARS = ("FY2022", "FY2023", "FY2024", "FY2025", "FY2026")
RISES = (
    (PRINTED, "as printed"),
    *((str(each), f"in prices of {riverbend.YEAR}, {each} % a year") for each in (2, 3, 5)),
)


def money_per_person(name: str = "money_per_person") -> WhatIf:
    """Return five years of Riverbend's equity money, per person, in the prices chosen."""
    controls = (Control("prices", "Prices", RISES, PRINTED),)
    return WhatIf(name, "Per person, and in one year's prices", controls, _show)


def _show(values: Mapping[str, str]) -> Shown:
    lines = datasets.read(riverbend.NAMES["budget_lines"])
    cents = baseline(lines, horizon_after(riverbend.YEAR, 3))["equity_cents"]
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
    rows = tuple(
        (
            year,
            show_dollars(each[f"{front}cents"]),
            show(each[f"{front}per_person_cents"]),
            show(each[f"{front}per_priority_person_cents"]),
        )
        for year, each in found.iterrows()
    )
    first, last = found[f"{front}cents"].iloc[0], found[f"{front}cents"].iloc[-1]
    change = 100 * (last / first - 1)
    return (
        Paragraph(
            f"From {YEARS[0]} to {YEARS[-1]} the equity money went from {show_dollars(first)} to "
            f"{show_dollars(last)}, {abs(change):.0f} % {'more' if change >= 0 else 'less'}, "
            f"{dict(RISES)[values['prices']]}."
        ),
        Table(
            "Equity money of Riverbend County (invented), whatever its fund",
            ("Year", "Dollars", "Per resident", "Per resident of the priority area"),
            tuple((str(row[0]), *row[1:]) for row in rows),
            (2, 3, 3, 4),
        ),
        Items.flat(
            f"{everyone:,} residents, {area:,} of them in the priority area, both of 2025 and used "
            "for every year. Money divided by fewer people looks larger without being more.",
            "Use the index of your finance office, and name it.",
        ),
    )
