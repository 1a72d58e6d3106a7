"""A code by which a facilitator knows whose an answer file is, where a group invited; else none.

The learner puts the file that the facilitator sent, `invitation.txt`, into the course's folder.
From then on each file of answers carries its code, and no name. Who deletes it takes it back.

A code is 12 signs in three groups, such as K7MN-4Q2X-9TBC: four for the group, seven for the
learner, drawn so that nobody guesses another's, and one that finds a mistyped or swapped sign
(a weighted sum that 31 divides, as ISBN-10 does it with 11).
"""

import re
from pathlib import Path

from groundwork.learner import kept_files, workspace
from groundwork.subject.errors import UserError

FILE = "invitation.txt"
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31, and none that is taken for another
GROUP, LENGTH = 4, 12
CODE = re.compile(rf"\b(?:[{SIGNS}]{{4}}[- ]?){{2}}[{SIGNS}]{{4}}\b", re.IGNORECASE)
LARGEST = 20_000  # bytes


def of(folder: Path) -> dict[str, str]:
    """Return group and learner as the invitation in a workspace says them; nothing without one.

    Parameters
    ----------
    folder
        A folder of the workspace.
    """
    try:
        path = workspace.find(folder) / FILE
        content = path.read_bytes() if path.is_file() else b""
    except (UserError, OSError):
        return {}
    code = found_in(kept_files.decode(content[:LARGEST]))
    return {"cohort": code[:GROUP], "learner": code[GROUP:]} if code else {}


def found_in(text: str) -> str:
    """Return the first code in a text that has no mistake, without hyphens; "" for none."""
    for match in CODE.finditer(text):
        code = re.sub("[- ]", "", match[0]).upper()
        if is_code(code):
            return code
    return ""


def is_code(code: str) -> bool:
    """Whether the last sign of a code fits the others."""
    fits = len(code) == LENGTH and all(sign in SIGNS for sign in code)
    return fits and _sum(code) % len(SIGNS) == 0


def with_check(signs: str) -> str:
    """Return eleven signs with the one that finds a mistake."""
    return next(signs + sign for sign in SIGNS if is_code(signs + sign))


def shown(code: str) -> str:
    """Return a code as people read it."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _sum(code: str) -> int:
    return sum(weight * SIGNS.index(sign) for weight, sign in enumerate(code, start=1))
