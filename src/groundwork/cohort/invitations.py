"""Invitations of a cohort: a code for each person, and the file that they put into the course.

The codes are made of a secret of the cohort and the person's id, so the same person has the same
code whenever the files are written, and nobody can make another's.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.roster import Person
from groundwork.learner import invitation
from groundwork.learner.files import PRIVATE, write_text
from groundwork.learner.invitation import GROUP, LENGTH, SIGNS

FOLDER = "invitations"
SECRET = "invitations.json"
LETTER = """\
Your invitation to {name}

    {code}

If you want your facilitator to see at once that answers are yours, put this file, {file}, into the
folder of the course, beside the folder "exercises". Then answer. From then on your file of answers
carries the code above. It holds no name; only your facilitator has the list of codes and names.

Had you answered before? Open the exercise and press the button of one answer again.
To take the code back, delete this file. The course works the same without it.
"""


def invite(cohort: Cohort, people: Iterable[Person]) -> Path:
    """Write the file of each person, and return the folder that holds them."""
    folder = cohort.root / FOLDER
    name = cohort.about()["name"]
    if not _about(cohort):
        group = "".join(secrets.choice(SIGNS) for _ in range(GROUP))
        made = {"format": 1, "cohort": group, "secret": secrets.token_hex(32)}
        write_text(cohort.own(SECRET), json.dumps(made) + "\n", mode=PRIVATE)
    for person in people:
        shown = invitation.shown(code_of(cohort, person.id))
        text = LETTER.format(name=name, code=shown, file=invitation.FILE)
        write_text(folder / person.id / invitation.FILE, text, mode=PRIVATE)
    return folder


def code_of(cohort: Cohort, id: str) -> str:
    """Return a person's code; "" where nobody was invited."""
    about = _about(cohort)
    if not about:
        return ""
    drawn = hmac.new(bytes.fromhex(about["secret"]), id.encode(), hashlib.sha256).digest()
    number, signs = int.from_bytes(drawn, "big"), ""
    for _ in range(LENGTH - GROUP - 1):
        number, at = divmod(number, len(SIGNS))
        signs += SIGNS[at]
    return invitation.with_check(about["cohort"] + signs)


def invited(cohort: Cohort, people: Iterable[Person], said: Mapping[str, Any]) -> Person | None:
    """Return whose code a hand-in carries; None for no code, a wrong one or another cohort's.

    Parameters
    ----------
    said
        What the file of answers says of itself.
    """
    code = f"{said.get('cohort', '')}{said.get('learner', '')}"
    if not invitation.is_code(code) or not _about(cohort):
        return None
    return next((one for one in people if hmac.compare_digest(code_of(cohort, one.id), code)), None)


def of_another(cohort: Cohort, said: Mapping[str, Any]) -> bool:
    """Whether a hand-in carries the code of another cohort."""
    code = f"{said.get('cohort', '')}{said.get('learner', '')}"
    return invitation.is_code(code) and _about(cohort).get("cohort") != said["cohort"]


def _about(cohort: Cohort) -> dict[str, str]:
    try:
        found = json.loads(cohort.own(SECRET).read_text(encoding="utf-8"))
        return {name: str(found[name]) for name in ("cohort", "secret")}
    except (OSError, ValueError, LookupError, TypeError):
        return {}
