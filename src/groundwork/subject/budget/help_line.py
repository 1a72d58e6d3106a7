"""What is left to a person of a payment when help at home depends on income."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from groundwork.subject.budget.money import half_up, known_cents
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class HelpRule:
    """How a kind of help follows the income of a month, in cents.

    Two shapes that real programs have; no real program is told here. With `limit_cents` all the
    help of a month goes when income is above the limit (a cliff). Without one it falls by
    `falls` cents for each cent of pay above `free_cents` (a slope).
    """

    name: str
    help_cents: int
    limit_cents: int | None = None
    free_cents: int = 0
    falls: Fraction = Fraction(1)

    def lost(self, income_cents: int, pay_cents: int) -> int:
        """Return the help that one month's pay costs, beside other income that is there anyway."""
        if self.limit_cents is not None:
            over = income_cents + pay_cents > self.limit_cents
            return self.help_cents if over and income_cents <= self.limit_cents else 0
        above = max(0, pay_cents - self.free_cents)
        return min(self.help_cents, half_up(above * self.falls))


@dataclass(frozen=True)
class Kept:
    """Pay, help lost and what is left, in cents, over some months."""

    pay_cents: int
    lost_cents: int

    @property
    def left_cents(self) -> int:
        """What the person has more than without the pay; below zero when less."""
        return self.pay_cents - self.lost_cents


def kept_of(pays: Sequence[int], income_cents: int, rule: HelpRule) -> Kept:
    """Add up months: the pay of each, in cents, beside the same other income.

    Raises
    ------
    UserError
        If an amount is below zero.
    """
    pays, income_cents = [known_cents(pay) for pay in pays], known_cents(income_cents)
    if min(*pays, income_cents, 0) < 0:
        raise UserError("An amount is below zero.", "Give what is paid in each month, or 0.")
    return Kept(sum(pays), sum(rule.lost(income_cents, pay) for pay in pays))
