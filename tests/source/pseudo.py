"""A language that nobody speaks: each letter is another, so that a word left behind is seen."""

import re

LETTERS = str.maketrans(
    "aeiouycnsAEIOUYCNS",
    "áéíóúýçñšÁÉÍÓÚÝÇÑŠ",
)
# What belongs to a sentence and is no word: figures and promises, sources, code, where a link
# leads, numbers set in braces, names of a table's open cells, and references of HTML.
KEPT = re.compile(
    r"\{\{.*?\}\}|\[[a-z0-9][a-z0-9_-]*\](?!\()|\[-?@[^\]]*\]|(?P<code>`+).*?(?P=code)|\]\([^)]*\)|\{[^{}]*\}|&#?\w+;|\\."
)


def pseudo(text: str) -> str:
    """Return a sentence in the language: `Who decides?` is `Whó dééçídéš?`, nearly."""
    said, end = [], 0
    for found in KEPT.finditer(text):
        said += [text[end : found.start()].translate(LETTERS), found[0]]
        end = found.end()
    return "".join([*said, text[end:].translate(LETTERS)])
