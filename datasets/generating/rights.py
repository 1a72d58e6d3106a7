"""Who may commit what in an invented place, and who has which part in its decisions, as tables."""

from collections.abc import Iterable

from tables import Row

Words = tuple[str, ...]


def delegations(rows: Iterable[Words]) -> list[Row]:
    """Each position or group that has a part, and what it may commit in one decision."""
    names = ("position", "kind", "money", "beyond", "written_in", "paid")
    return [dict(zip(names, row, strict=True)) for row in rows]


def decisions(rows: Iterable[tuple[Words, Words]]) -> list[Row]:
    """Decisions as they are made now, with their gaps: what is decided, and who has which part."""
    names = ("decision", "money", "beyond", "affects", "days")
    parts = ("decides", "signs_off", "advises", "works", "told")
    return [dict(zip((*names, *parts), (*one, *who), strict=True)) for one, who in rows]
