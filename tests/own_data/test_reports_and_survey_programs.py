"""Reports of accounting programs, exports of survey programs, and words that mean two things."""

import csv

import openpyxl
import pandas as pd
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet


def look(
    text: str, kind: str, said: dict[str, str] | None = None, maps: dict[str, str] | None = None
) -> Result:
    rows = list(csv.reader(text.splitlines()))
    return check(Sheet("f.csv", rows), contract_of(kind), answers=Answers(maps or {}, said or {}))


def names(result: Result) -> list[str]:
    assert not result.problems, as_text(result)
    return [question.name for question in result.questions]


def table(result: Result) -> pd.DataFrame:
    assert result.table is not None, as_text(result)
    return result.table


PROFIT_AND_LOSS = """County Health Alliance
Profit & Loss
July 2024 through June 2025

,Jul '24 - Jun 25
Ordinary Income/Expense,
   Income,
      4000 · Grant Income,
         4010 · State Grants,"125,000.00"
         4020 · Federal Grants,"80,000.00"
      Total 4000 · Grant Income,"205,000.00"
      4100 · Fees,"5,000.00"
   Total Income,"210,000.00"
   Gross Profit,"210,000.00"
   Expense,
      6000 · Personnel,
         6010 · Salaries,"140,000.00"
      Total 6000 · Personnel,"140,000.00"
      6100 · Travel,"4,250.50"
      6200 · Supplies,"2,000.00"
   Total Expense,"146,250.50"
Net Ordinary Income,"63,749.50"
Net Income,"63,749.50"
"""


def test_a_profit_and_loss_statement_needs_one_answer() -> None:
    assert names(look(PROFIT_AND_LOSS, "budget_lines")) == ["side"]
    result = look(PROFIT_AND_LOSS, "budget_lines", {"side": "both"})
    found = table(result)
    assert found.groupby("side")["amount"].sum().to_dict() == {
        "expense": 146_250.5, "revenue": 210_000,
    }  # fmt: skip
    assert set(found["fiscal_year"]) == {"FY2025"}
    assert found["purpose"].tolist() == [
        "4000 · Grant Income:4010 · State Grants",
        "4000 · Grant Income:4020 · Federal Grants",
        "4100 · Fees",
        "6000 · Personnel:6010 · Salaries",
        "6100 · Travel",
        "6200 · Supplies",
    ]
    text = as_text(result)
    assert " apart" not in text
    assert 'the file says "July 2024 through June 2025"' in text
    told = 'was left out: no total names it: "Ordinary Income/Expense"'
    assert f"Row 6 heads the rows below it and {told}" in text


MONTHS = ("Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun")


def by_months(months: list[str]) -> str:
    """A statement with a column a month and one for all of them."""
    lines = ["," + ",".join(months) + ",TOTAL", f"Ordinary Income/Expense{',' * len(months)},"]
    for name, amount in (
        ("Income", 0), ("4000 Grants", 900), ("Total Income", 900), ("Expense", 0),
        ("6000 Personnel", 0), ("6010 Salaries", 600), ("6020 Benefits", 200),
        ("Total 6000 Personnel", 800), ("6100 Travel", 50), ("Total Expense", 850),
        ("Net Ordinary Income", 50),
    ):  # fmt: skip
        cells = [*[str(amount)] * len(months), str(amount * len(months))] if amount else [""]
        lines.append(",".join([name, *cells, *[""] * (len(months) + 1 - len(cells))]))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("size", "first"), [(12, []), (3, ["fiscal_year"])])
def test_a_statement_by_months_needs_two_answers_at_most(size: int, first: list[str]) -> None:
    text = by_months([f"{month} {24 if at < 6 else 25}" for at, month in enumerate(MONTHS)][:size])
    said = dict.fromkeys(first, "FY2025")
    assert names(look(text, "budget_lines", {**said, "side": "expense"})) == []
    assert names(look(text, "budget_lines"))[:1] == (first or ["side"])
    found = table(look(text, "budget_lines", {**said, "side": "expense"}))
    assert found["amount"].tolist() == [600 * size, 200 * size, 50 * size]
    assert found["purpose"][0] == "6000 Personnel:6010 Salaries"
    assert set(found["fiscal_year"]) == {"FY2025"}


