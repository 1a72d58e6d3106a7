"""Fill a matrix: a letter, or nothing, for each column of each row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from groundwork.learner.answers import as_data
from groundwork.learner.questions.question import GENERAL, Question, Verdict
from groundwork.learner.questions.sort import Category
from groundwork.subject.errors import UserError

EMPTY = ""
Filled = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Row:
    """One row of the matrix.

    `key` holds the letters that are right in a column, the best first, "" for a cell left empty; a
    column that is not in it is left empty or holds a letter of the matrix's `spare`. `replies`
    holds what is said to a wrong letter, by column and letter ("nurse D", and "nurse " for an empty
    cell); `reply` what is said to any other mistake in the row.
    """

    name: str
    text: str
    key: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replies: Mapping[str, str] = field(default_factory=dict)
    reply: str = ""


def cell(column: str, letter: str) -> str:
    """Return the name under which a row's replies hold a letter in a column."""
    return f"{column} {letter}"


@dataclass(frozen=True, kw_only=True)
class Matrix(Question):
    """Rows and columns, and in each cell a letter or nothing; the answer maps row to column to it.

    Parameters
    ----------
    letters, columns
        What may stand in a cell, and the columns, each with its name and its words.
    once
        The letters that stand exactly once in each row, such as "D" where one position decides.
    spare
        The letters that may stand where the key names no letter, besides nothing: the harmless
        ones. None, as in a matrix of an earlier version: any.
    too_many
        What is said to a letter in a cell that is to be empty, by letter.
    why
        What is said when every row stands.
    other
        What is said when nothing else fits.
    """

    kind: ClassVar[str] = "matrix"
    did: ClassVar[str] = "filled in"

    letters: tuple[Category, ...] = ()
    columns: tuple[Category, ...] = ()
    rows: tuple[Row, ...] = ()
    once: str = ""
    spare: str | None = None
    too_many: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    other: str = GENERAL

    def judge(self, answer: object) -> Verdict:
        """Count the rows that stand, and tell the first mistake from the top that has a reply."""
        filled = self.filled(answer)
        wrong = [row for row in self.rows if not self._stands(row, filled[row.name])]
        if not wrong:
            return Verdict(True, self.why)
        replies = [said for row in wrong for said in self._told(row, filled[row.name])]
        stand = len(self.rows) - len(wrong)
        told = replies[0] if replies else self.other
        return Verdict(False, f"{stand} of {len(self.rows)} rows stand. {told}", bool(replies))

    def filled(self, answer: object) -> Filled:
        """Return for each row the cells that hold a letter.

        Raises
        ------
        UserError
            When the answer is no matrix.
        """
        data = as_data(answer)
        if not isinstance(data, dict) or not all(isinstance(row, dict) for row in data.values()):
            wanted = "a letter or nothing for each column of each row"
            raise UserError(f"The answer is {data!r}, and the question asks for {wanted}.")
        return {
            row.name: {
                column: str(letter).strip()
                for column, letter in data.get(row.name, {}).items()
                if str(letter).strip()
            }
            for row in self.rows
        }

    def canonical(self, row: Row, cells: Mapping[str, str]) -> dict[str, str]:
        """Return a row with the best letter for each that is right, none where it may be empty."""
        found = {}
        for column in (*row.key, *cells):
            given, right = cells.get(column, EMPTY), self._right(row, column)
            found[column] = right[0] if given in right else given
        return {column: letter for column, letter in found.items() if letter}

    def asked(self) -> dict[str, Any]:
        """Return prompt, rows, columns, and what may stand in a cell."""
        return {
            "prompt": self.prompt,
            "rows": {row.name: row.text for row in self.rows},
            "columns": {column.name: column.text for column in self.columns},
            "letters": {letter.name: letter.text for letter in self.letters},
            "once": self.once,
        }

    def promises(self) -> list[str]:
        """Say which letters stand once in each row, and that the rest of a cell is open."""
        if not self.once:
            return []
        texts = {letter.name: letter.text for letter in self.letters}
        named = " and ".join(f"“{texts[letter]}”" for letter in self.once)
        return [f"In each row {named} stands once. Leave a cell empty where nothing fits."]

    @property
    def right_answer(self) -> Filled:
        """Return the best letter of each cell that has a key."""
        return {row.name: self._best(row) for row in self.rows}

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return for each reply the right matrix with one cell that earns it."""
        found: list[tuple[Any, str]] = []
        for row in self.rows:
            for named, reply in row.replies.items():
                column, _, letter = named.partition(" ")
                found.append((self._with(row, column, letter), reply))
            for letter, reply in self.too_many.items():
                found += [(answer, reply) for answer in self._filled_with(row, letter)][:1]
            for column in row.key:
                for letter in (EMPTY, *(each.name for each in self.letters)):
                    answer = self._with(row, column, letter)
                    told = next(self._told(row, answer[row.name]), None)
                    if row.reply and told == row.reply and not self._stands(row, answer[row.name]):
                        found.append((answer, row.reply))
                        break
                else:
                    continue
                break
        return found

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        named = {
            each: tuple(Category(**one) for one in data[each]) for each in ("letters", "columns")
        }
        rows = tuple(
            Row(**{**row, "key": {name: tuple(right) for name, right in row["key"].items()}})
            for row in data["rows"]
        )
        return super().from_json({**data, **named, "rows": rows})

    def _best(self, row: Row) -> dict[str, str]:
        return {column: right[0] for column, right in row.key.items() if right[0]}

    def _with(self, row: Row, column: str, letter: str) -> Filled:
        """Return the right matrix with one cell changed; a letter that stands once moves there."""
        cells = self._best(row)
        if letter and letter in self.once:
            cells = {name: each for name, each in cells.items() if each != letter}
        cells = {**cells, column: letter}
        kept = {name: each for name, each in cells.items() if each}
        return {**self.right_answer, row.name: kept}

    def _right(self, row: Row, column: str) -> tuple[str, ...]:
        """Return what may stand in a cell, the best first; where the key is silent, empty is."""
        every = "".join(letter.name for letter in self.letters)
        return row.key.get(column, (EMPTY, *(every if self.spare is None else self.spare)))

    def _wrong(self, row: Row, cells: Mapping[str, str]) -> list[str]:
        """Return the columns whose letter may not stand there, those without a key first."""
        free = [name for name in cells if name not in row.key]
        return [
            name
            for name in (*free, *row.key)
            if cells.get(name, EMPTY) not in self._right(row, name)
        ]

    def _filled_with(self, row: Row, letter: str) -> Iterator[Filled]:
        """Yield the right matrix with a letter that is too many, where no other reply fits it."""
        for column in self.columns:
            answer = self._with(row, column.name, letter)
            cells = answer[row.name]
            if next(self._told(row, cells), None) == self.too_many.get(letter):
                yield answer

    def _uneven(self, cells: Mapping[str, str]) -> list[tuple[str, int]]:
        """Return the letters that should stand once in a row and do not, with their count."""
        counts = {letter: list(cells.values()).count(letter) for letter in self.once}
        return [(letter, count) for letter, count in counts.items() if count != 1]

    def _stands(self, row: Row, cells: Mapping[str, str]) -> bool:
        return not self._wrong(row, cells) and not self._uneven(cells)

    def _told(self, row: Row, cells: Mapping[str, str]) -> Iterator[str]:
        """Yield what is said of a row: to a letter, to the row, and to a letter's count."""
        wrong = self._wrong(row, cells)
        free = [name for name in cells if name not in row.key and name not in wrong]
        for name in (*free, *wrong):
            if reply := row.replies.get(cell(name, cells.get(name, EMPTY))):
                yield reply
        texts = {letter.name: letter.text for letter in self.letters}
        spare = [name for name in wrong if self._too_many(row, name, cells)]
        yield from (self._spare(row, name, cells[name]) for name in spare)
        if row.reply and any(name in row.key and name not in spare for name in wrong):
            yield row.reply
        for letter, count in self._uneven(cells):
            times = "in no cell" if not count else f"in {count} cells"
            yield f"Row “{row.text}”: “{texts[letter]}” stands {times}. It stands once in each row."

    def _too_many(self, row: Row, column: str, cells: Mapping[str, str]) -> bool:
        """Whether a cell that may be empty holds a letter that is not counted by `once`."""
        given = cells.get(column, EMPTY)
        return bool(given) and given not in self.once and EMPTY in self._right(row, column)

    def _spare(self, row: Row, column: str, letter: str) -> str:
        """Say which cell holds a letter too many."""
        if letter in self.too_many:
            return self.too_many[letter]
        position = next(each.text for each in self.columns if each.name == column)
        text = next(each.text for each in self.letters if each.name == letter)
        return (
            f"Row “{row.text}”: “{text}” is too many for “{position}”. Which words above give it "
            "that part? Leave the cell empty where none do."
        )
