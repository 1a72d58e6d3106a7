"""Find the table in a sheet and say what each column holds: headings, layout, years, groups."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from groundwork.subject.own_data import (
    dates,
    debits,
    groupings,
    layouts,
    mapping,
    rows,
    rows_told,
    sections,
    wide,
)
from groundwork.subject.own_data.cell import is_blank, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.headings import (
    ROWS_TO_LOOK_AT,
    find_header,
    headings_of,
    simple,
    unknown_header,
    words_alone,
)
from groundwork.subject.own_data.layout import Known
from groundwork.subject.own_data.layouts_rankings import has_codes_below, workbook_header
from groundwork.subject.own_data.questions import Answers, Question
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.sheet import Grid, Sheet, as_columns
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
    out = Shape()
    out.header = find_header(sheet.rows, contract)[0]
    outcomes = contract.values == "events"
    if out.header < 0 and outcomes:
        out.header = workbook_header(sheet.rows)
    if out.header < 0:
        out.header = unknown_header(sheet.rows)
    if out.header < 0 and contract.question:
        out.header = words_alone(sheet.rows)
    if out.header > 0 and has_codes_below(sheet.rows[out.header - 1]):
        out.header -= 1
    if out.header < 0:
        out.problems.append(_no_header(sheet.rows, contract))
        return out
    body = sheet.rows[out.header + 1 :]
    out.notes += rows_told.told_above(sheet.rows, out.header)
    out.titles = _titles(sheet.rows, out.header)
    columns = _columns(_one_row(sheet.rows, contract, out), body, out)
    out.headings = tuple(column.heading for column in columns if column.heading)
    named = [column for column in columns if column.heading]
    above = sheet.rows[out.header - 1] if out.header > 0 else ()
    known = layouts.recognize(sheet.file, named, body, answers, above) if outcomes else None
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
    if known:
        out.notes += known.notes
        out.questions += known.questions
        out.typed |= known.typed
        out.turn, skip = known.turn, known.skip
        settled |= set(known.typed)
        if known.turn:
            settled |= {known.turn.value, known.turn.label, known.turn.extra} - {""}
    else:
        found = wide.find(columns, contract, answers, out.header)
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
        grouping = groupings.find(free, contract, answers, out.header)
    out.notes += grouping.notes
    out.questions += grouping.questions
    roles |= {str(at): "" for at in grouping.aside}
    if grouping.together:
        settled.add("group")
    quarters = groupings.with_quarters(columns, contract) if not known else None
    if quarters:
        roles[str(quarters.at)] = "quarter"
        settled.add("year")
    mapped = mapping.map_columns(columns, contract, answers, roles, sorted(settled), out.header)
    out.notes += mapped.notes
    out.problems += mapped.problems
    out.questions += mapped.questions
    out.typed |= mapped.typed
    out.proposed = set() if answers.agreed else set(mapped.proposed)
    columns = _sort(sheet, contract, columns, out, known, skip, answers)
    keep = [(column, words) for column, words in known.keep] if known else []
    drop = [(column, words) for column, words in known.drop] if known else []
    drop += mapped.drop
    keep += [(column, frozenset([total])) for column, total in grouping.only_where]
    keep, drop = _by_answers(columns, answers, keep, drop)
    _leave_out(sheet, out, keep, drop, skip, answers)
    if outcomes:
        out.notes += groupings.with_state(columns)
    _cut_to_data(columns, out)
    signed = debits.by_marks(out.columns, answers)
    out.questions += signed.questions
    out.used |= signed.aside
    if quarters:
        out.columns = [*out.columns, groupings.years_of(quarters, contract)]
    if grouping.together:
        out.used |= {column.at for column in grouping.together}
        group = groupings.joined(grouping.together)
        group.field = contract.field("group")
        out.columns = [*out.columns, group]
    return out


_A_YEAR = re.compile(
    r"(?:S?FY|FFY|(?:fiscal|budget|calendar) years?|year)? ?(?:20)?\d\d(?:[-/–](?:20)?\d\d)?",
    re.IGNORECASE,
)


def _one_row(rows: Sequence[Sequence[object]], contract: Contract, out: Shape) -> Sequence[object]:
    """Give the headings, joined with those of the row above where alone they say too little.

    That is so where they are the same twice, and where several years stand above headings of
    amounts or counts. A heading above counts to the right until the next, as a merged cell does.
    """
    header = rows[out.header]
    below = [" ".join(text_of(cell).split()) for cell in header]
    named = [each for each in below if each]
    above = rows[out.header - 1] if out.header > 0 else ()
    if sum(not is_blank(cell) for cell in above) < 2:
        return header
    years = sum(bool(_A_YEAR.fullmatch(text_of(cell))) for cell in above) > 1
    like = set(contract.field(contract.values).words_like) if contract.values else set()
    if len(set(named)) == len(named) and not years:
        return header
    joined, over = [], ""
    for at, each in enumerate(below):
        over = text_of(above[at]) if at < len(above) and not is_blank(above[at]) else over
        dated = years and bool(_A_YEAR.fullmatch(over)) and bool(set(simple(each).split()) & like)
        joined.append(f"{over} {each}" if over and (named.count(each) > 1 or dated) else each)
    if joined == below:
        return header
    if len({each for each in joined if each}) < len(named):
        return header
    out.notes.append(
        Note("the headings of two rows were read together", (out.header, out.header + 1))
    )
    return joined


def _columns(
    header: Sequence[object], body: Sequence[Sequence[object]], out: Shape
) -> list[Column]:
    """Make the columns of the table; an empty one is told and left."""
    cells = as_columns(body)
    names = headings_of(header, len(cells))
    cells += [(None,) * len(body)] * (len(names) - len(cells))
    columns = []
    for at, (name, each) in enumerate(zip(names, cells, strict=True)):
        column = Column(at, name, None, each)
        if isinstance(body, Grid):
            column.only_text = True
        if not column.is_empty:
            columns.append(column)
        elif name:
            columns.append(column)
            out.notes.append(Note(f'column {column.letter} "{name}" is empty'))
    return columns


def _titles(sheet: Sequence[Sequence[object]], header: int) -> list[tuple[int, str]]:
    return [
        (at + 1, " ".join(text_of(cell) for cell in sheet[at] if not is_blank(cell)))
        for at in range(header)
        if any(not is_blank(cell) for cell in sheet[at])
    ]


def _no_header(sheet: Sequence[Sequence[object]], contract: Contract) -> Problem:
    needed = [each.name for each in contract.fields if each.required]
    if not any(not is_blank(cell) for row in sheet for cell in row):
        return Problem((), "", "an empty sheet", "a header and rows", "Choose another file.")
    return Problem(
        (),
        "",
        f"no row that names columns (looked at the first {min(len(sheet), ROWS_TO_LOOK_AT)})",
        f"a header row with {', '.join(needed)}",
        f'See "groundwork data template {contract.kind}" for the names, and put them in one row.',
    )


def _sort(
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
        sheet.rows,
        out.header,
        filled,
        sheet.exact_widths,
        frozenset(out.header + 1 + at for at in skip),
        bool(known and known.totals),
    )
    out.data, out.breaks, out.totals = sorted_rows.data, sorted_rows.breaks, sorted_rows.totals
    out.spoken = sorted_rows.spoken
    # A layout that is known says itself which rows are sums of others.
    out.notes += [note for note in sorted_rows.notes if not (known and note.look)]
    out.problems += sorted_rows.problems
    totals = [at for at, _ in out.totals]
    around = sections.Around(sheet.rows, out.header, out.data, totals, columns, contract, answers)
    asked, told, made = sections.settle(around, sorted_rows.sections)
    out.questions += asked
    out.notes += told
    return [*columns, *made]


_SIDES = {"expense": "revenue", "revenue": "expense"}


def _by_answers(
    columns: Sequence[Column],
    answers: Answers,
    keep: list[tuple[Column, frozenset[str]]],
    drop: list[tuple[Column, frozenset[str]]],
) -> tuple[list[tuple[Column, frozenset[str]]], list[tuple[Column, frozenset[str]]]]:
    """Add the rows that the person's answers leave out: one side of a budget, federal years."""
    for column in columns:
        if column.field and column.field.name == "side" and answers.of("side") in _SIDES:
            words = dict(column.field.words)
            other = _SIDES[answers.of("side")]
            drop.append(
                (
                    column,
                    frozenset(
                        t
                        for t in column.texts
                        if words.get(" ".join(t.casefold().split())) == other
                    ),
                )
            )
        if column.field and column.field.kind == "fiscal year" and answers.of("fiscal years"):
            federal = frozenset(filter(dates.is_federal, column.texts))
            if answers.of("fiscal years") == "state":
                drop.append((column, federal))
            else:
                keep.append((column, federal))
    return keep, drop


