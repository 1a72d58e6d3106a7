"""What a text holds, in order: its head, and cells of prose, of code, and made from blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groundwork.authoring.source.blocks import Block


@dataclass(frozen=True)
class Prose:
    """A cell of prose.

    Parameters
    ----------
    id
        The cell's id, as the text gives it or as its heading does.
    line
        The first line of its words, counted from 1.
    text
        Markdown, as it stands in the text.
    tags
        The cell's tags, such as ``quick``.
    """

    id: str
    line: int
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Code:
    """A cell of code, with the first line of the code and its other options."""

    id: str
    line: int
    text: str
    tags: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Placed:
    """A block with the id and the tags of the first cell that it becomes."""

    id: str
    block: Block
    tags: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """Return the line where the block opens."""
        return self.block.line


Cell = Prose | Code | Placed


@dataclass(frozen=True)
class Page:
    """A text, read.

    Parameters
    ----------
    path
        The file.
    head
        What stands between the lines of dashes at its top.
    lines
        The line of each entry of the head, and of what is in an entry: `figures.gap`.
    cells
        Its cells, in order.
    """

    path: Path
    head: Mapping[str, Any]
    lines: Mapping[str, int]
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """Return the name of the lesson or exercise: that of its file."""
        return self.path.stem

    def line_of(self, id: str) -> int:
        """Return the line that a cell of the notebook comes from; a block has several cells."""
        known = {cell.id: cell.line for cell in self.cells}
        begins = [name for name in known if id == name or id.startswith(f"{name}-")]
        return known[max(begins, key=len)] if begins else 1

    @property
    def blocks(self) -> list[Block]:
        """Return the blocks in order."""
        return [cell.block for cell in self.cells if isinstance(cell, Placed)]
