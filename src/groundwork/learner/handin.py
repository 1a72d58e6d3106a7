"""A random number that hand-ins of one workspace share, so that they can be told apart.

It says no name and is made of nothing about the learner or the computer. Whoever collects hand-ins
can see that two files came from one workspace, also when a folder was renamed or a file sent again.
"""

import json
import secrets
from pathlib import Path

from groundwork.learner import workspace
from groundwork.learner.files import PRIVATE, write_text
from groundwork.subject.errors import UserError

FILE = "handin.json"
BYTES = 16


def handin_id(folder: Path) -> str:
    """Return the number of the workspace that holds a folder; made when there is none yet.

    Where there is no learner's workspace, or it cannot be written, each call returns a new one.
    """
    fresh = secrets.token_hex(BYTES)
    try:
        own = workspace.find(folder) / workspace.OWN
        if not own.is_dir():  # the course's own folder, where authors try exercises
            return fresh
        path = own / FILE
        if path.exists():
            return str(json.loads(path.read_text(encoding="utf-8"))["handin"])
        write_text(path, json.dumps({"format": 1, "handin": fresh}) + "\n", mode=PRIVATE)
    except (UserError, OSError, ValueError, KeyError, TypeError):
        pass
    return fresh
