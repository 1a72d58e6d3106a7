"""Groups that a department pays to take part, and what a year of them costs."""

from collections.abc import Sequence
from dataclasses import dataclass

from groundwork.subject.budget.money import to_cents
from groundwork.subject.budget.partner_pay import PartnerCost, PayRules, partner_cost
from groundwork.subject.errors import UserError
from groundwork.subject.states import one_number

SMALLEST, MOST_PEOPLE, MOST_MEETINGS = 1, 10_000, 366


@dataclass(frozen=True)
class PaidGroup:
    """A group that is paid: how many people come, how often, how long, and for how much.

    `rate` is dollars an hour. `care` and `travel` are dollars for one person and meeting,
    `interpretation` dollars for one meeting, and `cap` the most for one person and day, in dollars.
    """

    name: str
    people: int
    meetings: int
    hours: float
    rate: float
    care: float = 0
    travel: float = 0
    interpretation: float = 0
    cap: float | None = None


def cost_of(group: PaidGroup, rule_name: str = "your rule") -> PartnerCost:
    """Return what a year of a group costs, by its own rate and cap.

    Raises
    ------
    UserError
        If a count or an amount is not possible.
    """
    refuse_impossible(group)
    cap = None if group.cap is None else to_cents(group.cap)
    if cap is not None and cap <= 0:
        raise UserError(
            f"{group.name}: a cap of {group.cap:g} dollars a day pays nobody.",
            "Leave it empty where there is no cap.",
        )
    rules = PayRules(rule_name, "", 0, cap)
    return partner_cost(
        int(group.people),
        int(group.meetings),
        group.hours,
        group.rate,
        rules,
        group.travel,
        group.care,
        group.interpretation,
    )


def refuse_impossible(group: PaidGroup) -> None:
    """Refuse people or meetings of which there cannot be so many.

    Raises
    ------
    UserError
        If a count is no whole number from 1 to the most that a year can hold.
    """
    for what, number, most in (
        ("people", group.people, MOST_PEOPLE),
        ("meetings", group.meetings, MOST_MEETINGS),
    ):
        if not SMALLEST <= one_number(number, what) <= most or number != int(number):
            raise UserError(
                f"{group.name}: {number} {what} in a year are not possible.",
                f"Give a whole number from {SMALLEST} to {most:,}.",
            )


def total_of(groups: Sequence[PaidGroup]) -> int:
    """Return what a year of all groups costs, in cents."""
    return sum(cost_of(group).total_cents for group in groups)
