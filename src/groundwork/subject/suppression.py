"""Hide small counts of a table so that its totals do not give them away, and count the cost.

1. Primary: hide the counts that a named rule hides, in the table and among its totals.
2. Complementary: while a row or column has exactly one hidden cell, hide its next smallest; such a
   cell could be found by subtraction. A cell of zero is never hidden: it protects nothing, and
   readers know that the rule shows zeros.
3. Audit: solve for the hidden cells as an attacker would. Where too few values are possible, hide
   the cheapest chain of further cells that lets the cell vary (a shortest path in the table's
   network, see :mod:`groundwork.subject.disclosure`); the loop of cells needed always exists.
4. Show again whatever turned out not to be needed, largest first.

Step 2 is how it is done by hand, and can hide more than it must; so steps 3 and 4 are also tried
without it, and the result that hides fewer people is kept. Cells of the table are preferred to
totals, small ones to large ones. Shown numbers are never changed.
"""

import heapq
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from groundwork.subject.disclosure import (
    TOTAL,
    Cell,
    Room,
    audit,
    ends,
    lowest_values,
    rooms_of,
    without_totals,
)
from groundwork.subject.errors import UserError
from groundwork.subject.intervals import check_counts
from groundwork.subject.small_numbers import SHOWN, Rule, is_small
from groundwork.subject.states import at_least

PRIMARY = "primary"
COMPLEMENTARY = "complementary"
NOT_PUBLISHED = "not published"
MARK = "*"


@dataclass(frozen=True)
class SuppressedTable:
    """A table that can be published, and what was done to it.

    Attributes
    ----------
    rule
        The rule that decided which counts are small.
    published
        Counts with totals in the last row and column; hidden ones are missing (``<NA>``).
    status
        For each of them ``"shown"``, ``"primary"``, ``"complementary"`` or ``"not published"``.
        For the maker only: readers must not see which is which.
    audit
        What an attacker can deduce of each hidden cell (see
        :func:`groundwork.subject.disclosure.audit`), with its ``status``. Only primary cells must
        not be disclosed; a complementary one is not small.
    people
        The true counts with totals. For the maker only.
    """

    rule: Rule
    published: pd.DataFrame
    status: pd.DataFrame
    audit: pd.DataFrame
    people: pd.DataFrame

    @property
    def is_safe(self) -> bool:
        """Whether every count that the rule hides keeps enough possible values."""
        return not (self.audit["disclosed"] & (self.audit["status"] == PRIMARY)).any()

    def text(self) -> pd.DataFrame:
        """Give the published table as text, every hidden number as the same mark."""
        text = self.published.astype("string").fillna(MARK)
        if (self.status[TOTAL].iloc[:-1] == NOT_PUBLISHED).all():
            text = text.drop(columns=TOTAL)
        if (self.status.loc[TOTAL].iloc[:-1] == NOT_PUBLISHED).all():
            text = text.drop(index=TOTAL)
        return text


def suppress(
    counts: pd.DataFrame | pd.Series,
    rule: Rule,
    least_values: int = 5,
    totals: Collection[str] = ("rows", "columns"),
) -> SuppressedTable:
    """Hide small counts, and what else must be hidden, until the audit passes.

    Parameters
    ----------
    counts
        Counts of people without totals: one row a group. A Series is a list with one total.
    rule
        A rule that hides counts, for example ``WASHINGTON_DOH_2018``.
    least_values
        How many whole numbers must stay possible for each count that the rule hides.
    totals
        Which totals are published: ``"rows"``, ``"columns"``, both or none. The grand total is
        published with any of them.

    Raises
    ------
    UserError
        When the counts are not counts, totals are already in the table, or the rule hides nothing
        or zeros too.
    """
    least_values = at_least(least_values, 1, "The number of values that must stay possible")
    if isinstance(counts, pd.Series):
        counts, totals = counts.to_frame(counts.name or "count"), ("columns",)
    if rule.hide_below is None:
        raise UserError(
            f"The rule {rule.name!r} is about reliability and hides no counts.",
            "Choose a rule that protects people, for example 'Washington DOH 2018'.",
        )
    if rule.hides_zero:
        raise UserError(
            f"The rule {rule.name!r} hides zeros too, and this table is made safe by showing them.",
            "Choose a rule that shows zeros, for example 'Washington DOH 2018', and leave out the "
            "zeros by hand.",
        )
    people = _with_totals(counts)
    values = people.to_numpy(dtype=np.int64)
    absent = without_totals((values.shape[0], values.shape[1]), totals)
    primary = is_small(values, rule) & ~absent
    tries = [
        _hide(values, primary, absent, least_values - 1, by_hand=by_hand)
        for by_hand in (False, True)
    ]
    hidden = min(tries, key=lambda tried: _total_price(values, tried & ~absent))

    status = np.full(values.shape, SHOWN, dtype=object)
    status[hidden] = COMPLEMENTARY
    status[primary] = PRIMARY
    status[absent] = NOT_PUBLISHED
    published = people.astype("Int64").mask(pd.DataFrame(hidden, people.index, people.columns))
    statuses = pd.DataFrame(status, people.index, people.columns)
    found = audit(published, least_values, totals=totals)
    found["status"] = [
        statuses.loc[row, column] for row, column in zip(found["row"], found["column"], strict=True)
    ]
    return SuppressedTable(rule, published, statuses, found, people)


