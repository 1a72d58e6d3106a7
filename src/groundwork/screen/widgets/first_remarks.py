"""Show the first remarks of a list, those that can hurt somebody always, and fold the others."""

from collections.abc import Callable, Sequence

from groundwork.screen.widgets.chart_view import Line, More
from groundwork.subject.remark import Remark, harms_first

MOST = 3
"""Remarks that are in sight, where none of them can hurt anybody."""


def first_remarks(remarks: Sequence[Remark], say: Callable[[Remark], Line]) -> list[Line | More]:
    """Return remarks as a list on the page tells them: the first ones, and the others to open.

    Parameters
    ----------
    remarks
        The remarks in the order of their list.
    say
        Says one of them, with the way to its rows.
    """
    ordered = harms_first(remarks)
    shown = max(MOST, sum(remark.harms for remark in ordered))
    lines = [say(remark) for remark in ordered]
    rest = tuple(lines[shown:])
    return [*lines[:shown], *([More(rest)] if rest else [])]
