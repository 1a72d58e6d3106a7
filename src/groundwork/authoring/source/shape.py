"""The shape of a lesson: what its first cell tells, and its parts in their order."""

from typing import Any

from groundwork.authoring.source import rules
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.page import Page, Prose

LOOK_BACK = "Look back"  # two questions from earlier lessons, so the first lesson has none
# Each lesson has these parts, as headings of level 2, in this order.
PARTS = (
    "Before you start",
    "A worked example",
    "Your turn",
    "Your department",
    "Reflect",
    "Key points",
    LOOK_BACK,
    "What these numbers cannot show",
    "Sources",
)


def check_lesson(page: Page, report: Report) -> None:
    """Report what a lesson's head and first cell do not say, and parts that lack or are moved."""
    for name in ("minutes", "discuss", "quick"):
        if name not in page.head:
            report(1, f"says no {name} in its head")
    first = next((cell for cell in page.cells if isinstance(cell, Prose)), None)
    wanted = ["**Why.**", f"**Minutes.** {minutes(page.head)}", "**You will be able to**"]
    if isinstance(page.head.get("quick"), dict):
        wanted.append(f"**Only {page.head['quick'].get('minutes')} minutes?**")
    for mark in wanted:
        if first is None or mark not in first.text:
            report(first.line if first else 1, f"does not say {mark!r} in its first cell")
    _check_parts(page, report)


def minutes(head: Any) -> str:
    """Say the minutes of a head as the first cell must say them.

    The minutes to discuss stand apart from the others: only a group has them.
    """
    claimed = head.get("minutes")
    claimed = claimed if isinstance(claimed, dict) else {}
    alone = " · ".join(f"{work} {claimed.get(work)}" for work in ("read", "do", "reflect"))
    return f"{alone[0].upper()}{alone[1:]}. In a group, plan {head.get('discuss')} more to "


def _check_parts(page: Page, report: Report) -> None:
    places = {
        part: heading.line
        for heading in rules.headings(page)
        for part in PARTS
        if heading.level == 2 and heading.text.startswith(part)
    }
    wanted = [part for part in PARTS if not (page.name.startswith("00") and part == LOOK_BACK)]
    for part in wanted:
        if part not in places:
            report(1, f"has no part “{part}”: each lesson has it, as a heading of level 2")
    found = sorted((part for part in wanted if part in places), key=lambda part: places[part])
    for part, expected in zip(found, (each for each in wanted if each in places), strict=True):
        if part != expected:
            report(places[part], f"has the part “{part}” where “{expected}” belongs")
            return
