"""Rows that are headings of the rows below them, as printed budgets have: asked about once for all.

"Public Works" alone in a row says of what the next rows are. Left out it is lost, and taken for a
line it is a line without money: so the person says what becomes of it.
"""

from bisect import bisect_left
from collections.abc import Sequence

from groundwork.subject.own_data.cells import is_blank, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.rows_told import quoted

Row = Sequence[object]

NAME = "heading rows"
LEAVE_OUT = "leave out"
# What such a row most often names, of what a file can hold; the first that no column holds.
_FIELDS = ("program", "unit", "district", "fund_label")
_OFFERED = 2


def settle(
    rows: Sequence[Row],
    places: Sequence[int],
    header: int,
    data: Sequence[int],
    columns: Sequence[Column],
    contract: Contract,
    answers: Answers,
) -> tuple[list[Question], list[Note], Column | None]:
    """Ask what becomes of rows that head others, and do it.

    Parameters
    ----------
    rows
        Every row of the sheet.
    places
        The places of the rows that head others.
    header
        The place of the headings of columns.
    data
        The places of the rows of data.
    columns
        The columns of the table; one of them may take the words of these rows.
    contract, answers
        What the file is to hold, and what the person said.

    Returns
    -------
    The question while it is open, what is told, and a new column, when one was asked for.
    """
    if not places:
        return [], [], None
    own = _own_column(rows, places, data, columns)
    held = {column.field.name for column in columns if column.field}
    known = {each.name: each for each in contract.fields}
    held |= {"unit"} if "value" in known else set()  # there it is what a number is counted in
    fields = [known[name] for name in _FIELDS if name in known and name not in held]
    question = _question(rows, places, own, [] if own else fields[:_OFFERED])
    said = answers.chosen(question)
    numbers = tuple(at + 1 for at in places)
    if not said:
        return [question], [], None
    if said == LEAVE_OUT:
        one = "heads the rows below it and was left out, as you said"
        many = "head the rows below them and were left out, as you said"
        text = one if len(places) == 1 else many
        return [], [Note(text, numbers, "", quoted(rows, places))], None
    above = [bisect_left(places, at) - 1 for at in range(header + 1, len(rows))]
    if own:
        words = [text_of(rows[at][own.at]).rstrip(":") if own.at < len(rows[at]) else ""
                 for at in places]  # fmt: skip
        cells = [
            words[head] if head >= 0 and is_blank(cell) else cell
            for cell, head in zip(own.cells, above, strict=False)
        ]
        own.put(cells)
        into = f"column {own.name}"
        made = None
    else:
        words = [_words(rows[at]) for at in places]
        cells = [words[head] if head >= 0 else None for head in above]
        made = Column(-1, f"rows that name the {said}", known[said], cells, made=True)
        into = f"a new column, {said}"
    text = f"the words of these rows were put into {into}, in each row below them, as you said"
    return [], [Note(text, numbers, "", quoted(rows, places))], made


def _own_column(
    rows: Sequence[Row], places: Sequence[int], data: Sequence[int], columns: Sequence[Column]
) -> Column | None:
    """The column in which these words stand, where the rows below leave it empty for them."""
    at = next(place for place, cell in enumerate(rows[places[0]]) if not is_blank(cell))
    column = next((each for each in columns if each.at == at), None)
    if column is None or column.field is None or column.field.kind != "text":
        return None
    below = [row for row in data if row > places[0]]
    empty = sum(at >= len(rows[row]) or is_blank(rows[row][at]) for row in below)
    return column if 2 * empty > len(below) else None


def _question(
    rows: Sequence[Row], places: Sequence[int], own: Column | None, fields: Sequence[Spec]
) -> Question:
    many = len(places) > 1
    choices = []
    if own and own.field:
        choices.append((own.field.name, f"Put them into column {own.name} of each row below"))
    for each in fields:
        meaning = each.meaning.rstrip(".").lower()
        choices.append((each.name, f"Put them into a new column {each.name} ({meaning})"))
    choices.append((LEAVE_OUT, "Leave them out: they are not needed"))
    those = f"{len(places):,} rows hold words and no number" if many else (
        "One row holds words and no number"
    )  # fmt: skip
    head = "They seem to head" if many else "It seems to head"
    return choose(
        NAME,
        f"{those}{quoted(rows, places)}. {head} the rows below, as in a printed report. What is to "
        f"become of {'their' if many else 'its'} words?",
        choices,
        rows=tuple(at + 1 for at in places),
    )


def _words(row: Row) -> str:
    return " ".join(text_of(cell) for cell in row if not is_blank(cell)).rstrip(":")
