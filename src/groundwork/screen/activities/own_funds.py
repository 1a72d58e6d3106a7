"""Ask of each fund of the learner's own file what no export says: recurring, any use, last day."""

from dataclasses import replace
from typing import Any

from groundwork.learner import chosen_file, public_record
from groundwork.screen.activities import whose_budget
from groundwork.screen.activities.horizon import horizon as slider
from groundwork.screen.activities.whose_budget import FUNDS, KIND
from groundwork.screen.activities.words import Words
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.fields import ANY
from groundwork.screen.widgets.records import FromFile, RecordList
from groundwork.subject.budget.fund_facts import funds_of
from groundwork.subject.budget.own_lines import spent
from groundwork.subject.errors import UserError

WORDS = Words("own_funds")
WHEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "covers": ("ends", ANY),
    "recurs_by": ("recurs", ("recurring",)),
}


def horizon(name: str = "horizon") -> Stack:
    """Return the funds of a file of the learner's own, and below them the horizon."""
    return Stack(own_funds(), slider(name))


def own_funds(name: str = FUNDS) -> RecordList:
    """Return the list of funds; it is shown only while a file of the learner's own is in use."""
    listed = RecordList(
        name,
        [replace(field, when=WHEN.get(field.id, ())) for field in WORDS.fields()],
        title=WORDS("title"),
        record=public_record.BUDGET,
        one=WORDS("one"),
        check=_refuse_twice,
        on_change=lambda _: _tell(name),
        from_file=offered,
        asked=lambda: chosen_file.in_use(KIND) is not None,
    )
    chosen_file.follow(KIND, name, listed.refresh)
    return listed


def offered() -> FromFile | None:
    """Return the funds of the file in use that the list does not have yet; None without any."""
    file = chosen_file.in_use(KIND)
    if file is None or file.result.table is None:
        return None
    known = whose_budget.fund_facts()
    rows = [each for each in funds_of(spent(file.result.table).lines) if each["fund"] not in known]
    if not rows:
        return None
    return FromFile(file.file, WORDS("take", file=file.file, count=str(len(rows))), tuple(rows))


def _tell(name: str) -> None:
    """Have the steps that are about the file follow; the list itself shows what it was told."""
    chosen_file.tell(KIND, but=name)


def _refuse_twice(rows: list[dict[str, Any]]) -> None:
    funds = [row["fund"] for row in rows]
    for fund in funds:
        if funds.count(fund) > 1:
            raise UserError(WORDS("twice", fund=fund), WORDS("edit"))
