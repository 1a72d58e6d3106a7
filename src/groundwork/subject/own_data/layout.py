"""What a known layout says of a file, and what it is recognized from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.questions import Answers, Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wide import Turn
from groundwork.subject.own_data.wording import simple


@dataclass
class Known:
    """A layout that was recognized.

    ``roles`` give the field of columns by their place ("" leaves one aside), ``typed`` what is the
    same in every row, ``keep`` the only rows that count (a column and its words), ``drop`` rows
    that are sums of others, ``skip`` further rows of headings, from 0 below the first. ``totals``
    says that a row called total is a row like the others, and ``together`` are the columns that
    make the group.
    """

    name: str
    roles: dict[int, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    turn: Turn | None = None
    questions: list[Question] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    keep: list[tuple[Column, frozenset[str]]] = field(default_factory=list)
    drop: list[tuple[Column, frozenset[str]]] = field(default_factory=list)
    skip: frozenset[int] = frozenset()
    totals: bool = False
    together: list[Column] = field(default_factory=list)


@dataclass
class File:
    """What a layout is recognized from.

    ``body`` are the rows below the headings, and ``above`` is the row above them; a word in it
    counts to the right until the next.
    """

    name: str
    columns: list[Column]
    body: Page
    answers: Answers
    above: Sequence[str] = ()

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """Its columns, by what counts in their headings."""
        return {column.words: column for column in self.columns}

    def place(self, *names: str) -> Column | None:
        """Give the column of the first of some names that the file has."""
        known = (self.by_name.get(simple(name)) for name in names)
        return next((column for column in known if column is not None), None)


def rest_aside(known: Known, columns: Sequence[Column]) -> Known:
    """Leave aside every column that has no role yet."""
    for column in columns:
        known.roles.setdefault(column.at, "")
    return known


def year_question(known: Known, file: File, found: str, why: str) -> None:
    """Ask for the year where the table itself has none; propose what the file says elsewhere."""
    said = file.answers.of("year")
    if said:
        known.typed["year"] = said
        return
    choices = (Choice(found, f"{found}, as {why}"),) if found else ()
    text = "The table has no column for the year. Which year or years does it count?"
    known.questions.append(Question("year", text, choices, "2020" if not found else "2018-2022"))
    known.typed["year"] = found or "2020"


def one_of(known: Known, file: File, column: Column, name: str) -> str:
    """Ask which rows count where a column says in which of several ways each was counted."""
    texts = column.texts
    if len(texts) < 2:
        return texts[0] if texts else ""
    choices = tuple(Choice(text, f'Only "{text}"') for text in texts)
    text = f"Column {column.name} holds {', '.join(texts)}. They must not be mixed: which one?"
    question = Question(name, text, choices, column=column.name)
    said = file.answers.chosen(question)
    if not said:
        known.questions.append(question)
        said = texts[0]
    known.keep.append((column, frozenset([said])))
    return said
