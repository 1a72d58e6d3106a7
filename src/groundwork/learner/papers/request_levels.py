"""What each level of money buys, in the memo: by priority, in years, and what is passed over."""

from collections.abc import Sequence

from groundwork.learner.papers.model import Block, Heading, Items, Paragraph, Table
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.request import (
    PassedOver,
    RequestItem,
    RequestOption,
    in_year,
    once_in_all,
    request_options,
)
from groundwork.subject.budget.request_years import RequestYears

YEARS = (1, 2, 3)


def levels(items: Sequence[RequestItem], years: RequestYears) -> list[Block]:
    """Return what each level buys and costs, and what it passes over."""
    options = request_options(items)
    return [
        Heading("What each level of money buys"),
        _options(items, options, years),
        Paragraph(_below(options, years)),
        *_passed_over(options),
        *_indirect(items),
    ]


def beside(items: Sequence[RequestItem], years: RequestYears) -> str:
    """Say what a level's percent leaves out: one-time dollars, and months of the first year."""
    said = _percent_of(years)
    if any(item.once_cents for item in items):
        said += " One-time dollars come on top: they are in no level's percent."
    part = [item for item in items if item.months not in (None, 12)]
    if part:
        months = "; ".join(f"{item.name}, {item.months} of 12 months" for item in part)
        said += f" {years.name(1)} is no whole year for: {months}."
    return said


def _percent_of(years: RequestYears) -> str:
    return (
        f"A level is a percent of whole years of recurring dollars, in {years.priced_in} dollars."
    )


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


def _options(
    items: Sequence[RequestItem], options: Sequence[RequestOption], years: RequestYears
) -> Table:
    """Return a row for each level; items are named by their place, as where they are asked for."""
    places = {item: place for place, item in enumerate(items, start=1)}

    def listed(some: Sequence[RequestItem]) -> str:
        return ", ".join(str(places[item]) for item in some) or "none"

    rows = tuple(
        (
            f"{option.percent} %",
            listed(option.kept),
            listed(option.stopped),
            show_dollars(option.ceiling_cents),
            show_dollars(option.cents),
            *(show_dollars(in_year(option.kept, number, years)) for number in YEARS),
        )
        for option in options
    )
    columns = (
        *("Level", "Pays for", "Does not"),
        *("Ceiling, a whole year", "Costs, a whole year"),
        *(years.name(number) for number in YEARS),
    )
    caption = f"By priority, whole items only; {years.name(1)} as above"
    return Table(caption, columns, rows, (7, 9, 9, 12, 12, 12, 12, 12))


def _below(options: Sequence[RequestOption], years: RequestYears) -> str:
    """Say what the levels leave over, and which one-time dollars come on top of them."""

    def each(cents: Sequence[int]) -> str:
        pairs = zip(options, cents, strict=True)
        return ", ".join(f"{show_dollars(some)} at {option.percent} %" for option, some in pairs)

    once = [once_in_all(option.kept) for option in options]
    said = f"{_percent_of(years)} Left over: {each([one.unused_cents for one in options])}."
    if any(once):
        said += f" One-time dollars come on top, in {years.name(1)}: {each(once)}."
    return said


def _passed_over(options: Sequence[RequestOption]) -> list[Block]:
    """Say once of each priority that is passed over at which levels, and the two ways out."""
    at: dict[PassedOver, list[str]] = {}
    for option in options:
        for each in option.skipped:
            at.setdefault(each, []).append(f"{option.percent} %")
    if not at:
        return []
    said = (
        f"{each.item.name}, at {' and '.join(percents)}. {to_keep(each)}."
        for each, percents in at.items()
    )
    return [
        Paragraph(
            "Unfunded out of order, since a lower priority fits. Or pay for nothing below it, and "
            "say what that buys."
        ),
        Items.flat(*said),
    ]


def to_keep(passed: PassedOver) -> str:
    """Say what it takes to keep an item that a level passes over, for the page and the memo."""
    return f"Keeping it, and all before it, takes {show_dollars(passed.whole_cents)} a year"
