"""The request as a memo of two pages that a finance office recognizes."""

from collections.abc import Mapping, Sequence

from groundwork.learner import law_cards, public_record
from groundwork.learner.papers.budget_baseline import ROUNDED
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.learner.papers.numbers_given import NOT_GIVEN, added, shown
from groundwork.subject.asks import Ask
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.request import RequestItem, RequestOption, request_options
from groundwork.subject.budget.request_years import RAISE, RequestYears

TITLE = "Baseline request"
READER = "the finance office"
YEARS = (1, 2, 3)
# What a finance office looks for, in its own words, and what is asked of whom when it lacks.
PARTS = {
    "ask": "The ask in one line",
    "money": "Fund and account that it is charged to",
    "year": "Fiscal year, and the day it starts",
    "outcome": "Whose outcome changes, and how that is measured",
    "offset": "Offset: revenue or savings that pay a part",
    "supplant": "Supplanting: would award money replace our own money that pays for this now?",
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
    items: Sequence[RequestItem],
    parts: Mapping[str, str],
    years: RequestYears,
    baseline: str = "",
    invented: str = "",
    *,
    raise_asked: bool = False,
) -> Paper:
    """Return the memo.

    Parameters
    ----------
    items
        In order of priority.
    parts
        What is written for each of `PARTS`.
    years
        Year 1, in whose prices the dollars are, and the raise.
    baseline
        What the baseline says in a sentence or two, when lines are listed.
    raise_asked
        Whether the raise is the department's own number, and not the one that stands in for it.
    """
    asked = parts.get("ask", "")
    return Paper(
        title=TITLE,
        subject=asked or "The ask in one line is still open",
        reader=READER,
        blocks=(
            *_first(items, parts, years, baseline, raise_asked),
            *_second(items, parts, years),
        ),
        asks=tuple(asks(items, parts, raise_asked)),
        box=law_cards.box("budget_request"),
        view="A draft of one person. Nobody has approved it.",
        record=public_record.BUDGET,
        invented=invented,
    )


def basis(years: RequestYears, raise_asked: bool) -> str:
    """Say which years the dollars are of, and of which year's prices."""
    assumed = "" if raise_asked else f" ({RAISE} % stands in until finance names its own)"
    return (
        f"Year 1 is {years.name(1)}. Dollars a year are in prices of {years.priced_in}; pay and "
        f"prices rise by {years.raise_percent} % a year{assumed}."
    )


def _first(
    items: Sequence[RequestItem],
    parts: Mapping[str, str],
    years: RequestYears,
    baseline: str,
    raise_asked: bool,
) -> list[Block]:
    facts = [(PARTS[name], parts.get(name) or "open") for name in FIRST_PAGE]
    facts.insert(FIRST_PAGE.index("year") + 1, ("Years and prices", basis(years, raise_asked)))
    blocks: list[Block] = [Table("The request", ("Asked", "Answer"), tuple(facts), (3, 7))]
    if baseline:
        blocks += [Heading("The baseline now"), Paragraph(baseline)]
    if items:
        blocks += [Heading("What it costs"), _years(items, years)]
    return blocks


def _years(items: Sequence[RequestItem], years: RequestYears) -> Table:
    rows = [
        (
            item.name,
            show_dollars(item.cents),
            NOT_GIVEN if item.once_cents is None else show_dollars(item.once_cents),
            f"12 ({NOT_GIVEN})" if item.months is None else str(item.months),
            f"{shown(item.fte)} / {shown(item.positions)}",
            *(show_dollars(item.year(number, years)) for number in YEARS),
        )
        for item in items
    ]
    people = (added([item.fte for item in items]), added([item.positions for item in items]))
    once = [item.once_cents for item in items]
    rows.append(
        (
            "Total",
            show_dollars(sum(item.cents for item in items)),
            NOT_GIVEN if set(once) == {None} else show_dollars(sum(each or 0 for each in once)),
            "",
            " / ".join(people),
            *(show_dollars(sum(item.year(number, years) for item in items)) for number in YEARS),
        )
    )
    first = years.name(1)
    return Table(
        f"In order of priority; {first} holds its months and one-time dollars, as they are given",
        (
            *("Item", f"A year, in prices of {years.priced_in}", "One-time"),
            *(f"Months paid in {first}", "FTE / positions"),
            *(years.name(number) for number in YEARS),
        ),
        tuple(rows),
        (10, 8, 6, 7, 9, 8, 8, 8),
    )


def _second(
    items: Sequence[RequestItem], parts: Mapping[str, str], years: RequestYears
) -> list[Block]:
    blocks: list[Block] = []
    if items:
        options = request_options(items)
        blocks += [Heading("What each level of money buys"), _options(options)]
        blocks += [_costs(options, years), Paragraph(beside(items, years))]
        for option in options:
            blocks += _passed_over(option)
        stops = tuple(f"{item.name}: {item.stops or 'not said'}" for item in items)
        blocks += [Heading("What stops without it"), Items.flat(*stops)]
    told = tuple(f"{PARTS[name]}: {parts.get(name) or 'open'}" for name in SECOND_PAGE)
    blocks += [Heading("Restrictions, risks and supplanting"), Items.flat(*told)]
    blocks.append(Paragraph(ROUNDED))
    return blocks


def beside(items: Sequence[RequestItem], years: RequestYears) -> str:
    """Say what a level's percent leaves out: one-time dollars, and months of the first year."""
    first = years.name(1)
    said = (
        f"A level is a percent of whole years of recurring dollars, in prices of {years.priced_in}."
    )
    if any(item.once_cents for item in items):
        said += " One-time dollars come on top: they are in no level's percent."
    part = [item for item in items if item.months not in (None, 12)]
    if part:
        months = "; ".join(f"{item.name}, {item.months} of 12 months" for item in part)
        said += f" {first} is no whole year for: {months}."
    return said


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
    columns = ("Level", "Ceiling, a whole year", "Pays for", "Does not pay for", "Left over")
    return Table("By priority, whole items only", columns, rows, (1, 2, 4, 4, 2))


def _costs(options: Sequence[RequestOption], years: RequestYears) -> Table:
    rows = tuple(
        (
            f"{option.percent} %",
            show_dollars(option.cents),
            show_dollars(sum(item.once_cents or 0 for item in option.kept)),
            *(
                show_dollars(sum(item.year(number, years) for item in option.kept))
                for number in YEARS
            ),
        )
        for option in options
    )
    columns = (
        *("Level", "Recurring, a whole year", f"One-time, in {years.name(1)}"),
        *(years.name(number) for number in YEARS),
    )
    caption = (
        f"What each level costs; {years.name(1)} with its months and one-time dollars, each year "
        "in its own prices"
    )
    return Table(caption, columns, rows, (3, 6, 6, 6, 6, 6))


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


def asks(
    items: Sequence[RequestItem], parts: Mapping[str, str], raise_asked: bool = False
) -> list[Ask]:
    """Return what the memo still lacks, and who can tell."""
    found = [
        Ask(ASKED_OF.get(name, "the deputy director"), heading, "the memo")
        for name, heading in PARTS.items()
        if not parts.get(name, "").strip()
    ]
    if not raise_asked:
        found.append(
            Ask(
                "finance",
                f"the yearly raise for pay and prices that it plans with ({RAISE} % stands in)",
                "the dollars of each year",
            )
        )
    found += [
        Ask("finance", f"FTE and positions of “{item.name}”", "what it costs")
        for item in items
        if item.fte is None and item.positions is None
    ]
    found += [
        Ask("the program", f"what stops without “{item.name}”, and for whom", "the options")
        for item in items
        if not item.stops
    ]
    return found
