"""What a position may do without asking."""

from dataclasses import dataclass
from decimal import Decimal

from groundwork.subject.errors import UserError

MONEY, STAFF, RULES = KINDS = ("dollars", "staff or hours", "rules")
"""What an authority may be about."""


@dataclass(frozen=True)
class Authority:
    """Money a position can commit in one decision, in dollars; whether it moves staff or rules.

    The same record says what a decision needs and what a position has. Each of the three is a
    value, is said to be none (0 or False), or is not known (None).
    """

    money: Decimal | None = None
    staffing: bool | None = None
    rule: bool | None = None

    def __post_init__(self) -> None:
        """Refuse an amount that is no amount."""
        if self.money is not None and (not self.money.is_finite() or self.money < 0):
            raise UserError(
                f"An authority over {self.money} dollars makes no sense.",
                "Write the dollars as a number of 0 or more, such as 25000.",
            )

    def lacks(self, needed: "Authority") -> list[str]:
        """Name, in words, what is needed and said not to be held here; never what is not known."""
        gaps = []
        if needed.money and self.money is not None and needed.money > self.money:
            gaps.append(f"${needed.money:,.0f} (it can commit ${self.money:,.0f})")
        if needed.staffing and self.staffing is False:
            gaps.append(STAFF)
        if needed.rule and self.rule is False:
            gaps.append(RULES)
        return gaps

    def leaves_open(self, needed: "Authority") -> list[str]:
        """Name which of `KINDS` are needed, and not known to be held here or not."""
        held = {MONEY: self.money, STAFF: self.staffing, RULES: self.rule}
        return [kind for kind in needed.kinds() if held[kind] is None]

    def kinds(self) -> list[str]:
        """Return which of `KINDS` it is about: a paper that shows one does not show another."""
        about = {MONEY: bool(self.money), STAFF: self.staffing, RULES: self.rule}
        return [kind for kind, there in about.items() if there]


UNKNOWN = Authority()
"""Nothing is said of it."""
NONE = Authority(Decimal(0), False, False)
"""No authority at all, and the need of a decision that costs nothing and changes no rule."""
