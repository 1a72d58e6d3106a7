"""What is read by whole columns is what is read cell by cell, value, note and row alike."""

import csv
import io
import random

import pytest

from groundwork.learner.own_text import parted
from groundwork.subject.own_data import quick
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contracts import CONTRACTS

SEED = 20261126
BUDGET = CONTRACTS["budget_lines"]
OUTCOMES = CONTRACTS["outcomes"]


def texts() -> list[str]:
    """Texts of small tables: even, uneven, with empty lines, of one column, with line ends."""
    random.seed(SEED)
    letters = ["a", "1,5", "", " ", "é", "x y", "a\tb", "0"]
    made = ["a", "a\n", "a\n\nb\n", "\n", "a,b", "a,b\n", ",\n,\n", "a,b\n\n1,2\n", 'a,"b\nc",d\n']
    for _ in range(400):
        width = random.randint(1, 4)
        even = random.random() < 0.6
        rows = [
            ",".join(
                random.choice(letters).replace(",", "") if random.random() < 0.9 else '"q,q"'
                for _ in range(width if even else random.randint(1, 5))
            )
            for _ in range(random.randint(1, 6))
        ]
        end = random.choice(["\n", "\r\n", "\r"])
        made.append(end.join(rows) + random.choice(["", end]))
    return made


def test_a_text_is_parted_as_pythons_own_reader_parts_it() -> None:
    for text in texts():
        expected = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert [list(row) for row in parted(text, ",", "x.csv")] == expected, repr(text)


MONEY = {
    "plain": "{:.2f}",
    "whole dollars": "{:.0f}",
    "commas": "{:,.2f}",
    "dollars": "${:,.2f}",
    "some cents": "{:,.1f}",
}  # fmt: skip


def columns() -> dict[str, list[object]]:
    """Columns of many different cells, for a field each."""
    random.seed(SEED)
    numbers = [round(random.uniform(0, 9_999_999), 2) for _ in range(120)] + [0.0, 1000.0, 1.5]
    made: dict[str, list[object]] = {}
    for name, form in MONEY.items():
        made[name] = list(map(form.format, numbers))
    made["brackets"] = [f"(${n:,.2f})" if at % 3 else f"{n:,.2f}" for at, n in enumerate(numbers)]
    made["minus"] = [f"-{n:,.2f}" if at % 3 else f"${n:,.2f}" for at, n in enumerate(numbers)]
    made["holes"] = [f"${n:,.2f}" if at % 5 else "" for at, n in enumerate(numbers)]
    made["one wrong"] = [*made["commas"], "about 5"]
    made["one euro"] = [*made["commas"], "1.234,56"]
    made["one thousand without cents"] = [*made["commas"], "1,234"]
    made["stored"] = [*numbers, None, 7]
    made["ids"] = [f"RB-{at:04d}" for at in range(200)]
    made["ids with a date"] = [*made["ids"], "1-Mar"]
    made["spoiled ids"] = [*made["ids"], "1.23E+11"]
    made["ids spoiled without a plus"] = [*made["ids"], "1E05"]
    made["words"] = [*(f"work {at}; and more" for at in range(100)), "", "x  y", " z"]
    made["twice"] = [f"work {at % 60}" for at in range(300)]
    return made


@pytest.mark.parametrize("name", columns())
@pytest.mark.parametrize("field", ["amount", "line_id", "purpose", "fte", "events", "value"])
@pytest.mark.parametrize("decimals", ["", "point", "comma"])
def test_a_column_read_at_once_is_as_one_read_cell_by_cell(
    name: str, field: str, decimals: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    contract = OUTCOMES if field in ("events", "value") else BUDGET
    cells = columns()[name]
    at_once, each = Column(0, name, None, cells), Column(0, name, None, cells)
    at_once.read(contract.field(field), decimals, "", ())
    monkeypatch.setattr(quick, "read", lambda *_: None)
    each.read(contract.field(field), decimals, "", ())
    assert list(map(repr, at_once.values)) == list(map(repr, each.values))
    assert (at_once.notes, at_once.wrong, at_once.hidden) == (each.notes, each.wrong, each.hidden)
    assert at_once.codes.tolist() == each.codes.tolist()
    assert at_once.labels == each.labels


def test_columns_that_offices_write_are_read_at_once() -> None:
    made = columns()
    for name in ("plain", "commas", "dollars", "brackets", "minus"):
        assert quick.read(Column(0, name, None, made[name]), BUDGET.field("amount"), "")
    assert quick.read(Column(0, "", None, made["ids"]), BUDGET.field("line_id"), "")
