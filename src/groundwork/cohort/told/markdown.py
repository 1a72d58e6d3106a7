"""How a question's words stand in Markdown: one line, a cell of a table, a list."""

import re
from collections.abc import Iterable, Sequence

_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")


def unlinked(text: str) -> str:
    """Return Markdown with the words of its links, and without where they lead."""
    return _LINK.sub(r"\1", text)


def one_line(text: str) -> str:
    """Return words in one line, without where their links lead."""
    return " ".join(unlinked(text).split())


def cell(text: str) -> str:
    """Return words as a cell of a table holds them."""
    return one_line(text).replace("|", "\\|")


def quoted(text: str) -> str:
    """Return words in one line between quotation marks, once."""
    line = one_line(text)
    return line if line.startswith("“") and line.endswith("”") else f"“{line}”"


def items(said: Iterable[str]) -> str:
    """Return a list."""
    return "\n".join(f"- {each}" for each in said)


def said(replies: Iterable[str]) -> str:
    """List what the page says; the line above keeps the list apart from one before it."""
    return f"What the page says:\n\n{items(replies)}"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; an empty cell is one to write in."""
    lines = [columns, ["---"] * len(columns), *rows]
    made = "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)
    return re.sub(r"\|  (?=\|)", "| ", made)


def dollars(text: str) -> str:
    """Write dollar signs so that no reader of Markdown takes them for mathematics."""
    return text.replace("$", "\\$")
