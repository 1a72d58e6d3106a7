"""Groups of people side by side (White, Black, Hispanic), as tables of vital statistics have them.

Whether each becomes a row of its own, or one of them is meant, is asked and never guessed.
"""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.questions import Answers, Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wide import NO_COUNT, Turn, Wide

GROUPS = "groups"
_FEWEST = 2
_PARTS = re.compile(
    r"(?:non ?hispanic |nh |hispanic )?(?:white|black|asian)(?: or african american| non ?hispanic"
    r"| or pacific islander| nh| alone)?|african american|(?:non ?)?hispanic(?: or latin[oax])?"
    r"|latin[oax]|american indian(?: (?:or|and|/)? ?alaska native)?|alaska native|aian|nhpi|api"
    r"|native hawaiian.*|pacific islander|native american|multiracial|two or more(?: race)?"
    r"|males?|females?|men|women|boys|girls|(?:age )?\d{1,2} (?:to )?\d{1,2}(?: year)?(?: old)?"
    r"|(?:under|less than|<) ?\d{1,2}(?: year)?|\d\d(?: year)? (?:and|or) (?:over|older)",
    re.IGNORECASE,
)
_WHOLES = re.compile(r"total|all(?: race| age| group| people)?|both sexe?|other(?: race)?|unknown")


def groups_side_by_side(
    columns: Sequence[Column], contract: Contract, answers: Answers, header: int
) -> Wide:
    """Find columns of numbers that are each headed by a group of people."""
    out = Wide()
    if contract.values != "events" or any(map(_is_settled, columns)):
        return out
    if {"group", *contract.one_of} & set(answers.columns.values()):
        return out
    alike = _alike(columns, contract)
    if sum(bool(_PARTS.fullmatch(column.words)) for column in alike) < _FEWEST:
        return out
    named = ", ".join(column.heading for column in alike)
    question = Question(
        "group",
        "Groups of people stand side by side here. One row a group is wanted. Which are meant?",
        (
            Choice(GROUPS, f"Turn them: one row a group, from {named}"),
            *(Choice(column.heading, f"Only {column.name}") for column in alike),
        ),
        rows=(header + 1,),
        column=" and ".join(column.name for column in alike),
    )
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
        said = GROUPS
    turned = [column for column in alike if said in (GROUPS, column.heading)]
    whole = all(column.sample_whole == column.sample_numbers for column in turned)
    labels = {column.at: column.heading for column in turned}
    out.turn = Turn(turned, "events" if whole else "value", "group", labels)
    out.roles = {column.at: "" for column in alike}
    told = ", ".join(column.name for column in turned)
    out.notes.append(Note(f"groups side by side were turned, one row a group: {told}"))
    return out


def _alike(columns: Sequence[Column], contract: Contract) -> list[Column]:
    """Columns of numbers from the first that a group heads to the last, and those beside them.

    "Asian/PI" and "65+" stand among headings that are known: a group that nobody knows is not lost.
    """
    runs: list[list[Column]] = [[]]
    for column in columns:
        known = column.words in contract.headings or NO_COUNT & set(column.words.split())
        if _holds_numbers(column) and column.heading and not known:
            runs[-1].append(column)
        else:
            runs.append([])
    return [column for run in runs if any(map(_is_headed, run)) for column in run]


def _is_settled(column: Column) -> bool:
    """Whether a heading says the group, or the number that is counted."""
    return column.words in ("group", "event", "count", "case", "death", "birth", "value", "rate")


def _is_headed(column: Column) -> bool:
    return bool(_PARTS.fullmatch(column.words) or _WHOLES.fullmatch(column.words))


def _holds_numbers(column: Column) -> bool:
    return {"events", "value"} & column.could != set()