def test_names_that_stand_step_by_step_in_columns_are_read_as_one(tmp_path: object) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in PROFIT_AND_LOSS.splitlines()[4:]:
        name, amount = next(csv.reader([line]))
        step = (len(name) - len(name.lstrip())) // 3
        number = amount.replace(",", "")
        cells = [*[None] * step, name.strip() or None, *[None] * (4 - step)]
        sheet.append([*cells, float(number) if number[:1].isdigit() else amount or None])
    path = f"{tmp_path}/statement.xlsx"
    book.save(path)
    said = {"side": "expense"}
    result = check_file(path, "budget_lines", answers=Answers({}, said))
    assert table(result)["amount"].tolist() == [140_000, 4_250.5, 2_000]
    assert result.seen[-1].letter == "A" or any(each.letter == "F" for each in result.seen)


@pytest.mark.parametrize(
    ("period", "year"),
    [("January - December 2024", "FY2024"), ("Jul 1, 2024", ""), ("Jan - Mar 2025", "")],
)
def test_only_a_period_of_twelve_months_says_the_year(period: str, year: str) -> None:
    text = PROFIT_AND_LOSS.replace("July 2024 through June 2025", period)
    text = text.replace(",Jul '24 - Jun 25", ",Total")
    asked = names(look(text, "budget_lines", {"side": "expense"}))
    assert asked == ([] if year else ["fiscal_year"])


QUALTRICS = """StartDate,Progress,Finished,Q1,Q2,Q3_1,leaders_keep_commitments
Start Date,Progress,Finished,My team asks residents before it decides.,I know how our budget is made.,What should change?,Leaders keep what they promise.
"{""ImportId"":""startDate""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3_TEXT""}","{""ImportId"":""QID4""}"
2026-03-01 10:01:00,100,1,4,5,More time,3
2026-03-01 11:01:00,100,1,2,3,,4
"""  # noqa: E501
SURVEY_MONKEY = """Respondent ID,Collector ID,How much do you agree?,,What would help you?
,,My team asks residents before it decides.,I know how our budget is made.,Open-Ended Response
118000001,4501,4,5,More time
118000002,4501,2,3,
"""


@pytest.mark.parametrize("text", [QUALTRICS, "\n".join(
    line for line in QUALTRICS.splitlines() if "ImportId" not in line)])  # fmt: skip
def test_three_rows_of_headings_are_read_together(text: str) -> None:
    assert names(look(text, "survey_answers")) == ["year"]
    found = table(look(text, "survey_answers", {"year": "2026"}))
    assert found["My team asks residents before it decides."].tolist() == [4, 2]
    assert found["leaders_keep_commitments"].tolist() == [3, 4]
    assert not {"Finished", "Progress", "What should change?"} & set(found)


def test_parts_of_a_question_stand_in_a_second_row() -> None:
    assert names(look(SURVEY_MONKEY, "survey_answers")) == ["map", "year"]
    found = table(look(SURVEY_MONKEY, "survey_answers", {"map": "yes", "year": "2026"}))
    assert found["I know how our budget is made."].tolist() == [5, 3]
    assert "How much do you agree?" not in found


WISQARS = """WISQARS Fatal Injury Reports
Year,State,Race,Deaths,Population,Crude Rate
2021,Ohio,White,1423,9500000,14.98
2021,Ohio,Black,9**,1500000,0.60**
2021,Ohio,Asian,--*,290000,--*
"""


def test_a_count_with_a_mark_beside_it_is_that_count_and_the_mark_is_told() -> None:
    result = look(WISQARS, "outcomes", {"map": "yes", "measure": "deaths by injury"})
    found = table(result)
    assert found["events"].fillna(-1).tolist() == [1423, 9, -1]
    assert found["events_hidden"].tolist() == [False, False, True]
    assert "a mark beside it was taken off (**)" in as_text(result)


LINES = """Department,Amount,FY
Clinics,1000,2026
Total Worker Health grant,750,2026
WIC,300,2026
Total,2050,
"""


@pytest.mark.parametrize("text", [LINES, LINES.replace(",FY", "").replace(",2026", "").replace(
    "2050,", "2050").replace("Amount", "FY2026 Budget")])  # fmt: skip
