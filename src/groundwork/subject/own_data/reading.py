"""Read every column of the table, and say what was read past and what is wrong."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data import (
    asked_cells,
    cell_times,
    currencies,
    numbers,
    personal,
    scales,
    units,
)
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import INVENTED, Contract, Spec
from groundwork.subject.own_data.lines import Lines
from groundwork.subject.own_data.questions import ASIDE, Answers, Question
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.sheet import Sheet
from groundwork.subject.own_data.survey_headings import ABOUT_ANSWERS
from groundwork.subject.own_data.wording import simple

_EXAMPLES = 3
_FITS = 0.6  # of the answers of a column: then it is a question with a few wrong cells


@dataclass(frozen=True)
class Said:
    """What the person said about the file as a whole."""

    decimals: str
    dates: str
    answers: Answers


@dataclass
class Reading:
    """The columns that were read, by the name of what they hold, and what is to be said.

    ``open_cells`` says that there are cells which an open question keeps from being read: then
    nothing adds up yet.
    """

    kept: dict[str, Column] = field(default_factory=dict)
    turned: list[Column] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    open_cells: bool = False
    scales: dict[str, list[Column]] = field(default_factory=dict)


def read_all(
    sheet: Sheet, found: Lines, contract: Contract, refused: set[int], said: Said
) -> Reading:
    """Read the columns that hold something of the contract; leave the others aside, and say so."""
    out = Reading()
    turned = {column.at for column in found.turn.columns} if found.turn else set()
    of_columns, mixed = units.in_columns(found.columns)
    if any(column.field and column.field.kind == "money" for column in found.columns):
        of_currencies, apart = currencies.in_columns(found.columns)
        of_columns += of_currencies
        mixed += apart
    out.problems += [_mixed_units(column, found) for column in mixed]
    of_file = [*of_columns, *_sayings(sheet, found)]
    money = [c for c in found.columns if c.field and c.field.kind == "money"]
    if money:
        headings = [units.Saying(column.heading, (found.header + 1,)) for column in money]
        out.notes += currencies.told_of([*headings, *_sayings(sheet, found)])
    for column in found.columns:
        if column.at in refused or column.field is None:
            continue
        one = column.field
        if column.at in turned:
            least = found.turn.least if found.turn and found.turn.least is not None else one.least
            one = dataclasses.replace(one, filled=False, least=least)
        if one.kind == "day" and sheet.from_1904:
            column.put([cell_times.from_1904(cell) for cell in column.cells])
        own = [
            units.Saying(words, (row,), True) for row, at, words in sheet.said if at == column.at
        ]
        _read(column, one, sheet, [*own, *of_file], found, said, out)
        if column.at in turned:
            out.turned.append(column)
        elif one.name not in out.kept:
            out.kept[one.name] = column
    aside = {simple(h) for h, name in said.answers.columns.items() if simple(name) == ASIDE}
    for column in found.columns:
        if column.field is None and column.at not in refused:
            named = bool({column.words, column.letter.casefold()} & aside)
            _further(column, None if named else contract, found, said.answers, out)
    for kind, columns in out.scales.items():
        out.questions.append(scales.question_of(kind, columns, found.header))
    return out


_REMARKS_LOOKED_AT, _LONG_REMARK = 60, 400


def _sayings(sheet: Sheet, found: Lines) -> list[units.Saying]:
    """Give what the file says of itself: titles, remarks below, comments, the sheet's name."""
    out = [units.Saying(words, (row,)) for row, words in found.titles]
    out += [units.Saying(words, (row,)) for row, _, words in sheet.said if row <= found.header]
    first = max(found.data[-1] if found.data else found.header, found.header) + 1
    for at, row in enumerate(sheet.page[first : first + _REMARKS_LOOKED_AT], start=first + 1):
        if len(row.words) == 1 and len(row.words[0]) < _LONG_REMARK:
            out.append(units.Saying(row.words[0], (at,)))
    if sheet.name:
        out.append(units.Saying(sheet.name))
    return out


