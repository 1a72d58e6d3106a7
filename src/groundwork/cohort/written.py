"""What a learner wrote into a page beside the answers: code, and text in odd places.

A line counts as the learner's when the released notebook has no such line anywhere, so a cell that
was split, copied or moved is nobody's work, and a line that was added is found wherever it stands.
Of a page far longer than people write, the beginning is looked at.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groundwork.cohort.frozen import Frozen, grade_id, source
from groundwork.learner.outcome import variables
from groundwork.learner.questions import Question

LARGEST_CELL = 20_000  # characters
MOST_TEXT = 500_000  # characters of all cells together; about 250 pages, where an exercise has ten
NOT_SHOWN = "… (the rest of this cell is in the notebook as it was handed in)"


@dataclass(frozen=True)
class Written:
    """What was found in the cells of a hand-in.

    Parameters
    ----------
    code
        The text of a released code cell as it was handed in, by the name that nbgrader has for it.
    programs
        The text of every code cell in which the learner wrote a line of code.
    cells
        Every code cell in the order of the page: the name that nbgrader has for it, and its text.
    odd
        Text in cells that ask for none.
    mended
        What is wrong with the cells, a sentence each.
    other_version
        Whether the page is one of another version of the exercise.
    is_longer
        Whether the page holds more text than was looked at, whatever its cells hold.
    """

    code: Mapping[str, str]
    programs: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    odd: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    other_version: bool = False
    is_longer: bool = False


def find(exercise: Frozen, cells: Sequence[Mapping[str, Any]], whole: bool = True) -> Written:
    """Compare the cells of a hand-in with the released ones.

    Parameters
    ----------
    whole
        Whether these are all cells; else none is missed.
    """
    if not cells:
        return Written({})
    lines = exercise.lines
    seen = [{**cell, "source": text} for cell, text in zip(cells, _beginnings(cells), strict=False)]
    handed = {line.strip() for cell in seen for line in source(cell).splitlines()}
    # Of a page that was cut down most lines are known; of one of another version few are.
    other_version = whole and len(lines & handed) * 2 < min(len(lines), len(handed))
    solutions = set(exercise.code_cells.values())
    code: dict[str, list[str]] = {}
    programs, odd = [], []
    for cell, as_handed_in in zip(seen, cells, strict=False):
        name, text = grade_id(cell), source(cell)
        new = [line for line in text.splitlines() if line.strip() and line.strip() not in lines]
        if len(source(as_handed_in)) > len(text):
            text = f"{text}\n{NOT_SHOWN}"
        if name in solutions:
            code.setdefault(name, []).append(text)
        if cell["cell_type"] == "code" and _is_code(new):
            programs.append(text)
        if new and name not in solutions:
            odd.append(text)
    joined = {name: "\n\n".join(dict.fromkeys(texts)) for name, texts in code.items()}
    is_longer = len(seen) < len(cells)
    mended = () if other_version else tuple(_mended(exercise, seen, whole and not is_longer))
    run = ((grade_id(cell), source(cell)) for cell in cells if cell["cell_type"] == "code")
    return Written(
        joined, tuple(programs), tuple(run), tuple(odd), mended, other_version, is_longer
    )


def _beginnings(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what is looked at of each cell, until it is as much as is looked at of all."""
    left = MOST_TEXT
    for cell in cells:
        if left <= 0:
            return
        text = source(cell)[: min(LARGEST_CELL, left)]
        left -= len(text)
        yield text


def has_code_for(question: Question, written: Written) -> bool:
    """Whether somebody wrote code that computes what a question asks."""
    names = variables(question)
    return any(re.search(rf"\b{re.escape(n)}\b", text) for n in names for text in written.programs)


def _is_code(lines: Sequence[str]) -> bool:
    return any(not line.lstrip().startswith("#") for line in lines)


def _mended(exercise: Frozen, cells: Sequence[Mapping[str, Any]], whole: bool) -> Iterator[str]:
    """Say which graded cells are missing, doubled or changed; the released ones are used."""
    names = [grade_id(cell) for cell in cells]
    graded = {name: cell for name, cell in exercise.cells.items() if _counts(cell)}
    missing = [name for name in graded if name not in names]
    if missing and whole:
        it = "it, and was" if len(missing) == 1 else "them, and were"
        yield f"{_cells(missing)} missing or had lost what marks {it} put back"
    doubled = [name for name in exercise.cells if names.count(name) > 1]
    if doubled:
        yield f"{_cells(doubled)} there more than once"
    changed = [
        name
        for name, cell in graded.items()
        if name in exercise.checks
        and any(
            source(one).strip() != source(cell).strip() or one["cell_type"] != cell["cell_type"]
            for one in cells
            if grade_id(one) == name
        )
    ]
    if changed:
        used = "the released one was" if len(changed) == 1 else "the released ones were"
        yield f"{_cells(changed)} changed, and {used} used"
    once = [name for name in names if name in exercise.cells and names.count(name) == 1]
    if once != sorted(once, key=list(exercise.cells).index):
        yield "The cells stood in another order"
    if apart := [name for name in exercise.code_cells.values() if _is_apart(exercise, name, cells)]:
        yield f"{' and '.join(apart)} had been taken apart"


def _is_apart(exercise: Frozen, name: str, cells: Sequence[Mapping[str, Any]]) -> bool:
    """Whether lines of a released cell for code stand in a cell that has lost its name."""
    own = [source(cell) for cell in cells if grade_id(cell) == name]
    if not own:
        return False
    lines = {line.strip() for line in source(exercise.cells[name]).splitlines() if line.strip()}
    left = lines - {line.strip() for text in own for line in text.splitlines()}
    others = [source(cell) for cell in cells if not grade_id(cell) and cell["cell_type"] == "code"]
    return any(line.strip() in left for text in others for line in text.splitlines())


def _counts(cell: Mapping[str, Any]) -> bool:
    about = cell["metadata"]["nbgrader"]
    return bool(about.get("grade") or about.get("task"))


def _cells(names: Sequence[str]) -> str:
    few = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"The graded cell {few} was" if len(names) == 1 else f"The graded cells {few} were"
