"""The answers that somebody handed in, read from the bytes of their files in whole pieces.

A learner's files are data here. Nothing in them is run, nothing is believed about points or
outputs, and a file that is broken gives what is whole in it. A limit is for one answer, never for
the file: one that is too large costs itself alone. A file that holds far more values than answers
do is read as a broken one is, so that they are never in memory together.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from groundwork.cohort import oversized
from groundwork.learner import answers, kept_files

LARGEST_ANSWER = 20_000  # characters as JSON; about ten pages of text
DEEPEST_ANSWER = 20  # lists in lists; a matrix has three
MOST_PIECES = 10_000
# A file of answers, whatever somebody, a browser or a syncing program put behind that word.
NAME_OF_ANSWERS = re.compile(r"answers([ ._(-].*)?\.json", re.IGNORECASE)
PUT_ASIDE = "answers.damaged"  # the course's own name for a file that it could not read
TOO_MUCH = "holds far more than answers"
SAVED_AGAIN = "{name} had been saved again by another program, which changed its form"
TOO_LARGE = object()  # in the place of an answer
Entry = dict[str, Any]


@dataclass(frozen=True)
class Answers:
    """The answers of one hand-in.

    Parameters
    ----------
    kept
        Question id to what is kept of its answer.
    about
        What the file says of itself: exercise, release, course, handin, numbers.
    too_large
        The questions whose answer is longer or deeper than a page gives it; not in `kept`.
    mended
        What was mended in reading, a sentence each.
    damaged
        Whether answers may have been lost with a broken part of the file.
    problem, fix
        Why nothing could be read, and what to do; "" when something was.
    """

    kept: Mapping[str, Entry] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    too_large: frozenset[str] = frozenset()
    mended: tuple[str, ...] = ()
    damaged: bool = False
    problem: str = ""
    fix: str = ""

    def workspace(self) -> str:
        """Return the number of the workspace that a hand-in comes from; "" where none is known."""
        return str(self.about.get("handin", ""))

    def last(self) -> str:
        """Return what sorts hand-ins of one workspace by their last answer; "" for unknown."""
        return max((answers.order(entry) for entry in self.kept.values()), default="")

    def at(self) -> str:
        """Return the time (UTC) that a file of a former format holds of its last answer, or ""."""
        times = (str(each.get(answers.FORMER_TIME, "")) for each in self.kept.values())
        return max(times, default="")

    def fingerprint(self) -> str:
        """Return a short name of answers, order and workspace, which copies of one work share.

        "" where neither an order nor a workspace is known: the same right answers are no copy.
        """
        number = self.workspace() if not self.at() else ""
        if not (self.kept and (number or self.at())):
            return ""
        content = [[id, one["value"], answers.order(one)] for id, one in sorted(self.kept.items())]
        told = json.dumps([number, content], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def is_answers(name: str) -> bool:
    """Whether a file is one of answers: the course's own, a copy of it, or one put aside."""
    named = NAME_OF_ANSWERS.fullmatch(name) is not None
    return named or kept_files.names_a_copy(name, answers.FILE)


def is_of_a_hand_in(file: str) -> bool:
    """Whether a file is one that is collected: a notebook, or answers."""
    plain = "/" not in file and "\\" not in file and not file.startswith(".")
    return plain and (file.lower().endswith(".ipynb") or is_answers(file))


