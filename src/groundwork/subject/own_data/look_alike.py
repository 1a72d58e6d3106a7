"""Ask about labels that look alike: one name in two ways is counted as two, two names as one never.

Nothing is merged in silence and nothing is kept apart in silence.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.likeness import alike
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note

Rows = Callable[[Sequence[int]], tuple[int, ...]]

ALL = "labels"
"""The name of the question about all labels of a file that look alike."""
_MOST_LABELS = 3000
_MOST_COMPARED = 1000
_SHOWN = 6
_RARE = 3  # times as often: so much more is a place's name met than a slip in it
_ONE = ("one", "Yes: one name, written in two ways. Count it as one")
_KEEP = ("keep", "No: they are different. Keep them apart")


@dataclass(frozen=True)
class Family:
    """Labels of one column that look alike; the one met most often comes first.

    ``places`` are where the others stand than the first.
    """

    column: Column
    labels: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def said(self) -> str:
        """The labels in words."""
        return " and ".join(f'"{label}"' for label in self.labels)


def families_of(column: Column) -> list[Family]:
    """Find labels of a column that look alike."""
    one = column.field
    if not one or one.kind != "text" or one.name in _NO_LABELS or _IDS.search(one.name):
        return []
    labels = [str(value) for value in column.labels if value is not None]
    if not 1 < len(labels) <= _MOST_LABELS:
        return []
    # A column in which nearly each row has a name of its own has no labels to be misspelled.
    few = len(labels) <= _MOST_COMPARED and not len(labels) > 0.9 * len(column.values) > 20
    groups = one.name == "group"
    found = alike(labels, code=one.code, groups=groups, slips=few)
    where: dict[object, list[int]] = {label: [] for family in found for label in family}
    for at, value in enumerate(column.values if found else ()):
        if value in where:
            where[value].append(at)
    counts = {label: len(places) for label, places in where.items()}
    out = []
    for family in found:
        often = sorted(family, key=lambda label: (-counts[label], -len(label)))
        if one.name == "district" and not alike(family, slips=False):
            often = [x for x in often if x is often[0] or _RARE * counts[x] <= counts[often[0]]]
        if len(often) > 1:
            others = sorted(at for label in often[1:] for at in where[label])
            out.append(Family(column, tuple(often), tuple(others)))
    return out


_NO_LABELS = ("purpose", "role_in_equity")
_IDS = re.compile(r"(?:^|_)id$")


def settle(
    kept: Mapping[str, Column], answers: Answers, rows: Rows
) -> tuple[list[Question], list[Note]]:
    """Ask about every label that looks like another, and do what was answered.

    One family is one question. Of several one question asks about all; who answers that they are
    not all alike is asked about each.
    """
    found = [family for column in kept.values() for family in families_of(column)]
    if not found:
        return [], []
    together = len(found) > 1
    if together:
        question = _about_all(found, rows)
        said = answers.chosen(question)
        if not said:
            return [question], []
        if said != "each":
            return [], [note for family in found for note in _done(family, said, rows)]
    questions, notes = [], []
    for family in found:
        question = _about(family, rows)
        said = answers.chosen(question)
        if said:
            notes += _done(family, said, rows)
        else:
            questions.append(question)
    return questions, notes


def _about(family: Family, rows: Rows) -> Question:
    name = family.labels[-1].replace("=", " ")
    assert family.column.field
    return choose(
        f"{family.column.field.name} {name}",
        f"In column {family.column.name} labels look alike: {family.said}. Are they one?",
        [(_ONE[0], f'{_ONE[1]}: "{family.labels[0]}"'), _KEEP],
        rows=rows(family.places),
        column=family.column.name,
    )


def _about_all(found: Sequence[Family], rows: Rows) -> Question:
    columns = {id(family.column): family.column for family in found}
    said = []
    for column in columns.values():
        here = [family.said for family in found if family.column is column]
        more = f"; and {len(here) - _SHOWN:,} more" if len(here) > _SHOWN else ""
        said.append(f"{'; '.join(here[:_SHOWN])}{more}, in column {column.name}")
    places = sorted({at for family in found for at in family.places})
    return choose(
        ALL,
        f"Labels look alike: {'. '.join(said)}. Is each of these one name, written in two ways?",
        [
            ("one", "Yes, each: count it as one, under the name met most often"),
            ("keep", "No, none: they are different, and are kept apart"),
            ("each", "Some are and some are not: ask about each"),
        ],
        rows=rows(places),
        column=" and ".join(column.name for column in columns.values()),
    )


def _done(family: Family, said: str, rows: Rows) -> list[Note]:
    """Count labels as one or keep them apart, as the person said, and tell it."""
    column, (first, *others) = family.column, family.labels
    numbers = rows(family.places)
    if said == "keep":
        text = f"labels look alike and were kept apart, as you said: {family.said}"
        return [Note(text, numbers, column.name)]
    values = list(column.values)
    for at in family.places:
        values[at] = first
    column.put_values(values)
    quoted = " and ".join(f'"{label}"' for label in others)
    return [Note(f'{quoted} {"was" if len(others) == 1 else "were"} counted as "{first}", as you '
                 "said", numbers, column.name)]  # fmt: skip
