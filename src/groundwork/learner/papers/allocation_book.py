"""The allocation note as a workbook that computes: who gets what, who gains and who loses.

Counts, total, base and weights can be changed, and places added: the shares follow to the cent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from groundwork.learner.papers.allocation_note import OPEN, TITLE
from groundwork.learner.papers.allocation_rounding import (
    ASSUMPTIONS,
    BASE,
    in_row,
    larger,
    rounding_sheet,
)
from groundwork.learner.papers.workbook import (
    CENTS,
    PERCENT,
    WHOLE,
    Column,
    Formula,
    Sheet,
    Value,
    Workbook,
    blank_totals,
)
from groundwork.subject.budget.money import to_cents, to_dollars
from groundwork.subject.budget.sharing import (
    PARTS,
    Place,
    Shared,
    Weights,
    lacks_before_a_result,
    loses_most,
)

SHARES, WHY = "Shares", "Who chose"
GAINS, LOSES, SAME = "gains", "loses", "the same"


def workbook(
    parts: Mapping[str, str],
    places: Sequence[Place],
    weights: Weights | None,
    shared: Sequence[Shared],
    invented: str = "",
) -> Workbook:
    """Return the shares with live formulas; none before who chose, which need and why stand.

    Parameters
    ----------
    parts
        What is written for each of `sharing.PARTS`.
    weights
        The total, the base and the weight of need; None while nobody gave them.
    shared
        What each place gets by these weights, in the order of `places`.
    """
    why = Sheet(
        WHY,
        "Who chose, and why",
        (Column("Asked", 40), Column("Answer", 80)),
        tuple((heading, parts.get(name, "").strip() or OPEN) for name, heading in PARTS.items()),
    )
    lacking = lacks_before_a_result(parts)
    if lacking or weights is None:
        first = "; ".join(lacking).lower() or "the total, the base and the weights"
        columns = (Column("Place", 28), Column("People", 14, WHOLE), Column("In need", 14, WHOLE))
        counts = tuple((each.name, each.people, each.in_need) for each in places)
        note = f"No result is shown yet. First in writing: {first}."
        return Workbook(TITLE, (Sheet(SHARES, TITLE, columns, counts, (note,)), why), invented)
    shares = _shares(places, shared)
    rounding = rounding_sheet(places, weights, shared, shares)
    shares = _to_the_cent(shares, rounding)
    shares = replace(shares, totals=_totals(shares, places, shared))
    return Workbook(TITLE, (shares, why, _assumptions(places, weights, shares), rounding), invented)


_NOTES = (
    "Change a count here, or the total, the base or the weight on the sheet of assumptions: the "
    "shares follow. Add a place below the last. Write what each gets now, and see the difference.",
    "By need alone nobody has a base. The difference is what the choice gives a place more, or "
    "takes from it.",
)


def _of_shares(alone: str = "=0", chosen: str = "=0", rank: str = "=0") -> tuple[Column, ...]:
    """Return the columns of the shares with the formulas of three of them."""
    return (
        *(Column("Place", 28), Column("People", 13, WHOLE), Column("In need", 13, WHOLE)),
        Column("By need alone, no base", 18, CENTS, formula=alone),
        Column("As chosen", 18, CENTS, formula=chosen),
        Column("Difference", 18, CENTS, formula=in_row("ROUND(E{row}-D{row},2)")),
        Column("Gains or loses", 24, formula=in_row(_SIDE)),
        Column("Rank as chosen", 10, WHOLE, formula=rank),
        Column("Gets now", 18, CENTS),
        Column("More or less than now", 18, CENTS, formula=_FROM_NOW),
    )


_FROM_NOW = '=IF(OR(A{row}="",I{row}=""),"",ROUND(E{row}-I{row},2))'
_SIDE = f'IF(F{{row}}>0,"{GAINS}",IF(F{{row}}<0,"{LOSES}","{SAME}"))'


def _shares(places: Sequence[Place], shared: Sequence[Shared]) -> Sheet:
    """Return the shares without totals and without what the sheet of rounding computes."""
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            *(each.name, each.people, each.in_need),
            *map(to_dollars, (got.alone_cents, got.chosen_cents, got.change_cents)),
            *(_side(got.change_cents), got.rank),
            *(_dollars(got.now_cents), _dollars(got.from_now_cents)),
        )
        for each, got in zip(places, shared, strict=True)
    )
    return Sheet(SHARES, TITLE, _of_shares(), rows, _NOTES, totals=blank_totals(10, 3))


def _dollars(cents: int | None) -> Value:
    return "" if cents is None else to_dollars(cents)


def _side(cents: int) -> str:
    return GAINS if cents > 0 else LOSES if cents < 0 else SAME


def _to_the_cent(shares: Sheet, rounding: Sheet) -> Sheet:
    """Return the shares with the cents of the sheet of rounding, and each place's rank."""

    def dollars(letter: str, base: str = "0") -> str:
        cells, at = rounding.over_from_elsewhere(letter), f"ROW()-{shares.first_row - 1}"
        return in_row(f"ROUND(INDEX({cells},{at})/100+{base},2)")

    rank = in_row(f"1+{larger(shares.over_from_elsewhere('E'), 'E{row}')}")
    return replace(shares, columns=_of_shares(dollars("E"), dollars("I", BASE), rank))


