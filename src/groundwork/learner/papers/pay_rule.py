"""A rule for paying community partners, on a page, with what a year of it costs."""

from collections.abc import Mapping, Sequence
from datetime import date

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Paper, Table
from groundwork.subject.asks import by_office, of_remarks, with_counsel
from groundwork.subject.budget.money import show, show_dollars, to_cents
from groundwork.subject.budget.paid_groups import PaidGroup, cost_of, total_of
from groundwork.subject.budget.partner_pay import PartnerCost
from groundwork.subject.budget.pay_rule import asks_of, pays_an_organization, review
from groundwork.subject.remark import Remark, open_points

TITLE = "Pay rule for community partners"
READER = "the finance office and the people who are paid"
OPEN = "open"
RULE = "The rule; what is open is not decided"
COST = "What one person gets for a day, and what a year costs"
# What stands in one row, and how each part begins there; a part alone in its row needs no name.
ROWS = {
    "Who, for what": {"who": ""},
    "How it is paid": {
        "choice": "Forms",
        "when": "Paid",
        "record": "Record",
        "less": "To take less",
    },
    "People are told": {"notice": ""},
    "Money": {"fund": "Fund", "holds": "The line holds"},
    "Changes": {"decides": "Decided by", "review": "Looked at again"},
}
OF_AN_ORGANIZATION = {
    "Organization": {"work": "Work", "term": "Term and notice", "help": "Help"},
    "Its money and data": {
        "paid": "Advance or bill",
        "indirect": "Indirect cost and insurance",
        "data": "Data",
    },
}


def paper(
    parts: Mapping[str, str],
    groups: Sequence[PaidGroup],
    invented: str = "",
    today: date | None = None,
) -> Paper:
    """Return the rule as a paper of one page.

    Raises
    ------
    UserError
        If a group's counts or amounts are not possible.
    """
    today = None if invented else today or date.today()
    remarks = review(parts, tuple(groups), today)
    return Paper(
        title=TITLE,
        subject="",
        reader=READER,
        blocks=(_rule(parts), *((_groups(groups),) if groups else ())),
        asks=tuple(
            with_counsel(by_office([*asks_of(parts, today), *of_remarks(open_points(remarks))]), "")
        ),
        look=tuple(_remarked(each) for each in remarks if each.harms),
        remarks=tuple(_remarked(each) for each in remarks if not each.harms),
        box=law_cards.box("pay_rule"),
        view="A draft of one person. Finance, and those who are to be paid, have not agreed yet.",
        record=public_record.PAY,
        invented=invented,
    )


def _remarked(remark: Remark) -> str:
    return f"{remark.about}: {remark.what} {remark.try_instead}"


def _rule(parts: Mapping[str, str]) -> Table:
    rows = {**ROWS, **(OF_AN_ORGANIZATION if pays_an_organization(parts) else {})}
    told = tuple(
        (heading, " ".join(_said(name, parts.get(part, "")) for part, name in asked.items()))
        for heading, asked in rows.items()
    )
    return Table(RULE, ("Part", "What holds"), told, (1, 6))


def _said(name: str, answer: str) -> str:
    """Return an answer as a sentence of its row; its words stay as they were typed."""
    said = answer.strip() or OPEN
    end = "" if said.endswith((".", "?", "!")) else "."
    return f"{name}: {said}{end}" if name else f"{said}{end}"


def _groups(groups: Sequence[PaidGroup]) -> Table:
    costs = [cost_of(group) for group in groups]
    rows = [
        (
            group.name,
            f"{group.people} x {group.meetings} x {group.hours:g}",
            _short(to_cents(group.rate)),
            _short(to_cents(group.cap)) if group.cap is not None else "none",
            show(cost.day.paid_cents),
            *_year(cost),
        )
        for group, cost in zip(groups, costs, strict=True)
    ]
    if len(groups) > 1:
        whole = (
            sum(each.pay_cents for each in costs),
            sum(each.travel_cents + each.care_cents for each in costs),
            sum(each.interpretation_cents for each in costs),
            total_of(groups),
        )
        rows.append(("All groups", *[""] * 4, *map(show_dollars, whole)))
    columns = (
        *("Group", "People x meetings x hours", "An hour", "Cap a day", "One day"),
        *("Pay a year", "Travel, care", "Interpreter", "In all, a year"),
    )
    return Table(COST, columns, tuple(rows), (5, *[2] * 8))


def _short(cents: int) -> str:
    """Write an amount without cents where it has none."""
    return show(cents) if cents % 100 else show_dollars(cents)


def _year(cost: PartnerCost) -> tuple[str, ...]:
    return (
        show_dollars(cost.pay_cents),
        show_dollars(cost.travel_cents + cost.care_cents),
        show_dollars(cost.interpretation_cents),
        show_dollars(cost.total_cents),
    )
