"""Say which rows are no data and why, and quote them; what stands between pages is furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.grid import Page, Row
from groundwork.subject.own_data.quoting import quoted
from groundwork.subject.own_data.report import Note, Problem

_FURNITURE = re.compile(
    r"page:? \d+.*|.*\bpage \d+(?: of \d+.*)?|(?:run|print(?:ed)?|report)\b.{0,12}\d.*"
    r"|\(?cont(?:inued|inues|'d|\.)?\b.{0,40}|.{1,60}\(cont(?:inued|'d|\.)?\.?\)"
    r"|[-–—*]+ ?\d+ ?[-–—*]+|[-–—*= ]*end of (?:page|report|list)\b.*|\d+ of \d+",
    re.IGNORECASE,
)
RULE = re.compile(r"[-=_]{3,}")


@dataclass
class Rows:
    """Which rows are what, by their place in the sheet from 0.

    ``breaks`` are places among the rows of data before which a total stands: nothing is filled
    down across it. ``totals`` are the rows left out as totals, each with the place among the data
    that it follows; ``spoken`` are rows of data that speak of a total, ``sections`` rows of words
    that head the rows below them.
    """

    data: list[int] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    totals: list[tuple[int, int]] = field(default_factory=list)
    spoken: list[int] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Walk:
    """What one walk over the unusual rows found."""

    totals: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)
    pairs: list[int] = field(default_factory=list)
    long: list[int] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)
    kept_totals: list[int] = field(default_factory=list)


def tell_all(
    found: Rows,
    walk: Walk,
    page: Page,
    header: int,
    columns: Sequence[Column],
    texts: Sequence[int],
) -> None:
    """Tell what the walk found, and what of it is a problem."""
    last = found.data[-1] if found.data else header
    rule = next((at for at in walk.lone if _is_rule(page[at])), len(page))
    if rule < len(page) and all(at < rule for at in found.data):
        last = min(last, rule)
    furniture = _furniture(walk, page)
    between = set(furniture)
    remarks = [
        at
        for at in walk.lone
        if at > last and at not in between and (at >= rule or _reads_as_remark(page[at]))
    ]
    remarks = sorted([*remarks, *(at for at in walk.pairs if at > last)])
    told = between.union(remarks)
    lone = [at for at in walk.lone if at not in told]
    heads = {at for at in lone if at < last and any(map(str.isalpha, _only(page[at])))}
    found.sections = sorted(heads.union(at for at in walk.pairs if at < last))
    lone = [at for at in lone if at not in heads]
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
            text = one if len(places) == 1 else many
            found.notes.append(Note(text, _numbers(places), quotes=places is not walk.short))
    if walk.kept_totals:
        said = "speak of a total, and were kept as lines: everything a line needs is filled in"
        only = "speaks of a total, and was kept as a line: everything a line needs is filled in"
        found.notes.append(
            Note(
                only if len(walk.kept_totals) == 1 else said,
                _numbers(walk.kept_totals),
                look=True,
                quotes=True,
            )
        )
    if lone:
        fix = "Fill the row in, or delete it."
        found.problems.append(
            Problem(
                _numbers(lone),
                "",
                f"one filled cell{quoted(page, lone)}",
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
        expected = f"at most {len(page[header])} cells, as in the header"
        found.problems.append(
            Problem(_numbers(walk.long), "", "more cells than that", expected, fix)
        )
    if not found.data and not found.problems:
        fix = "Fill in a row, or choose another file."
        found.problems.append(
            Problem((header + 1,), "", "no rows under the header", "at least one row", fix)
        )


def _furniture(walk: Walk, page: Page) -> list[int]:
    """Lone cells that a printed report repeats: pages, dates, titles before a header."""
    lone, blank, again = set(walk.lone), set(walk.blank), set(walk.again)
    out = {at for at in lone if _FURNITURE.fullmatch(_only(page[at]))}
    for header in again:
        at = header - 1
        while at in lone or at in blank:
            if at in lone:
                out.add(at)
            at -= 1
    return sorted(out)


def _only(row: Row) -> str:
    return next(iter(row.words), "")


def _is_rule(row: Row) -> bool:
    return bool(RULE.fullmatch(_only(row)))


def _reads_as_remark(row: Row) -> bool:
    cell = row[row.filled[0]]
    return isinstance(cell, str) and (
        " " in cell.strip() or cell.strip()[0] in "*†‡" or bool(RULE.fullmatch(cell.strip()))
    )


def _numbers(places: Sequence[int]) -> tuple[int, ...]:
    return tuple(at + 1 for at in places)
