"""What a position may do without asking, and how serious a remark about it is."""

from dataclasses import dataclass
from decimal import Decimal

from groundwork.subject.errors import UserError

ERROR, WARNING, NUDGE = "error", "warning", "nudge"
"""Error: it will not work so. Warning: look again. Nudge: think about it."""
MONEY, STAFF, RULES = KINDS = ("dollars", "staff or hours", "rules")
"""What an authority may be about."""


@dataclass(frozen=True)
class Authority:
    """Money a position can commit in one decision, in dollars; whether it moves staff or rules.

    The same record says what a decision needs and what a position has.
    """

    money: Decimal = Decimal(0)
    staffing: bool = False
    rule: bool = False

    def __post_init__(self) -> None:
        """Refuse an amount that is no amount."""
        if not self.money.is_finite() or self.money < 0:
            raise UserError(
                f"An authority over {self.money} dollars makes no sense.",
                "Write the dollars as a number of 0 or more, such as 25000.",
            )

    def lacks(self, needed: "Authority") -> list[str]:
        """Name, in words, what is needed and not held here."""
        gaps = []
        if needed.money > self.money:
            gaps.append(f"${needed.money:,.0f} (it can commit ${self.money:,.0f})")
        if needed.staffing and not self.staffing:
            gaps.append("staffing")
        if needed.rule and not self.rule:
            gaps.append("a rule")
        return gaps

    def kinds(self) -> list[str]:
        """Return which of `KINDS` it is about: a paper that shows one does not show another."""
        about = {MONEY: self.money > 0, STAFF: self.staffing, RULES: self.rule}
        return [kind for kind, there in about.items() if there]


NONE = Authority()
"""No authority at all, and the need of a decision that costs nothing and changes no rule."""
