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
    "USALEEP_life_expectancy.csv": (0, 3, 73.1 + 76.9 + 75.5),
    "NCHS_-_Drug_Poisoning_Mortality_by_County.csv": (0, 2, 14.2 + 20.1),
    "NCHS_-_Teen_Birth_Rates_by_County.csv": (0, 2, 25.1 + 23.9),
    "Household_Pulse_Anxiety.csv": (0, 2, 42.3 + 29.1),
    "500_cities.csv": (0, 2, 14.6),
    "births_by_race_pivot.csv": (2, 10, 2 * (500 + 1000)),
    "analytic_data2019.csv": (1, 2, 81791 + 815),
    "deaths_by_cause_and_year.csv": (2, 12, 368 + 307 + 291 + 273),
    "wonder_cancer.txt": (1, 3, 1450000 + 190000 + 170000),
    "wonder_tb.txt": (0, 2, 92),
    "wonder_fetal.txt": (0, 2, 12900),
    "wonder_mcd_hisp.txt": (0, 3, 310 + 5400 + 12),
    "california_ebudget.csv": (2, 6, 1000 * (5310000 + 4890000 + 4250000)),
    "texas_lbb.csv": (1, 6, 100e6 + 89e6 + 79.5e6),
    "massachusetts.csv": (1, 6, 217e6 + 227.5e6 + 229.6e6),
    "colorado_open.csv": (1, 2, 8000000),
    "tyler_munis.csv": (2, 2, 1290000),
    "tyler_incode.csv": (2, 2, 520000),
    "workday_plan.csv": (2, 2, 520000),
    "oracle_fsg.csv": (2, 2, 1050000),
    "peoplesoft_kk.csv": (2, 2, 1050000),
    "opengov_stories.csv": (2, 1, 100000),
    "ohio_checkbook.csv": (0, 2, 91020.33),
}  # fmt: skip
BUDGETS = ("chicago", "sf_", "nyc", "seattle", "kc_", "montgomery", "austin", "delaware", "buffalo",
           "california", "texas", "massachusetts", "colorado", "tyler", "workday", "oracle",
           "peoplesoft", "opengov", "ohio")  # fmt: skip


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


def test_sums_in_thousands_with_dollar_signs_are_held_against_the_files_own_total() -> None:
    result, _ = first_answers("california_ebudget.csv")
    told = " ".join(map(str, result.notes))
    assert "apart" not in told
    assert told.count("says what the rows add up to") == 3


def test_no_share_and_no_fund_is_made_of_what_only_sounds_like_one() -> None:
    assert "equity_share" not in first_answers("tyler_incode.csv")[0].table
    table = first_answers("colorado_open.csv")[0].table
    assert "fund" not in table, "the money of several funds stands side by side"


def test_general_revenue_is_a_fund_and_no_side() -> None:
    result, asked = first_answers("texas_lbb.csv")
    assert "side" not in result.table
    assert asked == ["amount"]


@pytest.mark.parametrize("heading", ["2023-25 Biennium Budget", "2023-25 Biennial Total Amount"])
def test_an_amount_of_two_years_is_no_amount_of_one(heading: str, tmp_path: Path) -> None:
    text = f"Category,Purpose,{heading}\nSalaries,Nurses,200\nSupplies,Vaccine,40\n"
    result, asked = first_answers("california.csv", text, tmp_path)
    assert "fiscal_year" in asked
    assert any("two fiscal years in one amount" in str(n) for n in result.notes if n.look)


def test_a_group_and_its_subgroup_are_one_group(tmp_path: Path) -> None:
    text = "Measure,Year,Group,Subgroup,Events\nx,2022,Sex,Male,4\nx,2022,Sex,Female,6\n"
    text += "x,2022,Age,Under 5,3\n"
    result, asked = first_answers("own.csv", text, tmp_path)
    assert asked == ["group"]
    assert result.table["group"].tolist() == ["Sex, Male", "Sex, Female", "Age, Under 5"]


def test_a_value_that_a_footnote_suppresses_is_hidden() -> None:
    assert first_answers("500_cities.csv")[0].table["value_hidden"].tolist() == [False, True]


@pytest.mark.parametrize(("number", "name"), [("25.1", "value"), ("25", "events")])
def test_a_number_with_decimals_is_no_count(number: str, name: str, tmp_path: Path) -> None:
    text = f"Measure,Year,Group,Births something\nx,2022,All,{number}\nx,2022,Black,{number}\n"
    result, _ = first_answers("own.csv", text, tmp_path)
    assert result.table is not None, as_text(result)
    assert name in result.table


def test_a_table_without_any_number_to_take_says_so(tmp_path: Path) -> None:
    text = "Measure,Year,County,Race,Population\nx,2022,A,White,430\nx,2022,A,Black,110\n"
    result, _ = first_answers("own.csv", text, tmp_path)
    (problem,) = result.problems
    assert "no column that could be events or value" in problem.found
    assert problem.fix.startswith('Add a column "events" or "value" to a copy of the file')


