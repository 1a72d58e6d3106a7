"""Make the columns that were read into those of the table: complete, with their units."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data import cells, percents
from groundwork.subject.own_data.cell import Ways
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.lines import Lines
from groundwork.subject.own_data.own_totals import own_totals
from groundwork.subject.own_data.questions import Question
from groundwork.subject.own_data.reading import Reading
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.wide import Turn


@dataclass
class Table:
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

    def leave_out(self, places: Sequence[int], one: str, many: str, why: str) -> None:
        """Leave rows out that the person said do not count, and say which."""
        numbers = self.rows(places)
        gone = set(numbers)
        keep = [at for at, number in enumerate(self.numbers) if number not in gone]
        place = {at: new for new, at in enumerate(keep)}
        for name, column in self.kept.items():
            values = [column.values[at] for at in keep]
            new = Column(column.at, column.heading, column.field, (), values)
            new.hidden = [place[at] for at in column.hidden if at in place]
            self.kept[name] = new
        self.numbers = [self.numbers[at] for at in keep]
        alone = len(numbers) == 1
        said = f"{one if alone else many} {why} {'was' if alone else 'were'} left out, as you said"
        self.notes.append(Note(said, numbers, quotes=True))


def make(page: Page, found: Lines, read: Reading, contract: Contract) -> Table:
    """Make the table; the totals of the file are held against its rows before any is turned."""
    out = Table(dict(read.kept), [at + 1 for at in found.data])
    own = [c for c in (*read.kept.values(), *read.turned) if _adds_up(c)]
    out.notes += own_totals(page, found.totals, own)
    if found.turn and read.turned:
        _turn(out, found.turn, read.turned, contract)
    elif "value" in out.kept:
        _units(out, out.kept["value"].shown, contract)
    if not found.turn:
        unit = next((each for each in contract.fields if each.name == "unit"), None)
        percents.fill_units(out.kept, unit)
    _complete(out, found, contract)
    return out


def _adds_up(column: Column) -> bool:
    return bool(column.field and column.field.kind in ("money", "whole", "number"))


def _turn(out: Table, turn: Turn, columns: Sequence[Column], contract: Contract) -> None:
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
            written.append(column.shown[at])
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


def _units(out: Table, written: Sequence[str], contract: Contract) -> None:
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


def _complete(out: Table, found: Lines, contract: Contract) -> None:
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
