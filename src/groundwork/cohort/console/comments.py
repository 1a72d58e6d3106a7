"""The bank of comments: what may be put into a comment, and what this cohort's readers kept."""

import json

from groundwork.cohort.console.words import everything
from groundwork.cohort.course_folder import Cohort
from groundwork.learner.files import write_text
from groundwork.subject.errors import UserError

FILE = "comments.json"
FORMAT = 1
MOST = 60


def bank(cohort: Cohort) -> dict[str, list[str]]:
    """Return the comments that come with the course, and the cohort's own, the newest first."""
    return {"given": list(everything()["reading"]["bank"]), "own": _own(cohort)}


def keep(cohort: Cohort, text: str) -> None:
    """Keep a comment to be used again; the oldest goes where there are too many.

    Raises
    ------
    UserError
        When there are no words.
    """
    said = text.strip()
    if not said:
        raise UserError("There is no comment to keep.", "Write one first.")
    _write(cohort, [said, *(each for each in _own(cohort) if each != said)][:MOST])


def drop(cohort: Cohort, text: str) -> None:
    """Keep a comment no more."""
    _write(cohort, [each for each in _own(cohort) if each != text])


def _own(cohort: Cohort) -> list[str]:
    try:
        found = json.loads(cohort.own(FILE).read_text(encoding="utf-8"))["comments"]
        return [str(each) for each in found]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _write(cohort: Cohort, comments: list[str]) -> None:
    text = json.dumps({"format": FORMAT, "comments": comments}, indent=1, ensure_ascii=False)
    write_text(cohort.own(FILE), f"{text}\n", owner_only=True)