def test_a_program_whose_name_begins_with_total_is_no_total(text: str) -> None:
    result = look(text, "budget_lines", {} if "FY\n" in text else {"amount": "FY2026 Budget"})
    assert table(result)["amount"].tolist() == [1000, 750, 300]
    assert "Total Worker Health grant" in "".join(str(n) for n in result.notes if n.look)


@pytest.mark.parametrize("amount", ["1000", "1750"])
def test_a_total_that_adds_up_or_names_what_stands_above_is_one(amount: str) -> None:
    more = "" if amount == "1000" else "Clinics,750,\n"
    text = f"Department,FY2026 Budget,Note\nClinics,1000,\n{more}Total Clinics,{amount},\nWIC,5,\n"
    found = table(look(text, "budget_lines", {"amount": "FY2026 Budget", "labels": "keep"}))
    assert found["amount"].sum() == int(amount) + 5


MONEY = """{title},,,
Fiscal Year,Program,Description,{heading}
FY2026,Clinics,Nurses,1000
"""


@pytest.mark.parametrize(
    ("title", "heading", "told"),
    [("Upgrades in CAD", "Amount", "Canadian dollars"),
     ("Lines of the PHP", "PHP Amount", "Philippine pesos"),
     ("Budget prepared by Yen", "Amount", ""), ("Yen Scholarship, FY2026", "Amount", "")],
)  # fmt: skip
def test_what_is_more_often_a_program_or_a_name_is_told_and_not_asked(
    title: str, heading: str, told: str
) -> None:
    result = look(MONEY.format(title=title, heading=heading), "budget_lines", {"map": "yes"})
    assert table(result)["amount"].tolist() == [1000]
    looked_at = " ".join(str(note) for note in result.notes if note.look)
    assert (told in looked_at) if told else not looked_at


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Budget in CAD", "Amount"), ("Amounts in yen", "Amount"), ("Budget", "Amount (Yen)"),
     ("Budget", "Amount PHP"), ("Expenditures in INR", "Amount")],
)  # fmt: skip
def test_a_currency_beside_a_word_of_money_is_asked_about(title: str, heading: str) -> None:
    result = look(MONEY.format(title=title, heading=heading), "budget_lines", {"map": "yes"})
    assert names(result) == ["currency of amount"]


BY_CLASS = """Example Clinic,,,
Profit and Loss by Class,,,
January - December 2025,,,
,Clinics,WIC,TOTAL
Income,,,
   Grants,"100,000.00","105,000.00","205,000.00"
Total Income,"100,000.00","105,000.00","205,000.00"
Expenses,,,
   Payroll,"80,000.00","60,000.00","140,000.00"
   Travel,"1,000.00","3,250.50","4,250.50"
Total Expenses,"81,000.00","63,250.50","144,250.50"
Net Income,"19,000.00","41,749.50","60,749.50"
"""
AGAINST_BUDGET = """January through December 2025,,,,
,Jan - Dec 25,Budget,$ Over Budget,% of Budget
Income,,,,
   Grants,"205,000.00","200,000.00","5,000.00",102.5%
Total Income,"205,000.00","200,000.00","5,000.00",102.5%
Expense,,,,
   Payroll,"140,000.00","150,000.00","-10,000.00",93.33%
   Travel,"4,250.50","5,000.00","-749.50",85.01%
Total Expense,"144,250.50","155,000.00","-10,749.50",93.07%
Net Income,"60,749.50","45,000.00","15,749.50",135.0%
"""
MUNIS = """FOR 2026 13,,,,,,,
,,ORIGINAL,TRANFRS/,REVISED,,AVAILABLE,PCT
ACCOUNTS FOR:,DESCRIPTION,APPROP,ADJSTMTS,BUDGET,YTD EXPENDED,BUDGET,USED
1001 GENERAL FUND,,,,,,,
10054100 511100,REGULAR SALARIES,"1,200,000","-20,000","1,180,000","590,100.00","589,900.00",50.0%
10054100 520300,CONTRACTED SERVICES,"90,000",0,"90,000","12,000.00","78,000.00",13.3%
TOTAL GENERAL FUND,,"1,290,000","-20,000","1,270,000","602,100.00","667,900.00",47.4%
GRAND TOTAL,,"1,290,000","-20,000","1,270,000","602,100.00","667,900.00",47.4%
** END OF REPORT - Generated by Finance **,,,,,,,
"""
WORKDAY = """Budget vs Actuals by Cost Center,,,,,
Period,FY2026 - Jul,,,,
Cost Center,Ledger Account,Spend Category,Fund,Budget,Actuals
CC410 Clinics,6000:Salaries,Regular Pay,FD001 General,500000,41200.12
CC410 Clinics,6100:Supplies,Medical Supplies,FD001 General,20000,0
Total,,,,520000,41200.12
"""
OPEN_GOV = """Collapse All,2023-24 Actual,2024-25 Actual,2025-26 Adopted Budget
Expenses,,,
Salaries & Wages,"$1,010,220","$1,060,000","$1,100,000"
Benefits,"$300,000","$310,000","$330,000"
Expenses Total,"$1,310,220","$1,370,000","$1,430,000"
"""
POWER_BI = """Applied filters:,,,,
"Department is Public Health, Fiscal Year is 2026",,,,
Department,Program,Line Item,Budget ($),FTE
Public Health,Equity Office,Coordinator,"98,000",1.0
Public Health,Total Community Health Initiative,Health Workers,"240,000",4.0
Total,,,"338,000",5.0
"""


