"""Questions about cells: days and decimals in two ways, parts of cents, what is not shown."""

from collections.abc import Sequence

from groundwork.subject.days import in_words
from groundwork.subject.own_data import cell_numbers, cell_times, dates, numbers, personal
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Spec
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note

DATES, DECIMALS = "dates", "decimals"
"""The names of the questions how a file writes days, and decimals."""


def in_two_ways(column: Column, data: Sequence[int], answers: Answers) -> list[Question]:
    """Ask how the file writes days or decimals, where a column alone does not say it."""
    for fix, name in (
        (cell_times.UNDECIDED_DATES, DATES),
        (cell_numbers.UNDECIDED_DECIMALS, DECIMALS),
    ):
        keys = [key for key in column.wrong if key[1] == fix]
        places = sorted(at for key in keys for at in column.wrong[key])
        if not places or answers.of(name):
            continue
        first = column.shown[places[0]]
        shown = personal.shown(first)
        if name == DATES:
            text = (
                f"In column {column.name} {shown} can be read in two ways. Does the month come "
                "first in it, or the day?"
            )
            choices = [(way, f"The {way.partition('-')[0]}: {_day(first, way)}")
                       for way in (dates.MONTH_FIRST, dates.DAY_FIRST)]  # fmt: skip
        else:
            text = (
                f"In column {column.name} {shown} can be read in two ways. Which number is {shown}?"
            )
            choices = [(way, f"It is {_number(first, way)}: a {way} stands before decimals")
                       for way in (numbers.POINT, numbers.COMMA)]  # fmt: skip
        for key in keys:
            del column.wrong[key]
        return [choose(name, text, choices, rows=_rows(places, data), column=column.name)]
    return []


def _day(text: str, way: str) -> str:
    found = dates.read_day(text, way, "")
    if not isinstance(found, dates.Day):
        return text
    return in_words(found.day)


def _number(text: str, way: str) -> str:
    digits = numbers.take_apart(text if text.isascii() else numbers.western(text))
    number = (digits.by_comma if way == numbers.COMMA else digits.by_point) if digits else None
    return text if number is None else f"{number.normalize():,f}"


def _rows(places: Sequence[int], data: Sequence[int]) -> tuple[int, ...]:
    return tuple(data[at] + 1 for at in places)


def cents(column: Column, data: Sequence[int], answers: Answers) -> list[Question]:
    """Ask whether parts of a cent may go, and say by how much that changes the sum."""
    long = [key for key in column.wrong if key[0] == cell_numbers.TOO_FINE]
    if not long or not column.field:
        return []
    places = sorted(at for key in long for at in column.wrong[key])
    exact = {at: cell_numbers.exact(column.cells[at]) for at in places}
    if any(value is None for value in exact.values()):
        return []
    change = sum(round(value, 2) - value for value in exact.values() if value is not None)
    question = choose(
        f"cents of {column.field.name}",
        f"Amounts in column {column.name} have parts of a cent: {len(places):,} of them, such as "
        f"{column.shown[places[0]]}. Are they to be rounded to cents? The sum changes by "
        f"{change:f} dollars.",
        [("round", "Yes: round them to cents")],
        rows=_rows(places, data),
        column=column.name,
    )
    for key in long:
        del column.wrong[key]
    if not answers.chosen(question):
        return [question]
    for at, value in exact.items():
        column.values[at] = float(round(value, 2))  # type: ignore[arg-type]
        column.notes.setdefault("rounded to cents, as you said", []).append(at)
    return []


def unseen(
    column: Column, one: Spec, hidden: set[int], data: Sequence[int], answers: Answers
) -> tuple[list[Note], list[Question]]:
    """Ask what cells count whose format shows nothing; a sum of nothing is told."""
    places = [at for at, row in enumerate(data) if row + 1 in hidden]
    if not places:
        return [], []
    rows = _rows(places, data)
    if one.kind == "money" and all(column.cells[at] == 0 for at in places):
        return [Note("a zero that Excel does not show was read as 0", rows, column.name)], []
    choices = [("read", "Yes: read what they hold"), ("empty", "No: read them as empty")]
    if one.hidden:
        choices.append(("hidden", "They are hidden on purpose: keep them as hidden"))
    hold = "holds" if len(places) == 1 else "hold"
    question = choose(
        f"unseen {one.name}",
        f"Excel shows nothing in {len(places):,} "
        f"{'cell' if len(places) == 1 else 'cells'} of column {column.name} that {hold} something. "
        "A person who looks at the sheet does not see it. Does it count?",
        choices,
        rows=rows,
        column=column.name,
    )
    said = answers.chosen(question)
    if not said:
        return [], [question]
    if said != "read":
        instead = "*" if said == "hidden" else None
        gone = set(places)
        column.put([instead if at in gone else cell for at, cell in enumerate(column.cells)])
    return [], []
