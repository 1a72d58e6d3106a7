"""Hold what a request says in words against its own items, and against the lines that end."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

from groundwork.subject.asks import Ask, is_open
from groundwork.subject.budget.money import half_up, show_dollars
from groundwork.subject.budget.request import NEW, RequestItem, in_year, request_options
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.budget.years import first_day, last_day
from groundwork.subject.counts import counted
from groundwork.subject.days import days_in, in_words
from groundwork.subject.dollars import amounts_in, spent_in
from groundwork.subject.positions import is_nobody

WRITER = "whoever writes the request"
NEAR = 184  # days: money that ended earlier is another story than a gap before the request
MOST = 2  # lines that are named
_ONCE = re.compile(
    r"\b(?:one[- ]time|once|carry[- ]?(?:over|forward)|unspent|fund balance|reserves?|lapsed?"
    r"|(?:salary|vacancy|lapse) savings|savings (?:of|from) (?:the |a )?vacan\w+|vacan\w+)\b",
    re.IGNORECASE,
)
_NO_ONCE = re.compile(
    r"\b(?:each|every|per|a) year\b|\b(?:not|no) (?:one[- ]time|once)\b|\b(?:yearly|recur\w*)\b",
    re.IGNORECASE,
)
_FISCAL_YEARS = re.compile(r"\bFY\d{4}\b")


def sums_of(items: Sequence[RequestItem], years: RequestYears) -> list[int]:
    """Return what an ask may name, in whole dollars: all, a level, or the first priorities."""
    ways = [
        [item.cents for item in items],
        [item.cents + (item.once_cents or 0) for item in items],
        *([item.year(number, years) for item in items] for number in (1, 2, 3)),
    ]
    wholes = [cents for way in ways for cents in accumulate(way)]
    levels = [option.cents for option in request_options(items)]
    three_years = sum(in_year(items, number, years) for number in (1, 2, 3))
    return [_dollars(cents) for cents in (*wholes, *levels, three_years)]


def ask_against_items(ask: str, items: Sequence[RequestItem], years: RequestYears) -> list[Ask]:
    """Return that the ask names dollars of which none is a sum of the items, or nothing."""
    named = amounts_in(ask)
    if not items or not named or set(named) & set(sums_of(items, years)):
        return []
    whole = sum(item.cents for item in items)
    first = in_year(items, 1, years)
    said = " and ".join(f"${each:,}" for each in named)
    return [
        Ask(
            WRITER,
            f"why the ask names {said}: the items come to {show_dollars(whole)} a year, "
            f"{show_dollars(first)} in {years.name(1)}. Name one of these, or the sum of the "
            "first priorities, and say what is left out",
            "the ask in one line",
        )
    ]


def offset_against_items(offset: str, items: Sequence[RequestItem]) -> list[Ask]:
    """Return that an offset is more than what is asked, or comes once where the items recur."""
    whole = sum(item.cents for item in items)
    named = spent_in(offset).total or max(amounts_in(offset), default=0)
    if not whole or not named:
        return []
    found = []
    if named * 100 > whole:
        found.append(
            Ask(
                WRITER,
                f"what is asked net of the offset: it names ${named:,}, and the items come to "
                f"{show_dollars(whole)} a year",
                "the offset",
            )
        )
    if (once := _ONCE.search(offset)) and not _NO_ONCE.search(offset):
        found.append(
            Ask(
                "finance",
                f"whether the offset of ${named:,} comes once or each year: “{once[0]}” is money "
                f"of one year, and the items recur, {show_dollars(whole)} a year. Who pays that "
                "part from year 2 on",
                "the offset",
            )
        )
    return found


def owner_is_named(owner: str) -> list[Ask]:
    """Return that nobody answers for a request whose owner is vacant or unnamed."""
    if not owner.strip() or is_open(owner) or not is_nobody(owner):
        return []
    said = f"which position answers for it: so far “{owner.strip()}”"
    return [Ask("the deputy director", said, "the owner")]


def takes_over_an_end(items: Sequence[RequestItem], ends: Mapping[str, date]) -> bool:
    """Whether an item takes over a listed line whose money ends."""
    return any(_is_asked(name, items) for name in ends)


def start_against_ends(
    parts: Mapping[str, str], items: Sequence[RequestItem], ends: Mapping[str, date]
) -> list[Ask]:
    """Return that parts name unlike days, and that money ends on no day before one of them.

    Parameters
    ----------
    parts
        What is written; ``ask`` and ``year`` may name the day on which the request begins.
    ends
        The last day of the money of each listed line that has one. Lines that share a word with
        an item count; where none does, all.
    """
    lines = {name: day for name, day in ends.items() if _is_asked(name, items)} or dict(ends)
    near = min(lines.values(), default=date.today())
    # A day with its year says which year one without it is in.
    words = " ".join(parts.get(name, "") for name in ("ask", "year"))
    near = next(iter(days_in(words)), near)
    by_part = {name: days_in(parts.get(name, ""), near) for name in ("ask", "year")}
    said = [day for days in by_part.values() for day in days]
    if not said:
        return []
    found = []
    if all(by_part.values()) and not set(by_part["ask"]) & set(by_part["year"]):
        found.append(
            Ask(
                WRITER,
                f"which day it begins: the ask says {in_words(by_part['ask'][0])}, and the answer "
                f"on the fiscal year says {in_words(by_part['year'][0])}",
                "the first day that is paid",
            )
        )
    starts = min(said)
    for day in sorted(set(lines.values()), key=lambda each: abs(each - starts))[:MOST]:
        after = day + timedelta(days=1)
        if after in said or abs(after - starts) > timedelta(days=NEAR):
            continue
        if starts > after:
            gap = f"nobody pays from {in_words(after)} to {in_words(starts - timedelta(days=1))}"
        else:
            gap = f"both pay from {in_words(starts)} to {in_words(day)}"
        found.append(
            Ask(
                WRITER,
                f"the first day: the money of {_named(lines, day)} ends on {in_words(day)}, and "
                f"the request begins on {in_words(starts)}: {gap}. Begin on {in_words(after)}, or "
                "say who pays",
                "the first day that is paid",
            )
        )
    return found


def start_against_year(
    parts: Mapping[str, str], items: Sequence[RequestItem], years: RequestYears, month: int = 7
) -> list[Ask]:
    """Return that a first day lies in no year of the request, before its yes, or inside year 1.

    Parameters
    ----------
    parts
        What is written; ``ask`` and ``year`` may name the first day, ``yes`` the day of the yes.
    month
        The month in which the fiscal year starts.
    """
    first, begins = years.name(1), first_day(years.name(1), month).date()
    words = " ".join(parts.get(name, "") for name in ("ask", "year"))
    near = next(iter(days_in(words)), begins)
    starts = min(days_in(words, near), default=None)
    found = []
    named = _FISCAL_YEARS.findall(parts.get("year", ""))
    if named and first not in named:
        found.append(
            f"which fiscal year is year 1: the answer says {' and '.join(named)}, and the columns "
            f"begin with {first}"
        )
    if starts and starts < begins:
        found.append(_unpriced(starts, begins, items, years))
    if starts and begins < starts <= last_day(first, month).date() and _whole_years(items):
        found.append(
            f"the months of {first} that are paid: it begins on {in_words(starts)}, and each item "
            "is counted for the whole year"
        )
    yes = min(days_in(parts.get("yes", ""), near), default=None)
    if starts and yes and yes > starts:
        found.append(
            f"who pays until there is a yes: it comes on {in_words(yes)}, and the request begins "
            f"on {in_words(starts)}"
        )
    return [Ask(WRITER, what, "the first day that is paid") for what in found]


def _unpriced(starts: date, begins: date, items: Sequence[RequestItem], years: RequestYears) -> str:
    """Say which months, and which dollars of them, come before the first column."""
    months = 12 * (begins.year - starts.year) + begins.month - starts.month
    cents = half_up(Fraction(sum(item.cents for item in items) * months, 12))
    dollars = f", {show_dollars(cents)} in {years.priced_in} dollars," if items else ""
    about = "" if starts.day == 1 else "about "
    return (
        f"who pays from {in_words(starts)} to {in_words(begins - timedelta(days=1))}: {about}"
        f"{counted(months, 'month')}{dollars} {'is' if months == 1 else 'are'} in no column, for "
        f"year 1 is {years.name(1)}. Take the year before as year 1, with the months that it "
        f"pays, or begin on {in_words(begins)}"
    )


def _whole_years(items: Sequence[RequestItem]) -> bool:
    return bool(items) and all(item.months in (None, 12) for item in items)


def asks_of_lines(items: Sequence[RequestItem]) -> list[Ask]:
    """Return what is to be asked of the lines that items take over.

    Who reads a request looks up what an item costs now, so a difference is said before it is found.
    """
    found = []
    unlike = [
        f"“{item.name}” asks for {show_dollars(item.cents)} a year, and its line holds "
        f"{show_dollars(item.line_cents)}"
        for item in items
        if item.line_cents is not None and item.more_than_line
    ]
    if unlike:
        found.append(Ask(WRITER, f"why {'; '.join(unlike)}", "what it costs"))
    unknown = [item.line for item in items if item.line not in ("", NEW)]
    unknown = [line for line in unknown if line not in _known(items)]
    if unknown:
        found.append(Ask("finance", f"the dollars a year of {_listed(unknown)}", "what it costs"))
    unsaid = [item.name for item in items if not item.line]
    if unsaid:
        found.append(
            Ask(
                WRITER,
                f"which line or award is taken over, or that it is new: {_listed(unsaid)}",
                "what it costs",
            )
        )
    return found


def _known(items: Sequence[RequestItem]) -> set[str]:
    return {item.line for item in items if item.line_cents is not None}


def _listed(names: Sequence[str]) -> str:
    return "; ".join(f"“{name}”" for name in names)


def _named(lines: Mapping[str, date], day: date) -> str:
    """Name the lines whose money ends on a day, the first of many."""
    names = [name for name, ends in lines.items() if ends == day]
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return _listed(names[:MOST]) + more


def _is_asked(name: str, items: Sequence[RequestItem]) -> bool:
    """Whether a line and an item have a longer word in common."""
    return any(_long(name) & _long(item.name) for item in items)


def _long(name: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[^\W\d_]{4,}", name.lower())}


def _dollars(cents: int) -> int:
    return (2 * cents + 100) // 200
