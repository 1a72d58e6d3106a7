"""The learner's workspace: where the lessons, exercises, data sets and kept work are."""

import os
from pathlib import Path

from groundwork.subject.errors import UserError

VARIABLE = "GROUNDWORK_WORKSPACE"


def find(start: Path | None = None) -> Path:
    """Return the workspace that holds `start` (default: the current folder, a notebook's own).

    The environment variable GROUNDWORK_WORKSPACE wins when it is set. A folder counts as a
    workspace when it holds both `modules` and `datasets`, so the repository itself is one.

    Raises
    ------
    UserError
        When no folder above `start` is a workspace.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named)
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "modules").is_dir() and (folder / "datasets").is_dir():
            return folder
    raise UserError(
        f"{here} is not inside a Groundwork workspace.",
        "Open the notebook from the folder that the start command prepared.",
    )
