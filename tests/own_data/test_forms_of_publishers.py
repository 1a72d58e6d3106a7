# mypy: disable-error-code="arg-type, index, union-attr, operator"
"""Tables in the forms that publishers use need at most two answers, and mean what they say."""

import math
from pathlib import Path

import pandas as pd
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text

FOLDER = Path(__file__).parent / "forms"
# The most answers that each needs, and how many rows and which sum come out when each is the first.
FORMS: dict[str, tuple[int, int, float]] = {
    "ACSDT5Y2022.B19013-Data.csv": (1, 2, 63105),
    "ACSDT1Y2021.B01001-Column.csv": (
        1, 9, 20613 + 206873 + 10601 + 103700 + 964 + 10012 + 901 + 7030),
    "ACSST5Y2022.S1701-2024.csv": (1, 5, 20409 + 15.3 + 7120 + 21.0 + 1865),
    "ACSDP1Y2023.DP05.csv": (1, 5, 336892 * 2 + 161000 + 47.8 + 36.6),
    "tidycensus.csv": (1, 2, 3105),
    "2024_CHR_Additional.csv": (2, 6, 79.9 + 83.0 + 76.1 + 78.3 + 80.9 + 77.0),
    "analytic_data2024.csv": (1, 3, 4763989 + 96000 + 290),
    "PLACES__County_Data__GIS_Friendly_Format___2023_release.csv": (2, 2, 17.9 + 9.1),
    "PLACES__Local_Data_for_Better_Health__County_Data_2023_release.csv": (1, 1, 10.4),
    "Underlying_Cause_of_Death_2018-2022_Single_Race.txt": (0, 2, 3900),
    "Infant_Deaths.txt": (1, 3, 4100 + 5600 + 18),
    "Drug_deaths_county.txt": (1, 3, 412),
    "Natality_2016-2023_expanded.txt": (1, 2, 14000),
    "STI_wonder.txt": (0, 1, 26000),
    "NCHS_-_Leading_Causes_of_Death__United_States.csv": (0, 3, 169936 + 2703 + 12832),
    "VSRR_Provisional_Drug_Overdose_Death_Counts.csv": (0, 3, 4500),
    "Conditions_Contributing_to_COVID-19_Deaths.csv": (0, 3, 1569 + 5804),
    "Weekly_Provisional_Counts_of_Deaths_by_State_and_Select_Causes.csv": (
        0, 8, 60170 + 55009 + 843 + 1829 + 90 + 80),
    "DQS_Death_rates_suicide.csv": (1, 2, 14.2 + 22.8),
    "NCHS_-_Births_quarterly.csv": (1, 2, 24.7),
    "chicago_budget.csv": (2, 2, 5373456),
    "sf_budget.csv": (1, 1, 1200000),
    "nyc_expense_budget.csv": (2, 2, 5700000),
    "seattle_operating_budget.csv": (1, 2, 2200000),
    "kc_revenue_exp.csv": (2, 1, 100000),
    "montgomery.csv": (2, 6, 100000 + 110000 + 120000 + 50000 + 50000 + 55000),
    "austin.csv": (2, 2, 252500),
    "delaware_payments.csv": (1, 2, 100.55),
    "buffalo_opengov.csv": (1, 2, 110),
}  # fmt: skip
BUDGETS = ("chicago", "sf_", "nyc", "seattle", "kc_", "montgomery", "austin", "delaware", "buffalo")


def first_answers(name: str, text: str = "", folder: Path = FOLDER) -> tuple[Result, list[str]]:
    """Check a file, answering each question with its first choice; return the questions too."""
    path = folder / name
    if text:
        path.write_text(text, encoding="utf-8")
    kind = "budget_lines" if name.startswith(BUDGETS) else "outcomes"
    answers, asked = Answers(), []  # type: ignore[var-annotated]
    while True:
        result = check_file(path, kind, answers=answers)
        if not result.questions or len(asked) > 6:
            return result, asked
        question = result.questions[0]
        asked.append(question.name)
        first = question.choices[0].answer if question.choices else question.example
        answers = answers.with_answer(question, first)


def numbers(table: pd.DataFrame) -> pd.Series:
    return table[next(name for name in ("amount", "events", "value") if name in table)]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_needs_few_answers_and_its_numbers_are_all_there(name: str) -> None:
    most, rows, total = FORMS[name]
    result, asked = first_answers(name)
    print(f"{name}: {len(asked)} answers ({', '.join(asked) or 'none'})")
    assert result.table is not None, as_text(result)
    assert len(asked) <= most <= 2
    assert len(result.table) == rows
    assert math.isclose(float(numbers(result.table).sum()), total)


def test_every_form_is_here() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {"README.md"} == set(FORMS)


