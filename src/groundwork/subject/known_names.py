"""The lists of words behind `names` and `positions`: names, and what stands in titles only."""

import json
import unicodedata
from functools import cache
from importlib.resources import files


@cache
def listed() -> dict[str, frozenset[str]]:
    """Return the words of each kind: given and family names, words of titles, ordinary words."""
    text = files("groundwork.subject").joinpath("names.json").read_text("utf-8")
    return {kind: frozenset(" ".join(lines).split()) for kind, lines in json.loads(text).items()}


def plain(word: str) -> str:
    """Return a word without case, accents and marks at its ends: García is garcia."""
    bare = word.casefold().strip(".'’`").replace("’", "'")
    if bare.isascii():
        return bare
    parted = unicodedata.normalize("NFKD", bare)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
