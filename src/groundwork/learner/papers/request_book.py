"""The request as a workbook that computes: years and their totals, and what each level keeps.

The rows below the last item compute too, for items that a person adds in the workbook.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from groundwork.learner.papers.budget_request import TITLE
from groundwork.learner.papers.request_levels import YEARS
from groundwork.learner.papers.workbook import (
    CENTS,
    NUMBER,
    PERCENT,
    WHOLE,
    Column,
    Formula,
    Sheet,
    Value,
    Workbook,
    blank_totals,
)
from groundwork.subject.budget.money import to_dollars
from groundwork.subject.budget.request import (
    LEVELS,
    RequestItem,
    in_year,
    once_in_all,
    request_options,
)
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.budget.years import year_number

REQUEST, BY_LEVEL, ASSUMPTIONS = "Request", "Levels", "Assumptions"
KEPT, LEFT_OUT = "kept", "not kept"
STAFF, OTHER = "positions", "service or purchase"
RISE, RISE_OTHER, FIRST, PRICED = (f"{ASSUMPTIONS}!${letter}$5" for letter in "ABCD")


def workbook(items: Sequence[RequestItem], years: RequestYears, invented: str) -> Workbook:
    """Return the items with live formulas for years 1 to 3, levels and totals, in cents."""
    request = _request(items, years)
    assumptions = Sheet(
        ASSUMPTIONS,
        "What was assumed",
        (
            Column("Raise of pay and benefits, a year", 16, PERCENT),
            Column("Raise of services, contracts and purchases, a year", 18, PERCENT),
            Column("Year 1 is fiscal year", 14, WHOLE),
            Column("Dollars a year are in prices of fiscal year", 20, WHOLE),
        ),
        (
            (
                *(
                    Decimal(rise.numerator) / rise.denominator
                    for rise in map(years.rise, (True, False))
                ),
                *(year_number(years.first), year_number(years.priced_in)),
            ),
        ),
        ("Change a raise: the years follow. Ask finance for the numbers that it plans with.",),
    )
    return Workbook(TITLE, (request, _levels(items, years, request), assumptions), invented)


def _request(items: Sequence[RequestItem], years: RequestYears) -> Sheet:
    def raised(number: int) -> str:
        steps = f"{FIRST}-{PRICED}" + (f"+{number - 1}" if number > 1 else "")
        rise = f'IF(J{{row}}="{OTHER}",{RISE_OTHER},{RISE})'
        return f"B{{row}}*(1+{rise})^({steps})"

    first = f'=IF(A{{row}}="","",ROUND({raised(1)}*IF(D{{row}}="",12,D{{row}})/12,2)+N(C{{row}}))'
    later = [f'=IF(A{{row}}="","",ROUND({raised(number)},2))' for number in YEARS[1:]]
    beside = '=IF(OR(A{row}="",M{row}=""),"",ROUND(B{row}-M{row},2))'
    columns = (
        Column("Item, by priority", 34),
        Column(f"Recurring, a year, in prices of {years.priced_in}", 14, CENTS),
        Column("One-time", 12, CENTS),
        Column(f"Months paid in {years.name(1)}", 9, WHOLE),
        Column("FTE", 8, NUMBER),
        Column("Positions", 10, WHOLE),
        *(
            Column(years.name(number), 14, CENTS, formula=formula)
            for number, formula in zip(YEARS, (first, *later), strict=True)
        ),
        Column("What it is", 14, choices=(STAFF, OTHER)),
        Column("Indirect recovery lost, a year", 14, CENTS),
        Column("Line or award that it takes over", 24),
        Column("That line holds, a year", 14, CENTS),
        Column("Asked for, less that", 14, CENTS, formula=beside),
    )
    rows = tuple(
        (
            item.name,
            to_dollars(item.cents),
            _dollars(item.once_cents),
            *(item.months, *item.people),
            *(to_dollars(item.year(number, years)) for number in YEARS),
            {True: STAFF, False: OTHER, None: None}[item.is_staff],
            _dollars(item.indirect_cents),
            item.line,
            *map(_dollars, (item.line_cents, item.more_than_line)),
        )
        for item in items
    )
    notes = (
        f"A blank is a number that nobody gave; without months, {years.name(1)} is a whole year. "
        "Indirect recovery is lost with the money that ends, and is in no year's dollars.",
    )
    sheet = Sheet(REQUEST, TITLE, columns, rows, notes, totals=blank_totals(len(columns)))

    def total(letter: str, values: Sequence[float | Decimal | None]) -> Formula:
        known = [value for value in values if value is not None]
        return Formula(
            f"=SUM({sheet.over(letter)})", sum(known, Decimal(0) if letter in "BCGHIK" else 0)
        )

    totals: tuple[Value, ...] = (
        "Total",
        total("B", [to_dollars(item.cents) for item in items]),
        total("C", [to_dollars(item.once_cents or 0) for item in items]),
        None,
        total("E", [item.people[0] for item in items]),
        total("F", [item.people[1] for item in items]),
        *(
            total(letter, [to_dollars(item.year(number, years)) for item in items])
            for letter, number in zip("GHI", YEARS, strict=True)
        ),
        None,
        total("K", [to_dollars(item.indirect_cents or 0) for item in items]),
        *(None, None, None),
    )
    return replace(sheet, totals=(totals,))


def _dollars(cents: int | None) -> Decimal | None:
    return None if cents is None else to_dollars(cents)


def _levels(items: Sequence[RequestItem], years: RequestYears, request: Sheet) -> Sheet:
    """Return for each item whether a level keeps it, and above that what each level costs."""
    names = (
        *("Ceiling, a whole year", "Kept: a whole year", "Left over", "Kept: one-time"),
        *(f"Kept: {years.name(number)}" for number in YEARS),
    )
    note = (
        "From the top, whole items that still fit. A level is a percent of a whole year of "
        f"recurring dollars; one-time dollars and the months of {years.name(1)} come as given."
    )
    room = blank_totals(5, len(names))
    sheet = Sheet(BY_LEVEL, "What each level keeps", (Column(""),) * 5, (), (note,), totals=room)
    start = sheet.first_row
    top, end = start - 1 - len(names), start + request.last_row - request.first_row
    options = request_options(items) if items else ()

    def costs(letter: str, percent: int, kept: Sequence[RequestItem], ceiling: int) -> list[Value]:
        """Return what stands above a level's column, from its ceiling to its third year."""

        def keeps(of: str) -> str:
            return (
                f'=SUMIF({letter}{start}:{letter}{end},"{KEPT}",{request.over_from_elsewhere(of)})'
            )

        whole = f"{REQUEST}!$B${request.first_row - 2}"
        year = sum(item.cents for item in kept)
        found = [
            (f"=ROUNDDOWN(ROUND({whole}*100,0)*{percent}/100,0)/100", ceiling),
            (keeps("B"), year),
            (f"=ROUND({letter}{top}-{letter}{top + 1},2)", ceiling - year),
            (keeps("C"), once_in_all(kept)),
            *(
                (keeps(of), in_year(kept, number, years))
                for of, number in zip("GHI", YEARS, strict=True)
            ),
        ]
        return [Formula(text, to_dollars(cents)) for text, cents in found]

    columns = [
        Column("Item, by priority", 40, formula=sheet.same_row("A", request)),
        Column("A whole year", 18, CENTS, formula=sheet.same_row("B", request)),
    ]
    above = []
    for place, (letter, percent) in enumerate(zip("CDE", LEVELS, strict=True)):
        taken = f'SUMIF({letter}${start - 1}:{letter}{{above}},"{KEPT}",$B${start - 1}:$B{{above}})'
        fits = f"ROUND($B{{row}},2)<=ROUND({letter}${top}-{taken},2)"
        formula = f'=IF($A{{row}}="","",IF({fits},"{KEPT}","{LEFT_OUT}"))'
        columns.append(Column(f"At {percent} %", 18, CENTS, formula=formula))
        option = options[place] if options else None
        above.append(
            costs(letter, percent, option.kept, option.ceiling_cents)
            if option
            else costs(letter, percent, (), 0)
        )
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            item.name,
            to_dollars(item.cents),
            *(KEPT if item in option.kept else LEFT_OUT for option in options),
        )
        for item in items
    )
    totals: list[tuple[Value, ...]] = [
        (name, None, *(column[at] for column in above)) for at, name in enumerate(names)
    ]
    return replace(sheet, columns=tuple(columns), rows=rows, totals=tuple(totals))
