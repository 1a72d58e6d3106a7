"""Pay community partners: the hourly floor, the daily cap, and what a year of meetings costs."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from groundwork.subject.budget.lines import refuse
from groundwork.subject.budget.money import MONEY_FIX, exact_column, half_up, show, to_cents
from groundwork.subject.errors import UserError
from groundwork.subject.states import at_least

HOURS = 10_000  # hours are counted in ten-thousandths


@dataclass(frozen=True)
class PayRules:
    """A published rule for pay: the least per hour and the most per person and day, in cents."""

    name: str
    source: str
    hourly_floor_cents: int
    daily_cap_cents: int | None = None


# Who may be paid under the Washington rule is narrower than this arithmetic: people with lived
# experience or low income on class-one groups who are not paid otherwise.
WASHINGTON = PayRules(
    name="Washington State 2025/26",
    source="Washington State Office of Equity, 2025/2026 Community Compensation Guidelines",
    hourly_floor_cents=5_700,
    daily_cap_cents=20_000,
)
KENT_COUNTY = PayRules(
    name="KConnect, Kent County MI, 2023",
    source="KConnect Community Member Compensation Framework",
    hourly_floor_cents=3_541,
)


@dataclass(frozen=True)
class DayPay:
    """What one person is paid for one day, in cents, and which rule decided.

    ``bound`` is "neither", "hourly floor", "daily cap" or "both".
    """

    offered_cents: int
    before_cap_cents: int
    paid_cents: int
    bound: str
    in_words: str


def day_pay(
    hours: int | float | str | Decimal, rate: int | float | str | Decimal, rules: PayRules
) -> DayPay:
    """Work out one person's pay for one day: hours x rate, not under the floor, not over the cap.

    Parameters
    ----------
    hours
        All the person's hours of that day together, up to 24.
    rate
        Dollars an hour that you mean to pay; the floor replaces a lower one.
    rules
        The rule to apply, such as `WASHINGTON`.

    Raises
    ------
    UserError
        If the hours or the rate are not possible.
    """
    cents = to_cents(rate)
    units, bad = exact_column(pd.Series([hours], dtype=object), 4)
    if bad[0] or not 0 <= units[0] <= 24 * HOURS or cents < 0:
        raise UserError(
            f"{hours} hours at {rate} dollars an hour is not possible for one day.",
            "Give 0 to 24 hours, such as 1.5, and a rate that is not below zero.",
        )
    return _day(int(units[0]), cents, rules)


def pay_by_day(visits: pd.DataFrame, rules: PayRules) -> pd.DataFrame:
    """Work out pay from a list of visits; the cap counts once for each person and day.

    Parameters
    ----------
    visits
        One row a visit: ``person`` (a code, not a name), ``day``, ``hours``, ``rate`` (dollars an
        hour). A person with two visits on a day is capped on the sum of both.

    Returns
    -------
    DataFrame
        One row a person and day: ``person``, ``day``, ``hours``, ``before_cap_cents``,
        ``paid_cents``, ``bound``, ``in_words``.

    Raises
    ------
    UserError
        If a column is missing, or hours or rates are not possible.
    """
    missing = [name for name in ("person", "day", "hours", "rate") if name not in visits]
    if missing:
        raise UserError(
            f"The list of visits has no column {', '.join(missing)}.",
            "It needs person, day, hours and rate.",
        )
    visits = visits.reset_index(drop=True).assign(line_id=lambda table: table["person"])
    hours, bad_hours = exact_column(visits["hours"], 4)
    refuse(visits, bad_hours | (hours < 0), "hours", "hours such as 1.5", "Write a number.")
    rates, bad_rates = exact_column(visits["rate"], 2)
    refuse(visits, bad_rates | (rates < 0), "rate", "dollars an hour", MONEY_FIX)
    counted = visits.assign(units=hours, cents=rates)
    rows = []
    for (person, day), group in counted.groupby(["person", "day"], sort=True):
        units = int(group["units"].sum())
        if units > 24 * HOURS:
            raise UserError(
                f"{person} has {units / HOURS:g} hours on {day}.", "A day has 24: check the list."
            )
        stays = zip(group["units"], group["cents"], strict=True)
        pay = _capped([(int(time), int(cents)) for time, cents in stays], rules)
        rows.append(
            {
                "person": person,
                "day": day,
                "hours": units / HOURS,
                "before_cap_cents": pay.before_cap_cents,
                "paid_cents": pay.paid_cents,
                "bound": pay.bound,
                "in_words": pay.in_words,
            }
        )
    columns = ["person", "day", "hours", "before_cap_cents", "paid_cents", "bound", "in_words"]
    return pd.DataFrame(rows, columns=columns)


@dataclass(frozen=True)
class PartnerCost:
    """What a year of paid partnership costs, in cents, part by part."""

    pay_cents: int
    travel_cents: int
    care_cents: int
    interpretation_cents: int
    admin_cents: int
    total_cents: int
    day: DayPay


def partner_cost(
    people: int,
    meetings: int,
    hours: int | float | str | Decimal,
    rate: int | float | str | Decimal,
    rules: PayRules,
    travel: int | float | str | Decimal = 0,
    care: int | float | str | Decimal = 0,
    interpretation: int | float | str | Decimal = 0,
    admin: int | float | str | Decimal = 0,
) -> PartnerCost:
    """Work out a year: people x meetings x pay for the day, plus what lets people come.

    Parameters
    ----------
    people, meetings
        How many people, and on how many days each of them comes.
    hours, rate, rules
        For one person and day; see `day_pay`.
    travel, care
        Dollars for one person and meeting: travel, and child or elder care.
    interpretation
        Dollars for one meeting.
    admin
        Dollars for the whole year: payment cards, paperwork, the time of whoever pays.

    Raises
    ------
    UserError
        If an amount or a count is below zero or not possible.
    """
    people = at_least(people, 0, "The number of people")
    meetings = at_least(meetings, 0, "The number of meetings")
    extra = [to_cents(amount) for amount in (travel, care, interpretation, admin)]
    if min(extra) < 0:
        raise UserError("A cost is below zero.", "Give dollars, or 0 where there is none.")
    day = day_pay(hours, rate, rules)
    visits = int(people) * int(meetings)
    parts = {
        "pay_cents": visits * day.paid_cents,
        "travel_cents": visits * extra[0],
        "care_cents": visits * extra[1],
        "interpretation_cents": int(meetings) * extra[2],
        "admin_cents": extra[3],
    }
    return PartnerCost(**parts, total_cents=sum(parts.values()), day=day)


def _day(units: int, cents: int, rules: PayRules) -> DayPay:
    """Pay one person-day at one rate."""
    return _capped([(units, cents)], rules)


def _capped(stays: list[tuple[int, int]], rules: PayRules) -> DayPay:
    """Pay one person's stays of one day: the floor on each rate, the cap on the sum."""
    units = sum(time for time, _ in stays)
    floor, cap = rules.hourly_floor_cents, rules.daily_cap_cents
    offered = half_up(Fraction(sum(time * cents for time, cents in stays), HOURS))
    lifted = half_up(Fraction(sum(time * max(cents, floor) for time, cents in stays), HOURS))
    paid = lifted if cap is None else min(lifted, cap)
    raised, cut = any(time and cents < floor for time, cents in stays), paid < lifted
    bound = {(False, False): "neither", (True, False): "hourly floor", (False, True): "daily cap"}
    return DayPay(
        offered_cents=offered,
        before_cap_cents=lifted,
        paid_cents=paid,
        bound=bound.get((raised, cut), "both"),
        in_words=_words(units, offered, lifted, paid, raised, rules),
    )


def _words(units: int, offered: int, lifted: int, paid: int, raised: bool, rules: PayRules) -> str:
    """Say which rule decided, and what that does to the hourly rate."""
    hours = "1 hour comes" if units == HOURS else f"{units / HOURS:g} hours come"
    text = f"{hours} to {show(offered)}."
    if raised:
        floor = show(rules.hourly_floor_cents)
        text += f" The floor of {floor} an hour ({rules.name}) makes it {show(lifted)}."
    if paid == lifted:
        return text
    hourly = half_up(Fraction(paid * HOURS, units))
    text += f" The cap of {show(paid)} a day ({rules.name}) makes it {show(paid)}"
    text += f": {show(lifted - paid)} less, or {show(hourly)} an hour."
    if hourly < rules.hourly_floor_cents:
        text += " That is under the hourly floor: plan a shorter day, or two days."
    return text
