"""Further layouts of budgets, surveys and health exports: few questions, nothing silently wrong."""

import csv

import pandas as pd
import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet


def look(text: str, kind: str, said: dict[str, str] | None = None) -> Result:
    rows = list(csv.reader(text.splitlines()))
    return check(Sheet("f.csv", rows), contract_of(kind), answers=Answers({}, said or {}))


def names(result: Result) -> list[str]:
    assert not result.problems, as_text(result)
    return [question.name for question in result.questions]


def table(result: Result) -> pd.DataFrame:
    assert result.table is not None, as_text(result)
    return result.table


SIDES = """Account,Description,Fund,Fiscal Year,Amount
Revenues,,,,
4100,State Grant,200,2025,50000
4200,Fees,100,2025,10000
Total Revenues,,,,60000
Expenditures,,,,
5100,Salaries,100,2025,40000
5200,Supplies,100,2025,15000
Total Expenditures,,,,55000
Net Revenue over Expenditures,,,,5000
"""


@pytest.mark.parametrize("text", [SIDES, "\n".join(
    line for line in SIDES.splitlines() if "Total" not in line and "Net" not in line)])  # fmt: skip
def test_rows_that_head_revenues_and_expenses_tell_them_apart(text: str) -> None:
    assert names(look(text, "budget_lines")) == ["side"]
    spent = look(text, "budget_lines", {"side": "expense"})
    assert table(spent)["amount"].sum() == 55_000
    assert table(look(text, "budget_lines", {"side": "revenue"}))["amount"].sum() == 60_000
    assert " apart" not in as_text(spent)


def test_revenue_above_a_department_is_kept_apart_from_it() -> None:
    text = SIDES.replace("4100,", "Clinics,,,,\n4100,").replace("5100,", "WIC,,,,\n5100,")
    assert names(look(text, "budget_lines")) == ["heading rows"]
    said = {"heading rows": "program"}
    assert names(look(text, "budget_lines", said)) == ["side"]
    said["side"] = "both"
    both = table(look(text, "budget_lines", said))
    assert both.groupby(["side", "program"])["amount"].sum().to_dict() == {
        ("expense", "WIC"): 55_000, ("revenue", "Clinics"): 60_000,
    }  # fmt: skip


def test_a_department_ends_where_the_other_side_begins() -> None:
    text = SIDES.replace("4100,", "Clinics,,,,\n4100,")
    found = table(look(text, "budget_lines", {"heading rows": "program", "side": "expense"}))
    assert found["program"].isna().all()


CATEGORIES = """Name,FY2024 Actual,FY2025 Budgeted,Change
Personnel,"$900,000","$950,000",5.3%
Operating,"$100,000","$120,000",8.3%
"""


def test_a_column_called_name_is_refused_only_where_it_names_people() -> None:
    result = look(CATEGORIES, "budget_lines", {"amount": "years"})
    assert table(result)["purpose"].tolist() == ["Personnel"] * 2 + ["Operating"] * 2
    people = CATEGORIES.replace("Personnel", '"Lopez, Maria"').replace("Operating", "Ana Nguyen")
    (problem,) = look(people, "budget_lines", {"amount": "years"}).problems
    assert "Lopez" not in str(problem)
    assert problem.column == 'A "Name"'


def test_years_above_stages_are_read_with_them() -> None:
    text = """,,Fiscal Year 2025,,Fiscal Year 2026,
Department,Description,Adopted,Revised,Adopted,Revised
Health,Salaries,100,110,120,115
Health,Travel,10,11,12,11
"""
    found = table(look(text, "budget_lines", {"amount": "years of adopted"}))
    assert found.groupby("fiscal_year")["amount"].sum().to_dict() == {"FY2025": 110, "FY2026": 132}


def test_thousands_with_commas_are_asked_about_once() -> None:
    text = """(In Thousands of Dollars),,
Department,Fiscal Year,Amount
Health,2026,"1,250"
WIC,2026,300
"""
    assert names(look(text, "budget_lines")) == ["units of amount"]
    found = table(look(text, "budget_lines", {"units of amount": "thousands"}))
    assert found["amount"].tolist() == [1_250_000, 300_000]