def cost_of_hiding(choices: Mapping[str, SuppressedTable]) -> pd.DataFrame:
    """Count what each choice hides: cells, people, and groups that vanish.

    Parameters
    ----------
    choices
        Tables by the name of the choice: another rule, pooled years, wider groups.

    Returns
    -------
    DataFrame
        Index ``choice``; columns ``cells`` (above zero, without totals), ``hidden``, of these
        ``primary`` and ``complementary``, ``totals_hidden``, ``people_hidden`` and
        ``percent_of_people``, ``groups_without_detail`` (only their total is left) and
        ``groups_that_vanish`` (nothing above zero is shown of them), with their names.
    """
    return pd.DataFrame({name: _cost(table) for name, table in choices.items()}).T.rename_axis(
        "choice"
    )


def _cost(table: SuppressedTable) -> dict[str, object]:
    """What one table hides."""
    people, status = table.people.iloc[:-1, :-1], table.status.iloc[:-1, :-1]
    unseen = status != SHOWN
    bare = ((people > 0) & ~unseen).sum(axis=1) == 0
    no_total = table.status.iloc[:-1, -1] != SHOWN
    somebody = people.sum(axis=1) > 0
    lost = int(people.to_numpy()[unseen.to_numpy()].sum())
    everybody = int(people.to_numpy().sum())
    margins = pd.concat([table.status.iloc[:-1, -1], table.status.iloc[-1]])
    gone = people.index[somebody & bare & no_total]
    return {
        "cells": int((people > 0).to_numpy().sum()),
        "hidden": int(unseen.to_numpy().sum()),
        "primary": int((status == PRIMARY).to_numpy().sum()),
        "complementary": int((status == COMPLEMENTARY).to_numpy().sum()),
        "totals_hidden": int(margins.isin([PRIMARY, COMPLEMENTARY]).sum()),
        "people_hidden": lost,
        "percent_of_people": 100 * lost / everybody if everybody else 0.0,
        "groups_without_detail": int((somebody & bare & ~no_total).sum()),
        "groups_that_vanish": len(gone),
        "names": ", ".join(map(str, gone)),
    }


