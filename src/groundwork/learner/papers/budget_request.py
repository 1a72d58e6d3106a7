"""The request as a memo that a finance office recognizes."""

from collections.abc import Mapping, Sequence
from datetime import date

from groundwork.learner import law_cards, public_record
from groundwork.learner.papers.budget_baseline import ROUNDED
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.learner.papers.numbers_given import NOT_GIVEN, added, shown
from groundwork.subject.asks import Ask
from groundwork.subject.budget.memo_checks import (
    WRITER,
    ask_against_items,
    start_against_ends,
)
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.request import (
    PassedOver,
    RequestItem,
    RequestOption,
    in_year,
    once_in_all,
    request_options,
)
from groundwork.subject.budget.request_years import RAISE, RequestYears

TITLE = "Baseline request"
READER = "the finance office"
YEARS = (1, 2, 3)
# What a finance office looks for, in its own words, and what is asked of whom when it lacks.
PARTS = {
    "ask": "The ask in one line",
    "money": "Fund and account that it is charged to",
    "year": "Fiscal year, and the first day that is paid",
    "outcome": "Whose outcome changes, and how that is measured",
    "offset": "Offset: revenue or savings that pay a part",
    "supplant": "Supplanting: would award money replace our own money that pays for this now?",
    "risk": "Restrictions, risks and encumbrances of the money",
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
    ends: Mapping[str, date] | None = None,
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
    ends
        The last day of the money of each listed line that has one.
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
        asks=(*contradictions(items, parts, years, ends or {}), *asks(items, parts, raise_asked)),
        box=law_cards.box("budget_request"),
        view="A draft of one person. Nobody has approved it.",
        record=public_record.BUDGET,
        invented=invented,
    )


def basis(years: RequestYears, raise_asked: bool) -> str:
    """Say which years the dollars are of, and of which year's prices."""
    assumed = "" if raise_asked else f" ({RAISE} % stands in until finance names its own)"
    first = (
        f"Year 1 is {years.name(1)}. Dollars a year are {years.priced_in} dollars; escalation of"
    )
    rate = f"{years.raise_percent} % a year{assumed}"
    if years.other_percent:
        return (
            f"{first} pay and benefits is {rate}, of services, contracts and purchases "
            f"{years.other_percent} %. Health premiums are in the first rate."
        )
    return (
        f"{first} pay and prices is {rate}. One rate stands for salaries, benefits and contracts "
        "alike; finance may plan them apart."
    )


def contradictions(
    items: Sequence[RequestItem],
    parts: Mapping[str, str],
    years: RequestYears,
    ends: Mapping[str, date],
) -> list[Ask]:
    """Return where the memo says in words what its own numbers and days do not."""
    return [
        *ask_against_items(parts.get("ask", ""), items, years),
        *start_against_ends(parts, items, ends),
    ]


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
        blocks += [Heading("The baseline now"), Paragraph(baseline), Paragraph(ROUNDED)]
    if items:
        blocks += [Heading("What it costs"), *_years(items, years)]
        if not baseline:
            blocks.append(Paragraph(ROUNDED))
    return blocks


def _years(items: Sequence[RequestItem], years: RequestYears) -> list[Block]:
    """Return what is asked for, and what it costs by year: in two tables no number is squeezed."""
    first = years.name(1)
    asked = [
        (
            item.name,
            show_dollars(item.cents),
            NOT_GIVEN if item.once_cents is None else show_dollars(item.once_cents),
            f"12 ({NOT_GIVEN})" if item.months is None else str(item.months),
            _people(item),
        )
        for item in items
    ]
    people = [added(numbers) for numbers in zip(*(item.people for item in items), strict=True)]
    once = [item.once_cents for item in items]
    asked.append(
        (
            "Total",
            show_dollars(sum(item.cents for item in items)),
            NOT_GIVEN if set(once) == {None} else show_dollars(once_in_all(items)),
            "",
            " / ".join(people),
        )
    )
    by_year = [
        (item.name, *(show_dollars(item.year(number, years)) for number in YEARS)) for item in items
    ]
    by_year.append(("Total", *(show_dollars(in_year(items, each, years)) for each in YEARS)))
    return [
        Table(
            "What is asked for, in order of priority",
            (
                *("Item", f"A year, in {years.priced_in} dollars", "One-time"),
                *(f"Months paid in {first}", "FTE / positions"),
            ),
            tuple(asked),
            (5, 3, 3, 3, 3),
        ),
        Table(
            f"By fiscal year; {first} holds its months and one-time dollars, as they are given",
            ("Item", *(years.name(number) for number in YEARS)),
            tuple(by_year),
            (5, 4, 4, 4),
        ),
    ]


