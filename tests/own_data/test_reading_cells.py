"""One cell at a time: what is read, what is asked about, and what is refused."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.subject.own_data import dates, numbers
from groundwork.subject.own_data.cell import Cell, Ways
from groundwork.subject.own_data.cells import read
from groundwork.subject.own_data.contract import Spec

MONEY = Spec("amount", "money", "Dollars.", "1.00", filled=True)
OPTIONAL = Spec("rate", "money", "Dollars.", "1.00")
SHARE = Spec("share", "share", "A share.", "0.5", least=0, most=1)
WHOLE = Spec("count", "whole", "A count.", "3", least=0, hidden=("*", "<10"))
NUMBER = Spec("value", "number", "A value.", "3.5")
ENDS = Spec("ends", "day", "The last day.", "2026-06-30", month="last")
PAID = Spec("paid", "day", "A day.", "2026-06-30")
YEAR = Spec("fiscal_year", "fiscal year", "A year.", "FY2026")
YES = Spec("filled", "yes or no", "Filled.", "yes", words=(("vacant", "no"),))
TEXT = Spec("purpose", "text", "Words.", "x")
POINT, COMMA = Ways("point"), Ways("comma")
cents = st.integers(-(10**11), 10**11)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234.56", 1234.56),
        ("$1,234.56", 1234.56),
        ("(500)", -500),
        ("($500.00)", -500),
        ("$(500)", -500),
        ("500-", -500),
        ("-$500", -500),
        ("− 500", -500),
        ("1 234.50", 1234.5),
        ("1'234.50", 1234.5),
        ("USD 12", 12),
        ("$ -", 0),
        (".5", 0.5),
        ("12.", 12),
    ],
)
def test_money_as_finance_offices_write_it(text: str, value: float) -> None:
    cell = read(text, MONEY, POINT)
    assert (cell.value, cell.wrong) == (value, "")
    assert bool(cell.note) == (text != "1234.56")


@pytest.mark.parametrize(
    "text",
    ["12k", "$1.2M", "1,23", "12,34.5", "(500", "500)", "--5", "(-5)", "-5-", "5 CR", "€5", "1e5",
     "1.23E+05", "½", "12 34", "$5 per hour", "#", "5%", "1.005", "999999999999", "-"],
)  # fmt: skip
def test_what_is_no_money_is_a_problem_with_a_way_out(text: str) -> None:
    cell = read(text, MONEY, POINT)
    assert cell.value is None
    assert cell.wrong
    assert cell.fix


def test_a_column_decides_how_decimals_are_written() -> None:
    assert numbers.decide(["1.234,56", "1.234", "7"], "money") == "comma"
    assert numbers.decide(["1,234.56", "1,234"], "money") == "point"
    assert numbers.decide(["1.234", "2.500"], "money") == ""
    assert numbers.decide(["1,234", "2,500"], "money") == "point"
    assert numbers.decide(["1,234", "2,500"], "number") == ""
    assert numbers.decide(["1,234.56", "1.234,56"], "money") == "mixed"
    assert read("1.234", MONEY, COMMA).value == 1234
    assert read("1.234", MONEY, POINT).wrong == "more than 2 decimals"
    assert "two ways" in read("1.234", NUMBER, Ways()).wrong
    assert read("1.234", NUMBER, POINT).value == 1.234


@given(cents)
def test_every_amount_is_read_back_from_every_american_form(amount: int) -> None:
    exact = Decimal(amount).scaleb(-2)
    size = abs(exact)
    minus = amount < 0
    forms = [f"{exact:.2f}", f"{exact:,.2f}", f"${exact:,.2f}".replace("$-", "-$")]
    forms += [f"(${size:,.2f})", f"{size:,.2f}-"] if minus else [f" $ {size:,.2f} "]
    for form in forms:
        assert read(form, OPTIONAL, Ways(numbers.decide([form], "money"))).value == float(exact)


@given(cents)
def test_every_amount_is_read_back_from_the_european_form(amount: int) -> None:
    exact = Decimal(amount).scaleb(-2)
    form = f"{exact:,.2f}".translate(str.maketrans(",.", ".,"))
    assert numbers.decide([form], "money") == "comma"
    assert read(form, OPTIONAL, COMMA).value == float(exact)


@given(st.text(max_size=30) | st.from_regex(r"[$(]?[\d.,' -]{0,12}[)%-]?", fullmatch=True))
def test_no_text_breaks_a_reader_and_none_is_changed_without_a_note(text: str) -> None:
    for field in (MONEY, SHARE, WHOLE, NUMBER, ENDS, YEAR, YES, TEXT):
        for ways in (Ways(), POINT, COMMA, Ways("", "day-first")):
            cell = read(text, field, ways)
            assert not (cell.wrong and cell.value is not None)
            if cell.wrong:
                assert cell.fix
            elif not cell.note and isinstance(cell.value, str):
                assert cell.value == text.strip()
            elif not cell.note and isinstance(cell.value, int | float):
                assert Decimal(text.strip()) == Decimal(repr(cell.value))
            elif not cell.note and isinstance(cell.value, date):
                assert cell.value.isoformat() == text.strip()


@given(st.dates(date(1950, 1, 1), date(2149, 12, 31)))
def test_a_day_is_read_back_from_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%Y/%m/%d", "%A, %B %d, %Y"):
        assert read(day.strftime(form), PAID, Ways()).value == day
    assert read(day.strftime("%m/%d/%Y"), PAID, Ways("", "month-first")).value == day
    assert read(day.strftime("%d.%m.%Y"), PAID, Ways("", "day-first")).value == day
    assert read(datetime.combine(day, datetime.min.time()), PAID, Ways()) == Cell(day)
    serial = (day - date(1899, 12, 30)).days
    if serial >= 18_264:
        assert read(serial, PAID, Ways()).value == day
        assert "Excel's count" in read(float(serial), PAID, Ways()).note


def test_a_day_that_can_be_read_in_two_ways_is_asked_about() -> None:
    assert "two ways" in read("03/04/2026", PAID, Ways()).wrong
    assert read("06/06/2026", PAID, Ways()).value == date(2026, 6, 6)
    assert read("6/30/2026", PAID, Ways()).value == date(2026, 6, 30)
    assert dates.order(["6/30/2026", "03/04/2026"]) == "month-first"
    assert dates.order(["30.06.2026", "03.04.2026"]) == "day-first"
    assert dates.order(["6/30/2026", "30/6/2026"]) == "mixed"
    assert "two ways" in read("03/04/2026", PAID, Ways("", "mixed")).wrong


def test_a_month_is_its_last_day_where_the_column_says_so() -> None:
    assert read("Jun-26", ENDS, Ways()) == Cell(
        date(2026, 6, 30), "a month was read as its last day"
    )
    assert read("2026-06", ENDS, Ways()).value == date(2026, 6, 30)
    assert read("Jun-26", PAID, Ways()).wrong == "it names a month and no day"
    for text in ("Jun 30", "30-Jun", "June", "2026", "13/2026", "31 June 2026", "6/30"):
        assert read(text, ENDS, Ways()).wrong, text


@pytest.mark.parametrize(
    ("text", "year"),
    [("FY2026", "FY2026"), ("FY26", "FY2026"), ("fy 2026", "FY2026"), (2026, "FY2026"),
     ("2025-26", "FY2026"), ("2025/2026", "FY2026"), ("SFY 2026", "FY2026"), (2026.0, "FY2026"),
     ("FY2025-26", "FY2026"), ("1999-00", "FY2000"), ("26", None), ("2025-27", None),
     ("FY202", None), ("next year", None), ("1066", None)],
)  # fmt: skip
def test_fiscal_years_in_many_forms(text: object, year: str | None) -> None:
    cell = read(text, YEAR, Ways())
    assert cell.value == year
    assert bool(cell.wrong) == (year is None)
    assert bool(cell.note) == (year is not None and text != "FY2026")


def test_shares_percentages_counts_and_marks_for_hidden_counts() -> None:
    assert read("35%", SHARE, Ways()).value == 0.35
    assert "35 percent" in read("35", SHARE, Ways()).fix
    assert read("54%", NUMBER, Ways()).wrong == "a percentage"
    assert read("< 10", WHOLE, Ways()) == Cell(
        None, "a number that is hidden on purpose was kept as hidden", hidden=True
    )
    assert read("2.5", WHOLE, Ways()).wrong == "a number with decimals"
    assert read("-3", WHOLE, Ways()).wrong == "a number outside its limits"
    assert read("1,204", WHOLE, POINT).value == 1204


def test_what_excel_stores_is_read_and_its_noise_is_said() -> None:
    assert read(1234.5600000000002, MONEY, Ways()).value == 1234.56
    assert "noise" in read(1234.5600000000002, MONEY, Ways()).note
    assert read(1234.567, MONEY, Ways()).wrong == "more than 2 decimals"
    assert read(True, YES, Ways()).value == "yes"
    assert read(True, MONEY, Ways()).wrong
    assert read(101, TEXT, Ways()) == Cell("101")
    assert read(datetime(2026, 1, 2), TEXT, Ways()).wrong == "a date"
    assert read("Vacant", YES, Ways()).value == "no"
    assert read(float("nan"), OPTIONAL, Ways()) == Cell(None)
    assert read(float("inf"), OPTIONAL, Ways()).wrong


def test_empty_cells_and_words_for_not_known() -> None:
    assert read("  ", MONEY, Ways()).wrong == "an empty cell"
    assert read("n/a", MONEY, Ways()).wrong == "a word for not known"
    assert read("n/a", OPTIONAL, Ways()).note
    assert read("", OPTIONAL, Ways()) == Cell(None)


@pytest.mark.parametrize(
    "text", ["#REF!", "#N/A", "#DIV/0!", "=A1+B1", "Ni\ufffdos", "NiÃ±os", "a\x07"]
)
def test_what_no_column_can_hold(text: str) -> None:
    assert read(text, TEXT, Ways()).wrong


def test_true_accents_are_not_called_garbled() -> None:
    for text in ("Niños", "Ñandutí", "Hà Nội", "Ко́смос", "naïve café – Ångström", "Ø"):
        assert read(text, TEXT, Ways()) == Cell(text)
