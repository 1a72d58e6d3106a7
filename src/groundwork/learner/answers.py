"""Answers to an exercise: a readable file beside its notebook that is handed in with it."""

import datetime
import json
import math
import numbers
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from groundwork.learner.files import write_text
from groundwork.subject.errors import UserError

FILE = "answers.json"
VERSION = 1


class DamagedAnswersError(UserError):
    """The file of answers could not be read; it was put aside, not deleted."""


def read(folder: Path | None = None) -> dict[str, object]:
    """Return every kept answer, question id to value; nothing kept gives an empty mapping.

    Parameters
    ----------
    folder
        The exercise's folder; default is the current folder, which is a notebook's own.

    Raises
    ------
    DamagedAnswersError
        When the file is no file of answers. It is renamed first, so that the next answer can be
        kept and nothing is lost.
    UserError
        When a newer version of the course wrote the file; it stays as it is.
    """
    return {question: entry["value"] for question, entry in _load(_path(folder)).items()}


def keep(question: str, value: object, folder: Path | None = None) -> None:
    """Keep one answer, replacing an earlier answer to the same question.

    Called when a learner presses a button, never when a cell runs: grading runs the cells again.

    Parameters
    ----------
    question
        The question's id, for example "q1".
    value
        The answer; see :func:`as_data` for what it may be.
    folder
        The exercise's folder; default is the current folder.
    """
    path = _path(folder)
    try:
        entries = _load(path)
    except DamagedAnswersError:
        entries = {}  # the damaged file is aside by now
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entries[question] = {"value": as_data(value), "at": now}
    content = {"version": VERSION, "answers": dict(sorted(entries.items()))}
    write_text(path, json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n")


def as_data(value: object) -> Any:
    """Turn a value into plain JSON data: text, numbers, true or false, lists, mappings.

    Numbers of numpy and pandas, Decimal and Fraction become int or float; tuples, arrays and table
    columns become lists; sets become sorted lists; dates become their ISO text.

    Raises
    ------
    UserError
        When the value is missing (NaN, NaT), infinite, or no data at all.
    """
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): as_data(inner) for key, inner in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((as_data(inner) for inner in value), key=lambda data: (str(type(data)), data))
    if isinstance(value, list | tuple):
        return [as_data(inner) for inner in value]
    if isinstance(value, numbers.Number | Decimal) and not isinstance(value, complex):
        return _number(value)
    if isinstance(value, datetime.date | datetime.datetime) and value == value:
        return value.isoformat()
    # Arrays, columns and scalars of numpy and pandas, without importing either.
    if hasattr(value, "tolist"):
        return as_data(value.tolist())
    raise UserError(
        f"The answer is an object of the kind {type(value).__name__}, which cannot be kept.",
        "Give a number, a text, or a list of them.",
    )


def _number(value: Any) -> int | float:
    if isinstance(value, numbers.Integral):
        return int(value)
    number = float(value)
    if not math.isfinite(number):
        raise UserError(
            "The answer is missing or infinite, so it cannot be checked.",
            "Look for an empty cell in the data or a division by zero.",
        )
    return number


def _path(folder: Path | None) -> Path:
    return (folder or Path.cwd()) / FILE


def _load(path: Path) -> dict[str, dict[str, Any]]:
    """Return question id to {"value", "at"}."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        version, entries = content["version"], content["answers"]
        whole = all("value" in entry for entry in entries.values())
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        version, entries, whole = VERSION, {}, False
    if isinstance(version, int) and version > VERSION:
        raise UserError(
            f"{path.name} was written by a newer version of the course.",
            "Update the course, then open this exercise again.",
        )
    if not whole:
        aside = _put_aside(path)
        raise DamagedAnswersError(
            f"The file of your answers could not be read. It was kept as {aside.name}.",
            "Answer the questions again, or ask for help with that file.",
        )
    return entries


def _put_aside(path: Path) -> Path:
    """Rename a damaged file to the first free name beside it."""
    aside = path.with_name("answers.damaged.json")
    count = 2
    while aside.exists():
        aside = path.with_name(f"answers.damaged-{count}.json")
        count += 1
    return path.rename(aside)
