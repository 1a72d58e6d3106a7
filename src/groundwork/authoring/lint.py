"""Rules a lesson's stored notebook keeps, beyond what nbval can see.

nbval compares outputs, but not in a cell without an execution count, never pictures, not where a
tag or a comment forbids it, and it is content with a warning once the warning is stored. The rules
for a lesson's words stand with its text: :mod:`groundwork.authoring.source.rules`.
"""

import ast
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from groundwork.authoring import minutes
from groundwork.authoring.notebooks import read
from groundwork.lesson import NAMES
from groundwork.subject.errors import UserError

LONGEST_CODE_CELL = 25  # lines; a cell is read aloud, so it calls the library instead of doing work
FACE = "groundwork.lesson"
ALLOWED = {f"{FACE}.{name}" for name in NAMES}  # all that a notebook imports
# Comments and tags that nbval obeys; it wants the exact words, and we refuse what looks like them.
MARKER = re.compile(r"\s*#[#\s]*(NBVAL|PYTEST_VALIDATE)", re.IGNORECASE)
TAGS = ("nbval-", "pytest-validate-")
PICTURE = "data:image/"  # nbval is told not to compare what follows (tests/notebooks/sanitize.cfg)
# How groundwork.screen.charts begins what it shows; its words and marks stand in text/plain too.
FIGURE = re.compile(
    r'<figure class="gw-chart[ \w]*" aria-label="([^"]*)"[^<>]*><div[^<>]*><img src="data:image/'
)


@dataclass(frozen=True)
class CellFault:
    """What is wrong in which cell (counted from 1; 0 is the whole notebook)."""

    cell: int
    text: str


def lint_outputs(notebook: NotebookNode) -> Iterator[CellFault]:
    """Rules that keep nbval honest: every stored output is one that nbval compares."""
    for expected, (number, cell) in enumerate(_code_cells(notebook), start=1):
        if cell.execution_count != expected:
            yield CellFault(
                number,
                f"has execution count {cell.execution_count}, expected {expected}: "
                "nbval compares nothing in a cell without one. Store the lesson again.",
            )
        tags = cell.metadata.get("tags", [])
        for tag in tags:
            if tag.startswith(TAGS):
                yield CellFault(number, f"is tagged {tag}: a lesson's outputs are always compared.")
        for line in cell.source.splitlines():
            if MARKER.match(line):
                yield CellFault(
                    number, f"says {line.strip()}: a lesson's outputs are always compared."
                )
        for output in cell.outputs:
            yield from _lint_output(number, output, tags)


def _lint_output(number: int, output: NotebookNode, tags: list[str]) -> Iterator[CellFault]:
    if output.output_type == "stream" and output.name == "stderr":
        yield CellFault(number, f"has a stored warning: {output.text.strip()[:80]!r}.")
    if output.output_type == "error" and "raises-exception" not in tags:
        yield CellFault(number, f"has a stored error: {output.ename}.")
    for kind in output.get("data", {}):
        if kind.startswith("image/"):
            yield CellFault(
                number,
                f"shows a bare picture ({kind}), which nbval never compares and nobody can hear. "
                "Draw it with groundwork.screen.charts.",
            )
    if PICTURE in str(output) and not _is_chart(output.get("data", {})):
        yield CellFault(
            number,
            "shows a picture that groundwork.screen.charts did not draw: nbval never compares it.",
        )


def _is_chart(data: NotebookNode) -> bool:
    """Whether an output is one chart and its words, as the chart helper writes both.

    nbval compares the words, and they are read back from what was drawn: so a chart that changed
    is caught, though its picture is not compared.
    """
    shown, words = data.get("text/html", ""), data.get("text/plain", "")
    start = FIGURE.match(shown)
    marks = [html.unescape(mark) for mark in re.findall(r"<li>(.*?)</li>", shown)]
    return (
        start is not None
        and shown.count(PICTURE) == 1
        and PICTURE not in words
        and words.splitlines()[:1] == [html.unescape(start[1])]
        and bool(marks)
        and all(f"\n  {mark}\n" in words for mark in marks)
    )


def lint_code(notebook: NotebookNode) -> Iterator[CellFault]:
    """Code is short, collapsed unless it is the code path, and holds no logic."""
    for number, cell in _code_cells(notebook):
        if len(cell.source.splitlines()) > LONGEST_CODE_CELL:
            yield CellFault(number, f"has more than {LONGEST_CODE_CELL} lines: move it to src.")
        if cell.source.rstrip().endswith(";"):
            yield CellFault(number, "ends in ';', which hides nothing from nbval. Write `_ = ...`.")
        collapsed = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if not collapsed and "code-path" not in cell.metadata.get("tags", []):
            yield CellFault(number, "is neither collapsed nor tagged 'code-path'.")
        if PICTURE in cell.source:
            yield CellFault(number, "holds a picture. Draw it with groundwork.screen.charts.")
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While | ast.If):
                yield CellFault(number, f"holds logic (line {node.lineno}): move it to src.")


def lint_imports(notebook: NotebookNode) -> Iterator[CellFault]:
    """A notebook knows one module: what it shows is ours, and what is behind it may move."""
    for number, cell in _code_cells(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            for name in _imported(node):
                if name not in ALLOWED:
                    yield CellFault(
                        number,
                        f"imports {name}: a notebook imports names of {FACE} (from {FACE} import "
                        f"bar_chart), and nothing else. {FACE} lists them.",
                    )


def _imported(node: ast.AST) -> list[str]:
    """Return what a statement imports, with dots: module and name."""
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{name.name}" for name in node.names]
    return []


def lint_time(notebook: NotebookNode) -> Iterator[CellFault]:
    """A lesson's minutes are those that its words and acts take."""
    try:
        yield from (CellFault(0, claim) for claim in minutes.claims(notebook))
    except UserError as error:  # nobody said how long a cell takes
        yield CellFault(0, str(error))


RULES: tuple[Callable[[NotebookNode], Iterator[CellFault]], ...] = (
    lint_outputs,
    lint_code,
    lint_imports,
    lint_time,
)


def lint(path: Path) -> list[str]:
    """Return what is wrong with the stored notebook of a lesson, a line each."""
    notebook = read(path)
    return [
        f"{path.name}, cell {fault.cell}: {fault.text}"
        for rule in RULES
        for fault in rule(notebook)
    ]


def _code_cells(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code" and cell.source.strip():
            yield number, cell
