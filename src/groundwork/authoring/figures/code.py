"""Find the numbers in what a cell of code says on the screen."""

import ast
from collections.abc import Iterator

from groundwork.authoring.figures.fill import Report
from groundwork.authoring.figures.numbers import numbers

SILENT = {"query", "read", "describe", "startswith", "set_index", "gap_table"}
"""Calls whose texts are conditions and names, and are not shown."""


def check_code(text: str, line: int, report: Report) -> None:
    """Report each number in the words of a cell of code: words belong into a block.

    Parameters
    ----------
    text
        The code; what cannot be read as Python is left to others.
    line
        The line of its file on which the code begins, from 1.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    for said, below in _shown(tree):
        for found in numbers(said):
            report(
                line + below - 1,
                f"{found[0]} in “{said[:60]}” stands in code: say it in prose or in a block.",
            )


def _shown(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the texts in code that come on the screen, with their lines; no conditions."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, node.lineno
    elif isinstance(node, ast.Call):
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        yield from _shown(function)
        if name not in SILENT:
            for given in (*node.args, *(word.value for word in node.keywords)):
                yield from _shown(given)
    elif not isinstance(node, ast.Subscript):
        for child in ast.iter_child_nodes(node):
            yield from _shown(child)
