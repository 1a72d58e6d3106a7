"""Check a department's sheet against its contract: nothing is guessed and nothing is hidden."""

import dataclasses
from collections.abc import Sequence

import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.own_data import dates as days
from groundwork.subject.own_data import layout, numbers, personal
from groundwork.subject.own_data.cells import Ways, is_blank, text_of
from groundwork.subject.own_data.columns import Read, filled_down, read_column, series, ways_of
from groundwork.subject.own_data.contract import Contract, Field
from groundwork.subject.own_data.layout import Column, Layout
from groundwork.subject.own_data.report import Note, Problem, Result
from groundwork.subject.own_data.sheet import Sheet

_EXAMPLES = 3


def check(sheet: Sheet, contract: Contract, decimals: str = "", dates: str = "") -> Result:
    """Check a sheet, and make it the tidy table that the course's functions take.

    Parameters
    ----------
    sheet
        The raw cells.
    contract
        What the sheet is to hold.
    decimals
        "point" or "comma" when the person says how the file writes decimals; "" to go by what
        each column shows beyond doubt.
    dates
        "month-first" or "day-first", in the same way.
    """
    _refuse_unknown("decimals", decimals, (numbers.POINT, numbers.COMMA))
    _refuse_unknown("dates", dates, (days.MONTH_FIRST, days.DAY_FIRST))
    found = layout.find(sheet.rows, contract, sheet.exact_widths)
    notes = [*sheet.notes, *found.notes]
    problems = list(found.problems)
    cells = {column.at: _cells(sheet, found, column) for column in found.columns}
    refused = {
        column.at: problem
        for column in found.columns
        if (problem := _personal(column, cells[column.at], found.data))
    }
    problems += refused.values()
    kept: dict[str, tuple[Column, Read]] = {}
    for column in found.columns:
        if column.at in refused or column.field is None:
            continue
        down = filled_down(cells[column.at], found.breaks) if column.field.down else {}
        for at, label in down.items():
            cells[column.at][at] = label
        notes += _told_down(column, down, found.data)
        ways = ways_of(cells[column.at], column.field, decimals, dates)
        read = read_column(cells[column.at], column.field, ways)
        notes += _told_cells(column, cells[column.at], read, found.data, down)
        problems += _wrong_cells(column, cells[column.at], read, found.data)
        kept.setdefault(column.field.name, (column, read))
    for column in found.columns:
        if column.field is None and column.at not in refused:
            answers = _as_question(column, cells[column.at], contract)
            if answers and column.heading not in kept:
                kept[column.heading] = (dataclasses.replace(column, field=answers[0]), answers[1])
                notes.append(Note("taken as a question, answered 1 to 5", (), _name(column)))
                notes += _told_cells(column, cells[column.at], answers[1], found.data, {})
            else:
                notes.append(Note(_aside(column), (), _name(column)))
    problems += _twice(contract, kept, found)
    problems += _out_of_order(contract, kept, found)
    if contract.question and not problems and not _has_questions(contract, kept):
        problems.append(_no_question(contract, found))
    notes += _read_under_own_name(kept)
    absent = [each.name for each in contract.fields if not each.required and each.name not in kept]
    if found.header >= 0 and absent:
        notes.append(Note(f"not in the file, and not needed: {', '.join(absent)}"))
    return Result(
        file=sheet.file,
        sheet=sheet.name,
        kind=contract.kind,
        title=contract.title,
        rows=len(found.data),
        table=None if problems else _table(contract, kept),
        notes=tuple(notes),
        problems=tuple(dataclasses.replace(problem, file=sheet.file) for problem in problems),
        cautions=contract.cautions,
    )


def _refuse_unknown(what: str, said: str, known: tuple[str, str]) -> None:
    if said and said not in known:
        raise UserError(f'"{said}" says nothing about {what}.', f"Say {' or '.join(known)}.")


def _cells(sheet: Sheet, found: Layout, column: Column) -> list[object]:
    rows, at = sheet.rows, column.at
    return [rows[row][at] if at < len(rows[row]) else None for row in found.data]


def _name(column: Column) -> str:
    return f'{column.letter} "{column.heading}"' if column.heading else f"{column.letter} (no name)"


def _rows(places: Sequence[int], data: Sequence[int]) -> tuple[int, ...]:
    return tuple(data[at] + 1 for at in places)


def _personal(column: Column, cells: Sequence[object], data: Sequence[int]) -> Problem | None:
    """Refuse a column of personal data, without a word of what stands in it."""
    one = column.field
    what, places = "" if one else personal.by_heading(column.heading), []
    texts = {cell for cell in cells if isinstance(cell, str)}
    if not what and one and one.positions and personal.are_names(filter(str.strip, texts)):
        what = personal.NAMES
    if not what:
        code = bool(one and one.code)
        hits = {text: kind for text in texts if (kind := personal.by_value(text.strip(), code))}
        if hits:
            what = " and ".join(sorted(set(hits.values())))
            places = [at for at, cell in enumerate(cells) if isinstance(cell, str) and cell in hits]
    if not what:
        return None
    where = _name(column)
    if personal.by_value(column.heading):
        where = f"{column.letter} (its name is not shown)"
    fix = f"Delete the column in a copy of the file, and check the copy. {personal.REASON}"
    if one:
        fix = f"Take them out in a copy of the file, and check the copy. {personal.REASON}"
    return Problem(_rows(places, data), where, f"{what} (not shown)", "no personal data", fix)


def _told_down(column: Column, down: dict[int, object], data: Sequence[int]) -> list[Note]:
    if not down:
        return []
    text = "the label above, which stands only on the first row of its group, was filled down"
    return [Note(text, _rows(list(down), data), _name(column))]


