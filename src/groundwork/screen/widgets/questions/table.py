"""A question whose answer is typed into the open cells of a table."""

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from groundwork.learner.numerals import typed
from groundwork.learner.questions import Table
from groundwork.screen.widgets.questions.number import number_in, with_unit
from groundwork.screen.widgets.questions.question import How, Question, drawn
from groundwork.subject.errors import UserError


class TableQuestion(Question):
    """Fill the open cells of a table; the answer is a mapping of cell to number.

    Parameters
    ----------
    columns, rows
        The header row, and the others; "[name]" stands where a cell is open.
    cells
        Name to the cell in words, and to the words that may stand with its number; the first is
        the unit that the page shows.
    terms
        How exact the numbers must be.
    """

    drawn_by = drawn("table")

    def __init__(
        self,
        id: str,
        prompt: str,
        *,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        cells: Mapping[str, tuple[str, Sequence[str]]],
        terms: str = "",
        **how: Unpack[How],
    ) -> None:
        content = {
            "kind": "table",
            "columns": list(columns),
            "rows": [list(row) for row in rows],
            "cells": {
                name: [label, units[0] if units else ""] for name, (label, units) in cells.items()
            },
            "terms": terms,
        }
        super().__init__(id, prompt, content, **how)
        self._cells = cells

    def clean(self, value: Any) -> dict[str, float | str]:
        """Return cell to number, or name the cells that are empty or hold none."""
        given = {name: _text((value or {}).get(name)) for name in self._cells}
        empty = [self._cells[name][0] for name, text in given.items() if not text]
        if empty:
            raise UserError(f"Not filled yet: {'; '.join(empty)}.", "Write a number in each.")
        return {name: self._number(name, text) for name, text in given.items()}

    def _number(self, name: str, text: str) -> float | str:
        label, units = self._cells[name]
        return number_in(text, lambda: units, label)

    def in_words(self, value: Mapping[str, float | str]) -> str:
        """Return each cell with its number and unit."""
        found = []
        for name, (label, units) in self._cells.items():
            if name in value:
                number = with_unit(value[name], units[0] if units else "")
                found.append(f"{label}: {number}")
        return "; ".join(found)

    def as_typed(self, value: Mapping[str, float | str] | None) -> dict[str, str]:
        """Return each number as it is typed."""
        return {name: typed(number) for name, number in (value or {}).items()}

    def choices(self) -> list[str]:
        """Return the table with a blank for each open cell: a form to fill by hand."""
        rows = [self.content["columns"], *self.content["rows"]]
        return [
            *self.terms(),
            *("  " + " | ".join(self._blank(cell) for cell in row) for row in rows),
        ]

    def _blank(self, cell: str) -> str:
        if not (cell.startswith("[") and cell[1:-1] in self._cells):
            return cell
        units = self._cells[cell[1:-1]][1]
        return f"___ {units[0]}" if units else "___"


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def in_a_table(asked: Table, **how: Unpack[How]) -> TableQuestion:
    """Return the controls of a table with open cells."""
    return TableQuestion(
        asked.id,
        asked.prompt,
        columns=asked.columns,
        rows=asked.rows,
        cells={each.id: (asked.name_of(each), each.units) for each in asked.cells},
        terms=" ".join(asked.promises()),
        **how,
    )
