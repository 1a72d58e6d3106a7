"""Turn a page into the cells of its notebook: valid nbgrader source where it is an exercise."""

from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from groundwork.authoring.questions import READERS
from groundwork.authoring.questions.sheet import RUBRIC, Sheet
from groundwork.authoring.source.kinds import KINDS
from groundwork.authoring.source.page import Code, Page, Placed, Prose
from groundwork.learner.questions import Code as Computation
from groundwork.learner.questions import CodeQuestion, Computed, Number, Question, Write

HIDDEN = {"source_hidden": True}
FACE = "groundwork.lesson"
IMPORTS = "imports"  # the id of a lesson's first cell of code, unless its head gives another
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
SCHEME = ("=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ===")
SCHEMA = 3  # of nbgrader's metadata
# What stands above the place for code. It is folded: nobody needs to write any.
IN_CODE = """### The same in code: question {{{{ {id} | number }}}}

Nobody needs this. Shift and Enter run the cell; its result then counts, not the number that you \
typed."""
CLOSED = "closed"


def lesson_cells(page: Page, prose: Callable[[Prose], str]) -> list[Any]:
    """Return the cells of a lesson; what they call is imported in one cell, after the first.

    Parameters
    ----------
    prose
        Returns what a cell of prose says in the notebook.
    """
    calls: set[str] = set()
    cells: list[NotebookNode] = []
    for cell in page.cells:
        if not isinstance(cell, Placed):
            cells.append(_as_written(cell, prose))
        elif cell.block.kind in KINDS or cell.block.kind in READERS:
            call, named = "ask", True
            if kind := KINDS.get(cell.block.kind):
                call, named = kind.call, kind.named
            calls.add(call)
            cells.append(
                _code(cell.id, f'{call}("{cell.block.name}")' if named else f"{call}()", cell.tags)
            )
    if calls:
        imported = f"from {FACE} import {', '.join(sorted(calls))}"
        cells.insert(1, _code(str(page.head.get("imports", IMPORTS)), imported, ()))
    return cells


def exercise_cells(page: Page, prose: Callable[[Prose], str], asked: Sheet) -> list[Any]:
    """Return the cells of an exercise: what asks, what checks, code to write, mark schemes.

    A check stands after what it checks: after the code of a question that has some. That code is
    folded under a heading of its own, unless the question asks for code and nothing else.

    Parameters
    ----------
    asked
        The questions of the page, and their mark schemes.
    """
    cells: list[NotebookNode] = []
    for cell in page.cells:
        if not isinstance(cell, Placed):
            cells.append(_as_written(cell, prose))
        elif cell.block.kind == RUBRIC:
            rubric = asked.rubrics.get(cell.block.name)
            if cells and rubric:
                _make_task(cells[-1], asked.question(cell.block.name), rubric.text)
        elif question := asked.question(cell.block.name):
            cells += _asks(cell, question)
            if codes(question) and not isinstance(question, CodeQuestion):
                text = IN_CODE.format(id=question.id)
                above = Prose(f"{cell.id}-code-text", cell.line, text, (CLOSED,))
                cells.append(_markdown(above.id, prose(above), above.tags))
            cells += [*_computations(cell.id, question), _check(cell.id, question)]
    return cells


def _as_written(cell: Prose | Code, prose: Callable[[Prose], str]) -> NotebookNode:
    """Return a cell that holds what its author wrote."""
    if isinstance(cell, Prose):
        return _markdown(cell.id, prose(cell), cell.tags)
    return _code(cell.id, cell.text, cell.tags)


def _asks(cell: Placed, question: Question) -> list[NotebookNode]:
    """Return the cells that ask a question; a written answer has one for each of its parts."""
    names = {question.id: cell.id}
    if isinstance(question, Write):
        names = {
            part.id: f"{cell.id}{part.id.removeprefix(question.id)}".replace("_", "-")
            for part in question.parts
        }
    if isinstance(question, CodeQuestion):
        return []
    return [
        _code(id, f'from {FACE} import ask\n\nask("{name}")', cell.tags)
        for name, id in names.items()
    ]


def codes(question: Question) -> tuple[Computation, ...]:
    """Return what a question lets a learner compute, or nothing."""
    return question.codes if isinstance(question, CodeQuestion | Computed | Number) else ()


def _computations(id: str, question: Question) -> list[NotebookNode]:
    """Return the cell in which a learner may compute the answer, with the author's solution."""
    found = codes(question)
    if not found:
        return []
    given = {name: number for each in found for name, number in each.given.items()}
    lines = [f"{name} = {number}" for name, number in given.items()]
    if isinstance(question, Computed):  # its numbers are those that the page shows just now
        lines = [f"from {FACE} import given", "", f'numbers = given("{question.id}")']
        lines += [f'{name} = numbers["{name}"]' for name in given]
    lines += [f"{each.variable} = None" for each in found]
    solution = [f"{each.variable} = {each.solution}" for each in found]
    about = {"grade": False, "locked": False, "solution": True}
    text = "\n".join([*lines, BEGIN, *solution, END])
    return [_nbgrader(_code(f"{id}-code", text, ("code-path",)), about)]


def _check(id: str, question: Question) -> NotebookNode:
    """Return the locked cell that checks an answer, and gives its points."""
    text = f'from {FACE} import check\n\ncheck("{question.id}")'
    about = {"grade": True, "locked": True, "solution": False, "points": question.points}
    return _nbgrader(_code(f"{id}-check", text, ()), about)


def _make_task(cell: NotebookNode, question: Question | None, rubric: str) -> None:
    """Make a cell of prose a task for whoever grades, with the mark scheme, never released."""
    cell.source = "\n\n".join([cell.source, SCHEME[0], rubric, SCHEME[1]])
    points = question.reader_points if isinstance(question, Write) else 0
    about = {"grade": False, "locked": True, "solution": False, "task": True, "points": points}
    _nbgrader(cell, about)


def _nbgrader(cell: NotebookNode, about: dict[str, Any]) -> NotebookNode:
    cell.metadata["nbgrader"] = {
        "schema_version": SCHEMA,
        "grade_id": cell.id,
        "task": False,
        **about,
    }
    return cell


def _markdown(id: str, text: str, tags: tuple[str, ...]) -> NotebookNode:
    return new_markdown_cell(text, id=id, metadata={"tags": list(tags)} if tags else {})


def _code(id: str, text: str, tags: tuple[str, ...]) -> NotebookNode:
    metadata: dict[str, Any] = {} if "code-path" in tags else {"jupyter": dict(HIDDEN)}
    if tags:
        metadata["tags"] = list(tags)
    return new_code_cell(text, id=id, metadata=metadata)
