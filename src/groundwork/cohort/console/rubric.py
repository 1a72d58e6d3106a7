"""The rubric of a written question, as whoever reads it can tick it.

The build writes a mark scheme as words, for the cell that formgrader shows
(:mod:`groundwork.authoring.questions.write`). Here the same words are read back: a criterion a
line, "1. **The chain goes up.** 2: … 1: … 0: …".
"""

import re
from dataclasses import dataclass

from groundwork.cohort.frozen import Frozen, is_task, source
from groundwork.learner.questions import Criterion, Write

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
