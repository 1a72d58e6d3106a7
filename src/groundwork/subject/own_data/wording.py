"""What counts in the wording of a heading: no case, marks, plural or blank space."""

import re
from functools import lru_cache

# What programs cut short where there is little room above a column.
_SHORT = {
    "desc": "description",
    "descr": "description",
    "acct": "account",
    "nm": "name",
    "cd": "code",
    "nbr": "number",
    "num": "number",
    "pos": "position",
    "ctr": "center",
}
_FOOTNOTE = re.compile(r"[¹²³⁰⁴-⁹*†‡]+$|\s*[(\[]\d{1,2}[)\]]$")


@lru_cache(maxsize=2000)
def simple(heading: str) -> str:
    """Bring a heading to what counts in it: no case, marks, plural or blank space.

    >>> simple("Amount ($)"), simple("FTEs"), simple("line_id"), simple("Pos Nbr"), simple("Line #")
    ('amount', 'fte', 'line id', 'position number', 'line number')
    """
    heading = _FOOTNOTE.sub("", heading.strip()).replace("#", " number ")
    words = re.sub(r"[^\w&]|_", " ", _parted(heading).casefold()).replace("&", " and ").split()
    whole = (_SHORT.get(word, word) for word in words)
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in whole
    )


def _parted(heading: str) -> str:
    """Part words that are written together with capitals: FiscalYear, ObjectId; but not FTEs."""
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=I[dD]\b)", " ", heading)
