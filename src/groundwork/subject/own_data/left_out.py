"""Leave out rows that the layout or the person says do not count, and say which."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from groundwork.subject.own_data import dates
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.rows_told import Rows
from groundwork.subject.own_data.shape import Rule, Shape

_SIDES = {"expense": "revenue", "revenue": "expense"}


@dataclass
class Left:
    """The places of rows that are left out, and what is to be said about them."""

    gone: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def leave_out(shape: Shape, rows: Rows, unseen: frozenset[int], answers: Answers) -> Left:
    """Leave out the rows that do not count, and cut the columns to those that do.

    Parameters
    ----------
    shape
        The columns, with all their cells below the headings.
    rows
        Which rows are what; those that are left out are taken from the data.
    unseen
        The rows, from 1, that a spreadsheet does not show.
    answers
        What the person said.
    """
    first = shape.heads.at + 1
    skip = shape.layout.skip
    out = Left({first + at for at in skip})
    if skip:
        said = "holds" if len(skip) == 1 else "hold"
        was = "was" if len(skip) == 1 else "were"
        numbers = tuple(first + at + 1 for at in sorted(skip))
        out.notes.append(Note(f"{said} further headings and {was} left out", numbers))
    keep, drop = [*shape.keep], [*shape.drop]
    _by_answers(shape.columns, answers, keep, drop)
    counts = set(rows.data) if keep or drop else set()
    for rule in keep:
        _by_words(out, rule, False, first, counts)
    for rule in drop:
        _by_words(out, rule, True, first, counts)
    hidden = [at for at in rows.data if at + 1 in unseen and at not in out.gone] if unseen else []
    if hidden:
        _hidden(out, sorted(hidden), answers)
    if out.gone:
        _take_out(rows, out.gone)
    if len(rows.data) < len(shape.heads.body):
        for column in shape.columns:
            cells = column.cells
            column.put([cells[at - first] for at in rows.data])
    return out


def _take_out(rows: Rows, gone: set[int]) -> None:
    """Take rows out of the data; what is known of places among the data moves with it."""
    before = np.cumsum([0, *(at not in gone for at in rows.data)]).tolist()
    rows.totals = [(at, before[above]) for at, above in rows.totals]
    rows.breaks = {before[cut] for cut in rows.breaks}
    rows.data = [at for at in rows.data if at not in gone]


def _by_answers(
    columns: Sequence[Column], answers: Answers, keep: list[Rule], drop: list[Rule]
) -> None:
    """Add the rows that the person's answers leave out: one side of a budget, federal years."""
    for column in columns:
        if column.field and column.field.name == "side" and answers.of("side") in _SIDES:
            words = dict(column.field.words)
            other = _SIDES[answers.of("side")]
            others = (t for t in column.texts if words.get(" ".join(t.casefold().split())) == other)
            drop.append((column, frozenset(others)))
        if column.field and column.field.kind == "fiscal year" and answers.of("fiscal years"):
            federal = frozenset(filter(dates.is_federal, column.texts))
            if answers.of("fiscal years") == "state":
                drop.append((column, federal))
            else:
                keep.append((column, federal))


def _by_words(out: Left, rule: Rule, inside: bool, first: int, data: Collection[int]) -> None:
    """Leave out the rows of data that have, or do not have, one of the words."""
    column, words = rule
    hits = [
        first + at
        for at, text in enumerate(column.shown if words else ())
        if (text in words) == inside and first + at in data
    ]
    if not hits:
        return
    out.gone |= set(hits)
    says = " or ".join(f'"{word}"' for word in sorted(words))
    verb = ("does" if len(hits) == 1 else "do") if not inside else ""
    say = "says" if inside and len(hits) == 1 else "say"
    was = "was" if len(hits) == 1 else "were"
    told = f"{say} {says} in {column.name} and {was} left out"
    told = f"{verb} not {told}" if verb else told
    out.notes.append(Note(told, tuple(at + 1 for at in hits), quotes=True))


def _hidden(out: Left, hidden: Sequence[int], answers: Answers) -> None:
    """Ask whether rows count that a spreadsheet does not show."""
    rows = tuple(at + 1 for at in hidden)
    count = len(hidden)
    rows_are = "A row of data is" if count == 1 else f"{count:,} rows of data are"
    question = choose(
        "hidden rows",
        f"{rows_are} hidden or filtered out in Excel: a person who looks at the sheet does not see "
        "them. Do they count?",
        [("read", "Yes: read them like the others"), ("leave out", "No: leave them out")],
        rows=rows,
    )
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
    elif said == "leave out":
        out.gone |= set(hidden)
        was = "was" if count == 1 else "were"
        out.notes.append(Note(f"hidden in Excel {was} left out", rows, quotes=True))
