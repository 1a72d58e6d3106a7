"""Read and write metric cards as YAML, for people who edit text, and as CSV, for spreadsheets.

Functions take and give text. Problems in a file are listed with row, column, what was found, what
was expected and how to mend it; a card keeps every other field. Nothing is guessed: a number such
as ``1,234`` or ``12%`` is a problem and not a number.
"""

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml

from groundwork.subject.errors import UserError
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.choice_words import choice_of
from groundwork.subject.problem import Problem
from groundwork.subject.safe_cell import plain_cell, safe_cell

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_TRUE, _FALSE = ("yes", "true", "y"), ("no", "false", "n")


@dataclass(frozen=True)
class ReadCards:
    """The cards of a file, and what to mend in it."""

    cards: tuple[MetricCard, ...]
    problems: tuple[Problem, ...]


# --- YAML ---------------------------------------------------------------------------------------


def to_yaml(cards: Iterable[MetricCard]) -> str:
    """Write cards as a YAML list, leaving empty fields out."""
    plain = [
        {
            name: list(value) if isinstance(value, tuple) else value
            for name in FIELDS
            if (value := getattr(card, name)) not in ("", (), None)
        }
        for card in cards
    ]
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=100)


def from_yaml(text: str) -> ReadCards:
    """Read cards from YAML: a list of cards, or one card alone.

    Raises
    ------
    UserError
        The text is not YAML, or holds no list of cards.
    """
    try:
        # Nodes instead of values: they keep their lines, and 007, 12:30 and no stay what was typed.
        # Nothing is constructed, so no tag can run anything and no alias can blow up.
        root = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" near line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise UserError(
            f"The text cannot be read as YAML{where}.",
            "Each line of a card is a field, a colon, a space and a value. Put a text that holds a "
            'colon into quotes, such as name: "Visits: evening".',
        ) from None
    rows = [root] if isinstance(root, yaml.MappingNode) else getattr(root, "value", None)
    if not isinstance(rows, list) or not rows:
        raise UserError(
            "The file holds no list of metric cards.",
            "A card starts with '- id: BPC-1', and its other fields stand below it.",
        )
    cards: list[MetricCard] = []
    problems: list[Problem] = []
    for row in rows:
        if isinstance(row, yaml.MappingNode):
            cards.append(_card_of(row, problems))
        else:
            line = row.start_mark.line + 1
            problems.append(
                Problem(
                    (line,), "card", _node_words(row), "a card with fields", "Start it '- id: …'."
                )
            )
    return ReadCards(tuple(cards), tuple(problems))


def _card_of(node: yaml.MappingNode, problems: list[Problem]) -> MetricCard:
    values: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        heading = key.value if isinstance(key, yaml.ScalarNode) else ""
        name = _field_name(heading)
        if name is None:
            problems.append(_unknown_field(line, heading))
        elif name in values:
            problems.append(_twice(line, name))
        else:
            values[name] = _node_value(line, name, value, problems)
    return MetricCard(**_given(values))


def _node_value(line: int, name: str, node: yaml.Node, problems: list[Problem]) -> Any:
    field = FIELDS[name]
    if isinstance(node, yaml.ScalarNode):
        empty = node.tag == "tag:yaml.org,2002:null"
        return None if empty else _parse(line, name, node.value, problems)
    if (
        field.kind == "list"
        and isinstance(node, yaml.SequenceNode)
        and all(isinstance(item, yaml.ScalarNode) for item in node.value)
    ):
        items = (item.value.strip() for item in node.value)
        return tuple(choice_of(name, item) for item in items if item)
    problems.append(Problem((line,), name, _node_words(node), f"a {field.kind}", _fix(name)))
    return None


