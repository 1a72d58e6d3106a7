"""Tell the rows of data from totals, headings said again, remarks, page furniture, blank rows."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from groundwork.subject.own_data import totals
from groundwork.subject.own_data.cell import is_blank, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.headings import simple
from groundwork.subject.own_data.rows_told import RULE, Rows, Walk, tell_all
from groundwork.subject.own_data.sheet import Grid

Row = Sequence[object]


def sort_rows(
    rows: Sequence[Row],
    header: int,
    columns: Sequence[Column],
    exact_widths: bool,
    aside: frozenset[int] = frozenset(),
    totals_count: bool = False,
) -> Rows:
    """Sort every row below the header.

    Parameters
    ----------
    rows
        Every row of the sheet from its first.
    header
        The place of the headings.
    columns
        The columns that are not empty, with what they hold.
    exact_widths
        Whether a row longer than the header means shifted cells, as it does in text files.
    aside
        Places of rows that are sorted elsewhere; they stay among the data here.
    totals_count
        Whether a row that says total is a row like the others.
    """
    found, walk = Rows(), Walk()
    heads = [text_of(cell) for cell in rows[header]]
    places = [column.at for column in columns]
    texts = [each.at for each in columns if each.field and _names_rows(each.field)]
    numeric = {each.at for each in columns if each.field and each.field.kind in NUMERIC}
    other = [each.at for each in columns if each.at not in numeric]
    first = header + 1
    odd = _unusual(rows, first, columns, set(texts or other[:1]), heads, exact_widths)
    added = totals.Running(
        rows, [c.at for c in columns if c.field and c.field.name in ("amount", "salary", "events")]
    )

    @cache
    def merged() -> frozenset[int]:
        return _blank_in_lines(rows[first:], other, numeric)

    mostly = {column.at for column in columns if _is_mostly_filled(column)}
    data: list[int] = []
    start = first
    for at in odd:
        if at in aside:
            continue
        data.extend(range(start, at))
        start = at + 1
        row = rows[at]
        filled = [place for place in places if place < len(row) and not is_blank(row[place])]
        if not filled:
            walk.blank.append(at)
        elif exact_widths and len(row) > len(heads) and not all(map(is_blank, row[len(heads) :])):
            walk.long.append(at)
        elif not totals_count and _says_total(row, filled):
            if _is_total(row, filled, texts, numeric, rows, data) and not (
                _may_be_a_line(row, filled, numeric, rows, data, merged)
                and not added.is_sum(row, data, found.breaks)
            ):
                walk.totals.append(at)
                if not any(totals.is_net(row[place]) for place in filled):
                    found.totals.append((at, len(data)))
                found.breaks.add(len(data))
            else:
                walk.kept_totals.append(at)
                data.append(at)
        elif _says_header(row, filled, heads):
            walk.again.append(at)
        elif (
            not totals_count
            and _lacks(row, texts)
            and (
                any(totals.says_all(row[place]) for place in filled)
                or added.is_sum(row, data, found.breaks)
            )
        ):
            walk.sums.append(at)
            found.totals.append((at, len(data)))
            found.breaks.add(len(data))
        elif len(filled) == 1 and (len(places) > 2 or RULE.fullmatch(text_of(row[filled[0]]))):
            walk.lone.append(at)
            found.breaks.add(len(data))
        elif at + 1 < len(rows) and _heads_others(row, filled, places, texts, numeric, mostly):
            walk.pairs.append(at)
            found.breaks.add(len(data))
        elif texts and numeric.issuperset(filled):
            walk.nameless.append(at)
            found.breaks.add(len(data))
        else:
            data.append(at)
            if exact_widths and len(row) < len(heads):
                walk.short.append(at)
    data.extend(range(start, len(rows)))
    found.data, found.spoken = data, walk.kept_totals
    tell_all(found, walk, rows, header, columns, texts, len(heads))
    # A page number or a remark between pages ends no group.
    ends = (*walk.totals, *walk.sums, *walk.nameless, *found.sections)
    found.breaks -= {bisect_left(data, at) for at in walk.lone} - {
        bisect_left(data, at) for at in ends
    }
    return found


def _heads_others(
    row: Row,
    filled: Sequence[int],
    places: Sequence[int],
    texts: Sequence[int],
    numeric: set[int],
    mostly: set[int],
) -> bool:
    """Whether a row is a code and a name that head the rows below: "100", "General Fund".

    ``mostly`` are the places that are filled in most rows: a row with two of them is a line that
    is not filled in.
    """
    if (
        len(filled) != 2
        or len(places) < _WIDE
        or numeric & set(filled)
        or mostly.issuperset(filled)
    ):
        return False
    said = [text_of(row[place]) for place in filled]
    return bool(numeric) and not _filled_all(row, texts) and any(map(_has_letters, said))


def _is_mostly_filled(column: Column) -> bool:
    blank = [at for at, cell in enumerate(column.different) if cell in column.blanks]
    return 2 * int(np.isin(column.places, blank).sum()) < len(column.cells)


_WIDE = 5  # columns: of fewer, two filled ones are most of a line


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _filled_all(row: Row, texts: Sequence[int]) -> bool:
    return bool(texts) and all(place < len(row) and not is_blank(row[place]) for place in texts)


def _unusual(
    rows: Sequence[Row],
    first: int,
    columns: Sequence[Column],
    texts: set[int],
    heads: Sequence[str],
    exact_widths: bool,
) -> list[int]:
    """Give the rows that may be something else than data, by looking at whole columns."""
    width = len(heads)
    count = len(rows) - first
    odd: set[int] = set()
    uneven = exact_widths and not isinstance(rows, Grid)
    if uneven and set(map(len, rows[first:])) != {width}:
        odd = {at for at in range(count) if len(rows[first + at]) != width}
    # With two columns that are never empty no row can have fewer cells.
    counted = sum(not column.blanks for column in columns) < 2
    filled = np.zeros(count, np.int32)
    # A header said again in other letters stands in each column: one look is enough.
    fewest = min((c for c in columns if c.heading), key=lambda c: len(c.different), default=None)
    for column in columns:
        head = heads[column.at] if column.at < width else ""
        said: set[object] = set()
        if _may_speak(column) and totals.SPEAKS.search(column.all_text):
            said = {cell for cell in column.different if totals.SPEAKS.search(text_of(cell))}
        said |= {cell for cell in (head, f"{head} ") if head and column.holds(cell)}
        if column is fewest:
            said |= {cell for cell in column.different if simple(text_of(cell)) == simple(head)}
        if said:
            speaks = np.array([cell in said for cell in column.different])[column.places]
            odd |= set(np.flatnonzero(speaks).tolist())
        if not column.blanks:
            filled += 1
            continue
        if counted or column.at in texts:
            full = np.array([cell not in column.blanks for cell in column.different])[column.places]
            filled += full
            if column.at in texts:
                odd |= set(np.flatnonzero(~full).tolist())
    if counted:
        few = 2 if len(columns) >= _WIDE else 1
        odd |= set(np.flatnonzero(filled <= few).tolist())
    return [first + at for at in sorted(odd)]


def _may_speak(column: Column) -> bool:
    """Whether a column has the letters of a total or a rule at all."""
    has = column.letters
    if (has & set("tT") and has & set("lLoOnN")) or (has & set("sS") and has & set("mM")):
        return True
    return bool(has & set("-=_")) and any(mark in column.all_text for mark in ("---", "===", "___"))


def _says_header(row: Row, filled: Sequence[int], header: Sequence[str]) -> bool:
    """A header said again, as at the top of each page of a printed report."""
    return len(filled) > 1 and all(
        place < len(header)
        and (
            text_of(row[place]) == header[place]
            or simple(text_of(row[place])) == _bare(header[place])
        )
        for place in filled
    )


def _bare(heading: str) -> str | None:
    return simple(heading) or None


def _lacks(row: Row, texts: Sequence[int]) -> bool:
    """Whether a row has none of the words that each row of data has."""
    return bool(texts) and all(place >= len(row) or is_blank(row[place]) for place in texts)


def _names_rows(one: Spec) -> bool:
    """Whether a field is one of the words that each row must have."""
    return one.filled and one.kind in ("text", "fiscal year", "years")


def _says_total(row: Row, filled: Sequence[int]) -> bool:
    return any(totals.says_total(row[place]) or totals.begins_total(row[place]) for place in filled)


def _is_total(
    row: Row,
    filled: Sequence[int],
    texts: Sequence[int],
    numeric: set[int],
    rows: Sequence[Row],
    data: Sequence[int],
) -> bool:
    """A row that says total is one when it lacks words that each data row has.

    With its year or fund filled in it still is one when the words that the row above has are
    mostly missing, or when nothing but "Total" stands where each row has its own name.
    """
    above = rows[data[-1]] if data else ()
    had = {place for place, cell in enumerate(above) if not is_blank(cell)} - numeric
    said = [place for place in filled if totals.says_total(row[place])]
    if not said:  # "Total Public Health" is one where the words that tell lines apart are missing
        begins = {place for place in filled if totals.begins_total(row[place])}
        return bool(had - begins) and not set(filled) - numeric - begins
    others = [place for place in texts if place not in said]
    if any(place >= len(row) or is_blank(row[place]) for place in others):
        return True
    first = texts[0] if texts else filled[0]
    if first in said and totals.is_bare(row[first]):
        return True
    left = {place for place in filled if place not in numeric} - set(said)
    return (not texts and not left) or (len(had) > 2 and 2 * len(left) < len(had) - 1)


def _may_be_a_line(
    row: Row,
    filled: Sequence[int],
    numeric: set[int],
    rows: Sequence[Row],
    data: Sequence[int],
    merged: Callable[[], frozenset[int]],
) -> bool:
    """Whether a row that begins as a total does is a line whose label stands further above.

    "Total Worker Health" is one where other lines lack the same labels, too; "Total Clinics"
    below the label Clinics is none.
    """
    if any(totals.says_total(row[place]) for place in filled):
        return False
    above = rows[data[-1]] if data else ()
    lacks = {
        place
        for place, cell in enumerate(above)
        if place not in numeric and place not in filled and not is_blank(cell)
    }
    said = " ".join(simple(text_of(row[place])) for place in filled)
    if any(simple(text_of(above[place])) in said for place in lacks):
        return False
    return lacks <= merged()


def _blank_in_lines(rows: Sequence[Row], words: Sequence[int], numeric: set[int]) -> frozenset[int]:
    """Give the places of words that some line leaves blank, as merged cells do."""
    found: set[int] = set()
    for row in rows:
        filled = {place for place, cell in enumerate(row) if not is_blank(cell)}
        if filled & numeric and filled - numeric and not _says_total(row, sorted(filled)):
            found.update(place for place in words if place not in filled)
    return frozenset(found)
