# mypy: disable-error-code="arg-type"
"""What a number or a cell stands for is asked or refused where the file leaves it open."""

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet


def look(kind: str, head: list[str], *rows: list[object], **said: str) -> Result:
    return check(Sheet("b.csv", [list(head), *rows]), contract_of(kind), answers=Answers({}, said))


def survey(*answers: str, **said: str) -> Result:
    rows: list[list[object]] = [["2026", "3", each] for each in answers]
    return look("survey_answers", ["year", "safe", "heard"], *rows, **said)


@pytest.mark.parametrize(
    ("answers", "name", "choices"),
    [
        (("0", "4", "0", "2"), "scale from 0", ["0-4", "aside", "1-5"]),
        (("0", "0", "0", "1"), "scale from 0", ["0-4", "aside", "1-5"]),
        (("9", "10", "7", "2"), "scale to 10", ["1-10", "aside", "1-5"]),
        (("6", "7", "1", "7"), "scale to 10", ["1-10", "aside", "1-5"]),
        (("4", "6", "3", "3", "3.5", "Very true", "7", "8"), "scale to 10",
         ["1-10", "aside", "1-5"]),
        (("0", "10", "9", "8", "8"), "other scale", ["aside", "1-5"]),
        (("0", "75", "100", "25", "50"), "other scale", ["aside", "1-5"]),
        (("agree", "6", "7", "8"), "scale to 10", ["1-10", "aside", "1-5"]),
    ],
)  # fmt: skip
def test_a_scale_that_is_not_stated_is_asked(
    answers: tuple[str, ...], name: str, choices: list[str]
) -> None:
    result = survey(*answers)
    assert not result.problems, as_text(result)
    (question,) = result.questions
    assert (question.name, [choice.answer for choice in question.choices]) == (name, choices)
    assert '"heard"' in question.text
    assert "not part of this kind of file" not in as_text(result)
    aside = survey(*answers, **{name: "aside"})
    assert aside.table is not None
    assert "heard" not in aside.table
    assert survey(*answers, **{name: "1-5"}).problems


def test_answers_on_a_scale_that_was_named_are_turned_and_told() -> None:
    table = survey("0", "4", "", "2", "0", **{"scale from 0": "0-4"}).table
    assert table is not None
    assert table["heard"].dropna().tolist() == [1, 5, 3, 1]
    told = survey("1", "10", "5", "6", "9", "2", **{"scale to 10": "1-10"})
    assert told.table is not None
    assert told.table["heard"].tolist() == [1, 5, 3, 3, 5, 1]
    assert "turned from a scale of 1 to 10 into 1 to 5" in as_text(told)
    mixed = survey("6", "7", "8", "often", **{"scale to 10": "1-10"})
    assert [problem.rows for problem in mixed.problems] == [(5,)]
    assert "from 1 to 10" in mixed.problems[0].expected


def test_columns_on_one_scale_are_one_question() -> None:
    rows: list[list[object]] = [["2026", "9", "10"], ["2026", "7", "8"]]
    result = look("survey_answers", ["year", "safe", "heard"], *rows)
    (question,) = result.questions
    assert '"safe"' in question.text
    assert '"heard"' in question.text


def test_a_few_zeros_are_named_with_the_way_to_say_that_the_scale_begins_there() -> None:
    result = survey("0", "4", "3", "2", "4")
    assert [problem.rows for problem in result.problems] == [(2,)]
    assert '--answer "scale from 0=0-4"' in result.problems[0].fix
    table = survey("0", "4", "3", "2", "4", **{"scale from 0": "0-4"}).table
    assert table is not None
    assert table["heard"].tolist() == [1, 5, 4, 3, 5]


TWO = (
    "F100 F200", "F100\nF200", "F100/F200", "F100; F200", "F100, F200", "F100 & F200", "F100+F200",
    "General 60%, Title V 40%", "F100 (50%) F300 (50%)", "F100 60% / F200 40%", "F100 and F200",
    "50% General 50% WIC", "F100|F200", "F1001 then F2002", "0100 0200", "Alpha and Beta",
    "F100-F300", "General (60 %) and WIC (40 %)",
)  # fmt: skip
ONE = (
    "F100", "Maternal and Child Health", "Title V, Part A", "101-2040", "Fund 100", "100% General",
    "F100 2026", "General", "R&D", "Women, Infants and Children", "HIV/AIDS", "24/7 crisis line",
)  # fmt: skip
BUDGET = ["line_id", "fiscal_year", "program", "amount"]


