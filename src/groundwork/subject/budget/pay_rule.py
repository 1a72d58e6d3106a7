"""A rule for paying community partners: its parts, what it lacks, and what a year of it costs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from groundwork.subject import choosing, outside, silence
from groundwork.subject.asks import Ask, is_open, so_far
from groundwork.subject.budget import over, pay_promises
from groundwork.subject.budget.money import show, show_dollars, to_cents
from groundwork.subject.budget.paid_groups import PaidGroup, cost_of, refuse_impossible, total_of
from groundwork.subject.counts import counted
from groundwork.subject.days import days_in, in_words
from groundwork.subject.dollars import amounts_in
from groundwork.subject.remark import Remark

# What a rule says, in the order in which its reader needs it.
PARTS = {
    "who": "Who is paid, and for what",
    "choice": "Forms of payment to choose from",
    "when": "Paid within how many days, and by whom",
    "record": "What shows who came, who approves a payment, and what if there is no tax number",
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
EVERY_PART = {**PARTS, **ORGANIZATION}
THE_ORGANIZATION, THOSE_PAID = "the organization", "those who are paid"
ASKED_OF = {
    "choice": "finance",
    "when": "finance",
    "record": "finance",
    "notice": "counsel",
    "fund": "finance",
    "holds": "finance",
    "decides": "the director",
    "review": "the director",
    "work": THE_ORGANIZATION,
    "term": THE_ORGANIZATION,
    "paid": "finance",
    "indirect": THE_ORGANIZATION,
    "data": THE_ORGANIZATION,
    "help": "the director",
}
# Who has to agree besides, so that one office is asked once and no row stands for two.
ASKED_WITH = {
    "notice": "a benefits counselor",
    "term": "the grants office",
    "indirect": "finance",
    "data": "counsel",
}
YEAR, HALF = 365, 182  # days
READ = 300  # letters of an answer that are searched for an amount
# Parts that can say who is paid or decides, and that say what people are told and is recorded.
_WHO, _TOLD = ("who", "choice", "less", "decides"), ("notice", "choice", "record", "data")
_NONE = re.compile(r"\W*(?:none|no|nothing)(?: (?:fund|line|money|yet|so far))*\W*", re.IGNORECASE)
_NEAR = re.compile(
    r"^\s*(?:about|around|approximately|roughly|up to|ca\.?|~)"
    r"|(?:/|\b(?:a|per|each) )year\b|\byearly\b",
    re.IGNORECASE,
)
_AMOUNT = r"[\d,.]{1,20}(?: ?k| ?million)?"
_RANGE = re.compile(
    rf"\$ ?{_AMOUNT} ?(?:-|–|—|to|or) ?\$? ?\d|\d{_AMOUNT} ?(?:-|–|—|to|or) ?{_AMOUNT} dollars",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:from|since|as of|beginning|starting|starts?|began|begins)(?: on)? "
    r"(?:\d{1,2}/\d{1,2}(?:/\d+)?|[a-z]+\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:ended|expired|ran out|was over)\b", re.IGNORECASE)


def line_holds(answer: str) -> int | None:
    """Return the one amount that an answer gives, in whole dollars; None where it leaves it open.

    >>> [line_holds(each) for each in ("$12,000", "about 8000 a year", "8000 to 9000", "none")]
    [12000, 8000, None, None]
    """
    answer = answer[:READ]
    amounts = amounts_in(_NEAR.sub(" ", answer), bare=True)
    return None if len(amounts) != 1 or _RANGE.search(answer) else amounts[0]


def line_against_cost(parts: Mapping[str, str], groups: Sequence[PaidGroup]) -> list[Remark]:
    """Remark that a year costs more than its line holds, by the one amount that is written."""
    holds = line_holds(parts.get("holds", ""))
    if holds is None or not groups:
        return []
    costs = total_of(groups)
    if costs <= holds * 100:
        return []
    too_little = show_dollars(costs - holds * 100)
    return [
        Remark(
            about=PARTS["holds"],
            what=f"A year costs {show_dollars(costs)}, and the line holds "
            f"{show_dollars(holds * 100)}: {too_little} too little.",
            try_instead="Ask finance for the rest, or plan fewer people or meetings.",
            question=f"who pays {too_little} of a year: it costs {show_dollars(costs)}, and the "
            f"line holds {show_dollars(holds * 100)}",
        )
    ]


def last_day_of_the_fund(parts: Mapping[str, str], today: date) -> date | None:
    """Return the last day that is written of the fund, where one is; no day on which it begins.

    A day without its year is the next one, or the last one of a fund that is said to have ended.
    """
    said = parts.get("fund", "")
    near = today + timedelta(days=-HALF if _ENDED.search(said) else HALF)
    return max(days_in(_BEGINS.sub(" ", said), near), default=None)


def fund_has_ended(parts: Mapping[str, str], today: date | None) -> list[Remark]:
    """Remark that the fund's last day is past; without a day of today nothing has ended."""
    last = today and last_day_of_the_fund(parts, today)
    if not today or not last or last >= today:
        return []
    return [
        Remark(
            about=PARTS["fund"],
            what=f"The fund ended on {in_words(last)}. Nothing can be paid from it any more.",
            try_instead="Ask finance which fund pays, and until which day.",
            question="which fund pays, and until which day: the one that is named ended on "
            f"{in_words(last)}, and nothing can be paid from it",
        )
    ]


