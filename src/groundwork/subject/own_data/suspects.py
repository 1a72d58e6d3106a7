"""Find rows that are the sum of rows beside them: totals among the lines count money twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.own_totals import slack
from groundwork.subject.own_data.questions import Question, choose
from groundwork.subject.own_data.report import Note

Rows = Callable[[Sequence[int]], tuple[int, ...]]

_FEW_ROWS = 60


@dataclass(frozen=True)
class Suspect:
    """A row that is the sum of rows beside it: its place, and the places of the first and last.

    ``exact`` says that no rounding stands between them.
    """

    at: int
    first: int
    last: int
    strong: bool
    exact: bool = True


def suspects(
    values: Sequence[Column], labels: Sequence[Column], breaks: Sequence[int]
) -> list[Suspect]:
    """Find rows that equal the sum of the rows of a label before or after them.

    Parameters
    ----------
    values
        Columns of money or counts; a row must be the sum in each of them.
    labels
        Columns of words: a run of the same word is what may be added up.
    breaks
        Places before which a total stood.
    """
    size = len(values[0].values) if values else 0
    if size < 3:
        return []
    amounts = np.array(list(map(_cents, values)))
    running = np.concatenate([np.zeros((len(values), 1)), np.cumsum(amounts, axis=1)], axis=1)
    found: dict[int, Suspect] = {}
    runs = [_starts(np.zeros(size, int), breaks)]
    for column in labels:
        if 0 < column.codes.max(initial=0) < size - 1:
            runs.append(_starts(column.codes, breaks))
    for start in runs:
        here = _sums_of_runs(amounts, running, start)
        long = int((np.bincount(start, minlength=size) > 2).sum())
        # Chance makes one sum or two; where every third long run has one, somebody added up.
        regular = long > 1 and len(here) >= 2 and 3 * len(here) >= long
        for each in here:
            found.setdefault(each.at, replace(each, strong=True) if regular else each)
    return [found[at] for at in sorted(found)]


def grand_total(column: Column, totals: Sequence[int]) -> list[Suspect]:
    """Find the last row, where it is the sum of all rows that are no totals themselves."""
    values = _cents(column)
    last = len(values) - 1
    if not totals or last in totals or not values[last]:
        return []
    parts = np.delete(values[:last], totals)
    close = abs(parts.sum() - values[last]) <= slack(values[last], parts)
    return [Suspect(last, 0, last - 1, True)] if close else []


def near(
    values: Sequence[Column], labels: Sequence[Column], breaks: Sequence[int], spoken: Sequence[int]
) -> list[Suspect]:
    """Find rows that are the sum of those above them but for rounding.

    Chance does that easily, so a row must say that it is a total (``spoken`` are the places of
    those), or be the last and all but equal the sum of all others.
    """
    size = len(values[0].values) if values else 0
    if size < 3:
        return []
    amounts = list(map(_cents, values))
    starts = [_starts(np.zeros(size, int), breaks), *(_starts(c.codes, breaks) for c in labels)]
    before = 0
    found = []
    for at in sorted({*spoken, size - 1}):
        firsts = {0, before} | {int(start[at - 1]) for start in starts} if at else set()
        if at not in spoken:
            firsts = {0} if size > _SURE else set()
        for first in sorted(firsts):
            if at - first >= 2 and all(_is_near(each, first, at, at in spoken) for each in amounts):
                found.append(Suspect(at, first, at - 1, True, exact=False))
                break
        before = at + 1
    return found


def _cents(column: Column) -> np.ndarray:
    """The values of a column in whole cents; nothing for one that is not there."""
    values = np.array(column.values, float)
    return np.rint(100 * np.where(np.isnan(values), 0, values))


def in_blocks(column: Column) -> list[Suspect]:
    """Find rows that are each the sum of the rows below them, where these blocks fill the column.

    A department above its lines, as reports with indents have it. Chance seldom fills a column, so
    there must be two blocks at least, and one of several lines.
    """
    whole = _cents(column).astype(np.int64)
    if not (np.cumsum(whole)[1:] == 2 * whole[:1]).any():  # the first row is no sum of those below
        return []
    cents = whole.tolist()
    found, at = [], 0
    while at < len(cents):
        rest, last = cents[at], at
        while rest and last + 1 < len(cents):
            last += 1
            rest -= cents[last]
        if rest or last == at:
            return []
        found.append(Suspect(at, at + 1, last, True))
        at = last + 1
        while at < len(cents) and not cents[at]:  # a line of nothing is one of the block above
            at += 1
    several = any(each.last > each.first for each in found)
    return found if len(found) > 1 and several else []


_SURE = 4  # so many rows, and a sum among them within a fraction of itself is no chance
_FRACTION = 0.0005


def _is_near(cents: np.ndarray, first: int, at: int, spoken: bool) -> bool:
    apart = abs(cents[first:at].sum() - cents[at])
    fraction = 0.01 if spoken else _FRACTION
    return bool(cents[at]) and apart <= min(
        slack(cents[at], cents[first:at]), max(0.5, fraction * abs(cents[at]))
    )


def _sums_of_runs(amounts: np.ndarray, running: np.ndarray, start: np.ndarray) -> list[Suspect]:
    """Find rows that equal the sum of the run that they end or follow, or that they begin."""
    size = len(start)
    places = np.arange(size)
    found = []
    before = np.concatenate([[0], start[:-1]])
    added = running[:, places] - running[:, before]
    enough = (places - before >= 2) & (amounts != 0).any(axis=0)
    for at in np.flatnonzero(enough & (np.abs(added - amounts) < 0.5).all(axis=0)).tolist():
        first = int(before[at])
        # Of thousands of rows a few are the sum of two others by chance.
        alone = _stands_alone(start, at) and (at - first > 2 or size <= _FEW_ROWS)
        strong = at == size - 1 or alone or (first == 0 and at > 2)
        found.append(Suspect(at, first, at - 1, bool(strong)))
    heads = np.flatnonzero(start == places)
    ends = np.append(heads[1:], size)
    # A first row that two others add up to says little.
    long = (ends - heads >= 4) & (amounts[:, heads] != 0).any(axis=0)
    heads, ends = heads[long], ends[long]
    rest = running[:, ends] - running[:, heads + 1]
    hits = (np.abs(rest - amounts[:, heads]) < 0.5).all(axis=0)
    for head, end in zip(heads[hits].tolist(), ends[hits].tolist(), strict=True):
        found.append(Suspect(head, head + 1, end - 1, head == 0 and end == size))
    return found


def _starts(codes: np.ndarray, breaks: Sequence[int]) -> np.ndarray:
    """For each place, where its run of the same word begins."""
    new = np.concatenate([[True], codes[1:] != codes[:-1]])
    new[[at for at in breaks if at < len(codes)]] = True
    return np.maximum.accumulate(np.where(new, np.arange(len(codes)), 0))


def _stands_alone(start: np.ndarray, at: int) -> bool:
    """Whether a row has a word of its own, between other runs."""
    return bool(start[at] == at and (at + 1 == len(start) or start[at + 1] == at + 1))


def ask_about(found: Sequence[Suspect], column: Column, rows: Rows) -> Question:
    """Ask whether rows that equal the sum of others are totals."""
    said = []
    for each in found[:3]:
        (first,), (last,), (here,) = (rows([at]) for at in (each.first, each.last, each.at))
        about = "is" if each.exact else "is, but for rounding,"
        of = f"the sum of rows {first} to {last}" if first != last else f"the same as row {first}"
        said.append(f"row {here} ({column.values[each.at]:,.2f}) {about} {of}")
    more = f", and {len(found) - 3:,} more" if len(found) > 3 else ""
    return choose(
        "totals",
        f"In column {column.name}, {'; '.join(said)}{more}. A total among the lines counts "
        "money or people twice. Are these rows totals?",
        [("leave out", "Yes: leave them out"), ("keep", "No: they are lines like the others")],
        rows=rows([each.at for each in found]),
        column=column.name,
    )


def point_at(found: Sequence[Suspect], column: Column, rows: Rows) -> list[Note]:
    """Point at rows that equal the sum of others, which chance may do."""
    if not found:
        return []
    first, last = rows([found[0].first, found[0].last])
    places = rows([each.at for each in found])
    said = "equals the sum of rows beside it, and was kept as a line"
    if len(places) > 1:
        said = "equal the sum of rows beside them, and were kept as lines"
    example = f": {column.values[found[0].at]:,.2f} is the sum of rows {first} to {last}"
    return [Note(said, places, "", example, look=True)]