@pytest.mark.parametrize("field", ["fund", "fund_label"])
@pytest.mark.parametrize(("text", "two"), [*((t, True) for t in TWO), *((t, False) for t in ONE)])
def test_two_funds_in_a_cell_are_refused_however_they_are_written(
    field: str, text: str, two: bool
) -> None:
    labels = [text, "Alpha", "Beta", "F100", "F300"]
    rows: list[list[object]] = [
        [f"A{at}", "FY2026", "WIC", str(10**at), label] for at, label in enumerate(labels)
    ]
    result = look("budget_lines", [*BUDGET, field], *rows)
    if two:
        assert [problem.rows for problem in result.problems] == [(2,)], as_text(result)
    else:
        assert not result.problems, as_text(result)


VALUES = ["measure", "year", "group", "value", "unit"]


def rates(*pairs: tuple[str, str], measure: str = "uninsured", **said: str) -> Result:
    rows: list[list[object]] = [
        [measure, "2024", f"g{at}", value, unit] for at, (value, unit) in enumerate(pairs)
    ]
    return look("outcomes", VALUES, *rows, **said)


@pytest.mark.parametrize(
    ("answer", "value", "unit"),
    [("share", 12.5, "percent"), ("percent", 0.125, "percent"), ("other", 0.125, None)],
)
def test_percents_beside_numbers_without_a_sign_are_asked_about(
    answer: str, value: float, unit: str | None
) -> None:
    result = rates(("12%", ""), ("0.125", ""))
    assert [question.name for question in result.questions] == ["percent of value"]
    table = rates(("12%", ""), ("0.125", ""), **{"percent of value": answer}).table
    assert table is not None
    assert table["value"].tolist() == [12, value]
    assert [None if each != each else each for each in table["unit"]][1] == unit
    assert rates(("12%", ""), ("13%", "")).fine
    assert rates(("12", ""), ("13", "")).fine
    whole = rates(("12%", ""), ("13", "")).questions[0]
    assert [choice.answer for choice in whole.choices] == ["percent", "other"]


@pytest.mark.parametrize("unit", ["per 1000", "per 1,000", "per 100,000", "births", "dollars"])
def test_a_percent_sign_against_the_unit_is_refused_and_the_advice_is_true(unit: str) -> None:
    (problem,) = rates(("12%", unit), ("9", unit)).problems
    assert problem.rows == (2,)
    assert rates(("12", unit), ("9", unit)).fine
    assert rates(("12%", "percent"), ("9", unit)).fine
    assert rates(("12%", "%"), ("9", "percent")).fine


@pytest.mark.parametrize(("value", "asked"), [("120", 1), ("-5", 1), ("100", 0), ("0", 0)])
def test_percents_above_all_or_below_nothing_are_asked_about(value: str, asked: int) -> None:
    result = rates((value, "percent"))
    assert [question.name for question in result.questions] == ["percents beyond all"] * asked
    assert rates((value, "percent"), **{"percents beyond all": "keep"}).fine
    assert rates((value, "percent"), measure="change since 2019").fine
    assert rates((value, "per 1,000")).fine


LIMITS = ["measure", "year", "group", "value", "lower", "upper", "unit"]


def with_limits(*cells: tuple[str, str, str], unit: str = "percent", **said: str) -> Result:
    rows: list[list[object]] = [
        ["uninsured", "2024", f"g{at}", *each, unit] for at, each in enumerate(cells)
    ]
    return look("outcomes", LIMITS, *rows, **said)


def test_limits_of_a_share_become_percent_with_it() -> None:
    cells = ("0.12", "0.10", "0.14"), ("0.2", "", "1.02"), ("0.3", "-0.01", "0.5")
    (question,) = with_limits(*cells).questions
    result = with_limits(*cells, **{question.name: "share"})
    assert result.table is not None, as_text(result)
    assert "multiplied by 100 with the limits around it" in as_text(result)
    assert result.table["value"].tolist() == [12, 20, 30]
    assert result.table["upper"].tolist() == [14, 102, 50]
    assert result.table["lower"].dropna().tolist() == [10, -1]


def test_limits_that_are_percent_already_stay_as_they_are() -> None:
    cells = ("0.12", "10", "14"), ("0.2", "18", "22")
    (question,) = with_limits(*cells).questions
    table = with_limits(*cells, **{question.name: "share"}).table
    assert table is not None
    assert table["lower"].tolist() == [10, 18]
    assert table["upper"].tolist() == [14, 22]


def test_limits_beside_a_share_among_percents_become_percent_with_it() -> None:
    cells = ("12%", "10%", "14%"), ("0.125", "0.10", "0.14")
    result = with_limits(*cells, unit="", **{"percent of value": "share"})
    assert result.table is not None, as_text(result)
    assert result.table["upper"].tolist() == [14, 14]
