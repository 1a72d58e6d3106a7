"""Why a built notebook is not saved: it is built from a text, and the change belongs there."""

from pathlib import Path
from typing import Any

from groundwork.authoring.notebooks import read
from groundwork.authoring.source import reader
from groundwork.learner.course import source_of


def refusal(root: Path, path: str, notebook: dict[str, Any]) -> str:
    """Return why a notebook is not saved, naming the text and the line to change.

    Parameters
    ----------
    root
        The course's folder.
    path
        The notebook's path in it, with forward slashes.
    notebook
        What is to be saved.

    Returns
    -------
    str
        Nothing when the notebook is built from no text.
    """
    text = (root / path).with_suffix(".md")
    if not text.is_file():
        return ""
    page, _ = reader.read(text)
    changed = _first_change(root / path, notebook)
    where = text.relative_to(root).as_posix()
    if changed is None:
        return f"Nothing to save: this page is built from {where}, and its words did not change."
    return (
        f"This page is built from {where}, so it is not saved. Make the change in line "
        f"{page.line_of(changed)} there."
    )


def _first_change(stored: Path, notebook: dict[str, Any]) -> str | None:
    """Return the id of the first cell that differs from the stored notebook, None without one."""
    before = [(cell.id, cell.source) for cell in read(stored).cells] if stored.is_file() else []
    now = [(str(cell.get("id")), source_of(cell["source"])) for cell in notebook["cells"]]
    for at, (id, source) in enumerate(now):
        if at >= len(before) or before[at] != (id, source):
            known = {each for each, _ in before}
            return id if id in known else before[min(at, len(before) - 1)][0] if before else id
    return before[len(now)][0] if len(before) > len(now) else None