def _mixed_units(column: Column, found: Lines) -> Problem:
    texts = ", ".join(personal.shown(text) for text in column.texts[:_EXAMPLES])
    fix = "Write all numbers in one unit, and say the same unit in every row."
    said = f"{texts} (rows that are counted in different units)"
    return Problem((found.header + 1,), column.name, said, "one unit for the whole file", fix)


def _read(
    column: Column,
    one: Spec,
    sheet: Sheet,
    sayings: Sequence[units.Saying],
    found: Lines,
    said: Said,
    out: Reading,
) -> None:
    if column.at in sheet.unseen:
        rows = set(sheet.unseen[column.at])
        notes, asks = asked_cells.unseen(column, one, rows, found.data, said.answers)
        out.notes += notes
        out.questions += asks
    shown = sheet.scaled.get(column.at, "")
    if shown:  # the title speaks of what is shown, and the file holds the whole number
        text = f"Excel shows {shown}: the stored numbers were read, as they are"
        out.notes.append(Note(text, (), column.name, look=True))
    if one.kind == "money":
        asked_of, told = currencies.settle(column, sayings, found.data, said.answers)
        names = {each.name for each in out.questions}
        out.questions += [each for each in asked_of if each.name not in names]
        out.notes += told
    unit = units.question_of(column, sayings) if not shown else None
    answer = said.answers.chosen(unit) if unit else ""
    if unit and not answer and all(each.name != unit.name for each in out.questions):
        out.questions.append(unit)
    by = units.times(unit, said.answers)
    asked = one
    if unit and answer not in (units.AS_WRITTEN, "share"):
        kind = "money" if one.kind == "money" else "number"
        asked = dataclasses.replace(one, kind=kind, finer=True, least=None, most=None)
    if one.kind == "share" and unit and answer != "share":
        column.put(
            [c.rstrip().removesuffix("%") if isinstance(c, str) else c for c in column.cells]
        )
    decimals = said.decimals or said.answers.of(asked_cells.DECIMALS)
    if asked is not one and one.kind in ("money", "whole") and not decimals:
        decimals = numbers.decide(column.texts, one.kind).replace("mixed", "")
    column.read(asked, decimals, said.dates or said.answers.of(asked_cells.DATES), found.breaks)
    if by != 1:
        units.scale_values(column, by, f"multiplied by {by}, as you said")
    asks = [*asked_cells.in_two_ways(column, found.data, said.answers),
            *asked_cells.cents(column, found.data, said.answers)]  # fmt: skip
    names = {each.name for each in out.questions}
    out.questions += [each for each in asks if each.name not in names]
    out.open_cells |= bool(asks)
    out.notes += told_cells(column, found.data)
    wrong = wrong_cells(column, asked, found.data)
    if one.lenient:
        out.notes += map(_left_empty, wrong)
    else:
        out.problems += wrong


def _left_empty(wrong: Problem) -> Note:
    """Say of cells that could not be read that they are empty now, and what they may hold."""
    said = f"left empty, since it cannot be read: found {wrong.found}; expected {wrong.expected}"
    return Note(said, wrong.rows, wrong.column, look=True)


def _rows(places: Sequence[int], data: Sequence[int]) -> tuple[int, ...]:
    return tuple(data[at] + 1 for at in places)


