"""Finish the table, and hold its cells and rows against each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data import (
    cells,
    codes,
    laws,
    look_alike,
    percents,
    sides,
    spoiled,
    sums,
    wholes,
)
from groundwork.subject.own_data.cell import Ways, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.reading import Reading
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.rows_told import quoted
from groundwork.subject.own_data.shape import Shape
from groundwork.subject.own_data.sheet import Sheet
from groundwork.subject.own_data.wide import Turn


@dataclass
class Held:
    """The finished columns, the row of the file that each row of the table is from, what to say."""

    kept: dict[str, Column] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)
    wholes: dict[str, set[int]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def rows(self, places: Sequence[int]) -> tuple[int, ...]:
        """Give the rows of the file, from 1, of places in the table."""
        return tuple(dict.fromkeys(self.numbers[at] for at in places))


def hold(
    sheet: Sheet,
    found: Shape,
    read: Reading,
    contract: Contract,
    answers: Answers,
    broken: bool,
) -> Held:
    """Make the columns into those of the table, and check what must hold between them.

    ``broken`` says that some of it could not be read: then rows are not held against each other.
    """
    out = Held(dict(read.kept), [at + 1 for at in found.data])
    own = [c for c in (*read.kept.values(), *read.turned) if _adds_up(c)]
    out.notes += sums.own_totals(sheet.rows, found.totals, own)
    if found.turn and read.turned:
        _turn(out, found.turn, read.turned, contract)
    elif "value" in out.kept:
        _units(out, [text_of(cell) for cell in out.kept["value"].cells], contract)
    if not found.turn:
        percents.fill_units(out.kept)
    _complete(out, found, contract)
    if broken or not out.numbers:
        return out
    questions, notes = look_alike.settle(out.kept, answers, out.rows)
    out.questions += questions
    out.notes += notes
    if contract.key:
        aside = [column for column in found.columns if column.field is None and not found.turn]
        out.problems += laws.copies(
            out.kept, _key(out, contract), contract.one_row, out.rows, aside
        )
    out.problems += laws.out_of_order(out.kept, contract.in_order, out.rows)
    if contract.kind == "partner_payments":
        out.problems += laws.parts_of_payments(out.kept, out.rows)
    if all(question.name != "units of fte" for question in read.questions):
        out.questions += laws.positions_in_hundredths(out.kept, answers, out.rows)
    if not out.problems:  # a row that stands twice is told as that
        out.questions += laws.whole_positions(out.kept, answers, out.rows)
    if contract.values == "events":
        _percents(out, answers)
        problems, questions = laws.counts(out.kept, answers, out.rows)
        out.problems += problems + laws.intervals(out.kept, out.rows)
        out.questions += questions
        open_ones, nobody = laws.nobody_to_count(out.kept, answers, out.rows)
        out.questions += open_ones
        if nobody:
            _leave_out(out, sheet, nobody, "has", "have", "a denominator of 0 and")
        notes, larger = wholes.beside_parts(out.kept, out.rows)
        out.notes += notes
        out.problems += larger
        out.wholes = wholes.places_of_wholes(out.kept)
    if not any(question.name.startswith("side of") for question in found.questions):
        _sides(out, sheet, answers)
    # Money in and money out are never added: what they add up to is looked at once that is clear.
    asked = {question.name.partition(" of ")[0] for question in (*found.questions, *out.questions)}
    if not {"side", "revenue lines"} & asked:
        _totals_among_lines(out, sheet, found, read, answers)
    for column in out.kept.values():
        out.questions += spoiled.spoiled_ids(column, answers, out.rows)
        out.questions += codes.fiscal_years_apart(column, answers, out.rows)
        out.problems += codes.two_in_one(column, out.rows)
        out.notes += codes.lengths(column, out.rows)
        out.notes += codes.federal_years(column, answers) + codes.as_numbers(column, out.rows)
    _blank_funds(out, answers)
    return out


def _adds_up(column: Column) -> bool:
    return bool(column.field and column.field.kind in ("money", "whole", "number"))


def _key(out: Held, contract: Contract) -> list[str]:
    """The columns that tell rows apart; a numbered id always does."""
    names = [contract.field(name) for name in contract.key]
    if any(each.filled and each.name not in out.kept for each in names):
        return []
    return [each.name for each in names if each.name in out.kept]


def _turn(out: Held, turn: Turn, columns: Sequence[Column], contract: Contract) -> None:
    """Make a row of each cell of the columns that stand side by side; an empty cell makes none."""
    made: dict[str, list[object]] = {name: [] for name in out.kept}
    values: list[object] = []
    written: list[str] = []
    labels: list[object] = []
    extras: list[object] = []
    numbers: list[int] = []
    hidden: list[int] = []
    empty = 0
    for at, number in enumerate(out.numbers):
        for column in columns:
            value, hides = column.values[at], at in column.hidden_set
            if value is None and not hides:
                empty += 1
                continue
            if hides:
                hidden.append(len(values))
            values.append(value)
            written.append(text_of(column.cells[at]))
            labels.append(turn.labels[column.at])
            extras.append(turn.extras.get(column.at))
            numbers.append(number)
            for name, each in out.kept.items():
                made[name].append(each.values[at])
    for name, each in out.kept.items():
        again = list(each.hidden_set)
        new = Column(each.at, each.heading, each.field, (), made[name])
        if again:
            new.hidden = [
                at for at, v in enumerate(numbers) if v in {out.numbers[a] for a in again}
            ]
        out.kept[name] = new
    for each in out.kept.values():
        if len(columns) > 1 and each.field and each.field.kind in ("number", "whole"):
            said = "the same number was put into every year: its heading names none"
            out.notes.append(Note(said, (), each.name, look=True))
    one = contract.field(turn.value)
    heading = turn.value if len(columns) > 1 else columns[0].heading
    out.kept[turn.value] = Column(columns[0].at, heading, one, (), values, hidden=hidden)
    label = contract.field(turn.label)
    if label.kind == "years":
        labels = [int(str(each)) for each in labels]
    out.kept[turn.label] = Column(-1, turn.label, label, (), labels)
    if turn.extra and any(extras):
        out.kept[turn.extra] = Column(-1, turn.extra, contract.field(turn.extra), (), extras)
    out.numbers = numbers
    if one.percents:
        _units(out, written, contract)
    if empty:
        said = "cells were" if empty > 1 else "cell was"
        out.notes.append(
            Note(f"{empty:,} empty {said} not turned into rows: nothing is known there")
        )


_UNIT_IN_HEADING = re.compile(
    r"\bper[ _]([1-9]\d{0,2}(?:,?000)*\b(?: [a-z]+)?)|%|\b(?:percent(?:age)?|pct)\b", re.IGNORECASE
)


def _units(out: Held, written: Sequence[str], contract: Contract) -> None:
    """Say "percent" as the unit of the numbers that were written with a percent sign."""
    named = _UNIT_IN_HEADING.search(out.kept["value"].heading) if "value" in out.kept else None
    if "unit" not in out.kept and named and not any(text.endswith("%") for text in written):
        said = "percent" if named[0][0] in "%pP" and not named[1] else f"per {named[1]}"
        size = len(out.kept["value"].values)
        out.kept["unit"] = Column(-1, "unit", contract.field("unit"), (), [said] * size)
        out.notes.append(Note(f"the unit is {said}, as the heading says"))
    if "unit" not in out.kept and any(text.endswith("%") for text in written):
        units: list[object] = ["percent" if text.endswith("%") else None for text in written]
        out.kept["unit"] = Column(-1, "unit", contract.field("unit"), (), units)


def _percents(out: Held, answers: Answers) -> None:
    """Hold published values against their units."""
    out.problems += percents.against_units(out.kept, out.rows)
    for look in (percents.mixed, percents.all_below_one):
        asked, said, places = look(out.kept, answers, out.rows)
        out.questions += asked
        if said:
            percents.apply(out.kept, said, places)
            limits = " with the limits around it" if {"lower", "upper"} & set(out.kept) else ""
            words = {
                "share": f"multiplied by 100{limits}, as you said",
                "percent": "percent, as you said",
            }
            told = words.get(said, "no percentage, as you said")
            out.notes.append(Note(told, out.rows(places), out.kept["value"].name))
    out.questions += percents.beyond_all(out.kept, answers, out.rows)


def _complete(out: Held, found: Shape, contract: Contract) -> None:
    """Add what is the same in every row, and number the lines of a file without ids."""
    size = len(out.numbers)
    for name, said in found.typed.items():
        if name in out.kept:
            continue
        one = contract.field(name)
        cell = cells.read(said, one, Ways())
        if cell.wrong:
            out.problems.append(
                Problem((), name, f'"{said}" ({cell.wrong})', one.expected, cell.fix)
            )
        out.kept[name] = Column(-1, name, one, (), [cell.value] * size)
    for one in contract.fields:
        if one.numbered and one.required and one.name not in out.kept and size:
            taken = any(column.field is one for column in found.columns)
            if not taken:
                ids = [f"row {number}" for number in out.numbers]
                out.kept[one.name] = Column(-1, one.name, one, (), ids)  # type: ignore[arg-type]


def _totals_among_lines(
    out: Held, sheet: Sheet, found: Shape, read: Reading, answers: Answers
) -> None:
    """Ask about lines that are the sum of the lines beside them."""
    lines = (*read.kept.values(), *read.turned)
    money = [
        c
        for c in lines
        if c.field and c.field.kind == "money" and c.field.name in ("amount", "salary")
    ]
    counts = [c for c in lines if c.field and c.field.name in ("events", "denominator")]
    if not money and len(counts) < 2:
        return
    names = ("fiscal_year", "program", "fund", "fund_label", "object", "unit", "partner", "side")
    labels = [read.kept[name] for name in names if name in read.kept]
    values = money or counts
    here = Held(numbers=[at + 1 for at in found.data])
    seen = sums.suspects(values, labels, sorted(found.breaks))
    words = [c for c in read.kept.values() if c.field and c.field.kind == "text"]
    strong = [each for each in seen if each.strong or _speaks_of_all(each.at, words)]
    weak = [each for each in seen if each not in strong]
    spoken = set(found.spoken)
    says = [at for at, place in enumerate(found.data) if place in spoken] if spoken else []
    known = {each.at for each in strong}
    strong += [
        each
        for each in sums.near(values, labels, sorted(found.breaks), says)
        if each.at not in known
    ]
    weak = [each for each in weak if each.at not in {near.at for near in strong}]
    strong = strong or sums.in_blocks(values[0])
    strong += sums.grand_total(values[0], [each.at for each in strong])
    if counts and not money:
        strong, weak = [], [*strong, *weak]
    out.notes += sums.point_at(weak, values[0], here.rows)
    if not strong:
        return
    question = sums.ask_about(strong, values[0], here.rows)
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
    elif said == "leave out":
        gone = set(here.rows([each.at for each in strong]))
        places = [at for at, number in enumerate(out.numbers) if number in gone]
        _leave_out(out, sheet, places, "reads", "read", "as a total and")


def _speaks_of_all(at: int, words: Sequence[Column]) -> bool:
    """Whether a row says in words, too, that it is a sum."""
    return any(isinstance(said := c.values[at], str) and _ALL.search(said) for c in words)


_ALL = re.compile(r"total|\ball (?:departments|divisions|funds|programs|units)\b", re.IGNORECASE)


def _without(out: Held, gone: set[int]) -> None:
    keep = [at for at, number in enumerate(out.numbers) if number not in gone]
    place = {at: new for new, at in enumerate(keep)}
    for name, column in out.kept.items():
        new = Column(
            column.at, column.heading, column.field, (), [column.values[at] for at in keep]
        )
        new.hidden = [place[at] for at in column.hidden if at in place]
        out.kept[name] = new
    out.numbers = [out.numbers[at] for at in keep]


def _sides(out: Held, sheet: Sheet, answers: Answers) -> None:
    """Ask what a sum means where money that comes in stands beside money that goes out."""
    side = out.kept.get("side")
    question = sides.wanted(side, answers) if side else None
    if question:
        out.questions.append(question)
    open_ones, gone = sides.lines_of_revenue(out.kept, answers, out.rows)
    out.questions += open_ones
    if gone:
        _leave_out(out, sheet, gone, "speaks", "speak", "of revenue and")


def _leave_out(
    out: Held, sheet: Sheet, places: Sequence[int], one: str, many: str, why: str
) -> None:
    """Leave rows out that the person said do not count, and quote them."""
    numbers = out.rows(places)
    _without(out, set(numbers))
    alone = len(numbers) == 1
    said = f"{one if alone else many} {why} {'was' if alone else 'were'} left out, as you said"
    quote = quoted(sheet.rows, [number - 1 for number in numbers])
    out.notes.append(Note(said, numbers, "", quote))


def _blank_funds(out: Held, answers: Answers) -> None:
    """Ask about labels of funds that were filled down: a blank may be a fund nobody knows."""
    for name in ("fund", "fund_label"):
        column = out.kept.get(name)
        if column is None or not column.down:
            continue
        question = choose(
            f"blank {name}",
            f"Column {column.name} has empty cells. Do they stand for the label above, or does "
            "nobody know?",
            [("above", "The label above: it stands only on the first row of its group"),
             ("unknown", "Nobody knows: leave them empty")],
            rows=out.rows(list(column.down)),
            column=column.name,
        )  # fmt: skip
        said = answers.chosen(question)
        if not said:
            out.questions.append(question)
        elif said == "unknown":
            empty = [None if at in column.down else v for at, v in enumerate(column.values)]
            out.kept[name] = Column(column.at, column.heading, column.field, (), empty)
        else:
            text = "the label above was filled down, as you said"
            out.notes.append(Note(text, out.rows(list(column.down)), column.name))
