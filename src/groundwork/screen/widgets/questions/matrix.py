"""Fill a matrix: a letter, or none, in each cell."""

from collections.abc import Mapping
from typing import Any, Unpack

from groundwork.learner.questions import Matrix
from groundwork.screen.widgets.questions.question import How, Question, drawn, pairs
from groundwork.subject.errors import UserError


class MatrixQuestion(Question):
    """Choose a letter, or none, for each column of each row.

    The answer is a mapping of row to column to letter; empty cells are left out.

    Parameters
    ----------
    rows, columns, letters
        The name of each to its words.
    terms
        What holds for each row, shown below the prompt.
    button
        What the button says, where it does not check an answer.
    """

    drawn_by = drawn("matrix")

    def __init__(
        self,
        id: str,
        prompt: str,
        *,
        rows: Mapping[str, str],
        columns: Mapping[str, str],
        letters: Mapping[str, str],
        terms: str = "",
        button: str | None = None,
        **how: Unpack[How],
    ) -> None:
        content: dict[str, Any] = {
            "kind": "matrix",
            "rows": pairs(rows),
            "columns": pairs(columns),
            "letters": pairs(letters),
            "terms": terms,
        }
        if button:
            content["button"] = button
        super().__init__(id, prompt, content, **how)

    def clean(self, value: Any) -> dict[str, dict[str, str]]:
        """Return row to column to letter, or name the rows in which nothing stands."""
        columns = [column for column, _ in self.content["columns"]]
        letters = {letter for letter, _ in self.content["letters"]}
        filled = {
            row: {column: cells[column] for column in columns if cells.get(column) in letters}
            for row, _ in self.content["rows"]
            if isinstance(cells := (value or {}).get(row, {}), Mapping)
        }
        empty = [text for row, text in self.content["rows"] if not filled.get(row)]
        if empty:
            raise UserError(
                f"Nothing stands yet in: {'; '.join(empty)}.", "Choose a part for each line."
            )
        return filled

    def in_words(self, value: Mapping[str, Mapping[str, str]]) -> str:
        """Return each row with who has which part."""
        rows, columns = dict(self.content["rows"]), dict(self.content["columns"])
        letters = dict(self.content["letters"])
        return "; ".join(
            f"“{rows.get(row, row)}”: "
            + ", ".join(
                f"{columns.get(at, at)} {letters.get(each, each)}" for at, each in cells.items()
            )
            for row, cells in value.items()
        )

    def choices(self) -> list[str]:
        """Return the letters, and the rows with a place for each column: a form to fill by hand."""
        columns = "; ".join(f"{text} ___" for _, text in self.content["columns"])
        return [
            *self.terms(),
            *(f"  {letter} = {text}" for letter, text in self.content["letters"]),
            *(f"  - {text}: {columns}" for _, text in self.content["rows"]),
        ]


def filled_in(asked: Matrix, **how: Unpack[How]) -> MatrixQuestion:
    """Return the controls of a question about who has which part."""
    return MatrixQuestion(
        asked.id,
        asked.prompt,
        rows={row.name: row.text for row in asked.rows},
        columns={column.name: column.text for column in asked.columns},
        letters={letter.name: letter.text for letter in asked.letters},
        terms=" ".join(asked.promises()),
        **how,
    )
