"""Count and add up what was read, in the words of the file, and hold it against its own totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from groundwork.subject.own_data import numbers
from groundwork.subject.own_data.cell import text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC
from groundwork.subject.own_data.questions import Question, choose
from groundwork.subject.own_data.report import Note

Rows = Callable[[Sequence[int]], tuple[int, ...]]
Row = Sequence[object]

_LABELS = ("text", "fiscal year", "years", "choice")
_FUNDS_SHOWN = 12
_FEW_ROWS = 60


@dataclass(frozen=True)
class Sum:
    """What one column adds up to in some of its rows.

    ``where`` are the labels of those rows (year, fund, revenue or expense), ``count`` how many
    cells hold a number, ``hidden`` and ``missing`` how many hold none. Nothing hidden or missing
    is counted as zero.
    """

    column: str
    where: tuple[tuple[str, str], ...]
    count: int
    total: float
    hidden: int = 0
    missing: int = 0

    def __str__(self) -> str:
        """Say it in one line."""
        where = ", ".join(f"{name} {label}" for name, label in self.where)
        total = f"{self.total:,.2f}".removesuffix(".00")
        said = f"{self.column}, {where}: " if where else f"{self.column}: "
        said += f"{self.count:,} {'number' if self.count == 1 else 'numbers'}, sum {total}"
        if self.hidden:
            said += f"; {self.hidden:,} hidden, not in the sum"
        if self.missing:
            said += f"; {self.missing:,} missing, not in the sum"
        return said


def sums(kept: dict[str, Column], whole: dict[str, set[int]]) -> list[Sum]:
    """Add up each money and count column: by year, by side, and by fund within them.

    ``whole`` gives, by column name, the places of rows that are sums of others: they are left out.
    """
    out: list[Sum] = []
    skip = set().union(*whole.values()) if whole else set()
    outer = [
        name for name in ("fiscal_year", "year", "measure", "side", "amount_is") if name in kept
    ]
    if "measure" in kept and "fiscal_year" in outer:
        outer.remove("fiscal_year")
    for name in ("amount", "salary", "benefits", "fte", "events", "denominator"):
        column = kept.get(name)
        if column is None or not column.field or column.field.kind not in NUMERIC:
            continue
        out += _by(column, [kept[each] for each in outer], skip)
        if name in ("amount", "salary", "events") and "fund" in kept:
            out += _by(column, [kept[each] for each in (*outer, "fund")], skip)
    return out


def _by(column: Column, labels: Sequence[Column], skip: set[int]) -> list[Sum]:
    size = len(column.values)
    joined = np.zeros(size, np.int64)
    for each in labels:
        joined = joined * (int(each.codes.max(initial=0)) + 1) + each.codes
    codes, first = _in_order(joined)
    order = {
        tuple(each.values[at] for each in labels): place for place, at in enumerate(first.tolist())
    }
    values = _floats(column.values)
    use = np.ones(size, bool)
    use[list(skip)] = False
    hidden = np.zeros(size, bool)
    hidden[column.hidden] = True
    known = ~np.isnan(values)
    cents = np.rint(np.nan_to_num(values) * 10_000).astype(np.int64)
    out = []
    totals = _added(codes, cents, use & known, len(order))
    counts = np.bincount(codes[use & known], minlength=len(order))
    hides = np.bincount(codes[use & hidden], minlength=len(order))
    lacks = np.bincount(codes[use & ~known & ~hidden], minlength=len(order))
    for key, at in order.items():
        if not counts[at] + hides[at] + lacks[at]:
            continue
        where = tuple(
            (
                label.heading or (label.field.name if label.field else ""),
                "none" if part is None else str(part),
            )
            for label, part in zip(labels, key, strict=True)
        )
        heading = column.heading or (column.field.name if column.field else "")
        out.append(
            Sum(
                heading, where, int(counts[at]), totals[at] / 10_000, int(hides[at]), int(lacks[at])
            )
        )
    return out


def _in_order(joined: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number combinations of labels as they come; give also the first row of each."""
    codes, kinds = pd.factorize(joined)
    first = np.full(len(kinds), len(joined))
    np.minimum.at(first, codes, np.arange(len(joined)))
    return codes, first


def _floats(values: Sequence[object]) -> np.ndarray:
    return np.array(values, float)  # a missing one becomes NaN


def _added(codes: np.ndarray, cents: np.ndarray, use: np.ndarray, size: int) -> list[int]:
    totals = np.zeros(size, np.int64)
    np.add.at(totals, codes[use], cents[use])
    return totals.tolist()


