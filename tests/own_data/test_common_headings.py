# mypy: disable-error-code="arg-type"
"""Headings that departments use are proposed for what they mean, and never against their cells."""

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet


def look(kind: str, head: list[str], *rows: list[object], **said: str) -> Result:
    return check(Sheet("b.csv", [list(head), *rows]), contract_of(kind), answers=Answers({}, said))


def read_as(result: Result) -> dict[str, str]:
    return {each.heading: each.field for each in result.seen}


@pytest.mark.parametrize("period", ["Period", "Time Period", "TIME_PERIOD", "Timeframe", "Year(s)"])
@pytest.mark.parametrize(
    "strata", ["Strata", "Stratum", "Break_Out", "Breakout", "Demographic", "Demographics",
               "Stratification1", "Subpopulation", "Race Category"],
)  # fmt: skip
def test_a_table_of_outcomes_needs_one_answer(period: str, strata: str) -> None:
    head = ["Indicator Name", period, "Area", strata, "Count", "Population at risk"]
    rows: list[list[object]] = [
        ["Deaths", "2024", "Adams", "Black", "12", "1000"],
        ["Deaths", "2024", "Adams", "White", "10", "2000"],
    ]
    result = look("outcomes", head, *rows)
    assert [question.name for question in result.questions] in ([], ["map"]), as_text(result)
    table = look("outcomes", head, *rows, map="yes").table
    assert table is not None
    assert table["year"].tolist() == [2024, 2024]
    assert table["group"].tolist() == ["Black", "White"]
    assert table["denominator"].tolist() == [1000, 2000]
    assert "fiscal_year" not in table


@pytest.mark.parametrize("period", ["FY2024", "FFY 2024", "SFY24"])
def test_a_period_of_fiscal_years_is_no_calendar_year(period: str) -> None:
    head = ["measure", "Fiscal Period", "group", "events", "year"]
    result = look("outcomes", head, ["births", period, "Black", "12", "2024"], map="yes")
    assert result.table is not None, as_text(result)
    assert str(result.table["fiscal_year"].iloc[0]).endswith("FY2024")


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("Rate per 1,000", "per 1,000"), ("Rate per 100,000", "per 100,000"), ("Percent", "percent"),
     ("Prevalence (%)", "percent"), ("Crude Rate per 1000", "per 1000"), ("Rate", None)],
)  # fmt: skip
def test_a_rate_is_proposed_as_a_value_with_the_unit_of_its_heading(
    heading: str, unit: str | None
) -> None:
    head = ["measure", "year", "group", heading]
    rows: list[list[object]] = [["births", "2024", "a", "12"], ["births", "2024", "b", "13.5"]]
    result = look("outcomes", head, *rows, map="yes")
    assert result.table is not None, as_text(result)
    assert result.table["value"].tolist() == [12, 13.5]
    assert ("unit" in result.table) is (unit is not None)
    assert unit is None or result.table["unit"].tolist() == [unit] * 2


def test_a_rate_beside_its_counts_is_not_asked_about() -> None:
    head = ["measure", "year", "group", "events", "denominator", "Rate per 1,000"]
    assert look("outcomes", head, ["births", "2024", "a", "12", "1000", "12"]).fine


@pytest.mark.parametrize("heading", ["Invoice #", "Invoice No.", "Invoice Nbr", "Voucher #"])
def test_a_number_of_an_invoice_is_an_id_and_no_day(heading: str) -> None:
    head = ["Vendor Name", heading, "Check Date", "Check Amt", "Fund"]
    rows: list[list[object]] = [
        ["Harbor Health Alliance", "INV1", "3/4/2026", "1000.00", "101"],
        ["River Trust", "INV2", "3/24/2026", "250.00", "101"],
    ]
    result = look("partner_payments", head, *rows)
    assert not result.problems, as_text(result)
    assert read_as(result)[heading] == "payment_id"
    again = look("partner_payments", head, *rows, [*rows[1][:1], "INV2", *rows[1][2:]])
    if "Voucher" not in heading:
        assert read_as(again)[heading] != "payment_id"


@pytest.mark.parametrize("number", ["Pos Nbr", "POS_NO", "Position #", "PosNum", "Pos. Number"])
def test_a_number_of_a_position_is_its_id(number: str) -> None:
    head = [number, "Job Class", "Budgeted FTE", "Annual Rate", "Fund"]
    rows: list[list[object]] = [
        ["00123", "Nurse II", "1.0", "90000", "101"], ["00124", "Aide", "0.5", "45000", "101"],
    ]  # fmt: skip
    result = look("positions", head, *rows, map="yes")
    assert result.table is not None, as_text(result)
    assert result.table["position_id"].tolist() == ["00123", "00124"]
    assert result.table["salary"].tolist() == [90000, 45000]


