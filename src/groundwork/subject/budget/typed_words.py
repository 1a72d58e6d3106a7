"""What was typed into a budget request and a list of budget lines, read before it goes out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groundwork.subject import choosing, outside
from groundwork.subject.asks import Ask, of_remarks
from groundwork.subject.budget import supplanting
from groundwork.subject.budget.request import RequestItem
from groundwork.subject.choosing import Trait
from groundwork.subject.remark import Remark

_OF_A_LINE = ("line", "fund", "recurs_by", "paper", "record", "ends")


def of_request(parts: Mapping[str, str], items: Sequence[RequestItem] = ()) -> list[Remark]:
    """Remark on what the writer of a request has to do before it goes anywhere."""
    return [
        *supplanting.review(parts),
        *outside.remarks(parts, positions=("owner",)),
        *_chosen("ask", choosing.by(parts.get("ask", ""), of_positions=True)),
        *_chosen("outcome", choosing.given(parts.get("outcome", ""))),
        *(remark for item in items for remark in _of_item(item)),
    ]


def asks_of_request(parts: Mapping[str, str], items: Sequence[RequestItem]) -> list[Ask]:
    """Ask of counsel what a request chooses people by."""
    return of_remarks(of_request(parts, items), "the memo")


def of_lines(records: Sequence[Mapping[str, Any]]) -> list[Remark]:
    """Remark on what a list of budget lines should not hold when it is handed on."""
    return [
        remark
        for record in records
        for remark in outside.remarks(
            {name: str(record.get(name) or "") for name in _OF_A_LINE}, about=str(record["line"])
        )
    ]


def _of_item(item: RequestItem) -> Iterator[Remark]:
    yield from outside.remarks(outside.typed(item), about=item.name)
    yield from _chosen("name", choosing.by(item.name, of_positions=True), item.name)


def _chosen(part: str, trait: Trait | None, about: str = "") -> Iterator[Remark]:
    if trait and trait.strong:
        yield Remark(
            about=about,
            part=part,
            harms=True,
            what=f"“{trait.words}”: hiring or serving people {choosing.BY_LAW}",
            try_instead="Say which need or work the money pays for, open to whom. Ask counsel "
            "before the memo goes out.",
            question="before the memo goes out: whether people may be hired or served by this, or "
            "by what stands in for it",
        )
