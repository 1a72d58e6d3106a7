"""The notebook of a hand-in, read in whole pieces: a page without which the answers do as well.

Nothing of it is run here, and nothing that it says of points or outputs is believed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from groundwork.cohort import oversized
from groundwork.cohort.frozen import grade_id, source
from groundwork.cohort.handed_in import SAVED_AGAIN, is_our_text
from groundwork.learner import kept_files

MOST_CELLS = 2_000


@dataclass(frozen=True)
class Page:
    """The notebook of a hand-in: its cells as far as they could be read, and what was mended."""

    cells: tuple[Mapping[str, Any], ...] = ()
    mended: tuple[str, ...] = ()
    whole: bool = False


def read_page(files: Mapping[str, bytes], name: str, in_course: str = "") -> Page:
    """Read the notebook of an exercise among some files; a hand-in may do without one.

    Parameters
    ----------
    name
        The exercise's name, which its notebook has too.
    in_course
        What the course calls it, where a later release has a name of its own.
    """
    own = next((n for n in (f"{name}.ipynb", f"{in_course}.ipynb") if n in files), f"{name}.ipynb")
    others = sorted(each for each in files if each.lower().endswith(".ipynb") and each != own)
    if own not in files and not others:
        return Page()  # the one file of answers is all that was asked for
    used = own if own in files else next((n for n in others if n.startswith(name)), others[0])
    notes = [] if used == own else [f"The notebook is called {used}"]
    cells, whole, is_as_saved = cells_of(files[used])
    if whole and not cells:
        notes.append(f"{used} holds no cell; the answers do not need it")
    elif whole and not is_as_saved:
        notes.append(SAVED_AGAIN.format(name=used))
    if not whole and cells:
        is_small = oversized.is_small(files[used])
        what = "is damaged" if is_small else "holds far more than a page does"
        notes.append(f"{used} {what}: {len(cells)} of its cells could be read")
    elif not whole:
        notes.append(f"{used} could not be read; the answers do not need it")
    return Page(tuple(cells), tuple(notes), whole)


def cells_of(content: bytes) -> tuple[list[dict[str, Any]], bool, bool]:
    """Return a notebook's cells, whether the file is whole, and in the form that a page saves.

    Of each cell it is what is looked at: outputs are not.
    """
    content = oversized.bounded(content)
    text = kept_files.decode(content)
    if not oversized.is_small(content):
        return list(_cells_in_pieces(text)), False, False
    try:
        found = json.loads(text)
        cells = found["cells"] if "cells" in found else found["worksheets"][0]["cells"]
        sound = [cell for cell in cells if _is_cell(cell)]
        is_as_saved = is_our_text(content) and "cells" in found and _is_ours(found)
        is_as_saved = is_as_saved and all(map(_is_as_saved, sound))
        return [_read(cell) for cell in sound[:MOST_CELLS]], len(sound) == len(cells), is_as_saved
    except (ValueError, RecursionError, LookupError, TypeError):
        return list(_cells_in_pieces(text)), False, False


def _is_ours(notebook: Mapping[str, Any]) -> bool:
    """Whether a notebook says nothing of another language; one that says nothing at all is ours."""
    about = notebook.get("metadata")
    kernel = about.get("kernelspec") if isinstance(about, dict) else None
    return not isinstance(kernel, dict) or kernel.get("language", "python") == "python"


def _is_as_saved(cell: Mapping[str, Any]) -> bool:
    """Whether a cell has what JupyterLab saves with each, and nothing of another program's."""
    about = cell.get("metadata")
    whole = "id" in cell and isinstance(about, dict) and "vscode" not in about
    return whole and ("outputs" in cell or cell["cell_type"] != "code")


def _cells_in_pieces(text: str) -> Iterator[dict[str, Any]]:
    """Yield the whole cells of a broken notebook; what is broken between them is passed over."""
    longest = oversized.LARGEST_PIECE
    decoder, at = json.JSONDecoder(), text.find("[", max(text.find('"cells"'), 0))
    passed_over = kept_files.passed_over(text, longest)
    for _ in range(MOST_CELLS):
        at = text.find("{", at + 1)
        if at < 0 or passed_over < 0:
            return
        try:
            cell, end = kept_files.value_at(decoder, text, at, longest)
        except (ValueError, RecursionError):
            passed_over -= 1
            continue
        if _is_cell(cell):
            yield _read(cell)
        at = end - 1


def _read(cell: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is looked at of a cell."""
    about = {"nbgrader": {"grade_id": grade_id(cell)}}
    return {"cell_type": cell["cell_type"], "source": source(cell), "metadata": about}


def _is_cell(cell: object) -> bool:
    return isinstance(cell, dict) and isinstance(cell.get("cell_type"), str)
