"""The request as a memo that a finance office recognizes."""

from collections.abc import Mapping, Sequence
from datetime import date

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Paper, Table
from groundwork.learner.papers.numbers_given import NOT_GIVEN, added, shown
from groundwork.learner.papers.request_levels import YEARS, levels
from groundwork.subject.asks import GRANTS_AND_COUNSEL, Ask, is_open, with_counsel
from groundwork.subject.budget import over, supplanting, typed_words
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.memo_checks import (
    WRITER,
    ask_against_items,
    asks_of_lines,
    offset_against_items,
    owner_is_named,
    start_against_ends,
    start_against_year,
    takes_over_an_end,
)
from groundwork.subject.budget.money import show_dollars, signed
from groundwork.subject.budget.request import NEW, RequestItem, in_year, once_in_all
from groundwork.subject.budget.request_years import RAISE, RequestYears
from groundwork.subject.remark import harms_in_words

TITLE = "Baseline request"
READER = "the finance office"
ROUNDED = "Each figure is rounded to whole dollars by itself; the workbook holds the cents."
# What a finance office looks for, in its own words, and what is asked of whom when it lacks.
PARTS = {
    "ask": "The ask in one line",
    "money": "Fund and account that it is charged to",
    "year": "Fiscal year, and the first day that is paid",
    "outcome": "Whose outcome changes, and how that is measured",
    "offset": "Offset: revenue or savings that pay a part",
    "supplant": "Supplanting: would award money replace our own money that pays for this now?",
    "risk": "Restrictions, risks and encumbrances of the money",
    "yes": "Who says yes, and by which day",
    "owner": "Owner: a position",
}
# The same in the memo, where the ask itself stands above.
LABELS = {
    "money": "Fund and account",
    "year": "Year and first day paid",
    "outcome": "Outcome and its measure",
    "offset": "Offset",
    "supplant": "Supplanting",
    "risk": "Restrictions and risks",
    "yes": "Who says yes, and when",
    "owner": "Owner",
}
ASKED_OF = {
    "money": "finance",
    "year": "finance",
    "offset": "finance",
    "supplant": GRANTS_AND_COUNSEL,
    "risk": GRANTS_AND_COUNSEL,
    "yes": "finance",
}
DEPUTY = "the deputy director"


def paper(
    items: Sequence[RequestItem],
    parts: Mapping[str, str],
    years: RequestYears,
    baseline: str = "",
    invented: str = "",
    *,
    raise_asked: bool = False,
    ends: Mapping[str, date] | None = None,
    month: int = 7,
    work: CountedWork = COURSE,
    today: date | None = None,
) -> Paper:
    """Return the memo.

    Parameters
    ----------
    items
        In order of priority.
    parts
        What is written for each of `PARTS`.
    years
        Year 1, in whose prices the dollars are, and the raise.
    baseline
        What the baseline says in a sentence or two, when lines are listed.
    raise_asked
        Whether the raise is the department's own number, and not the one that stands in for it.
    ends
        The last day of the money of each listed line that has one.
    month
        The month in which the fiscal year starts.
    work
        What the baseline counts, and by which test.
    """
    today = None if invented else today or date.today()
    asked = parts.get("ask", "")
    found = [
        *contradictions(items, parts, years, ends or {}, month, today),
        *asks(items, parts, raise_asked, award_ends=takes_over_an_end(items, ends or {})),
        *typed_words.asks_of_request(parts, items),
    ]
    return Paper(
        title=TITLE,
        subject=asked or "The ask in one line is still open",
        reader=READER,
        blocks=(
            _facts(parts, years, baseline, raise_asked),
            *(_costs_of(items, years) if items else []),
            *(levels(items, years) if items else []),
        ),
        asks=tuple(with_counsel(found, "whom it pays") if pays(items, parts) else found),
        box=law_cards.box("budget_request"),
        counts=work,
        view="A draft of one person. Nobody has approved it.",
        look=harms_in_words(typed_words.of_request(parts, items)),
        remarks=over.in_words(over.remarks(parts, PARTS, today)),
        record=public_record.BUDGET,
        invented=invented,
    )


def pays(items: Sequence[RequestItem], parts: Mapping[str, str]) -> bool:
    """Whether somebody will be hired, contracted or kept by the money that is asked for."""
    return bool(items) or not is_open(parts.get("ask", ""))


def basis(years: RequestYears, raise_asked: bool) -> str:
    """Say which years the dollars are of, and of which year's prices."""
    assumed = "" if raise_asked else f" ({RAISE} % stands in until finance names its own)"
    first = (
        f"Year 1 is {years.name(1)}. Dollars a year are {years.priced_in} dollars; escalation of"
    )
    rate = f"{years.raise_percent} % a year{assumed}"
    if years.other_percent:
        return (
            f"{first} pay and benefits is {rate}, of services, contracts and purchases "
            f"{years.other_percent} %. Health premiums are in the first rate."
        )
    return (
        f"{first} pay and prices is {rate}. One rate stands for salaries, benefits and contracts "
        "alike; finance may plan them apart."
    )


def contradictions(
    items: Sequence[RequestItem],
    parts: Mapping[str, str],
    years: RequestYears,
    ends: Mapping[str, date],
    month: int = 7,
    today: date | None = None,
) -> list[Ask]:
    """Return where the memo says in words what its own numbers and days do not.

    Parameters
    ----------
    month
        The month in which the fiscal year starts.
    today
        The day on which a day to come may be over; None where that is not asked.
    """
    return [
        *over.asks(parts, PARTS, today, ASKED_OF, DEPUTY),
        *ask_against_items(parts.get("ask", ""), items, years),
        *offset_against_items(parts.get("offset", ""), items),
        *owner_is_named(parts.get("owner", "")),
        *start_against_ends(parts, items, ends),
        *start_against_year(parts, items, years, month),
        *asks_of_lines(items),
    ]


