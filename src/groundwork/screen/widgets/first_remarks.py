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


def with_way(remark: Remark, list_: str, named: bool = False) -> Line:
    """Say what a remark is and what to try, with a way to the row that it is about.

    Parameters
    ----------
    list_
        The artifact whose rows it leads to.
    named
        Whether it begins with what it is about, where its sentence does not name it.
    """
    about = f"{remark.about}: " if named else ""
    rows = (remark.about,) if remark.about else ()
    return Line(f"{about}{remark.what} {remark.try_instead}", list_, rows)