def _told_cells(
    column: Column,
    cells: Sequence[object],
    read: Read,
    data: Sequence[int],
    down: dict[int, object],
) -> list[Note]:
    notes = []
    for text, places in read.notes.items():
        shown, value = personal.shown(text_of(cells[places[0]])), read.values[places[0]]
        hide = shown == personal.NOT_SHOWN
        became = "" if hide or value is None else f", {shown} is {_plain(value)}"
        example = f", {shown}" if value is None and not hide else became
        notes.append(Note(text, _rows(places, data), _name(column), example))
    if {int, float} & set(map(type, cells)):
        stored = [
            at
            for at, cell in enumerate(cells)
            if isinstance(cell, str) and isinstance(read.values[at], int | float) and at not in down
        ]
        if stored:
            notes.append(Note("a number stored as text", _rows(stored, data), _name(column)))
    return notes


def _plain(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _wrong_cells(
    column: Column, cells: Sequence[object], read: Read, data: Sequence[int]
) -> list[Problem]:
    assert column.field
    problems = []
    for (wrong, fix), places in read.wrong.items():
        shown = list(dict.fromkeys(personal.shown(text_of(cells[at])) for at in places[:200]))
        found = ", ".join(shown[:_EXAMPLES]) + (" and others" if len(shown) > _EXAMPLES else "")
        found = wrong if found == "nothing" else f"{found} ({wrong})"
        rows = _rows(places, data)
        problems.append(Problem(rows, _name(column), found, column.field.expected, fix))
    return problems


def _aside(column: Column) -> str:
    if not column.heading:
        return "it has values and no heading, and was left aside"
    return "not part of this kind of file, and left aside"


def _as_question(
    column: Column, cells: Sequence[object], contract: Contract
) -> tuple[Field, Read] | None:
    """Take a further column of a survey as a question when every answer in it fits."""
    if contract.question is None or not column.heading or all(map(is_blank, cells)):
        return None
    question = dataclasses.replace(contract.question, name=column.heading)
    read = read_column(cells, question, Ways())
    return None if read.wrong else (question, read)


def _has_questions(contract: Contract, kept: dict[str, tuple[Column, Read]]) -> bool:
    names = {each.name for each in contract.fields if each.most != 5}
    return any(name not in names for name in kept if name != layout.INVENTED.name)


def _no_question(contract: Contract, found: Layout) -> Problem:
    assert contract.question
    fix = "Give each question a column, with its words as the heading and 1 to 5 below."
    expected = f"at least one: {contract.question.meaning}"
    return Problem((found.header + 1,), "", "no column with a question", expected, fix)


def _twice(
    contract: Contract, kept: dict[str, tuple[Column, Read]], found: Layout
) -> list[Problem]:
    """Find rows that cannot be told apart by the columns that should tell them apart."""
    fields = [contract.field(name) for name in contract.key]
    needed = [each.name for each in fields if each.filled]
    names = [each.name for each in fields if each.name in kept]
    refused = any(
        column.field in fields and column.field.name not in kept
        for column in found.columns
        if column.field
    )
    # Without one of its columns, a key calls rows copies that are none.
    if found.problems or refused or any(name not in kept for name in needed):
        return []
    first: dict[tuple[object, ...], int] = {}
    copies = []
    for at, key in enumerate(zip(*(kept[name][1].values for name in names), strict=True)):
        whole = all(
            part is not None for part, name in zip(key, names, strict=True) if name in needed
        )
        if whole and first.setdefault(key, at) != at:
            copies.append((at, first[key]))
    if not copies:
        return []
    above = _rows([copies[0][1]], found.data)[0]
    where = f"row {above}" if len(copies) == 1 else "a row above"
    said = f"the same {' and '.join(names)} as in {where}"
    columns = " and ".join(_name(kept[name][0]) for name in names)
    rows = _rows([at for at, _ in copies], found.data)
    fix = "Delete the copy, or tell the rows apart."
    expected = contract.one_row.partition(". ")[0].rstrip(".").lower()
    return [Problem(rows, columns, said, expected, fix)]


def _out_of_order(
    contract: Contract, kept: dict[str, tuple[Column, Read]], found: Layout
) -> list[Problem]:
    if not contract.in_order or any(name not in kept for name in contract.in_order):
        return []
    (_, first), (column, last) = (kept[name] for name in contract.in_order)
    places = [
        at
        for at, (a, b) in enumerate(zip(first.values, last.values, strict=True))
        if a is not None and b is not None and str(b) < str(a)
    ]
    if not places:
        return []
    name, other = contract.in_order[1], contract.in_order[0]
    rows = _rows(places, found.data)
    found_day = f"{last.values[places[0]]}, before {other}, {first.values[places[0]]}"
    fix = "Check both days: one of them may be in the wrong year."
    return [Problem(rows, _name(column), found_day, f"{name} on or after {other}", fix)]


def _read_under_own_name(kept: dict[str, tuple[Column, Read]]) -> list[Note]:
    own = [name for name, (column, _) in kept.items() if column.heading == name]
    return [Note(f"columns read under their own names: {', '.join(own)}")] if own else []


def _table(contract: Contract, kept: dict[str, tuple[Column, Read]]) -> pd.DataFrame:
    names = [layout.INVENTED.name, *(each.name for each in contract.fields)]
    order = [name for name in names if name in kept] + [name for name in kept if name not in names]
    return pd.DataFrame(
        {
            name: series(read.values, column.field.kind if column.field else "text")
            for name in order
            for column, read in (kept[name],)
        }
    )