def told_cells(column: Column, data: Sequence[int]) -> list[Note]:
    """Say what was read past in a column."""
    notes = []
    # What stands in an empty cell of a fund is asked about, not told.
    if column.down and column.field and column.field.name not in ("fund", "fund_label"):
        text = "the label above, which stands only on the first row of its group, was filled down"
        notes.append(Note(text, _rows(list(column.down), data), column.name))
    for text, places in column.notes.items():
        shown = personal.shown(column.shown[places[0]])
        value = column.values[places[0]]
        hide = shown == personal.NOT_SHOWN
        became = "" if hide or value is None else f", {shown} is {_plain(value)}"
        example = f", {shown}" if value is None and not hide else became
        notes.append(Note(text, _rows(places, data), column.name, example))
    if not column.only_text and {int, float} & set(map(type, column.different)):
        stored = [
            at
            for at, cell in enumerate(column.cells)
            if isinstance(cell, str)
            and isinstance(column.values[at], int | float)
            and at not in column.down
        ]
        if stored:
            notes.append(Note("a number stored as text", _rows(stored, data), column.name))
    return notes


def _plain(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def wrong_cells(column: Column, one: Spec, data: Sequence[int]) -> list[Problem]:
    """Say what is wrong in a column, and what to do about it."""
    problems = []
    for (wrong, fix), places in column.wrong.items():
        texts = (personal.shown(column.shown[at]) for at in places[:200])
        shown = list(dict.fromkeys(texts))
        found = ", ".join(shown[:_EXAMPLES]) + (" and others" if len(shown) > _EXAMPLES else "")
        found = wrong if found == "nothing" else f"{found} ({wrong})"
        problems.append(Problem(_rows(places, data), column.name, found, one.expected, fix))
    return problems


def _further(
    column: Column, contract: Contract | None, found: Lines, answers: Answers, out: Reading
) -> None:
    """Take a further column of a survey as a question where its answers fit, or leave it aside.

    Without a contract it is left aside, as the person said.
    """
    asks = column.heading and not column.is_empty and column.words not in ABOUT_ANSWERS
    if contract and contract.question and asks:
        question = dataclasses.replace(contract.question, name=column.heading)
        if column.heading not in out.kept and _taken(column, question, found, answers, out):
            return
        column.notes, column.wrong = {}, {}
    if column.at not in found.used:
        said = "not part of this kind of file, and left aside"
        if not column.heading:
            said = "it has values and no heading, and was left aside"
        out.notes.append(Note(said, (), column.name))


def _taken(column: Column, question: Spec, found: Lines, answers: Answers, out: Reading) -> bool:
    """Take a column as a question; one whose answers are on another scale is asked about."""
    column.read(question, "", "", ())
    wrong = sum(map(len, column.wrong.values()))
    filled = column.filled
    kind = scales.kind_of(column, question) if wrong else ""
    said = scales.answer_of(kind, [column], answers)
    if said == "aside":
        return False
    if said in ("0-4", "1-10"):
        scales.read_on(column, question, said)
        wrong = sum(map(len, column.wrong.values()))
    elif wrong and said != "1-5" and filled - wrong < _FITS * filled:
        if not kind:
            return False
        out.scales.setdefault(kind, []).append(column)
        return True
    column.field = question
    out.kept[column.heading] = column
    if not wrong:
        out.notes.append(Note("taken as a question, answered 1 to 5", (), column.name))
        out.notes += told_cells(column, found.data)
        return True
    ends = said.replace("-", " to ") if said else "1 to 5"
    out.problems += [
        dataclasses.replace(
            problem,
            expected=f"an answer from {ends}, or an empty cell",
            fix="Mend or empty the cells named. If the column is no question, leave it "
            f'aside: --map "{column.heading}=nothing".{scales.hint(kind)}',
        )
        for problem in wrong_cells(column, question, found.data)
    ]
    return True


def has_questions(contract: Contract, kept: dict[str, Column]) -> bool:
    """Whether a survey has at least one question."""
    names = {each.name for each in contract.fields if each.most != 5}
    return any(name not in names for name in kept if name != INVENTED.name)


def no_question(contract: Contract, header: int) -> Problem:
    """Say that a survey has no question."""
    assert contract.question
    fix = "Give each question a column, with its words as the heading and 1 to 5 below."
    expected = f"at least one: {contract.question.meaning}"
    return Problem((header + 1,), "", "no column with a question", expected, fix)
