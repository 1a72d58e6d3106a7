"""Write a paper as plain text, to paste into a message or a form."""

import re
from collections.abc import Iterator

from groundwork.learner.papers.model import (
    Block,
    Box,
    Heading,
    Items,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from groundwork.learner.typed import printable

RUN = ("=", "+", "-", "@")  # what a spreadsheet takes for the beginning of a formula


def write(paper: Paper) -> str:
    """Return the paper as lines of text.

    Typed text stays as it is, apart from characters that no file can hold. No line begins as a
    formula, since a person may paste the text into a spreadsheet.
    """
    lines = [paper.title, *([paper.subject] if paper.subject else []), ""]
    lines += [*(f"{label}: {text}" for label, text in paper.facts), ""]
    for block in paper.body:
        lines += _block(block)
    text = "\n".join(_harmless(line) for line in printable("\n".join(lines)).splitlines())
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", block.text.upper() if block.level == 1 else block.text, "")
    elif isinstance(block, Paragraph):
        yield from (f"{block.lead}{block.text}", "")
    elif isinstance(block, Quote):
        yield from (*(f"   {line}" for line in block.text.splitlines()), "")
    elif isinstance(block, Items):
        yield from (f"{'   ' * depth}• {_one_line(text)}" for depth, text in block.items)
        yield ""
    elif isinstance(block, Picture):
        yield from (f"Picture: {block.alt}", "")
    elif isinstance(block, Box):
        for part in (Heading(block.title), *block.blocks):
            yield from _block(part)
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    """Say each row as its header and, below it, its other cells with their columns' names."""
    yield f"{table.caption}:"
    for first, *rest in table.rows:
        yield f"• {_one_line(first)}"
        for name, cell in zip(table.columns[1:], rest, strict=True):
            if cell:
                yield f"   {name}: {_one_line(cell)}"
    yield ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _harmless(line: str) -> str:
    return f" {line}" if line.startswith(RUN) else line.rstrip()