@pytest.mark.parametrize(
    ("title", "year"),
    [("Births by county, 2022", ["2022"]), ("Births, 2018-2022", ["2018-2022"]),
     ("Births (report date 5/1/2023)", []), ("Births of 2021 and 2022", [])],
)  # fmt: skip
def test_the_one_year_of_a_title_is_told_and_others_are_asked(
    title: str, year: list[str], tmp_path: Path
) -> None:
    text = f'"{title}",,\nCounty,White,Black\nAdams,30,12\nBrown,40,15\n'
    result, asked = first_answers("own.csv", text, tmp_path)
    assert asked == ["group", "measure", *([] if year else ["year"])]
    assert result.table["group"].tolist() == ["White", "Black"] * 2
    if year:
        assert [*map(str, result.table["year"].unique())] == year
        assert any("says the year" in str(note) for note in result.notes if note.look)


def test_one_of_the_groups_side_by_side_can_be_meant(tmp_path: Path) -> None:
    text = "Measure,Year,County,Total,Males,Females\nbirths,2022,Adams,42,21,21\n"
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    table = check_file(path, "outcomes", answers=Answers({}, {"group": "Females"})).table
    assert table[["group", "events"]].to_numpy().tolist() == [["Females", 21]]


def test_a_year_of_fiscal_years_is_that_in_which_they_end(tmp_path: Path) -> None:
    text = "Measure,SFY,Group,Events\nx,SFY22,Black,12\nx,SFY23,Black,30\n"
    result, asked = first_answers("own.csv", text, tmp_path)
    assert not asked
    assert result.table["year"].tolist() == [2022, 2023]
    assert any("each fiscal year ends" in str(note) for note in result.notes if note.look)


def test_the_column_that_tells_apart_is_the_group_where_another_says_the_same(
    tmp_path: Path,
) -> None:
    text = "Measure,Year,Sex,Race,Value\nx,2021,Female,Total,57.1\nx,2021,Male,Total,29.5\n"
    result, _ = first_answers("own.csv", text, tmp_path)
    assert result.table["group"].tolist() == ["Female", "Male"]
    # What is the same in every row and is not everybody stays a part of the group.
    result, _ = first_answers("own.csv", text.replace("Total", "Black"), tmp_path)
    assert result.table["group"].tolist() == ["Female, Black", "Male, Black"]


def test_a_remark_behind_a_year_is_told(tmp_path: Path) -> None:
    text = "Measure,Year,Group,Cases\nHIV,2020 (COVID-19 Pandemic),White,9\nHIV,2019,White,8\n"
    result, _ = first_answers("own.csv", text, tmp_path)
    assert result.table["year"].tolist() == [2020, 2019]
    assert "COVID-19 Pandemic" in as_text(result)


def test_rows_that_bear_the_words_of_a_total_are_asked_about_together(tmp_path: Path) -> None:
    lines = ["Clinic,Nurses,100", "Clinic,Rent,50", "Clinic,All lines,150", "WIC,Food,30",
             "WIC,Staff,20", "WIC,All lines,50"]  # fmt: skip
    text = "Fiscal Year,Program,Purpose,Amount\n" + "".join(f"FY2025,{line}\n" for line in lines)
    result, asked = first_answers("california.csv", text, tmp_path)
    assert asked == ["totals"]
    assert result.table["amount"].sum() == 200


@pytest.mark.parametrize("heading", ["Trust Funds", "Other Fund"])
def test_sums_of_money_are_no_codes_of_funds(heading: str, tmp_path: Path) -> None:
    text = f'Fiscal Year,Program,{heading},All Funds\nFY2025,WIC,"2,500,000","3,000,000"\n'
    text += 'FY2025,Clinic,"600,000","900,000"\n'
    result, asked = first_answers("california.csv", text, tmp_path)
    assert not asked
    assert "fund" not in result.table
    assert result.table["amount"].sum() == 3_900_000


@pytest.mark.parametrize("other", ["Asian/PI", "65+", "Another Race"])
def test_a_group_that_nobody_knows_is_not_lost_among_others(other: str, tmp_path: Path) -> None:
    text = f"Measure,Year,County,FIPS,White,Black,{other}\nx,2022,Adams,08001,7,3,2\n"
    result, asked = first_answers("own.csv", text, tmp_path)
    assert asked == ["group"]
    assert result.table["group"].tolist() == ["White", "Black", other]
    assert result.table["events"].tolist() == [7, 3, 2]


@pytest.mark.parametrize("title", ["Call 555-2020 for help", "Table 2020/3", "Form A2021"])
def test_not_every_number_of_a_title_is_its_year(title: str, tmp_path: Path) -> None:
    text = f"{title},,\nMeasure,Group,Events\nx,White,3\nx,Black,2\n"
    assert first_answers("own.csv", text, tmp_path)[1] == ["year"]
