"""The request as a memo of two pages that a finance office recognizes, and its workbook."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from groundwork.learner import law_cards, public_record
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
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
)
from groundwork.subject.asks import Ask
from groundwork.subject.budget.money import show_dollars, to_dollars
from groundwork.subject.budget.request import RequestItem, RequestOption, request_options

TITLE = "Baseline request"
READER = "the finance office"
RISE = Fraction(3, 100)
YEARS = (1, 2, 3)
# What a finance office looks for, in its own words, and what is asked of whom when it lacks.
PARTS = {
    "ask": "The ask in one line",
    "money": "Fund and account that it is charged to",
    "year": "Fiscal year, and the day it starts",
    "outcome": "Whose outcome changes, and how that is measured",
    "offset": "Offset: revenue or savings that pay a part",
    "supplant": "Does it replace money that pays for this now?",
    "risk": "Restrictions and risks of the money",
    "yes": "Who says yes, and by which day",
    "owner": "Owner: a position",
}
ASKED_OF = {
    "money": "finance",
    "year": "finance",
    "offset": "finance",
    "supplant": "the grants office",
    "risk": "the grants office",
    "yes": "finance",
}
FIRST_PAGE = ("ask", "money", "year", "outcome", "offset", "yes", "owner")
SECOND_PAGE = ("supplant", "risk")


def paper(
    items: Sequence[RequestItem], parts: Mapping[str, str], baseline: str = "", invented: str = ""
) -> Paper:
    """Return the memo.

    Parameters
    ----------
    items
        In order of priority.
    parts
        What is written for each of `PARTS`.
    baseline
        What the baseline says in a sentence or two, when lines are listed.
    """
    asked = parts.get("ask", "")
    return Paper(
        title=TITLE,
        subject=asked or "The ask in one line is still open",
        reader=READER,
        blocks=(*_first(items, parts, baseline), *_second(items, parts)),
        asks=tuple(asks(items, parts)),
        box=law_cards.box("budget_request"),
        view="A draft of one person. Nobody has approved it.",
        record=public_record.BUDGET,
        invented=invented,
    )


def _first(items: Sequence[RequestItem], parts: Mapping[str, str], baseline: str) -> list[Block]:
    facts = tuple((PARTS[name], parts.get(name) or "open") for name in FIRST_PAGE)
    blocks: list[Block] = [Table("The request", ("Asked", "Answer"), facts, (3, 7))]
    if baseline:
        blocks += [Heading("The baseline now"), Paragraph(baseline)]
    if items:
        blocks += [Heading("What it costs"), _years(items)]
    return blocks


def _years(items: Sequence[RequestItem]) -> Table:
    rows = [
        (
            item.name,
            show_dollars(item.cents),
            show_dollars(item.once_cents),
            f"{item.fte:g} / {item.positions}",
            *(show_dollars(item.year(number, RISE)) for number in YEARS),
        )
        for item in items
    ]
    rows.append(
        (
            "Total",
            show_dollars(sum(item.cents for item in items)),
            show_dollars(sum(item.once_cents for item in items)),
            f"{sum(item.fte for item in items):g} / {sum(item.positions for item in items)}",
            *(show_dollars(sum(item.year(number, RISE) for item in items)) for number in YEARS),
        )
    )
    return Table(
        "In order of priority: recurring and one-time, then years 1 to 3 at 3 % a year",
        (
            *("Item", "Recurring, a year", "One-time", "FTE / positions"),
            *("Year 1", "Year 2", "Year 3"),
        ),
        tuple(rows),
        (4, 2, 2, 2, 2, 2, 2),
    )


def _second(items: Sequence[RequestItem], parts: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = []
    if items:
        options = request_options(items)
        blocks += [Heading("What each level of money buys"), _options(options)]
        for option in options:
            blocks += _passed_over(option)
        stops = tuple(f"{item.name}: {item.stops or 'not said'}" for item in items)
        blocks += [Heading("What stops without it"), Items.flat(*stops)]
    told = tuple(f"{PARTS[name]}: {parts.get(name) or 'open'}" for name in SECOND_PAGE)
    blocks += [Heading("Restrictions, risks and supplanting"), Items.flat(*told)]
    blocks.append(Paragraph("Whole dollars. The workbook of this request holds the cents."))
    return blocks


def _options(options: Sequence[RequestOption]) -> Table:
    rows = tuple(
        (
            f"{option.percent} %",
            show_dollars(option.ceiling_cents),
            "; ".join(item.name for item in option.kept) or "nothing",
            "; ".join(item.name for item in option.stopped) or "nothing",
            show_dollars(option.unused_cents),
        )
        for option in options
    )
    columns = ("Level", "Ceiling, a year", "Pays for", "Does not pay for", "Left over")
    return Table("By priority, whole items only", columns, rows, (1, 2, 4, 4, 2))


def _passed_over(option: RequestOption) -> list[Block]:
    """Say which priority a level passes over, and what the two ways out are."""
    if not option.skipped:
        return []
    names = "; ".join(item.name for item in option.skipped)
    return [
        Paragraph(
            f"At {option.percent} % a higher priority is passed over because it does not fit: "
            f"{names}. Keeping it, and all before it, takes {show_dollars(option.whole_cents)} a "
            "year. Or pay for nothing below it, and say what that buys."
        )
    ]


def asks(items: Sequence[RequestItem], parts: Mapping[str, str]) -> list[Ask]:
    """Return what the memo still lacks, and who can tell."""
    found = [
        Ask(ASKED_OF.get(name, "the deputy director"), heading, "the memo")
        for name, heading in PARTS.items()
        if not parts.get(name, "").strip()
    ]
    found += [
        Ask("the program", f"what stops without “{item.name}”, and for whom", "the options")
        for item in items
        if not item.stops
    ]
    return found


def workbook(items: Sequence[RequestItem], invented: str) -> Workbook:
    """Return the items with live formulas for years 1 to 3 and their totals, in cents."""
    columns = (
        Column("Item, by priority", 40),
        Column("Recurring, a year", 18, CENTS),
        Column("One-time", 16, CENTS),
        Column("Months in year 1", 10, WHOLE),
        Column("Rise a year", 10, PERCENT),
        Column("FTE", 8, NUMBER),
        Column("Positions", 10, WHOLE),
        *(Column(f"Year {number}", 18, CENTS) for number in YEARS),
    )
    note = "Years are formulas: months of year 1 and one-time money, then the rise a year."
    if not items:
        return Workbook(TITLE, (Sheet("Request", TITLE, columns, ((None,) * 10,), (note,)),))
    start = 5
    rows: list[tuple[Value, ...]] = []
    for row, item in enumerate(items, start):
        texts = (
            f"=ROUND(B{row}*D{row}/12,2)+C{row}",
            f"=ROUND(B{row}*(1+E{row}),2)",
            f"=ROUND(B{row}*(1+E{row})^2,2)",
        )
        years = (
            Formula(text, to_dollars(item.year(number, RISE)))
            for number, text in zip(YEARS, texts, strict=True)
        )
        rows.append(
            (
                item.name,
                to_dollars(item.cents),
                to_dollars(item.once_cents),
                item.months,
                Decimal(RISE.numerator) / RISE.denominator,
                item.fte,
                item.positions,
                *years,
            )
        )
    end = start + len(items) - 1

    def total(letter: str, value: int) -> Formula:
        return Formula(f"=SUM({letter}{start}:{letter}{end})", to_dollars(value))

    last = (
        "Total",
        total("B", sum(item.cents for item in items)),
        total("C", sum(item.once_cents for item in items)),
        None,
        None,
        Formula(f"=SUM(F{start}:F{end})", sum(item.fte for item in items)),
        Formula(f"=SUM(G{start}:G{end})", sum(item.positions for item in items)),
        *(
            total(letter, sum(item.year(number, RISE) for item in items))
            for letter, number in zip("HIJ", YEARS, strict=True)
        ),
    )
    sheet = Sheet("Request", TITLE, columns, tuple(rows), (note,), (last,))
    return Workbook(TITLE, (sheet,), invented)
