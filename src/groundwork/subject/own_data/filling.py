"""Labels that stand only on the first row of their group, as merged cells leave them."""

from collections.abc import Collection

from groundwork.subject.own_data.looks import Looks


def filled_down(column: Looks, breaks: Collection[int]) -> dict[int, object]:
    """Give the blank cells that merged-looking labels stand for, by place.

    A column looks merged when its first row has a label, no label is said twice in a row, and
    there is at least one blank for two labels. A total ends a group, so nothing crosses it.
    """
    blank, shown = column.empty, column.shown
    count = sum(blank)
    if not count or blank[0] or 2 * count < len(blank) - count:
        return {}
    if any(
        not blank[at] and not blank[at - 1] and shown[at] == shown[at - 1]
        for at in range(1, len(blank))
    ):
        return {}
    filled: dict[int, object] = {}
    label: object = None
    for at, cell in enumerate(column.cells):
        if not blank[at]:
            label = cell
        elif at in breaks:
            label = None
        if blank[at] and label is not None:
            filled[at] = label
    return filled
