"""Leave out rows that the layout or the person says do not count, and say which."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data import dates
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note

_SIDES = {"expense": "revenue", "revenue": "expense"}


Rule = tuple[Column, frozenset[str]]
"""A column, and words of it that rows are kept for or left out for."""


@dataclass
class Left:
    """The places of rows that are left out, and what is to be said about them."""

    gone: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def find_left(
    columns: Sequence[Column],
    first: int,
    data: Sequence[int],
    keep: Sequence[Rule],
    drop: Sequence[Rule],
    skip: frozenset[int],
    unseen: frozenset[int],
    answers: Answers,
) -> Left:
    """Find the rows that do not count.

    Parameters
    ----------
    columns
        The columns, with all their cells below the headings.
    first
        The place of the first row below the headings.
    data
        The places of the rows of data.
    keep, drop
        By which words rows are kept, or left out.
    skip
        Further rows of headings, from 0 below the first.
    unseen
        The rows, from 1, that a spreadsheet does not show.
    answers
        What the person said.
    """
    out = Left({first + at for at in skip})
    if skip:
        said = "holds" if len(skip) == 1 else "hold"
        was = "was" if len(skip) == 1 else "were"
        numbers = tuple(first + at + 1 for at in sorted(skip))
        out.notes.append(Note(f"{said} further headings and {was} left out", numbers))
    keep, drop = [*keep], [*drop]
    _by_answers(columns, answers, keep, drop)
    counts = set(data) if keep or drop else set()
    for rule in keep:
        _by_words(out, rule, False, first, counts)
    for rule in drop:
        _by_words(out, rule, True, first, counts)
    hidden = [at for at in data if at + 1 in unseen and at not in out.gone] if unseen else []
    if hidden:
        _hidden(out, sorted(hidden), answers)
    return out


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
