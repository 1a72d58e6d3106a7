"""What a Table Schema demands of a CSV file, checked without pandas or the course's own reader."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

PARSE: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
}


def problems(path: Path, schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield what breaks the schema, with its row and column."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    fields = schema["fields"]
    if header != [field["name"] for field in fields]:
        yield f"columns {header}"
        return
    seen: dict[str, set[object]] = {}
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            yield f"row {number} has {len(row)} cells"
            continue
        for field, text in zip(fields, row, strict=True):
            wrong = _problem(field, text, schema["missingValues"], seen)
            if wrong:
                yield f"row {number}, {field['name']}: {text!r} {wrong}"
        key = tuple(row[header.index(name)] for name in schema["primaryKey"])
        if key in seen.setdefault("", set()):
            yield f"row {number}: the key {key} is there twice"
        seen[""].add(key)


def _problem(
    field: Mapping[str, Any], text: str, missing: list[str], seen: dict[str, set[object]]
) -> str:
    rules = field.get("constraints", {})
    if text in missing:
        return "is missing" if rules.get("required") else ""
    try:
        value = PARSE[field["type"]](text)
    except ValueError:
        return f"is no {field['type']}"
    if "enum" in rules and value not in rules["enum"]:
        return "is not one of the allowed values"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        return "does not have the form it should"
    if not rules.get("minimum", value) <= value <= rules.get("maximum", value):
        return "is out of bounds"
    if rules.get("unique"):
        if value in seen.setdefault(field["name"], set()):
            return "is there twice"
        seen[field["name"]].add(value)
    return ""
