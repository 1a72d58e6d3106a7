"""Texts that no spreadsheet takes for a formula when it opens a file of ours."""

import re

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_DANGER = re.compile(r"'*[=+\-@\t\r]")


def safe_cell(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula, by a leading apostrophe."""
    return f"'{text}" if _DANGER.match(text) and not _NUMBER.fullmatch(text) else text


def plain_cell(text: str) -> str:
    """Undo `safe_cell`."""
    return text[1:] if text.startswith("'") and _DANGER.match(text) else text
