"""The learner's choice: practice on the invented county or work on their own department."""

import json
from pathlib import Path

from groundwork.learner import files, kept_files, workspace
from groundwork.subject.errors import UserError

RIVERBEND = "riverbend"
OWN = "own"
FORMAT = 1
RIVERBEND_NAME = "Riverbend County (invented)"
GAP_WANTED = "Your gap in one sentence: who, compared with whom, what. Press Edit to write it."


def read(folder: Path | None = None) -> str | None:
    """Return "riverbend", "own", or None while nothing is chosen.

    A damaged file is put aside, so that the learner is asked again.

    Raises
    ------
    UserError
        When a newer version of the course wrote the choice, or it cannot be read.
    """
    try:
        path = _path(folder)
    except UserError:  # outside of a workspace, as when the library is tried by itself
        return None
    try:
        choice = (kept_files.read_data(path, FORMAT) or {}).get("place")
    except kept_files.DamagedError:
        kept_files.put_aside(path)
        return None
    return choice if choice in (RIVERBEND, OWN) else None


def keep(place: str, folder: Path | None = None) -> None:
    """Keep the choice in the learner's folder, for this and later lessons."""
    files.write_text(
        _path(folder),
        json.dumps({kept_files.FORMAT: FORMAT, "place": place}) + "\n",
        mode=files.PRIVATE,
    )


def artifact(name: str, folder: Path | None = None) -> str:
    """Return an artifact's name, with an ending while the learner practices on Riverbend.

    What is invented and what is true of a department never share a file.
    """
    return f"{name}_riverbend_invented" if read(folder) == RIVERBEND else name


def titled(title: str, folder: Path | None = None) -> str:
    """Return an artifact's title, which says so when it is about Riverbend."""
    return f"{title}: {RIVERBEND_NAME}" if read(folder) == RIVERBEND else title


def starting_gap(folder: Path | None = None) -> str:
    """Return what a root-cause map begins with: Riverbend's gap where it was chosen, or nothing."""
    if read(folder) != RIVERBEND:
        return ""
    return (
        f"In {RIVERBEND_NAME}, the first free prenatal appointment is seven weeks away on the "
        "east side and three weeks away on the west side"
    )


def _path(folder: Path | None) -> Path:
    return (folder or workspace.find()) / "my_work" / "place.json"
