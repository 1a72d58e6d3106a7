"""What a person typed, without what no file and no picture can hold."""

import unicodedata
from typing import Any

NOT_IN_XML = "\ufffe\uffff"  # neither Word nor a picture in SVG may hold them


def printable(typed: Any) -> Any:
    """Return text, or each text in lists and mappings, without characters that break a file.

    Those are control characters other than the end of a line and the tabulator, halves of
    characters, as a program leaves them that cuts a text in the middle of an emoji, and two that
    XML forbids.
    """
    if isinstance(typed, str):
        return "".join(
            each
            for each in typed
            if each in "\n\t"
            or (unicodedata.category(each) not in ("Cc", "Cs") and each not in NOT_IN_XML)
        )
    if isinstance(typed, dict):
        return {key: printable(inner) for key, inner in typed.items()}
    return [printable(inner) for inner in typed] if isinstance(typed, list) else typed


def is_right_to_left(text: str) -> bool:
    """Whether a text reads from right to left: its first letter with a direction decides."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
