"""Hold the totals that a file states against the rows above them."""

from collections.abc import Sequence

import numpy as np

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.report import Note


def own_totals(
    page: Page, totals: Sequence[tuple[int, int]], columns: Sequence[Column]
) -> list[Note]:
    """Hold the totals that the file itself states against the rows above them.

    Parameters
    ----------
    page
        Every row of the sheet.
    totals
        The place of each total in the sheet, and how many rows of data stand above it.
    columns
        The columns of money and counts that were read, before anything was turned or left out.
    """
    notes = []
    starts = [0, *(above for _, above in totals)]
    for column in columns:
        if column.made:  # the file states no total of it
            continue
        values = np.array(column.values, float)  # a missing one becomes NaN
        running = np.concatenate([[0], np.cumsum(np.rint(np.nan_to_num(values) * 100))])
        hides = np.zeros(len(values) + 1, int)
        hides[np.add(column.hidden, 1).astype(int)] = 1
        hides = np.cumsum(hides)
        same, rounded, other = [], [], []
        for order, (at, above) in enumerate(totals):
            stated = page[at].numbers[column.at] if column.at < len(page[at]) else None
            if stated is None:
                continue
            said = float(stated * column.times)
            begins = [start for start in dict.fromkeys(starts[: order + 1][::-1]) if start < above]
            possible = [(running[above] - running[start]) / 100 for start in begins]
            if any(abs(each - said) < 0.005 for each in possible):
                same.append(at + 1)
            elif possible:
                closest = min(possible, key=lambda each: abs(each - said))
                first = begins[possible.index(closest)]
                parts = np.rint(np.nan_to_num(values[first:above]) * 100)
                hidden = int(hides[above] - hides[first])
                if not hidden and abs(closest - said) * 100 <= slack(round(said * 100), parts):
                    rounded.append(at + 1)
                else:
                    other.append((at + 1, said, closest, hidden))
        if same:
            said_same = (
                "says what the rows add up to" if len(same) == 1 else "say what the rows add up to"
            )
            notes.append(Note(f"{said_same} in column {column.name}", tuple(same)))
        if rounded:
            verb = "says" if len(rounded) == 1 else "say"
            what = f"{verb} what the rows add up to in column {column.name}, but for rounding"
            notes.append(Note(what, tuple(rounded)))
        for row, said, closest, hidden in other:
            hide = f", and {hidden:,} of them {'hide' if hidden > 1 else 'hides'} a number"
            notes.append(
                Note(
                    f"says {said:,.2f} in column {column.name}; the rows above add up to "
                    f"{closest:,.2f}, {abs(closest - said):,.2f} apart{hide if hidden else ''}",
                    (row,),
                    look=True,
                )
            )
    return notes


def slack(total: float, parts: np.ndarray) -> float:
    """How far apart a total and its parts may be when each was rounded by itself, in cents."""
    for unit in (100_000_000, 100_000, 100):
        # A total in whole dollars may be of parts that were rounded for it, whatever they say.
        if total % unit == 0 and (unit == 100 or bool((parts % unit == 0).all())):
            return unit / 2 * (len(parts) + 1)
    return 0.5
