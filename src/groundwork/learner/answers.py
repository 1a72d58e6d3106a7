"""Answers to an exercise: a readable file beside its notebook that is handed in with it.

::

    {"format": 3, "version": 3,
     "exercise": "01_root_causes", "release": "3fd01b2c", "course": "0.2.0", "handin": "9c…",
     "numbers": {"q5": "27e881"},
     "answers": {"q5": {"value": 3.3, "turn": 7, "asked": "The rate …",
                        "question": "b1946ac9", "numbers": "27e881"}}}

`release` names what the exercise asked, `handin` is random and the same in a learner's exercises,
`numbers` says which variant of a computed question was chosen and which an answer is to. `turn`
counts the answers given in this file, so that the later one is known: the file is handed in, and
when somebody works is nobody's business. It holds no time and no name. Where a group invited,
`cohort` and `learner` are the two parts of the code of :mod:`groundwork.learner.invitation`.
Formats 1 and 2 have `at`, a time, for `turn`; format 1, of version 0.1, has only `value` beside it.
"""

import datetime
import json
import math
import numbers
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import groundwork
from groundwork.learner import invitation, kept_files
from groundwork.learner.files import PRIVATE, write_text
from groundwork.learner.handin import handin_id
from groundwork.subject.errors import UserError

FILE = "answers.json"
FORMAT = 3
NUMBERS = "numbers"
TURN, FORMER_TIME = "turn", "at"
ABOUT = ("exercise", "release", "course", "handin", "cohort", "learner")  # what it says of itself

Entry = dict[str, Any]  # "value", "turn" and what `keep` says of it


class DamagedAnswersError(UserError):
    """The file of answers could not be read; it was put aside, not deleted."""


def read(folder: Path | None = None) -> dict[str, object]:
    """Return every kept answer, question id to value; nothing kept gives an empty mapping.

    Where a syncing program left a copy, the later answer to each question is given.

    Parameters
    ----------
    folder
        The exercise's folder; default is the current folder, which is a notebook's own.

    Raises
    ------
    DamagedAnswersError
        When no answer can be read from the file. It is renamed first, so that the next answer can
        be kept and nothing is lost. What can be read of a damaged file is read.
    UserError
        When a newer version of the course wrote the file, or it cannot be read; it stays as it is.
    """
    return {question: entry["value"] for question, entry in _load(_path(folder)).items()}


def keep(
    question: str,
    value: object,
    folder: Path | None = None,
    *,
    asked: str = "",
    version: str = "",
    numbers: str = "",
    exercise: str = "",
    release: str = "",
) -> None:
    """Keep one answer, replacing an earlier answer to the same question.

    Called when a learner presses a button, never when a cell runs: grading runs the cells again.

    Parameters
    ----------
    question
        The question's id, for example "q1". The id stands for what is asked: see
        :mod:`groundwork.learner.former`.
    value
        The answer; see :func:`as_data` for what it may be.
    folder
        The exercise's folder; default is the current folder.
    asked
        The question's words, so that the file tells what was answered when the exercise no longer
        does.
    version, numbers
        Which version of the question is answered, and which variant of a computed one.
    exercise, release
        The exercise by name, and the short name of all that it asks.
    """
    path = _path(folder)
    entries = _entries_or_none(path)
    turns = (each[TURN] for each in entries.values() if is_turn(each.get(TURN)))
    said = {"asked": asked, "question": version, NUMBERS: numbers}
    entries[question] = {
        "value": as_data(value),
        TURN: max(turns, default=0) + 1,
        **{name: text for name, text in said.items() if text},
    }
    about = {"exercise": exercise, "release": release, "course": groundwork.__version__}
    _write(path, entries, {name: text for name, text in about.items() if text})


def entry(question: str, folder: Path | None = None) -> Entry:
    """Return all that is kept of an answer; empty when there is none."""
    return _load(_path(folder)).get(question, {})


def choose_numbers(question: str, variant: str, folder: Path | None = None) -> None:
    """Note which variant of a computed question a learner has asked for."""
    path = _path(folder)
    entries = _entries_or_none(path)
    chosen = {**_about(path).get(NUMBERS, {}), question: variant}
    _write(path, entries, {NUMBERS: dict(sorted(chosen.items()))})


def chosen_numbers(question: str, folder: Path | None = None) -> str:
    """Return the variant that a learner sees: the one asked for last, or answered; else nothing."""
    path = _path(folder)
    chosen = _about(path).get(NUMBERS, {}).get(question)
    return str(chosen or _load(path).get(question, {}).get(NUMBERS, ""))


def of_whom(folder: Path | None = None) -> dict[str, str]:
    """Return what the file says of itself, each of `ABOUT` that it has; empty in format 1."""
    found = _about(_path(folder))
    return {name: str(found[name]) for name in ABOUT if name in found}


