"""What a number is counted in: thousands, percent, hundredths. A heading or title that says so is
never passed over.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from groundwork.subject.own_data.cells import is_blank, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.questions import Answers, Question, choose

Row = Sequence[object]

AS_WRITTEN = "as written"
_TIMES = {"thousands": Decimal(1000), "millions": Decimal(1_000_000), "hundredths": Decimal("0.01"),
          "percent": Decimal("0.01"), AS_WRITTEN: Decimal(1)}  # fmt: skip
_THOUSANDS = re.compile(
    r"thousand|\$ ?000'?s?\b|\(\$?0{3}s?\)|\b000'?s\b|\(\$?k\)|\bin k\b|\$k\b|[x×] ?1,?000\b", re.I
)
_MILLIONS = re.compile(r"\bmillions?\b|\(\$?mm?\)|\$mm?\b|[x×] ?1,?000,?000\b", re.I)
_HUNDREDTHS = re.compile(r"[x×*] ?100\b|\bin hundredths\b|\bpercent\b|%|\bpct\b", re.I)
_PERCENT = re.compile(r"percent|%|\bpct\b", re.I)


def question_of(
    column: Column, titles: Sequence[tuple[int, str]], scaled: str = ""
) -> Question | None:
    """Ask what a column of numbers is counted in, where the file says something about it.

    Parameters
    ----------
    column
        A column with its field.
    titles
        What stands above the headings: the row, from 1, and the words.
    scaled
        What Excel shows in the column otherwise than it is stored, or "".
    """
    one = column.field
    assert one
    if one.kind == "money":
        for pattern, name in ((_MILLIONS, "millions"), (_THOUSANDS, "thousands")):
            rows = tuple(row for row, words in titles if pattern.search(words))
            said = next((words for _, words in titles if pattern.search(words)), "")
            if pattern.search(column.heading):
                said, rows = column.heading, rows
            if said or scaled:
                first = _first(column)
                times = f"{Decimal(_TIMES[name]):,.0f}"
                text = f'The file says "{said}". ' if said else f"Excel shows {scaled}. "
                text += f"Are the numbers of column {column.name} to be multiplied by {times}?"
                return choose(
                    f"units of {one.name}",
                    text,
                    [(name, f"Yes, they are {name}: {first} stands for {first} {name}"),
                     (AS_WRITTEN, f"No, whole dollars: {first} stands for {first} dollars")],
                    rows=rows, column=column.name,
                )  # fmt: skip
    if one.parts and _HUNDREDTHS.search(column.heading):
        return choose(
            f"units of {one.name}",
            f"Column {column.name} may count hundredths of a full-time position. Does 100 stand "
            "for one full-time position?",
            [("hundredths", "Yes: 100 is one position"), (AS_WRITTEN, "No: 1 is one position")],
            column=column.name,
        )
    if one.kind == "share" and _PERCENT.search(column.heading) and _in_two_ways(column):
        return choose(
            f"units of {one.name}",
            f'Column {column.name} says percent. Is 1 there 1 percent, or the whole?',
            [("percent", "1 is 1 percent, and 100 the whole"),
             ("share", "1 is the whole, and 0.5 the half")],
            column=column.name,
        )  # fmt: skip
    return None


def times(question: Question | None, answers: Answers) -> Decimal:
    """Give the number to multiply by, as the person answered; 1 when nothing was said."""
    said = answers.chosen(question) if question else ""
    return _TIMES.get(said, Decimal(1))


def _first(column: Column) -> str:
    return next((text_of(cell) for cell in column.cells if not is_blank(cell)), "98")


def _in_two_ways(column: Column) -> bool:
    """Whether no cell says by its sign or size which way it is meant."""
    texts = [text_of(cell) for cell in column.different if not is_blank(cell)]
    return bool(texts) and not all(text.endswith("%") for text in texts)


def scale_values(column: Column, by: Decimal, note: str) -> None:
    """Multiply what was read, exactly, and say so."""
    column.values = [
        None if value is None else float(Decimal(repr(value)) * by) for value in column.values
    ]
    places = [at for at, value in enumerate(column.values) if value is not None]
    column.notes.setdefault(note, []).extend(places)
