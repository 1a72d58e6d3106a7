"""The rows of a table: which are lines that count, and the columns cut to these."""

from dataclasses import dataclass, field

from groundwork.subject.own_data import debits, joined, left_out, rows, sections
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.questions import Answers, Question
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.running import Running
from groundwork.subject.own_data.shape import Shape
from groundwork.subject.own_data.sheet import Sheet
from groundwork.subject.own_data.wide import Turn

_ADDED_UP = ("amount", "salary", "events")


@dataclass
class Lines:
    """The lines of a table, before their cells are read.

    Attributes
    ----------
    header
        The place of the headings; -1 when there are none.
    columns
        The columns that are not empty; their cells are those of the rows of data.
    data
        The place of each row of data in the sheet.
    breaks
        Places among the rows of data before which a total stood.
    totals
        The rows left out as totals, with the number of rows of data above them.
    spoken
        The places in the sheet of rows of data that speak of a total.
    typed
        What is the same in every row, by the name of its field.
    turn
        Columns that become rows.
    titles
        What stands above the headings: its row, from 1, and its words.
    used
        The places of columns that are part of another.
    notes, problems, questions
        What this step and those before it have to say.
    """

    header: int = -1
    columns: list[Column] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    totals: list[tuple[int, int]] = field(default_factory=list)
    spoken: list[int] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)
    turn: Turn | None = None
    titles: list[tuple[int, str]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def sort(sheet: Sheet, shape: Shape, contract: Contract, answers: Answers) -> Lines:
    """Sort the rows below the headings; a column is made where rows that head others become one."""
    heads = shape.heads
    if heads.at < 0:
        return Lines(notes=shape.notes, problems=shape.problems)
    filled = [column for column in shape.columns if not column.is_empty or column.field]
    if shape.turn:
        for column in shape.turn.columns:
            column.field = contract.field(shape.turn.value)
    summed = [c for c in filled if c.field and c.field.name in _ADDED_UP]
    found = rows.sort_rows(
        heads.page,
        heads.at,
        filled,
        sheet.exact_widths,
        frozenset(heads.at + 1 + at for at in shape.layout.skip),
        shape.layout.totals,
        heads.outline,
        Running(summed, heads.at + 1).is_sum,
    )
    totals = [at for at, _ in found.totals]
    around = sections.Around(
        heads.page, heads.at, found.data, totals, shape.columns, contract, answers, heads.outline
    )
    asked, told, made = sections.settle(around, found.sections)
    shape.columns += made
    left = left_out.leave_out(shape, found, sheet.hidden_rows, answers)
    columns = [column for column in shape.columns if column.field or not column.is_empty]
    signed = debits.by_marks(columns, answers)
    joint = joined.add_made(columns, shape, contract)
    # A layout that is known says itself which rows are sums of others.
    sorted_out = [note for note in found.notes if not (shape.layout.name and note.look)]
    return Lines(
        heads.at,
        columns,
        found.data,
        found.breaks,
        found.totals,
        found.spoken,
        shape.typed,
        shape.turn,
        heads.titles,
        shape.aside | signed.aside | {column.at for column in shape.grouping.together},
        [*shape.notes, *sorted_out, *told, *left.notes, *joint],
        [*shape.problems, *found.problems],
        [*shape.questions, *asked, *left.questions, *signed.questions],
    )