def meetings_after_the_fund(
    parts: Mapping[str, str], groups: Sequence[PaidGroup], today: date | None
) -> list[Remark]:
    """Remark on meetings of the year from today that come after the last day of a fund that runs.

    They are taken as spread evenly, since nobody wrote their days.
    """
    last = today and last_day_of_the_fund(parts, today)
    if not today or not last or last < today:
        return []
    left = (last - today).days + 1
    late: list[str] = []
    planned = after = 0
    for group in groups:
        refuse_impossible(group)
        meetings = int(group.meetings)
        of_group = max(0, meetings - meetings * left // YEAR)
        planned, after = planned + meetings, after + of_group
        if of_group:
            late.append(f"{of_group} of {counted(meetings, 'meeting')} of {group.name}")
    if not late:
        return []
    return [
        Remark(
            about=PARTS["fund"],
            what=f"The fund's last day is {in_words(last)}. Spread over the year from today, these "
            f"come after it: {'; '.join(late)}.",
            try_instead="Ask finance who pays for them, or hold them before.",
            question=f"who pays {after} of {counted(planned, 'meeting')} after the fund's last "
            f"day, {in_words(last)}",
        )
    ]


def review(
    parts: Mapping[str, str], groups: tuple[PaidGroup, ...], today: date | None = None
) -> list[Remark]:
    """Remark on what a reader would ask of the rule; form only, and never what is lawful.

    Without a day of today, as in a county that is invented, nothing is said of the fund's last day.
    """
    found = [
        *line_against_cost(parts, groups),
        *fund_has_ended(parts, today),
        *meetings_after_the_fund(parts, groups, today),
    ]
    found += over.remarks(parts, EVERY_PART, today)
    found += choosing.of_paid(
        (
            *((PARTS[part], parts.get(part, "")) for part in _WHO),
            *((each.name, each.name) for each in groups),
        )
    )
    found += pay_promises.former_limit(PARTS["notice"], parts.get("notice", ""))
    found += promises(parts)
    found += _for_outside(parts, groups)
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


def _for_outside(parts: Mapping[str, str], groups: Sequence[PaidGroup]) -> list[Remark]:
    said = {heading: parts.get(name, "") for name, heading in EVERY_PART.items()}
    named = {group.name: group.name for group in groups}
    found = outside.remarks(said, positions=(EVERY_PART["help"],))
    found += outside.remarks(named, positions=named)
    return [replace(each, about=each.part) for each in found]


def promises(parts: Mapping[str, str]) -> list[Remark]:
    """Remark on what a rule promises on taxes, benefits or names, and on records it avoids."""
    return pay_promises.remarks((EVERY_PART[part], parts.get(part, "")) for part in _TOLD)


def closing(remarks: Sequence[Remark]) -> str:
    """Say what these checks looked at and cannot tell."""
    looks_at = (
        "what the line holds, the fund's last day, days that are over, rates that differ, caps "
        "that bite, travel and care, who is paid, some words of promises and records, one former "
        f"tax limit, {outside.LOOKS_AT}"
    )
    return silence.closing(remarks, looks_at, chooses=True)


def asks_of(parts: Mapping[str, str], today: date | None = None) -> list[Ask]:
    """Return what the rule lacks, and who can tell; of an organization, once one is written of.

    What is written and still leaves it open is asked for too, in its own words, and a day to come
    that is over on the day of today.
    """
    asked = EVERY_PART if pays_an_organization(parts) else PARTS
    found = over.asks(parts, EVERY_PART, today, ASKED_OF, THOSE_PAID)
    for name, heading in asked.items():
        answer = parts.get(name, "").strip()
        if not _leaves_open(name, answer):
            continue
        whom = ASKED_OF.get(name, THOSE_PAID)
        what = f"{heading}, as one amount" if name == "holds" and answer else heading
        if whom == THE_ORGANIZATION:
            what = what.removeprefix("Organization: ")
            # Once is enough: one office reads all of its parts together.
            what = what if whom in [each.whom for each in found] else f"in paid hours: {what}"
        if name in ASKED_WITH:
            what += f" (with {ASKED_WITH[name]})"
        found.append(Ask(whom, so_far(what, answer), "the pay rule"))
    return found


def _leaves_open(name: str, answer: str) -> bool:
    """Whether an answer is none: empty, unknown, no fund, or no one amount that the line holds."""
    if name == "holds":
        return line_holds(answer) is None
    return is_open(answer) or (name == "fund" and bool(_NONE.fullmatch(answer)))


def pays_an_organization(parts: Mapping[str, str]) -> bool:
    """Whether anything is written of a partner organization."""
    return any(parts.get(name, "").strip() for name in ORGANIZATION)
