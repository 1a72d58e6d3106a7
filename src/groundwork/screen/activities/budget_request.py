"""Draft a baseline request: what a finance office asks, and items in order of priority."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from groundwork.learner import artifacts, chosen_file, place, public_record
from groundwork.learner.papers import budget_request as paper
from groundwork.learner.papers import letterhead, request_book, request_levels
from groundwork.learner.papers.budget_asks import AHEAD
from groundwork.learner.papers.budget_baseline import summary
from groundwork.screen.activities import request_years, whose_budget
from groundwork.screen.activities.budget_lines import LINES, STARTS, now, year_of
from groundwork.screen.activities.kept_rows import kept_rows, refuse_twice
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.fields import Field, Record, Said
from groundwork.screen.widgets.records import RecordList
from groundwork.subject import silence
from groundwork.subject.asks import Ask
from groundwork.subject.budget import over, supplanting, typed_words
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.request import (
    NEW,
    RequestItem,
    RequestOption,
    in_year,
    once_in_all,
    request_item,
    request_options,
)
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.budget.years import first_day
from groundwork.subject.errors import UserError
from groundwork.subject.remark import harms_in_words

PARTS = "budget_request_parts"
STAFF = "positions"
PART_FIELDS = (
    Field("part", "What finance asks", "choice", paper.PARTS, required=True),
    Field("says", "Your answer", "long text", help="Ask before you write “none”.", required=True),
)
ITEM_FIELDS = (
    Field("name", "Item, the first priority first", required=True),
    Field("dollars", "Recurring dollars a year", "number", required=True, unit="dollars"),
    Field(
        "once",
        "One-time dollars",
        "number",
        help="In year 1. 0 when there are none.",
        unit="dollars",
    ),
    Field(
        "months",
        "Months paid in year 1",
        "number",
        help="12 when it starts with the year.",
        unit="months",
    ),
    Field(
        "kind",
        "What it is",
        "choice",
        {STAFF: "positions", "other": "a service, contract or purchase"},
        listed=False,
    ),
    Field("fte", "FTE", "number", listed=False, unit="FTE", when=("kind", (STAFF,))),
    Field(
        "positions",
        "Positions",
        "number",
        help="Filled and vacant.",
        listed=False,
        unit="people",
        when=("kind", (STAFF,)),
    ),
    Field(
        "indirect",
        "Indirect dollars that end with its money",
        "number",
        help="A year, toward offices, payroll and accounting. 0 when there are none.",
        listed=False,
        unit="dollars",
    ),
    Field(
        "line",
        "Line or award that it takes over",
        "name",
        help=f"As your budget has it; “{NEW}” when it is new.",
        listed=False,
    ),
    Field(
        "line_dollars",
        "Dollars a year of that line now",
        "number",
        help="Empty: those of your budget lines, where one is named so.",
        listed=False,
        unit="dollars",
    ),
    Field("stops", "What stops without it, and for whom", "long text"),
)


def budget_request(name: str = "budget_request") -> Stack:
    """Return what finance asks, the years, the items, and what each level of money keeps."""
    view = ChartView(name="What each level of money buys")
    invented = letterhead.invented()

    def show(rows: list[dict[str, Any]]) -> None:
        items = priced(rows)
        first = list(harms_in_words(typed_words.of_request(answered(), items)))
        if not first and paper.pays(items, answered()):
            first = [silence.CHOOSES]
        look = {"Before the memo goes anywhere": first} if first else {}
        if not items:
            return view.tell(look)
        try:
            found = paper.contradictions(
                items,
                answered(),
                years(),
                _ends(bool(invented)),
                _first_month(bool(invented)),
                _today(),
            )
        except UserError as error:  # a kept file that somebody changed by hand
            return view.tell({**look, "What to mend first": [str(error)]})
        return view.tell({**look, **told(items, years(), found)})

    def listed() -> dict[str, float]:
        return {row["line"]: row["amount"] for row in _lines(bool(invented))}

    def priced(rows: list[dict[str, Any]]) -> list[RequestItem]:
        return items_of(rows, listed())

    def answered() -> dict[str, str]:
        return {row["part"]: row["says"] for row in kept_rows(PARTS)}

    def this_year() -> str:
        return now(_month(), bool(invented))[0]

    def years() -> RequestYears:
        return request_years.kept(this_year()).years

    parts = RecordList(
        place.artifact(PARTS),
        PART_FIELDS,
        title=place.titled("What finance asks"),
        record=public_record.BUDGET,
        one="answer",
        check=lambda rows: refuse_twice(rows, paper.PARTS),
        on_change=lambda _: show(items.records),
        look=beside_answer,
    )
    items = RecordList(
        place.artifact(name),
        ITEM_FIELDS,
        title=place.titled("Items by priority"),
        one="line of the request",
        check=items_of,
        offers=lambda: list(listed()),
        on_change=show,
        paper=lambda rows: paper.paper(
            priced(rows),
            answered(),
            years(),
            _baseline(bool(invented)),
            invented,
            raise_asked=request_years.kept(this_year()).raise_asked,
            ends=_ends(bool(invented)),
            month=_first_month(bool(invented)),
            work=letterhead.counted(),
        ),
        renamed=lambda: chosen_file.tell(whose_budget.KIND),
        beside=answered,
        workbook=lambda rows: request_book.workbook(priced(rows), years(), invented),
    )
    asked = (
        request_years.ask_years(this_year()),
        request_years.ask_raise(),
        request_years.ask_other_raise(),
    )
    return Stack(parts, *asked, items, view)


def beside_answer(record: Record) -> Said:
    """Say beside an answer what has to be done before its memo goes anywhere."""
    part, says = str(record.get("part") or ""), str(record.get("says") or "")
    remarks = typed_words.of_request({part: says})
    if part != supplanting.PART and not remarks:
        found = over.remarks({part: says}, paper.PARTS, _today())
        return Said(tuple(("says", f"{each.what} {each.try_instead}") for each in found), "")
    told = tuple(("says", words) for words in harms_in_words(remarks))
    return Said(told, supplanting.closing(remarks))


def _today() -> date | None:
    """Return the day that other days are held against; None in a county that is invented."""
    return None if letterhead.invented() else date.today()


def items_of(
    rows: list[dict[str, Any]], listed: Mapping[str, float] | None = None
) -> list[RequestItem]:
    """Turn the list's records into items; raise UserError for one that cannot be.

    Parameters
    ----------
    listed
        What each listed budget line holds, in dollars.
    """
    listed = listed or {}
    return [
        request_item(
            row["name"],
            row["dollars"],
            row["fte"],
            row["stops"],
            once=row["once"],
            months=_months(row["months"]),
            positions=None if row["positions"] is None else int(row["positions"]),
            is_staff=_is_staff(row),
            indirect=row.get("indirect"),
            line=row.get("line") or "",
            line_dollars=_line_dollars(row, listed),
        )
        for row in rows
    ]


def _line_dollars(row: dict[str, Any], listed: Mapping[str, float]) -> float | None:
    """Return what the line holds that an item takes over, as typed or else as it is listed."""
    typed = row.get("line_dollars")
    return listed.get(row.get("line") or "") if typed is None else typed


def _is_staff(row: dict[str, Any]) -> bool | None:
    """Return whether an item is positions; one with people on it is, whatever nobody said."""
    kind = row.get("kind")
    return kind == STAFF if kind else (True if row["fte"] or row["positions"] else None)


def _months(typed: float | None) -> int | None:
    if typed is None:
        return None
    if typed != int(typed):
        raise UserError(f"There are {typed:g} months in year 1.", "Give a whole number, 1 to 12.")
    return int(typed)


def told(
    items: list[RequestItem], years: RequestYears, contradicts: Sequence[Ask] = ()
) -> dict[str, list[str]]:
    """Say what does not fit together, and what each level keeps, costs, stops and passes over."""
    look = {"To mend first": [f"Say {ask.what}." for ask in contradicts]} if contradicts else {}
    levels = {f"At {option.percent} %": _option(option, years) for option in request_options(items)}
    beside = [request_levels.beside(items, years), request_levels.indirect(items)]
    return {**look, **levels, "Beside the levels": list(filter(None, beside))}


def _option(option: RequestOption, years: RequestYears) -> list[str]:
    kept = "; ".join(item.name for item in option.kept) or "nothing"
    once = once_in_all(option.kept)
    first = in_year(option.kept, 1, years)
    lines = [
        f"{show_dollars(option.cents)} of {show_dollars(option.ceiling_cents)} pay for: {kept}.",
        f"In {years.name(1)}: {show_dollars(first)}, of which {show_dollars(once)} one time.",
    ]
    lines += [f"Stops: {item.name}. {item.stops or 'Not said'}." for item in option.stopped]
    for each in option.skipped:
        lines.append(
            f"Passed over: {each.item.name}, a higher priority than something that is kept. "
            f"{request_levels.to_keep(each)}."
        )
    return lines


def _ends(invented: bool) -> dict[str, date]:
    """Return the last day of the money of each listed line of this year that has one."""
    year, first_month = year_of(_month(), invented)
    start = first_day(year, first_month).date()
    days = {row["line"]: row["ends"] for row in _lines(invented) if row["ends"]}
    found = {line: _day(line, day) for line, day in days.items()}
    return {line: day for line, day in found.items() if day >= start}


def _day(line: str, text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise UserError(
            f"The last day of “{line}” is “{text}”, which is no day.",
            "Press Edit beside that line in your budget lines, and write a day such as June 30, "
            "2027.",
        ) from None


def _baseline(invented: bool) -> str:
    """Say what the listed lines hold, or nothing."""
    rows = _lines(invented)
    if not rows:
        return ""
    year, first_month = year_of(_month(), invented)
    work = letterhead.counted()
    said = summary(table_of(rows, year), year, AHEAD, first_month, work)
    return f"{said} {work.meant}" if work.is_own else said


def _lines(invented: bool) -> list[dict[str, Any]]:
    """Return the listed lines, with what is known of the learner's own funds."""
    rows = kept_rows(LINES)
    return rows if invented else whose_budget.with_facts(rows)


def _first_month(invented: bool) -> int:
    return year_of(_month(), invented)[1]


def _month() -> str:
    """Return the month in which the fiscal year starts, as it is kept with the lines."""
    return str((artifacts.load(place.artifact(STARTS)) or {}).get("month", "7"))
