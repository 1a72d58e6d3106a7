"""Labels that stand only on the first row of their group, as merged cells leave them."""

from collections.abc import Collection, Sequence

from groundwork.subject.own_data.cell import is_blank, text_of


def filled_down(cells: Sequence[object], breaks: Collection[int]) -> dict[int, object]:
    """Give the blank cells that merged-looking labels stand for, by place.

    A column looks merged when its first row has a label, no label is said twice in a row, and
    there is at least one blank for two labels. A total ends a group, so nothing crosses it.
    """
    blank = [is_blank(cell) for cell in cells]
    count = sum(blank)
    if not count or blank[0] or 2 * count < len(cells) - count:
        return {}
    if any(
        not blank[at] and not blank[at - 1] and text_of(cells[at]) == text_of(cells[at - 1])
        for at in range(1, len(cells))
    ):
        return {}
    filled: dict[int, object] = {}
    label: object = None
    for at, cell in enumerate(cells):
        if not blank[at]:
            label = cell
        elif at in breaks:
            label = None
        if blank[at] and label is not None:
            filled[at] = label
    return filled
