"""Columns that are made of others: years of quarters, a group of several, a place in its state."""

from collections.abc import Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.groupings import QUARTER, Grouping
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wholes import is_whole_place

_STATES = {"state", "state abbreviation", "state abbr", "state name", "state desc", "st"}


def add_made(
    columns: list[Column], quarters: Column | None, grouping: Grouping, contract: Contract
) -> list[Note]:
    """Add the columns that are made of others: the years of quarters, the group of several."""
    notes = _with_state(columns) if contract.values == "events" else []
    if quarters:
        columns.append(_years_of(quarters, contract))
    if grouping.together:
        group = _joined(grouping.together)
        group.field = contract.field("group")
        columns.append(group)
    return notes


def _joined(columns: Sequence[Column]) -> Column:
    """Make one column of several, their words joined by a comma."""
    first = columns[0]
    if len(columns) == 1:
        return Column(first.at, first.heading, first.field, first.cells)
    cells = [
        ", ".join(filter(None, parts))
        for parts in zip(*(column.shown for column in columns), strict=True)
    ]
    return Column(first.at, " and ".join(c.heading for c in columns), first.field, cells)


def _years_of(column: Column, contract: Contract) -> Column:
    """Make the column of years of one that says year and quarter."""
    found = [QUARTER.fullmatch(text) for text in column.shown]
    years = [(each[1] or each[4]) if each else None for each in found]
    return Column(column.at, column.heading, contract.field("year"), years, made=True)


def _with_state(columns: Sequence[Column]) -> list[Note]:
    """Join a place with its state where places of several states bear one name."""
    place = next((c for c in columns if c.field and c.field.name == "district"), None)
    state = next((c for c in columns if c.words in _STATES and c is not place), None)
    if place is None or state is None or len(state.texts) < 2:
        return []
    pairs = set(zip(place.shown, state.shown, strict=True))
    if len(pairs) == len({name for name, _ in pairs}):
        return []
    place.put(
        [
            f"{name}, {of}" if _is_named(name) and of else cell
            for cell, name, of in zip(place.cells, place.shown, state.shown, strict=True)
        ]
    )
    return [
        Note(f"{place.name} was joined with {state.name}: places of several states bear one name")
    ]


def _is_named(place: str) -> bool:
    return bool(place) and not (is_whole_place(place) and place.casefold() != "statewide")
