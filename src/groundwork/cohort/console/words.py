"""What the console says, read from `words.yaml`, for Python and for the page."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("words.yaml")


@cache
def everything() -> dict[str, Any]:
    """Return all words, as the page gets them."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def said(name: str, /, **filled: object) -> str:
    """Return a sentence by its name, "grade.done", with its places filled in."""
    found: Any = everything()
    for part in name.split("."):
        found = found[part]
    return str(found).format(**filled)
