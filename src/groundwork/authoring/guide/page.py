"""Build a page of the guide: its text with what lessons, exercises and sources tell, as Markdown.

Four kinds: a page of the guide itself, and for a lesson its run sheet (`session`), what that hands
out (`handout`) and what a supervisor can expect and owes (`supervisor`). All are read as lessons
are, and numbers and sources are held to the same rules.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from groundwork.authoring import bibliography
from groundwork.authoring.building.filling import Filler
from groundwork.authoring.building.promises import PLACE
from groundwork.authoring.guide import card, shape, stops
from groundwork.authoring.guide.promises import GuidePromises, short_names
from groundwork.authoring.guide.step import Step, read_step
from groundwork.authoring.guide.stops import Stop
from groundwork.authoring.source import course, links, reader, rules
from groundwork.authoring.source.fault import Fault, Faults, Report
from groundwork.authoring.source.links import headings, slug
from groundwork.authoring.source.near import near
from groundwork.authoring.source.page import Page, Prose
from groundwork.cohort.told import forms

HEAD = ("title", "for", "figures", "stops", "parts", "owe")
# Forms that are more than a few words, so that they stand on a line of their own.
BLOCKS = {
    *forms.FORMS,
    *(
        "results",
        "slips",
        "table",
        "objectives",
        "law",
        "states",
        "stores",
        "lessons",
        "supervisors",
    ),
}
SAFETY, HARM = "safety", "harm"  # the page and its part that say what to do then
MARKDOWN = links.Form(".md", slug)


def build(path: Path, kind: str, root: Path) -> tuple[str, list[Fault]]:
    """Return a page as its file holds it, and everything that is wrong in its text.

    Parameters
    ----------
    path
        The text.
    kind
        "guide", "session", "handout" or "supervisor".
    root
        The course's folder.
    """
    page, found = reader.read(path)
    faults = Faults(path)
    report = faults.report
    _check(page, kind, report)
    step = read_step(root, page.name) if kind != "guide" else Step()
    if step is None:
        report(1, f"is for a lesson {page.name}, and there is none")
        step = Step()
    planned = stops.read_stops(page, step, report) if kind == "session" else []
    shape.check_options(page, step.questions, report)
    filler = Filler(page, root / "datasets", report, link=False)
    promises = GuidePromises(
        step=step,
        table=stops.table(planned) if planned else "",
        parts=_parts(page, step, report),
        steps=_steps(root),
        owe=_owed(root).get(page.name, ""),
        short=short_names(bibliography.read(root / "datasets" / bibliography.FILE)),
    )
    places = dict(zip(map(slug, headings(page)), headings(page), strict=True))
    told: dict[str, str] = {}
    for cell in page.cells:
        if not isinstance(cell, Prose):
            report(cell.line, "is no prose: a page of the guide asks by {{ question | vote }}")
            continue
        _check_alone(cell, report)
        text = links.built(cell.text, cell.line, page, places, MARKDOWN, report)
        filled = filler.prose(Prose(cell.id, cell.line, text), promises)
        told[cell.id] = _with_times(filled, cell.id, planned, step)
    _check_quoted(page, step, filler, report)
    filler.report_left()
    first, *rest = [*told.values()] or [""]
    if kind == "session":
        first = f"{first}\n\n{_card(page, planned, told, root, report)}"
    return _whole(page, path, root, [first, *rest]), sorted({*found, *faults.found})


def _card(
    page: Page, planned: list[Stop], told: Mapping[str, str], root: Path, report: Report
) -> str:
    """Return the card of a run sheet, with the steps that the page on safety says."""
    texts = {path.stem: path for path, kind in course.guide_texts(root).items() if kind == "guide"}
    cells = reader.read(texts[SAFETY])[0].cells if SAFETY in texts else []
    harm = next((cell.text for cell in cells if isinstance(cell, Prose) and cell.id == HARM), "")
    made = card.card(page, planned, told, harm)
    card.check(page, made, report)
    return made


def _check(page: Page, kind: str, report: Report) -> None:
    rules.check_prose(page, report)
    for name in page.head:
        if name not in HEAD:
            report(page.lines.get(name, 1), f"is no entry of a head: {name}{near(name, HEAD)}")
    for name in ("title", "for"):
        if not page.head.get(name):
            report(1, f"has no {name}: write {name}: … in its head")
    shape.check(page, kind, report)


def _steps(root: Path) -> dict[str, Step]:
    """Return every lesson of the course, in order."""
    paths = sorted((root / "modules").glob("[0-9][0-9]_*.ipynb"))
    steps = {path.stem: read_step(root, path.stem) for path in paths}
    return {name: step for name, step in steps.items() if step}


def _check_alone(cell: Prose, report: Report) -> None:
    """Report what becomes a list, a quote or a table, and does not stand on a line of its own."""
    for number, line in enumerate(cell.text.split("\n")):
        for found in PLACE.finditer(line):
            if found[2] in BLOCKS and line.strip() != found[0]:
                report(cell.line + number, f"has {found[0]} inside a line: give it one of its own")


def _owed(root: Path) -> dict[str, str]:
    """Return what a supervisor can do for each lesson, as the head of its run sheet says."""
    texts = {path: kind for path, kind in course.guide_texts(root).items() if kind == "session"}
    return {path.stem: str(reader.read(path)[0].head.get("owe", "")) for path in texts}


def _parts(page: Page, step: Step, report: Report) -> dict[str, str]:
    """Return the words of the lesson's cells that the head of a page names."""
    said = page.head.get("parts") or {}
    line = page.lines.get("parts", 1)
    for name, cell in said.items():
        if cell not in step.prose:
            report(line, f"names {cell} as {name}: the lesson has no such cell of prose")
        if not any(f"{{{{ {name} |" in each.text for each in page.cells if isinstance(each, Prose)):
            report(line, f"names {name}, and nothing fills it in")
    return {name: step.prose.get(cell, "") for name, cell in said.items()}


def _check_quoted(page: Page, step: Step, filler: Filler, report: Report) -> None:
    """Report sources that the words taken from the lesson name, and this page does not list."""
    listed = {filler.figures.sources.entry(key).short for key in filler.figures.cited}
    for name, cell in (page.head.get("parts") or {}).items():
        for short in sorted(step.cited.get(cell, frozenset()) - listed):
            report(
                page.lines.get("parts", 1),
                f"takes {name} from the lesson, which names {short}: cite that source in silence, "
                "[-@key], and write {{ sources | list }} below ## Sources",
            )


def _with_times(text: str, id: str, planned: list[Stop], step: Step) -> str:
    """Put the times of a stop below its heading."""
    stop = next((each for each in planned if each.id == id), None)
    if stop is None:
        return text
    heading, _, rest = text.partition("\n")
    return f"{heading}\n\n{stop.told(step)}\n\n{rest.lstrip()}"


def _whole(page: Page, path: Path, root: Path, told: list[str]) -> str:
    text = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    note = f"<!-- Built from {text}. Change that text, then: python3 start.py write {page.name} -->"
    reader_ = f"*For {page.head.get('for', '')}.*"
    first, _, rest = "\n\n".join(told).partition("\n")
    said = "\n\n".join([note, first, reader_, rest.strip("\n")])
    return re.sub(r"\n{3,}", "\n\n", said).rstrip() + "\n"
