"""Columns that are made of others: years of quarters, a group of several, a place in its state."""

from collections.abc import Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.dates import read_fiscal_year
from groundwork.subject.own_data.groupings import QUARTER
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.shape import Shape
from groundwork.subject.own_data.wholes import is_whole_place

_STATES = {"state", "state abbreviation", "state abbr", "state name", "state desc", "st"}


def add_made(columns: list[Column], shape: Shape, contract: Contract) -> list[Note]:
    """Add the columns that are made of others: years, the group of several."""
    quarters, grouping = shape.quarters, shape.grouping
    notes = _with_state(columns) if contract.values == "events" else []
    if quarters:
        columns.append(_years_of(quarters, contract))
    elif contract.period == "year" and "year" not in shape.typed:
        columns += _years_of_fiscal(columns, contract)
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


def _years_of_fiscal(columns: Sequence[Column], contract: Contract) -> list[Column]:
    """Make the column of years of one of fiscal years, where none says the year."""
    held = {column.field.name: column for column in columns if column.field}
    fiscal = held.get("fiscal_year")
    if fiscal is None or "year" in held:
        return []
    read = [read_fiscal_year(text) for text in fiscal.shown]
    years = [each.removeprefix("FY") if each else None for each in read]
    return [Column(fiscal.at, fiscal.heading, contract.field("year"), years, made=True)]


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
