"""Tell the rows of data from totals, headings said again, remarks, page furniture, blank rows."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC, Spec
from groundwork.subject.own_data.grid import Page, Row
from groundwork.subject.own_data.rows_told import RULE, Rows, Walk, tell_all
from groundwork.subject.own_data.total_words import SPEAKS

IsSum = Callable[[int, Sequence[int], Collection[int]], bool]
"""Whether a row is the sum of rows right above it: its place, those of the data, and its breaks."""
_LOOK_BACK = 200
_WIDE = 5  # columns: of fewer, two filled ones are most of a line


@dataclass(frozen=True)
class Ground:
    """What is known of the columns before the rows are looked at.

    ``header`` are the headings as they stand in the sheet, ``wide`` how many columns there are,
    ``texts`` of the words that each row must have, ``numeric`` of numbers, ``other`` of all but
    these, and ``mostly`` of columns that are filled in most rows.
    """

    header: Row
    wide: int
    texts: list[int]
    numeric: set[int]
    other: list[int]
    mostly: set[int]


def sort_rows(
    page: Page,
    header: int,
    columns: Sequence[Column],
    exact_widths: bool,
    aside: frozenset[int],
    totals_count: bool,
    outline: bool,
    is_sum: IsSum,
) -> Rows:
    """Sort every row below the header.

    Parameters
    ----------
    page
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
    outline
        Whether the rows are an outline: there a name alone heads others, and Total is no name.
    is_sum
        Whether a row is the sum of rows of data right above it.
    """
    found, walk = Rows(), Walk()
    ground = _ground(page[header], columns)
    texts, width = ground.texts, len(ground.header)
    first = header + 1

    def adds_up(at: int) -> bool:
        return is_sum(at, data, found.breaks)

    @cache
    def merged() -> frozenset[int]:
        return _blank_in_lines(page[first:], ground)

    data: list[int] = []
    start = first
    for at in _unusual(page, first, columns, ground, exact_widths):
        if at in aside:
            continue
        data.extend(range(start, at))
        start = at + 1
        row = page[at]
        filled, speech = row.filled, row.speech
        above = page[data[-1]] if data else Row(())
        if not filled:
            walk.blank.append(at)
        elif exact_widths and filled[-1] >= width:
            walk.long.append(at)
        elif not totals_count and speech.any:
            same = _same_as_above(row, page[at - 1])
            named = _is_named_above(page, at, first)
            if outline or (named and (same or adds_up(at))):
                is_total = True
            else:
                may_be_a_line = _may_be_a_line(row, above, ground, merged) or (
                    _is_whole(row, above, ground) and not (named or same)
                )
                is_total = _is_total(row, above, ground) and not (may_be_a_line and not adds_up(at))
            if is_total:
                walk.totals.append(at)
                if not speech.net:
                    found.totals.append((at, len(data)))
                found.breaks.add(len(data))
            else:
                walk.kept_totals.append(at)
                data.append(at)
        elif _says_header(row, ground.header):
            walk.again.append(at)
        elif (
            not totals_count
            and texts
            and row.holds.isdisjoint(texts)
            and (speech.everything or adds_up(at))
        ):
            walk.sums.append(at)
            found.totals.append((at, len(data)))
            found.breaks.add(len(data))
        elif len(filled) == 1 and (outline or ground.wide > 2 or RULE.fullmatch(row.words[0])):
            walk.lone.append(at)
            found.breaks.add(len(data))
        elif at + 1 < len(page) and _heads_others(row, ground):
            walk.pairs.append(at)
            found.breaks.add(len(data))
        elif texts and ground.numeric.issuperset(filled):
            walk.nameless.append(at)
            found.breaks.add(len(data))
        else:
            data.append(at)
            if exact_widths and len(row) < width:
                walk.short.append(at)
    data.extend(range(start, len(page)))
    found.data, found.spoken = data, walk.kept_totals
    tell_all(found, walk, page, header, columns, texts)
    # A page number or a remark between pages ends no group.
    ends = (*walk.totals, *walk.sums, *walk.nameless, *found.sections)
    found.breaks -= {bisect_left(data, at) for at in walk.lone} - {
        bisect_left(data, at) for at in ends
    }
    return found


def _ground(header: Row, columns: Sequence[Column]) -> Ground:
    numeric = {each.at for each in columns if each.field and each.field.kind in NUMERIC}
    return Ground(
        header,
        len(columns),
        [each.at for each in columns if each.field and _names_rows(each.field)],
        numeric,
        [each.at for each in columns if each.at not in numeric],
        {column.at for column in columns if _is_mostly_filled(column)},
    )


def _heads_others(row: Row, ground: Ground) -> bool:
    """Whether a row is a code and a name that head the rows below: "100", "General Fund".

    A row with two of the columns that are mostly filled is a line that is not filled in.
    """
    if (
        len(row.filled) != 2
        or ground.wide < _WIDE
        or ground.numeric & row.holds
        or ground.mostly.issuperset(row.filled)
    ):
        return False
    whole = bool(ground.texts) and all(place in row.holds for place in ground.texts)
    return bool(ground.numeric) and not whole and any(map(_has_letters, row.words))


def _is_mostly_filled(column: Column) -> bool:
    if not column.blanks:
        return len(column.cells) > 0
    blank = [at for at, cell in enumerate(column.different) if cell in column.blanks]
    return 2 * int(np.isin(column.places, blank).sum()) < len(column.cells)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _unusual(
    page: Page, first: int, columns: Sequence[Column], ground: Ground, exact_widths: bool
) -> list[int]:
    """Give the rows that may be something else than data, by looking at whole columns."""
    width = len(ground.header)
    texts = set(ground.texts or ground.other[:1])
    widths = page.widths[first:]
    odd: set[int] = set()
    if exact_widths and set(widths) != {width}:
        odd = {at for at, wide in enumerate(widths) if wide != width}
    # With two columns that are never empty no row can have fewer cells.
    counted = sum(not column.blanks for column in columns) < 2
    filled = np.zeros(len(widths), np.int32)
    # A header said again in other letters stands in each column: one look is enough.
    fewest = min((c for c in columns if c.heading), key=lambda c: len(c.different), default=None)
    for column in columns:
        said = _speaking(column, ground.header, column is fewest)
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


def _speaking(column: Column, header: Row, also_alike: bool) -> set[object]:
    """The cells of a column that speak of a total, or say its heading again."""
    has_head = column.at < len(header)
    head, plain = (header.texts[column.at], header.plain[column.at]) if has_head else ("", "")
    said: set[object] = set()
    if _may_speak(column) and SPEAKS.search(column.all_text):
        pairs = zip(column.different, column.kinds, strict=True)
        said = {cell for cell, text in pairs if SPEAKS.search(text)}
    said |= {cell for cell in (head, f"{head} ") if head and column.holds(cell)}
    if also_alike:
        alike = zip(column.different, column.plain, strict=True)
        said |= {cell for cell, text in alike if text == plain}
    return said


def _may_speak(column: Column) -> bool:
    """Whether a column has the letters of a total or a rule at all."""
    has = column.letters
    if (has & set("tT") and has & set("lLoOnN")) or (has & set("sS") and has & set("mM")):
        return True
    return bool(has & set("-=_")) and any(mark in column.all_text for mark in ("---", "===", "___"))


def _says_header(row: Row, header: Row) -> bool:
    """A header said again, as at the top of each page of a printed report."""
    return len(row.filled) > 1 and all(
        place < len(header)
        and (
            row.texts[place] == header.texts[place]
            or row.plain[place] == (header.plain[place] or None)
        )
        for place in row.filled
    )


def _names_rows(one: Spec) -> bool:
    """Whether a field is one of the words that each row must have."""
    return one.filled and one.kind in ("text", "fiscal year", "years")


def _is_total(row: Row, above: Row, ground: Ground) -> bool:
    """A row that says total is one when it lacks words that each data row has.

    With its year or fund filled in it still is one when the words that the row above has are
    mostly missing, or when nothing but "Total" stands where each row has its own name.
    """
    speech = row.speech
    numbers = ground.numeric | {at for at, number in enumerate(row.numbers) if number is not None}
    had = above.holds - numbers
    if not speech.total:  # "Total Public Health" is one where the words of lines are missing
        return bool(had - speech.begins) and not row.holds - numbers - speech.begins
    if any(place not in row.holds for place in ground.texts if place not in speech.total):
        return True
    first = ground.texts[0] if ground.texts else row.filled[0]
    if first in speech.total & speech.bare:
        return True
    left = row.holds - numbers - speech.total
    return (not ground.texts and not left) or (len(had) > 2 and 2 * len(left) < len(had) - 1)


def _may_be_a_line(
    row: Row,
    above: Row,
    ground: Ground,
    merged: Callable[[], frozenset[int]],
) -> bool:
    """Whether a row that begins as a total does is a line whose label stands further above.

    "Total Worker Health" is one where other lines lack the same labels, too; "Total Clinics"
    below the label Clinics is none.
    """
    if row.speech.total:
        return False
    lacks = above.holds - ground.numeric - row.holds
    said = " ".join(row.plain[place] for place in row.filled)
    if any(above.plain[place] in said for place in lacks):
        return False
    return lacks <= merged()


def _is_whole(row: Row, above: Row, ground: Ground) -> bool:
    """Whether a row that names what it is the total of has all that the line above it has.

    "Total Worker Health grant" is the name of a program then, unless it adds up.
    """
    return bool(row.speech.named) and above.holds <= row.holds and bool(ground.numeric & row.holds)


def _is_named_above(page: Page, at: int, first: int) -> bool:
    """Whether a row right above says what a total is of."""
    if not page[at].speech.named:
        return False
    known = [page[before].plain for before in range(max(first, at - _LOOK_BACK), at)]
    return any(any(name in words for words in known) for name in page[at].speech.named)


def _same_as_above(row: Row, above: Row) -> bool:
    """Whether a row holds the same numbers as the one right above it."""
    numbers = [number for number in row.numbers if number]
    return bool(numbers) and numbers == [number for number in above.numbers if number]


def _blank_in_lines(body: Page, ground: Ground) -> frozenset[int]:
    """Give the places of words that some line leaves blank, as merged cells do."""
    found: set[int] = set()
    for row in body:
        filled = row.holds
        has_both = filled & ground.numeric and filled - ground.numeric
        if has_both and not row.speech.any:
            found.update(place for place in ground.other if place not in filled)
    return frozenset(found)
