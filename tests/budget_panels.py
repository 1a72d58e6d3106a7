"""What the cells of lesson 06 make, by the lesson's own page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from groundwork import lesson
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.own_file import OwnFile
from groundwork.screen.widgets.records import RecordList
from groundwork.screen.widgets.what_if import WhatIf

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "modules" / "06_budget_baseline.ipynb"
CALL = re.compile(r'(\w+)\("(\w+)"\)')
CALLS = [
    call.groups()
    for cell in json.loads(PAGE.read_text(encoding="utf-8"))["cells"]
    if cell["cell_type"] == "code" and (call := CALL.fullmatch("".join(cell["source"])))
]
MADE = [(kind, name) for kind, name in CALLS if kind not in ("ask", "reflect")]
"""What calls each, and its name."""
PRACTICE = {"two_raters", "who_bears", "tag_twice"}
"""Riverbend County alone, in the words of its invented papers, whatever is the learner's own."""


def beside_the_lessons(workspace: Path) -> Path:
    """Return the folder of a workspace in which lessons find what they show and their data."""
    (workspace / "modules").mkdir(exist_ok=True)
    for folder in ("datasets", "modules/catalogs"):
        if not (workspace / folder).exists():
            (workspace / folder).symlink_to(ROOT / folder)
    return workspace / "modules"


def parts_of(name: str) -> list[CourseWidget]:
    kind = next(kind for kind, each in MADE if name in (kind, each))
    shown = getattr(lesson, kind)(next(each for known, each in MADE if known == kind))
    return list(getattr(shown, "children", [shown]))


def said_by(part: CourseWidget) -> Iterator[str]:
    """Yield what a part of a page says, by itself and as an answer."""
    if isinstance(part, OwnFile):
        # Its menus say what each column of a file can be, and so define the word.
        answer = part.respond("open", {})
        yield json.dumps([answer[key] for key in ("said", "blocks", "notes", "sums", "cautions")])
    elif isinstance(part, WhatIf):
        controls = part.respond("open", {})["controls"]
        yield json.dumps(controls)
        first = {each["id"]: each["start"] for each in controls}
        last = {each["id"]: each["options"][-1][0] for each in controls}
        moved = [{controls[0]["id"]: value} for value, _ in controls[0]["options"]]
        for values in ({}, *moved, last):
            yield json.dumps(part.respond("look", {"values": {**first, **values}}))
    else:
        yield json.dumps([part.content, part.respond("open", {})])
    if isinstance(part, RecordList) and part.content["paper"]:
        yield part.respond("paper", {"do": "text"})["text"]
