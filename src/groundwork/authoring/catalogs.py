"""Read the questions of an exercise from its source notebook, without running anything.

The catalog of a question stands in a hidden region as ``grade("q1", right=..., wrong=...)`` with
literals only; the question itself as ``choose``, ``classify`` or ``number`` in another cell. Both
are parsed, compared with each other, and checked for contradictions.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, fields
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from groundwork.authoring.notebooks import read
from groundwork.learner.catalog import GENERAL, Catalog
from groundwork.learner.numerals import exact, plain
from groundwork.subject.errors import UserError

BEGIN, END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
ASKS = {"choose": "choice", "classify": "classify", "number": "number"}
WRITTEN = "write"  # its answer is read by a person
PARAMETERS = {  # the order of the arguments after the id, for those who write them without names
    "choose": ("prompt", "options", "several"),
    "classify": ("prompt", "items", "categories"),
    "number": ("prompt", "unit"),
}


@dataclass(frozen=True)
class Asked:
    """A question as a learner meets it: its kind and what can be answered, ids only."""

    kind: str
    options: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


def read_catalogs(notebook: Path) -> dict[str, Catalog]:
    """Return the catalog of each automatically checked question, in the notebook's order.

    Raises
    ------
    UserError
        Listing everything that is contradictory or missing: a hidden region that is no literal, a
        wrong answer that counts as right, two hints for one answer, an option without an entry, a
        question that nobody checks.
    """
    source = read(notebook)
    problems: list[str] = []
    catalogs: dict[str, Catalog] = {}
    asked: dict[str, Asked] = {}
    for number, cell in enumerate(source.cells, start=1):
        if cell.cell_type != "code":
            continue
        try:
            _read_cell(cell, catalogs, asked)
        except (UserError, SyntaxError, ValueError, TypeError) as error:
            problems.append(f"cell {number}: {error}")
    for question, catalog in catalogs.items():
        found = [*_conflicts(catalog), *_mismatches(catalog, asked.get(question))]
        problems += [f"{question}: {problem}" for problem in found]
    problems += [
        f"{question} is asked, and nothing checks it"
        for question in asked
        if question not in catalogs
    ]
    if problems:
        raise UserError(f"{notebook.name}: {'; '.join(problems)}.", "Mend the source notebook.")
    return catalogs


def solution(notebook: Path) -> dict[str, Any]:
    """Return answers that earn every point a program can give: right ones, and sample texts.

    Raises
    ------
    UserError
        As :func:`read_catalogs` does.
    """
    right = {name: catalog.right for name, catalog in read_catalogs(notebook).items()}
    written = [
        ast.literal_eval(call.args[0])
        for cell in read(notebook).cells
        if cell.cell_type == "code"
        for call in calls(cell.source)
        if isinstance(call.func, ast.Name) and call.func.id == WRITTEN
    ]
    return right | {name: f"A sample text of a few words for the part {name}." for name in written}


def _read_cell(cell: NotebookNode, catalogs: dict[str, Catalog], asked: dict[str, Asked]) -> None:
    for call in calls(cell.source):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name == "grade":
            catalog = _catalog(call)
            if catalog.question in catalogs:
                raise UserError(f"{catalog.question} is graded twice.")
            if BEGIN not in cell.source.partition("grade(")[0]:
                raise UserError(f"the key of {catalog.question} is not in a hidden region.")
            catalogs[catalog.question] = catalog
        elif name in ASKS:
            question, what = _asked(name, call)
            if question in asked:
                raise UserError(f"{question} is asked twice.")
            asked[question] = what


def calls(source: str) -> Iterator[ast.Call]:
    """Yield every call in a cell's code."""
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))


def _catalog(call: ast.Call) -> Catalog:
    """Read `grade("q1", right=...)`; a second positional argument is a learner's value, unread."""
    question = ast.literal_eval(call.args[0])
    known = {field.name for field in fields(Catalog)} - {"question"}
    arguments: dict[str, Any] = {}
    for keyword in call.keywords:
        if keyword.arg not in known:
            raise UserError(f"{question}: grade has no argument {keyword.arg!r}.")
        for node in ast.walk(keyword.value):
            if isinstance(node, ast.Dict):
                _refuse_repeated_keys(question, node)
        try:
            arguments[keyword.arg] = ast.literal_eval(keyword.value)
        except ValueError:
            raise UserError(
                f"{question}: {keyword.arg} must be written out as a literal."
            ) from None
    if "right" not in arguments:
        raise UserError(f"{question} has no right answer.")
    return Catalog(question, **arguments)


