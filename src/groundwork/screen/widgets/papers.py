"""Hand a paper over from a widget: as a Word or Excel file, in print, as text, or its folder."""

import base64
import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from groundwork.learner.papers import folder, letterhead
from groundwork.learner.papers.model import Box, Heading, Items, Paper
from groundwork.learner.papers.workbook import Workbook
from groundwork.subject.errors import UserError
from groundwork.subject.us_states import state_in

# Set by `groundwork open`: the browser is on the computer where this runs. On a hub, on Binder and
# in the browser's own Python nobody sets it.
OWN_COMPUTER = "GROUNDWORK_OWN_COMPUTER"
FIELDS = ("reader", "request", *letterhead.SENDER)  # what the learner writes above a paper


class Desk:
    """Makes the paper of a widget, and hands it over as the page asks.

    Parameters
    ----------
    make
        Returns the paper as the widget's content is now, without date and letterhead.
    workbook
        Returns the same as a workbook, where the paper has one.
    nothing
        Returns why nothing is in the paper yet, or "". The paper says so, and so does the reply:
        else it would look as if somebody had looked at something.
    renamed
        Called after the writer gave the work that is counted another name, or another test.
    """

    def __init__(
        self,
        make: Callable[[], Paper],
        workbook: Callable[[], Workbook] | None = None,
        nothing: Callable[[], str] = lambda: "",
        renamed: Callable[[], object] = lambda: None,
    ) -> None:
        self._make, self._workbook, self._nothing = make, workbook, nothing
        self._renamed = renamed

    def respond(self, data: dict[str, Any]) -> dict[str, Any]:
        """Hand over as asked, and say whether anything is in the paper."""
        empty = self._nothing()
        return {**self._handed(data, empty), "empty": empty and f"Still empty: {empty}"}

    def _handed(self, data: dict[str, Any], empty: str) -> dict[str, Any]:
        """Carry out `do` in data: open, tell, word, excel, text, print, show a file or the folder.

        `above` in data is what was changed in the page's fields: reader, request, the sender's, and
        the subject, and what is counted, where the writer words them.
        """
        do, bare = data["do"], self._make()
        if "above" in data:
            before = letterhead.counted()
            letterhead.keep(bare, **data["above"])
            if letterhead.counted() != before:
                bare = self._make()
                self._renamed()
        paper = letterhead.on(replace(bare, empty=empty), datetime.date.today())
        if do in ("open", "tell"):
            return {**_above(paper), "excel": self._workbook is not None}
        if do == "word":
            from groundwork.learner.papers import word

            alone = paper.for_writer
            beside = _kept(alone, word.write(alone), ".docx") if alone else None
            return {**_above(paper), **_kept(paper, word.write(paper), ".docx"), "beside": beside}
        if do == "excel" and self._workbook:
            from groundwork.learner.papers import excel

            sent = [text for label, text in paper.facts if label in ("From", "Date")]
            book = replace(self._workbook(), sender=f"{'. '.join(sent)}. {empty}".strip())
            return {**_above(paper), **_kept(paper, excel.write(book), ".xlsx")}
        if do == "text":
            from groundwork.learner.papers import text

            return {**_above(paper), "text": text.write(paper)}
        if do == "print":
            from groundwork.learner.papers import print as page

            alone = paper.for_writer
            own_page = page.write(alone) if alone else None
            return {**_above(paper), "page": page.write(paper), "beside": own_page}
        return _show(data.get("name", ""))


def is_own_computer() -> bool:
    """Whether a file that is opened here appears before the learner's eyes."""
    return os.environ.get(OWN_COMPUTER) == "1" and opener_of_the_system() is not None


def _above(paper: Paper) -> dict[str, Any]:
    return {
        "above": {
            **{name: getattr(paper, name) for name in (*FIELDS, *_named(paper))},
            **({"work": paper.counts.name, "test": paper.counts.test} if paper.counts else {}),
        },
        "named": paper.is_named_by_writer,
        "counts": paper.counts is not None,
        "invented": bool(paper.invented),
        "own": is_own_computer(),
        "box": _shown(paper.box),
        "stateless": bool(paper.box) and not paper.invented and not state_in(paper.place),
    }


def _named(paper: Paper) -> tuple[str, ...]:
    return ("subject",) if paper.is_named_by_writer else ()


def _shown(box: Box | None) -> dict[str, Any] | None:
    """Return what to know before using a paper as the page draws it, closed, above its buttons."""
    if box is None:
        return None
    parts: list[list[Any]] = []
    into = parts  # what stands below a heading that folds goes into its fold
    for block in (*box.blocks, *box.on_page):
        if isinstance(block, Heading):
            inside: list[list[Any]] = []
            into = inside if block.folds else parts
            parts.append(["fold", block.text, inside] if block.folds else ["heading", block.text])
        elif isinstance(block, Items):
            into.append(["list", [text for _, text in block.items]])
        else:
            into.append(["words", block.text])
    return {"title": box.title, "parts": parts}


def _kept(paper: Paper, content: bytes, suffix: str) -> dict[str, Any]:
    path = folder.keep(paper, content, suffix)
    where = "/".join(path.parts[-3:])
    if is_own_computer():
        return {"name": path.name, "where": where}
    return {"name": path.name, "where": where, "file": base64.b64encode(content).decode()}


def _show(name: str) -> dict[str, Any]:
    """Open a paper, or the folder of papers, on the learner's own screen."""
    inside = folder.path_of()
    path = inside / name
    if path != inside and path.parent != inside:
        raise UserError(f"{name!r} is no paper.", "Press Word again.")
    inside.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        raise UserError(f"{name} is no longer in {inside}.", "Press Word again.")
    opener = opener_of_the_system()
    if not is_own_computer() or opener is None:
        raise UserError("This course runs on another computer.", "Press Word, then Download.")
    opener(path)
    return {"where": str(path)}


def opener_of_the_system() -> Callable[[Path], object] | None:
    """Return what opens a file or a folder with the program that the system has for it."""
    if sys.platform == "win32":
        return os.startfile
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None or sys.platform == "emscripten":
        return None
    return lambda path: subprocess.Popen(
        [program, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