@pytest.mark.parametrize("heading", ["county fips", "County FIPS Code", "GEOID", "Census Tract"])
def test_a_code_of_a_place_is_proposed_as_the_place(heading: str) -> None:
    head = ["measure", "year", heading, "group", "events"]
    result = look("outcomes", head, ["births", "2024", "01001", "a", "12"], map="yes")
    assert read_as(result)[heading] == "district", as_text(result)


@pytest.mark.parametrize("heading", ["Paid on account", "Ends with", "Start of code"])
def test_what_does_not_fit_the_cells_is_not_proposed(heading: str) -> None:
    head = ["payment_id", "partner", "amount", heading]
    result = look("partner_payments", head, ["1", "River Trust", "5", "INV-1"])
    assert read_as(result)[heading] == "nothing"


def test_years_above_headings_that_differ_are_read_with_them() -> None:
    rows: list[list[object]] = [
        ["", "", "", "FY2025", "", "FY2026"],
        ["Line ID", "Program", "Fund", "Actual", "Adopted", "Proposed"],
        ["A1", "WIC", "F1", "100", "110", "120"],
    ]
    contract = contract_of("budget_lines")
    result = check(Sheet("b.csv", rows), contract)
    assert {"FY2025 Actual", "FY2025 Adopted", "FY2026 Proposed"} <= set(result.headings)
    said = Answers({}, {"amount": "FY2026 Proposed"})
    table = check(Sheet("b.csv", rows), contract, answers=said).table
    assert table is not None
    assert table["fiscal_year"].tolist() == ["FY2026"]
    assert table["amount"].tolist() == [120]


@pytest.mark.parametrize("heading", ["Percent effort", "Share of time", "Pct effort"])
def test_a_percentage_of_time_can_be_chosen_as_fte(heading: str) -> None:
    head = ["position_id", "fiscal_year", "title", "salary", heading]
    result = look("positions", head, ["P1", "FY2026", "Nurse", "90000", "50"])
    choices = {choice.answer for question in result.questions for choice in question.choices}
    assert f"{heading}=fte" in choices, as_text(result)


LAST_DAYS = ["Last day of award", "Contract Ends", "Grant ends",
             "Award End", "Award End Date", "Grant End Date", "Expiration",
             "Period of Performance End", "Project End Date", "Budget Period End Date",
             "End Date of Grant", "Funding Expires", "Performance period ending date",
             "Contract Ends", "Grant ends", "Grant Contract End Date",
             "Contract expiration"]  # fmt: skip


@pytest.mark.parametrize("heading", LAST_DAYS)
def test_the_last_day_of_the_money_is_known_by_its_heading(heading: str) -> None:
    head = ["line_id", "fiscal_year", "amount", heading]
    result = look("budget_lines", head, ["A1", "FY2026", "1000", "6/30/2027"])
    assert result.table is not None, as_text(result)
    assert [str(day)[:10] for day in result.table["ends"]] == ["2027-06-30"]


def test_the_detail_of_an_account_is_proposed_as_the_position_of_a_line() -> None:
    head = ["line_id", "fiscal_year", "amount", "Account Title", "Detail"]
    rows: list[list[object]] = [
        ["A1", "FY2026", "1000", "Medical Personnel", "Clinic nurse"],
        ["A2", "FY2026", "100", "Social Security", ""],
    ]
    assert [each.name for each in look("budget_lines", head, *rows).questions] == ["map"]
    table = look("budget_lines", head, *rows, map="yes").table
    assert table is not None
    assert table["purpose"].tolist() == ["Medical Personnel", "Social Security"]
    assert table["position_title"].fillna("").tolist() == ["Clinic nurse", ""]
    codes = look("budget_lines", head, [*rows[0][:4], "5110"], [*rows[1][:4], "5120"])
    assert read_as(codes)["Detail"] == "nothing"


@pytest.mark.parametrize("heading", ["Hire date", "Board approval", "Employment end date"])
def test_another_column_of_days_is_left_aside_and_known_for_days(heading: str) -> None:
    head = ["line_id", "fiscal_year", "amount", heading, "Remark"]
    result = look("budget_lines", head, ["A1", "FY2026", "1000", "6/30/2027", "new"])
    assert result.table is not None, as_text(result)
    assert result.table["ends"].isna().all()
    assert [each.heading for each in result.seen if each.has_days] == [heading]
