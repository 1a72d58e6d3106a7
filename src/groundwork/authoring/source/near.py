"""Say which known name is near to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def near(name: str, known: Iterable[str]) -> str:
    """Return ", did you mean …?" for the nearest of the known names, or nothing."""
    names = sorted(known)
    found = get_close_matches(name, names, n=1) or [
        each for each in names if name and each.startswith(name)
    ]
    return f"; did you mean {found[0]}?" if found else ""
