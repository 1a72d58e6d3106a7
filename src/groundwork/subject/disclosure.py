"""What somebody can find out about hidden cells of a table from its totals.

Every row and column of a table adds up to its total, so hidden cells can be solved for or at least
boxed in. Here each hidden cell gets the exact lowest and highest whole number that fits everything
shown: the bounds of linear programming, not only single subtractions.

A table with two margins is a network: rows and columns are its nodes, cells are flows from rows to
columns, totals are flows back. How far one hidden cell can rise or fall while all totals hold is
then a maximum flow through the other hidden cells (Gusfield 1988, SIAM Journal on Computing
17(3):552-571), found here by shortest augmenting paths; with whole totals the bounds are whole.
"""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.states import as_numbers, at_least

TOTAL = "Total"
UNBOUNDED = 10**15  # stands for no upper bound; far above any count of people

Cell = tuple[int, int]
Residual = list[dict[int, int]]  # for each node, how much more can flow to each neighbor


@dataclass(frozen=True)
class Room:
    """How far a hidden cell can fall and rise from its value, and the cells that move with it."""

    fall: int
    rise: int
    moved: frozenset[Cell]


def audit(
    published: pd.DataFrame,
    least_values: int = 5,
    zeros_shown: bool = True,
    totals: Collection[str] = ("rows", "columns"),
) -> pd.DataFrame:
    """Try to solve for every hidden cell of a published table.

    Parameters
    ----------
    published
        Counts with row totals in the last column, column totals in the last row and the grand
        total in the corner. Hidden cells and totals that are not published are missing.
    least_values
        A hidden cell counts as disclosed when fewer whole numbers than this are possible for it.
    zeros_shown
        Whether readers know that a cell of zero is never hidden, so that a hidden cell is at least
        1. So it is with every rule that :func:`groundwork.subject.suppression.suppress` takes.
    totals
        Which totals the table was to have: ``"rows"``, ``"columns"``, both or none. Others are
        left out of the report.

    Returns
    -------
    DataFrame
        One row a hidden cell: ``row``, ``column``, ``lowest``, ``highest`` (infinite when nothing
        bounds it), ``possible_values`` and ``disclosed``.

    Raises
    ------
    UserError
        When no table fits what is shown.
    """
    least_values = at_least(least_values, 1, "The number of values that must stay possible")
    shown = as_numbers(published, "counts of the table")
    hidden = np.isnan(shown)
    lowest = lowest_values((shown.shape[0], shown.shape[1]), zeros_shown)
    fitting = _fitting(shown, hidden, lowest)
    asked = hidden & ~without_totals((shown.shape[0], shown.shape[1]), totals)
    rooms = rooms_of(fitting, hidden, lowest, [(int(i), int(j)) for i, j in np.argwhere(asked)])
    rows = []
    for (i, j), room in rooms.items():
        value = int(fitting[i, j])
        endless = room.rise >= UNBOUNDED
        highest = np.inf if endless else value + room.rise
        possible = np.inf if endless else room.fall + room.rise + 1
        rows.append(
            {
                "row": published.index[i],
                "column": published.columns[j],
                "lowest": value - room.fall,
                "highest": highest,
                "possible_values": possible,
                "disclosed": bool(possible < least_values),
            }
        )
    columns = ["row", "column", "lowest", "highest", "possible_values", "disclosed"]
    return pd.DataFrame(rows, columns=columns)


def lowest_values(shape: tuple[int, int], zeros_shown: bool) -> np.ndarray:
    """Give the least each cell can be when hidden: 1 within the table when zeros are shown.

    A hidden total gets no bound of its own; that of its cells carries over.
    """
    lowest = np.zeros(shape, dtype=np.int64)
    lowest[:-1, :-1] = int(zeros_shown)
    return lowest


def without_totals(shape: tuple[int, int], totals: Collection[str]) -> np.ndarray:
    """Tell which places are totals that are not published; the grand total is with any."""
    wrong = set(totals) - {"rows", "columns"}
    if wrong:
        raise UserError(f"There are no totals {wrong.pop()!r}.", "Use 'rows', 'columns' or both.")
    absent = np.zeros(shape, dtype=bool)
    absent[:-1, -1] = "rows" not in totals
    absent[-1, :-1] = "columns" not in totals
    absent[-1, -1] = not totals
    return absent


