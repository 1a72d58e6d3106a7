"""Draft a baseline request: what a finance office asks, and items in order of priority."""

from typing import Any

from groundwork.learner import artifacts, place, public_record
from groundwork.learner.papers import budget_request as paper
from groundwork.learner.papers import letterhead
from groundwork.learner.papers.budget_baseline import AHEAD, summary
from groundwork.screen.activities.budget_lines import LINES, STARTS, year_of
from groundwork.screen.activities.kept_rows import kept_rows, refuse_twice
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.records import Field, RecordList
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.request import (
    RequestItem,
    RequestOption,
    request_item,
    request_options,
)
from groundwork.subject.errors import UserError

PARTS = "budget_request_parts"
PART_FIELDS = (
    Field("part", "What finance asks", "choice", paper.PARTS, required=True),
    Field("says", "Your answer", "long text", help="Ask before you write “none”.", required=True),
)
ITEM_FIELDS = (
    Field("name", "Item, the first priority first", required=True),
    Field("dollars", "Recurring dollars a year", "number", required=True),
    Field("once", "One-time dollars", "number"),
    Field("months", "Months paid in year 1", "number", help="12 when it starts with the year."),
    Field("fte", "FTE", "number", listed=False),
    Field("positions", "Positions", "number", listed=False),
    Field("stops", "What stops without it, and for whom", "long text"),
)


def budget_request(name: str = "budget_request") -> Stack:
    """Return what finance asks, the items, and what each level of money keeps."""
    view = ChartView(name="What each level of money buys")
    invented = letterhead.INVENTED if place.read() == place.RIVERBEND else ""

    def show(rows: list[dict[str, Any]]) -> None:
        items = items_of(rows)
        view.show(None, told(items), aloud=False) if items else view.clear()

    parts = RecordList(
        place.artifact(PARTS),
        PART_FIELDS,
        title=place.titled("What finance asks"),
        record=public_record.BUDGET,
        one="answer",
        check=lambda rows: refuse_twice(rows, paper.PARTS),
    )
    items = RecordList(
        place.artifact(name),
        ITEM_FIELDS,
        title=place.titled("Items by priority"),
        one="line of the request",
        check=items_of,
        on_change=show,
        paper=lambda rows: paper.paper(
            items_of(rows),
            {row["part"]: row["says"] for row in kept_rows(PARTS)},
            _baseline(bool(invented)),
            invented,
        ),
        workbook=lambda rows: paper.workbook(items_of(rows), invented),
    )
    return Stack(parts, items, view)


def items_of(rows: list[dict[str, Any]]) -> list[RequestItem]:
    """Turn the list's records into items; raise UserError for one that cannot be."""
    return [
        request_item(
            row["name"],
            row["dollars"],
            row["fte"] or 0,
            row["stops"],
            once=row["once"] or 0,
            months=_months(row["months"]),
            positions=int(row["positions"] or 0),
        )
        for row in rows
    ]


def _months(typed: float | None) -> int:
    if typed is None:
        return 12
    if typed != int(typed):
        raise UserError(f"There are {typed:g} months in year 1.", "Give a whole number, 1 to 12.")
    return int(typed)


def told(items: list[RequestItem]) -> dict[str, list[str]]:
    """Say what each level keeps, stops and passes over."""
    return {f"At {option.percent} %": _option(option) for option in request_options(items)}


def _option(option: RequestOption) -> list[str]:
    kept = "; ".join(item.name for item in option.kept) or "nothing"
    lines = [
        f"{show_dollars(option.cents)} of {show_dollars(option.ceiling_cents)} pay for: {kept}."
    ]
    lines += [f"Stops: {item.name}. {item.stops or 'Not said'}." for item in option.stopped]
    for item in option.skipped:
        lines.append(
            f"Passed over: {item.name}, a higher priority than something that is kept. To keep it: "
            f"{show_dollars(option.whole_cents)}."
        )
    return lines


def _baseline(invented: bool) -> str:
    """Say what the listed lines hold, or nothing."""
    rows = kept_rows(LINES)
    if not rows:
        return ""
    month = str((artifacts.load(place.artifact(STARTS)) or {}).get("month", "7"))
    year, first_month = year_of(month, invented)
    return summary(table_of(rows, year), year, AHEAD, first_month)
