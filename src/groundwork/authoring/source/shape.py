"""The shape of a lesson: what its first cell tells, and its parts in their order."""

from groundwork.authoring.source import rules
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.page import Page, Prose

LOOK_BACK = "Look back"  # two questions from earlier lessons, so the first lesson has none
# Its minutes are places that the build fills; those to discuss are had by a group alone.
FIRST_CELL = (
    "**Why.**",
    "**Minutes.** Read {{ lesson | read }} · do {{ lesson | do }} · reflect {{ lesson | reflect }}."
    " In a group, plan {{ lesson | discuss }} more to ",
    "**Only {{ lesson | quick }} minutes?**",
    "**You will be able to**",
)
COUNTED = "says minutes, which the build counts: take them out of the head"
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
    for name in ("discuss", "quick"):
        if name not in page.head:
            report(1, f"says no {name} in its head")
    quick = page.head.get("quick")
    if isinstance(quick, dict) and "minutes" in quick:
        report(page.lines["quick"], COUNTED)
    first = next((cell for cell in page.cells if isinstance(cell, Prose)), None)
    said = " ".join(first.text.split()) if first else ""
    for mark in FIRST_CELL:
        if mark not in said:
            report(first.line if first else 1, f"does not say {mark!r} in its first cell")
    _check_parts(page, report)


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