def test_a_heading_met_twice_is_no_proposal_for_another_field() -> None:
    result = look("Fund,Amount,Amount\n100,5,5\n200,6,6\n", "budget_lines")
    assert result.problems
    assert "map" not in [question.name for question in result.questions]


def test_only_columns_that_can_be_a_salary_are_offered_for_it() -> None:
    text = "Pos No.,Classification,FTE,Hourly Rate,Funding Source\n1,Nurse,1,42.50,General\n"
    (question,) = look(text, "positions").questions
    assert [choice.answer for choice in question.choices] == ["Hourly Rate=salary"]


FORMATS = """LocationType,Location,TimeFrame,Race,DataFormat,Data
State,Washington,2022,Black,Percent,0.25
State,Washington,2022,White,Percent,0.11
State,Washington,2022,Black,Number,21000
State,Washington,2022,White,Number,90000
"""


def test_percentages_of_which_none_is_above_1_are_asked_about() -> None:
    said = {"format": "Percent", "measure": "children in poverty"}
    assert names(look(FORMATS, "outcomes", said)) == ["percents below 1"]
    for answer, value in (("share", 25), ("percent", 0.25)):
        found = table(look(FORMATS, "outcomes", {**said, "percents below 1": answer}))
        assert found["value"].tolist()[0] == value
    more = {**said, "format": "Number"}
    assert table(look(FORMATS, "outcomes", more))["value"].tolist() == [21000, 90000]


BRFSS = """Year,Locationabbr,Locationdesc,Class,Topic,Question,Response,Break_Out,\
Break_Out_Category,Sample_Size,Data_value,Confidence_limit_Low,Confidence_limit_High,\
Data_value_unit,Data_value_type
2022,WA,Washington,Status,Fair,How is your health?,Fair,Overall,Overall,20000,15.1,14,15.8,%,Crude
2022,WA,Washington,Status,Fair,How is your health?,Fair,Black,Race,500,17.0,13.0,21.0,%,Crude
2022,WA,Washington,Status,Good,How is your health?,Good,Black,Race,2000,83.0,79.0,87.0,%,Crude
"""


def test_answers_of_one_question_of_brfss_are_never_mixed() -> None:
    assert names(look(BRFSS, "outcomes")) == ["response"]
    found = table(look(BRFSS, "outcomes", {"response": "Fair"}))
    assert found["value"].tolist() == [15.1, 17]
    assert found["lower"].tolist() == [14, 13]
    assert found["group"].tolist()[1] == "Race, Black"


TRACTS = """StateAbbr,CountyName,CountyFIPS,TractFIPS,TotalPopulation,CASTHMA_CrudePrev,\
CASTHMA_Crude95CI
WA,King,53033,53033000100,5000,10.4,"( 9.2, 11.6)"
WA,King,53033,53033000200,7000,10.9,"( 9.6, 12.2)"
"""


def test_the_smallest_place_of_a_wide_table_is_its_place() -> None:
    said = {"measure": "CASTHMA_CrudePrev", "year": "2022"}
    found = table(look(TRACTS, "outcomes", said))
    assert found["district"].tolist() == ["53033000100", "53033000200"]


WEEKS = """Data as of,Jurisdiction,MMWR Year,MMWR Week,Week Ending Date,Sex,All Cause
09/27/2023,Washington,2022,1,01/08/2022,{first},900
09/27/2023,Washington,2022,{week},01/15/2022,{second},950
"""


@pytest.mark.parametrize(
    ("first", "second", "groups"),
    [("Male", "Male", {"Male"}), ("All Sexes", "All Sexes", {"All"}),
     ("Male", "Female", {"Male", "Female"})],
)  # fmt: skip
def test_counts_of_one_sex_are_never_called_all(first: str, second: str, groups: set[str]) -> None:
    result = look(WEEKS.format(first=first, second=second, week=2), "outcomes")
    assert set(table(result)["group"]) == groups


