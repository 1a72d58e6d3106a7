"""A question whose answer is typed into the open cells of a table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from groundwork.learner.numerals import exact, plain, read_number, typed
from groundwork.learner.units import refuse_other
from groundwork.screen.widgets.question import Question, Reply
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

    def __init__(
        self,
        id: str,
        prompt: str,
        *,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        cells: Mapping[str, tuple[str, Sequence[str]]],
        terms: str = "",
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
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
        super().__init__(id, prompt, content, reply=reply, restore=restore)
        self._cells = cells

    def clean(self, value: Any) -> dict[str, float]:
        """Return cell to number, or name the cells that are empty or hold none."""
        given = {name: _text((value or {}).get(name)) for name in self._cells}
        empty = [self._cells[name][0] for name, text in given.items() if not text]
        if empty:
            raise UserError(f"Not filled yet: {'; '.join(empty)}.", "Write a number in each.")
        return {name: self._number(name, text) for name, text in given.items()}

    def _number(self, name: str, text: str) -> float:
        label, units = self._cells[name]
        try:
            numeral = read_number(text)
            if numeral.unit:
                refuse_other(numeral, units)
        except UserError as error:
            raise UserError(f"{label}: {error.problem}", error.fix) from None
        return float(numeral.value)

    def in_words(self, value: Mapping[str, float]) -> str:
        """Return each cell with its number and unit."""
        found = []
        for name, (label, units) in self._cells.items():
            if name in value:
                number = plain(exact(float(value[name])), ",")
                found.append(f"{label}: {number} {units[0] if units else ''}".strip())
        return "; ".join(found)

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Give numbers that were kept as they are typed."""
        shown = super().respond(action, data)
        if action == "open" and shown["value"] is not None:
            shown["typed"] = {name: typed(number) for name, number in shown["value"].items()}
        return shown

    def choices(self) -> list[str]:
        """Return the table with a blank for each open cell: a form to fill by hand."""
        terms = self.content["terms"]
        rows = [self.content["columns"], *self.content["rows"]]
        return [
            *([terms] if terms else []),
            *("  " + " | ".join(self._blank(cell) for cell in row) for row in rows),
        ]

    def _blank(self, cell: str) -> str:
        if not (cell.startswith("[") and cell[1:-1] in self._cells):
            return cell
        units = self._cells[cell[1:-1]][1]
        return f"___ {units[0]}" if units else "___"


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
