"""Tell the rows of data from totals, headings said again, remarks, page furniture, blank rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from groundwork.subject.own_data import personal, totals
from groundwork.subject.own_data.cells import is_blank, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.headings import simple
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.sheet import Grid

Row = Sequence[object]

_FURNITURE = re.compile(
    r"page:? \d+.*|.*\bpage \d+(?: of \d+.*)?|(?:run|print(?:ed)?|report)\b.{0,12}\d.*"
    r"|\(?cont(?:inued|inues|'d|\.)?\b.{0,40}|.{1,60}\(cont(?:inued|'d|\.)?\.?\)"
    r"|[-–—*]+ ?\d+ ?[-–—*]+|[-–—*= ]*end of (?:page|report|list)\b.*|\d+ of \d+",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-=_]{3,}")
_QUOTED = 3


@dataclass
class Rows:
    """Which rows are what, by their place in the sheet from 0.

    ``breaks`` are places among the rows of data before which a total stands: nothing is filled
    down across it. ``totals`` are the rows left out as totals, each with the place among the data
    that it follows; ``spoken`` are rows of data that speak of a total.
    """

    data: list[int] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    totals: list[tuple[int, int]] = field(default_factory=list)
    spoken: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class _Walk:
    """What one walk over the unusual rows found."""

    totals: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)
    long: list[int] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)
    kept_totals: list[int] = field(default_factory=list)


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
    found, walk = Rows(), _Walk()
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
            if _is_total(row, filled, texts, numeric, rows, data):
                walk.totals.append(at)
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
        elif len(filled) == 1 and (len(places) > 2 or _RULE.fullmatch(text_of(row[filled[0]]))):
            walk.lone.append(at)
        elif texts and numeric.issuperset(filled):
            walk.nameless.append(at)
            found.breaks.add(len(data))
        else:
            data.append(at)
            if exact_widths and len(row) < len(heads):
                walk.short.append(at)
    data.extend(range(start, len(rows)))
    found.data, found.spoken = data, walk.kept_totals
    _tell_all(found, walk, rows, header, columns, texts, len(heads))
    return found


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
        odd |= set(np.flatnonzero(filled <= 1).tolist())
    return [first + at for at in sorted(odd)]


def _may_speak(column: Column) -> bool:
    """Whether a column has the letters of a total or a rule at all."""
    has = column.letters
    if (has & set("tT") and has & set("lLoO")) or (has & set("sS") and has & set("mM")):
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
    return any(totals.says_total(row[place]) for place in filled)


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
    said = [place for place in filled if totals.says_total(row[place])]
    others = [place for place in texts if place not in said]
    if any(place >= len(row) or is_blank(row[place]) for place in others):
        return True
    first = texts[0] if texts else filled[0]
    if first in said and totals.is_bare(row[first]):
        return True
    above = rows[data[-1]] if data else ()
    had = {place for place, cell in enumerate(above) if not is_blank(cell)} - numeric
    left = {place for place in filled if place not in numeric} - set(said)
    return (not texts and not left) or (len(had) > 2 and 2 * len(left) < len(had) - 1)


def _tell_all(
    found: Rows,
    walk: _Walk,
    rows: Sequence[Row],
    header: int,
    columns: Sequence[Column],
    texts: Sequence[int],
    width: int,
) -> None:
    last = found.data[-1] if found.data else header
    rule = next((at for at in walk.lone if _is_rule(rows[at])), len(rows))
    if rule < len(rows) and all(at < rule for at in found.data):
        last = min(last, rule)
    furniture = _furniture(walk, rows)
    remarks = [
        at
        for at in walk.lone
        if at > last and at not in furniture and (at >= rule or _reads_as_remark(rows[at]))
    ]
    lone = [at for at in walk.lone if at not in set(remarks) | set(furniture)]
    for places, many, one in (
        (walk.totals, "read like totals and were left out", "reads like a total and was left out"),
        (
            walk.sums,
            "say of no line what it is and hold all together, and were left out",
            "says of no line what it is and holds all together, and was left out",
        ),
        (
            walk.again,
            "say the header again and were left out",
            "says the header again and was left out",
        ),
        (
            furniture,
            "stand between the pages of a printed report and were left out",
            "stands between the pages of a printed report and was left out",
        ),
        (
            remarks,
            "stand below the table as remarks and were left out",
            "stands below the table as a remark and was left out",
        ),
        (
            [at for at in walk.blank if at < last],
            "are empty and were left out",
            "is empty and was left out",
        ),
        (
            walk.short,
            "have fewer cells than the header: the missing ones were read as empty",
            "has fewer cells than the header: the missing ones were read as empty",
        ),
    ):
        if places:
            quote = "" if places is walk.short else quoted(rows, places)
            found.notes.append(Note(one if len(places) == 1 else many, _numbers(places), "", quote))
    if walk.kept_totals:
        said = "speak of a total, and were kept as lines: everything a line needs is filled in"
        only = "speaks of a total, and was kept as a line: everything a line needs is filled in"
        found.notes.append(
            Note(
                only if len(walk.kept_totals) == 1 else said,
                _numbers(walk.kept_totals),
                "",
                quoted(rows, walk.kept_totals),
                look=True,
            )
        )
    if lone:
        fix = "Fill the row in, or delete it. A label of a group belongs in a column of its own."
        found.problems.append(
            Problem(
                _numbers(lone),
                "",
                f"one filled cell{quoted(rows, lone)}",
                "a whole row, or none",
                fix,
            )
        )
    if walk.nameless:
        needed = " or ".join(each.heading for each in columns if each.at in texts)
        fix = "If it is a total, delete it or write Total in its first cell. If not, fill it in."
        expected = "rows that say what they are"
        found.problems.append(
            Problem(_numbers(walk.nameless), "", f"a row without {needed}", expected, fix)
        )
    if walk.long:
        fix = "A comma inside a cell moves all that follows: export as Excel, or with quotes."
        expected = f"at most {width} cells, as in the header"
        found.problems.append(
            Problem(_numbers(walk.long), "", "more cells than that", expected, fix)
        )
    if not found.data and not found.problems:
        fix = "Fill in a row, or choose another file."
        found.problems.append(
            Problem((header + 1,), "", "no rows under the header", "at least one row", fix)
        )


def _furniture(walk: _Walk, rows: Sequence[Row]) -> list[int]:
    """Lone cells that a printed report repeats: pages, dates, titles before a header."""
    lone, blank, again = set(walk.lone), set(walk.blank), set(walk.again)
    out = {at for at in lone if _FURNITURE.fullmatch(_only(rows[at]))}
    for header in again:
        at = header - 1
        while at in lone or at in blank:
            if at in lone:
                out.add(at)
            at -= 1
    return sorted(out)


def quoted(rows: Sequence[Row], places: Sequence[int]) -> str:
    """Quote rows for a message, without what may be personal."""
    if not any(not is_blank(cell) for at in places for cell in rows[at]):
        return ""
    said = []
    for at in places[:_QUOTED]:
        cells = [personal.shown(text_of(cell)) for cell in rows[at] if not is_blank(cell)]
        said.append(" ".join(cell.strip('"') for cell in cells)[:100])
    more = " …" if len(places) > _QUOTED else ""
    return ": " + "; ".join(f'"{each}"' for each in said) + more


def _only(row: Row) -> str:
    return next((text_of(cell) for cell in row if not is_blank(cell)), "")


def _is_rule(row: Row) -> bool:
    return bool(_RULE.fullmatch(_only(row)))


def _reads_as_remark(row: Row) -> bool:
    cell = next(cell for cell in row if not is_blank(cell))
    return isinstance(cell, str) and (
        " " in cell.strip() or cell.strip()[0] in "*†‡" or bool(_RULE.fullmatch(cell.strip()))
    )


def _numbers(places: Sequence[int]) -> tuple[int, ...]:
    return tuple(at + 1 for at in places)


def told_above(rows: Sequence[Row], header: int) -> list[Note]:
    """Quote what stands above the headings."""
    if not header:
        return []
    places = [at for at in range(header) if any(not is_blank(cell) for cell in rows[at])]
    one = header == 1
    said = (
        f"{'stands' if one else 'stand'} above the header and {'was' if one else 'were'} left out"
    )
    return [Note(said, tuple(range(1, header + 1)), "", quoted(rows, places))]