def _facts(
    parts: Mapping[str, str], years: RequestYears, baseline: str, raise_asked: bool
) -> Table:
    """Return what finance asks; the ask itself stands above, in one line."""
    rows = {label: parts.get(name) or "open" for name, label in LABELS.items()}
    rows[LABELS["supplant"]] = supplanting.as_answered(rows[LABELS["supplant"]])
    rows["Years and prices"] = f"{basis(years, raise_asked)} {ROUNDED}"
    if baseline:
        rows["The baseline now"] = baseline
    return Table("The request", ("Asked", "Answer"), tuple(rows.items()), (2, 5))


def _costs_of(items: Sequence[RequestItem], years: RequestYears) -> list[Block]:
    first = years.name(1)
    rows = [
        (
            f"{place}. {item.name}{_about(item)}",
            show_dollars(item.cents),
            NOT_GIVEN if item.once_cents is None else show_dollars(item.once_cents),
            *(show_dollars(item.year(number, years)) for number in YEARS),
        )
        for place, item in enumerate(items, start=1)
    ]
    people = [added(numbers) for numbers in zip(*(item.people for item in items), strict=True)]
    once = [item.once_cents for item in items]
    rows.append(
        (
            f"Total ({_people(people)})",
            show_dollars(sum(item.cents for item in items)),
            NOT_GIVEN if set(once) == {None} else show_dollars(once_in_all(items)),
            *(show_dollars(in_year(items, each, years)) for each in YEARS),
        )
    )
    columns = (
        *("Item, by priority", f"A year, in {years.priced_in} dollars", "One-time"),
        *(years.name(number) for number in YEARS),
    )
    caption = f"What is asked for; {first} with its months and one-time dollars"
    return [Table(caption, columns, tuple(rows), (34, 10, 10, 10, 10, 10)), _beside_items(items)]


def _about(item: RequestItem) -> str:
    """Say how long an item is paid in year 1, and who is on it; a service has nobody."""
    told = []
    if item.months != 12:
        told.append(
            f"months {NOT_GIVEN}: 12 counted"
            if item.months is None
            else f"{item.months} of 12 months"
        )
    if item.people != (0, 0):
        told.append(_people(list(map(shown, item.people))))
    return f" ({'; '.join(told)})" if told else ""


def _people(numbers: Sequence[str]) -> str:
    fte, positions = numbers
    return f"FTE {fte}, positions {positions}"


def _beside_items(items: Sequence[RequestItem]) -> Table:
    """Say of each item what stops without it, and what the line holds that it takes over."""
    rows = tuple(
        (
            f"{place}",
            item.stops or "not said",
            "new" if item.line == NEW else item.line or "not said",
            _holds(item),
            "" if item.more_than_line is None else signed(item.more_than_line, show_dollars),
        )
        for place, item in enumerate(items, start=1)
    )
    columns = (
        *("Item", "What stops without it"),
        *("Line or award that it takes over", "Holds now, a year", "Asked for, less that"),
    )
    return Table(
        "What each item is for, and what it takes over", columns, rows, (5, 31, 26, 11, 11)
    )


def _holds(item: RequestItem) -> str:
    if item.line_cents is not None:
        return show_dollars(item.line_cents)
    return "" if item.line in ("", NEW) else NOT_GIVEN


def asks(
    items: Sequence[RequestItem],
    parts: Mapping[str, str],
    raise_asked: bool = False,
    *,
    award_ends: bool = False,
) -> list[Ask]:
    """Return what the memo still lacks, and who can tell.

    Parameters
    ----------
    raise_asked
        Whether the raise is the department's own number.
    award_ends
        Whether an item takes over what money paid that ends: its indirect cost recovery ends too.
    """
    open_parts: dict[str, list[str]] = {}
    for name, heading in PARTS.items():
        if is_open(parts.get(name, "")):
            open_parts.setdefault(ASKED_OF.get(name, DEPUTY), []).append(heading)
    found = [Ask(of, "; ".join(headings), "the memo") for of, headings in open_parts.items()]
    found += supplanting.asks(parts)
    of_finance = (
        [] if raise_asked else [f"its escalation of pay and of prices ({RAISE} % stands in)"]
    )
    if any(item.is_staff for item in items):
        of_finance.append("whether the dollars of positions hold their benefits")
    if of_finance:
        found.append(Ask("finance", "; ".join(of_finance), "each year's dollars"))
    found += _of_each(
        *("finance", "FTE and positions of", "what it costs"),
        [item.name for item in items if item.is_staff and None in item.people],
    )
    found += _of_each(
        *(WRITER, "positions, or a service or purchase:", "who goes"),
        [item.name for item in items if item.is_staff is None and item.people == (None, None)],
    )
    if award_ends and all(item.indirect_cents is None for item in items):
        found.append(
            Ask(
                "the grants office",
                "the indirect cost recovery that ends with the money, in dollars a year",
                "what else is lost",
            )
        )
    found += _of_each(
        *("the program", "what stops, and for whom, without", "the options"),
        [item.name for item in items if not item.stops],
    )
    return found


def _of_each(of: str, what: str, use: str, names: Sequence[str]) -> list[Ask]:
    """Ask the same of several items once."""
    return [Ask(of, f"{what} {'; '.join(f'“{name}”' for name in names)}", use)] if names else []