def _refuse_repeated_keys(question: str, node: ast.Dict) -> None:
    """A dict display keeps the last of two equal keys and says nothing."""
    keys = [ast.literal_eval(key) for key in node.keys if key is not None]
    for key in keys:
        if keys.count(key) > 1:
            raise UserError(f"{question}: two hints for one answer, {key!r}.")


def _asked(name: str, call: ast.Call) -> tuple[str, Asked]:
    question = ast.literal_eval(call.args[0])
    given = dict(zip(PARAMETERS[name], call.args[1:], strict=False))
    given |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    ids = {
        part: tuple(ast.literal_eval(given[part]))
        for part in ("options", "items", "categories")
        if part in given
    }
    several = "several" in given and ast.literal_eval(given["several"])
    return question, Asked("several" if several else ASKS[name], **ids)


def _mismatches(catalog: Catalog, asked: Asked | None) -> Iterator[str]:
    """Compare what can be answered with what has an entry."""
    if asked is None:
        yield "is graded and never asked"
        return
    if asked.kind != catalog.kind:
        yield f"is asked as {asked.kind} and graded as {catalog.kind}"
        return
    if catalog.kind == "choice":
        yield from _differences("option", {catalog.right, *dict(catalog.wrong)}, asked.options)
    elif catalog.kind == "several":
        yield from _differences("option", set(catalog.public()["options"]), asked.options)
    elif catalog.kind == "classify":
        yield from _differences("item", set(catalog.right), asked.items)
        yield from _differences("category", set(catalog.categories()), asked.categories)


def _differences(what: str, entries: set[str], asked: tuple[str, ...]) -> Iterator[str]:
    for name in asked:
        if name not in entries:
            yield f"the {what} {name!r} has no entry"
    for name in sorted(entries - set(asked)):
        yield f"the {what} {name!r} has an entry and is not asked"


def _conflicts(catalog: Catalog) -> list[str]:
    """Return what is contradictory or missing in one catalog."""
    lines = list(_conflicts_of_kind(catalog))
    hints = [hint for _, hint in catalog.wrong_answers()]
    lines += [
        f"two answers share the hint {hint!r}"
        for hint in sorted(set(hints))
        if hints.count(hint) > 1
    ]
    if not hints:
        lines.append("no wrong answer has a hint")
    if not all(hint.strip() for hint in hints):
        lines.append("a hint has no words")
    if not catalog.why.strip():
        lines.append("nothing is said to the right answer (why=...)")
    if catalog.kind == "number" and catalog.other == GENERAL:
        lines.append("nothing is said to a number that is not cataloged (other=...)")
    if catalog.kind == "number" and not catalog.units:
        lines.append("nothing says which words may stand behind the number (units=...)")
    return lines


def _conflicts_of_kind(catalog: Catalog) -> Iterator[str]:
    right = catalog.right
    if catalog.kind == "number":
        yield from _conflicts_of_numbers(catalog)
        return
    wrong = dict(catalog.wrong)
    if catalog.kind == "choice":
        if right in wrong:
            yield f"the right answer {right!r} is also wrong"
    elif catalog.kind == "several":
        for option in sorted(set(right) & set(wrong)):
            yield f"{option!r} is both right and wrong"
        for option in sorted(set(right) ^ set(catalog.missing or {})):
            yield f"{option!r} must be both in right and in missing"
    else:
        for item, hints in catalog.hints_by_item().items():
            if item not in right:
                yield f"the item {item!r} has a hint and no right category"
            elif right[item] in hints:
                yield f"the item {item!r} in {right[item]!r} is both right and wrong"
        for item in sorted(set(right) - set(wrong)):
            yield f"the item {item!r} has no hint"


def _conflicts_of_numbers(catalog: Catalog) -> Iterator[str]:
    right, tolerance = exact(catalog.right), exact(catalog.tolerance)
    values = [exact(value) for value, _ in catalog.wrong]
    coarser = _rounded_once_more(right)
    if coarser is not None and all(abs(coarser - value) > tolerance for value in (right, *values)):
        yield f"nothing is said to the right answer with a decimal less, {plain(coarser)}"
    for place, value in enumerate(values):
        if abs(value - right) <= tolerance:
            yield f"the wrong answer {plain(value)} is within the tolerance of the right one"
        for earlier in values[:place]:
            if abs(value - earlier) <= tolerance:
                yield f"two hints for one answer: {plain(earlier)} and {plain(value)}"


def _rounded_once_more(right: Fraction) -> Fraction | None:
    """Return a number with one decimal less, half rounded up as people do; None without one."""
    decimals = len(plain(right).partition(".")[2])
    if not decimals:
        return None
    step = 10 ** (decimals - 1)
    return Fraction(floor(abs(right) * step + Fraction(1, 2)), step) * (1 if right > 0 else -1)
