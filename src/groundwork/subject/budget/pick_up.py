"""What it costs to take a role over when its grant ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from groundwork.subject.budget.deflate import Deflator
from groundwork.subject.budget.money import exact_units, half_up, to_cents
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class PickUpCost:
    """What the department pays when it takes over a role: all in cents, and in which year."""

    year: str
    salary_cents: int
    benefits_cents: int
    inflation_cents: int
    total_cents: int
    deflator: str


def pick_up_cost(
    salary: int | str | Decimal,
    benefit_rate: int | str | Decimal,
    paid_in: str,
    picked_up_in: str,
    deflator: Deflator,
) -> PickUpCost:
    """Work out what a role costs when its grant has ended: salary, benefits and inflation.

    Parameters
    ----------
    salary
        Dollars a year, in the prices of ``paid_in``.
    benefit_rate
        Benefits as a part of salary: "0.3" is 30 percent; 0 when they are in the salary already.
    paid_in, picked_up_in
        The fiscal year of the salary, and the one in which the department would pay.
    deflator
        The index to use for the years between, with its name and source.

    Raises
    ------
    UserError
        If the salary is below zero, the rate is not 0 to 2, or the deflator lacks a year.
    """
    cents, rate = to_cents(salary), exact_units(benefit_rate, 6)
    if cents < 0 or rate is None or not 0 <= rate <= 2_000_000:
        raise UserError(
            f"A salary of {salary} with benefits of {benefit_rate} is not possible.",
            "Give dollars a year, and benefits as a part of salary: 0.3 for 30 percent.",
        )
    benefits = half_up(Fraction(cents * rate, 1_000_000))
    total = half_up((cents + benefits) * deflator.factor(paid_in, picked_up_in))
    return PickUpCost(
        year=picked_up_in,
        salary_cents=cents,
        benefits_cents=benefits,
        inflation_cents=total - cents - benefits,
        total_cents=total,
        deflator=f"{deflator.name} ({deflator.source})",
    )


def pick_up_in_all(costs: Sequence[PickUpCost]) -> int:
    """Add up what the department would pay in a year, in cents."""
    years = {cost.year for cost in costs}
    if len(years) > 1:
        raise UserError(
            f"These costs are in the prices of {', '.join(sorted(years))}.",
            "Work them out for one year before you add them.",
        )
    return sum(cost.total_cents for cost in costs)