@pytest.mark.parametrize(
    ("text", "said", "amounts"),
    [(BY_CLASS, {"side": "expense"}, [140_000, 4_250.5]),
     (AGAINST_BUDGET, {"amount": "Budget", "side": "expense"}, [150_000, 5_000]),
     (MUNIS, {"amount": "REVISED BUDGET", "heading rows": "fund_label"}, [1_180_000, 90_000]),
     (WORKDAY, {"amount": "Budget"}, [500_000, 20_000]),
     (OPEN_GOV, {"amount": "2025-26 Adopted Budget"}, [1_100_000, 330_000]),
     (POWER_BI, {}, [98_000, 240_000])],
)  # fmt: skip
def test_reports_of_other_programs_need_two_answers_at_most(
    text: str, said: dict[str, str], amounts: list[float]
) -> None:
    result = look(text, "budget_lines", said)
    assert table(result)["amount"].tolist() == amounts
    assert len(set(table(result)["fiscal_year"])) == 1
    assert " apart" not in as_text(result)


@pytest.mark.parametrize(
    ("title", "year"),
    [("Adopted Budget FY 2025-26", "FY2026"), ("Fiscal Year is 2026", "FY2026"),
     ("FY2025 actuals beside the FY2026 budget", ""), ("Printed in 2026", "")],
)  # fmt: skip
def test_a_year_that_a_title_says_alone_is_told_and_two_are_asked_about(
    title: str, year: str
) -> None:
    text = f"{title},,\nDepartment,Description,Amount\nHealth,Nurses,1000\n"
    result = look(text, "budget_lines")
    if not year:
        assert names(result) == ["fiscal_year"]
        return
    assert set(table(result)["fiscal_year"]) == {year}
    assert any(note.look and title in str(note) for note in result.notes)
    other = look(text, "budget_lines", {"fiscal_year": "FY2024"})
    assert set(table(other)["fiscal_year"]) == {"FY2024"}


WONDER = (
    '"Notes"\t"County"\t"County Code"\t"Single Race 6"\t"Single Race 6 Code"\tDeaths\tPopulation\n'
    '\t"Adams County, OH"\t"39001"\t"Black or African American"\t"2054-5"\tSuppressed\t310\n'
    '\t"Adams County, OH"\t"39001"\t"Asian"\t"A"\t20\t900\n'
    '\t"Adams County, OH"\t"39001"\t"More than one race"\t"M"\t30\t1100\n'
    '\t"Adams County, OH"\t"39001"\t"White"\t"2106-3"\t44\t160500\n'
    '"Total"\t"Adams County, OH"\t"39001"\t\t\t96\t162810\n"---"\n"Year/Month: 2020; 2021"\n'
)


def test_a_total_over_hidden_numbers_is_not_called_rounded() -> None:
    rows = list(csv.reader(WONDER.splitlines(), delimiter="\t"))
    result = check(Sheet("w.txt", rows), contract_of("outcomes"))
    text = as_text(result)
    assert "2.00 apart, and 1 of them hides a number" in text
    assert "but for rounding" not in text
