"""Have keys confirmed by a second reader who does not see them.

The reader answers each question as a learner would, without key or reply. What is recorded beside
the text is a digest of all that the question shows (the scene and the table above it too) with the
reader's answer, so that the record tells no key either. A question is confirmed when the same
digest comes out of its key: a key that changes, a word of the question or of its scene that
changes, or a reader who answers something else, and it is confirmed no more. A disagreement is
never overruled: the question is mended until a reader finds its key.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from groundwork.authoring.asked import Asked, asked_of
from groundwork.authoring.source import course
from groundwork.learner.files import write_text
from groundwork.learner.numerals import read_number
from groundwork.learner.questions import (
    Card,
    Choose,
    CodeQuestion,
    Computed,
    Flaw,
    Matrix,
    Number,
    Question,
    Row,
    Sort,
    Table,
    Write,
)
from groundwork.learner.questions.card import CardField
from groundwork.learner.questions.question import digest
from groundwork.subject.errors import UserError

FILE = "confirmed.json"  # beside an exercise; a lesson's lies in `modules/confirmed/`
FORMAT = 2  # 1 did not cover what stands above a question
YES = "yes"
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Record = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Step:
    """One thing that the reader is asked: its name, what is shown, and how an answer is read."""

    name: str
    shown: str
    read: Callable[[str], Any]


def path_of(text: Path, kind: str) -> Path:
    """Return where the record of a text lies."""
    if kind == "exercise":
        return text.with_name(FILE)
    return text.parent / "confirmed" / f"{text.stem}.json"


def read_record(path: Path) -> Record:
    """Return what was recorded; empty when nothing was.

    Raises
    ------
    UserError
        When the file is damaged.
    """
    if not path.is_file():
        return {}
    try:
        found: Record = json.loads(path.read_text(encoding="utf-8"))["questions"]
        return {id: dict(entry) for id, entry in found.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            f"{path} cannot be read.", "Delete it, and have its questions confirmed again."
        ) from None


def write_record(path: Path, record: Record) -> None:
    """Write what was recorded."""
    content = {"format": FORMAT, "questions": dict(sorted(record.items()))}
    write_text(path, json.dumps(content, indent=1) + "\n")


def recorded(asked: Asked, answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what is recorded of a question that a reader has answered.

    Parameters
    ----------
    answers
        Each step's name with the answer that was read.
    """
    today = datetime.datetime.now(datetime.UTC).date()
    return {
        "text": digest(asked.shown),
        "answer": digest([asked.shown, dict(answers)]),
        "on": today.isoformat(),
    }


def open_points(questions: list[Asked], record: Record) -> Iterator[str]:
    """Yield a sentence for each question that is not confirmed as it stands."""
    for asked in questions:
        entry = record.get(asked.id)
        if entry is None:
            yield f"{asked.id} was never confirmed by a second reader."
        elif entry.get("text") != digest(asked.shown):
            yield f"{asked.id}, or what stands above it, was changed since it was confirmed."
        elif entry.get("answer") != digest([asked.shown, key(asked.question)]):
            yield (
                f"{asked.id}: the second reader answered something else than its key. Mend the "
                "question or the key, then have it confirmed again."
            )
    known = {asked.id for asked in questions}
    for id in sorted(set(record) - known):
        yield f"{id} was confirmed and is not asked any more: take it out of the record."


def unconfirmed(root: Path) -> dict[Path, list[str]]:
    """Return for each text of the course what is not confirmed."""
    return {
        text: list(open_points(asked_of(text, kind), read_record(path_of(text, kind))))
        for text, kind in course.texts(root).items()
    }


def steps(question: Question) -> list[Step]:
    """Return what a reader is asked of a question, without its key."""
    match question:
        case Choose():
            options = [option.name for option in question.options]
            how = "letters, with blanks between" if question.several else "a letter"
            shown = [f"  {LETTERS[at]}) {each.text}" for at, each in enumerate(question.options)]
            text = "\n".join([question.prompt, *shown, f"Your answer ({how}):"])
            return [Step("answer", text, lambda typed: _options(typed, options, question.several))]
        case Sort():
            names = [category.name for category in question.categories]
            shown = [f"  {LETTERS[at]}) {each.text}" for at, each in enumerate(question.categories)]
            return [
                Step(
                    item.name,
                    "\n".join(
                        [question.prompt, f"  {item.text}", *shown, "Your answer (a letter):"]
                    ),
                    lambda typed: _options(typed, names, False),
                )
                for item in question.items
            ]
        case Matrix():
            return [_row(question, row) for row in question.rows]
        case Flaw():
            names = [part.name for part in question.parts]
            shown = [f"  {LETTERS[at]}) {each.text}" for at, each in enumerate(question.parts)]
            how = "Your answer (the letters of the flawed parts, with blanks between):"
            text = "\n".join([question.prompt, *shown, how])
            return [Step("answer", text, lambda typed: _options(typed, names, True))]
        case Card():
            return [_card_field(question, field) for field in question.fields]
        case Computed():
            names = question.names()
            return [_number(question.at(name), name) for name in (names[0], names[-1])]
        case Number():
            return [_number(question, "answer")]
        case CodeQuestion():
            given = ", ".join(f"{name} = {value}" for name, value in question.given.items())
            return [
                _number(each, each.id, f"{question.prompt} ({given})")
                for each in question.variables
            ]
        case Table():
            return [_number(each, each.id, _drawn(question)) for each in question.cells]
        case Write():
            return [Step("answer", _written(question), _yes)]
    return []