def of_a_hand_in(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return those files that are collected."""
    return {file: data for file, data in files.items() if is_of_a_hand_in(file)}


def read_answers(files: Mapping[str, bytes]) -> Answers:
    """Read every file of answers among some files; of each question the later answer counts.

    Parameters
    ----------
    files
        File name to content.
    """
    kept: dict[str, Entry] = {}
    about: dict[str, Any] = {}
    mended: list[str] = []
    damaged = False
    problems: list[tuple[str, str]] = []
    names = sorted((name for name in files if is_answers(name)), key=lambda n: n != answers.FILE)
    for name in names:
        try:
            found, said, note, broken = _file(name, files[name])
            damaged = damaged or broken
        except kept_files.NewerFormatError:
            problems.append(
                (
                    f"{name} was written by a newer version of the course than grades here.",
                    "Update the course on this computer, then grade again.",
                )
            )
            continue
        if note:
            mended.append(note)
        for id, entry in found:
            if id not in kept or answers.order(kept[id]) < answers.order(entry):
                kept[id] = entry
        about = {**said, **about}
    if len(names) == 1 and kept and names[0].lower().startswith(PUT_ASIDE):
        mended.append(f"The file of answers is called {names[0]}")
    if kept and not about.get("exercise"):
        mended.append("It does not say which exercise it is of, which its questions tell")
    if len(names) > 1 and kept:
        told = ", ".join(names)
        mended.append(f"There were {len(names)} files of answers ({told}): the later answer counts")
    large = frozenset(id for id, entry in kept.items() if entry["value"] is TOO_LARGE)
    kept = {id: entry for id, entry in kept.items() if id not in large}
    if any(_cannot_be_shown(entry["value"]) for entry in kept.values()):
        mended.append("Signs that no page can show were left out of a text")
    if not names:
        problems.append(
            (
                "There is no file of answers among what was handed in.",
                f"Ask for the file {answers.FILE}. It lies beside the notebook in the learner's "
                "folder of the exercise.",
            )
        )
    elif not kept and not large and not problems and any(files[name].strip() for name in names):
        if any(_is_sound(files[name]) for name in names):
            return Answers(about=about, mended=tuple(mended))  # whole, and nothing answered in it
        why = "" if oversized.is_small(files[names[0]]) else f", which {TOO_MUCH},"
        problems.append((f"No answer in {names[0]}{why} could be read.", ASK_AGAIN))
    elif not kept and not large and not problems:
        problems.append((f"{names[0]} is empty.", ASK_AGAIN))
    problem, fix = problems[0] if problems and not kept and not large else ("", "")
    return Answers(kept, about, large, tuple(mended), damaged, problem, fix)


ASK_AGAIN = (
    f"Ask for the file {answers.FILE} once more, as it is in the learner's folder. If it is broken "
    "there too, the learner answers again: an exercise takes minutes, and the texts may be in a "
    "copy beside it."
)


def is_our_text(content: bytes) -> bool:
    """Whether a file holds text in the form that the course writes: UTF-8, with no mark before."""
    try:
        return not content.decode("utf-8").startswith("\ufeff")
    except UnicodeDecodeError:
        return False


def _is_sound(content: bytes) -> bool:
    try:
        found = _parsed(oversized.bounded(content), "")
        return isinstance(found.get("answers"), dict)
    except (kept_files.DamagedError, kept_files.NewerFormatError):
        return False


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    """Return what a whole file of answers holds, made at once where that is not too much."""
    if not oversized.is_small(content):
        raise kept_files.DamagedError(name)
    return kept_files.parse(content, name, answers.FORMAT)


def _file(name: str, content: bytes) -> tuple[list[tuple[str, Entry]], dict[str, Any], str, bool]:
    """Return a file's entries, what it says of itself, what was mended, and if it is broken."""
    what = "is damaged" if oversized.is_small(content) else TOO_MUCH
    content = oversized.bounded(content)
    note = "" if is_our_text(content) else SAVED_AGAIN.format(name=name)
    try:
        data = _parsed(content, name)
        if isinstance(entries := data.get("answers"), dict):
            sound = [(id, entry) for id, each in entries.items() if (entry := _entry(each))]
            broken = len(sound) < len(entries)
            if broken:
                note = f"{len(entries) - len(sound)} of {len(entries)} answers in {name} are broken"
            elif _is_odd(data, entries.values()):
                note = f"{name} holds what the course does not write, which was left out"
            return sound, _about(data.items()), note, broken
    except kept_files.DamagedError:
        pass
    entries_of: list[tuple[str, Entry]] = []
    said: list[tuple[str, Any]] = []
    found = kept_files.pieces(kept_files.decode(content), oversized.LARGEST_PIECE)
    for id, value in islice(found, MOST_PIECES):
        if id == "answers" and isinstance(value, dict):
            entries_of += [(one, entry) for one, each in value.items() if (entry := _entry(each))]
        elif entry := _entry(value):
            entries_of.append((id, entry))
        else:
            said += _about([(id, value)]).items()
    count = len({id for id, entry in entries_of if entry["value"] is not TOO_LARGE})
    note = f"{name} {what}: {count} answer{'s' * (count != 1)} could be read whole"
    return entries_of, dict(said), note, True


def _entry(value: object) -> Entry | None:
    """Return what is kept of an answer, each thing of its kind; None when it is none.

    One that is too large is let go at once.
    """
    if not isinstance(value, dict) or "value" not in value:
        return None
    names = (answers.FORMER_TIME, "asked", "question", answers.NUMBERS)
    texts = {name: value[name] for name in names if isinstance(value.get(name), str)}
    turn = value.get(answers.TURN)
    return {
        "value": TOO_LARGE if _too_large(value["value"]) else value["value"],
        **texts,
        **({answers.TURN: turn} if answers.is_turn(turn) else {}),
    }


def _is_odd(data: Mapping[str, Any], entries: Iterable[Any]) -> bool:
    """Whether something beside the answers is of another kind than the course writes it."""
    names = (answers.FORMER_TIME, answers.NUMBERS)
    wrong = (not isinstance(each.get(name, ""), str) for each in entries for name in names)
    return not isinstance(data.get(answers.NUMBERS, {}), dict) or any(wrong)


def _cannot_be_shown(value: object) -> bool:
    """Whether a text holds a zero, or half a letter, which no file of a page can hold."""
    if not isinstance(value, str):
        return any(_cannot_be_shown(inner) for inner in _inside(value))
    return "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value)


def _about(pairs: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in answers.ABOUT and isinstance(value, str) and len(value) <= 200:
            found[name] = value
        elif name == answers.NUMBERS and isinstance(value, dict):
            found[name] = {id: one for id, one in value.items() if isinstance(one, str)}
    return found


def _too_large(value: object) -> bool:
    """Whether an answer is longer, or deeper, than one that somebody gives on a page."""
    if isinstance(value, str):
        return len(value) > LARGEST_ANSWER
    layer = [value]
    for _ in range(DEEPEST_ANSWER):
        layer = [inner for each in layer for inner in _inside(each)]
    return bool(layer) or len(json.dumps(value)) > LARGEST_ANSWER


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
