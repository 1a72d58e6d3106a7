"""How a number of things is said: "1 line", "2 lines"; one rule for form, path, check and paper."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

Key = TypeVar("Key")
Cells = TypeVar("Cells")


def counted(count: float, one: str, more: str = "") -> str:
    """Say how many: "1 person", "2 people".

    Parameters
    ----------
    one, more
        What one is called, and several; by default with an "s" behind it.
    """
    return f"{count:,.10g} {one if count == 1 else more or one + 's'}"


def in_runs(rows: Iterable[tuple[Key, Cells]]) -> list[tuple[list[Key], Cells]]:
    """Join rows that follow one another and say the same, so that a table shows what moves.

    >>> in_runs([(2027, "$5"), (2028, "$5"), (2029, "$4")])
    [([2027, 2028], '$5'), ([2029], '$4')]
    """
    return [([key for key, _ in same], cells) for cells, same in groupby(rows, itemgetter(1))]
