"""How exact shares of money become whole cents that add up, as a sheet of a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from groundwork.learner.papers.workbook import (
    NUMBER,
    Column,
    Formula,
    Sheet,
    Value,
    blank_totals,
)
from groundwork.subject.budget.money import to_cents
from groundwork.subject.budget.sharing import Place, Shared, Weights

ASSUMPTIONS, ROUNDING = "Assumptions", "Rounding"
TOTAL, BASE, NEED, PEOPLE, POOL = (f"{ASSUMPTIONS}!${letter}$6" for letter in "ABCDE")
# Parts of a cent are compared to five decimals: what a computer adds up in between is smaller.
EXACT = 5
NOTE = (
    "How exact shares become whole cents that add up: each place gets its whole cents, and the "
    "cents left over go to the largest rests. Of two equal rests the place whose name comes first "
    "has it."
)


def in_row(formula: str) -> str:
    """Return a formula that computes in rows that name a place."""
    return f'=IF(A{{row}}="","",{formula})'


def larger(cells: str, than: str) -> str:
    """Count the numbers that are larger; a row without a place holds a text, which is none."""
    return f"SUMPRODUCT(ISNUMBER({cells})*({cells}>{than}))"


@dataclass(frozen=True)
class _Way:
    """One way to share: what it is called, its columns, its formulas, and what it shares now."""

    said: str
    letters: str
    pot: str
    exact: str
    cents_to_share: int
    exact_cents: list[Fraction]
    cents: list[int]


def rounding_sheet(
    places: Sequence[Place], weights: Weights, shared: Sequence[Shared], shares: Sheet
) -> Sheet:
    """Return how each exact share becomes whole cents, by need alone and as chosen."""
    total, base = to_cents(weights.total), to_cents(weights.base)
    pool = total - base * len(places)
    start = Sheet(
        *(ROUNDING, "Rounding to the cent", (Column("", formula="=0"),) * 9),
        *(blank_totals(9, len(places)), (NOTE,)),
        totals=blank_totals(9),
    )
    here = f"ROW()-{start.first_row - 1}"
    in_need, people = (shares.over_from_elsewhere(letter) for letter in "CB")
    alone = _Way(
        *("by need alone", "BCDE", f"ROUND({TOTAL}*100,0)"),
        *(f"INDEX({in_need},{here})/SUM({in_need})", total),
        _exact(places, total, 100),
        [got.alone_cents for got in shared],
    )
    chosen = _Way(
        *("as chosen, above the base", "FGHI", f"ROUND({POOL}*100,0)"),
        f"({_part(NEED, in_need, here)}+{_part(PEOPLE, people, here)})",
        pool,
        _exact(places, pool, weights.need_percent),
        [got.chosen_cents - base for got in shared],
    )
    columns = [Column("Place", 28, formula=start.same_row("A", shares))]
    totals: list[Value] = ["Cents to share; cents left over"]
    values: list[Sequence[Value]] = [[each.name for each in places]]
    for way in (alone, chosen):
        columns += _columns_of(way, start)
        totals += _totals_of(way, start)
        values += _values_of(way)
    rows = tuple(zip(*values, strict=True))
    return replace(start, columns=tuple(columns), rows=rows, totals=(tuple(totals),))


def _columns_of(way: _Way, sheet: Sheet) -> list[Column]:
    """Return the exact share, its whole cents, the rest, and the cents with those left over."""
    first, whole, rest, _ = tuple(way.letters)
    rests, names = (sheet.over_from_elsewhere(letter) for letter in (rest, "A"))
    tie = f"SUMPRODUCT(ISNUMBER({rests})*({rests}={rest}{{row}})*({names}<A{{row}}))"
    place = f"{larger(rests, f'{rest}{{row}}')}+{tie}"
    left = f"${rest}${sheet.first_row - 2}"
    formulas = (
        (f"Exact cents, {way.said}", 20, f"ROUND({way.pot}*{way.exact},{EXACT})"),
        ("Whole cents", 16, f"INT({first}{{row}})"),
        ("Rest", 12, f"ROUND({first}{{row}}-{whole}{{row}},{EXACT})"),
        (f"Cents, {way.said}", 20, f"{whole}{{row}}+IF({place}<{left},1,0)"),
    )
    return [
        Column(label, width, NUMBER, formula=in_row(formula)) for label, width, formula in formulas
    ]


def _totals_of(way: _Way, sheet: Sheet) -> list[Value]:
    first, whole, _, cents = tuple(way.letters)
    pot = f"${first}${sheet.first_row - 2}"
    left = way.cents_to_share - sum(_whole_cents(way))
    return [
        Formula(f"={way.pot}", way.cents_to_share),
        None,
        Formula(f"={pot}-SUM({sheet.over(whole)})", left),
        Formula(f"=SUM({sheet.over(cents)})", sum(way.cents)),
    ]


def _values_of(way: _Way) -> list[Sequence[Value]]:
    wholes = _whole_cents(way)
    rests = [share - whole for share, whole in zip(way.exact_cents, wholes, strict=True)]
    return [_rounded(way.exact_cents), wholes, _rounded(rests), way.cents]


def _whole_cents(way: _Way) -> list[int]:
    return [share.numerator // share.denominator for share in way.exact_cents]


def _rounded(numbers: Sequence[Fraction]) -> list[float]:
    return [round(float(number), EXACT) for number in numbers]


def _part(weight: str, counts: str, here: str) -> str:
    """Return a place's weighted part of a count; a weight of 0 asks for no count."""
    return f"IF({weight}=0,0,{weight}*INDEX({counts},{here})/SUM({counts}))"


def _exact(places: Sequence[Place], money: int, need_percent: int) -> list[Fraction]:
    """Return each place's share of the money in cents, before it is rounded."""
    needs, people = ([each.in_need for each in places], [each.people for each in places])
    return [
        money
        * (
            _share(needs, at) * Fraction(need_percent, 100)
            + _share(people, at) * Fraction(100 - need_percent, 100)
        )
        for at in range(len(places))
    ]


def _share(counts: Sequence[int], at: int) -> Fraction:
    return Fraction(counts[at], sum(counts)) if sum(counts) else Fraction(0)