def _node_words(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return _quoted(node.value)
    return "a list" if isinstance(node, yaml.SequenceNode) else "fields inside a field"


# --- CSV ----------------------------------------------------------------------------------------


def to_csv(cards: Iterable[MetricCard]) -> str:
    """Write cards as CSV with every column, safe to open in a spreadsheet.

    A text that a spreadsheet would take for a formula gets a leading apostrophe, which `from_csv`
    takes off again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(FIELDS)
    for card in cards:
        writer.writerow([safe_cell(_cell(card, name)) for name in FIELDS])
    return out.getvalue()


def from_csv(text: str) -> ReadCards:
    """Read cards from CSV, in any order of columns, with commas, semicolons or tabs between cells.

    A column ``invented``, by which made-up data say so, is left out.

    Raises
    ------
    UserError
        The text has no header row with an ``id`` column.
    """
    text = text.removeprefix("\ufeff")
    rows, names, problems = _table(text)
    cards = []
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        values: dict[str, Any] = {}
        for name, cell in zip(names, row, strict=False):
            if name is not None:
                values[name] = _parse(number, name, plain_cell(cell), problems)
        extra = [cell for cell in row[len(names) :] if cell.strip()]
        if extra:
            problems.append(
                Problem(
                    (number,),
                    f"column {len(names) + 1}",
                    _quoted(extra[0]),
                    f"at most {len(names)} cells, as in the header",
                    "Put a text that holds the separator into double quotes.",
                )
            )
        cards.append(MetricCard(**_given(values)))
    return ReadCards(tuple(cards), tuple(problems))


def _table(text: str) -> tuple[list[tuple[int, list[str]]], list[str | None], list[Problem]]:
    """Split a text into numbered rows; give the field of each column, or None for a strange one."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UserError(
            f"The text cannot be read as CSV: {error}.", "Save it again as CSV (UTF-8)."
        ) from None
    names = [_field_name(cell) for cell in rows[0]] if rows else []
    if "id" not in names:
        raise UserError(
            "The first row does not name the columns of a metrics register: there is no 'id'.",
            f"Put the names of the fields in the first row, such as {', '.join(list(FIELDS)[:4])}.",
        )
    problems = []
    for column, (name, cell) in enumerate(zip(names, rows[0], strict=True)):
        if _simple(cell) == "invented":  # says that the data are made up, and is no field of a card
            continue
        if name is None:
            below = (text for row in rows[1:] for text in row[column : column + 1])
            if cell.strip() or any(text.strip() for text in below):
                problems.append(_unknown_field(1, plain_cell(cell).strip()))
        elif name in names[:column]:
            problems.append(_twice(1, name))
            names[column] = None
    return list(enumerate(rows[1:], start=2)), names, problems


def _cell(card: MetricCard, name: str) -> str:
    value = getattr(card, name)
    if isinstance(value, tuple):
        if any(";" in item for item in value):
            raise UserError(
                f"An item of {name!r} on card {card.id!r} holds a semicolon.",
                "Semicolons part the items of a list in a CSV file: use a comma inside an item.",
            )
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    # A lone carriage return inside a cell splits the row in some readers.
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")


# --- Both ---------------------------------------------------------------------------------------


def _field_name(heading: str) -> str | None:
    """Find the field that a heading means: its name or its label, in any case."""
    wanted = _simple(plain_cell(heading))
    return _HEADINGS.get(wanted)


def _simple(text: str) -> str:
    return re.sub(r"[\s_\-]+", " ", text).strip().casefold()


_HEADINGS = {_simple(field.label): name for name, field in FIELDS.items()} | {
    _simple(name): name for name in FIELDS
}


def _parse(row: int, name: str, text: str, problems: list[Problem]) -> Any:
    """Read a cell as its field's kind; on a problem list it and leave the field empty."""
    text, field = text.strip(), FIELDS[name]
    if field.kind == "text":
        return choice_of(name, text)
    if field.kind == "list":
        items = (item.strip() for item in text.split(";"))
        return tuple(choice_of(name, item) for item in items if item)
    if not text:
        return None
    if field.kind == "yes or no":
        if text.lower() in (*_TRUE, *_FALSE):
            return text.lower() in _TRUE
    elif _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        if field.kind == "number":
            return float(text)
        if float(text).is_integer():
            return int(float(text))
    problems.append(Problem((row,), name, _quoted(text), f"a {field.kind}", _fix(name)))
    return None


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what was empty, so that a card's own defaults hold."""
    return {name: value for name, value in values.items() if value is not None}


def _fix(name: str) -> str:
    return f"Write it like {FIELDS[name].example!r}, or leave it empty."


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:39]}…")


def _unknown_field(row: int, heading: str) -> Problem:
    near = get_close_matches(_simple(heading), _HEADINGS, n=1)
    fix = f"Did you mean {_HEADINGS[near[0]]!r}?" if near else "Remove it, or use a known name."
    return Problem(
        (row,), heading or "(no name)", _quoted(heading), "a field of a metric card", fix
    )


def _twice(row: int, name: str) -> Problem:
    return Problem((row,), name, "the same field again", "each field once", "Keep one of the two.")


def example_card() -> MetricCard:
    """Give the card that the examples of the fields make: invented, and complete."""
    problems: list[Problem] = []
    values = {name: _parse(0, name, field.example, problems) for name, field in FIELDS.items()}
    return MetricCard(**_given(values))


def empty_card_text() -> str:
    """Give a YAML card to fill in: every field with its help and an example as comments."""
    lines: list[str] = []
    section = ""
    for name, field in FIELDS.items():
        if field.section != section:
            section = field.section
            lines.append(f"  # {section}")
        choices = f" One of: {', '.join(field.choices)}." if field.choices else ""
        lines.append(f"  # {field.help}{choices} For example: {field.example}")
        lines.append(f"{'- ' if name == 'id' else '  '}{name}:")
    return "\n".join(lines) + "\n"