def _with_totals(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts as whole numbers with a last row and column of totals."""
    for labels, what in ((counts.index, "row"), (counts.columns, "column")):
        if isinstance(labels, pd.MultiIndex):
            raise UserError(
                f"The {what}s have names of several levels.", "Join them to one name each."
            )
        if TOTAL in labels:
            raise UserError(
                f"The table already has a {what} {TOTAL!r}.", "Leave totals out; they are added."
            )
        if labels.has_duplicates:
            raise UserError(
                f"Two {what}s have the same name.", "Give each its own name, or add them up."
            )
    if counts.empty:
        raise UserError("The table holds no counts.", "Give at least one row and one column.")
    array = check_counts(counts, "cells")
    if np.isnan(array).any():
        raise UserError("A cell is blank.", "Write 0 where there was nobody.")
    table = pd.DataFrame(array.astype(np.int64), counts.index, counts.columns)
    table[TOTAL] = table.sum(axis=1)
    table.loc[TOTAL] = table.sum(axis=0)
    return table


def _price(values: np.ndarray, cell: Cell) -> int:
    """What hiding a cell costs: its people, and a total always more than any cell."""
    margins = (cell[0] == values.shape[0] - 1) + (cell[1] == values.shape[1] - 1)
    return int(values[cell]) + margins * (int(values[-1, -1]) + 1)


def _total_price(values: np.ndarray, hidden: np.ndarray) -> tuple[int, int]:
    """The price of all hidden cells, then their number."""
    prices = [_price(values, (int(i), int(j))) for i, j in np.argwhere(hidden)]
    return sum(prices), len(prices)


def _hide(
    values: np.ndarray, primary: np.ndarray, absent: np.ndarray, room: int, by_hand: bool
) -> np.ndarray:
    """Everything to hide so that every primary cell can vary by ``room``."""
    hidden = primary | absent
    lowest = lowest_values((values.shape[0], values.shape[1]), zeros_shown=True)
    small = [(int(i), int(j)) for i, j in np.argwhere(primary)]
    if by_hand:
        _hide_single_cells(values, hidden)
    rooms = _hide_until_safe(values, hidden, lowest, small, room)
    _show_what_is_not_needed(values, hidden, primary | absent, lowest, rooms, room)
    return hidden


def _hide_single_cells(values: np.ndarray, hidden: np.ndarray) -> None:
    """While a line has one hidden cell, hide its next smallest above zero."""
    rows, columns = values.shape
    lines = [[(i, j) for j in range(columns)] for i in range(rows)]
    lines += [[(i, j) for i in range(rows)] for j in range(columns)]
    changed = True
    while changed:
        changed = False
        for line in lines:
            if sum(hidden[cell] for cell in line) == 1:
                choices = [cell for cell in line if values[cell] > 0 and not hidden[cell]]
                # With no choice left the line is the hidden cell and zeros, its total hidden too.
                if choices:
                    hidden[min(choices, key=lambda cell: _price(values, cell))] = True
                    changed = True


def _hide_until_safe(
    values: np.ndarray, hidden: np.ndarray, lowest: np.ndarray, small: list[Cell], room: int
) -> dict[Cell, Room]:
    """Hide the cheapest further cells until every small one can vary by ``room``."""
    for cell in small:
        found = rooms_of(values, hidden, lowest, [cell], enough=room)[cell]
        if found.fall + found.rise < room:
            for other in _cheapest_loop(values, hidden, lowest, cell, room):
                hidden[other] = True
    # Hiding more never takes room away, so one pass is enough.
    return rooms_of(values, hidden, lowest, small, enough=room)


def _show_what_is_not_needed(
    values: np.ndarray,
    hidden: np.ndarray,
    fixed: np.ndarray,
    lowest: np.ndarray,
    rooms: dict[Cell, Room],
    room: int,
) -> None:
    """Show complementary cells again as long as every small one keeps its room."""
    extra = [(int(i), int(j)) for i, j in np.argwhere(hidden & ~fixed)]
    for cell in sorted(extra, key=lambda one: _price(values, one), reverse=True):
        touched = [one for one, found in rooms.items() if cell in found.moved]
        hidden[cell] = False
        again = rooms_of(values, hidden, lowest, touched, enough=room)
        if all(found.fall + found.rise >= room for found in again.values()):
            rooms |= again
        else:
            hidden[cell] = True


def _cheapest_loop(
    values: np.ndarray, hidden: np.ndarray, lowest: np.ndarray, cell: Cell, room: int
) -> list[Cell]:
    """The cheapest cells that, hidden, let one cell rise by ``room`` (Dijkstra's algorithm).

    A cell above zero can always rise; it can fall when it holds enough. Already hidden cells cost
    nothing.
    """
    shape = (values.shape[0], values.shape[1])
    roads: list[list[tuple[int, int, Cell]]] = [[] for _ in range(sum(shape))]
    for i, j in np.argwhere((values > 0) | hidden):
        other = (int(i), int(j))
        if other == cell:
            continue
        price = 0 if hidden[other] else _price(values, other)
        tail, head = ends(other, shape)
        roads[tail].append((head, price, other))
        if values[other] - lowest[other] >= room:
            roads[head].append((tail, price, other))
    goal, start = ends(cell, shape)
    best = {start: 0}
    came: dict[int, tuple[int, Cell]] = {}
    waiting = [(0, start)]
    while waiting:
        spent, node = heapq.heappop(waiting)
        if spent > best[node]:
            continue
        for neighbor, price, other in roads[node]:
            if spent + price < best.get(neighbor, spent + price + 1):
                best[neighbor] = spent + price
                came[neighbor] = (node, other)
                heapq.heappush(waiting, (spent + price, neighbor))
    loop = []
    node = goal
    while node != start:
        node, other = came[node]
        loop.append(other)
    return loop