def test_a_provisional_year_is_a_year_and_told() -> None:
    text = "measure,year,group,events\ndeaths,2023 (provisional),A,55\ndeaths,2022,A,60\n"
    result = look(text, "outcomes")
    assert table(result)["year"].tolist() == [2023, 2022]
    assert "the file calls this year provisional" in as_text(result)


FORM = """Timestamp,What unit do you work in?,I know our goals.,I can speak up.,Any comments?
6/1/2025 10:22:11,Clinics,Agree,Strongly disagree,Thanks
6/1/2025 10:25:13,WIC,Strongly agree,Neutral,
"""


def test_a_survey_answered_in_words_is_read() -> None:
    assert names(look(FORM, "survey_answers")) == ["year"]
    found = table(look(FORM, "survey_answers", {"year": "2025"}))
    assert found["I know our goals."].tolist() == [4, 5]
    assert found["I can speak up."].tolist() == [1, 3]


BY_DEPARTMENT = """Account,Description,FY24 Actual,FY25 Budget
PUBLIC HEALTH,,,
5100,Salaries,"100,000","110,000"
5200,Supplies,"5,000","6,000"
TOTAL PUBLIC HEALTH,,"105,000","116,000"
PARKS,,,
5100,Salaries,"50,000","55,000"
TOTAL PARKS,,"50,000","55,000"
GRAND TOTAL,,"155,000","171,000"
"""


def test_a_total_called_by_its_department_is_left_out_also_of_one_line() -> None:
    said = {"amount": "years", "heading rows": "program"}
    result = look(BY_DEPARTMENT, "budget_lines", said)
    by_year = table(result).groupby("fiscal_year")["amount"].sum().to_dict()
    assert by_year == {"FY2024": 155_000, "FY2025": 171_000}
    assert "TOTAL PARKS" in as_text(result)
    assert " apart" not in as_text(result)


INDENTED = """Program,Fiscal Year,Amount
Public Health,2026,"1,500"
  Salaries,2026,"1,000"
  Benefits,2026,500
Parks,2026,300
  Mowing,2026,300
"""


def test_departments_above_their_own_lines_are_asked_about() -> None:
    (question,) = look(INDENTED, "budget_lines").questions
    assert (question.name, question.rows) == ("totals", (2, 5))
    left = look(INDENTED, "budget_lines", {"totals": "leave out"})
    assert table(left)["amount"].sum() == 1800
    other = INDENTED.replace("500\nParks", "501\nParks")
    assert names(look(other, "budget_lines")) == []


def test_a_population_of_one_group_is_proposed_for_no_other() -> None:
    text = """,,Black,,White,
County,Year,Deaths,Population,Deaths,Population
King,2022,120,150000,900,1300000
Pierce,2022,60,70000,700,640000
"""
    result = look(text, "outcomes", {"events": "all", "group": "All"})
    assert "denominator" not in table(result)


@pytest.mark.parametrize("heading", ["Age-adjusted rate per 100,000", "Weighted %"])
def test_a_rate_under_a_long_heading_is_proposed_where_nothing_is_counted(heading: str) -> None:
    text = f'Indicator,Year,Race,"{heading}"\nDeaths,2022,Black,45.2\nDeaths,2022,White,20.3\n'
    (question,) = look(text, "outcomes").questions
    assert f'"{heading}" is value' in question.text


def test_a_position_repeated_whole_on_two_funds_is_asked_about() -> None:
    text = "position_id,title,fte,salary,fund\nP1,Nurse,1,80000,100\nP1,Nurse,1,80000,200\n"
    assert names(look(text, "positions")) == ["whole positions"]
    assert look(text, "positions", {"whole positions": "keep"}).fine
    halves = text.replace(",1,80000", ",0.5,40000")
    assert look(halves, "positions").fine
