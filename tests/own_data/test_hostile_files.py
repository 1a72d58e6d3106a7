# mypy: disable-error-code="assignment, attr-defined"
"""Hundreds of hostile files: no traceback, no silent change, no wrong row number."""

import random
import re
from decimal import Decimal
from pathlib import Path

import hostile_files as hostile
import pandas as pd
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text

# Some are written in the letters of an old Windows, which the reader asks about.
LETTERS = Answers({}, {"letters": "windows"})


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, hostile.Table, Result]]:
    folder = tmp_path_factory.mktemp("hostile")
    return [
        (name, table, check_file(path, table.contract.kind, answers=LETTERS))
        for name, table, path in hostile.tables(folder)
    ]


def cells_of(result: Result) -> tuple[set[tuple[int, str]], set[int], set[str]]:
    """Where problems and emptied cells are: cells, rows without a column, whole columns."""
    cells, rows, columns = set(), set(), set()
    emptied = (note for note in result.notes if note.text.startswith("left empty, since"))
    for problem in (*result.problems, *result.questions, *emptied):
        letters = re.findall(r'(?:^| and )([A-Z]{1,2})(?= "| \()', problem.column)
        if not letters:
            rows |= set(problem.rows)
        elif not problem.rows:
            columns |= set(letters)
        cells |= {(row, letters[0]) for row in problem.rows if letters}
    return cells, rows, columns


def is_lenient(table: hostile.Table, place: int) -> bool:
    """Whether a cell that cannot be read is left empty there, and stops no other row."""
    return bool(table.fields[place]) and table.contract.field(table.fields[place]).lenient


def says_the_same(value: object, raw: str) -> bool:
    """Whether a value is what the cell says, without knowing how it was read."""
    raw = raw.strip()
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return raw == ""
    if isinstance(value, pd.Timestamp):
        return raw == value.date().isoformat()
    if isinstance(value, str):
        return raw == value
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", raw)) and float(raw) == float(value)  # type: ignore[arg-type]


def test_there_are_more_than_400_and_here_they_are(
    checked: list[tuple[str, hostile.Table, Result]],
) -> None:
    for at, (name, _, result) in enumerate(checked, start=1):
        said = f"{len(result.problems)} to mend, {len(result.questions)} to answer"
        print(f"{at:4} {name}: {said}")
    print(f"{len(checked)} hostile files")
    assert len(checked) >= 400
    kinds = {name.split(":")[0] for name, _, _ in checked}
    assert kinds == set(hostile.FILES)


def test_each_problem_stands_in_the_row_and_column_that_were_spoiled(
    checked: list[tuple[str, hostile.Table, Result]],
) -> None:
    for name, table, result in checked:
        cells, rows, columns = cells_of(result)
        expected = {
            (table.number_of(row), hostile.letter(place))
            for row, place in table.wrong
            if place >= 0
        } | {(table.number_of(row), "") for row, place in table.wrong if place < 0}
        told = {*cells, *((row, "") for row in rows)}
        whole = {hostile.letter(place) for place in table.wrong_columns}
        report = as_text(result)
        for row, place in table.wrong:
            number = table.number_of(row)
            here = (number, hostile.letter(place)) if place >= 0 else (number, "")
            assert here in told, f"{name}: nothing said of {here}\n{report}"
        for row, column in told:
            known = (row, column) in expected or (row == table.number_of(table.header))
            assert known, f"{name}: wrong place {row} {column}\n{report}"
        assert columns <= whole, f"{name}\n{report}"
        # A day that can be read in two ways is asked about; one that cannot be is left empty.
        stops = result.questions or any(
            place < 0 or not is_lenient(table, place) for _, place in table.wrong
        )
        assert result.fine == (not stops and not table.wrong_columns), f"{name}\n{report}"