def asked(question: str, folder: Path | None = None) -> str:
    """Return the words of a question as they were when it was answered, or nothing."""
    return str(_load(_path(folder)).get(question, {}).get("asked", ""))


def about(question: str, folder: Path | None = None) -> str:
    """Return what a learner should know of the file behind a question's answer, or nothing."""
    path = _path(folder)
    if others := kept_files.other_copies(path):
        return (
            f"A syncing program left another copy of your answers: {' and '.join(others)}. Of each "
            "question the later answer is shown here, and is used. When they are as you want them, "
            "you can delete the copy."
        )
    aside = sorted(path.parent.glob(f"{path.stem}.damaged*{path.suffix}"))
    if not aside or question in _load(path):
        return ""
    return (
        f"Part of your answers could not be read. They are kept as {aside[-1].name}. If you had "
        "answered this question, answer it again."
    )


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


def _load(path: Path) -> dict[str, Entry]:
    """Return question id to entry."""
    entries = _entries(path)
    for copy in kept_files.copies(path):
        try:
            found = kept_files.read_data(copy, FORMAT) or {}
        except (kept_files.DamagedError, UserError):
            continue  # `about` asks for it
        for question, entry in _sound(found.get("answers")).items():
            if question not in entries or "" < order(entries[question]) < order(entry):
                entries[question] = entry
    return entries


def is_turn(value: object) -> bool:
    """Whether a value counts answers."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9


def order(entry: Mapping[str, Any]) -> str:
    """Return what sorts answers by when they were kept, as text; "" when nobody knows.

    An answer with a turn was kept by a later version of the course than one with a time.
    """
    if is_turn(entry.get(TURN)):
        return f"~{entry[TURN]:09d}"
    return str(entry.get(FORMER_TIME, ""))


def _with_turns(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return entries with a turn each in place of a time."""
    if all(is_turn(entry.get(TURN)) and FORMER_TIME not in entry for entry in entries.values()):
        return dict(entries)
    kept = {}
    for turn, question in enumerate(sorted(entries, key=lambda id: order(entries[id])), start=1):
        rest = {n: v for n, v in entries[question].items() if n not in (TURN, FORMER_TIME, "value")}
        kept[question] = {"value": entries[question]["value"], TURN: turn, **rest}
    return kept


def _entries(path: Path) -> dict[str, Entry]:
    content = kept_files.read_bytes(path)
    if content is None:
        return {}
    try:
        entries = kept_files.parse(content, path.name, FORMAT)["answers"]
        if len(sound := _sound(entries)) == len(entries):
            return sound
    except (kept_files.DamagedError, KeyError, TypeError):
        pass
    found = kept_files.whole_entries(kept_files.decode(content))
    whole = _sound(found.get("answers", found))
    aside = kept_files.put_aside(path)
    if not whole:
        raise DamagedAnswersError(
            f"The file of your answers could not be read. It was kept as {aside.name}.",
            "Answer the questions again, or ask for help with that file.",
        )
    _write(path, whole, {name: found[name] for name in (*ABOUT, NUMBERS) if name in found})
    return whole


def _entries_or_none(path: Path) -> dict[str, Entry]:
    """Return what is kept; nothing when the file was damaged, which is aside by then."""
    try:
        return _load(path)
    except DamagedAnswersError:
        return {}


def _about(path: Path) -> dict[str, Any]:
    """Return what the file says beside the answers; empty where it cannot be read."""
    try:
        found = kept_files.read_data(path, FORMAT) or {}
    except kept_files.DamagedError:
        return {}
    numbers = found.get(NUMBERS)
    about = {name: found[name] for name in ABOUT if isinstance(found.get(name), str)}
    return {**about, **({NUMBERS: numbers} if isinstance(numbers, dict) else {})}


def _sound(entries: object) -> dict[str, Entry]:
    """Return those entries that hold an answer."""
    known = entries.items() if isinstance(entries, dict) else ()
    return {
        question: entry for question, entry in known if isinstance(entry, dict) and "value" in entry
    }


def _write(path: Path, entries: Mapping[str, Entry], about: Mapping[str, Any]) -> None:
    # Version 0.1 looks at the number under its former name, and leaves what is newer alone.
    formats = {kept_files.FORMAT: FORMAT, kept_files.FORMER_FORMAT: FORMAT}
    said = {**_about(path), **about}
    said.setdefault("handin", handin_id(path.parent))
    for name in ("cohort", "learner"):  # as the invitation says now: who deleted it took it back
        said.pop(name, None)
    said |= invitation.of(path.parent)
    content = {
        **formats,
        **{name: said[name] for name in (*ABOUT, NUMBERS) if name in said},
        "answers": dict(sorted(_with_turns(entries).items())),
    }
    text = json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    write_text(path, text, mode=PRIVATE)
