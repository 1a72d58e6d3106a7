"""Each kind of file of Riverbend County (invented) passes, and feeds the functions it is for."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from hostile_files import FILES

from groundwork.learner import datasets
from groundwork.learner.own_files import check_file, save, write_template
from groundwork.subject.budget import baseline, budgeted_and_spent, check_lines
from groundwork.subject.errors import UserError
from groundwork.subject.metrics.files import from_csv
from groundwork.subject.own_data.contracts import CONTRACTS
from groundwork.subject.own_data.wording import simple

FOLDER = Path(__file__).parents[2] / "datasets"


def path_of(kind: str) -> Path:
    return FOLDER / "riverbend_county_invented" / f"riverbend_invented_{FILES[kind]}.csv"


@pytest.mark.parametrize("kind", FILES)
def test_the_checked_table_is_the_data_set(kind: str) -> None:
    result = check_file(path_of(kind), kind)
    assert result.problems == ()
    assert result.table is not None
    expected = datasets.read(f"riverbend_invented_{FILES[kind]}", FOLDER)
    if kind == "metrics_register":  # the register's day is text in the data set, a day when checked
        expected["next_review"] = pd.to_datetime(expected["next_review"], format="%Y-%m-%d")
    pd.testing.assert_frame_equal(result.table, expected, check_dtype=kind == "budget_lines")
    assert result.table["invented"].eq("Riverbend County (invented)").all()


def test_the_baseline_of_the_checked_file_is_that_of_the_data_set() -> None:
    table = check_file(path_of("budget_lines"), "budget_lines").table
    assert table is not None
    true = datasets.read("riverbend_invented_budget_lines", FOLDER)
    pd.testing.assert_frame_equal(check_lines(table), check_lines(true))
    pd.testing.assert_frame_equal(baseline(table, "2029-06-30"), baseline(true, "2029-06-30"))
    spending = datasets.read("riverbend_invented_spending", FOLDER)
    pd.testing.assert_frame_equal(
        budgeted_and_spent(table, spending), budgeted_and_spent(true, spending)
    )


def test_the_checked_register_gives_the_same_cards() -> None:
    table = check_file(path_of("metrics_register"), "metrics_register").table
    assert table is not None
    read = from_csv(table.to_csv(index=False))
    assert read.problems == ()
    assert read.cards == from_csv(path_of("metrics_register").read_text(encoding="utf-8")).cards


@pytest.mark.parametrize("kind", FILES)
def test_what_is_saved_passes_and_is_the_same(kind: str, tmp_path: Path) -> None:
    result = check_file(path_of(kind), kind)
    saved = tmp_path / "dossiér" / "tidy.csv"
    save(result, saved)
    again = check_file(saved, kind)
    assert again.problems == ()
    pd.testing.assert_frame_equal(again.table, result.table)  # type: ignore[arg-type]
    with pytest.raises(UserError, match="there already"):
        save(result, saved)


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_an_empty_template_is_understood_and_asks_for_rows(
    kind: str, ending: str, tmp_path: Path
) -> None:
    paths = write_template(kind, tmp_path / f"mine{ending}")
    result = check_file(paths[0], kind)
    assert [problem.found for problem in result.problems] == ["no rows under the header"]
    with pytest.raises(UserError, match="there already"):
        write_template(kind, tmp_path / f"mine{ending}")


@pytest.mark.parametrize("kind", FILES)
def test_the_examples_of_a_template_pass(kind: str, tmp_path: Path) -> None:
    fields = CONTRACTS[kind].fields
    path = tmp_path / "mine.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[f.name for f in fields], [f.example for f in fields]])
    result = check_file(path, kind)
    assert result.problems == ()


@pytest.mark.parametrize("kind", FILES)
def test_no_heading_means_two_columns(kind: str) -> None:
    names: dict[str, str] = {}
    for field in CONTRACTS[kind].fields:
        for word in {simple(name) for name in (field.name, *field.called)}:
            assert names.setdefault(word, field.name) == field.name, word
