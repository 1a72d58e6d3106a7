"""A rule for paying community partners, on a page, with what a year of it costs."""

from collections.abc import Mapping, Sequence

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.subject.asks import of_remarks
from groundwork.subject.budget.money import show, show_dollars, to_cents
from groundwork.subject.budget.partner_pay import PartnerCost
from groundwork.subject.budget.pay_rule import (
    ORGANIZATION,
    PARTS,
    PaidGroup,
    asks_of,
    cost_of,
    pays_an_organization,
    review,
    short,
    total_of,
)

TITLE = "Pay rule for community partners"
READER = "the finance office and the people who are paid"
OPEN = "open"
PROMISE = "This rule promises nothing about taxes or benefits; what is open is not decided."


def paper(parts: Mapping[str, str], groups: Sequence[PaidGroup], invented: str = "") -> Paper:
    """Return the rule as a paper of one page, before its ask list.

    Raises
    ------
    UserError
        If a group's counts or amounts are not possible.
    """
    blocks: list[Block] = [_says("The rule", PARTS, parts), Paragraph(PROMISE)]
    remarks = review(parts, tuple(groups)) if groups else []
    if groups:
        blocks += [Heading("Rates and what a year costs"), _groups(groups), _costs(groups)]
        if remarks:
            said = (f"{each.about}: {each.what} {each.try_instead}" for each in remarks)
            blocks += [Heading("Still to be settled", 2), Items.flat(*said)]
    if pays_an_organization(parts):
        blocks.append(_says("For a partner organization", ORGANIZATION, parts))
    return Paper(
        title=TITLE,
        subject="Who is paid for their time, how much, and from which fund",
        reader=READER,
        blocks=tuple(blocks),
        asks=(*asks_of(parts), *of_remarks(remarks)),
        box=law_cards.box("pay_rule"),
        view="A draft of one person. Finance, and those who are to be paid, have not agreed yet.",
        record=public_record.PAY,
        invented=invented,
    )


def _says(caption: str, asked: Mapping[str, str], parts: Mapping[str, str]) -> Table:
    rows = tuple(
        (short(heading), parts.get(name, "").strip() or OPEN) for name, heading in asked.items()
    )
    return Table(caption, ("Asked", "What holds"), rows, (3, 7))


def _groups(groups: Sequence[PaidGroup]) -> Table:
    rows = tuple(
        (
            group.name,
            f"{group.people} x {group.meetings}",
            f"{group.hours:g}",
            show(to_cents(group.rate)),
            show(to_cents(group.cap)) if group.cap is not None else "none",
            show(cost_of(group).day.paid_cents),
        )
        for group in groups
    )
    columns = (
        *("Group", "People x meetings", "Hours a meeting"),
        *("Dollars an hour", "Cap a day", "One person, one day"),
    )
    return Table("Who comes how often, and for how much", columns, rows, (4, 2, 2, 2, 2, 2))


def _costs(groups: Sequence[PaidGroup]) -> Table:
    costs = [cost_of(group) for group in groups]
    rows = [(group.name, *_cells(cost)) for group, cost in zip(groups, costs, strict=True)]
    if len(groups) > 1:
        whole = [
            sum(each.pay_cents for each in costs),
            sum(each.travel_cents + each.care_cents for each in costs),
            sum(each.interpretation_cents for each in costs),
            total_of(groups),
        ]
        rows.append(("All groups", *(show_dollars(cents) for cents in whole)))
    columns = ("A year of", "Pay", "Travel and care", "Interpretation", "In all")
    return Table("Whole dollars a year", columns, tuple(rows), (4, 2, 2, 2, 2))


def _cells(cost: PartnerCost) -> tuple[str, ...]:
    return (
        show_dollars(cost.pay_cents),
        show_dollars(cost.travel_cents + cost.care_cents),
        show_dollars(cost.interpretation_cents),
        show_dollars(cost.total_cents),
    )