def _people(item: RequestItem) -> str:
    """Write FTE and positions of an item; a service or purchase has none."""
    return "none" if item.people == (0, 0) else " / ".join(map(shown, item.people))


def _second(
    items: Sequence[RequestItem], parts: Mapping[str, str], years: RequestYears
) -> list[Block]:
    blocks: list[Block] = []
    if items:
        options = request_options(items)
        blocks += [Heading("What each level of money buys"), _options(options)]
        blocks += [_costs(options, years), Paragraph(beside(items, years)), *_indirect(items)]
        blocks += _passed_over(options)
        stops = tuple(f"{item.name}: {item.stops or 'not said'}" for item in items)
        blocks += [Heading("What stops without it"), Items.flat(*stops)]
    told = tuple(f"{PARTS[name]}: {parts.get(name) or 'open'}" for name in SECOND_PAGE)
    blocks += [Heading("Restrictions, risks and supplanting"), Items.flat(*told)]
    return blocks


def beside(items: Sequence[RequestItem], years: RequestYears) -> str:
    """Say what a level's percent leaves out: one-time dollars, and months of the first year."""
    first = years.name(1)
    said = (
        f"A level is a percent of whole years of recurring dollars, in {years.priced_in} dollars."
    )
    if any(item.once_cents for item in items):
        said += " One-time dollars come on top: they are in no level's percent."
    part = [item for item in items if item.months not in (None, 12)]
    if part:
        months = "; ".join(f"{item.name}, {item.months} of 12 months" for item in part)
        said += f" {first} is no whole year for: {months}."
    return said


def indirect(items: Sequence[RequestItem]) -> str:
    """Say what is lost with the money beside the items, or nothing where nobody gave it."""
    lost = [(item.name, item.indirect_cents) for item in items if item.indirect_cents]
    if not lost:
        return ""
    total = sum(cents for _, cents in lost)
    each = "; ".join(f"{name}, {show_dollars(cents)}" for name, cents in lost)
    return (
        f"Indirect cost recovery that ends with the money: {show_dollars(total)} a year toward "
        f"offices, payroll and accounting ({each}). It is in no item; those costs stay."
    )


def _indirect(items: Sequence[RequestItem]) -> list[Block]:
    return [Paragraph(said)] if (said := indirect(items)) else []


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
            show_dollars(once_in_all(option.kept)),
            *(show_dollars(in_year(option.kept, number, years)) for number in YEARS),
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


def _passed_over(options: Sequence[RequestOption]) -> list[Block]:
    """Say which priorities a level passes over, and what the two ways out are."""
    said = tuple(
        f"At {option.percent} % a higher priority is unfunded out of order, because it does not "
        f"fit: {each.item.name}. {to_keep(each)}. Or pay for nothing below it, and say what that "
        "buys."
        for option in options
        for each in option.skipped
    )
    return [Items.flat(*said)] if said else []


def to_keep(passed: PassedOver) -> str:
    """Say what it takes to keep an item that a level passes over, for the page and the memo."""
    return f"Keeping it, and all before it, takes {show_dollars(passed.whole_cents)} a year"


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
                f"the escalation of pay and of prices that it plans with ({RAISE} % stands in)",
                "the dollars of each year",
            )
        )
    found += [
        Ask("finance", f"FTE and positions of “{item.name}”", "what it costs")
        for item in items
        if item.is_staff and None in item.people
    ]
    found += [
        Ask(WRITER, f"whether “{item.name}” is positions, or a service or purchase", "who goes")
        for item in items
        if item.is_staff is None and item.people == (None, None)
    ]
    if items and all(item.indirect_cents is None for item in items):
        found.append(
            Ask(
                "the grants office",
                "the indirect cost recovery that ends with the money, in dollars a year",
                "what the department loses beside the items",
            )
        )
    found += [
        Ask("the program", f"what stops without “{item.name}”, and for whom", "the options")
        for item in items
        if not item.stops
    ]
    return found
