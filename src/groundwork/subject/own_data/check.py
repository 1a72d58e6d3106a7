"""Check a department's sheet against its contract: nothing is guessed and nothing is hidden.

One walk, a step a module, each handed what those before it made: find the headings (`headings`),
say what each column holds (`shape`), sort the rows (`lines`), refuse what is personal (`privacy`),
read each column (`reading`), finish the table (`table`), hold its cells and rows against each other
(`holding`).
"""

import dataclasses

import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.own_data import dates as days
from groundwork.subject.own_data import (
    headings,
    holding,
    lines,
    mapping,
    numbers,
    privacy,
    quoting,
    reading,
    sections,
    shape,
    sums,
    table,
)
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import INVENTED, Contract
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Note, Problem, Result
from groundwork.subject.own_data.series import series
from groundwork.subject.own_data.sheet import Sheet


def check(
    sheet: Sheet,
    contract: Contract,
    decimals: str = "",
    dates: str = "",
    answers: Answers | None = None,
) -> Result:
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
    answers
        What the person answered to the questions of an earlier check.
    """
    answers = answers or Answers()
    _refuse_unknown("decimals", decimals, (numbers.POINT, numbers.COMMA))
    _refuse_unknown("dates", dates, (days.MONTH_FIRST, days.DAY_FIRST))
    heads = headings.find_headings(sheet.page, contract)
    shaped = shape.find(sheet.file, heads, contract, answers)
    found = lines.sort(sheet, shaped, contract, answers)
    private = privacy.refuse(found, contract, answers)
    ways = reading.Said(decimals, dates, answers)
    read = reading.read_all(sheet, found, contract, private.refused, ways)
    broken = bool(found.problems or private.problems or read.problems or read.open_cells)
    # Until it is known what heads the rows, those that it would tell apart look like copies.
    broken |= any(question.name == sections.NAME for question in found.questions)
    held = table.make(sheet.page, found, read, contract)
    holding.hold(held, found, read, contract, answers, broken)
    problems = [*found.problems, *private.problems, *read.problems, *held.problems]
    if (
        contract.question
        and not problems
        and not read.scales
        and not reading.has_questions(contract, read.kept)
    ):
        problems.append(reading.no_question(contract, found.header))
    questions = [
        *sheet.questions, *found.questions, *private.questions, *read.questions, *held.questions,
    ]  # fmt: skip
    if found.header >= 0 and not held.numbers and not problems and not questions:
        problems.append(_nothing_left(found.header, answers))
    notes = [*sheet.notes, *found.notes, *read.notes, *held.notes]
    notes += mapping.read_under_own_name(list(read.kept.values()))
    absent = [
        each.name for each in contract.fields if not each.required and each.name not in held.kept
    ]
    if found.header >= 0 and absent:
        what = "no column was read as these, and the check does without them"
        notes.append(Note(f"{what}: {', '.join(absent)}"))
    fine = not problems and not questions
    return Result(
        file=sheet.file,
        sheet=sheet.name,
        kind=contract.kind,
        title=contract.title,
        rows=len(held.numbers),
        table=_table(contract, held.kept) if fine else None,
        notes=tuple(quoting.with_quotes(notes, sheet.page)),
        problems=tuple(dataclasses.replace(problem, file=sheet.file) for problem in problems),
        cautions=contract.cautions,
        questions=tuple({(each.name, each.text): each for each in questions}.values()),
        sums=() if problems or read.open_cells else tuple(sums.sums(held.kept, held.wholes)),
        columns=mapping.as_kept(found.columns),
        headings=tuple(filter(None, heads.names)),
        seen=mapping.seen(found.columns, shaped.proposed, private.refused),
    )


def _nothing_left(header: int, answers: Answers) -> Problem:
    """Say that a file without a row that counts cannot be used, whatever left them out."""
    fix = "See above which rows were left out, and why. Choose a file with rows that count"
    fix += ", or answer otherwise." if answers.said else "."
    return Problem((header + 1,), "", "no row that counts is left", "at least one row", fix)


def _refuse_unknown(what: str, said: str, known: tuple[str, str]) -> None:
    if said and said not in known:
        raise UserError(f'"{said}" says nothing about {what}.', f"Say {' or '.join(known)}.")


def _table(contract: Contract, kept: dict[str, Column]) -> pd.DataFrame:
    names = [INVENTED.name, *(each.name for each in contract.fields)]
    order = [name for name in names if name in kept] + [name for name in kept if name not in names]
    table = pd.DataFrame({name: kept[name].series() for name in order})
    for name in contract.made_empty:
        if name not in table:
            table[name] = series([None] * len(table), contract.field(name).kind)
    for name in order:
        if kept[name].hidden:
            table[f"{name}_hidden"] = False
            table.loc[kept[name].hidden, f"{name}_hidden"] = True
    return table