def test_no_value_differs_from_its_cell_without_a_word(
    checked: list[tuple[str, hostile.Table, Result]],
) -> None:
    looked_at = changed = 0
    for name, table, result in checked:
        if result.table is None:
            continue
        report = as_text(result)
        assert len(result.table) == len(table.data), f"{name}\n{report}"
        told = {(row, note.column.split(" ")[0]) for note in result.notes for row in note.rows}
        aside = {note.column.split(" ")[0] for note in result.notes if "aside" in note.text}
        for at, row in enumerate(table.data):
            number = table.number_of(row)
            for place, field in enumerate(table.fields):
                here = hostile.letter(place)
                if not field:
                    assert here in aside or not row[place], f"{name}: {here} is gone\n{report}"
                    continue
                looked_at += 1
                if not says_the_same(result.table[field].iloc[at], row[place]):
                    changed += 1
                    assert (number, here) in told, (
                        f"{name}: {number} {here} {row[place]!r}\n{report}"
                    )
    assert looked_at > 10_000
    assert changed > 300


def test_each_row_that_was_left_out_is_told(
    checked: list[tuple[str, hostile.Table, Result]],
) -> None:
    for name, table, result in checked:
        told = {row for note in result.notes if not note.column for row in note.rows}
        known = {id(row) for row in (table.header, *table.data)}
        for number, row in enumerate(table.rows, start=1):
            if id(row) not in known and any(row):
                assert number in told, f"{name}: row {number} is gone\n{as_text(result)}"


def test_what_was_made_right_is_read_right(
    checked: list[tuple[str, hostile.Table, Result]],
) -> None:
    """The same rows before and after they were written another way give the same values."""
    compared = 0
    for name, table, result in checked:
        spoil = name.split(": ")[1].split(",")[0]
        alike = (
            "untouched",
            "dollars_and_commas",
            "european",
            "days_like",
            "other_words",
            "an_extra_column",
            "a_column_without",
            "a_code_for_a_fiscal_year",
        )
        if result.table is None or not spoil.startswith(alike):
            continue
        compared += 1
        clean = hostile.good(table.contract.kind)
        for place, field in enumerate(clean.fields):
            for at, row in enumerate(clean.data):
                value = result.table[field].iloc[at]
                assert says_the_same(value, row[place]), f"{name}: {field} {value} {row[place]}"
    assert compared > 80


def test_sums_are_those_of_an_independent_count(
    checked: list[tuple[str, hostile.Table, Result]],
) -> None:
    """Every file that passes adds up to the cent, whatever its layout, letters and form."""
    compared = 0
    for name, table, result in checked:
        field = hostile.NUMBER[table.contract.kind]
        if result.table is None or field not in table.fields:
            continue
        place = table.place(field)
        raw = [row[place].strip() for row in table.data if row[place].strip()]
        if not all(re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII) for text in raw):
            continue
        compared += 1
        found = sum(Decimal(str(value)) for value in result.table[field].dropna())
        assert found == sum(map(Decimal, raw)), f"{name}\n{as_text(result)}"
    assert compared > 120


def test_what_is_personal_is_never_shown(
    checked: list[tuple[str, hostile.Table, Result]],
) -> None:
    with_secrets = 0
    for name, table, result in checked:
        report = as_text(result) + repr(result.problems) + repr(result.notes)
        report += repr(result.questions)
        for secret in table.secrets:
            with_secrets += 1
            assert secret not in report, f"{name}: it shows {secret}"
            assert result.table is None
    assert with_secrets > 80


def test_damaged_files_never_end_in_a_traceback(tmp_path: Path) -> None:
    chance = random.Random(20260630)
    ends = {"read": 0, "refused": 0}
    for at in range(120):
        kind = chance.choice(list(hostile.FILES))
        table = hostile.good(kind)
        form = chance.choice(hostile.FORMS)
        path = form(table, tmp_path / f"damaged {at}")
        data = bytearray(path.read_bytes())
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        path.write_bytes(bytes(data))
        try:
            check_file(path, kind)
            ends["read"] += 1
        except UserError as error:
            assert error.fix
            ends["refused"] += 1
    print(f"120 damaged files: {ends}")
    assert min(ends.values()) > 10