def own_totals(
    rows: Sequence[Row], totals: Sequence[tuple[int, int]], columns: Sequence[Column]
) -> list[Note]:
    """Hold the totals that the file itself states against the rows above them.

    Parameters
    ----------
    rows
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
        values = _floats(column.values)
        running = np.concatenate([[0], np.cumsum(np.rint(np.nan_to_num(values) * 100))])
        same, rounded, other = [], [], []
        for order, (at, above) in enumerate(totals):
            said = _number(rows[at][column.at] if column.at < len(rows[at]) else None)
            if said is None:
                continue
            begins = [start for start in dict.fromkeys(starts[: order + 1][::-1]) if start < above]
            possible = [(running[above] - running[start]) / 100 for start in begins]
            if any(abs(each - said) < 0.005 for each in possible):
                same.append(at + 1)
            elif possible:
                closest = min(possible, key=lambda each: abs(each - said))
                first = begins[possible.index(closest)]
                parts = np.rint(np.nan_to_num(values[first:above]) * 100)
                if abs(closest - said) * 100 <= _slack(round(said * 100), parts):
                    rounded.append(at + 1)
                else:
                    other.append((at + 1, said, closest))
        if same:
            said_same = (
                "says what the rows add up to" if len(same) == 1 else "say what the rows add up to"
            )
            notes.append(Note(f"{said_same} in column {column.name}", tuple(same)))
        if rounded:
            verb = "says" if len(rounded) == 1 else "say"
            what = f"{verb} what the rows add up to in column {column.name}, but for rounding"
            notes.append(Note(what, tuple(rounded)))
        for row, said, closest in other:
            notes.append(
                Note(
                    f"says {said:,.2f} in column {column.name}; the rows above add up to "
                    f"{closest:,.2f}, {abs(closest - said):,.2f} apart",
                    (row,),
                    look=True,
                )
            )
    return notes


def _number(cell: object) -> float | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    text = text_of(cell)
    digits = numbers.take_apart(text) if text else None
    return float(digits.by_point) if digits and digits.by_point is not None else None


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
    amounts = np.array([np.rint(100 * np.nan_to_num(_floats(c.values))) for c in values])
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
    values = np.rint(100 * np.nan_to_num(_floats(column.values)))
    last = len(values) - 1
    if not totals or last in totals or not values[last]:
        return []
    parts = np.delete(values[:last], totals)
    close = abs(parts.sum() - values[last]) <= _slack(values[last], parts)
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
    amounts = [np.rint(100 * np.nan_to_num(_floats(c.values))) for c in values]
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


def in_blocks(column: Column) -> list[Suspect]:
    """Find rows that are each the sum of the rows below them, where these blocks fill the column.

    A department above its lines, as reports with indents have it. Chance seldom fills a column, so
    there must be two blocks at least, and one of several lines.
    """
    cents = np.rint(100 * np.nan_to_num(_floats(column.values))).astype(np.int64).tolist()
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
        _slack(cents[at], cents[first:at]), max(0.5, fraction * abs(cents[at]))
    )


def _slack(total: float, parts: np.ndarray) -> float:
    """How far apart a total and its parts may be when each was rounded by itself, in cents."""
    for unit in (100_000_000, 100_000, 100):
        # A total in whole dollars may be of parts that were rounded for it, whatever they say.
        if total % unit == 0 and (unit == 100 or bool((parts % unit == 0).all())):
            return unit / 2 * (len(parts) + 1)
    return 0.5


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


def as_lines(found: Sequence[Sum]) -> list[str]:
    """Write sums for a person to read; of many funds the largest are shown."""
    lines: list[str] = []
    plain = [each for each in found if not any(name == _fund(each) for name, _ in each.where)]
    lines += [str(each) for each in plain[:40]]
    if len(plain) > 40:
        lines.append(f"and {len(plain) - 40:,} sums more")
    funds = [each for each in found if each not in plain]
    largest = sorted(funds, key=lambda each: -abs(each.total))[:_FUNDS_SHOWN]
    lines += [str(each) for each in funds if each in largest]
    if len(funds) > _FUNDS_SHOWN:
        lines.append(f"and {len(funds) - _FUNDS_SHOWN:,} smaller sums by fund")
    return lines


def _fund(each: Sum) -> str:
    return each.where[-1][0] if each.where and "fund" in each.where[-1][0].casefold() else ""
