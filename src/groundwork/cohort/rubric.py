"""The rubric of a written question, as whoever reads it can tick it.

The build writes a mark scheme as words, for the cell that formgrader shows
(:mod:`groundwork.authoring.questions.write`). Here the same words are read back: a criterion a
line, "1. **The chain goes up.** 2: … 1: … 0: …".
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import Frozen, is_task, source
from groundwork.learner.files import write_text
from groundwork.learner.questions import Criterion, Write

FORMAT = 1
BEGIN, END = "=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ==="
LINE = re.compile(r"^\d+\. \*\*(?P<title>.+?)\*\* (?P<levels>\d+: .*)$")


@dataclass(frozen=True)
class Scale:
    """One thing that is asked of an answer, with what earns how many points, the most first."""

    name: str
    title: str
    ask: str
    levels: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Rubric:
    """The rubric of one written question.

    Parameters
    ----------
    cell
        What nbgrader calls the cell that holds the points.
    question
        The question, with the weak and the strong answer.
    scales
        What can be ticked; none where the mark scheme was written in another form.
    before, after
        What else it says to whoever reads, as Markdown.
    most
        The most points.
    """

    cell: str
    question: Write
    scales: tuple[Scale, ...]
    before: str
    after: str
    most: int


def rubrics(exercise: Frozen) -> list[Rubric]:
    """Return the rubric of each question that a person reads, in order."""
    tasks = {name: cell for name, cell in exercise.cells.items() if is_task(cell)}
    asked = [each for each in exercise.catalog.questions if isinstance(each, Write)]
    return [
        _rubric(each, source(tasks[each.id]), _most(tasks[each.id]))
        for each in asked
        if each.id in tasks
    ]


def _most(cell: dict[str, dict[str, dict[str, int]]]) -> int:
    return int(cell["metadata"]["nbgrader"]["points"])


def _rubric(question: Write, text: str, most: int) -> Rubric:
    scheme = text.partition(BEGIN)[2].partition(END)[0].strip()
    lines = scheme.splitlines()
    matched = [LINE.match(line) for line in lines]
    at = [number for number, match in enumerate(matched) if match]
    found = [match for match in matched if match]
    scales = tuple(
        _scale(criterion, match["title"], match["levels"])
        for criterion, match in zip(question.criteria, found, strict=False)
    )
    whole = len(found) == len(question.criteria) and all(
        tuple(level for level, _ in each.levels) == tuple(range(criterion.points, -1, -1))
        for each, criterion in zip(scales, question.criteria, strict=True)
    )
    if not whole or not at or sum(each.points for each in question.criteria) != most:
        return Rubric(question.id, question, (), scheme, "", most)
    before = "\n".join(lines[: at[0]]).strip()
    after = "\n".join(lines[at[-1] + 1 :]).strip()
    return Rubric(question.id, question, scales, before.rpartition("\n\n")[0], after, most)


def _scale(criterion: Criterion, title: str, levels: str) -> Scale:
    pieces = re.split(rf"(?:^|(?<= ))([0-{criterion.points}]): ", levels)
    pairs = zip(pieces[1::2], pieces[2::2], strict=True)
    said = tuple((int(level), text.strip()) for level, text in pairs)
    return Scale(criterion.name, title.rstrip("."), criterion.ask, said)


def ticked_for(
    cohort: Cohort, name: str, student: str, cell: str, points: float | None
) -> dict[str, int]:
    """Return what was ticked for a written answer, unless other points were given elsewhere since.

    Criterion to points; nothing where nobody ticked.
    """
    found = all_ticked(cohort, name, student).get(cell, {})
    return found if points is not None and sum(found.values()) == points else {}


def keep_ticked(
    cohort: Cohort, name: str, student: str, cell: str, ticked: Mapping[str, int]
) -> None:
    """Keep what was ticked for a written answer, for which the gradebook has no place."""
    kept = {**all_ticked(cohort, name, student), cell: dict(ticked)}
    text = json.dumps({"format": FORMAT, "ticked": kept}, indent=1)
    write_text(_path(cohort, name, student), f"{text}\n", owner_only=True)


def all_ticked(cohort: Cohort, name: str, student: str) -> dict[str, dict[str, int]]:
    """Return what was ticked for each written answer of a hand-in: criterion to points."""
    try:
        found = json.loads(_path(cohort, name, student).read_text(encoding="utf-8"))["ticked"]
        return {
            str(cell): {str(each): int(level) for each, level in levels.items()}
            for cell, levels in found.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _path(cohort: Cohort, name: str, student: str) -> Path:
    return cohort.own("read", name, f"{student}.json")