def rooms_of(
    values: np.ndarray,
    hidden: np.ndarray,
    lowest: np.ndarray,
    cells: list[Cell],
    enough: int = 2 * UNBOUNDED,
) -> dict[Cell, Room]:
    """Measure how far each cell can move within the totals.

    Parameters
    ----------
    values
        A table that adds up, totals included.
    hidden, lowest
        Which cells are hidden, and the least each may be.
    cells
        The hidden cells to measure.
    enough
        Stop a cell's search when rise and fall together reach this.
    """
    shape = (values.shape[0], values.shape[1])
    residual: Residual = [{} for _ in range(sum(shape))]
    for i, j in np.argwhere(hidden):
        tail, head = ends((int(i), int(j)), shape)
        residual[tail][head] = UNBOUNDED
        residual[head][tail] = int(values[i, j] - lowest[i, j])
    rooms = {}
    for cell in cells:
        tail, head = ends(cell, shape)
        forward, backward = residual[tail].pop(head), residual[head].pop(tail)
        # More in this cell must come back from head to tail by other cells, and the reverse.
        rise, up = _push(residual, head, tail, min(enough, UNBOUNDED))
        fall, down = _push(residual, tail, head, min(backward, enough - rise))
        residual[tail][head], residual[head][tail] = forward, backward
        moved = frozenset(_cell_between(a, b, shape) for a, b in up | down)
        rooms[cell] = Room(fall, rise, moved | {cell})
    return rooms


def ends(cell: Cell, shape: tuple[int, int]) -> tuple[int, int]:
    """Give the nodes a cell flows from and to: rows first, then columns, totals last of each.

    Cells and the grand total flow from row to column, the other totals from column to row, so
    that what enters every node leaves it.
    """
    row, column = cell[0], shape[0] + cell[1]
    is_margin = (cell[0] == shape[0] - 1) != (cell[1] == shape[1] - 1)
    return (column, row) if is_margin else (row, column)


def _cell_between(first: int, second: int, shape: tuple[int, int]) -> Cell:
    return min(first, second), max(first, second) - shape[0]


def _push(
    residual: Residual, source: int, sink: int, limit: int
) -> tuple[int, set[tuple[int, int]]]:
    """Send as much as possible up to a limit; the network is left as it was.

    Returns the amount and the pairs of nodes it went through.
    """
    sent = 0
    sendings: list[tuple[list[int], int]] = []
    while sent < limit:
        path = _shortest_path(residual, source, sink)
        if not path:
            break
        steps = list(pairwise(path))
        amount = min(limit - sent, *(residual[a][b] for a, b in steps))
        _send(residual, path, amount)
        sendings.append((path, amount))
        sent += amount
    for path, amount in sendings:
        _send(residual, path[::-1], amount)
    used = {step for path, _ in sendings for step in pairwise(path)}
    return sent, used


def _send(residual: Residual, path: list[int], amount: int) -> None:
    for a, b in pairwise(path):
        residual[a][b] -= amount
        residual[b][a] += amount


def _shortest_path(residual: Residual, source: int, sink: int) -> list[int]:
    """The path of fewest steps with room left, or nothing."""
    before = {source: source}
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        for neighbor, left in residual[node].items():
            if left > 0 and neighbor not in before:
                before[neighbor] = node
                if neighbor == sink:
                    path = [sink]
                    while path[-1] != source:
                        path.append(before[path[-1]])
                    return path[::-1]
                waiting.append(neighbor)
    return []


def _fitting(shown: np.ndarray, hidden: np.ndarray, lowest: np.ndarray) -> np.ndarray:
    """One table that fits everything shown, as a reader could find it."""
    shape = (shown.shape[0], shown.shape[1])
    values = np.where(hidden, lowest, np.nan_to_num(shown)).astype(np.int64)
    source, sink = sum(shape), sum(shape) + 1
    residual: Residual = [{} for _ in range(sum(shape) + 2)]
    surplus = [0] * sum(shape)
    for cell in np.ndindex(*shape):
        tail, head = ends((cell[0], cell[1]), shape)
        surplus[head] += int(values[cell])
        surplus[tail] -= int(values[cell])
        if hidden[cell]:
            residual[tail][head], residual[head][tail] = UNBOUNDED, 0
    for node, amount in enumerate(surplus):
        first, second = (source, node) if amount > 0 else (node, sink)
        residual[first][second], residual[second][first] = abs(amount), 0
    wanted = sum(amount for amount in surplus if amount > 0)
    sent = 0
    while path := _shortest_path(residual, source, sink):
        amount = min(residual[a][b] for a, b in pairwise(path))
        _send(residual, path, amount)
        sent += amount
    if sent < wanted:
        raise UserError(
            "No table fits these numbers: the cells shown do not agree with the totals.",
            f"Check that the last row and column are totals ({TOTAL!r}) and add up.",
        )
    for i, j in np.argwhere(hidden):
        tail, head = ends((int(i), int(j)), shape)
        values[i, j] += residual[head][tail]
    return values
