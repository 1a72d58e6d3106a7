"""Find the table in a sheet and say what each column holds: headings, layout, years, groups."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from groundwork.subject.own_data import (
    debits,
    groupings,
    headings,
    layouts,
    left_out,
    mapping,
    rows,
    sections,
    wide,
)
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.layout import Known
from groundwork.subject.own_data.questions import Answers, Question
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.sheet import Sheet
from groundwork.subject.own_data.wide import Turn


@dataclass
class Shape:
    """Where the table is and what its columns hold.

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
        The places of columns that are part of another: those that make the group together.
    proposed
        The places of columns that nobody has agreed to yet.
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
    headings: tuple[str, ...] = ()
    used: set[int] = field(default_factory=set)
    proposed: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def find(sheet: Sheet, contract: Contract, answers: Answers) -> Shape:
    """Find the table of a sheet."""
    heads = headings.find_headings(sheet.page, contract)
    out = Shape(header=heads.at, titles=heads.titles, notes=heads.notes, problems=heads.problems)
    if heads.at < 0:
        return out
    outline = heads.outline
    page = outline.page if outline else sheet.page
    body = page[out.header + 1 :]
    columns = _columns(heads.names, body, out)
    out.headings = tuple(column.heading for column in columns if column.heading)
    named = [column for column in columns if column.heading]
    outcomes = contract.values == "events"
    known = layouts.recognize(sheet.file, named, body, answers, heads.above) if outcomes else None
    pair = debits.two_columns(columns, contract, answers, out.header)
    out.notes += pair.notes
    out.questions += pair.questions
    if pair.column:
        columns = [pair.column if c.at == pair.column.at else c for c in columns]
    roles = {str(at): role for at, role in known.roles.items()} if known else {}
    if pair.column:
        roles |= {str(pair.column.at): "amount"} | {str(at): "" for at in pair.aside}
        out.used |= pair.aside
    skip: frozenset[int] = frozenset()
    settled: set[str] = set()
    if outline:
        roles["0"] = "purpose"
        if outline.amount >= 0:
            roles[str(outline.amount)] = "amount"
        if outline.fiscal_year:
            out.typed["fiscal_year"] = outline.fiscal_year
            settled.add("fiscal_year")
    if known:
        out.notes += known.notes
        out.questions += known.questions
        out.typed |= known.typed
        out.turn, skip = known.turn, known.skip
        settled |= set(known.typed)
        if known.turn:
            settled |= {known.turn.value, known.turn.label, known.turn.extra} - {""}
    else:
        found = wide.side_by_side(columns, contract, answers, out.header)
        out.notes += found.notes
        out.questions += found.questions
        out.typed |= found.typed
        out.turn = found.turn
        settled |= found.settled | set(found.typed)
        roles |= {str(at): "" for at in found.aside}
        if found.only >= 0:
            roles[str(found.only)] = contract.values
    if out.turn:
        roles |= {str(column.at): "" for column in out.turn.columns}
    free = [column for column in columns if str(column.at) not in roles]
    if known and known.together:
        grouping = groupings.Grouping(known.together, aside={c.at for c in known.together})
    else:
        grouping = groupings.find_grouping(free, contract, answers, out.header)
    out.notes += grouping.notes
    out.questions += grouping.questions
    roles |= {str(at): "" for at in grouping.aside}
    if grouping.together:
        settled.add("group")
    quarters = groupings.with_quarters(columns, contract) if not known else None
    if quarters:
        roles[str(quarters.at)] = "quarter"
        settled.add("year")
    year = headings.fiscal_year_of(out.titles)
    mapped = mapping.map_columns(
        columns, contract, answers, roles, sorted(settled), out.header, year
    )
    out.notes += mapped.notes
    out.problems += mapped.problems
    out.questions += mapped.questions
    out.typed |= mapped.typed
    out.proposed = set() if answers.agreed else set(mapped.proposed)
    columns = _sort(page, sheet, contract, columns, out, known, skip, answers)
    keep = [(column, words) for column, words in known.keep] if known else []
    drop = [(column, words) for column, words in known.drop] if known else []
    drop += mapped.drop
    keep += [(column, frozenset([total])) for column, total in grouping.only_where]
    left = left_out.find_left(
        columns, out.header + 1, out.data, keep, drop, skip, sheet.hidden_rows, answers
    )
    out.notes += left.notes
    out.questions += left.questions
    _cut_to_data(columns, left.gone, out)
    signed = debits.by_marks(out.columns, answers)
    out.questions += signed.questions
    out.used |= signed.aside | {column.at for column in grouping.together}
    out.notes += groupings.finish(out.columns, quarters, grouping, contract)
    return out


def _columns(names: Sequence[str], body: Page, out: Shape) -> list[Column]:
    """Make the columns of the table; an empty one is told and left."""
    cells = body.columns
    names = [*names, *[""] * (len(cells) - len(names))]
    cells += [(None,) * len(body)] * (len(names) - len(cells))
    columns = []
    for at, (name, each) in enumerate(zip(names, cells, strict=True)):
        column = Column(at, name, None, each)
        if body.only_text:
            column.only_text = True
        if not column.is_empty:
            columns.append(column)
        elif name:
            columns.append(column)
            out.notes.append(Note(f'column {column.letter} "{name}" is empty'))
    return columns


def _sort(
    page: Page,
    sheet: Sheet,
    contract: Contract,
    columns: Sequence[Column],
    out: Shape,
    known: Known | None,
    skip: frozenset[int],
    answers: Answers,
) -> list[Column]:
    """Sort the rows; a column is made where rows that head others become one."""
    filled = [column for column in columns if not column.is_empty or column.field]
    turned = {column.at for column in out.turn.columns} if out.turn else set()
    value = contract.field(out.turn.value) if out.turn else None
    for column in columns:
        if column.at in turned:
            column.field = value
    sorted_rows = rows.sort_rows(
        page,
        out.header,
        filled,
        sheet.exact_widths,
        frozenset(out.header + 1 + at for at in skip),
        bool(known and known.totals),
        bool(page is not sheet.page),
    )
    out.data, out.breaks, out.totals = sorted_rows.data, sorted_rows.breaks, sorted_rows.totals
    out.spoken = sorted_rows.spoken
    # A layout that is known says itself which rows are sums of others.
    out.notes += [note for note in sorted_rows.notes if not (known and note.look)]
    out.problems += sorted_rows.problems
    totals = [at for at, _ in out.totals]
    around = sections.Around(page, out.header, out.data, totals, columns, contract, answers)
    asked, told, made = sections.settle(around, sorted_rows.sections)
    out.questions += asked
    out.notes += told
    return [*columns, *made]


def _cut_to_data(columns: Sequence[Column], gone: set[int], out: Shape) -> None:
    """Take rows out of the data, and keep of each column the cells of the rows of data."""
    if gone:
        before = np.cumsum([0, *(at not in gone for at in out.data)]).tolist()
        out.totals = [(at, before[above]) for at, above in out.totals]
        out.breaks = {before[cut] for cut in out.breaks}
        out.data = [at for at in out.data if at not in gone]
    first = out.header + 1
    whole = out.data == list(range(first, first + len(columns[0].cells))) if columns else True
    for column in columns:
        if not whole:
            cells = column.cells
            column.put([cells[at - first] for at in out.data])
    out.columns = [column for column in columns if column.field or not column.is_empty]
