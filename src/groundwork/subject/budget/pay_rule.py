"""A rule for paying community partners: its parts, what it lacks, and what a year of it costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from groundwork.subject import silence
from groundwork.subject.asks import Ask
from groundwork.subject.budget.memo_checks import amounts_in, days_in
from groundwork.subject.budget.money import show, show_dollars, to_cents
from groundwork.subject.budget.partner_pay import PartnerCost, PayRules, partner_cost
from groundwork.subject.counts import counted
from groundwork.subject.days import in_words
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
    "holds": "Dollars a year that the line holds",
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
    "holds": "finance",
    "decides": "the director",
    "work": "the organization, in hours that are paid",
    "term": "the organization and the grants office",
    "paid": "finance",
    "indirect": "finance and the organization",
    "data": "the organization, and counsel",
    "help": "the deputy director",
}
YEAR = 365  # days
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
    _refuse_impossible(group)
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


def _refuse_impossible(group: PaidGroup) -> None:
    """Refuse people or meetings of which there cannot be so many."""
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


def line_against_cost(parts: Mapping[str, str], groups: Sequence[PaidGroup]) -> list[Remark]:
    """Remark that a year costs more than its line holds, by the one amount that is written."""
    amounts = amounts_in(parts.get("holds", ""), bare=True)
    if len(amounts) != 1 or not groups:
        return []
    costs, (holds,) = total_of(groups), amounts
    if costs <= holds * 100:
        return []
    return [
        Remark(
            about=PARTS["holds"],
            what=f"A year costs {show_dollars(costs)}, and the line holds "
            f"{show_dollars(holds * 100)}: {show_dollars(costs - holds * 100)} too little.",
            try_instead="Ask finance for the rest, or plan fewer people or meetings.",
        )
    ]


def meetings_after_the_fund(
    parts: Mapping[str, str], groups: Sequence[PaidGroup], today: date | None = None
) -> list[Remark]:
    """Remark on meetings of the year from today that come after the fund's last day.

    They are taken as spread evenly, since nobody wrote their days.
    """
    today = today or date.today()
    days = days_in(parts.get("fund", ""), today)
    if not days:
        return []
    last, found = max(days), []
    left = (last - today).days + 1
    for group in groups:
        _refuse_impossible(group)
        meetings = int(group.meetings)
        late = meetings - max(0, meetings * left // YEAR)
        if left < YEAR and late > 0:
            found.append(
                Remark(
                    about=PARTS["fund"],
                    what=f"The fund's last day is {in_words(last)}. Spread over the year from "
                    f"today, {late} of {counted(meetings, 'meeting')} of "
                    f"{group.name} come after it.",
                    try_instead="Ask finance who pays for them, or hold them before.",
                )
            )
    return found


def review(
    parts: Mapping[str, str], groups: tuple[PaidGroup, ...], today: date | None = None
) -> list[Remark]:
    """Remark on what a reader would ask of the rule; form only, and never what is lawful."""
    found = [*line_against_cost(parts, groups), *meetings_after_the_fund(parts, groups, today)]
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
    looks_at = (
        "what the line holds, the fund's last day, rates that differ, caps that bite, travel and "
        "care, and one former tax limit"
    )
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
