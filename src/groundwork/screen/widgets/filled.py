"""Questions whose answer is filled in: partners for lines, letters for the cells of a matrix."""

from collections.abc import Callable, Mapping
from typing import Any

from groundwork.screen.widgets.question import ClassifyQuestion, Question, Reply
from groundwork.subject.errors import UserError

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class MatchQuestion(ClassifyQuestion):
    """Match each item with a partner; the answer is a mapping of item to partner.

    The partners stand above in full, each with a letter, since a closed list cuts them off.
    """

    drawn_as = "match"

    def __init__(
        self,
        id: str,
        prompt: str,
        items: Mapping[str, str],
        partners: Mapping[str, str],
        *,
        terms: str = "",
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        lettered = {
            name: f"{letter}. {text}"
            for letter, (name, text) in zip(LETTERS, partners.items(), strict=False)
        }
        super().__init__(id, prompt, items, lettered, terms=terms, reply=reply, restore=restore)

    def choices(self) -> list[str]:
        """Return how often a partner fits, the partners with their letters, then the items."""
        terms = self.content["terms"]
        return [
            *([terms] if terms else []),
            *(f"  {text}" for _, text in self.content["categories"]),
            "Write a letter beside each:",
            *(f"  - {text}" for _, text in self.content["items"]),
        ]


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
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        content: dict[str, Any] = {
            "kind": "matrix",
            "rows": [list(row) for row in rows.items()],
            "columns": [list(column) for column in columns.items()],
            "letters": [list(letter) for letter in letters.items()],
            "terms": terms,
        }
        if button:
            content["button"] = button
        super().__init__(id, prompt, content, reply=reply, restore=restore)

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
        terms = self.content["terms"]
        columns = "; ".join(f"{text} ___" for _, text in self.content["columns"])
        return [
            *([terms] if terms else []),
            *(f"  {letter} = {text}" for letter, text in self.content["letters"]),
            *(f"  - {text}: {columns}" for _, text in self.content["rows"]),
        ]