def _row(question: Matrix, row: Row) -> Step:
    columns = {LETTERS[at]: column.name for at, column in enumerate(question.columns)}
    named = zip(columns, (column.text for column in question.columns), strict=True)
    letters = [each.name for each in question.letters]
    lines = [question.prompt, *question.promises(), f"  {row.text}"]
    lines += [f"  {letter}) {text}" for letter, text in named]
    lines += [f"  {each.name} = {each.text}" for each in question.letters]
    lines += [f"Your answer (a column and a letter each, such as a {letters[0]}, b {letters[1]}):"]
    return Step(row.name, "\n".join(lines), lambda typed: _cells(typed, question, row, columns))


def _cells(typed: str, question: Matrix, row: Row, columns: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of a row that were typed, with the key's own letter where one is right."""
    letters = {each.name.casefold(): each.name for each in question.letters}
    cells: dict[str, str] = {}
    for part in filter(None, (each.split() for each in typed.casefold().split(","))):
        if len(part) != 2 or part[0] not in columns or part[1] not in letters:
            raise UserError(
                f"“{' '.join(part)}” is no cell.", "Type a column and a letter, such as a D."
            )
        cells[columns[part[0]]] = letters[part[1]]
    return question.canonical(row, cells)


def _card_field(question: Card, field: CardField) -> Step:
    lines = [question.prompt, f"  {field.label}"]
    if field.right is None:
        names = [option.name for option in field.options]
        lines += [f"    {LETTERS[at]}) {each.text}" for at, each in enumerate(field.options)]
        text = "\n".join([*lines, "Your answer (a letter):"])
        return Step(field.name, text, lambda typed: _options(typed, names, False))
    unit = field.unit[0] if field.unit else "none"
    text = "\n".join([*lines, f"Unit: {unit}", "Your answer (a number):"])
    return Step(field.name, text, lambda typed: _entry(field, typed))


def _entry(field: CardField, typed: str) -> Any:
    """Return the key for a number within the tolerance, and the number itself for any other."""
    if field.judge(typed) is None:
        return field.right_entry
    return float(read_number(typed).value)


def _drawn(question: Table) -> str:
    """Return a table as text; open cells stand in brackets."""
    open_cells = {each.id for each in question.cells}
    rows = [question.columns, *question.rows]
    lines = [
        " | ".join("[  ]" if cell[1:-1] in open_cells else cell for cell in row) for row in rows
    ]
    return "\n".join([question.prompt, *(f"  {line}" for line in lines)])


def _number(question: Number, name: str, before: str = "") -> Step:
    lines = [before, question.prompt, *question.promises(), f"Unit: {question.unit or 'none'}"]
    text = "\n".join([*filter(None, lines), "Your answer (a number):"])
    return Step(name, text, lambda typed: _near(question, typed))


def _near(question: Number, typed: str) -> str:
    """Return the key for a number within the tolerance, and the number itself for any other."""
    value = read_number(typed).value
    return str(question.right if abs(value - question.right) <= question.within else value)


def _options(typed: str, names: list[str], several: bool) -> Any:
    chosen = [LETTERS.find(letter) for letter in typed.casefold().replace(",", " ").split()]
    if not chosen or any(not 0 <= at < len(names) for at in chosen):
        last = LETTERS[len(names) - 1]
        raise UserError(f"“{typed}” is no answer here.", f"Type a letter from a to {last}.")
    if not several and len(chosen) > 1:
        raise UserError("One answer is asked for.", "Type one letter.")
    return sorted(names[at] for at in chosen) if several else names[chosen[0]]


def _written(question: Write) -> str:
    parts = [f"  {part.prompt}" for part in question.parts]
    asks = [f"  - {each.ask} ({each.points})" for each in question.criteria]
    return "\n".join(
        [
            question.prompt,
            "A learner writes these parts:",
            *parts,
            "A person reads them and asks, with the points that each may give:",
            *asks,
            "Does each part's name fit what it asks, and can a reader decide each thing from the "
            "parts (yes or no)?",
        ]
    )


def _yes(typed: str) -> str:
    word = typed.strip().casefold()
    if word not in (YES, "y", "no", "n"):
        raise UserError(f"“{typed}” is no answer here.", "Type yes or no.")
    return YES if word[0] == "y" else "no"


def key(question: Question) -> dict[str, Any]:
    """Return each step's name with the answer that the key gives."""
    match question:
        case Computed():
            names = question.names()
            return {name: _exact(question.at(name)) for name in (names[0], names[-1])}
        case Number():
            return {"answer": _exact(question)}
        case CodeQuestion():
            return {each.id: _exact(each) for each in question.variables}
        case Table():
            return {each.id: _exact(each) for each in question.cells}
        case Sort() | Card():
            return dict(question.right_answer)
        case Matrix():
            return {row.name: question.right_answer[row.name] for row in question.rows}
        case Write():
            return {"answer": YES}
    return {"answer": question.right_answer}


def _exact(question: Number) -> str:
    return str(Fraction(question.right))
