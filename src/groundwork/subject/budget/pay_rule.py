"""A rule for paying community partners: its parts, what it lacks, and what a year of it costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groundwork.subject import silence
from groundwork.subject.asks import Ask
from groundwork.subject.budget.money import show, to_cents
from groundwork.subject.budget.partner_pay import PartnerCost, PayRules, partner_cost
from groundwork.subject.errors import UserError
from groundwork.subject.remark import Remark
from groundwork.subject.states import one_number

# What a rule says, in the order in which its reader needs it.
PARTS = {
    "who": "Who is paid, and for what",
    "choice": "Forms of payment to choose from",
    "when": "Paid within how many days, and by whom",
    "notice": "What people are told in writing about benefits and taxes",
    "less": "How somebody takes less, or nothing",
    "fund": "Fund, and its last day",
    "decides": "Who may change the rule, and who is asked first",
    "review": "Day on which it is looked at again",
}
# What a partner organization needs besides, which is paid by a contract or a subaward.
ORGANIZATION = {
    "work": "Organization: what it does, and what it need not do",
    "term": "Organization: from which day to which, and how long before the end it is told",
    "paid": "Organization: paid in advance or after a bill, within how many days",
    "indirect": "Organization: indirect cost that is paid, and insurance that is asked for",
    "data": "Organization: who owns what people tell it, and who may see it",
    "help": "Organization: position that helps with bills and reports",
}
_OF_AN_ORGANIZATION = "Organization: "
EVERY_PART = {**PARTS, **ORGANIZATION}
ASKED_OF = {
    "choice": "finance",
    "when": "finance",
    "notice": "counsel and a benefits counselor",
    "fund": "finance",
    "decides": "the director",
    "work": "the organization, in hours that are paid",
    "term": "the organization and the grants office",
    "paid": "finance",
    "indirect": "finance and the organization",
    "data": "the organization, and counsel",
    "help": "the deputy director",
}
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
    for what, number, most in (
        ("people", group.people, MOST_PEOPLE),
        ("meetings", group.meetings, MOST_MEETINGS),
    ):
        if not SMALLEST <= one_number(number, what) <= most or number != int(number):
            raise UserError(
                f"{group.name}: {number} {what} in a year are not possible.",
                f"Give a whole number from {SMALLEST} to {most:,}.",
            )
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


def review(parts: Mapping[str, str], groups: tuple[PaidGroup, ...]) -> list[Remark]:
    """Remark on what a reader would ask of the rule; form only, and never what is lawful."""
    found = []
    if "600" in parts.get("notice", "").replace(",", ""):
        found.append(
            Remark(
                about=PARTS["notice"],
                what="$600 was the line for a federal tax form until 2025. Pay below a line is "
                "taxable income too.",
                try_instead="Say what may count as income, and who can be asked. Promise nothing.",
            )
        )
    if len({group.rate for group in groups}) > 1:
        least = min(groups, key=lambda group: group.rate)
        most = max(groups, key=lambda group: group.rate)
        found.append(
            Remark(
                about="Rates",
                each=(most.name, least.name),
                what=f"{most.name} has {show(to_cents(most.rate))} an hour and {least.name} "
                f"{show(to_cents(least.rate))}.",
                try_instead="Pay the same, or write the reason that you would say to them.",
            )
        )
    for group in groups:
        day = cost_of(group).day
        if day.bound == "daily cap":
            found.append(
                Remark(
                    about=group.name,
                    what=day.in_words,
                    try_instead="Plan a shorter day, or lift the cap.",
                )
            )
        if not (group.care or group.travel):
            found.append(
                Remark(
                    about=group.name,
                    what="Nothing is planned for travel or care.",
                    try_instead="Ask the group what keeps people from coming.",
                )
            )
    return found


def closing(remarks: Sequence[Remark]) -> str:
    """Say what these checks looked at and cannot tell."""
    looks_at = "rates that differ, caps that bite, travel and care, and one former tax limit"
    return silence.closing(remarks, looks_at)


def asks_of(parts: Mapping[str, str]) -> list[Ask]:
    """Return what the rule lacks, and who can tell; of an organization, once one is written of."""
    asked = EVERY_PART if pays_an_organization(parts) else PARTS
    return [
        Ask(ASKED_OF.get(name, "the people who are to be paid"), heading, "the pay rule")
        for name, heading in asked.items()
        if not parts.get(name, "").strip()
    ]


def short(heading: str) -> str:
    """Return a part's heading for a table that says above it whether it is an organization's."""
    words = heading.removeprefix(_OF_AN_ORGANIZATION)
    return f"{words[:1].upper()}{words[1:]}"


def pays_an_organization(parts: Mapping[str, str]) -> bool:
    """Whether anything is written of a partner organization."""
    return any(parts.get(name, "").strip() for name in ORGANIZATION)
