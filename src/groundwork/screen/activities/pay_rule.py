"""Draft a rule for paying community partners: its parts, the groups, and what a year costs."""

from datetime import date
from typing import Any

from groundwork.learner import place, public_record
from groundwork.learner.papers import letterhead
from groundwork.learner.papers import pay_rule as paper
from groundwork.screen.activities.kept_rows import kept_rows, refuse_twice
from groundwork.screen.activities.words import Words
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView, Line, Told
from groundwork.screen.widgets.fields import Record, Said
from groundwork.screen.widgets.first_remarks import first_remarks
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.budget import pay_rule as rule
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.paid_groups import PaidGroup, cost_of, total_of
from groundwork.subject.remark import Remark

WORDS = Words("pay_rule")
GROUPS = "pay_rule_groups"
MOST = 3  # asks told at once; the paper tells the rest


def pay_rule(name: str = "pay_rule") -> Stack:
    """Return the parts of the rule, the groups that are paid, and what a year costs."""
    view = ChartView(name=WORDS("view"))
    invented = letterhead.invented()

    def parts_now() -> dict[str, str]:
        return {row["part"]: row["says"] for row in kept_rows(name)}

    def show(rows: list[dict[str, Any]]) -> None:
        lists = place.artifact(name), place.artifact(GROUPS)
        today = None if invented else date.today()
        view.tell(told(groups_of(rows), parts_now(), *lists, today) if rows else {})

    parts = RecordList(
        place.artifact(name),
        WORDS.fields(part=rule.EVERY_PART),
        title=place.titled(WORDS("title")),
        record=public_record.PAY,
        one=WORDS("one"),
        look=look,
        check=lambda rows: refuse_twice(rows, rule.EVERY_PART),
        on_change=lambda _: show(kept_rows(GROUPS)),
    )
    groups = RecordList(
        place.artifact(GROUPS),
        WORDS.fields("group_fields"),
        title=place.titled(WORDS("groups")),
        one=WORDS("group"),
        check=lambda rows: total_of(groups_of(rows)),
        on_change=show,
        paper=lambda rows: paper.paper(parts_now(), groups_of(rows), invented),
        beside=parts_now,
    )
    return Stack(parts, groups, view)


def look(record: Record) -> Said:
    """Say beside the form what the rule should not hold."""
    said = {record.get("part") or "": str(record.get("says") or "")}
    found = [each for each in rule.review(said, ()) if each.harms]
    told = " ".join(f"{each.what} {each.try_instead}" for each in found)
    return Said((("says", told),), "") if told else Said((), "")


def groups_of(rows: list[dict[str, Any]]) -> tuple[PaidGroup, ...]:
    """Turn the list's records into groups."""
    return tuple(
        PaidGroup(
            row["name"],
            row["people"],
            row["meetings"],
            row["hours"],
            row["rate"],
            row["care"] or 0,
            row["travel"] or 0,
            row["interpretation"] or 0,
            row["cap"],
        )
        for row in rows
    )


def told(
    groups: tuple[PaidGroup, ...],
    parts: dict[str, str],
    rule_list: str,
    group_list: str,
    today: date | None = None,
) -> Told:
    """Say what a year costs, what a day pays, and what to look at first.

    Parameters
    ----------
    rule_list, group_list
        The artifacts whose rows the remarks lead to.
    today
        The day that the fund's last day is held against; None in a county that is invented.
    """
    days = [WORDS("day", group=each.name, said=cost_of(each).day.in_words) for each in groups]
    total = WORDS("total", total=show_dollars(total_of(groups)))
    remarks = rule.review(parts, groups, today)
    named = {group.name for group in groups}

    def said(remark: Remark) -> Line:
        text = f"{remark.about}: {remark.what} {remark.try_instead}"
        if remark.about in rule.EVERY_PART.values():
            return Line(text, rule_list, (remark.about,))
        rows = remark.each or (remark.about,)
        return Line(text, group_list, tuple(name for name in rows if name in named))

    first = first_remarks(remarks, said)
    heads = WORDS.all("heads")
    return {
        heads["costs"]: [total, *days],
        heads["look"]: [*first, rule.closing(remarks)],
        heads["ask"]: [str(ask) for ask in rule.asks_of(parts, today)[:MOST]],
    }
