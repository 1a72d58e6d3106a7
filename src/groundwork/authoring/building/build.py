"""Build the notebook and the catalog of a text, and tell everything that is wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from groundwork.authoring import exercise_minutes
from groundwork.authoring.building import cells
from groundwork.authoring.building.filling import Filler
from groundwork.authoring.building.promises import Promises
from groundwork.authoring.questions import sheet, typed_promises
from groundwork.authoring.questions.sheet import Sheet, read_sheet
from groundwork.authoring.source import links, rules, shape
from groundwork.authoring.source.fault import Fault, Faults, Report
from groundwork.authoring.source.kinds import KINDS
from groundwork.authoring.source.near import near
from groundwork.authoring.source.page import Page, Prose
from groundwork.learner.blocks import catalog_text
from groundwork.learner.questions.catalog import Catalog

# What the head of a text may say for its notebook, and what is for the build alone.
ABOUT = ("title", "discuss", "quick", "work")
BUILD = ("imports", "figures")


@dataclass(frozen=True)
class Built:
    """A text's notebook, not run, and the text of its catalog ("" when it needs none)."""

    notebook: NotebookNode
    catalog: str
    faults: list[Fault]


def build(
    page: Page,
    kind: str,
    datasets: Path,
    *,
    places: Mapping[str, str],
    exercise: Promises | None = None,
    form: links.Form = links.NOTEBOOK,
    translated: bool = False,
) -> Built:
    """Build a page.

    Parameters
    ----------
    kind
        "lesson", "exercise" or "help".
    datasets
        The folder of the data sets and the bibliography, which figures are taken from.
    places
        Slug to heading, for links within the page. A translation keeps the slugs of its original.
    exercise
        What may be promised of the exercise, by a lesson; an exercise promises its own.
    form
        How links are written.
    translated
        Whether its words are in another language than those that its sources are told in.
    """
    faults = Faults(page.path)
    report = faults.report
    _check_head(page, report)
    filler = Filler(page, datasets, report, translated)
    page = replace(page, cells=tuple(map(filler.cell, page.cells)))
    asked = read_sheet(page.blocks, report, graded=kind == "exercise")
    shown = read_blocks(page, asked, report)
    promises = promises_of(page, asked) if kind == "exercise" else exercise or Promises()

    def prose(cell: Prose) -> str:
        if kind == "exercise":
            typed_promises.check(cell.text, cell.line, report)
        text = filler.prose(cell, promises)
        return links.built(text, cell.line, page, places, form, report)

    if kind == "exercise":
        made = cells.exercise_cells(page, prose, asked)
    else:
        made = cells.lesson_cells(page, prose)
    filler.report_left()
    _check_ids(page, made, report)
    about = {kind: page.name, **{name: page.head[name] for name in ABOUT if name in page.head}}
    if kind == "exercise":
        about |= promises.about
    notebook = new_notebook(cells=made, metadata=_metadata(about))
    catalog = ""
    if asked.questions or shown:
        catalog = catalog_text(Catalog(page.name, asked.questions), shown)
    return Built(notebook, catalog, faults.found)


def check(page: Page, kind: str, report: Report) -> None:
    """Report what the words of a page may not be; a translation is not held to it."""
    rules.check_prose(page, report)
    rules.check_code(page, report)
    rules.check_dollars_of_blocks(page, report)
    if kind != "exercise":
        rules.check_words_of_blocks(page, report)
    if kind == "lesson":
        shape.check_lesson(page, report)


def read_blocks(page: Page, asked: Sheet, report: Report) -> dict[str, dict[str, Any]]:
    """Return what a page shows beside its questions: block name to what the catalog holds of it."""
    found: dict[str, dict[str, Any]] = {}
    known = [*sheet.KINDS, *KINDS]
    names = {question.id for question in asked.questions}
    for block in page.blocks:
        if block.kind in KINDS:
            if block.name in found or block.name in names:
                report(block.line, f"is called {block.name}, and another block is called so")
            found[block.name] = KINDS[block.kind].read(block, report)
        elif block.kind not in known:
            report(block.line, f"is no kind of block: {{{block.kind}}}{near(block.kind, known)}")
    _check_kept(page, found, report)
    return {name: says for name, says in found.items() if says}


def _check_kept(page: Page, found: dict[str, dict[str, Any]], report: Report) -> None:
    """Report two reflections that would keep their words in one file."""
    kept: dict[str, str] = {}
    for block in page.blocks:
        if file := found.get(block.name, {}).get("kept"):
            if file in kept:
                report(block.line, f"keeps its words as {file}, and so does {kept[file]}")
            kept.setdefault(file, block.name)


def promises_of(page: Page, asked: Sheet) -> Promises:
    """Return what an exercise's page may promise."""
    return Promises(asked.questions, tuple(exercise_minutes.sittings(page, asked.questions)))


def _check_ids(page: Page, made: list[NotebookNode], report: Report) -> None:
    """Report a cell's id that two cells have; of a block's second cell, at the block."""
    seen: set[str] = set()
    for cell in made:
        if cell.id in seen:
            line = page.line_of(cell.id)
            report(line, f"makes a cell {cell.id}, and another cell is called so")
        seen.add(cell.id)


def _check_head(page: Page, report: Report) -> None:
    for name in page.head:
        if name == "minutes":
            report(page.lines[name], shape.COUNTED)
        elif name not in (*ABOUT, *BUILD):
            known = (*ABOUT, *BUILD)
            report(page.lines.get(name, 1), f"is no entry of a head: {name}{near(name, known)}")
    if page.head and not page.head.get("title"):
        report(1, "has no title: write title: … in its head")


def _metadata(about: Mapping[str, Any]) -> NotebookNode:
    return nbformat.from_dict(
        {
            "groundwork": dict(about),
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},  # without it the browser edition asks for a kernel
        }
    )
