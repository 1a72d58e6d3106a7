"""What a page shows and asks beside its questions, as the build took it from the page's text.

It stands in the page's catalog (see :mod:`groundwork.learner.questions.catalog`): charts and
reflections, each by its name.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groundwork.learner import kept_files
from groundwork.learner.questions.catalog import FOLDER, FORMAT, Catalog, text_of
from groundwork.subject.errors import UserError

BLOCKS = "blocks"


@dataclass(frozen=True)
class Block:
    """A chart, a reflection or the like: the page it stands on, its name, and what it says."""

    page: str
    name: str
    says: dict[str, Any]


def catalog_text(catalog: Catalog, blocks: dict[str, dict[str, Any]]) -> str:
    """Return the text of a page's catalog, with what the page shows beside its questions."""
    content = json.loads(text_of(catalog))
    if blocks:
        content[BLOCKS] = blocks
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def find(name: str, folder: Path | None = None) -> Block:
    """Return what a page in this folder shows under a name.

    Parameters
    ----------
    name
        The block's name, which no other page of the course has.
    folder
        The notebook's folder; default is the current folder, which is a notebook's own.

    Raises
    ------
    UserError
        When no page here has it, or a catalog cannot be read.
    """
    fix = "Start the course again: it puts back what a lesson needs. Your work stays."
    for path in sorted(((folder or Path.cwd()) / FOLDER).glob("*.json")):
        try:
            content = kept_files.read_data(path, FORMAT) or {}
            says = content.get(BLOCKS, {}).get(name)
        except (kept_files.DamagedError, AttributeError) as error:
            raise UserError(f"The file {path.name} beside this lesson is damaged.", fix) from error
        if says is not None:
            return Block(content["name"], name, says)
    raise UserError(f"No lesson here shows {name}.", fix)
