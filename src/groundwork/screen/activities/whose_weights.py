"""Move the weights by which money is shared among districts: who gains, and who loses."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from groundwork.learner import datasets
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.allocation import allocate
from groundwork.subject.budget.money import half_up, show, show_dollars, signed
from groundwork.subject.errors import UserError

WORDS = Words("whose_weights")
TOTAL = 300_000
HERE = "Mill Flats"
PEOPLE, POVERTY, BIRTHS = "people", "people_in_poverty", "births"
ERROR = {"as": Decimal(1), "low": Decimal("0.9"), "high": Decimal("1.1")}
HELD = Decimal("0.9")


def whose_weights(name: str = "whose_weights") -> WhatIf:
    """Return the choice of base, weights and a floor for the five districts of Riverbend."""
    tens = tuple((str(each), f"{each} percent") for each in range(0, 101, 10))
    bases = tuple((str(each), f"${each:,}") for each in (0, 10_000, 25_000, 50_000, 60_000))
    controls = (
        Control("base", WORDS("base"), bases, "10000"),
        Control("poverty", WORDS("poverty"), tens, "50", SLIDE),
        Control("births", WORDS("births"), tens, "0", SLIDE),
        Control("hold", WORDS("hold"), WORDS.options("holds"), "none"),
        Control("sure", WORDS("sure"), WORDS.options("sures"), "as"),
    )
    return WhatIf(name, WORDS("title"), controls, _show)


def needs(sure: str = "as") -> pd.DataFrame:
    """Return people, people in poverty and early births of each district, as counted or not."""
    people = datasets.read(riverbend.POPULATION).groupby("district", sort=False)
    found: Any = people[[PEOPLE, POVERTY]].sum()
    outcomes = datasets.read(riverbend.OUTCOMES)
    early = outcomes[
        (outcomes["measure"] == "births before 37 weeks")
        & (outcomes["fiscal_year"] == riverbend.YEAR)
    ]
    found[BIRTHS] = early.groupby("district")["events"].sum()
    table: Any = found.astype(object)
    table.loc[HERE, POVERTY] = Decimal(int(found.loc[HERE, POVERTY])) * ERROR[sure]
    return pd.DataFrame(table)


def _weights(values: Mapping[str, str]) -> dict[str, Decimal]:
    poverty = Decimal(values["poverty"]) / 100
    births = (1 - poverty) * Decimal(values["births"]) / 100
    return {POVERTY: poverty, BIRTHS: births, PEOPLE: 1 - poverty - births}


def _show(values: Mapping[str, str]) -> Shown:
    try:
        alone, chosen = shares(values)
    except UserError as error:
        return (Paragraph(WORDS("too_much", problem=error.problem)),)
    people = _people()
    rows = [
        (
            place,
            show(alone[place]),
            show(cents),
            signed(cents - alone[place]),
            show(half_up(Fraction(cents, people[place]))),
        )
        for place, cents in chosen.items()
    ]
    total = show(sum(chosen.values()))
    rows.append(("In all", show(sum(alone.values())), total, show(0), ""))
    off = [shares({**values, "sure": sure})[1][HERE] for sure in ("low", "high")]
    low, high = (show_dollars(cents) for cents in off)
    remarks = WORDS.list("remarks")
    return (
        Paragraph(_said(alone, chosen)),
        Table(WORDS("table"), tuple(WORDS.list("columns")), tuple(rows), (3, 3, 3, 3, 3)),
        Items.flat(
            remarks[0].format(people=show_dollars(_by_people()[HERE]), total=total),
            remarks[1].format(low=low, high=high),
            *remarks[2:],
        ),
    )


def _said(alone: Mapping[str, int], chosen: Mapping[str, int]) -> str:
    last = min(chosen, key=lambda place: chosen[place] - alone[place])
    less = alone[last] - chosen[last]
    return WORDS(
        "follows",
        mine=show_dollars(chosen[HERE]),
        each=show(half_up(Fraction(chosen[HERE], _people()[HERE]))),
        rank=str(1 + sum(cents > chosen[HERE] for cents in chosen.values())),
        count=str(len(chosen)),
        loser=WORDS("loses", place=last, less=show_dollars(less))
        if less > 0
        else WORDS("none_loses"),
    )


def shares(values: Mapping[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    """Return what each district gets by poverty alone, and by the weights, in cents.

    Only the second has a base and a floor: both are choices, and take from poverty alone.

    Raises
    ------
    UserError
        When base and floors come to more than there is.
    """
    need, base = needs(values["sure"]), int(values["base"])
    floors = {}
    if values["hold"] == "people":
        floors = {place: Decimal(int(HELD * cents) // 100) for place, cents in _by_people().items()}
    alone = allocate(need, TOTAL, {POVERTY: 1})
    return _cents(alone), _cents(allocate(need, TOTAL, _weights(values), base, floors))


def _by_people() -> dict[str, int]:
    return _cents(allocate(needs(), TOTAL, {PEOPLE: 1}))


def _people() -> dict[str, int]:
    counts = needs()[PEOPLE]
    return {str(place): int(count) for place, count in zip(counts.index, counts, strict=True)}


def _cents(shared: pd.DataFrame) -> dict[str, int]:
    cents = shared["allocation_cents"]
    return {str(place): int(each) for place, each in zip(cents.index, cents, strict=True)}