def _totals(
    shares: Sheet, places: Sequence[Place], shared: Sequence[Shared]
) -> tuple[tuple[Value, ...], ...]:
    """Return what is shared in all, and what those who gain and those who lose get together."""
    over = shares.over
    changes = [got.change_cents for got in shared]
    last = loses_most(shared)
    lowest = f"MIN({over('F')})"
    most = f'=IF({lowest}<0,INDEX({over("A")},MATCH({lowest},{over("F")},0)),"nobody")'

    def in_all(letter: str, value: int | Decimal) -> Formula:
        return Formula(f"=SUM({over(letter)})", value)

    def together(sign: str, cents: int) -> Formula:
        return Formula(f'=SUMIF({over("F")},"{sign}0")', to_dollars(cents))

    nothing = (None,) * 4
    return (
        (
            "In all",
            in_all("B", sum(each.people for each in places)),
            in_all("C", sum(each.in_need for each in places)),
            in_all("D", to_dollars(sum(got.alone_cents for got in shared))),
            in_all("E", to_dollars(sum(got.chosen_cents for got in shared))),
            in_all("F", to_dollars(sum(changes))),
            *(None, None, None, None),
        ),
        (
            *("Gained in all", *nothing),
            *(together(">", sum(cents for cents in changes if cents > 0)), *nothing),
        ),
        (
            *("Lost in all, the most by", *nothing),
            together("<", sum(cents for cents in changes if cents < 0)),
            *(Formula(most, last.place if last else "nobody"), None, None, None),
        ),
    )


def _assumptions(places: Sequence[Place], weights: Weights, shares: Sheet) -> Sheet:
    need = Decimal(weights.need_percent) / 100
    total, base = to_cents(weights.total), to_cents(weights.base)
    columns = (
        Column("Dollars in all", 18, CENTS),
        Column("Base for each place", 18, CENTS),
        Column("Weight of people in need", 16, PERCENT),
        Column("Weight of all people", 16, PERCENT),
        Column("Shared by the weights", 18, CENTS),
    )
    bases = f"COUNTA({shares.over_from_elsewhere('A')})"
    row = (
        *(to_dollars(total), to_dollars(base), need),
        Formula("=1-C6", 1 - need),
        Formula(f"=ROUND(A6-B6*{bases},2)", to_dollars(total - base * len(places))),
    )
    notes = (
        "Change the first three. Write the reason before you look at a result.",
        "Is “Shared by the weights” below 0? Then the bases come to more than there is.",
    )
    return Sheet(ASSUMPTIONS, "What was assumed", columns, (row,), notes)
