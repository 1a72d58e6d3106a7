"""Move the weights by which money is shared among districts: who gains, and who loses."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from groundwork.learner import datasets
from groundwork.learner.papers.allocation_note import signed
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.allocation import allocate, vary_weights
from groundwork.subject.budget.money import half_up, show, show_dollars
from groundwork.subject.errors import UserError

WORDS = Words("whose_weights")
TOTAL = 300_000
HERE = "Mill Flats"
ALONE, CHOSEN = "poverty alone", "chosen"
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
    found = people[[PEOPLE, POVERTY]].sum()
    outcomes = datasets.read(riverbend.OUTCOMES)
    early = outcomes[
        (outcomes["measure"] == "births before 37 weeks")
        & (outcomes["fiscal_year"] == riverbend.YEAR)
    ]
    found[BIRTHS] = early.groupby("district")["events"].sum()
    table = found.astype(object)
    table.loc[HERE, POVERTY] = Decimal(int(found.loc[HERE, POVERTY])) * ERROR[sure]
    return table


def _weights(values: Mapping[str, str]) -> dict[str, Decimal]:
    poverty = Decimal(values["poverty"]) / 100
    births = (1 - poverty) * Decimal(values["births"]) / 100
    return {POVERTY: poverty, BIRTHS: births, PEOPLE: 1 - poverty - births}


def _show(values: Mapping[str, str]) -> Shown:
    try:
        shared = _shared(values, values["sure"])
    except UserError as error:
        return (Paragraph(WORDS("too_much", problem=error.problem)),)
    alone, chosen = (
        shared[shared["scenario"] == name].set_index("place") for name in (ALONE, CHOSEN)
    )
    people = needs()[PEOPLE]
    rows = [
        (
            str(place),
            show(alone.loc[place, "allocation_cents"]),
            show(row["allocation_cents"]),
            signed(row["change_cents"]),
            show(half_up(Fraction(int(row["allocation_cents"]), int(people[place])))),
        )
        for place, row in chosen.iterrows()
    ]
    total = show(int(chosen["allocation_cents"].sum()))
    rows.append(("In all", show(int(alone["allocation_cents"].sum())), total, show(0), ""))
    low, high = (_mine(values, sure) for sure in ("low", "high"))
    remarks = WORDS.list("remarks")
    return (
        Paragraph(_said(chosen, people)),
        Table(WORDS("table"), tuple(WORDS.list("columns")), tuple(rows), (3, 3, 3, 3, 3)),
        Items.flat(
            remarks[0].format(people=show_dollars(_by_people()), total=total),
            remarks[1].format(low=low, high=high),
            *remarks[2:],
        ),
    )


def _said(chosen: pd.DataFrame, people: pd.Series) -> str:
    mine = chosen.loc[HERE]
    last = chosen["change_cents"].idxmin()
    less = -int(chosen.loc[last, "change_cents"])
    return WORDS(
        "follows",
        mine=show_dollars(mine["allocation_cents"]),
        each=show(half_up(Fraction(int(mine["allocation_cents"]), int(people[HERE])))),
        rank=str(mine["rank"]),
        count=str(len(chosen)),
        loser=WORDS("loses", place=str(last), less=show_dollars(less))
        if less > 0
        else WORDS("none_loses"),
    )


def _shared(values: Mapping[str, str], sure: str) -> pd.DataFrame:
    """Share by poverty alone and by the weights; only the second has a floor."""
    need = needs(sure)
    base = int(values["base"])
    found = vary_weights(need, TOTAL, {ALONE: {POVERTY: 1}, CHOSEN: _weights(values)}, base)
    floors = _floors() if values["hold"] == "people" else {}
    if floors:
        held = allocate(need, TOTAL, _weights(values), base, floors)
        is_chosen = found["scenario"] == CHOSEN
        first = found[found["scenario"] == ALONE].set_index("place")["allocation_cents"]
        found.loc[is_chosen, "allocation_cents"] = held["allocation_cents"].to_numpy()
        found.loc[is_chosen, "rank"] = held["rank"].to_numpy()
        found.loc[is_chosen, "change_cents"] = (held["allocation_cents"] - first).to_numpy()
    return found


def _floors() -> dict[str, Decimal]:
    """Return nine tenths of what each district would get by people alone, in whole dollars."""
    alone = allocate(needs(), TOTAL, {PEOPLE: 1})["allocation_cents"]
    return {str(place): Decimal(int(cents * HELD) // 100) for place, cents in alone.items()}


def _by_people() -> int:
    return int(allocate(needs(), TOTAL, {PEOPLE: 1}).loc[HERE, "allocation_cents"])


def _mine(values: Mapping[str, str], sure: str) -> str:
    found = _shared(values, sure)
    here = found[(found["scenario"] == CHOSEN) & (found["place"] == HERE)]
    return show_dollars(int(here["allocation_cents"].iloc[0]))
