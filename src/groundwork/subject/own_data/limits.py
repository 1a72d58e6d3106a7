"""Of which level the limits of a register are: a test of change rests on 95 percent.

Margins of error of the Census Bureau are of 90 percent. Taken for 95, they call too much a change,
so the person is asked wherever the headings do not say it.
"""

import re
from collections.abc import Mapping, Sequence

from groundwork.subject.intervals import Z95
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.contracts_people import LOWER, UPPER
from groundwork.subject.own_data.percents import Kept, Rows
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wording import simple

NAME = "level of limits"
VALUES = ("baseline_value", "latest_value")
FIELDS = tuple(f"{moment}_{end}" for moment in ("baseline", "latest") for end in ("low", "high"))
WIDER = Z95 / 1.6448536269514722
"""How many times as long as those of 90 percent the sides of a 95 % interval are: 1.19."""
_SAYS_95 = re.compile(r"(?<!\d)95(?!\d)")


def name_limits(
    columns: Sequence[Column], contract: Contract, fixed: Mapping[int, Spec | None]
) -> None:
    """Take a heading that says only which limit it is, such as LCL, for the value before it."""
    fields = {each.name: each for each in contract.fields if each.name in FIELDS}
    if not fields:
        return
    ends = {simple(words): "low" for words in LOWER} | {simple(words): "high" for words in UPPER}
    taken = {column.field.name for column in columns if column.field}
    moment = ""
    for column in columns:
        if column.field and column.field.name in VALUES:
            moment = column.field.name.partition("_")[0]
        name = f"{moment}_{ends.get(column.words, '')}"
        free = column.field is None and column.at not in fixed
        if free and name in fields and name not in taken:
            column.field = fields[name]
            taken.add(name)


def settle(kept: Kept, answers: Answers, rows: Rows) -> tuple[list[Question], list[Note]]:
    """Ask of which level limits are, and make those of 90 percent wider, as the person said."""
    given = [kept[name] for name in FIELDS if name in kept and any(_there(kept[name]))]
    if not given or all(_SAYS_95.search(column.heading) for column in given):
        return [], []
    if all(_is_ours(column) for column in given):
        words = "limits are taken as those of 95 % intervals, as the course's own headings say"
        return [], [Note(words, column=given[0].name, look=True)]
    question = choose(
        NAME,
        f"Column {given[0].name} holds limits of intervals. Of which level are they? The Census "
        "Bureau's margins of error are of 90 percent; the register tests changes with 95.",
        [
            ("95", "95 percent intervals: take them as they are"),
            ("90", f"90 percent: make each side {WIDER:.2f} times as long, which is 95 percent"),
            ("leave", "Nobody knows, or another level: leave the limits aside"),
        ],
        rows=rows([at for at, there in enumerate(_there(given[0])) if there]),
        column=given[0].name,
    )
    said = answers.chosen(question)
    if said == "leave":
        for column in given:
            column.put_values([None] * len(column.values))
        return [], [Note("limits were left aside, as you said", column=given[0].name)]
    if said == "90":
        for name in FIELDS:
            _widen(kept, name)
        words = f"limits of 90 % were made {WIDER:.2f} times as far from their value, as you said"
        return [], [Note(words, column=column.name) for column in given]
    return ([] if said else [question]), []


def _there(column: Column) -> list[bool]:
    return [value is not None for value in column.values]


def _is_ours(column: Column) -> bool:
    """Whether a heading is the course's own name or label of the field, which mean 95 percent."""
    field = column.field
    return field is not None and column.words in map(simple, (field.name, field.called[0]))


def _widen(kept: Kept, name: str) -> None:
    """Move limits away from their values; rounded, whole ones might not move at all."""
    limits, values = kept.get(name), kept.get(f"{name.partition('_')[0]}_value")
    if limits is None or values is None:
        return
    limits.put_values(
        [
            limit
            if limit is None or value is None
            else float(str(value)) + (float(str(limit)) - float(str(value))) * WIDER
            for limit, value in zip(limits.values, values.values, strict=True)
        ]
    )
