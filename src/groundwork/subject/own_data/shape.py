"""What each column of a table holds: layout, years, groups and headings, a step after the other."""

from dataclasses import dataclass, field

from groundwork.subject.own_data import debits, fitting, groupings, layouts, mapping, wide
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.columns import columns_of
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.groupings import Grouping
from groundwork.subject.own_data.heads import Headings
from groundwork.subject.own_data.layout import File, Known
from groundwork.subject.own_data.questions import Answers, Question
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.wide import Turn, Wide
from groundwork.subject.own_data.wide_groups import groups_side_by_side

Rule = tuple[Column, frozenset[str]]
"""A column, and words of it that rows are kept for or left out for."""


@dataclass
class Shape:
    """The table as it was found: its headings, and what each of its columns holds.

    Attributes
    ----------
    heads
        The headings; their place is -1 when there are none.
    columns
        The columns, with all their cells below the headings.
    layout
        The layout that is known; without a name when none is.
    typed
        What is the same in every row, by the name of its field.
    turn
        Columns that become rows.
    grouping
        The columns that make the group together.
    quarters
        The column that says year and quarter in one.
    keep, drop
        By which words rows are kept, or left out.
    aside
        The places of columns that are part of another.
    proposed
        The places of columns that nobody has agreed to yet.
    notes, problems, questions
        What this step and those before it have to say.
    """

    heads: Headings
    columns: list[Column] = field(default_factory=list)
    layout: Known = field(default_factory=lambda: Known(""))
    typed: dict[str, str] = field(default_factory=dict)
    turn: Turn | None = None
    grouping: Grouping = field(default_factory=Grouping)
    quarters: Column | None = None
    keep: list[Rule] = field(default_factory=list)
    drop: list[Rule] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)
    proposed: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def find(file: str, heads: Headings, contract: Contract, answers: Answers) -> Shape:
    """Find out what each column below the headings holds."""
    if heads.at < 0:
        return Shape(heads, notes=heads.notes, problems=heads.problems)
    columns = columns_of(heads)
    empty = [column for column in columns if column.is_empty]
    notes = [Note(f'column {each.letter} "{each.heading}" is empty') for each in empty]
    known = Known("")
    if contract.values == "events":
        named = [column for column in columns if column.heading]
        known = layouts.recognize(File(file, named, heads.body, answers, heads.above)) or known
    pair = debits.two_columns(columns, contract, answers)
    columns = [pair.column if pair.column and c.at == pair.column.at else c for c in columns]
    fitting.try_all(columns, contract)
    beside, groups = Wide(), Wide()
    if not known.name:
        beside = wide.side_by_side(columns, contract, answers, heads.at)
    if not known.name and not beside.turn and not beside.roles:
        groups = groups_side_by_side(columns, contract, answers, heads.at)
    turn = known.turn or beside.turn or groups.turn
    turned = {column.at: "" for column in turn.columns} if turn else {}
    roles = heads.roles | known.roles | pair.roles | beside.roles | groups.roles | turned
    quarters = None if known.name else groupings.with_quarters(columns, contract)
    grouping = Grouping(known.together, aside={column.at for column in known.together})
    if not known.together:
        free = [column for column in columns if column.at not in roles]
        grouping = groupings.find_grouping(free, contract, answers, heads.at)
    typed = heads.typed | known.typed | beside.typed
    settled = {*typed} | ({turn.value, turn.label, turn.extra} if turn else set())
    settled |= ({"group"} if grouping.together else set()) | ({"year"} if quarters else set())
    roles |= dict.fromkeys(grouping.aside, "") | ({quarters.at: "quarter"} if quarters else {})
    mapped = mapping.map_columns(columns, contract, answers, roles, settled, heads)
    steps = (known, pair, beside, groups, grouping, mapped)
    return Shape(
        heads,
        columns,
        known,
        typed | mapped.typed,
        turn,
        grouping,
        quarters,
        [*known.keep, *((column, frozenset([total])) for column, total in grouping.only_where)],
        [*known.drop, *mapped.drop],
        set(pair.aside),
        set() if answers.agreed else set(mapped.proposed),
        [*heads.notes, *notes, *(note for step in steps for note in step.notes)],
        mapped.problems,
        [question for step in steps for question in step.questions],
    )