def _leave_out(
    sheet: Sheet,
    out: Shape,
    keep: Sequence[tuple[Column, frozenset[str]]],
    drop: Sequence[tuple[Column, frozenset[str]]],
    skip: frozenset[int],
    answers: Answers,
) -> None:
    """Leave out rows that the layout or the person says do not count, and say which."""
    first = out.header + 1
    gone: set[int] = set()
    if skip:
        gone |= {first + at for at in skip}
        said = "holds" if len(skip) == 1 else "hold"
        was = "was" if len(skip) == 1 else "were"
        numbers = tuple(first + at + 1 for at in sorted(skip))
        out.notes.append(Note(f"{said} further headings and {was} left out", numbers))
    data = set(out.data) if keep or drop else set()
    for rules, inside in ((keep, False), (drop, True)):
        for column, words in rules:
            if not words:
                continue
            hits = [
                first + at
                for at, cell in enumerate(column.cells)
                if (text_of(cell) in words) == inside and first + at in data
            ]
            gone |= set(hits)
            if hits:
                numbers = tuple(at + 1 for at in hits)
                says = " or ".join(f'"{word}"' for word in sorted(words))
                verb = ("does" if len(hits) == 1 else "do") if not inside else ""
                say = "says" if inside and len(hits) == 1 else "say"
                was = "was" if len(hits) == 1 else "were"
                told = f"{say} {says} in {column.name} and {was} left out"
                told = f"{verb} not {told}" if verb else told
                out.notes.append(Note(told, numbers, "", rows_told.quoted(sheet.rows, hits)))
    unseen = sheet.hidden_rows
    hidden = sorted(at for at in out.data if at + 1 in unseen and at not in gone) if unseen else []
    if hidden:
        question = _hidden_question(hidden, out)
        said = answers.chosen(question)
        if not said:
            out.questions.append(question)
        elif said == "leave out":
            gone |= set(hidden)
            was = "was" if len(hidden) == 1 else "were"
            out.notes.append(
                Note(
                    f"hidden in Excel {was} left out",
                    tuple(at + 1 for at in hidden),
                    "",
                    rows_told.quoted(sheet.rows, hidden),
                )
            )
    if gone:
        kept = [at for at in out.data if at not in gone]
        before = np.cumsum([0, *(at not in gone for at in out.data)]).tolist()
        out.totals = [(at, before[above]) for at, above in out.totals]
        out.data, out.breaks = kept, {before[cut] for cut in out.breaks}


def _hidden_question(hidden: Sequence[int], out: Shape) -> Question:
    from groundwork.subject.own_data.questions import choose

    count = len(hidden)
    rows_are = "A row of data is" if count == 1 else f"{count:,} rows of data are"
    return choose(
        "hidden rows",
        f"{rows_are} hidden or filtered out in Excel: a person who looks at the sheet does not see "
        "them. Do they count?",
        [("read", "Yes: read them like the others"), ("leave out", "No: leave them out")],
        rows=tuple(at + 1 for at in hidden),
    )


def _cut_to_data(columns: Sequence[Column], out: Shape) -> None:
    """Keep of each column the cells of the rows of data."""
    first = out.header + 1
    whole = out.data == list(range(first, first + len(columns[0].cells))) if columns else True
    for column in columns:
        if not whole:
            cells = column.cells
            column.put([cells[at - first] for at in out.data])
    out.columns = [column for column in columns if column.field or not column.is_empty]
