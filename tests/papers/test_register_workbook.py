"""The register is one workbook: what Excel computes stands beside its formula."""

import io
from pathlib import Path

import openpyxl
import pytest
from papers.recalculating import Office
from papers.register_cards import (
    CARDS,
    COMPUTED,
    book,
    values_of,
)

from groundwork.learner.papers import (
    excel,
    register_book,
)
from groundwork.subject.metrics.card import FIELDS

pytestmark = pytest.mark.lesson("05_accountability_metrics")


def test_each_computed_cell_has_its_value_beside_its_formula() -> None:
    found = {row["Id"]: row for row in values_of(book())}
    assert found["M01"]["Path in that year"] == 13.1
    assert found["M01"]["Ahead of the path by"] == pytest.approx(1.2)
    assert found["M01"]["Difference, baseline"] == pytest.approx(7.0)
    assert found["M01"]["Ratio, latest"] == pytest.approx(11.9 / 7.9)
    assert not found["M02"]["Path in that year"]
    assert found["LATE"]["Path in that year"] == 81


def test_source_groups_intervals_and_deputy_stand_in_the_workbook() -> None:
    first = values_of(book())[0] | values_of(book(), "Cards")[0]
    held = CARDS[0]
    for name in (
        *("data_source", "focus_group", "reference", "baseline_low", "baseline_high"),
        *("latest_low", "latest_high", "reference_baseline", "reference_latest", "deputy", "unit"),
    ):
        assert first[FIELDS[name].label] == getattr(held, name)


def test_definitions_are_of_the_columns_that_are_there() -> None:
    pages = openpyxl.load_workbook(io.BytesIO(book()))
    defined = [row[0] for row in pages["Definitions"].iter_rows(min_row=4, values_only=True)]
    there = {
        str(cell.value)
        for name in ("Register", "Cards")
        for row in pages[name].iter_rows()
        if row[0].value == "Id"
        for cell in row
    }
    assert there == set(defined) and len(defined) == len(there)


def test_a_sheet_without_rows_is_left_out_and_lists_are_out_of_sight() -> None:
    pages = openpyxl.load_workbook(io.BytesIO(excel.write(register_book.book(CARDS))))
    assert pages.sheetnames == ["Register", "Cards", "Log", "Definitions", "Lists"]
    assert pages["Lists"].sheet_state == "hidden"
    for name in ("Register", "Cards"):
        page = pages[name]
        assert page.print_title_cols == "$A:$B" and page.print_title_rows
        assert page.freeze_panes.startswith("C")


def test_another_program_computes_the_same_words_and_numbers(
    office: Office, tmp_path: Path
) -> None:
    path, again = tmp_path / "register.xlsx", tmp_path / "again"
    bare = openpyxl.load_workbook(io.BytesIO(book()))
    bare.save(path)  # without the values that we wrote, so that the other program has to compute
    office.converted(path, again)
    theirs = values_of((again / path.name).read_bytes())
    for ours, other in zip(values_of(book()), theirs, strict=True):
        for label in COMPUTED:
            one, two = ours[label] or None, other[label] or None
            assert (one == two) if isinstance(one, str) else (one == pytest.approx(two)), (
                ours["Id"],
                label,
            )
