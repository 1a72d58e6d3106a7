"""A lesson reads a data set by name, with its types, and is told plainly what is wrong."""

from pathlib import Path

import pytest

from groundwork.learner import datasets
from groundwork.subject.errors import UserError

FOLDER = Path(__file__).parents[2] / "datasets"


def copy_of(name: str, folder: Path) -> Path:
    """A folder with one data set that a test may break; returns its CSV file."""
    (folder / "datapackage.json").write_bytes((FOLDER / "datapackage.json").read_bytes())
    path = folder / f"{name}.csv"
    path.write_bytes((FOLDER / path.name).read_bytes())
    return path


def test_columns_have_the_types_of_the_dictionary() -> None:
    lines = datasets.read("riverbend_invented_budget_lines", FOLDER)
    assert lines["amount"].dtype == "float64"
    assert lines["ends"].dtype.kind == "M"
    assert lines["fiscal_year"].eq("FY2026").any()
    assert datasets.read("uninsured", FOLDER)["year"].dtype == "int64"
    assert datasets.read("riverbend_invented_staff_survey", FOLDER)["confident_to_act"].isna().any()


def test_codes_keep_their_leading_zeros_and_words_are_never_missing_by_accident() -> None:
    counties = datasets.read("north_carolina_sids", FOLDER)
    assert counties["fips"].str.len().eq(5).all()
    lines = datasets.read("riverbend_invented_positions", FOLDER)
    assert lines["role_in_equity"].eq("none").any()  # not read as a missing value


def test_a_file_is_read_once_until_it_changes_and_nobody_changes_it_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_of("redlining", tmp_path)
    first = datasets.read("redlining", tmp_path)
    with monkeypatch.context() as without:
        without.delattr("pandas.read_csv")
        again = datasets.read("redlining", tmp_path)
    assert again.equals(first)
    again.loc[:, "value"] = 0.0
    again["more"] = 1
    assert datasets.read("redlining", tmp_path).equals(first)
    path.write_text(path.read_text(encoding="utf-8").replace(",63.5,", ",64.5,"), "utf-8")
    assert datasets.read("redlining", tmp_path)["value"].eq(64.5).any()


def test_a_data_set_is_found_from_the_folder_of_a_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "datasets").mkdir()
    (tmp_path / "modules").mkdir()
    copy_of("redlining", tmp_path / "datasets")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path / "modules")
    assert len(datasets.read("redlining")) == 7


def test_a_misspelt_name_gets_the_nearest_and_the_list() -> None:
    with pytest.raises(UserError) as raised:
        datasets.read("infant_mortalty.csv", FOLDER)
    assert 'Did you mean "infant_mortality"?' in raised.value.fix
    assert "workforce_views" in raised.value.fix


def test_a_folder_without_data_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No data set was found"):
        datasets.read("redlining", tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    copy_of("redlining", tmp_path).unlink()
    with pytest.raises(UserError, match=r"redlining\.csv is missing"):
        datasets.read("redlining", tmp_path)


def test_a_value_that_no_longer_fits_names_its_column(tmp_path: Path) -> None:
    path = copy_of("redlining", tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(",63.5,", ",about 63,"), "utf-8")
    with pytest.raises(UserError, match="column value should hold a number"):
        datasets.read("redlining", tmp_path)


def test_a_lost_column_is_told(tmp_path: Path) -> None:
    path = copy_of("redlining", tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("unit", "units", 1), "utf-8")
    with pytest.raises(UserError, match="column unit"):
        datasets.read("redlining", tmp_path)


def test_the_source_line_names_only_the_sources_of_the_rows_shown() -> None:
    words, table = (
        datasets.describe("life_expectancy", FOLDER),
        datasets.read("life_expectancy", FOLDER),
    )
    line = words.source_line(table[table["year"] == 2019])
    assert line == (
        "Source: United States Life Tables, 2019 (NVSR 70-19, March 22, 2022), NCHS. "
        "Data: 2019. Checked November 22, 2026."
    )
    assert "2019 to 2023" in words.source_line()


def test_the_source_line_says_when_figures_were_read_second_hand() -> None:
    words, table = (
        datasets.describe("maternal_mortality", FOLDER),
        datasets.read("maternal_mortality", FOLDER),
    )
    assert "Read second-hand" in words.source_line(table)


def test_invented_data_say_so_instead_of_a_source() -> None:
    words = datasets.describe("riverbend_invented_outcomes", FOLDER)
    assert words.source_line().startswith("Riverbend County (invented): made-up data")
    assert words.citation.startswith("Riverbend County (invented)")
