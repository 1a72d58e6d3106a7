"""Rules a stored notebook keeps, beyond what nbval can see.

nbval compares outputs, but not in a cell without an execution count, never pictures, not where a
tag or a comment forbids it, and it is content with a warning once the warning is stored. The first
rules close those holes; the others hold the shape of a lesson (DESIGN section 5) and its
accessibility (WCAG 2.1, Jupyter accessibility checklists).
"""

import ast
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from groundwork.authoring import claims, markdown, minutes
from groundwork.authoring.notebooks import read
from groundwork.lesson import NAMES
from groundwork.subject.errors import UserError

LONGEST_CODE_CELL = 25  # lines; a cell is read aloud, so it calls the library instead of doing work
UNINFORMATIVE = {"here", "click here", "this", "link", "this link", "read more", "more"}
FACE = "groundwork.lesson"
ALLOWED = {f"{FACE}.{name}" for name in NAMES}  # all that a notebook imports
LOOK_BACK = "Look back"  # two questions from earlier lessons, so the first lesson has none
# Comments and tags that nbval obeys; it wants the exact words, and we refuse what looks like them.
MARKER = re.compile(r"\s*#[#\s]*(NBVAL|PYTEST_VALIDATE)", re.IGNORECASE)
TAGS = ("nbval-", "pytest-validate-")
PICTURE = "data:image/"  # nbval is told not to compare what follows (tests/notebooks/sanitize.cfg)
# How groundwork.screen.charts begins what it shows; its words and marks stand in text/plain too.
FIGURE = re.compile(
    r'<figure class="gw-chart[ \w]*" aria-label="([^"]*)"[^<>]*><img src="data:image/'
)
# A dollar sign that Markdown may take for the beginning of a formula; code may hold any.
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|(`+).*?\2", re.DOTALL | re.MULTILINE)
BARE_DOLLAR = re.compile(r"(?<!\\)\$")
# Each lesson has these parts, as headings of level 2, in this order (DESIGN section 5).
PARTS = (
    "Before you start",
    "A worked example",
    "Your turn",
    "Your department",
    "Reflect",
    "Key points",
    LOOK_BACK,
    "What these numbers cannot show",
    "Sources",
)


@dataclass(frozen=True)
class Problem:
    """What is wrong in which cell (counted from 1; 0 is the whole notebook)."""

    cell: int
    text: str


def lint_outputs(notebook: NotebookNode) -> Iterator[Problem]:
    """Rules that keep nbval honest: every stored output is one that nbval compares."""
    for expected, (number, cell) in enumerate(_code_cells(notebook), start=1):
        if cell.execution_count != expected:
            yield Problem(
                number,
                f"has execution count {cell.execution_count}, expected {expected}: "
                "nbval compares nothing in a cell without one. Store the lesson again.",
            )
        tags = cell.metadata.get("tags", [])
        for tag in tags:
            if tag.startswith(TAGS):
                yield Problem(number, f"is tagged {tag}: a lesson's outputs are always compared.")
        for line in cell.source.splitlines():
            if MARKER.match(line):
                yield Problem(
                    number, f"says {line.strip()}: a lesson's outputs are always compared."
                )
        for output in cell.outputs:
            yield from _lint_output(number, output, tags)


def _lint_output(number: int, output: NotebookNode, tags: list[str]) -> Iterator[Problem]:
    if output.output_type == "stream" and output.name == "stderr":
        yield Problem(number, f"has a stored warning: {output.text.strip()[:80]!r}.")
    if output.output_type == "error" and "raises-exception" not in tags:
        yield Problem(number, f"has a stored error: {output.ename}.")
    for kind in output.get("data", {}):
        if kind.startswith("image/"):
            yield Problem(
                number,
                f"shows a bare picture ({kind}), which nbval never compares and nobody can hear. "
                "Draw it with groundwork.screen.charts.",
            )
    if PICTURE in str(output) and not _is_chart(output.get("data", {})):
        yield Problem(
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


def lint_code(notebook: NotebookNode) -> Iterator[Problem]:
    """Code is short, collapsed unless it is the code path, and holds no logic."""
    for number, cell in _code_cells(notebook):
        if len(cell.source.splitlines()) > LONGEST_CODE_CELL:
            yield Problem(number, f"has more than {LONGEST_CODE_CELL} lines: move the work to src.")
        if cell.source.rstrip().endswith(";"):
            yield Problem(number, "ends in ';', which hides nothing from nbval. Write `_ = ...`.")
        collapsed = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if not collapsed and "code-path" not in cell.metadata.get("tags", []):
            yield Problem(number, "is neither collapsed nor tagged 'code-path'.")
        if PICTURE in cell.source:
            yield Problem(number, "holds a picture. Draw it with groundwork.screen.charts.")
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While | ast.If):
                yield Problem(number, f"holds logic (line {node.lineno}): move it to src.")


def lint_imports(notebook: NotebookNode) -> Iterator[Problem]:
    """A notebook knows one module: what it shows is ours, and what is behind it may move."""
    for number, cell in _code_cells(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            for name in _imported(node):
                if name not in ALLOWED:
                    yield Problem(
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


def lint_accessibility(notebook: NotebookNode) -> Iterator[Problem]:
    """One H1 in the first cell, no skipped level, alternative text, table headers, link text."""
    level = 0
    seen: set[str] = set()
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "markdown":
            continue
        for element in markdown.elements(cell.source):
            match element:
                case markdown.Heading():
                    yield from _lint_heading(number, element, level, seen)
                    level = element.level
                    seen.add(element.text)
                case markdown.Link(image=True):
                    if not element.text.strip():
                        yield Problem(number, f"has a picture without words: {element.url}.")
                case markdown.Link():
                    yield from _lint_link(number, element)
                case markdown.Table():
                    if not all(cell_text.strip() for cell_text in element.header):
                        yield Problem(number, "has a table with an empty header cell.")
        for piece in markdown.raw_html(cell.source):
            yield Problem(number, f"holds raw HTML, {piece.strip()[:40]!r}: write Markdown.")
    if level == 0:
        yield Problem(1, "has no heading of level 1.")


def _lint_heading(
    number: int, heading: markdown.Heading, level: int, seen: set[str]
) -> Iterator[Problem]:
    if not heading.text.strip():
        yield Problem(number, "has an empty heading.")
    if heading.level == 1 and number > 1:
        yield Problem(number, f"has a second heading of level 1: {heading.text!r}.")
    if heading.level > level + 1:
        yield Problem(number, f"skips from heading level {level} to {heading.level}.")
    if heading.text in seen:
        yield Problem(number, f"repeats the heading {heading.text!r}.")


def _lint_link(number: int, link: markdown.Link) -> Iterator[Problem]:
    text = link.text.strip().lower()
    if not text or text in UNINFORMATIVE or text.startswith(("http", "www.")):
        yield Problem(number, f"has a link whose words do not say where it goes: {link.text!r}.")


def lint_dollars(notebook: NotebookNode) -> Iterator[Problem]:
    """No amount of money can be read as mathematics, wherever the notebook is opened.

    The course's own pages do no mathematics. Elsewhere (a plain JupyterLab, nbviewer, the pages of
    nbgrader) MathJax reads the rendered words, in which an escaped sign is a sign like any other:
    so a pair in one paragraph is refused too.
    """
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "markdown":
            continue
        if found := BARE_DOLLAR.search(CODE.sub("", cell.source)):
            near = CODE.sub("", cell.source)[found.start() :][:20]
            yield Problem(number, f"has {near!r}, which may be read as mathematics: write \\$.")
        for block in markdown.blocks(cell.source):
            if block.count("$") > 1:
                yield Problem(
                    number,
                    f"has two dollar signs in one paragraph, {block[block.index('$') :][:40]!r}: "
                    "some pages read mathematics between them. Write “57 dollars”, or give each "
                    "amount an item of a list or a cell of a table.",
                )


def lint_time(notebook: NotebookNode) -> Iterator[Problem]:
    """A lesson has a quick path, and its minutes are those that words and acts take."""
    try:
        yield from (Problem(0, claim) for claim in minutes.claims(notebook))
    except UserError as error:  # nobody said how long a cell takes
        yield Problem(0, str(error))
    quick = notebook.metadata["groundwork"].get("quick", {})
    way = f"**Only {quick.get('minutes')} minutes?**"
    if quick and way not in notebook.cells[0].source:
        yield Problem(1, f"does not tell the quick path: it needs {way}")


def lint_lesson_shape(notebook: NotebookNode) -> Iterator[Problem]:
    """The first cell tells why, minutes and objectives; the parts come in their order."""
    metadata = notebook.metadata.get("groundwork", {})
    for key in ("lesson", "title", "minutes"):
        if key not in metadata:
            yield Problem(0, f"lacks metadata.groundwork.{key}.")
    first = notebook.cells[0].source
    for mark in ("**Why.**", f"**Minutes.** {_minutes(metadata)}", "**You will be able to**"):
        if mark not in first:
            yield Problem(1, f"lacks {mark}")
    headings = [
        element.text
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for element in markdown.elements(cell.source)
        if isinstance(element, markdown.Heading) and element.level == 2
    ]
    found = [part for heading in headings for part in PARTS if heading.startswith(part)]
    first_lesson = str(metadata.get("lesson", "")).startswith("00")
    expected = [part for part in PARTS if not (first_lesson and part == LOOK_BACK)]
    if found != expected:
        yield Problem(0, f"has the parts {found}, expected {expected}, in this order.")


def _minutes(metadata: NotebookNode) -> str:
    """Say the minutes of the metadata as the first cell must say them.

    The minutes to discuss stand apart from the others: only a group has them.
    """
    alone = " · ".join(
        f"{work} {metadata.get('minutes', {}).get(work)}" for work in ("read", "do", "reflect")
    )
    return f"{alone[:1].upper()}{alone[1:]}. In a group, plan {metadata.get('discuss')} more to "


def lint_prose(notebook: NotebookNode) -> Iterator[Problem]:
    """No sentence outside the code claims more than its figures carry."""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown":
            for _, problem in claims.claims(cell.source):
                yield Problem(number, f"says {problem}")


def lint_words_in_code(notebook: NotebookNode) -> Iterator[Problem]:
    """Nor do charts, options and replies, and no option gives itself away."""
    for number, cell in _code_cells(notebook):
        for _, problem in claims.claims(claims.texts(cell.source)):
            yield Problem(number, f"says {problem}")
        for problem in claims.given_away(cell.source):
            yield Problem(number, problem)


RULES: dict[str, tuple[Callable[[NotebookNode], Iterator[Problem]], ...]] = {
    "lesson": (
        lint_outputs,
        lint_code,
        lint_imports,
        lint_accessibility,
        lint_dollars,
        lint_lesson_shape,
        lint_time,
        lint_prose,
        lint_words_in_code,
    ),
    # A wrong option of an exercise may claim too much: that is what makes it wrong.
    "exercise": (lint_imports, lint_accessibility, lint_dollars, lint_prose),
    "help": (lint_imports, lint_accessibility, lint_dollars, lint_prose),
}


def lint(path: Path, kind: str) -> list[str]:
    """Return what is wrong with a notebook, a line each.

    Parameters
    ----------
    path
        The notebook.
    kind
        "lesson", "exercise" or "help".
    """
    notebook = read(path)
    return [
        f"{path.name}, cell {problem.cell}: {problem.text}"
        for rule in RULES[kind]
        for problem in rule(notebook)
    ]


def _code_cells(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code" and cell.source.strip():
            yield number, cell
