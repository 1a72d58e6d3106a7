"""Find the numbers in what a notebook says, and hold each against the figure it comes from.

Output is compared by nbval. What an author types, prose, options and replies, is compared here:
the tables beside this module name where each figure comes from.
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode

# Digits, codes such as P176, and words for a large number or a share.
NUMBER = re.compile(
    r"\b[A-Z]{0,2}\d+(?:,\d{3})*(?:\.\d+)?s?\b"
    r"|(?i:\b(?:half|thirds|a third|a quarter)\b"
    r"|\bone in (?:two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(?:hundred|thousand|million|billion)s?\b"
    r"|\b(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b)"
)
# Numbers that are no figures. Of any other number its author says in the table what it is.
NO_FIGURE = re.compile(
    r"^ *\d+\. "  # an item of a list
    r"|\blessons? \d+(?: and \d+)*|^\| \d\d \|"  # lessons, also as rows of the path
    r"|\b(?:steps?|questions?) \d+(?:(?: and | to |, )\d+)*"
    r"|^\*\*Minutes\.\*\*.*"  # the lint compares them with the lesson's metadata
    r"|\*\*In \d+ days:\*\*|\b\d+ minutes\b"
    r"|\b(?:per|of|every|in) 1(?:00|,?000|0,000|00,000)\b",  # the base of a rate
    re.IGNORECASE | re.MULTILINE,
)
SILENT = {"query", "read", "describe", "startswith", "set_index"}  # calls whose text is not shown


@dataclass(frozen=True)
class Held:
    """A piece of text with its figures written into it, and where they come from."""

    text: str
    source: str


def held(text: str, source: str, *values: object) -> Held:
    """Write the values into the text: ``held("of {:.1f} deaths", "infant_mortality", 10.5)``.

    A text without values holds itself: its numbers are in no data set, and the source says where
    the author read them, or why they are no figures.
    """
    return Held(text.format(*values), source)


def problems(
    name: str, notebook: NotebookNode, table: Mapping[str, Sequence[Held]], place: str
) -> Iterator[str]:
    """Yield a sentence for each number without a source and each figure that is not its source's.

    Parameters
    ----------
    name
        How the sentences call the notebook.
    table
        What each cell, by its id, has to say.
    place
        The file of the table, for whoever has to mend it.
    """
    cells = {cell.id: cell for cell in notebook.cells}
    for lost in sorted(set(table) - set(cells)):
        yield f'{name} has no cell "{lost}": take it out of {place}.'
    for cell in notebook.cells:
        where = f'{name}, cell "{cell.id}":'
        shown = "\n".join(texts(cell))
        covered = []
        for piece in table.get(cell.id, ()):
            spans = [match.span() for match in _words_of(piece.text).finditer(shown)]
            covered += spans
            if not spans:
                yield (
                    f"{where} does not say {piece.text!r}, and should by {piece.source}. "
                    f"Mend the words in the lesson or in {place}."
                )
        for number in numbers(shown):
            if not any(a <= number.start() and number.end() <= b for a, b in covered):
                near = " ".join(shown[max(0, number.start() - 40) : number.end() + 30].split())
                yield (
                    f"{where} {number[0]} in “…{near}…” has no source; say where it comes from "
                    f"in {place}."
                )


def texts(cell: NotebookNode) -> list[str]:
    """Return what a cell says: its Markdown, or the words in its code that come on the screen."""
    if cell.cell_type == "markdown":
        return [cell.source]
    return list(_strings(ast.parse(cell.source))) if cell.cell_type == "code" else []


def numbers(text: str) -> list[re.Match[str]]:
    """Return the numbers of a text that are figures, or may be.

    Under "Sources" whole numbers are years, volumes and pages.
    """
    sources = text.lstrip().startswith("## Sources")
    passed = [match.span() for match in NO_FIGURE.finditer(text)]
    return [
        match
        for match in NUMBER.finditer(text)
        if not any(a <= match.start() and match.end() <= b for a, b in passed)
        and not (sources and re.fullmatch(r"[A-Z]*\d+s?", match[0]))
    ]


def _strings(node: ast.AST) -> Iterator[str]:
    """Yield the words in code that a learner reads: no ids, no names of columns or options."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _strings(value)
    elif isinstance(node, ast.Call):
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        yield from _strings(function)
        if name not in SILENT:
            for argument in node.args:
                yield from _strings(argument)
            for keyword in node.keywords:
                if keyword.arg not in ("right", "lesson"):
                    yield from _strings(keyword.value)
    elif not isinstance(node, ast.Set):
        for child in ast.iter_child_nodes(node):
            yield from _strings(child)


def _words_of(text: str) -> re.Pattern[str]:
    """Return a pattern of the text whose line breaks may stand anywhere between words."""
    words = r"\s+".join(re.escape(word) for word in text.split())
    return re.compile(rf"(?<![\w.]){words}(?![\w]|[.,]\d)")
