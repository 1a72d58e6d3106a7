"""Sealed feedback: what an exercise says to each answer, beside the notebook and not readable.

``feedback.json`` travels with the released exercise. Each entry of a question's catalog lies
under a tag and encrypted with a keystream, and both are made from the answer itself: whoever has
not given the answer sees neither it nor what is said to it. Entries are of one length and sorted by
tag, so that nothing tells a right answer from a wrong one.

This keeps the key from being read, not from being guessed: a program that tries every option finds
the right one, as a learner who presses each button does. Grading therefore never rests on this
file. Hidden checks decide, and people decide where judgment is asked for.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

from groundwork.learner.catalog import Catalog, Feedback, Outcome, judge
from groundwork.subject.errors import UserError

FILE = "feedback.json"
VERSION = 1
T = TypeVar("T")


def look_up(question: str, value: object, folder: Path | None = None) -> Feedback:
    """Return what the exercise says to an answer.

    Parameters
    ----------
    question
        The question's id, for example "q1".
    value
        The answer: an option, a list of options, a mapping of item to category, or a number in any
        form that :func:`groundwork.learner.numerals.read_number` understands.
    folder
        The exercise's folder; default is the current folder, which is a notebook's own.

    Raises
    ------
    UserError
        When the value cannot be an answer to this question, or the file is missing or damaged.
    """
    return _ask(question, lambda sealed: _judge_sealed(sealed, value), folder)


def units(question: str, folder: Path | None = None) -> list[str]:
    """Return the words that may stand behind a number, as the exercise says them.

    Raises
    ------
    UserError
        As :func:`look_up` does.
    """
    return _ask(question, lambda sealed: [str(unit) for unit in sealed["public"]["units"]], folder)


def _ask(question: str, find: Callable[[Mapping[str, Any]], T], folder: Path | None) -> T:
    """Return what is found in the sealed entry of a question."""
    path = (folder or Path.cwd()) / FILE
    try:
        sealed = json.loads(path.read_text(encoding="utf-8"))["questions"]
        if question not in sealed:
            raise UserError(f"{FILE} holds nothing about the question {question}.")
        return find(sealed[question])
    except FileNotFoundError:
        problem = f"The file {FILE} is missing beside this notebook, so answers cannot be checked."
    except (ValueError, KeyError, TypeError):
        problem = f"The file {FILE} beside this notebook is damaged, so answers cannot be checked."
    raise UserError(problem, "Start the course again: it puts the file back. Your answers stay.")


def seal(exercise: str, catalogs: Mapping[str, Catalog]) -> str:
    """Return the text of ``feedback.json`` for the questions of one exercise.

    The same catalogs give the same text.
    """
    questions = {
        question: _seal_question(f"{exercise}/{question}", catalog)
        for question, catalog in catalogs.items()
    }
    return json.dumps({"version": VERSION, "questions": questions}, indent=1) + "\n"


def _seal_question(name: str, catalog: Catalog) -> dict[str, Any]:
    salt = hashlib.shake_256(name.encode()).hexdigest(8)
    texts = {key: _written(outcomes) for key, outcomes in catalog.entries().items()}
    length = max(len(text) for text in texts.values())
    entries = [
        {"tag": _tag(salt, key), "sealed": _cover(text.ljust(length), salt, key)}
        for key, text in texts.items()
    ]
    return {
        "salt": salt,
        "kind": catalog.kind,
        "public": catalog.public(),
        "entries": sorted(entries, key=lambda entry: entry["tag"]),
    }


def _judge_sealed(sealed: Mapping[str, Any], value: object) -> Feedback:
    salt = sealed["salt"]
    covered = {entry["tag"]: entry["sealed"] for entry in sealed["entries"]}

    def find(key: str) -> list[Outcome] | None:
        found = covered.get(_tag(salt, key))
        return None if found is None else _read(_uncover(found, salt, key))

    return judge(sealed["kind"], value, find, sealed["public"])


def _written(outcomes: list[Outcome]) -> bytes:
    records = [
        [outcome.right, outcome.text, None if outcome.value is None else str(outcome.value)]
        for outcome in outcomes
    ]
    return json.dumps(records, ensure_ascii=False).encode()


def _read(text: bytes) -> list[Outcome]:
    return [
        Outcome(right, words, None if value is None else Fraction(value))
        for right, words, value in json.loads(text)
    ]


def _tag(salt: str, key: str) -> str:
    return hashlib.shake_256(f"tag {salt} {key}".encode()).hexdigest(8)


def _cover(text: bytes, salt: str, key: str) -> str:
    stream = hashlib.shake_256(f"text {salt} {key}".encode()).digest(len(text))
    return base64.b64encode(_xor(text, stream)).decode("ascii")


def _uncover(sealed: str, salt: str, key: str) -> bytes:
    covered = base64.b64decode(sealed)
    stream = hashlib.shake_256(f"text {salt} {key}".encode()).digest(len(covered))
    return _xor(covered, stream)


def _xor(text: bytes, stream: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(text, stream, strict=True))
