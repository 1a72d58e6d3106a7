"""What a lesson says that its learners will be able to do."""

import re
from pathlib import Path

from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.near import near
from groundwork.authoring.source.page import Page
from groundwork.cohort.told.markdown import unlinked

_WHERE = re.compile(r" \((?:[^()]|\([^()]*\))*\)$")  # "(exercise question 1)" behind an objective


def objectives(head: str) -> list[str]:
    """Return the objectives in the head of a lesson, without where each is practiced."""
    _, _, rest = head.partition("**You will be able to**")
    listed = re.match(r"\s*((?:- .*\n?)+)", rest)
    lines = listed[1].splitlines() if listed else []
    return [unlinked(_WHERE.sub("", line.removeprefix("- "))) for line in lines]


def check(page: Page, lesson: Path, report: Report) -> None:
    """Report each question whose objective its lesson does not have."""
    asked = [each.options["objective"] for each in page.blocks if "objective" in each.options]
    known = objectives(lesson.read_text(encoding="utf-8")) if asked and lesson.is_file() else []
    for option in asked:
        if option.value not in known:
            report(
                option.line,
                f"says an objective that {lesson.name} does not have{near(option.value, known)}. "
                f"There are: {'; '.join(known) or 'none'}",
            )
