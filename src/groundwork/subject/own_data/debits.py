"""Debit and credit: one amount in two columns, a mark behind each number, or a column of marks.

Which of them is more and which is less money depends on whose books these are: it is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from groundwork.subject.own_data import numbers
from groundwork.subject.own_data.cell import Shown, is_blank, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note

NAME = "debit and credit"
DEBIT, CREDIT = "debit", "credit"
_WORDS = {DEBIT: {"debit", "dr"}, CREDIT: {"credit", "cr"}}
_MARKS = {"dr": DEBIT, "d": DEBIT, "debit": DEBIT, "cr": CREDIT, "c": CREDIT, "credit": CREDIT}
_MARKED = re.compile(r"(?P<number>.*\d[.,]?\d*\)?) ?(?P<mark>dr|cr|debit|credit)\.?", re.I)


@dataclass
class Joined:
    """Two columns made one, and what is to be said about them.

    ``roles`` give the field of both by their place, and ``aside`` is the one that became a part.
    """

    column: Column | None = None
    roles: dict[int, str] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    questions: list[Question] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def two_columns(columns: Sequence[Column], contract: Contract, answers: Answers) -> Joined:
    """Join a column of debits and one of credits to one of amounts, in the place of the first."""
    out = Joined()
    amount = next((one for one in contract.fields if one.name == "amount"), None)
    known = contract.headings
    if amount is None or "amount" in answers.columns.values():
        return out
    if any(known.get(column.words) is amount for column in columns):
        return out
    debits = [column for column in columns if _is(column, DEBIT)]
    credits_ = [column for column in columns if _is(column, CREDIT)]
    if len(debits) != 1 or len(credits_) != 1:
        return out
    debit, credit = debits[0], credits_[0]
    question = _question(f"Columns {debit.name} and {credit.name} hold one amount in two columns.")
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
    more, less = (credit, debit) if said == CREDIT else (debit, credit)
    way = numbers.decide([*more.texts, *less.texts], "money")
    cells = [_less(a, b, way) for a, b in zip(more.cells, less.cells, strict=True)]
    heading = f"{more.heading} less {less.heading}"
    out.column = Column(debit.at, heading, amount, cells, made=True)
    out.roles = {debit.at: "amount", credit.at: ""}
    out.aside = {credit.at}
    out.notes.append(Note(f"{more.name} less {less.name} is the amount"))
    return out


def _is(column: Column, which: str) -> bool:
    words = set(column.words.split())
    other = CREDIT if which == DEBIT else DEBIT
    if not words & _WORDS[which] or words & (_WORDS[other] | {"account", "code", "id"}):
        return False
    return not any(column.said) or any(map(numbers.take_apart, column.said))


def _question(text: str) -> Question:
    return choose(
        NAME,
        f"{text} Which counts as more?",
        [(DEBIT, "Debits: money that goes out; a credit is taken off"),
         (CREDIT, "Credits: money that comes in; a debit is taken off")],
    )  # fmt: skip


def _number(cell: object, way: str) -> Decimal | None:
    """Give the number in a cell where it can be read in one way, or None."""
    if isinstance(cell, Shown):
        return _number(cell.value, way)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(repr(cell))
    found = numbers.take_apart(text_of(cell))
    if found is None or found.alike:
        return found.by_point if found else None
    here = found.one_way or way
    return {numbers.POINT: found.by_point, numbers.COMMA: found.by_comma}.get(here)


def _less(more: object, less: object, way: str) -> object:
    """Take one cell off another; what cannot be read stays, and is told where it is read."""
    if is_blank(more) and is_blank(less):
        return None
    first = Decimal(0) if is_blank(more) else _number(more, way)
    second = Decimal(0) if is_blank(less) else _number(less, way)
    if first is None or second is None:
        return f"{text_of(more)} less {text_of(less)}" if not is_blank(less) else more
    return float(first - second)


def by_marks(columns: Sequence[Column], answers: Answers) -> Joined:
    """Give amounts their signs by marks behind them, or by a column of marks beside them.

    The amount's own column gets the cells with their signs; ``aside`` is the column of marks.
    """
    out = Joined()
    amount = next((c for c in columns if c.field and c.field.name == "amount"), None)
    if amount is None or amount.made:
        return out
    beside = next((c for c in columns if c.field is None and _holds_marks(c)), None)
    if beside is None:
        if not any(map(str.isalpha, amount.letters)):  # a mark is a word
            return out
        if not any(_MARKED.fullmatch(text) for text in amount.texts):
            return out
        text = f"Numbers of column {amount.name} bear marks such as DR or CR."
        marks = [_mark_behind(text) for text in amount.shown]
    else:
        text = f"Column {beside.name} says debit or credit for each amount."
        marks = [_MARKS.get(text.casefold().rstrip("."), "") for text in beside.shown]
        out.aside = {beside.at}
    question = _question(text)
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
    less = DEBIT if said == CREDIT else CREDIT
    way = numbers.decide(map(_without_mark, amount.texts), "money")
    signed = [_signed(c, mark, less, way) for c, mark in zip(amount.cells, marks, strict=True)]
    amount.put(signed)
    return out


_MOST_KINDS = 60


def _holds_marks(column: Column) -> bool:
    if len(column.texts) > _MOST_KINDS:
        return False
    texts = {text.casefold().rstrip(".") for text in column.texts}
    if not texts or not texts <= set(_MARKS):
        return False
    kinds = {_MARKS[text] for text in texts}
    words = set(column.words.split())
    speaks = words & {*_WORDS[DEBIT], *_WORDS[CREDIT], "dc", "sign", "posting", "indicator"}
    return bool(speaks) or (len(kinds) == 2 and bool(texts & {"dr", "cr", "debit", "credit"}))


def _mark_behind(text: str) -> str:
    found = _MARKED.fullmatch(text)
    return _MARKS[found["mark"].casefold()] if found else ""


def _without_mark(text: str) -> str:
    found = _MARKED.fullmatch(text)
    return found["number"].strip() if found else text


def _signed(cell: object, mark: str, less: str, way: str) -> object:
    """Give a number without its mark, and below zero where the mark says so."""
    if not mark or is_blank(cell):
        return cell
    text = text_of(cell)
    bare: object = cell if _without_mark(text) == text else _without_mark(text)
    if mark != less:
        return bare if bare is cell else Shown(bare, f"the mark for {mark} was taken off")
    value = _number(bare, way)
    if value is not None and value < 0:
        return cell  # less than zero and taken off: nobody knows which is meant
    note = f"a {mark} was taken as less than zero"
    return Shown(f"-{text_of(bare)}" if value is None else float(-value), note)
