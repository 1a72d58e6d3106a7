"""What a file says of its units is asked about, wherever it says it."""

from decimal import Decimal

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet
from groundwork.subject.own_data.unit_words import scale_of

HEADER: list[object] = ["line_id", "fiscal_year", "program", "fund", "amount"]
LINES: list[list[object]] = [
    ["A1", "FY2026", "Clinic", "F1", "98"],
    ["A2", "FY2026", "WIC", "F1", "12.5"],
]


def look(rows: list[list[object]], kind: str = "budget_lines", **more: object) -> Result:
    said = more.pop("said", {})
    sheet = Sheet("x.csv", rows, **more)  # type: ignore[arg-type]
    return check(sheet, contract_of(kind), answers=Answers({}, said))  # type: ignore[arg-type]


def asked(result: Result) -> list[str]:
    return [question.name for question in result.questions if question.name != "map"]


UNITS = {
    "thousands": ["dollars in thousands", "(in thousands)", "$000s", "(000s)", "($000)", "$'000",
                  "all amounts: $'000", "(dollars in 000)", "000s omitted",
                  "Figures in 1,000 dollars", "units of $1,000", "Amounts in $1,000s", "x 1,000",
                  "in $K", "(in K)", "K USD", "in tsd. USD", "miles de dólares", "Dollars in ’000",
                  "$(000)", "x 10^3", "000 omitted", "Values in kUSD"],
    "millions": ["$ in M", "USD mn", "US$ (millions)", "in mil. dollars", "$MM", "Dollars (M)",
                 "in mlns", "in 000,000s", "$000,000"],
    "ten thousands": ["in tens of thousands", "$10,000s"],
    "billions": ["$ Billions", "$B", "in bn USD"],
    "hundreds": ["(in hundreds of dollars)", "$00s"],
    "cents": ["(in cents)", "amounts in US cents"],
}  # fmt: skip
SAYINGS = [(scale, words) for scale, each in UNITS.items() for words in each]


@pytest.mark.parametrize(("scale", "words"), SAYINGS)
def test_a_title_that_says_a_unit_is_quoted_and_asked_about(scale: str, words: str) -> None:
    result = look([[words], HEADER, *LINES])
    assert asked(result) == ["units of amount"]
    assert words in result.questions[0].text
    assert result.questions[0].rows == (1,)
    assert result.questions[0].choices[0].answer == scale
    times = {"thousands": 1000, "millions": 10**6, "billions": 10**9, "hundreds": 100,
             "ten thousands": 10_000}  # fmt: skip
    table = look([[words], HEADER, *LINES], said={"units of amount": scale}).table
    assert table is not None
    by = Decimal(times[scale]) if scale in times else Decimal("0.01")
    assert table["amount"].tolist() == [float(98 * by), float(Decimal("12.5") * by)]
    table = look([[words], HEADER, *LINES], said={"units of amount": "as written"}).table
    assert table is not None
    assert table["amount"].tolist() == [98, 12.5]


@pytest.mark.parametrize(
    "words",
    ["County budget FY 2026", "Fund 000", "Grants over $1,000", "401(k) plan", "Mill levy fund",
     "Deaths per 1,000 people", "Population in thousands", "FTE x 100", "Part B", "Page 1 of 1,000",
     "Dollars and cents", "Rates per thousand live births", "Title V (B)", "Section 8(k)"],
)  # fmt: skip
def test_a_title_that_says_no_unit_of_money_asks_nothing(words: str) -> None:
    assert not asked(look([[words], HEADER, *LINES]))


@pytest.mark.parametrize(
    "heading",
    ["amount (cents)", "Budget ($ mil)", "Adopted Budget ($000)", "Amount ($K)",
     "Budget, thousands", "Monthly amount", "Amount in $1,000"],
)  # fmt: skip
def test_a_heading_that_says_a_unit_is_asked_about(heading: str) -> None:
    assert asked(look([[*HEADER[:4], heading], *LINES])) == ["units of amount"]


def test_a_remark_below_a_column_of_units_a_sheet_and_a_comment_are_looked_at() -> None:
    remark: list[list[object]] = [["Note: dollars in thousands", None, None, None, None]]
    assert asked(look([HEADER, *LINES, *remark])) == ["units of amount"]
    units = [[*HEADER, "units"], *([*line, "thousands"] for line in LINES)]
    assert asked(look(units)) == ["units of amount"]
    assert asked(look([HEADER, *LINES], name="Budget in $000")) == ["units of amount"]
    assert asked(look([HEADER, *LINES], said={}, name="Budget")) == []
    beside = ((1, 4, "in thousands"),)
    sheet = Sheet("x.xlsx", [HEADER, *LINES], said=beside)
    assert asked(check(sheet, contract_of("budget_lines"))) == ["units of amount"]


def test_rows_in_different_units_are_refused() -> None:
    rows = [[*HEADER, "units"], [*LINES[0], "thousands"], [*LINES[1], "dollars"]]
    (problem,) = look(rows).problems
    assert "different units" in problem.found


def test_people_in_thousands_positions_in_hundredths_and_pay_by_the_month_are_asked_about() -> None:
    people: list[list[object]] = [
        ["measure", "year", "group", "events", "population (thousands)"],
        ["death", "2024", "Black", "12", "1.5"], ["death", "2024", "White", "13", "200"],
    ]  # fmt: skip
    assert asked(look(people, "outcomes")) == ["units of denominator"]
    said = {"map": "yes", "units of denominator": "thousands"}
    table = look(people, "outcomes", said=said).table
    assert table is not None
    assert table["denominator"].tolist() == [1500, 200_000]
    assert table["events"].tolist() == [12, 13]
    people[0][4] = "denominator"
    assert asked(look([["Population in thousands"], *people], "outcomes")) == [
        "units of denominator"
    ]
    positions: list[list[object]] = [
        ["position_id", "title", "fte", "salary"], ["P1", "Nurse", "100", "7500"]
    ]  # fmt: skip
    assert "units of fte" in asked(look([["FTE x 100"], *positions], "positions"))
    positions[0][2:] = ["FTE (hundredths)", "Monthly Salary"]
    result = look(positions, "positions")
    assert asked(result) == ["units of fte", "units of salary"]
    said = {"map": "yes", "units of fte": "hundredths", "units of salary": "monthly"}
    table = look(positions, "positions", said=said).table
    assert table is not None
    assert table[["fte", "salary"]].to_numpy().tolist() == [[1, 90_000]]


@pytest.mark.parametrize(
    "percent", ["Equity share is given in percent", "shares: per cent", "Equity (%)"]
)
def test_a_title_that_says_percent_of_shares_is_asked_about(percent: str) -> None:
    rows: list[list[object]] = [
        [percent], [*HEADER, "equity_share"], [*LINES[0], "1"], [*LINES[1], "0.5"]
    ]  # fmt: skip
    assert asked(look(rows)) == ["units of equity_share"]
    table = look(rows, said={"units of equity_share": "percent"}).table
    assert table is not None
    assert table["equity_share"].tolist() == [0.01, 0.005]


def test_one_letter_says_a_unit_only_where_nothing_else_is_spoken_of() -> None:
    assert scale_of("K", True) == "thousands"
    assert scale_of("K-12", True) == scale_of("K", False) == ""


def test_a_name_beside_a_unit_is_not_shown() -> None:
    result = look([["In thousands, prepared by Maria Lopez"], HEADER, *LINES])
    assert asked(result) == ["units of amount"]
    assert "Lopez" not in as_text(result)
