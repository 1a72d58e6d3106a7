"""Words, lists and tables that answer a choice, as a page draws them (blocks.js)."""

from collections.abc import Sequence
from typing import Any

from groundwork.learner.papers.model import Heading, Items, Paragraph, Table

Shown = Sequence[Heading | Paragraph | Items | Table]


def as_plain(shown: Shown) -> list[dict[str, Any]]:
    """Return blocks as plain data."""
    return [_block(block) for block in shown]


def _block(block: Heading | Paragraph | Items | Table) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text}
        case Paragraph():
            return {"kind": "words", "text": block.text}
        case Items():
            return {"kind": "list", "items": [text for _, text in block.items]}
        case Table():
            return {
                "kind": "table",
                "caption": block.caption,
                "columns": list(block.columns),
                "rows": [list(row) for row in block.rows],
            }