def test_marks_of_the_census_bureau_are_missing_or_hidden_and_never_numbers() -> None:
    result, _ = first_answers("ACSDT5Y2022.B19013-Data.csv")
    table = result.table
    assert table["district"].tolist() == ["Adams County, Washington", "Benton County, Washington"]
    assert table["value_hidden"].tolist() == [False, True]
    said = " ".join(str(note) for note in result.notes)
    for mark in ("-: too few", "N: too few cases", "(X): not applicable", "250,000+: the median"):
        assert mark in said


@pytest.mark.parametrize(
    ("number", "hidden"),
    [("-666666666", False), ("-999999999", True), ("-888888888", False), ("-666666666.0", False),
     ("-222222222", False)],
)  # fmt: skip
@pytest.mark.parametrize("many", [1, 60])
def test_numbers_that_stand_for_none_are_read_so_in_any_table_of_outcomes(
    number: str, hidden: bool, many: int, tmp_path: Path
) -> None:
    rows = "".join(f"poverty,2022,Place {at},All,{at + 10}\n" for at in range(many))
    text = f"measure,year,district,group,value\n{rows}poverty,2022,Elm,All,{number}\n"
    table = first_answers("own.csv", text, tmp_path)[0].table
    assert pd.isna(table["value"].iloc[-1])
    assert ("value_hidden" in table and bool(table["value_hidden"].iloc[-1])) is hidden


@pytest.mark.parametrize("filler", ["-9999", "-999", "-99", "-8888"])
def test_other_marks_below_zero_are_refused_and_the_advice_is_true(
    filler: str, tmp_path: Path
) -> None:
    text = f"measure,year,group,value\nx,2022,All,{filler}\nx,2022,Black,4\n"
    result, _ = first_answers("own.csv", text, tmp_path)
    (problem,) = result.problems
    assert problem.rows == (2,)
    assert "leave the cell empty" in problem.fix.casefold()
    assert "write * where it is hidden" in problem.fix
    for instead, hidden in (("", False), ("*", True)):
        table = first_answers("own.csv", text.replace(filler, instead), tmp_path)[0].table
        assert pd.isna(table["value"].iloc[0])
        assert ("value_hidden" in table) is hidden


def test_an_estimate_below_zero_is_refused_in_a_census_table(tmp_path: Path) -> None:
    text = (FOLDER / "ACSDT5Y2022.B19013-Data.csv").read_text(encoding="utf-8")
    result, _ = first_answers("ACSDT5Y2022.B19013.csv", text.replace("63105", "-20"), tmp_path)
    assert [problem.rows for problem in result.problems] == [(3,)]
    assert "0 or more" in result.problems[0].expected


def test_a_percent_sign_says_the_unit(tmp_path: Path) -> None:
    text = "measure,year,group,value\nsmoking,2022,Black,12.5%\nsmoking,2022,White,11%\n"
    table = first_answers("own.csv", text, tmp_path)[0].table
    assert table["value"].tolist() == [12.5, 11]
    assert table["unit"].tolist() == ["percent", "percent"]
    mixed, _ = first_answers("ACSDP1Y2023.DP05.csv")
    units = mixed.table.set_index("value")["unit"]
    assert units[47.8] == "percent"
    assert pd.isna(units[161000.0])


def test_counties_of_one_name_in_several_states_are_told_apart(tmp_path: Path) -> None:
    text = (FOLDER / "analytic_data2024.csv").read_text(encoding="utf-8")
    row = text.strip().split("\n")[-1].replace("53,", "08,", 1).replace("WA", "CO")
    result, _ = first_answers("analytic_data2024.csv", f"{text}{row}\n", tmp_path)
    assert result.table["district"].tolist() == [
        "United States", "Washington, statewide", "Adams County, WA", "Adams County, CO",
    ]  # fmt: skip
    # A state and the country are no places beside their counties.
    assert [each.total for each in result.sums if "numerator" in each.column] == [580]


def test_what_is_of_one_year_alone_is_not_repeated_in_others() -> None:
    result, _ = first_answers("montgomery.csv")
    assert "fte" not in result.table
    assert any('"FY24 FTEs": not part' in str(note) for note in result.notes)


def test_a_quarter_gives_its_year() -> None:
    table = first_answers("NCHS_-_Births_quarterly.csv")[0].table
    assert table["year"].tolist() == [2021, 2021]
    assert table["quarter"].tolist() == ["2021 Q1", "2021 Q1"]


def test_labels_of_the_census_keep_what_they_are_a_part_of() -> None:
    table = first_answers("ACSDT1Y2021.B01001-Column.csv")[0].table
    part = table[table["district"].str.startswith("Adams")].set_index("group")["value"]
    assert part["Total, Male, Under 5 years"] == 964
    assert part["Total, Female, Under 5 years"] == 901
