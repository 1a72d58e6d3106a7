"""The shape of a run sheet, and words that no page of the guide may hold."""

import re
from collections.abc import Mapping

from groundwork.authoring.building.promises import PLACE
from groundwork.authoring.source import rules
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.page import Page, Prose
from groundwork.cohort.told import forms
from groundwork.learner.questions import Question

# Each run sheet has these parts, as headings of level 2, in this order.
PARTS = (
    "At a glance",
    "What to prepare",
    "The session",
    "What wrong answers reveal",
    "Three hard moments",
    "After the session, the two of you",
    "What to cut first",
    "Never on a shared screen",
    "Without laptops",
    "A task of equal worth",
)
REST = "rest"  # the tag of a stop at which nobody works
MOMENTS = 3
_UNFINISHED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX|lorem ipsum|coming soon|to be written)\b", re.I)


def check(page: Page, kind: str, report: Report) -> None:
    """Report what a page lacks by its kind, and what it left unfinished."""
    for cell in page.cells:
        if isinstance(cell, Prose):
            for number, line in enumerate(cell.text.split("\n")):
                if found := _UNFINISHED.search(line):
                    report(cell.line + number, f"is not finished: {found[0]!r}")
    if kind == "session":
        if not page.head.get("owe"):
            report(1, "has no owe: write in its head what a supervisor can do for this lesson")
        _check_parts(page, report)
        _check_stops(page, report)


def check_options(page: Page, asked: Mapping[str, Question], report: Report) -> None:
    """Report verdicts to be read aloud on letters that nobody in the room has."""
    for cell in page.cells:
        if not isinstance(cell, Prose):
            continue
        told: set[str] = set()
        for number, line in enumerate(cell.text.split("\n")):
            for name, form in PLACE.findall(line):
                told |= {name} if form == "vote" else set()
                question = asked.get(name)
                if form == "answers" and question and forms.letters(question) and name not in told:
                    report(
                        cell.line + number,
                        f"reads what the page says to the letters of {name}, and its options stand "
                        f"nowhere above: write {{{{ {name} | vote }}}} there",
                    )


def _check_parts(page: Page, report: Report) -> None:
    second = [heading for heading in rules.headings(page) if heading.level == 2]
    found = [heading.text for heading in second if heading.text in PARTS]
    for part in PARTS:
        if part not in found:
            report(1, f"has no part “{part}”: each run sheet has it, as a heading of level 2")
    if found != [part for part in PARTS if part in found]:
        report(second[0].line, f"has its parts in another order than {', '.join(PARTS)}")
    moments = _under("Three hard moments", page)
    if len(moments) != MOMENTS:
        report(1, f"has {len(moments)} headings under “Three hard moments”: write {MOMENTS}")


def _check_stops(page: Page, report: Report) -> None:
    """Hold each stop to words to say and one question to discuss."""
    planned = page.head.get("stops")
    planned = planned if isinstance(planned, dict) else {}
    titles = _under("The session", page)
    for cell in page.cells:
        if not isinstance(cell, Prose) or not cell.text.startswith("### "):
            continue
        if cell.text.split("\n", 1)[0].removeprefix("### ").strip() in titles:
            if cell.id not in planned:
                report(cell.line, f"has the stop {cell.id}, and its head gives it no minutes")
            if REST in cell.tags:
                continue
            for mark in ("**Say.**", "**Ask.**"):
                if (count := cell.text.count(mark)) != 1:
                    report(cell.line, f"has {mark} {count} times: write it once")


def _under(part: str, page: Page) -> list[str]:
    """Return the headings of level 3 under one of level 2."""
    found, inside = [], False
    for heading in rules.headings(page):
        if heading.level <= 2:
            inside = heading.text == part
        elif inside and heading.level == 3:
            found.append(heading.text)
    return found
