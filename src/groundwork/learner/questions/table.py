"""Fill the open cells of a table with numbers; each cell is judged as a number of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from groundwork.learner.answers import as_data
from groundwork.learner.questions.number import Number
from groundwork.learner.questions.question import GENERAL, Question, Verdict, each_named_once
from groundwork.subject.errors import UserError


@dataclass(frozen=True, kw_only=True)
class Table(Question):
    """A table with cells to fill; the answer is a mapping of cell to number.

    Parameters
    ----------
    columns
        The header row.
    rows
        The other rows: texts, and the ids of the cells to fill where a cell is open.
    cells
        What is judged: a number each. Its `id` is the cell's name, its `prompt` the cell in words
        (row and column) where its row holds more, and its unit is said beside it.
    why
        What is said when all are right.
    other
        What is said when a wrong number has no reply of its own.
    """

    kind: ClassVar[str] = "table"
    did: ClassVar[str] = "filled in"

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    cells: tuple[Number, ...] = ()
    why: str = ""
    other: str = GENERAL

    def judge(self, answer: object) -> Verdict:
        """Count the right cells and tell the first mistake, in the order of the table.

        Raises
        ------
        UserError
            When the answer is no mapping, or a cell holds no number in the unit asked.
        """
        filled = as_data(answer)
        if not isinstance(filled, dict):
            wanted = "a number for each open cell"
            raise UserError(f"The answer is {filled!r}, and the question asks for {wanted}.")
        wrong = []
        for cell in self.cells:
            verdict = self._judged(cell, filled.get(cell.id))
            if not verdict.right:
                wrong.append((cell, verdict))
        if not wrong:
            return Verdict(True, self.why)
        told = [each for each in wrong if each[1].recognized] or wrong[:1]
        right = len(self.cells) - len(wrong)
        counted = f"{right} of {len(self.cells)} cells are right."
        text = each_named_once(
            counted if len(self.cells) > 1 else "",
            {self.name_of(cell): verdict.text for cell, verdict in told},
            [self.name_of(cell) for cell, _ in wrong],
        )
        return Verdict(False, text, told[0][1].recognized)

    def name_of(self, cell: Number) -> str:
        """Return what a cell is called: as its row, where nothing else stands in that."""
        alone = [row[0] for row in self.rows if row[1:] == (f"[{cell.id}]",)]
        return alone[0] if alone and alone[0] else cell.prompt

    def _judged(self, cell: Number, given: object) -> Verdict:
        if given is None:
            return Verdict(False, "this cell is empty.", recognized=False)
        try:
            found = cell.judge(given)
        except UserError as error:
            raise UserError(f"{self.name_of(cell)}: {error.problem}", error.fix) from None
        if found.right or found.recognized:
            return found
        if rounded := cell.rounded_too_far(given):
            return Verdict(False, rounded)
        if cell.other:
            return found
        return Verdict(False, self.other, recognized=False)

    def asked(self) -> dict[str, Any]:
        """Return prompt, table, and how exact each cell must be."""
        return {
            "prompt": self.prompt,
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "cells": {cell.id: cell.asked() for cell in self.cells},
        }

    @property
    def right_answer(self) -> dict[str, float]:
        """Return cell to number."""
        return {cell.id: cell.right_answer for cell in self.cells}

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return each cataloged wrong number among right ones, with its reply."""
        return [
            ({**self.right_answer, cell.id: value}, reply)
            for cell in self.cells
            for value, reply in cell.wrong_answers()
        ]

    def promises(self) -> list[str]:
        """Say how exact the cells of each unit must be."""
        said = {(cell.unit, *cell.promises()): None for cell in self.cells}
        return [
            f"{unit[:1].upper()}{unit[1:]}: {promise}" if unit else promise
            for unit, *promises in said
            for promise in promises
        ]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        return super().from_json(
            {
                **data,
                "columns": tuple(data["columns"]),
                "rows": tuple(tuple(row) for row in data["rows"]),
                "cells": tuple(Number.from_json(each) for each in data["cells"]),
            }
        )
